import type { Minimum } from './gespreksregels.ts'

type Frequentie = { code: string; aantal: number; perJaren: number }

export type Nodig = { aantal: number; reden: string }

/**
 * How many meetings an aanbieder must have in a calendar year, and why. By class the regelset says how many, and never fewer than
 * its lowest number; without a class that lowest number (GES-01, CLS-11, AMB-06, AMB-07).
 */
export function hoeveelGesprekken(minimum: Minimum, klasse: number | null, frequenties: readonly Frequentie[]): Nodig {
  if (minimum.wijze === 'frequentie') {
    const frequentie = frequenties.find(({ code }) => code === minimum.frequentie)
    const aantal = frequentie ? Math.ceil(frequentie.aantal / frequentie.perJaren) : 1
    return { aantal, reden: `Elk jaar ten minste ${keer(aantal)}, met elke aanbieder.` }
  }
  const { laagste } = minimum
  const eigen = minimum.klassen.find((een) => een.klasse === klasse)
  const waarom = klasse === null ? 'Er is nog geen klasse vastgesteld' : `Klasse ${klasse}`
  if (!eigen || eigen.aantal < laagste) {
    return { aantal: laagste, reden: `${waarom}: het laagste aantal van de regio, ${keer(laagste)} per jaar.` }
  }
  return { aantal: eigen.aantal, reden: `${waarom}: ${keer(eigen.aantal)} per jaar.` }
}

function keer(aantal: number): string {
  return aantal === 1 ? 'één keer' : `${aantal} keer`
}
