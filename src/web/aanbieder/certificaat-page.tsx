import type { Aanbieder } from '../../domain/plan/aanbieder/queries.ts'
import { routes } from '../routes.ts'
import { Datumveld } from '../ui/datumveld.tsx'
import { Formulier } from '../ui/formulier.tsx'
import { Foutenlijst, type Veldfout } from '../ui/foutenlijst.tsx'
import { Pagina, type Raam } from '../ui/pagina.tsx'
import { Tekstveld } from '../ui/tekstveld.tsx'

type Props = {
  raam: Raam
  aanbieder: Aanbieder
  /** Left out: a new one. */
  id?: string | undefined
  waarden?: Record<string, string>
  fouten?: Veldfout[]
}

/** Adding or correcting a quality certificate (CTR-13). */
export function CertificaatPage({ raam, aanbieder, id, waarden = {}, fouten = [] }: Props) {
  const veld = (naam: string) => ({
    naam,
    waarde: waarden[naam],
    fout: fouten.find((fout) => fout.veld === naam)?.melding,
  })
  return (
    <Pagina
      raam={raam}
      kruimels={[
        { label: 'Aanbieders', href: routes.aanbieders() },
        { label: aanbieder.naam, href: routes.aanbieder(aanbieder.id, 'gegevens') },
      ]}
      titel={id ? 'Certificaat verbeteren' : 'Certificaat toevoegen'}
      lead={id ? 'Is het certificaat vernieuwd, voeg het nieuwe dan toe met dezelfde naam.' : undefined}
      fouten={fouten.length > 0}
    >
      <Foutenlijst fouten={fouten} />
      <Formulier
        actie={routes.certificaat(aanbieder.id, id)}
        csrf={raam.csrf}
        knop="Opslaan"
        terug={{ label: 'Terug', href: `${routes.aanbieder(aanbieder.id, 'gegevens')}#certificaten` }}
      >
        <Tekstveld {...veld('naam')} label="Naam van het certificaat" hulp="Bijvoorbeeld HKZ Zorg en Welzijn." />
        <Tekstveld {...veld('instelling')} label="Afgegeven door" facultatief />
        <Tekstveld {...veld('nummer')} label="Nummer" breedte="half" facultatief />
        <Datumveld {...veld('geldigVan')} label="Eerste dag" />
        <Datumveld {...veld('geldigTot')} label="Laatste dag" />
      </Formulier>
    </Pagina>
  )
}
