import { Organisatieregels } from '../../domain/plan/organisatie/regels.ts'
import { rollen } from '../../domain/rechten.ts'
import { opsomming } from '../ui/notatie.ts'

/** Part "organisatie" as people read it: per model what it asks and what is known against it, in sentences. */
export function toonOrganisatieregels(inhoud: unknown): unknown {
  const gelezen = Organisatieregels.safeParse(inhoud)
  if (!gelezen.success) return inhoud
  const { aanpak, positionering, functiemodellen, ...overig } = gelezen.data
  return {
    ...(aanpak && { aanpak }),
    positionering: positionering.map(({ naam, vraagt, nadelen, bron }) => ({
      naam,
      vraagt,
      nadelen: zinnen(nadelen),
      bron,
    })),
    functiemodellen: functiemodellen.map(({ naam, bundels, nadelen, bron }) => ({
      naam,
      bundels: bundels.map((een) => `${een.naam}: ${opsomming(een.rollen.map((rol) => rollen[rol].toLowerCase()))}.`),
      nadelen: zinnen(nadelen),
      bron,
    })),
    ...overig,
    kerntaken: overig.kerntaken.map(({ naam }) => naam),
  }
}

function zinnen(nadelen: readonly { soort: string; tekst: string }[]): string[] {
  return nadelen.map(({ soort, tekst }) =>
    soort === 'risico' ? `Risico: ${tekst.charAt(0).toLowerCase()}${tekst.slice(1)}` : tekst,
  )
}
