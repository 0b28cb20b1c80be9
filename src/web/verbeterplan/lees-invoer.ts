import { vastePunten, type Puntinvoer } from '../../domain/act/verbeterplan/doe-indiening.ts'
import type { Puntoordeel } from '../../domain/act/verbeterplan/doe-oordeel.ts'
import type { Meldinvoer } from '../../domain/act/verbeterplan/doe-realisatie.ts'
import { puntenVan, type Gebrek, type Plan } from '../../domain/act/verbeterplan/plan.ts'
import type { Planregels } from '../../domain/act/verbeterplan/planregels.ts'
import { vrijeTekst } from '../../domain/begrippen/vrije-tekst.ts'
import { leesDatum } from '../lees-datum.ts'
import { datumZonderDag } from '../lijst.ts'
import type { Veldfout } from '../ui/foutenlijst.tsx'

/** The fields of a form by name, as somebody typed them. */
export type Waarden = Readonly<Record<string, string>>

const LANG = 4000
const KORT = 120
// more points than any form lets in; beyond it a request is no form of ours
const MEESTE = 60

/** What a form said, without what only the program needs; files and lists are left out. */
export function veldenVan(velden: Record<string, unknown>): Waarden {
  return Object.fromEntries(
    Object.entries(velden).flatMap(([naam, waarde]) =>
      typeof waarde === 'string' && naam !== 'csrf' && naam !== 'stap' && naam !== 'weg' ? [[naam, waarde]] : [],
    ),
  )
}

/** A text with what is wrong with it: too long, or a number that may be a BSN. */
function lees(waarden: Waarden, veld: string, max: number, fouten: Veldfout[]): string {
  const gelezen = vrijeTekst(max).safeParse(waarden[veld] ?? '')
  if (gelezen.success) return gelezen.data
  fouten.push({ veld, melding: `${gelezen.error.issues[0]!.message}.`.replace('..', '.') })
  return ''
}

/** A day as people type it; nothing is null, what is no day is wrong. */
function leesDag(waarden: Waarden, veld: string, fouten: Veldfout[]): Temporal.PlainDate | null {
  const tekst = (waarden[veld] ?? '').trim()
  if (tekst === '') return null
  const dag = leesDatum(tekst)
  if (!dag) fouten.push({ veld, melding: 'Vul een bestaande datum in, bijvoorbeeld 13 nov 2026.' })
  return dag ?? null
}

export function aantalPunten(waarden: Waarden): number {
  const aantal = Number(/^\d{1,2}$/.exec(waarden['aantal'] ?? '')?.[0] ?? 0)
  return Math.min(MEESTE, aantal)
}

/** The points of a plan as somebody filled them in. */
export function leesPunten(waarden: Waarden, { vragen }: Planregels): { punten: Puntinvoer[]; fouten: Veldfout[] } {
  const fouten: Veldfout[] = []
  const punten = Array.from({ length: aantalPunten(waarden) }, (_, i): Puntinvoer => {
    const veld = (naam: string) => `punten.${i}.${naam}`
    const nr = /^[1-9]\d{0,3}$/.exec(waarden[veld('nr')] ?? '')?.[0]
    return {
      nr: nr === undefined ? null : Number(nr),
      velden: Object.fromEntries(vragen.map(({ code }) => [code, lees(waarden, veld(code), LANG, fouten)])),
      wie: lees(waarden, veld('wie'), KORT, fouten),
      einddatum: leesDag(waarden, veld('wanneer'), fouten),
    }
  })
  return { punten, fouten }
}

export function leesToelichting(waarden: Waarden): { toelichting: string; fouten: Veldfout[] } {
  const fouten: Veldfout[] = []
  return { toelichting: lees(waarden, 'toelichting', LANG, fouten), fouten }
}

/** What a form starts with: the points that came back, or one empty point. */
export function beginwaarden(plan: Plan): Waarden {
  const vast = new Set(vastePunten(plan).map(({ nr }) => nr))
  const terug = puntenVan(plan).filter(({ nr }) => !vast.has(nr))
  const uit = Object.fromEntries(
    terug.flatMap(({ nr, velden, wie, einddatum }, i) => [
      [`punten.${i}.nr`, String(nr)],
      ...Object.entries(velden).map(([code, tekst]) => [`punten.${i}.${code}`, tekst]),
      [`punten.${i}.wie`, wie],
      [`punten.${i}.wanneer`, datumZonderDag(einddatum)],
    ]),
  ) as Waarden
  return { ...uit, aantal: String(terug.length > 0 ? terug.length : plan.ronde === 0 ? 1 : 0) }
}

/** The same form without one point; those after it move up. */
export function zonderPunt(waarden: Waarden, weg: number): Waarden {
  const uit = Object.entries(waarden).flatMap(([naam, waarde]) => {
    const deel = /^punten\.(\d+)\.(.+)$/.exec(naam)
    if (!deel) return [[naam, waarde] as const]
    const i = Number(deel[1])
    if (i === weg) return []
    return [[`punten.${i > weg ? i - 1 : i}.${deel[2]!}`, waarde] as const]
  })
  return { ...Object.fromEntries(uit), aantal: String(Math.max(0, aantalPunten(waarden) - 1)) }
}

/** Judgements of points as somebody chose them; only those of `nummers` are looked at. */
export function leesOordelen<Soort extends string>(
  waarden: Waarden,
  nummers: readonly number[],
  soorten: readonly Soort[],
): { punten: Puntoordeel<Soort>[]; fouten: Veldfout[] } {
  const fouten: Veldfout[] = []
  const punten = nummers.map((nr) => ({
    nr,
    oordeel: soorten.find((soort) => soort === waarden[`punten.${nr}.oordeel`]) ?? ('' as const),
    reden: lees(waarden, `punten.${nr}.reden`, LANG, fouten),
  }))
  return { punten, fouten }
}

/** The points that were ticked to report, with their text and evidence. */
export function leesMeldingen(
  waarden: Waarden,
  nummers: readonly number[],
): { punten: Meldinvoer[]; fouten: Veldfout[] } {
  const fouten: Veldfout[] = []
  const punten = nummers
    .filter((nr) => waarden[`punten.${nr}.melden`] === 'ja')
    .map((nr) => ({
      nr,
      tekst: lees(waarden, `punten.${nr}.tekst`, LANG, fouten),
      bewijs: lees(waarden, `punten.${nr}.bewijs`, LANG, fouten),
    }))
  return { punten, fouten }
}

export function leesLos(waarden: Waarden, teksten: readonly string[], dagen: readonly string[]) {
  const fouten: Veldfout[] = []
  return {
    tekst: Object.fromEntries(teksten.map((veld) => [veld, lees(waarden, veld, LANG, fouten)])) as Record<
      string,
      string
    >,
    dag: Object.fromEntries(dagen.map((veld) => [veld, leesDag(waarden, veld, fouten)])) as Record<
      string,
      Temporal.PlainDate | null
    >,
    fouten,
  }
}

/** What the rules found beside the fields, once per field; `anders` is where the rest stands. What was typed wrong is said first. */
export function alsFouten(gebreken: readonly Gebrek[], anders: string, eerst: readonly Veldfout[] = []): Veldfout[] {
  const alle = [...eerst, ...gebreken.map(({ veld, zin }) => ({ veld: veld ?? anders, melding: zin }))]
  return alle.filter(({ veld }, i) => alle.findIndex((fout) => fout.veld === veld) === i)
}
