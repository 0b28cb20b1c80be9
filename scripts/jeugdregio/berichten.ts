import { dag, type Casus, type Jeugdige } from './casussen.ts'
import { gemeenten } from './afspraken.ts'
import type { Kans } from './kans.ts'
import { maakDeclaraties } from './declaraties.ts'
import { bericht, el } from './xml.ts'

/** One file for in a zip; `zip` names which. */
export type Bestand = { naam: string; zip: string; tekst: string }

/** All messages of these cases; a few are wrong on purpose, so that there is something to refuse. */
export function maakBerichten(casussen: readonly Casus[], kans: Kans): Bestand[] {
  return [
    ...casussen.map((casus, plek) => toewijzing(casus, plek, kans)),
    ...casussen.flatMap((casus, plek) => start(casus, plek, kans)),
    ...casussen.flatMap((casus, plek) => stop(casus, plek)),
    ...maakDeclaraties(casussen, kans),
  ]
}

function toewijzing(casus: Casus, plek: number, kans: Kans): Bestand {
  const { jeugdige, aanbieder, product, volume } = casus
  const adres = el(
    'Adres',
    el('i:Huis', el('i:Huisnummer', String(kans.tussen(1, 180)))),
    el('i:Postcode', '9999XX'),
    el('i:Straatnaam', kans.een(['Sluisweg', 'Kadelaan', 'Grienthof', 'Wantij', 'Schorpad'])),
    el('i:Plaatsnaam', gemeenten.find(({ code }) => code === jeugdige.gemeente)!.naam),
  )
  const binnen = el(
    'Client',
    persoon(jeugdige, true),
    el('Contactgegevens', el('Contact', el('Soort', '01'), adres)),
    el(
      'ToegewezenProducten',
      el(
        'ToegewezenProduct',
        el('ToewijzingNummer', String(casus.nummer)),
        el('Product', el('i:Categorie', casus.categorie), el('i:Code', product.code)),
        el('Toewijzingsdatum', casus.toegewezen),
        el('Toewijzingstijd', `${String(kans.tussen(9, 16)).padStart(2, '0')}:${String(kans.tussen(10, 59))}:00`),
        el('Ingangsdatum', casus.ingang),
        el('Einddatum', casus.einde),
        el(
          'Omvang',
          el('i:Volume', String(volume)),
          el('i:Eenheid', product.eenheden[0]),
          el('i:Frequentie', product.frequentie),
        ),
      ),
    ),
  )
  const kop = { afzender: jeugdige.gemeente, ontvanger: aanbieder.agb, datum: casus.toegewezen }
  return maak('301', kop, `13${String(plek + 1).padStart(8, '0')}`, binnen)
}

function start(casus: Casus, plek: number, kans: Kans): Bestand[] {
  const { gestart, jeugdige, aanbieder } = casus
  if (gestart === null) return []
  const binnen = el(
    'Client',
    persoon(jeugdige, false),
    el(
      'StartProducten',
      el('StartProduct', ...levering(casus), el('Begindatum', gestart), el('StatusAanlevering', '1')),
    ),
  )
  const kop = { afzender: aanbieder.agb, ontvanger: jeugdige.gemeente, datum: dag(gestart, kans.tussen(0, 9)) }
  return [maak('305', kop, `53${String(plek + 1).padStart(8, '0')}`, binnen)]
}

function stop(casus: Casus, plek: number): Bestand[] {
  const { gestart, gestopt, reden, jeugdige, aanbieder } = casus
  if (gestart === null || gestopt === null) return []
  // one in sixty has mixed up begin and end
  const einde = plek % 60 === 7 ? dag(gestart, -3) : gestopt
  const binnen = el(
    'Client',
    persoon(jeugdige, false),
    el(
      'StopProducten',
      el(
        'StopProduct',
        ...levering(casus),
        el('Begindatum', gestart),
        el('RedenBeeindiging', reden),
        el('Einddatum', einde),
        el('StatusAanlevering', '1'),
      ),
    ),
  )
  const kop = { afzender: aanbieder.agb, ontvanger: jeugdige.gemeente, datum: dag(gestopt, 4) }
  return [maak('307', kop, `73${String(plek + 1).padStart(8, '0')}`, binnen)]
}

function levering({ nummer, categorie, product, ingang }: Casus): string[] {
  return [
    el('ToewijzingNummer', String(nummer)),
    el('Product', el('i:Categorie', categorie), el('i:Code', product.code)),
    el('ToewijzingIngangsdatum', ingang),
  ]
}

function persoon({ bsn, geboren, geslacht, achternaam, voornaam }: Jeugdige, volledig: boolean): string {
  const naam = el(
    'Naam',
    el('i:Geslachtsnaam', el('i:Achternaam', achternaam)),
    el('i:Voornamen', voornaam),
    el('i:Voorletters', voornaam.slice(0, 1)),
    ...(volledig ? [el('i:NaamGebruik', '1')] : []),
  )
  return el('Bsn', bsn) + el('Geboortedatum', el('i:Datum', geboren)) + el('Geslacht', geslacht) + naam
}

function maak(
  soort: '301' | '305' | '307',
  kop: { afzender: string; ontvanger: string; datum: string },
  nummer: string,
  binnen: string,
): Bestand {
  return {
    naam: `JW${soort}_${kop.afzender}_${kop.ontvanger}_${nummer}.xml`,
    zip: `JW${soort}.zip`,
    tekst: bericht({ soort, nummer, ...kop }, binnen),
  }
}
