import { sql } from 'kysely'
import { recordEvent } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import {
  afgekeurdeCsv,
  MAX_VOORBEELD,
  telOordelen,
  verwerkteCsv,
  type CsvRij,
  type CsvUitkomst,
  type CsvVoorbeeld,
} from '../../begrippen/csv.ts'
import { leesCsvGeheel } from '../../begrippen/lees-csv.ts'
import { authorize } from '../../rechten.ts'
import { lockAfspraken, meldWijziging } from '../overeenkomst/meld-wijziging.ts'
import { aanbiedersCsv, tegenstrijdigeAanbieders, type Aanbiederrij } from './aanbieder-csv.ts'
import { vergelijkAanbieders, type Vergeleken } from './vergelijk-aanbieders.ts'

/** Takes in aanbieders.csv (proefregio/LEESMIJ.md), all of it or nothing; overeenkomsten that waited for an aanbieder are linked. */
export async function leesAanbiedersIn(ctx: Context, bytes: Uint8Array): Promise<CsvUitkomst> {
  await authorize(ctx, 'aanbieder:inlezen')
  const { fouten, rijen } = await keur(bytes)
  if (fouten.length > 0) {
    return afgekeurdeCsv(fouten)
  }
  return inTransaction(ctx, async (ctx) => {
    await lockAfspraken(ctx)
    const vergeleken = await vergelijkAanbieders(ctx, rijen)
    const aantallen = telOordelen(vergeleken)

    if (aantallen.nieuw + aantallen.gewijzigd > 0) {
      await bewaar(ctx, vergeleken)
      await recordEvent(ctx, {
        soort: 'aanbieders:ingelezen',
        onderwerp: { type: 'regio', id: ctx.regioId },
        gegevens: aantallen,
      })
    }
    return verwerkteCsv(aantallen, [])
  })
}

/** What reading in this file would do, row by row; nothing is written. */
export async function bekijkAanbieders(ctx: Context, bytes: Uint8Array): Promise<CsvVoorbeeld> {
  await authorize(ctx, 'aanbieder:inlezen')
  const { fouten, rijen } = await keur(bytes)
  if (fouten.length > 0) {
    return { ...afgekeurdeCsv(fouten), rijen: [], meer: 0 }
  }
  return inTransaction(ctx, async (ctx) => {
    const vergeleken = await vergelijkAanbieders(ctx, rijen)
    const getoond = vergeleken.slice(0, MAX_VOORBEELD)
    return { ...verwerkteCsv(telOordelen(vergeleken), []), rijen: getoond, meer: vergeleken.length - getoond.length }
  })
}

async function keur(bytes: Uint8Array) {
  const { fouten, rijen } = await leesCsvGeheel(bytes, aanbiedersCsv)
  return { fouten: [...fouten, ...tegenstrijdigeAanbieders(rijen)], rijen }
}

async function bewaar(ctx: Context, vergeleken: readonly Vergeleken[]) {
  const nieuw = vergeleken.filter(({ oordeel }) => oordeel === 'nieuw')
  const gewijzigd = vergeleken.filter(({ oordeel }) => oordeel === 'gewijzigd')
  await upsert(ctx, [...nieuw, ...gewijzigd])
  await bewaarOmvang(
    ctx,
    [...nieuw, ...gewijzigd].map(({ waarde }) => waarde.agb),
  )

  for (const { id, wijzigingen } of gewijzigd) {
    await recordEvent(ctx, {
      soort: 'aanbieder:gewijzigd',
      onderwerp: { type: 'aanbieder', id: id! },
      gegevens: { wijzigingen },
    })
  }
  const agbs = nieuw.map(({ waarde }) => waarde.agb)
  await sql`update overeenkomst o set aanbieder_id = a.id from aanbieder a
    where o.regio_id = ${ctx.regioId} and o.aanbieder_id is null and a.regio_id = o.regio_id and a.agb = o.agb
      and a.agb = any(${agbs}::text[])`.execute(ctx.db)
  // Only an aanbieder that was not known decides about messages; a new name or place does not.
  await meldWijziging(ctx, agbs)
}

async function upsert(ctx: Context, rijen: readonly CsvRij<Aanbiederrij>[]) {
  const kolom = <Naam extends keyof Aanbiederrij>(naam: Naam) => rijen.map(({ waarde }) => waarde[naam])
  await sql`insert into aanbieder (regio_id, agb, kvk, naam, rechtsvorm, plaats, grootteklasse, medewerkers, contract_van,
      aangemaakt_op)
    select ${ctx.regioId}, u.*, ${ctx.now} from unnest(${kolom('agb')}::text[], ${kolom('kvk')}::text[],
      ${kolom('naam')}::text[], ${kolom('rechtsvorm')}::text[], ${kolom('plaats')}::text[], ${kolom('grootteklasse')}::text[],
      ${kolom('medewerkers')}::int[], ${kolom('contractVan')}::date[]) as u
    on conflict (regio_id, agb) do update set kvk = excluded.kvk, naam = excluded.naam, rechtsvorm = excluded.rechtsvorm,
      plaats = excluded.plaats, grootteklasse = excluded.grootteklasse, medewerkers = excluded.medewerkers,
      contract_van = excluded.contract_van`.execute(ctx.db)
}

/** The number of employees of this year as the file gave it, unless somebody wrote one down by hand (CTR-08). */
async function bewaarOmvang(ctx: Context, agbs: readonly string[]) {
  await sql`insert into aanbieder_omvang as m (regio_id, aanbieder_id, jaar, medewerkers, bron, vastgelegd_op, vastgelegd_door)
    select ${ctx.regioId}, id, ${ctx.today.year}, medewerkers, 'bestand', ${ctx.now.toString()}::timestamptz, ${ctx.actor.naam}
    from aanbieder where regio_id = ${ctx.regioId} and agb = any(${agbs}::text[])
    on conflict (regio_id, aanbieder_id, jaar) do update set medewerkers = excluded.medewerkers, vastgelegd_op = excluded.vastgelegd_op,
      vastgelegd_door = excluded.vastgelegd_door
    where m.bron = 'bestand' and m.medewerkers <> excluded.medewerkers`.execute(ctx.db)
}
