import type { ReactNode } from 'react'

type Props = {
  titel?: ReactNode
  id?: string
  /** Small, at the right of the heading */
  noot?: ReactNode
  /** The sentence that says what follows from the data below */
  conclusie?: ReactNode
  niveau?: 2 | 3
  children?: ReactNode
}

/** A section: heading, conclusion, content. */
export function Onderdeel({ titel, id, noot, conclusie, niveau = 2, children }: Props) {
  const Kop = `h${niveau}` as const
  return (
    <section className="ov-onderdeel" id={id}>
      {titel !== undefined && (
        <div className="ov-onderdeel-kop">
          <Kop>{titel}</Kop>
          {noot !== undefined && <span className="ov-klein">{noot}</span>}
        </div>
      )}
      {conclusie !== undefined && <p className="ov-conclusie">{conclusie}</p>}
      {children}
    </section>
  )
}
