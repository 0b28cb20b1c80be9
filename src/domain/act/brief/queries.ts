import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { notFound } from '../../../platform/errors.ts'
import { PAGINA, TELGRENS, type Lijst } from '../../begrippen/lijst.ts'
import { zicht } from '../../rechten/zicht.ts'
import type { Eigen } from './eigen-delen.ts'
import type { Sjabloon } from './sjabloon.ts'

export const standen = {
  concept: 'concept',
  voorgelegd: 'wacht op goedkeuring',
  goedgekeurd: 'goedgekeurd',
  verzonden: 'verzonden',
  vervallen: 'vervallen',
} as const
export type Briefstand = keyof typeof standen

export type Brief = {
  id: string
  sjabloon: string
  regelsetdeelId: string
  soort: string
  naam: string
  onderwerp: string
  gemeente: string | null
  velden: Record<string, string>
  alineas: string[]
  selectie: string
  wijze: Sjabloon['wijze']
  aangetekend: boolean
  taak: string | null
  stand: Briefstand
  versie: number
  opgesteldOp: Temporal.Instant
  opgesteldDoorId: string
  opgesteldDoor: string
  voorgelegdOp: Temporal.Instant | null
  beslotenOp: Temporal.Instant | null
  beslotenDoor: string | null
  beslotenAls: string | null
  mandaatGrond: string | null
  reden: string
  verzondenOp: Temporal.Instant | null
}

export type Telling = { ontvangers: number; verzonden: number; mislukt: number; gemaakt: number }

const kolommen = sql`b.id, b.sjabloon, b.regelsetdeel_id, b.soort, b.naam, b.onderwerp, b.gemeente_code as gemeente, b.velden, b.alineas,
  b.selectie, b.wijze, b.aangetekend, b.taak, b.stand, b.versie, b.opgesteld_op, b.opgesteld_door as opgesteld_door_id, g.naam as opgesteld_door,
  b.voorgelegd_op, b.besloten_op, d.naam as besloten_door, b.besloten_als, b.mandaat_grond, b.reden, b.verzonden_op`
const namen = sql`join gebruiker g on g.regio_id = b.regio_id and g.id = b.opgesteld_door
  left join gebruiker d on d.regio_id = b.regio_id and d.id = b.besloten_door`
const telling = sql`(select json_build_object('ontvangers', count(*), 'verzonden', count(o.verzonden_op), 'mislukt', count(o.mislukt_op),
    'gemaakt', count(o.document_id)) from brief_ontvanger o where o.regio_id = b.regio_id and o.brief_id = b.id) as telling`

export type BriefInLijst = Brief & { telling: Telling }

/** One page of the letters, newest first, of one state when asked; the count stops at TELGRENS + 1. */
export async function listBrieven(
  ctx: Context,
  stand: Briefstand | undefined,
  pagina: number,
): Promise<Lijst<BriefInLijst>> {
  const waar = sql`b.regio_id = ${ctx.regioId} ${stand ? sql`and b.stand = ${stand}` : sql``}`
  const { rows: aantal } = await sql<{ totaal: number }>`select count(*) as totaal
    from (select from brief b where ${waar} limit ${TELGRENS + 1}) as t`.execute(ctx.db)
  const { rows } = await sql<BriefInLijst>`select ${kolommen}, ${telling} from brief b ${namen} where ${waar}
    order by b.opgesteld_op desc, b.id desc limit ${PAGINA} offset ${(pagina - 1) * PAGINA}`.execute(ctx.db)
  return { rijen: rows, totaal: aantal[0]!.totaal }
}

/** One letter. Throws 404. */
export async function findBrief(ctx: Context, id: string): Promise<BriefInLijst> {
  const { rows } = await sql<BriefInLijst>`select ${kolommen}, ${telling} from brief b ${namen}
    where b.regio_id = ${ctx.regioId} and b.id = ${id}`.execute(ctx.db)
  if (!rows[0]) throw notFound('Deze brief')
  return rows[0]
}

/** The same, locked. */
export async function lockBrief(ctx: Context, id: string): Promise<BriefInLijst> {
  await sql`select from brief where regio_id = ${ctx.regioId} and id = ${id} for update`.execute(ctx.db)
  return findBrief(ctx, id)
}

export type Ontvanger = {
  id: string
  aanbiederId: string
  agb: string
  aanbieder: string
  plaats: string
  tav: string
  email: string
  eigen: Eigen
  nummer: string | null
  documentId: string | null
  pogingen: number
  laatsteFout: string | null
  verzondenOp: Temporal.Instant | null
  misluktOp: Temporal.Instant | null
  verzondenDatum: Temporal.PlainDate | null
  aangetekendNummer: string
  ontvangenDatum: Temporal.PlainDate | null
  vastgelegdDoor: string | null
}

const ontvanger = sql`o.id, o.aanbieder_id, o.agb, a.naam as aanbieder, a.plaats, o.tav, o.email, o.eigen, o.nummer, o.document_id, o.pogingen,
  o.laatste_fout, o.verzonden_op, o.mislukt_op, o.verzonden_datum, o.aangetekend_nummer, o.ontvangen_datum, o.vastgelegd_door`

/** The addressees of a letter within the scope, by name of the aanbieder. */
export async function listOntvangers(ctx: Context, briefId: string): Promise<Ontvanger[]> {
  const { rows } = await sql<Ontvanger>`select ${ontvanger} from brief_ontvanger o
    join aanbieder a on a.regio_id = o.regio_id and a.id = o.aanbieder_id
    where ${zicht(ctx).vanAanbieder('o')} and o.brief_id = ${briefId} order by a.naam collate "nl-x-icu", o.id`.execute(
    ctx.db,
  )
  return rows
}

/** One addressee. Throws 404. */
export async function findOntvanger(ctx: Context, briefId: string, id: string): Promise<Ontvanger> {
  const { rows } = await sql<Ontvanger>`select ${ontvanger} from brief_ontvanger o
    join aanbieder a on a.regio_id = o.regio_id and a.id = o.aanbieder_id
    where ${zicht(ctx).vanAanbieder('o')} and o.brief_id = ${briefId} and o.id = ${id}`.execute(ctx.db)
  if (!rows[0]) throw notFound('Deze brief')
  return rows[0]
}
