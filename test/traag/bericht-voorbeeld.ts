// Small messages for tests, all invented: BSN from the test range 9999, aanbieders and gemeente that do not exist.

export const BSN = '999900006'
export const ANDER_BSN = '999900018'

/** Words that name the invented client; none may be in a result. */
export const persoonsgegevens = [
  BSN,
  ANDER_BSN,
  'Schaapherder',
  'Wilhelmina',
  '1951-04-08',
  'Dwaalpad',
  '1234XX',
  '0612345678',
]

const URI = 'http://www.istandaarden.nl/iwmo/3_2'

export type Vulling = Record<string, string>

/** `velden` replaces the text of elements by name, everywhere in the message. */
function vul(xml: string, velden: Vulling): string {
  return Object.entries(velden).reduce(
    (tekst, [naam, waarde]) => tekst.replaceAll(new RegExp(`(<[bi]:${naam}>)[^<]*`, 'g'), `$1${waarde}`),
    xml,
  )
}

function bericht(soort: string, code: string, vanGemeente: boolean, inhoud: string, kopStaart = ''): string {
  const [afzender, ontvanger] = vanGemeente ? ['9999', '98990001'] : ['98990001', '9999']
  return `<?xml version="1.0" encoding="UTF-8"?>
<b:Bericht xmlns:b="${URI}/wmo${soort}/schema" xmlns:i="${URI}/basisschema/schema">
<b:Header>
<b:BerichtCode>${code}</b:BerichtCode>
<b:BerichtVersie>3</b:BerichtVersie>
<b:BerichtSubversie>2</b:BerichtSubversie>
<b:Afzender>${afzender}</b:Afzender>
<b:Ontvanger>${ontvanger}</b:Ontvanger>
<b:BerichtIdentificatie>
<i:Identificatie>B1</i:Identificatie>
<i:Dagtekening>2025-03-10</i:Dagtekening>
</b:BerichtIdentificatie>
<b:XsdVersie><i:BasisschemaXsdVersie>1.0.0</i:BasisschemaXsdVersie><i:BerichtXsdVersie>1.0.0</i:BerichtXsdVersie></b:XsdVersie>
${kopStaart}</b:Header>
${inhoud}
</b:Bericht>
`
}

const NAAM =
  '<i:Geslachtsnaam><i:Achternaam>Schaapherder</i:Achternaam></i:Geslachtsnaam><i:Voornamen>Wilhelmina</i:Voornamen>'

const client = (naamgebruik: string) => `<b:Bsn>${BSN}</b:Bsn>
<b:Geboortedatum><i:Datum>1951-04-08</i:Datum></b:Geboortedatum>
<b:Geslacht>2</b:Geslacht>
<b:Naam>${NAAM}${naamgebruik}</b:Naam>`

const toegewezen = (retour: string) => `<b:Client>
${client('<i:NaamGebruik>1</i:NaamGebruik>')}
<b:Commentaar>Belt liever met mevrouw Schaapherder</b:Commentaar>
<b:Contactgegevens>
<b:Contact>
<b:Soort>01</b:Soort>
<b:Adres><i:Huis><i:Huisnummer>7</i:Huisnummer></i:Huis><i:Postcode>1234XX</i:Postcode><i:Straatnaam>Dwaalpad</i:Straatnaam></b:Adres>
<b:Telefoon><i:Telefoon01><i:Telefoonnummer>0612345678</i:Telefoonnummer><i:Landnummer>+31</i:Landnummer></i:Telefoon01></b:Telefoon>
${retour}</b:Contact>
</b:Contactgegevens>
<b:ToegewezenProducten>
<b:ToegewezenProduct>
<b:ToewijzingNummer>0001234</b:ToewijzingNummer>
<b:ReferentieAanbieder>Wilhelmina</b:ReferentieAanbieder>
<b:Product><i:Categorie>02</i:Categorie><i:Code>02A03</i:Code></b:Product>
<b:Toewijzingsdatum>2025-03-01</b:Toewijzingsdatum>
<b:Toewijzingstijd>10:30:00</b:Toewijzingstijd>
<b:Ingangsdatum>2025-03-15</b:Ingangsdatum>
<b:Einddatum>2026-03-14</b:Einddatum>
<b:Omvang><i:Volume>4</i:Volume><i:Eenheid>04</i:Eenheid><i:Frequentie>2</i:Frequentie></b:Omvang>
${retour}</b:ToegewezenProduct>
</b:ToegewezenProducten>
${retour}</b:Client>`

export function toewijzing(velden: Vulling = {}): string {
  return vul(bericht('301', '414', true, toegewezen('')), velden)
}

const RETOURKOP = `<b:IdentificatieRetour>R9</b:IdentificatieRetour>
<b:DagtekeningRetour>2025-03-12</b:DagtekeningRetour>
<b:XsdVersieRetour><i:BasisschemaXsdVersie>1.0.0</i:BasisschemaXsdVersie><i:BerichtXsdVersie>1.0.0</i:BerichtXsdVersie></b:XsdVersieRetour>
`
const codes = (code: string) => `<b:RetourCodes><b:RetourCode>${code}</b:RetourCode></b:RetourCodes>\n`

/** A 302: approved with the header only, else with the client and a code everywhere. */
export function toewijzingRetour(code: string | null): string {
  return bericht('302', '415', true, code === null ? '' : toegewezen(codes(code)), RETOURKOP)
}

const product = (extra: string) => `<b:ToewijzingNummer>1234</b:ToewijzingNummer>
<b:Product><i:Categorie>02</i:Categorie></b:Product>
<b:Begindatum>2025-03-05</b:Begindatum>
${extra}<b:StatusAanlevering>1</b:StatusAanlevering>`

export function start(velden: Vulling = {}): string {
  const inhoud = `<b:Client>
${client('')}
<b:StartProducten><b:StartProduct>
${product('')}
</b:StartProduct></b:StartProducten>
</b:Client>`
  return vul(bericht('305', '418', false, inhoud), velden)
}

export function stop(velden: Vulling = {}): string {
  const extra = '<b:RedenBeeindiging>19</b:RedenBeeindiging>\n<b:Einddatum>2025-03-09</b:Einddatum>\n'
  const inhoud = `<b:Client>
${client('')}
<b:StopProducten><b:StopProduct>
${product(extra)}
</b:StopProduct></b:StopProducten>
</b:Client>`
  return vul(bericht('307', '420', false, inhoud), velden)
}

export type Regel = Partial<
  Record<
    'bsn' | 'referentie' | 'vorige' | 'begin' | 'einde' | 'volume' | 'eenheid' | 'tarief' | 'bedrag' | 'dc',
    string
  >
>

function prestatie(regel: Regel, retour: string): string {
  const vorige = regel.vorige === undefined ? '' : `<i:VorigReferentieNummer>${regel.vorige}</i:VorigReferentieNummer>`
  const tarief = regel.tarief === '' ? '' : `<b:ProductTarief>${regel.tarief ?? '5000'}</b:ProductTarief>`
  return `<b:Client>
<b:Bsn>${regel.bsn ?? BSN}</b:Bsn>
<b:Prestaties>
<b:Prestatie>
<b:ProductReferentie><i:ReferentieNummer>${regel.referentie ?? 'P1'}</i:ReferentieNummer>${vorige}</b:ProductReferentie>
<b:ToewijzingNummer>1234</b:ToewijzingNummer>
<b:ProductCategorie>02</b:ProductCategorie>
<b:ProductCode>02A03</b:ProductCode>
<b:ProductPeriode><i:Begindatum>${regel.begin ?? '2025-02-01'}</i:Begindatum><i:Einddatum>${regel.einde ?? '2025-02-28'}</i:Einddatum></b:ProductPeriode>
<b:GeleverdVolume>${regel.volume ?? '3'}</b:GeleverdVolume>
<b:Eenheid>${regel.eenheid ?? '04'}</b:Eenheid>
${tarief}<b:IngediendBedrag><i:Bedrag>${regel.bedrag ?? '15000'}</i:Bedrag><i:DebetCredit>${regel.dc ?? 'D'}</i:DebetCredit></b:IngediendBedrag>
${retour}</b:Prestatie>
</b:Prestaties>
${retour}</b:Client>`
}

/** A 323 with these lines; the total is right unless given. */
export function declaratie(regels: readonly Regel[], velden: Vulling = {}, totaal?: number): string {
  const som = regels.reduce((tot, { bedrag = '15000', dc = 'D' }) => tot + (dc === 'C' ? -1 : 1) * Number(bedrag), 0)
  const cent = totaal ?? som
  const inhoud = `<b:Declaratie>
<b:DeclaratieNummer>D1</b:DeclaratieNummer>
<b:DeclaratiePeriode><i:Begindatum>${velden['periodeBegin'] ?? '2025-02-01'}</i:Begindatum><i:Einddatum>${velden['periodeEinde'] ?? '2025-02-28'}</i:Einddatum></b:DeclaratiePeriode>
<b:DeclaratieDagtekening>2025-03-10</b:DeclaratieDagtekening>
<b:TotaalIngediendBedrag><i:TotaalBedrag>${Math.abs(cent)}</i:TotaalBedrag><i:DebetCredit>${cent < 0 ? 'C' : 'D'}</i:DebetCredit></b:TotaalIngediendBedrag>
<b:Clienten>
${regels.map((regel) => prestatie(regel, '')).join('\n')}
</b:Clienten>
</b:Declaratie>`
  return bericht('323', '484', false, inhoud)
}

/** A 325 that rejects one line of a credit claim. */
export function declaratieAntwoord(): string {
  const totaal = (naam: string, cent: number, dc: string) =>
    `<b:${naam}><i:TotaalBedrag>${cent}</i:TotaalBedrag><i:DebetCredit>${dc}</i:DebetCredit></b:${naam}>`
  const inhoud = `<b:DeclaratieAntwoord>
<b:DeclaratieNummer>D1</b:DeclaratieNummer>
${totaal('TotaalIngediendBedrag', 5000, 'C')}
${totaal('TotaalToegekendBedrag', 20000, 'C')}
<b:Clienten>${prestatie({}, codes('9308'))}</b:Clienten>
${codes('0200')}</b:DeclaratieAntwoord>`
  const kop = `<b:DeclaratieIdentificatie><i:Identificatie>H7</i:Identificatie><i:Dagtekening>2025-03-05</i:Dagtekening></b:DeclaratieIdentificatie>
<b:XsdVersieDeclaratie><i:BasisschemaXsdVersie>1.0.0</i:BasisschemaXsdVersie><i:BerichtXsdVersie>1.0.0</i:BerichtXsdVersie></b:XsdVersieDeclaratie>
${codes('0200')}`
  return bericht('325', '485', true, inhoud, kop)
}
