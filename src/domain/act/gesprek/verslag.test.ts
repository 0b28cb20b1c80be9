import { describe, expect, test } from 'vitest'
import { leesVersie, maakVersie, type Verslag } from './verslag.ts'

const verslag: Verslag = {
  vorm: 1,
  naam: 'Contractmanagementgesprek',
  titel: 'Gesprek',
  doel: 'Evalueren.',
  met: 'Dijk & Doen',
  datum: '2026-12-16',
  van: '10:00',
  tot: '11:30',
  plaats: '',
  overeenkomsten: ['ZW-HO-001'],
  aanwezig: ['Noor Bakker, directeur'],
  afwezig: [],
  punten: [{ nummer: '1', titel: 'Opening', niveau: null, tekst: 'Een “regel” met é.\nEn nog een.' }],
  besluiten: [],
  acties: [{ tekst: 'Stuurt de lijst', wie: 'Noor Bakker', kant: 'Aanbieder', einddatum: '2027-01-15' }],
  reacties: [],
}

describe('een bewaard verslag', () => {
  test('GES-17: is te lezen zoals het was, en het controlegetal klopt', () => {
    const versie = maakVersie(verslag)
    expect(versie.sha256).toHaveLength(32)
    expect(leesVersie(versie)).toEqual({ verslag, klopt: true })
  })

  test('GES-17: hetzelfde verslag geeft dezelfde bytes, in welke volgorde de velden ook kwamen', () => {
    const andersom = Object.fromEntries(Object.entries(verslag).toReversed()) as Verslag
    expect(maakVersie(andersom).inhoud).toBe(maakVersie(verslag).inhoud)
  })

  test('GES-17: één teken anders, en het klopt niet meer', () => {
    const versie = maakVersie(verslag)
    expect(leesVersie({ ...versie, inhoud: versie.inhoud.replace('10:00', '10:01') }).klopt).toBe(false)
  })
})
