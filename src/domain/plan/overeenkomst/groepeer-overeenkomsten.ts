import type { CsvFout, CsvRij } from '../../begrippen/csv.ts'
import type { Overeenkomstrij } from './overeenkomst-csv.ts'

export type Productinvoer = Pick<
  Overeenkomstrij,
  'productcategorie' | 'productcode' | 'product' | 'eenheidTarief' | 'eenheidDeclaratie'
> & { rij: number }

/** The rows of one overeenkomst brought together. `rij` is the first row that says it. */
export type Overeenkomstinvoer = Pick<
  Overeenkomstrij,
  'agb' | 'onderwerp' | 'begindatum' | 'einddatum' | 'verlengingen' | 'verlengingMaanden' | 'gemeenten'
> & {
  nummer: string
  rij: number
  producten: Map<string, Productinvoer>
  tarieven: { rij: number; product: string; jaar: number; cent: number; dubbel: boolean }[]
  plafonds: Map<number, { rij: number; cent: number | null }>
}

const gelijkPerOvereenkomst = [
  ['agb', 'de AGB-code'],
  ['onderwerp', 'het onderwerp'],
  ['begindatum', 'de begindatum'],
  ['einddatum', 'de einddatum'],
  ['verlengingen', 'het aantal verlengingen'],
  ['verlengingMaanden', 'het aantal maanden per verlenging'],
  ['gemeenten', 'de lijst van gemeenten'],
] as const

const gelijkPerProduct = [
  ['eenheidTarief', 'de eenheid van het tarief'],
  ['eenheidDeclaratie', 'de eenheid in de declaratie'],
] as const

/** One overeenkomst per number; rows that contradict each other are mistakes that name both rows. */
export function groepeerOvereenkomsten(rijen: readonly CsvRij<Overeenkomstrij>[]) {
  const overeenkomsten = new Map<string, Overeenkomstinvoer>()
  const namen = new Map<string, { naam: string; rij: number }>()
  const fouten: CsvFout[] = []
  const tegenspraak = (rij: number, eerder: number, wat: string) =>
    fouten.push({
      code: 'csv-waarde',
      melding: `Rij ${rij}: ${wat} is anders dan in rij ${eerder}. Maak beide rijen gelijk.`,
      rij,
    })

  for (const { rij, waarde } of rijen) {
    const invoer = overeenkomsten.get(waarde.overeenkomst) ?? nieuweInvoer(rij, waarde)
    overeenkomsten.set(invoer.nummer, invoer)
    for (const [veld, noemer] of gelijkPerOvereenkomst) {
      if (invoer[veld] !== waarde[veld]) {
        tegenspraak(rij, invoer.rij, `${noemer} van deze overeenkomst`)
      }
    }

    const sleutel = `${waarde.productcategorie} ${waarde.productcode}`
    const product = invoer.producten.get(sleutel) ?? { ...waarde, rij }
    invoer.producten.set(sleutel, product)
    for (const [veld, noemer] of gelijkPerProduct) {
      if (product[veld] !== waarde[veld]) {
        tegenspraak(rij, product.rij, `${noemer} van dit product`)
      }
    }
    const naam = namen.get(sleutel) ?? { naam: waarde.product, rij }
    namen.set(sleutel, naam)
    if (naam.naam !== waarde.product) {
      tegenspraak(rij, naam.rij, 'de naam van dit product')
    }

    const plafond = invoer.plafonds.get(waarde.jaar) ?? { rij, cent: waarde.plafondCent }
    invoer.plafonds.set(waarde.jaar, plafond)
    if (plafond.cent !== waarde.plafondCent) {
      tegenspraak(rij, plafond.rij, 'het plafond van deze overeenkomst in dit jaar')
    }
    const eerder = invoer.tarieven.find(({ product, jaar }) => product === sleutel && jaar === waarde.jaar)
    if (eerder && eerder.cent !== waarde.tariefCent) {
      tegenspraak(rij, eerder.rij, 'het tarief van dit product in dit jaar')
    }
    invoer.tarieven.push({
      rij,
      product: sleutel,
      jaar: waarde.jaar,
      cent: waarde.tariefCent,
      dubbel: eerder !== undefined,
    })
  }
  return { overeenkomsten: [...overeenkomsten.values()], fouten }
}

function nieuweInvoer(rij: number, waarde: Overeenkomstrij): Overeenkomstinvoer {
  return { ...waarde, nummer: waarde.overeenkomst, rij, producten: new Map(), tarieven: [], plafonds: new Map() }
}
