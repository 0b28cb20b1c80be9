import { cijfercode, dag, facultatief, geheel, keuze, tekst } from '../../begrippen/csv-kolommen.ts'
import type { CsvFout, CsvRij } from '../../begrippen/csv.ts'
import type { CsvVorm } from '../../begrippen/csv-vorm.ts'

/** AMB-09 and CTR-08: the size class as the region agreed it with the aanbieder. */
export const grootteklassen = ['zzp', 'klein', 'middelgroot', 'groot'] as const

export type Grootteklasse = (typeof grootteklassen)[number]

/** One row of aanbieders.csv; `contractVan` is the first day of the contract. */
export type Aanbiederrij = {
  agb: string
  kvk: string
  naam: string
  rechtsvorm: string
  plaats: string
  grootteklasse: Grootteklasse
  medewerkers: number
  contractVan: string | null
}

export const aanbiedersCsv: CsvVorm<Aanbiederrij> = {
  kolommen: {
    agb: cijfercode('de AGB-code', 8),
    kvk: cijfercode('het KvK-nummer', 8),
    naam: tekst('de naam', { max: 200 }),
    rechtsvorm: tekst('de rechtsvorm', { min: 0, max: 60 }),
    plaats: tekst('de plaats', { min: 0, max: 100 }),
    grootteklasse: keuze('de grootteklasse', grootteklassen),
    medewerkers: geheel('het aantal medewerkers', 0, 1_000_000),
    contractVan: facultatief(dag('de eerste contractdag')),
  },
}

/** An aanbieder that stands in the file twice must be the same both times. */
export function tegenstrijdigeAanbieders(rijen: readonly CsvRij<Aanbiederrij>[]): CsvFout[] {
  const eerste = new Map<string, CsvRij<Aanbiederrij>>()
  const fouten: CsvFout[] = []
  for (const rij of rijen) {
    const eerder = eerste.get(rij.waarde.agb)
    if (!eerder) {
      eerste.set(rij.waarde.agb, rij)
    } else if (JSON.stringify(Object.values(eerder.waarde)) !== JSON.stringify(Object.values(rij.waarde))) {
      const melding = `Rij ${rij.rij}: deze AGB-code staat ook in rij ${eerder.rij}, met andere gegevens. Laat één van beide rijen weg.`
      fouten.push({ code: 'csv-waarde', melding, rij: rij.rij })
    }
  }
  return fouten
}
