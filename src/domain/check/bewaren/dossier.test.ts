import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { JAN, TRUUS } from '../../../../test/builders-bericht.ts'
import { vulZaak } from '../../../../test/kanarie-rijen.ts'
import { metInzage } from '../../../../test/regio.ts'
import { freshDatabase, type FreshDatabase } from '../../../../test/test.ts'
import { maakWereld, type Persoon, type Wereld } from '../../../../test/wereld.ts'
import { controleerAudit } from '../../../platform/audit-controle.ts'
import type { Context } from '../../../platform/context.ts'
import { legInzageVast, toonClienten } from '../../../platform/inzage.ts'
import { openSleutels } from '../../../platform/sleutels.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { ruimToegangOp } from '../../plan/account/ruim-toegang-op.ts'
import { verzegelInzage } from '../inzage/verzegel-inzage.ts'
import { controleerZegels } from '../inzage/zegels.ts'
import { besluitOverVernietiging } from './besluit-over-vernietiging.ts'
import { soortcodes, vernietigbaarVanaf, type Soortcode } from './bewaartermijn.ts'
import { leesBewaartermijnen } from './lees-bewaartermijnen.ts'
import { legVernietigingVoor } from './leg-vernietiging-voor.ts'
import { findVernietiging, listVernietigingen } from './queries.ts'
import { stelVernietigingenVoor } from './stel-vernietigingen-voor.ts'
import { voerVernietigingUit } from './voer-vernietiging-uit.ts'

const NIEUW = [
  'gesprekken',
  'gesprekken-zonder-overeenkomst',
  'escalaties',
  'escalaties-zonder-overeenkomst',
  'verbeterplannen',
  'verbeterplannen-zonder-overeenkomst',
  'overlegtafels',
  'termijnen',
  'mails',
  'inzagen',
] as const satisfies readonly Soortcode[]

let fresh: FreshDatabase
let beheer: pg.Client
let map: string
let wereld: Wereld

const op = (dag: Temporal.PlainDate): Context => ({
  ...wereld.ctx,
  today: dag,
  now: Temporal.Instant.from(`${dag.toString()}T08:00:00Z`),
})
const EEUWIG = Temporal.PlainDate.from('2120-01-01')
const als = (ctx: Context, { rol, gebruikerId, naam }: Persoon): Context => ({
  ...ctx,
  actor: { soort: 'gebruiker', id: gebruikerId, naam, rollen: [{ rol, agb: null }], agb: null },
})

async function voorstel(dag: Temporal.PlainDate, soort: Soortcode) {
  await stelVernietigingenVoor(op(dag))
  return (await inTransaction(op(dag), listVernietigingen)).find((een) => een.soort === soort && een.besluit === null)
}

async function besluit(dag: Temporal.PlainDate, id: string) {
  const { contractbeheerder, contracteigenaar } = wereld.personen
  await legVernietigingVoor(als(op(dag), contractbeheerder), id, 'Geen bezwaar gevonden.')
  await besluitOverVernietiging(als(op(dag), contracteigenaar), id, {
    besluit: 'vernietigen',
    reden: 'Termijn voorbij.',
  })
}

/** The first day on which what ended on `einde` may go, by the term of the region. */
async function vanaf(soort: Soortcode, einde: Temporal.PlainDate) {
  const termijn = (await inTransaction(wereld.ctx, leesBewaartermijnen)).find(({ code }) => code === soort)!
  return vernietigbaarVanaf(einde, termijn)!
}

/** Every row of the region as text, but for what a destruction itself writes. */
async function foto(): Promise<Map<string, Set<string>>> {
  const { rows: tabellen } = await beheer.query<{ naam: string }>(
    `select relname as naam from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
      and relname not like 'vernietiging%' and relname not like 'audit%'`,
  )
  const gelezen = new Map<string, Set<string>>()
  for (const { naam } of tabellen) {
    const { rows } = await beheer.query<{ rij: string }>(`select x::text as rij from "${naam}" x`)
    gelezen.set(naam, new Set(rows.map(({ rij }) => rij)))
  }
  return gelezen
}

/** Per table how many rows went and came, and the rows that went. */
async function verschil(werk: () => Promise<unknown>) {
  const voor = await foto()
  await werk()
  const na = await foto()
  const weg: Record<string, number> = {}
  const erbij: Record<string, number> = {}
  const rijen: string[] = []
  for (const [tabel, oud] of voor) {
    const gegaan = [...oud].filter((rij) => !na.get(tabel)!.has(rij))
    const gekomen = [...na.get(tabel)!].filter((rij) => !oud.has(rij))
    if (gegaan.length > 0) weg[tabel] = gegaan.length
    if (gekomen.length > 0) erbij[tabel] = gekomen.length
    rijen.push(...gegaan)
  }
  return { weg, erbij, rijen }
}

/** Not a day too early; then exactly what `weg` says goes, all of it of this file, and the declaration counts it. */
async function proef(
  soort: Soortcode,
  einde: Temporal.PlainDate,
  weg: Record<string, number>,
  ids: string[],
  aantal = 1,
  erbij: Record<string, number> = {},
) {
  const dag = await vanaf(soort, einde)
  expect(await voorstel(dag.subtract({ days: 1 }), soort)).toBeUndefined()
  const { id, ...gevonden } = (await voorstel(dag, soort))!
  expect(gevonden).toMatchObject({ aantal, laatste: einde })
  await besluit(dag, id)
  const gebeurd = await verschil(() => voerVernietigingUit(op(dag), id))
  expect(gebeurd.weg).toEqual(weg)
  expect(gebeurd.erbij).toEqual(erbij)
  for (const rij of gebeurd.rijen)
    expect(
      ids.some((een) => rij.includes(een)),
      rij,
    ).toBe(true)
  const gedaan = await inTransaction(op(dag), (ctx) => findVernietiging(ctx, id))
  expect(gedaan.klaarOp).not.toBeNull()
  expect(gedaan).toMatchObject({
    beslotenDoor: 'Test contracteigenaar',
    voorgelegdDoor: 'Test contractbeheerder',
    resteert: 0,
  })
  expect((await controleerAudit(wereld.ctx)).fout).toBeUndefined()
  return gedaan.vernietigd
}

const vandaag = () => wereld.ctx.today
// the clock of the region, not that of the database
const wijzig = (tekst: string, ...waarden: unknown[]) =>
  beheer.query(tekst.replaceAll('now()', `timestamptz '${wereld.ctx.now.toString()}'`), waarden)

beforeAll(async () => {
  map = mkdtempSync(join(tmpdir(), 'overlap-sleutels-'))
  fresh = await freshDatabase({ max: 4 })
  beheer = new pg.Client(fresh.beheerUrl)
  await beheer.connect()
  wereld = await maakWereld(fresh.db, openSleutels(map), 'Proefregio', [JAN, TRUUS])
  for (const zaak of [wereld.eigen, wereld.ander]) {
    await vulZaak(beheer, wereld.ctx.regioId, zaak, wereld.personen.contractmanager.gebruikerId)
  }
  // one of each that is not about an overeenkomst: a meeting within the region, and the escalation of maakZaak
  await wijzig(
    `insert into gesprek (regio_id, soort, titel, telt_mee, regelsetdeel_id, datum, begintijd, eindtijd, wijze, eigenaar_id,
      gepland_op, gepland_door) select regio_id, 'intern', 'Voor onszelf', false, regelsetdeel_id, datum, '09:00', '10:00', 'fysiek', eigenaar_id,
      now(), 'proef' from gesprek where id = $1`,
    wereld.eigen.aanbiederId,
  )
})

afterAll(async () => {
  await beheer.end()
  await fresh.drop()
  rmSync(map, { recursive: true })
})

describe('wat nog loopt', () => {
  test('R2: een gesprek, escalatie, overlegtafel, uitsluiting of termijn die nog loopt wordt nooit voorgesteld', async () => {
    await wijzig(`update escalatie_maatregel set einde = null`)
    await wijzig(`update overlegtafel_uitsluiting set tot = null`)
    await stelVernietigingenVoor(op(EEUWIG))
    const gevonden = (await inTransaction(op(EEUWIG), listVernietigingen)).map(({ soort }) => soort)
    expect(gevonden.filter((soort) => (NIEUW as readonly string[]).includes(soort))).toEqual([])
  })

  test('R2: ook niet als alleen een actie of een maatregel nog loopt, of een mail nog weg moet', async () => {
    const { aanbiederId, escalatieId } = wereld.eigen
    await wijzig(
      `update gesprek set gehouden_op = now(), gedeeld_op = now(), definitief_op = now() where id = $1`,
      aanbiederId,
    )
    await wijzig(`update actie set gereed_op = now()`)
    await wijzig(`update escalatie set gesloten_op = now() where id = $1`, escalatieId)
    await stelVernietigingenVoor(op(EEUWIG))
    const gevonden = (await inTransaction(op(EEUWIG), listVernietigingen)).map(({ soort }) => soort)
    expect(gevonden.filter((soort) => (NIEUW as readonly string[]).includes(soort))).toEqual([])
  })

  test('zonder besluit geeft de database van een dossier niets weg', async () => {
    const tabellen = ['gesprek', 'actie', 'verslagversie', 'escalatie', 'escalatie_brief', 'overlegtafel', 'overlegtafel_deelname', 'termijn',
      'herinnering', 'gesprek_bericht', 'overlegtafel_uitsluiting', 'inzage', 'inzage_client', 'verbeterplan', 'verbeterplan_punt',
      'verbeterplan_bericht', 'document', 'documentversie', 'documentbestand', 'brief', 'brief_norm', 'publicatie'] // prettier-ignore
    for (const tabel of tabellen) {
      const weg = inTransaction(wereld.ctx, ({ db }) => sql`delete from ${sql.table(tabel)}`.execute(db))
      await expect(weg, tabel).rejects.toThrow(/permission denied/)
    }
    await expect(
      inTransaction(wereld.ctx, ({ db }) => sql`select inzage_vernietigen(0, 99)`.execute(db)),
    ).rejects.toThrow(/permission denied/)
  })
})

/** A document in the file, with one version as a PDF. */
async function zetDocument(id: string, { aanbiederId, agb }: Wereld['eigen'], over: Record<string, string>) {
  const kolommen = ['', ...Object.keys(over)].join(', ')
  const plekken = ['', ...Object.keys(over).map((_, i) => `$${String(i + 5)}`)].join(', ')
  await wijzig(
    `insert into document (regio_id, id, soort, titel, richting, aanbieder_id, agb, voor_aanbieder, versie, datum, auteur, toegevoegd_op${kolommen})
      values ($1, $2, 'D28', 'Brief', 'uit', $3, $4, true, 1, '2026-11-01', 'De regio', now()${plekken})`,
    wereld.ctx.regioId,
    id,
    aanbiederId,
    agb,
    ...Object.values(over),
  )
  const sleutel = [wereld.ctx.regioId, id]
  await wijzig(
    `insert into documentversie (regio_id, document_id, nr, datum, auteur, toegevoegd_op, toegevoegd_door)
      values ($1, $2, 1, '2026-11-01', 'De regio', now(), 'proef')`,
    ...sleutel,
  )
  await wijzig(
    `insert into documentbestand (regio_id, document_id, nr, vorm, omvang, sha256, inhoud)
      values ($1, $2, 1, 'pdf', 10, sha256('%PDF-1.7 x'), '%PDF-1.7 x')`,
    ...sleutel,
  )
}
const PAPIER = { document: 1, documentversie: 1, documentbestand: 1 }

async function laatsteDag(aanbiederId: string) {
  const { rows } = await wijzig(
    `select max(loopt_tot)::text as tot from overeenkomst where aanbieder_id = $1`,
    aanbiederId,
  )
  return Temporal.PlainDate.from((rows[0] as { tot: string }).tot)
}

/** The plans of this aanbieder, seven years after they were closed: with versions, judgements, reports, drafts of both sides and mails. */
async function wisPlannen() {
  const { aanbiederId } = wereld.eigen
  await wijzig(
    `update verbeterplan set stand = 'ingetrokken', gesloten_op = now(), gesloten_reden = 'Klaar' where aanbieder_id = $1`,
    aanbiederId,
  )
  const { rows: plannen } = await wijzig(
    `select id::text from verbeterplan where aanbieder_id = $1 and overeenkomst_id is null`,
    aanbiederId,
  )
  const ids = (plannen as { id: string }[]).map(({ id }) => id)
  const telling: Record<string, number> = { verbeterplan: ids.length }
  for (const deel of ['indiening', 'punt', 'oordeel', 'melding', 'verzetting', 'concept', 'bericht']) {
    const { rows } = await wijzig(
      `select count(*)::int as n from verbeterplan_${deel} where verbeterplan_id::text = any($1)`,
      ids,
    )
    telling[`verbeterplan_${deel}`] = (rows[0] as { n: number }).n
  }
  expect(telling['verbeterplan_concept']).toBe(2)
  const { rows } = await wijzig(`select count(*)::int as n from termijn where bron_id = any($1)`, ids)
  const termijnen = (rows[0] as { n: number }).n
  const weg = { ...telling, ...(termijnen > 0 && { termijn: termijnen }) }
  const gedaan = await proef('verbeterplannen-zonder-overeenkomst', vandaag(), weg, ids, ids.length)
  expect(gedaan).toMatchObject({ verbeterplannen: ids.length, versies: telling['verbeterplan_indiening'] })
}

describe('R4: van wat gaat blijft niets, van wat blijft alles', () => {
  test('mails twee jaar na de dag waarover zij gingen', async () => {
    const { aanbiederId } = wereld.eigen
    await wijzig(`update gesprek_bericht set verzonden_op = now() where gesprek_id = $1`, aanbiederId)
    await wijzig(
      `update overlegtafel_bericht set gevraagd_op = now(), mislukt_op = now() where overlegtafel_id = $1`,
      aanbiederId,
    )
    const weg = await proef('mails', vandaag(), { gesprek_bericht: 1, overlegtafel_bericht: 1 }, [aanbiederId], 2)
    expect(weg).toEqual({ mails: 2 })
  })

  test('een gesprek tien jaar na de overeenkomst, met agenda, verslag, reacties, rapportage en acties', async () => {
    const { aanbiederId, overeenkomstId } = wereld.eigen
    await wijzig(`update actie set geaccepteerd_op = now() where gesprek_id = $1`, aanbiederId)
    const { rows } = await wijzig(
      `select max(o.loopt_tot)::text as tot from gesprek_overeenkomst g join overeenkomst o on o.id = g.overeenkomst_id
      where g.gesprek_id = $1`,
      aanbiederId,
    )
    const tot = Temporal.PlainDate.from((rows[0] as { tot: string }).tot)
    // the minutes in the file go with the meeting: they say the same
    await zetDocument(overeenkomstId, wereld.eigen, {
      onderwerp: 'gesprek',
      onderwerp_id: aanbiederId,
      sleutel: 'verslag',
    })
    expect((await vanaf('gesprekken', tot)).toString()).toBe(tot.add({ years: 10, days: 1 }).toString())
    const weg = await proef('gesprekken', tot, {
      gesprek: 1, gesprek_overeenkomst: 1, gesprek_verplaatsing: 1, deelnemer: 2, agendapunt: 1, verslagtekst: 1, gesprek_besluit: 1, actie: 1,
      rapportagedeel: 1, verslagreactie: 1, verslagversie: 1, ...PAPIER,
    }, [aanbiederId, overeenkomstId]) // prettier-ignore
    expect(weg).toMatchObject({ gesprekken: 1, acties: 1, verslagen: 1, agendapunten: 1, besluiten: 1 })
  })

  test('een gesprek buiten een overeenkomst zeven jaar na het gesprek', async () => {
    const { rows } = await wijzig(
      `update gesprek set geannuleerd_op = now(), annulering_reden = 'x' where aanbieder_id is null returning id`,
    )
    const { id } = rows[0] as { id: string }
    // the next meeting carried over an item of this one: it keeps the item, without where it came from
    await wijzig(
      `insert into agendapunt (regio_id, id, gesprek_id, sleutel, volgorde, titel, bron) values ($1, $2, $2, 'hand:x', 1, 'Meegenomen', 'hand')`,
      wereld.ctx.regioId,
      id,
    )
    await wijzig(`update agendapunt set van_punt_id = $1 where id = $2`, id, wereld.ander.aanbiederId)
    await proef('gesprekken-zonder-overeenkomst', vandaag(), { gesprek: 1, agendapunt: 2 }, [id], 1, { agendapunt: 1 })
    const { rows: over } = await wijzig(
      `select van_punt_id as van from agendapunt where id = $1`,
      wereld.ander.aanbiederId,
    )
    expect(over).toEqual([{ van: null }])
  })

  test('een escalatie met stappen, stukken, brieven en maatregelen, na de laatste maatregel; met een verbeterplan wacht zij daarop', async () => {
    const { escalatieId } = wereld.eigen
    const einde = vandaag().add({ days: 40 })
    await wijzig(`update escalatie_maatregel set einde = $2 where escalatie_id = $1`, escalatieId, einde.toString())
    expect(await voorstel(einde.add({ years: 40 }), 'escalaties-zonder-overeenkomst')).toBeUndefined()
    await wisPlannen()
    await zetDocument(escalatieId, wereld.eigen, {
      onderwerp: 'escalatie',
      onderwerp_id: escalatieId,
      sleutel: 'brief-1',
    })
    const { rows } = await wijzig(
      `select (select count(*)::int from escalatie_stap where escalatie_id = $1) as stap,
      (select count(*)::int from escalatie_stuk where escalatie_id = $1) as stuk,
      (select count(*)::int from escalatie_voorstel where escalatie_id = $1) as voorstel,
      (select count(*)::int from escalatie_termijn where escalatie_id = $1) as termijn,
      (select count(*)::int from termijn where bron_id = $1::text) as kalender`,
      escalatieId,
    )
    const telling = rows[0] as Record<string, number>
    expect(Object.values(telling).every((n) => n > 0)).toBe(true)
    const weg = await proef('escalaties-zonder-overeenkomst', einde, {
      escalatie: 1, escalatie_stap: telling['stap']!, escalatie_stuk: telling['stuk']!, escalatie_voorstel: telling['voorstel']!,
      escalatie_termijn: telling['termijn']!, termijn: telling['kalender']!, escalatie_brief: 1, escalatie_maatregel: 1, escalatie_schorsing: 1,
      ...PAPIER,
    }, [escalatieId]) // prettier-ignore
    expect(weg).toMatchObject({ escalaties: 1, brieven: 1, maatregelen: 1, documenten: 1 })
  })

  test('een brief tien jaar na de laatste overeenkomst van wie hem kreeg, met wat ervan in het dossier ligt', async () => {
    const { aanbiederId } = wereld.eigen
    const vanAnder = [wereld.ander.aanbiederId]
    await wijzig(`update brief set stand = 'concept', verzonden_op = null where id = $1`, ...vanAnder)
    await wijzig(
      `update normmededeling set document_id = aanbieder_id, ingetrokken_op = null, ingetrokken_door = null where aanbieder_id = $1`,
      aanbiederId,
    )
    // of a letter that an addressee still waits for, nothing is proposed
    await wijzig(
      `update brief_ontvanger set verzonden_op = null, verzonden_datum = null where brief_id = $1`,
      aanbiederId,
    )
    expect(await voorstel(EEUWIG, 'brieven')).toBeUndefined()
    await wijzig(
      `update brief_ontvanger set verzonden_op = now(), verzonden_datum = '2026-11-01' where brief_id = $1`,
      aanbiederId,
    )
    const weg = await proef(
      'brieven',
      await laatsteDag(aanbiederId),
      { brief: 1, brief_norm: 1, brief_ontvanger: 1, publicatie: 1, normmededeling: 1, ...PAPIER },
      [aanbiederId],
      1,
      { normmededeling: 1 },
    )
    expect(weg).toMatchObject({ brieven: 1, ontvangers: 1, documenten: 1 })
    const { rows } = await wijzig(
      `select document_id as document, kanaal from normmededeling where aanbieder_id = $1`,
      aanbiederId,
    )
    // LIF-15: that the norm was told stays
    expect(rows).toEqual([{ document: null, kanaal: 'post' }])
    await wijzig(`update brief set stand = 'verzonden', verzonden_op = now() where id = $1`, ...vanAnder)
  })

  test('COM-01: een publicatie zonder brief zeven jaar na haar dag; wat op de website staat, blijft tot het is ingetrokken', async () => {
    const id = randomUUID()
    await wijzig(
      `insert into publicatie (regio_id, id, titel, tekst, doelgroep, kanaal, datum, vastgelegd_op, vastgelegd_door)
        values ($1, $2, 'Nieuwe tarieven', 'Per 1 januari.', 'iedereen', 'website', '2026-01-05', '2026-01-04', 'Test')`,
      wereld.ctx.regioId,
      id,
    )
    expect(await voorstel(EEUWIG, 'publicaties')).toBeUndefined()
    await wijzig(
      `update publicatie set ingetrokken_op = '2026-03-01 12:00+01', ingetrokken_door = 'Test' where id = $1`,
      id,
    )
    const weg = await proef('publicaties', Temporal.PlainDate.from('2026-03-01'), { publicatie: 1 }, [id])
    expect(weg).toMatchObject({ publicaties: 1 })
  })

  test('een document buiten een overeenkomst zeven jaar na de laatste overeenkomst van de aanbieder', async () => {
    const { aanbiederId, bevindingId } = wereld.eigen
    await zetDocument(bevindingId, wereld.eigen, {})
    const tot = await laatsteDag(aanbiederId)
    expect(await proef('documenten-zonder-overeenkomst', tot, PAPIER, [bevindingId])).toMatchObject({ documenten: 1 })
  })

  test('een overlegtafel tien jaar na het sluiten, een uitsluiting tien jaar na haar einde', async () => {
    const { aanbiederId } = wereld.eigen
    await wijzig(`update overlegtafel set gesloten_op = now() where id = $1`, aanbiederId)
    await wijzig(`update overlegtafel_toets set vastgelegd_op = now()`)
    await wijzig(`update overlegtafel_uitsluiting set besloten_op = now()`)
    await wijzig(`update overlegtafel_uitsluiting set tot = $2 where id = $1`, aanbiederId, vandaag().toString())
    const weg = await proef('overlegtafels', vandaag(), {
      overlegtafel: 1, overlegtafel_product: 1, overlegtafel_kandidaat: 1, overlegtafel_afwijking: 1, overlegtafel_deelname: 1,
      overlegtafel_aanwezigheid: 1, overlegtafel_besluit: 1, overlegtafel_besluit_partij: 1, overlegtafel_terugkoppeling: 1, overlegtafel_toets: 1,
      overlegtafel_uitsluiting: 1,
    }, [aanbiederId], 2) // prettier-ignore
    expect(weg).toMatchObject({ overlegtafels: 1, uitsluitingen: 1, besluiten: 1, uitnodigingen: 1 })
  })

  test('een afgesloten termijn met haar herinneringen; die van een overeenkomst wacht op haar', async () => {
    const { termijnId } = wereld.eigen
    await wijzig(
      `update termijn set stand = 'gehaald', gehaald_op = einddatum, gesloten_op = now(), volgende_herinnering_op = null
        where overeenkomst_id is not null`,
    )
    expect(await voorstel(vandaag().add({ years: 40 }), 'termijnen')).toBeUndefined()
    await wijzig(`update termijn set overeenkomst_id = null, bron = 'eigen' where id = $1`, termijnId)
    const { rows: eigen } = await wijzig(
      `select greatest(einddatum, $2)::text as tot from termijn where id = $1`,
      termijnId,
      vandaag().toString(),
    )
    const tot = Temporal.PlainDate.from((eigen[0] as { tot: string }).tot)
    expect(await proef('termijnen', tot, { termijn: 1, herinnering: 1 }, [termijnId])).toMatchObject({
      termijnen: 1,
      herinneringen: 1,
    })
  })

  test('een escalatie bij een overeenkomst tien jaar na haar einde, en dan gaan bevinding en overeenkomst ook', async () => {
    const { escalatieId, bevindingId, overeenkomstId, aanbiederId } = wereld.ander
    await wijzig(
      `update verbeterplan set stand = 'ingetrokken', gesloten_op = now(), gesloten_reden = 'Klaar', overeenkomst_id = $2, bevinding_id = $3
        where aanbieder_id = $1`,
      aanbiederId,
      overeenkomstId,
      bevindingId,
    )
    await zetDocument(bevindingId, wereld.ander, { overeenkomst_id: overeenkomstId })
    await wijzig(
      `update bevinding set gesloten_op = now(), overeenkomst_id = $2 where id = $1`,
      bevindingId,
      overeenkomstId,
    )
    await wijzig(
      `update escalatie set gesloten_op = now(), overeenkomst_id = $2, bevinding_id = $3 where id = $1`,
      escalatieId,
      overeenkomstId,
      bevindingId,
    )
    const { rows } = await wijzig(`select loopt_tot::text as tot from overeenkomst where id = $1`, overeenkomstId)
    const tot = Temporal.PlainDate.from((rows[0] as { tot: string }).tot)
    const dag = await vanaf('escalaties', tot)
    // the plan goes first, the letter as well: its document is about the overeenkomst
    expect(await voorstel(dag, 'escalaties')).toBeUndefined()
    for (const soort of ['brieven', 'verbeterplannen'] as const) {
      const { id } = (await voorstel(dag, soort))!
      await besluit(dag, id)
      await voerVernietigingUit(op(dag), id)
    }
    const { id } = (await voorstel(dag, 'escalaties'))!
    // both wait for it, although their own term is over
    const wacht = async (soort: Soortcode, wie: string) => {
      const { rows } = await wijzig(soort === 'bevindingen' ? `select exists (select from bevinding where id = $1) as er`
        : `select exists (select from overeenkomst where id = $1) as er`, wie) // prettier-ignore
      return { voorgesteld: (await voorstel(dag, soort))?.aantal ?? 0, er: (rows[0] as { er: boolean }).er }
    }
    const los = await wacht('bevindingen', bevindingId)
    await besluit(dag, id)
    await voerVernietigingUit(op(dag), id)
    expect((await wacht('bevindingen', bevindingId)).voorgesteld).toBe(los.voorgesteld + 1)
    // the meeting of this aanbieder goes as well; then nothing but messages holds the overeenkomst
    await wijzig(
      `update gesprek set gehouden_op = now(), gedeeld_op = now(), definitief_op = now() where id = $1`,
      aanbiederId,
    )
    await wijzig(`update actie set gereed_op = now(), geaccepteerd_op = now() where gesprek_id = $1`, aanbiederId)
    for (const soort of ['clienten', 'gesprekken', 'bevindingen', 'documenten'] as const) {
      const { id } = (await voorstel(dag, soort))!
      await besluit(dag, id)
      await voerVernietigingUit(op(dag), id)
    }
    expect((await voorstel(dag, 'overeenkomsten'))!.aantal).toBeGreaterThan(0)
    const { id: laatste } = (await voorstel(dag, 'overeenkomsten'))!
    await besluit(dag, laatste)
    await voerVernietigingUit(op(dag), laatste)
    expect((await wijzig(`select from overeenkomst where id = $1`, overeenkomstId)).rowCount).toBe(0)
    expect((await wijzig(`select from bevinding where id = $1`, bevindingId)).rowCount).toBe(0)
    expect((await controleerAudit(wereld.ctx)).fout).toBeUndefined()
  })

  test('S52: inzage vijf jaar, per verzegelde nacht; het zegel blijft en zegt dat de regels er waren', async () => {
    const kijk = async () => {
      const { rows } = await wijzig(`select id from client limit 1`)
      const ctx = { ...metInzage(als(wereld.ctx, wereld.personen.contractmanager)), db: fresh.db }
      toonClienten(ctx, [(rows[0] as { id: string } | undefined)?.id ?? wereld.eigen.aanbiederId])
      await legInzageVast(fresh.db, ctx, ctx.now)
    }
    await kijk()
    await verzegelInzage(wereld.ctx)
    const later = op(vandaag().add({ days: 1 }))
    await kijk()
    await verzegelInzage(later)
    const { rows } = await wijzig(`select count(*)::int as n from inzage`)
    const alle = (rows[0] as { n: number }).n
    const dag = await vanaf('inzagen', vandaag())
    expect(dag.toString()).toBe(vandaag().add({ years: 5, days: 1 }).toString())
    const { id, ...gevonden } = (await voorstel(dag, 'inzagen'))!
    expect(gevonden).toMatchObject({ aantal: 1, inhoud: { inzagen: alle - 1 }, deel: 'inzage' })
    await besluit(dag, id)
    const { weg, erbij } = await verschil(() => voerVernietigingUit(op(dag), id))
    expect([weg['inzage'], weg['inzage_client'], Object.keys(weg).length, erbij]).toEqual([alle - 1, alle - 1, 2, {}])
    expect(await controleerZegels(wereld.ctx)).toEqual({ zegels: 2, fout: undefined })
    expect((await controleerAudit(wereld.ctx)).fout).toBeUndefined()
    // what comes after it is sealed after it, and a line that is put back into a destroyed night is seen
    await kijk()
    expect(await verzegelInzage(op(dag))).toBe(1)
    await wijzig(`insert into inzage overriding system value select regio_id, 1, trace_id, span_id, parent_span_id, status, name, start_time, end_time, resource,
      processing_activity_id, data_subject_id_type, gebruiker_id, gebruiker, rol, namens, taak, taak_id, fout, clienten from inzage limit 1`)
    expect((await controleerZegels(wereld.ctx)).fout).toMatchObject({ na: 0 })
    await wijzig(`delete from inzage where id = 1`)
  })

  test('S3: wat al was gewijzigd voor het vernietigd werd, blijft een fout in het zegel', async () => {
    await wijzig(`update inzage set gebruiker = 'Iemand anders'`)
    const dag = await vanaf('inzagen', vandaag().add({ years: 6 }))
    const { id } = (await voorstel(dag, 'inzagen'))!
    await besluit(dag, id)
    await voerVernietigingUit(op(dag), id)
    expect((await wijzig('select from inzage')).rowCount).toBe(0)
    expect((await controleerZegels(wereld.ctx)).fout).toBeDefined()
  })

  test('R2: een actie die na het besluit weer opengaat, houdt het gesprek vast', async () => {
    const { ander } = wereld
    await wijzig(`insert into gesprek (regio_id, id, soort, titel, telt_mee, regelsetdeel_id, datum, begintijd, eindtijd, wijze, eigenaar_id,
      gepland_op, gepland_door, gehouden_op, gedeeld_op, definitief_op) select $1, $2, 'intern', 'Weer open', false, r.id, $4, '09:00', '10:00', 'fysiek',
      $3, now(), 'proef', now(), now(), now() from regelsetdeel r where r.deel = 'gesprekken'`,
      wereld.ctx.regioId, ander.escalatieId, wereld.personen.contractmanager.gebruikerId, vandaag().toString()) // prettier-ignore
    const dag = await vanaf('gesprekken-zonder-overeenkomst', vandaag())
    const { id } = (await voorstel(dag, 'gesprekken-zonder-overeenkomst'))!
    await besluit(dag, id)
    await wijzig(
      `insert into actie (regio_id, gesprek_id, tekst, kant, eigenaar, einddatum, vastgelegd_op, vastgelegd_door)
      values ($1, $2, 'Toch nog', 'regio', 'Iemand', '2040-01-01', now(), 'proef')`,
      wereld.ctx.regioId,
      ander.escalatieId,
    )
    const { weg } = await verschil(() => voerVernietigingUit(op(dag), id))
    expect(weg).toEqual({})
    expect((await inTransaction(op(dag), (ctx) => findVernietiging(ctx, id))).vernietigd).toEqual({})
  })
})

test('van elke nieuwe soort is hier een verklaring van vernietiging, op haar eigen grond', async () => {
  const gedaan = (await inTransaction(op(EEUWIG), listVernietigingen)).filter(({ klaarOp }) => klaarOp)
  const soorten = new Set(gedaan.map(({ soort }) => soort))
  expect(NIEUW.filter((soort) => !soorten.has(soort))).toEqual([])
  expect(soortcodes).toEqual(expect.arrayContaining([...NIEUW]))
  for (const { grond } of gedaan) expect(grond).toMatch(/^(Selectielijst 2020, |Keuze van de regio: )/)
})

test('een ingetrokken adres van een kalender gaat na een half jaar vanzelf; een dat werkt blijft', async () => {
  const tel = async () => (await wijzig('select from kalenderadres')).rowCount
  expect(await tel()).toBe(2)
  await wijzig(`update kalenderadres set ingetrokken_op = $1 where agb = $2`, wereld.ctx.now.toString(), JAN.agb)
  await ruimToegangOp(op(vandaag().add({ days: 180 })))
  expect(await tel()).toBe(2)
  await ruimToegangOp(op(vandaag().add({ days: 190 })))
  expect(await tel()).toBe(1)
  await expect(
    inTransaction(wereld.ctx, async ({ db }) => {
      await sql`delete from kalenderadres`.execute(db)
    }),
  ).resolves.toBeUndefined()
  expect(await tel()).toBe(1)
})
