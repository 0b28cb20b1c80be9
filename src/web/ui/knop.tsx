import { Button } from '@amsterdam/design-system-react'
import type { ReactNode } from 'react'
import { klassen } from './klassen.ts'
import { Verborgen } from './verborgen.tsx'

type Uiterlijk = { soort?: 'hoofd' | 'tweede' | 'tekst'; klein?: boolean; children: ReactNode }

type Props = Uiterlijk & {
  /** A link that looks like a button; without it a submit button */
  href?: string
  naam?: string
  waarde?: string
  /** Why it cannot be done now; the button is off and this stands beside it */
  uit?: string
}

const VARIANT = { hoofd: 'primary', tweede: 'secondary' } as const

/** One filled button per page ("hoofd"); everything else is an outline ("tweede") or a link ("tekst"). */
export function Knop({ soort = 'hoofd', klein = false, href, naam, waarde, uit, children }: Props) {
  if (uit !== undefined) {
    return (
      <span className="ov-knop-uit">
        <Button disabled className={klassen(klein && 'ov-knop-klein')}>
          {children}
        </Button>
        <span className="ov-klein">{uit}</span>
      </span>
    )
  }
  if (href !== undefined) {
    return (
      <a href={href} className={uiterlijk(soort, klein)}>
        {children}
      </a>
    )
  }
  return (
    <button type="submit" name={naam} value={waarde} className={uiterlijk(soort, klein)}>
      {children}
    </button>
  )
}

type FormulierProps = Uiterlijk & { actie: string; csrf: string; velden?: Record<string, string> }

/** A button that does something: a form of its own that posts to `actie`. */
export function KnopFormulier({ actie, csrf, velden, ...knop }: FormulierProps) {
  return (
    <form method="post" action={actie}>
      <Verborgen csrf={csrf} velden={velden} />
      <Knop {...knop} />
    </form>
  )
}

function uiterlijk(soort: 'hoofd' | 'tweede' | 'tekst', klein: boolean) {
  return soort === 'tekst'
    ? 'ov-knop-tekst'
    : klassen('ams-button', `ams-button--${VARIANT[soort]}`, klein && 'ov-knop-klein')
}
