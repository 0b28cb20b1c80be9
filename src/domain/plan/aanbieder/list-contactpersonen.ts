import { sql, type RawBuilder } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { prepared } from '../../../platform/prepared.ts'
import { zicht } from '../../rechten/zicht.ts'
import { PAGINA, TELGRENS, zoekpatronen, type Bladzijde, type Lijst } from '../../begrippen/lijst.ts'

export type Contactpersoon = {
  id: string
  naam: string
  functie: string
  email: string
  telefoon: string
  /** For which overeenkomsten and gemeenten somebody is there; none: for all of them. */
  overeenkomsten: { id: string; nummer: string }[]
  gemeenten: { code: string; naam: string }[]
}

export type ContactpersoonInLijst = Contactpersoon & { aanbiederId: string; aanbieder: string; agb: string }

export type Contactpersoonfilter = {
  /** In name, function or e-mail, or in the name of the aanbieder. */
  zoek?: string | undefined
  aanbiederId?: string | undefined
  overeenkomstId?: string | undefined
  /** CBS code. */
  gemeente?: string | undefined
  /** Whose aanbieders: contract manager or back-up. */
  contractmanager?: string | undefined
}

export type Contactpersoonkolom = 'naam' | 'aanbieder'

const sorteringen = {
  naam: sql`c.naam collate "nl-x-icu"`,
  aanbieder: sql`a.naam collate "nl-x-icu"`,
} satisfies Record<Contactpersoonkolom, RawBuilder<unknown>>

/** Everybody at one aanbieder, by name. */
export async function listContactpersonen(ctx: Context, aanbiederId: string): Promise<Contactpersoon[]> {
  const waar = sql`${zicht(ctx).vanAanbieder('c')} and c.aanbieder_id = ${aanbiederId}`
  const { rows } = await prepared(selectPagina(ctx, waar, { sorteer: 'naam', richting: 'op' }, sql``)).execute(ctx.db)
  return rows.map(({ aanbiederId: _id, aanbieder: _naam, agb: _agb, ...contactpersoon }) => contactpersoon)
}

/** One page of the contactpersonen of the region (CTR-04); the count stops at TELGRENS + 1. */
export async function listAlleContactpersonen(
  ctx: Context,
  filter: Contactpersoonfilter,
  bladzijde: Bladzijde<Contactpersoonkolom>,
): Promise<Lijst<ContactpersoonInLijst>> {
  const waar = await voorwaarden(ctx, filter, TELGRENS + 1)
  const { rows: telling } = await sql<{ totaal: number }>`select count(*) as totaal
    from (select from contactpersoon c where ${waar} limit ${TELGRENS + 1}) as t`.execute(ctx.db)
  const deel = sql`limit ${PAGINA} offset ${(bladzijde.pagina - 1) * PAGINA}`
  const { rows: rijen } = await selectPagina(ctx, waar, bladzijde, deel).execute(ctx.db)
  return { rijen, totaal: telling[0]!.totaal }
}

/** All contactpersonen of a filter, for export. */
export async function listContactpersonenUitvoer(
  ctx: Context,
  filter: Contactpersoonfilter,
  bladzijde: Bladzijde<Contactpersoonkolom>,
): Promise<ContactpersoonInLijst[]> {
  const { rows } = await selectPagina(ctx, await voorwaarden(ctx, filter, null), bladzijde, sql``).execute(ctx.db)
  return rows
}

function selectPagina(
  ctx: Context,
  waar: RawBuilder<unknown>,
  { sorteer, richting }: Omit<Bladzijde<Contactpersoonkolom>, 'pagina'>,
  deel: RawBuilder<unknown>,
) {
  const volgorde = richting === 'af' ? sql`desc` : sql`asc`
  const orde = sql`${sorteringen[sorteer]} ${volgorde}, c.id ${volgorde}`
  // An overeenkomst that went to another aanbieder says nothing about this person any more.
  return sql<ContactpersoonInLijst>`
    select c.id, c.naam, c.functie, c.email, c.telefoon, a.id as aanbieder_id, a.naam as aanbieder, a.agb,
      coalesce((select json_agg(json_build_object('id', o.id, 'nummer', o.nummer) order by o.nummer)
        from contactpersoon_overeenkomst b join overeenkomst o on o.regio_id = b.regio_id and o.id = b.overeenkomst_id
        where b.regio_id = ${ctx.regioId} and b.contactpersoon_id = c.id and o.aanbieder_id = c.aanbieder_id
          and ${zicht(ctx).overeenkomst('o')}), '[]') as overeenkomsten,
      coalesce((select json_agg(json_build_object('code', g.code, 'naam', g.naam) order by g.volgorde, g.code)
        from contactpersoon_gemeente b join gemeente g on g.regio_id = b.regio_id and g.code = b.gemeente_code
        where b.regio_id = ${ctx.regioId} and b.contactpersoon_id = c.id), '[]') as gemeenten
    from (select c.* from contactpersoon c join aanbieder a on a.regio_id = c.regio_id and a.id = c.aanbieder_id
      where ${waar} order by ${orde} ${deel}) as c
    join aanbieder a on a.regio_id = c.regio_id and a.id = c.aanbieder_id
    order by ${orde}`
}

async function voorwaarden(ctx: Context, filter: Contactpersoonfilter, max: number | null) {
  const { zoek, aanbiederId, overeenkomstId, gemeente, contractmanager } = filter
  const delen: RawBuilder<unknown>[] = [zicht(ctx).vanAanbieder('c')]
  const patronen = zoekpatronen(zoek ?? '')
  if (patronen) {
    const { rows } = await sql<{ soort: string; id: string }>`
      select 'persoon' as soort, zoek_contactpersonen(${patronen}::text[], ${max}::int) as id
      union all select 'aanbieder', zoek_aanbieders(${patronen}::text[], ${max}::int)`.execute(ctx.db)
    const ids = (gezocht: string) => rows.filter(({ soort }) => soort === gezocht).map(({ id }) => id)
    delen.push(sql`(c.id = any(${ids('persoon')}::uuid[]) or c.aanbieder_id = any(${ids('aanbieder')}::uuid[]))`)
  }
  if (aanbiederId) {
    delen.push(sql`c.aanbieder_id = ${aanbiederId}`)
  }
  if (overeenkomstId) {
    delen.push(sql`c.aanbieder_id = (select aanbieder_id from overeenkomst where regio_id = ${ctx.regioId} and id = ${overeenkomstId})
      and ${isErVoor(ctx, sql`b.overeenkomst_id = ${overeenkomstId}`)}`)
  }
  if (gemeente) {
    delen.push(inGemeente(ctx, gemeente))
  }
  if (contractmanager) {
    delen.push(sql`c.aanbieder_id in (select id from aanbieder where regio_id = ${ctx.regioId}
      and (contractmanager_id = ${contractmanager} or achtervanger_id = ${contractmanager}))`)
  }
  return sql.join(delen, sql` and `)
}

/** Tied to this overeenkomst, or to none at all. */
function isErVoor({ regioId }: Context, deze: RawBuilder<unknown>) {
  const gebonden = sql`from contactpersoon_overeenkomst b where b.regio_id = ${regioId} and b.contactpersoon_id = c.id`
  return sql`(exists (select ${gebonden} and ${deze}) or not exists (select ${gebonden}))`
}

/** Tied to this gemeente; or to none, at an aanbieder that works there by an overeenkomst this person is there for. */
function inGemeente(ctx: Context, code: string) {
  const gebonden = sql`from contactpersoon_gemeente g where g.regio_id = ${ctx.regioId} and g.contactpersoon_id = c.id`
  return sql`(exists (select ${gebonden} and g.gemeente_code = ${code}) or (not exists (select ${gebonden})
    and exists (select from overeenkomst o
      join overeenkomst_gemeente og on og.regio_id = o.regio_id and og.overeenkomst_id = o.id and og.gemeente_code = ${code}
      where o.regio_id = ${ctx.regioId} and o.aanbieder_id = c.aanbieder_id and ${isErVoor(ctx, sql`b.overeenkomst_id = o.id`)})))`
}
