import { sql, type RawBuilder } from 'kysely'
import { bereikVan, type Bereik } from '../../platform/bereik.ts'
import type { Context } from '../../platform/context.ts'
import { runningScope } from '../../platform/transaction.ts'
import { houdersVan, mag, zonderUitnodiging, type Recht } from '../rechten.ts'
import { gemeentenMetCasussen, zietKleineAantallen } from './kleine-aantallen.ts'
import { verborgenBronnen } from './termijnbronnen.ts'

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

  const eenOvereenkomst = (x: string, id: string, wat: 'aanbieder_id' | 'overeenkomst_id') =>
    bereik === null ? [] : [overeenkomstBinnen(x, id, wat, bereik)]
  const vanAanbieder = (x: string, id: string) => eenOvereenkomst(x, id, 'aanbieder_id')
  const vanOvereenkomst = (x: string) => eenOvereenkomst(x, 'overeenkomst_id', 'overeenkomst_id')
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

  // A meeting is of an aanbieder, or of a gemeente that gives the order, or of the region itself.
  const gesprekBinnen = (x: string, grenzen: Bereik[] | null): Voorwaarde[] =>
    grenzen === null
      ? []
      : [
          of([
            overeenkomstBinnen(x, 'aanbieder_id', 'aanbieder_id', grenzen),
            sql<boolean>`(${kolom(x, 'aanbieder_id')} is null and (${kolom(x, 'gemeente_code')} is null
              or ${of(grenzen.map(({ gemeenten }) => en(lijst(x, 'gemeente_code', gemeenten))))}))`,
          ]),
        ]
  // Some roles see a meeting without being invited to it, within the scope of those roles.
  const ongevraagd = zonderUitnodiging(actor)
  const zonder = ongevraagd.length === 0 ? [] : bereikVan(ongevraagd)
  const ik = /^[0-9a-f-]{36}$/.test(actor.id) ? actor.id : null
  const uitgenodigd = (x: string) =>
    sql<boolean>`exists (select from deelnemer zd where zd.regio_id = ${kolom(x, 'regio_id')}
      and zd.gesprek_id = ${kolom(x, 'id')} and zd.gebruiker_id = ${ik}::uuid)`
  const alleGesprekken = actor.agb === null && bereik === null && ongevraagd.length > 0 && zonder === null

  const gesloten = verborgenBronnen(actor)
  const verborgen = (x: string): Voorwaarde[] =>
    gesloten.length === 0 ? [] : [sql<boolean>`${kolom(x, 'bron')} <> all(${gesloten}::text[])`]
  // bron_id is an id only where the source says so: the order of a case is fixed, that of conditions is not
  const onderliggend = (x: string): Voorwaarde[] => {
    if (actor.agb !== null) return []
    const ding = (bron: string, y: string, ziet: Voorwaarde, tabel = bron) =>
      sql`when ${bron} then exists (select from ${sql.table(tabel)} ${sql.raw(y)} where ${kolom(y, 'id')} = ${kolom(x, 'bron_id')}::uuid and ${ziet})`
    const gevallen = [
      ...(alleGesprekken ? [] : [ding('gesprek', 'zi', zelf.gesprek('zi')), ding('actie', 'zj', zelf.actie('zj'))]),
      ...(bereik === null
        ? []
        : [
            ding('escalatie', 'zk', zelf.escalatie('zk')),
            ding('escalatie-stuk', 'zl', zelf.escalatie('zl'), 'escalatie'),
          ]),
    ]
    if (gevallen.length === 0) return []
    return [sql<boolean>`(case ${kolom(x, 'bron')} ${sql.join(gevallen, sql` `)} else true end)`]
  }

  const zelf = {
    /** `gesprek`: all of them, or within the scope of a role that needs no invitation, or those one is invited to */
    gesprek: (x: string): Voorwaarde =>
      en([
        regio(x),
        ...agb(x),
        ...(actor.agb === null
          ? []
          : [
              sql<boolean>`(${kolom(x, 'uitgenodigd_op')} is not null or ${kolom(x, 'rapportage_gevraagd_op')} is not null)`,
            ]),
        ...gesprekBinnen(x, bereik),
        ...(ongevraagd.length > 0 && zonder === null
          ? []
          : [of([...(zonder && zonder.length > 0 ? gesprekBinnen(x, zonder) : []), uitgenodigd(x)])]),
      ]),
    /** Rows below a gesprek, with `gesprek_id` */
    vanGesprek: (x: string): Voorwaarde =>
      en([
        regio(x),
        ...(alleGesprekken
          ? []
          : [
              sql<boolean>`exists (select from gesprek zh where zh.id = ${kolom(x, 'gesprek_id')} and ${zelf.gesprek('zh')})`,
            ]),
      ]),
    /** `actie`: of a meeting one sees, or one's own; an aanbieder its own, once the minutes were shared */
    actie: (x: string): Voorwaarde =>
      en([
        regio(x),
        ...agb(x),
        ...(actor.agb === null ? [] : [sql<boolean>`${kolom(x, 'gedeeld_op')} is not null`]),
        ...(alleGesprekken || actor.agb !== null
          ? []
          : [
              of([
                sql<boolean>`${kolom(x, 'eigenaar_id')} = ${ik}::uuid`,
                sql<boolean>`exists (select from gesprek zh where zh.id = ${kolom(x, 'gesprek_id')} and ${zelf.gesprek('zh')})`,
              ]),
            ]),
      ]),
    /** `aanbieder` */
    aanbieder: (x: string) => en([regio(x), ...agb(x), ...vanAanbieder(x, 'id')]),
    /** `overeenkomst` */
    overeenkomst: (x: string) => en([regio(x), ...agb(x), ...eenOvereenkomst(x, 'id', 'overeenkomst_id')]),
    /**
     * `termijn`: an aanbieder's account sees what it must do itself; one about no aanbieder is about how the region works; and of a
     * meeting, action or case for who may see that
     */
    termijn: (x: string): Voorwaarde =>
      en([
        regio(x),
        ...verborgen(x),
        ...onderliggend(x),
        ...(actor.agb === null
          ? [sql<boolean>`not ${kolom(x, 'spiegel')}`]
          : [
              sql<boolean>`${kolom(x, 'kant')} = 'aanbieder' and exists (select from aanbieder za where za.regio_id = ${kolom(x, 'regio_id')}
                and za.id = ${kolom(x, 'aanbieder_id')} and za.agb = ${actor.agb})`,
            ]),
        ...vanAanbieder(x, 'aanbieder_id').map(
          (binnen) => sql<boolean>`(${kolom(x, 'aanbieder_id')} is null or ${binnen})`,
        ),
        ...vanOvereenkomst(x).map((binnen) => sql<boolean>`(${kolom(x, 'overeenkomst_id')} is null or ${binnen})`),
      ]),
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
        ...(actor.agb === null
          ? vanOvereenkomst(x)
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
    escalatie: (x: string): Voorwaarde =>
      en([
        regio(x),
        ...agb(x),
        ...vanAanbieder(x, 'aanbieder_id'),
        ...vanOvereenkomst(x).map((binnen) => sql<boolean>`(${kolom(x, 'overeenkomst_id')} is null or ${binnen})`),
        ...subregio(x).map((binnen) => sql<boolean>`(${kolom(x, 'subregio_id')} is null or ${binnen})`),
      ]),
    /** `verbeterplan`: the same */
    verbeterplan: (x: string) =>
      en([
        regio(x),
        ...agb(x),
        ...vanAanbieder(x, 'aanbieder_id'),
        ...vanOvereenkomst(x).map((binnen) => sql<boolean>`(${kolom(x, 'overeenkomst_id')} is null or ${binnen})`),
        ...subregio(x).map((binnen) => sql<boolean>`(${kolom(x, 'subregio_id')} is null or ${binnen})`),
      ]),
    /** `document`: of the region, or of an aanbieder within the scope; an aanbieder what is meant for it */
    document: (x: string) =>
      en([
        regio(x),
        ...agb(x),
        ...(actor.agb === null ? [] : [sql<boolean>`${kolom(x, 'voor_aanbieder')}`]),
        ...vanAanbieder(x, 'aanbieder_id').map(
          (binnen) => sql<boolean>`(${kolom(x, 'aanbieder_id')} is null or ${binnen})`,
        ),
        ...vanOvereenkomst(x).map((binnen) => sql<boolean>`(${kolom(x, 'overeenkomst_id')} is null or ${binnen})`),
      ]),
    /** `publicatie`: of the whole region; an aanbieder what was for everybody or for all aanbieders */
    publicatie: (x: string) =>
      en([
        regio(x),
        ...(actor.agb === null
          ? []
          : [
              sql<boolean>`(${kolom(x, 'doelgroep')} <> 'selectie' and ${kolom(x, 'ingetrokken_op')} is null and ${kolom(x, 'datum')} <= ${ctx.today})`,
            ]),
      ]),
    /** `bevinding`: one about a KPI shows the result, so it is for who may read results; of few clients for who works with cases */
    bevinding: (x: string) =>
      en([
        regio(x),
        ...agb(x),
        ...(mag(actor, 'kpi:lezen') ? [] : [sql<boolean>`${kolom(x, 'bron')} <> 'kpi'`]),
        ...nietKlein(ctx, x),
        ...vanAanbieder(x, 'aanbieder_id'),
        ...vanOvereenkomst(x).map((binnen) => sql<boolean>`(${kolom(x, 'overeenkomst_id')} is null or ${binnen})`),
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

// That it is there says that the norm was not reached: the judgement of a figure about few clients (S44, besluit 017).
function nietKlein({ regioId, actor, today }: Context, x: string): Voorwaarde[] {
  if (zietKleineAantallen(actor)) return []
  const gemeenten = gemeentenMetCasussen(actor)
  return [
    of([
      sql`${kolom(x, 'clienten')} is null`,
      sql`${kolom(x, 'clienten')} >= (select (zk.inhoud ->> 'minimumClienten')::int from regelsetdeel zk where zk.regio_id = ${regioId}
        and zk.deel = 'kleine-aantallen' and zk.geldig_vanaf <= ${today} order by zk.versie desc limit 1)`,
      ...(gemeenten.length === 0
        ? []
        : [
            sql<boolean>`${kolom(x, 'subregio_id')} in (select zs.subregio_id from gemeente zs where zs.regio_id = ${regioId}
              group by zs.subregio_id having bool_and(zs.code = any(${gemeenten}::text[])))`,
          ]),
    ]),
  ]
}

function lopend(ctx: Context): Bereik[] | null {
  const tekst = runningScope(ctx)
  return tekst === '' ? null : (JSON.parse(tekst) as Bereik[])
}

/**
 * An overeenkomst (or an aanbieder by one of its overeenkomsten) fits one of the limits, by the narrow row that says what a scope asks of
 * it (039): looked up for each row that is read ("offset 0"), as row-level security does.
 */
function overeenkomstBinnen(
  x: string,
  id: string,
  wat: 'aanbieder_id' | 'overeenkomst_id',
  grenzen: readonly Bereik[],
): Voorwaarde {
  const past = grenzen.map(({ gemeenten, wet, categorieen }) =>
    en([
      ...(gemeenten === null ? [] : [sql<boolean>`zob.gemeenten && ${gemeenten}::text[]`]),
      ...(wet === null && categorieen === null
        ? []
        : [
            sql<boolean>`zob.soorten && ${(categorieen ?? ['']).map((categorie) => `${wet ?? ''}|${categorie}`)}::text[]`,
          ]),
    ]),
  )
  return sql`exists (select from overeenkomst_bereik zob where zob.regio_id = ${kolom(x, 'regio_id')}
    and ${kolom('zob', wat)} = ${kolom(x, id)} and ${of(past)} offset 0)`
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
