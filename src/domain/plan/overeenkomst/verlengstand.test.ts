import { expect, test } from 'vitest'
import { verlengstand, type Besluitsoort } from './verlengstand.ts'

const besluit = (besluit: Besluitsoort, i: number) => ({
  besluit,
  besluitdatum: new Temporal.PlainDate(2026, 1, 1).add({ days: i }),
})

test.for<[Besluitsoort[], number, string | null, number]>([
  [[], 0, null, 0],
  [['verlengen'], 1, null, 1],
  [['verlengen', 'verlengen'], 2, null, 2],
  [['niet verlengen'], 0, '2026-01-01', 1],
  [['verlengen', 'niet verlengen'], 1, '2026-01-02', 2],
  [['verlengen', 'intrekken'], 0, null, 0],
  [['niet verlengen', 'intrekken'], 0, null, 0],
  [['niet verlengen', 'intrekken', 'verlengen'], 1, null, 1],
  [['verlengen', 'niet verlengen', 'intrekken'], 1, null, 1],
  [['verlengen', 'verlengen', 'intrekken', 'niet verlengen'], 1, '2026-01-04', 2],
])('CTR-10: na %j zijn %i opties gebruikt, niet verlengd %s', ([soorten, verlengd, nietVerlengdOp, geldend]) => {
  const stand = verlengstand(soorten.map(besluit))
  expect([stand.verlengd, stand.nietVerlengdOp?.toString() ?? null, stand.geldend.length]).toEqual([
    verlengd,
    nietVerlengdOp,
    geldend,
  ])
})
