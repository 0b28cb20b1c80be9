import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import type { CsvVoorbeeld } from '../../begrippen/csv.ts'
import { authorize } from '../../rechten.ts'
import { ctoCsv, type Ctorij } from './cto-csv.ts'
import { bekijkRijen, leesRijenIn, type Ingelezen, type Rijsoort } from './lees-rijen-in.ts'

const cto: Rijsoort<Ctorij> = {
  vorm: ctoCsv,
  kolommen: sql`veldwerk_einde date not null, datum_respons date not null, cijfer text not null`,
  batch: (rijen) => {
    const kolom = <Naam extends keyof Ctorij>(naam: Naam) => rijen.map(({ waarde }) => waarde[naam])
    return sql`select * from unnest(${rijen.map(({ rij }) => rij)}::int[], ${kolom('gemeentecode')}::text[],
      ${kolom('toewijzingNummer')}::int[], ${kolom('veldwerkEinde')}::date[], ${kolom('datumRespons')}::date[],
      ${kolom('cijfer')}::text[])`
  },
  tabel: 'cto_respons',
  namen: ['veldwerk_einde', 'datum_respons', 'cijfer'],
  gebeurtenis: 'cto:ingelezen',
}

/** Takes in the answers of a client satisfaction survey (cto.csv); wrong grades are kept as they are and excluded when judged. */
export function leesCtoIn(ctx: Context, bytes: Uint8Array): Promise<Ingelezen> {
  return inTransaction(ctx, async (ctx) => {
    await authorize(ctx, 'cto:inlezen')
    return leesRijenIn(ctx, bytes, cto)
  })
}

/** What reading in this file would do; nothing is kept. */
export function bekijkCto(ctx: Context, bytes: Uint8Array): Promise<CsvVoorbeeld> {
  return inTransaction(ctx, async (ctx) => {
    await authorize(ctx, 'cto:inlezen')
    return bekijkRijen(ctx, bytes, cto)
  })
}
