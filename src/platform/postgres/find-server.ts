import { readdir, readFile, readlink, realpath, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

/** What the server itself writes down while it runs. `host` is the folder of its socket, or an address. */
export type Running = { pid: number; host: string; port: number; ready: boolean }

/** The server that runs on this data folder, or undefined; what a dead one left behind is cleared away. */
export async function findServer(data: string): Promise<Running | undefined> {
  const file = join(data, 'postmaster.pid')
  const lines = (await readFile(file, 'utf8').catch(() => '')).split('\n')
  const pid = Number(lines[0])
  if (!pid) {
    return undefined
  }
  const socketFolder = lines[4] ?? ''
  if (!(await isServer(pid, data))) {
    await clearLeftovers(data, file, socketFolder, Number(lines[3]))
    return undefined
  }
  return {
    pid,
    host: socketFolder === '' ? (lines[5] ?? '') : socketFolder,
    port: Number(lines[3]),
    ready: lines[7]?.trim() === 'ready',
  }
}

/** A pid may belong to another process by now: a server works in its data folder. */
export async function isServer(pid: number, data: string): Promise<boolean> {
  try {
    process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM' && process.platform !== 'linux'
  }
  return process.platform !== 'linux' || (await worksIn(pid, await realpath(data)))
}

async function worksIn(pid: number, data: string): Promise<boolean> {
  const [cwd, state] = await Promise.all([
    readlink(`/proc/${pid}/cwd`).catch(() => ''),
    readFile(`/proc/${pid}/stat`, 'utf8').catch(() => ''),
  ])
  // A zombie is a server that ended and is not yet collected; where nobody collects, it stays.
  return cwd === data && !/\) Z /.test(state)
}

/**
 * After a killed server its connections may go on with what they were doing, and the next server would refuse to start: end
 * them. The pid file and the lock of its socket stop the next one too when their pid is a zombie or another process by now.
 */
async function clearLeftovers(data: string, pidFile: string, socketFolder: string, port: number): Promise<void> {
  if (process.platform === 'linux') {
    const folder = await realpath(data)
    const pids = (await readdir('/proc')).map(Number).filter((pid) => pid > 0 && pid !== process.pid)
    for (const pid of pids) {
      if (await worksIn(pid, folder)) {
        process.kill(pid, 'SIGKILL')
      }
    }
    const deadline = Date.now() + 5_000
    while (Date.now() < deadline && (await Promise.all(pids.map((pid) => worksIn(pid, folder)))).includes(true)) {
      await pause(10)
    }
  }
  await rm(pidFile, { force: true })
  if (socketFolder !== '') {
    await rm(join(socketFolder, `.s.PGSQL.${port}`), { force: true })
    await rm(join(socketFolder, `.s.PGSQL.${port}.lock`), { force: true })
    await removeSocketFolder(socketFolder)
  }
}

/** A socket folder outside the database folder is made for one server only. */
export async function removeSocketFolder(folder: string): Promise<void> {
  if (dirname(folder) === '/tmp' && folder.startsWith('/tmp/overlap-')) {
    await rm(folder, { recursive: true, force: true })
  }
}
