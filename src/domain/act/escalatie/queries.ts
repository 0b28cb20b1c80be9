import { sql, type RawBuilder } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { leesLijst } from '../../begrippen/lees-lijst.sql.ts'
import { isKaal, type Bladzijde, type Lijst } from '../../begrippen/lijst.ts'
import { beheerdDoor } from '../../plan/aanbieder/beheerd-door.sql.ts'
import { zicht } from '../../rechten/zicht.ts'
import { deelVan } from './ladder.ts'
import { leesLadderVan } from './lees-ladder.ts'

export type Escalatiefilter = {
  stand?: 'lopend' | 'besluit' | 'gesloten' | undefined
  aanbiederId?: string | undefined
  bevindingId?: string | undefined
  /** This one. */
  id?: string | undefined
  /** Cases of aanbieders this person manages or stands in for. */
  vanMij?: string | undefined
}
export type Escalatiekolom = 'geopend' | 'hoogte' | 'termijn'

export type EscalatieInLijst = {
  id: string
  nummer: string
  titel: string
  aanbiederId: string
  aanbieder: string
  toestand: string
  regelsetdeelId: string
  hoogte: number
  openStand: 'voorgesteld' | 'besloten' | null
  geopendOp: Temporal.Instant
  geslotenOp: Temporal.Instant | null
  eersteTermijn: Temporal.PlainDate | null
  clientenstop: boolean
}

/** With the words of the ladder the case is on. */
export type EscalatieMetStand = EscalatieInLijst & { stap: string | null; standnaam: string }

const sorteringen = {
  geopend: sql`e.geopend_op`,
  hoogte: sql`e.hoogte`,
  termijn: sql`e.eerste_termijn`,
} satisfies Record<Escalatiekolom, unknown>

/** One page of the cases of a filter, or all of them when `pagina` is null; the count stops at TELGRENS + 1. */
export async function listEscalaties(
  ctx: Context,
  filter: Escalatiefilter,
  { sorteer, richting, pagina }: Omit<Bladzijde<Escalatiekolom>, 'pagina'> & { pagina: number | null },
): Promise<Lijst<EscalatieMetStand>> {
  const waar = voorwaarden(ctx, filter)
  const volgorde = richting === 'af' ? sql`desc` : sql`asc`
  const rijen = sql<EscalatieInLijst>`
    select e.id, e.nummer, e.titel, e.aanbieder_id, a.naam as aanbieder, e.toestand, e.regelsetdeel_id, e.hoogte, e.open_stand, e.geopend_op,
      e.gesloten_op, e.eerste_termijn, exists (select from escalatie_maatregel m where m.regio_id = e.regio_id and m.escalatie_id = e.id
        and m.effect = 'toewijzing' and m.einde is null) as clientenstop
    from escalatie e join aanbieder a on a.regio_id = e.regio_id and a.id = e.aanbieder_id
    where ${waar}
    order by ${sorteringen[sorteer]} ${volgorde}, e.id ${volgorde}`
  const kaal = pagina === 1 && isKaal({ ...filter, stand: undefined }, { pagina })
  const lijst = await leesLijst(ctx, { van: sql`escalatie e where ${waar}`, rijen, pagina, kaal })
  return { ...lijst, rijen: await metStand(ctx, lijst.rijen) }
}

/** The cases that a finding led to, newest first. */
export async function listEscalatiesVan(ctx: Context, bevindingId: string): Promise<EscalatieMetStand[]> {
  return (await listEscalaties(ctx, { bevindingId }, { sorteer: 'geopend', richting: 'af', pagina: null })).rijen
}

/** The case a meeting is held for; null when there is none, or none this person may see. */
export async function findEscalatieVan(ctx: Context, id: string): Promise<EscalatieMetStand | null> {
  return (await listEscalaties(ctx, { id }, { sorteer: 'geopend', richting: 'af', pagina: null })).rijen[0] ?? null
}

function voorwaarden(ctx: Context, { stand, aanbiederId, bevindingId, id, vanMij }: Escalatiefilter) {
  const delen: RawBuilder<unknown>[] = [zicht(ctx).escalatie('e')]
  if (stand === 'lopend' || stand === 'besluit') delen.push(sql`e.gesloten_op is null`)
  if (stand === 'besluit') delen.push(sql`e.open_stand = 'voorgesteld'`)
  if (stand === 'gesloten') delen.push(sql`e.gesloten_op is not null`)
  if (aanbiederId) delen.push(sql`e.aanbieder_id = ${aanbiederId}`)
  if (bevindingId) delen.push(sql`e.bevinding_id = ${bevindingId}`)
  if (id) delen.push(sql`e.id = ${id}`)
  if (vanMij) delen.push(beheerdDoor(ctx, sql`e.aanbieder_id`, vanMij))
  return sql.join(delen, sql` and `)
}

async function metStand(ctx: Context, rijen: EscalatieInLijst[]): Promise<EscalatieMetStand[]> {
  const ladders = new Map(
    await Promise.all(
      [...new Set(rijen.map(({ regelsetdeelId }) => regelsetdeelId))].map(
        async (id) => [id, await leesLadderVan(ctx, id)] as const,
      ),
    ),
  )
  return rijen.map((rij) => {
    const { naam, stap } = deelVan(ladders.get(rij.regelsetdeelId)!, 'toestanden', rij.toestand)
    return { ...rij, stap, standnaam: naam }
  })
}
