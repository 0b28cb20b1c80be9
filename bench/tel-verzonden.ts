import type pg from 'pg'
import { Batch } from '../src/platform/postgres/batch.ts'

/** Statements sent so far, and of those begin, commit and set_config. */
export type Opdrachtstand = { opdrachten: number; rand: number }

/** Counts what goes over connections that this pool opens from now on. */
export function telVerzonden(pool: pg.Pool): Opdrachtstand {
  const stand = { opdrachten: 0, rand: 0 }
  pool.on('connect', (client) => {
    const query: unknown = Reflect.get(client, 'query')
    const tel = (...args: unknown[]) => {
      for (const tekst of tekstenVan(args[0])) {
        stand.opdrachten++
        if (/^(begin|start transaction|commit|rollback|set |select set_config)/i.test(tekst)) stand.rand++
      }
      return (query as (...args: unknown[]) => unknown).apply(client, args)
    }
    // the program's own query is not writable on the prototype
    Object.defineProperty(client, 'query', { value: tel })
  })
  return stand
}

function tekstenVan(opdracht: unknown): string[] {
  if (opdracht instanceof Batch) return opdracht.texts
  return [typeof opdracht === 'string' ? opdracht : ((opdracht as { text?: string }).text ?? '')]
}
