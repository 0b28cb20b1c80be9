import { sql } from 'kysely'
import { z } from 'zod'
import { recordEvent } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import { conflict, invalid, notFound } from '../../../platform/errors.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { vrijeTekst } from '../../begrippen/vrije-tekst.ts'
import type { Kpicode } from '../../check/kpi/kpi-definitie.ts'
import { findNormwijziging, listIngelicht } from '../../check/kpi/list-mededelingen.ts'
import { noteerMededeling } from '../../check/kpi/noteer-mededeling.ts'
import { enqueue } from '../../jobs.ts'
import { authorize } from '../../rechten.ts'

export const Mededelinginvoer = z.object({
  aanbieders: z.array(z.uuid()).min(1, 'Kies aan wie de norm is verteld'),
  kanaal: z.enum(['website', 'mail', 'post', 'bijeenkomst', 'anders'], 'Kies hoe het is verteld'),
  datum: z.custom<Temporal.PlainDate>(
    (waarde) => waarde instanceof Temporal.PlainDate,
    'Vul de dag in waarop zij het wisten, bijvoorbeeld 13 nov 2026',
  ),
  toelichting: vrijeTekst(1000).pipe(z.string().min(1, 'Schrijf op waar dit uit blijkt')),
})
export type Mededelinginvoer = z.infer<typeof Mededelinginvoer>

/**
 * Records by hand that a changed norm was told, in another way than by a letter of Overlap: the communication record of LIF-15, and
 * as every other thing that was told among what was told (COM-01). Throws 403, 404, 422.
 */
export function vertelNorm(ctx: Context, kpi: Kpicode, versie: number, invoer: Mededelinginvoer): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    await authorize(ctx, 'publicatie:plaatsen')
    const { aanbieders, kanaal, datum, toelichting } = invoer
    if (Temporal.PlainDate.compare(datum, ctx.today) > 0)
      throw invalid('Leg vast wat is verteld als het is verteld. Kies een dag die niet in de toekomst ligt.')
    const wijziging = await findNormwijziging(ctx, kpi, versie)
    const gekozen = (await listIngelicht(ctx, wijziging)).filter(({ aanbiederId }) => aanbieders.includes(aanbiederId))
    if (gekozen.length !== new Set(aanbieders).size) throw notFound('Deze aanbieder')
    const { id, naam } = wijziging.nieuw
    await noteerMededeling(ctx, { normen: [id], aanbieders: gekozen, datum, kanaal, toelichting, documentId: null })
    const wie =
      gekozen.length === 1
        ? gekozen[0]!.aanbieder
        : `${String(gekozen.length)} aanbieders, met naam vastgelegd bij de norm`
    await sql`insert into publicatie (regio_id, titel, tekst, doelgroep, doelgroep_tekst, kanaal, datum, vastgelegd_op, vastgelegd_door)
      values (${ctx.regioId}, ${`Gewijzigde norm: ${naam}`}, ${toelichting}, 'selectie', ${wie}, ${kanaal}, ${datum}, ${ctx.now},
        ${ctx.actor.naam})`.execute(ctx.db)
    await recordEvent(ctx, {
      soort: 'norm:verteld',
      onderwerp: { type: 'regelsetdeel', id: `kpi-${kpi}` },
      gegevens: {
        versie,
        kanaal,
        datum: datum.toString(),
        toelichting,
        aanbieders: gekozen.map(({ agb }) => agb),
      },
    })
  })
}

/** Takes back a record by hand that was wrong; that it was there stays. A letter of Overlap is its own proof. Throws 403, 404, 409. */
export function trekMededelingIn(ctx: Context, kpi: Kpicode, versie: number, id: string): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    await authorize(ctx, 'publicatie:plaatsen')
    const { nieuw } = await findNormwijziging(ctx, kpi, versie)
    const { rows } = await sql<{
      agb: string
      brief: boolean
      weg: boolean
    }>`select m.agb, m.document_id is not null as brief,
        m.ingetrokken_op is not null as weg
      from normmededeling m where m.regio_id = ${ctx.regioId} and m.id = ${id} and m.regelsetdeel_id = ${nieuw.id} for update`.execute(
      ctx.db,
    )
    const [rij] = rows
    if (!rij) throw notFound('Deze mededeling')
    if (rij.brief) throw conflict('Deze mededeling volgt uit een verzonden brief en kan niet worden ingetrokken.')
    if (rij.weg) throw conflict('Deze mededeling is al ingetrokken.')
    await sql`update normmededeling set ingetrokken_op = ${ctx.now}, ingetrokken_door = ${ctx.actor.naam}
      where regio_id = ${ctx.regioId} and id = ${id}`.execute(ctx.db)
    await enqueue(ctx, 'bereken-kpis', { regioId: ctx.regioId }, `bereken-kpis:${ctx.regioId}`)
    await recordEvent(ctx, {
      soort: 'norm:mededeling-ingetrokken',
      onderwerp: { type: 'regelsetdeel', id: `kpi-${kpi}` },
      gegevens: { versie, aanbieder: rij.agb },
    })
  })
}
