import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { vereisMandaat } from '../bezetting/vereis-mandaat.ts'

/** Throws 403, naming the role that may, without mandate to extend this overeenkomst in each of its gemeenten (ROL-01, ROL-13). */
export async function vereisMandaatVerlenging(ctx: Context, overeenkomstId: string) {
  const { rows } = await sql<{ maanden: number; gemeenten: string[] }>`select o.verlenging_maanden as maanden,
      array(select g.gemeente_code from overeenkomst_gemeente g
        where g.regio_id = o.regio_id and g.overeenkomst_id = o.id order by 1) as gemeenten
    from overeenkomst o where o.regio_id = ${ctx.regioId} and o.id = ${overeenkomstId}`.execute(ctx.db)
  const { maanden, gemeenten } = rows[0]!
  await vereisMandaat(ctx, { taak: 'overeenkomst-verlengen', gemeenten, maanden })
}
