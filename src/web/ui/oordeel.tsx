import { klassen } from './klassen.ts'
import { Vorm } from './vormen.tsx'

export type Oordeelsoort =
  | 'onvoldoende'
  | 'niet behaald'
  | 'voldoende'
  | 'goed'
  | 'behaald'
  | 'niet meetbaar'
  | 'niet aangeleverd'
  | 'afgeschermd'
  | 'loopt'

const VORM = {
  onvoldoende: 'mis',
  'niet behaald': 'mis',
  voldoende: 'goed',
  goed: 'beter',
  behaald: 'beter',
  'niet meetbaar': 'niet',
  'niet aangeleverd': 'leeg',
  afgeschermd: 'niet',
  loopt: 'loopt',
} as const

/** The shape a judgement is drawn with; `mis` is the only one in wine red. */
export function soortVanOordeel(oordeel: Oordeelsoort) {
  return VORM[oordeel]
}

type Props = {
  oordeel: Oordeelsoort
  /** Own word where the judgement means something narrower, e.g. "te laat" */
  tekst?: string
  /** Only the shape; the word stays for screen readers */
  kort?: boolean
}

/** A judgement: always a shape and a word. */
export function Oordeel({ oordeel, tekst = oordeel, kort = false }: Props) {
  const vorm = VORM[oordeel]
  return (
    <span className={`ov-oordeel ov-o-${vorm}`}>
      <Vorm naam={vorm} />
      <span className={klassen(kort && 'ams-visually-hidden')}>{tekst}</span>
    </span>
  )
}
