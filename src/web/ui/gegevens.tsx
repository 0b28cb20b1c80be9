import type { ReactNode } from 'react'

/** Names with their values, narrow: KvK, AGB, telefoon. */
export function Gegevens({ rijen }: { rijen: { naam: string; waarde: ReactNode }[] }) {
  return (
    <dl className="ov-gegevens">
      {rijen.flatMap(({ naam, waarde }) => [<dt key={naam}>{naam}</dt>, <dd key={`${naam}-waarde`}>{waarde}</dd>])}
    </dl>
  )
}
