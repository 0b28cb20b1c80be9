import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { invalid, notFound } from '../../../platform/errors.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { authorize } from '../../rechten.ts'
import { zicht } from '../../rechten/zicht.ts'
import { planTermijn, type Termijnregel, type Wie } from './plan-termijn.ts'
import type { Termijninvoer } from './termijninvoer.ts'

/**
 * Puts a term of one's own in the calendar (CAT-05, TRM-01): on a day, or counted from one; gives its id. 404 for an aanbieder,
 * overeenkomst or colleague that is not there, 422 when they do not go together.
 */
export function legTermijnVast(ctx: Context, invoer: Termijninvoer): Promise<string> {
  return inTransaction(ctx, async (ctx) => {
    await authorize(ctx, 'termijn:vastleggen')
    const over = await keurOver(ctx, invoer)
    const { id } = await planTermijn(ctx, {
      bron: 'hand',
      bronId: randomUUID(),
      titel: invoer.titel,
      regel: regelVan(invoer),
      startdatum: invoer.wanneer.soort === 'geteld' ? invoer.wanneer.start : ctx.today,
      startgebeurtenis: invoer.wanneer.soort === 'geteld' ? 'de dag die is ingevuld' : 'de afspraak',
      wie: await wieVan(ctx, invoer, over.aanbiederId),
      over,
      gevolg: invoer.toelichting,
      aard: invoer.aard,
      ...(invoer.wie.soort === 'aanbieder' && { bijVerstrijken: 'maak-termijnbevinding' }),
    })
    await sql`update termijn set gepland_door = ${ctx.actor.naam} where regio_id = ${ctx.regioId} and id = ${id}`.execute(
      ctx.db,
    )
    return id
  })
}

function regelVan({ titel, wanneer }: Termijninvoer): Termijnregel {
  if (wanneer.soort === 'dag') return { datum: wanneer.datum }
  const { lengte, eenheid, doorrollen } = wanneer
  const schuift = doorrollen && (eenheid === 'kalenderdagen' || eenheid === 'weken')
  const looptijd = { eenheid, lengte, richting: 'vooruit', doorrollen: schuift ? 'volgende werkdag' : 'niet' } as const
  return { looptijd, naam: titel, bron: null }
}

// An overeenkomst brings its aanbieder along.
async function keurOver(ctx: Context, { aanbiederId, overeenkomstId }: Termijninvoer) {
  if (overeenkomstId !== null) {
    const { rows } = await sql<{ aanbiederId: string | null }>`select o.aanbieder_id from overeenkomst o
      where ${zicht(ctx).overeenkomst('o')} and o.id = ${overeenkomstId}`.execute(ctx.db)
    if (!rows[0]) throw notFound('Deze overeenkomst')
    const van = rows[0].aanbiederId
    if (aanbiederId !== null && van !== aanbiederId) {
      throw invalid('Deze overeenkomst is van een andere aanbieder.', 'overeenkomst')
    }
    return { aanbiederId: van, overeenkomstId }
  }
  if (aanbiederId === null) return { aanbiederId, overeenkomstId }
  const { rows } =
    await sql`select from aanbieder a where ${zicht(ctx).aanbieder('a')} and a.id = ${aanbiederId}`.execute(ctx.db)
  if (rows.length === 0) throw notFound('Deze aanbieder')
  return { aanbiederId, overeenkomstId }
}

async function wieVan(ctx: Context, { wie }: Termijninvoer, aanbiederId: string | null): Promise<Wie> {
  if (wie.soort === 'aanbieder') {
    if (aanbiederId === null) throw invalid('Kies om welke aanbieder het gaat.', 'aanbieder')
    return { kant: 'aanbieder' }
  }
  if (wie.soort === 'rol') return { kant: 'regio', rol: wie.rol }
  const { rows } = await sql`select from gebruiker g where g.regio_id = ${ctx.regioId} and g.id = ${wie.gebruikerId}
    and g.uitgeschakeld_op is null and exists (select from roltoewijzing r where r.regio_id = g.regio_id and r.gebruiker_id = g.id
      and r.agb is null and r.ingetrokken_op is null)`.execute(ctx.db)
  if (rows.length === 0) throw notFound('Deze collega')
  return { kant: 'regio', rol: 'contractmanager', gebruikerId: wie.gebruikerId }
}
