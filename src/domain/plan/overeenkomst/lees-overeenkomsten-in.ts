import { recordEvent } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import {
  afgekeurdeCsv,
  MAX_VOORBEELD,
  telOordelen,
  verwerkteCsv,
  type CsvRijoordeel,
  type CsvUitkomst,
  type CsvVoorbeeld,
} from '../../begrippen/csv.ts'
import { leesCsvGeheel } from '../../begrippen/lees-csv.ts'
import { authorize } from '../../rechten.ts'
import { bewaarCatalogus, bewaarOvereenkomsten } from './bewaar-overeenkomsten.ts'
import { groepeerOvereenkomsten, type Overeenkomstinvoer } from './groepeer-overeenkomsten.ts'
import { keurVerlengd } from './keur-verlengd.ts'
import { lockAfspraken, meldWijziging } from './meld-wijziging.ts'
import { overeenkomstenCsv } from './overeenkomst-csv.ts'
import { vergelijkCatalogus } from './vergelijk-catalogus.ts'
import { vergelijkOvereenkomsten, type Vergelijking } from './vergelijk-overeenkomsten.ts'
import { wachtendeOvereenkomsten, type Overeenkomstsleutel } from './wachtende-overeenkomsten.ts'

// So many overeenkomsten at a time: what is known of them must fit in memory beside the file.
const DEEL = 2_000

/**
 * Takes in overeenkomsten.csv (proefregio/LEESMIJ.md), all of it or nothing. An overeenkomst of an unknown aanbieder or gemeente is
 * kept and waits; `sleutels` lets the caller ask again at the end of a run.
 */
export async function leesOvereenkomstenIn(
  ctx: Context,
  bytes: Uint8Array,
): Promise<CsvUitkomst & { sleutels: Overeenkomstsleutel[] }> {
  await authorize(ctx, 'overeenkomst:inlezen')
  const { fouten, overeenkomsten } = await keur(bytes)
  if (fouten.length > 0) {
    return { ...afgekeurdeCsv(fouten), sleutels: [] }
  }
  return inTransaction(ctx, async (ctx) => {
    await lockAfspraken(ctx)
    const verlengd = await keurVerlengd(ctx, overeenkomsten)
    if (verlengd.length > 0) {
      return { ...afgekeurdeCsv(verlengd), sleutels: [] }
    }
    const aantallen = { nieuw: 0, gewijzigd: 0, ongewijzigd: 0 }
    const agbs = new Set<string>()
    const producten = overeenkomsten.flatMap(({ producten }) => [...producten.values()])
    const hernoemd = await vergelijkCatalogus(ctx, producten)
    await bewaarCatalogus(ctx, producten)
    for (const deel of delen(overeenkomsten)) {
      const vergelijkingen = await vergelijkOvereenkomsten(ctx, deel, hernoemd)
      const verschillend = vergelijkingen.filter(({ rijen }) => rijen.some(isAnders))
      await bewaar(ctx, verschillend)
      tel(
        aantallen,
        vergelijkingen.flatMap(({ rijen }) => rijen),
      )
      for (const { invoer, stand } of verschillend) {
        agbs.add(invoer.agb).add(stand?.agb ?? invoer.agb)
      }
    }
    if (aantallen.nieuw + aantallen.gewijzigd > 0) {
      await meldWijziging(ctx, agbs)
      await recordEvent(ctx, {
        soort: 'overeenkomsten:ingelezen',
        onderwerp: { type: 'regio', id: ctx.regioId },
        gegevens: aantallen,
      })
    }
    const sleutels = overeenkomsten.map(({ agb, gemeenten, rij }) => ({ agb, gemeenten, rij }))
    return { ...verwerkteCsv(aantallen, await wachtendeOvereenkomsten(ctx, sleutels)), sleutels }
  })
}

/** What reading in this file would do, row by row; nothing is written. */
export async function bekijkOvereenkomsten(ctx: Context, bytes: Uint8Array): Promise<CsvVoorbeeld> {
  await authorize(ctx, 'overeenkomst:inlezen')
  const { fouten, overeenkomsten } = await keur(bytes)
  if (fouten.length > 0) {
    return { ...afgekeurdeCsv(fouten), rijen: [], meer: 0 }
  }
  return inTransaction(ctx, async (ctx) => {
    const verlengd = await keurVerlengd(ctx, overeenkomsten)
    if (verlengd.length > 0) {
      return { ...afgekeurdeCsv(verlengd), rijen: [], meer: 0 }
    }
    const aantallen = { nieuw: 0, gewijzigd: 0, ongewijzigd: 0 }
    const getoond: CsvRijoordeel[] = []
    const hernoemd = await vergelijkCatalogus(
      ctx,
      overeenkomsten.flatMap(({ producten }) => [...producten.values()]),
    )
    for (const deel of delen(overeenkomsten)) {
      const rijen = (await vergelijkOvereenkomsten(ctx, deel, hernoemd)).flatMap(({ rijen }) => rijen)
      tel(aantallen, rijen)
      getoond.push(...rijen.slice(0, MAX_VOORBEELD - getoond.length))
    }
    const wachtend = await wachtendeOvereenkomsten(ctx, overeenkomsten)
    const meer = aantallen.nieuw + aantallen.gewijzigd + aantallen.ongewijzigd - getoond.length
    return { ...verwerkteCsv(aantallen, wachtend), rijen: getoond.toSorted((a, b) => a.rij - b.rij), meer }
  })
}

async function keur(bytes: Uint8Array) {
  const { fouten, rijen } = await leesCsvGeheel(bytes, overeenkomstenCsv)
  const gegroepeerd = groepeerOvereenkomsten(rijen)
  return { fouten: [...fouten, ...gegroepeerd.fouten], overeenkomsten: gegroepeerd.overeenkomsten }
}

async function bewaar(ctx: Context, verschillend: readonly Vergelijking[]) {
  await bewaarOvereenkomsten(
    ctx,
    verschillend.map(({ invoer }) => invoer),
  )
  for (const { stand, wijzigingen } of verschillend) {
    if (stand && wijzigingen.length > 0) {
      const onderwerp = { type: 'overeenkomst', id: stand.id }
      await recordEvent(ctx, { soort: 'overeenkomst:gewijzigd', onderwerp, gegevens: { wijzigingen } })
    }
  }
}

function* delen(overeenkomsten: readonly Overeenkomstinvoer[]) {
  for (let begin = 0; begin < overeenkomsten.length; begin += DEEL) {
    yield overeenkomsten.slice(begin, begin + DEEL)
  }
}

function isAnders({ oordeel, wijzigingen }: CsvRijoordeel): boolean {
  return oordeel === 'nieuw' || wijzigingen.length > 0
}

function tel(aantallen: { nieuw: number; gewijzigd: number; ongewijzigd: number }, rijen: readonly CsvRijoordeel[]) {
  const { nieuw, gewijzigd, ongewijzigd } = telOordelen(rijen)
  aantallen.nieuw += nieuw
  aantallen.gewijzigd += gewijzigd
  aantallen.ongewijzigd += ongewijzigd
}
