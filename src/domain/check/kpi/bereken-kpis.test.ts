import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { maakRegels } from '../../../../test/kpi-regels.ts'
import { als, metInzage, test as base } from '../../../../test/regio.ts'
import type { Context } from '../../../platform/context.ts'
import { maakGebruiker } from '../../plan/inrichting/maak-gebruiker.ts'
import { listVersies } from '../../plan/inrichting/lees-regelset.ts'
import { listBevindingen } from '../bevinding/queries.ts'
import { berekenKpis } from './bereken-kpis.ts'
import { listGevallen } from './list-gevallen.ts'
import { noteerMededeling } from './noteer-mededeling.ts'
import { stelKpisVast } from './stel-kpis-vast.ts'
import { wijzigNorm } from './wijzig-norm.ts'

// Ten clients in Purmerend: seven start in time, three do not: 70.0 %, below the norm. All ten give an 8, below 8.5.
const test = base.extend<{ regels: ReturnType<typeof maakRegels> }>({
  regels: async ({ ctx }, use) => {
    const regels = maakRegels(ctx)
    await regels.aanbieder('98990101')
    for (let nummer = 1; nummer <= 10; nummer++) {
      const client = `c${nummer.toString()}`
      await regels.toewijzing({ nummer, client, ingang: '2025-03-01', moment: '2025-02-20 10:00' })
      await regels.start({ nummer, client, begin: nummer <= 7 ? '2025-03-11' : '2025-05-10' })
      await regels.respons({ nummer, datum: '2025-10-01', veldwerkEinde: '2025-10-16', cijfer: '8,0' })
    }
    await use(regels)
  },
})

async function manager(ctx: Context, vandaag = '2026-03-20'): Promise<Context> {
  const id = await maakGebruiker(ctx, { naam: 'Marloes', functie: '', rol: 'contractmanager', voorbeeld: false })
  const persoon = als(ctx, 'contractmanager')
  const today = Temporal.PlainDate.from(vandaag)
  return { ...persoon, today, actor: { ...persoon.actor, id } }
}

async function uitkomsten(ctx: Context, jaar = 2025) {
  const { rows } = await sql<{
    id: string
    kpi: string
    waarde: string | null
    oordeel: string | null
    n: number
    versie: number
  }>`
    select u.id, u.kpi, u.waarde, u.oordeel, u.n, d.versie from kpi_uitkomst u
    join kpi_berekening b on b.regio_id = u.regio_id and b.id = u.berekening_id
    join regelsetdeel d on d.regio_id = u.regio_id and d.id = u.regelsetdeel_id
    where u.regio_id = ${ctx.regioId} and u.jaar = ${jaar} and u.waarde is not null order by b.id, u.kpi`.execute(
    ctx.db,
  )
  return rows
}

async function events(ctx: Context, soort: string) {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from audit_regel
    where regio_id = ${ctx.regioId} and soort = ${soort}`.execute(ctx.db)
  return rows[0]!.n
}

const bladzijde = { sorteer: 'titel', richting: 'op', pagina: 1 } as const

describe('berekenen', () => {
  test('KPI-02, KPI-04: elke KPI per aanbieder, subregio en jaar, met de gevallen en waaruit zij bestaan', async ({
    ctx,
    regels,
  }) => {
    expect(regels).toBeDefined()
    const berekeningen = await berekenKpis(ctx)
    expect(berekeningen.map(({ jaar, nieuw }) => [jaar, nieuw])).toEqual([
      [2024, true],
      [2025, true],
      [2026, true],
    ])
    expect(await events(ctx, 'kpi:berekend')).toBe(1)
    const rijen = await uitkomsten(ctx)
    expect(rijen).toMatchObject([
      { kpi: 'clienttevredenheid', waarde: '8.00', oordeel: 'niet behaald', n: 10 },
      { kpi: 'start-zorg', waarde: '70.0', oordeel: 'onvoldoende', n: 10 },
    ])
    const gezien = metInzage(als(ctx, 'contractmanager'))
    const { alle: gevallen } = await listGevallen(gezien, rijen[1]!.id, (alle) => ({ alle, getoond: alle.slice(0, 4) }))
    // S50: recorded are those that are shown
    expect([...gezien.inzage.clienten]).toEqual(gevallen.slice(0, 4).map(({ clientId }) => clientId))
    expect(Map.groupBy(gevallen, ({ uitkomst }) => uitkomst).get('te laat')).toHaveLength(3)
    expect(gevallen[0]).toMatchObject({ label: 'TEST-wmo-c1', gemeente: 'Purmerend' })
    const { rows } = await sql<{ invoer: object; kenmerken: object; aantal: number }>`select b.invoer, u.kenmerken,
        (select count(*)::int from kpi_uitkomst alle where alle.berekening_id = b.id) as aantal
      from kpi_berekening b join kpi_uitkomst u on u.berekening_id = b.id where u.id = ${rijen[1]!.id}`.execute(ctx.db)
    expect(rows[0]).toEqual({
      aantal: 9,
      invoer: { toewijzingen: 10, startberichten: 10, stopberichten: 0, evaluaties: 0, antwoorden: 10 },
      kenmerken: {
        mediaan: '10.0',
        p90: 70,
        nooitGestart: 0,
        benchmark: null,
        voortijdigeUitval: { n: 0, waarde: null },
        wachttijd: { n: 10, waarde: '10.0', p90: 70 },
      },
    })
  })

  test('zonder verandering komt er geen berekening bij; met een verandering staat de nieuwe naast de oude', async ({
    ctx,
    regels,
  }) => {
    await berekenKpis(ctx)
    expect((await berekenKpis(ctx)).map(({ nieuw }) => nieuw)).toEqual([false, false, false])
    // another day, the same figures
    expect((await berekenKpis({ ...ctx, today: ctx.today.add({ days: 1 }) })).map(({ nieuw }) => nieuw)).toEqual([
      false,
      false,
      false,
    ])
    expect(await events(ctx, 'kpi:berekend')).toBe(1)
    await regels.start({ nummer: 10, client: 'c10', begin: '2025-03-12', dagtekening: '2025-03-13' })
    expect((await berekenKpis(ctx, { jaar: 2025 })).map(({ nieuw }) => nieuw)).toEqual([true])
    expect((await uitkomsten(ctx)).filter(({ kpi }) => kpi === 'start-zorg').map(({ waarde }) => waarde)).toEqual([
      '70.0',
      '80.0',
    ])
  })

  test.for(['aanbieder', 'backoffice', 'toezichthouder'] as const)('een %s berekent niet', async (rol, { ctx }) => {
    await expect(berekenKpis(als(ctx, rol))).rejects.toThrow(/mag dit niet/)
  })

  test('ROL-19, ROL-21: een aanbieder ziet alleen zijn eigen uitkomsten, en pas als ze zijn vastgesteld', async ({
    ctx,
    regels,
  }) => {
    await regels.aanbieder('98990108')
    await berekenKpis(ctx)
    await sql`select set_config('overlap.agb', '98990108', true)`.execute(ctx.db)
    expect((await sql`select from kpi_uitkomst`.execute(ctx.db)).rows).toEqual([])
    expect((await sql`select from kpi_berekening`.execute(ctx.db)).rows).toEqual([])
    await sql`select set_config('overlap.agb', '', true)`.execute(ctx.db)
    await stelKpisVast(await manager(ctx), 2025, '')
    await sql`select set_config('overlap.agb', '98990108', true)`.execute(ctx.db)
    const { rows } = await sql<{ agb: string }>`select distinct agb from kpi_uitkomst`.execute(ctx.db)
    expect(rows).toEqual([{ agb: '98990108' }])
    expect((await sql`select from kpi_gevallen`.execute(ctx.db)).rows).toEqual([])
  })

  test('alleen wie met casussen werkt ziet gevallen', async ({ ctx }) => {
    await expect(listGevallen(als(ctx, 'beleid'), ctx.regioId, (getoond) => ({ getoond }))).rejects.toThrow(
      /mag dit niet/,
    )
  })
})

describe('vaststellen', () => {
  test('KPI-03, KPI-13: onder de norm komt er één bevinding, bij een voorlopige methode indicatief', async ({
    ctx,
    regels,
  }) => {
    await berekenKpis(ctx)
    const persoon = await manager(ctx)
    const uitkomst = await stelKpisVast(persoon, 2025, ' Besproken. ')
    expect(uitkomst).toMatchObject({ bevindingen: 2, teLaat: false })
    const { rijen } = await listBevindingen(ctx, {}, bladzijde)
    expect(rijen.map(({ titel, indicatief }) => [titel, indicatief])).toEqual([
      ['Cliënttevredenheid 2025 onder de norm in Purmerend/Edam-Volendam', true],
      ['Continuïteit: start zorg 2025 onder de norm in Purmerend/Edam-Volendam', false],
    ])
    expect(await events(ctx, 'kpi:vastgesteld')).toBe(1)
    await expect(stelKpisVast(persoon, 2025, '')).rejects.toThrow(/al vastgesteld/)

    // a correction stands beside it and can be established; what was found before is not found twice
    await regels.toewijzing({ nummer: 11, client: 'c11', ingang: '2025-03-01', moment: '2025-02-20 10:00' })
    await berekenKpis(ctx)
    expect(await stelKpisVast(persoon, 2025, 'Correctie')).toMatchObject({ bevindingen: 0 })
    expect((await listBevindingen(ctx, {}, bladzijde)).totaal).toBe(2)
  })

  test('KPI-03: na 1 april kan het nog, met een waarschuwing', async ({ ctx, regels }) => {
    expect(regels).toBeDefined()
    await berekenKpis(ctx)
    expect(await stelKpisVast(await manager(ctx, '2026-04-02'), 2025, '')).toMatchObject({ teLaat: true })
    expect(await stelKpisVast(await manager(ctx, '2026-04-01'), 2024, '')).toMatchObject({ teLaat: true })
  })

  test('KPI-03: 1 april is nog op tijd', async ({ ctx, regels }) => {
    expect(regels).toBeDefined()
    await berekenKpis(ctx)
    expect(await stelKpisVast(await manager(ctx, '2026-04-01'), 2025, '')).toMatchObject({ teLaat: false })
  })

  test('KPI-03: vaststellen kan niet zonder berekening, niet voorlopig, en niet wat u niet zag', async ({
    ctx,
    regels,
  }) => {
    const persoon = await manager(ctx)
    await expect(stelKpisVast(persoon, 2025, '')).rejects.toThrow(/nog niets berekend/)
    await berekenKpis(ctx)
    await expect(stelKpisVast(persoon, 2026, '')).rejects.toThrow(/nog voorlopig/)
    const gezien = (await berekenKpis(ctx, { jaar: 2025 }))[0]!.berekeningId
    await regels.start({ nummer: 10, client: 'c10', begin: '2025-03-12', dagtekening: '2025-03-13' })
    await berekenKpis(ctx)
    await expect(stelKpisVast(persoon, 2025, '', { gezien })).rejects.toThrow(/intussen opnieuw berekend/)
    expect((await listBevindingen(ctx, {}, bladzijde)).totaal).toBe(0)
  })

  test.for(['contractbeheerder', 'contracteigenaar', 'beheer (opdrachtregel)'] as const)(
    'een %s stelt niet vast',
    async (rol, { ctx }) => {
      await expect(stelKpisVast(als(ctx, rol), 2025, '')).rejects.toThrow(/mag dit niet/)
    },
  )

  test('KPI-04: uit een nulmeting volgt geen bevinding', async ({ ctx, regels }) => {
    expect(regels).toBeDefined()
    await sql`update regio set contractfase_vanaf = '2025-02-01' where id = ${ctx.regioId}`.execute(ctx.db)
    await berekenKpis(ctx)
    expect((await uitkomsten(ctx)).map(({ oordeel }) => oordeel)).toEqual(['niet behaald', 'onvoldoende'])
    expect(await stelKpisVast(await manager(ctx), 2025, '')).toMatchObject({ bevindingen: 0 })
  })
})

describe('norm wijzigen', () => {
  const nieuw = { bron: 'Besluit van de regio', reden: 'Evaluatie' }

  test('KPI-07: een nieuwe versie oordeelt over latere jaren; een uitkomst houdt de versie van toen', async ({
    ctx,
    regels,
  }) => {
    expect(regels).toBeDefined()
    await berekenKpis(ctx)
    const schaal = [
      { oordeel: 'onvoldoende', ondergrens: '0' },
      { oordeel: 'voldoende', ondergrens: '60' },
      { oordeel: 'goed', ondergrens: '90' },
    ]
    const beheerder = als(ctx, 'functioneel beheerder')
    await wijzigNorm(beheerder, 'start-zorg', {
      ...nieuw,
      wijziging: { norm: '60', schaal },
      geldigVanaf: Temporal.PlainDate.from('2026-01-01'),
    })
    // LIF-15: nobody told this aanbieder, so the norm it knew stays
    expect((await berekenKpis(ctx)).map(({ nieuw }) => nieuw)).toEqual([false, false, false])
    const { id: regelsetdeelId } = (await listVersies(ctx, 'kpi-start-zorg'))[0]!
    const { rows } = await sql<{ aanbiederId: string; agb: string }>`select id as aanbieder_id, agb from aanbieder
      where regio_id = ${ctx.regioId}`.execute(ctx.db)
    await noteerMededeling(ctx, {
      normen: [regelsetdeelId],
      aanbieders: rows,
      datum: Temporal.PlainDate.from('2025-12-31'),
      kanaal: 'post',
      toelichting: '',
      documentId: null,
    })
    expect((await berekenKpis(ctx)).map(({ nieuw }) => nieuw)).toEqual([false, false, true])
    await wijzigNorm(beheerder, 'start-zorg', {
      ...nieuw,
      wijziging: { norm: '90' },
      geldigVanaf: Temporal.PlainDate.from('2027-01-01'),
    })
    expect((await uitkomsten(ctx)).map(({ oordeel, versie }) => [oordeel, versie])).toEqual([
      ['niet behaald', 1],
      ['onvoldoende', 1],
    ])
  })

  test('KPI-07: de norm is een grens van de schaal, en de status gaat stap voor stap', async ({ ctx }) => {
    const beheerder = als(ctx, 'functioneel beheerder')
    const geldigVanaf = Temporal.PlainDate.from('2027-01-01')
    const raadplegingen = [{ datum: '2026-11-02', gevraagd: 20, gereageerd: 14, uitkomst: 'Haalbaar.' }]
    await expect(
      wijzigNorm(beheerder, 'start-zorg', { ...nieuw, geldigVanaf, wijziging: { norm: '85' } }),
    ).rejects.toThrow(/ondergrens van een klasse/)
    await expect(
      wijzigNorm(beheerder, 'start-zorg', { ...nieuw, geldigVanaf, wijziging: { status: 'vastgesteld' } }),
    ).rejects.toThrow(/kan niet volgen/)
    await expect(
      wijzigNorm(als(ctx, 'contractmanager'), 'start-zorg', { ...nieuw, geldigVanaf, wijziging: { norm: '90' } }),
    ).rejects.toThrow(/mag dit niet/)
    expect(
      await wijzigNorm(beheerder, 'start-zorg', {
        ...nieuw,
        geldigVanaf,
        wijziging: { status: 'geevalueerd', raadplegingen },
      }),
    ).toMatchObject({ versie: 2 })
  })
})
