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
export function zicht(ctx: Context, recht?: Recht): Zicht {
  return new Zicht(ctx, recht)
}

// A class: a page asks twenty of these and one or two conditions of each, and functions made anew each time cost more than the queries.
class Zicht {
  readonly #ctx: Context
  readonly #bereik: readonly Bereik[] | null

  constructor(ctx: Context, recht: Recht | undefined) {
    const { actor } = ctx
    this.#ctx = ctx
    this.#bereik = recht === undefined ? lopend(ctx) : mag(actor, recht) ? bereikVan(houdersVan(actor, recht)) : []
  }

  /** `gesprek`: all of them, or within the scope of a role that needs no invitation, or those one is invited to */
  gesprek(x: string): Voorwaarde {
    const { actor } = this.#ctx
    const zonder = this.#zonder
    return en([
      this.#regio(x),
      ...this.#agb(x),
      ...(actor.agb === null
        ? []
        : [
            sql<boolean>`(${kolom(x, 'uitgenodigd_op')} is not null or ${kolom(x, 'rapportage_gevraagd_op')} is not null)`,
          ]),
      ...gesprekBinnen(x, this.#bereik),
      ...(zonder === null ? [] : [of([...(zonder.length > 0 ? gesprekBinnen(x, zonder) : []), this.#uitgenodigd(x)])]),
    ])
  }

  /** Rows below a gesprek, with `gesprek_id` */
  vanGesprek(x: string): Voorwaarde {
    return en([this.#regio(x), ...(this.#alleGesprekken ? [] : [this.#inGesprek(x)])])
  }

  /** `actie`: of a meeting one sees, or one's own; an aanbieder its own, once the minutes were shared */
  actie(x: string): Voorwaarde {
    const { actor } = this.#ctx
    return en([
      this.#regio(x),
      ...this.#agb(x),
      ...(actor.agb === null ? [] : [sql<boolean>`${kolom(x, 'gedeeld_op')} is not null`]),
      ...(this.#alleGesprekken || actor.agb !== null
        ? []
        : [of([sql<boolean>`${kolom(x, 'eigenaar_id')} = ${this.#ik}::uuid`, this.#inGesprek(x)])]),
    ])
  }

  /** `aanbieder` */
  aanbieder(x: string): Voorwaarde {
    return en([this.#regio(x), ...this.#agb(x), ...this.#bijAanbieder(x, 'id')])
  }

  /** `overeenkomst` */
  overeenkomst(x: string): Voorwaarde {
    return en([this.#regio(x), ...this.#agb(x), ...this.#eenOvereenkomst(x, 'id', 'overeenkomst_id')])
  }

  /**
   * `termijn`: an aanbieder's account sees what it must do itself; one about no aanbieder is about how the region works; and of a
   * meeting, action or case for who may see that
   */
  termijn(x: string): Voorwaarde {
    const { actor } = this.#ctx
    return en([
      this.#regio(x),
      ...verborgen(actor, x),
      ...this.#onderliggend(x),
      actor.agb === null
        ? sql<boolean>`not ${kolom(x, 'spiegel')}`
        : sql<boolean>`${kolom(x, 'kant')} = 'aanbieder' and exists (select from aanbieder za where za.regio_id = ${kolom(x, 'regio_id')}
                and za.id = ${kolom(x, 'aanbieder_id')} and za.agb = ${actor.agb})`,
      ...ofGeen(x, 'aanbieder_id', this.#bijAanbieder(x, 'aanbieder_id')),
      ...ofGeen(x, 'overeenkomst_id', this.#bijOvereenkomst(x)),
    ])
  }

  /** Rows below an aanbieder, with `aanbieder_id` */
  vanAanbieder(x: string): Voorwaarde {
    const { actor } = this.#ctx
    return en([
      this.#regio(x),
      ...(actor.agb === null
        ? []
        : [
            sql<boolean>`exists (select from aanbieder za where za.regio_id = ${kolom(x, 'regio_id')}
                and za.id = ${kolom(x, 'aanbieder_id')} and za.agb = ${actor.agb})`,
          ]),
      ...this.#bijAanbieder(x, 'aanbieder_id'),
    ])
  }

  /** Rows below an overeenkomst, with `overeenkomst_id` */
  vanOvereenkomst(x: string): Voorwaarde {
    return en([
      this.#regio(x),
      ...(this.#ctx.actor.agb === null
        ? this.#bijOvereenkomst(x)
        : [
            sql<boolean>`exists (select from overeenkomst zo where zo.id = ${kolom(x, 'overeenkomst_id')} and ${this.overeenkomst('zo')})`,
          ]),
    ])
  }

  /** `toewijzing` and the lines of messages, which name gemeente, law and category themselves */
  regel(x: string): Voorwaarde {
    return en([this.#regio(x), ...this.#agb(x), ...this.#vanRegel(x)])
  }

  /** `bericht` */
  bericht(x: string): Voorwaarde {
    return en([
      this.#regio(x),
      ...this.#agb(x),
      ...this.#binnen(({ gemeenten, wet }) => [
        ...lijst(x, 'gemeente', gemeenten),
        ...(wet === null ? [] : [sql<boolean>`${kolom(x, 'wet')} = ${wet}`]),
      ]),
    ])
  }

  /** `evaluatie` and `cto_respons`, by gemeente: how people judged is not for an aanbieder's account */
  oordeel(x: string): Voorwaarde {
    return en([
      this.#regio(x),
      ...(this.#ctx.actor.agb === null ? [] : [sql<boolean>`false`]),
      ...this.#binnen(({ gemeenten }) => lijst(x, 'gemeente', gemeenten)),
    ])
  }

  /** Rows below a bericht, with `bericht_id` */
  vanBericht(x: string): Voorwaarde {
    return en([
      this.#regio(x),
      ...(this.#alles
        ? []
        : [
            sql<boolean>`exists (select from bericht zb where zb.id = ${kolom(x, 'bericht_id')} and ${this.bericht('zb')})`,
          ]),
    ])
  }

  /** Rows below a kpi_uitkomst, with `uitkomst_id` */
  vanUitkomst(x: string): Voorwaarde {
    return en([
      this.#regio(x),
      ...(this.#alles
        ? []
        : [
            sql<boolean>`exists (select from kpi_uitkomst zu where zu.id = ${kolom(x, 'uitkomst_id')} and ${this.uitkomst('zu')})`,
          ]),
    ])
  }

  /** `client`: seen by who sees one of its toewijzingen */
  client(x: string): Voorwaarde {
    return en([
      this.#regio(x),
      ...(this.#alles
        ? []
        : [
            sql<boolean>`exists (select from toewijzing zt where zt.regio_id = ${kolom(x, 'regio_id')}
                and zt.client_id = ${kolom(x, 'id')} and ${en([...this.#agb('zt'), ...this.#vanRegel('zt')])})`,
          ]),
    ])
  }

  /** `kpi_berekening`: an aanbieder's account sees what was established (ROL-19) */
  berekening(x: string): Voorwaarde {
    return en([this.#regio(x), ...this.#vastgesteld(x, 'id')])
  }

  /** `kpi_uitkomst`: the same */
  uitkomst(x: string): Voorwaarde {
    return en([
      this.#regio(x),
      ...this.#agb(x),
      ...this.#vastgesteld(x, 'berekening_id'),
      ...this.#bijAanbieder(x, 'aanbieder_id'),
      ...this.#subregio(x),
    ])
  }

  /** `escalatie`: an aanbieder's account sees its own */
  escalatie(x: string): Voorwaarde {
    return en([
      this.#regio(x),
      ...this.#agb(x),
      ...this.#bijAanbieder(x, 'aanbieder_id'),
      ...ofGeen(x, 'overeenkomst_id', this.#bijOvereenkomst(x)),
      ...ofGeen(x, 'subregio_id', this.#subregio(x)),
    ])
  }

  /** `verbeterplan`: the same */
  verbeterplan(x: string): Voorwaarde {
    return this.escalatie(x)
  }

  /** `document`: of the region, or of an aanbieder within the scope; an aanbieder what is meant for it */
  document(x: string): Voorwaarde {
    return en([
      this.#regio(x),
      ...this.#agb(x),
      ...(this.#ctx.actor.agb === null ? [] : [sql<boolean>`${kolom(x, 'voor_aanbieder')}`]),
      ...ofGeen(x, 'aanbieder_id', this.#bijAanbieder(x, 'aanbieder_id')),
      ...ofGeen(x, 'overeenkomst_id', this.#bijOvereenkomst(x)),
    ])
  }

  /** `publicatie`: of the whole region; an aanbieder what was for everybody or for all aanbieders */
  publicatie(x: string): Voorwaarde {
    const { actor, today } = this.#ctx
    return en([
      this.#regio(x),
      ...(actor.agb === null
        ? []
        : [
            sql<boolean>`(${kolom(x, 'doelgroep')} <> 'selectie' and ${kolom(x, 'ingetrokken_op')} is null and ${kolom(x, 'datum')} <= ${today})`,
          ]),
    ])
  }

  /** `bevinding`: one about a KPI shows the result, so it is for who may read results; of few clients for who works with cases */
  bevinding(x: string): Voorwaarde {
    const { actor } = this.#ctx
    return en([
      this.#regio(x),
      ...this.#agb(x),
      ...(mag(actor, 'kpi:lezen') ? [] : [sql<boolean>`${kolom(x, 'bron')} <> 'kpi'`]),
      ...nietKlein(this.#ctx, x),
      ...this.#bijAanbieder(x, 'aanbieder_id'),
      ...ofGeen(x, 'overeenkomst_id', this.#bijOvereenkomst(x)),
      ...ofGeen(x, 'subregio_id', this.#subregio(x)),
    ])
  }

  // the whole region, and nobody's aanbieder
  get #alles(): boolean {
    return this.#ctx.actor.agb === null && this.#bereik === null
  }

  #regio(x: string): Voorwaarde {
    return sql`${kolom(x, 'regio_id')} = ${this.#ctx.regioId}`
  }

  #agb(x: string): Voorwaarde[] {
    const { agb } = this.#ctx.actor
    return agb === null ? [] : [sql<boolean>`${kolom(x, 'agb')} = ${agb}`]
  }

  #binnen(deel: (grens: Bereik) => Voorwaarde[]): Voorwaarde[] {
    return this.#bereik === null ? [] : [of(this.#bereik.map((grens) => en(deel(grens))))]
  }

  #eenOvereenkomst(x: string, id: string, wat: 'aanbieder_id' | 'overeenkomst_id'): Voorwaarde[] {
    return this.#bereik === null ? [] : [overeenkomstBinnen(x, id, wat, this.#bereik)]
  }

  #bijAanbieder(x: string, id: string): Voorwaarde[] {
    return this.#eenOvereenkomst(x, id, 'aanbieder_id')
  }

  #bijOvereenkomst(x: string): Voorwaarde[] {
    return this.#eenOvereenkomst(x, 'overeenkomst_id', 'overeenkomst_id')
  }

  #subregio(x: string): Voorwaarde[] {
    return this.#binnen(({ gemeenten }) => [
      gemeenten === null
        ? sql<boolean>`${kolom(x, 'subregio_id')} is not null`
        : sql<boolean>`exists (select from gemeente zs where zs.regio_id = ${kolom(x, 'regio_id')}
            and zs.subregio_id = ${kolom(x, 'subregio_id')} and zs.code = any(${gemeenten}::text[]))`,
    ])
  }

  #vastgesteld(x: string, id: string): Voorwaarde[] {
    return this.#ctx.actor.agb === null
      ? []
      : [
          sql<boolean>`exists (select from kpi_vaststelling zv where zv.regio_id = ${kolom(x, 'regio_id')} and zv.berekening_id = ${kolom(x, id)})`,
        ]
  }

  #vanRegel(x: string): Voorwaarde[] {
    return this.#binnen(({ gemeenten, wet, categorieen }) => [
      ...lijst(x, 'gemeente', gemeenten),
      ...(wet === null ? [] : [sql<boolean>`${kolom(x, 'wet')} = ${wet}`]),
      ...lijst(x, 'categorie', categorieen),
    ])
  }

  // Some roles see a meeting without being invited to it, within the scope of those roles: null is all of them, [] none.
  get #zonder(): Bereik[] | null {
    const ongevraagd = zonderUitnodiging(this.#ctx.actor)
    return ongevraagd.length === 0 ? [] : bereikVan(ongevraagd)
  }

  get #alleGesprekken(): boolean {
    return this.#alles && this.#zonder === null
  }

  get #ik(): string | null {
    const { id } = this.#ctx.actor
    return /^[0-9a-f-]{36}$/.test(id) ? id : null
  }

  #uitgenodigd(x: string): Voorwaarde {
    return sql`exists (select from deelnemer zd where zd.regio_id = ${kolom(x, 'regio_id')}
      and zd.gesprek_id = ${kolom(x, 'id')} and zd.gebruiker_id = ${this.#ik}::uuid)`
  }

  #inGesprek(x: string): Voorwaarde {
    return sql`exists (select from gesprek zh where zh.id = ${kolom(x, 'gesprek_id')} and ${this.gesprek('zh')})`
  }

  // bron_id is an id only where the source says so: the order of a case is fixed, that of conditions is not
  #onderliggend(x: string): Voorwaarde[] {
    if (this.#ctx.actor.agb !== null) return []
    const gevallen = [
      ...(this.#alleGesprekken
        ? []
        : [ding(x, 'gesprek', 'zi', this.gesprek('zi')), ding(x, 'actie', 'zj', this.actie('zj'))]),
      ...(this.#bereik === null
        ? []
        : [
            ding(x, 'escalatie', 'zk', this.escalatie('zk')),
            ding(x, 'escalatie-stuk', 'zl', this.escalatie('zl'), 'escalatie'),
          ]),
    ]
    if (gevallen.length === 0) return []
    return [sql<boolean>`(case ${kolom(x, 'bron')} ${sql.join(gevallen, sql` `)} else true end)`]
  }
}

function ding(x: string, bron: string, y: string, ziet: Voorwaarde, tabel = bron) {
  return sql`when ${bron} then exists (select from ${sql.table(tabel)} ${sql.raw(y)} where ${kolom(y, 'id')} = ${kolom(x, 'bron_id')}::uuid and ${ziet})`
}

// A meeting is of an aanbieder, or of a gemeente that gives the order, or of the region itself.
function gesprekBinnen(x: string, grenzen: readonly Bereik[] | null): Voorwaarde[] {
  return grenzen === null
    ? []
    : [
        of([
          overeenkomstBinnen(x, 'aanbieder_id', 'aanbieder_id', grenzen),
          sql<boolean>`(${kolom(x, 'aanbieder_id')} is null and (${kolom(x, 'gemeente_code')} is null
              or ${of(grenzen.map(({ gemeenten }) => en(lijst(x, 'gemeente_code', gemeenten))))}))`,
        ]),
      ]
}

function verborgen(actor: Context['actor'], x: string): Voorwaarde[] {
  const gesloten = verborgenBronnen(actor)
  return gesloten.length === 0 ? [] : [sql<boolean>`${kolom(x, 'bron')} <> all(${gesloten}::text[])`]
}

function ofGeen(x: string, naam: string, voorwaarden: Voorwaarde[]): Voorwaarde[] {
  return voorwaarden.map((binnen) => sql<boolean>`(${kolom(x, naam)} is null or ${binnen})`)
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
