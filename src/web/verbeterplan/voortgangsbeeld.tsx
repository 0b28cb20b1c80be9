import type { Plan, Punt } from '../../domain/act/verbeterplan/plan.ts'
import { puntenVan } from '../../domain/act/verbeterplan/plan.ts'
import type { Planregels } from '../../domain/act/verbeterplan/planregels.ts'
import { dagVan, kort } from '../../domain/act/verbeterplan/plantermijnen.ts'
import { puntstand, puntstanden, voortgang } from '../../domain/act/verbeterplan/puntstand.ts'
import { Betekenis } from '../ui/betekenis.tsx'
import { CijfersAlsTabel } from '../ui/cijfers-als-tabel.tsx'
import { aantal, dagMaand, dagVanMoment, datum, hoofdletter, maandKort, opsomming } from '../ui/notatie.ts'
import { Onderdeel } from '../ui/onderdeel.tsx'
import { Vouw } from '../ui/vouw.tsx'
import { Puntoordeel } from './woorden.tsx'

/** How many points are done, as a small bar; the figures stand beside it. */
export function Puntenbalk({ klaar, totaal }: { klaar: number; totaal: number }) {
  return (
    <svg className="ov-puntenbalk" viewBox="0 0 48 8" aria-hidden="true">
      <rect width="48" height="8" className="ov-planbaan" />
      <rect width={Math.round((48 * klaar) / Math.max(1, totaal))} height="8" className="ov-plangedaan" />
    </svg>
  )
}

type Props = { plan: Plan; regels: Planregels; vandaag: Temporal.PlainDate }

/**
 * The plan as a picture: per point the time it was given (blue, as agreed), when it was reported (green, as it happened) and how that was
 * judged, on one scale with today. The same is told in words beside each point and as a table below.
 */
export function Voortgangsbeeld({ plan, regels, vandaag }: Props) {
  const punten = puntenVan(plan)
  const schaal = maakSchaal(plan, vandaag)
  if (!schaal) return null
  return (
    <Onderdeel titel="Voortgang" conclusie={conclusie(plan)}>
      <div className="ov-planbeeld">
        <svg className="ov-planas" aria-hidden="true">
          {maanden(schaal).map(({ op, naam }) => (
            <g key={naam + op}>
              <line x1={op} x2={op} y1="18" y2="24" className="ov-as" />
              <text x={op} y="14" textAnchor="middle" className="ov-asgetal">
                {naam}
              </text>
            </g>
          ))}
        </svg>
        <ol>
          {punten.map((punt) => (
            <li key={punt.nr}>
              <div className="ov-planpunt">
                <span>
                  <b>{punt.nr}</b> {kort(punt, regels)}
                </span>
                <Puntoordeel stand={puntstand(plan, punt.nr)} />
              </div>
              <Baan plan={plan} punt={punt} schaal={schaal} vandaag={vandaag} />
              <span className="ams-visually-hidden">{inWoorden(plan, punt)}</span>
            </li>
          ))}
        </ol>
      </div>
      <p className="ov-plansleutel">
        <Betekenis soort="gecontracteerd">afgesproken, met de laatste dag</Betekenis>
        <Betekenis soort="geleverd">gemeld</Betekenis>
        {plan.geslotenReden === null && <span>┆ vandaag</span>}
      </p>
      <Vouw titel="Als tabel">
        <CijfersAlsTabel
          bijschrift="Voortgang per punt"
          koppen={['Punt', 'Klaar op', 'Gemeld', 'Stand']}
          rijen={punten.map((punt) => [
            `${punt.nr} ${kort(punt, regels)}`,
            datum(dagVan(plan, punt)),
            gemeldOp(plan, punt.nr) ? datum(gemeldOp(plan, punt.nr)!) : '–',
            puntstanden[puntstand(plan, punt.nr)],
          ])}
        />
      </Vouw>
    </Onderdeel>
  )
}

type Schaal = { van: Temporal.PlainDate; dagen: number }

// From the first version to the last day that matters; the whole of it must be on it.
function maakSchaal(plan: Plan, vandaag: Temporal.PlainDate): Schaal | null {
  const eerste = plan.indieningen[0]?.ontvangen
  if (!eerste) return null
  const alle = [
    vandaag,
    ...(plan.realisatieUiterlijk ? [plan.realisatieUiterlijk] : []),
    ...puntenVan(plan).map(({ einddatum }) => einddatum),
    ...plan.meldingen.map(({ op }) => dagVanMoment(op)),
  ]
  // what is closed ends with what happened, not with today
  const dagen = plan.geslotenReden === null ? alle : alle.slice(1)
  const laatste = dagen.toSorted((a, b) => Temporal.PlainDate.compare(a, b)).at(-1) ?? eerste
  return { van: eerste.subtract({ days: 2 }), dagen: Math.max(14, eerste.until(laatste).days + 4) }
}

function plaats({ van, dagen }: Schaal, dag: Temporal.PlainDate): string {
  const deel = Math.min(1, Math.max(0, van.until(dag).days / dagen))
  return `${Math.round(1000 * deel) / 10}%`
}

function maanden(schaal: Schaal): { op: string; naam: string }[] {
  const uit: { op: string; naam: string }[] = []
  const einde = schaal.van.add({ days: schaal.dagen })
  let eerste = schaal.van.with({ day: 1 }).add({ months: 1 })
  const stap = Math.max(1, Math.ceil(schaal.dagen / 31 / 7))
  while (Temporal.PlainDate.compare(eerste, einde) < 0) {
    const rand = schaal.van.until(eerste).days / schaal.dagen
    if (rand > 0.03 && rand < 0.97) uit.push({ op: plaats(schaal, eerste), naam: maandKort(eerste.month) })
    eerste = eerste.add({ months: stap })
  }
  return uit
}

function Baan({
  plan,
  punt,
  schaal,
  vandaag,
}: {
  plan: Plan
  punt: Punt
  schaal: Schaal
  vandaag: Temporal.PlainDate
}) {
  const begin = plaats(schaal, plan.indieningen[0]!.ontvangen)
  const klaar = plaats(schaal, dagVan(plan, punt))
  const melding = gemeldOp(plan, punt.nr)
  const nu = plaats(schaal, vandaag)
  const stand = puntstand(plan, punt.nr)
  const oordeel =
    stand === 'gerealiseerd' ? 'goed' : stand === 'niet gerealiseerd' || stand === 'afgewezen' ? 'mis' : null
  const bij = melding ? plaats(schaal, melding) : klaar
  return (
    <svg className="ov-planrij" aria-hidden="true">
      {plan.geslotenReden === null && <line x1={nu} x2={nu} y1="0" y2="28" className="ov-plannu" />}
      <line x1={begin} x2={klaar} y1="14" y2="14" className="ov-planlijn" />
      <svg x={klaar} y="14" overflow="visible">
        <rect x="-4" y="-4" width="8" height="8" className="ov-planeinde" />
      </svg>
      {melding && (
        <svg x={plaats(schaal, melding)} y="14" overflow="visible">
          <circle r="5" className="ov-planmelding" />
        </svg>
      )}
      {oordeel && (
        <svg x={bij} y="14" overflow="visible" className={oordeel === 'mis' ? 'ov-mis' : undefined}>
          <svg x="8" y="-6" width="12" height="12">
            <use href={`#v-${oordeel}`} />
          </svg>
        </svg>
      )}
    </svg>
  )
}

function gemeldOp(plan: Plan, nr: number): Temporal.PlainDate | undefined {
  const melding = plan.meldingen.findLast((een) => een.nr === nr)
  return melding && dagVanMoment(melding.op)
}

function inWoorden(plan: Plan, punt: Punt): string {
  const gemeld = gemeldOp(plan, punt.nr)
  return `Klaar op ${datum(dagVan(plan, punt))}${gemeld ? `, gemeld op ${datum(gemeld)}` : ', niet gemeld'}.`
}

function conclusie(plan: Plan): string {
  const { totaal, gerealiseerd, gemeld, niet, open } = voortgang(plan)
  if (plan.meldingen.length === 0 && niet === 0) {
    const eerste = puntenVan(plan)
      .map(({ einddatum }) => einddatum)
      .toSorted((a, b) => Temporal.PlainDate.compare(a, b))[0]!
    return `${hoofdletter(aantal(totaal, 'punt', 'punten'))}; het eerste is klaar op ${dagMaand(eerste)} ${eerste.year}.`
  }
  const delen = [
    gerealiseerd > 0 && `${gerealiseerd} gerealiseerd`,
    gemeld > 0 && `${gemeld} gemeld en nog te beoordelen`,
    niet > 0 && `${niet} niet gerealiseerd`,
    open > 0 && `${open} nog te melden`,
  ].filter((deel) => deel !== false)
  return `Van ${aantal(totaal, 'punt', 'punten')}: ${opsomming(delen)}.`
}
