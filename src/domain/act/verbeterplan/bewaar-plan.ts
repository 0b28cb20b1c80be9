import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import type { Geopend } from './lees-plan.ts'
import { isLopend, type Plan } from './plan.ts'
import { volgPlantermijnen } from './plan-in-kalender.ts'
import { voortgang } from './puntstand.ts'

type Meer = { bevoegd?: { als: string; grond: string } | null; op?: Temporal.PlainDate }

/** Writes what the rules made of a plan: the new rows, where it stands, and its terms in the calendar. `op`: the day it was done. */
export async function bewaarPlan(
  ctx: Context,
  { rij, plan: oud, regels }: Geopend,
  nieuw: Plan,
  { bevoegd, op }: Meer = {},
) {
  await schrijfDelen(ctx, rij.id, oud, nieuw, bevoegd ?? null)
  const { totaal, gerealiseerd } = voortgang(nieuw)
  const dicht = !isLopend(nieuw.stand)
  await sql`update verbeterplan set stand = ${nieuw.stand}, ronde = ${nieuw.ronde}, uiterlijk = ${nieuw.uiterlijk},
      realisatie_uiterlijk = ${nieuw.realisatieUiterlijk}, punten = ${totaal}, punten_gerealiseerd = ${gerealiseerd}, versie = versie + 1,
      gewijzigd_op = ${ctx.now}, gesloten_op = ${dicht ? ctx.now : null}, gesloten_reden = ${nieuw.geslotenReden}
    where regio_id = ${ctx.regioId} and id = ${rij.id}`.execute(ctx.db)
  await volgPlantermijnen(ctx, rij, regels, oud, nieuw, op ?? ctx.today)
}

async function schrijfDelen(ctx: Context, id: string, oud: Plan, nieuw: Plan, bevoegd: Meer['bevoegd']) {
  const sleutel = sql`${ctx.regioId}, ${id}`
  for (const een of nieuw.indieningen.slice(oud.indieningen.length)) {
    await sql`insert into verbeterplan_indiening (regio_id, verbeterplan_id, ronde, toelichting, ontvangen, partij, ingediend_op, ingediend_door)
      values (${sleutel}, ${een.ronde}, ${een.toelichting}, ${een.ontvangen}, ${een.partij}, ${een.op}, ${een.door})`.execute(
      ctx.db,
    )
    for (const punt of een.punten) {
      await sql`insert into verbeterplan_punt (regio_id, verbeterplan_id, ronde, nr, velden, wie, einddatum, akkoord_in)
        values (${sleutel}, ${een.ronde}, ${punt.nr}, ${JSON.stringify(punt.velden)}::jsonb, ${punt.wie}, ${punt.einddatum}, ${punt.akkoordIn})`.execute(
        ctx.db,
      )
    }
  }
  for (const een of nieuw.oordelen.slice(oud.oordelen.length)) {
    await sql`insert into verbeterplan_oordeel (regio_id, verbeterplan_id, fase, ronde, nr, oordeel, reden, gegeven_op, gegeven_door,
        besloten_als, mandaat_grond)
      values (${sleutel}, ${een.fase}, ${een.ronde}, ${een.nr}, ${een.oordeel}, ${een.reden.trim()}, ${een.op}, ${een.door},
        ${een.nr === null ? (bevoegd?.als ?? null) : null}, ${een.nr === null ? (bevoegd?.grond ?? null) : null})`.execute(
      ctx.db,
    )
  }
  for (const een of nieuw.meldingen.slice(oud.meldingen.length)) {
    await sql`insert into verbeterplan_melding (regio_id, verbeterplan_id, nr, tekst, bewijs, partij, gemeld_op, gemeld_door)
      values (${sleutel}, ${een.nr}, ${een.tekst}, ${een.bewijs}, ${een.partij}, ${een.op}, ${een.door})`.execute(
      ctx.db,
    )
  }
  for (const een of nieuw.verzettingen.slice(oud.verzettingen.length)) {
    await sql`insert into verbeterplan_verzetting (regio_id, verbeterplan_id, soort, van, naar, reden, verzet_op, verzet_door)
      values (${sleutel}, ${een.soort}, ${een.van}, ${een.naar}, ${een.reden}, ${een.op}, ${een.door})`.execute(ctx.db)
  }
}
