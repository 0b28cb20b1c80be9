import { sql, type RawBuilder } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { notFound } from '../../../platform/errors.ts'
import { leesLijst } from '../../begrippen/lees-lijst.sql.ts'
import { isKaal, type Bladzijde, type Lijst } from '../../begrippen/lijst.ts'
import { zicht } from '../../rechten/zicht.ts'
import type { Actiemomenten, Actiestand } from './actiestand.ts'
import type { Kant } from './actie-invoer.ts'
import type { Niveau } from './gespreksregels.ts'

export type Actie = Actiemomenten & {
  id: string
  gesprekId: string
  gesprek: string
  gesprekDatum: Temporal.PlainDate
  agendapuntId: string | null
  aanbiederId: string | null
  aanbieder: string | null
  tekst: string
  kant: Kant
  eigenaarId: string | null
  eigenaar: string
  niveau: Niveau | null
  versie: number
  stand: Actiestand
  gereedDoor: string | null
  gereedToelichting: string
  geaccepteerdDoor: string | null
  vervallenReden: string | null
}

export type Actiefilter = {
  /** `lopend`: not accepted and not lapsed; `te laat`: its day passed and it is not ready */
  stand?: 'lopend' | 'te laat' | 'gereed' | 'afgerond' | undefined
  kant?: Kant | undefined
  aanbiederId?: string | undefined
  gesprekId?: string | undefined
  /** Of this person; for an aanbieder's account all that is the aanbieder's. */
  vanMij?: string | undefined
}
export type Actiekolom = 'einddatum' | 'aanbieder' | 'eigenaar' | 'tekst'

const sorteringen = {
  einddatum: sql`t.einddatum`,
  aanbieder: sql`a.naam collate "nl-x-icu"`,
  eigenaar: sql`t.eigenaar collate "nl-x-icu"`,
  tekst: sql`t.tekst collate "nl-x-icu"`,
} satisfies Record<Actiekolom, unknown>

const van = sql`from actie t join gesprek g on g.regio_id = t.regio_id and g.id = t.gesprek_id
    left join aanbieder a on a.regio_id = t.regio_id and a.id = t.aanbieder_id`
const kolommen = sql`t.id, t.gesprek_id, g.titel as gesprek, g.datum as gesprek_datum, t.agendapunt_id, t.aanbieder_id,
  a.naam as aanbieder, t.tekst, t.kant, t.eigenaar_id, t.eigenaar, t.einddatum, t.niveau, t.versie, t.stand, t.begonnen_op,
  t.gereed_op, t.gereed_door, t.gereed_toelichting, t.geaccepteerd_op, t.geaccepteerd_door, t.vervallen_op, t.vervallen_reden`

/** One page of the actions of a filter, or all of them when `pagina` is null; the count stops at TELGRENS + 1. */
export async function listActies(
  ctx: Context,
  filter: Actiefilter,
  { sorteer, richting, pagina }: Omit<Bladzijde<Actiekolom>, 'pagina'> & { pagina: number | null },
): Promise<Lijst<Actie>> {
  const waar = voorwaarden(ctx, filter)
  const volgorde = richting === 'af' ? sql`desc` : sql`asc`
  return leesLijst(ctx, {
    van: sql`actie t where ${waar}`,
    rijen: sql<Actie>`select ${kolommen} ${van} where ${waar}
      order by ${sorteringen[sorteer]} ${volgorde}, t.id ${volgorde}`,
    pagina,
    kaal: pagina === 1 && isKaal({ ...filter, stand: undefined }, { pagina }),
  })
}

/** One action; 404 when it is not there or may not be seen. */
export async function findActie(ctx: Context, id: string): Promise<Actie> {
  const { rows } = await sql<Actie>`select ${kolommen} ${van} where ${zicht(ctx).actie('t')} and t.id = ${id}`.execute(
    ctx.db,
  )
  if (!rows[0]) throw notFound('Deze actie')
  return rows[0]
}

/** The same, and nobody else decides on it until the end of the transaction. */
export async function lockActie(ctx: Context, id: string): Promise<Actie> {
  await sql`select from actie t where ${zicht(ctx).actie('t')} and t.id = ${id} for update`.execute(ctx.db)
  return findActie(ctx, id)
}

function voorwaarden(ctx: Context, { stand, kant, aanbiederId, gesprekId, vanMij }: Actiefilter) {
  const delen: RawBuilder<unknown>[] = [zicht(ctx).actie('t')]
  const lopend = sql`t.geaccepteerd_op is null and t.vervallen_op is null`
  if (stand === 'lopend') delen.push(lopend)
  if (stand === 'te laat') delen.push(sql`${lopend} and t.gereed_op is null and t.einddatum < ${ctx.today}`)
  if (stand === 'gereed') delen.push(sql`${lopend} and t.gereed_op is not null`)
  if (stand === 'afgerond') delen.push(sql`(t.geaccepteerd_op is not null or t.vervallen_op is not null)`)
  if (kant) delen.push(sql`t.kant = ${kant}`)
  if (aanbiederId) delen.push(sql`t.aanbieder_id = ${aanbiederId}`)
  if (gesprekId) delen.push(sql`t.gesprek_id = ${gesprekId}`)
  if (vanMij) delen.push(ctx.actor.agb === null ? sql`t.eigenaar_id = ${vanMij}::uuid` : sql`t.kant = 'aanbieder'`)
  return sql.join(delen, sql` and `)
}
