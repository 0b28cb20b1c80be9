import type { Inzageregel } from '../../domain/check/inzage/lees-regels.ts'
import type { Inzagereden } from '../../domain/check/inzage/inzage.ts'
import { moment } from '../ui/notatie.ts'
import type { Uitvoerkolom } from '../uitvoer.ts'
import { foutTekst, inzageNaam, taaknamen } from './woorden.ts'

/** A line per client: in words first, then the fields of the standard. */
export function inzagekolommen(redenen: readonly Inzagereden[]): Uitvoerkolom<Inzageregel>[] {
  return [
    { kop: 'Wanneer', waarde: ({ startTime }) => moment(startTime) },
    { kop: 'Wie', waarde: ({ gebruiker }) => gebruiker },
    { kop: 'Rol', waarde: ({ rol }) => rol },
    { kop: 'Namens', waarde: ({ namens }) => namens },
    { kop: 'Wat', waarde: ({ name }) => inzageNaam(name) },
    { kop: 'Cliënt', waarde: ({ label, dataSubjectId }) => label ?? (dataSubjectId && 'verwijderde cliënt') },
    { kop: 'Waarvoor', waarde: ({ taak }) => taak && taaknamen[taak] },
    {
      kop: 'Kenmerk',
      waarde: ({ taak, taakId }) =>
        taak === 'reden' ? (redenen.find(({ code }) => code === taakId)?.naam ?? taakId) : taakId,
    },
    { kop: 'Niet getoond', waarde: ({ fout }) => foutTekst(fout) },
    { kop: 'trace_id', waarde: ({ traceId }) => traceId },
    { kop: 'span_id', waarde: ({ regelSpanId, spanId }) => regelSpanId ?? spanId },
    { kop: 'parent_span_id', waarde: ({ regelSpanId, spanId, parentSpanId }) => (regelSpanId ? spanId : parentSpanId) },
    { kop: 'name', waarde: ({ name }) => name },
    { kop: 'status', waarde: ({ status }) => status },
    { kop: 'start_time', waarde: ({ startTime }) => startTime.toString({ fractionalSecondDigits: 3 }) },
    { kop: 'end_time', waarde: ({ endTime }) => endTime.toString({ fractionalSecondDigits: 3 }) },
    { kop: 'dpl.core.processing_activity_id', waarde: ({ processingActivityId }) => processingActivityId },
    { kop: 'dpl.core.data_subject_id', waarde: ({ dataSubjectId }) => dataSubjectId },
    { kop: 'dpl.core.data_subject_id_type', waarde: ({ dataSubjectIdType }) => dataSubjectIdType },
  ]
}
