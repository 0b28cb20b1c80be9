import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { maakRegels } from '../../../../test/kpi-regels.ts'
import { test as base } from '../../../../test/regio.ts'
import type { Context } from '../../../platform/context.ts'
import { leesCijfers } from './lees-cijfers.ts'

const PURMEREND = 'Purmerend/Edam-Volendam'
const WATERLAND = 'Oostzaan/Waterland/Landsmeer'

const test = base.extend<{ regels: ReturnType<typeof maakRegels> }>({
  regels: async ({ ctx }, use) => {
    const regels = maakRegels(ctx)
    await regels.aanbieder('98990101')
    await use(regels)
  },
})

async function tel(ctx: Context, kpi: string, { jaar = 2025, subregio = PURMEREND, agb = '98990101' } = {}) {
  const { kpi: rijen } = await leesCijfers(ctx, { jaar })
  const rij = rijen.find((r) => r.kpi === kpi && r.subregio === subregio && r.agb === agb && r.jaar === jaar)!
  const uitgesloten = Object.entries(rij.uitgesloten).filter(([, aantal]) => aantal > 0)
  return { inZorg: rij.clientenInZorg, n: rij.n, teller: rij.teller, ...Object.fromEntries(uitgesloten) }
}

describe('cliënten in zorg', () => {
  test('KPI-06: zorg telt van de start tot de eerste stop; de einddatum van de toewijzing doet er niet toe', async ({
    ctx,
    regels,
  }) => {
    await regels.toewijzing({
      nummer: 1,
      client: 'a',
      ingang: '2023-03-01',
      eind: '2023-12-31',
      moment: '2023-02-01 10:00',
    })
    await regels.start({ nummer: 1, client: 'a', begin: '2023-03-01' })
    expect(await tel(ctx, 'start-zorg')).toMatchObject({ inZorg: 1 })
    await regels.stop({ nummer: 1, client: 'a', begin: '2023-03-01', eind: '2024-12-31' })
    expect(await tel(ctx, 'start-zorg')).toMatchObject({ inZorg: 0 })
    expect(await tel(ctx, 'start-zorg', { jaar: 2024 })).toMatchObject({ inZorg: 1 })
  })

  test('KPI-06: na een tijdelijke stop opent een nieuwe start een nieuwe periode', async ({ ctx, regels }) => {
    await regels.toewijzing({ nummer: 1, client: 'a', ingang: '2024-01-01', moment: '2023-12-01 10:00' })
    await regels.start({ nummer: 1, client: 'a', begin: '2024-01-01' })
    await regels.stop({ nummer: 1, client: 'a', begin: '2024-01-01', eind: '2024-05-01', reden: '20' })
    expect(await tel(ctx, 'start-zorg')).toMatchObject({ inZorg: 0 })
    await regels.start({ nummer: 1, client: 'a', begin: '2025-02-01' })
    await regels.stop({ nummer: 1, client: 'a', begin: '2025-02-01', eind: '2025-03-01' })
    expect(await tel(ctx, 'start-zorg', { jaar: 2026 })).toMatchObject({ inZorg: 0 })
    expect(await tel(ctx, 'start-zorg')).toMatchObject({ inZorg: 1 })
  })

  test('KPI-06: tussen twee perioden is er geen zorg, en na de laatste stop kan zij weer open zijn', async ({
    ctx,
    regels,
  }) => {
    await regels.toewijzing({ nummer: 1, client: 'a', ingang: '2023-01-01', moment: '2022-12-01 10:00' })
    await regels.start({ nummer: 1, client: 'a', begin: '2023-02-01' })
    await regels.stop({ nummer: 1, client: 'a', begin: '2023-02-01', eind: '2023-05-01', reden: '20' })
    await regels.start({ nummer: 1, client: 'a', begin: '2025-02-01' })
    await regels.stop({ nummer: 1, client: 'a', begin: '2025-02-01', eind: '2025-03-01', reden: '20' })
    await regels.start({ nummer: 1, client: 'a', begin: '2025-12-01' })
    expect(await tel(ctx, 'start-zorg', { jaar: 2024 })).toMatchObject({ inZorg: 0 })
    expect(await tel(ctx, 'start-zorg', { jaar: 2026 })).toMatchObject({ inZorg: 1 })
  })

  test('KPI-06: een verwijderde start is geen zorg, een verwijderde stop eindigt niets', async ({ ctx, regels }) => {
    await regels.toewijzing({ nummer: 1, client: 'a', ingang: '2024-01-01', moment: '2023-12-01 10:00' })
    await regels.start({ nummer: 1, client: 'a', begin: '2024-01-01' })
    await regels.stop({ nummer: 1, client: 'a', begin: '2024-01-01', eind: '2024-06-01' })
    expect(await tel(ctx, 'start-zorg')).toMatchObject({ inZorg: 0 })
    await regels.stop({
      nummer: 1,
      client: 'a',
      begin: '2024-01-01',
      eind: '2024-06-01',
      dagtekening: '2024-07-01',
      verwijderd: true,
    })
    expect(await tel(ctx, 'start-zorg')).toMatchObject({ inZorg: 1 })
    await regels.start({ nummer: 1, client: 'a', begin: '2024-01-01', dagtekening: '2024-08-01', verwijderd: true })
    expect(await tel(ctx, 'start-zorg')).toMatchObject({ inZorg: 0 })
    // sent again after the removal
    await regels.start({ nummer: 1, client: 'a', begin: '2024-01-01', dagtekening: '2024-08-02' })
    expect(await tel(ctx, 'start-zorg')).toMatchObject({ inZorg: 1 })
  })

  test('KPI-02: een cliënt telt in elke subregio één keer, ook met toewijzingen van twee gemeenten daarin', async ({
    ctx,
    regels,
  }) => {
    for (const [nummer, gemeente] of [
      [1, '0439'],
      [2, '0385'],
      [3, '0852'],
    ] as const) {
      await regels.toewijzing({ nummer, gemeente, client: 'a', ingang: '2025-01-10', moment: '2025-01-02 10:00' })
      await regels.start({ nummer, gemeente, client: 'a', begin: '2025-01-10' })
    }
    expect(await tel(ctx, 'start-zorg')).toMatchObject({ inZorg: 1 })
    expect(await tel(ctx, 'start-zorg', { subregio: WATERLAND })).toMatchObject({ inZorg: 1 })
  })

  test('KPI-04: wat na de peildatum is verstuurd bestaat niet voor dat jaar', async ({ ctx, regels }) => {
    await regels.toewijzing({ nummer: 1, client: 'a', ingang: '2025-11-01', moment: '2025-10-20 10:00' })
    await regels.start({ nummer: 1, client: 'a', begin: '2025-11-05', dagtekening: '2026-03-02' })
    expect(await tel(ctx, 'start-zorg')).toEqual({ inZorg: 0, n: 1, teller: 0 })
    await regels.start({ nummer: 1, client: 'a', begin: '2025-11-06', dagtekening: '2026-03-01' })
    expect(await tel(ctx, 'start-zorg')).toEqual({ inZorg: 1, n: 1, teller: 1 })
  })

  test('KPI-04: een 305 van voor de peildatum telt als zorg, ook als de 301 pas daarna kwam', async ({
    ctx,
    regels,
  }) => {
    await regels.start({ nummer: 1, client: 'a', begin: '2025-12-01' })
    await regels.toewijzing({ nummer: 1, client: 'a', ingang: '2025-12-01', moment: '2026-03-05 10:00' })
    expect(await tel(ctx, 'start-zorg')).toEqual({ inZorg: 1, n: 0, teller: 0 })
  })

  test('KPI-02: de definitie noemt de wet; hetzelfde nummer van de Jeugdwet is een andere toewijzing', async ({
    ctx,
    regels,
  }) => {
    await regels.toewijzing({ nummer: 1, client: 'a', ingang: '2025-01-10', moment: '2025-01-02 10:00' })
    await regels.toewijzing({
      nummer: 1,
      wet: 'jw',
      categorie: '50',
      client: 'b',
      ingang: '2025-01-10',
      moment: '2025-01-02 10:00',
    })
    await regels.start({ nummer: 1, wet: 'jw', categorie: '50', client: 'b', begin: '2025-01-11' })
    await regels.evaluatie({ nummer: 1, datum: '2025-06-01', behaald: true })
    expect(await tel(ctx, 'start-zorg')).toEqual({ inZorg: 0, n: 1, teller: 0 })
    expect(await tel(ctx, 'resultaat-behaald')).toEqual({ inZorg: 0, n: 1, teller: 1 })
  })

  test('KPI-02: meet een definitie twee wetten, dan blijven gelijke nummers uit elkaar; een evaluatie is van de Wmo', async ({
    ctx,
    regels,
  }) => {
    await sql`insert into regelsetdeel (regio_id, deel, versie, geldig_vanaf, bron, inhoud, vastgelegd_op, vastgelegd_door)
      select regio_id, deel, versie + 1, geldig_vanaf, bron, jsonb_set(inhoud, '{wetten}', '["wmo", "jw"]'), vastgelegd_op, vastgelegd_door
      from regelsetdeel where regio_id = ${ctx.regioId} and deel like 'kpi-%'`.execute(ctx.db)
    await regels.toewijzing({ nummer: 1, client: 'a', ingang: '2025-01-10', moment: '2025-01-02 10:00' })
    await regels.toewijzing({ nummer: 1, wet: 'jw', client: 'b', ingang: '2025-01-10', moment: '2025-01-02 10:00' })
    await regels.start({ nummer: 1, wet: 'jw', client: 'b', begin: '2025-01-11' })
    await regels.evaluatie({ nummer: 1, datum: '2025-06-01', behaald: true })
    expect(await tel(ctx, 'start-zorg')).toEqual({ inZorg: 1, n: 2, teller: 1 })
    expect(await tel(ctx, 'resultaat-behaald')).toEqual({ inZorg: 1, n: 1, teller: 1 })
  })

  test('alleen geldige regels tellen', async ({ ctx, regels }) => {
    await regels.toewijzing({ nummer: 1, client: 'a', ingang: '2025-01-10', moment: '2025-01-02 10:00' })
    await regels.start({ nummer: 1, client: 'a', begin: '2025-01-11', oordeel: 'wachtend' })
    expect(await tel(ctx, 'start-zorg')).toEqual({ inZorg: 0, n: 1, teller: 0 })
  })
})

describe('start zorg', () => {
  const ingang = '2025-08-01'

  test.for([
    ['2025-09-12', 1],
    ['2025-09-13', 0],
    ['2025-05-01', 1],
  ] as const)(
    'KPI-22: met ref 1 augustus is een start op %s %i keer tijdig',
    async ([begin, teller], { ctx, regels }) => {
      await regels.toewijzing({ nummer: 1, client: 'a', ingang, moment: '2025-07-20 10:00' })
      await regels.start({ nummer: 1, client: 'a', begin })
      expect(await tel(ctx, 'start-zorg')).toMatchObject({ n: 1, teller })
    },
  )

  test('KPI-23: ref is de latere van ingangsdatum en toewijzing; een verlenging begint de termijn niet opnieuw', async ({
    ctx,
    regels,
  }) => {
    await regels.toewijzing({ nummer: 1, client: 'a', ingang, moment: '2025-08-20 10:00' })
    await regels.start({ nummer: 1, client: 'a', begin: '2025-10-01' })
    expect(await tel(ctx, 'start-zorg')).toMatchObject({ teller: 1 })
    await regels.toewijzing({
      nummer: 1,
      client: 'a',
      ingang,
      eind: '2026-08-01',
      moment: '2025-12-20 10:00',
      reden: '09',
    })
    expect(await tel(ctx, 'start-zorg')).toMatchObject({ n: 1, teller: 1 })
    // another Ingangsdatum does move it
    await regels.toewijzing({ nummer: 1, client: 'a', ingang: '2025-07-01', moment: '2025-12-21 10:00' })
    expect(await tel(ctx, 'start-zorg')).toMatchObject({ n: 1, teller: 1 })
    await regels.toewijzing({ nummer: 1, client: 'a', ingang: '2026-01-02', moment: '2025-12-22 10:00' })
    expect(await tel(ctx, 'start-zorg')).toMatchObject({ n: 0 })
  })

  test('KPI-23: de nieuwste toewijzing geldt, niet de laatst verstuurde; bij gelijke tijd die met een reden', async ({
    ctx,
    regels,
  }) => {
    await regels.toewijzing({
      nummer: 1,
      client: 'a',
      ingang: '2026-02-01',
      moment: '2025-07-22 10:00',
      dagtekening: '2025-07-22',
    })
    await regels.toewijzing({ nummer: 1, client: 'a', ingang, moment: '2025-07-20 10:00', dagtekening: '2025-08-01' })
    expect(await tel(ctx, 'start-zorg')).toMatchObject({ n: 0 })
    await regels.toewijzing({ nummer: 2, client: 'b', ingang, moment: '2025-07-20 10:00', eind: ingang, reden: '13' })
    await regels.toewijzing({ nummer: 2, client: 'b', ingang, moment: '2025-07-20 10:00', dagtekening: '2025-07-25' })
    expect(await tel(ctx, 'start-zorg')).toMatchObject({ n: 0, ingetrokken: 1 })
  })

  test('KPI-22: een intrekking sluit uit als zij voor het einde van de termijn kwam en niemand begon', async ({
    ctx,
    regels,
  }) => {
    for (const [nummer, moment] of [
      [1, '2025-09-12 10:00'],
      [2, '2025-09-13 10:00'],
      [3, '2025-09-12 10:00'],
    ] as const) {
      await regels.toewijzing({ nummer, client: `c${nummer.toString()}`, ingang, moment: '2025-07-20 10:00' })
      await regels.toewijzing({ nummer, client: `c${nummer.toString()}`, ingang, eind: ingang, moment, reden: '13' })
    }
    await regels.start({ nummer: 3, client: 'c3', begin: '2025-10-30' })
    expect(await tel(ctx, 'start-zorg')).toMatchObject({ n: 2, teller: 0, ingetrokken: 1 })
  })

  test('KPI-22: een vertrokken cliënt sluit uit op de einddatum; reden 09 is geen grond', async ({ ctx, regels }) => {
    const rijen = [
      [1, '02', '2025-09-12'],
      [2, '06', '2025-09-13'],
      [3, '07', '2025-08-02'],
      [4, '09', '2025-08-02'],
    ] as const
    for (const [nummer, reden, eind] of rijen) {
      await regels.toewijzing({
        nummer,
        client: `c${nummer.toString()}`,
        ingang,
        eind,
        moment: '2025-11-20 10:00',
        reden,
      })
      await regels.toewijzing({ nummer, client: `c${nummer.toString()}`, ingang, moment: '2025-07-20 10:00' })
    }
    expect(await tel(ctx, 'start-zorg')).toMatchObject({ n: 2, clientWeg: 2 })
  })

  test('KPI-22: voortzetting is zorg van dezelfde cliënt, aanbieder en categorie die doorloopt tot de dag voor ref', async ({
    ctx,
    regels,
  }) => {
    const ander = [
      { nummer: 11, client: 'a', eind: '2025-07-31' },
      { nummer: 12, client: 'b', eind: '2025-07-30' },
      { nummer: 13, client: 'c', eind: undefined, categorie: '02' },
      { nummer: 14, client: 'd', eind: undefined, gemeente: '0852' },
    ]
    for (const { nummer, client, eind, ...rest } of ander) {
      await regels.toewijzing({ nummer, client, ...rest, ingang: '2024-01-01', moment: '2023-12-20 10:00' })
      await regels.start({ nummer, client, ...rest, begin: '2024-01-01' })
      if (eind) await regels.stop({ nummer, client, begin: '2024-01-01', eind })
      await regels.toewijzing({ nummer: nummer - 10, client, ingang, moment: '2025-07-20 10:00' })
    }
    expect(await tel(ctx, 'start-zorg')).toMatchObject({ n: 2, voortzetting: 2 })
  })

  test('KPI-22: zonder start telt een toewijzing pas als haar termijn voor de peildatum voorbij is', async ({
    ctx,
    regels,
  }) => {
    await regels.toewijzing({ nummer: 1, client: 'a', ingang: '2026-10-11', moment: '2026-10-01 10:00' })
    await regels.toewijzing({ nummer: 2, client: 'b', ingang: '2026-10-10', moment: '2026-10-01 10:00' })
    expect(await tel(ctx, 'start-zorg', { jaar: 2026 })).toMatchObject({ n: 1, teller: 0, termijnLoopt: 1 })
    await regels.start({ nummer: 1, client: 'a', begin: '2026-11-01' })
    expect(await tel(ctx, 'start-zorg', { jaar: 2026 })).toMatchObject({ n: 2, teller: 1 })
  })
})

describe('resultaat behaald', () => {
  test('KPI-20: een cliënt is behaald als alle eindevaluaties behaald zijn; tussentijdse tellen niet', async ({
    ctx,
    regels,
  }) => {
    for (const [nummer, client, gemeente] of [
      [1, 'a', '0439'],
      [2, 'a', '0385'],
      [3, 'b', '0439'],
    ] as const) {
      await regels.toewijzing({ nummer, client, gemeente, ingang: '2024-02-01', moment: '2024-01-20 10:00' })
    }
    await regels.evaluatie({ nummer: 1, datum: '2025-01-01', behaald: true })
    await regels.evaluatie({ nummer: 3, datum: '2025-12-31', behaald: true })
    await regels.evaluatie({ nummer: 3, datum: '2025-06-01', behaald: false, tussentijds: true })
    await regels.evaluatie({ nummer: 3, datum: '2026-01-01', behaald: false })
    await regels.evaluatie({ nummer: 99, datum: '2025-06-01', behaald: false })
    expect(await tel(ctx, 'resultaat-behaald')).toEqual({ inZorg: 0, n: 2, teller: 2, tussentijds: 1 })
    await regels.evaluatie({ nummer: 2, gemeente: '0385', datum: '2025-07-01', behaald: false })
    expect(await tel(ctx, 'resultaat-behaald')).toEqual({ inZorg: 0, n: 2, teller: 1, tussentijds: 1 })
  })
})

describe('cliënttevredenheid', () => {
  test('KPI-10, KPI-11: geldige cijfers van cliënten in zorg, per cliënt het laatste antwoord', async ({
    ctx,
    regels,
  }) => {
    const cijfers = [
      ['a', '8,5'],
      ['b', '10'],
      ['c', ''],
      ['d', '10,1'],
      ['e', '8,55'],
      ['f', '8.5'],
      ['g', '-1,0'],
      ['h', '7,0'],
    ] as const
    for (const [plaats, [client, cijfer]] of cijfers.entries()) {
      const nummer = plaats + 1
      await regels.toewijzing({ nummer, client, ingang: '2025-01-10', moment: '2025-01-02 10:00' })
      if (client !== 'h') await regels.start({ nummer, client, begin: '2025-01-10' })
      await regels.respons({ nummer, datum: '2025-10-09', veldwerkEinde: '2025-10-16', cijfer })
    }
    expect(await tel(ctx, 'clienttevredenheid')).toEqual({
      inZorg: 7,
      n: 2,
      teller: 185,
      geenCijfer: 1,
      buitenSchaal: 4,
      nietInZorg: 1,
    })
    // an earlier and a later answer of a, the later one over another toewijzing
    await regels.toewijzing({ nummer: 20, client: 'a', ingang: '2025-01-10', moment: '2025-01-02 10:00' })
    await regels.respons({ nummer: 20, datum: '2025-10-10', veldwerkEinde: '2025-10-16', cijfer: '6' })
    await regels.respons({ nummer: 1, datum: '2025-10-01', veldwerkEinde: '2025-10-16', cijfer: '9' })
    expect(await tel(ctx, 'clienttevredenheid')).toMatchObject({ n: 2, teller: 160, dubbel: 2 })
  })

  test('KPI-10: het jaar is dat van het einde van het veldwerk, niet van het antwoord', async ({ ctx, regels }) => {
    await regels.toewijzing({ nummer: 1, client: 'a', ingang: '2025-01-10', moment: '2025-01-02 10:00' })
    await regels.start({ nummer: 1, client: 'a', begin: '2025-01-10' })
    await regels.respons({ nummer: 1, datum: '2025-12-30', veldwerkEinde: '2026-01-05', cijfer: '9,0' })
    expect(await tel(ctx, 'clienttevredenheid')).toMatchObject({ n: 0 })
    expect(await tel(ctx, 'clienttevredenheid', { jaar: 2026 })).toMatchObject({ n: 1, teller: 90 })
  })
})
