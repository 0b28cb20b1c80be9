import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { maakAanbieder, maakOvereenkomst } from '../../../../test/afspraken.ts'
import { test } from '../../../../test/regio.ts'
import type { Context } from '../../../platform/context.ts'
import { eersteOpenDag, leesRuimte } from './lees-ruimte.ts'
import { findOvereenkomst, listJaren } from './queries.ts'

type Toewijzing = {
  nummer: number
  volume?: number | null
  eenheid?: string
  frequentie?: string
  van?: string
  tot?: string | null
  gestopt?: string | null
  gemeente?: string
  code?: string
  ingetrokken?: boolean
}

async function maakToewijzing(ctx: Context, t: Toewijzing) {
  const {
    nummer,
    volume = 2,
    eenheid = '04',
    frequentie = '2',
    van = '2026-01-01',
    tot = null,
    gestopt = null,
    gemeente = '0439',
    code = '01A03',
    ingetrokken = false,
  } = t
  await sql`with c as (insert into client (regio_id, wet, pseudoniem, sleutelversie, label)
      values (${ctx.regioId}, 'wmo', decode(md5(${String(nummer)}), 'hex'), 1, ${`label-00${nummer}`}) returning id)
    insert into toewijzing (regio_id, wet, gemeente, nummer, client_id, agb, categorie, code, ingangsdatum, einddatum, gestopt_op, ingetrokken, toegewezen_op,
      referentiedatum, volume, eenheid, frequentie)
    select ${ctx.regioId}, 'wmo', ${gemeente}, ${nummer}, c.id, '98990101', '01', ${code}, ${van}, ${tot}, ${gestopt}, ${ingetrokken}, ${van}, ${van}, ${volume},
      ${eenheid}, ${frequentie} from c`.execute(ctx.db)
}

async function maak(ctx: Context) {
  await maakAanbieder(ctx)
  const id = await maakOvereenkomst(ctx, { tariefCent: 4000, plafondCent: 10_000_000 })
  await sql`insert into declaratie_maand (regio_id, agb, maand, overeenkomst_id, regels, bedrag_cent)
    values (${ctx.regioId}, '98990101', '2026-10-01', ${id}, 1, 4000000), (${ctx.regioId}, '98990101', '2026-11-01', ${id}, 1, 7)`.execute(
    ctx.db,
  )
  return id
}

async function ruimte(ctx: Context, id: string) {
  const [jaar] = await listJaren(ctx, id)
  return leesRuimte(ctx, await findOvereenkomst(ctx, id), jaar!)
}

describe('ruimte in een overeenkomst', () => {
  test('FRM-10, CTR-07: ruimte is plafond min gedeclareerd min wat is toegewezen vanaf de eerste maand die nog niet is gedeclareerd', async ({
    ctx,
  }) => {
    const id = await maak(ctx)
    await maakToewijzing(ctx, { nummer: 1 })
    const uitkomst = await ruimte(ctx, id)
    // 2 uur per week à € 40,00 over 1 november tot en met 31 december: 61 dagen
    const verplichtCent = Math.trunc((2 * 4000 * 61) / 7)
    expect(uitkomst).toMatchObject({
      verplichtCent,
      toewijzingen: 1,
      zonderBedrag: 0,
      ruimteCent: 10_000_000 - 4_000_007 - verplichtCent,
    })
    expect(uitkomst!.vanaf.toString()).toBe('2026-11-01')
  })

  test.for<[string, Toewijzing, number]>([
    ['per dag', { nummer: 1, frequentie: '1', volume: 1 }, 61 * 4000],
    ['per maand', { nummer: 1, frequentie: '4', volume: 1 }, Math.trunc((61 * 12 * 4000) / 365)],
    [
      'in totaal, naar rato',
      { nummer: 1, frequentie: '6', volume: 122, van: '2026-11-01', tot: '2027-03-02' },
      61 * 4000,
    ],
    ['in minuten bij een uurtarief', { nummer: 1, eenheid: '01', volume: 60, frequentie: '1' }, 61 * 4000],
    ['tot de einddatum', { nummer: 1, frequentie: '1', volume: 1, tot: '2026-11-10' }, 10 * 4000],
    ['tot de stop', { nummer: 1, frequentie: '1', volume: 1, gestopt: '2026-11-02' }, 2 * 4000],
    ['vanaf de ingang', { nummer: 1, frequentie: '1', volume: 1, van: '2026-12-31' }, 4000],
    ['al afgelopen', { nummer: 1, tot: '2026-10-31' }, 0],
    ['pas volgend jaar', { nummer: 1, van: '2027-01-01' }, 0],
    ['ingetrokken', { nummer: 1, ingetrokken: true }, 0],
    ['andere gemeente', { nummer: 1, gemeente: '0479' }, 0],
    ['ander product', { nummer: 1, code: '01A04' }, 0],
  ])('FRM-10: verplicht, %s', async ([, toewijzing, verplichtCent], { ctx }) => {
    const id = await maak(ctx)
    await maakToewijzing(ctx, toewijzing)
    expect(await ruimte(ctx, id)).toMatchObject({ verplichtCent, zonderBedrag: 0 })
  })

  test('FRM-10: een toewijzing zonder volume of in een andere eenheid wordt geteld, niet geraden', async ({ ctx }) => {
    const id = await maak(ctx)
    await maakToewijzing(ctx, { nummer: 1, volume: null })
    await maakToewijzing(ctx, { nummer: 2, eenheid: '16' })
    expect(await ruimte(ctx, id)).toMatchObject({ verplichtCent: 0, toewijzingen: 2, zonderBedrag: 2 })
  })

  test('zonder plafond is er geen ruimte te noemen', async ({ ctx }) => {
    await maakAanbieder(ctx)
    const id = await maakOvereenkomst(ctx, { plafondCent: '' })
    const uitkomst = await leesRuimte(ctx, await findOvereenkomst(ctx, id), {
      jaar: 2026,
      plafondCent: null,
      gedeclareerdCent: 0,
      perMaandCent: [],
    })
    expect(uitkomst).toMatchObject({ ruimteCent: null, verplichtCent: 0 })
  })

  test('de eerste open dag volgt op de laatste volle maand met declaraties', () => {
    const vandaag = Temporal.PlainDate.from('2026-11-22')
    expect(eersteOpenDag(2026, [1, 1, 0, 1, 0, 0, 0, 0, 0, 0, 9, 0], vandaag).toString()).toBe('2026-05-01')
    expect(eersteOpenDag(2026, [], vandaag).toString()).toBe('2026-01-01')
    expect(eersteOpenDag(2025, [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 5], vandaag).toString()).toBe('2026-01-01')
    expect(eersteOpenDag(2027, [5], vandaag).toString()).toBe('2027-01-01')
  })
})
