import type pg from 'pg'
import { geeft, vanAanbieder, type Recht, type Rol } from '../src/domain/rechten.ts'
import type { Persoon, Verzoek, Wereld, Zaak } from './wereld.ts'

type Plek = { zaak: Zaak; wereld: Wereld; persoon: Persoon | null }

/** One route: who may ask it, and how a test asks it so that it does its work. */
export type Route = {
  /** All of these are asked */
  alle?: readonly Recht[]
  /** One of these is enough */
  een?: readonly Recht[]
  /** Nobody of an aanbieder, whatever his rights */
  binnen?: true
  /** Anybody who is signed in, or anybody at all; with the reason */
  iedereen?: string
  openbaar?: string
  /** The path for what is of this aanbieder; without, the pattern is the path */
  pad?: (plek: Plek) => string
  velden?: Record<string, string> | ((plek: Plek) => Record<string, string>)
  bestand?: Verzoek['bestand']
  /** Puts back what the request before took away, past row-level security */
  vooraf?: (beheer: pg.Client, plek: Plek) => Promise<unknown>
  /** The path holds an id: somebody of another region, and another aanbieder, gets 404 */
  eigen?: true
  /** Not of one aanbieder: only another region gets 404 */
  vanRegio?: true
}

const aanbieder = ({ zaak }: Plek) => `/aanbieders/${zaak.aanbiederId}`
const overeenkomst = ({ zaak }: Plek) => `/overeenkomsten/${zaak.overeenkomstId}`
const uitkomst = ({ zaak }: Plek) => `/kpis/${zaak.uitkomstId}`
const ronde = ({ zaak }: Plek) => `/berichten/rondes/${zaak.rondeId}`
const contactpersoon = (plek: Plek) => `${aanbieder(plek)}/contactpersonen/${plek.zaak.contactpersoonId}`
const contact = { naam: 'Rachid Vos', functie: 'planner', email: 'r.vos@example.nl', telefoon: '' }
const mensen = ({ wereld }: Plek) => ({
  contractmanagerId: wereld.personen.contractmanager.gebruikerId,
  achtervangerId: wereld.achtervanger.gebruikerId,
})
const gebruiker = ({ wereld }: Plek) => `/gebruikers/${wereld.doelwit.gebruikerId}`
// the id of the certificate is that of its aanbieder: see zetCertificaatTerug
const certificaat = (plek: Plek) => `${aanbieder(plek)}/certificaten/${plek.zaak.aanbiederId}`
const inlezen: Recht[] = [
  'bericht:inlezen',
  'aanbieder:inlezen',
  'overeenkomst:inlezen',
  'evaluatie:inlezen',
  'cto:inlezen',
]
const bevestig = { stap: 'bevestigen' }
const rvm = ({ wereld }: Plek) => ({ functie: 'rvm', gebruikerId: wereld.personen.rvm.gebruikerId })

const zetContactpersoonTerug = (beheer: pg.Client, { wereld, zaak }: Plek) =>
  beheer.query(
    `insert into contactpersoon (regio_id, id, aanbieder_id, naam) values ($1, $2, $3, 'Terug') on conflict do nothing`,
    [wereld.ctx.regioId, zaak.contactpersoonId, zaak.aanbiederId],
  )
const zetBerichtTerug = (beheer: pg.Client, { zaak }: Plek) =>
  beheer.query(
    `with weg as (delete from aanvaarding where bericht_id = $1)
    update bericht set oordeel = 'aangehouden', code = 'identificatie-hergebruikt' where id = $1`,
    [zaak.berichtId],
  )

const zetCertificaatTerug = (beheer: pg.Client, { wereld, zaak }: Plek) =>
  beheer.query(
    `insert into certificaat (regio_id, id, aanbieder_id, naam, geldig_van, geldig_tot)
      values ($1, $2, $2, 'ISO 9001', '2024-01-01', '2027-12-31') on conflict do nothing`,
    [wereld.ctx.regioId, zaak.aanbiederId],
  )
const zetAccount =
  (uit: boolean) =>
  (beheer: pg.Client, { wereld }: Plek) =>
    beheer.query('update gebruiker set uitgeschakeld_op = case when $2 then now() end where id = $1', [
      wereld.doelwit.gebruikerId,
      uit,
    ])

// the id of the proposal is that of the person on whom others act
const vernietiging = ({ wereld }: Plek) => `/bewaren/${wereld.doelwit.gebruikerId}`
const zetVernietiging =
  (voorgelegd: boolean) =>
  async (beheer: pg.Client, { wereld }: Plek) => {
    const { regioId } = wereld.ctx
    await beheer.query('delete from vernietiging where regio_id = $1', [regioId])
    await beheer.query(
      `insert into vernietiging (regio_id, id, soort, regelsetdeel_id, grond, grens, aantal, eerste, laatste, inhoud, voorgesteld_op,
          voorgelegd_op, voorgelegd_door, toelichting)
        select regio_id, $2, 'weigeringen', id, 'Keuze van de regio', '2023-01-01', 1, '2022-12-31', '2022-12-31', '{}', now(),
          case when $3 then now() end, case when $3 then $4::uuid end, case when $3 then 'Nagekeken.' end
        from regelsetdeel where regio_id = $1 and deel = 'bewaartermijnen'`,
      [regioId, wereld.doelwit.gebruikerId, voorgelegd, wereld.personen.contractbeheerder.gebruikerId],
    )
  }

const EIGEN = 'alleen wat van iemand zelf is'
const ELK = 'wie is aangemeld; elk onderdeel vraagt zijn eigen recht'

/** Every route of the program, and the rights it asks. src/web/app.test.ts holds it to the program, both ways. */
export const routetabel: Record<string, Route> = {
  'GET /assets/*': { openbaar: 'stijl, letters en scripts zonder gegevens', pad: () => '/assets/niets.css' },
  'GET /favicon.svg': { openbaar: 'het pictogram' },
  'GET /gezond': { openbaar: 'of het programma antwoordt, zonder gegevens' },
  'GET /aanmelden': { openbaar: 'het aanmelden zelf' },
  'POST /aanmelden': { openbaar: 'het aanmelden zelf' },
  'GET /.well-known/security.txt': { openbaar: 'waar iemand een zwakke plek meldt' },
  'POST /aanmelden/verder': { openbaar: 'het aanmelden zelf' },
  'GET /aanmelden/code': { openbaar: 'het aanmelden zelf' },
  'POST /aanmelden/code': { openbaar: 'het aanmelden zelf' },
  'POST /afmelden': { openbaar: 'beëindigt alleen de eigen sessie' },

  'GET /sessie': { iedereen: EIGEN },
  'POST /sessie/verlengen': { iedereen: EIGEN },
  'GET /account': { iedereen: EIGEN },
  'POST /account/sessies/andere': { iedereen: EIGEN },
  'POST /account/sessies/:id/beeindigen': {
    iedereen: EIGEN,
    pad: ({ wereld }) => `/account/sessies/${wereld.doelwit.gebruikerId}/beeindigen`,
    vanRegio: true,
  },
  'GET /account/wachtwoord': { iedereen: EIGEN },
  'POST /account/wachtwoord': { iedereen: EIGEN },
  'GET /account/herstelcodes': { iedereen: EIGEN },
  'POST /account/herstelcodes': { iedereen: EIGEN },
  'GET /account/tweede-factor': { iedereen: EIGEN },
  'POST /account/tweede-factor': { iedereen: EIGEN },
  'GET /account/tweede-factor/code': { iedereen: EIGEN },
  'POST /account/tweede-factor/code': { iedereen: EIGEN },
  'GET /voorkeuren': { iedereen: EIGEN },
  'POST /voorkeuren': { iedereen: EIGEN },
  'POST /weergaven': {
    alle: ['aanbieder:lezen'],
    velden: { lijst: 'aanbieders', naam: '', keuze: 'zoek=veen' },
  },
  'POST /weergaven/:id/verwijderen': {
    iedereen: EIGEN,
    pad: ({ wereld }) => `/weergaven/${wereld.doelwit.gebruikerId}/verwijderen`,
    vanRegio: true,
  },

  'GET /gebruikers': { alle: ['gebruiker:lezen'] },
  'GET /gebruikers.xlsx': { alle: ['gebruiker:lezen'] },
  'GET /gebruikers.csv': { alle: ['gebruiker:lezen'] },
  'GET /gebruikers/toegang': { alle: ['gebruiker:lezen'] },
  'GET /gebruikers/toegang.xlsx': { alle: ['gebruiker:lezen'] },
  'GET /gebruikers/toegang.csv': { alle: ['gebruiker:lezen'] },
  'POST /gebruikers/toegang': { alle: ['gebruiker:lezen'], velden: { soort: 'alle', aantal: '0', opmerking: '' } },
  'GET /gebruikers/uitnodigen': { alle: ['gebruiker:wijzigen'] },
  'POST /gebruikers/uitnodigen': { alle: ['gebruiker:wijzigen'] },
  'GET /gebruikers/:id': { alle: ['gebruiker:lezen'], pad: gebruiker, vanRegio: true },
  'GET /gebruikers/:id/rollen': {
    alle: ['gebruiker:wijzigen'],
    pad: (plek) => `${gebruiker(plek)}/rollen`,
    vanRegio: true,
  },
  'POST /gebruikers/:id/rollen': {
    alle: ['gebruiker:wijzigen'],
    pad: (plek) => `${gebruiker(plek)}/rollen`,
    vanRegio: true,
  },
  'POST /gebruikers/:id/rollen/:rolId/intrekken': {
    alle: ['gebruiker:wijzigen'],
    pad: (plek) => `${gebruiker(plek)}/rollen/${plek.wereld.doelwit.gebruikerId}/intrekken`,
    vanRegio: true,
  },
  'POST /gebruikers/:id/uitschakelen': {
    alle: ['gebruiker:wijzigen'],
    pad: (plek) => `${gebruiker(plek)}/uitschakelen`,
    velden: { 'reden-uitschakelen': 'Uit dienst' },
    vooraf: zetAccount(false),
    vanRegio: true,
  },
  'POST /gebruikers/:id/inschakelen': {
    alle: ['gebruiker:wijzigen'],
    pad: (plek) => `${gebruiker(plek)}/inschakelen`,
    velden: { 'reden-inschakelen': 'Terug in dienst' },
    vooraf: zetAccount(true),
    vanRegio: true,
  },
  'POST /gebruikers/:id/sessies-beeindigen': {
    alle: ['gebruiker:wijzigen'],
    pad: (plek) => `${gebruiker(plek)}/sessies-beeindigen`,
    vanRegio: true,
  },
  'POST /gebruikers/:id/opnieuw-uitnodigen': {
    alle: ['gebruiker:wijzigen'],
    pad: (plek) => `${gebruiker(plek)}/opnieuw-uitnodigen`,
    vanRegio: true,
  },
  'POST /gebruikers/:id/toegang-herstellen': {
    alle: ['gebruiker:wijzigen'],
    pad: (plek) => `${gebruiker(plek)}/toegang-herstellen`,
    vanRegio: true,
  },

  'GET /taken': { alle: ['mandaat:lezen'] },
  'GET /taken/:code': { alle: ['mandaat:lezen'], pad: () => '/taken/budget-wijzigen' },
  'POST /taken/:code': { alle: ['mandaat:wijzigen'], pad: () => '/taken/budget-wijzigen' },
  'GET /mandaten': { alle: ['mandaat:lezen'] },
  'GET /mandaten.xlsx': { alle: ['mandaat:lezen'] },
  'GET /mandaten.csv': { alle: ['mandaat:lezen'] },
  'GET /mandaten/nieuw': { alle: ['mandaat:wijzigen'] },
  'POST /mandaten/nieuw': { alle: ['mandaat:wijzigen'] },
  'POST /mandaten/:id/intrekken': {
    alle: ['mandaat:wijzigen'],
    pad: ({ wereld }) => `/mandaten/${wereld.doelwit.gebruikerId}/intrekken`,
    velden: { reden: 'Vervangen door een ander besluit' },
    vanRegio: true,
  },
  'GET /waarnemingen': { alle: ['mandaat:lezen'] },
  'POST /waarnemingen': { alle: ['waarneming:eigen'] },
  'POST /waarnemingen/:id/beeindigen': {
    alle: ['waarneming:eigen'],
    pad: ({ wereld }) => `/waarnemingen/${wereld.doelwit.gebruikerId}/beeindigen`,
    vanRegio: true,
  },
  'GET /verdeling': { alle: ['aanbieder:lezen'], binnen: true },
  'GET /verdeling.xlsx': { alle: ['aanbieder:lezen'], binnen: true },
  'GET /verdeling.csv': { alle: ['aanbieder:lezen'], binnen: true },
  'GET /verdeling/overdragen': { alle: ['werk:overdragen'] },
  'POST /verdeling/overdragen': { alle: ['werk:overdragen'] },
  'POST /budgetvoorstellen/:id/besluiten': {
    alle: ['budget:besluiten'],
    pad: ({ zaak }) => `/budgetvoorstellen/${zaak.overeenkomstId}/besluiten`,
    velden: { besluit: 'goedgekeurd', reden: 'Past in de begroting' },
    eigen: true,
  },
  'POST /budgetvoorstellen/:id/intrekken': {
    alle: ['budget:voorstellen'],
    pad: ({ zaak }) => `/budgetvoorstellen/${zaak.overeenkomstId}/intrekken`,
    eigen: true,
  },

  'GET /': { iedereen: ELK },
  'GET /zoeken': { iedereen: ELK },
  'POST /zoeken': { iedereen: ELK, velden: { zoek: 'Veenlicht' } },
  'POST /werkt-voor': {
    iedereen: 'kiest uit wat van iemand zelf is',
    velden: ({ persoon, zaak }) => ({ voor: persoon && vanAanbieder(persoon.rol) ? zaak.agb : 'regio' }),
  },
  'GET /handleiding': { iedereen: 'zegt wat het programma doet, niet wat erin staat' },
  'GET /handleiding/:pagina': {
    iedereen: 'zegt wat het programma doet, niet wat erin staat',
    pad: () => '/handleiding/rollen',
  },
  'GET /stijl': { iedereen: 'voorbeelden van de onderdelen, met verzonnen gegevens' },

  'GET /aanbieders': { alle: ['aanbieder:lezen'] },
  'GET /aanbieders.xlsx': { alle: ['aanbieder:lezen'] },
  'GET /aanbieders.csv': { alle: ['aanbieder:lezen'] },
  'GET /aanbieders/inlezen': { alle: ['aanbieder:inlezen'] },
  'POST /aanbieders/inlezen': {
    alle: ['aanbieder:inlezen'],
    velden: bevestig,
    bestand: {
      naam: 'aanbieders.csv',
      inhoud:
        'agb;kvk;naam;rechtsvorm;plaats;grootteklasse;medewerkers;contractVan\n98990199;99331299;Nieuwe Zorg;bv;Zaandam;klein;12;2024-01-01\n',
    },
  },
  'GET /aanbieders/contractmanager': { alle: ['aanbieder:wijzigen'] },
  'POST /aanbieders/contractmanager': {
    alle: ['aanbieder:wijzigen'],
    velden: (plek) => ({ aanbieder: plek.zaak.aanbiederId, ...mensen(plek) }),
  },
  'GET /contactpersonen': { alle: ['aanbieder:lezen'] },
  'GET /contactpersonen.xlsx': { alle: ['aanbieder:lezen'] },
  'GET /contactpersonen.csv': { alle: ['aanbieder:lezen'] },
  'GET /aanbieders/:id/certificaten': {
    alle: ['aanbieder:wijzigen'],
    pad: (plek) => `${aanbieder(plek)}/certificaten`,
    eigen: true,
  },
  'POST /aanbieders/:id/certificaten': {
    alle: ['aanbieder:wijzigen'],
    pad: (plek) => `${aanbieder(plek)}/certificaten`,
    eigen: true,
  },
  'GET /aanbieders/:id/certificaten/:certificaat': {
    alle: ['aanbieder:wijzigen'],
    pad: certificaat,
    vooraf: zetCertificaatTerug,
    eigen: true,
  },
  'POST /aanbieders/:id/certificaten/:certificaat': {
    alle: ['aanbieder:wijzigen'],
    pad: certificaat,
    vooraf: zetCertificaatTerug,
    eigen: true,
  },
  'POST /aanbieders/:id/certificaten/:certificaat/verwijderen': {
    alle: ['aanbieder:wijzigen'],
    pad: (plek) => `${certificaat(plek)}/verwijderen`,
    vooraf: zetCertificaatTerug,
    eigen: true,
  },
  'GET /aanbieders/:id/kernpartner': {
    alle: ['aanbieder:wijzigen'],
    pad: (plek) => `${aanbieder(plek)}/kernpartner`,
    eigen: true,
  },
  'POST /aanbieders/:id/kernpartner': {
    alle: ['aanbieder:wijzigen'],
    pad: (plek) => `${aanbieder(plek)}/kernpartner`,
    eigen: true,
  },
  'POST /aanbieders/:id/kernpartner/beeindigen': {
    alle: ['aanbieder:wijzigen'],
    pad: (plek) => `${aanbieder(plek)}/kernpartner/beeindigen`,
    eigen: true,
  },
  'GET /aanbieders/:id/omvang': {
    alle: ['aanbieder:wijzigen'],
    pad: (plek) => `${aanbieder(plek)}/omvang`,
    eigen: true,
  },
  'POST /aanbieders/:id/omvang': {
    alle: ['aanbieder:wijzigen'],
    pad: (plek) => `${aanbieder(plek)}/omvang`,
    eigen: true,
  },
  'GET /aanbieders/:id': { alle: ['aanbieder:lezen'], pad: aanbieder, eigen: true },
  'GET /aanbieders/:id/overeenkomsten': {
    alle: ['aanbieder:lezen', 'overeenkomst:lezen'],
    pad: (plek) => `${aanbieder(plek)}/overeenkomsten`,
    eigen: true,
  },
  'GET /aanbieders/:id/kpis': {
    alle: ['aanbieder:lezen', 'kpi:lezen'],
    pad: (plek) => `${aanbieder(plek)}/kpis`,
    eigen: true,
  },
  'GET /aanbieders/:id/bevindingen': {
    alle: ['aanbieder:lezen', 'bevinding:lezen'],
    pad: (plek) => `${aanbieder(plek)}/bevindingen`,
    eigen: true,
  },
  'GET /aanbieders/:id/gebeurtenissen': {
    alle: ['aanbieder:lezen'],
    pad: (plek) => `${aanbieder(plek)}/gebeurtenissen`,
    eigen: true,
  },
  'GET /aanbieders/:id/gegevens': {
    alle: ['aanbieder:lezen'],
    pad: (plek) => `${aanbieder(plek)}/gegevens`,
    eigen: true,
  },
  'POST /aanbieders/:id/gegevens': {
    alle: ['aanbieder:wijzigen'],
    pad: (plek) => `${aanbieder(plek)}/gegevens`,
    velden: mensen,
    eigen: true,
  },
  'GET /aanbieders/:id/contactpersonen': {
    alle: ['aanbieder:wijzigen'],
    pad: (plek) => `${aanbieder(plek)}/contactpersonen`,
    eigen: true,
  },
  'POST /aanbieders/:id/contactpersonen': {
    alle: ['aanbieder:wijzigen'],
    pad: (plek) => `${aanbieder(plek)}/contactpersonen`,
    velden: contact,
    eigen: true,
  },
  'GET /aanbieders/:id/contactpersonen/:persoon': {
    alle: ['aanbieder:wijzigen'],
    pad: contactpersoon,
    vooraf: zetContactpersoonTerug,
    eigen: true,
  },
  'POST /aanbieders/:id/contactpersonen/:persoon': {
    alle: ['aanbieder:wijzigen'],
    pad: contactpersoon,
    velden: contact,
    vooraf: zetContactpersoonTerug,
    eigen: true,
  },
  'POST /aanbieders/:id/contactpersonen/:persoon/verwijderen': {
    alle: ['aanbieder:wijzigen'],
    pad: (plek) => `${contactpersoon(plek)}/verwijderen`,
    vooraf: zetContactpersoonTerug,
    eigen: true,
  },

  'GET /overeenkomsten': { alle: ['overeenkomst:lezen'] },
  'GET /overeenkomsten.xlsx': { alle: ['overeenkomst:lezen'] },
  'GET /overeenkomsten.csv': { alle: ['overeenkomst:lezen'] },
  'GET /overeenkomsten/inlezen': { alle: ['overeenkomst:inlezen'] },
  'POST /overeenkomsten/inlezen': {
    alle: ['overeenkomst:inlezen'],
    velden: bevestig,
    bestand: { naam: 'o.csv', inhoud: 'niets' },
  },
  'GET /overeenkomsten/:id/gegevens': {
    alle: ['overeenkomst:wijzigen'],
    pad: (plek) => `${overeenkomst(plek)}/gegevens`,
    eigen: true,
  },
  'POST /overeenkomsten/:id/gegevens': {
    alle: ['overeenkomst:wijzigen'],
    pad: (plek) => `${overeenkomst(plek)}/gegevens`,
    eigen: true,
  },
  'GET /overeenkomsten/:id/verlenging': {
    alle: ['overeenkomst:lezen'],
    pad: (plek) => `${overeenkomst(plek)}/verlenging`,
    eigen: true,
  },
  'POST /overeenkomsten/:id/verlenging': {
    alle: ['overeenkomst:verlengen'],
    pad: (plek) => `${overeenkomst(plek)}/verlenging`,
    eigen: true,
  },
  'POST /overeenkomsten/:id/verlenging/intrekken': {
    alle: ['overeenkomst:verlengen'],
    pad: (plek) => `${overeenkomst(plek)}/verlenging/intrekken`,
    eigen: true,
  },
  'GET /overeenkomsten/:id/budget': {
    alle: ['overeenkomst:lezen', 'budget:lezen'],
    binnen: true,
    pad: (plek) => `${overeenkomst(plek)}/budget`,
    eigen: true,
  },
  'POST /overeenkomsten/:id/budget': {
    alle: ['budget:voorstellen'],
    pad: (plek) => `${overeenkomst(plek)}/budget`,
    eigen: true,
  },
  'GET /overeenkomsten/:id': { alle: ['overeenkomst:lezen'], pad: overeenkomst, eigen: true },
  'GET /overeenkomsten/:id/producten': {
    alle: ['overeenkomst:lezen'],
    pad: (plek) => `${overeenkomst(plek)}/producten`,
    eigen: true,
  },
  'GET /overeenkomsten/:id/geld': {
    alle: ['overeenkomst:lezen', 'budget:lezen'],
    pad: (plek) => `${overeenkomst(plek)}/geld`,
    eigen: true,
  },
  'GET /overeenkomsten/:id/functies': {
    alle: ['overeenkomst:lezen'],
    pad: (plek) => `${overeenkomst(plek)}/functies`,
    eigen: true,
  },
  'POST /overeenkomsten/:id/functies': {
    alle: ['overeenkomst:toewijzen'],
    pad: (plek) => `${overeenkomst(plek)}/functies`,
    velden: rvm,
    eigen: true,
  },
  'POST /overeenkomsten/:id/functies/intrekken': {
    alle: ['overeenkomst:toewijzen'],
    pad: (plek) => `${overeenkomst(plek)}/functies/intrekken`,
    velden: rvm,
    vooraf: (beheer, { wereld, zaak }) =>
      beheer.query(
        `insert into overeenkomst_functie (regio_id, overeenkomst_id, functie, gebruiker_id, vanaf)
          values ($1, $2, 'rvm', $3, '2026-01-01') on conflict do nothing`,
        [wereld.ctx.regioId, zaak.overeenkomstId, wereld.personen.rvm.gebruikerId],
      ),
    eigen: true,
  },

  'GET /berichten': { alle: ['bericht:lezen'] },
  'GET /berichten.xlsx': { alle: ['bericht:lezen'] },
  'GET /berichten.csv': { alle: ['bericht:lezen'] },
  'GET /berichten/inlezen': { een: inlezen },
  'POST /berichten/inlezen': { een: inlezen, bestand: { naam: 'onbekend.txt', inhoud: 'niets' } },
  'POST /berichten/rondes': { een: inlezen, velden: { omvang: '100' } },
  'GET /berichten/rondes': { alle: ['bericht:lezen'] },
  'GET /berichten/rondes/:id': {
    een: ['bericht:lezen', ...inlezen],
    pad: ronde,
    // who may only read in sees its own deliveries
    vooraf: (beheer, { zaak, persoon }) =>
      beheer.query('update inleesronde set gestart_door = $1 where id = $2', [
        persoon?.naam ?? 'niemand',
        zaak.rondeId,
      ]),
    vanRegio: true,
  },
  'GET /berichten/rondes/:id/afgekeurd.xlsx': {
    alle: ['bericht:lezen'],
    pad: (plek) => `${ronde(plek)}/afgekeurd.xlsx`,
    vanRegio: true,
  },
  'GET /berichten/rondes/:id/afgekeurd.csv': {
    alle: ['bericht:lezen'],
    pad: (plek) => `${ronde(plek)}/afgekeurd.csv`,
    vanRegio: true,
  },
  'GET /berichten/:id': { alle: ['bericht:lezen'], pad: ({ zaak }) => `/berichten/${zaak.berichtId}`, vanRegio: true },
  'POST /berichten/:id/aanvaarden': {
    alle: ['bericht:aanvaarden'],
    pad: ({ zaak }) => `/berichten/${zaak.berichtId}/aanvaarden`,
    velden: { regel: '0', reden: 'Nagevraagd.' },
    vooraf: zetBerichtTerug,
    vanRegio: true,
  },
  'GET /evaluaties/inlezen': { alle: ['evaluatie:inlezen'] },
  'POST /evaluaties/inlezen': {
    alle: ['evaluatie:inlezen'],
    velden: bevestig,
    bestand: { naam: 'e.csv', inhoud: 'niets' },
  },
  'GET /cto/inlezen': { alle: ['cto:inlezen'] },
  'POST /cto/inlezen': { alle: ['cto:inlezen'], velden: bevestig, bestand: { naam: 'c.csv', inhoud: 'niets' } },
  'GET /toewijzingen/:id': {
    alle: ['casus:lezen'],
    pad: ({ zaak }) => `/toewijzingen/${zaak.toewijzingId}`,
    eigen: true,
  },

  'GET /berichten/rondes.xlsx': { alle: ['bericht:lezen'] },
  'GET /berichten/rondes.csv': { alle: ['bericht:lezen'] },
  'GET /evaluaties': { alle: ['evaluatie:lezen'] },
  'GET /evaluaties.xlsx': { alle: ['evaluatie:lezen'] },
  'GET /evaluaties.csv': { alle: ['evaluatie:lezen'] },
  'GET /evaluaties/clienttevredenheid': { alle: ['evaluatie:lezen'] },
  'GET /evaluaties/clienttevredenheid.xlsx': { alle: ['evaluatie:lezen'] },
  'GET /evaluaties/clienttevredenheid.csv': { alle: ['evaluatie:lezen'] },

  'GET /kpis': { alle: ['kpi:lezen'] },
  'GET /kpis.xlsx': { alle: ['kpi:lezen'], pad: () => '/kpis.xlsx?jaar=2024' },
  'GET /kpis.csv': { alle: ['kpi:lezen'], pad: () => '/kpis.csv?jaar=2024' },
  'GET /kpis/vaststellen/:jaar': { alle: ['kpi:vaststellen'], pad: () => '/kpis/vaststellen/2025' },
  'POST /kpis/vaststellen/:jaar': {
    alle: ['kpi:vaststellen'],
    pad: () => '/kpis/vaststellen/2025',
    vooraf: (beheer) => beheer.query('delete from kpi_vaststelling where jaar = 2025'),
  },
  'GET /kpis/:id': { alle: ['kpi:lezen'], pad: uitkomst, eigen: true },
  'GET /kpis/:id/gevallen.xlsx': {
    alle: ['casus:lezen'],
    pad: (plek) => `${uitkomst(plek)}/gevallen.xlsx`,
    eigen: true,
  },
  'GET /kpis/:id/gevallen.csv': { alle: ['casus:lezen'], pad: (plek) => `${uitkomst(plek)}/gevallen.csv`, eigen: true },

  'GET /bevindingen': { alle: ['bevinding:lezen'] },
  'GET /bevindingen.xlsx': { alle: ['bevinding:lezen'] },
  'GET /bevindingen.csv': { alle: ['bevinding:lezen'] },
  'GET /bevindingen/nieuw': { alle: ['bevinding:vastleggen'] },
  'POST /bevindingen/nieuw': {
    alle: ['bevinding:vastleggen'],
    velden: ({ zaak }) => ({ aanbiederId: zaak.aanbiederId, titel: 'Nieuwe bevinding', toelichting: 'Gezien.' }),
  },
  'GET /bevindingen/:id': {
    alle: ['bevinding:lezen'],
    pad: ({ zaak }) => `/bevindingen/${zaak.bevindingId}`,
    eigen: true,
  },
  'POST /bevindingen/:id/besluiten': {
    alle: ['bevinding:beoordelen'],
    pad: ({ zaak }) => `/bevindingen/${zaak.bevindingId}/besluiten`,
    velden: { besluit: 'bespreken', reden: 'Op de agenda.' },
    eigen: true,
  },

  'GET /bewaren': { alle: ['bewaren:lezen'] },
  'GET /bewaren/:id': {
    alle: ['bewaren:lezen'],
    pad: vernietiging,
    vooraf: zetVernietiging(false),
    vanRegio: true,
  },
  'POST /bewaren/:id/voorleggen': {
    alle: ['bewaren:voorbereiden'],
    pad: (plek) => `${vernietiging(plek)}/voorleggen`,
    velden: { toelichting: 'Geen bezwaar gevonden.' },
    vooraf: zetVernietiging(false),
    vanRegio: true,
  },
  'POST /bewaren/:id/besluiten': {
    alle: ['bewaren:besluiten'],
    pad: (plek) => `${vernietiging(plek)}/besluiten`,
    velden: { besluit: 'uitstellen', reden: 'Er loopt een bezwaar.', tot: '1-6-2027' },
    vooraf: zetVernietiging(true),
    vanRegio: true,
  },

  'GET /inzage': { alle: ['client:lezen'] },
  'POST /inzage': { alle: ['client:lezen'], velden: ({ zaak }) => ({ label: zaak.label }) },
  'POST /inzage/uitvoer': {
    alle: ['client:lezen'],
    velden: ({ zaak }) => ({ label: zaak.label, 'reden-uitvoer': 'Verzoek om inzage.' }),
  },
  'POST /inzage/verwijderen': {
    alle: ['client:verwijderen'],
    velden: ({ zaak }) => ({ label: zaak.label, 'reden-verwijderen': 'Verzoek om verwijdering.' }),
  },

  'GET /inrichting': { alle: ['inrichting:lezen'] },
  'GET /inrichting/:deel': { alle: ['inrichting:lezen'], pad: () => '/inrichting/kpi-start-zorg' },
  'GET /inrichting/:deel/evaluatie': {
    alle: ['inrichting:wijzigen'],
    pad: () => '/inrichting/kpi-start-zorg/evaluatie',
  },
  'POST /inrichting/:deel/evaluatie': {
    alle: ['inrichting:wijzigen'],
    pad: () => '/inrichting/kpi-start-zorg/evaluatie',
  },
  'POST /inrichting/:deel/versies': {
    alle: ['inrichting:wijzigen'],
    pad: () => '/inrichting/kpi-start-zorg/versies',
    velden: {
      norm: '80',
      minimumClienten: '10',
      minimumWaarnemingen: '5',
      geldigVanaf: '1-1-2028',
      bron: 'Besluit van het overleg',
      reden: 'Afgesproken',
    },
  },
  'GET /rechten': { alle: ['inrichting:lezen'] },
  'GET /logboek': { alle: ['audit:lezen'] },
  'GET /logboek/geweigerd': { alle: ['audit:lezen'] },
  'GET /logboek.xlsx': { alle: ['audit:lezen'] },
  'GET /logboek.csv': { alle: ['audit:lezen'] },
}

const GEEN_ACCOUNT = 'in een voorbeeldregio heeft niemand een account'
const GEEN_MAIL = 'de proef heeft geen mailserver'
const NOG = 'nog geen voorbeeld'

/** Routes of which a test only sees that they refuse who has no right: an example that works is still to be made, or cannot be. */
export const nogGeenVoorbeeld: Record<string, string> = {
  'POST /account/sessies/:id/beeindigen': NOG,
  'GET /account/wachtwoord': GEEN_ACCOUNT,
  'POST /account/wachtwoord': GEEN_ACCOUNT,
  'GET /account/herstelcodes': GEEN_ACCOUNT,
  'POST /account/herstelcodes': GEEN_ACCOUNT,
  'GET /account/tweede-factor': GEEN_ACCOUNT,
  'POST /account/tweede-factor': GEEN_ACCOUNT,
  'POST /weergaven/:id/verwijderen': NOG,
  'POST /gebruikers/uitnodigen': GEEN_MAIL,
  'POST /gebruikers/:id/rollen/:rolId/intrekken': NOG,
  'POST /gebruikers/:id/opnieuw-uitnodigen': GEEN_MAIL,
  'POST /gebruikers/:id/toegang-herstellen': GEEN_MAIL,
  'POST /mandaten/:id/intrekken': NOG,
  'POST /waarnemingen/:id/beeindigen': NOG,
  'POST /budgetvoorstellen/:id/besluiten': NOG,
  'POST /budgetvoorstellen/:id/intrekken': NOG,
  'POST /aanbieders/:id/kernpartner/beeindigen': NOG,
  'POST /inzage/verwijderen': 'de andere proeven hebben de cliënt nog nodig',
}

/** "/aanbieders/:id{[0-9a-f-]{36}}/kpis" as "/aanbieders/:id/kpis". */
export function zonderPatroon(pad: string): string {
  let uit = ''
  let diepte = 0
  for (const teken of pad) {
    if (teken === '{') diepte++
    if (diepte === 0) uit += teken
    if (teken === '}') diepte--
  }
  return uit
}

/** What a test asks of a route, for what is of `plek.zaak`. */
export function maakVerzoek(naam: string, plek: Plek): Verzoek {
  const { pad, velden, bestand } = routetabel[naam]!
  const [methode = '', patroon = ''] = naam.split(' ')
  return {
    methode,
    pad: pad ? pad(plek) : patroon,
    velden: typeof velden === 'function' ? velden(plek) : (velden ?? {}),
    ...(bestand && { bestand }),
  }
}

/** Whether a role opens a route. */
export function magRoute({ openbaar, iedereen, binnen, alle = [], een = [] }: Route, rol: Rol): boolean {
  if (binnen && vanAanbieder(rol)) return false
  return (
    openbaar !== undefined ||
    iedereen !== undefined ||
    (alle.every((recht) => geeft(rol, recht)) && (een.length === 0 || een.some((recht) => geeft(rol, recht))))
  )
}

/** The rights a route asks. */
export function rechtenVan({ alle = [], een = [] }: Route): Recht[] {
  return [...alle, ...een]
}
