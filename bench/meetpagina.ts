import { belast, vraag } from './belasting.ts'
import { kwantiel, mediaan } from './meten.ts'
import { getal } from './tabel.ts'
import type { Webregio } from './webregio.ts'

export type Pagina = { naam: string; paden: (regio: Webregio) => string[] }
export type Uitslag = { p50: number; p95: number; perSeconde: number; kb: number; cpuWeb: number; cpuDatabase: number }
/** Statements of one request, and of those begin, commit and set_config. */
export type Opdrachten = { alle: number; rand: number }

export const VERBINDINGEN = [1, 16]
/** What is ten times as large may take this much longer. */
export const VLAK = 1.3

/** How long each round lasts: so many requests, or so many milliseconds. */
type Duur = { ronden: number; aantal: number; maxMs: number }

/** The page in each region under so many connections, region after region in each round: whatever else the machine does falls on all. */
export async function meetOmBeurten(
  regios: readonly Webregio[],
  pagina: Pagina,
  verbindingen: number,
  { ronden, aantal, maxMs }: Duur,
): Promise<Uitslag[][]> {
  const uitslagen: Uitslag[][] = regios.map(() => [])
  for (let ronde = 0; ronde < ronden; ronde++) {
    for (const [i, regio] of regios.entries()) {
      uitslagen[i]!.push(await meet(regio, pagina, verbindingen, aantal, maxMs))
    }
  }
  return uitslagen
}

/** Median over the rounds of the p95 in the second region over that in the first. */
export function p95Ratio([eerst, dan]: Uitslag[][]): number {
  return mediaan(eerst!.map(({ p95 }, ronde) => dan![ronde]!.p95 / p95))
}

/** As a program that has been up for a while: its plans are made, and what it runs often is compiled. */
export const WARM = 600

/** Warms caches, plans and code first. */
export async function telOpdrachten(regio: Webregio, pagina: Pagina): Promise<Opdrachten> {
  await belast(regio, pagina.paden(regio), 4, WARM, 10_000)
  const voor = await regio.stand()
  await vraag(regio, pagina.paden(regio)[0]!)
  const na = await regio.stand()
  return { alle: na.opdrachten - voor.opdrachten, rand: na.rand - voor.rand }
}

async function meet(
  regio: Webregio,
  pagina: Pagina,
  verbindingen: number,
  aantal: number,
  maxMs: number,
): Promise<Uitslag> {
  const voor = await regio.stand()
  const { tijden, ms, bytes } = await belast(regio, pagina.paden(regio), verbindingen, aantal, maxMs)
  const na = await regio.stand()
  const per = (som: number) => som / tijden.length
  return {
    p50: kwantiel(tijden, 0.5),
    p95: kwantiel(tijden, 0.95),
    perSeconde: (1000 * tijden.length) / ms,
    kb: per(bytes) / 1000,
    cpuWeb: per(na.cpu - voor.cpu),
    cpuDatabase: per(na.database - voor.database),
  }
}

export function midden(uitslagen: Uitslag[]): Uitslag {
  const van = (veld: keyof Uitslag) => mediaan(uitslagen.map((uitslag) => uitslag[veld]))
  return {
    p50: van('p50'),
    p95: van('p95'),
    perSeconde: van('perSeconde'),
    kb: van('kb'),
    cpuWeb: van('cpuWeb'),
    cpuDatabase: van('cpuDatabase'),
  }
}

/** Heads of the table of `rij`; `maat` says what the second column counts. */
export const kop = (maat: string) => [
  'page',
  maat,
  'conn.',
  'p50 ms',
  'p95 ms',
  'requests/s',
  'KB sent',
  'queries',
  'CPU program ms',
  'CPU database ms',
]

export function rij(
  { naam }: Pagina,
  maat: number,
  verbindingen: number,
  { p50, p95, perSeconde, kb, cpuWeb, cpuDatabase }: Uitslag,
  { alle, rand }: Opdrachten,
): string[] {
  return [
    naam,
    String(maat),
    String(verbindingen),
    ...[p50, p95, perSeconde, kb].map(getal),
    `${alle - rand} + ${rand}`,
    getal(cpuWeb),
    getal(cpuDatabase),
  ]
}
