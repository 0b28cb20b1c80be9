import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { ANDER, EIGEN, maakCijfers, type Cijfer } from '../../../test/cijfers.ts'
import { maakRegels } from '../../../test/kpi-regels.ts'
import { als, test as base } from '../../../test/regio.ts'
import { makeTestApp } from '../../../test/web.ts'
import { berekenKpis } from '../../domain/check/kpi/bereken-kpis.ts'
import type { Rol } from '../../domain/rechten.ts'
import type { Context } from '../../platform/context.ts'
import { narrow } from '../../platform/transaction.ts'

// The twentieth of March: 2025 can be established, and is not too late.
const test = base.extend<{ maart: Context; cijfers: Record<string, Cijfer> }>({
  maart: async ({ ctx }, use) => {
    const now = Temporal.Instant.from('2026-03-20T10:00:00Z')
    await use({ ...ctx, now, today: Temporal.PlainDate.from('2026-03-20') })
  },
  cijfers: async ({ maart }, use) => {
    await use(await maakCijfers(maart))
  },
})

const lees = async (antwoord: Response | Promise<Response>) => (await (await antwoord).text()).replaceAll('\u00a0', ' ')
const status = async (antwoord: Response | Promise<Response>) => (await antwoord).status

/** Signed in as an aanbieder, with what PostgreSQL lets an aanbieder see. */
async function alsAanbieder(ctx: Context, agb: string) {
  const app = await makeTestApp({ ctx, rol: 'aanbieder', agb })
  await narrow(als(ctx, 'aanbieder', agb))
  return app
}

async function telRijen(ctx: Context, tabel: 'kpi_vaststelling' | 'bevinding') {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(tabel)}
    where regio_id = ${ctx.regioId}`.execute(ctx.db)
  return rows[0]!.n
}

const WIE_GEEN_CASUS_ZIET: Rol[] = [
  'contracteigenaar',
  'contractbeheerder',
  'beleid',
  'budgethouder',
  'directie',
  'raad',
]

describe('de matrix', () => {
  test('voor er iets berekend is, staat er waar de cijfers vandaan komen', async ({ maart }) => {
    const { get } = await makeTestApp({ ctx: maart, rol: 'beleid' })
    expect(await lees(get('/kpis'))).toContain('Nog geen cijfers')
    expect(await status(get('/kpis?jaar=2025&pagina=7&kpi=x&volgorde=x'))).toBe(200)
    expect(await status(get('/kpis.csv?jaar=2025'))).toBe(404)
  })

  test('KPI-01, KPI-02: per aanbieder, KPI en subregio een cel met waarde, oordeel en aantal, en een zin die telt', async ({
    maart,
    cijfers,
  }) => {
    const { get } = await makeTestApp({ ctx: maart, rol: 'contractmanager' })
    const html = await lees(get('/kpis'))
    expect(html).toContain('KPI’s over 2025')
    expect(html).toContain('3 metingen, 2 onder de norm')
    expect(html).toContain(`href="/kpis/${cijfers[EIGEN.agb]!.id}"`)
    expect(html).toMatch(/70,0%/)
    expect(html).toContain('href="/kpis/vaststellen/2025"')
    expect(await lees(get('/kpis?jaar=2026'))).toContain('Voorlopig')
    expect(await lees(get('/kpis?jaar=2026'))).not.toContain('/kpis/vaststellen/')
    expect(await lees(get('/kpis?van=mij'))).not.toContain(EIGEN.naam)
    expect(await lees(get("/kpis?jaar=2025';--&pagina=-1&volgorde=naam&kpi=clienttevredenheid"))).toContain('8,00')
  })

  test('wie niet vaststelt, ziet de knop niet', async ({ maart, cijfers }) => {
    expect(Object.keys(cijfers)).toHaveLength(2)
    for (const rol of [...WIE_GEEN_CASUS_ZIET, 'toezichthouder'] satisfies Rol[]) {
      const { get } = await makeTestApp({ ctx: maart, rol })
      const html = await lees(get('/kpis'))
      expect(html).toContain(EIGEN.naam)
      expect(html, rol).not.toContain('/kpis/vaststellen/')
    }
  })

  test('KPI-05, ROL-19: een aanbieder ziet een cijfer pas als het is vastgesteld, en alleen het eigen', async ({
    maart,
    cijfers,
  }) => {
    const manager = await makeTestApp({ ctx: maart, rol: 'contractmanager' })
    const { get } = await alsAanbieder(maart, EIGEN.agb)
    const [eigen, ander] = [cijfers[EIGEN.agb]!, cijfers[ANDER.agb]!]
    expect(await lees(get('/kpis?jaar=2025'))).not.toContain(EIGEN.naam)
    expect(await status(get(`/kpis/${eigen.id}`))).toBe(404)

    await narrow(maart)
    expect(await status(manager.post('/kpis/vaststellen/2025'))).toBe(303)
    await narrow(als(maart, 'aanbieder', EIGEN.agb))
    for (const pad of ['/kpis?jaar=2025', '/kpis.csv?jaar=2025']) {
      const tekst = await lees(get(pad))
      expect(tekst).toContain(EIGEN.naam)
      expect(tekst).not.toContain('Dijk')
    }
    expect(await lees(get(`/kpis/${eigen.id}`))).toContain('TEST-wmo-08')
    expect(await status(get(`/kpis/${ander.id}`))).toBe(404)
    expect(await status(get(`/kpis/${ander.id}/gevallen.csv`))).toBe(404)
  })

  test('de uitvoer heeft een regel per meting', async ({ maart, cijfers }) => {
    const { get } = await makeTestApp({ ctx: maart, rol: 'beleid' })
    const csv = await lees(get('/kpis.csv?jaar=2025'))
    expect(csv).toMatch(
      new RegExp(
        `2025;Start zorg;${EIGEN.naam};98990101;Purmerend/Edam-Volendam;10;10 of meer;minder dan 10;onvoldoende;;`,
      ),
    )
    const exact = await lees((await makeTestApp({ ctx: maart, rol: 'contractmanager' })).get('/kpis.csv?jaar=2025'))
    expect(exact).toContain(`2025;Start zorg;${EIGEN.naam};98990101;Purmerend/Edam-Volendam;10;10;70,0;onvoldoende;;`)
    const xlsx = await get('/kpis.xlsx?jaar=2025')
    expect(xlsx.headers.get('content-type')).toContain('spreadsheetml')
    expect(await status(get('/kpis.xlsx?jaar=1999'))).toBe(404)
    // only mine: none
    expect((await lees(get('/kpis.csv?jaar=2025&van=mij'))).trim().split('\r\n')).toHaveLength(1)
    expect(await lees(get('/kpis?jaar=2025&van=mij'))).toContain('/kpis.csv?jaar=2025&amp;van=mij')
    expect(Object.keys(cijfers)).toHaveLength(2)
  })
})

describe('een resultaat', () => {
  test('KPI-22, KPI-25: de berekening stap voor stap, en voor wie casussen ziet de gevallen', async ({
    maart,
    cijfers,
  }) => {
    for (const rol of ['contractmanager', 'toezichthouder'] satisfies Rol[]) {
      const { get } = await makeTestApp({ ctx: maart, rol })
      const html = await lees(get(`/kpis/${cijfers[EIGEN.agb]!.id}`))
      expect(html).toContain('Start zorg 2025: 70,0%')
      expect(html).toContain('7 van 10')
      expect(html).toContain('3 gevallen te laat')
      expect(html).toContain('TEST-wmo-08')
      const csv = await lees(get(`/kpis/${cijfers[EIGEN.agb]!.id}/gevallen.csv`))
      expect(csv.trim().split('\r\n')).toHaveLength(11)
      expect(csv).toContain('TEST-wmo-08')
    }
  })

  test('de gevallen: kiezen, sorteren en uitvoeren; de keuze staat in elke link', async ({ maart, cijfers }) => {
    const { get } = await makeTestApp({ ctx: maart, rol: 'contractmanager' })
    const pad = `/kpis/${cijfers[EIGEN.agb]!.id}`
    const html = await lees(get(pad))
    expect(html).toContain('<option value="mis" selected="">3 gevallen te laat</option>')
    expect(html).toContain('<option value="goed">7 gevallen op tijd</option>')
    expect(html).toContain('<option value="alle">10 gevallen samen</option>')
    expect(html.match(/>TEST-wmo-\d+</g)).toHaveLength(3)
    const goed = await lees(get(`${pad}?groep=goed&sorteer=client&richting=af`))
    const labels = goed.match(/>TEST-wmo-\d+</g)!
    expect(labels).toHaveLength(7)
    expect(labels).toEqual(labels.toSorted().toReversed())
    expect(goed).toContain(`${pad}/gevallen.csv?groep=goed&amp;sorteer=client&amp;richting=af`)
    expect(goed).toContain(`${pad}?groep=goed&amp;sorteer=datum&amp;richting=op#gevallen`)
    const csv = await lees(get(`${pad}/gevallen.csv?groep=goed&sorteer=client&richting=af`))
    expect(csv.trim().split('\r\n')).toHaveLength(8)
    expect(await lees(get(`${pad}?groep=buiten`))).toContain('Geen gevallen in deze keuze')
  })

  test('S44: zonder recht op casussen geen getal dat over te weinig cliënten gaat, geen label en geen uitvoer van gevallen', async ({
    maart,
    cijfers,
  }) => {
    for (const rol of WIE_GEEN_CASUS_ZIET) {
      const { get } = await makeTestApp({ ctx: maart, rol })
      const html = await lees(get(`/kpis/${cijfers[EIGEN.agb]!.id}`))
      expect(html).toContain('Met uw rol ziet u de aantallen, niet de gevallen zelf.')
      expect(html, rol).not.toContain('TEST-wmo')
      // three of ten too late: the judgement is there, in words, and no number from which the three follow
      expect(html).toContain('Start zorg 2025: onvoldoende')
      expect(html).toContain('minder dan 10')
      expect(html, rol).not.toMatch(/70,0%|7 van 10|3 gevallen|n = 10</)
      expect(html).not.toContain('gevallen.csv')
      expect(await status(get(`/kpis/${cijfers[EIGEN.agb]!.id}/gevallen.csv`)), rol).toBe(403)
      expect(await status(get(`/kpis/${cijfers[EIGEN.agb]!.id}/gevallen.xlsx`)), rol).toBe(403)
    }
  })

  test('ROL-21: hoe de anderen het doen staat er zonder naam en in hele procenten; met vier anderen staat er niets', async ({
    maart,
  }) => {
    const regels = maakRegels(maart)
    const voegToe = async (vanaf: number, tot: number) => {
      for (let plek = vanaf; plek <= tot; plek++) {
        const agb = `9899010${String(plek)}`
        await regels.aanbieder(agb, `Aanbieder ${String(plek)}`)
        for (let i = 1; i <= 12; i++) {
          const [nummer, client] = [100 * plek + i, `${String(plek)}-${String(i)}`]
          await regels.toewijzing({ nummer, client, agb, ingang: '2025-03-01', moment: '2025-02-20 10:00' })
          await regels.start({ nummer, client, agb, begin: i > plek + 4 ? '2025-05-10' : '2025-03-11' })
        }
      }
      await berekenKpis({ ...maart, now: maart.now.add({ minutes: 10 - vanaf }) }, {})
    }
    const lezer = await makeTestApp({ ctx: maart, rol: 'contractmanager' })
    const zin = async () => {
      const { rows } = await sql<{ id: string }>`select u.id from kpi_uitkomst u
        join kpi_berekening b on b.regio_id = u.regio_id and b.id = u.berekening_id
        where u.regio_id = ${maart.regioId} and u.agb = '98990106' and u.jaar = 2025 and u.kpi = 'start-zorg' and u.waarde is not null
        order by b.berekend_op desc limit 1`.execute(maart.db)
      return /Bij de[^]*? in het midden\./.exec(await lees(lezer.get(`/kpis/${rows[0]!.id}`)))?.[0]
    }
    await voegToe(2, 6)
    expect(await zin()).toBe(undefined)
    await voegToe(1, 1)
    expect((await zin())?.replaceAll(/<!-- -->/g, '')).toBe(
      'Bij de 5 andere aanbieders in Purmerend/Edam-Volendam ligt de helft tussen 50% en 66%, met 58% in het midden.',
    )
  })

  test('een onbekend of onzinnig nummer is er niet', async ({ maart }) => {
    const { get } = await makeTestApp({ ctx: maart, rol: 'contractmanager' })
    for (const pad of [
      '/kpis/00000000-0000-7000-8000-000000000000',
      '/kpis/00000000-0000-7000-8000-000000000000/gevallen.csv',
      '/kpis/abc',
      "/kpis/' or 1=1 --",
      '/kpis/vaststellen/1999',
      '/kpis/vaststellen/abcd',
    ]) {
      expect(await status(get(pad)), pad).toBe(404)
    }
  })
})

describe('vaststellen', () => {
  test('KPI-03: alleen de contractmanager stelt vast; ieder ander krijgt 403 en er verandert niets', async ({
    maart,
    cijfers,
  }) => {
    expect(Object.keys(cijfers)).toHaveLength(2)
    for (const rol of [...WIE_GEEN_CASUS_ZIET, 'toezichthouder', 'aanbieder'] satisfies Rol[]) {
      const app = await makeTestApp({ ctx: maart, rol, ...(rol === 'aanbieder' && { agb: EIGEN.agb }) })
      expect(await status(app.get('/kpis/vaststellen/2025')), rol).toBe(403)
      expect(await status(app.post('/kpis/vaststellen/2025', { toelichting: 'x' })), rol).toBe(403)
    }
    expect(await telRijen(maart, 'kpi_vaststelling')).toBe(0)
  })

  test('KPI-03: eerst staat er wat het gevolg is; daarna zijn er bevindingen, en nog een keer kan niet', async ({
    maart,
    cijfers,
  }) => {
    const { get, post } = await makeTestApp({ ctx: maart, rol: 'contractmanager' })
    const vooraf = await lees(get('/kpis/vaststellen/2025'))
    expect(vooraf).toContain('2 resultaten onder de norm')
    expect(vooraf).toMatch(/Vaststellen kan tot en met (di 31 mrt|wo 1 apr) 2026/)

    const antwoord = await post('/kpis/vaststellen/2025', { toelichting: 'Besproken.' })
    expect([antwoord.status, antwoord.headers.get('location')]).toEqual([303, '/kpis?jaar=2025&gedaan=vastgesteld'])
    const daarna = await lees(get('/kpis?jaar=2025&gedaan=vastgesteld'))
    expect(daarna).toContain('De resultaten over 2025 zijn vastgesteld.')
    expect(daarna).not.toContain('href="/kpis/vaststellen/2025"')
    expect(await telRijen(maart, 'bevinding')).toBe(2)
    expect(await lees(get(`/kpis/${cijfers[EIGEN.agb]!.id}`))).toContain('vastgesteld vr 20 mrt 2026')

    expect(await status(post('/kpis/vaststellen/2025'))).toBe(409)
    expect(await telRijen(maart, 'bevinding')).toBe(2)
  })

  test('wie naar cijfers keek die intussen opnieuw zijn berekend, stelt ze niet vast', async ({ maart, cijfers }) => {
    const { get, post } = await makeTestApp({ ctx: maart, rol: 'contractmanager' })
    const berekening = /name="berekening" value="([^"]+)"/.exec(await lees(get('/kpis/vaststellen/2025')))?.[1]
    expect(berekening).toMatch(/^[0-9a-f-]{36}$/)
    const regels = maakRegels(maart)
    await regels.evaluatie({ nummer: 1, datum: '2025-06-01', behaald: true })
    await berekenKpis({ ...maart, now: maart.now.add({ minutes: 5 }) }, {})
    expect(Object.keys(cijfers)).toHaveLength(2)
    expect(await status(post('/kpis/vaststellen/2025', { berekening: berekening! }))).toBe(409)
    expect(await telRijen(maart, 'kpi_vaststelling')).toBe(0)
  })

  test('een voorlopig jaar is 409, een te lange toelichting 422 bij het veld', async ({ maart, cijfers }) => {
    expect(Object.keys(cijfers)).toHaveLength(2)
    const { post } = await makeTestApp({ ctx: maart, rol: 'contractmanager' })
    expect(await status(post('/kpis/vaststellen/2026'))).toBe(409)
    const antwoord = await post('/kpis/vaststellen/2025', { toelichting: 'a'.repeat(2001) })
    expect(antwoord.status).toBe(422)
    const html = await lees(antwoord)
    expect(html).toContain('Gebruik voor de toelichting hooguit 2000 tekens.')
    expect(html).toContain('href="#veld-toelichting"')
    expect(await telRijen(maart, 'kpi_vaststelling')).toBe(0)
  })
})
