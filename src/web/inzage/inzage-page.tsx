import type { Inzage } from '../../domain/check/inzage/queries.ts'
import type { Inzagereden } from '../../domain/check/inzage/inzage.ts'
import { routes } from '../routes.ts'
import { Feiten } from '../ui/feiten.tsx'
import { Gegevens } from '../ui/gegevens.tsx'
import { aantal, getal, moment } from '../ui/notatie.ts'
import { Onderdeel } from '../ui/onderdeel.tsx'
import { Pagina, type Raam } from '../ui/pagina.tsx'
import { foutTekst, inzageNaam, waarvoor } from './woorden.ts'

export const LABELS = 200

type Props = { raam: Raam; inzage: Inzage; labels: string[]; redenen: Inzagereden[] }

/** One request: who, what, what for, which clients; and the fields of the standard. */
export function InzagePage({ raam, inzage, labels, redenen }: Props) {
  const { gebruiker, rol, namens, name, fout, status, startTime, endTime, clienten } = inzage
  return (
    <Pagina
      raam={raam}
      kruimels={[{ label: 'Inzage in casussen', href: routes.inzagen() }]}
      titel={`${inzageNaam(name)} door ${gebruiker}`}
      lead={
        fout === null ? (
          <>
            <b>{clienten === 0 ? 'Geen cliënten' : aantal(clienten, 'cliënt', 'cliënten')}</b> getoond op{' '}
            {moment(startTime)}.
          </>
        ) : (
          <>
            <b>Niets getoond:</b> {foutTekst(fout)}, op {moment(startTime)}.
          </>
        )
      }
    >
      <Feiten
        feiten={[
          { label: 'Wie', waarde: gebruiker, toelichting: rol },
          { label: 'Namens', waarde: namens },
          { label: 'Waarvoor', waarde: waarvoor(inzage, redenen) },
          { label: 'Cliënten', waarde: getal(clienten), groot: true },
        ]}
      />
      <Onderdeel
        titel={fout === null ? 'Cliënten' : 'Cliënten die zijn geprobeerd'}
        noot={clienten > LABELS ? `de eerste ${getal(LABELS)}; de uitvoer bevat ze allemaal` : undefined}
      >
        {labels.length === 0 ? <p className="ov-stil">Geen.</p> : <p className="ov-proza">{labels.join(', ')}</p>}
      </Onderdeel>
      <Onderdeel titel="Vastgelegd als" noot="velden van de standaard Logboek Dataverwerkingen">
        <Gegevens
          rijen={[
            { naam: 'trace_id', waarde: inzage.traceId },
            { naam: 'span_id', waarde: inzage.spanId },
            { naam: 'parent_span_id', waarde: inzage.parentSpanId ?? 'geen' },
            { naam: 'name', waarde: name },
            { naam: 'status', waarde: status },
            { naam: 'start_time', waarde: startTime.toString({ fractionalSecondDigits: 3 }) },
            { naam: 'end_time', waarde: endTime.toString({ fractionalSecondDigits: 3 }) },
            { naam: 'dpl.core.processing_activity_id', waarde: inzage.processingActivityId },
            { naam: 'dpl.core.data_subject_id_type', waarde: inzage.dataSubjectIdType },
          ]}
        />
      </Onderdeel>
    </Pagina>
  )
}
