/** How a person was recognised before lost access is restored: at least as strong as at an invitation (ASVS V6.4.4). */
export const herkenningen = {
  'in persoon': 'in persoon gezien, bekend of met een identiteitsbewijs',
  teruggebeld: 'teruggebeld op een nummer dat al bekend was',
  beeldgesprek: 'in een beeldgesprek herkend',
  leidinggevende: 'bevestigd door de leidinggevende of bestuurder, zelf gesproken',
} as const

export type Herkenning = keyof typeof herkenningen

/** One of these, else undefined. */
export function leesHerkenning(tekst: string): Herkenning | undefined {
  return Object.hasOwn(herkenningen, tekst) ? (tekst as Herkenning) : undefined
}
