import { staatNogTeGebeuren, type Gespreksstand } from './gespreksstand.ts'

/** What people do with a meeting and its minutes. */
export const acten = [
  'wijzigen',
  'verplaatsen',
  'annuleren',
  'uitnodigen',
  'rapportage vragen',
  'rapportage indienen',
  'voorbereid melden',
  'agenda wijzigen',
  'gehouden melden',
  'verslag schrijven',
  'verslag delen',
  'reageren',
  'reactie verwerken',
  'definitief maken',
] as const
export type Act = (typeof acten)[number]

const VOORAF: Act[] = [
  'wijzigen',
  'verplaatsen',
  'annuleren',
  'uitnodigen',
  'rapportage vragen',
  'rapportage indienen',
  'agenda wijzigen',
  'gehouden melden',
]
const ERNA: Act[] = ['agenda wijzigen', 'verslag schrijven', 'rapportage indienen']

// Minutes are written while people talk, so before the meeting is over; what was shared is changed only to work in a reaction.
const mogelijk: Record<Gespreksstand, readonly Act[]> = {
  gepland: [...VOORAF, 'voorbereid melden', 'verslag schrijven'],
  'rapportage gevraagd': [...VOORAF, 'voorbereid melden', 'verslag schrijven'],
  voorbereid: [...VOORAF, 'verslag schrijven'],
  gehouden: ERNA,
  'verslag concept': [...ERNA, 'verslag delen'],
  'verslag gedeeld': ['verslag schrijven', 'reageren', 'reactie verwerken', 'definitief maken'],
  definitief: [],
  geannuleerd: [],
}

/** Whether an act fits the state of the meeting (STM-02). */
export function past(act: Act, stand: Gespreksstand): boolean {
  return mogelijk[stand].includes(act)
}

/** Why an act cannot be done now, as a sentence for people; null when it can. */
export function waaromNiet(act: Act, stand: Gespreksstand): string | null {
  if (past(act, stand)) return null
  if (stand === 'geannuleerd') return 'Dit gesprek is geannuleerd.'
  if (stand === 'definitief') return 'Het verslag is definitief en verandert niet meer.'
  if (act === 'verslag delen') {
    return stand === 'verslag gedeeld'
      ? 'Het verslag is al gedeeld.'
      : staatNogTeGebeuren(stand)
        ? 'Leg eerst vast dat het gesprek is gehouden.'
        : 'Schrijf eerst iets in het verslag.'
  }
  if (act === 'reageren' || act === 'reactie verwerken' || act === 'definitief maken') {
    return 'Het verslag is nog niet gedeeld.'
  }
  return stand === 'voorbereid' ? 'Het gesprek is al voorbereid.' : 'Het gesprek is al gehouden.'
}
