import type { ReactNode } from 'react'
import { Knop } from './knop.tsx'
import { Verborgen } from './verborgen.tsx'

type Props = {
  actie: string
  csrf: string
  /** Text of the one button, a verb */
  knop: string
  /** The button is filled, unless the page has another that matters more */
  soort?: 'hoofd' | 'tweede'
  terug?: { label: string; href: string }
  /** More buttons beside it */
  knoppen?: ReactNode
  verborgen?: Record<string, string>
  /** multipart; with script a bar shows how much has really been sent */
  bestand?: boolean
  children?: ReactNode
}

/** One column of fields with the button below. The server judges, so the browser does not (`noValidate`). */
export function Formulier({
  actie,
  csrf,
  knop,
  soort = 'hoofd',
  terug,
  knoppen,
  verborgen,
  bestand = false,
  children,
}: Props) {
  return (
    <form
      method="post"
      action={actie}
      className="ov-formulier"
      encType={bestand ? 'multipart/form-data' : undefined}
      noValidate
    >
      <Verborgen csrf={csrf} velden={verborgen} />
      {children}
      {bestand && (
        <div className="ov-voortgang" data-verzonden hidden>
          <svg width="100%" height="10" aria-hidden="true">
            <rect height="10" width="0" className="ov-voortgang-goed" />
          </svg>
          <p>
            <output />
          </p>
        </div>
      )}
      <div className="ov-verstuur">
        <Knop soort={soort}>{knop}</Knop>
        {knoppen}
        {terug && <a href={terug.href}>{terug.label}</a>}
      </div>
    </form>
  )
}
