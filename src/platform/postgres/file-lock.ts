import { DatabaseSync } from 'node:sqlite'
import { setTimeout as pause } from 'node:timers/promises'
import { Stop } from '../errors.ts'

// The kernel drops these locks when a process dies, however it dies, so there is no stale lock to judge. SQLite is only
// the portable way to the kernel's file locks; nothing is ever written in these files.

export type Lock = { release: () => void }

/** Holds `file` alone, waiting for whoever holds it. `timeout` in milliseconds. */
export async function withFileLock<T>(file: string, timeout: number, work: () => Promise<T>): Promise<T> {
  const deadline = Date.now() + timeout
  let lock = tryExclusive(file)
  while (!lock) {
    if (Date.now() > deadline) {
      throw new Stop(`Een ander proces houdt ${file} te lang bezet. Stop de andere Overlap en probeer het opnieuw.`)
    }
    await pause(20)
    lock = tryExclusive(file)
  }
  try {
    return await work()
  } finally {
    lock.release()
  }
}

/** Takes `file` for itself, or gives undefined when somebody else holds or shares it. */
export function tryExclusive(file: string): Lock | undefined {
  return open(file, ['begin exclusive'])
}

/** Takes `file` together with others, or gives undefined when somebody holds it alone. */
export function tryShared(file: string): Lock | undefined {
  return open(file, ['begin', 'select count(*) from sqlite_master'])
}

function open(file: string, statements: string[]): Lock | undefined {
  const database = new DatabaseSync(file, { timeout: 0 })
  try {
    for (const statement of statements) {
      database.exec(statement)
    }
    return { release: () => database.close() }
  } catch (error) {
    database.close()
    if ((error as { errcode?: number }).errcode === SQLITE_BUSY) {
      return undefined
    }
    throw error
  }
}

const SQLITE_BUSY = 5
