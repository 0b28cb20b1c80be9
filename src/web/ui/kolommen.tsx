import type { ReactNode } from 'react'
import { Onderdeel } from './onderdeel.tsx'

/** Main column, and beside it (below it on a narrow screen) what is running and who is involved. */
export function Kolommen({ zij, zijLabel, children }: { zij: ReactNode; zijLabel?: string; children: ReactNode }) {
  return (
    <div className="ov-kolommen">
      <div>{children}</div>
      <aside className="ov-zij" aria-label={zijLabel ?? 'Erbij'}>
        {zij}
      </aside>
    </div>
  )
}

/** A part of the side column. */
export function Zijdeel({ titel, children }: { titel: string; children: ReactNode }) {
  return <Onderdeel titel={titel}>{children}</Onderdeel>
}
