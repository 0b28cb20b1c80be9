/** Every URL of the program. Client labels and pseudonyms never stand in a URL: cases are addressed by random id. */

type Waarde = string | number | undefined | null

/** A path with the filled parameters as query, in the given order; empty ones are left out. */
export function metQuery(pad: string, query: Record<string, Waarde> = {}): string {
  const params = new URLSearchParams()
  for (const [naam, waarde] of Object.entries(query)) {
    if (waarde !== undefined && waarde !== null && waarde !== '') params.set(naam, String(waarde))
  }
  const tekst = params.toString()
  return tekst ? `${pad}?${tekst}` : pad
}

type Query = Record<string, Waarde>

type Accountdeel =
  | 'wachtwoord'
  | 'tweede-factor'
  | 'tweede-factor/code'
  | 'herstelcodes'
  | 'toegangssleutels'
  | 'toegangssleutels/bevestigen'
  | 'sessies/andere'

type Gebruikerdeel =
  'rollen' | 'uitschakelen' | 'inschakelen' | 'sessies-beeindigen' | 'opnieuw-uitnodigen' | 'toegang-herstellen'

type Tafeldeel =
  | 'wijzigen'
  | 'samenstelling'
  | 'afwijken'
  | 'uitnodigingen'
  | 'deelnemers'
  | 'antwoord'
  | 'vervangen'
  | 'aanwezigheid'
  | 'besluiten'
  | 'terugkoppeling'
  | 'toetsen'
  | 'sluiten'
  | 'vervallen'
type Plandeel = 'indienen' | 'beoordelen' | 'melden' | 'realisatie' | 'afsluiten' | 'termijn'
type Gesprekdeel =
  | 'agenda'
  | 'agenda/bijwerken'
  | 'voorbereiding'
  | 'rapportage'
  | 'rapportage/vragen'
  | 'deelnemers'
  | 'uitnodigen'
  | 'voorbereid'
  | 'verplaatsen'
  | 'annuleren'
  | 'gehouden'
  | 'verslag'
  | 'verslag/besluiten'
  | 'verslag/acties'
  | 'verslag/delen'
  | 'verslag/reacties'
  | 'verslag/definitief'

type Organisatiedeel =
  | 'model'
  | 'maatregelen/nieuw'
  | 'dienstverlening'
  | 'dienstverlening/nieuw'
  | 'samenwerking'
  | 'harmonisatie'
  | 'harmonisatie/nieuw'
  | 'opdracht'
  | 'opdracht/nieuw'
  | 'opdracht/adviezen'
  | 'missie'
  | 'missie/wijzigen'
type Briefdeel = 'voorleggen' | 'besluiten' | 'versturen' | 'opnieuw' | 'vervallen'

export const routes = {
  vandaag: () => '/',
  aanmelden: (deel?: 'verder', query?: Query) => metQuery(deel ? `/aanmelden/${deel}` : '/aanmelden', query),
  aanmeldenOrganisatie: (deel?: 'terug' | 'afmelden', query?: Query) =>
    metQuery(deel ? `/aanmelden/organisatie/${deel}` : '/aanmelden/organisatie', query),
  aanmeldenCode: () => '/aanmelden/code',
  aanmeldenTweedeFactor: () => '/aanmelden/tweede-factor',
  aanmeldenToegangssleutel: (deel?: 'vraag') =>
    deel ? `/aanmelden/toegangssleutel/${deel}` : '/aanmelden/toegangssleutel',
  wachtwoordVergeten: () => '/wachtwoord-vergeten',
  link: (soort: 'uitnodiging' | 'wachtwoord', token: string) => `/${soort}/${token}`,
  afmelden: (deel?: 'organisatie') => (deel ? `/afmelden/${deel}` : '/afmelden'),
  sessie: (deel?: 'verlengen') => (deel ? `/sessie/${deel}` : '/sessie'),
  account: (deel?: Accountdeel) => (deel ? `/account/${deel}` : '/account'),
  eigenSessieBeeindigen: (id: string) => `/account/sessies/${id}/beeindigen`,
  toegangssleutelVerwijderen: (id: string) => `/account/toegangssleutels/${id}/verwijderen`,
  zoeken: () => '/zoeken',
  stijl: () => '/stijl',
  handleiding: (pagina?: string) => (pagina ? `/handleiding/${pagina}` : '/handleiding'),
  voorkeuren: () => '/voorkeuren',
  weergaven: () => '/weergaven',
  weergaveVerwijderen: (id: string) => `/weergaven/${id}/verwijderen`,
  werktVoor: () => '/werkt-voor',

  aanbieders: (query?: Query) => metQuery('/aanbieders', query),
  aanbiedersUitvoer: (soort: 'xlsx' | 'csv', query?: Query) => metQuery(`/aanbieders.${soort}`, query),
  aanbiedersInlezen: () => '/aanbieders/inlezen',
  aanbiedersContractmanager: (query?: Query) => metQuery('/aanbieders/contractmanager', query),
  contactpersonen: (query?: Query) => metQuery('/contactpersonen', query),
  contactpersonenUitvoer: (soort: 'xlsx' | 'csv', query?: Query) => metQuery(`/contactpersonen.${soort}`, query),
  contactpersoon: (aanbiederId: string, id?: string) =>
    id ? `/aanbieders/${aanbiederId}/contactpersonen/${id}` : `/aanbieders/${aanbiederId}/contactpersonen`,
  certificaat: (aanbiederId: string, id?: string) =>
    id ? `/aanbieders/${aanbiederId}/certificaten/${id}` : `/aanbieders/${aanbiederId}/certificaten`,
  kernpartner: (aanbiederId: string) => `/aanbieders/${aanbiederId}/kernpartner`,
  omvang: (aanbiederId: string, jaar?: number) => metQuery(`/aanbieders/${aanbiederId}/omvang`, { jaar }),
  klasse: (aanbiederId: string) => `/aanbieders/${aanbiederId}/klasse`,
  aanbieder: (
    id: string,
    deel?: 'overeenkomsten' | 'kpis' | 'bevindingen' | 'gesprekken' | 'dossier' | 'gebeurtenissen' | 'gegevens',
  ) => (deel ? `/aanbieders/${id}/${deel}` : `/aanbieders/${id}`),

  overeenkomsten: (query?: Query) => metQuery('/overeenkomsten', query),
  overeenkomstenUitvoer: (soort: 'xlsx' | 'csv', query?: Query) => metQuery(`/overeenkomsten.${soort}`, query),
  overeenkomstenInlezen: () => '/overeenkomsten/inlezen',
  overeenkomst: (id: string, deel?: 'producten' | 'geld' | 'verlenging' | 'functies' | 'dossier' | 'gegevens') =>
    deel ? `/overeenkomsten/${id}/${deel}` : `/overeenkomsten/${id}`,

  evaluaties: (bron: 'evaluaties' | 'cto' = 'evaluaties', query?: Query) =>
    metQuery(bron === 'cto' ? '/evaluaties/clienttevredenheid' : '/evaluaties', query),
  evaluatiesUitvoer: (bron: 'evaluaties' | 'cto', soort: 'xlsx' | 'csv', query?: Query) =>
    metQuery(`${bron === 'cto' ? '/evaluaties/clienttevredenheid' : '/evaluaties'}.${soort}`, query),
  evaluatiesInlezen: () => '/evaluaties/inlezen',
  ctoInlezen: () => '/cto/inlezen',

  berichten: (query?: Query) => metQuery('/berichten', query),
  berichtenUitvoer: (soort: 'xlsx' | 'csv', query?: Query) => metQuery(`/berichten.${soort}`, query),
  berichtenInlezen: () => '/berichten/inlezen',
  bericht: (id: number, query?: Query) => metQuery(`/berichten/${id}`, query),
  berichtAanvaarden: (id: number) => `/berichten/${id}/aanvaarden`,
  inleesrondes: (query?: Query) => metQuery('/berichten/rondes', query),
  inleesrondesUitvoer: (soort: 'xlsx' | 'csv', query?: Query) => metQuery(`/berichten/rondes.${soort}`, query),
  inleesronde: (id: string, query?: Query) => metQuery(`/berichten/rondes/${id}`, query),
  weigeringenUitvoer: (id: string, soort: 'xlsx' | 'csv') => `/berichten/rondes/${id}/afgekeurd.${soort}`,
  /** `bij`: what the link came from (kpi-…, bevinding-…, bericht-…), the reason to look */
  toewijzing: (id: string, query?: Query) => metQuery(`/toewijzingen/${id}`, query),

  kpis: (query?: Query) => metQuery('/kpis', query),
  kpisUitvoer: (soort: 'xlsx' | 'csv', query?: Query) => metQuery(`/kpis.${soort}`, query),
  kpisVaststellen: (jaar: number) => `/kpis/vaststellen/${jaar}`,
  kpi: (uitkomstId: string, query?: Query) => metQuery(`/kpis/${uitkomstId}`, query),
  kpiGevallenUitvoer: (uitkomstId: string, soort: 'xlsx' | 'csv', query?: Query) =>
    metQuery(`/kpis/${uitkomstId}/gevallen.${soort}`, query),

  bevindingen: (query?: Query) => metQuery('/bevindingen', query),
  bevindingenUitvoer: (soort: 'xlsx' | 'csv', query?: Query) => metQuery(`/bevindingen.${soort}`, query),
  bevinding: (id: string) => `/bevindingen/${id}`,
  bevindingVastleggen: (query?: Query) => metQuery('/bevindingen/nieuw', query),

  overlegtafels: (query?: Query) => metQuery('/overlegtafels', query),
  overlegtafelsUitvoer: (soort: 'xlsx' | 'csv', query?: Query) => metQuery(`/overlegtafels.${soort}`, query),
  overlegtafelPlannen: (query?: Query) => metQuery('/overlegtafels/nieuw', query),
  overlegtafel: (id: string, deel?: Tafeldeel, query?: Query) =>
    metQuery(deel ? `/overlegtafels/${id}/${deel}` : `/overlegtafels/${id}`, query),
  tafelAfwijken: (id: string, aanbieder: string) => metQuery(`/overlegtafels/${id}/afwijken`, { aanbieder }),
  tafelAntwoord: (id: string, aanbieder: string) => metQuery(`/overlegtafels/${id}/antwoord`, { aanbieder }),
  tafelCorrigeren: (id: string, aanbieder: string) => metQuery(`/overlegtafels/${id}/aanwezigheid`, { aanbieder }),
  tafeldeelname: (aanbiederId?: string, act?: 'opheffen') =>
    `/overlegtafels/deelname${aanbiederId ? `/${aanbiederId}` : ''}${act ? `/${act}` : ''}`,
  kalender: (query?: Query) => metQuery('/kalender', query),
  kalenderUitvoer: (soort: 'xlsx' | 'csv', query?: Query) => metQuery(`/kalender.${soort}`, query),
  termijnVastleggen: (query?: Query) => metQuery('/kalender/nieuw', query),
  termijn: (id: string) => `/kalender/${id}`,
  termijnSluiten: (id: string, act: 'gedaan' | 'vervallen') => `/kalender/${id}/${act}`,
  termijnUitstellen: (id: string) => `/kalender/${id}/uitstellen`,
  kalenderabonnement: (deel?: 'intrekken') => (deel ? `/kalender/abonnement/${deel}` : '/kalender/abonnement'),
  kalenderIcal: (token: string) => `/kalender/ical/${token}.ics`,
  gesprekken: (query?: Query) => metQuery('/gesprekken', query),
  gesprekkenUitvoer: (soort: 'xlsx' | 'csv', query?: Query) => metQuery(`/gesprekken.${soort}`, query),
  gezien: (query?: Query) => metQuery('/gesprekken/gezien', query),
  gezienUitvoer: (soort: 'xlsx' | 'csv', query?: Query) => metQuery(`/gesprekken/gezien.${soort}`, query),
  gesprekkenPlannen: (query?: Query) => metQuery('/gesprekken/plannen', query),
  gesprekPlannen: (query?: Query) => metQuery('/gesprekken/nieuw', query),
  gesprek: (id: string, deel?: Gesprekdeel) => (deel ? `/gesprekken/${id}/${deel}` : `/gesprekken/${id}`),
  gespreksstuk: (id: string, stuk: 'uitnodiging' | 'voorbereiding', vorm: 'pdf' | 'docx') =>
    `/gesprekken/${id}/${stuk}.${vorm}`,
  agendapunt: (id: string, puntId: string, act: 'weghalen' | 'meenemen') => `/gesprekken/${id}/agenda/${puntId}/${act}`,
  deelnemer: (id: string, deelnemerId: string, act: 'weghalen' | 'antwoord') =>
    `/gesprekken/${id}/deelnemers/${deelnemerId}/${act}`,
  verslagpunt: (id: string, puntId: string) => `/gesprekken/${id}/verslag/punten/${puntId}`,
  besluitWeghalen: (id: string, besluitId: string) => `/gesprekken/${id}/verslag/besluiten/${besluitId}/weghalen`,
  reactieVerwerken: (id: string, reactieId: string) => `/gesprekken/${id}/verslag/reacties/${reactieId}/verwerken`,
  acties: (query?: Query) => metQuery('/acties', query),
  actiesUitvoer: (soort: 'xlsx' | 'csv', query?: Query) => metQuery(`/acties.${soort}`, query),
  actie: (id: string, deel?: 'wijzigen' | 'stappen') => (deel ? `/acties/${id}/${deel}` : `/acties/${id}`),
  escalaties: (query?: Query) => metQuery('/escalaties', query),
  escalatiesUitvoer: (soort: 'xlsx' | 'csv', query?: Query) => metQuery(`/escalaties.${soort}`, query),
  escalatieladder: () => '/escalaties/ladder',
  escalatieOpenen: (query?: Query) => metQuery('/escalaties/nieuw', query),
  escalatie: (id: string) => `/escalaties/${id}`,
  escalatiestap: (id: string, overgang: string) => `/escalaties/${id}/stappen/${overgang}`,
  escalatiestuk: (id: string, soort: string) => `/escalaties/${id}/stukken/${soort}`,
  escalatieBesluiten: (id: string) => `/escalaties/${id}/besluiten`,
  escalatieIntrekken: (id: string) => `/escalaties/${id}/intrekken`,
  escalatieVersturen: (id: string) => `/escalaties/${id}/versturen`,
  escalatiebrief: (id: string, nr: number) => `/escalaties/${id}/brieven/${nr}`,
  verbeterplannen: (query?: Query) => metQuery('/verbeterplannen', query),
  verbeterplannenUitvoer: (soort: 'xlsx' | 'csv', query?: Query) => metQuery(`/verbeterplannen.${soort}`, query),
  verbeterplanformulier: () => '/verbeterplannen/formulier',
  verbeterplanVragen: (query?: Query) => metQuery('/verbeterplannen/nieuw', query),
  verbeterplan: (id: string, deel?: Plandeel) => (deel ? `/verbeterplannen/${id}/${deel}` : `/verbeterplannen/${id}`),
  planversie: (id: string, ronde: number) => `/verbeterplannen/${id}/versies/${ronde}`,

  dossier: (plek: 'aanbieders' | 'overeenkomsten', id: string, query?: Query) =>
    metQuery(`/${plek}/${id}/dossier`, query),
  documentToevoegen: (plek: 'aanbieders' | 'overeenkomsten', id: string) => `/${plek}/${id}/dossier/nieuw`,
  document: (id: string, deel?: 'versies') => (deel ? `/documenten/${id}/${deel}` : `/documenten/${id}`),
  documentbestand: (id: string, nr: number, vorm: string) => `/documenten/${id}/${String(nr)}.${vorm}`,
  brieven: (query?: Query) => metQuery('/brieven', query),
  briefOpstellen: (query?: Query) => metQuery('/brieven/nieuw', query),
  brief: (id: string, deel?: Briefdeel, query?: Query) =>
    metQuery(deel ? `/brieven/${id}/${deel}` : `/brieven/${id}`, query),
  briefontvanger: (
    id: string,
    ontvangerId: string,
    deel?: 'weghalen' | 'gepost' | 'voorbeeld.pdf' | 'voorbeeld.docx',
  ) => `/brieven/${id}/ontvangers/${ontvangerId}${deel ? `/${deel}` : ''}`,
  publicaties: (query?: Query) => metQuery('/publicaties', query),
  publicatiePlaatsen: () => '/publicaties/nieuw',
  publicatieIntrekken: (id: string) => `/publicaties/${id}/intrekken`,
  nieuws: (slug: string) => `/nieuws/${slug}`,
  huisstijlen: () => '/huisstijl',
  huisstijl: (wie: string) => `/huisstijl/${wie}`,
  huisstijlLogo: (wie: string) => `/huisstijl/${wie}/logo`,
  briefsjablonen: () => '/briefsjablonen',
  briefsjabloon: (code: string) => `/briefsjablonen/${code}`,
  verdeling: (query?: Query) => metQuery('/verdeling', query),
  verdelingUitvoer: (soort: 'xlsx' | 'csv') => `/verdeling.${soort}`,
  werkOverdragen: () => '/verdeling/overdragen',
  taken: (query?: Query) => metQuery('/taken', query),
  taak: (code: string, query?: Query) => metQuery(`/taken/${code}`, query),
  mandaten: () => '/mandaten',
  mandatenUitvoer: (soort: 'xlsx' | 'csv') => `/mandaten.${soort}`,
  mandaatGeven: () => '/mandaten/nieuw',
  mandaatIntrekken: (id: string) => `/mandaten/${id}/intrekken`,
  waarnemingen: () => '/waarnemingen',
  waarnemingBeeindigen: (id: string) => `/waarnemingen/${id}/beeindigen`,
  budget: (overeenkomstId: string, query?: Query) => metQuery(`/overeenkomsten/${overeenkomstId}/budget`, query),
  budgetbesluit: (id: string, act: 'besluiten' | 'intrekken') => `/budgetvoorstellen/${id}/${act}`,
  gebruikers: (query?: Query) => metQuery('/gebruikers', query),
  gebruikersUitvoer: (soort: 'xlsx' | 'csv', query?: Query) => metQuery(`/gebruikers.${soort}`, query),
  gebruikerUitnodigen: () => '/gebruikers/uitnodigen',
  toegang: (query?: Query) => metQuery('/gebruikers/toegang', query),
  toegangUitvoer: (soort: 'xlsx' | 'csv', query?: Query) => metQuery(`/gebruikers/toegang.${soort}`, query),
  gebruiker: (id: string, deel?: Gebruikerdeel) => (deel ? `/gebruikers/${id}/${deel}` : `/gebruikers/${id}`),
  rolIntrekken: (id: string, rolId: string) => `/gebruikers/${id}/rollen/${rolId}/intrekken`,

  bewaren: (query?: Query) => metQuery('/bewaren', query),
  vernietiging: (id: string, query?: Query) => metQuery(`/bewaren/${id}`, query),
  vernietigingsact: (id: string, act: 'voorleggen' | 'besluiten') => `/bewaren/${id}/${act}`,
  clientverzoek: (deel?: 'uitvoer' | 'verwijderen') => (deel ? `/clientverzoek/${deel}` : '/clientverzoek'),
  organisatie: (deel?: Organisatiedeel, query?: Query) =>
    metQuery(deel ? `/organisatie/${deel}` : '/organisatie', query),
  organisatiemodel: (soort: 'positionering' | 'functiemodel') => `/organisatie/model/${soort}`,
  modelmaatregel: (id: string, query?: Query) => metQuery(`/organisatie/maatregelen/${id}`, query),
  dienstverlening: (id: string, act?: 'beeindigen') =>
    act ? `/organisatie/dienstverlening/${id}/${act}` : `/organisatie/dienstverlening/${id}`,
  dienstverleningUitvoer: (soort: 'xlsx' | 'csv') => `/organisatie/dienstverlening.${soort}`,
  samenwerking: (gemeente: string, query?: Query) => metQuery(`/organisatie/samenwerking/${gemeente}`, query),
  taakgebied: (code: string, jaar: number) => `/organisatie/taakgebieden/${code}/${jaar}`,
  inrichting: () => '/inrichting',
  regelsetdeel: (deel: string) => `/inrichting/${deel}`,
  ladderconcept: (deel?: string, code?: string, act?: 'verwijderen' | 'verplaatsen') =>
    ['/inrichting/escalatieladder/concept', deel, code, act].filter((een) => een !== undefined).join('/'),
  normVerteld: (deel: string, versie: number) => `/inrichting/${deel}/versies/${String(versie)}/verteld`,
  normVerteldIntrekken: (deel: string, versie: number, id: string) =>
    `/inrichting/${deel}/versies/${String(versie)}/verteld/${id}/intrekken`,
  planformulierWijzigen: () => '/inrichting/verbeterplan/wijzigen',
  kpiEvaluatie: (deel: string) => `/inrichting/${deel}/evaluatie`,
  rechten: (query?: Query) => metQuery('/rechten', query),
  inzagen: (query?: Query) => metQuery('/inzage', query),
  inzagenUitvoer: (soort: 'xlsx' | 'csv', query?: Query) => metQuery(`/inzage.${soort}`, query),
  inzage: (id: number) => `/inzage/${id}`,
  inzageClient: () => '/inzage/client',
  inzageClientUitvoer: (soort: 'xlsx' | 'csv') => `/inzage/client.${soort}`,
  inzageReden: (query?: Query) => metQuery('/inzage/reden', query),
  logboek: (query?: Query) => metQuery('/logboek', query),
  geweigerd: (query?: Query) => metQuery('/logboek/geweigerd', query),
  logboekUitvoer: (soort: 'xlsx' | 'csv', query?: Query) => metQuery(`/logboek.${soort}`, query),
}
