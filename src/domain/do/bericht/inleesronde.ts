import { sql } from 'kysely'
import { recordEvent } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import { forbidden } from '../../../platform/errors.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { mag } from '../../rechten.ts'

export type Bron = 'web' | 'opdrachtregel' | 'voorbeeld'

/** Counts of files, to add to those of the round. */
export type Telling = { bestanden: number; verwerkt: number; dubbel: number; afgekeurd: number }

const inleesrechten = [
  'bericht:inlezen',
  'aanbieder:inlezen',
  'overeenkomst:inlezen',
  'evaluatie:inlezen',
  'cto:inlezen',
] as const

/** Begins a delivery of files; gives its id. `omvang` in bytes when it is known. Each file asks its own right when it is met. */
export async function startRonde(ctx: Context, bron: Bron, omvang?: number): Promise<string> {
  if (!inleesrechten.some((recht) => mag(ctx.actor, recht))) {
    throw forbidden('bericht:inlezen')
  }
  return inTransaction(ctx, async (ctx) => {
    const nu = ctx.now.toString()
    const { rows } = await sql<{ id: string }>`insert into inleesronde
      (regio_id, bron, gestart_op, gestart_door, laatste_teken_op, omvang)
      values (${ctx.regioId}, ${bron}, ${nu}, ${ctx.actor.naam}, ${nu}, ${omvang ?? null}) returning id`.execute(ctx.db)
    const { id } = rows[0]!
    await recordEvent(ctx, { soort: 'inleesronde:gestart', onderwerp: { type: 'inleesronde', id }, gegevens: { bron } })
    return id
  })
}

/** Says how far a round has come; committed with what it says, so the page tells the truth after a kill as well. */
export async function telVoortgang(ctx: Context, rondeId: string, telling: Telling, gelezen: number) {
  await sql`update inleesronde set gelezen = greatest(gelezen, ${gelezen}), bestanden = bestanden + ${telling.bestanden},
      verwerkt = verwerkt + ${telling.verwerkt}, dubbel = dubbel + ${telling.dubbel},
      afgekeurd = afgekeurd + ${telling.afgekeurd}, laatste_teken_op = ${ctx.now.toString()}
    where regio_id = ${ctx.regioId} and id = ${rondeId}`.execute(ctx.db)
}

export type Eindstand = { bestanden: number; verwerkt: number; dubbel: number; wachtend: number; afgekeurd: number }

/** Ends a round after the judgement: counts its files by what became of them, and records it once for all its messages. */
export async function sluitRonde(ctx: Context, rondeId: string, gelezen: number): Promise<Eindstand> {
  const { rows } = await sql<Eindstand>`
    with uitslag as (
      -- a CSV has no message; with a code all its rows wait
      select case when f.uitkomst <> 'gelezen' then f.uitkomst
        when f.bericht_id is not null then coalesce(b.oordeel, 'wachtend')
        when f.code is not null then 'wachtend' else 'geldig' end as uitslag
      from inleesbestand f left join bericht b on b.regio_id = f.regio_id and b.id = f.bericht_id
      where f.regio_id = ${ctx.regioId} and f.ronde_id = ${rondeId}
    ), stand as (
      select count(*) as bestanden, count(*) filter (where uitslag = 'geldig') as verwerkt,
        count(*) filter (where uitslag = 'dubbel') as dubbel,
        count(*) filter (where uitslag in ('wachtend', 'aangehouden')) as wachtend,
        count(*) filter (where uitslag = 'afgekeurd') as afgekeurd
      from uitslag
    )
    update inleesronde r set bestanden = s.bestanden, verwerkt = s.verwerkt, dubbel = s.dubbel, wachtend = s.wachtend,
      afgekeurd = s.afgekeurd, gelezen = greatest(gelezen, ${gelezen}), klaar_op = ${ctx.now.toString()},
      laatste_teken_op = ${ctx.now.toString()}
    from stand s where r.regio_id = ${ctx.regioId} and r.id = ${rondeId}
    returning s.*`.execute(ctx.db)
  const eindstand = rows[0]!
  await recordEvent(ctx, {
    soort: 'bericht:ingelezen',
    onderwerp: { type: 'inleesronde', id: rondeId },
    gegevens: { ...eindstand },
  })
  return eindstand
}
