import { sql, type RawBuilder } from 'kysely'
import { recordEvent } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { afgekeurdeCsv, verwerkteCsv, type CsvRij, type CsvUitkomst, type CsvVoorbeeld } from '../../begrippen/csv.ts'
import type { CsvVorm } from '../../begrippen/csv-vorm.ts'
import { leesCsv } from '../../begrippen/lees-csv.ts'
import { enqueue } from '../../jobs.ts'
import { buitenBereik } from './buiten-bereik.ts'
import { wachtendeEvaluaties, type Toewijzingsleutel } from './wachtende-evaluaties.ts'

/** How rows of one kind get from a file into their table, by way of a temporary table: memory does not grow with the file. */
export type Rijsoort<T> = {
  vorm: CsvVorm<T>
  /** Columns of the temporary table; gemeente, nummer and rij are always there. */
  kolommen: RawBuilder<unknown>
  /** The rows of a batch as `select … from unnest(…)`, in the order rij, gemeente, nummer, columns. */
  batch: (rijen: readonly CsvRij<T>[]) => RawBuilder<unknown>
  tabel: string
  /** Names of the columns, the same in both tables. */
  namen: readonly string[]
  gebeurtenis: string
}

export type Ingelezen = CsvUitkomst & { sleutels: Toewijzingsleutel[] }

/**
 * Takes in a file, all of it or nothing. The same row twice in one file counts twice, the same file twice counts once: each copy of
 * a row has a number of its own.
 */
export function leesRijenIn<T>(ctx: Context, bytes: Uint8Array, soort: Rijsoort<T>): Promise<Ingelezen> {
  return inTransaction(ctx, (ctx) =>
    metInvoer(ctx, bytes, soort, async ({ fouten, rijen }) => {
      if (fouten.length > 0) {
        return { ...afgekeurdeCsv(fouten), sleutels: [] }
      }
      const nieuw = await voegToe(ctx, soort)
      if (nieuw > 0) {
        await recordEvent(ctx, {
          soort: soort.gebeurtenis,
          onderwerp: { type: 'regio', id: ctx.regioId },
          gegevens: { nieuw, ongewijzigd: rijen - nieuw },
        })
        await enqueue(ctx, 'bereken-kpis', { regioId: ctx.regioId }, `bereken-kpis:${ctx.regioId}`)
      }
      const sleutels = await listSleutels(ctx)
      const aantallen = { nieuw, gewijzigd: 0, ongewijzigd: rijen - nieuw }
      return { ...verwerkteCsv(aantallen, await wachtendeEvaluaties(ctx, sleutels)), sleutels }
    }),
  )
}

/** What reading in this file would do; only the first rows one by one. Nothing is kept. */
export function bekijkRijen<T>(ctx: Context, bytes: Uint8Array, soort: Rijsoort<T>): Promise<CsvVoorbeeld> {
  return inTransaction(ctx, (ctx) =>
    metInvoer(ctx, bytes, soort, async ({ fouten, rijen }) => {
      if (fouten.length > 0) {
        return { ...afgekeurdeCsv(fouten), rijen: [], meer: 0 }
      }
      const getoond = await vergelijkEerste(ctx, soort)
      const nieuw = await telNieuwe(ctx, soort)
      const wachtend = await wachtendeEvaluaties(ctx, await listSleutels(ctx))
      const aantallen = { nieuw, gewijzigd: 0, ongewijzigd: rijen - nieuw }
      return { ...verwerkteCsv(aantallen, wachtend), rijen: getoond, meer: rijen - getoond.length }
    }),
  )
}

async function metInvoer<T, Uitkomst>(
  ctx: Context,
  bytes: Uint8Array,
  soort: Rijsoort<T>,
  werk: (gelezen: Awaited<ReturnType<typeof leesCsv>>) => Promise<Uitkomst>,
): Promise<Uitkomst> {
  await sql`create temporary table invoer (rij int not null, gemeente text not null, nummer int not null, ${soort.kolommen})
    on commit drop`.execute(ctx.db)
  const gelezen = await leesCsv(bytes, soort.vorm, async (rijen) => {
    await sql`insert into invoer ${soort.batch(rijen)}`.execute(ctx.db)
  })
  await sql`analyze invoer`.execute(ctx.db)
  const fouten = gelezen.fouten.length > 0 ? gelezen.fouten : await buitenBereik(ctx)
  const uitkomst = await werk({ ...gelezen, fouten })
  await sql`drop table invoer`.execute(ctx.db)
  return uitkomst
}

// Each copy of the same row gets a number of its own, so a second delivery of the file meets its own rows.
function genummerd<T>({ namen }: Rijsoort<T>) {
  const kolommen = sql.join([sql.ref('gemeente'), sql.ref('nummer'), ...namen.map((naam) => sql.ref(naam))])
  return sql`(select *, row_number() over (partition by ${kolommen} order by rij)::int as volgnr from invoer)`
}

async function voegToe<T>(ctx: Context, soort: Rijsoort<T>): Promise<number> {
  const kolommen = sql.join(['gemeente', 'nummer', ...soort.namen, 'volgnr'].map((naam) => sql.ref(naam)))
  const { numAffectedRows } =
    await sql`insert into ${sql.table(soort.tabel)} (regio_id, ${kolommen}, ingelezen_op, ingelezen_door)
    select ${ctx.regioId}::uuid, ${kolommen}, ${ctx.now}::timestamptz, ${ctx.actor.naam}::text from ${genummerd(soort)} as i
    on conflict do nothing`.execute(ctx.db)
  return Number(numAffectedRows ?? 0)
}

function bekend<T>(ctx: Context, soort: Rijsoort<T>) {
  const gelijk = ['gemeente', 'nummer', ...soort.namen, 'volgnr'].map(
    (naam) => sql`b.${sql.ref(naam)} is not distinct from i.${sql.ref(naam)}`,
  )
  return sql`exists (select from ${sql.table(soort.tabel)} b where b.regio_id = ${ctx.regioId} and b.gemeente = i.gemeente
    and b.nummer = i.nummer and ${sql.join(gelijk, sql` and `)})`
}

async function telNieuwe<T>(ctx: Context, soort: Rijsoort<T>): Promise<number> {
  const { rows } = await sql<{
    n: number
  }>`select count(*) as n from ${genummerd(soort)} as i where not ${bekend(ctx, soort)}`.execute(ctx.db)
  return rows[0]!.n
}

async function vergelijkEerste<T>(ctx: Context, soort: Rijsoort<T>): Promise<CsvVoorbeeld['rijen']> {
  const { rows } = await sql<{ rij: number; gemeente: string; nummer: number; bekend: boolean }>`
    select i.rij, i.gemeente, i.nummer, ${bekend(ctx, soort)} as bekend from ${genummerd(soort)} as i
    order by i.rij limit 500`.execute(ctx.db)
  return rows.map(({ rij, gemeente, nummer, bekend }) => ({
    rij,
    titel: `gemeente ${gemeente}, toewijzing ${nummer}`,
    oordeel: bekend ? 'ongewijzigd' : 'nieuw',
    wijzigingen: [],
    melding: null,
  }))
}

async function listSleutels(ctx: Context): Promise<Toewijzingsleutel[]> {
  const { rows } = await sql<Toewijzingsleutel>`select gemeente, nummer, min(rij) as rij from invoer
    group by gemeente, nummer order by 3`.execute(ctx.db)
  return rows
}
