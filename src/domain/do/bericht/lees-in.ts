import type { Clock } from '../../../platform/clock.ts'
import type { Actor, Context, Db } from '../../../platform/context.ts'
import type { Sleutels } from '../../../platform/sleutels.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import type { Virusscanner } from '../../../platform/virusscanner.ts'
import { voorDeRegio } from '../../rechten.ts'
import { beoordeelBerichten } from './beoordeel-berichten.ts'
import { Inlezing } from './inlezing.ts'
import { sluitRonde, startRonde, type Bron, type Eindstand, type Telling } from './inleesronde.ts'
import { listWeigeringen, type Weigering } from './weigeringenlijst.ts'

/** What reading in needs. `db` is the pool: every batch commits on its own. `scanner`: no file is read before it was found clean. */
export type Inleesdiensten = {
  db: Db
  regioId: string
  actor: Actor
  clock: Clock
  sleutels: Sleutels
  scanner: Virusscanner | undefined
}

/** A file as it was delivered: a message, a zip or a CSV. It is read once, while it streams. */
export type Stuk = { naam: string; inhoud: AsyncIterable<Uint8Array> }

export type Voortgang = Telling & { gelezen: number }

export type Inleesopties = {
  /** A round that startRonde made before; else one is made. */
  rondeId?: string
  /** Bytes to come, when known. */
  omvang?: number
  opVoortgang?: (voortgang: Voortgang) => void
}

/** Counts of files. `afgekeurd` lists what was refused and what waits, read from the database while it is walked through. */
export type Inleesverslag = Omit<Eindstand, 'afgekeurd'> & {
  rondeId: string
  aantalAfgekeurd: number
  afgekeurd: AsyncIterable<Weigering>
}

/**
 * Reads files in while they stream, in any order and any split; nothing of them is kept but what the messages say about
 * pseudonymous clients. Messages are judged at the end, with all that was read before and all that was agreed. What was committed
 * stays when the program is killed; the same files again count once.
 */
export async function leesIn(
  diensten: Inleesdiensten,
  bron: Bron,
  stukken: AsyncIterable<Stuk>,
  opties: Inleesopties = {},
): Promise<Inleesverslag> {
  const nu = () => maakContext(diensten)
  const regio = () => voorDeRegio(nu())
  const rondeId = opties.rondeId ?? (await startRonde(nu(), bron, opties.omvang))
  const inlezing = new Inlezing(nu, rondeId, diensten.scanner, opties.opVoortgang)
  try {
    for await (const stuk of stukken) {
      await inlezing.lees(stuk)
    }
  } finally {
    // also when the sender hangs up: what was read to here is kept
    await inlezing.bewaarRest()
  }
  await beoordeelBerichten(regio())
  await inlezing.meldWachtendeCsv(regio)
  const { afgekeurd, ...eindstand } = await inTransaction(regio(), (ctx) => sluitRonde(ctx, rondeId, inlezing.gelezen))
  const weigeringen = inlezing.metGegevenNaam(listWeigeringen(regio(), rondeId))
  return { rondeId, ...eindstand, aantalAfgekeurd: afgekeurd, afgekeurd: weigeringen }
}

function maakContext({ db, regioId, actor, clock, sleutels }: Inleesdiensten): Context {
  return { db, regioId, actor, sleutels, now: clock.now(), today: clock.today() }
}
