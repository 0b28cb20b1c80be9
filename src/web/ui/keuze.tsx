import { FieldSet, Select } from '@amsterdam/design-system-react'
import type { ReactNode } from 'react'
import { Fout, Hulp, Veld, veldId, veldkenmerken, type Veldbasis } from './veld.tsx'

export type Optie = { waarde: string; label: string; hulp?: ReactNode }

type Props = Veldbasis & {
  opties: Optie[]
  /** "rondjes" one of a few, "vinkjes" any of a few, "lijst" one of many */
  soort?: 'lijst' | 'rondjes' | 'vinkjes'
  waarde?: string | string[] | undefined
  /** First, empty line of a list, e.g. "Kies een gemeente" */
  leeg?: string
}

export function Keuze({ opties, soort = 'lijst', waarde, leeg, ...basis }: Props) {
  if (soort === 'lijst') {
    const { 'aria-invalid': invalid, ...kenmerken } = veldkenmerken(basis)
    return (
      <Veld {...basis}>
        <Select {...kenmerken} invalid={invalid === true} defaultValue={waarde}>
          {leeg !== undefined && <option value="">{leeg}</option>}
          {opties.map((optie) => (
            <option key={optie.waarde} value={optie.waarde}>
              {optie.label}
            </option>
          ))}
        </Select>
      </Veld>
    )
  }
  const { naam, label, hulp, fout, facultatief = false } = basis
  const gekozen = waarde === undefined ? [] : [waarde].flat()
  return (
    <FieldSet
      legend={label}
      optional={facultatief}
      invalid={fout !== undefined}
      aria-describedby={veldkenmerken(basis)['aria-describedby']}
    >
      <Hulp naam={naam} hulp={hulp} />
      <Fout naam={naam} fout={fout} />
      {opties.map((optie, i) => {
        // The error summary links to the field's own id: the first choice.
        const id = i === 0 ? veldId(naam) : `${veldId(naam)}-${i}`
        return (
          <div key={optie.waarde} className="ov-keuze">
            <input
              type={soort === 'rondjes' ? 'radio' : 'checkbox'}
              id={id}
              name={naam}
              value={optie.waarde}
              defaultChecked={gekozen.includes(optie.waarde)}
              aria-describedby={optie.hulp === undefined ? undefined : `${id}-optie`}
            />
            <label htmlFor={id}>{optie.label}</label>
            {optie.hulp !== undefined && (
              <div className="ov-hulp" id={`${id}-optie`}>
                {optie.hulp}
              </div>
            )}
          </div>
        )
      })}
    </FieldSet>
  )
}
