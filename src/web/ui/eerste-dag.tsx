import { klassen } from './klassen.ts'
import { datum, relatief } from './notatie.ts'

/** The first day by which something must be done, with how far it is; red when it passed, a dash when there is none. */
export function EersteDag({ dag, vandaag }: { dag: Temporal.PlainDate | null; vandaag: Temporal.PlainDate }) {
  if (dag === null) return '–'
  return (
    <>
      <span className={klassen('ov-heel', Temporal.PlainDate.compare(dag, vandaag) < 0 && 'ov-mis')}>{datum(dag)}</span>{' '}
      <span className="ov-stil">{relatief(dag, vandaag)}</span>
    </>
  )
}
