import { planoordelen, puntenVan, type Oordeel, type Plan, type Punt } from '../../domain/act/verbeterplan/plan.ts'
import type { Planregels } from '../../domain/act/verbeterplan/planregels.ts'
import { dagVan, kort } from '../../domain/act/verbeterplan/plantermijnen.ts'
import { puntstand } from '../../domain/act/verbeterplan/puntstand.ts'
import { dagVanMoment, datum } from '../ui/notatie.ts'
import { Onderdeel } from '../ui/onderdeel.tsx'
import { Paar } from '../ui/paar.tsx'
import { oordeelnamen, Puntoordeel } from './woorden.tsx'

/** The points of the newest version, with the judgement of the whole above them. */
export function Punten({ plan, regels }: { plan: Plan; regels: Planregels }) {
  const { toelichting } = plan.indieningen.at(-1)!
  return (
    <Onderdeel titel={plan.ronde > 1 ? `Punten, versie ${plan.ronde}` : 'Punten'} conclusie={<Geheel plan={plan} />}>
      {toelichting !== '' && <p className="ov-tekst">{toelichting}</p>}
      {puntenVan(plan).map((punt) => (
        <Puntblok key={punt.nr} {...{ plan, punt, regels }} />
      ))}
    </Onderdeel>
  )
}

/** The last judgement of the whole, with its reason. */
function Geheel({ plan }: { plan: Plan }) {
  const geheel = plan.oordelen.findLast(({ nr }) => nr === null)
  if (!geheel) return 'Nog niet beoordeeld.'
  return (
    <>
      <b>{geheel.fase === 'plan' ? planoordelen[geheel.oordeel] : oordeelnamen[geheel.oordeel]}:</b> {geheel.reden}{' '}
      <span className="ov-stil">
        {geheel.door}, {datum(dagVanMoment(geheel.op))}
      </span>
    </>
  )
}

/** A point as it was agreed, what was reported of it, and every judgement with its reason. */
export function Puntblok({ plan, punt, regels }: { plan: Plan; punt: Punt; regels: Planregels }) {
  const verloop = [
    ...plan.oordelen
      .filter(({ nr }) => nr === punt.nr)
      .map((oordeel) => ({ op: oordeel.op, regel: <Oordeelregel oordeel={oordeel} /> })),
    ...plan.meldingen
      .filter(({ nr }) => nr === punt.nr)
      .map(({ op, tekst, bewijs, door }) => ({
        op,
        regel: (
          <>
            <b>Gemeld</b> door {door}: {tekst}
            {bewijs !== '' && (
              <div>
                <b>Bewijs:</b> {bewijs}
              </div>
            )}
          </>
        ),
      })),
  ].toSorted((a, b) => Temporal.Instant.compare(a.op, b.op))
  return (
    <article className="ov-planblok" id={`punt-${punt.nr}`}>
      <h3>
        <span>
          {punt.nr}. {kort(punt, regels)}
        </span>
        <Puntoordeel stand={puntstand(plan, punt.nr)} />
      </h3>
      <Puntinhoud punt={punt} regels={regels} dag={dagVan(plan, punt)} />
      {verloop.length > 0 && (
        <ul className="ov-lijst ov-planverloop" aria-label={`Oordelen en meldingen bij punt ${punt.nr}`}>
          {verloop.map(({ op, regel }, i) => (
            <li key={i}>
              <span className="ov-klein">{datum(dagVanMoment(op))}</span> <div className="ov-tekst">{regel}</div>
            </li>
          ))}
        </ul>
      )}
    </article>
  )
}

/** What a point says, in the form of the regelset. */
export function Puntinhoud({
  punt,
  regels,
  dag = punt.einddatum,
}: {
  punt: Omit<Punt, 'akkoordIn'>
  regels: Planregels
  dag?: Temporal.PlainDate
}) {
  return (
    <dl className="ov-paren">
      {regels.vragen
        .filter(({ code }) => (punt.velden[code] ?? '') !== '')
        .map(({ code, naam }) => (
          <Paar key={code} naam={naam}>
            {punt.velden[code]}
          </Paar>
        ))}
      <Paar naam={regels.wie.naam}>{punt.wie}</Paar>
      <Paar naam={regels.wanneer.naam}>
        {datum(dag)}
        {!dag.equals(punt.einddatum) && <span className="ov-stil"> (was {datum(punt.einddatum)})</span>}
      </Paar>
    </dl>
  )
}

function Oordeelregel({ oordeel: { fase, ronde, oordeel, reden, door } }: { oordeel: Oordeel }) {
  return (
    <>
      <b>{oordeelnamen[oordeel]}</b>
      {fase === 'plan' && ` (versie ${ronde})`}, {door}: {reden}
    </>
  )
}
