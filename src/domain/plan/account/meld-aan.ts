import { sql } from 'kysely'
import { recordEvent } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import { Weigering } from '../../../platform/errors.ts'
import { startSessie, tokenHash, type Sessieduur } from '../../../platform/sessie.ts'
import { inTransaction } from '../../../platform/transaction.ts'

/** How somebody showed who he is. A new way is a line here. */
export const aanmeldwijzen = {
  'wachtwoord en code': 'wachtwoord en code',
  'wachtwoord en herstelcode': 'wachtwoord en herstelcode',
  toegangssleutel: 'toegangssleutel',
  organisatie: 'account van de organisatie',
  voorbeeld: 'gekozen rol in de voorbeeldregio',
} as const

export type Aanmeldwijze = keyof typeof aanmeldwijzen

/** From where: the network address (only to count attempts), the device in words, and the token that knows the device again. */
export type Herkomst = { adres: string; toestel: string; token: string }

type Invoer = { wijze: Aanmeldwijze; herkomst: Herkomst; duur?: Sessieduur | undefined; uitgeverSessie?: Buffer | null }

/**
 * Every way of signing in ends here: starts a session for somebody who showed who he is and gives its token. Throws 403 when the
 * account is switched off. Changes of rights (from an identity provider) come before it, for they end sessions.
 */
export function meldAan(
  ctx: Context,
  gebruikerId: string,
  { wijze, herkomst, duur, uitgeverSessie = null }: Invoer,
): Promise<string> {
  return inTransaction(ctx, async (ctx) => {
    const { rows } = await sql<{
      naam: string
      uit: boolean
    }>`select naam, uitgeschakeld_op is not null as uit from gebruiker
      where regio_id = ${ctx.regioId} and id = ${gebruikerId} for update`.execute(ctx.db)
    if (!rows[0] || rows[0].uit) {
      throw new Weigering(
        403,
        'uitgeschakeld',
        'Met dit account kunt u niet aanmelden. Vraag de functioneel beheerder.',
      )
    }
    // who does not sign out was last here when seen last
    await sql`update gebruiker g set laatst_aangemeld_op = ${ctx.now}, vorige_bezoek_op = greatest(vorige_bezoek_op,
        (select max(s.laatst_gezien_op) from sessie s where s.regio_id = g.regio_id and s.gebruiker_id = g.id
          and s.beeindigd_op is null))
      where regio_id = ${ctx.regioId} and id = ${gebruikerId}`.execute(ctx.db)
    await sql`insert into bekend_toestel (regio_id, gebruiker_id, token_hash, laatst_op)
      values (${ctx.regioId}, ${gebruikerId}, ${tokenHash(herkomst.token)}, ${ctx.now})
      on conflict (regio_id, gebruiker_id, token_hash) do update set laatst_op = excluded.laatst_op`.execute(ctx.db)
    const token = await startSessie(ctx, gebruikerId, {
      wijze,
      toestel: herkomst.toestel,
      uitgeverSessie,
      ...(duur && { duur }),
    })
    await recordEvent(alsPersoon(ctx, gebruikerId, rows[0].naam), {
      soort: 'sessie:gestart',
      onderwerp: { type: 'gebruiker', id: gebruikerId },
      gegevens: { wijze, toestel: herkomst.toestel },
    })
    return token
  })
}

/** The context of somebody who is about to be signed in: the audit trail names him, rights he has none yet. */
export function alsPersoon(ctx: Context, id: string, naam: string): Context {
  return { ...ctx, actor: { soort: 'gebruiker', id, naam, rollen: [], agb: null } }
}
