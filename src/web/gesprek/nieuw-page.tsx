import { wijzen } from '../../domain/act/gesprek/gesprek.ts'
import type { EscalatieMetStand } from '../../domain/act/escalatie/queries.ts'
import type { Gesprekssoort } from '../../domain/act/gesprek/gespreksregels.ts'
import { routes } from '../routes.ts'
import { Datumveld } from '../ui/datumveld.tsx'
import { Formulier } from '../ui/formulier.tsx'
import { Foutenlijst, type Veldfout } from '../ui/foutenlijst.tsx'
import { Keuze } from '../ui/keuze.tsx'
import { Knop } from '../ui/knop.tsx'
import { Pagina, type Raam } from '../ui/pagina.tsx'
import { Tekstveld } from '../ui/tekstveld.tsx'

export type Keuzes = {
  /** The case the meeting is for */
  zaak: EscalatieMetStand | null
  soorten: readonly Gesprekssoort[]
  soort: Gesprekssoort
  aanbieders: { id: string; naam: string }[]
  aanbiederId: string
  gemeenten: { code: string; naam: string }[]
  overeenkomsten: { id: string; nummer: string; onderwerp: string }[]
  contactpersonen: { id: string; naam: string; functie: string; email: string }[]
  collegas: { id: string; naam: string; functie: string }[]
}

type Props = {
  raam: Raam
  keuzes: Keuzes
  waarden?: Record<string, string>
  gekozen?: string[] | undefined
  fouten?: Veldfout[]
}

/** Planning a meeting by hand, in two steps: what and with whom; then when, where and who. */
export function NieuwGesprekPage({ raam, keuzes, waarden = {}, gekozen, fouten = [] }: Props) {
  const { zaak, soorten, soort, aanbieders, aanbiederId } = keuzes
  const fout = (veld: string) => fouten.find((een) => een.veld === veld)?.melding
  const klaar = soort.partij !== 'aanbieder' || aanbiederId !== ''
  return (
    <Pagina
      raam={raam}
      fouten={fouten.length > 0}
      kruimels={
        zaak
          ? [
              { label: 'Escalaties', href: routes.escalaties() },
              { label: zaak.nummer, href: routes.escalatie(zaak.id) },
            ]
          : [{ label: 'Gesprekken', href: routes.gesprekken() }]
      }
      titel="Gesprek plannen"
      lead={
        zaak ? (
          <>
            De agenda gaat over de escalatie <a href={routes.escalatie(zaak.id)}>{zaak.titel}</a> bij {zaak.aanbieder};
            het verslag kunt u daarna in de zaak gebruiken.
          </>
        ) : (
          'De agenda vult zich met wat er openstaat; wie u kiest, nodigt u daarna uit.'
        )
      }
    >
      <Foutenlijst fouten={fouten} />
      <form method="get" action={routes.gesprekPlannen()} className="ov-formulier">
        <Keuze
          naam="soort"
          label="Soort gesprek"
          opties={soorten.map(({ code, naam }) => ({ waarde: code, label: naam }))}
          waarde={soort.code}
          hulp={soort.bron.tekst}
          fout={fout('soort')}
        />
        {zaak && <input type="hidden" name="escalatie" value={zaak.id} />}
        {soort.partij === 'aanbieder' && !zaak && (
          <Keuze
            naam="aanbiederId"
            label="Aanbieder"
            leeg="Kies een aanbieder"
            opties={aanbieders.map(({ id, naam }) => ({ waarde: id, label: naam }))}
            waarde={aanbiederId}
            fout={fout('aanbiederId')}
          />
        )}
        <div className="ov-verstuur">
          <Knop soort={klaar ? 'tweede' : 'hoofd'}>{klaar ? 'Andere keuze tonen' : 'Verder'}</Knop>
        </div>
      </form>
      {klaar && <Moment {...{ raam, keuzes, waarden, gekozen, fout }} />}
    </Pagina>
  )
}

type MomentProps = Pick<Props, 'raam' | 'keuzes' | 'gekozen'> & {
  waarden: Record<string, string>
  fout: (veld: string) => string | undefined
}

function Moment({ raam, keuzes, waarden, gekozen, fout }: MomentProps) {
  const { zaak, soort, aanbiederId, gemeenten, overeenkomsten, contactpersonen, collegas } = keuzes
  return (
    <Formulier
      actie={routes.gesprekPlannen()}
      csrf={raam.csrf}
      knop="Gesprek plannen"
      terug={{ label: 'Terug', href: zaak ? routes.escalatie(zaak.id) : routes.gesprekken() }}
      verborgen={{
        soort: soort.code,
        ...(aanbiederId !== '' && { aanbiederId }),
        ...(zaak && { escalatieId: zaak.id }),
      }}
    >
      {soort.partij === 'opdrachtgever' && (
        <Keuze
          naam="gemeenteCode"
          label="Gemeente"
          leeg="Kies een gemeente"
          opties={gemeenten.map(({ code, naam }) => ({ waarde: code, label: naam }))}
          waarde={waarden['gemeenteCode']}
          fout={fout('gemeenteCode')}
        />
      )}
      {soort.voorzitter && (
        <p>
          <b>Voorzitter: de contractmanager.</b> Dat ligt bij dit gesprek vast.
        </p>
      )}
      <Momentvelden waarden={waarden} fout={fout} />
      {overeenkomsten.length > 1 && (
        <Keuze
          naam="overeenkomstIds"
          label="Overeenkomsten"
          hulp="Eén gesprek voor alles wat loopt, spaart tijd. Haal weg waar het niet over gaat."
          soort="vinkjes"
          opties={overeenkomsten.map(({ id, nummer, onderwerp }) => ({ waarde: id, label: `${nummer}, ${onderwerp}` }))}
          waarde={gekozen ?? overeenkomsten.map(({ id }) => id)}
          fout={fout('overeenkomstIds')}
        />
      )}
      {contactpersonen.length > 0 && (
        <Keuze
          naam="contactpersonen"
          label="Van de aanbieder"
          soort="vinkjes"
          opties={contactpersonen.map(({ id, naam, functie }) => ({
            waarde: id,
            label: [naam, functie].filter(Boolean).join(', '),
          }))}
          waarde={gekozen ?? contactpersonen.map(({ id }) => id)}
          fout={fout('contactpersonen')}
        />
      )}
      {collegas.length > 0 && (
        <Keuze
          naam="collegas"
          label="Collega’s"
          facultatief
          soort="vinkjes"
          opties={collegas.map(({ id, naam, functie }) => ({
            waarde: id,
            label: [naam, functie].filter(Boolean).join(', '),
          }))}
          waarde={gekozen}
          fout={fout('collegas')}
        />
      )}
      <Tekstveld
        naam="titel"
        label="Titel"
        facultatief
        hulp={`Zonder titel heet het: ${soort.naam} en de naam van wie u spreekt.`}
        waarde={waarden['titel']}
        fout={fout('titel')}
      />
    </Formulier>
  )
}

/** When and where, also for moving a meeting. */
export function Momentvelden({
  waarden,
  fout,
}: {
  waarden: Record<string, string>
  fout: (veld: string) => string | undefined
}) {
  return (
    <>
      <Datumveld naam="datum" label="Dag" waarde={waarden['datum']} fout={fout('datum')} />
      <Tekstveld
        naam="begintijd"
        label="Van"
        breedte="kort"
        waarde={waarden['begintijd'] ?? '10.00'}
        fout={fout('begintijd')}
      />
      <Tekstveld
        naam="eindtijd"
        label="Tot"
        breedte="kort"
        waarde={waarden['eindtijd'] ?? '11.30'}
        fout={fout('eindtijd')}
      />
      <Keuze
        naam="wijze"
        label="Hoe"
        soort="rondjes"
        opties={Object.entries(wijzen).map(([waarde, label]) => ({ waarde, label }))}
        waarde={waarden['wijze'] ?? 'fysiek'}
        fout={fout('wijze')}
      />
      <Tekstveld
        naam="plaats"
        label="Plaats of verbinding"
        facultatief
        waarde={waarden['plaats']}
        fout={fout('plaats')}
      />
    </>
  )
}
