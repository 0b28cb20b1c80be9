import type { CompiledQuery, QueryResult, RawBuilder } from 'kysely'
import type { Db } from './context.ts'

const marked = new WeakSet<CompiledQuery>()

/**
 * A query that every connection keeps parsed and planned (read-only.ts): for what the busiest pages ask, since planning it below
 * row-level security costs more than running it. Its plan must be good whatever the parameters are: PostgreSQL goes over to one
 * plan for all of them (test/prepared.test.ts looks at that). So limits are literals, and what differs much has a text of its own.
 */
export function prepared<T>(query: RawBuilder<T>): { execute: (db: Db) => Promise<QueryResult<T>> } {
  return {
    execute(db) {
      const compiled = query.compile(db)
      marked.add(compiled)
      return db.executeQuery(compiled)
    },
  }
}

/** The same where `when` holds: the list as everybody opens it, not each filter and page of it. */
export function preparedIf<T>(when: boolean, query: RawBuilder<T>): { execute: (db: Db) => Promise<QueryResult<T>> } {
  return when ? prepared(query) : query
}

export function isPrepared(compiled: CompiledQuery): boolean {
  return marked.has(compiled)
}
