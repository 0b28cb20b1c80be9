import { hoofdletter } from '../ui/notatie.ts'

/** Names of the regelsets that come with the program. */
export const regelsetnamen: Record<string, string> = {
  'zaanstreek-waterland': 'Zaanstreek-Waterland',
  flevoland: 'Flevoland',
}

/** What a region with this regelset is about, in a sentence. */
export const regelsetuitleg: Record<string, string> = {
  'zaanstreek-waterland': 'Wmo, met drie KPI’s en een escalatieladder van drie stappen.',
  flevoland: 'Jeugdwet, met een escalatieladder van zeven treden.',
}

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
  overlegtafel: 'Overlegtafels',
  omvang: 'Omvang van een aanbieder',
  gesprekken: 'Gesprekken',
  escalatieladder: 'Escalatieladder',
  namen: 'Namen in deze regio',
  taken: 'Taken en hun verdeling',
  organisatie: 'Modellen van contractmanagement',
  missie: 'Missierollen en taakgebieden',
  bewaartermijnen: 'Bewaartermijnen',
  herinneringen: 'Herinneringen',
  verbeterplan: 'Formulier verbeterplan',
  documentsoorten: 'Soorten documenten',
  briefsjablonen: 'Briefsjablonen',
  termijnbevindingen: 'Bevindingen uit termijnen',
}

const VELDEN: Record<string, string> = {
  minimumClienten: 'Meten vanaf zoveel cliënten in zorg',
  minimumWaarnemingen: 'Oordelen vanaf zoveel gevallen',
  allenTotEnMet: 'Allen uitgenodigd tot en met',
  quota: 'Ten hoogste per klasse',
  drempels: 'Punten voor de omvang',
  teKiezenDoor: 'Te kiezen door',
  tonenVanafClienten: 'Tonen vanaf zoveel cliënten',
  verschillendePersonen: 'Niet dezelfde persoon',
  bij: 'Termijnen die een bevinding geven',
  wet: 'Omvang binnen',
  terugkoppeling: 'Terugkoppeling versturen',
  twee: 'Twee punten vanaf',
  drie: 'Drie punten vanaf',
  aanleiding: 'Aanleiding om niet meer uit te nodigen, vanaf',
  toetsMaanden: 'Werking toetsen om de zoveel maanden',
  termijnDagen: 'Termijn in dagen',
  normtekst: 'Norm in woorden',
  perJaren: 'Per zoveel jaar',
  startgebeurtenis: 'Telt vanaf',
  lengte: 'Hoe lang',
  vanaf: 'Telt vanaf',
  resultaat: 'Resultaat van de Selectielijst',
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
  waarschuwMaanden: 'Waarschuwen vanaf zoveel maanden vooraf',
  coordinatie: 'Coördinatie',
  harmonisatie: 'Gelijk te trekken',
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
