import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { recordEvent } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import type { Afmelding } from '../../../platform/oidc.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { alsPersoon } from './meld-aan.ts'

type Persoon = { id: string; naam: string }

/** The session at the provider as it is kept here: never the `sid` itself, which opens something there at some providers. */
export function uitgeverSessieVan(uitgever: string, sid: string | null): Buffer | null {
  return sid === null ? null : hash(uitgever, sid)
}

/**
 * Ends what came from a session that ended at the identity provider, at once. With `sid` that session; sessions of the same person of
 * which the provider never said which it was go along when `sub` is there too. With `sub` alone all that came through the provider.
 * Gives how many, or undefined when this token was heard before. Records it for who it concerns.
 */
export function meldOrganisatieAf(ctx: Context, { iss, sub, sid, jti, exp }: Afmelding): Promise<number | undefined> {
  return inTransaction(ctx, async (ctx) => {
    const { rows: nieuw } = await sql`insert into organisatieafmelding (regio_id, jti_hash, verloopt_op)
      values (${ctx.regioId}, ${hash(iss, jti)}, ${exp}) on conflict do nothing returning 1`.execute(ctx.db)
    if (nieuw.length === 0) return undefined
    const vanSid = uitgeverSessieVan(iss, sid)
    const { rows } = await sql<Persoon>`update sessie s set beeindigd_op = greatest(s.gestart_op, ${ctx.now})
      from gebruiker g
      where s.regio_id = ${ctx.regioId} and s.beeindigd_op is null and s.wijze = 'organisatie'
        and g.regio_id = s.regio_id and g.id = s.gebruiker_id and g.uitgever = ${iss}
        and (${sub}::text is null or g.onderwerp = ${sub})
        and (${vanSid}::bytea is null or s.uitgever_sessie = ${vanSid} or (${sub}::text is not null and s.uitgever_sessie is null))
      returning g.id, g.naam`.execute(ctx.db)
    for (const { id, naam } of new Map(rows.map((persoon) => [persoon.id, persoon])).values()) {
      await recordEvent(alsPersoon(ctx, id, naam), {
        soort: 'sessie:beeindigd',
        onderwerp: { type: 'gebruiker', id },
        gegevens: { aantal: rows.filter((rij) => rij.id === id).length, hoe: 'door de organisatie' },
      })
    }
    return rows.length
  })
}

const hash = (...delen: string[]) => createHash('sha256').update(JSON.stringify(delen)).digest()
