import { zonderBsnTekst } from './geen-bsn.ts'

/** A path of this program that somebody can return to after signing in; anything else, another site above all, is Vandaag. */
export function veiligTerug(pad: unknown): string {
  if (typeof pad !== 'string' || pad.length > 2000 || !/^\/(?![/\\])[^\\\u0000-\u001f]*$/.test(pad)) return '/'
  if (/^\/(aanmelden|afmelden|uitnodiging|wachtwoord|sessie)([/?-]|$)/.test(pad)) return '/'
  const url = new URL(pad, 'http://hier')
  return url.host === 'hier' ? url.pathname + url.search : '/'
}

/** A form that was sent when the session was over, kept in the page that asks to sign in: never in a URL, never on the server. */
export type Bewaard = { pad: string; velden: [string, string][] }

const MAXIMUM = 200_000

/** The form as the hidden field carries it on; undefined when there is none or it is not ours. */
export function leesBewaard(tekst: unknown): Bewaard | undefined {
  if (typeof tekst !== 'string' || tekst === '' || tekst.length > MAXIMUM) return undefined
  try {
    const { pad, velden } = JSON.parse(tekst) as Partial<Bewaard>
    if (typeof pad !== 'string' || veiligTerug(pad) !== pad || pad === '/' || !Array.isArray(velden)) return undefined
    const goed = velden.every(
      (paar: unknown) => Array.isArray(paar) && paar.length === 2 && paar.every((deel) => typeof deel === 'string'),
    )
    return goed ? { pad, velden } : undefined
  } catch {
    return undefined
  }
}

/** What was sent, without the proof of the old session and without what may be a BSN; undefined when it is too long to carry. */
export function bewaar(pad: string, velden: Record<string, unknown>): Bewaard | undefined {
  const paren = Object.entries(velden)
    .filter(([naam]) => naam !== 'csrf')
    .flatMap(([naam, waarde]) => [waarde].flat().map((een) => [naam, een] as const))
    .filter((paar): paar is [string, string] => typeof paar[1] === 'string')
    .map(([naam, tekst]): [string, string] => [naam, zonderBsnTekst(tekst)])
  const bewaard = { pad, velden: paren }
  return JSON.stringify(bewaard).length <= MAXIMUM ? bewaard : undefined
}
