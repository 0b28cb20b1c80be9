import type { Plan } from '../../domain/act/verbeterplan/plan.ts'
import { datum, moment } from '../ui/notatie.ts'
import { Tijdlijn } from '../ui/tijdlijn.tsx'
import type { Kader } from './lees-kader.ts'
import { oordeelnamen } from './woorden.tsx'

/** All that happened, the newest first; judgements of points stand with their point. */
export function Gebeurtenissen({ kader: { rij, plan } }: { kader: Kader }) {
  const alles = [
    {
      op: rij.gevraagdOp,
      soort: 'gecontracteerd' as const,
      tekst: (
        <>
          <b>Gevraagd</b> door {rij.gevraagdDoor}
        </>
      ),
    },
    ...plan.indieningen.map(({ op, ronde, door, partij, ontvangen }) => ({
      op,
      soort: 'geleverd' as const,
      tekst: (
        <>
          <b>Versie {ronde} ingediend</b> door {door}
          {partij === 'opdrachtgever' && `, namens de aanbieder, ontvangen op ${datum(ontvangen)}`}
        </>
      ),
    })),
    ...plan.oordelen
      .filter(({ nr }) => nr === null)
      .map((oordeel) => ({
        op: oordeel.op,
        soort: undefined,
        tekst: (
          <>
            <b>
              {oordeel.fase === 'plan' ? `Versie ${oordeel.ronde}` : 'Realisatie'}:{' '}
              {oordeelnamen[oordeel.oordeel].toLowerCase()}
            </b>
            , {oordeel.door}: {oordeel.reden}
          </>
        ),
      })),
    ...groepeer(plan),
    ...plan.verzettingen.map(({ op, soort, van, naar, reden, door }) => ({
      op,
      soort: undefined,
      tekst: (
        <>
          <b>{soort === 'plan' ? 'Termijn voor het plan' : 'Termijn voor de realisatie'} verzet</b> van {datum(van)}{' '}
          naar {datum(naar)}, {door}: {reden}
        </>
      ),
    })),
    ...(plan.stand === 'niet ingediend' || plan.stand === 'ingetrokken'
      ? [
          {
            op: rij.geslotenOp!,
            soort: undefined,
            tekst: (
              <>
                <b>Gesloten: {plan.stand}</b>: {rij.geslotenReden}
              </>
            ),
          },
        ]
      : []),
  ].toSorted((a, b) => Temporal.Instant.compare(b.op, a.op))
  return (
    <Tijdlijn
      gebeurtenissen={alles.map(({ op, tekst, soort }) => ({
        moment: moment(op),
        datetime: op.toString(),
        tekst,
        ...(soort && { soort }),
      }))}
    />
  )
}

// Points that were reported or judged together are one event.
function groepeer(plan: Plan) {
  const per = new Map<
    string,
    { op: Temporal.Instant; soort: 'geleverd' | undefined; wat: string; door: string; nummers: number[] }
  >()
  const tel = (
    wat: string,
    soort: 'geleverd' | undefined,
    { op, door, nr }: { op: Temporal.Instant; door: string; nr: number },
  ) => {
    const sleutel = `${wat} ${op.toString()} ${door}`
    const bekend = per.get(sleutel) ?? { op, soort, wat, door, nummers: [] }
    per.set(sleutel, { ...bekend, nummers: [...bekend.nummers, nr] })
  }
  for (const melding of plan.meldingen) tel('Gemeld', 'geleverd', melding)
  for (const { fase, nr, op, door } of plan.oordelen) {
    if (fase === 'realisatie' && nr !== null) tel('Realisatie beoordeeld', undefined, { op, door, nr })
  }
  return [...per.values()].map(({ op, soort, wat, door, nummers }) => ({
    op,
    soort,
    tekst: (
      <>
        <b>{wat}</b>: {nummers.length === 1 ? 'punt' : 'punten'} {nummers.join(', ')}, door {door}
      </>
    ),
  }))
}
