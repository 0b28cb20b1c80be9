import { makeContext, OPDRACHTREGEL, type Diensten } from '../diensten.ts'
import { beginInzage } from '../domain/check/inzage/begin-inzage.ts'
import { leesRegels } from '../domain/check/inzage/lees-regels.ts'
import { maakBron, maakSpans, type Otlpspan } from '../domain/check/inzage/otlp.ts'
import { authorize } from '../domain/rechten.ts'
import type { Context } from '../platform/context.ts'
import { Stop } from '../platform/errors.ts'
import { legInzageVast, makeInzage } from '../platform/inzage.ts'
import { inReadTransaction } from '../platform/transaction.ts'
import { kiesRegio } from './regio.ts'

/**
 * Prints what was recorded of reading cases from `--van` up to and including `--tot`, as OTLP JSON: one object per line, each an
 * ExportTraceServiceRequest. Printing it is recorded first.
 */
export async function inzageUitvoeren(
  diensten: Diensten,
  opties: { regio?: string; van?: string; tot?: string },
): Promise<number> {
  const vanaf = leesDag('van', opties.van)
  const tot = leesDag('tot', opties.tot)
  const regio = await kiesRegio(diensten.db, opties.regio)
  const inzage = makeInzage(diensten.clock.now())
  const buiten = { ...makeContext(diensten, regio.id, OPDRACHTREGEL), inzage }
  beginInzage(buiten, 'inzage:uitgevoerd', { altijd: true })
  inzage.taak = { soort: 'opdracht', id: `${vanaf.toString()} ${tot.toString()}` }
  const regels = await inReadTransaction(buiten, async (ctx) => {
    await authorize(ctx, 'inzage:lezen')
    return maakRegels(ctx, vanaf, tot)
  })
  await legInzageVast(diensten.db, buiten, diensten.clock.now())
  for (const regel of regels) console.log(regel)
  return 0
}

// So many lines of the log in one object.
const PER_REGEL = 1000

async function maakRegels(ctx: Context, vanaf: Temporal.PlainDate, tot: Temporal.PlainDate): Promise<string[]> {
  const regels: string[] = []
  let groep: { resource: Record<string, string>; spans: Otlpspan[] } | undefined
  let vorige: number | undefined
  const schrijf = () => {
    if (groep) regels.push(JSON.stringify({ resourceSpans: [maakBron(groep.resource, groep.spans)] }))
    groep = undefined
  }
  for await (const regel of leesRegels(ctx, { vanaf, tot })) {
    const andereBron = groep?.resource['service.instance.id'] !== regel.resource['service.instance.id']
    if (andereBron || (groep?.spans.length ?? 0) >= PER_REGEL) schrijf()
    groep ??= { resource: regel.resource, spans: [] }
    groep.spans.push(...maakSpans(regel, regel.id !== vorige))
    vorige = regel.id
  }
  schrijf()
  return regels
}

function leesDag(naam: string, tekst: string | undefined): Temporal.PlainDate {
  try {
    return Temporal.PlainDate.from(/^\d{4}-\d{2}-\d{2}$/.test(tekst ?? '') ? tekst! : '', { overflow: 'reject' })
  } catch {
    throw new Stop(`Schrijf bij --${naam} een dag, bijvoorbeeld --${naam} 2026-11-22.`)
  }
}
