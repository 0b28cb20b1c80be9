import type { Actor } from '../../../platform/context.ts'
import { mag, type Recht } from '../../rechten.ts'

// Who may not read the thing itself does not read it as a document either. A kind that is not here asks document:lezen alone.
const daarbij: Readonly<Record<string, Recht>> = {
  D18: 'gesprek:lezen',
  D24: 'gesprek:lezen',
  D25: 'escalatie:lezen',
  D28: 'escalatie:lezen',
  D29: 'escalatie:lezen',
  D30: 'escalatie:lezen',
  D31: 'escalatie:lezen',
  D32: 'escalatie:lezen',
  D33: 'escalatie:lezen',
  D34: 'escalatie:lezen',
  D35: 'escalatie:lezen',
  D36: 'escalatie:lezen',
  D37: 'escalatie:lezen',
  D38: 'kpi:lezen',
  D39: 'overlegtafel:lezen',
  D40: 'overlegtafel:lezen',
  D41: 'overlegtafel:lezen',
  D48: 'escalatie:lezen',
  D58: 'klasse:lezen',
}

/** The kinds of document that the actor does not read, because he may not read what they are about (DOC-01). */
export function verborgenSoorten(actor: Pick<Actor, 'rollen'>): string[] {
  return Object.entries(daarbij).flatMap(([soort, recht]) => (mag(actor, recht) ? [] : [soort]))
}
