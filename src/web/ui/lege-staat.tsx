import type { ReactNode } from 'react'

/** Nothing here yet: what will stand here, and the first step. */
export function LegeStaat({ titel, actie, children }: { titel: string; actie?: ReactNode; children?: ReactNode }) {
  return (
    <div className="ov-leeg">
      <b>{titel}</b>
      {children !== undefined && <p>{children}</p>}
      {actie !== undefined && <div className="ov-acties">{actie}</div>}
    </div>
  )
}
