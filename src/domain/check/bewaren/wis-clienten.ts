import { sql, type RawBuilder } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import type { Aantallen } from './bewaarsoort.ts'
import { wis } from './wis.ts'

/** Tables with a row per client and line of a message. */
export const REGELTABELLEN = ['toewijzing_versie', 'start_melding', 'stop_melding', 'declaratie_regel'] as const

/**
 * Destroys these clients with all that is about them: toewijzingen, lines, messages that hold nothing else, their answers,
 * evaluations and answers about their toewijzingen. Figures stay: budgets keep what the claims counted for, cases of KPI's lose who
 * they were about. Needs lockOpslag (alone), lockBeoordeling and wisNamens.
 */
export async function wisClienten(ctx: Context, ids: readonly string[]): Promise<Aantallen> {
  const { regioId } = ctx
  const van = sql`x.client_id = any(${ids}::uuid[])`
  await sql`drop table if exists pg_temp.weg_bericht, pg_temp.weg_sleutel`.execute(ctx.db)
  await sql`create temp table weg_bericht on commit drop as ${elkeTabel(
    (tabel) => sql`select x.bericht_id as id from ${tabel} x where x.regio_id = ${regioId} and ${van}`,
  )}`.execute(ctx.db)
  await sql`create temp table weg_sleutel on commit drop as
    select gemeente, nummer from toewijzing x where x.regio_id = ${regioId} and ${van}
    union select gemeente, nummer from toewijzing_versie x where x.regio_id = ${regioId} and ${van}`.execute(ctx.db)

  await houdBedragen(ctx, van)
  await wisAntwoordregels(ctx, van)
  await vergeetGevallen(ctx, ids)
  const aantallen: Aantallen = { toewijzingen: await wis(ctx, 'toewijzing', van) }
  let regels = 0
  for (const tabel of REGELTABELLEN) regels += await wis(ctx, tabel, van)
  const berichten = await wisLegeBerichten(ctx)
  const evaluaties = await wisOordelen(ctx, 'evaluatie')
  const antwoorden = await wisOordelen(ctx, 'cto_respons')
  const clienten = await wis(ctx, 'client', sql`x.id = any(${ids}::uuid[])`)
  await sql`insert into clientenstand (regio_id, gewist) values (${regioId}, 1)
    on conflict (regio_id) do update set gewist = clientenstand.gewist + 1`.execute(ctx.db)
  return { clienten, ...aantallen, regels, berichten, evaluaties, antwoorden }
}

function elkeTabel(deel: (tabel: RawBuilder<unknown>) => RawBuilder<unknown>): RawBuilder<unknown> {
  return sql.join(
    REGELTABELLEN.map((tabel) => deel(sql.table(tabel))),
    sql` union `,
  )
}

// The same lines as in do/declaratie/werk-maanden-bij.ts.
async function houdBedragen({ db, regioId }: Context, van: RawBuilder<unknown>) {
  await sql`insert into declaratie_maand_gewist as g (regio_id, agb, maand, overeenkomst_id, regels, bedrag_cent)
    select ${regioId}, x.agb, x.van - (date_part('day', x.van)::int - 1), x.overeenkomst_id, count(*), sum(x.bedrag_cent)
    from declaratie_regel x where x.regio_id = ${regioId} and ${van} and x.oordeel = 'geldig' and x.toegekend is not false
    group by 2, 3, 4
    on conflict (regio_id, agb, maand, overeenkomst_id) do update
      set regels = g.regels + excluded.regels, bedrag_cent = g.bedrag_cent + excluded.bedrag_cent`.execute(db)
}

/** Lines of a 325 that refuse a claim of these clients. */
async function wisAntwoordregels(ctx: Context, van: RawBuilder<unknown>) {
  await wis(
    ctx,
    'declaratie_antwoord_regel',
    sql`(x.bericht_id, x.referentie) in (select d.bericht_id, r.referentie
      from (select x.bericht_id, x.referentie from declaratie_regel x where x.regio_id = ${ctx.regioId} and ${van}) r
      join bericht h on h.regio_id = ${ctx.regioId} and h.id = r.bericht_id
      join declaratie_antwoord d on d.regio_id = ${ctx.regioId} and d.declaratie_identificatie = h.identificatie
      join bericht a on a.regio_id = ${ctx.regioId} and a.id = d.bericht_id and a.wet = h.wet and a.agb = h.agb)`,
  )
}

/** A case that was counted stays counted, without who it was about. */
async function vergeetGevallen({ db, regioId }: Context, ids: readonly string[]) {
  await sql`update kpi_gevallen k set client_id = nieuw.clienten, toewijzing_id = nieuw.toewijzingen
    from kpi_gevallen oud cross join lateral (
      select array_agg(case when c = any(${ids}::uuid[]) then null else c end order by plek) as clienten,
        array_agg(case when c = any(${ids}::uuid[]) then null else t end order by plek) as toewijzingen
      from unnest(oud.client_id, oud.toewijzing_id) with ordinality as geval (c, t, plek)) nieuw
    where oud.regio_id = ${regioId} and oud.client_id && ${ids}::uuid[]
      and k.regio_id = oud.regio_id and k.uitkomst_id = oud.uitkomst_id`.execute(db)
}

/** Messages that hold no line any more, and the answers to them that answer nothing else. */
async function wisLegeBerichten(ctx: Context): Promise<number> {
  const { regioId } = ctx
  const nergens = sql.join(
    REGELTABELLEN.map(
      (tabel) =>
        sql`not exists (select from ${sql.table(tabel)} x where x.regio_id = ${regioId} and x.bericht_id = w.id)`,
    ),
    sql` and `,
  )
  await sql`delete from weg_bericht w where not (${nergens})`.execute(ctx.db)
  await sql`insert into weg_bericht
    select r.bericht_id from weg_bericht w join bericht h on h.regio_id = ${regioId} and h.id = w.id
      join retour r on r.regio_id = ${regioId} and r.heen_soort = h.soort and r.heen_afzender = h.afzender
        and r.heen_identificatie = h.identificatie
      join bericht a on a.regio_id = ${regioId} and a.id = r.bericht_id and a.wet = h.wet where ${enig(regioId)}
    union select d.bericht_id from weg_bericht w join bericht h on h.regio_id = ${regioId} and h.id = w.id and h.soort = '323'
      join declaratie_antwoord d on d.regio_id = ${regioId} and d.declaratie_identificatie = h.identificatie
      join bericht a on a.regio_id = ${regioId} and a.id = d.bericht_id and a.wet = h.wet and a.agb = h.agb
      where ${enig(regioId)}`.execute(ctx.db)
  const van = sql`x.bericht_id in (select id from weg_bericht)`
  for (const tabel of BIJ_BERICHT) await wis(ctx, tabel, van)
  await sql`update inleesbestand x set bericht_id = null, identificatie = null where x.regio_id = ${regioId} and ${van}`.execute(
    ctx.db,
  )
  await sql`select audit_waarden_vernietigen(array(select r.volgnr from weg_bericht w join audit_regel r on r.regio_id = ${regioId}
    and r.onderwerp_type = 'bericht' and r.onderwerp_id = w.id::text))`.execute(ctx.db)
  await sql`insert into vernietigd_bericht (regio_id, wet, inhoud_hmac, sleutelversie)
    select b.regio_id, b.wet, b.inhoud_hmac, b.sleutelversie
    from bericht b where b.regio_id = ${regioId} and b.id in (select id from weg_bericht) on conflict do nothing`.execute(
    ctx.db,
  )
  return wis(ctx, 'bericht', sql`x.id in (select id from weg_bericht)`)
}

/** No other message of this name stays. */
const enig = (regioId: string) => sql`not exists (select from bericht b where b.regio_id = ${regioId} and b.wet = h.wet
  and b.soort = h.soort and b.afzender = h.afzender and b.identificatie = h.identificatie
  and not exists (select from weg_bericht g where g.id = b.id))`

const BIJ_BERICHT = [
  'aanvaarding',
  'bericht_aandacht',
  'declaratie',
  'declaratie_regel_fout',
  'declaratie_antwoord_regel',
  'declaratie_antwoord',
  'retour',
]

/** Evaluations and answers name a toewijzing by number only: they go when no other client has one of that number there. */
function wisOordelen(ctx: Context, tabel: 'evaluatie' | 'cto_respons'): Promise<number> {
  return wis(
    ctx,
    tabel,
    sql`(x.gemeente, x.nummer) in (select gemeente, nummer from weg_sleutel) and not exists (select from toewijzing_versie v
      where v.regio_id = x.regio_id and v.gemeente = x.gemeente and v.nummer = x.nummer)`,
  )
}
