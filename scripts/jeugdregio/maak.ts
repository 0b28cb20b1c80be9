import { aanbieders, overeenkomsten, percelen, type Product } from './afspraken.ts'
import { maakBerichten, type Bestand } from './berichten.ts'
import { maakCasussen } from './casussen.ts'
import { leveringen } from './declaraties.ts'
import { maakKans } from './kans.ts'

const ZAAD = 20261122

export type Jeugdbestanden = { aanbieders: string; overeenkomsten: string; berichten: Map<string, Bestand[]> }

/** All files of the demonstration region for the Jeugdwet, the same in every run. */
export function maakJeugdregio(): Jeugdbestanden {
  const casussen = maakCasussen(maakKans(ZAAD))
  const berichten = maakBerichten(casussen, maakKans(ZAAD + 1))
  const perJaar = new Map<string, number>()
  for (const { casus, van, cent } of leveringen(casussen)) {
    const sleutel = `${casus.overeenkomst.nummer} ${van.slice(0, 4)}`
    perJaar.set(sleutel, (perJaar.get(sleutel) ?? 0) + cent)
  }
  return {
    aanbieders: csv(
      'agb;kvk;naam;rechtsvorm;plaats;grootteklasse;medewerkers;contractVan',
      aanbieders.map(({ agb, kvk, naam, rechtsvorm, plaats, grootteklasse, medewerkers }) =>
        [agb, kvk, naam, rechtsvorm, plaats, grootteklasse, medewerkers, '2025-01-01'].join(';'),
      ),
    ),
    overeenkomsten: csv(
      'overeenkomst;agb;onderwerp;begindatum;einddatum;verlengingen;verlengingMaanden;gemeenten;productcategorie;productcode;product;eenheidTarief;eenheidDeclaratie;jaar;tariefCent;plafondCent',
      overeenkomsten.flatMap(({ nummer, perceel, aanbieder, einddatum, verlengingen }) =>
        ([2025, 2026] as const).flatMap((jaar) => {
          const plafond = plafondCent(perJaar.get(`${nummer} ${String(jaar)}`) ?? 0, aanbieder.plafondProcent, jaar)
          return (percelen[perceel].producten as readonly Product[]).map((product) =>
            [
              nummer,
              aanbieder.agb,
              percelen[perceel].onderwerp,
              '2025-01-01',
              einddatum,
              verlengingen,
              12,
              aanbieder.gemeenten.join(','),
              product.code.slice(0, 2),
              product.code,
              product.naam,
              ...product.eenheden,
              jaar,
              product.tarief[jaar],
              plafond,
            ].join(';'),
          )
        }),
      ),
    ),
    berichten: Map.groupBy(berichten, ({ zip }) => zip),
  }
}

// Of the second year ten months are claimed; a ceiling is whole thousands and never nothing.
function plafondCent(cent: number, procent: number, jaar: number): number {
  const heelJaar = jaar === 2026 ? (cent * 12) / 10 : cent
  return Math.max(1_000_000, Math.round((heelJaar * procent) / 100 / 100_000) * 100_000)
}

function csv(kop: string, rijen: readonly string[]): string {
  return `${[kop, ...rijen].join('\n')}\n`
}
