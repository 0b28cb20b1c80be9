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

export type AfspraakWijziging = {
  regioId: string
  agb: string
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
  bron: 'kpi' | 'overeenkomst' | 'certificaat' | 'clientenstop' | 'hand'
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
  aanbiederOmvang: AanbiederOmvang
  aanmelding: Aanmelding
  aanvaarding: Aanvaarding
  account: Account
  afspraakWijziging: AfspraakWijziging
  auditKeten: AuditKeten
  auditRegel: AuditRegel
  auditWaarden: AuditWaarden
  bekendToestel: BekendToestel
  bericht: Bericht
  berichtAandacht: BerichtAandacht
  beurt: Beurt
  bevinding: Bevinding
  bevindingBesluit: BevindingBesluit
  certificaat: Certificaat
  client: Client
  contactpersoon: Contactpersoon
  contactpersoonGemeente: ContactpersoonGemeente
  contactpersoonOvereenkomst: ContactpersoonOvereenkomst
  ctoRespons: CtoRespons
  declaratie: Declaratie
  declaratieAntwoord: DeclaratieAntwoord
  declaratieAntwoordRegel: DeclaratieAntwoordRegel
  declaratieJaar: DeclaratieJaar
  declaratieMaand: DeclaratieMaand
  declaratieRegel: DeclaratieRegel
  declaratieRegelFout: DeclaratieRegelFout
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
  herstelcode: Herstelcode
  herstelverzoek: Herstelverzoek
  inleesbestand: Inleesbestand
  inleesfout: Inleesfout
  inleesronde: Inleesronde
  kernpartner: Kernpartner
  kpiAanbieder: KpiAanbieder
  kpiBerekening: KpiBerekening
  kpiGevallen: KpiGevallen
  kpiTelling: KpiTelling
  kpiUitkomst: KpiUitkomst
  kpiVaststelling: KpiVaststelling
  mail: Mail
  mandaat: Mandaat
  migratie: Migratie
  mislukking: Mislukking
  organisatiepoging: Organisatiepoging
  overeenkomst: Overeenkomst
  overeenkomstFunctie: OvereenkomstFunctie
  overeenkomstGemeente: OvereenkomstGemeente
  overeenkomstProduct: OvereenkomstProduct
  plafond: Plafond
  plafondvoorstel: Plafondvoorstel
  product: Product
  rasci: Rasci
  regelsetdeel: Regelsetdeel
  regio: Regio
  retour: Retour
  roltoewijzing: Roltoewijzing
  sessie: Sessie
  startMelding: StartMelding
  stopMelding: StopMelding
  subregio: Subregio
  tarief: Tarief
  teBeoordelen: TeBeoordelen
  toegangscontrole: Toegangscontrole
  toegangssleutel: Toegangssleutel
  toewijzing: Toewijzing
  toewijzingVersie: ToewijzingVersie
  verlengingsbesluit: Verlengingsbesluit
  waarneming: Waarneming
  weergave: Weergave
  weigering: Weigering
}
