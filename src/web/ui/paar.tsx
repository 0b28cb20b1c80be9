import type { ReactNode } from 'react'

/** A name with its value, in a list of pairs. */
export function Paar({ naam, children }: { naam: string; children: ReactNode }) {
  return (
    <>
      <dt>{naam}</dt>
      <dd>{children}</dd>
    </>
  )
}
