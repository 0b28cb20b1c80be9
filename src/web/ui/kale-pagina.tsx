import type { ReactNode } from 'react'
import { Document } from './document.tsx'
import { Logo } from './logo.tsx'

type Props = {
  titel: string
  regio?: string
  lead?: ReactNode
  melding?: ReactNode
  /** There are errors in the form: the tab says so first */
  fouten?: boolean
  /** Two columns fit in it */
  breed?: boolean
  children?: ReactNode
}

/** A page without rail, for who is not signed in and for what went wrong. */
export function KalePagina({ titel, regio = '', lead, melding, fouten = false, breed = false, children }: Props) {
  return (
    <Document
      titel={[`${fouten ? 'Fout: ' : ''}${titel}`, regio, 'Overlap'].filter(Boolean).join(' · ')}
      sneltoetsen={false}
    >
      <div className={breed ? 'ov-kaal ov-kaal-breed' : 'ov-kaal'}>
        <a className="ov-merk" href="/">
          <Logo />
          <span>Overlap</span>
          {regio && <span className="ov-stil">{regio}</span>}
        </a>
        <main id="inhoud" tabIndex={-1}>
          <h1>{titel}</h1>
          {lead !== undefined && <p className="ov-lead">{lead}</p>}
          {melding}
          {children}
        </main>
      </div>
    </Document>
  )
}
