import type { Context } from '../../../platform/context.ts'
import { leesEigen } from './van-persoon.sql.ts'
import { listTermijnen, type TermijnInLijst } from './list-termijnen.ts'

// What Vandaag names in its own words already.
const ELDERS = ['verlenging', 'einde', 'certificaat', 'vaststelling']
const VOORUIT = { days: 31 }
const HOOGSTENS = 100

/** The actor's open terms that end within a month or passed, but for those whose reminder was put off. */
export async function listVandaagtermijnen(ctx: Context): Promise<TermijnInLijst[]> {
  if (ctx.actor.soort !== 'gebruiker') return []
  const eigen = ctx.actor.agb === null ? await leesEigen(ctx, ctx.actor.id) : undefined
  const filter = { eigen, stand: 'open', tot: ctx.today.add(VOORUIT), zonderBron: ELDERS } as const
  const { rijen } = await listTermijnen(ctx, filter, { pagina: null, hoogstens: HOOGSTENS })
  return rijen.filter(
    ({ uitgesteldTot }) => !uitgesteldTot || Temporal.PlainDate.compare(uitgesteldTot, ctx.today) <= 0,
  )
}
