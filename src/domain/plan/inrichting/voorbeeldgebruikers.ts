import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { inReadTransaction } from '../../../platform/transaction.ts'
import { rollen, type Rol } from '../../rechten.ts'
import { findRegio } from './queries.ts'

/** `hoofdrol`: the first person with one of the roles most of the work is done in. */
export type Voorbeeldgebruiker = { id: string; naam: string; rol: string; ziet: string; hoofdrol: boolean }

/** A demonstration region with its people; `regelset` is the code of its regelset. */
export type Voorbeeldregio = { id: string; naam: string; regelset: string; gebruikers: Voorbeeldgebruiker[] }

const HOOFDROLLEN: readonly Rol[] = [
  'contractmanager',
  'contractbeheerder',
  'contracteigenaar',
  'lokaal team',
  'backoffice',
  'toezichthouder',
  'beleid',
  'functioneel beheerder',
  'aanbieder',
]

type Rij = {
  regioId: string
  regio: string
  id: string
  naam: string
  functie: string
  rol: Rol
  aanbieder: string | null
}

/**
 * The demonstration regions in the order they were made, and their people with their first role. The database gives them in
 * demonstration mode only, and never beside another region.
 */
export async function listVoorbeeldregios(anoniem: Context): Promise<Voorbeeldregio[]> {
  const rijen = await inReadTransaction(anoniem, async (ctx) => {
    await sql`select set_config('overlap.voorbeeld', 'aan', true)`.execute(ctx.db)
    return (await sql<Rij>`select * from voorbeeldgebruikers()`.execute(ctx.db)).rows
  })
  const regios: Voorbeeldregio[] = []
  for (const [id, eigen] of Map.groupBy(rijen, ({ regioId }) => regioId)) {
    const { regelset } = await inReadTransaction({ ...anoniem, regioId: id }, findRegio)
    regios.push({ id, naam: eigen[0]!.regio, regelset, gebruikers: eigen.map((rij) => gebruiker(rij, eigen)) })
  }
  return regios
}

function gebruiker({ id, naam, functie, rol, aanbieder }: Rij, alle: readonly Rij[]): Voorbeeldgebruiker {
  return {
    id,
    naam,
    rol: rolnaam(rol, aanbieder),
    ziet: functie,
    hoofdrol: HOOFDROLLEN.includes(rol) && alle.find((een) => een.rol === rol)?.id === id,
  }
}

/** "Aanbieder: De Weidse Blik", "Aanbieder: De Weidse Blik, administratie". */
function rolnaam(rol: Rol, aanbieder: string | null): string {
  if (!aanbieder) return rollen[rol]
  const functie = rollen[rol].split(': ')[1]
  return `Aanbieder: ${aanbieder}${functie ? `, ${functie}` : ''}`
}
