import {
  generateRegistrationOptions,
  verifyRegistrationResponse,
  type RegistrationResponseJSON,
} from '@simplewebauthn/server'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { notFound } from '../../../platform/errors.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { bewaarAanmelding, wisAanmelding } from './bewaar-aanmelding.ts'
import { bevestigZelf, type Bewijs } from './bevestig-zelf.ts'
import { findAanmelding, findRegionaam } from './queries.ts'
import { rpId, type Site } from './site.ts'
import { meldWijziging } from './vervang-tweede-factor.ts'

export type Toegangssleutel = {
  id: string
  naam: string
  toegevoegdOp: Temporal.Instant
  laatstGebruiktOp: Temporal.Instant | null
}

/** The own passkeys, the oldest first. */
export async function listToegangssleutels(ctx: Context): Promise<Toegangssleutel[]> {
  const { rows } = await sql<Toegangssleutel>`select id, naam, toegevoegd_op, laatst_gebruikt_op from toegangssleutel
    where regio_id = ${ctx.regioId} and gebruiker_id::text = ${ctx.actor.id} order by toegevoegd_op, id`.execute(ctx.db)
  return rows
}

/** Begins to add a passkey: gives the token to go on with, and what the browser asks the device. */
export function beginToegangssleutel(ctx: Context, site: Site, bewijs: Bewijs) {
  return bevestigZelf(ctx, bewijs, async (ctx, account) => {
    const { rows } = await sql<{ id: string }>`select sleutel_id as id from toegangssleutel
      where regio_id = ${ctx.regioId} and gebruiker_id = ${account.gebruikerId}`.execute(ctx.db)
    const vraag = await generateRegistrationOptions({
      rpName: `Overlap ${await findRegionaam(ctx)}`,
      rpID: rpId(site),
      userName: account.email,
      userDisplayName: account.naam,
      userID: new Uint8Array(Buffer.from(account.gebruikerId.replaceAll('-', ''), 'hex')),
      attestationType: 'none',
      excludeCredentials: rows,
      // it replaces password and code together: the device must know the person, and offer the key by itself
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    })
    const token = await bewaarAanmelding(ctx, {
      soort: 'toegangssleutel',
      gebruikerId: account.gebruikerId,
      uitdaging: vraag.challenge,
    })
    return { token, vraag }
  })
}

type Nieuw = { antwoord: RegistrationResponseJSON; naam: string }

/** Adds the passkey that the device made; gives a new token for this session, undefined when it cannot be trusted. */
export function voegToegangssleutelToe(
  ctx: Context,
  site: Site,
  sessieId: string,
  aanmeldhash: Buffer,
  { antwoord, naam }: Nieuw,
): Promise<string | undefined> {
  return inTransaction(ctx, async (ctx) => {
    const aanmelding = await findAanmelding(ctx, aanmeldhash, { vast: true })
    if (aanmelding?.soort !== 'toegangssleutel' || aanmelding.gebruikerId !== ctx.actor.id) return undefined
    await wisAanmelding(ctx, aanmelding.id)
    const gekeurd = await verifyRegistrationResponse({
      response: antwoord,
      expectedChallenge: aanmelding.uitdaging ?? '',
      expectedOrigin: site.url,
      expectedRPID: rpId(site),
      requireUserVerification: true,
    }).catch(() => undefined)
    if (!gekeurd?.verified) return undefined
    const { credential } = gekeurd.registrationInfo
    await sql`insert into toegangssleutel (regio_id, gebruiker_id, sleutel_id, publieke_sleutel, teller, vervoer, naam, toegevoegd_op)
      values (${ctx.regioId}, ${ctx.actor.id}, ${credential.id}, ${Buffer.from(credential.publicKey)}, ${credential.counter},
        ${credential.transports ?? []}::text[], ${naam}, ${ctx.now})`.execute(ctx.db)
    return meldWijziging(ctx, sessieId, 'toegangssleutel toegevoegd')
  })
}

/** Takes away a passkey, for instance of a device that was lost. Throws 404 when it is not one's own, and as `bevestigZelf`. */
export function verwijderToegangssleutel(ctx: Context, sessieId: string, id: string, bewijs: Bewijs): Promise<string> {
  return bevestigZelf(ctx, bewijs, async (ctx) => {
    const { rows } =
      await sql`delete from toegangssleutel where regio_id = ${ctx.regioId} and gebruiker_id = ${ctx.actor.id}
      and id = ${id} returning id`.execute(ctx.db)
    if (rows.length === 0) throw notFound('Deze toegangssleutel')
    return meldWijziging(ctx, sessieId, 'toegangssleutel verwijderd')
  })
}
