import { mkdtempSync, rmSync, writeFileSync, readFileSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { BSN, JAN, TRUUS, xml301, xml305 } from '../../../../test/builders-bericht.ts'
import { lever } from '../../../../test/inlezen.ts'
import { freshDatabase, type FreshDatabase } from '../../../../test/test.ts'
import { maakProgramma, maakWereld, type Wereld } from '../../../../test/wereld.ts'
import { telWezen } from '../../../../test/traag/inlezen-hulp.ts'
import { clientUitvoer, clientVerwijderen } from '../../../cli/client.ts'
import type { Diensten } from '../../../diensten.ts'
import { controleerAudit } from '../../../platform/audit-controle.ts'
import { makeClock } from '../../../platform/clock.ts'
import type { Context } from '../../../platform/context.ts'
import { openSleutels } from '../../../platform/sleutels.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { wisselSleutels } from '../../do/bericht/wissel-sleutels.ts'
import { berekenKpis } from '../kpi/bereken-kpis.ts'
import { beginInzage } from '../inzage/begin-inzage.ts'
import { makeInzage } from '../../../platform/inzage.ts'
import { listGevallen } from '../kpi/list-gevallen.ts'
import type { Clientuitvoer } from './lees-client.ts'

let fresh: FreshDatabase
let beheer: pg.Client
let map: string
let wereld: Wereld
let diensten: Diensten

beforeAll(async () => {
  map = mkdtempSync(join(tmpdir(), 'overlap-client-'))
  fresh = await freshDatabase({ max: 6 })
  beheer = new pg.Client(fresh.beheerUrl)
  await beheer.connect()
  const sleutels = openSleutels(map)
  wereld = await maakWereld(fresh.db, sleutels, 'Proefregio', [JAN, TRUUS])
  diensten = { db: fresh.db, sleutels, clock: makeClock(wereld.ctx.today) } as Diensten
})

afterAll(async () => {
  await beheer.end()
  await fresh.drop()
  rmSync(map, { recursive: true })
})

const rijen = async <T>(vraag: ReturnType<typeof sql<T>>) =>
  inTransaction(wereld.ctx, async ({ db }) => (await vraag.execute(db)).rows)

/** In which tables a text stands, past row-level security. */
async function waarStaat(tekst: string): Promise<string[]> {
  const { rows } = await beheer.query<{ naam: string }>(
    `select relname as naam from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`,
  )
  const gevonden: string[] = []
  for (const { naam } of rows) {
    const { rowCount } = await beheer.query(`select from "${naam}" x where x::text like '%' || $1 || '%' limit 1`, [
      tekst,
    ])
    if (rowCount) gevonden.push(naam)
  }
  return gevonden
}

async function zegt(werk: () => Promise<unknown>): Promise<string> {
  const regels: string[] = []
  const spion = vi.spyOn(console, 'log').mockImplementation((regel: string) => void regels.push(regel))
  const uit = vi.spyOn(process.stdout, 'write').mockImplementation((deel) => (regels.push(String(deel)), true))
  try {
    await werk()
  } finally {
    spion.mockRestore()
    uit.mockRestore()
  }
  return regels.join('\n')
}

function bsnBestand(inhoud: string): string {
  const pad = join(map, `bsn-${Math.random().toString(36).slice(2)}`)
  writeFileSync(pad, inhoud)
  return pad
}

describe('alles over één cliënt', () => {
  test('S46: de uitvoer heeft elke rij uit elke tabel, van hem alleen, zonder iets wat hem noemt', async () => {
    const tekst = await zegt(() =>
      clientUitvoer(diensten, { pseudoniem: wereld.eigen.label.toLowerCase(), reden: 'Verzoek' }),
    )
    const [uitvoer] = JSON.parse(tekst) as [Clientuitvoer]
    expect(uitvoer).toMatchObject({ regio: 'Proefregio', label: wereld.eigen.label, wet: 'wmo' })
    const aantallen = Object.fromEntries(
      Object.entries(uitvoer.gegevens).map(([tabel, rijen]) => [tabel, rijen.length]),
    )
    expect(aantallen).toEqual({
      client: 1, toewijzing: 2, toewijzing_versie: 3, start_melding: 1, stop_melding: 1, declaratie_regel: 3, bericht: 6,
      aanvaarding: 0, inleesbestand: 6, retour: 0, declaratie_antwoord_regel: 1, evaluatie: 1, cto_respons: 1,
      kpi_gevallen: aantallen['kpi_gevallen'],
    }) // prettier-ignore
    expect(aantallen['kpi_gevallen']).toBeGreaterThan(0)
    // what is of another stands nowhere in it
    for (const ander of [wereld.ander.label, TRUUS.agb, 'pseudoniem', 'inhoud_hmac', JAN.bsn])
      expect(tekst).not.toContain(ander)
    expect(
      (await rijen(sql<{ soort: string }>`select soort from audit_regel order by volgnr desc limit 1`))[0]!.soort,
    ).toBe('client:uitgevoerd')
  })

  test('S41: het nummer komt uit een bestand en staat nergens, ook niet na een wissel van sleutels', async () => {
    const doel = join(map, 'uitvoer.json')
    const pad = bsnBestand(`${JAN.bsn}\n`)
    const gezegd = await zegt(() => clientUitvoer(diensten, { 'bsn-bestand': pad, reden: 'Verzoek', bestand: doel }))
    expect(gezegd).toContain(wereld.eigen.label)
    expect(gezegd).not.toContain(JAN.bsn)
    expect(statSync(doel).mode & 0o777).toBe(0o600)
    const [eerst] = JSON.parse(readFileSync(doel, 'utf8')) as [Clientuitvoer]
    await wisselSleutels(wereld.ctx)
    const later = await zegt(() => clientUitvoer(diensten, { 'bsn-bestand': pad, reden: 'Verzoek' }))
    expect((JSON.parse(later) as [Clientuitvoer])[0].gegevens['toewijzing']).toEqual(eerst.gegevens['toewijzing'])
    expect(await waarStaat(JAN.bsn)).toEqual([])
  })

  test.each([
    [{ reden: 'x' }, /--pseudoniem en het label/],
    [{ reden: 'x', pseudoniem: 'C-AAAAA-BBBBB', 'bsn-bestand': '-' }, /--pseudoniem en het label/],
    [{ pseudoniem: 'C-AAAAA-BBBBB' }, /Zeg waarom met --reden/],
    [{ reden: 'x', pseudoniem: 'C-AAAAA-BBBBB' }, /bestaat niet/],
    [{ reden: 'x', pseudoniem: BSN.jan }, /label in zoals het bij een casus staat/],
    [{ reden: 'x', 'bsn-bestand': '/bestaat/niet' }, /niet te lezen/],
  ])('%j wordt geweigerd met een zin', async (opties, melding) => {
    await expect(clientUitvoer(diensten, opties)).rejects.toThrow(melding)
  })

  test('een bestand zonder geldig nummer, of van iemand die hier niet staat, geeft een zin zonder het nummer', async () => {
    for (const [inhoud, melding] of [
      ['999900007', /geen geldig burgerservicenummer/],
      [`${BSN.jan} en meer`, /geen geldig burgerservicenummer/],
      [BSN.piet, /staat niets in deze regio/],
    ] as const) {
      const werk = clientUitvoer(diensten, { reden: 'x', 'bsn-bestand': bsnBestand(inhoud) })
      await expect(werk).rejects.toThrow(melding)
      await expect(werk).rejects.not.toThrow(/\d{9}/)
    }
  })

  test('de privacyfunctionaris zoekt op een label, dat in geen adres staat; een ander mag het niet', async () => {
    const programma = maakProgramma(wereld.ctx)
    const { privacyfunctionaris, contractmanager, raad } = wereld.personen
    const vraag = (deel: string, velden: Record<string, string>, persoon = privacyfunctionaris) =>
      programma.vraag(persoon, { methode: 'POST', pad: `/clientverzoek${deel}`, velden })
    const { label } = wereld.ander
    const html = await (await vraag('', { label })).text()
    expect(html).toContain('Gedeclareerde regels (323)')
    expect(html).not.toMatch(new RegExp(`(href|action)="[^"]*${label}`))
    const bestand = await vraag('/uitvoer', { label, 'reden-uitvoer': 'Verzoek om inzage.' })
    expect(bestand.headers.get('content-disposition')).toBe('attachment; filename="inzage-2026-11-22.json"')
    expect(((await bestand.json()) as Clientuitvoer).label).toBe(label)
    expect((await vraag('/uitvoer', { label, 'reden-uitvoer': '' })).status).toBe(422)
    const fout = await vraag('/verwijderen', { label, 'reden-verwijderen': '', bevestiging: 'C-11111-AAAAA' })
    expect(fout.status).toBe(422)
    expect(await fout.text()).toContain(`Typ ${label} over om te bevestigen.`)
    expect(await (await vraag('', { label: 'onzin' })).text()).toContain(
      'Vul een label in zoals het bij een casus staat',
    )
    expect((await vraag('', { label: 'C-AAAAA-BBBBB' })).status).toBe(422)
    for (const persoon of [contractmanager, raad]) {
      expect((await vraag('', { label }, persoon)).status).toBe(403)
      expect((await vraag('/verwijderen', { label }, persoon)).status).toBe(403)
    }
  })
})

describe('verwijderen', () => {
  test('S46, R4: er blijft niets dan dat het gebeurde; cijfers en de ander blijven; wat later komt, is een ander', async () => {
    const { label, toewijzingId } = wereld.eigen
    const [{ id }] = (await rijen(sql<{ id: string }>`select id::text from client where label = ${label}`)) as [
      { id: string },
    ]
    const maanden = () => rijen(sql`select agb, maand, bedrag_cent from declaratie_maand order by 1, 2`)
    const uitkomsten = () => rijen(sql`select id, n, teller, waarde, oordeel from kpi_uitkomst order by id`)
    const [geld, cijfers] = [await maanden(), await uitkomsten()]
    const pad = bsnBestand(JAN.bsn)
    await expect(clientVerwijderen(diensten, { 'bsn-bestand': pad, reden: 'Verzoek' })).rejects.toThrow(/Voeg --ja toe/)
    expect(await waarStaat(id)).not.toEqual([])

    const gezegd = await zegt(() => clientVerwijderen(diensten, { 'bsn-bestand': pad, reden: 'Verzoek', ja: true }))
    expect(gezegd).toContain(`${label} is verwijderd: 2 toewijzingen, 8 regels uit berichten`)
    expect(await waarStaat(id)).toEqual([])
    expect(await waarStaat(toewijzingId)).toEqual([])
    expect((await waarStaat(label)).sort()).toEqual(['audit_waarden', 'clientverwijdering'])
    expect([await maanden(), await uitkomsten()]).toEqual([geld, cijfers])
    expect(await rijen(sql`select label from client`)).toEqual([{ label: wereld.ander.label }])
    expect(Object.values(await inTransaction(wereld.ctx, telWezen)).filter((n) => n > 0)).toEqual([])
    expect((await controleerAudit(wereld.ctx)).fout).toBeUndefined()
    // the case stays a case, of nobody
    const manager: Context = {
      ...wereld.ctx,
      actor: { ...wereld.ctx.actor, rollen: [{ rol: 'contractmanager', agb: null }] },
    }
    const gevallen = await inTransaction(manager, (ctx) => {
      const kijkt = { ...ctx, inzage: makeInzage(ctx.now) }
      beginInzage(kijkt, 'gevallen:getoond')
      return listGevallen(kijkt, wereld.eigen.uitkomstId, (alle) => ({ getoond: alle }))
    })
    expect(gevallen.getoond.length).toBeGreaterThan(0)
    expect(gevallen.getoond[0]).toMatchObject({ label: null, toewijzingId: null })
    await expect(clientUitvoer(diensten, { pseudoniem: label, reden: 'x' })).rejects.toThrow(/bestaat niet/)

    // the same messages again are refused; a new one about the same person is of another client
    const weer = await lever(
      wereld.ctx,
      xml301({ agb: JAN.agb, gemeente: JAN.gemeente, bsn: JAN.bsn, identificatie: 'T1001' }, { nummer: 1001 }),
    )
    expect(weer.afgekeurd.map(({ code }) => code)).toEqual(['vernietigd'])
    const kop = { agb: JAN.agb, gemeente: JAN.gemeente, bsn: JAN.bsn, dagtekening: '2024-05-01' }
    await lever(
      wereld.ctx,
      xml301({ ...kop, identificatie: 'NIEUW' }, { nummer: 1501 }),
      xml305({ ...kop, identificatie: 'NIEUW2' }, { nummer: 1501 }),
    )
    const clienten = await rijen(sql<{ label: string }>`select label from client`)
    expect(clienten).toHaveLength(2)
    expect(clienten.map((een) => een.label)).not.toContain(label)
    // what was established stays; a new calculation counts what is there now
    await berekenKpis(wereld.ctx, {})
    expect(
      (await uitkomsten()).filter((een) =>
        cijfers.some((rij) => (rij as { id: string }).id === (een as { id: string }).id),
      ),
    ).toEqual(cijfers)
  })
})
