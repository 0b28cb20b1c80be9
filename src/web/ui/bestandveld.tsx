import { FileInput } from '@amsterdam/design-system-react'
import { Veld, veldkenmerken, type Veldbasis } from './veld.tsx'

type Props = Veldbasis & {
  /** As the browser wants it: ".xml,.zip,.csv" */
  accept?: string
  meerdere?: boolean
  /** Small line under the button: kinds, size, what is kept */
  uitleg?: string
}

/** A field files can be dropped on; without script it is the browser's own file field. */
export function Bestandveld({ accept, meerdere = false, uitleg, ...basis }: Props) {
  const kenmerken = veldkenmerken(basis)
  return (
    <Veld {...basis}>
      <div className="ov-neer" data-neer>
        <FileInput {...kenmerken} accept={accept} multiple={meerdere} />
        {/* what the field itself says, in the language of the browser; with script it lies over this, unseen */}
        <p className="ov-neer-tekst" aria-hidden="true">
          <span className="ov-neer-sleep">
            <b>Sleep {meerdere ? 'bestanden' : 'het bestand'} hierheen</b> of{' '}
            <u>kies {meerdere ? 'ze' : 'het'} op uw computer</u>
          </span>
          <u className="ov-neer-tik">Kies {meerdere ? 'bestanden' : 'het bestand'}</u>
        </p>
        <output className="ov-hulp" htmlFor={kenmerken.id} />
        {uitleg !== undefined && <p className="ov-klein">{uitleg}</p>}
      </div>
    </Veld>
  )
}
