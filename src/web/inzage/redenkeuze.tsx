import type { Inzagereden } from '../../domain/check/inzage/inzage.ts'
import { Formulier } from '../ui/formulier.tsx'
import { Keuze } from '../ui/keuze.tsx'

type Props = {
  actie: string
  csrf: string
  knop: string
  redenen: Inzagereden[]
  verborgen: Record<string, string>
  fout?: string | undefined
}

/** Why somebody looks at cases, from a short list. */
export function Redenkeuze({ redenen, fout, ...formulier }: Props) {
  return (
    <Formulier {...formulier}>
      <Keuze
        naam="reden"
        label="Waarvoor bekijkt u casussen?"
        soort="rondjes"
        opties={redenen.map(({ code, naam }) => ({ waarde: code, label: naam }))}
        fout={fout}
      />
    </Formulier>
  )
}
