import { routes } from '../src/web/routes.ts'
import {
  kop,
  meetOmBeurten,
  midden,
  p95Ratio,
  type Pagina as Bladzijde,
  rij,
  telOpdrachten,
  type Uitslag,
  VERBINDINGEN,
  VLAK,
  WARM,
} from './meetpagina.ts'
import type { Opstelling } from './opstelling.ts'
import { getal, type Regel, regel, tabel } from './tabel.ts'
import { maakWebregio } from './webregio.ts'

type Opties = { zaad: number; klein: number; groot: number; ronden: number; aantal: number; maxMs: number }
type Pagina = Bladzijde & { erp: Vergelijking }
/** What to compare with; `doel` false where that program has no page like it, so that the figure says only how far it is. */
type Vergelijking = { cpu: readonly [klein: number, groot: number]; deler: number; wat: string; doel: boolean }

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
          const uitslagen = await meetOmBeurten(regios, pagina, verbindingen, { ronden, aantal, maxMs })
          const [een, tien] = uitslagen.map(midden) as [Uitslag, Uitslag]
          rijen.push(
            rij(pagina, klein, verbindingen, een, opdrachten[0]!),
            rij(pagina, groot, verbindingen, tien, opdrachten[1]!),
          )
          const ratio = p95Ratio(uitslagen)
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
    const invoer = `Generated regions with ${klein} and ${groot} overeenkomsten; per 1,000: 200 aanbieders, 8 contract managers, 4,000 toewijzingen with their messages. At most ${aantal} requests or ${maxMs / 1000} s each, median of ${ronden} rounds, after ${WARM} requests to warm up; the client runs on the same cores.`
    return { invoer, regels, bijlage: [tabel(kop('overeenkomsten'), rijen)] }
  } finally {
    for (const regio of regios) await regio.stop()
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
