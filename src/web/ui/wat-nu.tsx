import type { ReactNode } from 'react'
import { klassen } from './klassen.ts'
import { Onderdeel } from './onderdeel.tsx'

export type WatNuItem = {
  wanneer: string
  relatief?: string
  wat: ReactNode
  href?: string
  teLaat?: boolean
  waarom?: ReactNode
}

type Props = { items: WatNuItem[]; titel?: string; leeg?: string }

/** Open acts and running terms of this thing, the first one first. */
export function WatNu({ items, titel = 'Wat nu', leeg = 'Er staat niets open.' }: Props) {
  return (
    <Onderdeel titel={titel}>
      {items.length === 0 ? (
        <p className="ov-klein">{leeg}</p>
      ) : (
        <ul className="ov-lijst">
          {items.map((item, i) => (
            <li key={i}>
              <b className={klassen(item.teLaat && 'ov-mis')}>{item.wanneer}</b>{' '}
              {item.relatief !== undefined && <span className="ov-stil">{item.relatief}</span>}
              <div>{item.href === undefined ? item.wat : <a href={item.href}>{item.wat}</a>}</div>
              {item.waarom}
            </li>
          ))}
        </ul>
      )}
    </Onderdeel>
  )
}
