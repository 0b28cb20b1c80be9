import { sql } from 'kysely'
import type { Context } from '../../../../platform/context.ts'
import { kolommen } from './kolommen.ts'

/** A file or zip entry as it stands in the list of a round. `naam` is masked already; nothing here holds a value of a client. */
export type Bestandsregel = {
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

/** Lists what became of these files, in their order; gives their ids. */
export async function bewaarBestanden(
  ctx: Context,
  rondeId: string,
  regels: readonly Bestandsregel[],
): Promise<number[]> {
  const rijen = regels.map((r) => [
    ...[r.naam, r.soort, r.afzender, r.ontvanger, r.identificatie, r.dagtekening, r.uitkomst, r.berichtId, r.code],
    ...[r.melding, r.plaats],
  ])
  const [naam, soort, afzender, ontvanger, identificatie, dagtekening, uitkomst, bericht, code, melding, plaats] =
    kolommen(11, rijen)
  const { rows } = await sql<{ id: number }>`
    insert into inleesbestand (regio_id, ronde_id, naam, soort, afzender, ontvanger, identificatie, dagtekening, uitkomst,
      bericht_id, code, melding, plaats, ingelezen_op)
    select ${ctx.regioId}, ${rondeId}::uuid, u.*, ${ctx.now.toString()}::timestamptz
    from unnest(${naam}::text[], ${soort}::text[], ${afzender}::text[], ${ontvanger}::text[], ${identificatie}::text[],
      ${dagtekening}::date[], ${uitkomst}::text[], ${bericht}::bigint[], ${code}::text[], ${melding}::text[],
      ${plaats}::text[]) as u
    returning id`.execute(ctx.db)
  return rows.map(({ id }) => id)
}
