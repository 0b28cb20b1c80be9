import { sql } from 'kysely'
import { recordEvent } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import { conflict, invalid, notFound } from '../../../platform/errors.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import type { Actieinvoer } from './actie-invoer.ts'
import { lockActie } from './list-acties.ts'
import { bewerkt, magVerslagWijzigen } from './mag-verslag-wijzigen.ts'
import { listAgendapunten, type Gesprek } from './queries.ts'
import { volgGesprekken } from './volg-gesprekken.ts'

/** Writes down who does what by when, in the minutes (GES-16); gives its id. Throws 404, 409, or 422 for a side that has no part in it. */
export function legActieVast(ctx: Context, gesprekId: string, invoer: Actieinvoer): Promise<string> {
  return inTransaction(ctx, async (ctx) => {
    const gesprek = await magVerslagWijzigen(ctx, gesprekId)
    const velden = await kies(ctx, gesprek, invoer)
    const { id } = await ctx.db
      .insertInto('actie')
      .values({
        regioId: ctx.regioId,
        gesprekId,
        aanbiederId: gesprek.aanbiederId,
        agb: gesprek.agb,
        ...velden,
        vastgelegdOp: ctx.now,
        vastgelegdDoor: ctx.actor.naam,
        gedeeldOp: gesprek.gedeeldOp,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await volgGesprekken(ctx, gesprekId)
    await leg(ctx, 'actie:vastgelegd', id, { gesprekId, ...waarden(velden) })
    return id
  })
}

/** Changes an action in the minutes. 409 when it is not open any more, or a colleague changed it meanwhile. */
export function wijzigActie(ctx: Context, actieId: string, versie: number, invoer: Actieinvoer): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const actie = await lockActie(ctx, actieId)
    const gesprek = await magVerslagWijzigen(ctx, actie.gesprekId)
    if (actie.stand !== 'open' && actie.stand !== 'in uitvoering')
      throw conflict('Deze actie is al gereed of vervallen.')
    if (actie.versie !== versie) throw bewerkt('Iemand anders')
    const velden = await kies(ctx, gesprek, invoer)
    await ctx.db
      .updateTable('actie')
      .set({ ...velden, versie: versie + 1 })
      .where('regioId', '=', ctx.regioId)
      .where('id', '=', actieId)
      .execute()
    await volgGesprekken(ctx, gesprek.id)
    await leg(ctx, 'actie:gewijzigd', actieId, { oud: waarden(actie), nieuw: waarden(velden) })
  })
}

async function kies(ctx: Context, gesprek: Gesprek, invoer: Actieinvoer) {
  const { tekst, kant, eigenaarId, einddatum, agendapuntId, niveau } = invoer
  if (kant === 'aanbieder' && gesprek.aanbiederId === null) {
    throw invalid('Bij dit gesprek is geen aanbieder. Kies een collega.', 'kant')
  }
  if (agendapuntId !== '' && !(await listAgendapunten(ctx, gesprek.id)).some(({ id }) => id === agendapuntId)) {
    throw notFound('Dit agendapunt')
  }
  return {
    tekst,
    kant,
    eigenaarId: kant === 'regio' ? eigenaarId : null,
    eigenaar: kant === 'regio' ? await findCollega(ctx, eigenaarId) : invoer.eigenaar,
    einddatum,
    agendapuntId: agendapuntId || null,
    niveau: niveau || null,
  }
}

async function findCollega(ctx: Context, id: string): Promise<string> {
  const { rows } = await sql<{ naam: string }>`select left(u.naam, 120) as naam from gebruiker u
    where u.regio_id = ${ctx.regioId} and u.id = ${id} and u.uitgeschakeld_op is null and not exists (select from roltoewijzing r
      where r.regio_id = u.regio_id and r.gebruiker_id = u.id and r.agb is not null and r.ingetrokken_op is null)`.execute(
    ctx.db,
  )
  if (!rows[0]) throw notFound('Deze collega')
  return rows[0].naam
}

function waarden({ tekst, eigenaar, einddatum }: { tekst: string; eigenaar: string; einddatum: Temporal.PlainDate }) {
  return { tekst, eigenaar, einddatum: einddatum.toString() }
}

function leg(ctx: Context, soort: string, id: string, gegevens: Record<string, unknown>) {
  return recordEvent(ctx, { soort, onderwerp: { type: 'actie', id }, gegevens })
}
