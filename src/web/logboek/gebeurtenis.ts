import { hoofdletter } from '../ui/notatie.ts'

// Words that cannot be made from the name of the event.
const EIGEN: Record<string, string> = {
  'aanbieder:contractmanager-gewijzigd': 'Contractmanager gewijzigd',
  'bericht:ingelezen': 'Bestanden ingelezen',
  'bericht:aanvaard': 'Bericht aanvaard',
  'inleesronde:gestart': 'Levering begonnen',
  'kpi:berekend': 'KPI’s berekend',
  'kpi:vastgesteld': 'KPI’s vastgesteld',
  'kpis:berekend': 'KPI’s berekend',
  'kpis:vastgesteld': 'KPI’s vastgesteld',
  'client:uitgevoerd': 'Alles over een cliënt uitgevoerd',
  'client:verwijderd': 'Cliënt verwijderd',
  'sleutel:wissel-begonnen': 'Wissel van sleutels begonnen',
  'sleutel:gewisseld': 'Sleutels gewisseld',
  'verslag:gereageerd': 'Op een verslag gereageerd',
  'gesprek:beantwoord': 'Op een uitnodiging geantwoord',
  'vernietiging:besloten': 'Besloten te vernietigen',
  'cto:ingelezen': 'Cliënttevredenheid ingelezen',
  'kernpartner:beeindigd': 'Kernpartnerschap beëindigd',
  'omvang:vastgelegd': 'Medewerkers vastgelegd',
  'overeenkomst:verlenging-ingetrokken': 'Besluit over verlenging ingetrokken',
  'regelsetdeel:gewijzigd': 'Deel van de regelset gewijzigd',
  'sessie:gestart': 'Aangemeld',
  'sessie:beeindigd': 'Afgemeld of sessie beëindigd',
  'aanmelding:mislukt': 'Aanmelden mislukt',
  'aanmelding:afgeremd': 'Te vaak mislukt: aanmelden wacht',
  'tweede-factor:gewijzigd': 'Tweede factor gewijzigd',
  'wachtwoord:aangevraagd': 'Nieuw wachtwoord aangevraagd',
}

const TYPEN: Record<string, string> = {
  clientverwijdering: 'verwijdering van een cliënt',
  cto: 'cliënttevredenheid',
  inleesronde: 'levering',
  kpi: 'KPI’s',
  'kpi-berekening': 'KPI-berekening',
  regelsetdeel: 'deel van de regelset',
}

/** "Aanbieder gewijzigd" from "aanbieder:gewijzigd". */
export function gebeurtenisNaam(soort: string): string {
  return EIGEN[soort] ?? hoofdletter(soort.replace(/[:_-]/g, ' '))
}

/** What a filter calls a kind of subject: "Aanbieder". */
export function onderwerpNaam(type: string): string {
  return hoofdletter(TYPEN[type] ?? type.replace(/[_-]/g, ' '))
}
