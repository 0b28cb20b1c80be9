import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { berekenKpis } from '../src/domain/check/kpi/bereken-kpis.ts'
import { geeft } from '../src/domain/rechten.ts'
import type { Db } from '../src/platform/context.ts'
import { createDb, createPool } from '../src/platform/database.ts'
import { openSleutels } from '../src/platform/sleutels.ts'
import { inTransaction } from '../src/platform/transaction.ts'
import { maakOvereenkomst } from './afspraken.ts'
import { BSN, xml301, xml305 } from './builders-bericht.ts'
import { lever } from './inlezen.ts'
import { maakVerzoek, routetabel } from './routes.ts'
import { freshDatabase, type FreshDatabase } from './test.ts'
import { maakPersoon, maakProgramma, maakWereld, type Persoon, type Wereld, type Zaak, zonderKlok } from './wereld.ts'

vi.setConfig({ testTimeout: 600_000 })

// Veenlicht gives household help in Purmerend and guidance in Zaanstad; Dijk & Doen gives guidance in Zaanstad.
const begeleiding = { categorie: '02', code: '02A05', naam: 'Begeleiding' }
const VEENLICHT = {
  agb: '98990101',
  kvk: '99331200',
  naam: 'Veenlicht',
  overeenkomst: 'PUR-01',
  nummer: 1001,
  bsn: BSN.jan,
  gemeente: '0439',
}
const DIJK = {
  agb: '98990108',
  kvk: '99331217',
  naam: 'Dijk & Doen',
  overeenkomst: 'ZAA-02',
  nummer: 2001,
  bsn: BSN.truus,
  gemeente: '0479',
  product: begeleiding,
}

let fresh: FreshDatabase
let map: string
let wereld: Wereld
let elders: Wereld
/** A superuser: row-level security does not hold for it. */
let zonder: Db
let personen: Persoon[]

beforeAll(async () => {
  map = mkdtempSync(join(tmpdir(), 'overlap-sleutels-'))
  fresh = await freshDatabase()
  zonder = createDb(createPool(fresh.beheerUrl, { max: 3 }))
  wereld = await maakWereld(fresh.db, openSleutels(map), 'Proefregio', [VEENLICHT, DIJK])
  elders = await maakWereld(fresh.db, openSleutels(map), 'Elders', [VEENLICHT, DIJK])
  const { ctx } = wereld
  await inTransaction(ctx, (ctx) =>
    maakOvereenkomst(ctx, {
      overeenkomst: 'ZAA-01',
      agb: VEENLICHT.agb,
      gemeenten: '0479,0439',
      productcategorie: '02',
      productcode: '02A05',
      product: 'Begeleiding',
      jaar: 2024,
      tariefCent: 8167,
    }),
  )
  const zaanstad = { agb: VEENLICHT.agb, gemeente: '0479', bsn: BSN.piet }
  const product = { nummer: 3001, categorie: '02', code: '02A05' }
  await lever(
    ctx,
    xml301({ ...zaanstad, identificatie: 'Z301' }, product),
    xml305({ ...zaanstad, identificatie: 'Z305' }, product),
  )
  await berekenKpis(ctx, {})
  personen = [
    wereld.personen.contractmanager,
    wereld.personen.rvm,
    wereld.personen.aanbieder,
    await maakPersoon(ctx, 'aanbieder directie', { agb: DIJK.agb }),
    await maakPersoon(ctx, 'contractmanager', { gemeenten: ['0439'] }),
    await maakPersoon(ctx, 'categoriemanager', { categorieen: ['02'] }),
    await maakPersoon(ctx, 'contractmanager', { wet: 'jw' }),
    await maakPersoon(ctx, 'toezichthouder', { gemeenten: ['0439'], categorieen: ['02'] }),
    await maakPersoon(ctx, 'contractbeheerder', { wet: 'wmo', gemeenten: ['0479'] }),
  ]
  // two roles with a scope of their own: manages in one gemeente, reads the messages of the other
  const dubbel = await maakPersoon(ctx, 'contractmanager', { gemeenten: ['0439'] }, 'Twee rollen')
  await inTransaction(ctx, ({ db }) =>
    sql`insert into roltoewijzing (regio_id, gebruiker_id, rol, gemeenten, begindatum)
      values (${ctx.regioId}, ${dubbel.gebruikerId}, 'backoffice', ${['0479']}, '2024-01-01'),
        (${ctx.regioId}, ${dubbel.gebruikerId}, 'raad', null, '2024-01-01')`.execute(db),
  )
  personen.push(dubbel)
})

afterAll(async () => {
  await zonder.destroy()
  await fresh.drop()
  rmSync(map, { recursive: true })
})

const leesroutes = Object.keys(routetabel).filter(
  (naam) =>
    naam.startsWith('GET ') &&
    !naam.endsWith('.xlsx') &&
    !/handleiding|stijl|assets|favicon|gezond|aanmelden/.test(naam),
)

/** Lists, exports as text and searches. */
function lijsten(persoon: Persoon) {
  const plek = { zaak: wereld.eigen, wereld, persoon }
  const paden = [
    '/overeenkomsten?gemeente=0479',
    '/aanbieders?zoek=veen',
    '/overeenkomsten?zoek=zaa',
    '/kpis?jaar=2025',
    '/berichten?uitkomst=aangehouden',
    '/bevindingen?stand=alle',
  ]
  const termen = ['veenlicht', 'zaa-0', 'begeleiding', 'personeel', wereld.eigen.label, wereld.ander.label]
  return [
    ...leesroutes.filter((naam) => !naam.includes('/:id')).map((naam) => maakVerzoek(naam, plek)),
    ...paden.map((pad) => ({ methode: 'GET', pad })),
    ...termen.map((zoek) => ({ methode: 'POST', pad: '/zoeken', velden: { zoek } })),
  ]
}

/** The pages of what is of one aanbieder. */
function bladen(persoon: Persoon, zaak: Zaak) {
  return leesroutes.filter((naam) => naam.includes('/:id')).map((naam) => maakVerzoek(naam, { zaak, wereld, persoon }))
}

describe('de vraag zelf', () => {
  test('zonder rijbeveiliging is er ook echt meer te zien', async () => {
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from overeenkomst`.execute(zonder)
    expect(rows[0]!.n).toBe(5)
  })

  test('ORG-09, ORG-12, ROL-02, ROL-21: elke bladzijde is zonder rijbeveiliging gelijk aan die met', async () => {
    const met = maakProgramma(wereld.ctx)
    const open = maakProgramma(wereld.ctx, zonder)
    const mis: string[] = []
    const gelezen = new Map<number, number>()
    for (const persoon of personen) {
      const verzoeken = [...lijsten(persoon), ...[wereld.eigen, wereld.ander].flatMap((zaak) => bladen(persoon, zaak))]
      if (persoon === wereld.personen.contractmanager) verzoeken.push(...bladen(persoon, elders.eigen))
      for (const verzoek of verzoeken) {
        const [a, b] = [await met.vraag(persoon, verzoek), await open.vraag(persoon, verzoek)]
        gelezen.set(a.status, (gelezen.get(a.status) ?? 0) + 1)
        const [x, y] = [`${String(a.status)} ${await inhoudVan(a)}`, `${String(b.status)} ${await inhoudVan(b)}`]
        if (x !== y) mis.push(`${persoon.naam}: ${verzoek.methode} ${verzoek.pad} ${verschil(x, y)}`)
      }
    }
    expect(mis, mis.join('\n')).toEqual([])
    expect(gelezen.get(200)).toBeGreaterThan(300)
    expect(gelezen.get(404)).toBeGreaterThan(80)
  })
})

// A made .pdf or .docx has an id and a clock of its own inside; what it says stands on a page that is compared as well.
async function inhoudVan(antwoord: Response): Promise<string> {
  const soort = antwoord.headers.get('content-type') ?? ''
  if (/pdf|wordprocessingml/.test(soort)) return soort
  return zonderKlok(await antwoord.text())
}

describe('de handeling zelf', () => {
  test('ROL-02: buiten het bereik van een rol is ook zonder rijbeveiliging niets te wijzigen', async () => {
    const { ctx } = wereld
    const begrensd = await maakPersoon(ctx, 'contractmanager', { gemeenten: ['0439'] }, 'Alleen Purmerend')
    const beheerder = await maakPersoon(ctx, 'contractbeheerder', { gemeenten: ['0439'] }, 'Beheert Purmerend')
    const open = maakProgramma(ctx, zonder)
    const routes = Object.keys(routetabel).filter((naam) => naam.startsWith('POST ') && routetabel[naam]!.eigen)
    let gevraagd = 0
    for (const naam of routes) {
      for (const persoon of [begrensd, beheerder]) {
        const { alle = [], een = [] } = routetabel[naam]!
        if (!alle.every((recht) => geeft(persoon.rol, recht))) continue
        if (een.length > 0 && !een.some((recht) => geeft(persoon.rol, recht))) continue
        gevraagd++
        const buiten = maakVerzoek(naam, { zaak: wereld.ander, wereld, persoon })
        expect([naam, persoon.naam, (await open.vraag(persoon, buiten)).status]).toEqual([naam, persoon.naam, 404])
      }
    }
    expect(gevraagd).toBeGreaterThan(10)
  })
})

/** Where two texts part. */
function verschil(a: string, b: string): string {
  let plek = 0
  while (plek < a.length && a[plek] === b[plek]) plek++
  const rond = (tekst: string) => tekst.slice(Math.max(0, plek - 60), plek + 80)
  return `\n  met:    …${rond(a)}\n  zonder: …${rond(b)}`
}
