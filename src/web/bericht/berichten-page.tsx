import type { BerichtAandacht } from '../../domain/check/rapportage/vandaag-beheer.ts'
import { meldingVan, signaalteksten } from '../../domain/do/bericht/meldingen.ts'
import type { BerichtInLijst, Berichtvolgorde } from '../../domain/do/bericht/queries.ts'
import type { Ronde } from '../../domain/do/bericht/rondes.ts'
import type { Blad } from '../logboek/blad.ts'
import { bladstand, hoeveel, hoeveelVooraan, volgordeInUrl } from '../lijst.ts'
import { routes } from '../routes.ts'
import { Bladeren } from '../ui/bladeren.tsx'
import { FilterZin } from '../ui/filter-zin.tsx'
import { Knop } from '../ui/knop.tsx'
import { LegeStaat } from '../ui/lege-staat.tsx'
import { datum, momentKort, opsomming } from '../ui/notatie.ts'
import { Onderdeel } from '../ui/onderdeel.tsx'
import { Pagina, type Raam } from '../ui/pagina.tsx'
import { Tabel, type Kolom } from '../ui/tabel.tsx'
import { Uitvoer } from '../ui/uitvoer.tsx'
import { WeergaveBewaren, Weergaven, type Weergavestand } from '../weergave/weergaven.tsx'
import { RondeTabel } from './ronde-delen.tsx'
import { berichtnaam, soortnamen, UitkomstTeken } from './woorden.tsx'

export type Keuze = Record<'soort' | 'uitkomst' | 'aanbieder' | 'gemeente', string> & Berichtvolgorde

export const STANDAARD = { sorteer: 'ingelezen', richting: 'af' } as const

type Optie = { waarde: string; label: string }

type Props = {
  raam: Raam
  nu: Temporal.Instant
  magInlezen: boolean
  aandacht: BerichtAandacht[]
  rondes: Ronde[]
  keuze: Keuze
  /** null: too many to choose from, so the AGB-code is typed */
  aanbieders: Optie[] | null
  gemeenten: Optie[]
  berichten: BerichtInLijst[]
  geteld: number
  blad: Blad
  weergaven: Weergavestand
}

/** Everything that came in: deliveries, and the messages in them with what became of each. */
export function BerichtenPage(props: Props) {
  const { raam, nu, magInlezen, aandacht, rondes, keuze, berichten, geteld, blad } = props
  return (
    <Pagina
      raam={raam}
      titel="Berichten"
      lead={<Stand aandacht={aandacht} geteld={geteld} leeg={rondes.length === 0} />}
      actie={magInlezen && <Knop href={routes.berichtenInlezen()}>Bestanden inlezen</Knop>}
    >
      <Onderdeel
        titel="Leveringen"
        noot={rondes.length > 0 ? <a href={routes.inleesrondes()}>Alle leveringen</a> : undefined}
      >
        {rondes.length === 0 ? (
          <LegeStaat titel="Er is nog niets ingelezen.">
            Hier staan straks de leveringen, met wat er van elk bestand is geworden.
          </LegeStaat>
        ) : (
          <RondeTabel rondes={rondes} nu={nu} />
        )}
      </Onderdeel>
      <Onderdeel titel="Alle berichten" noot={hoeveelVooraan(geteld, 'bericht', 'berichten')} id="berichten">
        <Weergaven stand={props.weergaven} />
        <Filter {...props} />
        <Tabel
          bijschrift="Berichten"
          kolommen={KOLOMMEN}
          rijen={berichten}
          sleutel={({ id }) => String(id)}
          sortering={{
            kolom: keuze.sorteer,
            richting: keuze.richting,
            href: (sorteer, richting) => routes.berichten({ ...inUrl(keuze), sorteer, richting }),
          }}
        />
        {berichten.length > 0 && (
          <Bladeren
            {...bladstand(blad.pagina, { rijen: berichten, totaal: geteld })}
            wat="berichten"
            href={(pagina) => routes.berichten({ ...inUrl(keuze), pagina })}
          />
        )}
      </Onderdeel>
    </Pagina>
  )
}

function Stand({ aandacht, geteld, leeg }: { aandacht: BerichtAandacht[]; geteld: number; leeg: boolean }) {
  if (leeg && geteld === 0) return 'Hier komt het berichtenverkeer van de regio binnen.'
  const som = (oordeel: string) =>
    aandacht.filter((deel) => deel.oordeel === oordeel).reduce((n, deel) => n + deel.aantal, 0)
  const [wachtend, aangehouden, regels] = [som('wachtend'), som('aangehouden'), som('regels')]
  const delen = [
    wachtend > 0 ? hoeveel(wachtend, 'bericht wacht', 'berichten wachten') : '',
    aangehouden > 0 ? hoeveel(aangehouden, 'is aangehouden', 'zijn aangehouden') : '',
    regels > 0
      ? hoeveel(regels, 'declaratie heeft een regel die niet meetelt', 'declaraties hebben regels die niet meetellen')
      : '',
  ].filter((deel) => deel !== '')
  return delen.length === 0 ? (
    <>
      <b>Alle ingelezen berichten zijn beoordeeld</b>; er wacht niets.
    </>
  ) : (
    <>
      <b>{opsomming(delen)}</b>; dat telt in geen enkel cijfer mee.
    </>
  )
}

function Filter({ raam, keuze, aanbieders, gemeenten, weergaven }: Props) {
  return (
    <FilterZin
      actie={routes.berichten()}
      delen={[
        'Toon',
        {
          naam: 'soort',
          label: 'Soort',
          waarde: keuze.soort,
          opties: [
            { waarde: '', label: 'alle soorten' },
            ...Object.entries(soortnamen).map(([waarde, naam]) => ({
              waarde,
              label: `${waarde} ${naam.toLowerCase()}`,
            })),
          ],
        },
        'die',
        {
          naam: 'uitkomst',
          label: 'Uitkomst',
          waarde: keuze.uitkomst,
          opties: [
            { waarde: '', label: 'elke uitkomst hebben' },
            { waarde: 'geldig', label: 'geldig zijn' },
            { waarde: 'wachtend', label: 'wachten' },
            { waarde: 'aangehouden', label: 'zijn aangehouden' },
            { waarde: 'afgekeurd', label: 'zijn afgekeurd' },
            { waarde: 'regels', label: 'regels hebben die niet meetellen' },
            { waarde: 'signaal', label: 'een signaal hebben' },
          ],
        },
        'van',
        aanbieders
          ? {
              naam: 'aanbieder',
              label: 'Aanbieder',
              waarde: keuze.aanbieder,
              opties: [{ waarde: '', label: 'alle aanbieders' }, ...aanbieders],
            }
          : {
              soort: 'tekst',
              naam: 'aanbieder',
              label: 'AGB-code van de aanbieder',
              waarde: keuze.aanbieder,
              plaats: 'AGB-code',
            },
        'in',
        {
          naam: 'gemeente',
          label: 'Gemeente',
          waarde: keuze.gemeente,
          opties: [{ waarde: '', label: 'alle gemeenten' }, ...gemeenten],
        },
      ]}
      verborgen={volgordeInUrl(keuze, STANDAARD)}
      einde={
        <>
          <WeergaveBewaren stand={weergaven} csrf={raam.csrf} />
          <Uitvoer
            xlsx={routes.berichtenUitvoer('xlsx', inUrl(keuze))}
            csv={routes.berichtenUitvoer('csv', inUrl(keuze))}
          />
        </>
      }
    />
  )
}

/** The choice as it stands in a URL; the default order is left out. */
export function inUrl(keuze: Keuze) {
  const { soort, uitkomst, aanbieder, gemeente } = keuze
  return { soort, uitkomst, aanbieder, gemeente, ...volgordeInUrl(keuze, STANDAARD) }
}

const KOLOMMEN: Kolom<BerichtInLijst>[] = [
  {
    naam: 'identificatie',
    kop: 'Identificatie',
    sorteerbaar: true,
    cel: (b) => <a href={routes.bericht(b.id)}>{b.identificatie}</a>,
  },
  {
    naam: 'soort',
    kop: 'Soort',
    heel: true,
    sorteerbaar: true,
    cel: (b) => `${berichtnaam(b.wet, b.soort)} ${soortnamen[b.soort].toLowerCase()}`,
  },
  { naam: 'aanbieder', kop: 'Aanbieder', cel: (b) => b.aanbieder ?? `AGB ${b.agb}` },
  { naam: 'gemeente', kop: 'Gemeente', cel: (b) => b.gemeentenaam ?? b.gemeente },
  {
    naam: 'dagtekening',
    kop: 'Dagtekening',
    heel: true,
    sorteerbaar: true,
    cel: (b) => datum(b.dagtekening),
  },
  { naam: 'ingelezen', kop: 'Ingelezen', heel: true, sorteerbaar: true, cel: (b) => momentKort(b.ingelezenOp) },
  {
    naam: 'uitkomst',
    kop: 'Uitkomst',
    telefoon: 'breed',
    cel: (b) => (
      <>
        <UitkomstTeken uitkomst={b.oordeel} />
        {b.oordeel && b.oordeel !== 'geldig' && b.code && <small>{meldingVan(b.code, b.oordeel)}</small>}
        {b.signaal && <small>{signaalteksten(b.signaal).join(' ')}</small>}
      </>
    ),
  },
]
