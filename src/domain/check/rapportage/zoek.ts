import { sql, type RawBuilder } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { toonClienten } from '../../../platform/inzage.ts'
import { within } from '../../../platform/transaction.ts'
import { zoekpatronen } from '../../begrippen/lijst.ts'
import { houdersVan, mag, type Recht } from '../../rechten.ts'
import { zicht } from '../../rechten/zicht.ts'
import type { Zoekterm } from './zoekterm.ts'

export const zoeksoorten = [
  'aanbieder',
  'overeenkomst',
  'client',
  'bericht',
  'bevinding',
  'product',
  'gemeente',
] as const

export type Zoeksoort = (typeof zoeksoorten)[number]

/** `id` addresses its page: a toewijzing for a client, a code for a gemeente. */
export type Vondst = { soort: Zoeksoort; id: string; titel: string; toelichting: string }

export type Zoekgroep = { soort: Zoeksoort; vondsten: Vondst[]; meer: boolean }

const RECHT: Record<Zoeksoort, Recht> = {
  aanbieder: 'aanbieder:lezen',
  overeenkomst: 'overeenkomst:lezen',
  client: 'casus:lezen',
  bericht: 'bericht:lezen',
  bevinding: 'bevinding:lezen',
  product: 'overeenkomst:lezen',
  gemeente: 'overeenkomst:lezen',
}

/** The kinds of thing this person may look for. */
export function magZoeken({ actor }: Pick<Context, 'actor'>): Zoeksoort[] {
  return zoeksoorten.filter((soort) => mag(actor, RECHT[soort]))
}

// Where a word matches half the country, the best of the first thousands is good enough.
const KANDIDATEN = 2000

type Rij = Vondst & { rang: number }

/** What this person may see of `soorten`, best first, at most `limit` of each kind after the first `offset`. One query. */
export async function zoek(
  ctx: Context,
  term: Zoekterm,
  soorten: readonly Zoeksoort[],
  limit: number,
  offset = 0,
): Promise<Zoekgroep[]> {
  const gezocht = soorten.filter((soort) => mag(ctx.actor, RECHT[soort]) && (soort !== 'client' || term.label !== null))
  if (gezocht.length === 0) return []
  const delen = gezocht.map(
    (soort) =>
      sql`(select * from (${vraag(ctx, term, soort)}) as v order by rang, titel collate "nl-x-icu", id limit ${limit + 1} offset ${offset})`,
  )
  // Each kind has the scope of its own right; row-level security has them together.
  const houders = gezocht.flatMap((soort) => houdersVan(ctx.actor, RECHT[soort]))
  const rows = await within(ctx, houders, async () => {
    const gevonden = await sql<Rij>`${sql.join(delen, sql` union all `)}`.execute(ctx.db)
    await toonGevonden(ctx, gevonden.rows, limit)
    return gevonden.rows
  })
  return gezocht.flatMap((soort) => {
    const vondsten = rows.filter((rij) => rij.soort === soort)
    return vondsten.length === 0 ? [] : [{ soort, vondsten: vondsten.slice(0, limit), meer: vondsten.length > limit }]
  })
}

// What is found of clients is their toewijzingen, by label; one more than the limit is not shown.
async function toonGevonden(ctx: Context, rijen: readonly Rij[], limit: number) {
  const ids = rijen.flatMap(({ soort, id }) => (soort === 'client' ? [id] : [])).slice(0, limit)
  if (ids.length === 0) return
  const { rows } = await sql<{ clientId: string }>`select distinct client_id from toewijzing
    where ${zicht(ctx, 'casus:lezen').regel('toewijzing')} and id = any(${ids}::uuid[])`.execute(ctx.db)
  toonClienten(
    ctx,
    rows.map(({ clientId }) => clientId),
  )
}

function vraag(ctx: Context, term: Zoekterm, soort: Zoeksoort): RawBuilder<unknown> {
  // 0: exactly this; 1: starts with it; 2: a word starts with it; 3: holds it.
  const rang = (naam: RawBuilder<unknown>, codes: RawBuilder<unknown> = sql`false`) => sql`case when ${codes} then 0
    when ${naam} like ${term.begin} then 1 when ${naam} like ${`% ${term.begin}`} then 2 else 3 end as rang`
  const bevat = (tekst: RawBuilder<unknown>) =>
    sql.join(
      term.patronen.map((patroon) => sql`${tekst} like ${patroon}`),
      sql` and `,
    )
  // Below row-level security `like` cannot use the index: these functions can (002-plan.sql). Short words are looked for row by row.
  const patronen = zoekpatronen(term.tekst)
  const kandidaten = (functie: RawBuilder<unknown>) =>
    patronen ? sql`id in (select ${functie}(${patronen}::text[], ${KANDIDATEN}))` : sql`true`
  const mijn = zicht(ctx, RECHT[soort])

  switch (soort) {
    case 'aanbieder':
      return sql`select 'aanbieder' as soort, id::text, naam as titel, concat_ws(' · ', nullif(plaats, ''), 'AGB ' || agb, 'KvK ' || kvk) as toelichting,
          ${rang(sql`zoektekst`, sql`${term.tekst} in (agb, kvk)`)}
        from (select * from aanbieder where ${mijn.aanbieder('aanbieder')}
          and ${kandidaten(sql`zoek_aanbieders`)} and ${bevat(sql`zoektekst`)} limit ${KANDIDATEN}) as a`
    case 'overeenkomst':
      return sql`select 'overeenkomst' as soort, o.id::text, o.nummer as titel, concat_ws(' · ', o.onderwerp, coalesce(a.naam, 'AGB ' || o.agb)) as toelichting,
          ${rang(sql`o.zoektekst`, sql`upper(o.nummer) = upper(${term.tekst})`)}
        from (select * from overeenkomst where ${mijn.overeenkomst('overeenkomst')}
          and ${kandidaten(sql`zoek_overeenkomsten`)} and ${bevat(sql`zoektekst`)} limit ${KANDIDATEN}) as o
        left join aanbieder a on a.regio_id = o.regio_id and a.id = o.aanbieder_id`
    case 'client':
      return sql`select 'client' as soort, t.id::text, c.label as titel,
          concat_ws(' · ', a.naam, 'toewijzing ' || t.nummer || ' van ' || coalesce(g.naam, t.gemeente), 'vanaf ' || to_char(t.ingangsdatum, 'FMDD-FMMM-YYYY')) as toelichting,
          case when c.label = ${term.label?.vanaf ?? ''} then 0 else 1 end as rang
        from client c
        join toewijzing t on ${mijn.regel('t')} and t.client_id = c.id
        left join aanbieder a on ${zicht(ctx, 'aanbieder:lezen').aanbieder('a')} and a.agb = t.agb
        left join gemeente g on g.regio_id = t.regio_id and g.code = t.gemeente
        where c.regio_id = ${ctx.regioId} and c.label >= ${term.label?.vanaf ?? ''} and c.label < ${term.label?.tot ?? ''}`
    case 'bericht':
      // as the sender named it, in full: its index knows nothing less
      return sql`select 'bericht' as soort, b.id::text, b.identificatie as titel,
          concat_ws(' · ', case b.wet when 'jw' then 'iJw ' else 'iWmo ' end || b.soort, coalesce(a.naam, 'AGB ' || b.agb), coalesce(g.naam, b.gemeente), to_char(b.dagtekening, 'FMDD-FMMM-YYYY')) as toelichting, 0 as rang
        from bericht b
        left join aanbieder a on a.regio_id = b.regio_id and a.agb = b.agb
        left join gemeente g on g.regio_id = b.regio_id and g.code = b.gemeente
        where b.regio_id = ${ctx.regioId} and b.identificatie in (${term.tekst}, ${term.tekst.toUpperCase()})`
    case 'bevinding':
      return sql`select 'bevinding' as soort, b.id::text, b.titel, concat_ws(' · ', a.naam, case when b.gesloten_op is null then 'open' else 'gesloten' end) as toelichting,
          case when b.gesloten_op is null then 0 else 1 end as rang
        from bevinding b join aanbieder a on a.regio_id = b.regio_id and a.id = b.aanbieder_id
        where ${mijn.bevinding('b')} and ${bevat(sql`zoekvorm(b.titel || ' ' || a.naam)`)}`
    case 'product':
      return sql`select 'product' as soort, categorie || ' ' || code as id, naam as titel, concat_ws(' · ', code, 'categorie ' || categorie, case wet when 'wmo' then 'Wmo' else 'Jeugdwet' end,
            (select count(*) || case count(*) when 1 then ' overeenkomst' else ' overeenkomsten' end from overeenkomst_product o where ${mijn.vanOvereenkomst('o')} and o.product_id = product.id)) as toelichting,
          ${rang(sql`zoekvorm(naam)`, sql`upper(code) = upper(${term.tekst})`)}
        from product where regio_id = ${ctx.regioId} and ${bevat(sql`zoekvorm(naam || ' ' || code)`)}`
    case 'gemeente':
      return sql`select 'gemeente' as soort, g.code as id, g.naam as titel, s.naam as toelichting, ${rang(sql`zoekvorm(g.naam)`, sql`g.code = ${term.tekst}`)}
        from gemeente g join subregio s on s.regio_id = g.regio_id and s.id = g.subregio_id
        where g.regio_id = ${ctx.regioId} and ${bevat(sql`zoekvorm(g.naam || ' ' || g.code)`)}`
  }
}
