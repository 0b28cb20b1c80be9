import type { Aantallen } from '../../domain/check/bewaren/bewaarsoort.ts'
import type { Soortcode } from '../../domain/check/bewaren/bewaartermijn.ts'
import type { Vernietiging } from '../../domain/check/bewaren/queries.ts'
import { soorten } from '../../domain/check/bewaren/soorten.ts'
import { aantal, datum, opsomming } from '../ui/notatie.ts'

const WOORDEN: Record<string, [string, string]> = {
  overeenkomsten: ['overeenkomst', 'overeenkomsten'],
  tarieven: ['tarief', 'tarieven'],
  besluiten: ['besluit', 'besluiten'],
  bevindingen: ['bevinding', 'bevindingen'],
  clienten: ['cliënt', 'cliënten'],
  toewijzingen: ['toewijzing', 'toewijzingen'],
  regels: ['regel uit berichten', 'regels uit berichten'],
  berichten: ['bericht', 'berichten'],
  evaluaties: ['evaluatie', 'evaluaties'],
  antwoorden: ['antwoord over tevredenheid', 'antwoorden over tevredenheid'],
  berekeningen: ['berekening', 'berekeningen'],
  resultaten: ['resultaat', 'resultaten'],
  gevallen: ['geval', 'gevallen'],
  gesprekken: ['gesprek', 'gesprekken'],
  agendapunten: ['agendapunt', 'agendapunten'],
  acties: ['actie', 'acties'],
  verslagen: ['versie van een verslag', 'versies van verslagen'],
  escalaties: ['escalatie', 'escalaties'],
  stappen: ['stap', 'stappen'],
  stukken: ['stuk', 'stukken'],
  brieven: ['brief', 'brieven'],
  publicaties: ['publicatie', 'publicaties'],
  maatregelen: ['maatregel', 'maatregelen'],
  verbeterplannen: ['verbeterplan', 'verbeterplannen'],
  versies: ['versie', 'versies'],
  oordelen: ['oordeel', 'oordelen'],
  meldingen: ['melding', 'meldingen'],
  ontvangers: ['ontvanger', 'ontvangers'],
  documenten: ['document', 'documenten'],
  overlegtafels: ['overlegtafel', 'overlegtafels'],
  uitsluitingen: ['uitsluiting', 'uitsluitingen'],
  uitnodigingen: ['uitnodiging', 'uitnodigingen'],
  termijnen: ['termijn', 'termijnen'],
  herinneringen: ['herinnering', 'herinneringen'],
  mails: ['mail', 'mails'],
  inzagen: ['inzage', 'inzagen'],
  leveringen: ['levering', 'leveringen'],
  bestanden: ['bestand', 'bestanden'],
  accounts: ['account', 'accounts'],
  wachtwoorden: ['wachtwoord', 'wachtwoorden'],
  weergaven: ['bewaarde weergave', 'bewaarde weergaven'],
  logwaarden: ['waarde in het logboek', 'waarden in het logboek'],
  dagen: ['dag', 'dagen'],
  verzoeken: ['verzoek', 'verzoeken'],
}

/** "3 toewijzingen en 12 berichten"; empty without any */
export function telzin(aantallen: Aantallen): string {
  // the database keeps no order
  const volgorde = Object.keys(WOORDEN)
  return opsomming(
    Object.entries(aantallen)
      .filter(([, n]) => n > 0)
      .toSorted(([a], [b]) => volgorde.indexOf(a) - volgorde.indexOf(b))
      .map(([wat, n]) => aantal(n, ...(WOORDEN[wat] ?? [wat, wat]))),
  )
}

/** "12 overeenkomsten" of what is or was proposed */
export function hoeveelVan(soort: Soortcode, n: number): string {
  return aantal(n, ...soorten[soort].woorden)
}

/** "wo 10 apr 2024 tot en met ma 31 mei 2027" */
export function periodezin({ eerste, laatste }: Pick<Vernietiging, 'eerste' | 'laatste'>): string {
  return eerste.equals(laatste) ? datum(eerste) : `${datum(eerste)} tot en met ${datum(laatste)}`
}

export type Stand = 'te-bekijken' | 'besluit' | 'bezig' | 'vernietigd' | 'uitgesteld'

export function standVan({ voorgelegdOp, besluit, klaarOp }: Vernietiging): Stand {
  if (besluit === 'uitstellen') return 'uitgesteld'
  if (besluit === 'vernietigen') return klaarOp ? 'vernietigd' : 'bezig'
  return voorgelegdOp ? 'besluit' : 'te-bekijken'
}

/** What stands in the list, in a few words. */
export function standzin(vernietiging: Vernietiging): string {
  const { voorgelegdDoor, uitgesteldTot, resteert, gevuld } = vernietiging
  switch (standVan(vernietiging)) {
    case 'te-bekijken':
      return 'wacht op wie het voorlegt'
    case 'besluit':
      return `voorgelegd door ${voorgelegdDoor ?? ''}, wacht op een besluit`
    case 'bezig':
      return gevuld ? `wordt vernietigd, nog ${String(resteert)} te gaan` : 'staat klaar in de wachtrij'
    case 'vernietigd':
      return 'vernietigd'
    case 'uitgesteld':
      return `uitgesteld tot en met ${datum(uitgesteldTot!)}`
  }
}
