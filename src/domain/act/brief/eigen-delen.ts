import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { listUitkomsten, type UitkomstInLijst } from '../../check/kpi/list-uitkomsten.ts'
import { leesMinimum } from '../../plan/inrichting/kleine-aantallen.ts'
import { klassen, type Klasse } from '../../plan/risico/klasse.ts'
import { zicht } from '../../rechten/zicht.ts'
import { eigenDelen, type EigenDeel, type Sjabloon } from './sjabloon.ts'
import { woordenIn } from './vul-alinea.ts'

/** What a letter says to one aanbieder only. */
export type Eigen = { kpis?: string[][]; klasse?: string }

/** Which parts of its own a template asks. */
export function gevraagd({ alineas }: Pick<Sjabloon, 'alineas'>): EigenDeel[] {
  const woorden = new Set(alineas.flatMap(woordenIn))
  return (Object.keys(eigenDelen) as EigenDeel[]).filter((deel) => woorden.has(deel))
}

/**
 * The parts of its own of every aanbieder, by id. KPI's: of the year, as established (D38); figures about few clients are left out, since
 * a letter is read by more people than who may see them (S44). An aanbieder without what is asked is not in it.
 */
export async function leesEigenDelen(
  ctx: Context,
  delen: readonly EigenDeel[],
  jaar: number | null,
): Promise<Map<string, Eigen>> {
  const eigen = new Map<string, Eigen>()
  const zet = (id: string, meer: Eigen) => eigen.set(id, { ...eigen.get(id), ...meer })
  if (delen.includes('kpis') && jaar !== null) {
    for (const [id, rijen] of await leesKpis(ctx, jaar)) zet(id, { kpis: rijen })
  }
  if (delen.includes('klasse')) {
    const { rows } = await sql<{
      aanbiederId: string
      klasse: Klasse
    }>`select distinct on (k.aanbieder_id) k.aanbieder_id, k.klasse
      from aanbieder_klasse k where ${zicht(ctx).vanAanbieder('k')} and k.geldig_vanaf <= ${ctx.today}
      order by k.aanbieder_id, k.geldig_vanaf desc, k.vastgelegd_op desc`.execute(ctx.db)
    for (const { aanbiederId, klasse } of rows)
      zet(aanbiederId, { klasse: `klasse ${String(klasse)}, ${klassen[klasse].toLowerCase()}` })
  }
  return new Map([...eigen].filter(([, deel]) => delen.every((naam) => deel[naam] !== undefined)))
}

async function leesKpis(ctx: Context, jaar: number): Promise<Map<string, string[][]>> {
  const { rows } = await sql<{ id: string }>`select b.id from kpi_berekening b
    join kpi_vaststelling v on v.regio_id = b.regio_id and v.berekening_id = b.id
    where b.regio_id = ${ctx.regioId} and b.jaar = ${jaar} order by v.vastgesteld_op desc limit 1`.execute(ctx.db)
  if (!rows[0]) return new Map()
  const klein = { minimum: await leesMinimum(ctx), agbs: [], subregios: [] }
  const per = Map.groupBy(await listUitkomsten(ctx, klein, rows[0].id), ({ aanbiederId }) => aanbiederId)
  return new Map([...per].map(([id, cellen]) => [id, cellen.map(alsRij)]))
}

const namen: Record<UitkomstInLijst['kpi'], string> = {
  'start-zorg': 'Start zorg',
  'resultaat-behaald': 'Resultaat behaald',
  clienttevredenheid: 'Cliënttevredenheid',
}

function alsRij({ kpi, subregio, waarde, oordeel, reden, afgeschermd }: UitkomstInLijst): string[] {
  const getal = waarde === null ? '–' : `${waarde.replace('.', ',')}${kpi === 'clienttevredenheid' ? '' : '%'}`
  const waarom = reden === 'geen meting' ? 'niet aangeleverd' : 'niet meetbaar: te weinig cliënten'
  return [
    namen[kpi],
    subregio,
    getal,
    oordeel ?? (afgeschermd && reden === null ? 'te weinig cliënten om te noemen' : waarom),
  ]
}
