import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const project = join(import.meta.dirname, '..', '..')

export type Programma = {
  url: string
  map: string
  pid: number
  stop: () => Promise<void>
  /** Ends it and leaves its folder: the same region goes on from there on another day. */
  zetStil: () => Promise<void>
}

/** The surroundings of a program in a folder of its own: nothing of this process but what it needs to run. */
function omgeving(map: string): NodeJS.ProcessEnv {
  return { ...process.env, OVERLAP_MAP: map, NODE_ENV: '', DATABASE_URL: '' }
}

/** Runs one command of the real program in that folder; gives what it printed. Throws when it fails. */
export function voerOpdrachtUit(map: string, argumenten: string[], env: Record<string, string> = {}): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(project, 'bin', 'overlap.mjs'), ...argumenten], {
    env: { ...omgeving(map), ...env },
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`${argumenten.join(' ')}: ${String(status)} ${stderr}`)
  return stdout
}

/** Starts the real program with the demonstration region in a folder of its own; ready when it answers. */
export async function startProgramma(
  env: Record<string, string> = {},
  map = mkdtempSync(join(tmpdir(), 'overlap-e2e-')),
  poort = 0,
): Promise<Programma> {
  const child = spawn(process.execPath, [join(project, 'bin', 'overlap.mjs'), 'start', '--poort', String(poort)], {
    env: { ...omgeving(map), OVERLAP_VOORBEELD: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const output: string[] = []
  const url = await new Promise<string>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`the program did not start in time: ${output.join('')}`)), 240_000)
    const lees = (chunk: Buffer) => {
      output.push(chunk.toString())
      const found = /http:\/\/[\d.]+:\d+/.exec(output.join(''))
      if (found) {
        clearTimeout(timer)
        resolve(found[0])
      }
    }
    child.stdout.on('data', lees)
    child.stderr.on('data', lees)
    child.on('exit', (code) => reject(new Error(`the program ended with ${String(code)}: ${output.join('')}`)))
  })
  const ended = new Promise<void>((resolve) => child.on('exit', () => resolve()))
  const zetStil = async () => {
    child.kill('SIGTERM')
    await ended
  }
  return {
    url,
    map,
    pid: child.pid!,
    zetStil,
    stop: async () => {
      await zetStil()
      rmSync(map, { recursive: true, force: true })
    },
  }
}
