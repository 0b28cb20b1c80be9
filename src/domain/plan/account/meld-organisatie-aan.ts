import { sql } from 'kysely'
import { recordEvent } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import { Weigering } from '../../../platform/errors.ts'
import type { Sessieduur } from '../../../platform/sessie.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { alsPersoon, meldAan, type Herkomst } from './meld-aan.ts'
import { sleutelVan, type Organisatierol } from './organisatie-instelling.ts'
import { uitgeverSessieVan } from './meld-organisatie-af.ts'

type Persoon = {
  uitgever: string
  onderwerp: string
  naam: string
  rollen: readonly Organisatierol[]
  /** The session at the provider (`sid`), when it says which */
  sid?: string | null
}

type Eigen = { id: string; rol: string; gemeenten: string[] | null; wet: string | null; categorieen: string[] | null }

/**
 * Signs in somebody whom the identity provider vouches for. Who is new gets an account without a password; the roles that came from
 * the organisation follow its groups, those given by hand stay. Throws 403 without any role, or when the account is switched off; that
 * he lost his groups is kept all the same, and ends the sessions he had.
 */
export async function meldOrganisatieAan(
  ctx: Context,
  persoon: Persoon,
  { herkomst, duur }: { herkomst: Herkomst; duur?: Sessieduur | undefined },
): Promise<string> {
  const token = await inTransaction(ctx, async (ctx) => {
    const wie = await findOfMaak(ctx, persoon)
    if (!wie) return undefined
    const { id, naam } = wie
    await volgRollen(alsPersoon(ctx, id, naam), id, persoon.rollen)
    const { rows } = await sql`select from roltoewijzing where regio_id = ${ctx.regioId} and gebruiker_id = ${id}
      and ingetrokken_op is null and begindatum <= ${ctx.today} and (einddatum is null or einddatum >= ${ctx.today}) limit 1`.execute(
      ctx.db,
    )
    if (rows.length === 0) return undefined
    const uitgeverSessie = uitgeverSessieVan(persoon.uitgever, persoon.sid ?? null)
    return meldAan(ctx, id, { wijze: 'organisatie', herkomst, duur, uitgeverSessie })
  })
  // after the transaction, not in it: the refusal takes nothing of it back
  if (token === undefined) {
    throw new Weigering(
      403,
      'geen-rol',
      'Uw account is bekend, maar het heeft in deze regio geen rol. Vraag de functioneel beheerder welke groep u nodig heeft.',
    )
  }
  return token
}

/** S6: one `sub` of one provider is one person. An e-mail address never makes somebody another; nor is somebody without a role made one. */
async function findOfMaak(
  ctx: Context,
  { uitgever, onderwerp, naam, rollen }: Persoon,
): Promise<{ id: string; naam: string } | undefined> {
  const { rows } = await sql<{ id: string; naam: string }>`select id, naam from gebruiker
    where regio_id = ${ctx.regioId} and uitgever = ${uitgever} and onderwerp = ${onderwerp} for update`.execute(ctx.db)
  if (rows[0] ?? rollen.length === 0) return rows[0]
  for (let volgnr = 1; volgnr < 100; volgnr++) {
    const poging = volgnr === 1 ? naam : `${naam} (${volgnr})`
    const nieuw = await sql<{
      id: string
      naam: string
    }>`insert into gebruiker (regio_id, naam, functie, uitgever, onderwerp)
      values (${ctx.regioId}, ${poging}, 'via de eigen organisatie', ${uitgever}, ${onderwerp})
      on conflict do nothing returning id, naam`.execute(ctx.db)
    if (nieuw.rows[0]) {
      await recordEvent(alsPersoon(ctx, nieuw.rows[0].id, nieuw.rows[0].naam), {
        soort: 'gebruiker:aangemaakt',
        onderwerp: { type: 'gebruiker', id: nieuw.rows[0].id },
        gegevens: { naam: nieuw.rows[0].naam, via: 'organisatie' },
      })
      return nieuw.rows[0]
    }
    // somebody else has the name, or the same person signs in twice at once
    const bekend = await sql<{ id: string; naam: string }>`select id, naam from gebruiker
      where regio_id = ${ctx.regioId} and uitgever = ${uitgever} and onderwerp = ${onderwerp}`.execute(ctx.db)
    if (bekend.rows[0]) return bekend.rows[0]
  }
  throw new Weigering(403, 'naam', 'Te veel mensen heten hier zo. Vraag de functioneel beheerder.')
}

async function volgRollen(ctx: Context, gebruikerId: string, rollen: readonly Organisatierol[]) {
  const { rows: nu } = await sql<Eigen>`select id, rol, gemeenten, wet, categorieen from roltoewijzing
    where regio_id = ${ctx.regioId} and gebruiker_id = ${gebruikerId} and herkomst = 'organisatie' and ingetrokken_op is null`.execute(
    ctx.db,
  )
  const straks = new Set(rollen.map(sleutelVan))
  const weg = nu.filter((rol) => !straks.has(sleutelVan(rol)))
  const bekend = new Set(nu.map(sleutelVan))
  const nieuw = rollen.filter((rol) => !bekend.has(sleutelVan(rol)))
  if (weg.length > 0) {
    await sql`update roltoewijzing set ingetrokken_op = ${ctx.now}, ingetrokken_door = 'organisatie'
      where regio_id = ${ctx.regioId} and id = any(${weg.map(({ id }) => id)}::uuid[])`.execute(ctx.db)
  }
  for (const { rol, gemeenten, wet, categorieen } of nieuw) {
    await sql`insert into roltoewijzing (regio_id, gebruiker_id, rol, gemeenten, wet, categorieen, begindatum, toegekend_op,
        toegekend_door, herkomst)
      values (${ctx.regioId}, ${gebruikerId}, ${rol}, ${gemeenten ?? null}::text[], ${wet ?? null}, ${categorieen ?? null}::text[],
        ${ctx.today}, ${ctx.now}, 'organisatie', 'organisatie')`.execute(ctx.db)
  }
  if (weg.length + nieuw.length === 0) return
  await recordEvent(ctx, {
    soort: 'rollen:gevolgd',
    onderwerp: { type: 'gebruiker', id: gebruikerId },
    gegevens: { erbij: nieuw.map(sleutelVan), eraf: weg.map(sleutelVan) },
  })
}
