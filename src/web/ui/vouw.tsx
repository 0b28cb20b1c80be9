import type { ReactNode } from 'react'

/** A folded part that looks like Waarom?; left out of print unless it is open. */
export function Vouw({ titel, open = false, children }: { titel: ReactNode; open?: boolean; children: ReactNode }) {
  return (
    <details className="ov-vouw" open={open}>
      <summary>
        <span>{titel}</span>
      </summary>
      <div>{children}</div>
    </details>
  )
}

/** Several folded parts beside each other. */
export function VouwRij({ children }: { children: ReactNode }) {
  return <div className="ov-vouwrij">{children}</div>
}
