import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { vulRegio } from './generator/vul-regio.ts'
import { klok, kwantiel, mediaan } from './meten.ts'
import { openProgramma, type Opstelling } from './opstelling.ts'
import { maakProefregio } from './regio.ts'
import { getal, regel } from './tabel.ts'

const JAAR = 2025
const PEILDATUM = '2026-03-01'
const DOEL = 2

/** All KPIs of one year as the program calculates them, against one aggregate over the same rows; and what storing them adds. */
export async function meetKpi(
  opstelling: Opstelling,
  { zaad, perJaar, ronden }: { zaad: number; perJaar: number; ronden: number },
) {
  const { berekenKpis } = await import('../src/domain/check/kpi/bereken-kpis.ts')
  const regio = await maakProefregio(opstelling)
  const aanbieders = Math.max(20, perJaar / 240)
  await vulRegio(regio.eigen, regio.regioId, {
    ...{ zaad, aanbieders, overeenkomsten: aanbieders * 10, contractmanagers: 20, toewijzingen: perJaar * 2, jaren: 2 },
  })
  const programma = openProgramma(regio.appUrl, regio.sleutels)
  try {
    // as much room as the program gives itself
    await regio.eigen.query(`set work_mem = '128MB'`)
    const aggregaat = readFileSync(join(import.meta.dirname, 'kpi.sql'), 'utf8')
    const onze: number[] = []
    const bewaard: number[] = []
    const vloer: number[] = []
    let cellen = 0
    for (let ronde = 0; ronde <= ronden; ronde++) {
      const som = await klok(() => regio.eigen.query(aggregaat, [regio.regioId, JAAR, PEILDATUM]))
      // a calculation that came to the same is not stored again
      await regio.eigen.query(`update kpi_berekening set vingerafdruk = '\\x00'`)
      const nieuw = await klok(() => berekenKpis(programma.ctx(regio.regioId), { jaar: JAAR }))
      const zelfde = await klok(() => berekenKpis(programma.ctx(regio.regioId), { jaar: JAAR }))
      const stored = [nieuw, zelfde].map(({ uitkomst }) => uitkomst.map((berekening) => berekening.nieuw))
      if (JSON.stringify(stored) !== '[[true],[false]]') throw new Error(`Stored: ${JSON.stringify(stored)}`)
      cellen = som.uitkomst.rowCount ?? 0
      // the first round fills the caches
      if (ronde === 0) continue
      vloer.push(som.ms)
      onze.push(zelfde.ms)
      bewaard.push(nieuw.ms)
    }
    const tegenVloer = (tijden: number[]) => mediaan(tijden.map((ms, ronde) => ms / vloer[ronde]!))
    const ratio = tegenVloer(onze)
    const spreiding = (ms: number[]) => `${getal(mediaan(ms))} ms (${getal(kwantiel(ms, 0))}–${getal(kwantiel(ms, 1))})`
    return {
      invoer: `A generated region with ${perJaar.toLocaleString('en-GB')} toewijzingen a year over two years, ${aanbieders} aanbieders, ${cellen} combinations with care. Year ${JAAR}; median of ${ronden} rounds.`,
      regels: [
        regel('one hand-written aggregate (`bench/kpi.sql`)', spreiding(vloer)),
        regel('calculated, cases included', spreiding(onze)),
        regel('calculated and stored', `${spreiding(bewaard)}, ratio ${getal(tegenVloer(bewaard))}`),
        regel('**ratio, calculated**', `**${getal(ratio)}**`, `≤ ${DOEL}`, ratio <= DOEL),
      ],
      bijlage: [],
    }
  } finally {
    await programma.stop()
    await regio.weg()
  }
}
