import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { conflict, notFound } from '../../../platform/errors.ts'
import { zicht } from '../../rechten/zicht.ts'
import { leesPlanregelsVan } from './lees-planregels.ts'
import type { Indiening, Melding, Oordeel, Plan, Planstand, Punt, Verzetting } from './plan.ts'
import type { Planregels } from './planregels.ts'

/** The row of a plan, with the names around it. */
export type Planrij = {
  id: string
  nummer: string
  titel: string
  aanleiding: string
  aanbiederId: string
  aanbieder: string
  agb: string
  overeenkomstId: string | null
  overeenkomst: string | null
  bevindingId: string | null
  gesprekId: string | null
  escalatieId: string | null
  regelsetdeelId: string
  stand: Planstand
  ronde: number
  uiterlijk: Temporal.PlainDate
  realisatieUiterlijk: Temporal.PlainDate | null
  versie: number
  gevraagdOp: Temporal.Instant
  gevraagdDoor: string
  besloten: { als: string; grond: string } | null
  geslotenOp: Temporal.Instant | null
  geslotenReden: string | null
}

export type Geopend = { rij: Planrij; regels: Planregels; plan: Plan }

/** A plan with its form and everything that happened to it; with `lock` until the end of the transaction. Throws 404. */
export async function leesPlan(ctx: Context, id: string, lock = false): Promise<Geopend> {
  const waar = sql`where ${zicht(ctx).verbeterplan('v')} and v.id = ${id}`
  if (lock) await sql`select from verbeterplan v ${waar} for update`.execute(ctx.db)
  const { rows } =
    await sql<Planrij>`select v.id, v.nummer, v.titel, v.aanleiding, v.aanbieder_id, a.naam as aanbieder, v.agb,
      v.overeenkomst_id, o.nummer as overeenkomst, v.bevinding_id, v.gesprek_id, v.escalatie_id, v.regelsetdeel_id, v.stand, v.ronde,
      v.uiterlijk, v.realisatie_uiterlijk, v.versie, v.gevraagd_op, v.gevraagd_door, v.gesloten_op, v.gesloten_reden,
      case when v.besloten_als is null then null else json_build_object('als', v.besloten_als, 'grond', v.mandaat_grond) end as besloten
    from verbeterplan v join aanbieder a on a.regio_id = v.regio_id and a.id = v.aanbieder_id
    left join overeenkomst o on o.regio_id = v.regio_id and o.id = v.overeenkomst_id ${waar}`.execute(ctx.db)
  const rij = rows[0]
  if (!rij) throw notFound('Dit verbeterplan')
  const regels = await leesPlanregelsVan(ctx, rij.regelsetdeelId)
  const { stand, ronde, uiterlijk, realisatieUiterlijk, geslotenReden } = rij
  const delen = await leesDelen(ctx, id)
  return { rij, regels, plan: { stand, ronde, uiterlijk, realisatieUiterlijk, geslotenReden, ...delen } }
}

/** Locks a plan for an act on what somebody saw. Throws 404; 409 when somebody else did something with it since. */
export async function lockPlan(ctx: Context, id: string, gezien: number): Promise<Geopend> {
  const geopend = await leesPlan(ctx, id, true)
  if (geopend.rij.versie !== gezien) {
    throw conflict(
      'Iemand anders heeft dit plan intussen bijgewerkt. Wat u invulde staat hieronder nog. Kijk wat er veranderde en verstuur het daarna opnieuw.',
    )
  }
  return geopend
}

async function leesDelen(ctx: Context, id: string) {
  const van = sql`where regio_id = ${ctx.regioId} and verbeterplan_id = ${id}`
  const indieningen = await sql<
    Omit<Indiening, 'punten'>
  >`select ronde, toelichting, ontvangen, partij, ingediend_door as door,
    ingediend_op as op from verbeterplan_indiening ${van} order by ronde`.execute(ctx.db)
  const punten = await sql<
    Punt & { ronde: number }
  >`select ronde, nr, velden, wie, einddatum, akkoord_in from verbeterplan_punt ${van}
    order by ronde, nr`.execute(ctx.db)
  const oordelen = await sql<Oordeel>`select fase, ronde, nr, oordeel, reden, gegeven_door as door, gegeven_op as op
    from verbeterplan_oordeel ${van} order by id`.execute(ctx.db)
  const meldingen = await sql<Melding>`select nr, tekst, bewijs, partij, gemeld_door as door, gemeld_op as op
    from verbeterplan_melding ${van} order by id`.execute(ctx.db)
  const verzettingen = await sql<Verzetting>`select soort, van, naar, reden, verzet_door as door, verzet_op as op
    from verbeterplan_verzetting ${van} order by id`.execute(ctx.db)
  return {
    indieningen: indieningen.rows.map((indiening) => ({
      ...indiening,
      punten: punten.rows.filter(({ ronde }) => ronde === indiening.ronde).map(({ ronde: _, ...punt }) => punt),
    })),
    oordelen: oordelen.rows,
    meldingen: meldingen.rows,
    verzettingen: verzettingen.rows,
  }
}
