import { geeft, kolommen, type Kolom, type Recht, type Rol } from '../rechten.ts'

/** What the letters of the permission matrix mean. */
export const letters = {
  C: 'maken',
  R: 'lezen',
  U: 'wijzigen',
  D: 'besluiten',
  P: 'publiceren',
  V: 'bereidt voor',
  A: 'adviseren',
  N: 'neemt deel',
  I: 'op de hoogte',
} as const

export type Letter = keyof typeof letters

/** The columns that are people, as the table prints them. */
export const mensen = kolommen.filter((kolom) => !kolom.includes('('))

export type Matrixrij = {
  object: string
  naam: string
  bron: string
  /** In the order of `mensen`: letters, then a word of explanation; "–" is nothing */
  cellen: string
  /** Which rights a letter stands for; a letter without rights is not built yet */
  rechten?: Partial<Record<Letter, readonly Recht[]>>
  /** Rights of another row that bring a letter about; one of them is enough */
  via?: Partial<Record<Letter, readonly Recht[]>>
}

/**
 * The permission matrix of the specification (2.3), object by object, with the columns and rows that besluit 016 adds. Whoever may
 * make, change, decide or publish something may read it too.
 */
// prettier-ignore
export const objecten: readonly Matrixrij[] = [
  //         contracteigenaar | contractmanager | contractbeheerder | rvm | lokaal team | backoffice | aanbieder | toezichthouder | beleid | budgethouder | directie | functioneel beheerder | privacyfunctionaris
  {
    object: 'stamgegevens', naam: 'Aanbieders en overeenkomsten', bron: '2.3 rij 1, ROL-01, ROL-02, ROL-05',
    cellen: 'RD | RU | CRU | R | R | R | R eigen | R | R | R | R | R | –',
    rechten: {
      C: ['aanbieder:inlezen', 'overeenkomst:inlezen'],
      R: ['aanbieder:lezen', 'overeenkomst:lezen'],
      U: ['aanbieder:wijzigen', 'overeenkomst:wijzigen', 'overeenkomst:toewijzen'],
      D: ['overeenkomst:verlengen'],
    },
  },
  {
    object: 'wijziging', naam: 'Wijziging van een overeenkomst', bron: '2.3 rij 2, ROL-01, ROL-11',
    cellen: 'RD | CRU bereidt voor | RU verwerkt | R | R | – | CR verzoek | – | RA | R | R | – | –',
  },
  {
    object: 'budget', naam: 'Budget', bron: '2.3 rij 3, ROL-01',
    cellen: 'RD | RU prognose | R | – | – | – | R eigen | – | R | RA bij het besluit | R | – | –',
    rechten: { R: ['budget:lezen'] },
  },
  {
    object: 'plafond', naam: 'Plafond van een jaar', bron: 'besluit 016, FIN-14',
    cellen: 'D met mandaat | CD met mandaat | C | – | – | – | – | – | D met mandaat | D met mandaat | D met mandaat | – | –',
    rechten: { C: ['budget:voorstellen'], D: ['budget:besluiten'] },
  },
  {
    object: 'verificatie', naam: 'Verificatie van de levering (DOP)', bron: '2.3 rij 4, ROL-03, ROL-16',
    cellen: 'R | R | R | CRUD | CRUD | – | – | R | R | – | R | – | –',
  },
  {
    object: 'evaluatie', naam: 'Evaluatie van het resultaat', bron: '2.3 rij 4, ROL-17',
    cellen: 'R | R | R | R | CRUD | C wat het lokaal team vaststelde | C eindverslag | R | R | – | R | – | –',
    rechten: { C: ['evaluatie:inlezen'] },
  },
  {
    object: 'evaluatieronde', naam: 'Ingelezen evaluaties, in aantallen', bron: 'besluit 016',
    cellen: '– | R | R | – | R | R | – | – | – | – | – | R | –',
    rechten: { R: ['evaluatie:lezen'] },
  },
  {
    object: 'signaal', naam: 'Signaal', bron: '2.3 rij 5, ROL-08',
    cellen: 'R | CRUD beoordeelt | CR | CR | CR | – | C | CR na doorsturen | CR | C | R | – | –',
  },
  {
    object: 'gesprek', naam: 'Gesprek en verslag', bron: '2.3 rij 6, ROL-20',
    cellen: 'R | CRUD | CRU | R op uitnodiging | R op uitnodiging | – | R en reageert | R op uitnodiging | R op uitnodiging | R op uitnodiging | R | – | –',
    rechten: {
      C: ['gesprek:plannen'],
      R: ['gesprek:lezen'],
      U: ['gesprek:wijzigen'],
      D: ['gesprek:vaststellen'],
    },
  },
  {
    object: 'gespreksreactie', naam: 'Rapportage vooraf en reactie op een verslag', bron: 'besluit 025, GES-03, GES-17',
    cellen: '– | – | – | – | – | – | C eigen | – | – | – | – | – | –',
    rechten: { C: ['gesprek:reageren'] },
  },
  {
    object: 'actie', naam: 'Acties uit gesprekken', bron: 'besluit 025, GES-16, STM-03',
    cellen: 'RU eigen | RUD | RUD | RU eigen | RU eigen | – | RU eigen | RU eigen | RU eigen | RU eigen | RU eigen | – | –',
    rechten: { R: ['actie:lezen'], U: ['actie:afronden'], D: ['actie:aanvaarden'] },
  },
  {
    object: 'kpi', naam: 'KPI-resultaat', bron: '2.3 rij 7, ROL-19, ROL-21',
    cellen: 'R | RUP | CR | – | – | – | R eigen, na vaststellen | R | R | R | R | – | –',
    rechten: { C: ['kpi:berekenen'], R: ['kpi:lezen'], P: ['kpi:vaststellen'] },
  },
  {
    object: 'escalatie', naam: 'Escalatie, stap of trede 1 en 2', bron: '2.3 rij 8, ROL-13, ROL-15',
    cellen: 'I | RD | RU | I | I | – | CR eigen; plan | I | I | I | I | – | –',
    rechten: { C: ['escalatie:reageren'] },
    via: { I: ['escalatie:lezen'], R: ['escalatie:lezen'], D: ['escalatie:stap-zetten'], U: ['escalatie:versturen'] },
  },
  {
    object: 'escalatie-hoog', naam: 'Escalatie, stap 3 of trede 3 tot en met 7', bron: '2.3 rij 9, ROL-13, ROL-15',
    cellen: 'RD | CR stelt voor | RU brieven | I | I | – | CR eigen; bezwaar | C bevindingen | I | A bij 4 en 6 | I | – | –',
    via: {
      I: ['escalatie:lezen'],
      R: ['escalatie:lezen'],
      D: ['escalatie:besluiten'],
      U: ['escalatie:versturen'],
      C: ['escalatie:stap-zetten', 'escalatie:reageren', 'bevinding:vastleggen'],
    },
  },
  {
    object: 'directiegesprek', naam: 'Directiegesprek', bron: '2.3 rij 10',
    cellen: '– | V | – | – | – | – | N directie | – | – | – | RD | – | –',
    via: { V: ['escalatie:stap-zetten'], R: ['escalatie:lezen'], D: ['escalatie:besluiten'] },
  },
  {
    object: 'escalatiezaak', naam: 'Escalatie: zaak, stappen en brieven', bron: 'besluit 023, ROL-13',
    cellen: 'RD met mandaat | CRUD met mandaat | RU brieven | R | R | – | R eigen | R | R | R | RD met mandaat | – | –',
    rechten: {
      C: ['escalatie:stap-zetten'],
      R: ['escalatie:lezen'],
      U: ['escalatie:versturen'],
      D: ['escalatie:besluiten'],
    },
  },
  {
    object: 'verbeterplan', naam: 'Verbeterplan', bron: 'besluit 029, GES-07, ESA-09, ROL-13',
    cellen: 'R | CRUD met mandaat | RU namens aanbieder | R | R | – | RU eigen | R | R | R | R | – | –',
    rechten: {
      C: ['verbeterplan:vragen'],
      R: ['verbeterplan:lezen'],
      U: ['verbeterplan:indienen'],
      D: ['verbeterplan:beoordelen'],
    },
  },
  {
    object: 'document', naam: 'Dossier', bron: 'besluit 028, DOC-01',
    cellen: 'R | CR | CR | R | R | – | R eigen | R | R | R | R | – | –',
    rechten: { C: ['document:toevoegen'], R: ['document:lezen'] },
  },
  {
    object: 'brief', naam: 'Brieven aan aanbieders', bron: 'besluit 028, DOC-02, COM-02',
    cellen: 'RD met mandaat | CRD met mandaat | CR | – | – | – | – | – | R | – | RD met mandaat | – | –',
    rechten: { C: ['brief:opstellen'], R: ['brief:lezen'], D: ['brief:goedkeuren'] },
  },
  {
    object: 'publicatie', naam: 'Publicaties', bron: 'besluit 028, COM-01',
    cellen: 'R | RP | RP | R | R | R | R | R | R | R | R | R | –',
    rechten: { R: ['publicatie:lezen'], P: ['publicatie:plaatsen'] },
  },
  {
    object: 'overlegtafel', naam: 'Overlegtafel', bron: '2.3 rij 11, ROL-18',
    cellen: 'R | CRU | RU | R | R | – | RN antwoordt | R | R | R | R | – | –',
    rechten: {
      C: ['overlegtafel:organiseren'],
      R: ['overlegtafel:lezen'],
      U: ['overlegtafel:bijwerken'],
      N: ['overlegtafel:antwoorden'],
    },
  },
  {
    object: 'classificatie', naam: 'Risico en classificatie', bron: '2.3 rij 12',
    cellen: 'RD | CRU | R | A | A | – | R eigen klasse | A | R | R | R | – | –',
    rechten: { C: ['klasse:vastleggen'], R: ['klasse:lezen'] },
  },
  {
    object: 'bevinding', naam: 'Bevinding', bron: 'besluit 016, GES-06',
    cellen: 'R | CRD | R | R niet over KPI’s | R niet over KPI’s | – | R eigen | CR | R | R | R | – | –',
    rechten: { C: ['bevinding:vastleggen'], R: ['bevinding:lezen'], D: ['bevinding:beoordelen'] },
  },
  {
    object: 'termijn', naam: 'Kalender en termijnen', bron: 'besluit 022, besluit 030, CAT-05, TRM-01',
    cellen: 'CRU | CRU | CRU | CRU | R | – | R wat zij zelf moet doen | R | R | R | R | RU | –',
    rechten: { C: ['termijn:vastleggen'], R: ['termijn:lezen'], U: ['termijn:uitstellen'] },
  },
  {
    object: 'bericht', naam: 'Berichten en cliënttevredenheid', bron: 'besluit 016',
    cellen: '– | – | CRD | – | – | CRD | – | – | – | – | – | – | –',
    rechten: { C: ['bericht:inlezen', 'cto:inlezen'], R: ['bericht:lezen'], D: ['bericht:aanvaarden'] },
  },
  {
    object: 'casus', naam: 'Casus', bron: 'besluit 016, ROL-21',
    cellen: '– | R | – | – | – | – | R eigen | R | – | – | – | – | –',
    rechten: { R: ['casus:lezen'] },
  },
  {
    object: 'inrichting', naam: 'Inrichting', bron: 'besluit 016, ORG-01',
    cellen: 'R | R | R | R | R | R | – | R | R | R | R | RU | R',
    rechten: { R: ['inrichting:lezen'], U: ['inrichting:wijzigen'] },
  },
  {
    object: 'organisatie', naam: 'Hoe contractmanagement is georganiseerd', bron: 'besluit 026, ORG-05, ORG-06, ORG-17, ORG-18',
    cellen: 'R | RU | RU | R | R | R | – | R | R | R | RUD | RUD | R',
    rechten: { R: ['organisatie:lezen'], U: ['organisatie:bijhouden'], D: ['organisatie:wijzigen'] },
  },
  {
    object: 'opdracht', naam: 'Opdracht aan contractmanagement', bron: 'besluit 026, ROL-11',
    cellen: 'R | RA | RA | R | R | R | – | R | RD | R | R | R | R',
    rechten: { D: ['opdracht:geven'], A: ['opdracht:adviseren'] },
    via: { R: ['organisatie:lezen'] },
  },
  {
    object: 'mandaat', naam: 'Taken en mandaat', bron: 'besluit 016',
    cellen: 'R | R | R | R | R | R | – | R | R | R | R | RU | –',
    rechten: { R: ['mandaat:lezen'], U: ['mandaat:wijzigen'] },
  },
  {
    object: 'waarneming', naam: 'Eigen waarneming', bron: 'besluit 016',
    cellen: 'C | C | C | C | C | C | – | C | C | C | C | C | –',
    rechten: { C: ['waarneming:eigen'] },
  },
  {
    object: 'bezetting', naam: 'Werk overdragen', bron: 'besluit 016',
    cellen: 'U | U | U | – | – | – | – | – | – | – | – | – | –',
    rechten: { U: ['werk:overdragen'] },
  },
  {
    object: 'gebruiker', naam: 'Gebruikers', bron: 'besluit 016, ROL-08',
    cellen: '– | – | – | – | – | – | – | – | – | – | – | RU | R',
    rechten: { R: ['gebruiker:lezen'], U: ['gebruiker:wijzigen'] },
  },
  {
    object: 'bewaren', naam: 'Bewaren en vernietigen', bron: 'besluit 019',
    cellen: 'RD | – | RV | – | – | – | – | – | – | – | – | – | R',
    rechten: { R: ['bewaren:lezen'], V: ['bewaren:voorbereiden'], D: ['bewaren:besluiten'] },
  },
  {
    object: 'client', naam: 'Alles over één cliënt', bron: 'besluit 019',
    cellen: '– | – | – | – | – | – | – | – | – | – | – | – | RD op verzoek',
    rechten: { R: ['client:lezen'], D: ['client:verwijderen'] },
  },
  {
    object: 'audit', naam: 'Logboek', bron: 'besluit 016',
    cellen: '– | – | – | – | – | – | – | – | – | – | – | R | R',
    rechten: { R: ['audit:lezen'] },
  },
  {
    object: 'inzage', naam: 'Wie casussen bekeek', bron: 'besluit 017',
    cellen: '– | – | – | – | – | – | – | – | – | – | – | – | R',
    // sealing is the queue's
    rechten: { C: ['inzage:verzegelen'], R: ['inzage:lezen'] },
  },
]

/** Rights that no page asks for: the command line and the queue use them. */
export const zonderPagina: readonly Recht[] = ['kpi:berekenen', 'inzage:verzegelen']

export type Cel = { letters: Letter[]; noot: string }

/** One cell: its letters in the order of the matrix, and the word behind them. */
export function leesCel({ cellen }: Matrixrij, kolom: Kolom): Cel {
  const [, tekens = '', noot = ''] = /^([A-Z]*)(?: (.*))?$/.exec(cellen.split(' | ')[mensen.indexOf(kolom)] ?? '') ?? []
  return { letters: Array.from(tekens, (teken) => teken as Letter), noot }
}

/** Whether a role has this letter now: there are rights for it, the role holds them all, and a page asks for one. */
export function inWerking({ rechten: van = {}, via = {} }: Matrixrij, rol: Rol, letter: Letter): boolean {
  if (via[letter]?.some((recht) => geeft(rol, recht))) return true
  const nodig = van[letter] ?? []
  return nodig.some((recht) => !zonderPagina.includes(recht)) && nodig.every((recht) => geeft(rol, recht))
}
