import type { Task } from 'graphile-worker'
import { makeContext, SYSTEEM, type Diensten } from '../diensten.ts'
import { controleerOvereenkomsten } from '../domain/check/bevinding/controleer-overeenkomsten.ts'
import { verzegelInzage } from '../domain/check/inzage/verzegel-inzage.ts'
import { berekenKpis } from '../domain/check/kpi/bereken-kpis.ts'
import { beoordeelBerichten } from '../domain/do/bericht/beoordeel-berichten.ts'
import { listRegios } from '../domain/plan/inrichting/list-regios.ts'
import type { Jobs } from '../domain/jobs.ts'
import { schrijfAnker } from '../platform/audit-controle.ts'

type Handlers = { [Name in keyof Jobs]: (payload: Jobs[Name]) => Promise<unknown> }

/** One line per job; the compiler reports a job that has no handler. Each opens its transaction as the region of its payload. */
export function makeTasks(diensten: Diensten): Record<string, Task> {
  const als = (regioId: string) => makeContext(diensten, regioId, SYSTEEM)
  const handlers: Handlers = {
    'beoordeel-berichten': ({ regioId }) => beoordeelBerichten(als(regioId)),
    'bereken-kpis': ({ regioId }) => berekenKpis(als(regioId), {}),
    'controleer-overeenkomsten': ({ regioId }) => controleerOvereenkomsten(als(regioId)),
    'schrijf-anker': () => schrijfAnkers(diensten),
    'verzegel-inzage': () => verzegelAlles(diensten),
  }
  return Object.fromEntries(
    Object.entries(handlers).map(([naam, handler]) => [
      naam,
      async (payload: unknown) => {
        await (handler as (payload: unknown) => Promise<unknown>)(payload)
      },
    ]),
  )
}

/** A seal over what was recorded of reading cases, in the chain of every region. */
export async function verzegelAlles(diensten: Diensten): Promise<void> {
  for (const { id } of await listRegios(diensten.db)) await verzegelInzage(makeContext(diensten, id, SYSTEEM))
}

/** Head and length of every chain, in one file of the day. */
export async function schrijfAnkers(diensten: Diensten): Promise<string> {
  const regios = await listRegios(diensten.db)
  return schrijfAnker(
    regios.map(({ id, naam }) => ({ ...makeContext(diensten, id, SYSTEEM), regioNaam: naam })),
    diensten.map,
    diensten.clock.today(),
  )
}
