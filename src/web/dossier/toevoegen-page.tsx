import type { Documentsoort } from '../../domain/plan/dossier/documentsoorten.ts'
import { routes } from '../routes.ts'
import { Bestandveld } from '../ui/bestandveld.tsx'
import { Datumveld } from '../ui/datumveld.tsx'
import { Formulier } from '../ui/formulier.tsx'
import { Foutenlijst, type Veldfout } from '../ui/foutenlijst.tsx'
import { Keuze } from '../ui/keuze.tsx'
import { Pagina, type Raam } from '../ui/pagina.tsx'
import { Tekstveld } from '../ui/tekstveld.tsx'
import { Vinkje } from '../ui/vinkje.tsx'
import type { Plek } from './lijst.ts'

const UITLEG = 'PDF, Word, Excel, OpenDocument, PNG of JPEG · ten hoogste 10 MB · het wordt eerst op virussen gescand'
const ACCEPT = '.pdf,.docx,.xlsx,.odt,.ods,.png,.jpg,.jpeg'
const GEEN_CLIENTEN = 'Voeg geen stukken over cliënten toe: geen namen, geen burgerservicenummers.'

type Waarden = Record<string, string | undefined>
type Props = {
  raam: Raam
  plek: Plek
  id: string
  naam: string
  soorten: readonly Documentsoort[]
  /** Whether there is an aanbieder who could read along */
  metAanbieder: boolean
  waarden?: Waarden
  fouten?: Veldfout[]
}

/** Adding what somebody sent, or made elsewhere. */
export function DocumentToevoegenPage({
  raam,
  plek,
  id,
  naam,
  soorten,
  metAanbieder,
  waarden = {},
  fouten = [],
}: Props) {
  const fout = (veld: string) => fouten.find((een) => een.veld === veld)?.melding
  return (
    <Pagina
      raam={raam}
      fouten={fouten.length > 0}
      kruimels={[
        plek === 'aanbieders'
          ? { label: 'Aanbieders', href: routes.aanbieders() }
          : { label: 'Overeenkomsten', href: routes.overeenkomsten() },
        { label: naam, href: plek === 'aanbieders' ? routes.aanbieder(id) : routes.overeenkomst(id) },
        { label: 'Dossier', href: routes.dossier(plek, id) },
      ]}
      titel="Document toevoegen"
      lead={GEEN_CLIENTEN}
    >
      <Foutenlijst fouten={fouten} />
      <Formulier
        actie={routes.documentToevoegen(plek, id)}
        csrf={raam.csrf}
        bestand
        knop="Document toevoegen"
        terug={{ label: 'Terug', href: routes.dossier(plek, id) }}
      >
        <Keuze
          naam="soort"
          label="Wat is het?"
          leeg="Kies een soort"
          opties={soorten.map((een) => ({ waarde: een.code, label: een.naam }))}
          waarde={waarden['soort']}
          fout={fout('soort')}
        />
        <Tekstveld
          naam="titel"
          label="Titel"
          hulp="Bijvoorbeeld: Kwartaalrapportage 3, 2026."
          waarde={waarden['titel']}
          fout={fout('titel')}
        />
        <Keuze
          naam="richting"
          label="Richting"
          soort="rondjes"
          opties={[
            { waarde: 'in', label: 'Ontvangen' },
            { waarde: 'uit', label: 'Verzonden' },
            { waarde: 'intern', label: 'Intern' },
          ]}
          waarde={waarden['richting']}
          fout={fout('richting')}
        />
        <Datumveld naam="datum" label="Datum van het document" waarde={waarden['datum']} fout={fout('datum')} />
        <Tekstveld
          naam="auteur"
          label="Van wie is het?"
          breedte="half"
          waarde={waarden['auteur']}
          fout={fout('auteur')}
        />
        {metAanbieder && (
          <Vinkje
            naam="voorAanbieder"
            label="De aanbieder leest dit document ook"
            aan={waarden['voorAanbieder'] === 'ja'}
          />
        )}
        <Bestandveld naam="bestand" label="Bestand" accept={ACCEPT} uitleg={UITLEG} fout={fout('bestand')} />
      </Formulier>
    </Pagina>
  )
}

type Versieprops = { raam: Raam; id: string; titel: string; nr: number; waarden?: Waarden; fouten?: Veldfout[] }

/** Adding a version; the ones before stay. */
export function VersieToevoegenPage({ raam, id, titel, nr, waarden = {}, fouten = [] }: Versieprops) {
  const fout = (veld: string) => fouten.find((een) => een.veld === veld)?.melding
  return (
    <Pagina
      raam={raam}
      fouten={fouten.length > 0}
      kruimels={[{ label: titel, href: routes.document(id) }]}
      titel={`Versie ${String(nr)} toevoegen`}
      lead={`De vorige versies blijven in het dossier. ${GEEN_CLIENTEN}`}
    >
      <Foutenlijst fouten={fouten} />
      <Formulier
        actie={routes.document(id, 'versies')}
        csrf={raam.csrf}
        bestand
        knop="Versie toevoegen"
        terug={{ label: 'Terug', href: routes.document(id) }}
      >
        <Datumveld naam="datum" label="Datum van deze versie" waarde={waarden['datum']} fout={fout('datum')} />
        <Tekstveld
          naam="auteur"
          label="Van wie is zij?"
          breedte="half"
          waarde={waarden['auteur']}
          fout={fout('auteur')}
        />
        <Tekstveld
          naam="toelichting"
          label="Wat is er anders?"
          facultatief
          regels={3}
          waarde={waarden['toelichting']}
          fout={fout('toelichting')}
        />
        <Bestandveld naam="bestand" label="Bestand" accept={ACCEPT} uitleg={UITLEG} fout={fout('bestand')} />
      </Formulier>
    </Pagina>
  )
}
