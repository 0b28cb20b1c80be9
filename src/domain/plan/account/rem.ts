import { telsleutel } from '../../../platform/beurten.ts'
import type { Context } from '../../../platform/context.ts'
import { teVaak } from '../../../platform/errors.ts'
import { geefPogingTerug, neemPoging, wisPogingen } from '../../../platform/mislukkingen.ts'
import { wachtregel, wachtregels } from './wachttijd.ts'

type Wat = 'wachtwoord' | 'code'

/** Where an attempt comes from; `bekend` is the device when this person signed in from it before. */
export type Vandaan = { adres: string; bekend: Buffer | null }

/** An attempt that was counted; `begint`: the wait begins with it. */
export type Poging = { van: Buffer; adres: Buffer | undefined; begint: boolean }

/**
 * Counts an attempt to prove who one is: for `wie` (an address or a person, the same whether it exists or not) and for the network
 * address it comes from. Throws 429 with the seconds to wait.
 */
export async function rem(ctx: Context, wat: Wat, wie: string, { adres, bekend }: Vandaan): Promise<Poging> {
  const poging = { van: teller(ctx, wat, wie, bekend), adres: bekend ? undefined : telsleutel('adres', adres) }
  const tellers = [
    { regel: wachtregels[bekend ? 'bekend toestel' : 'account'], sleutel: poging.van },
    ...(poging.adres ? [{ regel: wachtregels.adres, sleutel: poging.adres }] : []),
  ]
  let begint = false
  for (const { regel, sleutel } of tellers) {
    const { wacht, aantal } = await neemPoging(ctx.db, sleutel, wachtregel(regel), ctx.now)
    if (wacht > 0) throw teVaak(wacht)
    begint ||= aantal === regel.vrij
  }
  return { ...poging, begint }
}

/** The attempt was right, but more has to be shown: it does not count. */
export async function telNiet(ctx: Context, { van, adres }: Poging) {
  await geefPogingTerug(ctx.db, adres ? [van, adres] : [van])
}

/**
 * All was shown: this person begins at nothing again, from here. The address keeps what others failed from it, for else somebody with an
 * account of his own could guess on.
 */
export async function vergeet(ctx: Context, { van, adres }: Poging, email: string, { bekend }: Vandaan) {
  await wisPogingen(ctx.db, [van, teller(ctx, 'wachtwoord', email, bekend)])
  if (adres) await geefPogingTerug(ctx.db, [adres])
}

function teller(ctx: Context, wat: Wat, wie: string, bekend: Buffer | null): Buffer {
  return telsleutel(wat, ctx.regioId, wie, bekend?.toString('hex') ?? '')
}
