import type { Actor } from '../../platform/context.ts'
import { geeft, mag, rollen, type Recht } from '../rechten.ts'

/** What somebody must be allowed to read before a term of this source is in his calendar: the term says that the thing is there. */
const bronrechten: Readonly<Record<string, Recht>> = {
  escalatie: 'escalatie:lezen',
  'escalatie-stuk': 'escalatie:lezen',
  gesprek: 'gesprek:lezen',
  'gesprek-jaar': 'gesprek:lezen',
  'opdrachtgever-jaar': 'gesprek:lezen',
  actie: 'actie:lezen',
  overlegtafel: 'overlegtafel:lezen',
  'overlegtafel-toets': 'overlegtafel:lezen',
  'overlegtafel-jaar': 'overlegtafel:lezen',
}

/** Sources of which this person sees no terms. */
export function verborgenBronnen(actor: Pick<Actor, 'rollen'>): string[] {
  return Object.entries(bronrechten).flatMap(([bron, recht]) => (mag(actor, recht) ? [] : [bron]))
}

/** Which roles are told nothing of a source, as pairs. */
export function geslotenBronnen(): [bron: string, rol: string][] {
  return Object.entries(bronrechten).flatMap(([bron, recht]) =>
    Object.keys(rollen).flatMap((rol): [string, string][] => (geeft(rol, recht) ? [] : [[bron, rol]])),
  )
}
