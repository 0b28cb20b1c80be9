import { createWriteStream, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { gedeeld } from '../test/traag/bericht-gedeeld.ts'
import { BERICHTEN, leesVoorbeelden } from './generator/lees-berichten.ts'
import { schrijfZips } from './generator/schrijf-zips.ts'
import { maakVergroter } from './generator/vergroot.ts'
import type { Leesantwoord, Leesvraag } from './kind/lees.ts'
import type { Vloerantwoord, Vloervraag } from './kind/vloer.ts'
import { cpuVanBoom, mediaan } from './meten.ts'
import type { Opstelling } from './opstelling.ts'
import { maakProefregio, VOORBEELD } from './regio.ts'
import { startKind } from './start-kind.ts'
import { getal, overgeslagen, type Regel, regel } from './tabel.ts'

const TABELLEN = [
  'client',
  'bericht',
  'inleesbestand',
  'toewijzing_versie',
  'start_melding',
  'stop_melding',
  'declaratie',
  'declaratie_regel',
]
const CSV = ['aanbieders.csv', 'overeenkomsten.csv', 'evaluaties.csv', 'cto.csv'].map((naam) => join(VOORBEELD, naam))
const DOEL = 0.5

type Opties = { zaad: number; groot: number; ronden: number }
type Onze = Leesantwoord & { berichten: number }
type Vloer = Vloerantwoord & { database: number }

/** Messages a second from file to judged, against a floor that only unzips, validates and writes. */
export async function meetLezen(opstelling: Opstelling, { zaad, groot, ronden }: Opties) {
  const voorbeelden = await leesVoorbeelden()
  const klein = readdirSync(BERICHTEN)
    .sort()
    .map((zip) => join(BERICHTEN, zip))
  const map = join(opstelling.map, 'zips')
  mkdirSync(map)
  const veel = await schrijfZips(voorbeelden, maakVergroter(zaad), groot, map)

  const regels: Regel[] = []
  const bijlage: string[] = []
  let rijen: Vloervraag['rijen'] = []
  for (const [keer, zips, keren] of [
    [1, klein, ronden],
    [groot, veel, 1],
  ] as const) {
    const onze: Onze[] = []
    const vloer: Vloer[] = []
    for (let ronde = 0; ronde < keren; ronde++) {
      const { uitkomst, nieuweRijen } = await leesOnze(opstelling, zips, rijen.length === 0)
      onze.push(uitkomst)
      if (rijen.length === 0) rijen = nieuweRijen
      if (gedeeld !== null) vloer.push(await leesVloer(opstelling, zips, rijen, voorbeelden.length))
    }
    regels.push(...vergelijk(keer, onze, vloer))
    bijlage.push(...onze.slice(0, 1).map((een) => verdeling(keer, een)))
  }
  const mb = voorbeelden.reduce((som, { tekst }) => som + Buffer.byteLength(tekst), 0) / 1e6
  const soorten = [...Map.groupBy(voorbeelden, ({ soort }) => soort)]
    .map(([soort, alle]) => `${alle.length} ${soort}`)
    .join(', ')
  const invoer = `1× is the demonstration region: ${voorbeelden.length} messages (${soorten}), ${getal(mb)} MB of XML. ${groot}× are that many copies with other clients, toewijzingen and identifications. Median of ${ronden} runs for 1×, one run for ${groot}×; each in a fresh database and a fresh process.`
  return { invoer, regels, bijlage }
}

async function leesOnze(opstelling: Opstelling, zips: readonly string[], bewaarRijen: boolean) {
  const regio = await maakProefregio(opstelling)
  const kind = await startKind('lees')
  try {
    const vraag = {
      serverPid: opstelling.serverPid,
      appUrl: regio.appUrl,
      sleutels: regio.sleutels,
      regioId: regio.regioId,
    }
    await kind.vraag<Leesantwoord>({ ...vraag, paden: CSV } satisfies Leesvraag)
    const uitkomst = await kind.vraag<Leesantwoord>({ ...vraag, paden: [...zips] } satisfies Leesvraag)
    const berichten = uitkomst.verwerkt + uitkomst.dubbel + uitkomst.wachtend
    return {
      uitkomst: { ...uitkomst, berichten },
      nieuweRijen: bewaarRijen ? await exporteer(regio.eigen, opstelling.map) : [],
    }
  } finally {
    await kind.stop()
    await regio.weg()
  }
}

/** The rows that reading made, in COPY form: the floor writes exactly these. */
async function exporteer(eigen: pg.Client, map: string): Promise<Vloervraag['rijen']> {
  const rijen: Vloervraag['rijen'] = []
  for (const tabel of TABELLEN) {
    const bestand = join(map, `${tabel}.copy`)
    await pipeline(eigen.query(copyTo(`copy ${tabel} to stdout`)), createWriteStream(bestand))
    rijen.push({ tabel, bestand })
  }
  return rijen
}

async function leesVloer(
  opstelling: Opstelling,
  zips: readonly string[],
  rijen: Vloervraag['rijen'],
  berichten: number,
) {
  const database = await opstelling.nieuweDatabase()
  const kind = await startKind('vloer')
  try {
    const voor = cpuVanBoom(opstelling.serverPid)
    const uitkomst = await kind.vraag<Vloerantwoord>({
      url: database.eigenUrl,
      zips: [...zips],
      rijen,
      berichten,
    } satisfies Vloervraag)
    if (uitkomst.ongeldig > 0) throw new Error(`The floor found ${uitkomst.ongeldig} messages that the XSD refuses`)
    return { ...uitkomst, database: cpuVanBoom(opstelling.serverPid) - voor }
  } finally {
    await kind.stop()
    await database.weg()
  }
}

function vergelijk(keer: number, onze: Onze[], vloer: Vloer[]): Regel[] {
  const snelheid = mediaan(onze.map(({ berichten, ms }) => (1000 * berichten) / ms))
  const lezen = mediaan(onze.map(({ berichten, ms, naMs }) => (1000 * berichten) / (ms - naMs)))
  const regels = [
    regel(`${keer}×: messages/s, judged`, getal(snelheid)),
    regel(`${keer}×: messages/s, reading alone`, getal(lezen)),
  ]
  if (vloer.length === 0) {
    return [
      ...regels,
      overgeslagen(`${keer}×: ratio to the floor`, 'the official XSDs are not here (OVERLAP_SHARED or ../shared)'),
    ]
  }
  const vloerSnelheid = mediaan(vloer.map(({ berichten, ms }) => (1000 * berichten) / ms))
  const ratio = snelheid / vloerSnelheid
  return [
    ...regels,
    regel(`${keer}×: floor, messages/s`, getal(vloerSnelheid)),
    regel(`${keer}×: **ratio, judged**`, `**${getal(ratio)}**`, `≥ ${DOEL}`, ratio >= DOEL),
    regel(`${keer}×: ratio, reading alone`, getal(lezen / vloerSnelheid)),
    regel(`${keer}×: CPU per message, program + database`, cpuPerBericht(onze)),
    regel(`${keer}×: the same of the floor`, cpuPerBericht(vloer)),
  ]
}

function verdeling(keer: number, { berichten, ms, naMs, naDatabase, hoogste, dubbel, wachtend }: Onze): string {
  return `${keer}×: ${berichten} messages (${dubbel} known already, ${wachtend} waiting) in ${getal(ms / 1000)} s, of which ${getal(naMs / 1000)} s judging (CPU of the database ${getal(naDatabase / 1000)} s); memory at most ${getal(hoogste)} MB.`
}

function cpuPerBericht(runs: { cpu: number; database: number; berichten: number }[]): string {
  const per = (veld: 'cpu' | 'database') => mediaan(runs.map((run) => run[veld] / run.berichten))
  return `${getal(per('cpu'))} + ${getal(per('database'))} ms`
}
