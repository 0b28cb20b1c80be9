import { expect, test } from 'vitest'
import type { Briefwerk } from '../../domain/act/brief/vandaag-brieven.ts'
import { briefPunten } from './briefpunten.ts'

const werk = (meer: Partial<Briefwerk>): Briefwerk => ({
  id: '019ac000-0000-7000-8000-000000000001',
  wat: 'keuren',
  onderwerp: 'Gewijzigde norm',
  opgesteldDoor: 'Marloes',
  opgesteldDoorId: 'm',
  taak: 'overeenkomst-wijzigen',
  gemeente: null,
  sinds: Temporal.PlainDate.from('2026-11-20'),
  aantal: 3,
  reden: '',
  vanMij: true,
  ...meer,
})

test.each([
  ['keuren', 'Brief goedkeuren: Gewijzigde norm', 'Voorgelegd door Marloes, aan 3 aanbieders.', 'Beoordelen'],
  ['versturen', 'Brief versturen: Gewijzigde norm', 'Goedgekeurd. De brief gaat naar 3 aanbieders.', 'Versturen'],
  [
    'posten',
    'Brief op de post doen: Gewijzigde norm',
    '3 brieven liggen klaar. Leg vast wanneer u verzendt.',
    'Vastleggen',
  ],
  ['opnieuw', 'Brief niet aangekomen: Gewijzigde norm', 'Bij 3 aanbieders mislukte de verzending.', 'Bekijken'],
  ['aanpassen', 'Brief aanpassen: Gewijzigde norm', 'Teruggegeven: Noem de datum.', 'Bekijken'],
] as const)('COM-02: een brief die op mij wacht: %s', (wat, titel, tekst, actie) => {
  const [punt] = briefPunten([werk({ wat, reden: 'Noem de datum.' })])
  const schoon = (zin: string | undefined) => zin?.replaceAll('\u00a0', ' ')
  expect(schoon(punt!.titel)).toBe(titel)
  expect(schoon(punt!.tekst as string)).toBe(tekst)
  expect(punt).toMatchObject({ actie, vanMij: true, href: '/brieven/019ac000-0000-7000-8000-000000000001' })
})

test('COM-02: van het team staat er hoeveel er wachten, met de lijst erachter', () => {
  const drie = ['A', 'B', 'C'].map((onderwerp, i) => werk({ id: `b${String(i)}`, onderwerp, vanMij: false }))
  const [punt, meer] = briefPunten(drie)
  expect(meer).toBeUndefined()
  expect(punt!.titel.replaceAll('\u00a0', ' ')).toBe('3 brieven wachten op goedkeuring')
  expect(punt).toMatchObject({ vanMij: false, href: '/brieven?stand=voorgelegd', tekst: 'A; B; en nog 1.' })
  expect(briefPunten(drie.slice(0, 1))[0]).toMatchObject({ href: '/brieven/b0', actie: 'Bekijken' })
  expect(briefPunten([])).toEqual([])
})
