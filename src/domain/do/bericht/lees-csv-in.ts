import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { afgekeurdeCsv, type CsvFout, type CsvSoort, type CsvUitkomst } from '../../begrippen/csv.ts'
import { soortCsv } from '../../begrippen/csv-soort.ts'
import { leesAanbiedersIn } from '../../plan/aanbieder/lees-aanbieders-in.ts'
import { leesOvereenkomstenIn } from '../../plan/overeenkomst/lees-overeenkomsten-in.ts'
import { wachtendeOvereenkomsten, type Overeenkomstsleutel } from '../../plan/overeenkomst/wachtende-overeenkomsten.ts'
import { mag, type Recht } from '../../rechten.ts'
import { leesCtoIn } from '../evaluatie/lees-cto-in.ts'
import { leesEvaluatiesIn } from '../evaluatie/lees-evaluaties-in.ts'
import { wachtendeEvaluaties, type Toewijzingsleutel } from '../evaluatie/wachtende-evaluaties.ts'
import { insertBestanden } from './bewaren/bestanden.ts'
import { kolommen } from './bewaren/kolommen.ts'
import { telVoortgang, type Telling } from './inleesronde.ts'

/** What a CSV refers to: asked again at the end of the run, when everything that came with it is read. */
export type Wachtvraag = { rondeId: string; bestandId: number; rijen: number } & (
  | { soort: 'overeenkomsten'; sleutels: readonly Overeenkomstsleutel[] }
  | { soort: 'evaluaties' | 'cto'; sleutels: readonly Toewijzingsleutel[] }
)

const rechten = {
  aanbieders: 'aanbieder:inlezen',
  overeenkomsten: 'overeenkomst:inlezen',
  evaluaties: 'evaluatie:inlezen',
  cto: 'cto:inlezen',
} as const satisfies Record<CsvSoort, Recht>

const MAX_FOUTEN = 1_000

/** Reads in one CSV in a transaction of its own, with its place in the list of the round. `bytes` null: too large. */
export async function leesCsvIn(
  ctx: Context,
  rondeId: string,
  plek: number,
  naam: string,
  pad: string,
  bytes: Uint8Array | null,
  gelezen: number,
): Promise<{ telling: Telling; wachtvraag: Wachtvraag | null }> {
  return inTransaction(ctx, async (ctx) => {
    const soort = bytes === null ? null : soortCsv(bytes, pad)
    const uitkomst = await leesSoort(ctx, soort, bytes)
    const fout = uitkomst.fouten[0]
    await insertBestanden(ctx, rondeId, [
      {
        id: plek,
        naam,
        soort,
        afzender: null,
        ontvanger: null,
        identificatie: null,
        dagtekening: null,
        uitkomst: uitkomst.uitkomst === 'verwerkt' ? 'gelezen' : uitkomst.uitkomst,
        berichtId: null,
        code: fout?.code ?? null,
        melding: fout?.melding ?? null,
        plaats: rijTekst(fout),
      },
    ]).execute(ctx.db)
    await bewaarFouten(ctx, rondeId, plek, uitkomst.fouten.slice(1, MAX_FOUTEN))
    const telling = telCsv(uitkomst)
    await telVoortgang(ctx, rondeId, telling, gelezen)
    const rijen = uitkomst.nieuw + uitkomst.gewijzigd + uitkomst.ongewijzigd
    const wachtvraag =
      uitkomst.sleutels.length === 0 ? null : { rondeId, bestandId: plek, rijen, soort, sleutels: uitkomst.sleutels }
    return { telling, wachtvraag: wachtvraag as Wachtvraag | null }
  })
}

/** Notes which rows still wait, once per code: the file counts as wachtend when all of them do. */
export async function meldWachtend(ctx: Context, vraag: Wachtvraag) {
  await inTransaction(ctx, async (ctx) => {
    const wachtend =
      vraag.soort === 'overeenkomsten'
        ? await wachtendeOvereenkomsten(ctx, vraag.sleutels)
        : await wachtendeEvaluaties(ctx, vraag.sleutels)
    if (wachtend.length === 0) {
      return
    }
    if (new Set(wachtend.map(({ rij }) => rij)).size === vraag.sleutels.length) {
      const { code, melding } = samenvatting(wachtend.filter((fout) => fout.code === wachtend[0]!.code))
      await sql`update inleesbestand set code = ${code}, melding = ${melding}
        where regio_id = ${ctx.regioId} and ronde_id = ${vraag.rondeId} and id = ${vraag.bestandId}`.execute(ctx.db)
    } else {
      const codes = [...new Set(wachtend.map(({ code }) => code))]
      await bewaarFouten(
        ctx,
        vraag.rondeId,
        vraag.bestandId,
        codes.map((code) => samenvatting(wachtend.filter((fout) => fout.code === code))),
      )
    }
  })
}

async function leesSoort(ctx: Context, soort: CsvSoort | null, bytes: Uint8Array | null) {
  if (bytes === null) {
    return weiger('te-groot', 'Het bestand is groter dan 200 MB. Splits het en lees de delen in.')
  }
  if (soort === null) {
    const melding =
      'Aan de kolommen en de naam is niet te zien wat dit is. Zet aanbieders, overeenkomsten, evaluaties of cto in de naam.'
    return weiger('csv-kolommen', melding)
  }
  if (!mag(ctx.actor, rechten[soort])) {
    return weiger('geen-recht', 'Met uw rol mag u dit bestand niet inlezen. Vraag een collega die dat wel mag.')
  }
  switch (soort) {
    case 'aanbieders':
      return { ...(await leesAanbiedersIn(ctx, bytes)), sleutels: [] }
    case 'overeenkomsten':
      return leesOvereenkomstenIn(ctx, bytes)
    case 'evaluaties':
      return leesEvaluatiesIn(ctx, bytes)
    case 'cto':
      return leesCtoIn(ctx, bytes)
  }
}

function weiger(code: string, melding: string) {
  return { ...afgekeurdeCsv([{ code, melding, rij: null }]), sleutels: [] }
}

function samenvatting(fouten: readonly CsvFout[]): CsvFout {
  const [eerste, ...rest] = fouten
  return rest.length === 0
    ? eerste!
    : { ...eerste!, melding: `${eerste!.melding} Dit geldt ook voor ${rest.length} andere rijen.` }
}

async function bewaarFouten(ctx: Context, rondeId: string, bestandId: number, fouten: readonly CsvFout[]) {
  if (fouten.length === 0) {
    return
  }
  const rijen = fouten.map((fout, plek) => [plek + 1, fout.code, fout.melding, rijTekst(fout)])
  const [volgnr, code, melding, plaats] = kolommen(4, rijen)
  await sql`insert into inleesfout (regio_id, ronde_id, bestand_id, volgnr, code, melding, plaats)
    select ${ctx.regioId}, ${rondeId}::uuid, ${bestandId}::bigint, u.* from unnest(${volgnr}::int[], ${code}::text[], ${melding}::text[],
      ${plaats}::text[]) as u`.execute(ctx.db)
}

function rijTekst(fout: CsvFout | undefined): string | null {
  return fout?.rij === undefined || fout.rij === null ? null : `rij ${fout.rij}`
}

function telCsv({ uitkomst }: CsvUitkomst): Telling {
  return {
    bestanden: 1,
    verwerkt: Number(uitkomst === 'verwerkt'),
    dubbel: Number(uitkomst === 'dubbel'),
    afgekeurd: Number(uitkomst === 'afgekeurd'),
  }
}
