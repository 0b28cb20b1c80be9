import type { ReactNode } from 'react'
import type { Soort } from './betekenis.tsx'
import { Teken } from './vormen.tsx'

export type Gebeurtenis = {
  /** As read: "wo 1 apr 2026" */
  moment: string
  /** As machines read it: "2026-04-01" */
  datetime?: string
  /** Agreed, delivered or wanted; without it an event of the process itself */
  soort?: Soort
  tekst: ReactNode
}

type Props = { gebeurtenissen: Gebeurtenis[]; alles?: { label: string; href: string } }

/** What happened, the newest first. */
export function Tijdlijn({ gebeurtenissen, alles }: Props) {
  return (
    <>
      <ol className="ov-tijdlijn">
        {gebeurtenissen.map(({ moment, datetime, soort, tekst }, i) => (
          <li key={i}>
            <Teken naam={soort ?? 'gebeurtenis'} />
            <time dateTime={datetime}>
              {moment}
              {soort && <span className="ams-visually-hidden">, {soort}</span>}
            </time>
            <div>{tekst}</div>
          </li>
        ))}
      </ol>
      {alles && (
        <a className="ov-klein" href={alles.href}>
          {alles.label}
        </a>
      )}
    </>
  )
}
