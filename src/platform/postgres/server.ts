import { spawn } from 'node:child_process'
import { chown, mkdir, mkdtemp, open, readFile, rm, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Stop } from '../errors.ts'
import { findServer, isServer, removeSocketFolder, type Running } from './find-server.ts'
import type { Place } from './place.ts'
import { asArguments } from './settings.ts'

const SOCKET_LIMIT = 103
const START_TIMEOUT = 180_000

/** Starts the server and waits until it takes connections, crash recovery included. */
export async function runServer(place: Place, native: string, settings: Record<string, string>): Promise<Running> {
  const data = join(place.folder, 'data')
  const output = join(place.folder, 'start.log')
  await rm(output, { force: true })
  const handle = await open(output, 'wx', 0o600)
  const command = [
    ...[...place.wrapper, join(native, 'bin/postgres'), '-D', data],
    ...asArguments({ ...settings, ...(await listenSettings(place)), ...(await memorySettings()) }),
  ]
  const server = spawn(command[0]!, command.slice(1), {
    ...place.account,
    cwd: '/',
    env: { LC_ALL: 'C', ...(process.env['PATH'] === undefined ? {} : { PATH: process.env['PATH'] }) },
    // Detached: Ctrl-C in a terminal is for the program, which stops the server when its own work is done.
    detached: true,
    stdio: ['ignore', handle.fd, handle.fd],
  })
  let ended: string | undefined
  server.on('error', (error) => (ended = error.message)).on('exit', (code) => (ended ??= `code ${code ?? 'onbekend'}`))
  server.unref()
  await handle.close()

  const deadline = Date.now() + START_TIMEOUT
  while (ended === undefined && Date.now() < deadline) {
    const running = server.pid === undefined ? undefined : await readOwn(data, server.pid)
    if (running?.ready) {
      return running
    }
    await pause(5)
  }
  throw new Stop(`De database start niet (${ended ?? 'geen antwoord'}): ${await readReason(place.folder)}`)
}

/** Why the server ended, by its own words. Its log holds nothing of what is in the database. */
async function readReason(folder: string): Promise<string> {
  const current = await readFile(join(folder, 'data/current_logfiles'), 'utf8').catch(() => '')
  const logs = [join(folder, 'start.log'), join(folder, 'data', current.trim().split(' ')[1] ?? '')]
  const texts = await Promise.all(logs.map((log) => readFile(log, 'utf8').catch(() => '')))
  const lines = texts.flatMap((text) => text.trim().split('\n').slice(-10))
  const fatal = lines.filter((line) => /FATAL|PANIC|error|cannot|could not/i.test(line))
  return (fatal.length > 0 ? fatal : lines).slice(-3).join(' ')
}

/** Stops the server and waits until it is gone: politely, then at once, then by force. Nothing committed is lost. */
export async function stopServer(data: string, patience = 30_000): Promise<void> {
  const running = await findServer(data)
  if (!running) {
    return
  }
  for (const [signal, wait] of [
    ['SIGINT', patience],
    ['SIGQUIT', 3_000],
    ['SIGKILL', 10_000],
  ] as const) {
    try {
      process.kill(running.pid, signal)
    } catch {
      break
    }
    const deadline = Date.now() + wait
    while (Date.now() < deadline && (await isServer(running.pid, data))) {
      await pause(10)
    }
    if (!(await isServer(running.pid, data))) {
      break
    }
  }
  await findServer(data)
  await removeSocketFolder(running.host)
}

async function readOwn(data: string, pid: number): Promise<Running | undefined> {
  const lines = (await readFile(join(data, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n')
  // Until the server took the file over, it may still be the stale one of the previous server.
  return Number(lines[0]) === pid ? await findServer(data) : undefined
}

async function listenSettings(place: Place): Promise<Record<string, string>> {
  if (process.platform === 'win32') {
    return { listen_addresses: '127.0.0.1', port: String(20_000 + Math.floor(Math.random() * 20_000)) }
  }
  const near = join(place.folder, 's')
  const fits = Buffer.byteLength(join(near, '.s.PGSQL.5432')) <= SOCKET_LIMIT
  const folder = fits ? near : await mkdtemp('/tmp/overlap-')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  if (place.account) {
    await chown(folder, place.account.uid, place.account.gid)
  }
  // A comma or a quote would split this list of folders.
  return { listen_addresses: '', port: '5432', unix_socket_directories: `"${folder.replaceAll('"', '""')}"` }
}

// Containers often get 64 MB of shared memory; a large parallel query would fail there, a file does not.
async function memorySettings(): Promise<Record<string, string>> {
  const shared = await statfs('/dev/shm').catch(() => undefined)
  return shared && shared.bavail * shared.bsize < 256 * 1024 * 1024 ? { dynamic_shared_memory_type: 'mmap' } : {}
}
