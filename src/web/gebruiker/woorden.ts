import type { Gebruikersstand } from '../../domain/plan/gebruiker/list-gebruikers.ts'
import { rollen, type Rol } from '../../domain/rechten.ts'
import { opsomming } from '../ui/notatie.ts'

export const standen: Record<Gebruikersstand, string> = {
  actief: 'actief',
  uitgenodigd: 'uitgenodigd, nog niet aanvaard',
  'zonder rol': 'zonder rol',
  uitgeschakeld: 'uitgeschakeld',
}

export const rolnaam = (rol: string): string => rollen[rol as Rol]

export const wetten = { wmo: 'Wmo', jw: 'Jeugdwet' } as const

type Grens = {
  aanbieder: string | null
  gemeentenamen: string[] | null
  wet: 'wmo' | 'jw' | null
  categorieen: string[] | null
}

/** "hele regio", "Purmerend en Zaanstad, Jeugdwet", "De Weidse Blik" */
export function grenszin({ aanbieder, gemeentenamen, wet, categorieen }: Grens): string {
  if (aanbieder !== null) return aanbieder
  const delen = [
    gemeentenamen && opsomming(gemeentenamen),
    wet && wetten[wet],
    categorieen && `${categorieen.length === 1 ? 'categorie' : 'categorieën'} ${opsomming(categorieen)}`,
  ].filter((deel) => deel !== null)
  return delen.length === 0 ? 'hele regio' : delen.join(', ')
}
