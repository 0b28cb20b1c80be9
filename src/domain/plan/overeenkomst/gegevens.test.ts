import { expect, test } from 'vitest'
import { ontbrekendeMotivering, type Motivering } from './gegevens.ts'

const m = (relatietype: 'inkoop' | 'subsidie', motiveringJuridisch = '', motiveringBeleid = ''): Motivering => ({
  relatietype,
  motiveringJuridisch,
  motiveringBeleid,
})

test.for<[Motivering, Motivering, string[]]>([
  [m('inkoop'), m('inkoop'), []],
  [m('inkoop'), m('subsidie'), ['motiveringJuridisch', 'motiveringBeleid']],
  [m('subsidie'), m('inkoop', 'j'), ['motiveringBeleid']],
  [m('inkoop'), m('inkoop', 'j'), ['motiveringBeleid']],
  [m('inkoop'), m('inkoop', '', 'b'), ['motiveringJuridisch']],
  [m('inkoop'), m('inkoop', 'j', 'b'), []],
  [m('inkoop', 'j', 'b'), m('inkoop'), ['motiveringJuridisch', 'motiveringBeleid']],
  [m('inkoop', 'j', 'b'), m('subsidie', 'j2', 'b2'), []],
  // an unchanged argument may serve the new choice: it was looked at, for it stands in the form
  [m('inkoop', 'j', 'b'), m('subsidie', 'j', 'b'), []],
])('ORG-13: van %j naar %j ontbreekt %j', ([oud, nieuw, ontbreekt]) => {
  expect(ontbrekendeMotivering(oud, nieuw)).toEqual(ontbreekt)
})
