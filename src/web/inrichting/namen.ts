import { hoofdletter } from '../ui/notatie.ts'

/** Names of the regelsets that come with the program. */
export const regelsetnamen: Record<string, string> = { 'zaanstreek-waterland': 'Zaanstreek-Waterland' }

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
  minimumaantallen: 'Kleinste aantallen',
  bestedingsruimte: 'Signalen over de bestedingsruimte',
  verlenging: 'Verlengen',
  namen: 'Namen in deze regio',
  taken: 'Taken en hun verdeling',
  herinneringen: 'Herinneringen',
}

const VELDEN: Record<string, string> = {
  minimumClienten: 'Meten vanaf zoveel cliënten in zorg',
  minimumWaarnemingen: 'Oordelen vanaf zoveel gevallen',
  termijnDagen: 'Termijn in dagen',
  normtekst: 'Norm in woorden',
  perJaren: 'Per zoveel jaar',
  startgebeurtenis: 'Telt vanaf',
  lengte: 'Hoe lang',
  doorrollen: 'Schuift door na weekend of feestdag',
  kalender: 'Vrije dagen',
  contractfaseVanaf: 'Contractfase vanaf',
  vereisteFuncties: 'Vereiste functies',
  benchmarkAndereAanbieders: 'Vergelijken vanaf zoveel andere aanbieders',
  benchmarkHoogsteAandeelProcent: 'Hoogste aandeel van één aanbieder, in procenten',
  oranjeVanafProcent: 'Oranje vanaf, in procenten',
  roodVanafProcent: 'Rood vanaf, in procenten',
  roodBovenPrognoseProcent: 'Rood bij een prognose boven, in procenten',
  naVolledigeMeetjaren: 'Na zoveel volledige meetjaren',
  bijzondereDagen: 'Bijzondere dagen',
  maximum: 'Hoogste aantal herinneringen',
  standaard: 'Voor elke termijn',
  anders: 'Anders voor',
  voor: 'Termijn',
  dagenVooraf: 'Dagen voor de laatste dag',
  achtervangerVanaf: 'Ook de achtervanger, vanaf dagen ervoor',
  dagenNaAfloop: 'Dagen erna, aan de contracteigenaar',
}

/** A field of a part as words: "ondergrensProcent" becomes "Ondergrens procent". */
export function veldnaam(veld: string): string {
  return (
    VELDEN[veld] ??
    hoofdletter(
      veld
        .replace(/([A-Z])/g, ' $1')
        .replaceAll('-', ' ')
        .toLowerCase()
        .replace('clienten', 'cliënten')
        .replace('geevalueerd', 'geëvalueerd'),
    )
  )
}
