import { TextArea, TextInput } from '@amsterdam/design-system-react'
import { klassen } from './klassen.ts'
import { Veld, veldkenmerken, type Veldbasis } from './veld.tsx'

type Props = Veldbasis & {
  waarde?: string | undefined
  soort?: 'text' | 'email' | 'tel' | 'url' | 'password'
  breedte?: 'kort' | 'half' | 'heel'
  /** More than one line: a text area of this many */
  regels?: number
  /** A keyboard with figures on a phone */
  cijfers?: boolean
  /** Unit after the field, e.g. "dagen" */
  achter?: string
  autoComplete?: string
}

export function Tekstveld(props: Props) {
  const { waarde, soort = 'text', breedte = 'heel', regels, cijfers = false, achter, autoComplete, ...basis } = props
  const { 'aria-invalid': invalid, ...kenmerken } = veldkenmerken(basis)
  const gedeeld = { ...kenmerken, invalid: invalid === true, defaultValue: waarde, autoComplete: autoComplete ?? 'off' }
  if (regels !== undefined) {
    return (
      <Veld {...basis}>
        <TextArea {...gedeeld} rows={regels} />
      </Veld>
    )
  }
  const klasse = klassen(breedte !== 'heel' && `ov-${breedte}`)
  // The design system keeps passwords apart; its class is the same box.
  const invoer =
    soort === 'password' ? (
      <input
        {...kenmerken}
        aria-invalid={invalid}
        type="password"
        autoComplete={autoComplete}
        className={klassen('ams-text-input', klasse)}
      />
    ) : (
      <TextInput {...gedeeld} type={soort} inputMode={cijfers ? 'decimal' : undefined} className={klasse} />
    )
  return (
    <Veld {...basis}>
      {achter === undefined ? (
        invoer
      ) : (
        <div className="ov-met-eenheid">
          {invoer}
          <span>{achter}</span>
        </div>
      )}
    </Veld>
  )
}
