import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { conflict, notFound } from '../../../platform/errors.ts'
import { datumzin } from '../../begrippen/datumzin.ts'
import { listVerlengingsbesluiten, type Verlengingsbesluit } from './list-verlengingsbesluiten.ts'
import { lockAfspraken } from './meld-wijziging.ts'

export type VergrendeldeVerlenging = Awaited<ReturnType<typeof lockVerlenging>>

type Looptijd = {
  id: string
  agb: string
  begindatum: Temporal.PlainDate
  einddatum: Temporal.PlainDate
  looptTot: Temporal.PlainDate
  verlengingen: number
  verlengingMaanden: number
}

/**
 * An overeenkomst with what was decided about its extensions, for this transaction alone: no second decision and no file that is
 * read in comes in between. `gezien` is how many decisions the person saw; 404, or 409 when there are others now.
 */
export async function lockVerlenging(ctx: Context, overeenkomstId: string, gezien: number) {
  await lockAfspraken(ctx)
  const { rows } =
    await sql<Looptijd>`select id, agb, begindatum, einddatum, loopt_tot, verlengingen, verlenging_maanden
    from overeenkomst where regio_id = ${ctx.regioId} and id = ${overeenkomstId} for update`.execute(ctx.db)
  if (!rows[0]) {
    throw notFound('Deze overeenkomst')
  }
  const besluiten = await listVerlengingsbesluiten(ctx, overeenkomstId)
  const laatste = besluiten.at(-1)
  if (laatste && besluiten.length !== gezien) {
    throw conflict(`Intussen is er al een besluit vastgelegd: ${inWoorden(laatste)}. Bekijk dat eerst.`)
  }
  return { overeenkomst: rows[0], besluiten }
}

function inWoorden({ besluit, vanaf, tot, door, besluitdatum }: Verlengingsbesluit): string {
  const wat = {
    verlengen: `verlengen tot en met ${datumzin(tot)}`,
    'niet verlengen': `niet verlengen na ${datumzin(vanaf.subtract({ days: 1 }))}`,
    intrekken: 'het vorige besluit ingetrokken',
  }[besluit]
  return `${wat}, door ${door} op ${datumzin(besluitdatum)}`
}
