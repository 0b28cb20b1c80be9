import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import type { CsvFout } from '../../begrippen/csv.ts'
import { datumzin } from '../../begrippen/datumzin.ts'
import type { Overeenkomstinvoer } from './groepeer-overeenkomsten.ts'

type Besloten = {
  nummer: string
  einddatum: Temporal.PlainDate
  verlengingMaanden: number
  verlengd: number
  looptTot: Temporal.PlainDate
}

/**
 * What was decided about extending stands on the end date of then (CTR-10): a file may not move that date, nor the options that were
 * used. The usual cause is a file whose einddatum already holds the extension, which would then count twice.
 */
export async function keurVerlengd(ctx: Context, invoer: readonly Overeenkomstinvoer[]): Promise<CsvFout[]> {
  const { rows } =
    await sql<Besloten>`select nummer, einddatum, verlenging_maanden, verlengd, loopt_tot from overeenkomst
    where regio_id = ${ctx.regioId} and nummer = any(${invoer.map(({ nummer }) => nummer)}::text[])
      and (verlengd > 0 or niet_verlengd_op is not null)`.execute(ctx.db)
  const besloten = new Map(rows.map((rij) => [rij.nummer, rij]))
  return invoer.flatMap((overeenkomst) => {
    const bekend = besloten.get(overeenkomst.nummer)
    const zin = bekend && tegenspraak(overeenkomst, bekend)
    return zin ? [{ code: 'csv-waarde', melding: `Rij ${overeenkomst.rij}: ${zin}`, rij: overeenkomst.rij }] : []
  })
}

function tegenspraak(
  { einddatum, verlengingen, verlengingMaanden }: Overeenkomstinvoer,
  bekend: Besloten,
): string | undefined {
  const stand =
    bekend.verlengd === 0
      ? 'over de verlenging van deze overeenkomst is besloten'
      : `deze overeenkomst is verlengd tot en met ${datumzin(bekend.looptTot)}`
  const uitweg = 'Trek anders eerst het besluit over de verlenging in'
  if (einddatum !== bekend.einddatum.toString()) {
    return `${stand}. De einddatum in het bestand is die zonder verlengingen: ${datumzin(bekend.einddatum)}. ${uitweg}.`
  }
  if (bekend.verlengd > 0 && verlengingMaanden !== bekend.verlengingMaanden) {
    return `${stand}, met ${bekend.verlengingMaanden} maanden per verlenging. Laat dat aantal staan. ${uitweg}.`
  }
  return verlengingen < bekend.verlengd
    ? `${stand}; daarvoor ${bekend.verlengd === 1 ? 'is één verlenging' : `zijn ${bekend.verlengd} verlengingen`} gebruikt. Zet het aantal verlengingen niet lager. ${uitweg}.`
    : undefined
}
