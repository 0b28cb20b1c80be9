import type { ReactNode } from 'react'
import type { Bladzijde, Lijst } from '../../domain/begrippen/lijst.ts'
import { bladstand } from '../lijst.ts'
import { Bladeren } from './bladeren.tsx'
import { Tabel, type Kolom } from './tabel.tsx'

type Query = Record<string, string | number | undefined>

type Props<R> = {
  /** What is listed, plural and with a capital: "Bevindingen" */
  naam: string
  kolommen: Kolom<R>[]
  lijst: Lijst<R>
  keuze: Bladzijde<string>
  /** The choice as it stands in the URL, without the page */
  query: Query
  href: (query: Query) => string
  leeg: ReactNode
}

/** One page of a list: a table that sorts and, below it, the other pages; all as links that keep the choice. */
export function Bladerlijst<R extends { id: string }>({ naam, kolommen, lijst, keuze, query, href, leeg }: Props<R>) {
  return (
    <>
      <Tabel
        bijschrift={naam}
        kolommen={kolommen}
        rijen={lijst.rijen}
        sleutel={({ id }) => id}
        sortering={{
          kolom: keuze.sorteer,
          richting: keuze.richting,
          href: (sorteer, richting) => href({ ...query, sorteer, richting }),
        }}
        leeg={leeg}
      />
      <Bladeren
        {...bladstand(keuze.pagina, lijst)}
        wat={naam.toLowerCase()}
        href={(pagina) => href({ ...query, pagina })}
      />
    </>
  )
}
