import type { Context } from '../../../platform/context.ts'
import type { CsvRijoordeel, Wijziging } from '../../begrippen/csv.ts'
import type { Overeenkomstinvoer } from './groepeer-overeenkomsten.ts'
import { leesStand, type Overeenkomststand } from './lees-stand.ts'

/** An overeenkomst from a file beside what is known of it, and what would change. */
export type Vergelijking = {
  invoer: Overeenkomstinvoer
  stand: Overeenkomststand | undefined
  rijen: CsvRijoordeel[]
  /** Changes of what was known; empty for a new overeenkomst. */
  wijzigingen: Wijziging[]
}

const velden = [
  'agb',
  'onderwerp',
  'begindatum',
  'einddatum',
  'verlengingen',
  'verlengingMaanden',
  'gemeenten',
] as const

/**
 * What each row would do. Reads what is known of these overeenkomsten in a fixed number of queries. `hernoemd`: products of the
 * catalogue that the file gives another name, by the row that does so first.
 */
export async function vergelijkOvereenkomsten(
  ctx: Context,
  invoer: readonly Overeenkomstinvoer[],
  hernoemd: ReadonlyMap<number, Wijziging>,
): Promise<Vergelijking[]> {
  const standen = await leesStand(
    ctx,
    invoer.map(({ nummer }) => nummer),
  )
  return invoer.map((overeenkomst) => {
    const vergelijking = vergelijk(overeenkomst, standen.get(overeenkomst.nummer))
    return { ...vergelijking, rijen: vergelijking.rijen.map((rij) => metNaam(rij, hernoemd.get(rij.rij))) }
  })
}

function metNaam(rij: CsvRijoordeel, naam: Wijziging | undefined): CsvRijoordeel {
  return naam === undefined
    ? rij
    : { ...rij, oordeel: rij.oordeel === 'nieuw' ? 'nieuw' : 'gewijzigd', wijzigingen: [...rij.wijzigingen, naam] }
}

function vergelijk(invoer: Overeenkomstinvoer, stand: Overeenkomststand | undefined): Vergelijking {
  const rijen = invoer.tarieven.map(({ rij, product, jaar, cent, dubbel }): CsvRijoordeel => {
    const titel = `${invoer.nummer}, ${product.slice(3)}, ${jaar}`
    if (dubbel) {
      return {
        rij,
        titel,
        oordeel: 'ongewijzigd',
        wijzigingen: [],
        melding: 'Deze rij staat al eerder in het bestand.',
      }
    }
    const oud = stand?.producten.get(product)?.tarieven.get(jaar)
    const tarief = verschil({ veld: 'tarief', bij: `${product.slice(3)}, ${jaar}` }, oud ?? null, cent)
    const wijzigingen = stand ? [...tarief, ...verschillenBij(rij, invoer, stand)] : []
    const oordeel = oud === undefined ? 'nieuw' : wijzigingen.length > 0 ? 'gewijzigd' : 'ongewijzigd'
    return { rij, titel, oordeel, wijzigingen, melding: null }
  })
  return { invoer, stand, rijen, wijzigingen: rijen.flatMap(({ wijzigingen }) => wijzigingen) }
}

/** What this row is the first to say of the overeenkomst, the product and the ceiling. */
function verschillenBij(rij: number, invoer: Overeenkomstinvoer, stand: Overeenkomststand): Wijziging[] {
  const algemeen = invoer.rij === rij ? velden.flatMap((veld) => verschil({ veld }, stand[veld], invoer[veld])) : []
  const producten = [...invoer.producten].flatMap(([sleutel, product]) => {
    const bekend = stand.producten.get(sleutel)
    const bij = product.productcode
    return product.rij !== rij || !bekend
      ? []
      : [
          ...verschil({ veld: 'eenheidTarief', bij }, bekend.eenheidTarief, product.eenheidTarief),
          ...verschil({ veld: 'eenheidDeclaratie', bij }, bekend.eenheidDeclaratie, product.eenheidDeclaratie),
        ]
  })
  const plafonds = [...invoer.plafonds].flatMap(([jaar, plafond]) =>
    plafond.rij === rij
      ? verschil({ veld: 'plafond', bij: String(jaar) }, stand.plafonds.get(jaar) ?? null, plafond.cent)
      : [],
  )
  return [...algemeen, ...producten, ...plafonds]
}

function verschil(
  waar: { veld: string; bij?: string },
  oud: string | number | null,
  nieuw: string | number | null,
): Wijziging[] {
  return oud === nieuw
    ? []
    : [{ ...waar, oud: oud === null ? null : String(oud), nieuw: nieuw === null ? null : String(nieuw) }]
}
