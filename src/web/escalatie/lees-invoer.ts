import type { Grond } from '../../domain/act/escalatie/gronden.ts'
import { gronden } from '../../domain/act/escalatie/gronden.ts'
import { deelVan, type Ladder, type Overgang, type Veld } from '../../domain/act/escalatie/ladder.ts'
import { veldenVan } from '../../domain/act/escalatie/toets.ts'
import type { Gebrek, Velden } from '../../domain/act/escalatie/zaak.ts'
import type { Stapinvoer } from '../../domain/act/escalatie/zet-stap.ts'
import { leesBedrag } from '../invoer.ts'
import { UUID } from '../lijst.ts'
import { leesDatum } from '../lees-datum.ts'
import type { Veldfout } from '../ui/foutenlijst.tsx'
import type { Waarden } from './velden.tsx'

/** What a form says, as the rules read it: days as 2026-11-25, amounts in cents; what is neither stays, so that the rules refuse it. */
export function leesVelden(velden: readonly Veld[], voor: string, waarden: Waarden): Velden {
  return Object.fromEntries(
    velden.map(({ code, soort }) => {
      const ruw = [waarden[`${voor}${code}`] ?? ''].flat().join(',').trim()
      if (soort === 'datum') return [code, leesDatum(ruw)?.toString() ?? ruw]
      if (soort === 'bedrag') return [code, ruw === '' ? '' : String(leesBedrag(ruw) ?? ruw)]
      return [code, ruw]
    }),
  )
}

/** Records that can come with a step: those it asks, and those that one of its guards looks at. */
export function stukkenBij(overgang: Overgang, ladder: Ladder): { verplicht: string[]; mogelijk: string[] } {
  const waarborgen = [
    ...overgang.waarborgen,
    ...overgang.gronden.flatMap((grond) => grond.waarborgen),
    ...overgang.maatregelen.start.flatMap((soort) => deelVan(ladder, 'maatregelen', soort).waarborgen),
  ]
  const mogelijk = waarborgen.flatMap((een) => {
    if (een.waarborg === 'in-verzuim') return [een.zonder]
    if (
      een.waarborg === 'overslaan-gemotiveerd' ||
      een.waarborg === 'stuk-of-verstreken' ||
      een.waarborg === 'stuk-na-acuut'
    )
      return [een.stuk]
    return []
  })
  return {
    verplicht: overgang.stukken,
    mogelijk: [...new Set(mogelijk)].filter((soort) => !overgang.stukken.includes(soort)),
  }
}

/** The meeting whose minutes were chosen as this record. */
export function leesGesprek(soort: string, waarden: Waarden): string | undefined {
  const id = [waarden[`stuk.${soort}.gesprek`] ?? ''].flat()[0]!
  return UUID.test(id) ? id : undefined
}

/** A step as somebody filled it in; records without a word in them are left out. */
export function leesStap(
  ladder: Ladder,
  overgang: Overgang,
  waarden: Waarden,
  vandaag: Temporal.PlainDate,
): Stapinvoer {
  const tekst = (naam: string) => [waarden[naam] ?? ''].flat()[0]!.trim()
  const { verplicht, mogelijk } = stukkenBij(overgang, ladder)
  const datum = leesDatum(tekst('datum')) ?? vandaag
  const stukken = [...verplicht, ...mogelijk].flatMap((soort) => {
    const velden = leesVelden(deelVan(ladder, 'stukken', soort).velden, `stuk.${soort}.`, waarden)
    const leeg = Object.values(velden).every((waarde) => waarde === '')
    const gesprek = leesGesprek(soort, waarden)
    return leeg && !gesprek ? [] : [{ soort, velden, gesprek, datum: leesDatum(tekst(`stuk.${soort}.dag`)) ?? datum }]
  })
  const gekozen = [waarden['maatregel'] ?? []].flat()
  const grond = tekst('grond')
  return {
    overgang: overgang.code,
    doel: tekst('doel') || undefined,
    grond: Object.hasOwn(gronden, grond) ? (grond as Grond) : undefined,
    motivering: tekst('motivering'),
    datum,
    velden: leesVelden(veldenVan(ladder, overgang), 'veld.', waarden),
    stukken,
    maatregelen: overgang.maatregelen.start
      .filter((soort) => gekozen.includes(soort))
      .map((soort) => ({
        soort,
        velden: leesVelden(deelVan(ladder, 'maatregelen', soort).velden, `maatregel.${soort}.`, waarden),
      })),
  }
}

/** What is missing, beside the field it belongs to; what belongs to none stands beside the day. */
export function alsFouten(gebreken: readonly Gebrek[], ladder: Ladder): Veldfout[] {
  const fouten = gebreken.map(({ soort, zin }) => ({ veld: veldVan(soort, ladder), melding: zin }))
  return fouten.filter(({ veld }, i) => veld === 'datum' || fouten.findIndex((fout) => fout.veld === veld) === i)
}

function veldVan(soort: string, ladder: Ladder): string {
  const [wat, naam = '', , binnen] = soort.split(':')
  if (wat === 'veld') return `veld.${naam}`
  if (wat === 'stuk') {
    const eerste = ladder.stukken.find(({ code }) => code === naam)?.velden[0]?.code ?? ''
    return `stuk.${naam}.${binnen ?? eerste}`
  }
  if (wat === 'maatregel') return binnen === undefined ? 'maatregel' : `maatregel.${naam}.${binnen}`
  return ['grond', 'doel', 'motivering'].includes(wat!) ? wat! : 'datum'
}
