import type pg from 'pg'
import { mediaan } from './meten.ts'

/** Median milliseconds of two fixed pieces of work, so that figures of different machines and moments can be compared. */
export type Ijking = { cpu: number; query: number }

const RONDEN = 5

/** A loop without memory or system calls, and a query that reads no table. Takes about two seconds. */
export async function ijk(verbinding: pg.Client): Promise<Ijking> {
  const cpu: number[] = []
  const query: number[] = []
  for (let ronde = 0; ronde < RONDEN; ronde++) {
    const begin = performance.now()
    lus()
    cpu.push(performance.now() - begin)
    const midden = performance.now()
    await verbinding.query(
      `select count(*), sum(h) from (select i % 1000 as k, sum(hashint8(i)::bigint) as h from generate_series(1, 500000) i group by 1)`,
    )
    query.push(performance.now() - midden)
  }
  return { cpu: mediaan(cpu), query: mediaan(query) }
}

function lus(): number {
  let stand = 0x2545f491
  for (let i = 0; i < 60_000_000; i++) {
    stand ^= stand << 13
    stand ^= stand >>> 17
    stand ^= stand << 5
  }
  return stand
}
