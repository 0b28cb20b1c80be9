import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { setTimeout as pauze } from 'node:timers/promises'
import { vraag } from './belasting.ts'
import { leesVoorbeelden } from './generator/lees-berichten.ts'
import { maakZip } from './generator/maak-zips.ts'
import { kopieer, perZip } from './generator/schrijf-zips.ts'
import { maakVergroter, MEESTE_KOPIEEN } from './generator/vergroot.ts'
import type { Leesantwoord, Leesvraag } from './kind/lees.ts'
import { geheugen, klok, mediaan } from './meten.ts'
import { type Opstelling, PROJECT, VANDAAG } from './opstelling.ts'
import { maakProefregio, VOORBEELD } from './regio.ts'
import { startKind } from './start-kind.ts'
import { getal, overgeslagen, type Regel, regel } from './tabel.ts'

type Opties = { zaad: number; koud: number; warm: number; mb: number }

const GROEI = 1.5
const START_GRENS = 300_000

/** How long until the first page, and how much memory the program keeps. */
export async function meetStart(opstelling: Opstelling, { zaad, koud, warm, mb }: Opties) {
  const regels = await meetStarten(opstelling.map, koud, warm).catch(nietGelukt('start of the program'))
  regels.push(...(await leesVeel(opstelling, zaad, mb).catch(nietGelukt(`reading ${mb} MB`))))
  return {
    invoer: `Cold: median of ${koud}, in an empty folder; warm: median of ${warm}. Read in: a stream of generated zips, ${mb} MB of XML, nowhere stored.`,
    regels,
    bijlage: [],
  }
}

function nietGelukt(wat: string) {
  return (fout: unknown) => [overgeslagen(wat, fout instanceof Error ? fout.message : String(fout))]
}

async function meetStarten(map: string, koud: number, warm: number): Promise<Regel[]> {
  const koude: number[] = []
  for (let keer = 0; keer < koud; keer++) koude.push((await start(join(map, `start-${keer}`))).ms)
  const warme: number[] = []
  const rust: number[] = []
  for (let keer = 0; keer < warm; keer++) {
    const { ms, mb } = await start(join(map, 'start-0'), 3_000)
    warme.push(ms)
    rust.push(mb)
  }
  const doel = 120_000
  return [
    regel(
      'cold start until the first page, demonstration region read in',
      `${getal(mediaan(koude) / 1000)} s`,
      `≤ ${doel / 1000} s`,
      mediaan(koude) <= doel,
    ),
    regel('warm start until the first page', `${getal(mediaan(warme) / 1000)} s`),
    regel('memory of the program at rest', `${getal(mediaan(rust))} MB`),
  ]
}

/** Starts the program as a user does and asks its first page. */
async function start(map: string, rustMs = 0): Promise<{ ms: number; mb: number }> {
  const begin = performance.now()
  const programma = spawn(process.execPath, [join(PROJECT, 'bin/overlap.mjs'), 'start', '--poort', '0'], {
    cwd: PROJECT,
    env: { ...process.env, OVERLAP_MAP: map, OVERLAP_VOORBEELD: '1', OVERLAP_VANDAAG: VANDAAG, DATABASE_URL: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  try {
    const poort = await Promise.race([poortVan(programma), teLaat()])
    const { status } = await vraag({ poort, cookie: '' }, '/aanmelden')
    if (status !== 200) throw new Error(`The first page answered ${status}`)
    const ms = performance.now() - begin
    await pauze(rustMs)
    return { ms, mb: geheugen(programma.pid!).nu }
  } finally {
    if (programma.exitCode === null && programma.kill('SIGTERM')) await once(programma, 'exit')
  }
}

function poortVan(programma: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    let fouten = ''
    programma.stderr?.on('data', (deel: Buffer) => (fouten += deel.toString()))
    programma.stdout?.on('data', (deel: Buffer) => {
      const poort = /http:\/\/127\.0\.0\.1:(\d+)/.exec(deel.toString())?.[1]
      if (poort) resolve(Number(poort))
    })
    programma.on('exit', () =>
      reject(
        new Error(
          `The program ended: ${fouten.split('\n').find((tekst) => /\S/.test(tekst) && !/^\s|^node:/.test(tekst)) ?? ''}`,
        ),
      ),
    )
  })
}

async function teLaat(): Promise<never> {
  await pauze(START_GRENS, undefined, { ref: false })
  throw new Error('The program did not start within five minutes')
}

/** Reads `mb` of XML in a process of its own; this process packs the zips while they are asked for. */
async function leesVeel(opstelling: Opstelling, zaad: number, mb: number): Promise<Regel[]> {
  const voorbeelden = await leesVoorbeelden()
  const vergroot = maakVergroter(zaad)
  const zips = [...perZip(voorbeelden).values()]
  const grootte = (berichten: typeof voorbeelden) => berichten.reduce((som, { tekst }) => som + tekst.length, 0)
  const delen: { kopie: number; berichten: typeof voorbeelden }[] = []
  for (let gedaan = 0, i = 0; gedaan < mb * 1e6; i++) {
    const [kopie, berichten] = [Math.floor(i / zips.length), zips[i % zips.length]!]
    if (kopie >= MEESTE_KOPIEEN) break
    delen.push({ kopie, berichten })
    gedaan += grootte(berichten)
  }
  const server = createServer((verzoek, antwoord) => {
    const { kopie, berichten } = delen[Number(/\d+/.exec(verzoek.url ?? '')?.[0])]!
    pipeline(maakZip(kopieer(berichten, vergroot, kopie)), antwoord).catch(() => antwoord.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const regio = await maakProefregio(opstelling)
  const kind = await startKind('lees')
  try {
    const vraag = {
      serverPid: opstelling.serverPid,
      appUrl: regio.appUrl,
      sleutels: regio.sleutels,
      regioId: regio.regioId,
    }
    await kind.vraag({
      ...vraag,
      paden: ['aanbieders.csv', 'overeenkomsten.csv'].map((naam) => join(VOORBEELD, naam)),
    } satisfies Leesvraag)
    const vooraf = geheugen(kind.pid).nu
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const { uitkomst, ms } = await klok(() =>
      kind.vraag<Leesantwoord>({ ...vraag, bron: { url, aantal: delen.length } } satisfies Leesvraag),
    )
    const { verloop, nu, hoogste, verwerkt } = uitkomst
    const eerste = Math.max(...verloop.slice(0, Math.max(1, Math.ceil(zips.length)))) || Number.NaN
    const groei = Math.max(...verloop, nu) / eerste
    return [
      regel('memory of a reading process before', `${getal(vooraf)} MB`),
      regel(
        `memory after ${mb} MB of messages (${verwerkt} messages, ${getal(ms / 1000)} s)`,
        `${getal(nu)} MB, at most ${getal(hoogste)} MB`,
      ),
      regel(
        '**highest memory, the whole stream / its first copy of the region**',
        `**${getal(groei)}**`,
        `≤ ${GROEI}`,
        groei <= GROEI,
      ),
    ]
  } finally {
    await kind.stop()
    await regio.weg()
    server.close()
  }
}
