import type { ReactNode } from 'react'
import { Betekenis, type Soort } from './betekenis.tsx'
import { klassen } from './klassen.ts'

export type Feit = {
  label: string
  waarde: ReactNode
  toelichting?: ReactNode
  betekenis?: Soort
  /** A figure, larger than words */
  groot?: boolean
}

/** Three to six facts that answer the first questions about one thing. */
export function Feiten({ feiten }: { feiten: Feit[] }) {
  return (
    <dl className={klassen('ov-feiten', feiten.length !== 4 && `ov-feiten-${feiten.length}`)}>
      {feiten.map((feit) => (
        <div key={feit.label}>
          <dt>{feit.betekenis ? <Betekenis soort={feit.betekenis}>{feit.label}</Betekenis> : feit.label}</dt>
          <dd className={klassen(feit.groot && 'ov-groot')}>
            <b>{feit.waarde}</b>
            {feit.toelichting !== undefined && <span className="ov-klein">{feit.toelichting}</span>}
          </dd>
        </div>
      ))}
    </dl>
  )
}
