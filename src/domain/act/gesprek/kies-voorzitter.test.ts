import { expect, test } from 'vitest'
import flevoland from '../../../../db/regelsets/flevoland.json' with { type: 'json' }
import { Gespreksregels } from './gespreksregels.ts'
import { kiesVoorzitter } from './kies-voorzitter.ts'

const sdfl = flevoland.delen.find(({ deel }) => deel === 'gesprekken')!
const vast = { voorzitter: 'contractmanager' } as const
const MANAGERS = new Set(['marloes', 'sven'])

test.each<[string, { voorzitter?: 'contractmanager' }, string | null, string, string | undefined]>([
  ['vast: de contractmanager van de aanbieder', vast, 'marloes', 'aylin', 'marloes'],
  ['vast: de contractmanager van de aanbieder, ook als een ander plant', vast, 'marloes', 'sven', 'marloes'],
  ['vast: zonder contractmanager wie plant, als die het is', vast, null, 'sven', 'sven'],
  ['vast: zonder contractmanager plant de contractbeheerder niet', vast, null, 'aylin', undefined],
  ['vast: wie het was maar niet meer is, zit niet voor', vast, 'oud', 'aylin', undefined],
  ['vast: wie het was maar niet meer is, laat het aan wie plant', vast, 'oud', 'sven', 'sven'],
  ['vrij: de contractmanager van de aanbieder', {}, 'marloes', 'aylin', 'marloes'],
  ['vrij: wie plant', {}, null, 'aylin', 'aylin'],
])('ROL-20: %s', (_naam, soort, contractmanagerId, plannerId, voorzitter) => {
  expect(kiesVoorzitter(soort, { contractmanagerId, plannerId }, MANAGERS)).toBe(voorzitter)
})

test('ROL-20: bij SDFL zit de contractmanager elk gesprek over de overeenkomst voor', () => {
  const soorten = Gespreksregels.parse(sdfl.inhoud).soorten.filter(({ partij }) => partij === 'aanbieder')
  expect(soorten.filter(({ voorzitter }) => voorzitter === undefined).map(({ code }) => code)).toEqual([
    // between the directies of both sides
    'directiegesprek',
  ])
})
