import { routes } from '../src/web/routes.ts'
import { belast, vraag } from './belasting.ts'
import { kwantiel, mediaan } from './meten.ts'
import type { Opstelling } from './opstelling.ts'
import { getal, type Regel, regel, tabel } from './tabel.ts'
import { maakWebregio, type Webregio } from './webregio.ts'

type Opties = { zaad: number; klein: number; groot: number; ronden: number; aantal: number; maxMs: number }
type Pagina = {
  naam: string
  paden: (regio: Webregio) => string[]
  erp: Vergelijking
}
/** What to compare with; `doel` false where that program has no page like it, so that the figure says only how far it is. */
type Vergelijking = { cpu: readonly [klein: number, groot: number]; deler: number; wat: string; doel: boolean }
type Uitslag = { p50: number; p95: number; perSeconde: number; kb: number; cpuWeb: number; cpuDatabase: number }

// A widely used PHP ERP on a 2-core machine, per page in CPU of program and database: 161 ms for its list at 5,000 contracts
// (1,243 ms at 50,000), 13 to 21 ms for a supplier or contract page.
const LIJST = { cpu: [161, 1_243], deler: 50, wat: 'contract list of the ERP', doel: true } as const
const KAART = { cpu: [13, 13], deler: 3, wat: 'supplier or contract page of the ERP', doel: true } as const

export const PAGINAS: Pagina[] = [
  { naam: 'Vandaag', paden: () => [routes.vandaag()], erp: { ...KAART, doel: false } },
  { naam: 'Aanbieders', paden: () => [routes.aanbieders()], erp: { ...LIJST, doel: false } },
  { naam: 'one aanbieder', paden: ({ aanbieders }) => aanbieders.map((id) => routes.aanbieder(id)), erp: KAART },
  { naam: 'one overeenkomst', paden: ({ overeenkomst }) => [routes.overeenkomst(overeenkomst)], erp: KAART },
  { naam: 'Overeenkomsten', paden: () => [routes.overeenkomsten()], erp: LIJST },
  { naam: 'KPI matrix', paden: () => [routes.kpis()], erp: { ...KAART, doel: false } },
]
const VERBINDINGEN = [1, 16]
const VLAK = 1.3

/** The busiest pages at two sizes of region, under one and many connections. */
export async function meetPaginas(opstelling: Opstelling, { zaad, klein, groot, ronden, aantal, maxMs }: Opties) {
  const regios = [await maakWebregio(opstelling, klein, zaad), await maakWebregio(opstelling, groot, zaad)]
  try {
    const regels: Regel[] = []
    const rijen: string[][] = []
    for (const pagina of PAGINAS) {
      try {
        const opdrachten = await Promise.all(regios.map((regio) => telOpdrachten(regio, pagina)))
        for (const verbindingen of VERBINDINGEN) {
          const uitslagen: Uitslag[][] = [[], []]
          // both sizes in turn, so that whatever else the machine does falls on both
          for (let ronde = 0; ronde < ronden; ronde++) {
            for (const [i, regio] of regios.entries()) {
              uitslagen[i]!.push(await meet(regio, pagina, verbindingen, aantal, maxMs))
            }
          }
          const [een, tien] = uitslagen.map(midden) as [Uitslag, Uitslag]
          rijen.push(
            rij(pagina, klein, verbindingen, een, opdrachten[0]!),
            rij(pagina, groot, verbindingen, tien, opdrachten[1]!),
          )
          const ratio = mediaan(uitslagen[0]!.map(({ p95 }, ronde) => uitslagen[1]![ronde]!.p95 / p95))
          regels.push(
            regel(
              `${pagina.naam}, ${verbindingen} conn.: **p95 at ${groot} / p95 at ${klein}**`,
              `**${getal(ratio)}**`,
              `≤ ${VLAK}`,
              ratio <= VLAK,
            ),
          )
          if (verbindingen === 1) regels.push(...tegenErp(pagina, [een, tien], [klein, groot]))
        }
      } catch (fout) {
        regels.push(regel(pagina.naam, 'skipped', fout instanceof Error ? fout.message : String(fout)))
      }
    }
    const invoer = `Generated regions with ${klein} and ${groot} overeenkomsten; per 1,000: 200 aanbieders, 8 contract managers, 4,000 toewijzingen with their messages. At most ${aantal} requests or ${maxMs / 1000} s each, median of ${ronden} rounds; the client runs on the same cores.`
    return { invoer, regels, bijlage: [tabel(KOP, rijen)] }
  } finally {
    for (const regio of regios) await regio.stop()
  }
}

const KOP = [
  'page',
  'overeenkomsten',
  'conn.',
  'p50 ms',
  'p95 ms',
  'requests/s',
  'KB sent',
  'queries',
  'CPU program ms',
  'CPU database ms',
]

/** Statements of one request, and of those begin, commit and set_config. Warms caches and plans first. */
async function telOpdrachten(regio: Webregio, pagina: Pagina) {
  await belast(regio, pagina.paden(regio), 4, 60, 5_000)
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

function midden(uitslagen: Uitslag[]): Uitslag {
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

function tegenErp({ naam, erp }: Pagina, uitslagen: Uitslag[], maten: number[]): Regel[] {
  return uitslagen.map(({ cpuWeb, cpuDatabase }, i) => {
    const cpu = cpuWeb + cpuDatabase
    const vanErp = erp.cpu[i]!
    const doel = vanErp / erp.deler
    return regel(
      `${naam} at ${maten[i]!}: CPU per request, program and database`,
      `${getal(cpu)} ms, ${getal(vanErp / cpu)} times less than ${erp.wat} (${vanErp} ms)`,
      erp.doel ? `≤ ${getal(doel)} ms (${erp.deler} times less)` : '',
      erp.doel ? cpu <= doel : null,
    )
  })
}

function rij(
  pagina: Pagina,
  maat: number,
  verbindingen: number,
  uitslag: Uitslag,
  opdrachten: { alle: number; rand: number },
): string[] {
  const { p50, p95, perSeconde, kb, cpuWeb, cpuDatabase } = uitslag
  const tekst = [p50, p95, perSeconde, kb].map(getal)
  return [
    pagina.naam,
    String(maat),
    String(verbindingen),
    ...tekst,
    `${opdrachten.alle - opdrachten.rand} + ${opdrachten.rand}`,
    getal(cpuWeb),
    getal(cpuDatabase),
  ]
}
