import type { Afzender, Blok, Document } from '../../../platform/document/document.ts'
import { datumzin } from '../../begrippen/datumzin.ts'
import { berekenTermijn, type Termijn } from '../../begrippen/termijn.ts'
import { volgendeWerkdag, type Kalender } from '../../begrippen/werkdagen.ts'
import type { Eigen } from './eigen-delen.ts'
import type { Sjabloon, Sjabloonveld } from './sjabloon.ts'
import { vulAlinea } from './vul-alinea.ts'

export type Briefinhoud = {
  onderwerp: string
  alineas: readonly string[]
  velden: readonly Sjabloonveld[]
  waarden: Readonly<Record<string, string>>
  eigen: Eigen
  aanbieder: string
  afzender: string
  /** Null as long as it has none */
  nummer: string | null
  datum: Temporal.PlainDate
  wijze: Sjabloon['wijze']
  kalender: Kalender
  termijnen: readonly Termijn[]
}

/** The text of a letter to one aanbieder, in the blocks of a document. Terms count from its receipt (TRM-06). */
export function maakBriefblokken(brief: Briefinhoud): Blok[] {
  const { alineas, velden, waarden, eigen, aanbieder, afzender, nummer, datum } = brief
  const woorden: Record<string, string> = {
    aanbieder,
    regio: afzender,
    kenmerk: nummer ?? 'het nummer van de brief',
    datum: datumzin(datum),
    klasse: eigen.klasse ?? '',
    ...Object.fromEntries(velden.map((veld) => [veld.code, waarde(brief, veld, waarden[veld.code] ?? '')])),
  }
  return alineas.flatMap((alinea): Blok[] => {
    if (alinea.trim() === '{kpis}') return eigen.kpis ? [kpitabel(eigen.kpis)] : []
    const gevuld = vulAlinea(alinea, woorden)
    return gevuld === null ? [] : alsBlokken(gevuld)
  })
}

/** A paragraph as people type it: "## " is a heading, lines with "- " are a list, an empty line begins another. */
export function alsBlokken(tekst: string): Blok[] {
  return tekst
    .split(/\n\s*\n/)
    .filter((deel) => deel.trim() !== '')
    .flatMap((deel): Blok[] => {
      const regels = deel.trim().split('\n')
      if (regels[0]!.startsWith('## ')) {
        return [{ soort: 'kop', niveau: 2, tekst: regels[0]!.slice(3) }, ...alsBlokken(regels.slice(1).join('\n'))]
      }
      const eerste = regels.findIndex((regel) => regel.startsWith('- '))
      if (eerste < 0) return [{ soort: 'alinea', tekst: regels.join('\n') }]
      const einde = regels.findIndex((regel, i) => i > eerste && !regel.startsWith('- '))
      const punten = regels.slice(eerste, einde < 0 ? undefined : einde).map((regel) => regel.slice(2))
      return [
        ...(eerste > 0 ? [{ soort: 'alinea' as const, tekst: regels.slice(0, eerste).join('\n') }] : []),
        { soort: 'lijst', punten },
        ...(einde < 0 ? [] : alsBlokken(regels.slice(einde).join('\n'))),
      ]
    })
}

function waarde(
  { datum, wijze, kalender, termijnen }: Briefinhoud,
  { soort, termijn }: Sjabloonveld,
  gegeven: string,
): string {
  if (soort === 'datum') return gegeven === '' ? '' : datumzin(Temporal.PlainDate.from(gegeven))
  if (soort === 'tekst') return gegeven.trim()
  const regel = termijnen.find(({ code }) => code === termijn)
  if (!regel) return ''
  return datumzin(berekenTermijn(regel, ontvangen(datum, wijze, kalender), kalender).einddatum)
}

/** TRM-06 (AMB-43): mail the same day, post one working day later. */
export function ontvangen(datum: Temporal.PlainDate, wijze: Sjabloon['wijze'], kalender: Kalender): Temporal.PlainDate {
  return wijze === 'mail' ? datum : volgendeWerkdag(datum.add({ days: 1 }), kalender)
}

function kpitabel(rijen: readonly (readonly string[])[]): Blok {
  return {
    soort: 'tabel',
    bijschrift: 'Vastgestelde resultaten per subregio',
    koppen: ['KPI', 'Subregio', 'Resultaat', 'Oordeel'],
    rijen,
    breedtes: [3, 3, 2, 4],
  }
}

type Brief = {
  titel: string
  afzender: Afzender
  aanbieder: string
  tav: string
  plaats: string
  datum: Temporal.PlainDate
  kenmerk: string
  verzending: string
  blokken: readonly Blok[]
  gemaaktOp: Temporal.Instant
}

/** A letter on the letterhead of who sends it: addressed, dated and numbered, with its greeting. */
export function maakBriefdocument(brief: Brief): Document {
  const { titel, afzender, aanbieder, tav, plaats, datum, kenmerk, verzending, blokken, gemaaktOp } = brief
  return {
    titel,
    afzender,
    geadresseerde: [aanbieder, tav === '' ? '' : `t.a.v. ${tav}`, plaats].filter(Boolean).join('\n'),
    kenmerken: [
      ['Datum', datumzin(datum)],
      ['Ons kenmerk', kenmerk],
      ['Verzending', verzending],
    ],
    blokken: [
      { soort: 'alinea', tekst: tav === '' ? 'Geachte heer, mevrouw,' : `Geachte ${tav},` },
      ...blokken,
      { soort: 'alinea', tekst: `Met vriendelijke groet,\n\nnamens ${afzender.naam}`, heel: true },
    ],
    auteur: afzender.naam,
    gemaaktOp,
  }
}
