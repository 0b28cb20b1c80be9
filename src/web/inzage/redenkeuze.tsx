import type { Inzagereden } from '../../domain/check/inzage/inzage.ts'
import { Keuze } from '../ui/keuze.tsx'

type Props = { redenen: Inzagereden[]; hulp?: string; fout?: string | undefined }

/** Why somebody looks at cases, from a short list. */
export function Redenkeuze({ redenen, hulp, fout }: Props) {
  return (
    <Keuze
      naam="reden"
      label="Waarvoor bekijkt u casussen?"
      soort="rondjes"
      hulp={hulp}
      opties={redenen.map(({ code, naam }) => ({ waarde: code, label: naam }))}
      fout={fout}
    />
  )
}
