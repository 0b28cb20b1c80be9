import type { Berichtsoort, Wet } from '../bericht.ts'
import { declaratie, declaratieAntwoord } from './declaratie.ts'
import { antwoordkop, heenkop, retourkop } from './kop.ts'
import { clientLevering } from './levering.ts'
import { clientToewijzing } from './toewijzing.ts'
import { deel, groep, mag, type Berichtbeschrijving, type Element } from './vorm.ts'

// The messages of release 3.2, in our own words. iWmo and iJw are the same but for namespace, BerichtCode and two code lists.
// The iWmo return messages 302, 306, 308 and WMO325 have no public XSD: they follow their iJw twins, which the public
// overviews of the standard give as identical.

const inhoud: Record<Berichtsoort, (wet: Wet) => Element[]> = {
  '301': (wet) => [heenkop(wet, '301'), clientToewijzing({ wet, retour: false })],
  '302': (wet) => [retourkop(wet, '302'), mag(clientToewijzing({ wet, retour: true }))],
  '305': (wet) => [heenkop(wet, '305'), clientLevering('StartProduct', { wet, retour: false })],
  '306': (wet) => [retourkop(wet, '306'), mag(clientLevering('StartProduct', { wet, retour: true }))],
  '307': (wet) => [heenkop(wet, '307'), clientLevering('StopProduct', { wet, retour: false })],
  '308': (wet) => [retourkop(wet, '308'), mag(clientLevering('StopProduct', { wet, retour: true }))],
  '323': (wet) => [heenkop(wet, '323'), declaratie(wet)],
  '325': (wet) => [antwoordkop(wet), mag(declaratieAntwoord(wet))],
}

/** Describes one message type of release 3.2. */
export function beschrijf(wet: Wet, soort: Berichtsoort): Berichtbeschrijving {
  const standaard = `http://www.istandaarden.nl/i${wet}/3_2`
  return {
    wet,
    soort,
    bericht: `${standaard}/${wet}${soort}/schema`,
    basis: `${standaard}/basisschema/schema`,
    wortel: deel('Bericht', groep('Root', inhoud[soort](wet))),
  }
}

/** All sixteen descriptions. */
export const beschrijvingen: readonly Berichtbeschrijving[] = (['wmo', 'jw'] as const).flatMap((wet) =>
  (['301', '302', '305', '306', '307', '308', '323', '325'] as const).map((soort) => beschrijf(wet, soort)),
)
