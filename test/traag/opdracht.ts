import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { join } from 'node:path'

const PROGRAMMA = join(import.meta.dirname, '..', '..', 'bin', 'overlap.mjs')

export type Uitkomst = { code: number | null; stdout: string; stderr: string }

/** Runs a command of the program as somebody's script would: exit code and both outputs. */
export async function voerUit(argumenten: string[], env: Record<string, string>): Promise<Uitkomst> {
  const child = begin(argumenten, env)
  const [stdout, stderr] = await Promise.all([text(child.stdout!), text(child.stderr!), once(child, 'exit')])
  return { code: child.exitCode, stdout, stderr }
}

/** Starts the program and waits for the line with its address. */
export async function startMet(argumenten: string[], env: Record<string, string>) {
  const child = begin(['start', ...argumenten], env)
  const ended = once(child, 'exit')
  let output = ''
  for await (const chunk of child.stdout!) {
    output += String(chunk)
    const url = /http:\/\/[\d.]+:\d+/.exec(output)?.[0]
    if (url) {
      return {
        url,
        stop: async () => {
          child.kill('SIGTERM')
          await ended
          return child.exitCode
        },
      }
    }
  }
  throw new Error(`the program ended with ${String(child.exitCode)}: ${output}`)
}

function begin(argumenten: string[], env: Record<string, string>): ChildProcess {
  return spawn(process.execPath, [PROGRAMMA, ...argumenten], {
    env: { ...process.env, DATABASE_URL: '', OVERLAP_VOORBEELD: '', NODE_ENV: '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}
