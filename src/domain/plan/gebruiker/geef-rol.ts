import { sql } from 'kysely'
import { recordEvent } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import { invalid } from '../../../platform/errors.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { authorize } from '../../rechten.ts'
import { lockGebruiker } from './lock-gebruiker.ts'
import { listRollen } from './queries.ts'
import { keurRol, type Rolkeuze } from './rolgrens.ts'

/**
 * Gives somebody a role with its limits and period; his sessions end at once. Throws 403 for one's own rights, 404, and 422 when the
 * role cannot be given. The database refuses again who would stand on both sides.
 */
export function geefRol(ctx: Context, gebruikerId: string, keuze: Rolkeuze): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    await authorize(ctx, 'gebruiker:wijzigen')
    await lockGebruiker(ctx, gebruikerId)
    const nu = (await listRollen(ctx, gebruikerId)).filter(({ stand }) => stand !== 'voorbij')
    const fout = keurRol(keuze, nu) ?? (await keurGrenzen(ctx, keuze))
    if (fout !== undefined) throw invalid(fout)
    await sql`insert into roltoewijzing (regio_id, gebruiker_id, rol, agb, gemeenten, wet, categorieen, begindatum, einddatum,
        toegekend_op, toegekend_door)
      values (${ctx.regioId}, ${gebruikerId}, ${keuze.rol}, ${keuze.agb}, ${keuze.gemeenten}::text[], ${keuze.wet},
        ${keuze.categorieen}::text[], ${keuze.begindatum}, ${keuze.einddatum}, ${ctx.now}, ${ctx.actor.naam})`.execute(
      ctx.db,
    )
    await recordEvent(ctx, {
      soort: 'rol:gegeven',
      onderwerp: { type: 'gebruiker', id: gebruikerId },
      gegevens: beschrijf(keuze),
    })
  })
}

/** What the audit trail says of a role: only what limits it. */
export function beschrijf({ begindatum, einddatum, ...keuze }: Omit<Rolkeuze, 'rol'> & { rol: string }) {
  const grenzen = Object.fromEntries(Object.entries(keuze).filter(([, waarde]) => waarde !== null))
  return { ...grenzen, begindatum: begindatum.toString(), ...(einddatum && { einddatum: einddatum.toString() }) }
}

// A limit that names nothing would hide everything.
async function keurGrenzen(ctx: Context, { agb, gemeenten, categorieen }: Rolkeuze): Promise<string | undefined> {
  const { rows } = await sql<{ aanbieder: boolean; gemeenten: number; categorieen: number }>`select
    exists (select from aanbieder where regio_id = ${ctx.regioId} and agb = ${agb}) as aanbieder,
    (select count(*)::int from gemeente where regio_id = ${ctx.regioId} and code = any(${gemeenten}::text[])) as gemeenten,
    (select count(distinct categorie)::int from product where regio_id = ${ctx.regioId}
      and categorie = any(${categorieen}::text[])) as categorieen`.execute(ctx.db)
  const er = rows[0]!
  if (agb !== null && !er.aanbieder) return 'Deze aanbieder staat niet in Overlap.'
  if (gemeenten !== null && (gemeenten.length === 0 || er.gemeenten !== new Set(gemeenten).size)) {
    return 'Kies gemeenten van deze regio.'
  }
  if (categorieen !== null && (categorieen.length === 0 || er.categorieen !== new Set(categorieen).size)) {
    return 'Kies categorieën van producten die in een overeenkomst staan.'
  }
  return undefined
}
