// Generated from db/migrations by scripts/schema.ts; do not edit.
import type { ColumnType, Generated, GeneratedAlways } from 'kysely'

/** Written as text (JSON.stringify), because pg writes an array as an array of PostgreSQL; read as whatever it holds. */
export type Json = ColumnType<unknown, string, string>

export type Aanbieder = {
  regioId: string
  id: Generated<string>
  agb: string
  kvk: string
  naam: string
  rechtsvorm: Generated<string>
  plaats: Generated<string>
  grootteklasse: 'zzp' | 'klein' | 'middelgroot' | 'groot'
  medewerkers: Generated<number>
  contractVan: Temporal.PlainDate | null
  contractmanagerId: string | null
  achtervangerId: string | null
  zoektekst: ColumnType<string, never, never>
  aangemaaktOp: Generated<Temporal.Instant>
}

export type AanbiederKlasse = {
  regioId: string
  id: Generated<string>
  aanbiederId: string
  agb: string
  klasse: number
  geldigVanaf: Temporal.PlainDate
  reden: string
  vastgelegdOp: Temporal.Instant
  vastgelegdDoor: string
}

export type AanbiederOmvang = {
  regioId: string
  aanbiederId: string
  jaar: number
  medewerkers: number
  bron: 'bestand' | 'hand'
  toelichting: Generated<string>
  vastgelegdOp: Temporal.Instant
  vastgelegdDoor: string
}

export type Aanmelding = {
  regioId: string
  id: Generated<string>
  gebruikerId: string | null
  tokenHash: Buffer
  soort: 'aanmelden' | 'uitnodiging' | 'wachtwoord' | 'tweede factor' | 'toegangssleutel'
  linkId: string | null
  wachtwoordHash: string | null
  totpGeheim: Buffer | null
  uitdaging: string | null
  pogingen: Generated<number>
  begonnenOp: Temporal.Instant
  verlooptOp: Temporal.Instant
}

export type Aanvaarding = {
  regioId: string
  berichtId: number
  regel: Generated<number>
  aanvaardOp: Temporal.Instant
  aanvaardDoor: string
  reden: string
}

export type Account = {
  regioId: string
  gebruikerId: string
  wachtwoordHash: string
  wachtwoordOp: Temporal.Instant
  totpGeheim: Buffer
  totpOp: Temporal.Instant
  totpStap: Generated<number>
  herstelzout: Buffer
  herstelcodesOp: Temporal.Instant
}

export type Actie = {
  regioId: string
  id: Generated<string>
  gesprekId: string
  agendapuntId: string | null
  aanbiederId: string | null
  agb: string | null
  tekst: string
  kant: 'regio' | 'aanbieder'
  eigenaarId: string | null
  eigenaar: string
  einddatum: Temporal.PlainDate
  niveau: 'strategisch' | 'tactisch' | 'operationeel' | null
  versie: Generated<number>
  vastgelegdOp: Temporal.Instant
  vastgelegdDoor: string
  gedeeldOp: Temporal.Instant | null
  begonnenOp: Temporal.Instant | null
  gereedOp: Temporal.Instant | null
  gereedDoor: string | null
  gereedToelichting: Generated<string>
  geaccepteerdOp: Temporal.Instant | null
  geaccepteerdDoor: string | null
  vervallenOp: Temporal.Instant | null
  vervallenDoor: string | null
  vervallenReden: string | null
  stand: ColumnType<string, never, never>
}

export type AfspraakWijziging = {
  regioId: string
  agb: string
}

export type Agendapunt = {
  regioId: string
  id: Generated<string>
  gesprekId: string
  sleutel: string
  onderId: string | null
  volgorde: number
  titel: string
  toelichting: Generated<string>
  niveau: 'strategisch' | 'tactisch' | 'operationeel' | null
  bron: 'sjabloon' | 'bevinding' | 'kpi' | 'meegenomen' | 'hand' | 'escalatie'
  vult: Generated<Array<string>>
  bevindingId: string | null
  vanPuntId: string | null
  versie: Generated<number>
  meenemenOp: Temporal.Instant | null
  weggehaaldOp: Temporal.Instant | null
}

export type AuditKeten = {
  regioId: string
  lengte: Generated<number>
  kop: Buffer
}

export type AuditRegel = {
  regioId: string
  volgnr: number
  tijdstip: Temporal.Instant
  actorId: string
  actorNaam: string
  soort: string
  onderwerpType: string
  onderwerpId: string
  waardenHash: Buffer
  vorigeHash: Buffer
  hash: Buffer
}

export type AuditWaarden = {
  regioId: string
  volgnr: number
  zout: Buffer
  waarden: string
}

export type BekendToestel = {
  regioId: string
  gebruikerId: string
  tokenHash: Buffer
  laatstOp: Temporal.Instant
}

export type Bericht = {
  regioId: string
  id: GeneratedAlways<number>
  wet: 'wmo' | 'jw'
  soort: '301' | '302' | '305' | '306' | '307' | '308' | '323' | '325'
  afzender: string
  ontvanger: string
  identificatie: string
  dagtekening: Temporal.PlainDate
  gemeente: string
  agb: string
  inhoudHmac: Buffer
  rondeId: string | null
  ingelezenOp: Temporal.Instant
  beoordeeldOp: Temporal.Instant | null
  oordeel: 'geldig' | 'wachtend' | 'aangehouden' | 'afgekeurd' | null
  code: string | null
  plaats: string | null
  signaal: string | null
  regelfouten: Generated<number>
  sleutelversie: Generated<number>
}

export type BerichtAandacht = {
  regioId: string
  berichtId: number
  agb: string
  oordeel: string
  code: string | null
  signaal: string | null
  regelfouten: number
}

export type Beurt = {
  sleutel: Buffer
  volTot: Temporal.Instant
}

export type Bevinding = {
  regioId: string
  id: Generated<string>
  bron: string
  sleutel: string
  titel: string
  toelichting: Generated<string>
  aanbiederId: string
  agb: string
  overeenkomstId: string | null
  subregioId: string | null
  kpiUitkomstId: string | null
  jaar: number | null
  indicatief: Generated<boolean>
  ontstaanOp: Temporal.Instant
  ontstaanDoor: string
  geslotenOp: Temporal.Instant | null
  clienten: number | null
  termijnId: string | null
  gesprekId: string | null
}

export type BevindingBesluit = {
  regioId: string
  id: Generated<string>
  bevindingId: string
  besluit: 'bespreken' | 'plan vragen' | 'escaleren' | 'sluiten' | 'heropenen'
  reden: string
  beslotenOp: Temporal.Instant
  beslotenDoor: string
}

export type Brief = {
  regioId: string
  id: Generated<string>
  sjabloon: string
  regelsetdeelId: string
  soort: string
  naam: string
  onderwerp: string
  gemeenteCode: string | null
  velden: Json
  alineas: Json
  selectie: string
  wijze: 'mail' | 'post'
  aangetekend: boolean
  taak: string | null
  stand: Generated<'concept' | 'voorgelegd' | 'goedgekeurd' | 'verzonden' | 'vervallen'>
  versie: Generated<number>
  opgesteldOp: Temporal.Instant
  opgesteldDoor: string
  voorgelegdOp: Temporal.Instant | null
  beslotenOp: Temporal.Instant | null
  beslotenDoor: string | null
  beslotenAls: string | null
  mandaatId: string | null
  mandaatGrond: string | null
  reden: Generated<string>
  verzondenOp: Temporal.Instant | null
}

export type BriefNorm = {
  regioId: string
  briefId: string
  regelsetdeelId: string
}

export type BriefOntvanger = {
  regioId: string
  id: Generated<string>
  briefId: string
  aanbiederId: string
  agb: string
  tav: Generated<string>
  email: Generated<string>
  eigen: ColumnType<unknown, string | undefined, string>
  nummer: string | null
  documentId: string | null
  bezigTot: Temporal.Instant | null
  pogingen: Generated<number>
  laatsteFout: string | null
  verzondenOp: Temporal.Instant | null
  misluktOp: Temporal.Instant | null
  verzondenDatum: Temporal.PlainDate | null
  aangetekendNummer: Generated<string>
  ontvangenDatum: Temporal.PlainDate | null
  vastgelegdDoor: string | null
}

export type Certificaat = {
  regioId: string
  id: Generated<string>
  aanbiederId: string
  naam: string
  instelling: Generated<string>
  nummer: Generated<string>
  geldigVan: Temporal.PlainDate
  geldigTot: Temporal.PlainDate
}

export type Client = {
  regioId: string
  id: Generated<string>
  wet: 'wmo' | 'jw'
  pseudoniem: Buffer
  sleutelversie: number
  label: string
}

export type Clientenstand = {
  regioId: string
  gewist: Generated<number>
}

export type Clientverwijdering = {
  regioId: string
  id: Generated<string>
  label: string
  wet: 'wmo' | 'jw'
  reden: string
  begonnenOp: Temporal.Instant
  begonnenDoor: string
  klaarOp: Temporal.Instant | null
  verwijderd: ColumnType<unknown, string | undefined, string>
}

export type Contactpersoon = {
  regioId: string
  id: Generated<string>
  aanbiederId: string
  naam: string
  functie: Generated<string>
  email: Generated<string>
  telefoon: Generated<string>
  zoektekst: ColumnType<string, never, never>
}

export type ContactpersoonGemeente = {
  regioId: string
  contactpersoonId: string
  gemeenteCode: string
}

export type ContactpersoonOvereenkomst = {
  regioId: string
  contactpersoonId: string
  overeenkomstId: string
}

export type CtoRespons = {
  regioId: string
  id: Generated<string>
  gemeente: string
  nummer: number
  veldwerkEinde: Temporal.PlainDate
  datumRespons: Temporal.PlainDate
  cijfer: string
  volgnr: number
  ingelezenOp: Temporal.Instant
  ingelezenDoor: string
}

export type Declaratie = {
  regioId: string
  berichtId: number
  declaratienummer: string
  periodeVan: Temporal.PlainDate
  periodeTot: Temporal.PlainDate
  totaalCent: number
}

export type DeclaratieAntwoord = {
  regioId: string
  berichtId: number
  declaratieIdentificatie: string
  geheelAfgekeurd: boolean
  totaalIngediendCent: number | null
  totaalToegekendCent: number | null
}

export type DeclaratieAntwoordRegel = {
  regioId: string
  berichtId: number
  regel: number
  referentie: string
  bedragCent: number
  codes: Array<string>
}

export type DeclaratieJaar = {
  regioId: string
  agb: string
  jaar: number
  maandCent: Array<number>
}

export type DeclaratieMaand = {
  regioId: string
  agb: string
  maand: Temporal.PlainDate
  overeenkomstId: string
  regels: number
  bedragCent: number
}

export type DeclaratieMaandGewist = {
  regioId: string
  agb: string
  maand: Temporal.PlainDate
  overeenkomstId: string
  regels: number
  bedragCent: number
}

export type DeclaratieRegel = {
  regioId: string
  berichtId: number
  regel: number
  wet: string
  gemeente: string
  nummer: number
  clientId: string
  agb: string
  categorie: string
  code: string
  van: Temporal.PlainDate
  tot: Temporal.PlainDate
  volume: number
  eenheid: string
  tariefCent: number | null
  bedragCent: number
  credit: boolean
  referentie: string
  vorigeReferentie: string | null
  dagtekening: Temporal.PlainDate
  oordeel: string | null
  fout: string | null
  overeenkomstId: string | null
  toegekend: boolean | null
}

export type DeclaratieRegelFout = {
  regioId: string
  berichtId: number
  regel: number
  code: string
  melding: string
  plaats: string | null
}

export type Deelnemer = {
  regioId: string
  id: Generated<string>
  gesprekId: string
  hoedanigheid: 'voorzitter' | 'contractbeheer' | 'aanbieder' | 'gast'
  gebruikerId: string | null
  contactpersoonId: string | null
  naam: string
  functie: Generated<string>
  email: Generated<string>
  antwoord: 'ja' | 'nee' | 'onder voorbehoud' | null
  antwoordToelichting: Generated<string>
  antwoordOp: Temporal.Instant | null
  antwoordDoor: string | null
  aanwezig: boolean | null
}

export type Dienstverleningsovereenkomst = {
  regioId: string
  id: Generated<string>
  dienstverlenerCode: string
  gemeenteCode: string
  reikwijdte: string
  begindatum: Temporal.PlainDate
  einddatum: Temporal.PlainDate | null
  vindplaats: string
  versie: Generated<number>
  vastgelegdOp: Temporal.Instant
  vastgelegdDoor: string
  beeindigdOp: Temporal.Instant | null
  beeindigingReden: string | null
}

export type Document = {
  regioId: string
  id: Generated<string>
  soort: string
  titel: string
  richting: 'in' | 'uit' | 'intern'
  aanbiederId: string | null
  agb: string | null
  overeenkomstId: string | null
  onderwerp: string | null
  onderwerpId: string | null
  sleutel: string | null
  voorAanbieder: boolean
  versie: number
  datum: Temporal.PlainDate
  auteur: string
  toegevoegdOp: Temporal.Instant
}

export type Documentbestand = {
  regioId: string
  documentId: string
  nr: number
  vorm: 'pdf' | 'docx' | 'xlsx' | 'odt' | 'ods' | 'png' | 'jpg'
  omvang: number
  sha256: Buffer
  inhoud: Buffer
}

export type Documentversie = {
  regioId: string
  documentId: string
  nr: number
  datum: Temporal.PlainDate
  auteur: string
  kenmerk: Generated<string>
  toelichting: Generated<string>
  toegevoegdOp: Temporal.Instant
  toegevoegdDoor: string
}

export type EenmaligeLink = {
  regioId: string
  id: Generated<string>
  gebruikerId: string
  soort: 'uitnodiging' | 'wachtwoord'
  gevraagdOp: Temporal.Instant
  gevraagdDoor: string
  reden: string | null
  tokenHash: Buffer | null
  geldigTot: Temporal.Instant
  gebruiktOp: Temporal.Instant | null
  ingetrokkenOp: Temporal.Instant | null
}

export type Escalatie = {
  regioId: string
  id: Generated<string>
  nummer: string
  aanbiederId: string
  agb: string
  overeenkomstId: string | null
  subregioId: string | null
  bevindingId: string | null
  regelsetdeelId: string
  titel: string
  toestand: string
  hoogte: number
  vorige: string | null
  beurt: number
  openStand: 'voorgesteld' | 'besloten' | null
  versie: Generated<number>
  geopendOp: Temporal.Instant
  geopendDoor: string
  gewijzigdOp: Temporal.Instant
  geslotenOp: Temporal.Instant | null
  eersteTermijn: Temporal.PlainDate | null
}

export type EscalatieBrief = {
  regioId: string
  escalatieId: string
  nr: number
  soort: string
  naam: string
  alineas: Json
  verzonden: Temporal.PlainDate
  wijze: 'digitaal' | 'post' | 'aangetekend'
  kenmerk: string
  ontvangen: Temporal.PlainDate
  verzondenDoor: string
  vastgelegdOp: Temporal.Instant
  onderwerp: Generated<string>
}

export type EscalatieMaatregel = {
  regioId: string
  escalatieId: string
  nr: number
  soort: string
  effect: 'toewijzing' | 'betaling' | 'tarief' | 'overeenkomst' | 'geen'
  velden: Json
  gemeenten: Array<string> | null
  producten: Array<string> | null
  begin: Temporal.PlainDate
  einde: Temporal.PlainDate | null
}

export type EscalatieSchorsing = {
  regioId: string
  escalatieId: string
  nr: number
  vanaf: Temporal.PlainDate
  uiterlijk: Temporal.PlainDate
  tot: Temporal.PlainDate | null
  termijnen: Array<string>
}

export type EscalatieStap = {
  regioId: string
  escalatieId: string
  nr: number
  overgang: string
  van: string | null
  naar: string
  datum: Temporal.PlainDate
  grond: string | null
  motivering: string
  velden: Json
  partij: 'opdrachtgever' | 'aanbieder'
  door: string
  beslotenDoor: string | null
  beslotenAls: string | null
  mandaatGrond: string | null
  gezetOp: Temporal.Instant
}

export type EscalatieStuk = {
  regioId: string
  id: Generated<string>
  escalatieId: string
  soort: string
  datum: Temporal.PlainDate
  velden: Json
  beurt: number
  partij: 'opdrachtgever' | 'aanbieder'
  voorAanbieder: boolean
  vastgelegdOp: Temporal.Instant
  vastgelegdDoor: string
  gesprekId: string | null
}

export type EscalatieTermijn = {
  regioId: string
  escalatieId: string
  nr: number
  code: string
  start: Temporal.PlainDate
  einddatum: Temporal.PlainDate
  werkelijkEinde: Temporal.PlainDate
  afgesproken: boolean
  stappen: Json
  klaar: Temporal.PlainDate | null
}

export type EscalatieVoorstel = {
  regioId: string
  id: Generated<string>
  escalatieId: string
  overgang: string
  zet: Json
  stand: 'voorgesteld' | 'besloten' | 'gezet' | 'afgewezen' | 'ingetrokken'
  voorgesteldOp: Temporal.Instant
  voorgesteldDoor: string
  beslotenOp: Temporal.Instant | null
  beslotenDoor: string | null
  beslotenAls: string | null
  mandaatId: string | null
  mandaatGrond: string | null
  reden: string | null
}

export type Evaluatie = {
  regioId: string
  id: Generated<string>
  gemeente: string
  nummer: number
  datum: Temporal.PlainDate
  soort: 'einde-beschikking' | 'tussentijds'
  resultaat: 'behaald' | 'niet behaald'
  reden: 'client' | 'aanbieder' | 'lokaal team' | null
  volgnr: number
  ingelezenOp: Temporal.Instant
  ingelezenDoor: string
}

export type Gebruiker = {
  regioId: string
  id: Generated<string>
  naam: string
  functie: Generated<string>
  voorbeeld: Generated<boolean>
  uitgeschakeldOp: Temporal.Instant | null
  rijhoogte: Generated<'compact' | 'ruim'>
  vorigeBezoekOp: Temporal.Instant | null
  sneltoetsen: Generated<boolean>
  email: string | null
  laatstAangemeldOp: Temporal.Instant | null
  uitgever: string | null
  onderwerp: string | null
}

export type Gemeente = {
  regioId: string
  code: string
  naam: string
  subregioId: string
  volgorde: Generated<number>
}

export type Gesprek = {
  regioId: string
  id: Generated<string>
  soort: string
  titel: string
  teltMee: boolean
  regelsetdeelId: string
  aanbiederId: string | null
  agb: string | null
  gemeenteCode: string | null
  datum: Temporal.PlainDate
  begintijd: string
  eindtijd: string
  plaats: Generated<string>
  wijze: 'fysiek' | 'digitaal' | 'telefonisch'
  eigenaarId: string
  volgnummer: Generated<number>
  versie: Generated<number>
  geplandOp: Temporal.Instant
  geplandDoor: string
  uitgenodigdOp: Temporal.Instant | null
  rapportageGevraagdOp: Temporal.Instant | null
  rapportageUiterlijk: Temporal.PlainDate | null
  rapportageIngediendOp: Temporal.Instant | null
  rapportageIngediendDoor: string | null
  voorbereidOp: Temporal.Instant | null
  gehoudenOp: Temporal.Instant | null
  verslagUiterlijk: Temporal.PlainDate | null
  verslagBegonnenOp: Temporal.Instant | null
  gedeeldOp: Temporal.Instant | null
  reactieUiterlijk: Temporal.PlainDate | null
  definitiefOp: Temporal.Instant | null
  geannuleerdOp: Temporal.Instant | null
  annuleringReden: string | null
  stand: ColumnType<string, never, never>
  escalatieId: string | null
}

export type GesprekBericht = {
  regioId: string
  id: Generated<string>
  gesprekId: string
  deelnemerId: string
  soort: 'uitnodiging' | 'verplaatst' | 'geannuleerd' | 'rapportage gevraagd' | 'verslag gedeeld' | 'verslag definitief'
  gevraagdOp: Temporal.Instant
  uiterlijkOp: Temporal.Instant
  pogingen: Generated<number>
  laatsteFout: string | null
  verzondenOp: Temporal.Instant | null
  misluktOp: Temporal.Instant | null
}

export type GesprekBesluit = {
  regioId: string
  id: Generated<string>
  gesprekId: string
  agendapuntId: string | null
  tekst: string
  taak: string | null
  beslotenAls: string | null
  mandaatId: string | null
  grond: string | null
  versie: Generated<number>
  vastgelegdOp: Temporal.Instant
  vastgelegdDoor: string
  weggehaaldOp: Temporal.Instant | null
}

export type GesprekOvereenkomst = {
  regioId: string
  gesprekId: string
  overeenkomstId: string
}

export type GesprekVerplaatsing = {
  regioId: string
  id: Generated<string>
  gesprekId: string
  vanDatum: Temporal.PlainDate
  naarDatum: Temporal.PlainDate
  reden: string
  verplaatstOp: Temporal.Instant
  verplaatstDoor: string
}

export type Harmonisatieafspraak = {
  regioId: string
  id: Generated<string>
  onderwerp: string
  tekst: string
  vindplaats: Generated<string>
  geldigVanaf: Temporal.PlainDate
  vastgelegdOp: Temporal.Instant
  vastgelegdDoor: string
}

export type HarmonisatieafspraakGemeente = {
  regioId: string
  harmonisatieafspraakId: string
  gemeenteCode: string
}

export type Herinnering = {
  regioId: string
  termijnId: string
  gebruikerId: string
  nummer: number
  als: 'zelf' | 'functie' | 'rol' | 'achtervanger' | 'waarnemer' | 'bewaakt' | 'eigenaar' | 'aanbieder'
  gemaaktOp: Temporal.Instant
  gemaildOp: Temporal.Instant | null
  mailId: string | null
}

export type Herstelcode = {
  regioId: string
  gebruikerId: string
  hash: Buffer
  gebruiktOp: Temporal.Instant | null
}

export type Herstelverzoek = {
  regioId: string
  id: Generated<string>
  email: string
  gevraagdOp: Temporal.Instant
}

export type Huisstijl = {
  regioId: string
  id: Generated<string>
  gemeenteCode: string | null
  naam: string
  adres: string
  voettekst: string
  logo: Buffer | null
  logoVorm: 'png' | 'svg' | null
  reeks: string
  vastgelegdOp: Temporal.Instant
  vastgelegdDoor: string
}

export type Inleesbestand = {
  regioId: string
  id: number
  rondeId: string
  naam: string
  soort: string | null
  afzender: string | null
  ontvanger: string | null
  identificatie: string | null
  dagtekening: Temporal.PlainDate | null
  uitkomst: 'gelezen' | 'dubbel' | 'afgekeurd'
  berichtId: number | null
  code: string | null
  melding: string | null
  plaats: string | null
  ingelezenOp: Temporal.Instant
}

export type Inleesfout = {
  regioId: string
  rondeId: string
  bestandId: number
  volgnr: number
  code: string
  melding: string
  plaats: string | null
}

export type Inleesronde = {
  regioId: string
  id: Generated<string>
  bron: 'web' | 'opdrachtregel' | 'voorbeeld'
  gestartOp: Temporal.Instant
  gestartDoor: string
  laatsteTekenOp: Temporal.Instant
  klaarOp: Temporal.Instant | null
  omvang: number | null
  gelezen: Generated<number>
  bestanden: Generated<number>
  verwerkt: Generated<number>
  dubbel: Generated<number>
  wachtend: Generated<number>
  afgekeurd: Generated<number>
}

export type Inzage = {
  regioId: string
  id: GeneratedAlways<number>
  traceId: Buffer
  spanId: Buffer
  parentSpanId: Buffer | null
  status: 'Unset' | 'Ok' | 'Error'
  name: string
  startTime: Temporal.Instant
  endTime: Temporal.Instant
  resource: Json
  processingActivityId: string
  dataSubjectIdType: string
  gebruikerId: string
  gebruiker: string
  rol: string
  namens: string
  taak: 'kpi-uitkomst' | 'bevinding' | 'bericht' | 'reden' | 'inzage' | 'opdracht' | null
  taakId: string | null
  fout: string | null
  clienten: number
}

export type InzageClient = {
  regioId: string
  inzageId: number
  dataSubjectId: string
  spanId: Buffer
}

export type InzageReden = {
  regioId: string
  id: GeneratedAlways<number>
  sessieId: string
  reden: string
  gekozenOp: Temporal.Instant
}

export type Kalenderadres = {
  regioId: string
  id: Generated<string>
  gebruikerId: string
  agb: string | null
  tokenHash: Buffer
  gemaaktOp: Temporal.Instant
  ingetrokkenOp: Temporal.Instant | null
  laatstGelezenOp: Temporal.Instant | null
}

export type Kernpartner = {
  regioId: string
  id: Generated<string>
  aanbiederId: string
  aanspreekpuntId: string
  motivering: string
  vanaf: Temporal.PlainDate
  tot: Temporal.PlainDate | null
}

export type KpiAanbieder = {
  regioId: string
  berekeningId: string
  aanbiederId: string
  naam: string
  onder: number
  oordelen: Json
  getoondOnder: Generated<number>
  getoondOordelen: ColumnType<unknown, string | undefined, string>
}

export type KpiBerekening = {
  regioId: string
  id: Generated<string>
  jaar: number
  periodeVan: Temporal.PlainDate
  periodeTot: Temporal.PlainDate
  peildatum: Temporal.PlainDate
  voorlopig: boolean
  nulmeting: Generated<boolean>
  berekendOp: Temporal.Instant
  berekendDoor: string
  invoer: Json
  vingerafdruk: Buffer
  regelsetdelen: Generated<Array<string>>
  getoondMinimum: number | null
}

export type KpiGevallen = {
  regioId: string
  uitkomstId: string
  agb: string
  clientId: Array<string>
  toewijzingId: Array<string>
  uitkomst: Array<string>
  referentiedatum: Array<Temporal.PlainDate>
  startdatum: Array<Temporal.PlainDate>
}

export type KpiTelling = {
  regioId: string
  berekeningId: string
  kpi: string
  subregioId: string
  aanbieders: number
  gemeten: number
  onder: number
  voldoende: number
  zonder: number
  getoondGemeten: Generated<number>
  getoondOnder: Generated<number>
  getoondVoldoende: Generated<number>
  getoondZonder: Generated<number>
  afgeschermd: Generated<number>
}

export type KpiUitkomst = {
  regioId: string
  id: Generated<string>
  berekeningId: string
  jaar: number
  kpi: 'clienttevredenheid' | 'resultaat-behaald' | 'start-zorg'
  agb: string
  aanbiederId: string
  subregioId: string
  clientenInZorg: number
  n: number
  teller: number
  waarde: string | null
  oordeel: 'onvoldoende' | 'voldoende' | 'goed' | 'behaald' | 'niet behaald' | null
  reden: 'te weinig clienten' | 'geen meting' | 'onvoldoende respons' | null
  uitgesloten: Json
  kenmerken: ColumnType<unknown, string | undefined, string>
  regelsetdeelId: string
  clienten: ColumnType<unknown, string | undefined, string>
}

export type KpiVaststelling = {
  regioId: string
  id: Generated<string>
  berekeningId: string
  jaar: number
  vastgesteldOp: Temporal.Instant
  vastgesteldDoor: string
  toelichting: Generated<string>
}

export type Ladderconcept = {
  regioId: string
  regelsetdeelId: string | null
  inhoud: Json
  versie: Generated<number>
  begonnenOp: Temporal.Instant
  begonnenDoor: string
  gewijzigdOp: Temporal.Instant
  gewijzigdDoor: string
}

export type Mail = {
  regioId: string
  id: Generated<string>
  gebruikerId: string
  soort: string
  linkId: string | null
  gevraagdOp: Temporal.Instant
  uiterlijkOp: Temporal.Instant
  pogingen: Generated<number>
  laatstePogingOp: Temporal.Instant | null
  laatsteFout: string | null
  verzondenOp: Temporal.Instant | null
  misluktOp: Temporal.Instant | null
}

export type Mandaat = {
  regioId: string
  id: Generated<string>
  taak: string
  rol: string
  gemeenteCode: string | null
  grond: string
  hoogsteCent: number | null
  hoogsteMaanden: number | null
  geldigVanaf: Temporal.PlainDate
  geldigTot: Temporal.PlainDate | null
  vastgelegdOp: Temporal.Instant
  vastgelegdDoor: string
  ingetrokkenOp: Temporal.Instant | null
  ingetrokkenDoor: string | null
  intrekkingReden: string | null
}

export type Migratie = {
  naam: string
  controlegetal: string
  toegepastOp: Generated<Temporal.Instant>
}

export type Mislukking = {
  sleutel: Buffer
  aantal: number
  laatstOp: Temporal.Instant
}

export type Modelmaatregel = {
  regioId: string
  id: Generated<string>
  soort: 'positionering' | 'functiemodel'
  model: string
  nadeelCode: string | null
  nadeel: string
  maatregel: string
  eigenaarId: string
  uiterlijk: Temporal.PlainDate
  vastgelegdOp: Temporal.Instant
  vastgelegdDoor: string
  gereedOp: Temporal.PlainDate | null
  vervallenOp: Temporal.PlainDate | null
  afloop: string | null
  geslotenDoor: string | null
}

export type Normmededeling = {
  regioId: string
  id: Generated<string>
  regelsetdeelId: string
  aanbiederId: string
  agb: string
  datum: Temporal.PlainDate
  kanaal: 'website' | 'mail' | 'post' | 'bijeenkomst' | 'anders'
  toelichting: Generated<string>
  documentId: string | null
  vastgelegdOp: Temporal.Instant
  vastgelegdDoor: string
  ingetrokkenOp: Temporal.Instant | null
  ingetrokkenDoor: string | null
}

export type Nummerreeks = {
  regioId: string
  reeks: string
  jaar: number
  laatste: number
}

export type Opdracht = {
  regioId: string
  id: Generated<string>
  jaar: number
  tekst: string
  prioriteiten: Json
  gegevenOp: Temporal.Instant
  gegevenDoor: string
  gegevenAls: string
}

export type OpdrachtAdvies = {
  regioId: string
  id: Generated<string>
  opdrachtId: string
  tekst: string
  gegevenOp: Temporal.Instant
  gegevenDoor: string
}

export type Organisatieafmelding = {
  regioId: string
  jtiHash: Buffer
  verlooptOp: Temporal.Instant
}

export type Organisatiemodel = {
  regioId: string
  id: Generated<string>
  soort: 'positionering' | 'functiemodel'
  model: string
  centrumgemeenteCode: string | null
  uitvoerder: Generated<string>
  geldigVanaf: Temporal.PlainDate
  besluit: string
  reden: string
  vastgelegdOp: Temporal.Instant
  vastgelegdDoor: string
}

export type Organisatiepoging = {
  regioId: string
  id: Generated<string>
  tokenHash: Buffer
  state: string
  nonce: string
  verifier: string
  terug: string
  verlooptOp: Temporal.Instant
}

export type Overeenkomst = {
  regioId: string
  id: Generated<string>
  nummer: string
  aanbiederId: string | null
  agb: string
  relatietype: Generated<'inkoop' | 'subsidie'>
  onderwerp: string
  begindatum: Temporal.PlainDate
  einddatum: Temporal.PlainDate
  verlengingen: Generated<number>
  verlengingMaanden: Generated<number>
  verlengd: Generated<number>
  looptTot: ColumnType<Temporal.PlainDate, never, never>
  vindplaats: Generated<string>
  zoektekst: ColumnType<string, never, never>
  aangemaaktOp: Generated<Temporal.Instant>
  motiveringJuridisch: Generated<string>
  motiveringBeleid: Generated<string>
  budgetkader: Generated<string>
  beleidskader: Generated<string>
  domeinKeuze:
    | 'wmo'
    | 'jeugd'
    | 'participatie'
    | 'recreatie'
    | 'sport'
    | 'cultuur'
    | 'onderwijs'
    | 'economie'
    | 'veiligheid'
    | null
  domeinProducten: Generated<'wmo' | 'jeugd'>
  domein: ColumnType<string, never, never>
  gegevensVersie: Generated<number>
  nietVerlengdOp: Temporal.PlainDate | null
}

export type OvereenkomstBereik = {
  regioId: string
  overeenkomstId: string
  aanbiederId: string | null
  gemeenten: Array<string>
  soorten: Array<string>
}

export type OvereenkomstFunctie = {
  regioId: string
  overeenkomstId: string
  functie: 'contracteigenaar' | 'contractmanager' | 'achtervanger' | 'rvm'
  gebruikerId: string
  vanaf: Temporal.PlainDate
  looptTot: Generated<Temporal.PlainDate>
}

export type OvereenkomstGemeente = {
  regioId: string
  overeenkomstId: string
  gemeenteCode: string
}

export type OvereenkomstProduct = {
  regioId: string
  id: Generated<string>
  overeenkomstId: string
  productId: string
  eenheidTarief: string
  eenheidDeclaratie: string
  bekostigingsvorm: 'inspanningsgericht' | 'outputgericht' | 'taakgericht' | null
}

export type Overlegtafel = {
  regioId: string
  id: Generated<string>
  titel: string
  thema: Generated<string>
  subregioId: string | null
  datum: Temporal.PlainDate
  begintijd: Generated<string>
  wijze: Generated<'fysiek' | 'online'>
  plaats: Generated<string>
  geplandOp: Temporal.Instant
  geplandDoor: string
  samengesteldVoor: Temporal.PlainDate | null
  regelsId: string | null
  samengesteldOp: Temporal.Instant | null
  uitgenodigdOp: Temporal.Instant | null
  gehoudenOp: Temporal.Instant | null
  terugkoppeling: string | null
  teruggekoppeldOp: Temporal.Instant | null
  teruggekoppeldDoor: string | null
  geslotenOp: Temporal.Instant | null
  vervallenOp: Temporal.Instant | null
  vervallenReden: string | null
  versie: Generated<number>
}

export type OverlegtafelAanwezigheid = {
  regioId: string
  id: Generated<string>
  overlegtafelId: string
  aanbiederId: string
  agb: string
  aanwezigheid: 'aanwezig' | 'afgemeld' | 'afwezig'
  toelichting: Generated<string>
  vastgelegdOp: Temporal.Instant
  vastgelegdDoor: string
}

export type OverlegtafelAfwijking = {
  regioId: string
  id: Generated<string>
  overlegtafelId: string
  aanbiederId: string
  richting: 'wel' | 'niet'
  motivering: string
  vastgelegdOp: Temporal.Instant
  vastgelegdDoor: string
}

export type OverlegtafelBericht = {
  regioId: string
  id: Generated<string>
  soort: 'uitnodiging' | 'wijziging' | 'intrekking' | 'vervallen' | 'terugkoppeling' | 'uitsluiting' | 'opheffing'
  overlegtafelId: string | null
  uitsluitingId: string | null
  aanbiederId: string | null
  naam: string
  email: string
  gevraagdOp: Temporal.Instant
  pogingen: Generated<number>
  laatsteFout: string | null
  verzondenOp: Temporal.Instant | null
  misluktOp: Temporal.Instant | null
}

export type OverlegtafelBesluit = {
  regioId: string
  id: Generated<string>
  overlegtafelId: string
  tekst: string
  vastgelegdOp: Temporal.Instant
  vastgelegdDoor: string
}

export type OverlegtafelBesluitPartij = {
  regioId: string
  besluitId: string
  aanbiederId: string
  agb: string
}

export type OverlegtafelDeelname = {
  regioId: string
  overlegtafelId: string
  aanbiederId: string
  agb: string
  uitgenodigdOp: Temporal.Instant
  uitgenodigdDoor: string
  vervangtId: string | null
  ingetrokkenOp: Temporal.Instant | null
  antwoord: 'komt' | 'afgemeld' | null
  afgevaardigde: Generated<string>
  reden: Generated<string>
  beantwoordOp: Temporal.Instant | null
  beantwoordDoor: string | null
}

export type OverlegtafelKandidaat = {
  regioId: string
  overlegtafelId: string
  aanbiederId: string
  volgorde: number
  klasse: 'groot' | 'middelgroot' | 'klein'
  omvang: Json
  subregioId: string
  clienten: number
  laatstUitgenodigdOp: Temporal.PlainDate | null
  uitgesloten: boolean
  voorgesteld: boolean
  reden: Json
}

export type OverlegtafelProduct = {
  regioId: string
  overlegtafelId: string
  categorie: string
}

export type OverlegtafelTerugkoppeling = {
  regioId: string
  overlegtafelId: string
  aanbiederId: string
  agb: string
  verzondenOp: Temporal.Instant
}

export type OverlegtafelToets = {
  regioId: string
  id: Generated<string>
  overlegtafelId: string
  datum: Temporal.PlainDate
  besprokenMet: string
  afspiegeling: boolean
  oordeel: string
  aanpassing: Generated<string>
  vastgelegdOp: Temporal.Instant
  vastgelegdDoor: string
}

export type OverlegtafelUitsluiting = {
  regioId: string
  id: Generated<string>
  aanbiederId: string
  agb: string
  vanaf: Temporal.PlainDate
  tot: Temporal.PlainDate | null
  grond: Json
  motivering: string
  beslotenOp: Temporal.Instant
  beslotenDoor: string
  opgehevenVanaf: Temporal.PlainDate | null
  opgehevenOp: Temporal.Instant | null
  opgehevenDoor: string | null
  opheffingReden: string | null
}

export type Plafond = {
  regioId: string
  overeenkomstId: string
  jaar: number
  cent: number
}

export type Plafondvoorstel = {
  regioId: string
  id: Generated<string>
  overeenkomstId: string
  jaar: number
  oudCent: number | null
  nieuwCent: number
  motivering: string
  voorgesteldOp: Temporal.Instant
  voorgesteldDoor: string
  besluit: 'goedgekeurd' | 'afgewezen' | 'ingetrokken' | null
  besluitReden: string | null
  beslotenOp: Temporal.Instant | null
  beslotenDoor: string | null
  beslotenAls: string | null
  mandaatId: string | null
}

export type Product = {
  regioId: string
  id: Generated<string>
  wet: ColumnType<'wmo' | 'jw', never, never>
  categorie: string
  code: string
  naam: string
}

export type Publicatie = {
  regioId: string
  id: Generated<string>
  titel: string
  tekst: string
  doelgroep: 'iedereen' | 'aanbieders' | 'selectie'
  doelgroepTekst: Generated<string>
  kanaal: 'website' | 'mail' | 'post' | 'bijeenkomst' | 'anders'
  datum: Temporal.PlainDate
  briefId: string | null
  vastgelegdOp: Temporal.Instant
  vastgelegdDoor: string
  ingetrokkenOp: Temporal.Instant | null
  ingetrokkenDoor: string | null
}

export type Rapportagedeel = {
  regioId: string
  gesprekId: string
  code: string
  tekst: string
  versie: Generated<number>
  gewijzigdOp: Temporal.Instant
  gewijzigdDoor: string
}

export type Rasci = {
  regioId: string
  id: Generated<string>
  taak: string
  gemeenteCode: string | null
  verdeling: Json
  geldigVanaf: Temporal.PlainDate
  reden: string
  vastgelegdOp: Temporal.Instant
  vastgelegdDoor: string
}

export type Regelsetdeel = {
  regioId: string
  id: Generated<string>
  deel: string
  versie: number
  geldigVanaf: Temporal.PlainDate
  bron: string
  inhoud: Json
  reden: string | null
  vastgelegdOp: Generated<Temporal.Instant>
  vastgelegdDoor: string
}

export type Regio = {
  id: Generated<string>
  naam: string
  regelset: string
  contractfaseVanaf: Temporal.PlainDate
  voorbeeld: Generated<boolean>
  aangemaaktOp: Generated<Temporal.Instant>
  slug: ColumnType<string, never, never>
}

export type Retour = {
  regioId: string
  berichtId: number
  heenSoort: string
  heenAfzender: string
  heenIdentificatie: string
  afgekeurd: boolean
  codes: Array<string>
}

export type Roltoewijzing = {
  regioId: string
  id: Generated<string>
  gebruikerId: string
  rol: string
  agb: string | null
  begindatum: Temporal.PlainDate
  einddatum: Temporal.PlainDate | null
  gemeenten: Array<string> | null
  wet: 'wmo' | 'jw' | null
  categorieen: Array<string> | null
  toegekendOp: Generated<Temporal.Instant>
  toegekendDoor: string | null
  ingetrokkenOp: Temporal.Instant | null
  ingetrokkenDoor: string | null
  waarnemingId: string | null
  herkomst: Generated<'hand' | 'organisatie'>
}

export type Samenwerkingsafspraak = {
  regioId: string
  id: Generated<string>
  gemeenteCode: string
  met: 'beleid' | 'wijkteam'
  onderwerp: 'verantwoordelijkheden' | 'samenwerking'
  tekst: string
  vindplaats: Generated<string>
  geldigVanaf: Temporal.PlainDate
  vastgelegdOp: Temporal.Instant
  vastgelegdDoor: string
}

export type Sessie = {
  regioId: string
  id: Generated<string>
  gebruikerId: string
  tokenHash: Buffer
  csrf: string
  gestartOp: Temporal.Instant
  laatstGezienOp: Temporal.Instant
  verlooptOp: Temporal.Instant
  beeindigdOp: Temporal.Instant | null
  wijze: Generated<string>
  toestel: Generated<string>
  werktVoor: string | null
  uitgeverSessie: Buffer | null
}

export type Sleutelstand = {
  regioId: string
  wet: 'wmo' | 'jw'
  versie: number
  oudste: number
  begonnenOp: Temporal.Instant
  begonnenDoor: string
  klaarOp: Temporal.Instant | null
}

export type StartMelding = {
  regioId: string
  berichtId: number
  regel: number
  wet: string
  gemeente: string
  nummer: number | null
  clientId: string
  agb: string
  categorie: string | null
  code: string | null
  begindatum: Temporal.PlainDate
  statusAanlevering: number
  dagtekening: Temporal.PlainDate
  oordeel: string | null
}

export type StopMelding = {
  regioId: string
  berichtId: number
  regel: number
  wet: string
  gemeente: string
  nummer: number | null
  clientId: string
  agb: string
  categorie: string | null
  code: string | null
  begindatum: Temporal.PlainDate
  einddatum: Temporal.PlainDate
  redenBeeindiging: string
  statusAanlevering: number
  dagtekening: Temporal.PlainDate
  oordeel: string | null
}

export type Subregio = {
  regioId: string
  id: Generated<string>
  naam: string
  volgorde: number
}

export type Taakgebiedjaar = {
  regioId: string
  id: Generated<string>
  taakgebied: string
  jaar: number
  plan: string
  uren: number | null
  verslag: Generated<string>
  versie: Generated<number>
  gewijzigdOp: Temporal.Instant
  gewijzigdDoor: string
}

export type Tarief = {
  regioId: string
  overeenkomstProductId: string
  geldigVan: Temporal.PlainDate
  geldigTot: Temporal.PlainDate
  cent: number
}

export type TeBeoordelen = {
  regioId: string
  van: number
  tot: number
}

export type Termijn = {
  regioId: string
  id: Generated<string>
  bron: string
  bronId: string
  sleutel: string
  titel: string
  aard: 'uiterlijk' | 'moment'
  code: string | null
  startgebeurtenis: string
  startdatum: Temporal.PlainDate
  berekening: Json
  einddatum: Temporal.PlainDate
  kant: 'regio' | 'aanbieder'
  rol: string | null
  gebruikerId: string | null
  aanbiederId: string | null
  overeenkomstId: string | null
  gevolg: Generated<string>
  taakBijVerstrijken: string | null
  stand: Generated<'loopt' | 'gehaald' | 'verstreken' | 'vervallen'>
  gehaaldOp: Temporal.PlainDate | null
  geslotenOp: Temporal.Instant | null
  geslotenReden: string | null
  volgendeHerinneringOp: Temporal.Instant | null
  herinneringen: Generated<number>
  uitgesteldTot: Temporal.PlainDate | null
  uitstelReden: string | null
  uitgesteldDoor: string | null
  geplandOp: Temporal.Instant
  gewijzigdOp: Temporal.Instant
  spiegel: Generated<boolean>
  geplandDoor: string | null
}

export type Toegangscontrole = {
  regioId: string
  id: Generated<string>
  soort: 'bijzonder' | 'alle'
  periode: string
  bekekenOp: Temporal.Instant
  bekekenDoor: string
  bekekenDoorId: string | null
  aantal: number
  opmerking: string
}

export type Toegangssleutel = {
  regioId: string
  id: Generated<string>
  gebruikerId: string
  sleutelId: string
  publiekeSleutel: Buffer
  teller: number
  vervoer: Array<string>
  naam: string
  toegevoegdOp: Temporal.Instant
  laatstGebruiktOp: Temporal.Instant | null
}

export type Toewijzing = {
  regioId: string
  id: Generated<string>
  wet: 'wmo' | 'jw'
  gemeente: string
  nummer: number
  clientId: string
  agb: string
  categorie: string | null
  code: string | null
  ingangsdatum: Temporal.PlainDate
  einddatum: Temporal.PlainDate | null
  redenWijziging: string | null
  ingetrokken: boolean
  toegewezenOp: Temporal.PlainDate
  referentiedatum: Temporal.PlainDate
  gestartOp: Temporal.PlainDate | null
  gestoptOp: Temporal.PlainDate | null
  volume: number | null
  eenheid: string | null
  frequentie: string | null
}

export type ToewijzingVersie = {
  regioId: string
  berichtId: number
  regel: number
  wet: string
  gemeente: string
  nummer: number
  clientId: string
  agb: string
  categorie: string | null
  code: string | null
  toewijzingMoment: Temporal.PlainDateTime
  ingangsdatum: Temporal.PlainDate
  einddatum: Temporal.PlainDate | null
  redenWijziging: string | null
  volume: number | null
  eenheid: string | null
  frequentie: string | null
  budgetCent: number | null
  dagtekening: Temporal.PlainDate
  identificatie: string
  oordeel: string | null
}

export type Verbeterplan = {
  regioId: string
  id: Generated<string>
  nummer: string
  titel: string
  aanleiding: string
  aanbiederId: string
  agb: string
  overeenkomstId: string | null
  subregioId: string | null
  bevindingId: string | null
  gesprekId: string | null
  escalatieId: string | null
  regelsetdeelId: string
  stand:
    | 'gevraagd'
    | 'ingediend'
    | 'aanvullen'
    | 'uitvoering'
    | 'gerapporteerd'
    | 'gerealiseerd'
    | 'niet gerealiseerd'
    | 'afgewezen'
    | 'niet ingediend'
    | 'ingetrokken'
  ronde: Generated<number>
  uiterlijk: Temporal.PlainDate
  realisatieUiterlijk: Temporal.PlainDate | null
  punten: Generated<number>
  puntenGerealiseerd: Generated<number>
  eersteDag: Temporal.PlainDate | null
  versie: Generated<number>
  gevraagdOp: Temporal.Instant
  gevraagdDoor: string
  beslotenAls: string | null
  mandaatId: string | null
  mandaatGrond: string | null
  gewijzigdOp: Temporal.Instant
  geslotenOp: Temporal.Instant | null
  geslotenReden: string | null
}

export type VerbeterplanBericht = {
  regioId: string
  id: Generated<string>
  verbeterplanId: string
  soort: 'gevraagd' | 'ingetrokken'
  naam: string
  email: string
  gevraagdOp: Temporal.Instant
  pogingen: Generated<number>
  laatsteFout: string | null
  verzondenOp: Temporal.Instant | null
  misluktOp: Temporal.Instant | null
}

export type VerbeterplanConcept = {
  regioId: string
  verbeterplanId: string
  partij: 'opdrachtgever' | 'aanbieder'
  wat: 'plan' | 'oordeel' | 'melding' | 'realisatieoordeel'
  inhoud: Json
  versie: Generated<number>
  gewijzigdOp: Temporal.Instant
  gewijzigdDoor: string
}

export type VerbeterplanIndiening = {
  regioId: string
  verbeterplanId: string
  ronde: number
  toelichting: string
  ontvangen: Temporal.PlainDate
  partij: 'opdrachtgever' | 'aanbieder'
  ingediendOp: Temporal.Instant
  ingediendDoor: string
}

export type VerbeterplanMelding = {
  regioId: string
  id: Generated<string>
  verbeterplanId: string
  nr: number
  tekst: string
  bewijs: string
  partij: 'opdrachtgever' | 'aanbieder'
  gemeldOp: Temporal.Instant
  gemeldDoor: string
}

export type VerbeterplanOordeel = {
  regioId: string
  id: Generated<string>
  verbeterplanId: string
  fase: 'plan' | 'realisatie'
  ronde: number
  nr: number | null
  oordeel: string
  reden: string
  gegevenOp: Temporal.Instant
  gegevenDoor: string
  beslotenAls: string | null
  mandaatGrond: string | null
}

export type VerbeterplanPunt = {
  regioId: string
  verbeterplanId: string
  ronde: number
  nr: number
  velden: Json
  wie: string
  einddatum: Temporal.PlainDate
  akkoordIn: number | null
}

export type VerbeterplanVerzetting = {
  regioId: string
  id: Generated<string>
  verbeterplanId: string
  soort: 'plan' | 'realisatie'
  van: Temporal.PlainDate
  naar: Temporal.PlainDate
  reden: string
  verzetOp: Temporal.Instant
  verzetDoor: string
}

export type Verlengingsbesluit = {
  regioId: string
  id: Generated<string>
  overeenkomstId: string
  volgnr: number
  optie: number
  besluit: 'verlengen' | 'niet verlengen' | 'intrekken'
  vanaf: Temporal.PlainDate
  tot: Temporal.PlainDate
  reden: string
  besluitdatum: Temporal.PlainDate
  beslotenDoor: string
  vastgelegdOp: Temporal.Instant
}

export type VernietigdBericht = {
  regioId: string
  wet: 'wmo' | 'jw'
  inhoudHmac: Buffer
  sleutelversie: Generated<number>
}

export type Vernietiging = {
  regioId: string
  id: Generated<string>
  soort: string
  regelsetdeelId: string
  grond: string
  grens: Temporal.PlainDate
  aantal: number
  eerste: Temporal.PlainDate
  laatste: Temporal.PlainDate
  inhoud: Json
  voorgesteldOp: Temporal.Instant
  voorgelegdOp: Temporal.Instant | null
  voorgelegdDoor: string | null
  toelichting: string | null
  besluit: 'vernietigen' | 'uitstellen' | null
  reden: string | null
  uitgesteldTot: Temporal.PlainDate | null
  beslotenOp: Temporal.Instant | null
  beslotenDoor: string | null
  gevuldOp: Temporal.Instant | null
  klaarOp: Temporal.Instant | null
  vernietigd: ColumnType<unknown, string | undefined, string>
}

export type VernietigingRegel = {
  regioId: string
  vernietigingId: string
  id: string
}

export type Verslagreactie = {
  regioId: string
  id: Generated<string>
  gesprekId: string
  soort: 'akkoord' | 'opmerking'
  tekst: Generated<string>
  gegevenOp: Temporal.Instant
  gegevenDoor: string
  verwerking: string | null
  verwerktOp: Temporal.Instant | null
  verwerktDoor: string | null
}

export type Verslagtekst = {
  regioId: string
  gesprekId: string
  agendapuntId: string
  tekst: string
  versie: Generated<number>
  gewijzigdOp: Temporal.Instant
  gewijzigdDoor: string
}

export type Verslagversie = {
  regioId: string
  id: Generated<string>
  gesprekId: string
  soort: 'gedeeld' | 'definitief'
  inhoud: string
  sha256: Buffer
  gemaaktOp: Temporal.Instant
  gemaaktDoor: string
}

export type Waarneming = {
  regioId: string
  id: Generated<string>
  gebruikerId: string
  waarnemerId: string
  begindatum: Temporal.PlainDate
  einddatum: Temporal.PlainDate
  reden: string
  vastgelegdOp: Temporal.Instant
  vastgelegdDoor: string
  beeindigdOp: Temporal.Instant | null
  beeindigdDoor: string | null
}

export type Weergave = {
  regioId: string
  id: Generated<string>
  gebruikerId: string
  lijst: string
  naam: string
  keuze: Json
  bewaardOp: Temporal.Instant
}

export type Weigering = {
  regioId: string
  gebruikerId: string
  minuut: Temporal.Instant
  methode: string
  route: string
  code: string
  recht: string | null
}

export type DB = {
  aanbieder: Aanbieder
  aanbiederKlasse: AanbiederKlasse
  aanbiederOmvang: AanbiederOmvang
  aanmelding: Aanmelding
  aanvaarding: Aanvaarding
  account: Account
  actie: Actie
  afspraakWijziging: AfspraakWijziging
  agendapunt: Agendapunt
  auditKeten: AuditKeten
  auditRegel: AuditRegel
  auditWaarden: AuditWaarden
  bekendToestel: BekendToestel
  bericht: Bericht
  berichtAandacht: BerichtAandacht
  beurt: Beurt
  bevinding: Bevinding
  bevindingBesluit: BevindingBesluit
  brief: Brief
  briefNorm: BriefNorm
  briefOntvanger: BriefOntvanger
  certificaat: Certificaat
  client: Client
  clientenstand: Clientenstand
  clientverwijdering: Clientverwijdering
  contactpersoon: Contactpersoon
  contactpersoonGemeente: ContactpersoonGemeente
  contactpersoonOvereenkomst: ContactpersoonOvereenkomst
  ctoRespons: CtoRespons
  declaratie: Declaratie
  declaratieAntwoord: DeclaratieAntwoord
  declaratieAntwoordRegel: DeclaratieAntwoordRegel
  declaratieJaar: DeclaratieJaar
  declaratieMaand: DeclaratieMaand
  declaratieMaandGewist: DeclaratieMaandGewist
  declaratieRegel: DeclaratieRegel
  declaratieRegelFout: DeclaratieRegelFout
  deelnemer: Deelnemer
  dienstverleningsovereenkomst: Dienstverleningsovereenkomst
  document: Document
  documentbestand: Documentbestand
  documentversie: Documentversie
  eenmaligeLink: EenmaligeLink
  escalatie: Escalatie
  escalatieBrief: EscalatieBrief
  escalatieMaatregel: EscalatieMaatregel
  escalatieSchorsing: EscalatieSchorsing
  escalatieStap: EscalatieStap
  escalatieStuk: EscalatieStuk
  escalatieTermijn: EscalatieTermijn
  escalatieVoorstel: EscalatieVoorstel
  evaluatie: Evaluatie
  gebruiker: Gebruiker
  gemeente: Gemeente
  gesprek: Gesprek
  gesprekBericht: GesprekBericht
  gesprekBesluit: GesprekBesluit
  gesprekOvereenkomst: GesprekOvereenkomst
  gesprekVerplaatsing: GesprekVerplaatsing
  harmonisatieafspraak: Harmonisatieafspraak
  harmonisatieafspraakGemeente: HarmonisatieafspraakGemeente
  herinnering: Herinnering
  herstelcode: Herstelcode
  herstelverzoek: Herstelverzoek
  huisstijl: Huisstijl
  inleesbestand: Inleesbestand
  inleesfout: Inleesfout
  inleesronde: Inleesronde
  inzage: Inzage
  inzageClient: InzageClient
  inzageReden: InzageReden
  kalenderadres: Kalenderadres
  kernpartner: Kernpartner
  kpiAanbieder: KpiAanbieder
  kpiBerekening: KpiBerekening
  kpiGevallen: KpiGevallen
  kpiTelling: KpiTelling
  kpiUitkomst: KpiUitkomst
  kpiVaststelling: KpiVaststelling
  ladderconcept: Ladderconcept
  mail: Mail
  mandaat: Mandaat
  migratie: Migratie
  mislukking: Mislukking
  modelmaatregel: Modelmaatregel
  normmededeling: Normmededeling
  nummerreeks: Nummerreeks
  opdracht: Opdracht
  opdrachtAdvies: OpdrachtAdvies
  organisatieafmelding: Organisatieafmelding
  organisatiemodel: Organisatiemodel
  organisatiepoging: Organisatiepoging
  overeenkomst: Overeenkomst
  overeenkomstBereik: OvereenkomstBereik
  overeenkomstFunctie: OvereenkomstFunctie
  overeenkomstGemeente: OvereenkomstGemeente
  overeenkomstProduct: OvereenkomstProduct
  overlegtafel: Overlegtafel
  overlegtafelAanwezigheid: OverlegtafelAanwezigheid
  overlegtafelAfwijking: OverlegtafelAfwijking
  overlegtafelBericht: OverlegtafelBericht
  overlegtafelBesluit: OverlegtafelBesluit
  overlegtafelBesluitPartij: OverlegtafelBesluitPartij
  overlegtafelDeelname: OverlegtafelDeelname
  overlegtafelKandidaat: OverlegtafelKandidaat
  overlegtafelProduct: OverlegtafelProduct
  overlegtafelTerugkoppeling: OverlegtafelTerugkoppeling
  overlegtafelToets: OverlegtafelToets
  overlegtafelUitsluiting: OverlegtafelUitsluiting
  plafond: Plafond
  plafondvoorstel: Plafondvoorstel
  product: Product
  publicatie: Publicatie
  rapportagedeel: Rapportagedeel
  rasci: Rasci
  regelsetdeel: Regelsetdeel
  regio: Regio
  retour: Retour
  roltoewijzing: Roltoewijzing
  samenwerkingsafspraak: Samenwerkingsafspraak
  sessie: Sessie
  sleutelstand: Sleutelstand
  startMelding: StartMelding
  stopMelding: StopMelding
  subregio: Subregio
  taakgebiedjaar: Taakgebiedjaar
  tarief: Tarief
  teBeoordelen: TeBeoordelen
  termijn: Termijn
  toegangscontrole: Toegangscontrole
  toegangssleutel: Toegangssleutel
  toewijzing: Toewijzing
  toewijzingVersie: ToewijzingVersie
  verbeterplan: Verbeterplan
  verbeterplanBericht: VerbeterplanBericht
  verbeterplanConcept: VerbeterplanConcept
  verbeterplanIndiening: VerbeterplanIndiening
  verbeterplanMelding: VerbeterplanMelding
  verbeterplanOordeel: VerbeterplanOordeel
  verbeterplanPunt: VerbeterplanPunt
  verbeterplanVerzetting: VerbeterplanVerzetting
  verlengingsbesluit: Verlengingsbesluit
  vernietigdBericht: VernietigdBericht
  vernietiging: Vernietiging
  vernietigingRegel: VernietigingRegel
  verslagreactie: Verslagreactie
  verslagtekst: Verslagtekst
  verslagversie: Verslagversie
  waarneming: Waarneming
  weergave: Weergave
  weigering: Weigering
}
