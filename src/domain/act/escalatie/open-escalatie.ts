import { sql } from 'kysely'
import { recordEvent } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import { invalid } from '../../../platform/errors.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { beoordeelBevinding } from '../../check/bevinding/beoordeel-bevinding.ts'
import { authorize } from '../../rechten.ts'
import { bewaarZaak } from './bewaar-zaak.ts'
import { doeStap } from './doe.ts'
import { hoogte } from './ladder.ts'
import { leesLadder } from './lees-ladder.ts'
import { leesFeiten } from './lees-zaak.ts'
import { findPartij, lockAanleiding } from './lock-aanleiding.ts'
import { vereisMandaatStap } from './vereis-mandaat-stap.ts'
import { eisUitkomst } from './weiger-stap.ts'
import { nieuweZaak, type Zet } from './zaak.ts'

export type Opening = {
  aanbiederId: string
  overeenkomstId?: string | undefined
  subregioId?: string | undefined
  bevindingId?: string | undefined
  titel: string
  zet: Omit<Zet, 'partij' | 'door'>
}

/**
 * Opens a case on the ladder of the region (ESA-01, ESB-01, AMB-33), from a finding or by hand; what the finding is about goes along
 * and its decision becomes "escaleren". Gives the id. Throws 403 without mandate, 404, 409 when the finding already led to a case
 * that runs or is closed, 422 with what is missing.
 */
export function openEscalatie(ctx: Context, opening: Opening): Promise<string> {
  return inTransaction(ctx, async (ctx) => {
    await authorize(ctx, 'escalatie:stap-zetten')
    const titel = opening.titel.trim()
    if (titel === '') throw invalid('Schrijf in een zin op waar de escalatie over gaat.')
    const bevinding = opening.bevindingId === undefined ? null : await lockAanleiding(ctx, opening.bevindingId)
    const aanbiederId = bevinding?.aanbiederId ?? opening.aanbiederId
    const overeenkomstId = bevinding?.overeenkomstId ?? opening.overeenkomstId ?? null
    const subregioId = bevinding?.subregioId ?? opening.subregioId ?? null
    const { agb } = await findPartij(ctx, aanbiederId, overeenkomstId)
    const { id: regelsetdeelId, ladder } = await leesLadder(ctx)
    const zet: Zet = { ...opening.zet, partij: 'opdrachtgever', door: ctx.actor.id }
    const feiten = await leesFeiten(ctx, agb, ladder)
    const { taken, bevoegdheid } = await vereisMandaatBekend(ctx, ladder, zet, overeenkomstId)
    const { zaak } = eisUitkomst(doeStap(ladder, nieuweZaak, zet, taken, feiten))

    const id = await insertZaak(
      ctx,
      { agb, aanbiederId, overeenkomstId, subregioId, regelsetdeelId, titel },
      opening.bevindingId,
      {
        toestand: zaak.toestand!,
        hoogte: hoogte(ladder, zaak.toestand),
      },
    )
    const rij = {
      id,
      nummer: '',
      aanbiederId,
      agb,
      overeenkomstId,
      regelsetdeelId,
      titel,
      toestand: zaak.toestand!,
      vorige: null,
      beurt: 0,
      openStand: null,
      versie: 1,
    }
    await bewaarZaak(ctx, { rij, ladder, zaak: nieuweZaak, feiten, voorstelId: null }, zaak, { bevoegd: bevoegdheid })
    if (opening.bevindingId !== undefined) {
      await beoordeelBevinding(ctx, opening.bevindingId, { besluit: 'escaleren', reden: zet.motivering })
    }
    await recordEvent(ctx, {
      soort: 'escalatie:geopend',
      onderwerp: { type: 'escalatie', id },
      gegevens: {
        titel,
        aanbiederId,
        bevindingId: opening.bevindingId ?? null,
        stap: zet.overgang,
        naar: zaak.toestand,
        ...bevoegdheid,
      },
    })
    return id
  })
}

/** An unknown step has no tasks to ask for: the rules refuse it. */
async function vereisMandaatBekend(...[ctx, ladder, zet, overeenkomstId]: Parameters<typeof vereisMandaatStap>) {
  if (!ladder.overgangen.some(({ code, van }) => code === zet.overgang && van.length === 0)) {
    throw invalid('Kies hoe de escalatie begint.')
  }
  return vereisMandaatStap(ctx, ladder, zet, overeenkomstId)
}

type Kop = {
  agb: string
  aanbiederId: string
  overeenkomstId: string | null
  subregioId: string | null
  regelsetdeelId: string
  titel: string
}

async function insertZaak(
  ctx: Context,
  kop: Kop,
  bevindingId: string | undefined,
  stand: { toestand: string; hoogte: number },
) {
  // Two cases opened at once wait for each other, so that numbers have no gaps and no doubles.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`escalatie ${ctx.regioId}`}, 0))`.execute(ctx.db)
  const begin = `E-${ctx.today.year}-`
  const { rows } = await sql<{
    id: string
  }>`insert into escalatie (regio_id, nummer, aanbieder_id, agb, overeenkomst_id, subregio_id,
      bevinding_id, regelsetdeel_id, titel, toestand, hoogte, beurt, geopend_op, geopend_door, gewijzigd_op)
    select ${ctx.regioId}, ${begin} || to_char(coalesce(max(substring(nummer from '[0-9]+$')::int), 0) + 1, 'FM000'), ${kop.aanbiederId}::uuid,
      ${kop.agb}, ${kop.overeenkomstId}::uuid, ${kop.subregioId}::uuid, ${bevindingId ?? null}::uuid, ${kop.regelsetdeelId}::uuid, ${kop.titel},
      ${stand.toestand}, ${stand.hoogte}::int, 0, ${ctx.now}::timestamptz, ${ctx.actor.naam}, ${ctx.now}::timestamptz
    from escalatie where regio_id = ${ctx.regioId} and nummer like ${`${begin}%`} returning id`.execute(ctx.db)
  return rows[0]!.id
}
