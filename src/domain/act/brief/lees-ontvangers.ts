import { sql, type RawBuilder } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { zicht } from '../../rechten/zicht.ts'

/** Which aanbieders a letter goes to; none of it: every aanbieder within the scope (COM-02). */
export type Selectie = {
  aanbiederId?: string | undefined
  /** Product category of an overeenkomst that runs today, e.g. "02" */
  categorie?: string | undefined
  /** CBS code of a gemeente of such an overeenkomst */
  gemeente?: string | undefined
  /** Contractmanager or back-up */
  contractmanager?: string | undefined
}

export type Gekozen = { aanbiederId: string; agb: string; naam: string; tav: string; email: string }

/** The aanbieders of a selection by name, each with the contactpersoon who gets it: one who is there for everything, first by name. */
export async function leesOntvangers(ctx: Context, selectie: Selectie): Promise<Gekozen[]> {
  const { aanbiederId, categorie, gemeente, contractmanager } = selectie
  const delen: RawBuilder<unknown>[] = [zicht(ctx).aanbieder('a')]
  if (aanbiederId) delen.push(sql`a.id = ${aanbiederId}`)
  if (contractmanager)
    delen.push(sql`(a.contractmanager_id = ${contractmanager} or a.achtervanger_id = ${contractmanager})`)
  if (categorie || gemeente) {
    delen.push(sql`exists (select from overeenkomst o where o.regio_id = a.regio_id and o.aanbieder_id = a.id
      and o.begindatum <= ${ctx.today} and o.loopt_tot >= ${ctx.today}
      ${
        categorie
          ? sql`and exists (select from overeenkomst_product op join product p on p.regio_id = op.regio_id and p.id = op.product_id
        where op.regio_id = o.regio_id and op.overeenkomst_id = o.id and p.categorie = ${categorie})`
          : sql``
      }
      ${
        gemeente
          ? sql`and exists (select from overeenkomst_gemeente g where g.regio_id = o.regio_id and g.overeenkomst_id = o.id
        and g.gemeente_code = ${gemeente})`
          : sql``
      })`)
  }
  const { rows } =
    await sql<Gekozen>`select a.id as aanbieder_id, a.agb, a.naam, coalesce(c.naam, '') as tav, coalesce(c.email, '') as email
    from aanbieder a left join lateral (${contactVan}) c on true
    where ${sql.join(delen, sql` and `)} order by a.naam collate "nl-x-icu", a.id limit 2000`.execute(ctx.db)
  return rows
}

/** Gives addressees whose letter failed who gets mail of their aanbieder now; a letter that was made keeps the name that is in it. */
export async function werkContactBij(ctx: Context, ontvangerIds: readonly string[]): Promise<void> {
  await sql`update brief_ontvanger o set mislukt_op = null, laatste_fout = null, email = coalesce(c.email, ''),
      tav = case when o.document_id is null then coalesce(c.naam, '') else o.tav end
    from aanbieder a left join lateral (${contactVan}) c on true
    where o.regio_id = ${ctx.regioId} and o.id = any(${ontvangerIds}::uuid[]) and o.mislukt_op is not null
      and a.regio_id = o.regio_id and a.id = o.aanbieder_id`.execute(ctx.db)
}

const contactVan = sql`select c.naam, c.email from contactpersoon c where c.regio_id = a.regio_id and c.aanbieder_id = a.id
  order by c.email !~ '^[^@[:space:]]+@[^@[:space:]]+$',
    exists (select from contactpersoon_overeenkomst b where b.regio_id = c.regio_id and b.contactpersoon_id = c.id), c.naam, c.id limit 1`
