import { sql } from 'kysely'
import { recordEvent } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import { invalid, notFound } from '../../../platform/errors.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import type { Wijziging } from '../../begrippen/csv.ts'
import { authorize } from '../../rechten.ts'
import { zicht } from '../../rechten/zicht.ts'
import { listGebruikers } from '../inrichting/queries.ts'

/** Who gets what; a field left out stays as it is, null empties it. */
export type NieuweContractmanager = {
  aanbiederIds: readonly string[]
  contractmanagerId?: string | null
  achtervangerId?: string | null
}

type Nu = {
  id: string
  naam: string
  contractmanagerId: string | null
  achtervangerId: string | null
}

/** Roles that may hold contracts. */
export const CONTRACTROLLEN = ['contractmanager', 'contracteigenaar', 'contractbeheerder'] as const

/**
 * Gives one or many aanbieders a contract manager and a back-up, who must differ (ROL-06): all of them or none. Throws 404 for an
 * unknown aanbieder, 422 when somebody cannot hold contracts or would stand in for himself.
 */
export function wijzigContractmanager(ctx: Context, nieuw: NieuweContractmanager): Promise<{ gewijzigd: number }> {
  return inTransaction(ctx, async (ctx) => {
    await authorize(ctx, 'aanbieder:wijzigen')
    const ids = [...new Set(nieuw.aanbiederIds)]
    const { rows: aanbieders } = await sql<Nu>`select id, naam, contractmanager_id, achtervanger_id from aanbieder
      where ${zicht(ctx).aanbieder('aanbieder')} and id = any(${ids}::uuid[]) order by id for update`.execute(ctx.db)
    if (aanbieders.length < ids.length || ids.length === 0) {
      throw notFound('Een van deze aanbieders')
    }
    const namen = await leesNamen(ctx, nieuw)
    const wijzigingen = aanbieders
      .map((nu) => ({ nu, straks: { ...nu, ...gekozen(nieuw) } }))
      .filter(
        ({ nu, straks }) =>
          nu.contractmanagerId !== straks.contractmanagerId || nu.achtervangerId !== straks.achtervangerId,
      )
    keurTweePersonen(wijzigingen.map(({ straks }) => straks))

    await sql`update aanbieder a set contractmanager_id = u.contractmanager_id, achtervanger_id = u.achtervanger_id
      from unnest(${wijzigingen.map(({ nu }) => nu.id)}::uuid[], ${wijzigingen.map(({ straks }) => straks.contractmanagerId)}::uuid[],
        ${wijzigingen.map(({ straks }) => straks.achtervangerId)}::uuid[]) as u (id, contractmanager_id, achtervanger_id)
      where a.regio_id = ${ctx.regioId} and a.id = u.id`.execute(ctx.db)
    for (const { nu, straks } of wijzigingen) {
      await recordEvent(ctx, {
        soort: 'aanbieder:contractmanager-gewijzigd',
        onderwerp: { type: 'aanbieder', id: nu.id },
        gegevens: { wijzigingen: verschillen(nu, straks, namen) },
      })
    }
    return { gewijzigd: wijzigingen.length }
  })
}

function gekozen({ contractmanagerId, achtervangerId }: NieuweContractmanager) {
  return {
    ...(contractmanagerId !== undefined && { contractmanagerId }),
    ...(achtervangerId !== undefined && { achtervangerId }),
  }
}

/** Names by id, for the audit trail; also the check that the chosen people may hold contracts. */
async function leesNamen(ctx: Context, { contractmanagerId, achtervangerId }: NieuweContractmanager) {
  const bevoegd = new Set((await listGebruikers(ctx, CONTRACTROLLEN)).map(({ id }) => id))
  for (const id of [contractmanagerId, achtervangerId]) {
    if (id && !bevoegd.has(id)) {
      throw invalid('Kies iemand die contracten mag beheren.')
    }
  }
  const { rows } = await sql<{
    id: string
    naam: string
  }>`select id, naam from gebruiker where regio_id = ${ctx.regioId}`.execute(ctx.db)
  return new Map(rows.map(({ id, naam }) => [id, naam]))
}

function keurTweePersonen(aanbieders: readonly Nu[]) {
  const zelfde = aanbieders.filter(
    ({ contractmanagerId, achtervangerId }) => contractmanagerId !== null && contractmanagerId === achtervangerId,
  )
  if (zelfde.length > 0) {
    const rest = zelfde.length > 3 ? ` en ${zelfde.length - 3} andere` : ''
    const namen =
      zelfde
        .slice(0, 3)
        .map(({ naam }) => naam)
        .join(', ') + rest
    throw invalid(`De contractmanager en de achtervanger moeten twee personen zijn. Dat klopt niet bij: ${namen}.`)
  }
}

function verschillen(nu: Nu, straks: Nu, namen: ReadonlyMap<string, string>): Wijziging[] {
  const naam = (id: string | null) => (id === null ? null : (namen.get(id) ?? id))
  const velden = [
    { veld: 'contractmanager', oud: nu.contractmanagerId, nieuw: straks.contractmanagerId },
    { veld: 'achtervanger', oud: nu.achtervangerId, nieuw: straks.achtervangerId },
  ]
  return velden
    .filter(({ oud, nieuw }) => oud !== nieuw)
    .map(({ veld, oud, nieuw }) => ({ veld, oud: naam(oud), nieuw: naam(nieuw) }))
}
