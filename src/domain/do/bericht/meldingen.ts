/** Codes of the judgement that are about a whole message, also of a 323. */
export const berichtcodes = [
  'identificatie-hergebruikt',
  'retour-afgekeurd',
  'onbekende-gemeente',
  'onbekende-aanbieder',
  'onbekend-heenbericht',
] as const

const meldingen: Record<string, string> = {
  'identificatie-hergebruikt':
    'De afzender heeft een ander bericht met dezelfde identificatie gestuurd. Dit bericht telt niet mee; aanvaard het als beide goed zijn.',
  'retour-afgekeurd': 'De ontvanger heeft dit bericht afgekeurd met een retourbericht. Het telt niet mee.',
  'onbekende-gemeente':
    'De gemeente in dit bericht hoort niet bij deze regio. Het bericht wacht tot de gemeente bekend is.',
  'onbekende-aanbieder': 'De aanbieder in dit bericht is niet bekend. Het bericht wacht tot de aanbieder is ingelezen.',
  'onbekend-heenbericht':
    'Het bericht waar dit een antwoord op is, is niet bekend. Dit bericht wacht tot dat bericht is ingelezen.',
  'product-niet-in-contract':
    'Dit product staat voor deze gemeente in geen overeenkomst met de aanbieder. Het telt mee zodra de overeenkomst is ingelezen.',
  'onbekende-toewijzing': 'De toewijzing is niet bekend. Dit telt mee zodra het toewijzingsbericht (301) is ingelezen.',
  'client-hoort-niet-bij-toewijzing':
    'De cliënt is een andere dan die van de toewijzing. Vraag de aanbieder het toewijzingsnummer te controleren, of aanvaard het bericht.',
  'aanbieder-hoort-niet-bij-toewijzing':
    'De toewijzing is van een andere aanbieder. Vraag de afzender het toewijzingsnummer te controleren, of aanvaard het bericht.',
  'geen-bijbehorende-start':
    'Er is geen startbericht (305) met deze toewijzing en begindatum. Dit stopbericht wacht tot dat is ingelezen.',
  'buiten-toewijzingsperiode':
    'De periode van deze prestatie valt buiten de toewijzing. Vraag de aanbieder de periode te controleren, of aanvaard de regel.',
  'tarief-wijkt-af wachtend':
    'Voor dit product is in het jaar van de prestatie geen tarief bekend. De regel wacht tot het tarief is ingelezen.',
  'tarief-wijkt-af':
    'Het tarief of de eenheid is anders dan in de overeenkomst. Vraag de aanbieder de regel te crediteren en opnieuw in te dienen.',
  'bedrag-onjuist':
    'Het bedrag is niet het volume maal het tarief uit de overeenkomst. Vraag de aanbieder de regel te crediteren en opnieuw in te dienen.',
  'dubbele-referentie':
    'De aanbieder heeft deze referentie eerder gebruikt. De regel telt niet mee; aanvaard haar als beide regels goed zijn.',
  'credit-zonder-debet':
    'De regel die hiermee wordt gecrediteerd, is niet bekend of telt niet mee. De regel wacht tot die is ingelezen.',
}

const signalen: Record<string, string> = {
  'twee-versies': 'Van een toewijzing zijn er twee verschillende versies van hetzelfde moment.',
  'start-voor-ingang': 'De zorg begon voor de ingangsdatum van de toewijzing.',
  'start-ingetrokken': 'De zorg begon op een toewijzing die is ingetrokken.',
  'twee-starts': 'De zorg begon opnieuw zonder dat een stop is gemeld.',
}

/** What a code of the judgement means and what to do, for the back office. */
export function meldingVan(code: string, oordeel: string): string {
  return meldingen[`${code} ${oordeel}`] ?? meldingen[code] ?? 'Dit bericht telt niet mee.'
}

/** What a signal says; the message counts. `signaal` may hold several codes, separated by a space. */
export function signaalteksten(signaal: string): string[] {
  return signaal.split(' ').map((code) => signalen[code] ?? code)
}

/** What a person may accept after looking at it: it does not fit, but it is not wrong by what was agreed. */
export const aanvaardbareCodes = [
  'identificatie-hergebruikt',
  'client-hoort-niet-bij-toewijzing',
  'aanbieder-hoort-niet-bij-toewijzing',
  'geen-bijbehorende-start',
  'buiten-toewijzingsperiode',
  'dubbele-referentie',
  'credit-zonder-debet',
] as const
