import { sql, type RawBuilder } from 'kysely'
import type { Context } from '../../../../platform/context.ts'
import { kolommen } from './kolommen.ts'

/**
 * A file or zip entry as it stands in the list of a round. `naam` is masked already; nothing here holds a value of a client. What its
 * header says stands here only when it was refused, else in the message.
 */
export type Bestandsregel = {
  /** Its place in the delivery, from 1. */
  id: number
  naam: string
  soort: string | null
  afzender: string | null
  ontvanger: string | null
  identificatie: string | null
  dagtekening: string | null
  uitkomst: 'gelezen' | 'dubbel' | 'afgekeurd'
  berichtId: number | null
  code: string | null
  melding: string | null
  plaats: string | null
}

/** Lists what became of these files. */
export function insertBestanden(ctx: Context, rondeId: string, regels: readonly Bestandsregel[]): RawBuilder<unknown> {
  const rijen = regels.map((r) => [
    ...[
      r.id,
      r.naam,
      r.soort,
      r.afzender,
      r.ontvanger,
      r.identificatie,
      r.dagtekening,
      r.uitkomst,
      r.berichtId,
      r.code,
    ],
    ...[r.melding, r.plaats],
  ])
  const [id, naam, soort, afzender, ontvanger, identificatie, dagtekening, uitkomst, bericht, code, melding, plaats] =
    kolommen(12, rijen)
  return sql`insert into inleesbestand (regio_id, ronde_id, id, naam, soort, afzender, ontvanger, identificatie, dagtekening, uitkomst,
      bericht_id, code, melding, plaats, ingelezen_op)
    select ${ctx.regioId}, ${rondeId}::uuid, u.*, ${ctx.now.toString()}::timestamptz
    from unnest(${id}::bigint[], ${naam}::text[], ${soort}::text[], ${afzender}::text[], ${ontvanger}::text[], ${identificatie}::text[],
      ${dagtekening}::date[], ${uitkomst}::text[], ${bericht}::bigint[], ${code}::text[], ${melding}::text[],
      ${plaats}::text[]) as u`
}
