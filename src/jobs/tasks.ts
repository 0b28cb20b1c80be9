import type { Task } from 'graphile-worker'
import { makeContext, SYSTEEM, type Diensten } from '../diensten.ts'
import { controleerCertificaten } from '../domain/check/bevinding/controleer-certificaten.ts'
import { controleerOvereenkomsten } from '../domain/check/bevinding/controleer-overeenkomsten.ts'
import { berekenKpis } from '../domain/check/kpi/bereken-kpis.ts'
import { beoordeelBerichten } from '../domain/do/bericht/beoordeel-berichten.ts'
import { listRegios } from '../domain/plan/inrichting/list-regios.ts'
import { enqueue, type Jobs } from '../domain/jobs.ts'
import { schrijfAnker } from '../platform/audit-controle.ts'

type Handlers = { [Name in keyof Jobs]: (payload: Jobs[Name]) => Promise<unknown> }

/** One line per job; the compiler reports a job that has no handler. Each opens its transaction as the region of its payload. */
export function makeTasks(diensten: Diensten): Record<string, Task> {
  const als = (regioId: string) => makeContext(diensten, regioId, SYSTEEM)
  const handlers: Handlers = {
    'beoordeel-berichten': ({ regioId }) => beoordeelBerichten(als(regioId)),
    'bereken-kpis': ({ regioId }) => berekenKpis(als(regioId), {}),
    'controleer-overeenkomsten': ({ regioId }) => controleerOvereenkomsten(als(regioId)),
    'controleer-certificaten': ({ regioId }) => controleerCertificaten(als(regioId)),
    'controleer-dagelijks': () => controleerDagelijks(diensten),
    'schrijf-anker': () => schrijfAnkers(diensten),
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

/** What only time changes: each region is looked at by jobs of its own, so that one that fails holds up no other. */
async function controleerDagelijks(diensten: Diensten) {
  for (const { id: regioId } of await listRegios(diensten.db)) {
    const ctx = makeContext(diensten, regioId, SYSTEEM)
    await enqueue(ctx, 'controleer-overeenkomsten', { regioId }, `controleer-overeenkomsten:${regioId}`)
    await enqueue(ctx, 'controleer-certificaten', { regioId }, `controleer-certificaten:${regioId}`)
  }
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
