/**
 * Per list the words of its choice that a view may hold. What somebody searched for is never one of them: it could name a client.
 */
export const weergavelijsten = {
  aanbieders: ['grootte', 'plaats', 'van', 'sorteer', 'richting'],
  overeenkomsten: ['soort', 'fase', 'gemeente', 'van', 'sorteer', 'richting'],
  berichten: ['soort', 'uitkomst', 'aanbieder', 'gemeente', 'sorteer', 'richting'],
  leveringen: ['stand', 'van', 'sorteer', 'richting'],
  kpis: ['jaar', 'van', 'volgorde', 'kpi'],
  bevindingen: ['stand', 'bron', 'jaar', 'van', 'aanbieder', 'sorteer', 'richting'],
  overlegtafels: ['stand', 'product', 'jaar', 'sorteer', 'richting'],
  verbeterplannen: ['stand', 'van', 'aanbieder', 'sorteer', 'richting'],
  escalaties: ['stand', 'van', 'aanbieder', 'sorteer', 'richting'],
  gesprekken: ['stand', 'soort', 'jaar', 'van', 'aanbieder', 'sorteer', 'richting'],
  acties: ['stand', 'kant', 'van', 'aanbieder', 'sorteer', 'richting'],
  logboek: ['onderwerp', 'persoon', 'periode', 'sorteer', 'richting'],
} as const

export type Weergavelijst = keyof typeof weergavelijsten

export type Weergavekeuze = Record<string, string>

/** The words of a query that a view of this list may hold, in the order of the list; empty ones, long ones and numbers of people are left out. */
export function kiesWoorden(lijst: Weergavelijst, query: Record<string, unknown>): Weergavekeuze {
  return Object.fromEntries(
    weergavelijsten[lijst].flatMap((naam) => {
      const waarde = query[naam]
      return typeof waarde === 'string' && waarde !== '' && waarde.length <= 100 && !noemtClient(waarde)
        ? [[naam, waarde]]
        : []
    }),
  )
}

/** What is wrong with the name of a view, in a sentence; null when it will do. */
export function naamfout(naam: string): string | null {
  if (naam === '') return 'Geef de weergave een naam.'
  if (naam.length > 60) return 'Gebruik hooguit 60 tekens.'
  return noemtClient(naam) ? 'Zet geen nummer of label van een cliënt in de naam.' : null
}

// Nine figures may be a BSN, however they are set apart; C-7KQ2M-9XD4T is the label of a client (do/bericht/clienten.ts).
function noemtClient(tekst: string): boolean {
  return (
    /(?<![0-9a-f-])[0-9](?:[ .-]?[0-9]){8}(?![0-9a-f])/i.test(tekst) ||
    /\bC[- ]?[0-9A-Z]{5}[- ]?[0-9A-Z]{5}\b/i.test(tekst)
  )
}
