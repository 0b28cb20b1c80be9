import {
  formuliertermijnen,
  termijneenheden,
  type Formulierinvoer,
  type Formuliertermijn,
  type Termijneenheid,
} from '../../domain/act/verbeterplan/toets-formulier.ts'
import { looptijdVan, type Planregels } from '../../domain/act/verbeterplan/planregels.ts'
import { rijnummers } from '../ladder/deelvorm.ts'
import type { Waarden } from './lees-invoer.ts'

/** The form of a plan as the fields of the page on which it is changed. */
export function alsFormulierwaarden(regels: Planregels): Waarden {
  const waarden: Record<string, string> = {
    naam: regels.naam,
    inleiding: regels.inleiding,
    kern: regels.kern,
    'wie.naam': regels.wie.naam,
    'wie.hulp': regels.wie.hulp,
    'wanneer.naam': regels.wanneer.naam,
    'wanneer.hulp': regels.wanneer.hulp,
    hoogstensPunten: String(regels.hoogstensPunten),
    criteria: regels.criteria.map(({ tekst }) => tekst).join('\n'),
  }
  for (const [i, { code, naam, hulp, verplicht }] of regels.vragen.entries()) {
    const voor = `vragen.${String(i)}.`
    waarden[`${voor}code`] = code
    waarden[`${voor}naam`] = naam
    waarden[`${voor}hulp`] = hulp
    waarden[`${voor}plaats`] = String(i + 1)
    if (verplicht) waarden[`${voor}verplicht`] = 'ja'
  }
  for (const wat of formuliertermijnen) {
    const termijn = looptijdVan(regels, wat)
    if (termijn.eenheid === 'vaste datum') continue
    waarden[`termijnen.${wat}.lengte`] = String(termijn.lengte)
    waarden[`termijnen.${wat}.eenheid`] = termijn.eenheid
  }
  return waarden
}

/** What was filled in on that page; a question without a name, or that was taken away, is not there. */
export function leesFormulier(waarden: Waarden): Formulierinvoer {
  const tekst = (veld: string) => (waarden[veld] ?? '').replaceAll('\r\n', '\n').trim()
  const getal = (veld: string) => (/^\d{1,4}$/.test(tekst(veld)) ? Number(tekst(veld)) : null)
  const vragen = rijnummers(waarden, 'vragen')
    .filter((n) => tekst(`vragen.${String(n)}.naam`) !== '' && waarden[`vragen.${String(n)}.weg`] !== 'ja')
    .map((rij, i) => {
      const voor = `vragen.${String(rij)}.`
      return {
        rij,
        code: tekst(`${voor}code`) || null,
        naam: tekst(`${voor}naam`),
        hulp: tekst(`${voor}hulp`),
        verplicht: waarden[`${voor}verplicht`] === 'ja',
        // without a place it comes last, in the order of the page
        plaats: getal(`${voor}plaats`) ?? 10_000 + i,
      }
    })
    // two at one place: the lower row was put there and pushes the other on
    .toSorted((a, b) => a.plaats - b.plaats || b.rij - a.rij)
    .map(({ plaats: _, ...vraag }) => vraag)
  const termijn = (wat: Formuliertermijn) => ({
    lengte: getal(`termijnen.${wat}.lengte`),
    eenheid: eenheidVan(tekst(`termijnen.${wat}.eenheid`)),
  })
  return {
    naam: tekst('naam'),
    inleiding: tekst('inleiding'),
    vragen,
    kern: tekst('kern'),
    wie: { naam: tekst('wie.naam'), hulp: tekst('wie.hulp') },
    wanneer: { naam: tekst('wanneer.naam'), hulp: tekst('wanneer.hulp') },
    hoogstensPunten: getal('hoogstensPunten'),
    criteria: tekst('criteria')
      .split('\n')
      .map((regel) => regel.trim())
      .filter((regel) => regel !== ''),
    termijnen: {
      indienen: termijn('indienen'),
      beoordelen: termijn('beoordelen'),
      aanvullen: termijn('aanvullen'),
      eindoordeel: termijn('eindoordeel'),
    },
  }
}

const eenheidVan = (tekst: string): Termijneenheid => termijneenheden.find((een) => een === tekst) ?? 'werkdagen'
