import type { Inzageregel } from './lees-regels.ts'

type Attribuut = { key: string; value: { stringValue: string } }
export type Otlpspan = {
  traceId: string
  spanId: string
  parentSpanId?: string
  name: string
  kind: 1 | 2
  startTimeUnixNano: string
  endTimeUnixNano: string
  attributes: Attribuut[]
  status: { code: 0 | 1 | 2; message?: string }
}

const STATUS = { Unset: 0, Ok: 1, Error: 2 } as const
const INTERN = 1
const SERVER = 2

/**
 * A line as spans of OpenTelemetry (OTLP, JSON): the client's own, and before the first line of a request that of the request. The
 * names under `dpl.core` are those of the standard Logboek Dataverwerkingen (S47); who, for whom and why stand under `overlap`.
 */
export function maakSpans(regel: Inzageregel, eerste: boolean): Otlpspan[] {
  const { traceId, spanId, parentSpanId, name, status, fout, dataSubjectId, regelSpanId } = regel
  const basis = {
    traceId,
    name,
    startTimeUnixNano: nano(regel.startTime),
    endTimeUnixNano: nano(regel.endTime),
    status: { code: STATUS[status], ...(fout !== null && { message: fout }) },
  }
  const verzoek: Otlpspan = {
    ...basis,
    spanId,
    ...(parentSpanId !== null && { parentSpanId }),
    kind: SERVER,
    attributes: attributen({
      'dpl.core.processing_activity_id': regel.processingActivityId,
      'enduser.id': regel.gebruiker,
      'enduser.role': regel.rol,
      'overlap.namens': regel.namens,
      'overlap.taak': regel.taak,
      'overlap.taak_id': regel.taakId,
    }),
  }
  if (dataSubjectId === null || regelSpanId === null) return [verzoek]
  const client: Otlpspan = {
    ...basis,
    spanId: regelSpanId,
    parentSpanId: spanId,
    kind: INTERN,
    attributes: attributen({
      'dpl.core.processing_activity_id': regel.processingActivityId,
      'dpl.core.data_subject_id': dataSubjectId,
      'dpl.core.data_subject_id_type': regel.dataSubjectIdType,
    }),
  }
  return eerste ? [verzoek, client] : [client]
}

/** Spans with the source they came from. */
export function maakBron(resource: Record<string, string>, spans: readonly Otlpspan[]) {
  return {
    resource: { attributes: attributen(resource) },
    scopeSpans: [{ scope: { name: 'overlap.inzage' }, spans }],
  }
}

function attributen(waarden: Record<string, string | null>): Attribuut[] {
  return Object.entries(waarden).flatMap(([key, waarde]) =>
    waarde === null ? [] : [{ key, value: { stringValue: waarde } }],
  )
}

function nano(op: Temporal.Instant): string {
  return String(op.epochNanoseconds)
}
