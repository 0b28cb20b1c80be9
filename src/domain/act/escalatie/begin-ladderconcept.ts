import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { recordEvent } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import { conflict } from '../../../platform/errors.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { leesRegelsetbestand } from '../../plan/inrichting/maak-regio.ts'
import { authorize } from '../../rechten.ts'
import { Ladder } from './ladder.ts'
import { LADDERDEEL, leesLadder } from './lees-ladder.ts'

const DELEN = join(import.meta.dirname, '../../../../db/regelsets/delen')

/** What one can begin from: the ladder of the region, or one that comes with the program (MTR-01). */
export const beginpunten = {
  eigen: 'De ladder die nu geldt',
  'zaanstreek-waterland': 'Zaanstreek-Waterland: drie stappen',
  flevoland: 'Flevoland: zeven treden met bezwaar',
  zaanstad: 'Algemene ladder van Zaanstad: van informatie tot boete of ontbinding',
} as const
export type Beginpunt = keyof typeof beginpunten

/** Begins the draft of a ladder. Throws 403, or 409 when there is one already. */
export function beginLadderconcept(ctx: Context, van: Beginpunt): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    await authorize(ctx, 'inrichting:wijzigen')
    const { ladder, regelsetdeelId } = await leesBeginpunt(ctx, van)
    const { rows } =
      await sql`insert into ladderconcept (regio_id, regelsetdeel_id, inhoud, begonnen_op, begonnen_door, gewijzigd_op,
        gewijzigd_door)
      values (${ctx.regioId}, ${regelsetdeelId}, ${JSON.stringify(ladder)}::jsonb, ${ctx.now}, ${ctx.actor.naam}, ${ctx.now}, ${ctx.actor.naam})
      on conflict do nothing returning regio_id`.execute(ctx.db)
    if (rows.length === 0) throw conflict('Er is al een concept van een ladder. Maak dat af of gooi het weg.')
    await recordEvent(ctx, {
      soort: 'ladderconcept:begonnen',
      onderwerp: { type: 'regelsetdeel', id: LADDERDEEL },
      gegevens: { van, ladder: ladder.naam },
    })
  })
}

async function leesBeginpunt(ctx: Context, van: Beginpunt): Promise<{ ladder: Ladder; regelsetdeelId: string | null }> {
  if (van === 'eigen') {
    const { id, ladder } = await leesLadder(ctx)
    return { ladder, regelsetdeelId: id }
  }
  return { ladder: await leesMeegeleverd(van), regelsetdeelId: null }
}

/** A ladder as it comes with the program. */
export async function leesMeegeleverd(van: Exclude<Beginpunt, 'eigen'>): Promise<Ladder> {
  if (van === 'zaanstad') {
    const tekst = await readFile(join(DELEN, 'escalatieladder-zaanstad.json'), 'utf8')
    return Ladder.parse((JSON.parse(tekst) as { inhoud: unknown }).inhoud)
  }
  const { delen } = await leesRegelsetbestand(van)
  return Ladder.parse(delen.find(({ deel }) => deel === LADDERDEEL)!.inhoud)
}
