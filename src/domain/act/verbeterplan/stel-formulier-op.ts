import type { Bron } from '../../begrippen/bron.ts'
import type { Termijn } from '../../begrippen/termijn.ts'
import type { Gebrek } from './plan.ts'
import { Planregels, VAST } from './planregels.ts'
import {
  formuliertermijnen,
  toetsFormulier,
  type Formulierinvoer,
  type Formuliertermijn,
  type Genoemd,
  type Vraaginvoer,
} from './toets-formulier.ts'

/** Where the change was decided and why: the source of what is new in it. */
export type Formulierbesluit = { bron: string; reden: string }

export type Opgesteld = { regels: Planregels } | { gebreken: Gebrek[] }

/**
 * The form of a plan as somebody changed it (PLN-04), or what is wrong with it, by field. What did not change keeps its source. A question
 * keeps its code, by which plans, and records of a case, know it; the answer to a new one goes where that to the question that names a point goes.
 */
export function stelFormulierOp(oud: Planregels, invoer: Formulierinvoer, besluit: Formulierbesluit): Opgesteld {
  const vragen = metCodes(oud, invoer.vragen)
  const gebreken = toetsFormulier(vragen, invoer)
  const { zaak, gebreken: vanZaak } = volgZaak(oud, vragen)
  gebreken.push(...vanZaak)
  if (gebreken.length > 0) return { gebreken }
  const nieuweBron = (paragraaf: string): Bron => ({ document: besluit.bron, paragraaf, tekst: besluit.reden })
  const gelezen = Planregels.safeParse({
    ...oud,
    naam: invoer.naam,
    inleiding: invoer.inleiding,
    vragen: vragen.map(({ rij: _, ...vraag }) => vraag),
    kern: invoer.kern,
    wie: invoer.wie,
    wanneer: invoer.wanneer,
    hoogstensPunten: invoer.hoogstensPunten,
    criteria: invoer.criteria.map(
      (tekst) =>
        oud.criteria.find((een) => een.tekst === tekst) ?? { tekst, bron: nieuweBron('Waaraan wordt getoetst') },
    ),
    termijnen: oud.termijnen.map((termijn) => {
      const wat = formuliertermijnen.find((een) => oud.termijnVoor[een] === termijn.code)
      return wat === undefined ? termijn : metLengte(termijn, invoer.termijnen[wat], nieuweBron(termijn.naam))
    }),
    zaak,
  })
  return gelezen.success
    ? { regels: gelezen.data }
    : {
        gebreken: gelezen.error.issues.map(({ path, message }) => ({
          veld: String(path[0] ?? 'naam'),
          zin: `${message}.`,
        })),
      }
}

function metCodes(oud: Planregels, vragen: readonly Vraaginvoer[]): Genoemd[] {
  const bekend = new Set(oud.vragen.map(({ code }) => code))
  const bezet = new Set<string>([...VAST, ...bekend])
  return vragen.map(({ code, ...vraag }) => {
    if (code !== null && bekend.has(code)) return { ...vraag, code }
    const nieuw = maakCode(vraag.naam, bezet)
    bezet.add(nieuw)
    return { ...vraag, code: nieuw }
  })
}

function maakCode(naam: string, bezet: ReadonlySet<string>): string {
  const kaal =
    naam
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 40) || 'vraag'
  for (let n = 1; ; n++) {
    const code = n === 1 ? kaal : `${kaal}-${String(n)}`
    if (!bezet.has(code)) return code
  }
}

function metLengte(
  termijn: Termijn,
  { lengte, eenheid }: Formulierinvoer['termijnen'][Formuliertermijn],
  bron: Bron,
): Termijn {
  if (termijn.eenheid !== 'vaste datum' && termijn.lengte === lengte && termijn.eenheid === eenheid) return termijn
  const { code, naam, startgebeurtenis, kalender } = termijn
  const rolt = 'doorrollen' in termijn && (eenheid === 'weken' || eenheid === 'kalenderdagen')
  return {
    code,
    naam,
    startgebeurtenis,
    kalender,
    bron,
    eenheid,
    lengte: lengte!,
    richting: 'vooruit',
    doorrollen: rolt ? termijn.doorrollen : 'niet',
  }
}

/** A case records the answers by question: who left goes out of it, who came goes with the question that names a point. */
function volgZaak({ zaak, kern, vragen: oude }: Planregels, vragen: readonly Genoemd[]) {
  const codes = new Set<string>([...VAST, ...vragen.map(({ code }) => code)])
  const erbij = vragen.map(({ code }) => code).filter((code) => !oude.some((vraag) => vraag.code === code))
  const gebreken: Gebrek[] = []
  if (zaak === null) return { zaak, gebreken }
  const stukken = Object.fromEntries(
    Object.entries(zaak.stukken).map(([gebeurtenis, stuk]) => {
      if (!stuk.velden) return [gebeurtenis, stuk]
      const velden = Object.fromEntries(
        Object.entries(stuk.velden).map(([veld, van]) => {
          const over = van.filter((code) => codes.has(code))
          if (over.length === 0) {
            const weg = oude.filter(({ code }) => van.includes(code)).map(({ naam }) => `"${naam}"`)
            gebreken.push({
              veld: 'vragen',
              zin: `Het stuk in een escalatie heeft een antwoord nodig op ${weg.join(' of ')}. Laat ten minste één van die vragen staan.`,
            })
          }
          return [veld, van.includes(kern) ? [...over, ...erbij] : over]
        }),
      )
      return [gebeurtenis, { ...stuk, velden }]
    }),
  )
  return { zaak: { ...zaak, stukken }, gebreken }
}
