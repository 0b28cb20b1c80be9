import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

/** A process of the bench: `vraag` sends one message and waits for its answer. */
export type Kind = { pid: number; vraag: <T>(bericht: object) => Promise<T>; stop: () => Promise<void> }

/** Starts `bench/kind/<naam>.ts` as a process of its own. It ends when the bench does. */
export async function startKind(naam: string): Promise<Kind> {
  const kind = fork(join(import.meta.dirname, 'kind', `${naam}.ts`), {
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    serialization: 'advanced',
  })
  await Promise.race([once(kind, 'message'), gestopt(kind)])
  return {
    pid: kind.pid!,
    async vraag<T>(bericht: object) {
      const antwoord = Promise.race([once(kind, 'message'), gestopt(kind)])
      kind.send(bericht)
      const [uitkomst] = (await antwoord) as [{ goed: T } | { fout: string }]
      if ('fout' in uitkomst) throw new Error(uitkomst.fout)
      return uitkomst.goed
    },
    async stop() {
      const einde = once(kind, 'exit')
      if (kind.connected) kind.disconnect()
      await einde
    },
  }
}

async function gestopt(kind: ChildProcess): Promise<never> {
  const [code] = (await once(kind, 'exit')) as [number | null]
  throw new Error(`The process of the bench ended by itself (${code ?? 'signal'})`)
}
