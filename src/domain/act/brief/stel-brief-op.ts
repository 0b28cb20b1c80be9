import { sql } from 'kysely'
import { recordEvent } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import { invalid, notFound } from '../../../platform/errors.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { bevatBsn } from '../../begrippen/bsn.ts'
import { listGemeenten } from '../../plan/inrichting/queries.ts'
import { authorize } from '../../rechten.ts'
import { gevraagd, leesEigenDelen } from './eigen-delen.ts'
import { leesOntvangers, type Selectie } from './lees-ontvangers.ts'
import { findSjabloon } from './lees-sjablonen.ts'
import { zetNormen } from './normen-van-brief.ts'
import type { Sjabloon } from './sjabloon.ts'

export type Briefinvoer = {
  sjabloon: string
  onderwerp: string
  gemeente: string | null
  velden: Readonly<Record<string, string>>
  selectie: Selectie
  selectietekst: string
  /** Changed norms that it tells, as versions of definitions (LIF-15) */
  normen?: readonly string[]
}

/** A fault of one field, for the page; the message of the whole names the first. */
export type Veldgebrek = { veld: string; melding: string }

/** What is missing in a letter before it can be written down; empty: nothing. */
export function toetsInvoer(
  { velden, soort }: Sjabloon,
  { onderwerp, velden: waarden }: Pick<Briefinvoer, 'onderwerp' | 'velden'>,
  vandaag: Temporal.PlainDate,
): Veldgebrek[] {
  const gebreken: Veldgebrek[] = []
  const eis = (goed: boolean, veld: string, melding: string) => {
    if (!goed) gebreken.push({ veld, melding })
  }
  eis(onderwerp.trim() !== '' && onderwerp.length <= 200, 'onderwerp', 'Vul een onderwerp in van hooguit 200 tekens')
  for (const veld of velden) {
    if (veld.soort === 'termijn') continue
    const waarde = waarden[veld.code]?.trim() ?? ''
    eis(!veld.verplicht || waarde !== '', veld.code, `Vul in: ${veld.naam.toLowerCase()}`)
    eis(waarde.length <= 8000, veld.code, 'Gebruik hooguit 8.000 tekens')
    eis(
      !bevatBsn(waarde),
      veld.code,
      'Hier staat een getal van negen cijfers dat een burgerservicenummer kan zijn. Haal dat getal weg',
    )
    if (veld.soort === 'datum' && waarde !== '') {
      const dag = leesDag(waarde)
      eis(dag !== null, veld.code, 'Vul een bestaande datum in, bijvoorbeeld 13 nov 2026')
      // LIF-15: told before it takes effect
      if (soort === 'D57' && veld.code === 'ingang' && dag !== null) {
        eis(
          Temporal.PlainDate.compare(dag, vandaag) > 0,
          veld.code,
          'Een wijziging wordt medegedeeld voordat zij ingaat. Kies een latere datum',
        )
      }
    }
  }
  return gebreken
}

function leesDag(iso: string): Temporal.PlainDate | null {
  try {
    return Temporal.PlainDate.from(iso)
  } catch {
    return null
  }
}

/**
 * Writes a letter from a template for a selection of aanbieders (COM-02): a concept, with its addressees as they are now. An aanbieder of
 * whom what the letter must say is not there is left out. Throws 403, 404, 422.
 */
export function stelBriefOp(ctx: Context, invoer: Briefinvoer): Promise<string> {
  return inTransaction(ctx, async (ctx) => {
    await authorize(ctx, 'brief:opstellen')
    const { sjabloon, regelsetdeelId } = await findSjabloon(ctx, invoer.sjabloon)
    const [gebrek] = toetsInvoer(sjabloon, invoer, ctx.today)
    if (gebrek) throw invalid(`${gebrek.melding}.`)
    const { gemeente } = invoer
    if (gemeente !== null && !(await listGemeenten(ctx)).some(({ code }) => code === gemeente))
      throw notFound('Deze gemeente')

    const delen = gevraagd(sjabloon)
    const eigen = await leesEigenDelen(ctx, delen, Number(invoer.velden['jaar'] ?? '') || null)
    const gekozen = await leesOntvangers(ctx, invoer.selectie)
    const ontvangers = delen.length === 0 ? gekozen : gekozen.filter(({ aanbiederId }) => eigen.has(aanbiederId))
    if (ontvangers.length === 0) {
      throw invalid(
        gekozen.length === 0
          ? 'Bij deze keuze hoort geen enkele aanbieder. Kies ruimer.'
          : 'Van geen van deze aanbieders is er wat in deze brief moet staan. Leg dat eerst vast, of kies een ander jaar.',
      )
    }
    const { naam, soort, wijze, aangetekend, taak, alineas, velden } = sjabloon
    const waarden = Object.fromEntries(
      velden.flatMap(({ code }) => (invoer.velden[code] ? [[code, invoer.velden[code].trim()]] : [])),
    )
    const { rows } = await sql<{
      id: string
    }>`insert into brief (regio_id, sjabloon, regelsetdeel_id, soort, naam, onderwerp, gemeente_code, velden,
        alineas, selectie, wijze, aangetekend, taak, opgesteld_op, opgesteld_door)
      values (${ctx.regioId}, ${sjabloon.code}, ${regelsetdeelId}, ${soort}, ${naam}, ${invoer.onderwerp.trim()}, ${gemeente},
        ${JSON.stringify(waarden)}::jsonb, ${JSON.stringify(alineas)}::jsonb, ${invoer.selectietekst}, ${wijze}, ${aangetekend}, ${taak},
        ${ctx.now}, ${ctx.actor.id}) returning id`.execute(ctx.db)
    const id = rows[0]!.id
    await zetNormen(ctx, id, soort, invoer.normen ?? [])
    const rijen = ontvangers.map((een) => ({ ...een, eigen: eigen.get(een.aanbiederId) ?? {} }))
    await sql`insert into brief_ontvanger (regio_id, brief_id, aanbieder_id, agb, tav, email, eigen)
      select ${ctx.regioId}, ${id}, x."aanbiederId", x.agb, x.tav, x.email, x.eigen
      from jsonb_to_recordset(${JSON.stringify(rijen)}::jsonb) as x ("aanbiederId" uuid, agb text, tav text, email text, eigen jsonb)`.execute(
      ctx.db,
    )
    await recordEvent(ctx, {
      soort: 'brief:opgesteld',
      onderwerp: { type: 'brief', id },
      gegevens: {
        soort,
        onderwerp: invoer.onderwerp.trim(),
        selectie: invoer.selectietekst,
        ontvangers: ontvangers.length,
      },
    })
    return id
  })
}
