import { takenVan } from './doe.ts'
import { deelVan, type Ladder, type Overgang, type Stuksoort, type Veld } from './ladder.ts'
import { past, veldenVan } from './toets.ts'
import { stukTelt, toetsWaarborg } from './toets-waarborg.ts'
import type { Feiten, Gebrek, Zaak } from './zaak.ts'

/** A step as it looks from where the case is: what stops it now, what it still asks, whose mandate it needs. */
export type Mogelijk = {
  overgang: Overgang
  /** Reasons why it cannot be taken today, whatever is filled in. */
  belet: string[]
  /** What comes with it: records, guards that a record satisfies, a letter. */
  nodig: string[]
  ontbrekendeStukken: Stuksoort[]
  velden: Veld[]
  taken: string[]
}

/** Every step that starts where the case is, those that can be taken first. */
export function vooruitzicht(ladder: Ladder, zaak: Zaak, feiten: Feiten): Mogelijk[] {
  const stappen = ladder.overgangen.filter((overgang) => past(overgang, zaak.toestand))
  return stappen
    .map((overgang) => bekijk(ladder, zaak, overgang, feiten))
    .toSorted((een, ander) => Number(een.belet.length > 0) - Number(ander.belet.length > 0))
}

function bekijk(ladder: Ladder, zaak: Zaak, overgang: Overgang, feiten: Feiten): Mogelijk {
  const zet = { datum: feiten.vandaag, doel: typeof overgang.naar === 'string' ? undefined : enig(overgang.naar) }
  const blik = { ladder, zaak, zet, velden: {}, feiten }
  const uitWaarborgen = overgang.waarborgen.flatMap((waarborg) => {
    // Which rung is chosen, and the day of a record that is still to come, are not known yet.
    if (waarborg.waarborg === 'hogere-stap' || waarborg.waarborg === 'lagere-stap') return []
    return toetsWaarborg(waarborg, blik) ?? []
  })
  const perMaatregel = overgang.maatregelen.start.map((soort) =>
    deelVan(ladder, 'maatregelen', soort).waarborgen.flatMap((een) => toetsWaarborg(een, blik) ?? []),
  )
  // With one measure its guards are those of the step; with more, one of them is enough to go on.
  const uitMaatregelen = overgang.maatregelen.start.length === 1 ? perMaatregel.flat() : []
  const lopend = zaak.maatregelen.filter(({ einde }) => einde === null).map(({ soort }) => soort)
  const nietLopend = overgang.maatregelen.einde.filter((soort) => !lopend.includes(soort))
  const alLopend = overgang.maatregelen.start.filter((soort) => lopend.includes(soort))
  const stoppen = [
    ...(zaak.open ? ['Er staat al een stap open. Rond die eerst af, of trek haar in.'] : []),
    ...nietLopend.map((soort) => `Er loopt geen ${deelVan(ladder, 'maatregelen', soort).naam.toLowerCase()}.`),
    ...(alLopend.length > 0 && alLopend.length === overgang.maatregelen.start.length
      ? alLopend.map((soort) => `${deelVan(ladder, 'maatregelen', soort).naam} loopt al.`)
      : []),
    ...uitGronden(overgang, blik),
    ...zinnen([...uitWaarborgen, ...uitMaatregelen], true),
  ]
  const ontbrekendeStukken = overgang.stukken
    .filter((soort) => !stukTelt(ladder, zaak, soort))
    .map((soort) => deelVan(ladder, 'stukken', soort))
  const brief = overgang.brief === null ? null : deelVan(ladder, 'brieven', overgang.brief)
  return {
    overgang,
    belet: [...new Set(stoppen)],
    nodig: [
      ...ontbrekendeStukken.map(({ naam }) => naam.toLowerCase()),
      ...zinnen([...uitWaarborgen, ...uitMaatregelen], false),
      ...(overgang.motivering ? ['motivering'] : []),
      ...(brief ? [`${brief.naam.toLowerCase()}${brief.aangetekend ? ', aangetekend' : ''}`] : []),
    ],
    ontbrekendeStukken,
    velden: veldenVan(ladder, overgang),
    taken: takenVan(ladder, {
      overgang: overgang.code,
      maatregelen: overgang.maatregelen.start.map((soort) => ({ soort, velden: {} })),
    }),
  }
}

// A step that can rest on one of several grounds waits only while none of them holds.
function uitGronden({ gronden }: Overgang, blik: Parameters<typeof toetsWaarborg>[1]): string[] {
  const per = gronden.map(({ waarborgen }) =>
    zinnen(
      waarborgen.flatMap((een) => toetsWaarborg(een, blik) ?? []),
      true,
    ),
  )
  return per.length > 0 && per.every((zinnen) => zinnen.length > 0) ? per.flat() : []
}

function zinnen(gebreken: readonly Gebrek[], wacht: boolean): string[] {
  return gebreken.filter((gebrek) => gebrek.wacht === wacht).map(({ zin }) => zin)
}

function enig(naar: readonly string[]): string | undefined {
  return naar.length === 1 ? naar[0] : undefined
}
