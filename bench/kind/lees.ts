import { get, type IncomingMessage } from 'node:http'
import { listBestanden, openStukken, type Stuk } from '../../src/cli/stukken.ts'
import { leesIn } from '../../src/domain/do/bericht/lees-in.ts'
import { geheugen } from '../meten.ts'
import { BEHEER, openProgramma } from '../opstelling.ts'
import { beantwoord } from './antwoord.ts'

/** `paden`: files and folders as on the command line. `bron`: an address that gives zip after zip (`aantal` of them). */
export type Leesvraag = {
  appUrl: string
  sleutels: string
  regioId: string
  paden?: string[]
  bron?: { url: string; aantal: number }
}

/** Milliseconds in all and of these after the last file was read (judging); memory in MB. */
export type Leesantwoord = {
  ms: number
  naMs: number
  verwerkt: number
  dubbel: number
  wachtend: number
  nu: number
  hoogste: number
  verloop: number[]
}

beantwoord(async ({ appUrl, sleutels, regioId, paden, bron }: Leesvraag): Promise<Leesantwoord> => {
  const programma = openProgramma(appUrl, sleutels)
  const verloop: number[] = []
  const begin = performance.now()
  let gelezenOp = begin
  async function* meegelezen(stukken: AsyncIterable<Stuk>) {
    for await (const stuk of stukken) {
      yield stuk
      verloop.push(geheugen(process.pid).nu)
    }
    gelezenOp = performance.now()
  }
  const stukken = bron ? haal(bron.url, bron.aantal) : openStukken(listBestanden(paden ?? []).bestanden)
  const verslag = await leesIn({ ...programma, regioId, actor: BEHEER }, 'opdrachtregel', meegelezen(stukken))
  const eind = performance.now()
  await programma.stop()
  const { verwerkt, dubbel, wachtend } = verslag
  return { ms: eind - begin, naMs: eind - gelezenOp, verwerkt, dubbel, wachtend, ...geheugen(process.pid), verloop }
})

async function* haal(url: string, aantal: number): AsyncGenerator<Stuk> {
  for (let i = 0; i < aantal; i++) {
    const inhoud = await new Promise<IncomingMessage>((resolve, reject) => {
      get(`${url}/${i}.zip`, resolve).on('error', reject)
    })
    yield { naam: `${i}.zip`, inhoud }
  }
}
