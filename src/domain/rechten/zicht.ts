import { sql, type RawBuilder } from 'kysely'
import { bereikVan, type Bereik } from '../../platform/bereik.ts'
import type { Context } from '../../platform/context.ts'
import { runningScope } from '../../platform/transaction.ts'
import { houdersVan, mag, type Recht } from '../rechten.ts'

type Voorwaarde = RawBuilder<boolean>

/**
 * Whose rows a query reads, as conditions on an alias: the region, the aanbieder of an aanbieder's account, and the scope of the
 * roles (gemeenten, law, categories). `zicht(ctx)` has the scope the transaction was narrowed to by `authorize`; with a right it
 * has the scope of that right, and no rows without it. Row-level security asks the same once more (008-bereik.sql): for somebody
 * who sees the whole region only the region is left, so that lists keep their indexes.
 */
export function zicht(ctx: Context, recht?: Recht) {
  const { regioId, actor } = ctx
  const bereik = recht === undefined ? lopend(ctx) : mag(actor, recht) ? bereikVan(houdersVan(actor, recht)) : []
  const regio = (x: string): Voorwaarde => sql`${kolom(x, 'regio_id')} = ${regioId}`
  const agb = (x: string): Voorwaarde[] => (actor.agb === null ? [] : [sql<boolean>`${kolom(x, 'agb')} = ${actor.agb}`])
  const binnen = (deel: (grens: Bereik) => Voorwaarde[]): Voorwaarde[] =>
    bereik === null ? [] : [of(bereik.map((grens) => en(deel(grens))))]

  const overeenkomst = (x: string) => binnen((grens) => [...opGemeente(x, grens), ...opProduct(x, grens)])
  const eenOvereenkomst = (x: string, verband: RawBuilder<unknown>): Voorwaarde[] =>
    bereik === null
      ? []
      : [
          sql<boolean>`exists (select from overeenkomst zo where zo.regio_id = ${kolom(x, 'regio_id')} and ${verband} and ${en(overeenkomst('zo'))})`,
        ]
  const vanAanbieder = (x: string, id: string) => eenOvereenkomst(x, sql`zo.aanbieder_id = ${kolom(x, id)}`)
  const subregio = (x: string) =>
    binnen(({ gemeenten }) => [
      gemeenten === null
        ? sql<boolean>`${kolom(x, 'subregio_id')} is not null`
        : sql<boolean>`exists (select from gemeente zs where zs.regio_id = ${kolom(x, 'regio_id')}
            and zs.subregio_id = ${kolom(x, 'subregio_id')} and zs.code = any(${gemeenten}::text[]))`,
    ])
  const vastgesteld = (x: string, id: string): Voorwaarde[] =>
    actor.agb === null
      ? []
      : [
          sql<boolean>`exists (select from kpi_vaststelling zv where zv.regio_id = ${kolom(x, 'regio_id')} and zv.berekening_id = ${kolom(x, id)})`,
        ]
  const regel = (x: string) =>
    binnen(({ gemeenten, wet, categorieen }) => [
      ...lijst(x, 'gemeente', gemeenten),
      ...(wet === null ? [] : [sql<boolean>`${kolom(x, 'wet')} = ${wet}`]),
      ...lijst(x, 'categorie', categorieen),
    ])

  const zelf = {
    /** `aanbieder` */
    aanbieder: (x: string) => en([regio(x), ...agb(x), ...vanAanbieder(x, 'id')]),
    /** `overeenkomst` */
    overeenkomst: (x: string) => en([regio(x), ...agb(x), ...overeenkomst(x)]),
    /** Rows below an aanbieder, with `aanbieder_id` */
    vanAanbieder: (x: string) =>
      en([
        regio(x),
        ...(actor.agb === null
          ? []
          : [
              sql<boolean>`exists (select from aanbieder za where za.regio_id = ${kolom(x, 'regio_id')}
                and za.id = ${kolom(x, 'aanbieder_id')} and za.agb = ${actor.agb})`,
            ]),
        ...vanAanbieder(x, 'aanbieder_id'),
      ]),
    /** Rows below an overeenkomst, with `overeenkomst_id` */
    vanOvereenkomst: (x: string) =>
      en([
        regio(x),
        ...(actor.agb === null && bereik === null
          ? []
          : [
              sql<boolean>`exists (select from overeenkomst zo where zo.id = ${kolom(x, 'overeenkomst_id')} and ${zelf.overeenkomst('zo')})`,
            ]),
      ]),
    /** `toewijzing` and the lines of messages, which name gemeente, law and category themselves */
    regel: (x: string) => en([regio(x), ...agb(x), ...regel(x)]),
    /** `bericht` */
    bericht: (x: string) =>
      en([
        regio(x),
        ...agb(x),
        ...binnen(({ gemeenten, wet }) => [
          ...lijst(x, 'gemeente', gemeenten),
          ...(wet === null ? [] : [sql<boolean>`${kolom(x, 'wet')} = ${wet}`]),
        ]),
      ]),
    /** `evaluatie` and `cto_respons`, by gemeente: how people judged is not for an aanbieder's account */
    oordeel: (x: string) =>
      en([
        regio(x),
        ...(actor.agb === null ? [] : [sql<boolean>`false`]),
        ...binnen(({ gemeenten }) => lijst(x, 'gemeente', gemeenten)),
      ]),
    /** Rows below a bericht, with `bericht_id` */
    vanBericht: (x: string) =>
      en([
        regio(x),
        ...(actor.agb === null && bereik === null
          ? []
          : [
              sql<boolean>`exists (select from bericht zb where zb.id = ${kolom(x, 'bericht_id')} and ${zelf.bericht('zb')})`,
            ]),
      ]),
    /** Rows below a kpi_uitkomst, with `uitkomst_id` */
    vanUitkomst: (x: string) =>
      en([
        regio(x),
        ...(actor.agb === null && bereik === null
          ? []
          : [
              sql<boolean>`exists (select from kpi_uitkomst zu where zu.id = ${kolom(x, 'uitkomst_id')} and ${zelf.uitkomst('zu')})`,
            ]),
      ]),
    /** `client`: seen by who sees one of its toewijzingen */
    client: (x: string) =>
      en([
        regio(x),
        ...(actor.agb === null && bereik === null
          ? []
          : [
              sql<boolean>`exists (select from toewijzing zt where zt.regio_id = ${kolom(x, 'regio_id')}
                and zt.client_id = ${kolom(x, 'id')} and ${en([...agb('zt'), ...regel('zt')])})`,
            ]),
      ]),
    /** `kpi_berekening`: an aanbieder's account sees what was established (ROL-19) */
    berekening: (x: string) => en([regio(x), ...vastgesteld(x, 'id')]),
    /** `kpi_uitkomst`: the same */
    uitkomst: (x: string) =>
      en([regio(x), ...agb(x), ...vastgesteld(x, 'berekening_id'), ...vanAanbieder(x, 'aanbieder_id'), ...subregio(x)]),
    /** `escalatie`: an aanbieder's account sees its own */
    escalatie: (x: string) =>
      en([
        regio(x),
        ...agb(x),
        ...vanAanbieder(x, 'aanbieder_id'),
        ...eenOvereenkomst(x, sql`zo.id = ${kolom(x, 'overeenkomst_id')}`).map(
          (binnen) => sql<boolean>`(${kolom(x, 'overeenkomst_id')} is null or ${binnen})`,
        ),
        ...subregio(x).map((binnen) => sql<boolean>`(${kolom(x, 'subregio_id')} is null or ${binnen})`),
      ]),
    /** `bevinding`: one about a KPI shows the result, so it is for who may read results */
    bevinding: (x: string) =>
      en([
        regio(x),
        ...agb(x),
        ...(mag(actor, 'kpi:lezen') ? [] : [sql<boolean>`${kolom(x, 'bron')} <> 'kpi'`]),
        ...vanAanbieder(x, 'aanbieder_id'),
        ...eenOvereenkomst(x, sql`zo.id = ${kolom(x, 'overeenkomst_id')}`).map(
          (binnen) => sql<boolean>`(${kolom(x, 'overeenkomst_id')} is null or ${binnen})`,
        ),
        ...subregio(x).map((binnen) => sql<boolean>`(${kolom(x, 'subregio_id')} is null or ${binnen})`),
      ]),
  }
  return zelf
}

/** Whether this right shows all of the region, and so does the running transaction: then sums over all of it are for this person. */
export function zietHeleRegio(ctx: Context, recht?: Recht): boolean {
  if (ctx.actor.agb !== null || runningScope(ctx) !== '') return false
  return recht === undefined || (mag(ctx.actor, recht) && bereikVan(houdersVan(ctx.actor, recht)) === null)
}

function lopend(ctx: Context): Bereik[] | null {
  const tekst = runningScope(ctx)
  return tekst === '' ? null : (JSON.parse(tekst) as Bereik[])
}

function opGemeente(x: string, { gemeenten }: Bereik): Voorwaarde[] {
  return gemeenten === null
    ? []
    : [
        sql<boolean>`exists (select from overeenkomst_gemeente zg where zg.regio_id = ${kolom(x, 'regio_id')}
          and zg.overeenkomst_id = ${kolom(x, 'id')} and zg.gemeente_code = any(${gemeenten}::text[]))`,
      ]
}

function opProduct(x: string, { wet, categorieen }: Bereik): Voorwaarde[] {
  if (wet === null && categorieen === null) return []
  return [
    sql<boolean>`exists (select from overeenkomst_product zp join product zr on zr.regio_id = zp.regio_id and zr.id = zp.product_id
      where zp.regio_id = ${kolom(x, 'regio_id')} and zp.overeenkomst_id = ${kolom(x, 'id')}
        and ${en([...(wet === null ? [] : [sql<boolean>`zr.wet = ${wet}`]), ...lijst('zr', 'categorie', categorieen)])})`,
  ]
}

function lijst(x: string, naam: string, waarden: readonly string[] | null): Voorwaarde[] {
  return waarden === null ? [] : [sql<boolean>`${kolom(x, naam)} = any(${waarden}::text[])`]
}

// The alias is a word of the program, never input.
function kolom(x: string, naam: string) {
  return sql.raw(`${x}.${naam}`)
}

function en(delen: Voorwaarde[]): Voorwaarde {
  return delen.length === 0 ? sql`true` : sql`(${sql.join(delen, sql` and `)})`
}

function of(delen: Voorwaarde[]): Voorwaarde {
  return delen.length === 0 ? sql`false` : sql`(${sql.join(delen, sql` or `)})`
}
