import { sql } from 'kysely'
import { createApp } from '../src/app.ts'
import { openEscalatie } from '../src/domain/act/escalatie/open-escalatie.ts'
import { verzendBrief } from '../src/domain/act/escalatie/verzend-brief.ts'
import { zetStap } from '../src/domain/act/escalatie/zet-stap.ts'
import { legBevindingVast } from '../src/domain/check/bevinding/leg-bevinding-vast.ts'
import { beoordeelBevinding } from '../src/domain/check/bevinding/beoordeel-bevinding.ts'
import { berekenKpis } from '../src/domain/check/kpi/bereken-kpis.ts'
import { stelKpisVast } from '../src/domain/check/kpi/stel-kpis-vast.ts'
import { leesCtoIn } from '../src/domain/do/evaluatie/lees-cto-in.ts'
import { leesEvaluatiesIn } from '../src/domain/do/evaluatie/lees-evaluaties-in.ts'
import { voegContactpersoonToe } from '../src/domain/plan/aanbieder/bewaar-contactpersoon.ts'
import { maakGebruiker } from '../src/domain/plan/inrichting/maak-gebruiker.ts'
import { wijzigContractmanager } from '../src/domain/plan/aanbieder/wijzig-contractmanager.ts'
import { planTermijn } from '../src/domain/plan/kalender/plan-termijn.ts'
import { wijsFunctieToe } from '../src/domain/plan/overeenkomst/wijs-functie-toe.ts'
import { rollen, vanAanbieder, type Rol } from '../src/domain/rechten.ts'
import { makeClock } from '../src/platform/clock.ts'
import type { Context, Db } from '../src/platform/context.ts'
import { makeLog } from '../src/platform/log.ts'
import { findSessie, startSessie } from '../src/platform/sessie.ts'
import { inTransaction } from '../src/platform/transaction.ts'
import { maakAanbieder, maakOvereenkomst } from './afspraken.ts'
import { xml301, xml305, xml307, xml323, xml325, xmlRetour } from './builders-bericht.ts'
import { lever } from './inlezen.ts'
import { maakGesprek } from './gesprek.ts'
import { maakProefregio } from './regio.ts'
import { maakPlan } from './verbeterplan-rijen.ts'

/** The roles that people have. */
export const mensenrollen = (Object.keys(rollen) as Rol[]).filter((rol) => !rol.includes('('))

export type Gegevens = {
  agb: string
  kvk: string
  naam: string
  overeenkomst: string
  nummer: number
  bsn: string
  gemeente: string
  /** Category and code of the product; by default household help */
  product?: { categorie: string; code: string; naam: string }
}

/** One of everything of an aanbieder, by id. */
export type Zaak = {
  agb: string
  aanbiederId: string
  contactpersoonId: string
  overeenkomstId: string
  toewijzingId: string
  label: string
  /** Held back: somebody may accept it */
  berichtId: number
  rondeId: string
  /** Of 2024, established */
  uitkomstId: string
  bevindingId: string
  /** What the aanbieder must do itself */
  termijnId: string
  escalatieId: string
}

export type Persoon = { rol: Rol; cookie: string; csrf: string; gebruikerId: string; naam: string }

const csv = (kop: string, rij: string) => Buffer.from(`${kop}\n${rij}\n`)

/** An aanbieder with an overeenkomst, messages of every kind, an evaluation, an answer, a finding and a contactpersoon. */
export async function maakZaak(ctx: Context, zaak: Gegevens, manager: Persoon, achtervanger: Persoon): Promise<void> {
  const { agb, kvk, naam, overeenkomst, nummer, bsn, gemeente, product } = zaak
  await inTransaction(ctx, async (ctx) => {
    const aanbiederId = await maakAanbieder(ctx, { agb, kvk, naam })
    for (const jaar of [2024, 2026])
      await maakOvereenkomst(ctx, {
        overeenkomst,
        agb,
        gemeenten: gemeente,
        jaar,
        tariefCent: 3540,
        ...(product && { productcategorie: product.categorie, productcode: product.code, product: product.naam }),
      })
    await wijzigContractmanager(ctx, {
      aanbiederIds: [aanbiederId],
      contractmanagerId: manager.gebruikerId,
      achtervangerId: achtervanger.gebruikerId,
    })
    const [{ id }] = (
      await sql<{ id: string }>`select id from overeenkomst where nummer = ${overeenkomst}`.execute(ctx.db)
    ).rows as [{ id: string }]
    await wijsFunctieToe(ctx, { overeenkomstId: id, functie: 'contracteigenaar', gebruikerId: manager.gebruikerId })
    await voegContactpersoonToe(ctx, aanbiederId, {
      naam: `Contact ${naam}`,
      functie: 'directeur',
      email: 'contact@example.nl',
      telefoon: '075 000 00 00',
    })
    const bevindingId = await legBevindingVast(als(ctx, manager), {
      aanbiederId,
      titel: `Te weinig personeel bij ${naam}`,
      toelichting: 'Uit het gesprek.',
    })
    await planTermijn(ctx, {
      bron: 'hand',
      bronId: agb,
      titel: `Cijfers aanleveren door ${naam}`,
      regel: { code: 'antwoord-op-verzoek' },
      startdatum: ctx.today,
      wie: { kant: 'aanbieder' },
      over: { aanbiederId, overeenkomstId: id },
      gevolg: 'Dan komt het op de agenda.',
    })
    await beoordeelBevinding(als(ctx, manager), bevindingId, { besluit: 'bespreken', reden: 'Komt op de agenda.' })
    await maakGesprek(ctx, { aanbiederId, agb, naam, eigenaarId: manager.gebruikerId })
    await maakPlan(ctx, { aanbiederId, agb, naam })
    await maakEscalatie(als(ctx, manager), aanbiederId)
  })
  const kop = { agb, gemeente, bsn }
  const wat = product ? { categorie: product.categorie, code: product.code } : {}
  const id = (soort: string) => `${soort}${String(nummer)}`
  const verslag = await lever(
    ctx,
    xml301({ ...kop, identificatie: id('T') }, { nummer, ...wat }),
    xml301({ ...kop, identificatie: id('H') }, { nummer: nummer + 1, ...wat }),
    xml301({ ...kop, identificatie: id('H'), dagtekening: '2024-02-02' }, { nummer: nummer + 2, ...wat }),
    xmlRetour(302, { ...kop, identificatie: id('RT'), identificatieRetour: id('T') }),
    xml305({ ...kop, identificatie: id('S') }, { nummer, ...wat }),
    xml307({ ...kop, identificatie: id('E') }, { nummer, einddatum: '2024-03-31', ...wat }),
    // a line that counts, one with another tariff, one that the gemeente refuses and one with a wrong BSN
    xml323(
      { ...kop, identificatie: id('D') },
      { nummer, bsn, referentie: id('R'), ...wat },
      { nummer, bsn, referentie: id('Q'), tarief: 9999, ...wat },
      { nummer, bsn, referentie: id('N'), ...wat },
      { nummer, bsn: '999900007', referentie: id('W'), ...wat },
    ),
    xml325({ ...kop, identificatie: id('A'), declaratie: id('D') }, { nummer, bsn, referentie: id('N') }),
  )
  if (verslag.verwerkt < 5) throw new Error(JSON.stringify(verslag))
  const gelezen = await inTransaction(ctx, async (ctx) => [
    await leesEvaluatiesIn(
      ctx,
      csv(
        'gemeentecode;toewijzingNummer;datum;soort;resultaat;reden',
        `${gemeente};${nummer};2024-06-01;einde-beschikking;niet behaald;aanbieder`,
      ),
    ),
    await leesCtoIn(
      ctx,
      csv(
        'jaar;veldwerkEinde;gemeentecode;toewijzingNummer;cijfer;datumRespons',
        `2024;2024-10-16;${gemeente};${nummer};8,0;2024-10-01`,
      ),
    ),
  ])
  if (gelezen.some(({ nieuw }) => nieuw !== 1)) throw new Error(JSON.stringify(gelezen))
}

/** A case whose letter of step 1 was sent: rows in most tables of an escalation. */
export async function maakEscalatie(ctx: Context, aanbiederId: string): Promise<void> {
  const datum = ctx.today
  const leeg = { grond: undefined, motivering: 'Daarom.', datum, velden: {}, maatregelen: [] }
  const stuk = (soort: string, velden: Record<string, string>) => [{ soort, datum, velden }]
  const id = await openEscalatie(ctx, {
    aanbiederId,
    titel: 'Te weinig personeel',
    zet: { ...leeg, overgang: 'A1', grond: 'signaal', stukken: stuk('aanleiding', { omschrijving: 'Te weinig.' }) },
  })
  await zetStap(ctx, id, 2, {
    ...leeg,
    overgang: 'A4',
    stukken: stuk('gespreksnotitie', { aanwezig: 'Directeur', notities: 'Besproken.' }),
  })
  const dag = datum.add({ days: 14 }).toString()
  await zetStap(ctx, id, 3, {
    ...leeg,
    overgang: 'A5',
    velden: { tekortkoming: 'x', verbeteringen: 'y', plandatum: dag, realisatiedatum: dag, gevolg: 'z' },
    stukken: stuk('verslag', { afspraken: 'Een plan.' }),
  })
  await verzendBrief(ctx, id, 4, { datum, wijze: 'digitaal', kenmerk: '' })
}

function als(ctx: Context, { rol, gebruikerId, naam }: Persoon): Context {
  return { ...ctx, actor: { soort: 'gebruiker', id: gebruikerId, naam, rollen: [{ rol, agb: null }], agb: null } }
}

/** Where the ids of an aanbieder are, for the routes that have one. */
export function leesZaak(ctx: Context, { agb, nummer }: Pick<Gegevens, 'agb' | 'nummer'>): Promise<Zaak> {
  return inTransaction(ctx, async ({ db }) => {
    const een = async <T>(vraag: ReturnType<typeof sql<T>>) => (await vraag.execute(db)).rows[0]!
    const { aanbiederId } = await een(
      sql<{ aanbiederId: string }>`select id as aanbieder_id from aanbieder where agb = ${agb}`,
    )
    const { label, toewijzingId } = await een(
      sql<{ label: string; toewijzingId: string }>`select c.label, t.id as toewijzing_id from toewijzing t
        join client c on c.id = t.client_id where t.agb = ${agb} and t.nummer = ${nummer}`,
    )
    const rest = await een(sql<Omit<Zaak, 'agb' | 'aanbiederId' | 'label' | 'toewijzingId'>>`select
      (select min(id::text) from contactpersoon where aanbieder_id = ${aanbiederId}) as contactpersoon_id,
      (select min(id::text) from overeenkomst where aanbieder_id = ${aanbiederId}) as overeenkomst_id,
      (select min(id) from bericht where agb = ${agb} and oordeel = 'aangehouden') as bericht_id,
      (select min(ronde_id::text) from bericht where agb = ${agb}) as ronde_id,
      (select min(id::text) from kpi_uitkomst where agb = ${agb} and jaar = 2024 and kpi = 'start-zorg') as uitkomst_id,
      (select min(id::text) from bevinding where aanbieder_id = ${aanbiederId} and bron = 'hand') as bevinding_id,
      (select min(id::text) from termijn where aanbieder_id = ${aanbiederId} and bron = 'hand') as termijn_id,
      (select min(id::text) from escalatie where aanbieder_id = ${aanbiederId}) as escalatie_id`)
    return { agb, aanbiederId, label, toewijzingId, ...rest }
  })
}

/** Calculates and establishes 2024, so that an aanbieder sees it; 2025 stays to be established. */
export async function maakKpis(ctx: Context, manager: Persoon) {
  await berekenKpis(ctx, {})
  await stelKpisVast(als(ctx, manager), 2024, 'Besproken.')
}

/** Somebody with a running session. */
export async function maakPersoon(
  ctx: Context,
  rol: Rol,
  grens: { agb?: string; gemeenten?: string[]; wet?: 'wmo' | 'jw'; categorieen?: string[] } = {},
  naam = `Test ${[rol, ...Object.values(grens).flat()].join(' ')}`,
): Promise<Persoon> {
  const clock = makeClock(ctx.today)
  const gebruikerId = await maakGebruiker(ctx, { naam, functie: 'test', rol, ...grens, voorbeeld: true })
  const token = await startSessie({ ...ctx, now: clock.now() }, gebruikerId, {
    wijze: 'wachtwoord en code',
    toestel: 'Proef op Linux',
  })
  const { csrf, sessieId } = (await findSessie(ctx.db, token, {
    now: clock.now(),
    today: clock.today(),
    voorbeeld: true,
  }))!
  // why this person looks at cases, as it is asked once in a session
  await inTransaction(ctx, ({ db }) =>
    sql`insert into inzage_reden (regio_id, sessie_id, reden, gekozen_op)
      values (${ctx.regioId}, ${sessieId}, 'gegevens', ${clock.now()})`.execute(db),
  )
  return { rol, naam, gebruikerId, csrf, cookie: `overlap=${token}` }
}

/** One person per role; those of an aanbieder at `agb`. */
export async function maakPersonen(ctx: Context, agb: string): Promise<Record<Rol, Persoon>> {
  const personen: [Rol, Persoon][] = []
  for (const rol of mensenrollen) personen.push([rol, await maakPersoon(ctx, rol, vanAanbieder(rol) ? { agb } : {})])
  return Object.fromEntries(personen) as Record<Rol, Persoon>
}

/** A region with one person per role and two aanbieders; the people of an aanbieder are at the first. */
export async function maakWereld(db: Db, sleutels: Context['sleutels'], naam: string, gegevens: [Gegevens, Gegevens]) {
  const ctx = await maakProefregio(db, sleutels, naam)
  const personen = await maakPersonen(ctx, gegevens[0].agb)
  const achtervanger = await maakPersoon(ctx, 'contractmanager', {}, `Achtervanger ${naam}`)
  // on whom others act: nobody signs in as this person
  const doelwit = await maakPersoon(ctx, 'raad', {}, `Doelwit ${naam}`)
  for (const een of gegevens) await maakZaak(ctx, een, personen.contractmanager, achtervanger)
  await maakKpis(ctx, personen.contractmanager)
  const [eigen, ander] = [await leesZaak(ctx, gegevens[0]), await leesZaak(ctx, gegevens[1])]
  return { ctx, personen, achtervanger, doelwit, eigen, ander }
}

export type Wereld = Awaited<ReturnType<typeof maakWereld>>

/** The program on this database; `vraag` asks it something as a browser does. */
export function maakProgramma(ctx: Context, db: Db = ctx.db) {
  const app = createApp({
    db,
    clock: makeClock(ctx.today),
    sleutels: ctx.sleutels,
    log: makeLog('error'),
    voorbeeld: true,
    mail: true,
  })
  return {
    app,
    vraag: async (persoon: Persoon | null, verzoek: Verzoek) => {
      // these tests ask more in a minute than the limits leave room for (web/limieten.ts)
      await sql`delete from beurt`.execute(db)
      return vraag(app, persoon, verzoek)
    },
  }
}

export type Verzoek = {
  methode: string
  pad: string
  velden?: Record<string, string>
  bestand?: { naam: string; inhoud: string }
}

async function vraag(
  app: ReturnType<typeof createApp>,
  persoon: Persoon | null,
  { methode, pad, velden = {}, bestand }: Verzoek,
) {
  const headers: Record<string, string> = persoon ? { cookie: persoon.cookie } : {}
  if (methode === 'GET') return app.request(pad, { headers })
  const alles = { csrf: persoon?.csrf ?? '', ...velden }
  if (!bestand) {
    headers['content-type'] = 'application/x-www-form-urlencoded'
    return app.request(pad, { method: methode, headers, body: new URLSearchParams(alles).toString() })
  }
  const formulier = new FormData()
  for (const [naam, waarde] of Object.entries(alles)) formulier.set(naam, waarde)
  formulier.set('bestand', new File([bestand.inhoud], bestand.naam))
  const gevuld = new Request('http://localhost/', { method: 'POST', body: formulier })
  const body = new Uint8Array(await gevuld.arrayBuffer())
  headers['content-type'] = gevuld.headers.get('content-type')!
  headers['content-length'] = String(body.length)
  return app.request(pad, { method: methode, headers, body })
}

/** A page without how long the session still lasts and since when things changed, which differ from one moment to the next. */
export function zonderKlok(html: string): string {
  return html
    .replaceAll(/ data-(?:stil|rest)="\d+"|"(?:stil|rest)":\d+/g, '')
    .replaceAll(/(uw sessie om )\d\d\.\d\d/g, '$1')
    .replaceAll(/(>sinds\s[^<]*,\s)\d\d\.\d\d(?=\suur<)/g, '$1')
}
