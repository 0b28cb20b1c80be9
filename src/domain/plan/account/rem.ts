import { telsleutel } from '../../../platform/beurten.ts'
import type { Context } from '../../../platform/context.ts'
import { teVaak } from '../../../platform/errors.ts'
import { neemPoging } from '../../../platform/mislukkingen.ts'
import { wachtregel, wachtregels } from './wachttijd.ts'

/** Where an attempt comes from: network address, and whether this person signed in before from this device. */
export type Herkomst = { adres: string; toestel: string; bekend: Buffer | null }

/**
 * Counts an attempt to prove who one is: for `wie` (an address or a person, the same whether it exists or not) and for the network
 * address it comes from. Throws 429 with the seconds to wait. Gives the counters, and whether the wait begins with this attempt.
 */
export async function rem(
  ctx: Context,
  wat: 'wachtwoord' | 'code',
  wie: string,
  { adres, bekend }: Pick<Herkomst, 'adres' | 'bekend'>,
): Promise<{ sleutels: Buffer[]; begint: boolean }> {
  const tellers = bekend
    ? [{ regel: wachtregels['bekend toestel'], sleutel: telsleutel(wat, ctx.regioId, wie, bekend.toString('hex')) }]
    : [
        { regel: wachtregels.account, sleutel: telsleutel(wat, ctx.regioId, wie) },
        { regel: wachtregels.adres, sleutel: telsleutel('adres', adres) },
      ]
  let begint = false
  for (const { regel, sleutel } of tellers) {
    const { wacht, aantal } = await neemPoging(ctx.db, sleutel, wachtregel(regel), ctx.now)
    if (wacht > 0) throw teVaak(wacht)
    begint ||= aantal === regel.vrij
  }
  return { sleutels: tellers.map(({ sleutel }) => sleutel), begint }
}
