import type { ReactNode } from 'react'
import type { Definitie } from '../../domain/check/kpi/definities.ts'
import type { Stuurjaar } from '../../domain/check/kpi/list-stuurindicatoren.ts'
import { redenBeeindigingNaam } from '../toewijzing/codelijst.ts'
import { CijfersAlsTabel } from '../ui/cijfers-als-tabel.tsx'
import { Feiten, type Feit } from '../ui/feiten.tsx'
import { aantal, decimaal, datum, getal, hoofdletter, opsomming, procent, vanTotaal } from '../ui/notatie.ts'
import { Onderdeel } from '../ui/onderdeel.tsx'
import { Vouw, VouwRij } from '../ui/vouw.tsx'
import { Waarom } from '../ui/waarom.tsx'

type Props = { jaren: Stuurjaar[]; definities: Definitie[] }

export const stuurnamen = {
  resultaatrealisatie: 'Resultaatrealisatie',
  tevredenheidPerClient: 'Cijfer per cliënt',
  voortijdigeUitval: 'Voortijdige uitval',
  wachttijd: 'Wachtdagen, midden',
} as const

type Naam = keyof typeof stuurnamen
const volgorde = Object.keys(stuurnamen) as Naam[]

const ZAANSTAD = 'Bijlage I: beschrijving van de werkzaamheden van contractmanagement, Zaanstad, taak 5d'

/** What is measured to steer by, over all subregio's together: no norm, no judgement (KPI-33). */
export function Stuurindicatoren({ jaren, definities }: Props) {
  const getoond = jaren.findLast((jaar) => !jaar.voorlopig && heeftIets(jaar)) ?? jaren.findLast(heeftIets)
  if (!getoond) return null
  const minimum = Math.max(...definities.map(({ minimumWaarnemingen }) => minimumWaarnemingen))
  return (
    <Onderdeel titel="Stuurindicatoren" noot="informatief, zonder norm of oordeel" conclusie={conclusie(getoond)}>
      <Feiten feiten={volgorde.map((naam) => feit(naam, getoond, minimum))} />
      <VouwRij>
        <Waarom
          bij="de stuurindicatoren"
          regel={<Regels minimum={minimum} />}
          bron={`${ZAANSTAD}. Keuzes bij een open plek in de bron: eerst per cliënt gemiddeld, en wat als uitval telt.`}
          gegevens={`Evaluaties, onderzoeken en berichten over ${String(getoond.jaar)}, van alle subregio’s samen.`}
          berekening={stappen(getoond)}
        />
        <Vouw titel="Alle jaren als tabel">
          <CijfersAlsTabel
            bijschrift="Stuurindicatoren per jaar"
            koppen={['Jaar', ...Object.values(stuurnamen), 'Stand']}
            rechts={[1, 2, 3, 4]}
            rijen={jaren.map((jaar) => [
              String(jaar.jaar),
              ...volgorde.map((naam) => waardeTekst(naam, jaar[naam]?.waarde) ?? 'te weinig'),
              jaar.vastgesteld ? 'vastgesteld' : 'voorlopig',
            ])}
          />
        </Vouw>
        <Eindredenen jaar={getoond} />
      </VouwRij>
    </Onderdeel>
  )
}

function heeftIets(jaar: Stuurjaar): boolean {
  return volgorde.some((naam) => typeof jaar[naam]?.waarde === 'string')
}

function conclusie(jaar: Stuurjaar): string {
  const { resultaatrealisatie: doelen, tevredenheidPerClient: cijfer, voortijdigeUitval: uitval } = jaar
  const delen = [
    doelen?.waarde ? `werd ${procent(doelen.waarde)} van de resultaten behaald` : [],
    cijfer?.waarde ? `gaven cliënten gemiddeld een ${decimaal(cijfer.waarde)}` : [],
    uitval?.waarde ? `was het bij ${procent(uitval.waarde)} van de cliënten die stopten voortijdig` : [],
  ].flat()
  const wanneer = `In ${String(jaar.jaar)}${jaar.voorlopig ? ' tot nu toe' : ''}`
  return delen.length === 0 ? `${wanneer} is er nog weinig te meten.` : `${wanneer} ${opsomming(delen)}.`
}

function feit(naam: Naam, jaar: Stuurjaar, minimum: number): Feit {
  const gemeten = jaar[naam]
  const tekst = waardeTekst(naam, gemeten?.waarde)
  return {
    label: stuurnamen[naam],
    ...(tekst === undefined
      ? {
          waarde: 'te weinig',
          toelichting: `minder dan ${getal(minimum)} ${naam === 'wachttijd' ? 'gevallen' : 'cliënten'}`,
        }
      : { waarde: tekst, groot: true, toelichting: toelichting(naam, jaar) }),
  }
}

function waardeTekst(naam: Naam, waarde: string | null | undefined): string | undefined {
  if (typeof waarde !== 'string') return undefined
  if (naam === 'wachttijd') return decimaal(waarde.replace(/\.0$/, ''))
  return naam === 'tevredenheidPerClient' ? decimaal(waarde) : procent(waarde)
}

function toelichting(naam: Naam, { voortijdigeUitval: uitval, wachttijd, ...jaar }: Stuurjaar): string {
  if (naam === 'voortijdigeUitval' && uitval?.waarde)
    return `${vanTotaal(uitval.voortijdig, uitval.n)} cliënten die stopten`
  if (naam === 'wachttijd' && wachttijd?.waarde) return `negen van tien binnen ${aantal(wachttijd.p90, 'dag', 'dagen')}`
  const n = naam === 'resultaatrealisatie' ? jaar.resultaatrealisatie?.n : jaar.tevredenheidPerClient?.n
  return `${aantal(n ?? 0, 'cliënt', 'cliënten')}, in ${String(jaar.jaar)}`
}

function Regels({ minimum }: { minimum: number }): ReactNode {
  const regels: [Naam, string][] = [
    [
      'resultaatrealisatie',
      'Van elke cliënt het deel van de evaluaties waarbij het resultaat is behaald, en daarvan het gemiddelde over alle geëvalueerde cliënten. Ook tussentijdse evaluaties tellen mee.',
    ],
    [
      'tevredenheidPerClient',
      'Van elke cliënt het gemiddelde van de cijfers die deze gaf, en daarvan het gemiddelde over alle cliënten die antwoordden.',
    ],
    [
      'voortijdigeUitval',
      'Van de cliënten bij wie de zorg eindigde het deel bij wie dat voortijdig was: eenzijdig door de cliënt of de aanbieder, of samen afgesproken. Overlijden, verhuizing, een besluit van de gemeente en een ander domein tellen niet mee. Tijdelijk stoppen en een verzoek om wijziging zijn geen einde.',
    ],
    ['wachttijd', 'De middelste wachttijd van de toewijzingen die voor start zorg meetellen en zijn begonnen.'],
  ]
  return (
    <>
      {regels.map(([naam, tekst]) => (
        <p key={naam}>
          <b>{stuurnamen[naam]}.</b> {tekst}
        </p>
      ))}
      <p>Onder {getal(minimum)} cliënten of gevallen wordt geen getal bewaard of getoond.</p>
    </>
  )
}

function stappen(jaar: Stuurjaar): { stap: string; uitkomst: string }[] {
  const { resultaatrealisatie: doelen, tevredenheidPerClient: cijfer, voortijdigeUitval: uitval, wachttijd } = jaar
  return [
    ...(doelen?.waarde
      ? [
          { stap: 'Geëvalueerde cliënten', uitkomst: getal(doelen.n) },
          { stap: 'Hun evaluaties', uitkomst: getal(doelen.evaluaties) },
          { stap: 'Gemiddelde per cliënt, daarvan het gemiddelde, afgekapt', uitkomst: procent(doelen.waarde) },
          {
            stap: 'Letterlijk gelezen: behaalde evaluaties gedeeld door cliënten',
            uitkomst: decimaal(doelen.letterlijk),
          },
          { stap: 'Cliënten in zorg die zijn geëvalueerd', uitkomst: vanTotaal(doelen.daarvan, doelen.inZorg) },
          {
            stap: 'Cliënten in zorg met een tussentijdse evaluatie',
            uitkomst: vanTotaal(doelen.tussentijds, doelen.inZorg),
          },
        ]
      : []),
    ...(cijfer?.waarde
      ? [
          { stap: 'Cliënten met een geldig cijfer', uitkomst: getal(cijfer.n) },
          { stap: 'Hun antwoorden', uitkomst: getal(cijfer.antwoorden) },
          ...cijfer.onderzoeken.map(({ veldwerkEinde, n, waarde }) => ({
            stap: `Onderzoek tot en met ${datum(Temporal.PlainDate.from(veldwerkEinde))}`,
            uitkomst: waarde === null ? 'te weinig antwoorden' : `${decimaal(waarde)} (${getal(n)})`,
          })),
          { stap: 'Een cijfer per cliënt, daarvan het gemiddelde, afgekapt', uitkomst: decimaal(cijfer.waarde) },
        ]
      : []),
    ...(uitval?.waarde
      ? [
          { stap: 'Cliënten van wie de zorg eindigde en meetelt', uitkomst: getal(uitval.n) },
          { stap: 'Daarvan voortijdig', uitkomst: getal(uitval.voortijdig) },
          { stap: 'Deel in procent, afgekapt', uitkomst: procent(uitval.waarde) },
        ]
      : []),
    ...(wachttijd?.waarde
      ? [
          { stap: 'Toewijzingen die begonnen', uitkomst: getal(wachttijd.n) },
          { stap: 'De middelste wachttijd in dagen', uitkomst: waardeTekst('wachttijd', wachttijd.waarde)! },
        ]
      : []),
  ]
}

/** Why care ended (KPI-32); reasons of few clients stand together. */
function Eindredenen({ jaar: { jaar, voortijdigeUitval } }: { jaar: Stuurjaar }) {
  if (!voortijdigeUitval?.waarde) return null
  const { redenen, overig } = voortijdigeUitval
  return (
    <Vouw titel="Waarom zorg eindigde">
      <CijfersAlsTabel
        bijschrift={`Redenen van beëindiging in ${String(jaar)}`}
        koppen={['Reden', 'Cliënten']}
        rechts={[1]}
        rijen={[
          ...redenen.map(({ wet, code, clienten }) => [hoofdletter(redenBeeindigingNaam(wet, code)), getal(clienten)]),
          ...(overig > 0 ? [['Redenen met weinig cliënten, samen', getal(overig)]] : []),
        ]}
      />
    </Vouw>
  )
}
