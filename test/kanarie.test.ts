import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { vanAanbieder, type Rol } from '../src/domain/rechten.ts'
import { wisselSleutels } from '../src/domain/do/bericht/wissel-sleutels.ts'
import type { Context } from '../src/platform/context.ts'
import { createDb, createPool } from '../src/platform/database.ts'
import { openSleutels } from '../src/platform/sleutels.ts'
import { inTransaction } from '../src/platform/transaction.ts'
import { maakOvereenkomst } from './afspraken.ts'
import { JAN, TRUUS } from './builders-bericht.ts'
import { lever } from './inlezen.ts'
import { gevonden, leesAlles, listIds, listTabellen, merkRijen, rijenVanAanbieder } from './kanarie.ts'
import { vulPersoon, vulRegio, vulZaak } from './kanarie-rijen.ts'
import { magRoute, maakVerzoek, routetabel } from './routes.ts'
import { freshDatabase, type FreshDatabase } from './test.ts'
import {
  maakPersoon,
  maakProgramma,
  maakWereld,
  mensenrollen,
  type Persoon,
  type Verzoek,
  type Wereld,
  type Zaak,
  zonderKlok,
} from './wereld.ts'

vi.setConfig({ testTimeout: 600_000 })

const EIGEN = JAN
const ANDER = { ...TRUUS, naam: 'Dijk & Doen', gemeente: '0479' }
// The other region has the same aanbieder under the same AGB-code, and one that works there only.
const ELDERS = { ...EIGEN, naam: 'Veenlicht Elders', overeenkomst: 'EL-HO-001' }
const ALLEEN_DAAR = { ...ANDER, agb: '98997770', kvk: '99337770', naam: 'Alleen Daar', overeenkomst: 'EL-HO-002' }

const REGIO = 'qzxkanarieregio'
const ZORG = 'qzxkanariezorg'

// Columns that hold no mark because the database takes only a few words or figures there, each with its reason.
const WOORD = 'one of a few words of the program'
const CIJFERS = 'a code of figures; those of the aanbieder are searched as such below'
const geenMerk: Record<string, string> = {
  'clientverwijdering.wet': WOORD,
  'escalatie_maatregel.effect': WOORD,
  'herinnering.als': WOORD,
  'kalenderadres.agb': CIJFERS,
  'overlegtafel.begintijd': 'a time',
  'overlegtafel.vervallen_reden': 'only together with vervallen_op',
  'overlegtafel.wijze': WOORD,
  'overlegtafel_aanwezigheid.aanwezigheid': WOORD,
  'overlegtafel_afwijking.richting': WOORD,
  'overlegtafel_bericht.soort': WOORD,
  'overlegtafel_deelname.antwoord': WOORD,
  'overlegtafel_kandidaat.klasse': WOORD,
  'overlegtafel_product.categorie': CIJFERS,
  'overlegtafel_uitsluiting.opgeheven_door': 'only together with opgeheven_op',
  'overlegtafel_uitsluiting.opheffing_reden': 'the same',
  'sleutelstand.wet': WOORD,
  'vernietigd_bericht.wet': WOORD,
  'vernietiging.besluit': WOORD,
  'aanbieder.agb': CIJFERS,
  'aanbieder.grootteklasse': WOORD,
  'aanbieder.kvk': CIJFERS,
  'aanbieder_omvang.bron': WOORD,
  'actie.kant': WOORD,
  'actie.niveau': WOORD,
  'actie.vervallen_reden': 'only together with vervallen_op',
  'agendapunt.bron': WOORD,
  'agendapunt.niveau': WOORD,
  'aanmelding.soort': WOORD,
  'bericht.oordeel': WOORD,
  'bericht.soort': WOORD,
  'bericht.wet': WOORD,
  'bevinding_besluit.besluit': WOORD,
  'brief.gemeente_code': CIJFERS,
  'brief.soort': 'a code of the catalogue',
  'brief.stand': WOORD,
  'brief.wijze': WOORD,
  'document.richting': WOORD,
  'document.soort': 'a code of the catalogue',
  'documentbestand.vorm': WOORD,
  'huisstijl.gemeente_code': CIJFERS,
  'huisstijl.logo_vorm': WOORD,
  'huisstijl.reeks': 'capitals and figures',
  'publicatie.doelgroep': WOORD,
  'publicatie.kanaal': WOORD,
  'normmededeling.kanaal': WOORD,
  'verbeterplan_bericht.soort': WOORD,
  'client.wet': WOORD,
  'escalatie.open_stand': WOORD,
  'escalatie_brief.wijze': WOORD,
  'escalatie_stap.partij': WOORD,
  'escalatie_stuk.partij': WOORD,
  'escalatie_voorstel.stand': WOORD,
  'deelnemer.antwoord': WOORD,
  'deelnemer.hoedanigheid': WOORD,
  'contactpersoon_gemeente.gemeente_code': CIJFERS,
  'eenmalige_link.soort': WOORD,
  'evaluatie.reden': WOORD,
  'evaluatie.resultaat': WOORD,
  'evaluatie.soort': WOORD,
  'gebruiker.email': 'an address; the mark makes none',
  'gebruiker.onderwerp': 'only together with uitgever',
  'gebruiker.rijhoogte': WOORD,
  'gebruiker.uitgever': 'only together with onderwerp',
  'gemeente.code': CIJFERS,
  'gesprek.annulering_reden': 'only together with geannuleerd_op',
  'gesprek.begintijd': 'a time',
  'gesprek.eindtijd': 'a time',
  'gesprek.gemeente_code': CIJFERS,
  'gesprek.rapportage_ingediend_door': 'only together with rapportage_ingediend_op',
  'gesprek.wijze': WOORD,
  'gesprek_bericht.soort': WOORD,
  'inleesbestand.uitkomst': WOORD,
  'inleesronde.bron': WOORD,
  'inzage.fout': 'only together with status',
  'inzage.status': WOORD,
  'inzage.taak': WOORD,
  'kpi_uitkomst.kpi': WOORD,
  'kpi_uitkomst.oordeel': WOORD,
  'kpi_uitkomst.reden': WOORD,
  'kpi_uitkomst.waarde': 'a number; an index reads it as one',
  'dienstverleningsovereenkomst.dienstverlener_code': CIJFERS,
  'dienstverleningsovereenkomst.gemeente_code': CIJFERS,
  'harmonisatieafspraak_gemeente.gemeente_code': CIJFERS,
  'mandaat.gemeente_code': CIJFERS,
  'modelmaatregel.soort': WOORD,
  'organisatiemodel.centrumgemeente_code': CIJFERS,
  'organisatiemodel.soort': WOORD,
  'samenwerkingsafspraak.gemeente_code': CIJFERS,
  'samenwerkingsafspraak.met': WOORD,
  'samenwerkingsafspraak.onderwerp': WOORD,
  'overeenkomst.domein_keuze': WOORD,
  'overeenkomst.domein_producten': WOORD,
  'overeenkomst.motivering_beleid': 'only together with motivering_juridisch',
  'overeenkomst.motivering_juridisch': 'only together with motivering_beleid',
  'overeenkomst.relatietype': WOORD,
  'overeenkomst_functie.functie': WOORD,
  'overeenkomst_gemeente.gemeente_code': CIJFERS,
  'overeenkomst_product.bekostigingsvorm': WOORD,
  'overeenkomst_product.eenheid_declaratie': CIJFERS,
  'overeenkomst_product.eenheid_tarief': CIJFERS,
  'plafondvoorstel.besluit': 'only together with who decided and when',
  'product.categorie': CIJFERS,
  'product.code': 'at most five characters of a national list',
  'rasci.gemeente_code': CIJFERS,
  'roltoewijzing.agb': CIJFERS,
  'roltoewijzing.categorieen': 'not beside a role of an aanbieder',
  'roltoewijzing.gemeenten': 'not beside a role of an aanbieder',
  'roltoewijzing.herkomst': WOORD,
  'roltoewijzing.wet': WOORD,
  'sessie.werkt_voor': CIJFERS,
  'termijn.aard': WOORD,
  'termijn.kant': WOORD,
  'termijn.rol': 'not beside a term that an aanbieder must do',
  'termijn.stand': WOORD,
  'termijn.uitgesteld_door': 'only together with uitgesteld_tot',
  'termijn.uitstel_reden': 'the same',
  'verslagreactie.soort': WOORD,
  'verslagreactie.verwerking': 'only together with verwerkt_op',
  'verslagversie.soort': WOORD,
  'verbeterplan.gesloten_reden': 'only together with gesloten_op',
  'verbeterplan.stand': WOORD,
  'verbeterplan_concept.partij': WOORD,
  'verbeterplan_concept.wat': WOORD,
  'verbeterplan_indiening.partij': WOORD,
  'verbeterplan_melding.partij': WOORD,
  'verbeterplan_oordeel.fase': WOORD,
  'verbeterplan_oordeel.oordeel': WOORD,
  'verbeterplan_verzetting.soort': WOORD,
  'toegangscontrole.periode': 'a year or a quarter',
  'toegangscontrole.soort': WOORD,
  'toewijzing.wet': WOORD,
  'verlengingsbesluit.besluit': WOORD,
  'weigering.methode': 'at most ten characters of the protocol',
}
// Not marked, so that the other region still works and the control can read it.
const nietGemerkt = new Set([
  // unique, and empty until it is sent; the same number stands in documentversie.kenmerk
  'brief_ontvanger.nummer',
  'gesprek.soort',
  'rasci.verdeling',
  'roltoewijzing.rol',
  'regelsetdeel.deel',
  'regelsetdeel.inhoud',
  'regio.regelset',
  // names of parts of a ladder, and a calculation
  'ladderconcept.inhoud',
  'escalatie.toestand',
  'escalatie.vorige',
  'escalatie_stap.overgang',
  'escalatie_stap.van',
  'escalatie_stap.naar',
  'escalatie_stap.besloten_als',
  'escalatie_stuk.soort',
  'escalatie_termijn.code',
  'escalatie_termijn.stappen',
  'escalatie_brief.alineas',
  'escalatie_voorstel.overgang',
  'escalatie_voorstel.zet',
  'escalatie_voorstel.besloten_als',
  // a role
  'verbeterplan.besloten_als',
  'verbeterplan_oordeel.besloten_als',
  'escalatie_maatregel.soort',
  // the kind of record a proposal is about
  'vernietiging.soort',
])
// Tables without a text, or without a row of a region.
const zonderRij: Record<string, string> = {
  migratie: 'which migrations ran; the program cannot read it',
  beurt: 'counters under a hash, without a region',
  mislukking: 'the same',
}

// What the aanbieders of a region share, each with its reason: these rows are not of one of them.
const gedeeld: Record<string, string> = {
  gemeente: 'how the region is divided',
  huisstijl: 'how the region and its gemeenten look',
  nummerreeks: 'a counter',
  subregio: 'the same',
  product: 'the catalogue of the region',
  regelsetdeel: 'the rules hold for all',
  ladderconcept: 'a draft of the same',
  kpi_berekening: 'when was calculated, for all',
  kpi_telling: 'how many outcomes of the region, for who sees all of it',
  audit_keten: 'one row per region',
  te_beoordelen: 'a note for the queue, without text',
  migratie: 'no region',
  regio: 'the region itself',
  beurt: 'no region',
  mislukking: 'no region',
  herstelverzoek: 'an address that somebody typed, until the queue looked it up',
  organisatiepoging: 'a sign-in under way, of nobody yet',
  organisatieafmelding: 'hashes, until they say nothing any more',
  clientverwijdering: 'a label that leads nowhere any more',
  vernietigd_bericht: 'digests, without text of anybody',
  clientenstand: 'a counter',
  sleutelstand: 'which key is in use, for all',
  mandaat: 'who may decide inside the region',
  organisatiemodel: 'how the region organises its work',
  dienstverleningsovereenkomst: 'agreements between gemeenten',
  samenwerkingsafspraak: 'the same',
  harmonisatieafspraak: 'the same',
  harmonisatieafspraak_gemeente: 'the same',
  taakgebiedjaar: 'what the region plans and reports',
  opdracht: 'what is asked of contract management',
  opdracht_advies: 'the same',
  rasci: 'the same',
}
// Reached by a key, but never of an aanbieder: what the region established, files it could not read, and its own people.
const nooitVanEen = [
  // one text for all its addressees; what one of them gets is brief_ontvanger
  'brief',
  'inleesfout',
  'kpi_vaststelling',
  'modelmaatregel',
  'publicatie',
  'toegangscontrole',
  'vernietiging',
  'vernietiging_regel',
  'waarneming',
]
// What is of an aanbieder without a key that says so.
const ook: Record<string, string> = {
  client: `exists (select from toewijzing t where t.regio_id = x.regio_id and t.client_id = x.id and t.agb = '${ANDER.agb}')`,
  herinnering: `exists (select from termijn t join aanbieder a on a.regio_id = t.regio_id and a.id = t.aanbieder_id
    where t.regio_id = x.regio_id and t.id = x.termijn_id and a.agb = '${ANDER.agb}')`,
  inzage: `exists (select from inzage_client c join toewijzing t on t.regio_id = c.regio_id and t.client_id = c.data_subject_id
    where c.regio_id = x.regio_id and c.inzage_id = x.id and t.agb = '${ANDER.agb}')`,
  evaluatie: `x.nummer between ${ANDER.nummer} and ${ANDER.nummer + 9}`,
  cto_respons: `x.nummer between ${ANDER.nummer} and ${ANDER.nummer + 9}`,
  // a table to which this aanbieder was asked; the others at it read it as well
  overlegtafel: `exists (select from overlegtafel_deelname d where d.regio_id = x.regio_id and d.overlegtafel_id = x.id and d.agb = '${ANDER.agb}')`,
  inleesronde: `exists (select from bericht b where b.regio_id = x.regio_id and b.ronde_id = x.id and b.agb = '${ANDER.agb}')`,
  gebruiker: `exists (select from roltoewijzing r where r.regio_id = x.regio_id and r.gebruiker_id = x.id and r.agb = '${ANDER.agb}')`,
  audit_regel: `x.onderwerp_id in (select id::text from aanbieder where agb = '${ANDER.agb}'
    union all select id::text from overeenkomst where agb = '${ANDER.agb}' union all select id::text from bevinding where agb = '${ANDER.agb}')`,
}

// People of another aanbieder, whom the database does not yet hide from an aanbieder's account: only the queries do, and the pages below.
const alleenInDeVraag = ['gebruiker', 'inzage_reden', 'roltoewijzing', 'sessie']

let fresh: FreshDatabase
let beheer: pg.Client
let map: string
let wereld: Wereld
let elders: Wereld
let programma: ReturnType<typeof maakProgramma>

beforeAll(async () => {
  map = mkdtempSync(join(tmpdir(), 'overlap-sleutels-'))
  fresh = await freshDatabase()
  beheer = new pg.Client(fresh.beheerUrl)
  await beheer.connect()
  // a mark in a role is no change of rights: the control still reads with the session it has (010)
  await beheer.query('alter table roltoewijzing disable trigger sessies_bij_rol')
  wereld = await maakWereld(fresh.db, openSleutels(map), 'Proefregio', [EIGEN, ANDER])
  elders = await maakWereld(fresh.db, openSleutels(map), 'Elders', [ELDERS, ALLEEN_DAAR])
  programma = maakProgramma(wereld.ctx)
  for (const { ctx, personen, achtervanger, eigen, ander } of [wereld, elders]) {
    const manager = personen.contractmanager.gebruikerId
    for (const zaak of [eigen, ander]) await vulZaak(beheer, ctx.regioId, zaak, manager)
    await vulRegio(beheer, ctx.regioId, manager, achtervanger.gebruikerId)
    await wisselSleutels(ctx)
    await vulPersoon(beheer, ctx.regioId, manager)
    // a file that was refused, a request that was refused, and somebody who accepted a message
    await lever(ctx, { naam: 'aanbieders.csv', inhoud: 'agb;kvk;naam\n1;2;\n3;4;\n' })
    await programma.vraag(personen.raad, { methode: 'GET', pad: '/berichten' })
    for (const zaak of [eigen, ander]) {
      const plek = { zaak, wereld, persoon: personen.backoffice }
      const antwoord = await programma.vraag(personen.backoffice, maakVerzoek('POST /berichten/:id/aanvaarden', plek))
      expect(antwoord.status).toBe(303)
      // that somebody looked at a case is kept
      const gezien = await programma.vraag(personen.contractmanager, maakVerzoek('GET /toewijzingen/:id', plek))
      expect(gezien.status).toBe(200)
    }
    // what was agreed changed, and was not judged yet
    await inTransaction(ctx, async (ctx) => {
      for (const { agb } of [eigen, ander]) await maakOvereenkomst(ctx, { overeenkomst: `NIEUW-${agb}`, agb })
    })
  }
})

afterAll(async () => {
  await beheer.end()
  await fresh.drop()
  rmSync(map, { recursive: true })
})

const namen = Object.keys(routetabel)
const aanbieders = mensenrollen.filter(vanAanbieder)
const binnen = mensenrollen.filter((rol) => !vanAanbieder(rol))

/** Every route with what is of `zaak`; and lists, searches and choices that name what is of another. */
function alles(persoon: Persoon, zaak: Zaak, vreemd: Zaak, merk: string): Verzoek[] {
  const plek = { zaak, wereld, persoon }
  const zoeken = [
    merk,
    'veenlicht',
    'dijk',
    'alleen daar',
    'HO-00',
    'personeel',
    'ondersteuning',
    vreemd.label,
    vreemd.agb,
    'zaanstad',
  ]
  const paden = [
    `/aanbieders?zoek=${merk}`,
    `/aanbieders?plaats=${merk}&van=geen`,
    `/overeenkomsten?zoek=${merk}`,
    '/overeenkomsten?gemeente=0479&fase=loopt',
    '/kpis?jaar=2025',
    '/kpis?jaar=2026&volgorde=naam',
    '/kpis.csv?jaar=2025',
    `/berichten?aanbieder=${vreemd.agb}`,
    '/berichten?uitkomst=aangehouden&gemeente=0479',
    '/berichten?uitkomst=signaal',
    '/bevindingen?stand=alle',
    `/bevindingen?aanbieder=${vreemd.aanbiederId}&stand=alle`,
    `/bevindingen/nieuw?aanbieder=${vreemd.aanbiederId}`,
    '/logboek?onderwerp=aanbieder',
    '/logboek?volgorde=oud',
    '/kpis/vaststellen/1999',
    ...[wereld, elders].map(({ achtervanger }) => `/bewaren/${achtervanger.gebruikerId}`),
    '/aanbieders/geen-nummer',
    '/bestaat/niet',
  ]
  return [
    ...namen
      .filter((naam) => !/assets|favicon|gezond|stijl|afmelden|POST \/aanmelden/.test(naam))
      .map((naam) => maakVerzoek(naam, plek)),
    ...paden.map((pad) => ({ methode: 'GET', pad })),
    ...zoeken.map((zoek) => ({ methode: 'POST', pad: '/zoeken', velden: { zoek } })),
  ]
}

/** Every route with an id, asked for what is of another. */
function vreemde(persoon: Persoon, zaak: Zaak): Verzoek[] {
  return namen
    .filter((naam) => routetabel[naam]!.eigen ?? routetabel[naam]!.vanRegio)
    .map((naam) => maakVerzoek(naam, { zaak, wereld, persoon }))
}

const ALLEEN_MERKEN: ReadonlySet<string> = new Set()

/** What each person reads of what he may not: the answers in which a mark or an id of another stands, and those that show nothing because they broke. */
async function lees(persoon: Persoon, verzoeken: Verzoek[], merken: readonly string[], ids: ReadonlySet<string>) {
  const mis: string[] = []
  for (const verzoek of verzoeken) {
    const tekst = await leesAlles(await programma.vraag(persoon, verzoek))
    const gezien = gevonden(zonderEcho(tekst, verzoek, merken[0]!), merken, ids)
    // the control reads marked words and figures that a page may break on
    if (ids !== ALLEEN_MERKEN && tekst.startsWith('5')) gezien.push(tekst.slice(0, 3))
    if (gezien.length > 0) mis.push(`${persoon.naam}: ${verzoek.methode} ${verzoek.pad}: ${gezien.join(', ')}`)
  }
  return mis
}

// What somebody typed comes back to him: in his search field, his filters and the links that keep them.
function zonderEcho(tekst: string, { pad, velden = {} }: Verzoek, merk: string): string {
  const getypt = [...new URL(pad, 'http://localhost').searchParams.values(), velden['zoek'] ?? ''].filter(
    (waarde) => waarde.length > 7,
  )
  return getypt.reduce(
    (rest, waarde) =>
      waarde === merk
        ? rest.replaceAll(`value="${waarde}"`, '').replaceAll(`=${waarde}`, '')
        : rest.replaceAll(waarde, ''),
    tekst,
  )
}

/** So few roles that together they open every route that one of `uit` may open. */
function dekkend(uit: readonly Rol[]): Rol[] {
  const opent = (rol: Rol) => namen.filter((naam) => magRoute(routetabel[naam]!, rol))
  const open = new Set(uit.flatMap(opent))
  const gekozen: Rol[] = []
  while (open.size > 0) {
    const winst = (rol: Rol) => opent(rol).filter((naam) => open.has(naam)).length
    const beste = uit.toSorted((a, b) => winst(b) - winst(a))[0]!
    gekozen.push(beste)
    for (const naam of opent(beste)) open.delete(naam)
  }
  return gekozen
}

describe('onbekend of van een ander', () => {
  test('ROL-21: hetzelfde antwoord, en evenveel werk voor de database', async () => {
    let vragen = 0
    const pool = createPool(fresh.appUrl, { max: 2 })
    pool.on('connect', (client) => {
      const stuur = client.query.bind(client) as (...args: unknown[]) => unknown
      // an end of its own (late-commit.ts) says how long nothing was asked, not what was looked for
      const tel = (...args: unknown[]) => ((vragen += args[0] === 'commit' ? 0 : 1), stuur(...args))
      Object.defineProperty(client, 'query', { value: tel })
    })
    const geteld = maakProgramma(wereld.ctx, createDb(pool))
    const vraag = async (persoon: Persoon, verzoek: Verzoek) => {
      vragen = 0
      const begin = performance.now()
      const antwoord = await geteld.vraag(persoon, verzoek)
      const duur = performance.now() - begin
      return { antwoord: [antwoord.status, zonderKlok(await antwoord.text()), vragen], duur }
    }
    const dijk = await maakPersoon(wereld.ctx, 'aanbieder', { agb: ANDER.agb })
    const onbekend: Zaak = {
      ...wereld.eigen,
      ...Object.fromEntries(
        [
          'aanbiederId',
          'contactpersoonId',
          'overeenkomstId',
          'toewijzingId',
          'rondeId',
          'uitkomstId',
          'bevindingId',
          'termijnId',
          'escalatieId',
        ].map((id) => [id, '01a00000-0000-7000-8000-000000000000']),
      ),
      berichtId: 999_999_999,
    }
    const tijden: { onbekend: number[]; vreemd: number[] } = { onbekend: [], vreemd: [] }
    let vergeleken = 0
    for (const naam of namen) {
      const { eigen, vanRegio } = routetabel[naam]!
      if (!eigen && !vanRegio) continue
      const gevallen: [Persoon, Zaak][] = [
        ...[wereld.personen.contractmanager, wereld.personen.contractbeheerder].map((persoon): [Persoon, Zaak] => [
          persoon,
          elders.ander,
        ]),
        ...(eigen ? [[dijk, wereld.eigen] as [Persoon, Zaak], [dijk, elders.eigen] as [Persoon, Zaak]] : []),
      ]
      for (const [persoon, vreemd] of gevallen) {
        if (!magRoute(routetabel[naam]!, persoon.rol)) continue
        vergeleken++
        const a = await vraag(persoon, maakVerzoek(naam, { zaak: onbekend, wereld, persoon }))
        const b = await vraag(persoon, maakVerzoek(naam, { zaak: vreemd, wereld, persoon }))
        expect([naam, persoon.naam, ...b.antwoord]).toEqual([naam, persoon.naam, 404, a.antwoord[1], a.antwoord[2]])
        tijden.onbekend.push(a.duur)
        tijden.vreemd.push(b.duur)
      }
    }
    expect(vergeleken).toBeGreaterThan(50)
    await pool.end()
    // for who wants to know; a busy machine is no reason to fail
    const midden = (waarden: number[]) => waarden.toSorted((a, b) => a - b)[Math.floor(waarden.length / 2)]!
    console.log(
      `404: unknown ${midden(tijden.onbekend).toFixed(1)} ms, another's ${midden(tijden.vreemd).toFixed(1)} ms (median of ${vergeleken})`,
    )
  })
})

describe('in de database zelf', () => {
  test('ROL-21: het programma ziet van een ander geen rij, wat een vraag ook vraagt', async () => {
    await maakPersoon(wereld.ctx, 'aanbieder', { agb: ANDER.agb }, 'Dijk in de database')
    const { waar } = await rijenVanAanbieder(beheer, wereld.ctx.regioId, ANDER.agb, ook)
    const rijen = new Map<string, string[]>()
    for (const [tabel, voorwaarde] of waar) {
      const gevonden = await beheer.query<{ ctid: string }>(`select ctid::text from "${tabel}" x where ${voorwaarde}`)
      if (gevonden.rows.length > 0)
        rijen.set(
          tabel,
          gevonden.rows.map(({ ctid }) => ctid),
        )
    }
    expect(rijen.size).toBeGreaterThan(70)
    const als = (agb: string | null): Context => {
      const rollen = [{ rol: agb === null ? 'contractmanager' : 'aanbieder', agb }]
      return { ...wereld.ctx, actor: { soort: 'gebruiker', id: wereld.doelwit.gebruikerId, naam: 'x', rollen, agb } }
    }
    const gezien = async (agb: string | null, ids: Map<string, string[]>) => {
      const tabellen: string[] = []
      for (const [tabel, ctids] of ids) {
        const aantal = await inTransaction(
          als(agb),
          async ({ db }) =>
            (
              await sql<{
                n: number
              }>`select count(*)::int as n from ${sql.table(tabel)} where ctid = any(${ctids}::tid[])`.execute(db)
            ).rows[0]!.n,
        )
        if (aantal > 0) tabellen.push(tabel)
      }
      return tabellen.toSorted()
    }
    expect(await gezien(EIGEN.agb, rijen)).toEqual(alleenInDeVraag)
    // the control: who sees the whole region sees them, and the aanbieder itself sees what is its own
    expect((await gezien(null, rijen)).length).toBeGreaterThan(60)
    expect((await gezien(ANDER.agb, rijen)).length).toBeGreaterThan(25)
  })
})

// Marked figures and words are no longer what they were: React says so where the control reads them.
async function stil<T>(werk: () => Promise<T>): Promise<T> {
  const { error } = console
  console.error = () => undefined
  try {
    return await werk()
  } finally {
    console.error = error
  }
}

describe('kanarie', () => {
  test('ORG-01, ROL-21: niets van een andere regio is ergens te lezen', async () => {
    const waar = new Map(
      (await listTabellen(beheer))
        .filter((tabel) => !(tabel in zonderRij))
        .map((tabel) => [tabel, `x.${tabel === 'regio' ? 'id' : 'regio_id'} = '${elders.ctx.regioId}'`]),
    )
    const ids = await listIds(beheer, waar)
    const { nietTeMerken, leeg, gemerkt } = await merkRijen(beheer, waar, REGIO, nietGemerkt)
    expect(nietTeMerken).toEqual(Object.keys(geenMerk).toSorted())
    expect(leeg).toEqual([])
    expect(gemerkt).toBeGreaterThan(130)

    const merken = [REGIO, ALLEEN_DAAR.agb, ALLEEN_DAAR.kvk]
    // the control: who works there reads the marks on many pages
    const gezien = await stil(async () => {
      const lijsten = []
      for (const rol of ['contractmanager', 'backoffice', 'functioneel beheerder'] as const) {
        const persoon = elders.personen[rol]
        lijsten.push(
          ...(await lees(persoon, alles(persoon, elders.eigen, wereld.eigen, 'niets'), merken, ALLEEN_MERKEN)),
        )
      }
      return lijsten
    })
    expect(gezien.length).toBeGreaterThan(40)

    const mis: string[] = []
    for (const rol of [...dekkend(binnen), ...dekkend(aanbieders)]) {
      const persoon = wereld.personen[rol]
      mis.push(...(await lees(persoon, alles(persoon, wereld.eigen, elders.ander, REGIO), merken, ids)))
      const paden = vreemde(persoon, elders.eigen)
      // the ids somebody asks for himself come back nowhere either
      mis.push(...(await lees(persoon, paden, merken, ids)))
    }
    expect(mis).toEqual([])
  })

  test('ROL-21: niets van een andere aanbieder is ergens te lezen voor wie bij een aanbieder werkt', async () => {
    for (const rol of aanbieders) await maakPersoon(wereld.ctx, rol, { agb: ANDER.agb }, `Dijk ${rol}`)
    const collega = await maakPersoon(wereld.ctx, 'aanbieder', { agb: ANDER.agb }, 'Dijk collega')
    await vulPersoon(beheer, wereld.ctx.regioId, collega.gebruikerId)
    await programma.vraag(collega, { methode: 'GET', pad: '/berichten' })
    await inTransaction(wereld.ctx, (ctx) => maakOvereenkomst(ctx, { overeenkomst: 'NOG-EEN', agb: ANDER.agb }))
    const { waar, buiten } = await rijenVanAanbieder(beheer, wereld.ctx.regioId, ANDER.agb, ook)
    expect(buiten).toEqual(Object.keys(gedeeld).sort())
    const ids = await listIds(beheer, waar, true)
    const { nietTeMerken, leeg, gemerkt } = await merkRijen(beheer, waar, ZORG, nietGemerkt)
    expect(nietTeMerken.filter((kolom) => !(kolom in geenMerk))).toEqual([])
    expect(leeg).toEqual(nooitVanEen)
    expect(gemerkt).toBeGreaterThan(90)

    const merken = [ZORG, ANDER.agb, ANDER.kvk]
    const manager = wereld.personen.contractmanager
    const gezien = await stil(() =>
      lees(manager, alles(manager, wereld.ander, wereld.eigen, 'niets'), merken, ALLEEN_MERKEN),
    )
    expect(gezien.length).toBeGreaterThan(20)

    const mis: string[] = []
    for (const rol of aanbieders) {
      const persoon = wereld.personen[rol]
      mis.push(...(await lees(persoon, alles(persoon, wereld.eigen, wereld.ander, ZORG), merken, ids)))
      mis.push(...(await lees(persoon, vreemde(persoon, wereld.ander), merken, ids)))
    }
    expect(mis).toEqual([])
  })
})
