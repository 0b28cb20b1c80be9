import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { zicht } from '../../rechten/zicht.ts'

type Keuze = { waarde: string; label: string }

const HOOGSTENS = 200

/** Aanbieders (by AGB; null when there are too many to choose from) and gemeenten (by code), by name. One query. */
export async function listKeuzes(ctx: Context): Promise<{ aanbieders: Keuze[] | null; gemeenten: Keuze[] }> {
  const { rows } = await sql<{ soort: string; waarde: string; label: string }>`
    (select 'aanbieder' as soort, agb as waarde, naam as label from aanbieder where ${zicht(ctx).aanbieder('aanbieder')} order by naam collate "nl-x-icu" limit ${HOOGSTENS + 1})
    union all (select 'gemeente', code, naam from gemeente where regio_id = ${ctx.regioId} order by naam collate "nl-x-icu")`.execute(
    ctx.db,
  )
  const kies = (gezocht: string) =>
    rows.flatMap(({ soort, waarde, label }) => (soort === gezocht ? [{ waarde, label }] : []))
  const aanbieders = kies('aanbieder')
  return { aanbieders: aanbieders.length > HOOGSTENS ? null : aanbieders, gemeenten: kies('gemeente') }
}
