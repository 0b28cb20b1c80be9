import { findAanbiedernaam } from '../../domain/plan/aanbieder/queries.ts'
import type { Context } from '../../platform/context.ts'
import { findWerktVoor, type Sessie } from '../../platform/sessie.ts'
import { inReadTransaction } from '../../platform/transaction.ts'

/** Whom somebody can work for: the region (agb null) or an aanbieder. */
export type Partij = { agb: string | null; naam: string }

/**
 * The person of a session as he works now. Somebody with roles in the region and at aanbieders, or at several aanbieders, works for
 * one of them at a time and has the roles of that one only; `partijen` are his choices, empty when there is nothing to choose.
 */
export async function alsPartij(basis: Context, sessie: Sessie): Promise<{ ctx: Context; partijen: Partij[] }> {
  const alle = [...new Set(sessie.rollen.map(({ agb }) => agb))].toSorted((a, b) => (a ?? '').localeCompare(b ?? ''))
  const als = (agb: string | null): Context => ({
    ...basis,
    actor: { ...basis.actor, agb, rollen: sessie.rollen.filter((rol) => rol.agb === agb) },
  })
  const [eerste = null, ...andere] = alle
  if (andere.length === 0) return { ctx: als(eerste), partijen: [] }

  const gekozen = await findWerktVoor(als(eerste), sessie.sessieId)
  const nu = gekozen !== null && alle.includes(gekozen) ? gekozen : eerste
  const partijen: Partij[] = []
  for (const agb of alle) {
    const naam = agb === null ? sessie.regioNaam : await inReadTransaction(als(agb), findAanbiedernaam)
    partijen.push({ agb, naam: naam ?? `AGB ${agb ?? ''}` })
  }
  return { ctx: als(nu), partijen }
}
