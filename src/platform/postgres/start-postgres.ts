import { access, chown, constants, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Stop } from '../errors.ts'
import { isRoot, ownerOf } from './account.ts'
import { prepareBinaries } from './binaries.ts'
import { prepareCluster } from './cluster.ts'
import { tryExclusive, tryShared, withFileLock } from './file-lock.ts'
import { findServer, type Running } from './find-server.ts'
import { prepareMap, preparePlace } from './place.ts'
import { DATABASE, prepareRoles } from './roles.ts'
import { runServer, stopServer } from './server.ts'
import { settings } from './settings.ts'

export type Role = 'beheer' | 'eigenaar' | 'app'

export type Postgres = {
  /** Connection string for a role; the database is `overlap` unless named. */
  url: (role: Role, database?: string) => string
  /** Whether this call started the server, or found it running. */
  started: boolean
  /** Lets go of the server; the last process that uses it stops it. */
  stop: () => Promise<void>
}

type Options = {
  /** Folder for everything that must last; the data lies in `database` in it. */
  map: string
  /** Settings on top of the usual ones. */
  settings?: Record<string, string>
  /** Whether a new cluster is forced to disk; only tests leave that out. */
  sync?: boolean
}

const LOCK_TIMEOUT = 300_000

/** Starts the embedded PostgreSQL of `map`, or joins the one that runs already. */
export async function startPostgres(options: Options): Promise<Postgres> {
  const map = await prepareMap(options.map)
  const [turn, users] = [await lockFile(map, '.beurt'), await lockFile(map, '.gebruik')]

  return await withFileLock(turn, LOCK_TIMEOUT, async () => {
    const place = await preparePlace(map)
    const data = join(place.folder, 'data')
    const native = await prepareBinaries(map, place.account)
    const passwords = await prepareCluster(place, native, options.sync ?? true)

    const url = (running: Running, role: Role, database = DATABASE) =>
      `postgresql://overlap_${role}:${passwords[role]}@${encodeURIComponent(running.host)}:${running.port}/${database}`

    const found = await findAnswering(data, (running) => prepareRoles(url(running, 'beheer', 'postgres'), passwords))
    const running = found ?? (await runServer(place, native, { ...settings, ...options.settings }))
    if (!found) {
      await prepareRoles(url(running, 'beheer', 'postgres'), passwords)
    }

    // Every process that uses the server shares this lock; whoever can have it alone is the last one.
    const use = tryShared(users)
    let stopped: Promise<void> | undefined
    return {
      url: (role, database) => url(running, role, database),
      started: !found,
      stop: () => (stopped ??= leave()),
    }

    function leave(): Promise<void> {
      return withFileLock(turn, LOCK_TIMEOUT, async () => {
        use?.release()
        const alone = tryExclusive(users)
        if (alone) {
          await stopServer(data)
          alone.release()
        }
      })
    }
  })
}

/** The running server when it answers; one that hangs, or was orphaned while it started or stopped, is ended. */
async function findAnswering(data: string, greet: (running: Running) => Promise<void>): Promise<Running | undefined> {
  const start = Date.now()
  for (let running = await findServer(data); ; running = await findServer(data)) {
    if (!running) {
      return undefined
    }
    if (running.ready) {
      try {
        await greet(running)
        return running
      } catch {
        // Stopping, or its socket is gone: look again.
      }
    }
    // Crash recovery takes its time; a server that says it is ready must answer soon.
    if (Date.now() - start > (running.ready ? 3_000 : 120_000)) {
      await stopServer(data, 3_000)
      return undefined
    }
    await pause(50)
  }
}

// Only made here, never opened: closing any handle on a file drops the locks this process has on it.
async function lockFile(map: string, name: string): Promise<string> {
  const path = join(map, name)
  try {
    await writeFile(path, '', { flag: 'wx', mode: 0o600 })
    const owner = await ownerOf(map)
    if (owner && isRoot()) {
      await chown(path, owner.uid, owner.gid)
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') {
      throw error
    }
  }
  await access(path, constants.R_OK | constants.W_OK).catch(() => {
    throw new Stop(`De map ${map} is van een andere gebruiker. Start Overlap als die gebruiker, of kies OVERLAP_MAP.`)
  })
  return path
}
