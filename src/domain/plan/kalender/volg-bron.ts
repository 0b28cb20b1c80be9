import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import type { Verstrijktaak } from '../../jobs.ts'
import type { Berekend } from './berekening.ts'
import { leesHerinneringsregels, ritmeVan } from './herinneringsregels.ts'
import type { Wie } from './plan-termijn.ts'
import { eersteHerinnering, ochtend } from './volgende-herinnering.ts'

/** A term as it follows from something that is recorded elsewhere. */
export type Gevolgd = {
  bronId: string
  sleutel: string
  titel: string
  aard: 'uiterlijk' | 'moment'
  code: string | null
  startgebeurtenis: string
  startdatum: Temporal.PlainDate
  berekend: Berekend
  wie: Wie
  aanbiederId: string | null
  overeenkomstId: string | null
  gevolg: string
  /** Only for the calendar of the aanbieder: the region has this date itself. */
  spiegel?: boolean
  /** Queued with the id of the term when it passes. */
  bijVerstrijken?: Verstrijktaak
}

/** An open term that does not follow any more. */
export type Weg = { id: string; bronId: string; sleutel: string; einddatum: Temporal.PlainDate }

/** How it ended: `op` is the day on which what it asked was done; null when it asks nothing any more. */
export type Sluiting = { id: string; op: Temporal.PlainDate | null; reden: string }

const PER_KEER = 2_000

/**
 * Makes the open terms of a source equal to what follows from it now: new ones in, changed ones moved (with reminders anew when the
 * day moved), the others closed as `sluit` says. Done again, it changes nothing. With `binnen` only the terms of these things (by bronId).
 */
export async function volgBron(
  ctx: Context,
  bron: string,
  gewenst: readonly Gevolgd[],
  sluit: (weg: readonly Weg[]) => Promise<Sluiting[]>,
  binnen?: readonly string[],
): Promise<void> {
  const vanDeze = binnen === undefined ? sql`` : sql`and t.bron_id = any(${binnen}::text[])`
  const { rows: weg } = await sql<Weg>`select t.id, t.bron_id, t.sleutel, t.einddatum from termijn t
    where t.regio_id = ${ctx.regioId} and t.bron = ${bron} ${vanDeze} and t.gesloten_op is null and not exists (
      select from unnest(${gewenst.map(({ bronId }) => bronId)}::text[], ${gewenst.map(({ sleutel }) => sleutel)}::text[]) as g (bron_id, sleutel)
      where g.bron_id = t.bron_id and g.sleutel = t.sleutel)
    order by t.id for update`.execute(ctx.db)
  if (weg.length > 0) await sluitAf(ctx, await sluit(weg))
  const regels = await leesHerinneringsregels(ctx)
  const eerste = (term: Gevolgd) => {
    const { einddatum } = term.berekend
    const dag = eersteHerinnering(
      { einddatum, aard: term.aard },
      ritmeVan(regels, { ...term, bron }),
      regels.maximum,
      ctx.today,
    )
    return dag === null ? null : ochtend(dag).toString()
  }
  const rijen = gewenst.map(({ berekend: { einddatum, opslag }, wie, spiegel = false, bijVerstrijken, ...rest }) => ({
    ...rest,
    spiegel,
    taak: bijVerstrijken ?? null,
    einddatum,
    berekening: opslag,
    kant: wie.kant,
    rol: wie.kant === 'regio' ? wie.rol : null,
    gebruikerId: wie.kant === 'regio' ? (wie.gebruikerId ?? null) : null,
  }))
  for (let vanaf = 0; vanaf < rijen.length; vanaf += PER_KEER) {
    const deel = rijen.slice(vanaf, vanaf + PER_KEER)
    await bewaar(
      ctx,
      bron,
      deel.map((rij, i) => ({ ...rij, volgende: eerste(gewenst[vanaf + i]!) })),
    )
  }
}

/** One at a time per region: two that follow at once would want the same rows in another order. */
export async function lockKalender(ctx: Context): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`kalender ${ctx.regioId}`}, 0))`.execute(ctx.db)
}

async function sluitAf(ctx: Context, sluitingen: readonly Sluiting[]) {
  await sql`update termijn t set stand = case when s.op is null then 'vervallen' else 'gehaald' end, gehaald_op = s.op, gesloten_op = ${ctx.now},
      gesloten_reden = s.reden, volgende_herinnering_op = null, gewijzigd_op = ${ctx.now}
    from unnest(${sluitingen.map(({ id }) => id)}::uuid[], ${sluitingen.map(({ op }) => op?.toString() ?? null)}::date[],
      ${sluitingen.map(({ reden }) => reden)}::text[]) as s (id, op, reden)
    where t.regio_id = ${ctx.regioId} and t.id = s.id`.execute(ctx.db)
}

// Only what differs is written: a row that conflicts is locked and copied even when nothing of it changes. What moved begins anew;
// what only got another name or person keeps its reminders.
async function bewaar(ctx: Context, bron: string, rijen: readonly object[]) {
  const anders = sql`termijn.einddatum <> excluded.einddatum`
  await sql`insert into termijn (regio_id, bron, bron_id, sleutel, titel, aard, code, startgebeurtenis, startdatum, berekening, einddatum,
      kant, rol, gebruiker_id, aanbieder_id, overeenkomst_id, gevolg, spiegel, taak_bij_verstrijken, volgende_herinnering_op, gepland_op,
      gewijzigd_op)
    select ${ctx.regioId}, ${bron}, g."bronId", g.sleutel, g.titel, g.aard, g.code, g.startgebeurtenis, g.startdatum, g.berekening, g.einddatum,
      g.kant, g.rol, g."gebruikerId", g."aanbiederId", g."overeenkomstId", g.gevolg, g.spiegel, g.taak, g.volgende, ${ctx.now}::timestamptz, ${ctx.now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rijen)}::jsonb) as g ("bronId" text, sleutel text, titel text, aard text, code text,
      startgebeurtenis text, startdatum date, berekening jsonb, einddatum date, kant text, rol text, "gebruikerId" uuid, "aanbiederId" uuid,
      "overeenkomstId" uuid, gevolg text, spiegel boolean, taak text, volgende timestamptz)
    where not exists (select from termijn t where t.regio_id = ${ctx.regioId} and t.bron = ${bron} and t.bron_id = g."bronId"
      and t.sleutel = g.sleutel and t.gesloten_op is null
      and (t.titel, t.aard, t.startgebeurtenis, t.startdatum, t.berekening, t.einddatum, t.kant, t.gevolg, t.spiegel)
        = (g.titel, g.aard, g.startgebeurtenis, g.startdatum, g.berekening, g.einddatum, g.kant, g.gevolg, g.spiegel)
      and (t.code, t.rol, t.gebruiker_id, t.aanbieder_id, t.overeenkomst_id, t.taak_bij_verstrijken)
        is not distinct from (g.code, g.rol, g."gebruikerId", g."aanbiederId", g."overeenkomstId", g.taak))
    order by g."bronId", g.sleutel
    on conflict (regio_id, bron, bron_id, sleutel) where gesloten_op is null do update set
      titel = excluded.titel, aard = excluded.aard, code = excluded.code, startgebeurtenis = excluded.startgebeurtenis,
      startdatum = excluded.startdatum, berekening = excluded.berekening, einddatum = excluded.einddatum, kant = excluded.kant,
      rol = excluded.rol, gebruiker_id = excluded.gebruiker_id, aanbieder_id = excluded.aanbieder_id,
      overeenkomst_id = excluded.overeenkomst_id, gevolg = excluded.gevolg, spiegel = excluded.spiegel,
      taak_bij_verstrijken = excluded.taak_bij_verstrijken, gewijzigd_op = excluded.gewijzigd_op,
      stand = case when ${anders} then 'loopt' else termijn.stand end,
      volgende_herinnering_op = case when ${anders} then excluded.volgende_herinnering_op else termijn.volgende_herinnering_op end,
      herinneringen = case when ${anders} then 0 else termijn.herinneringen end,
      uitgesteld_tot = case when ${anders} then null else termijn.uitgesteld_tot end,
      uitstel_reden = case when ${anders} then null else termijn.uitstel_reden end,
      uitgesteld_door = case when ${anders} then null else termijn.uitgesteld_door end`.execute(ctx.db)
}
