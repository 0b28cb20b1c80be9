import { expect, test } from 'vitest'
import { makeSpan, traceparentVan } from './trace.ts'

const TRACE = '0af7651916cd43dd8448eb211c80319c'
const OUDER = 'b7ad6b7169203331'

test('S47, S48: een stap hoort bij de trace van wie hem vroeg', () => {
  const span = makeSpan(`00-${TRACE}-${OUDER}-00`)
  expect(span).toEqual({
    traceId: TRACE,
    spanId: expect.stringMatching(/^[0-9a-f]{16}$/) as string,
    parentSpanId: OUDER,
  })
  expect(traceparentVan(span)).toBe(`00-${TRACE}-${span.spanId}-01`)
  expect(makeSpan(`cc-${TRACE}-${OUDER}-01-wat-later-komt`)).toMatchObject({ traceId: TRACE })
})

test.each([
  ['geen', undefined],
  ['leeg', ''],
  ['hoofdletters', `00-${TRACE.toUpperCase()}-${OUDER}-01`],
  ['te kort', `00-${TRACE.slice(1)}-${OUDER}-01`],
  ['nullen', `00-${'0'.repeat(32)}-${OUDER}-01`],
  ['ouder van nullen', `00-${TRACE}-${'0'.repeat(16)}-01`],
  ['verboden versie', `ff-${TRACE}-${OUDER}-01`],
  ['versie 00 met meer', `00-${TRACE}-${OUDER}-01-x`],
  ['iets anders', `00-${TRACE}-${OUDER}-01\r\nx: y`],
])('S48: een kop die niet klopt (%s) begint een nieuwe trace', (_, kop) => {
  const { traceId, parentSpanId } = makeSpan(kop)
  expect(traceId).toMatch(/^[0-9a-f]{32}$/)
  expect(traceId).not.toBe(TRACE)
  expect(parentSpanId).toBeNull()
})
