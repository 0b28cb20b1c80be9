import { routes } from '../src/web/routes.ts'
import type { Handelmaten } from './generator/vul-regio.ts'
import {
  kop,
  meetOmBeurten,
  midden,
  p95Ratio,
  type Pagina,
  rij,
  telOpdrachten,
  VERBINDINGEN,
  VLAK,
  WARM,
} from './meetpagina.ts'
import { VANDAAG, type Opstelling } from './opstelling.ts'
import { getal, type Regel, regel, tabel } from './tabel.ts'
import { maakWebregio, type Webregio } from './webregio.ts'

type Opties = {
  zaad: number
  overeenkomsten: number
  groot: Handelmaten
  ronden: number
  aantal: number
  maxMs: number
}

const { year: jaar, month: maand } = Temporal.PlainDate.from(VANDAAG)
const iedereen = { van: 'iedereen' }

const PAGINAS: Pagina[] = [
  { naam: 'Vandaag', paden: () => [routes.vandaag()] },
  { naam: 'calendar: year strip and list, own', paden: () => [routes.kalender()] },
  { naam: 'calendar: year strip and list, everybody', paden: () => [routes.kalender(iedereen)] },
  { naam: 'calendar: month, own', paden: () => [routes.kalender({ weergave: 'maand', jaar, maand })] },
  {
    naam: 'calendar: month, everybody',
    paden: () => [routes.kalender({ ...iedereen, weergave: 'maand', jaar, maand })],
  },
  { naam: 'actions', paden: () => [routes.acties()] },
  { naam: 'actions, own', paden: () => [routes.acties({ van: 'mij' })] },
  { naam: 'escalations', paden: () => [routes.escalaties()] },
  { naam: 'one case', paden: ({ zaken }) => zaken.map((id) => routes.escalatie(id)) },
]

/** The pages people act from, in a region where much is going on and in one a tenth of its size. */
export async function meetHandelen(opstelling: Opstelling, opties: Opties) {
  const { zaad, overeenkomsten, groot, ronden, aantal, maxMs } = opties
  const klein: Handelmaten = { termijnen: groot.termijnen / 10, acties: groot.acties / 10, zaken: groot.zaken / 10 }
  const regios: Webregio[] = []
  try {
    regios.push(await maakWebregio(opstelling, overeenkomsten / 10, zaad, klein))
    regios.push(await maakWebregio(opstelling, overeenkomsten, zaad, groot))
    const regels: Regel[] = []
    const rijen: string[][] = []
    for (const pagina of PAGINAS) {
      try {
        const [eerst, dan] = [await telOpdrachten(regios[0]!, pagina), await telOpdrachten(regios[1]!, pagina)]
        regels.push(
          regel(
            `${pagina.naam}: queries at a tenth, and at full size`,
            `${eerst.alle - eerst.rand}, ${dan.alle - dan.rand}`,
            'equal',
            eerst.alle - eerst.rand === dan.alle - dan.rand,
          ),
        )
        for (const verbindingen of VERBINDINGEN) {
          const uitslagen = await meetOmBeurten(regios, pagina, verbindingen, { ronden, aantal, maxMs })
          rijen.push(
            rij(pagina, klein.termijnen, verbindingen, midden(uitslagen[0]!), eerst),
            rij(pagina, groot.termijnen, verbindingen, midden(uitslagen[1]!), dan),
          )
          const ratio = p95Ratio(uitslagen)
          regels.push(
            regel(
              `${pagina.naam}, ${verbindingen} conn.: **p95 / p95 at a tenth of the size**`,
              `**${getal(ratio)}**`,
              `≤ ${VLAK}`,
              ratio <= VLAK,
            ),
          )
        }
      } catch (fout) {
        regels.push(regel(pagina.naam, 'skipped', fout instanceof Error ? fout.message : String(fout)))
      }
    }
    const invoer = `Generated regions of ${overeenkomsten / 10} and ${overeenkomsten} overeenkomsten with ${tekst(klein)}, and ${tekst(groot)}. At most ${aantal} requests or ${maxMs / 1000} s each, median of ${ronden} rounds, after ${WARM} requests to warm up; the client runs on the same cores.`
    return { invoer, regels, bijlage: [tabel(kop('terms'), rijen)] }
  } finally {
    for (const regio of regios) await regio.stop()
  }
}

const tekst = ({ termijnen, acties, zaken }: Handelmaten) =>
  `${termijnen} terms, ${acties} open actions and ${zaken} running cases`
