import { sql } from 'kysely'
import { alsPersoon, maakAanbieder, maakOvereenkomst } from '../../../../test/afspraken.ts'
import { als } from '../../../../test/regio.ts'
import type { Context } from '../../../platform/context.ts'
import { narrow } from '../../../platform/transaction.ts'
import { maakGebruiker } from '../../plan/inrichting/maak-gebruiker.ts'
import type { Gespreksinvoer } from './gesprek.ts'
import { planGesprek } from './plan-gesprek.ts'

export const dag = (iso: string) => Temporal.PlainDate.from(iso)

export const AGB = '98990101'

/** An aanbieder with an overeenkomst and a contactpersoon, a contractmanager, a contractbeheerder, and somebody of the aanbieder. */
export async function maakProef(ctx: Context) {
  const manager = await alsPersoon(ctx, 'Marloes de Wit', 'contractmanager')
  const beheerder = await alsPersoon(ctx, 'Sven Postma', 'contractbeheerder')
  const aanbiederId = await maakAanbieder(ctx)
  await maakOvereenkomst(ctx)
  await ctx.db
    .updateTable('aanbieder')
    .set({ contractmanagerId: manager.actor.id })
    .where('id', '=', aanbiederId)
    .execute()
  const { id: contactpersoonId } = await ctx.db
    .insertInto('contactpersoon')
    .values({
      regioId: ctx.regioId,
      aanbiederId,
      naam: 'Noor Bakker',
      functie: 'directeur',
      email: 'noor@zorg.example',
      telefoon: '',
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const zorgId = await maakGebruiker(als(ctx, 'functioneel beheerder'), {
    naam: 'Noor Bakker',
    functie: '',
    rol: 'aanbieder',
    agb: AGB,
    voorbeeld: false,
  })
  const zorg: Context = {
    ...ctx,
    actor: { soort: 'gebruiker', id: zorgId, naam: 'Noor Bakker', rollen: [{ rol: 'aanbieder', agb: AGB }], agb: AGB },
  }
  return { manager, beheerder, zorg, aanbiederId, contactpersoonId }
}

export type Proef = Awaited<ReturnType<typeof maakProef>>

export function invoer(proef: Proef, anders: Partial<Gespreksinvoer> = {}): Gespreksinvoer {
  return {
    soort: 'contractmanagementgesprek',
    titel: '',
    aanbiederId: proef.aanbiederId,
    escalatieId: '',
    gemeenteCode: '',
    overeenkomstIds: [],
    contactpersoonIds: [proef.contactpersoonId],
    gebruikerIds: [],
    datum: dag('2026-12-16'),
    begintijd: '10:00',
    eindtijd: '11:30',
    plaats: 'Stadhuis',
    wijze: 'fysiek',
    ...anders,
  }
}

export function plan(proef: Proef, anders: Partial<Gespreksinvoer> = {}): Promise<string> {
  return planGesprek(proef.manager, invoer(proef, anders))
}

/** Runs as this person, in the running transaction narrowed to what he sees; afterwards it is as wide as it was. */
export async function namens<T>(ctx: Context, persoon: Context, werk: (ctx: Context) => Promise<T>): Promise<T> {
  await narrow(persoon)
  try {
    return await werk(persoon)
  } finally {
    await narrow(ctx).catch(() => undefined)
  }
}

/** The same person some days later. */
export function op(ctx: Context, datum: string, tijd = '10:00'): Context {
  const vandaag = dag(datum)
  return {
    ...ctx,
    today: vandaag,
    now: vandaag.toZonedDateTime({ timeZone: 'Europe/Amsterdam', plainTime: tijd }).toInstant(),
  }
}

/** Jobs in the queue by name, for this region. */
export async function telBerichten(ctx: Context, gesprekId: string): Promise<string[]> {
  const { rows } = await sql<{
    soort: string
  }>`select soort from gesprek_bericht where gesprek_id = ${gesprekId} order by gevraagd_op, id`.execute(ctx.db)
  return rows.map(({ soort }) => soort)
}
