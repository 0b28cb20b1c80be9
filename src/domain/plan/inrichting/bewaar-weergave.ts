import { sql } from 'kysely'
import { recordEvent } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import { prepared } from '../../../platform/prepared.ts'
import { conflict, invalid, notFound } from '../../../platform/errors.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { kiesWoorden, naamfout, type Weergavekeuze, type Weergavelijst } from './weergave.ts'

const MEESTE = 20

type Invoer = { lijst: Weergavelijst; naam: string; keuze: Record<string, string> }

/** Keeps a choice in a list under a name, for the person who asks; everybody may. Throws 422 when the name will not do. */
export function bewaarWeergave(ctx: Context, invoer: Invoer): Promise<Weergavekeuze> {
  return inTransaction(ctx, async (ctx) => {
    const gebruikerId = persoonVan(ctx)
    const { lijst } = invoer
    const naam = invoer.naam.trim()
    const keuze = kiesWoorden(lijst, invoer.keuze)
    const fout = naamfout(naam)
    if (fout) throw invalid(fout)
    if (Object.keys(keuze).length === 0)
      throw invalid('Kies eerst iets in de lijst; zonder keuze is er niets te bewaren.')

    const eigen = await lockWeergaven(ctx, gebruikerId, lijst)
    if (eigen.includes(naam))
      throw invalid('U hebt bij deze lijst al een weergave met deze naam. Kies een andere naam.')
    if (eigen.length >= MEESTE) throw conflict(`U hebt bij deze lijst al ${MEESTE} weergaven. Verwijder er eerst een.`)
    const { id } = await ctx.db
      .insertInto('weergave')
      .values({ regioId: ctx.regioId, gebruikerId, lijst, naam, keuze: JSON.stringify(keuze), bewaardOp: ctx.now })
      .returning('id')
      .executeTakeFirstOrThrow()
    await recordEvent(ctx, {
      soort: 'weergave:bewaard',
      onderwerp: { type: 'weergave', id },
      gegevens: { lijst, naam, ...keuze },
    })
    return keuze
  })
}

/** Takes away a view of one's own and gives the list it was of. Throws 404 when it is not there, or somebody else's. */
export function verwijderWeergave(ctx: Context, id: string): Promise<Weergavelijst> {
  return inTransaction(ctx, async (ctx) => {
    const weg = await ctx.db
      .deleteFrom('weergave')
      .where('regioId', '=', ctx.regioId)
      .where('gebruikerId', '=', persoonVan(ctx))
      .where('id', '=', id)
      .returning(['lijst', 'naam'])
      .executeTakeFirst()
    if (!weg) throw notFound('Deze weergave')
    await recordEvent(ctx, { soort: 'weergave:verwijderd', onderwerp: { type: 'weergave', id }, gegevens: weg })
    return weg.lijst as Weergavelijst
  })
}

export type Weergave = { id: string; naam: string; keuze: Weergavekeuze }

/** The views that the person who asks kept of a list, by name. */
export async function listWeergaven(ctx: Context, lijst: Weergavelijst): Promise<Weergave[]> {
  if (ctx.actor.soort !== 'gebruiker') return []
  const { rows } = await prepared(sql<Weergave>`select id, naam, keuze from weergave
    where regio_id = ${ctx.regioId} and gebruiker_id = ${ctx.actor.id} and lijst = ${lijst} order by naam collate "nl-x-icu", id`).execute(
    ctx.db,
  )
  // the database keeps the words in an order of its own, and the list may have lost one since
  return rows.map((rij) => ({ ...rij, keuze: kiesWoorden(lijst, rij.keuze) }))
}

/** Names that are taken; locks the person, so that two of the same at once are seen. */
async function lockWeergaven(ctx: Context, gebruikerId: string, lijst: Weergavelijst): Promise<string[]> {
  await sql`select from gebruiker where regio_id = ${ctx.regioId} and id = ${gebruikerId} for update`.execute(ctx.db)
  return (await listWeergaven(ctx, lijst)).map(({ naam }) => naam)
}

// the command line and the queue are no person
function persoonVan({ actor }: Context): string {
  if (actor.soort !== 'gebruiker') throw notFound('Uw account')
  return actor.id
}
