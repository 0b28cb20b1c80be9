import { sql } from 'kysely'
import { berekenKpis } from '../src/domain/check/kpi/bereken-kpis.ts'
import type { Context } from '../src/platform/context.ts'
import { maakRegels } from './kpi-regels.ts'

export const EIGEN = { agb: '98990101', naam: 'Stichting Veenlicht' }
export const ANDER = { agb: '98990108', naam: 'Coöperatie Dijk & Doen' }

export type Cijfer = { id: string; agb: string; aanbiederId: string; waarde: string | null }

/**
 * Figures over 2025 in Purmerend/Edam-Volendam: at EIGEN seven of ten clients started in time (70.0 %, below the norm) and each
 * gives an 8 (below 8.5); at ANDER all ten started in time. Gives the results of "start zorg" by AGB.
 */
export async function maakCijfers(ctx: Context): Promise<Record<string, Cijfer>> {
  const regels = maakRegels(ctx)
  for (const [plek, { agb, naam }] of [EIGEN, ANDER].entries()) {
    await regels.aanbieder(agb, naam)
    for (let i = 1; i <= 10; i++) {
      const [nummer, client] = [100 * plek + i, `${plek.toString()}${i.toString()}`]
      const laat = agb === EIGEN.agb && i > 7
      await regels.toewijzing({ nummer, client, agb, ingang: '2025-03-01', moment: '2025-02-20 10:00' })
      await regels.start({ nummer, client, agb, begin: laat ? '2025-05-10' : '2025-03-11' })
      if (agb === EIGEN.agb) {
        await regels.respons({ nummer, datum: '2025-10-01', veldwerkEinde: '2025-10-16', cijfer: '8,0' })
      }
    }
  }
  await berekenKpis(ctx, {})
  const { rows } = await sql<Cijfer>`select id, agb, aanbieder_id, waarde from kpi_uitkomst
    where regio_id = ${ctx.regioId} and jaar = 2025 and kpi = 'start-zorg' and waarde is not null`.execute(ctx.db)
  return Object.fromEntries(rows.map((rij) => [rij.agb, rij]))
}
