import { bereikVan } from '../../platform/bereik.ts'
import type { Actor, Rolhouder } from '../../platform/context.ts'
import { houdersVan } from '../rechten.ts'

// They hold the database anyway (overlap cijfers), or are nobody.
const ZIEN_ALLES = ['beheer (opdrachtregel)', 'systeem (wachtrij)']

/** Whether nothing about few clients is hidden from this person: he works with cases everywhere he sees something (S44). */
export function zietKleineAantallen(actor: Actor): boolean {
  if (actor.rollen.some(({ rol }) => ZIEN_ALLES.includes(rol))) return true
  const houders = houdersVan(actor, 'casus:lezen')
  const regionaal = houders.filter(({ agb }) => agb === null)
  if (regionaal.length > 0 && bereikVan(regionaal) === null) return true
  // An aanbieder's account sees its own rows only (row-level security).
  return actor.agb !== null && houders.some(({ agb }) => agb === actor.agb)
}

/**
 * The gemeenten in which somebody works with cases of every law and category. A figure of a subregio holds the clients of all its
 * gemeenten: only who has all of those sees it.
 */
export function gemeentenMetCasussen(actor: Pick<Actor, 'rollen'>): string[] {
  const heel = ({ agb, wet, categorieen }: Rolhouder) => agb === null && !wet && !categorieen
  return [
    ...new Set(houdersVan(actor, 'casus:lezen').flatMap((houder) => (heel(houder) ? (houder.gemeenten ?? []) : []))),
  ]
}
