import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import type { CsvVoorbeeld } from '../../begrippen/csv.ts'
import { authorize } from '../../rechten.ts'
import { evaluatiesCsv, type Evaluatierij } from './evaluatie-csv.ts'
import { bekijkRijen, leesRijenIn, type Ingelezen, type Rijsoort } from './lees-rijen-in.ts'

const evaluaties: Rijsoort<Evaluatierij> = {
  vorm: evaluatiesCsv,
  kolommen: sql`datum date not null, soort text not null, resultaat text not null, reden text`,
  batch: (rijen) => {
    const kolom = <Naam extends keyof Evaluatierij>(naam: Naam) => rijen.map(({ waarde }) => waarde[naam])
    return sql`select * from unnest(${rijen.map(({ rij }) => rij)}::int[], ${kolom('gemeentecode')}::text[],
      ${kolom('toewijzingNummer')}::int[], ${kolom('datum')}::date[], ${kolom('soort')}::text[], ${kolom('resultaat')}::text[],
      ${kolom('reden')}::text[])`
  },
  tabel: 'evaluatie',
  namen: ['datum', 'soort', 'resultaat', 'reden'],
  gebeurtenis: 'evaluaties:ingelezen',
}

/** Takes in what the lokaal team established (evaluaties.csv); only they and the backoffice may (ROL-17). */
export function leesEvaluatiesIn(ctx: Context, bytes: Uint8Array): Promise<Ingelezen> {
  return inTransaction(ctx, async (ctx) => {
    await authorize(ctx, 'evaluatie:inlezen')
    return leesRijenIn(ctx, bytes, evaluaties)
  })
}

/** What reading in this file would do; nothing is kept. */
export function bekijkEvaluaties(ctx: Context, bytes: Uint8Array): Promise<CsvVoorbeeld> {
  return inTransaction(ctx, async (ctx) => {
    await authorize(ctx, 'evaluatie:inlezen')
    return bekijkRijen(ctx, bytes, evaluaties)
  })
}
