import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { Kalender } from '../../begrippen/werkdagen.ts'
import { leesRegelsetdelen } from '../../plan/inrichting/lees-regelset.ts'
import { leesInhoud } from '../../plan/inrichting/regelset-inhoud.ts'
import { Termijnen } from '../../plan/inrichting/regelset.ts'
import { berekenMet } from '../../plan/kalender/berekening.ts'
import { lockKalender, volgBron, type Gevolgd, type Sluiting, type Weg } from '../../plan/kalender/volg-bron.ts'

/** The last day to establish the results of each measuring year of the contract phase that was not established yet (KPI-03). */
export function volgVaststelling(ctx: Context): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    await lockKalender(ctx)
    await volgBron(ctx, 'vaststelling', await leesJaren(ctx), (weg) => sluit(ctx, weg))
  })
}

async function leesJaren(ctx: Context): Promise<Gevolgd[]> {
  const delen = await leesRegelsetdelen(ctx, ['termijnen', 'feestdagen'], ctx.today)
  const termijn = leesInhoud(Termijnen, delen.termijnen.inhoud).termijnen.find(({ code }) => code === 'kpi-vaststellen')
  if (!termijn) return []
  const kalender = leesInhoud(Kalender, delen.feestdagen.inhoud)
  const { code, naam, bron, startgebeurtenis } = termijn
  const versie = `termijnen, versie ${delen.termijnen.versie}`
  const { rows } = await sql<{ jaar: number }>`select j.jaar from regio r
    cross join lateral generate_series(extract(year from r.contractfase_vanaf)::int, ${ctx.today.year}::int) as j (jaar)
    where r.id = ${ctx.regioId} and not exists (select from kpi_vaststelling v where v.regio_id = r.id and v.jaar = j.jaar)`.execute(
    ctx.db,
  )
  return rows.map(({ jaar }) => {
    const startdatum = new Temporal.PlainDate(jaar, 12, 31)
    return {
      bronId: String(jaar),
      sleutel: code,
      titel: `KPI’s over ${jaar} vaststellen`,
      aard: 'uiterlijk',
      code,
      startgebeurtenis,
      startdatum,
      berekend: berekenMet(termijn, startdatum, kalender, { regel: naam, bron, versie }),
      wie: { kant: 'regio', rol: 'contractmanager' },
      aanbiederId: null,
      overeenkomstId: null,
      gevolg: 'Vaststellen kan daarna nog, met de waarschuwing dat het te laat is.',
    }
  })
}

async function sluit(ctx: Context, weg: readonly Weg[]): Promise<Sluiting[]> {
  const { rows } = await sql<{ jaar: string; op: Temporal.PlainDate }>`select jaar::text,
      (min(vastgesteld_op) at time zone 'Europe/Amsterdam')::date as op
    from kpi_vaststelling where regio_id = ${ctx.regioId} group by jaar`.execute(ctx.db)
  const op = new Map(rows.map((rij) => [rij.jaar, rij.op]))
  return weg.map(({ id, bronId }) => ({
    id,
    op: op.get(bronId) ?? null,
    reden: op.has(bronId) ? 'Vastgesteld.' : 'Dit jaar valt buiten de contractfase.',
  }))
}
