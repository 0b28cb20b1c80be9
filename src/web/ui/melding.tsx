import type { ReactNode } from 'react'
import { Vorm } from './vormen.tsx'

type Props = { soort?: 'gedaan' | 'bericht' | 'fout'; titel?: string; children?: ReactNode }

/** Says what happened and what to do. "fout" is told at once by screen readers, the others politely. */
export function Melding({ soort = 'bericht', titel, children }: Props) {
  const fout = soort === 'fout'
  return (
    <div className={fout ? 'ov-melding ov-melding-fout' : 'ov-melding'} role={fout ? 'alert' : 'status'}>
      {soort === 'gedaan' && <Vorm naam="goed" />}
      {titel !== undefined && <b>{titel}</b>}
      {titel !== undefined && ' '}
      {children}
    </div>
  )
}
