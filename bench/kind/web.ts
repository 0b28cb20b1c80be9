import { serve } from '@hono/node-server'
import type { AddressInfo } from 'node:net'
import { createApp } from '../../src/app.ts'
import { Batch } from '../../src/platform/postgres/batch.ts'
import { makeLog } from '../../src/platform/log.ts'
import { startSessie } from '../../src/platform/sessie.ts'
import { openProgramma } from '../opstelling.ts'
import { beantwoord } from './antwoord.ts'

export type Webvraag =
  | {
      soort: 'start'
      appUrl: string
      sleutels: string
      regioId: string
      gebruikerId: string
      /** Reading cases is not recorded: only to see what recording costs. */
      zonderInzage?: boolean
    }
  | { soort: 'stand' }
export type Webstart = { poort: number; cookie: string }
/** CPU of this process in ms, statements sent so far, and of those begin, commit and set_config. */
export type Webstand = { cpu: number; opdrachten: number; rand: number }

const stand = { opdrachten: 0, rand: 0 }

/** The program's own web server, with the statements of its connections counted. */
beantwoord(async (vraag: Webvraag): Promise<Webstart | Webstand> => {
  if (vraag.soort === 'stand') {
    const { user, system } = process.cpuUsage()
    return { cpu: (user + system) / 1000, ...stand }
  }
  const programma = openProgramma(vraag.appUrl, vraag.sleutels)
  programma.pool.on('connect', (client) => {
    const query: unknown = Reflect.get(client, 'query')
    const tel = (...args: unknown[]) => {
      for (const tekst of tekstenVan(args[0])) {
        stand.opdrachten++
        if (/^(begin|start transaction|commit|rollback|set |select set_config)/i.test(tekst)) stand.rand++
      }
      return (query as (...args: unknown[]) => unknown).apply(client, args)
    }
    // the program's own query is not writable on the prototype
    Object.defineProperty(client, 'query', { value: tel })
  })
  const token = await startSessie(programma.ctx(vraag.regioId), vraag.gebruikerId, {
    wijze: 'wachtwoord en code',
    toestel: 'bench',
  })
  const app = createApp({
    ...programma,
    log: makeLog('error'),
    voorbeeld: true,
    ...(vraag.zonderInzage && { legVast: () => Promise.resolve() }),
  })
  const poort = await new Promise<number>((resolve) => {
    serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, ({ port }: AddressInfo) => resolve(port))
  })
  return { poort, cookie: `overlap=${token}` }
})

function tekstenVan(opdracht: unknown): string[] {
  if (opdracht instanceof Batch) return opdracht.texts
  return [typeof opdracht === 'string' ? opdracht : ((opdracht as { text?: string }).text ?? '')]
}
