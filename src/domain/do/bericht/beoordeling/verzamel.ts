import { sql, type RawBuilder } from 'kysely'
import type { Context } from '../../../../platform/context.ts'

/** How many messages are judged; `alles`: all there are; `veel`: so many that passing through the tables beats looking up. */
export type Omvang = { aantal: number; alles: boolean; veel: boolean }

/**
 * Gathers in w_bericht every message whose judgement may change: what was read since, what waits for a gemeente, all of an aanbieder
 * with whom something else was agreed, and what those decide about through an identity, an answer, a toewijzing or a reference.
 * Whatever else is needed to judge them is looked up in all that was read.
 */
export async function verzamelTeBeoordelen(ctx: Context, veel: number): Promise<Omvang> {
  const { regioId } = ctx
  await sql`drop table if exists pg_temp.w_id, pg_temp.w_bericht`.execute(ctx.db)
  const { reeksen, agbs } = await neemWachtrij(ctx)
  if (await isAlles(ctx, reeksen)) {
    const aantal = await maakWerklijst(ctx, sql`bericht b where b.regio_id = ${regioId}`)
    return { aantal, alles: true, veel: aantal > veel }
  }
  await sql`create temp table w_id (id bigint primary key) on commit drop`.execute(ctx.db)
  await sql`insert into w_id
    select b.id from unnest(${reeksen}::int8multirange) r, lateral (select id from bericht
      where regio_id = ${regioId} and id >= lower(r) and id < upper(r) offset 0) b
    union select b.id from bericht b where b.regio_id = ${regioId} and b.agb = any(${agbs}::text[])
    union select bericht_id from bericht_aandacht where regio_id = ${regioId} and oordeel = 'wachtend'
      and code = 'onbekende-gemeente'`.execute(ctx.db)
  await analyseer(ctx)
  for (const verwante of [zelfdeIdentiteit, beantwoord, antwoorden, starts, stops, regels, referenties, tijdgenoten]) {
    await voegToe(ctx, verwante(regioId))
    await analyseer(ctx)
  }
  const aantal = await maakWerklijst(ctx, sql`w_id w join bericht b on b.regio_id = ${regioId} and b.id = w.id`)
  return { aantal, alles: false, veel: aantal > veel }
}

/** Takes what waits: ranges of messages, and the aanbieders with whom something else was agreed. */
async function neemWachtrij({ db, regioId }: Context): Promise<{ reeksen: string; agbs: string[] }> {
  const { rows } = await sql<{ reeksen: string; agbs: string[] }>`
    with rij as (delete from te_beoordelen where regio_id = ${regioId} returning van, tot),
      afspraak as (delete from afspraak_wijziging where regio_id = ${regioId} returning agb)
    select coalesce((select range_agg(int8range(van, tot, '[]')) from rij)::text, '{}') as reeksen,
      array(select agb from afspraak) as agbs`.execute(db)
  return rows[0]!
}

const voegToe = (ctx: Context, ids: ReturnType<typeof sql>) =>
  sql`insert into w_id ${ids} on conflict do nothing`.execute(ctx.db)

const analyseer = (ctx: Context) => sql`analyze w_id`.execute(ctx.db)

/** Other content under the same name. */
const zelfdeIdentiteit = (regioId: string) => sql`
  select b.id from w_id w join bericht a on a.regio_id = ${regioId} and a.id = w.id
    join bericht b on b.regio_id = ${regioId} and b.wet = a.wet and b.soort = a.soort and b.afzender = a.afzender
      and b.identificatie = a.identificatie`

/** What these answer: 302, 306 and 308 by name, 325 by the name of the 323. */
const beantwoord = (regioId: string) => sql`
  select h.id from w_id w join bericht a on a.regio_id = ${regioId} and a.id = w.id
    join retour r on r.regio_id = ${regioId} and r.bericht_id = w.id
    join bericht h on h.regio_id = ${regioId} and h.wet = a.wet and h.soort = r.heen_soort and h.afzender = r.heen_afzender
      and h.identificatie = r.heen_identificatie
  union select h.id from w_id w join bericht a on a.regio_id = ${regioId} and a.id = w.id
    join declaratie_antwoord d on d.regio_id = ${regioId} and d.bericht_id = w.id
    join bericht h on h.regio_id = ${regioId} and h.wet = a.wet and h.soort = '323' and h.afzender = a.agb
      and h.identificatie = d.declaratie_identificatie`

/** The answers to these. */
const antwoorden = (regioId: string) => sql`
  select r.bericht_id from w_id w join bericht h on h.regio_id = ${regioId} and h.id = w.id
    join retour r on r.regio_id = ${regioId} and r.heen_soort = h.soort and r.heen_afzender = h.afzender
      and r.heen_identificatie = h.identificatie
  union select d.bericht_id from w_id w join bericht h on h.regio_id = ${regioId} and h.id = w.id and h.soort = '323'
    join declaratie_antwoord d on d.regio_id = ${regioId} and d.declaratie_identificatie = h.identificatie`

/** Starts on the same toewijzing. */
const starts = (regioId: string) => sql`
  select s.bericht_id from w_id w join toewijzing_versie v on v.regio_id = ${regioId} and v.bericht_id = w.id
    join start_melding s on s.regio_id = ${regioId} and s.gemeente = v.gemeente and s.nummer = v.nummer and s.wet = v.wet`

/** Stops on the same toewijzing; a start without toewijzingsnummer (taakgericht) is met by client. */
const stops = (regioId: string) => sql`
  select t.bericht_id from (
    select v.gemeente, v.nummer, v.wet from w_id w join toewijzing_versie v on v.regio_id = ${regioId} and v.bericht_id = w.id
    union select s.gemeente, s.nummer, s.wet from w_id w join start_melding s on s.regio_id = ${regioId} and s.bericht_id = w.id
  ) k join stop_melding t on t.regio_id = ${regioId} and t.gemeente = k.gemeente and t.nummer = k.nummer and t.wet = k.wet
  union select t.bericht_id from w_id w join start_melding s on s.regio_id = ${regioId} and s.bericht_id = w.id
    join stop_melding t on t.regio_id = ${regioId} and s.nummer is null and t.nummer is null and t.gemeente = s.gemeente
      and t.client_id = s.client_id`

/** Claims on the same toewijzing. */
const regels = (regioId: string) => sql`
  select r.bericht_id from w_id w join toewijzing_versie v on v.regio_id = ${regioId} and v.bericht_id = w.id
    join declaratie_regel r on r.regio_id = ${regioId} and r.gemeente = v.gemeente and r.nummer = v.nummer and r.wet = v.wet`

/** Claims with the same reference, and credits of it. */
const referenties = (regioId: string) => sql`
  select a.bericht_id from w_id w join declaratie_regel r on r.regio_id = ${regioId} and r.bericht_id = w.id
    join declaratie_regel a on a.regio_id = ${regioId} and a.agb = r.agb and a.wet = r.wet and a.referentie = r.referentie
  union select a.bericht_id from w_id w join declaratie_regel r on r.regio_id = ${regioId} and r.bericht_id = w.id
    join declaratie_regel a on a.regio_id = ${regioId} and a.agb = r.agb and a.wet = r.wet and a.vorige_referentie = r.referentie`

/** What may get or lose a signal: the other versions of these toewijzingen and starts on them. */
const tijdgenoten = (regioId: string) => sql`with sleutel as (
    select v.gemeente, v.nummer, v.wet from w_id w join toewijzing_versie v on v.regio_id = ${regioId} and v.bericht_id = w.id
    union select s.gemeente, s.nummer, s.wet from w_id w join start_melding s on s.regio_id = ${regioId} and s.bericht_id = w.id
    union select s.gemeente, s.nummer, s.wet from w_id w join stop_melding s on s.regio_id = ${regioId} and s.bericht_id = w.id
  )
  select v.bericht_id from sleutel k join toewijzing_versie v on v.regio_id = ${regioId} and v.gemeente = k.gemeente
    and v.nummer = k.nummer and v.wet = k.wet
  union select s.bericht_id from sleutel k join start_melding s on s.regio_id = ${regioId} and s.gemeente = k.gemeente
    and s.nummer = k.nummer and s.wet = k.wet`

/** Nothing lies between these ranges. The first delivery of a region, most often: then nothing else can be related. */
async function isAlles({ db, regioId }: Context, reeksen: string): Promise<boolean> {
  const { rows } = await sql<{ alles: boolean }>`select not exists (
    select from unnest('{[0,9223372036854775807)}'::int8multirange - ${reeksen}::int8multirange) as gat, lateral (select from bericht b
      where b.regio_id = ${regioId} and b.id >= lower(gat) and b.id < upper(gat) limit 1) x) as alles`.execute(db)
  return rows[0]!.alles
}

// oordeel null: nothing found wrong (yet). Each layer looks only at those.
async function maakWerklijst(ctx: Context, berichten: RawBuilder<unknown>): Promise<number> {
  await sql`create temp table w_bericht on commit drop as
    select b.id, b.wet, b.soort, b.gemeente, b.agb, b.afzender, b.identificatie,
      exists (select from aanvaarding a where a.regio_id = b.regio_id and a.bericht_id = b.id and a.regel = 0) as aanvaard,
      null::text as oordeel, null::text as code, null::int as regel, 0 as regelfouten, null::text as signaal
    from ${berichten}`.execute(ctx.db)
  await sql`create unique index on w_bericht (id)`.execute(ctx.db)
  await sql`analyze w_bericht`.execute(ctx.db)
  const { rows } = await sql<{ n: number }>`select count(*) as n from w_bericht`.execute(ctx.db)
  return rows[0]!.n
}
