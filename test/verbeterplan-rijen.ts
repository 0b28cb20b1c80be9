import { sql } from 'kysely'
import type pg from 'pg'
import type { Context } from '../src/platform/context.ts'

type Over = { aanbiederId: string; agb: string; naam: string }

/** A plan with one of everything that hangs below it; its id is that of the aanbieder. */
export async function maakPlan(ctx: Context, { aanbiederId: id, agb, naam }: Over): Promise<void> {
  const { regioId, db, now, today } = ctx
  const op = sql`${now}::timestamptz`
  await sql`insert into verbeterplan (regio_id, id, nummer, titel, aanleiding, aanbieder_id, agb, regelsetdeel_id, stand, ronde, uiterlijk,
      realisatie_uiterlijk, punten, gevraagd_op, gevraagd_door, besloten_als, mandaat_grond, gewijzigd_op)
    select ${regioId}, ${id}, ${`VP-${agb}`}, ${`Plan ${naam}`}, ${`Aanleiding ${naam}`}, ${id}, ${agb}, r.id, 'gerapporteerd', 1, ${today},
      ${today}, 1, ${op}, 'proef', 'contractmanager', 'proef', ${op} from regelsetdeel r where r.regio_id = ${regioId} and r.deel = 'verbeterplan'`.execute(
    db,
  )
  await sql`insert into verbeterplan_indiening (regio_id, verbeterplan_id, ronde, toelichting, ontvangen, partij, ingediend_op, ingediend_door)
    values (${regioId}, ${id}, 1, ${`Toelichting ${naam}`}, ${today}, 'aanbieder', ${op}, 'proef')`.execute(db)
  await sql`insert into verbeterplan_punt (regio_id, verbeterplan_id, ronde, nr, velden, wie, einddatum)
    values (${regioId}, ${id}, 1, 1, ${JSON.stringify({ oorzaak: 'Vacatures', maatregel: `Maatregel ${naam}`, resultaat: 'Beter' })}::jsonb,
      'Teamleider', ${today})`.execute(db)
  for (const nr of [1, null]) {
    await sql`insert into verbeterplan_oordeel (regio_id, verbeterplan_id, fase, ronde, nr, oordeel, reden, gegeven_op, gegeven_door,
        besloten_als, mandaat_grond)
      values (${regioId}, ${id}, 'plan', 1, ${nr}, 'akkoord', ${`Reden ${naam}`}, ${op}, 'proef', 'contractmanager', 'proef')`.execute(
      db,
    )
  }
  await sql`insert into verbeterplan_melding (regio_id, verbeterplan_id, nr, tekst, bewijs, partij, gemeld_op, gemeld_door)
    values (${regioId}, ${id}, 1, ${`Gedaan ${naam}`}, 'Rooster', 'aanbieder', ${op}, 'proef')`.execute(db)
  await sql`insert into verbeterplan_verzetting (regio_id, verbeterplan_id, soort, van, naar, reden, verzet_op, verzet_door)
    values (${regioId}, ${id}, 'plan', ${today}, ${today.add({ days: 7 })}, ${`Ziekte ${naam}`}, ${op}, 'proef')`.execute(
    db,
  )
}

export type Planfase = 'aanvullen' | 'ingediend' | 'uitvoering' | 'gerapporteerd'

/** Puts the plan of `maakPlan` back into a state, past row-level security. */
export async function zetPlanIn(beheer: pg.Client, id: string, fase: Planfase): Promise<void> {
  for (const tabel of ['oordeel', 'melding', 'verzetting', 'concept', 'punt', 'indiening']) {
    const eerste = tabel === 'punt' || tabel === 'indiening' ? 'and ronde > 1' : ''
    await beheer.query(`delete from verbeterplan_${tabel} where verbeterplan_id = $1 ${eerste}`, [id])
  }
  await beheer.query(
    `update verbeterplan set stand = $2, ronde = 1, punten = 1, punten_gerealiseerd = 0, versie = 1, uiterlijk = date '2026-12-01',
      realisatie_uiterlijk = date '2027-02-01', gesloten_op = null, gesloten_reden = null where id = $1`,
    [id, fase],
  )
  if (fase !== 'ingediend') {
    await beheer.query(
      `insert into verbeterplan_oordeel (regio_id, verbeterplan_id, fase, ronde, nr, oordeel, reden, gegeven_op, gegeven_door)
        select regio_id, id, 'plan', 1, nr, $2, 'Proef', now(), 'proef' from verbeterplan, (values (1), (null)) n (nr) where id = $1`,
      [id, fase === 'aanvullen' ? 'aanvullen' : 'akkoord'],
    )
  }
  if (fase === 'gerapporteerd') {
    await beheer.query(
      `insert into verbeterplan_melding (regio_id, verbeterplan_id, nr, tekst, bewijs, partij, gemeld_op, gemeld_door)
        select regio_id, id, 1, 'Gedaan', '', 'aanbieder', now(), 'proef' from verbeterplan where id = $1`,
      [id],
    )
  }
}
