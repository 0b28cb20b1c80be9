import { sql, type RawBuilder } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { isKaal, PAGINA, TELGRENS, zoekpatronen, type Bladzijde, type Lijst } from '../../begrippen/lijst.ts'
import { preparedIf } from '../../../platform/prepared.ts'
import { zicht } from '../../rechten/zicht.ts'
import type { Grootteklasse } from './aanbieder-csv.ts'

export type Aanbiederfilter = {
  zoek?: string | undefined
  grootteklasse?: Grootteklasse | undefined
  plaats?: string | undefined
  /** A person (contract manager or back-up), or 'geen': without a contract manager or back-up (ROL-06). */
  contractmanager?: string | undefined
  /** Only kernpartners (CTR-11). */
  kernpartner?: true | undefined
}

export type Aanbiederkolom = 'naam' | 'plaats' | 'medewerkers'

export type AanbiederInLijst = {
  id: string
  agb: string
  kvk: string
  naam: string
  plaats: string
  grootteklasse: Grootteklasse
  medewerkers: number
  contractmanager: string | null
  achtervanger: string | null
  /** Of a kernpartner; null: it is none. */
  aanspreekpunt: string | null
}

const sorteringen = {
  naam: sql`a.naam collate "nl-x-icu"`,
  plaats: sql`a.plaats collate "nl-x-icu"`,
  medewerkers: sql`a.medewerkers`,
} satisfies Record<Aanbiederkolom, unknown>

/** One page of the aanbieders; every sorting stands on an index and the count stops at TELGRENS + 1. */
export async function listAanbieders(
  ctx: Context,
  filter: Aanbiederfilter,
  bladzijde: Bladzijde<Aanbiederkolom>,
): Promise<Lijst<AanbiederInLijst>> {
  const waar = await voorwaarden(ctx, filter, TELGRENS + 1)
  const kaal = isKaal(filter, bladzijde)
  const deel = kaal ? sql`limit ${sql.lit(PAGINA)}` : sql`limit ${PAGINA} offset ${(bladzijde.pagina - 1) * PAGINA}`
  const [telling, { rows: rijen }] = await Promise.all([
    preparedIf(
      kaal,
      sql<{ totaal: number }>`select count(*) as totaal
        from (select from aanbieder a where ${waar} limit ${sql.lit(TELGRENS + 1)}) as t`,
    ).execute(ctx.db),
    preparedIf(kaal, selectPagina(waar, bladzijde, deel)).execute(ctx.db),
  ])
  return { rijen, totaal: telling.rows[0]!.totaal }
}

/** All aanbieders of a filter, for export. */
export async function listAlleAanbieders(
  ctx: Context,
  filter: Aanbiederfilter,
  bladzijde: Bladzijde<Aanbiederkolom>,
): Promise<AanbiederInLijst[]> {
  const { rows } = await selectPagina(await voorwaarden(ctx, filter, null), bladzijde, sql``).execute(ctx.db)
  return rows
}

function selectPagina(
  waar: RawBuilder<unknown>,
  { sorteer, richting }: Bladzijde<Aanbiederkolom>,
  deel: RawBuilder<unknown>,
) {
  const volgorde = richting === 'af' ? sql`desc` : sql`asc`
  // The page is cut before the names are looked up, so that a join never stands between the index and the limit.
  return sql<AanbiederInLijst>`select a.id, a.agb, a.kvk, a.naam, a.plaats, a.grootteklasse, a.medewerkers,
      m.naam as contractmanager, v.naam as achtervanger, p.naam as aanspreekpunt
    from (select * from aanbieder a where ${waar}
      order by ${sorteringen[sorteer]} ${volgorde}, a.id ${volgorde} ${deel}) as a
    left join gebruiker m on m.regio_id = a.regio_id and m.id = a.contractmanager_id
    left join gebruiker v on v.regio_id = a.regio_id and v.id = a.achtervanger_id
    left join kernpartner k on k.regio_id = a.regio_id and k.aanbieder_id = a.id and k.tot is null
    left join gebruiker p on p.regio_id = k.regio_id and p.id = k.aanspreekpunt_id
    order by ${sorteringen[sorteer]} ${volgorde}, a.id ${volgorde}`
}

async function voorwaarden(
  ctx: Context,
  { zoek, grootteklasse, plaats, contractmanager, kernpartner }: Aanbiederfilter,
  max: number | null,
): Promise<RawBuilder<unknown>> {
  const delen: RawBuilder<unknown>[] = [zicht(ctx).aanbieder('a')]
  const patronen = zoekpatronen(zoek ?? '')
  if (patronen) {
    // Once, for the count and the page alike. A page needs a thousand hits at most, an export all of them.
    const { rows } = await sql<{
      id: string
    }>`select zoek_aanbieders(${patronen}::text[], ${max}::int) as id`.execute(ctx.db)
    delen.push(sql`a.id = any(${rows.map(({ id }) => id)}::uuid[])`)
  }
  if (grootteklasse) {
    delen.push(sql`a.grootteklasse = ${grootteklasse}`)
  }
  if (plaats) {
    // the collation of the index, else it cannot be used
    delen.push(sql`a.plaats collate "nl-x-icu" = ${plaats}`)
  }
  if (contractmanager === 'geen') {
    delen.push(sql`(a.contractmanager_id is null or a.achtervanger_id is null)`)
  } else if (contractmanager) {
    delen.push(sql`(a.contractmanager_id = ${contractmanager} or a.achtervanger_id = ${contractmanager})`)
  }
  if (kernpartner) {
    delen.push(sql`a.id in (select aanbieder_id from kernpartner where regio_id = ${ctx.regioId} and tot is null)`)
  }
  return sql.join(delen, sql` and `)
}
