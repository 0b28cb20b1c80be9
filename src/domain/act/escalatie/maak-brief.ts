import { datumzin } from '../../begrippen/datumzin.ts'
import { vulAlinea } from '../brief/vul-alinea.ts'
import { gronden } from './gronden.ts'
import { deelVan, type Ladder, type Veld } from './ladder.ts'
import { veldenVan } from './toets.ts'
import type { Zet } from './zaak.ts'

/** What a letter says beside what was filled in with its step. */
export type Briefgegevens = {
  aanbieder: string
  regio: string
  kenmerk: string
  gespreksdatum: Temporal.PlainDate | null
  /** Names of the gemeenten and products a measure can be limited to, by code. */
  namen: ReadonlyMap<string, string>
}

export type Brieftekst = {
  code: string
  naam: string
  onderwerp: string
  aangetekend: boolean
  alineas: string[]
}

/**
 * The letter of a step, as paragraphs: its template with the words filled in. A sentence that asks a word which may stay empty is left
 * out when it is. Null when the step has no letter.
 */
export function maakBrief(ladder: Ladder, zet: Zet, gegevens: Briefgegevens): Brieftekst | null {
  const overgang = deelVan(ladder, 'overgangen', zet.overgang)
  if (overgang.brief === null) return null
  const { code, naam, onderwerp, aangetekend, alineas } = deelVan(ladder, 'brieven', overgang.brief)
  const velden = veldenVan(ladder, overgang)
  const woorden: Record<string, string> = {
    aanbieder: gegevens.aanbieder,
    regio: gegevens.regio,
    kenmerk: gegevens.kenmerk,
    datum: datumzin(zet.datum),
    motivering: zet.motivering.trim(),
    grond: zet.grond ? gronden[zet.grond] : '',
    gespreksdatum: gegevens.gespreksdatum ? datumzin(gegevens.gespreksdatum) : '',
    maatregelen: zet.maatregelen.map((een) => maatregelzin(ladder, een, gegevens.namen)).join('; '),
    ...Object.fromEntries(velden.flatMap((veld) => [[veld.code, waarde(veld, zet.velden[veld.code] ?? '')]])),
  }
  return {
    code,
    naam,
    onderwerp: onderwerp || naam,
    aangetekend,
    alineas: alineas.flatMap((alinea) => vulAlinea(alinea, woorden) ?? []),
  }
}

/** A measure as it was decided, with its amount, day or scope: "boete, bedrag € 1.250,00", "cliëntenstop, gemeenten Zaanstad, Purmerend". */
export function maatregelzin(
  ladder: Ladder,
  { soort, velden: gevuld }: Zet['maatregelen'][number],
  namen: ReadonlyMap<string, string>,
): string {
  const { naam, velden } = deelVan(ladder, 'maatregelen', soort)
  const delen = velden.flatMap((veld) => {
    const tekst = waarde(veld, gevuld[veld.code] ?? '', namen)
    return tekst === '' ? [] : [`${klein(veld.naam)} ${tekst}`]
  })
  return [klein(naam), ...delen].join(', ')
}

const klein = (tekst: string) => tekst.charAt(0).toLowerCase() + tekst.slice(1)

/** A value as a letter writes it. */
export function waarde(
  { code, soort, opties = [] }: Veld,
  tekst: string,
  namen: ReadonlyMap<string, string> = new Map(),
): string {
  if (tekst.trim() === '') return ''
  if (code === 'gemeenten' || code === 'producten') {
    return tekst
      .split(',')
      .map((een) => namen.get(een) ?? een)
      .join(', ')
  }
  if (soort === 'datum') return datumzin(Temporal.PlainDate.from(tekst))
  if (soort === 'bedrag') return (Number(tekst) / 100).toLocaleString('nl-NL', { style: 'currency', currency: 'EUR' })
  if (soort === 'keuze') return opties.find(({ code }) => code === tekst)?.naam ?? tekst
  return tekst.trim()
}
