import { Logger, runOnce, type TaskList } from 'graphile-worker'
import { createOwnerPool } from '../src/platform/owner-pool.ts'

/**
 * Does what stands in the queue and stops, on a pool like the program's: one of graphile-worker's own has nobody to hear that a
 * test drops its database, and takes the process with it.
 */
export async function voerTakenUit(eigenaarUrl: string, taskList: TaskList) {
  const pgPool = createOwnerPool(eigenaarUrl, 3)
  await runOnce({ pgPool, logger: new Logger(() => () => undefined), noHandleSignals: true, taskList })
  await pgPool.end()
}
