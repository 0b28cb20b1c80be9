import { Field, Label } from '@amsterdam/design-system-react'
import type { ReactNode } from 'react'
import { Vorm } from './vormen.tsx'

export type Veldbasis = {
  naam: string
  label: string
  /** Stands under the label */
  hulp?: ReactNode
  fout?: string | undefined
  /** Puts "niet verplicht" after the label; fields are asked for unless they say this */
  facultatief?: boolean
}

/** What an input gets so that label, help and error belong to it. */
export function veldkenmerken({ naam, hulp, fout }: Pick<Veldbasis, 'naam' | 'hulp' | 'fout'>) {
  const id = veldId(naam)
  const beschrijving = [hulp !== undefined && `${id}-hulp`, fout !== undefined && `${id}-fout`]
    .filter(Boolean)
    .join(' ')
  return {
    id,
    name: naam,
    'aria-invalid': fout !== undefined ? true : undefined,
    'aria-describedby': beschrijving || undefined,
  } as const
}

export function veldId(naam: string): string {
  return `veld-${naam}`
}

/** Label, help, error and one input, in that order. */
export function Veld({ naam, label, hulp, fout, facultatief = false, children }: Veldbasis & { children: ReactNode }) {
  return (
    <Field invalid={fout !== undefined}>
      <Label htmlFor={veldId(naam)} optional={facultatief}>
        {label}
      </Label>
      <Hulp naam={naam} hulp={hulp} />
      <Fout naam={naam} fout={fout} />
      {children}
    </Field>
  )
}

export function Hulp({ naam, hulp }: Pick<Veldbasis, 'naam' | 'hulp'>) {
  return (
    hulp !== undefined && (
      <div className="ov-hulp" id={`${veldId(naam)}-hulp`}>
        {hulp}
      </div>
    )
  )
}

export function Fout({ naam, fout }: Pick<Veldbasis, 'naam' | 'fout'>) {
  return (
    fout !== undefined && (
      <p className="ams-error-message" id={`${veldId(naam)}-fout`}>
        <Vorm naam="mis" />
        <span>
          <span className="ams-visually-hidden">Fout: </span>
          {fout}
        </span>
      </p>
    )
  )
}
