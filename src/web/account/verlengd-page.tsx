import { KalePagina } from '../ui/kale-pagina.tsx'
import { tijd } from '../ui/notatie.ts'

/** Answer to extending the session without script, in a tab of its own. */
export function VerlengdPage({ tot, regio }: { tot: Temporal.Instant; regio: string }) {
  return (
    <KalePagina
      titel="Uw sessie is verlengd"
      regio={regio}
      lead={`Uw sessie loopt nu door tot ${tijd(tot)}. Sluit dit tabblad en ga verder waar u was.`}
    />
  )
}
