import type { Element, Waardetype } from '../../src/domain/do/bericht/beschrijving/vorm.ts'
import { maakBoom, type Boom } from './bericht-boom.ts'
import type { Toeval } from './bericht-toeval.ts'

/** A random message that follows the description: optional parts come and go, lists have one to three parts. `net`: written plainly. */
export function maakBericht(wortel: Element, toeval: Toeval, net: boolean): Boom {
  const { naam, basis, inhoud } = wortel
  if ('waarde' in inhoud) {
    return maakBoom(naam, basis, maakWaarde(inhoud.waarde, toeval, net))
  }
  const kinderen = inhoud.groep.elementen.flatMap((element) => {
    const aantal = !element.verplicht && toeval.kans(0.4) ? 0 : element.herhaalt ? 1 + toeval.onder(3) : 1
    return Array.from({ length: aantal }, () => maakBericht(element, toeval, net))
  })
  return maakBoom(naam, basis, '', kinderen)
}

function maakWaarde(type: Waardetype, toeval: Toeval, net: boolean): string {
  switch (type.soort) {
    case 'code':
      return toeval.kies(type.codes)
    case 'datum':
      return toeval.kies(['2024-02-29', '2025-12-31', '2026-01-01', ' 2025-06-30\n'])
    case 'tijd':
      return toeval.kies(['00:00:00', '23:59:59', '12:34:56.789', '24:00:00'])
    case 'getal':
      return type.letterlijk ?? toeval.kies(['0', '1', String(type.max), '007', ' 5 ', '+3', '-0'])
    case 'tekst':
      return maakTekst(type, toeval, net ? NETTE_TEKENS : TEKENS)
  }
}

const NETTE_TEKENS = ['a', 'Z', '9', ' ', 'é', 'ö', '😀', '-', '.', "'", '>', ']', '\t']
const TEKENS = ['a', 'Z', '9', ' ', 'é', 'ö', '😀', '<', '&', '-', '.', "'", '\u00a0', ']']

function maakTekst(
  { min, max, patroon }: Extract<Waardetype, { soort: 'tekst' }>,
  toeval: Toeval,
  vrij: readonly string[],
): string {
  for (let poging = 0; poging < 50; poging++) {
    const bovengrens = Math.min(max, 40)
    const lengte = toeval.kies([
      min,
      bovengrens,
      max === Number.POSITIVE_INFINITY ? 300 : max,
      min + toeval.onder(bovengrens),
    ])
    const tekens = toeval.kies([vrij, ['0', '7'], ['A', 'b'], ['1', '.', '0']])
    const tekst = Array.from({ length: Math.min(lengte, max) }, () => toeval.kies(tekens)).join('')
    if (patroon === null || patroon.test(tekst)) {
      return tekst
    }
  }
  return ['1.0.0', '10.20.0', '12345678', '1234', '123456789'].find((tekst) => patroon?.test(tekst) ?? true) ?? 'x'
}
