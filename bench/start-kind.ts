import { fork } from 'node:child_process'
import { join } from 'node:path'

/** A process of the bench: `vraag` sends one message and waits for its answer. */
export type Kind = { pid: number; vraag: <T>(bericht: object) => Promise<T>; stop: () => Promise<void> }

type Antwoord = { goed: unknown } | { fout: string } | 'klaar'

/** Starts `bench/kind/<naam>.ts` as a process of its own. It ends when the bench does. */
export async function startKind(naam: string): Promise<Kind> {
  const kind = fork(join(import.meta.dirname, 'kind', `${naam}.ts`), {
    execArgv: ['--import', 'tsx'],
    // as the program runs where people work with it: React has another, slower build for development
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    serialization: 'advanced',
  })
  let hoor: (antwoord: Antwoord) => void = () => undefined
  kind.on('message', (antwoord) => hoor(antwoord as Antwoord))
  const einde = new Promise<number | null>((resolve) => kind.once('exit', resolve))
  const gestopt = einde.then((code) => ({ fout: `The process ${naam} ended by itself (${code ?? 'signal'})` }))
  const wacht = () => Promise.race([new Promise<Antwoord>((resolve) => (hoor = resolve)), gestopt])

  const begin = await wacht()
  if (begin !== 'klaar') throw new Error('fout' in begin ? begin.fout : naam)
  return {
    pid: kind.pid!,
    async vraag<T>(bericht: object) {
      const antwoord = wacht()
      kind.send(bericht)
      const uitkomst = await antwoord
      if (uitkomst === 'klaar' || 'fout' in uitkomst) throw new Error(uitkomst === 'klaar' ? naam : uitkomst.fout)
      return uitkomst.goed as T
    },
    async stop() {
      if (kind.connected) kind.disconnect()
      await einde
    },
  }
}
