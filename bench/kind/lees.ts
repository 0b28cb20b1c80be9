import { get, type IncomingMessage } from 'node:http'
import { listBestanden, openStukken, type Stuk } from '../../src/cli/stukken.ts'
import { leesIn } from '../../src/domain/do/bericht/lees-in.ts'
import { cpuVanBoom, geheugen } from '../meten.ts'
import { BEHEER, openProgramma } from '../opstelling.ts'
import { beantwoord } from './antwoord.ts'

/** `paden`: files and folders as on the command line. `bron`: an address that gives zip after zip (`aantal` of them). */
export type Leesvraag = {
  serverPid: number
  appUrl: string
  sleutels: string
  regioId: string
  paden?: string[]
  bron?: { url: string; aantal: number }
}

/** Milliseconds: in all and after the last file was read (judging); CPU of this process; CPU of the database, and of it for judging. Memory in MB. */
export type Leesantwoord = {
  ms: number
  cpu: number
  database: number
  naDatabase: number
  naMs: number
  verwerkt: number
  dubbel: number
  wachtend: number
  nu: number
  hoogste: number
  verloop: number[]
}

beantwoord(async ({ serverPid, appUrl, sleutels, regioId, paden, bron }: Leesvraag): Promise<Leesantwoord> => {
  const programma = openProgramma(appUrl, sleutels)
  const verloop: number[] = []
  const cpu = process.cpuUsage()
  const database = cpuVanBoom(serverPid)
  const begin = performance.now()
  let gelezenOp = begin
  let databaseToen = database
  async function* meegelezen(stukken: AsyncIterable<Stuk>) {
    for await (const stuk of stukken) {
      yield stuk
      verloop.push(geheugen(process.pid).nu)
    }
    gelezenOp = performance.now()
    databaseToen = cpuVanBoom(serverPid)
  }
  const stukken = bron ? haal(bron.url, bron.aantal) : openStukken(listBestanden(paden ?? []).bestanden)
  const verslag = await leesIn(
    { ...programma, regioId, actor: BEHEER, scanner: undefined },
    'opdrachtregel',
    meegelezen(stukken),
  )
  const eind = performance.now()
  const databaseNu = cpuVanBoom(serverPid)
  const { user, system } = process.cpuUsage(cpu)
  await programma.stop()
  const { verwerkt, dubbel, wachtend } = verslag
  return {
    ms: eind - begin,
    cpu: (user + system) / 1000,
    database: databaseNu - database,
    naDatabase: databaseNu - databaseToen,
    naMs: eind - gelezenOp,
    verwerkt,
    dubbel,
    wachtend,
    ...geheugen(process.pid),
    verloop,
  }
})

async function* haal(url: string, aantal: number): AsyncGenerator<Stuk> {
  for (let i = 0; i < aantal; i++) {
    const inhoud = await new Promise<IncomingMessage>((resolve, reject) => {
      get(`${url}/${i}.zip`, resolve).on('error', reject)
    })
    yield { naam: `${i}.zip`, inhoud }
  }
}
