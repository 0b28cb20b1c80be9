import { Vorm } from './vormen.tsx'

export type Loopstap = {
  naam: string
  /** When it was done, or what it waits for */
  noot?: string | undefined
  stand: 'gedaan' | 'nu' | 'later' | 'weg'
}

const woorden = { gedaan: 'gedaan', nu: 'nu', later: 'later', weg: 'vervallen' } as const

/** Where a thing stands in its life: what was, what is now, what comes. */
export function Loop({ label, stappen }: { label: string; stappen: Loopstap[] }) {
  return (
    <ol className="ov-loop" aria-label={label}>
      {stappen.map(({ naam, noot, stand }) => (
        <li key={naam} className={`ov-loop-${stand}`} aria-current={stand === 'nu' ? 'step' : undefined}>
          <span className="ov-loop-teken">
            <Vorm naam={stand === 'gedaan' ? 'goed' : stand === 'nu' ? 'loopt' : stand === 'weg' ? 'mis' : 'leeg'} />
          </span>
          <span>
            <b>{naam}</b>
            <span className="ams-visually-hidden"> ({woorden[stand]})</span>
            {noot !== undefined && <span className="ov-klein">{noot}</span>}
          </span>
        </li>
      ))}
    </ol>
  )
}
