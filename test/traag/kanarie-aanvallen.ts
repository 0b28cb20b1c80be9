import { kanariebestanden } from './kanarie-berichten.ts'
import type { Antwoord, Bezoeker } from './kanarie-rondgang.ts'
import { BSN, KANARIES } from './kanaries.ts'
import { maakZip } from './kanarie-zip.ts'

type Bekijk = (antwoord: Antwoord) => Promise<void>

/** The token that every form of this session carries. */
export async function leesCsrf({ get }: Bezoeker): Promise<string> {
  const csrf = / name="csrf" value="([^"]+)"/.exec((await get('/')).body.toString())?.[1]
  if (csrf === undefined) throw new Error('no form with a token on the first page')
  return csrf
}

/** Looks for every canary in the search over everything. Only what was typed may come back, and only in the box it was typed in. */
export async function zoekAlles(bezoeker: Bezoeker, bekijk: Bekijk) {
  const csrf = await leesCsrf(bezoeker)
  for (const zoek of KANARIES) {
    await bekijk(zonderZoekvak(await bezoeker.post('/zoeken', new URLSearchParams({ csrf, zoek }))))
  }
}

export function zonderZoekvak(antwoord: Antwoord): Antwoord {
  if (antwoord.soort !== 'text/html') return antwoord
  const html = antwoord.body.toString().replace(/<input[^>]* name="zoek"[^>]*>/g, '')
  return { ...antwoord, body: Buffer.from(html) }
}

/** Delivers all canaries by way of the page, loose and in a zip, in folders and files with nine digits in their names. */
export async function leverIn(bezoeker: Bezoeker): Promise<Antwoord> {
  const bestanden = kanariebestanden()
  const formulier = new FormData()
  formulier.set('csrf', await leesCsrf(bezoeker))
  for (const [naam, inhoud] of Object.entries(bestanden)) {
    formulier.append('bestanden', blob(inhoud), `client ${BSN}/web-${naam}`)
  }
  const inZip = Object.fromEntries(Object.entries(bestanden).map(([naam, inhoud]) => [`${BSN}/${BSN}-${naam}`, inhoud]))
  formulier.append('bestanden', blob(await maakZip(inZip)), `${BSN}.zip`)
  return bezoeker.post('/berichten/inlezen', formulier)
}

/** Shows and confirms wrong CSV files on the page of each kind; what is no file of this kind too. */
export async function leverCsv(bezoeker: Bezoeker, pad: string, bekijk: Bekijk) {
  const csrf = await leesCsrf(bezoeker)
  for (const [naam, inhoud] of Object.entries(kanariebestanden()).filter(([naam]) => naam.endsWith('.csv'))) {
    for (const stap of ['bekijken', 'bevestigen']) {
      const formulier = new FormData()
      formulier.set('csrf', csrf)
      formulier.set('stap', stap)
      formulier.set('bestand', blob(inhoud), `${BSN}-${naam}`)
      await bekijk(await bezoeker.post(pad, formulier))
    }
  }
}

function blob(inhoud: string | Buffer): Blob {
  return new Blob([typeof inhoud === 'string' ? inhoud : new Uint8Array(inhoud)])
}

export type Formulier = { actie: string; velden: string[] }

/** The POST forms of a page with fields in which somebody can type. */
export function listFormulieren({ soort, body }: Antwoord): Formulier[] {
  if (soort !== 'text/html') return []
  return [...body.toString().matchAll(/<form[^>]*method="post"[\s\S]*?<\/form>/g)].flatMap(([html]) => {
    const actie = / action="([^"]*)"/.exec(html)?.[1] ?? ''
    const invoer = [...html.matchAll(/<(?:input|textarea)[^>]*>/g)].map(([veld]) => veld)
    const velden = invoer.filter((veld) => !/ type="(hidden|file|checkbox|radio|submit)"/.test(veld))
    const namen = velden.map((veld) => / name="([^"]*)"/.exec(veld)?.[1] ?? '')
    return namen.length === 0 || actie === '/zoeken' ? [] : [{ actie, velden: namen }]
  })
}

/** Types a BSN in every field of a form: it must be refused, whatever the form is for. Gives the status of each answer. */
export async function typBsn(bezoeker: Bezoeker, { actie, velden }: Formulier, bekijk: Bekijk): Promise<number[]> {
  const csrf = await leesCsrf(bezoeker)
  const statussen: number[] = []
  for (const veld of velden) {
    const antwoord = await bezoeker.post(actie, new URLSearchParams({ csrf, [veld]: `Zie dossier ${BSN}.` }))
    statussen.push(antwoord.status)
    await bekijk(antwoord)
  }
  return statussen
}

/** Addresses with somebody in them, which nobody made but the person who types them. Names of parameters are those of the lists. */
export const VERKEERDE_ADRESSEN = [
  `/${BSN}`,
  '/Kanariezanger/Kwetter',
  ...[
    'aanbieders',
    'overeenkomsten',
    'berichten',
    'toewijzingen',
    'kpis',
    'bevindingen',
    'inrichting',
    'handleiding',
  ].flatMap((lijst) => [`/${lijst}/${BSN}`, `/${lijst}/Kanariezanger`, `/${lijst}.csv/${BSN}`]),
  ...['aanbieders', 'overeenkomsten', 'berichten', 'berichten/rondes', 'kpis', 'bevindingen', 'logboek'].flatMap(
    (lijst) =>
      ['', '.csv', '.xlsx'].map(
        (soort) =>
          `/${lijst}${soort}?${new URLSearchParams(
            [
              ...[
                'zoek',
                'plaats',
                'jaar',
                'gemeente',
                'aanbieder',
                'soort',
                'uitkomst',
                'van',
                'tot',
                'pagina',
                'sorteer',
              ],
              ...[
                'richting',
                'volgorde',
                'grootte',
                'fase',
                'kpi',
                'gedaan',
                'nieuw',
                'wie',
                'onderwerp',
                'bron',
                'stand',
              ],
            ].map((naam) => [naam, BSN]),
          ).toString()}`,
      ),
  ),
]
