import { sql } from 'kysely'
import { recordEvent } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import { conflict, invalid, notFound } from '../../../platform/errors.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { authorize } from '../../rechten.ts'
import { vraagVolgen } from '../kalender/vraag-volgen.ts'

type NieuweWaarneming = {
  gebruikerId: string
  waarnemerId: string
  begindatum: Temporal.PlainDate
  einddatum: Temporal.PlainDate
  reden: string
}

/**
 * Lets somebody stand in for somebody else between two days, with all his roles and their limits; afterwards they end by
 * themselves. A person arranges it for himself, who manages mandates for anybody. Throws 404, 422, or 409 when somebody stands in
 * already in those days or either person changed meanwhile.
 */
export function regelWaarneming(ctx: Context, nieuw: NieuweWaarneming): Promise<string> {
  return inTransaction(ctx, async (ctx) => {
    await authorize(ctx, nieuw.gebruikerId === ctx.actor.id ? 'waarneming:eigen' : 'mandaat:wijzigen')
    keurDagen(ctx, nieuw)
    await lockPersonen(ctx, nieuw)
    await keurVrij(ctx, nieuw)
    const { rows } = await sql<{
      id: string
    }>`insert into waarneming (regio_id, gebruiker_id, waarnemer_id, begindatum, einddatum,
        reden, vastgelegd_op, vastgelegd_door)
      values (${ctx.regioId}, ${nieuw.gebruikerId}, ${nieuw.waarnemerId}, ${nieuw.begindatum}, ${nieuw.einddatum},
        ${nieuw.reden.trim()}, ${ctx.now}, ${ctx.actor.naam}) returning id`.execute(ctx.db)
    const id = rows[0]!.id
    await geefRollen(ctx, id, nieuw)
    await recordEvent(ctx, {
      soort: 'waarneming:geregeld',
      onderwerp: { type: 'waarneming', id },
      gegevens: {
        gebruikerId: nieuw.gebruikerId,
        waarnemerId: nieuw.waarnemerId,
        begindatum: nieuw.begindatum.toString(),
        einddatum: nieuw.einddatum.toString(),
        reden: nieuw.reden.trim(),
      },
    })
    await vraagVolgen(ctx)
    return id
  })
}

function keurDagen(ctx: Context, { gebruikerId, waarnemerId, begindatum, einddatum, reden }: NieuweWaarneming) {
  if (gebruikerId === waarnemerId) throw invalid('Kies een ander dan de persoon zelf.')
  if (reden.trim() === '') throw invalid('Vul de reden in, bijvoorbeeld vakantie.')
  if (Temporal.PlainDate.compare(begindatum, ctx.today) < 0) throw invalid('De eerste dag ligt in het verleden.')
  if (Temporal.PlainDate.compare(einddatum, begindatum) < 0) throw invalid('De laatste dag ligt voor de eerste.')
  if (Temporal.PlainDate.compare(einddatum, begindatum.add({ years: 1 })) > 0) {
    throw invalid('Waarnemen duurt hoogstens een jaar. Draag het werk anders over.')
  }
}

// Both rows, in a fixed order, so that two arrangements for the same person are judged one after the other.
async function lockPersonen(ctx: Context, { gebruikerId, waarnemerId }: NieuweWaarneming) {
  const { rows } = await sql`select id from gebruiker where regio_id = ${ctx.regioId} and uitgeschakeld_op is null
    and id = any(${[gebruikerId, waarnemerId]}::uuid[]) order by id for update`.execute(ctx.db)
  if (rows.length < 2) throw notFound('Een van deze personen')
}

async function keurVrij(ctx: Context, { gebruikerId, begindatum, einddatum }: NieuweWaarneming) {
  const { rows } = await sql<{ naam: string }>`select g.naam from waarneming w
    join gebruiker g on g.regio_id = w.regio_id and g.id = w.waarnemer_id
    where w.regio_id = ${ctx.regioId} and w.gebruiker_id = ${gebruikerId} and w.beeindigd_op is null
      and w.begindatum <= ${einddatum} and w.einddatum >= ${begindatum} limit 1`.execute(ctx.db)
  if (rows[0]) throw conflict(`In deze dagen neemt ${rows[0].naam} al waar. Beëindig dat eerst of kies andere dagen.`)
}

// The own roles only: what somebody holds as a substitute himself is not passed on.
async function geefRollen(
  ctx: Context,
  id: string,
  { gebruikerId, waarnemerId, begindatum, einddatum }: NieuweWaarneming,
) {
  const { rows } =
    await sql`insert into roltoewijzing (regio_id, gebruiker_id, rol, gemeenten, wet, categorieen, begindatum,
      einddatum, waarneming_id, toegekend_op, toegekend_door)
    select r.regio_id, ${waarnemerId}, r.rol, r.gemeenten, r.wet, r.categorieen, greatest(r.begindatum, ${begindatum}::date),
      least(coalesce(r.einddatum, ${einddatum}::date), ${einddatum}::date), ${id}, ${ctx.now}, ${ctx.actor.naam}
    from roltoewijzing r
    where r.regio_id = ${ctx.regioId} and r.gebruiker_id = ${gebruikerId} and r.waarneming_id is null and r.agb is null and r.ingetrokken_op is null
      and r.begindatum <= ${einddatum}::date and (r.einddatum is null or r.einddatum >= ${begindatum}::date)
    returning id`.execute(ctx.db)
  if (rows.length === 0) throw invalid('Deze persoon heeft in die dagen geen rol om waar te nemen.')
}
