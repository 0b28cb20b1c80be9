import { routes } from '../src/web/routes.ts'
import { belast, type Doel } from './belasting.ts'
import { kwantiel, mediaan } from './meten.ts'
import type { Opstelling } from './opstelling.ts'
import { PAGINAS } from './paginas.ts'
import { getal, type Regel, regel, tabel } from './tabel.ts'
import { maakWebregio, startWeb, type Webregio } from './webregio.ts'

type Opties = { zaad: number; overeenkomsten: number; ronden: number; aantal: number; maxMs: number }
type Pagina = { naam: string; paden: string[] }

// Rights, row-level security and recording may cost this much of the p50 without them.
const HOOGSTENS = 1.15

/** The pages that show cases with and without recording, and the busy pages for a whole and for a limited scope. */
export async function meetRechten(opstelling: Opstelling, { zaad, overeenkomsten, ronden, aantal, maxMs }: Opties) {
  const regio = await maakWebregio(opstelling, overeenkomsten, zaad)
  const beperkte = await maakBeperkt(regio)
  const beperkt = await startWeb(regio.regio, beperkte)
  // a superuser is not held to row-level security; the conditions of `zicht` stand in the queries themselves
  const vrij = { ...regio.regio, appUrl: regio.regio.eigenUrl }
  const zonderRls = await startWeb(vrij, await vindManager(regio))
  const beperktZonderRls = await startWeb(vrij, beperkte)
  const zonder = await startWeb(regio.regio, await vindManager(regio), { zonderInzage: true })
  try {
    const meet = async (pagina: Pagina, doelen: Doel[]) => {
      const tijden: number[][] = doelen.map(() => [])
      for (const doel of doelen) await belast(doel, pagina.paden, 4, 60, 5_000)
      // in turn, so that whatever else the machine does falls on all of them
      for (let ronde = 0; ronde < ronden; ronde++) {
        for (const [i, doel] of doelen.entries()) {
          tijden[i]!.push(kwantiel((await belast(doel, pagina.paden, 1, aantal, maxMs)).tijden, 0.5))
        }
      }
      return tijden
    }
    const regels: Regel[] = []
    const rijen: string[][] = []
    for (const pagina of await casuspaginas(regio)) {
      const [met, kaal] = (await meet(pagina, [regio, zonder.doel])) as [number[], number[]]
      const ratio = mediaan(met.map((ms, ronde) => ms / kaal[ronde]!))
      rijen.push([pagina.naam, 'recorded / not recorded', getal(mediaan(met)), getal(mediaan(kaal)), getal(ratio)])
      regels.push(
        regel(
          `${pagina.naam}: **p50 recorded / not recorded**`,
          `**${getal(ratio)}**`,
          `≤ ${HOOGSTENS}`,
          ratio <= HOOGSTENS,
        ),
      )
    }
    for (const { naam, paden } of PAGINAS) {
      const pagina = { naam, paden: paden(regio) }
      const begrensd = { naam, paden: (await eigenPaden(regio, naam)) ?? pagina.paden }
      const beide = async (wie: string, over: Pagina, met: Doel, zonder: Doel) => {
        const [aan, uit] = (await meet(over, [met, zonder])) as [number[], number[]]
        const prijs = mediaan(aan.map((ms, ronde) => ms / uit[ronde]!))
        rijen.push([
          naam,
          `${wie}: row-level security on / off`,
          getal(mediaan(aan)),
          getal(mediaan(uit)),
          getal(prijs),
        ])
        regels.push(
          regel(
            `${naam}, ${wie}: **p50 with row-level security / without**`,
            `**${getal(prijs)}**`,
            `≤ ${HOOGSTENS}`,
            prijs <= HOOGSTENS,
          ),
        )
        return mediaan(aan)
      }
      const heel = await beide('whole region', pagina, regio, zonderRls.doel)
      const deel = await beide('two gemeenten', begrensd, beperkt.doel, beperktZonderRls.doel)
      rijen.push([naam, 'whole / two gemeenten', getal(heel), getal(deel), getal(deel / heel)])
    }
    const invoer = `A generated region with ${overeenkomsten} overeenkomsten. One connection, at most ${aantal} requests or ${maxMs / 1000} s each, ${ronden} rounds in turn; the ratio is the median of the rounds. Recorded: one line per client shown, committed before the answer.`
    return { invoer, regels, bijlage: [tabel(KOP, rijen)] }
  } finally {
    await beperkt.stop()
    await beperktZonderRls.stop()
    await zonder.stop()
    await zonderRls.stop()
    await regio.stop()
  }
}

const KOP = ['page', 'what', 'p50 ms', 'p50 ms of the other', 'ratio']

/** A case from a result, and the cases behind results of every size. */
async function casuspaginas({ regio }: Webregio): Promise<Pagina[]> {
  const { rows } = await regio.eigen.query<{ uitkomst: string; toewijzing: string; gevallen: number }>(`
    select u.id as uitkomst, k.toewijzing_id[1] as toewijzing, cardinality(k.client_id) as gevallen
    from kpi_uitkomst u join kpi_gevallen k on k.regio_id = u.regio_id and k.uitkomst_id = u.id
    where u.kpi = 'start-zorg' and u.waarde is not null and k.toewijzing_id[1] is not null order by u.id limit 20`)
  if (rows.length === 0) throw new Error('The generated region has no measured result')
  const midden = mediaan(rows.map(({ gevallen }) => gevallen))
  return [
    {
      naam: 'one case',
      paden: rows.map(({ uitkomst, toewijzing }) => routes.toewijzing(toewijzing, { bij: `kpi-${uitkomst}` })),
    },
    {
      naam: `cases of a KPI result (median ${getal(midden)} clients)`,
      paden: rows.map(({ uitkomst }) => routes.kpi(uitkomst)),
    },
  ]
}

async function vindManager({ regio }: Webregio): Promise<string> {
  const { rows } = await regio.eigen.query<{ id: string }>(`select id from gebruiker where naam = 'Contractmanager 1'`)
  return rows[0]!.id
}

/** A contract manager of two gemeenten. */
async function maakBeperkt({ regio }: Webregio): Promise<string> {
  const { rows } = await regio.eigen.query<{ id: string }>(
    `
    with g as (insert into gebruiker (regio_id, naam, voorbeeld) select id, 'Contractmanager van twee gemeenten', true from regio
        where id = $1 returning regio_id, id),
      r as (insert into roltoewijzing (regio_id, gebruiker_id, rol, begindatum, gemeenten)
        select regio_id, id, 'contractmanager', '2020-01-01', array['0439', '0385'] from g)
    select id from g`,
    [regio.regioId],
  )
  return rows[0]!.id
}

/** What somebody of two gemeenten sees of a page that is about one thing; undefined for pages about all. */
async function eigenPaden({ regio }: Webregio, naam: string): Promise<string[] | undefined> {
  if (naam !== 'one aanbieder' && naam !== 'one overeenkomst') return undefined
  const { rows } = await regio.eigen.query<{ id: string; aanbieder: string }>(`select distinct on (o.aanbieder_id)
      o.id, o.aanbieder_id as aanbieder from overeenkomst o
    join overeenkomst_gemeente g on g.regio_id = o.regio_id and g.overeenkomst_id = o.id
    where g.gemeente_code in ('0439', '0385') and o.aanbieder_id is not null order by o.aanbieder_id, o.id limit 20`)
  return rows.map(({ id, aanbieder }) =>
    naam === 'one aanbieder' ? routes.aanbieder(aanbieder) : routes.overeenkomst(id),
  )
}
