import type { ReactNode } from 'react'
import { Vouw, VouwRij } from './vouw.tsx'

type Props = {
  /** The sentence the data say; computed, never written beforehand */
  conclusie?: ReactNode
  waarom?: ReactNode
  /** The same figures, usually `<CijfersAlsTabel/>` */
  tabel?: ReactNode
  tabelTitel?: string
  children: ReactNode
}

/** A chart with its conclusion above it, and the reasons and the same figures folded below it. */
export function Grafiek({ conclusie, waarom, tabel, tabelTitel = 'Dezelfde cijfers als tabel', children }: Props) {
  return (
    <>
      {conclusie !== undefined && <p className="ov-conclusie">{conclusie}</p>}
      <figure className="ov-grafiek">{children}</figure>
      {(waarom !== undefined || tabel !== undefined) && (
        <VouwRij>
          {waarom}
          {tabel !== undefined && <Vouw titel={tabelTitel}>{tabel}</Vouw>}
        </VouwRij>
      )}
    </>
  )
}
