import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { BSN, JAN, TRUUS, xml301, xml305, xml307, xml323 } from '../../../../test/builders-bericht.ts'
import { lever } from '../../../../test/inlezen.ts'
import { freshDatabase, type FreshDatabase } from '../../../../test/test.ts'
import { maakPersoon, maakWereld, type Persoon, type Wereld } from '../../../../test/wereld.ts'
import { telWezen } from '../../../../test/traag/inlezen-hulp.ts'
import { recordEvent } from '../../../platform/audit.ts'
import { controleerAudit } from '../../../platform/audit-controle.ts'
import type { Context } from '../../../platform/context.ts'
import { openSleutels } from '../../../platform/sleutels.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { schakelUit } from '../../plan/gebruiker/schakel-uit.ts'
import { geefRol } from '../../plan/gebruiker/geef-rol.ts'
import { berekenKpis } from '../kpi/bereken-kpis.ts'
import { besluitOverVernietiging } from './besluit-over-vernietiging.ts'
import type { Soortcode } from './bewaartermijn.ts'
import { legVernietigingVoor } from './leg-vernietiging-voor.ts'
import { listVernietigingen } from './queries.ts'
import { stelVernietigingenVoor } from './stel-vernietigingen-voor.ts'
import { voerVernietigingUit } from './voer-vernietiging-uit.ts'

// Piet claims in the same message as Jan, and his care goes on for years.
const PIET = { agb: JAN.agb, gemeente: JAN.gemeente, bsn: BSN.piet }
const SAMEN = xml323(
  { agb: JAN.agb, gemeente: JAN.gemeente, identificatie: 'SAMEN' },
  { nummer: 1001, bsn: BSN.jan, referentie: 'SJ' },
  { nummer: 3001, bsn: BSN.piet, referentie: 'SP' },
)

let fresh: FreshDatabase
let beheer: pg.Client
let map: string
let wereld: Wereld
let toen: Context

const op = (dag: string): Context => ({
  ...wereld.ctx,
  today: Temporal.PlainDate.from(dag),
  now: Temporal.Instant.from(`${dag}T08:00:00Z`),
})
const als = (ctx: Context, { rol, gebruikerId, naam }: Persoon): Context => ({
  ...ctx,
  actor: { soort: 'gebruiker', id: gebruikerId, naam, rollen: [{ rol, agb: null }], agb: null },
})
const voorstellen = (ctx: Context) => inTransaction(ctx, listVernietigingen)
const open = async (ctx: Context, soort: Soortcode) =>
  (await voorstellen(ctx)).find((een) => een.soort === soort && een.besluit === null)

async function vernietig(ctx: Context, soort: Soortcode) {
  await stelVernietigingenVoor(ctx)
  const { id } = (await open(ctx, soort))!
  const { contractbeheerder, contracteigenaar } = wereld.personen
  await legVernietigingVoor(als(ctx, contractbeheerder), id, 'Geen bezwaar gevonden.')
  await besluitOverVernietiging(als(ctx, contracteigenaar), id, { besluit: 'vernietigen', reden: 'Termijn voorbij.' })
  await voerVernietigingUit(ctx, id)
  return (await voorstellen(ctx)).find((een) => een.id === id)!
}

beforeAll(async () => {
  map = mkdtempSync(join(tmpdir(), 'overlap-sleutels-'))
  fresh = await freshDatabase({ max: 6 })
  beheer = new pg.Client(fresh.beheerUrl)
  await beheer.connect()
  wereld = await maakWereld(fresh.db, openSleutels(map), 'Proefregio', [JAN, TRUUS])
  await lever(
    wereld.ctx,
    xml301({ ...PIET, identificatie: 'P1' }, { nummer: 3001, einddatum: '2033-12-31' }),
    xml305({ ...PIET, identificatie: 'P2' }, { nummer: 3001 }),
    SAMEN,
  )
  await berekenKpis(wereld.ctx, {})
  toen = op('2034-06-01')
})

afterAll(async () => {
  await beheer.end()
  await fresh.drop()
  rmSync(map, { recursive: true })
})

const rijen = async <T>(vraag: ReturnType<typeof sql<T>>) =>
  inTransaction(wereld.ctx, async ({ db }) => (await vraag.execute(db)).rows)

describe('voorstellen en besluiten', () => {
  test('R1, R3: elke dag een voorstel per soort met aantallen; er wordt niets vernietigd', async () => {
    await stelVernietigingenVoor(wereld.ctx)
    expect(await voorstellen(wereld.ctx)).toEqual([])
    await stelVernietigingenVoor(toen)
    await stelVernietigingenVoor(toen)
    const gevonden = await voorstellen(toen)
    expect(gevonden.map(({ soort }) => soort).sort()).toEqual(['clienten', 'kpis', 'leveringen'])
    expect(await open(toen, 'clienten')).toMatchObject({
      aantal: 2,
      grond: expect.stringContaining('7 jaar') as string,
    })
    expect((await rijen(sql`select from client`)).length).toBe(3)
  })

  test('R3: niemand besluit over wat niet is voorgelegd, en alleen wie het mag, legt voor of besluit', async () => {
    const { id } = (await open(toen, 'clienten'))!
    const besluit = { besluit: 'vernietigen', reden: 'Termijn voorbij.' } as const
    await expect(besluitOverVernietiging(als(toen, wereld.personen.contracteigenaar), id, besluit)).rejects.toThrow(
      /nog niet voorgelegd/,
    )
    for (const rol of ['contractmanager', 'contracteigenaar', 'privacyfunctionaris'] as const) {
      await expect(legVernietigingVoor(als(toen, wereld.personen[rol]), id, 'x')).rejects.toMatchObject({ status: 403 })
    }
    for (const rol of ['contractmanager', 'contractbeheerder', 'privacyfunctionaris'] as const) {
      await expect(besluitOverVernietiging(als(toen, wereld.personen[rol]), id, besluit)).rejects.toMatchObject({
        status: 403,
      })
    }
  })

  test('ROL-14: wie het voorlegde, besluit niet, ook niet met beide rollen', async () => {
    const beide = await maakPersoon(wereld.ctx, 'contracteigenaar', {}, 'Beide')
    await geefRol(wereld.ctx, beide.gebruikerId, {
      rol: 'contractbeheerder', agb: null, gemeenten: null, wet: null, categorieen: null,
      begindatum: wereld.ctx.today, einddatum: null,
    }) // prettier-ignore
    const ctx = als(toen, beide)
    const metBeide = {
      ...ctx,
      actor: { ...ctx.actor, rollen: ['contracteigenaar', 'contractbeheerder'].map((rol) => ({ rol, agb: null })) },
    }
    const { id } = (await open(toen, 'leveringen'))!
    await legVernietigingVoor(metBeide, id, 'Nagekeken.')
    await expect(besluitOverVernietiging(metBeide, id, { besluit: 'vernietigen', reden: 'x' })).rejects.toMatchObject({
      code: 'vier-ogen',
    })
    const tot = Temporal.PlainDate.from('2034-09-01')
    const eigenaar = als(toen, wereld.personen.contracteigenaar)
    await expect(
      besluitOverVernietiging(eigenaar, id, { besluit: 'uitstellen', reden: 'Bezwaar.', tot: toen.today }),
    ).rejects.toThrow(/die nog komt/)
    await besluitOverVernietiging(eigenaar, id, { besluit: 'uitstellen', reden: 'Er loopt een bezwaar.', tot })
    await expect(
      besluitOverVernietiging(eigenaar, id, { besluit: 'uitstellen', reden: 'x', tot }),
    ).rejects.toMatchObject({ status: 409 })
    // R5: until that day there is no new proposal
    await stelVernietigingenVoor(op('2034-09-01'))
    expect(await open(toen, 'leveringen')).toBeUndefined()
    await stelVernietigingenVoor(op('2034-09-02'))
    expect(await open(toen, 'leveringen')).toBeDefined()
  })

  test('zonder besluit geeft de database niets weg', async () => {
    for (const tabel of ['bericht', 'evaluatie', 'kpi_uitkomst', 'bevinding']) {
      await expect(rijen(sql`delete from ${sql.table(tabel)}`), tabel).rejects.toThrow(/permission denied/)
    }
    await expect(rijen(sql`select audit_waarden_vernietigen(array[1]::bigint[])`)).rejects.toThrow(/permission denied/)
  })
})

describe('vernietigen', () => {
  test('R4: van een cliënt blijft niets, van een ander alles, en de cijfers blijven', async () => {
    const clienten = await rijen(sql<{ id: string; van: string }>`select c.id::text as id, min(t.nummer)::text as van
      from client c join toewijzing t on t.client_id = c.id group by 1`)
    const piet = clienten.find(({ van }) => van === '3001')!.id
    const weg = clienten.filter(({ id }) => id !== piet)
    expect(weg).toHaveLength(2)
    const maanden = () => rijen(sql`select agb, maand, bedrag_cent from declaratie_maand order by 1, 2, 3`)
    const uitkomsten = () => rijen(sql`select id, n, teller, waarde, oordeel from kpi_uitkomst order by id`)
    const vanPiet = () =>
      rijen(sql`select referentie, oordeel, bedrag_cent from declaratie_regel where client_id = ${piet}`)
    const [geld, cijfers, regels] = [await maanden(), await uitkomsten(), await vanPiet()]
    expect(geld.length).toBeGreaterThan(0)
    expect(regels).toHaveLength(1)

    const gedaan = await vernietig(toen, 'clienten')
    expect(gedaan).toMatchObject({ vernietigd: { clienten: 2, evaluaties: 2, antwoorden: 2 }, resteert: 0 })
    expect(gedaan.klaarOp).not.toBeNull()

    for (const { id } of weg) expect(await waarStaat(id)).toEqual([])
    expect(await rijen(sql`select identificatie from bericht order by 1`)).toEqual(
      // T1001 and T2001 are answers that name no client, to messages that never came
      ['P1', 'P2', 'SAMEN', 'T1001', 'T2001'].map((identificatie) => ({ identificatie })),
    )
    expect([await maanden(), await uitkomsten(), await vanPiet()]).toEqual([geld, cijfers, regels])
    expect(await rijen(sql`select from evaluatie`)).toEqual([])
    expect(Object.values(await inTransaction(toen, telWezen)).filter((n) => n > 0)).toEqual([])
    expect((await controleerAudit(wereld.ctx)).fout).toBeUndefined()
    // a new judgement of what stays counts the same
    await lever(toen, xml305({ ...PIET, identificatie: 'P3' }, { nummer: 3001, begindatum: '2024-02-22' }))
    await lever(
      toen,
      xml323(
        { agb: JAN.agb, gemeente: JAN.gemeente, identificatie: 'P4', dagtekening: '2024-03-06' },
        { nummer: 3001, bsn: BSN.piet, referentie: 'P4' },
      ),
    )
    expect((await maanden())[0]).toMatchObject({
      bedragCent: (geld[0] as { bedragCent: number }).bedragCent + 35_400,
    })
    // years of which messages are gone are not calculated again
    expect((await berekenKpis(toen, {})).map(({ jaar }) => jaar)).not.toContain(2024)
  })

  test('R4: hetzelfde bestand nog eens brengt niets terug; wat er nog is, is dubbel', async () => {
    const verslag = await lever(
      toen,
      xml307({ ...JAN, identificatie: 'E1001' }, { nummer: 1001, einddatum: '2024-03-31' }),
      SAMEN,
    )
    expect(verslag).toMatchObject({ verwerkt: 0, dubbel: 1 })
    expect(verslag.afgekeurd.map(({ code }) => code)).toEqual(['vernietigd'])
  })

  test('R2, C1: een overeenkomst gaat tien jaar na haar verlengde einde, met wat eraan hangt, en pas na haar berichten', async () => {
    const eind = (
      await rijen(
        sql<{ nummer: string; looptTot: Temporal.PlainDate }>`select nummer, loopt_tot from overeenkomst order by 1`,
      )
    )[0]!
    const dag = eind.looptTot.add({ years: 10 })
    await stelVernietigingenVoor(op(dag.toString()))
    expect(await open(toen, 'overeenkomsten')).toBeUndefined()
    // a meeting was about both: they wait for it (besluit 019)
    await stelVernietigingenVoor(op(dag.add({ days: 1 }).toString()))
    expect(await open(toen, 'overeenkomsten')).toBeUndefined()
    await beheer.query(`update gesprek set gehouden_op = now(), gedeeld_op = now(), definitief_op = now()`)
    await beheer.query(`update actie set gereed_op = now(), geaccepteerd_op = now()`)
    expect((await vernietig(op(dag.add({ days: 1 }).toString()), 'gesprekken')).vernietigd).toMatchObject({
      gesprekken: 2,
    })
    await stelVernietigingenVoor(op(dag.add({ days: 1 }).toString()))
    // messages of Piet still stand on that of Veenlicht; the finding about Dijk is of the aanbieder, not of its overeenkomst
    expect(await open(toen, 'overeenkomsten')).toMatchObject({ aantal: 1 })
    const gedaan = await vernietig(op(dag.add({ days: 1 }).toString()), 'overeenkomsten')
    expect(gedaan.vernietigd).toMatchObject({ overeenkomsten: 1 })
    expect(await rijen(sql`select nummer from overeenkomst`)).toEqual([{ nummer: 'ZW-HO-001' }])
    expect((await controleerAudit(wereld.ctx)).fout).toBeUndefined()
  })

  test('wat na het voorleggen is verlengd of weer is binnengekomen, blijft', async () => {
    const later = op('2041-01-02')
    await stelVernietigingenVoor(later)
    const { id } = (await open(later, 'clienten'))!
    await legVernietigingVoor(als(later, wereld.personen.contractbeheerder), id, 'Nagekeken.')
    await besluitOverVernietiging(als(later, wereld.personen.contracteigenaar), id, {
      besluit: 'vernietigen',
      reden: 'Voorbij.',
    })
    // the list of what may go was made, and then a message came
    await beheer.query(`update vernietiging set gevuld_op = now() where id = $1`, [id])
    await beheer.query(`insert into vernietiging_regel select regio_id, $1, id::text from client`, [id])
    await lever(
      later,
      xml301(
        { ...PIET, identificatie: 'P5', dagtekening: '2040-12-30' },
        { nummer: 3009, einddatum: '2042-12-31', moment: '2040-12-30 10:00:00', ingangsdatum: '2041-01-01' },
      ),
    )
    await voerVernietigingUit(later, id)
    expect((await voorstellen(later)).find((een) => een.id === id)).toMatchObject({ vernietigd: {}, resteert: 0 })
    expect(await rijen(sql`select from client`)).toHaveLength(1)
  })

  test.each(['kpis', 'leveringen', 'logwaarden', 'aanmeldingen', 'weigeringen', 'bevindingen', 'accounts'] as const)(
    'R4: %s gaan, en de keten blijft heel',
    async (soort) => {
      const later = op('2060-01-01')
      if (soort === 'bevindingen') await beheer.query(`update bevinding set gesloten_op = '2026-12-01'`)
      if (soort === 'accounts') await schakelUit(op('2027-01-01'), wereld.doelwit.gebruikerId, 'Uit dienst')
      if (soort === 'weigeringen')
        await beheer.query(
          `insert into weigering (regio_id, gebruiker_id, minuut, methode, route, code) values ($1, $2, '2027-01-01', 'GET', '/', 'geen-recht')`,
          [wereld.ctx.regioId, wereld.doelwit.gebruikerId],
        )
      if (soort === 'aanmeldingen')
        await inTransaction(op('2027-01-01'), (ctx) =>
          recordEvent(ctx, {
            soort: 'sessie:gestart',
            onderwerp: { type: 'gebruiker', id: 'x' },
            gegevens: { wijze: 'x' },
          }),
        )
      if (soort === 'kpis') await beheer.query(`update bevinding set kpi_uitkomst_id = null`)
      const gedaan = await vernietig(later, soort)
      expect(Object.values(gedaan.vernietigd).reduce((som, n) => som + n, 0)).toBeGreaterThan(0)
      await stelVernietigingenVoor(later)
      expect(await open(later, soort)).toBeUndefined()
      expect((await controleerAudit(wereld.ctx)).fout).toBeUndefined()
    },
  )

  test('van wat vernietigd is, blijft de verklaring: wat, hoeveel, welke periode, op welke grond, wie en wanneer', async () => {
    const verklaringen = (await voorstellen(toen)).filter(({ klaarOp }) => klaarOp)
    expect([...new Set(verklaringen.map(({ soort }) => soort))].toSorted()).toEqual(
      'aanmeldingen accounts bevindingen clienten gesprekken kpis leveringen logwaarden overeenkomsten weigeringen'.split(
        ' ',
      ),
    )
    for (const een of verklaringen) {
      expect(een.grond.length).toBeGreaterThan(20)
      expect(een.beslotenDoor).toBe('Test contracteigenaar')
      expect(een.voorgelegdDoor).toBe('Test contractbeheerder')
      expect(een.eerste).toBeInstanceOf(Temporal.PlainDate)
    }
  })
})

/** In which tables a text or id stands, past row-level security. */
async function waarStaat(tekst: string): Promise<string[]> {
  const { rows: tabellen } = await beheer.query<{ naam: string }>(
    `select relname as naam from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`,
  )
  const gevonden: string[] = []
  for (const { naam } of tabellen) {
    const { rowCount } = await beheer.query(`select from "${naam}" x where x::text like '%' || $1 || '%' limit 1`, [
      tekst,
    ])
    if (rowCount) gevonden.push(naam)
  }
  return gevonden
}
