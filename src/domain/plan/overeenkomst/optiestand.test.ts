import { expect, test } from 'vitest'
import bestand from '../../../../db/regelsets/zaanstreek-waterland.json' with { type: 'json' }
import { Kalender } from '../../begrippen/werkdagen.ts'
import { optiestanden, type Optiestand } from './optiestand.ts'
import { Verlengingsregels } from './verlenging.ts'
import type { Besluitsoort } from './verlengstand.ts'

const dag = (iso: string) => Temporal.PlainDate.from(iso)
const deel = (naam: string) => bestand.delen.find((kandidaat) => kandidaat.deel === naam)?.inhoud
const regels = {
  kalender: Kalender.parse(deel('feestdagen')),
  opzegtermijn: Verlengingsregels.parse(deel('verlenging')).opzegtermijn,
}

test.for<[string, Besluitsoort[], Optiestand[]]>([
  ['2026-06-30', [], ['open', 'later', 'later']],
  ['2026-07-01', [], ['verstreken', 'vervallen', 'vervallen']],
  ['2026-07-01', ['verlengen'], ['verlengd', 'open', 'later']],
  ['2027-07-01', ['verlengen'], ['verlengd', 'verstreken', 'vervallen']],
  ['2026-06-30', ['niet verlengen'], ['niet verlengd', 'vervallen', 'vervallen']],
  ['2026-06-30', ['niet verlengen', 'intrekken'], ['open', 'later', 'later']],
  ['2027-06-30', ['verlengen', 'niet verlengen'], ['verlengd', 'niet verlengd', 'vervallen']],
  ['2030-01-01', ['verlengen', 'verlengen', 'verlengen'], ['verlengd', 'verlengd', 'verlengd']],
])('CTR-10: op %s na %j staan de opties op %j', ([vandaag, besluiten, standen]) => {
  const overeenkomst = { einddatum: dag('2026-12-31'), verlengingen: 3, verlengingMaanden: 12 }
  const genomen = besluiten.map((besluit) => ({ besluit, besluitdatum: dag('2026-05-12') }))
  expect(optiestanden(overeenkomst, genomen, dag(vandaag), regels).map(({ stand }) => stand)).toEqual(standen)
})
