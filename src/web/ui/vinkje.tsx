import { Field } from '@amsterdam/design-system-react'
import { Fout, Hulp, veldId, veldkenmerken, type Veldbasis } from './veld.tsx'

/** One yes or no. Nothing is sent when it is off. */
export function Vinkje(props: Veldbasis & { aan?: boolean; waarde?: string }) {
  const { naam, label, hulp, fout, aan = false, waarde = 'ja' } = props
  return (
    <Field invalid={fout !== undefined}>
      <Fout naam={naam} fout={fout} />
      <div className="ov-keuze">
        <input {...veldkenmerken(props)} type="checkbox" value={waarde} defaultChecked={aan} />
        <label htmlFor={veldId(naam)}>{label}</label>
        <Hulp naam={naam} hulp={hulp} />
      </div>
    </Field>
  )
}
