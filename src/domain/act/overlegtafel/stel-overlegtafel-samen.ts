import { sql } from 'kysely'
import { recordEvent } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { listSubregios } from '../../plan/inrichting/queries.ts'
import { authorize } from '../../rechten.ts'
import { leesKandidaten, type Tafelkandidaat } from './lees-kandidaten.ts'
import { leesTafelregels } from './lees-tafelregels.ts'
import { keurVersie, lockOverlegtafel, zetTafel } from './lock-overlegtafel.ts'
import { stelSamen, type Plaats } from './stel-samen.ts'

/**
 * Proposes who is invited (FRM-09) and keeps what the proposal was made of. Composing again starts anew: earlier deviations go, and stay
 * in the audit trail only. `gezien`: the version somebody saw, so that a deviation of a colleague is never lost unseen. 404 or 409.
 */
export function stelOverlegtafelSamen(ctx: Context, id: string, gezien: number): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    await authorize(ctx, 'overlegtafel:organiseren')
    const tafel = await lockOverlegtafel(ctx, id, 'samenstellen')
    keurVersie(tafel, gezien)
    const { id: regelsId, versie, regels } = await leesTafelregels(ctx)
    const { rows: producten } = await sql<{ categorie: string }>`select categorie from overlegtafel_product
      where regio_id = ${ctx.regioId} and overlegtafel_id = ${id}`.execute(ctx.db)
    const subregioIds = (await listSubregios(ctx))
      .map((subregio) => subregio.id)
      .filter((subregio) => tafel.subregioId === null || tafel.subregioId === subregio)
    const categorieen = producten.map(({ categorie }) => categorie)
    const vraag = { overlegtafelId: id, categorieen, subregioIds, datum: tafel.datum }
    const kandidaten = await leesKandidaten(ctx, vraag, regels)
    const plaatsen = stelSamen(kandidaten, subregioIds, regels)

    await sql`delete from overlegtafel_kandidaat where regio_id = ${ctx.regioId} and overlegtafel_id = ${id}`.execute(
      ctx.db,
    )
    await insertKandidaten(ctx, id, kandidaten, plaatsen)
    await zetTafel(ctx, id, { samengesteldOp: ctx.now, samengesteldVoor: tafel.datum, regelsId })
    await recordEvent(ctx, {
      soort: 'overlegtafel:samengesteld',
      onderwerp: { type: 'overlegtafel', id },
      gegevens: {
        regels: versie,
        relevant: kandidaten.length,
        voorgesteld: plaatsen.filter(({ uitgenodigd }) => uitgenodigd).map(({ aanbiederId }) => aanbiederId),
      },
    })
  })
}

async function insertKandidaten(
  ctx: Context,
  overlegtafelId: string,
  kandidaten: readonly Tafelkandidaat[],
  plaatsen: readonly Plaats[],
) {
  if (plaatsen.length === 0) return
  const van = new Map(kandidaten.map((kandidaat) => [kandidaat.aanbiederId, kandidaat]))
  await ctx.db
    .insertInto('overlegtafelKandidaat')
    .values(
      plaatsen.map(({ aanbiederId, uitgenodigd, reden }, volgorde) => {
        const { klasse, omvang, subregioId, clienten, laatstUitgenodigdOp, uitgesloten } = van.get(aanbiederId)!
        return {
          regioId: ctx.regioId,
          overlegtafelId,
          aanbiederId,
          volgorde,
          klasse,
          omvang: JSON.stringify(omvang),
          subregioId,
          clienten,
          laatstUitgenodigdOp,
          uitgesloten,
          voorgesteld: uitgenodigd,
          reden: JSON.stringify(reden),
        }
      }),
    )
    .execute()
}
