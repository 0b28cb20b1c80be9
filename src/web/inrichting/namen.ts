/** Names of the parts of a regelset as people read them. */
export const deelnamen: Record<string, string> = {
  'kpi-clienttevredenheid': 'KPI cliënttevredenheid',
  'kpi-resultaat-behaald': 'KPI resultaat behaald',
  'kpi-start-zorg': 'KPI start zorg',
  feestdagen: 'Feestdagen',
  termijnen: 'Termijnen',
  frequenties: 'Hoe vaak iets moet',
  contractfase: 'Begin van de contractfase',
  rollen: 'Rollen bij een overeenkomst',
  minimumaantallen: 'Aantallen voor een vergelijking',
  'kleine-aantallen': 'Kleine aantallen',
  inzage: 'Inzage in casussen',
  verwerkingen: 'Register van verwerkingen',
  bestedingsruimte: 'Signalen over de bestedingsruimte',
  verlenging: 'Verlengen',
  namen: 'Namen in deze regio',
}

/** A field of a part as words: "minimumClienten" becomes "minimum cliënten". */
export function veldnaam(veld: string): string {
  return veld
    .replace(/([A-Z])/g, ' $1')
    .toLowerCase()
    .replace('clienten', 'cliënten')
    .replace('geevalueerd', 'geëvalueerd')
}
