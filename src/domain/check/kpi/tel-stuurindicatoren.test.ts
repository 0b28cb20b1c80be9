import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { maakRegels } from '../../../../test/kpi-regels.ts'
import { als, test as base } from '../../../../test/regio.ts'
import type { Context } from '../../../platform/context.ts'
import { maakGebruiker } from '../../plan/inrichting/maak-gebruiker.ts'
import { typenPerWet } from '../../do/bericht/beschrijving/typen.ts'
import { berekenKpis } from './bereken-kpis.ts'
import { eindredenen } from './eindereden.ts'
import type { Kenmerken } from './maak-uitkomsten.ts'
import { stelKpisVast } from './stel-kpis-vast.ts'
import { voortijdigeUitval } from './stuurindicator.ts'

const PURMEREND = 'Purmerend/Edam-Volendam'
const ZAANSTAD = '0479'

type Regels = ReturnType<typeof maakRegels>

const test = base.extend<{ regels: Regels }>({
  regels: async ({ ctx }, use) => {
    const regels = maakRegels(ctx)
    await regels.aanbieder('98990101')
    await use(regels)
  },
})

/** Clients 1 … n with care in 2025; `reden` ends it on 30 June. */
async function inZorg(
  regels: Regels,
  van: number,
  tot: number,
  { reden, gemeente = '0439' }: { reden?: string; gemeente?: string } = {},
) {
  for (let nummer = van; nummer <= tot; nummer++) {
    const sleutel = { nummer, gemeente, client: `c${nummer.toString()}` }
    await regels.toewijzing({ ...sleutel, ingang: '2025-01-06', eind: '2025-12-31', moment: '2025-01-02 10:00' })
    await regels.start({ ...sleutel, begin: '2025-01-13' })
    if (reden) await regels.stop({ ...sleutel, begin: '2025-01-13', eind: '2025-06-30', reden })
  }
}

async function kenmerken(ctx: Context, kpi: string, { jaar = 2025, subregio = PURMEREND } = {}): Promise<Kenmerken> {
  await berekenKpis(ctx, { jaar })
  const { rows } = await sql<{ kenmerken: Kenmerken }>`select u.kenmerken from kpi_uitkomst u
    join kpi_berekening b on b.regio_id = u.regio_id and b.id = u.berekening_id
    join subregio s on s.regio_id = u.regio_id and s.id = u.subregio_id
    where u.regio_id = ${ctx.regioId} and u.jaar = ${jaar} and u.kpi = ${kpi} and s.naam = ${subregio} and u.agb = '98990101'
    order by b.berekend_op desc, b.id desc limit 1`.execute(ctx.db)
  return rows[0]!.kenmerken
}

describe('resultaatrealisatie', () => {
  test('FRM-04, KPI-27, KPI-16: alle evaluaties, eerst per cliënt gemiddeld, over alle subregio’s; en hoeveel tussentijds', async ({
    ctx,
    regels,
  }) => {
    await inZorg(regels, 1, 9)
    await inZorg(regels, 10, 12, { gemeente: ZAANSTAD })
    for (let nummer = 1; nummer <= 8; nummer++) await regels.evaluatie({ nummer, datum: '2025-06-01', behaald: true })
    // twice for one client: half; in between counts as well
    await regels.evaluatie({ nummer: 9, datum: '2025-03-01', behaald: true, tussentijds: true })
    await regels.evaluatie({ nummer: 9, datum: '2025-06-01', behaald: false })
    await regels.evaluatie({ nummer: 10, gemeente: ZAANSTAD, datum: '2025-06-01', behaald: false })
    // a client in two subregio's is one client
    await regels.toewijzing({
      nummer: 13,
      gemeente: ZAANSTAD,
      client: 'c1',
      ingang: '2025-01-06',
      moment: '2025-01-02 10:00',
    })
    await regels.evaluatie({ nummer: 13, gemeente: ZAANSTAD, datum: '2025-06-01', behaald: false })
    // another year, another period
    await regels.evaluatie({ nummer: 11, gemeente: ZAANSTAD, datum: '2024-06-01', behaald: false })
    expect((await kenmerken(ctx, 'resultaat-behaald')).resultaatrealisatie).toEqual({
      n: 10,
      waarde: '80.0',
      letterlijk: '0.90',
      evaluaties: 12,
      inZorg: 12,
      daarvan: 10,
      tussentijds: 1,
    })
  })

  test('FRM-04, FRM-05: onder tien cliënten staat er geen getal, ook niet wat het ongeveer is', async ({
    ctx,
    regels,
  }) => {
    await inZorg(regels, 1, 9)
    for (let nummer = 1; nummer <= 9; nummer++) {
      await regels.evaluatie({ nummer, datum: '2025-06-01', behaald: true })
      await regels.respons({ nummer, datum: '2025-10-01', cijfer: '8,0' })
    }
    expect((await kenmerken(ctx, 'resultaat-behaald')).resultaatrealisatie).toEqual({ n: 9, waarde: null })
    expect((await kenmerken(ctx, 'clienttevredenheid')).tevredenheidPerClient).toEqual({ n: 9, waarde: null })
  })
})

test('FRM-05, KPI-28, KPI-30: een cijfer per cliënt, over alle onderzoeken samen en per onderzoek', async ({
  ctx,
  regels,
}) => {
  await inZorg(regels, 1, 11)
  for (let nummer = 1; nummer <= 10; nummer++) {
    await regels.respons({ nummer, datum: '2025-03-01', veldwerkEinde: '2025-03-31', cijfer: '8,0' })
  }
  // the second survey: one client again, with a 9; the other did not give a grade that counts
  await regels.respons({ nummer: 1, datum: '2025-10-01', veldwerkEinde: '2025-10-31', cijfer: '9,0' })
  await regels.respons({ nummer: 2, datum: '2025-10-01', veldwerkEinde: '2025-10-31', cijfer: '11' })
  await regels.respons({ nummer: 3, datum: '2025-10-01', veldwerkEinde: '2025-10-31', cijfer: '' })
  const { tevredenheidPerClient } = await kenmerken(ctx, 'clienttevredenheid')
  // (9 × 8.0 + 8.5) / 10
  expect(tevredenheidPerClient).toEqual({
    n: 10,
    waarde: '8.05',
    antwoorden: 11,
    onderzoeken: [
      { veldwerkEinde: '2025-03-31', n: 10, waarde: '8.00' },
      { veldwerkEinde: '2025-10-31', n: 1, waarde: null },
    ],
  })
})

describe('voortijdige uitval', () => {
  test('FRM-15, KPI-29, KPI-32: cliënten van wie de zorg voortijdig eindigde, en waarom zorg eindigde', async ({
    ctx,
    regels,
  }) => {
    await inZorg(regels, 1, 11, { reden: '19' })
    await inZorg(regels, 12, 12, { reden: '21' })
    await inZorg(regels, 13, 13, { reden: '22', gemeente: ZAANSTAD })
    await inZorg(regels, 14, 14, { reden: '23' })
    // neither counts: died, moved, gemeente, other domain; no end: for a while, by a request to change
    for (const [plek, reden] of ['02', '31', '36', '39', '20', '37'].entries()) {
      await inZorg(regels, 20 + plek, 20 + plek, { reden })
    }
    await inZorg(regels, 30, 30)
    expect((await kenmerken(ctx, 'start-zorg')).voortijdigeUitval).toEqual({
      n: 14,
      waarde: '21.4',
      voortijdig: 3,
      redenen: [{ wet: 'wmo', code: '19', clienten: 11 }],
      overig: 9,
    })
  })

  test('FRM-15: een cliënt telt één keer, en is uitgevallen als een van de zorgperioden voortijdig eindigde', async ({
    ctx,
    regels,
  }) => {
    await inZorg(regels, 1, 9, { reden: '19' })
    for (const [nummer, reden] of [
      [101, '19'],
      [102, '21'],
    ] as const) {
      await regels.toewijzing({ nummer, client: 'dubbel', ingang: '2025-01-06', moment: '2025-01-02 10:00' })
      await regels.start({ nummer, client: 'dubbel', begin: '2025-01-13' })
      await regels.stop({ nummer, client: 'dubbel', begin: '2025-01-13', eind: '2025-06-30', reden })
    }
    expect((await kenmerken(ctx, 'start-zorg')).voortijdigeUitval).toMatchObject({
      n: 10,
      voortijdig: 1,
      waarde: '10.0',
    })
  })

  test('FRM-15: wat in een ander jaar eindigde telt daar; onder tien staat er geen getal', async ({ ctx, regels }) => {
    await inZorg(regels, 1, 10, { reden: '21' })
    for (const jaar of [2024, 2026]) {
      expect((await kenmerken(ctx, 'start-zorg', { jaar })).voortijdigeUitval).toEqual({ n: 0, waarde: null })
    }
    expect((await kenmerken(ctx, 'start-zorg')).voortijdigeUitval).toMatchObject({ n: 10, waarde: '100.0' })
  })

  test.for([
    ['wmo', '02', 'telt niet'],
    ['wmo', '19', 'gewoon'],
    ['wmo', '20', 'geen einde'],
    ['wmo', '21', 'voortijdig'],
    ['wmo', '22', 'voortijdig'],
    ['wmo', '23', 'voortijdig'],
    ['wmo', '31', 'telt niet'],
    ['wmo', '36', 'telt niet'],
    ['wmo', '37', 'geen einde'],
    ['wmo', '38', 'gewoon'],
    ['wmo', '39', 'telt niet'],
    ['jw', '02', 'telt niet'],
    ['jw', '20', 'geen einde'],
    ['jw', '31', 'gewoon'],
    ['jw', '32', 'voortijdig'],
    ['jw', '33', 'voortijdig'],
    ['jw', '34', 'voortijdig'],
    ['jw', '35', 'telt niet'],
    ['jw', '36', 'telt niet'],
    ['jw', '37', 'geen einde'],
    ['jw', '38', 'gewoon'],
    ['jw', '39', 'telt niet'],
  ] as const)('FRM-15: reden van beëindiging %s %s: %s', ([wet, code, einde]) => {
    expect(eindredenen[wet][code]).toBe(einde)
  })

  test.for(['wmo', 'jw'] as const)('FRM-15: elke code van de standaard (%s) heeft een betekenis', (wet) => {
    const { codes } = typenPerWet.RedenBeeindiging[wet] as { codes: readonly string[] }
    expect(Object.keys(eindredenen[wet]).sort()).toEqual([...codes].sort())
  })

  test('FRM-15, KPI-32: een reden met minder dan tien cliënten wordt niet apart getoond', () => {
    const redenen = [
      { wet: 'wmo', code: '19', clienten: 12 },
      { wet: 'wmo', code: '02', clienten: 9 },
      { wet: 'wmo', code: '38', clienten: 30 },
      { wet: 'wmo', code: '21', clienten: 4 },
    ] as const
    expect(voortijdigeUitval({ n: 46, voortijdig: 4, redenen }, 10)).toEqual({
      n: 46,
      waarde: '8.6',
      voortijdig: 4,
      redenen: [redenen[2], redenen[0]],
      overig: 13,
    })
  })
})

test('FRM-02, KPI-17: bij hoeveel beschikkingen die eindigden het resultaat is vastgesteld', async ({
  ctx,
  regels,
}) => {
  await inZorg(regels, 1, 4)
  await inZorg(regels, 5, 5, { gemeente: ZAANSTAD })
  // never started, ending in another year, or withdrawn: nobody has to evaluate
  await regels.toewijzing({
    nummer: 6,
    client: 'c6',
    ingang: '2025-01-06',
    eind: '2025-12-31',
    moment: '2025-01-02 10:00',
  })
  await regels.toewijzing({
    nummer: 7,
    client: 'c7',
    ingang: '2025-01-06',
    eind: '2026-12-31',
    moment: '2025-01-02 10:00',
  })
  await regels.start({ nummer: 7, client: 'c7', begin: '2025-01-13' })
  const ingetrokken = { nummer: 8, client: 'c8', ingang: '2025-01-06', eind: '2025-01-06', moment: '2025-01-02 10:00' }
  await regels.toewijzing({ ...ingetrokken, reden: '13' })
  await regels.start({ nummer: 8, client: 'c8', begin: '2025-01-13' })
  await regels.evaluatie({ nummer: 1, datum: '2025-12-20', behaald: true })
  await regels.evaluatie({ nummer: 2, datum: '2026-01-10', behaald: false })
  await regels.evaluatie({ nummer: 3, datum: '2025-06-01', behaald: true, tussentijds: true })
  expect((await kenmerken(ctx, 'resultaat-behaald')).dekking).toEqual({ beeindigd: 4, geevalueerd: 2 })
})

test('KPI-32: de wachttijd over alle subregio’s, van wat begon', async ({ ctx, regels }) => {
  await inZorg(regels, 1, 9)
  await inZorg(regels, 10, 10, { gemeente: ZAANSTAD })
  expect((await kenmerken(ctx, 'start-zorg')).wachttijd).toEqual({ n: 10, waarde: '7.0', p90: 7 })
})

test('KPI-33: uit een stuurindicator volgt nooit een bevinding of een oordeel', async ({ ctx, regels }) => {
  await inZorg(regels, 1, 20, { reden: '21' })
  expect((await kenmerken(ctx, 'start-zorg')).voortijdigeUitval).toMatchObject({ waarde: '100.0' })
  const id = await maakGebruiker(ctx, { naam: 'Marloes', functie: '', rol: 'contractmanager', voorbeeld: false })
  const manager = als(ctx, 'contractmanager')
  await stelKpisVast({ ...manager, actor: { ...manager.actor, id } }, 2025, '')
  const { rows } = await sql<{
    n: number
  }>`select count(*)::int as n from bevinding where regio_id = ${ctx.regioId}`.execute(ctx.db)
  expect(rows[0]!.n).toBe(0)
})
