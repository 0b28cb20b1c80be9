import ExcelJS from 'exceljs'
import { listEntries } from './bericht-zipinhoud.ts'

export type Antwoord = { pad: string; status: number; koppen: string; soort: string; body: Buffer }

/** Somebody who is signed in to the running program. */
export type Bezoeker = {
  get: (pad: string) => Promise<Antwoord>
  post: (pad: string, body: FormData | URLSearchParams) => Promise<Antwoord>
}

export function maakBezoeker(url: string, token: string): Bezoeker {
  const haal = async (pad: string, init: RequestInit): Promise<Antwoord> => {
    const response = await fetch(url + pad, {
      ...init,
      redirect: 'manual',
      headers: { cookie: `__Host-overlap=${token}` },
    })
    return {
      pad,
      status: response.status,
      koppen: JSON.stringify([...response.headers]),
      soort: response.headers.get('content-type')?.split(';')[0] ?? '',
      body: Buffer.from(await response.arrayBuffer()),
    }
  }
  return { get: (pad) => haal(pad, {}), post: (pad, body) => haal(pad, { method: 'POST', body }) }
}

const MEESTE = 4_000
const TEGELIJK = 4

/** Of what exists many times and differs in figures only, a few are enough; what comes out of one message is seen whole. */
const HOOGSTENS: [RegExp, number][] = [
  [/\.(csv|xlsx)\?/, 4],
  [/^\/kpis\/\*/, 12],
  // choices of a list: each page about messages is seen with all of them, of the others a part
  [/^(?!\/(berichten|toewijzingen)).*\?$/, 20],
]

/** An address without what differs from one thing to the next. */
export function vorm(pad: string): string {
  return pad.replaceAll(ID, '*').replaceAll(/\d+/g, '*')
}

export const ID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g

/**
 * Follows every link and every choice of every filter from these pages on. A page with a query is asked for when it has a value of
 * a parameter that was not asked for on that page before, so that orders, filters and page numbers are not all combined.
 */
export async function loopRond(
  { get }: Bezoeker,
  begin: readonly string[],
  bekijk: (antwoord: Antwoord) => Promise<void>,
): Promise<void> {
  const gezien = new Set<string>()
  const aantal = new Map<string, number>()
  const rij: string[] = []
  const voegToe = (pad: string) => {
    const { pathname, searchParams } = new URL(pad, 'http://x')
    const delen = [pathname, ...[...searchParams].map(([naam, waarde]) => `${pathname} ${naam}=${waarde}`)]
    const soort = vorm(pathname) + (searchParams.size > 0 ? '?' : '')
    const hoogstens = HOOGSTENS.find(([patroon]) => patroon.test(soort))?.[1] ?? Infinity
    if (delen.every((deel) => gezien.has(deel)) || (aantal.get(soort) ?? 0) >= hoogstens) return
    for (const deel of delen) gezien.add(deel)
    aantal.set(soort, (aantal.get(soort) ?? 0) + 1)
    rij.push(pad)
  }
  for (const pad of begin) voegToe(pad)
  let bezig = 0
  let gehaald = 0
  await new Promise<void>((klaar, mislukt) => {
    const verder = () => {
      if (rij.length === 0 && bezig === 0) klaar()
      while (rij.length > 0 && bezig < TEGELIJK) {
        if (++gehaald > MEESTE) {
          mislukt(new Error('more pages than can be walked through'))
          return
        }
        bezig++
        get(rij.shift()!)
          .then(async (antwoord) => {
            await bekijk(antwoord)
            for (const pad of listVerwijzingen(antwoord)) voegToe(pad)
            bezig--
            verder()
          })
          .catch(mislukt)
      }
    }
    verder()
  })
}

/** Where a page leads: links, pictures, scripts, addresses in data attributes, redirects, and every choice of a GET form. */
export function listVerwijzingen({ pad, soort, koppen, body }: Antwoord): string[] {
  const naar = (JSON.parse(koppen) as [string, string][]).find(([naam]) => naam === 'location')?.[1]
  const gevonden = naar === undefined ? [] : [naar]
  if (soort === 'text/html') {
    const html = body.toString()
    for (const [, adres = ''] of html.matchAll(/ (?:href|src|data-[a-z-]+)="([^"]*)"/g)) gevonden.push(adres)
    for (const [formulier] of html.matchAll(/<form[^>]*method="get"[\s\S]*?<\/form>/g)) {
      gevonden.push(...listKeuzes(formulier))
    }
  }
  return gevonden
    .map((adres) => adres.replaceAll('&amp;', '&').replace(/#.*/, ''))
    .map((adres) => (adres.startsWith('?') ? pad.replace(/\?.*/, '') + adres : adres))
    .filter((adres) => /^\/(?!\/)/.test(adres))
}

function listKeuzes(formulier: string): string[] {
  const actie = / action="([^"]*)"/.exec(formulier)?.[1] ?? ''
  const keuzes: [string, string][] = []
  for (const [, naam = '', opties = ''] of formulier.matchAll(
    /<select[^>]* name="([^"]*)"[^>]*>([\s\S]*?)<\/select>/g,
  )) {
    for (const [, waarde = ''] of opties.matchAll(/<option[^>]* value="([^"]*)"/g)) keuzes.push([naam, waarde])
  }
  for (const [invoer] of formulier.matchAll(/<input[^>]*>/g)) {
    keuzes.push([/ name="([^"]*)"/.exec(invoer)?.[1] ?? '', / value="([^"]*)"/.exec(invoer)?.[1] ?? ''])
  }
  return keuzes.map(([naam, waarde]) => `${actie}?${new URLSearchParams({ [naam]: waarde }).toString()}`)
}

/** Everything an answer says, also what is packed: every cell and every part of a workbook. */
export async function leesUit({ pad, koppen, soort, body }: Antwoord): Promise<{ tekst: string; bytes: Buffer[] }> {
  const basis = `${pad}\n${koppen}\n`
  if (!soort.endsWith('spreadsheetml.sheet')) {
    return { tekst: basis + body.toString(), bytes: [body] }
  }
  const delen = listEntries(body)
  const boek = new ExcelJS.Workbook()
  await boek.xlsx.load(body as unknown as ArrayBuffer)
  const cellen: string[] = []
  for (const blad of boek.worksheets) {
    cellen.push(blad.name)
    blad.eachRow((rij) => rij.eachCell((cel) => cellen.push(cel.text, JSON.stringify(cel.value))))
  }
  if (cellen.length < 3) throw new Error(`an empty workbook: ${pad}`)
  return { tekst: basis + cellen.join('\n'), bytes: delen.flatMap(({ naam, bytes }) => [Buffer.from(naam), bytes]) }
}
