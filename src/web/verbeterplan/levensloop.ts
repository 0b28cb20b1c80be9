import { isLopend } from '../../domain/act/verbeterplan/plan.ts'
import type { Loopstap } from '../ui/loop.tsx'
import { dagVanMoment, datum } from '../ui/notatie.ts'
import type { Kader } from './lees-kader.ts'

/** The road of a plan from asked to realised, and where on it this one stands or stopped. */
export function levensloop({ rij, plan }: Kader): Loopstap[] {
  const eersteAkkoord = plan.oordelen.find(
    ({ fase, nr, oordeel }) => fase === 'plan' && nr === null && oordeel === 'akkoord',
  )
  const rang = { gevraagd: 1, aanvullen: 1, ingediend: 2, uitvoering: 3, gerapporteerd: 4 } as const
  const dicht = !isLopend(plan.stand)
  // how far it came before it was closed
  const bereikt =
    plan.stand in rang
      ? rang[plan.stand as keyof typeof rang]
      : eersteAkkoord
        ? plan.stand === 'gerealiseerd'
          ? 5
          : 4
        : plan.ronde > 0
          ? 2
          : 1
  const stand = (nr: number): Loopstap['stand'] => {
    if (nr < bereikt || plan.stand === 'gerealiseerd') return 'gedaan'
    if (nr > bereikt) return dicht ? 'weg' : 'later'
    return dicht ? 'weg' : 'nu'
  }
  const laatste = plan.indieningen.at(-1)
  return [
    { naam: 'Gevraagd', noot: datum(dagVanMoment(rij.gevraagdOp)), stand: 'gedaan' },
    {
      naam: plan.stand === 'aanvullen' ? 'Aanvullen' : 'Indienen',
      noot:
        laatste && plan.stand !== 'aanvullen'
          ? `versie ${laatste.ronde}, ${datum(laatste.ontvangen)}`
          : `uiterlijk ${datum(plan.uiterlijk)}`,
      stand: stand(1),
    },
    { naam: 'Beoordelen', noot: eersteAkkoord && datum(dagVanMoment(eersteAkkoord.op)), stand: stand(2) },
    {
      naam: 'Uitvoeren en melden',
      noot: plan.realisatieUiterlijk === null ? undefined : `uiterlijk ${datum(plan.realisatieUiterlijk)}`,
      stand: stand(3),
    },
    { naam: 'Realisatie beoordelen', stand: stand(4) },
  ]
}
