import pg from 'pg'

/**
 * A plain pool of the owner for graphile-worker, which wants Date and not Temporal. Its own pool leaves a moment without listeners
 * when it ends, in which a server that stops would take the whole process with it.
 */
export function createOwnerPool(connectionString: string, max: number): pg.Pool {
  const pool = new pg.Pool({ connectionString, max, application_name: 'overlap wachtrij' })
  const ignore = () => undefined
  return pool.on('error', ignore).on('connect', (client) => client.on('error', ignore))
}
