import { Tekstveld } from './tekstveld.tsx'
import type { Veldbasis } from './veld.tsx'

/** A date as people type it ("13 nov 2026", "13-11-2026"); what it means is decided on the server. */
export function Datumveld({
  hulp = 'Bijvoorbeeld 13 nov 2026 of 13-11-2026',
  ...props
}: Veldbasis & { waarde?: string | undefined }) {
  return <Tekstveld {...props} hulp={hulp} breedte="kort" />
}
