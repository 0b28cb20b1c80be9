import { sql } from 'kysely'
import { z } from 'zod'
import { recordEvent } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import { conflict, invalid } from '../../../platform/errors.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { authorize } from '../../rechten.ts'
import { stuurMail } from '../account/stuur-mail.ts'
import { sluitLinks } from '../account/zet-wachtwoord.ts'
import { geefRol } from './geef-rol.ts'
import { herkenningen, type Herkenning } from './herkenning.ts'
import { lockGebruiker } from './lock-gebruiker.ts'
import type { Rolkeuze } from './rolgrens.ts'

const GELDIG = { hours: 7 * 24 }

/** Who is invited. An e-mail address is kept in lower case: people do not tell the two apart. */
export const Persoon = z.object({
  naam: z.string().trim().min(1, 'Vul de naam in').max(120, 'Gebruik hooguit 120 tekens'),
  email: z
    .string()
    .trim()
    .toLowerCase()
    .pipe(z.email('Vul een e-mailadres in, bijvoorbeeld naam@gemeente.nl').max(254, 'Gebruik hooguit 254 tekens')),
  functie: z.string().trim().max(120, 'Gebruik hooguit 120 tekens').default(''),
})

export type Persoon = z.output<typeof Persoon>

/** By mail, or by a link that is handed over (the command line): then the caller makes it with `geefLinkUit`. */
type Hoe = { mail: boolean }

/** Adds a person with roles, and an invitation of seven days. Throws 422 when name or address is taken, and what `geefRol` throws. */
export function nodigUit(
  ctx: Context,
  persoon: Persoon,
  rollen: readonly Rolkeuze[],
  hoe: Hoe,
): Promise<{ gebruikerId: string; linkId: string }> {
  return inTransaction(ctx, async (ctx) => {
    await authorize(ctx, 'gebruiker:wijzigen')
    if (rollen.length === 0) throw invalid('Kies ten minste één rol.')
    const { rows } = await sql<{ id: string }>`insert into gebruiker (regio_id, naam, email, functie)
      values (${ctx.regioId}, ${persoon.naam}, ${persoon.email}, ${persoon.functie}) on conflict do nothing returning id`.execute(
      ctx.db,
    )
    const gebruikerId = rows[0]?.id
    if (gebruikerId === undefined) {
      throw invalid(
        'Er is al iemand met deze naam of dit e-mailadres. Een naam is in een regio van één persoon.',
        'bestaat',
      )
    }
    await recordEvent(ctx, {
      soort: 'gebruiker:uitgenodigd',
      onderwerp: { type: 'gebruiker', id: gebruikerId },
      gegevens: { naam: persoon.naam },
    })
    for (const rol of rollen) await geefRol(ctx, gebruikerId, rol)
    return { gebruikerId, linkId: await maakUitnodiging(ctx, gebruikerId, 'uitnodiging', null, hoe) }
  })
}

/** A new link for who has not accepted yet; the old one stops working. Throws 404, and 409 for who has an account. */
export function nodigOpnieuwUit(ctx: Context, gebruikerId: string, hoe: Hoe): Promise<string> {
  return inTransaction(ctx, async (ctx) => {
    await authorize(ctx, 'gebruiker:wijzigen')
    await lockUitnodigbaar(ctx, gebruikerId)
    if (await heeftAccount(ctx, gebruikerId)) {
      throw conflict(
        'Deze persoon heeft de uitnodiging al aanvaard. Kies Toegang herstellen als aanmelden niet meer lukt.',
      )
    }
    const linkId = await maakUitnodiging(ctx, gebruikerId, 'uitnodiging', null, hoe)
    await recordEvent(ctx, {
      soort: 'gebruiker:uitgenodigd',
      onderwerp: { type: 'gebruiker', id: gebruikerId },
      gegevens: { opnieuw: true },
    })
    return linkId
  })
}

/**
 * For who lost password and second factor: both are removed, sessions end, and a link as at an invitation goes to the owner, with who
 * did it and why (ASVS V6.4.6); how the person was recognised stands in the audit trail (ASVS V6.4.4). Throws 403 for oneself, 404, 409.
 */
export function herstelToegang(
  ctx: Context,
  gebruikerId: string,
  { reden, herkend }: { reden: string; herkend: Herkenning },
  hoe: Hoe,
): Promise<string> {
  return inTransaction(ctx, async (ctx) => {
    await authorize(ctx, 'gebruiker:wijzigen')
    await lockUitnodigbaar(ctx, gebruikerId)
    for (const tabel of ['account', 'bekend_toestel']) {
      await sql`delete from ${sql.table(tabel)} where regio_id = ${ctx.regioId} and gebruiker_id = ${gebruikerId}`.execute(
        ctx.db,
      )
    }
    await sql`update sessie set beeindigd_op = ${ctx.now}
      where regio_id = ${ctx.regioId} and gebruiker_id = ${gebruikerId} and beeindigd_op is null`.execute(ctx.db)
    const linkId = await maakUitnodiging(ctx, gebruikerId, 'toegang-hersteld', reden, hoe)
    await recordEvent(ctx, {
      soort: 'toegang:hersteld',
      onderwerp: { type: 'gebruiker', id: gebruikerId },
      gegevens: { reden, herkend: herkenningen[herkend] },
    })
    return linkId
  })
}

async function lockUitnodigbaar(ctx: Context, gebruikerId: string) {
  const { email, uitgeschakeld, voorbeeld } = await lockGebruiker(ctx, gebruikerId)
  if (uitgeschakeld) throw conflict('Dit account is uitgeschakeld. Schakel het eerst weer in.')
  if (email === null || voorbeeld) throw conflict('Deze persoon heeft geen e-mailadres.')
}

async function heeftAccount(ctx: Context, gebruikerId: string): Promise<boolean> {
  const { rows } =
    await sql`select from account where regio_id = ${ctx.regioId} and gebruiker_id = ${gebruikerId}`.execute(ctx.db)
  return rows.length > 0
}

async function maakUitnodiging(
  ctx: Context,
  gebruikerId: string,
  soort: 'uitnodiging' | 'toegang-hersteld',
  reden: string | null,
  { mail }: Hoe,
): Promise<string> {
  await sluitLinks(ctx, gebruikerId)
  const { id } = await ctx.db
    .insertInto('eenmaligeLink')
    .values({
      regioId: ctx.regioId,
      gebruikerId,
      soort: 'uitnodiging',
      gevraagdOp: ctx.now,
      gevraagdDoor: ctx.actor.naam,
      reden,
      geldigTot: ctx.now.add(GELDIG),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  if (mail) await stuurMail(ctx, { gebruikerId, soort, linkId: id })
  return id
}
