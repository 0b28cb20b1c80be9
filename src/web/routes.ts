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

export const routes = {
  vandaag: () => '/',
  aanmelden: () => '/aanmelden',
  afmelden: () => '/afmelden',
  zoeken: () => '/zoeken',
  stijl: () => '/stijl',
  handleiding: (pagina?: string) => (pagina ? `/handleiding/${pagina}` : '/handleiding'),
  voorkeuren: () => '/voorkeuren',

  aanbieders: (query?: Query) => metQuery('/aanbieders', query),
  aanbiedersUitvoer: (soort: 'xlsx' | 'csv', query?: Query) => metQuery(`/aanbieders.${soort}`, query),
  aanbiedersInlezen: () => '/aanbieders/inlezen',
  aanbiedersContractmanager: (query?: Query) => metQuery('/aanbieders/contractmanager', query),
  contactpersoon: (aanbiederId: string, id?: string) =>
    id ? `/aanbieders/${aanbiederId}/contactpersonen/${id}` : `/aanbieders/${aanbiederId}/contactpersonen`,
  aanbieder: (id: string, deel?: 'overeenkomsten' | 'kpis' | 'bevindingen' | 'gebeurtenissen' | 'gegevens') =>
    deel ? `/aanbieders/${id}/${deel}` : `/aanbieders/${id}`,

  overeenkomsten: (query?: Query) => metQuery('/overeenkomsten', query),
  overeenkomstenUitvoer: (soort: 'xlsx' | 'csv', query?: Query) => metQuery(`/overeenkomsten.${soort}`, query),
  overeenkomstenInlezen: () => '/overeenkomsten/inlezen',
  overeenkomst: (id: string, deel?: 'producten' | 'geld' | 'functies') =>
    deel ? `/overeenkomsten/${id}/${deel}` : `/overeenkomsten/${id}`,

  evaluatiesInlezen: () => '/evaluaties/inlezen',
  ctoInlezen: () => '/cto/inlezen',

  berichten: (query?: Query) => metQuery('/berichten', query),
  berichtenUitvoer: (soort: 'xlsx' | 'csv', query?: Query) => metQuery(`/berichten.${soort}`, query),
  berichtenInlezen: () => '/berichten/inlezen',
  bericht: (id: number, query?: Query) => metQuery(`/berichten/${id}`, query),
  berichtAanvaarden: (id: number) => `/berichten/${id}/aanvaarden`,
  inleesrondes: (query?: Query) => metQuery('/berichten/rondes', query),
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
  bevindingVastleggen: () => '/bevindingen/nieuw',

  inrichting: () => '/inrichting',
  regelsetdeel: (deel: string) => `/inrichting/${deel}`,
  inzagen: (query?: Query) => metQuery('/inzage', query),
  inzagenUitvoer: (soort: 'xlsx' | 'csv', query?: Query) => metQuery(`/inzage.${soort}`, query),
  inzage: (id: number) => `/inzage/${id}`,
  inzageClient: () => '/inzage/client',
  inzageClientUitvoer: (soort: 'xlsx' | 'csv') => `/inzage/client.${soort}`,
  inzageReden: (query?: Query) => metQuery('/inzage/reden', query),
  logboek: (query?: Query) => metQuery('/logboek', query),
  logboekUitvoer: (soort: 'xlsx' | 'csv', query?: Query) => metQuery(`/logboek.${soort}`, query),
}
