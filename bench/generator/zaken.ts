import { deelVan, hoogte, type Ladder } from '../../src/domain/act/escalatie/ladder.ts'
import { ladderVan, speel, type Beurt } from '../../test/escalatie.ts'

// Steps of the ladder, from just opened to a measure that runs; on the way letters, records and terms.
const WEGEN: Beurt[][] = [
  ['A1'],
  ['A1', 'A4'],
  ['A1', 'A4', 'A5'],
  ['A1', 'A4', 'A5', 'A8'],
  ['A1', 'A4', 'A5', 'A8', 'A11'],
  ['A1', 'A4', 'A5', 'A8', 'A11', 'A13'],
  ['A1', 'A4', 'A5', 'A18-aan'],
  ['A1', 'A4', 'A6'],
  ['A1', 'A4', 'A6', 'A20'],
]

/** Cases that run, as the rules of the ladder make them: one of every kind, in the words of handelen.sql. */
export function maakZaken(): string {
  const ladder = ladderVan('zaanstreek-waterland')
  return JSON.stringify(WEGEN.map((weg) => alsRijen(ladder, weg)))
}

function alsRijen(ladder: Ladder, weg: Beurt[]) {
  const { toestand, beurt, stappen, stukken, termijnen, maatregelen, brieven } = speel(ladder, weg)
  const rechten = new Set(ladder.termijnen.flatMap(({ code, recht }) => (recht ? [code] : [])))
  const lopend = termijnen.filter(({ code, klaar }) => klaar === null && !rechten.has(code))
  return {
    ...{ toestand, beurt, stappen, stukken, termijnen },
    hoogte: hoogte(ladder, toestand),
    eersteTermijn: lopend.map(({ einddatum }) => einddatum.toString()).toSorted()[0] ?? null,
    maatregelen: maatregelen.map((een) => ({ ...een, effect: deelVan(ladder, 'maatregelen', een.soort).effect })),
    brieven: brieven.map((een) => ({ ...een, naam: deelVan(ladder, 'brieven', een.soort).naam })),
  }
}
