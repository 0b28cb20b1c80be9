import type { ReactNode } from 'react'

type Props = {
  id: string
  /** False when nothing changes any more: the script stops asking */
  actief: boolean
  /** Milliseconds between two looks */
  elke?: number
  /** Told to screen readers when it is done */
  klaar?: string
  children: ReactNode
}

/**
 * A part of the page that is still changing: the script asks for the same URL again and replaces this part.
 * Without script give `Pagina` the prop `ververs`.
 */
export function Ververs({ id, actief, elke = 1000, klaar, children }: Props) {
  return (
    <div id={id} data-ververs={actief ? elke : undefined} data-klaar={klaar}>
      {children}
    </div>
  )
}
