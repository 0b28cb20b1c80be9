import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type Postgres, startPostgres } from '../src/platform/postgres/start-postgres.ts'

/** The server for tests and generated files. It is kept between runs; what is in it can always be made again. */
export async function startTestServer(): Promise<Postgres> {
  const map = join(import.meta.dirname, '../.overlap/test')
  const options = {
    map,
    sync: false,
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '300' },
  }
  try {
    return await startPostgres(options)
  } catch {
    // Without fsync a crash of the machine may have damaged it.
    await rm(join(map, 'database'), { recursive: true, force: true })
    return await startPostgres(options)
  }
}
