import { vanGemeente } from '../beschrijving/kop.ts'
import type { Bericht, Berichtsoort, Kop } from '../bericht.ts'
import type { Velden, Verzameling } from './verzameling.ts'

/** The message out of what was gathered. The casts hold because the description fills every field; tested per type. */
export function bouwBericht<P>({ soort, wet, velden, client, items }: Verzameling<P>): Bericht<P | null> {
  const v = velden as Record<string, string>
  const kop = { wet, soort, ...kopVan(soort, velden) }
  switch (soort) {
    case '301':
    case '305':
    case '307':
      return { ...kop, client, producten: items } as unknown as Bericht<P | null>
    case '323':
      return {
        ...kop,
        declaratienummer: v['declaratienummer'],
        periodeBegin: v['periodeBegin'],
        periodeEinde: v['periodeEinde'],
        declaratiedagtekening: v['declaratiedagtekening'],
        totaalCent: metTeken(velden, 'ingediend'),
        prestaties: items,
      } as unknown as Bericht<P | null>
    case '325':
      return {
        ...kop,
        declaratie: { identificatie: v['declaratieIdentificatie'], dagtekening: v['declaratieDagtekening'] },
        retourcodes: velden['retourcodes'],
        antwoord: 'declaratienummer' in velden ? antwoord(velden, items) : null,
      } as unknown as Bericht<P | null>
    case '302':
    case '306':
    case '308':
      return retour(kop, velden) as unknown as Bericht<P | null>
  }
}

function antwoord(velden: Velden, prestaties: Velden[]): Velden {
  return {
    declaratienummer: velden['declaratienummer'],
    ingediendCent: metTeken(velden, 'ingediend'),
    toegekendCent: metTeken(velden, 'toegekend'),
    retourcodes: velden['antwoordRetourcodes'],
    prestaties,
  }
}

function retour(kop: Velden, { identificatieRetour, dagtekeningRetour, retourcodes }: Velden): Velden {
  const codes = [...new Set((retourcodes ?? []) as string[])]
  const goedgekeurd = codes.every((code) => code === '0200')
  return { ...kop, identificatieRetour, dagtekeningRetour, retourcodes: codes, goedgekeurd }
}

/** The header; after an error, what of it was read and valid before. */
export function kopVan(soort: Berichtsoort, velden: Velden): Partial<Kop> {
  const kop: Partial<Kop> = {}
  const { afzender, ontvanger, identificatie, dagtekening } = velden as Partial<Kop>
  if (afzender !== undefined) {
    kop[vanGemeente[soort] ? 'gemeente' : 'aanbieder'] = afzender
    kop.afzender = afzender
  }
  if (ontvanger !== undefined) {
    kop[vanGemeente[soort] ? 'aanbieder' : 'gemeente'] = ontvanger
    kop.ontvanger = ontvanger
  }
  if (identificatie !== undefined) {
    kop.identificatie = identificatie
  }
  if (dagtekening !== undefined) {
    kop.dagtekening = dagtekening
  }
  return kop
}

function metTeken(velden: Velden, naam: 'ingediend' | 'toegekend'): number {
  const cent = velden[`${naam}Cent`] as number
  return velden[`${naam}Dc`] === 'C' ? 0 - cent : cent
}
