import {
  generateAuthenticationOptions,
  verifyAuthenticationResponse,
  type AuthenticationResponseJSON,
} from '@simplewebauthn/server'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import type { Sessieduur } from '../../../platform/sessie.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { legMislukkingVast } from './begin-aanmelden.ts'
import { bewaarAanmelding, wisAanmelding } from './bewaar-aanmelding.ts'
import { meldAan, type Herkomst } from './meld-aan.ts'
import { findAanmelding } from './queries.ts'
import { rpId, type Site } from './site.ts'

/** Asks for a passkey at sign-in; who it is, the passkey says. */
export function vraagToegangssleutel(ctx: Context, site: Site) {
  return inTransaction(ctx, async (ctx) => {
    const vraag = await generateAuthenticationOptions({ rpID: rpId(site), userVerification: 'required' })
    const token = await bewaarAanmelding(ctx, {
      soort: 'toegangssleutel',
      gebruikerId: null,
      uitdaging: vraag.challenge,
    })
    return { token, vraag }
  })
}

type Sleutelrij = { id: string; gebruikerId: string; publiekeSleutel: Buffer; teller: number; vervoer: string[] }

/** Signs in with a passkey, which is password and second factor at once. Undefined when it is not known or the answer is not right. */
export function meldAanMetToegangssleutel(
  ctx: Context,
  site: Site,
  aanmeldhash: Buffer,
  {
    antwoord,
    herkomst,
    duur,
  }: { antwoord: AuthenticationResponseJSON; herkomst: Herkomst; duur?: Sessieduur | undefined },
): Promise<string | undefined> {
  return inTransaction(ctx, async (ctx) => {
    const aanmelding = await findAanmelding(ctx, aanmeldhash, { vast: true })
    if (aanmelding?.soort !== 'toegangssleutel') return undefined
    await wisAanmelding(ctx, aanmelding.id)
    const { rows } = await sql<Sleutelrij>`select s.id, s.gebruiker_id, s.publieke_sleutel, s.teller, s.vervoer
      from toegangssleutel s join gebruiker g on g.regio_id = s.regio_id and g.id = s.gebruiker_id
      where s.regio_id = ${ctx.regioId} and s.sleutel_id = ${antwoord.id} and g.uitgeschakeld_op is null
      for update of s`.execute(ctx.db)
    const sleutel = rows[0]
    if (!sleutel) return undefined
    const gekeurd = await verifyAuthenticationResponse({
      response: antwoord,
      expectedChallenge: aanmelding.uitdaging ?? '',
      expectedOrigin: site.url,
      expectedRPID: rpId(site),
      requireUserVerification: true,
      credential: {
        id: antwoord.id,
        publicKey: new Uint8Array(sleutel.publiekeSleutel),
        counter: sleutel.teller,
        transports: sleutel.vervoer,
      },
    }).catch(() => undefined)
    if (!gekeurd?.verified) {
      await legMislukkingVast(ctx, sleutel.gebruikerId, 'toegangssleutel', false)
      return undefined
    }
    await sql`update toegangssleutel set teller = ${gekeurd.authenticationInfo.newCounter}, laatst_gebruikt_op = ${ctx.now}
      where regio_id = ${ctx.regioId} and id = ${sleutel.id}`.execute(ctx.db)
    return meldAan(ctx, sleutel.gebruikerId, { wijze: 'toegangssleutel', herkomst, duur })
  })
}
