import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { vereisMandaat, type Bevoegdheid } from '../../plan/bezetting/vereis-mandaat.ts'
import { takenVan } from './doe.ts'
import { deelVan, type Ladder, type Veld } from './ladder.ts'
import { veldenVan } from './toets.ts'
import type { Zet } from './zaak.ts'

/** The tasks the actor has mandate for, and on what the first rests; null when the step asks none. */
export type Bevoegd = { taken: ReadonlySet<string>; bevoegdheid: Bevoegdheid | null }

/**
 * Throws 403, naming the role that may, when the actor lacks the mandate for a task of this step or for one of its measures (ROL-13),
 * in each gemeente of the overeenkomst; amounts in it count for the limits of a mandate.
 */
export async function vereisMandaatStap(
  ctx: Context,
  ladder: Ladder,
  zet: Zet,
  overeenkomstId: string | null,
  voorbereidDoor?: string,
): Promise<Bevoegd> {
  const taken = takenVan(ladder, zet)
  const gemeenten = taken.length === 0 || overeenkomstId === null ? [] : await listGemeentecodes(ctx, overeenkomstId)
  const bedragCent = hoogsteBedrag(ladder, zet)
  let bevoegdheid: Bevoegdheid | null = null
  for (const taak of taken) {
    const vraag = {
      taak,
      gemeenten,
      ...(bedragCent !== undefined && { bedragCent }),
      ...(voorbereidDoor && { voorbereidDoor }),
    }
    const uit = await vereisMandaat(ctx, vraag)
    bevoegdheid ??= uit
  }
  return { taken: new Set(taken), bevoegdheid }
}

async function listGemeentecodes(ctx: Context, overeenkomstId: string): Promise<string[]> {
  const { rows } = await sql<{ code: string }>`select gemeente_code as code from overeenkomst_gemeente
    where regio_id = ${ctx.regioId} and overeenkomst_id = ${overeenkomstId} order by 1`.execute(ctx.db)
  return rows.map(({ code }) => code)
}

function hoogsteBedrag(ladder: Ladder, zet: Zet): number | undefined {
  const overgang = deelVan(ladder, 'overgangen', zet.overgang)
  const bedragen = [
    ...som(veldenVan(ladder, overgang), zet.velden),
    ...zet.maatregelen.flatMap(({ soort, velden }) => som(deelVan(ladder, 'maatregelen', soort).velden, velden)),
  ]
  return bedragen.length === 0 ? undefined : Math.max(...bedragen)
}

function som(velden: readonly Veld[], waarden: Zet['velden']): number[] {
  return velden.flatMap(({ code, soort }) => (soort === 'bedrag' && waarden[code] ? [Number(waarden[code])] : []))
}
