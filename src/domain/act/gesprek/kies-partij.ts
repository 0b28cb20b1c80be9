import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { invalid, notFound } from '../../../platform/errors.ts'
import { zicht } from '../../rechten/zicht.ts'
import { findAanbieder } from '../../plan/aanbieder/queries.ts'
import { listGebruikers, listGemeenten } from '../../plan/inrichting/queries.ts'
import type { Gespreksinvoer } from './gesprek.ts'
import type { Gesprekssoort } from './gespreksregels.ts'
import { kiesVoorzitter } from './kies-voorzitter.ts'

type Partij = {
  naam: string
  aanbiederId: string | null
  agb: string | null
  gemeenteCode: string | null
  eigenaarId: string
  overeenkomstIds: string[]
}

/** With whom a meeting of this kind is, and who leads it: the contractmanager of the aanbieder, else who plans it; ROL-20. */
export async function kiesPartij(
  ctx: Context,
  soort: Gesprekssoort,
  { aanbiederId, gemeenteCode, overeenkomstIds }: Gespreksinvoer,
): Promise<Partij> {
  const leeg = {
    naam: '',
    aanbiederId: null,
    agb: null,
    gemeenteCode: null,
    eigenaarId: ctx.actor.id,
    overeenkomstIds: [],
  }
  if (soort.partij === 'intern') return leeg
  if (soort.partij === 'opdrachtgever') {
    const gemeente = (await listGemeenten(ctx)).find(({ code }) => code === gemeenteCode)
    if (!gemeente) throw invalid('Kies met welke gemeente het overleg is.', 'gemeenteCode')
    return { ...leeg, naam: gemeente.naam, gemeenteCode: gemeente.code }
  }
  if (aanbiederId === '') throw invalid('Kies met welke aanbieder het gesprek is.', 'aanbiederId')
  const aanbieder = await findAanbieder(ctx, aanbiederId)
  const wie = { contractmanagerId: aanbieder.contractmanagerId, plannerId: ctx.actor.id }
  const contractmanagers = soort.voorzitter ? await listGebruikers(ctx, [soort.voorzitter]) : []
  const eigenaarId = kiesVoorzitter(soort, wie, new Set(contractmanagers.map(({ id }) => id)))
  if (eigenaarId === undefined) {
    throw invalid('De contractmanager zit dit gesprek voor. Wijs eerst een contractmanager aan.', 'aanbiederId')
  }
  return {
    ...leeg,
    naam: aanbieder.naam,
    aanbiederId,
    agb: aanbieder.agb,
    eigenaarId,
    overeenkomstIds: await kiesOvereenkomsten(ctx, aanbiederId, overeenkomstIds),
  }
}

// CLS-12: without a choice all that run, so that one meeting covers them.
async function kiesOvereenkomsten(ctx: Context, aanbiederId: string, gekozen: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{
    id: string
    loopt: boolean
  }>`select o.id, o.begindatum <= ${ctx.today} and o.loopt_tot >= ${ctx.today} as loopt
    from overeenkomst o where ${zicht(ctx).overeenkomst('o')} and o.aanbieder_id = ${aanbiederId} order by o.nummer`.execute(
    ctx.db,
  )
  if (gekozen.some((id) => !rows.some((rij) => rij.id === id))) throw notFound('Een van deze overeenkomsten')
  return gekozen.length > 0 ? [...new Set(gekozen)] : rows.filter(({ loopt }) => loopt).map(({ id }) => id)
}
