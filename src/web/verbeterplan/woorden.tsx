import { realisatieoordelen, planoordelen, planstanden, type Planstand } from '../../domain/act/verbeterplan/plan.ts'
import { bijWie } from '../../domain/act/verbeterplan/queries.ts'
import { puntstanden, type Puntstand } from '../../domain/act/verbeterplan/puntstand.ts'
import { Vorm } from '../ui/vormen.tsx'

type VormNaam = Parameters<typeof Vorm>[0]['naam']

export const oordeelnamen = { ...planoordelen, ...realisatieoordelen }

const vormen: Record<Puntstand, VormNaam> = {
  'te beoordelen': 'loopt',
  akkoord: 'goed',
  aanvullen: 'leeg',
  afgewezen: 'mis',
  'te realiseren': 'loopt',
  'nog niet': 'leeg',
  gemeld: 'loopt',
  gerealiseerd: 'goed',
  'niet gerealiseerd': 'mis',
}

/** Where a point stands, as word and shape. */
export function Puntoordeel({ stand }: { stand: Puntstand }) {
  const mis = stand === 'afgewezen' || stand === 'niet gerealiseerd'
  return (
    <span className={mis ? 'ov-mis ov-planstand' : 'ov-planstand'}>
      <Vorm naam={vormen[stand]} /> <span>{puntstanden[stand]}</span>
    </span>
  )
}

const planvormen: Partial<Record<Planstand, VormNaam>> = {
  gerealiseerd: 'goed',
  'niet gerealiseerd': 'mis',
  afgewezen: 'mis',
  'niet ingediend': 'mis',
  ingetrokken: 'niet',
}

/** Where a plan stands, as word and shape. */
export function Planoordeel({ stand }: { stand: Planstand }) {
  const vorm = planvormen[stand] ?? 'loopt'
  return (
    <span className={vorm === 'mis' ? 'ov-mis ov-planstand' : 'ov-planstand'}>
      <Vorm naam={vorm} /> <span>{planstanden[stand]}</span>
    </span>
  )
}

/** For whom a plan waits, in the words of who reads. */
export function bijWieTekst(stand: Planstand, leestAanbieder: boolean): string {
  const wie = bijWie(stand)
  if (wie === null) return '–'
  if (wie === 'aanbieder') return leestAanbieder ? 'u' : 'aanbieder'
  return 'regio'
}
