import { makeContext, OPDRACHTREGEL, type Diensten } from '../diensten.ts'
import { listRegios } from '../domain/plan/inrichting/list-regios.ts'
import { leesAudit } from '../platform/audit-uitvoer.ts'
import { Stop } from '../platform/errors.ts'
import { kiesRegio } from './regio.ts'

type Opties = { regio?: string; van?: string; tot?: string; na?: string }

/**
 * Prints the audit trail of every region (or the one named), one JSON object a line: from `--van` up to and including `--tot` in Dutch
 * days, or after the number `--na` of one region. Without names and values.
 */
export async function auditUitvoeren(diensten: Diensten, opties: Opties): Promise<number> {
  const na = leesNummer(opties.na)
  const vanaf = leesDag('van', opties.van)
  const voor = leesDag('tot', opties.tot, { days: 1 })
  const regios =
    opties.regio === undefined && na === undefined
      ? await listRegios(diensten.db)
      : [await kiesRegio(diensten.db, opties.regio)]
  for (const { id, naam } of regios) {
    const ctx = makeContext(diensten, id, OPDRACHTREGEL)
    for await (const { json } of leesAudit(ctx, naam, { na: na ?? 0, vanaf, voor })) console.log(json)
  }
  return 0
}

function leesNummer(tekst: string | undefined): number | undefined {
  if (tekst !== undefined && !/^\d{1,15}$/.test(tekst)) {
    throw new Stop('Schrijf bij --na het nummer van de laatste regel die u al hebt, bijvoorbeeld --na 1200.')
  }
  return tekst === undefined ? undefined : Number(tekst)
}

function leesDag(naam: string, tekst: string | undefined, erbij: { days: number } = { days: 0 }) {
  if (tekst === undefined) return undefined
  try {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(tekst)) throw new RangeError(tekst)
    return Temporal.PlainDate.from(tekst, { overflow: 'reject' })
      .add(erbij)
      .toZonedDateTime('Europe/Amsterdam')
      .toInstant()
  } catch {
    throw new Stop(`Schrijf bij --${naam} een dag, bijvoorbeeld --${naam} 2026-11-22.`)
  }
}
