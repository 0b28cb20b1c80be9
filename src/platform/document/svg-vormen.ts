import { SaxesParser, type SaxesTagNS } from 'saxes'
import type { Vorm } from './document.ts'

type Uitkomst = { breedte: number; hoogte: number; vormen: Vorm[] } | { fout: string }
type Stand = { matrix: number[]; kleur: string }

const SVG = 'http://www.w3.org/2000/svg'
const MEESTE = 2_000
const ANDERS = 'Bewaar het logo als eenvoudige SVG met gevulde vlakken, of als PNG.'

/**
 * The filled shapes of a simple SVG: paths, rectangles, circles, ellipses and polygons in groups, each in one colour. Everything else
 * (text, pictures, gradients, lines, scripts, references) is refused with its name: a letterhead that comes out half is worse.
 */
export function leesVormen(tekst: string): Uitkomst {
  const lezer = new SaxesParser({ xmlns: true })
  const stapel: Stand[] = [{ matrix: [1, 0, 0, 1, 0, 0], kleur: '#000000' }]
  const vormen: Vorm[] = []
  let maat: { breedte: number; hoogte: number } | undefined
  let fout: string | undefined
  const weiger = (zin: string) => {
    fout ??= `${zin} ${ANDERS}`
  }

  lezer.on('error', () => weiger('Dit bestand is geen PNG en geen leesbare SVG.'))
  lezer.on('opentag', (tag: SaxesTagNS) => {
    if (fout !== undefined) return
    const waarde = (naam: string) => tag.attributes[naam]?.value
    const boven = stapel.at(-1)!
    const stand: Stand = { matrix: boven.matrix, kleur: boven.kleur }
    stapel.push(stand)
    // what an editor left in a name space of its own is not drawn
    if (tag.uri !== SVG) {
      if (maat === undefined) weiger('Dit bestand is geen SVG.')
      return
    }
    const verboden = Object.keys(tag.attributes).find(
      (naam) =>
        /^(on|style$|class$|mask$|filter$|clip-path$|stroke$|opacity$|.*href$)/.test(naam) && waarde(naam) !== 'none',
    )
    if (verboden !== undefined) {
      weiger(`Het logo gebruikt het kenmerk "${verboden}", en dat kan hier niet.`)
      return
    }
    const vul = waarde('fill')
    if (vul !== undefined && vul !== 'none' && kleurVan(vul) === undefined) {
      weiger(`De kleur "${vul.slice(0, 30)}" kan hier niet.`)
      return
    }
    if (vul !== undefined) stand.kleur = vul === 'none' ? 'none' : kleurVan(vul)!
    const draai = leesMatrix(waarde('transform') ?? '')
    if (draai === undefined) {
      weiger('Het logo is verdraaid op een manier die hier niet kan.')
      return
    }
    stand.matrix = maal(boven.matrix, draai)

    if (tag.local === 'svg') {
      const [x = 0, y = 0, breedte = 0, hoogte = 0] = getallen(
        waarde('viewBox') ?? `0 0 ${waarde('width') ?? ''} ${waarde('height') ?? ''}`,
      )
      if (maat !== undefined || !(breedte > 0 && hoogte > 0)) {
        weiger('Het logo noemt zijn maat niet.')
        return
      }
      maat = { breedte, hoogte }
      stand.matrix = [1, 0, 0, 1, -x, -y]
      return
    }
    if (['g', 'title', 'desc', 'metadata'].includes(tag.local)) return
    const pad = padVan(tag.local, (naam) => Number(waarde(naam) ?? 0), waarde('d') ?? waarde('points') ?? '')
    if (pad === undefined) {
      weiger(`Het logo gebruikt het onderdeel "${tag.local}", en dat kan hier niet.`)
      return
    }
    if (vormen.length >= MEESTE) {
      weiger('Het logo heeft te veel vormen.')
      return
    }
    if (stand.kleur !== 'none') vormen.push({ pad, kleur: stand.kleur, matrix: stand.matrix })
  })
  lezer.on('closetag', () => void stapel.pop())
  try {
    lezer.write(tekst).close()
  } catch {
    weiger('Dit bestand is geen PNG en geen leesbare SVG.')
  }
  if (fout === undefined && (maat === undefined || vormen.length === 0)) weiger('Er staat geen vorm in het logo.')
  return fout === undefined ? { ...maat!, vormen } : { fout }
}

const NAMEN: Record<string, string> = { black: '#000000', white: '#ffffff', currentcolor: '#000000' }

function kleurVan(tekst: string): string | undefined {
  const klein = tekst.trim().toLowerCase()
  if (/^#[0-9a-f]{6}$/.test(klein)) return klein
  if (/^#[0-9a-f]{3}$/.test(klein)) return klein.replace(/[0-9a-f]/g, '$&$&')
  return NAMEN[klein]
}

const getallen = (tekst: string) => (tekst.match(/[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/gi) ?? []).map(Number)

function leesMatrix(tekst: string): number[] | undefined {
  let matrix = [1, 0, 0, 1, 0, 0]
  const rest = tekst.replace(/(\w+)\s*\(([^)]*)\)\s*,?/g, (heel, naam: string, tussen: string) => {
    const [a = 0, b, c, d = 0, e = 0, f = 0] = getallen(tussen)
    const stap =
      naam === 'translate'
        ? [1, 0, 0, 1, a, b ?? 0]
        : naam === 'scale'
          ? [a, 0, 0, b ?? a, 0, 0]
          : naam === 'matrix'
            ? [a, b ?? 0, c ?? 0, d, e, f]
            : naam === 'rotate' && b === undefined
              ? draaiing(a)
              : undefined
    if (stap === undefined) return heel
    matrix = maal(matrix, stap)
    return ''
  })
  return rest.trim() === '' ? matrix : undefined
}

function draaiing(graden: number): number[] {
  const hoek = (graden * Math.PI) / 180
  return [Math.cos(hoek), Math.sin(hoek), -Math.sin(hoek), Math.cos(hoek), 0, 0]
}

function maal(m: readonly number[], n: readonly number[]): number[] {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = m
  const [g = 0, h = 0, i = 0, j = 0, k = 0, l = 0] = n
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f]
}

/** Each shape as a path of the characters that a path may hold. */
function padVan(soort: string, getal: (naam: string) => number, gegeven: string): string | undefined {
  switch (soort) {
    case 'path':
      return /^[\s,MmLlHhVvCcSsQqTtAaZz0-9eE.+-]{1,100000}$/.test(gegeven) ? gegeven : undefined
    case 'polygon': {
      const punten = getallen(gegeven)
      return punten.length < 6 || punten.length % 2 !== 0 ? undefined : `M${punten.join(' ')}Z`
    }
    case 'rect':
      return `M${getal('x')} ${getal('y')}h${getal('width')}v${getal('height')}h${-getal('width')}Z`
    case 'circle':
      return ellips(getal('cx'), getal('cy'), getal('r'), getal('r'))
    case 'ellipse':
      return ellips(getal('cx'), getal('cy'), getal('rx'), getal('ry'))
    default:
      return undefined
  }
}

const ellips = (x: number, y: number, rx: number, ry: number) =>
  `M${x - rx} ${y}a${rx} ${ry} 0 1 0 ${2 * rx} 0a${rx} ${ry} 0 1 0 ${-2 * rx} 0Z`
