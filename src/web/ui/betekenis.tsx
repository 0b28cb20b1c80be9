import type { ReactNode } from 'react'
import { Teken } from './vormen.tsx'

/** What was agreed, what happened, what is wanted: the three colours of the program. */
export type Soort = 'gecontracteerd' | 'geleverd' | 'gewenst'

export function Betekenis({ soort, children = soort }: { soort: Soort; children?: ReactNode }) {
  return (
    <span className={`ov-betekenis ov-${soort}`}>
      <Teken naam={soort} />
      <span>{children}</span>
    </span>
  )
}
