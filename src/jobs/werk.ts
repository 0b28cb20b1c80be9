import { Logger, parseCrontab, run } from 'graphile-worker'
import type { Diensten } from '../diensten.ts'
import { createOwnerPool } from '../platform/owner-pool.ts'
import { makeTasks } from './tasks.ts'

// Every night what was recorded of reading cases is sealed, the head of each audit chain is written outside the database, what only
// time changes is looked at, and what sign-in left behind is thrown away. Every hour what is due in the calendar; a message goes out
// once a day (plan/kalender).
const CRONTAB = `5 2 * * * verzegel-inzage ?id=verzegel-inzage&fill=1d
15 2 * * * schrijf-anker ?id=schrijf-anker&fill=1d
10 * * * * herinner-elk-uur ?id=herinner-elk-uur&fill=2h
30 2 * * * controleer-dagelijks ?id=controleer-dagelijks&fill=1d
25 3 * * * ruim-toegang-op ?id=ruim-toegang-op&fill=1d`

/** Starts the queue worker on the owner's connection; the tasks themselves work as the program's role. */
export async function startWerk(diensten: Diensten): Promise<{ stop: () => Promise<void> }> {
  const { log } = diensten
  const pool = createOwnerPool(diensten.eigenaarUrl, 6)
  const runner = await run({
    pgPool: pool,
    concurrency: 2,
    noHandleSignals: true,
    pollInterval: 2000,
    taskList: makeTasks(diensten),
    parsedCronItems: parseCrontab(CRONTAB),
    logger: new Logger(() => (level, message) => {
      // messages of the worker name job and error; only errors matter to the operator
      if (level === 'error') log.error({ job: message.split('\n')[0] }, 'job failed')
    }),
  })
  return {
    stop: async () => {
      await runner.stop()
      await pool.end()
    },
  }
}
