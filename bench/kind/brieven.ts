import { Logger, runOnce } from 'graphile-worker'
import type { Diensten } from '../../src/diensten.ts'
import { stelBriefOp } from '../../src/domain/act/brief/stel-brief-op.ts'
import { verstuurBrief } from '../../src/domain/act/brief/verstuur-brief.ts'
import { makeTasks } from '../../src/jobs/tasks.ts'
import { makeLog } from '../../src/platform/log.ts'
import { createOwnerPool } from '../../src/platform/owner-pool.ts'
import { cpuVanBoom, geheugen } from '../meten.ts'
import { openProgramma } from '../opstelling.ts'
import { beantwoord } from './antwoord.ts'

export type Brievenvraag = {
  serverPid: number
  appUrl: string
  eigenUrl: string
  sleutels: string
  regioId: string
  gebruikerId: string
  onderwerp: string
  bericht: string
}
/** Milliseconds from the letter as written until the last one was mailed, and of those until the answer of "versturen"; CPU in ms, memory in MB. */
export type Brievenantwoord = { ms: number; antwoordMs: number; cpu: number; database: number; hoogste: number }

// As many at a time as the program does (src/jobs/werk.ts).
const TEGELIJK = 2

/** One letter to every aanbieder of the region, as somebody sends it and the queue makes it; only the mail server is not there. */
beantwoord(async (vraag: Brievenvraag): Promise<Brievenantwoord> => {
  const { serverPid, appUrl, eigenUrl, sleutels, regioId, gebruikerId, onderwerp, bericht } = vraag
  const programma = openProgramma(appUrl, sleutels)
  const wachtrij = createOwnerPool(eigenUrl, 6)
  const actor = {
    soort: 'gebruiker' as const,
    id: gebruikerId,
    naam: 'Contractmanager 1',
    rollen: [{ rol: 'contractmanager', agb: null }],
    agb: null,
  }
  const diensten: Diensten = {
    ...programma,
    eigenaarUrl: eigenUrl,
    log: makeLog('error'),
    map: '',
    scanner: undefined,
    post: {
      mailer: { verstuur: () => Promise.resolve({ soort: 'verzonden' }), stop: () => undefined },
      url: 'https://overlap.invalid',
    },
    stop: () => Promise.resolve(),
  }
  try {
    const ctx = { ...programma.ctx(regioId), actor }
    const cpu = process.cpuUsage()
    const database = cpuVanBoom(serverPid)
    const begin = performance.now()
    const id = await stelBriefOp(ctx, {
      sjabloon: 'informatiebrief',
      onderwerp,
      gemeente: null,
      velden: { bericht },
      selectie: {},
      selectietekst: 'alle aanbieders',
    })
    await verstuurBrief(ctx, id, 1)
    const antwoordMs = performance.now() - begin
    await runOnce({
      pgPool: wachtrij,
      concurrency: TEGELIJK,
      noHandleSignals: true,
      taskList: makeTasks(diensten),
      logger: new Logger(() => () => undefined),
    })
    const ms = performance.now() - begin
    const { user, system } = process.cpuUsage(cpu)
    return {
      ms,
      antwoordMs,
      cpu: (user + system) / 1000,
      database: cpuVanBoom(serverPid) - database,
      hoogste: geheugen(process.pid).hoogste,
    }
  } finally {
    await wachtrij.end()
    await programma.stop()
  }
})
