import { expect, test } from 'vitest'
import { beschrijvingen } from './berichten.ts'
import type { Element } from './vorm.ts'

type Blad = { naam: string; inPersoon: boolean; doel: string; veld: string }

// Parts that describe the client or people around the client.
const PERSOON = /^(Geboortedatum|Naam|Communicatie|Relaties|Contactgegevens)$/

function bladen({ naam, inhoud }: Element, inPersoon = false): Blad[] {
  if ('groep' in inhoud) {
    return inhoud.groep.elementen.flatMap((kind) => bladen(kind, inPersoon || PERSOON.test(naam)))
  }
  const { doel } = inhoud
  return [{ naam, inPersoon, doel: doel.soort, veld: 'veld' in doel ? doel.veld : '' }]
}

test.each(beschrijvingen.map((beschrijving) => [beschrijving.wet + beschrijving.soort, beschrijving] as const))(
  '%s bewaart niets over de persoon',
  (_, { wortel }) => {
    const alle = bladen(wortel)
    expect(alle.length).toBeGreaterThan(8)
    const bewaard = alle.filter(({ doel }) => doel === 'bewaar' || doel === 'kenmerk' || doel === 'verzamel')
    expect(bewaard.filter(({ inPersoon, doel }) => inPersoon && doel !== 'verzamel')).toEqual([])
    const gevoelig =
      /Bsn|naam|Voorletters|Geslacht|Commentaar|ReferentieAanbieder|Huis|Postcode|Straat|Plaats|Telefoon|Email/
    expect(bewaard.filter(({ naam }) => gevoelig.test(naam))).toEqual([])
  },
)

test('een BSN wordt een pseudoniem, en alleen in berichten waarvan de inhoud telt', () => {
  const metBsn = beschrijvingen.filter(({ wortel }) =>
    bladen(wortel).some(({ naam, doel }) => naam === 'Bsn' && doel === 'bsn'),
  )
  expect(metBsn.map(({ wet, soort }) => wet + soort)).toEqual(
    ['wmo', 'jw'].flatMap((wet) => ['301', '305', '307', '323', '325'].map((soort) => wet + soort)),
  )
  const overig = beschrijvingen
    .flatMap(({ wortel }) => bladen(wortel))
    .filter(({ naam, doel }) => naam === 'Bsn' && doel !== 'bsn')
  expect(new Set(overig.map(({ doel }) => doel))).toEqual(new Set(['persoon']))
})

test('iWmo en iJw verschillen alleen in naamruimte, berichtcode en twee codelijsten', () => {
  const kern = (wet: string) =>
    beschrijvingen
      .filter((beschrijving) => beschrijving.wet === wet)
      .map(({ wortel }) => bladen(wortel).map(({ naam, doel, veld }) => `${naam} ${doel} ${veld}`))
  expect(kern('wmo')).toEqual(kern('jw'))
})

test('elk nummer dat de afzender verzint is een kenmerk: daarin kan een BSN staan', () => {
  const verzonnen = beschrijvingen
    .flatMap(({ wortel }) => bladen(wortel))
    .filter(({ naam, doel }) => doel !== 'persoon' && /^(Identificatie|.*ReferentieNummer|DeclaratieNummer)/.test(naam))
  expect(new Set(verzonnen.map(({ doel }) => doel))).toEqual(new Set(['kenmerk']))
  expect(new Set(verzonnen.map(({ veld }) => veld))).toEqual(
    new Set([
      'identificatie',
      'identificatieRetour',
      'declaratieIdentificatie',
      'declaratienummer',
      'referentie',
      'vorigeReferentie',
    ]),
  )
})
