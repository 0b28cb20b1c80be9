import { randomBytes } from 'node:crypto'

/** Ids in hexadecimal: of the whole trace, of this step, and of the step that asked for it. */
export type Span = { traceId: string; spanId: string; parentSpanId: string | null }

/** A step of the trace in a `traceparent` header (W3C Trace Context); of a new one when there is none, or one that is wrong. */
export function makeSpan(traceparent?: string): Span {
  const spanId = randomBytes(8).toString('hex')
  const gevonden = /^([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}(-.*)?$/.exec(traceparent ?? '')
  const [, versie, traceId, parentSpanId, rest] = gevonden ?? []
  const geldig = versie !== 'ff' && !(versie === '00' && rest !== undefined)
  if (!geldig || !traceId || !parentSpanId || /^0+$/.test(traceId) || /^0+$/.test(parentSpanId)) {
    return { traceId: randomBytes(16).toString('hex'), spanId, parentSpanId: null }
  }
  return { traceId, spanId, parentSpanId }
}

/** A further step of the same trace, which this step asked for. */
export function makeStap({ traceId, spanId }: Span): Span {
  return { traceId, spanId: randomBytes(8).toString('hex'), parentSpanId: spanId }
}

/** The header for whoever comes next; always sampled, for nothing is left out of the log. */
export function traceparentVan({ traceId, spanId }: Span): string {
  return `00-${traceId}-${spanId}-01`
}
