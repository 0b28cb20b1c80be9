import { serve } from '@hono/node-server'
import type { AddressInfo } from 'node:net'
import { createApp } from '../../src/app.ts'
import { makeLog } from '../../src/platform/log.ts'
import { startSessie } from '../../src/platform/sessie.ts'
import { openProgramma } from '../opstelling.ts'
import { telVerzonden, type Opdrachtstand } from '../tel-verzonden.ts'
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
/** `cpu`: of this process in ms. */
export type Webstand = Opdrachtstand & { cpu: number }

let stand: Opdrachtstand = { opdrachten: 0, rand: 0 }

/** The program's own web server, with the statements of its connections counted. */
beantwoord(async (vraag: Webvraag): Promise<Webstart | Webstand> => {
  if (vraag.soort === 'stand') {
    const { user, system } = process.cpuUsage()
    return { cpu: (user + system) / 1000, ...stand }
  }
  const programma = openProgramma(vraag.appUrl, vraag.sleutels)
  stand = telVerzonden(programma.pool)
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
