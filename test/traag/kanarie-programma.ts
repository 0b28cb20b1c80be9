import { spawn } from 'node:child_process'
import { join } from 'node:path'

const PROGRAMMA = join(import.meta.dirname, '..', '..', 'bin', 'overlap.mjs')

/** Starts the real program; everything it writes is kept. `url` is there when it answers. */
export async function startProgramma(env: Record<string, string>) {
  const child = spawn(process.execPath, [PROGRAMMA, 'start', '--poort', '0'], {
    env: { ...process.env, DATABASE_URL: '', OVERLAP_VOORBEELD: '', NODE_ENV: '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const delen: Buffer[] = []
  const uitvoer = () => Buffer.concat(delen).toString()
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()))
  const url = await new Promise<string>((resolve, reject) => {
    const lees = (deel: Buffer) => {
      delen.push(deel)
      const gevonden = /http:\/\/[\d.]+:\d+/.exec(uitvoer())?.[0]
      if (gevonden) resolve(gevonden)
    }
    child.stdout.on('data', lees)
    child.stderr.on('data', lees)
    child.on('exit', () => reject(new Error(`the program ended: ${uitvoer()}`)))
  })
  const stop = async () => {
    child.kill('SIGTERM')
    await ended
  }
  return { url, uitvoer, stop }
}
