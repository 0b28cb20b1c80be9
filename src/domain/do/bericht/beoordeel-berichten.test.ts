import { describe, expect } from 'vitest'
import { sql } from 'kysely'
import { maakAanbieder, maakOvereenkomst } from '../../../../test/afspraken.ts'
import {
  AGB,
  ANDERE_AGB,
  BSN,
  UURTARIEF,
  xml301,
  xml305,
  xml307,
  xml323,
  xml325,
  xmlRetour,
} from '../../../../test/builders-bericht.ts'
import { beoordeel, lever, maakAfspraken, stand, vergeetOordelen, zetKlaar } from '../../../../test/inlezen.ts'
import { als, test } from '../../../../test/regio.ts'
import type { Context } from '../../../platform/context.ts'
import { aanvaardBericht } from './aanvaard-bericht.ts'

/** Judgement and code per message, by its identification. Also proves that judging all of it as many messages gives the same. */
async function oordelen(ctx: Context): Promise<Record<string, string>> {
  await ookVoorVeel(ctx)
  const { rows } = await sql<{ identificatie: string; oordeel: string; code: string | null }>`
    select identificatie, oordeel, code from bericht where regio_id = ${ctx.regioId} order by identificatie`.execute(
    ctx.db,
  )
  return Object.fromEntries(
    rows.map(({ identificatie, oordeel, code }) => [identificatie, code ? `${oordeel} ${code}` : oordeel]),
  )
}

async function ookVoorVeel(ctx: Context) {
  const verwacht = await stand(ctx)
  await sql`savepoint veel`.execute(ctx.db)
  await vergeetOordelen(ctx)
  await beoordeel(ctx, 0)
  expect(await stand(ctx)).toEqual(verwacht)
  await sql`rollback to savepoint veel`.execute(ctx.db)
}

async function som(ctx: Context): Promise<number> {
  await ookVoorVeel(ctx)
  const maanden = (await stand(ctx))['maanden'] as { bedragCent: number }[]
  return maanden.reduce((totaal, { bedragCent }) => totaal + bedragCent, 0)
}

const toewijzing = async (ctx: Context) => (await stand(ctx))['toewijzingen']!

describe('een gewone reeks', () => {
  test('301, 305, 307 en 323 tellen en geven de toewijzing', async ({ ctx }) => {
    await maakAfspraken(ctx)
    const verslag = await lever(
      ctx,
      xml301({ identificatie: 'T1' }),
      xml305({ identificatie: 'S1' }),
      xml307({ identificatie: 'P1' }),
      xml323({ identificatie: 'D1' }),
    )
    expect(verslag).toEqual({ verwerkt: 4, dubbel: 0, wachtend: 0, aantalAfgekeurd: 0, afgekeurd: [] })
    expect(await oordelen(ctx)).toEqual({ D1: 'geldig', P1: 'geldig', S1: 'geldig', T1: 'geldig' })
    expect(await toewijzing(ctx)).toMatchObject([
      {
        nummer: 1001,
        referentiedatum: '2024-01-15',
        gestartOp: '2024-01-22',
        gestoptOp: '2024-01-31',
        ingetrokken: false,
      },
    ])
    expect(await som(ctx)).toBe(35_400)
  })

  test('dezelfde berichten nog een keer zijn dubbel en veranderen niets', async ({ ctx }) => {
    await maakAfspraken(ctx)
    const alles = [xml301({ identificatie: 'T1' }), xml305({ identificatie: 'S1' }), xml323({ identificatie: 'D1' })]
    await lever(ctx, ...alles)
    const voor = await stand(ctx)
    const verslag = await lever(
      ctx,
      ...alles,
      ...alles.map((xml) => xml.replaceAll('m:', 'ns9:').replace('xmlns:m', 'xmlns:ns9')),
    )
    expect(verslag).toMatchObject({ verwerkt: 0, dubbel: 6, wachtend: 0 })
    expect(await stand(ctx)).toEqual(voor)
  })
})

describe('wat nog niet bekend is, wacht en telt later mee', () => {
  const code = { gemeente: 'onbekende-gemeente', aanbieder: 'onbekende-aanbieder', product: 'product-niet-in-contract' }

  test('een onbekende gemeente', async ({ ctx }) => {
    await maakAfspraken(ctx)
    const verslag = await lever(ctx, xml301({ gemeente: '0363', identificatie: 'T1' }))
    expect(verslag).toMatchObject({
      verwerkt: 0,
      wachtend: 1,
      afgekeurd: [{ bestand: '1.xml', code: code.gemeente, oordeel: 'wachtend' }],
    })
    await sql`insert into gemeente (regio_id, code, naam, subregio_id)
      select regio_id, '0363', 'Amsterdam', id from subregio where regio_id = ${ctx.regioId} limit 1`.execute(ctx.db)
    await beoordeel(ctx)
    expect(await oordelen(ctx)).toEqual({ T1: 'wachtend product-niet-in-contract' })
  })

  test('een onbekende aanbieder, daarna de overeenkomst', async ({ ctx }) => {
    await lever(ctx, xml301({ identificatie: 'T1' }), xml305({ identificatie: 'S1' }), xml323({ identificatie: 'D1' }))
    expect(await oordelen(ctx)).toEqual({
      D1: `wachtend ${code.aanbieder}`,
      S1: `wachtend ${code.aanbieder}`,
      T1: `wachtend ${code.aanbieder}`,
    })
    await maakAanbieder(ctx, { agb: AGB })
    await beoordeel(ctx)
    expect(await oordelen(ctx)).toEqual({
      D1: 'wachtend onbekende-toewijzing',
      S1: 'wachtend onbekende-toewijzing',
      T1: `wachtend ${code.product}`,
    })
    expect(await toewijzing(ctx)).toEqual([])
    await maakAfspraken(ctx)
    await beoordeel(ctx)
    expect(await oordelen(ctx)).toEqual({ D1: 'geldig', S1: 'geldig', T1: 'geldig' })
    expect(await som(ctx)).toBe(35_400)
  })

  test('een toewijzing die later komt, en een start die later komt', async ({ ctx }) => {
    await maakAfspraken(ctx)
    await lever(ctx, xml307({ identificatie: 'P1' }), xml323({ identificatie: 'D1' }))
    await lever(ctx, xml301({ identificatie: 'T1' }))
    expect(await oordelen(ctx)).toEqual({ D1: 'geldig', P1: 'wachtend geen-bijbehorende-start', T1: 'geldig' })
    await lever(ctx, xml305({ identificatie: 'S1' }))
    expect(await oordelen(ctx)).toEqual({ D1: 'geldig', P1: 'geldig', S1: 'geldig', T1: 'geldig' })
  })

  test('een stop blijft geldig als zijn start later wordt verwijderd', async ({ ctx }) => {
    await maakAfspraken(ctx)
    await lever(
      ctx,
      xml301({ identificatie: 'T1' }),
      xml305({ identificatie: 'S1' }),
      xml307({ identificatie: 'P1' }),
      xml305({ identificatie: 'S2', dagtekening: '2024-02-09' }, { status: 3 }),
    )
    expect(await oordelen(ctx)).toMatchObject({ P1: 'geldig', S2: 'geldig' })
    expect(await toewijzing(ctx)).toMatchObject([{ gestartOp: null, gestoptOp: null }])
  })

  test('een bericht met twee starts wacht in zijn geheel, en laat daarna ook de stop op de andere toewijzing tellen', async ({
    ctx,
  }) => {
    await maakAfspraken(ctx)
    await lever(
      ctx,
      xml301({ identificatie: 'T1' }, { nummer: 1 }),
      xml305({ identificatie: 'S1' }, { nummer: 1 }, { nummer: 2 }),
      xml307({ identificatie: 'P1' }, { nummer: 1 }),
    )
    expect(await oordelen(ctx)).toMatchObject({
      S1: 'wachtend onbekende-toewijzing',
      P1: 'wachtend geen-bijbehorende-start',
    })
    await lever(ctx, xml301({ identificatie: 'T2' }, { nummer: 2 }))
    expect(await oordelen(ctx)).toMatchObject({ S1: 'geldig', P1: 'geldig', T2: 'geldig' })
    expect(await toewijzing(ctx)).toMatchObject([
      { nummer: 1, gestartOp: '2024-01-22', gestoptOp: '2024-01-31' },
      { nummer: 2, gestartOp: '2024-01-22', gestoptOp: null },
    ])
  })

  test('zorg zonder toewijzingsnummer (taakgericht) telt zonder toewijzing; de stop hoort bij de start', async ({
    ctx,
  }) => {
    await maakAfspraken(ctx)
    await lever(ctx, xml307({ identificatie: 'P1' }, { nummer: null }))
    expect(await oordelen(ctx)).toEqual({ P1: 'wachtend geen-bijbehorende-start' })
    await lever(ctx, xml305({ identificatie: 'S1' }, { nummer: null }))
    expect(await oordelen(ctx)).toEqual({ P1: 'geldig', S1: 'geldig' })
  })
})

describe('wat niet past, wordt aangehouden tot iemand het aanvaardt', () => {
  const persoon = (ctx: Context) => als(ctx, 'backoffice')
  const id = async (ctx: Context, identificatie: string) =>
    (
      await sql<{
        id: number
      }>`select id from bericht where regio_id = ${ctx.regioId} and identificatie = ${identificatie}`.execute(ctx.db)
    ).rows[0]!.id

  test('een andere client of aanbieder dan die van de toewijzing', async ({ ctx }) => {
    await maakAfspraken(ctx)
    const verslag = await lever(
      ctx,
      xml301({ identificatie: 'T1' }),
      xml305({ identificatie: 'S1', bsn: BSN.truus }),
      xml305({ identificatie: 'S2', agb: ANDERE_AGB }),
    )
    expect(verslag).toMatchObject({ verwerkt: 1, wachtend: 2 })
    expect(await oordelen(ctx)).toMatchObject({
      S1: 'aangehouden client-hoort-niet-bij-toewijzing',
      S2: 'aangehouden aanbieder-hoort-niet-bij-toewijzing',
    })
    expect(await toewijzing(ctx)).toMatchObject([{ gestartOp: null }])
    await aanvaardBericht(persoon(ctx), await id(ctx, 'S1'), 0, 'Naamswisseling, gebeld met de aanbieder')
    await beoordeel(ctx)
    expect(await oordelen(ctx)).toMatchObject({ S1: 'geldig', S2: 'aangehouden aanbieder-hoort-niet-bij-toewijzing' })
    expect(await toewijzing(ctx)).toMatchObject([{ gestartOp: '2024-01-22' }])
  })

  test('een identificatie die opnieuw is gebruikt: de vroegste dagtekening geldt, in elke volgorde', async ({
    ctx,
  }) => {
    await maakAfspraken(ctx)
    await lever(ctx, xml301({ identificatie: 'T1', dagtekening: '2024-02-02' }, { nummer: 2 }))
    expect(await toewijzing(ctx)).toMatchObject([{ nummer: 2 }])
    await lever(ctx, xml301({ identificatie: 'T1', dagtekening: '2024-02-01' }, { nummer: 1 }))
    expect(await toewijzing(ctx)).toMatchObject([{ nummer: 1 }])
    const { rows } = await sql<{ dagtekening: Temporal.PlainDate; code: string | null }>`
      select dagtekening, code from bericht where regio_id = ${ctx.regioId} order by dagtekening`.execute(ctx.db)
    expect(rows.map(({ code }) => code)).toEqual([null, 'identificatie-hergebruikt'])
  })

  test('een 305 en een 307 van dezelfde afzender mogen een identificatie delen', async ({ ctx }) => {
    await maakAfspraken(ctx)
    await lever(ctx, xml301({ identificatie: 'T1' }), xml305({ identificatie: 'X' }), xml307({ identificatie: 'X' }))
    expect(await toewijzing(ctx)).toMatchObject([{ gestartOp: '2024-01-22', gestoptOp: '2024-01-31' }])
  })

  test('een prestatie past in één versie van de toewijzing, niet in twee die op elkaar aansluiten', async ({ ctx }) => {
    await maakAfspraken(ctx)
    await lever(
      ctx,
      xml301({ identificatie: 'T1' }, { ingangsdatum: '2024-01-15', einddatum: '2024-01-20' }),
      xml301(
        { identificatie: 'T2' },
        { moment: '2024-01-30 10:00:00', ingangsdatum: '2024-01-21', einddatum: '2024-12-31' },
      ),
      xml323({ identificatie: 'D1', nummer: 'D1' }, { van: '2024-01-16', tot: '2024-01-20' }),
      xml323({ identificatie: 'D2', nummer: 'D2' }, { van: '2024-01-21', tot: '2024-01-31', referentie: 'R2' }),
      xml323({ identificatie: 'D3', nummer: 'D3' }, { van: '2024-01-16', tot: '2024-01-31', referentie: 'R3' }),
    )
    expect(await oordelen(ctx)).toMatchObject({
      D1: 'geldig',
      D2: 'geldig',
      D3: 'aangehouden buiten-toewijzingsperiode',
    })
  })

  test('een periode buiten de toewijzing, en een referentie die al gebruikt is', async ({ ctx }) => {
    await maakAfspraken(ctx)
    const verslag = await lever(
      ctx,
      xml301({ identificatie: 'T1' }),
      xml323({ identificatie: 'D1' }, { referentie: 'R1' }, { referentie: 'R2', van: '2024-01-01', tot: '2024-01-31' }),
      xml323({ identificatie: 'D2', nummer: 'D2', dagtekening: '2024-03-06' }, { referentie: 'R1' }),
    )
    expect(verslag).toMatchObject({ verwerkt: 2, wachtend: 1 })
    expect(verslag.afgekeurd).toMatchObject([
      { bestand: '2.xml', code: 'buiten-toewijzingsperiode', plaats: 'nummer 2', oordeel: 'aangehouden' },
      { bestand: '3.xml', code: 'dubbele-referentie', plaats: 'nummer 1', oordeel: 'aangehouden' },
    ])
    expect(await som(ctx)).toBe(35_400)
    await aanvaardBericht(persoon(ctx), await id(ctx, 'D1'), 2, 'Toewijzing is mondeling eerder ingegaan')
    await aanvaardBericht(persoon(ctx), await id(ctx, 'D2'), 1, 'Typfout in de referentie')
    await beoordeel(ctx)
    expect(await som(ctx)).toBe(3 * 35_400)
    expect(await oordelen(ctx)).toMatchObject({ D1: 'geldig', D2: 'geldig' })
  })

  test('aanvaarden kan alleen wat aanvaardbaar is, door wie dat mag, met een reden', async ({ ctx }) => {
    await maakAfspraken(ctx)
    await lever(ctx, xml305({ identificatie: 'S1' }))
    const s1 = await id(ctx, 'S1')
    await expect(aanvaardBericht(persoon(ctx), s1, 0, 'Omdat')).rejects.toMatchObject({ status: 409 })
    await expect(aanvaardBericht(persoon(ctx), s1, 0, '  ')).rejects.toMatchObject({ status: 422 })
    await expect(aanvaardBericht(persoon(ctx), 999_999_999, 0, 'Omdat')).rejects.toMatchObject({ status: 404 })
    await expect(aanvaardBericht(als(ctx, 'contractmanager'), s1, 0, 'Omdat')).rejects.toMatchObject({ status: 403 })
  })
})

describe('declaraties', () => {
  test('een start of stop is nooit nodig om een declaratie te laten tellen (OP364)', async ({ ctx }) => {
    await maakAfspraken(ctx)
    await lever(ctx, xml301({ identificatie: 'T1' }), xml323({ identificatie: 'D1' }))
    expect(await oordelen(ctx)).toMatchObject({ D1: 'geldig' })
  })

  test.for([
    ['een ander product', { code: '01A04' }, 'wachtend', 'product-niet-in-contract'],
    ['een ander tarief', { tarief: 3541 }, 'afgekeurd', 'tarief-wijkt-af'],
    ['een andere eenheid', { eenheid: '84' }, 'afgekeurd', 'tarief-wijkt-af'],
    ['geen tarief in dat jaar', { van: '2025-02-01', tot: '2025-02-28' }, 'wachtend', 'tarief-wijkt-af'],
    ['een onbekende toewijzing', { nummer: 7 }, 'wachtend', 'onbekende-toewijzing'],
    ['een andere client', { bsn: BSN.truus }, 'aangehouden', 'client-hoort-niet-bij-toewijzing'],
    ['credit zonder debet', { credit: true, vorige: 'R0' }, 'wachtend', 'credit-zonder-debet'],
    ['een ander bedrag zonder tarief', { tarief: null, bedrag: 35_401 }, 'afgekeurd', 'bedrag-onjuist'],
  ] as const)('%s', async ([, prestatie, oordeel, code], { ctx }) => {
    await maakAfspraken(ctx)
    const maand = 'van' in prestatie ? prestatie.van.slice(0, 7) : '2024-02'
    const dagtekening = maand === '2024-02' ? '2024-03-05' : '2025-03-05'
    const verslag = await lever(
      ctx,
      xml301({ identificatie: 'T1' }),
      xml323({ identificatie: 'D1', maand, dagtekening }, prestatie),
    )
    expect(verslag.afgekeurd).toMatchObject([{ bestand: '2.xml', code, oordeel }])
    expect(await som(ctx)).toBe(0)
    expect(verslag).toMatchObject({ verwerkt: 1, wachtend: oordeel === 'afgekeurd' ? 0 : 1 })
  })

  test('uurtarief in minuten: bedrag is uurtarief x minuten / 60, half omhoog', async ({ ctx }) => {
    await maakAfspraken(ctx)
    const zorg = { categorie: '02', code: '02A05', nummer: 5 }
    const minuten = { ...zorg, eenheid: '01', volume: 270, tarief: 136 }
    await lever(
      ctx,
      xml301({ identificatie: 'T1' }, zorg),
      // 8167 × 270 / 60 = 36751.5
      xml323({ identificatie: 'D1' }, { ...minuten, bedrag: 36_752 }),
      xml323({ identificatie: 'D2', nummer: 'D2' }, { ...minuten, bedrag: 36_751, referentie: 'R2' }),
    )
    expect(await oordelen(ctx)).toMatchObject({ D1: 'geldig', D2: 'afgekeurd bedrag-onjuist' })
  })

  test('een ander tarief telt mee zodra het tarief in de overeenkomst is gewijzigd', async ({ ctx }) => {
    await maakAfspraken(ctx)
    await lever(ctx, xml301({ identificatie: 'T1' }), xml323({ identificatie: 'D1' }, { tarief: 3_600 }))
    expect(await oordelen(ctx)).toMatchObject({ D1: 'afgekeurd tarief-wijkt-af' })
    await maakOvereenkomst(ctx, { jaar: 2024, tariefCent: 3_600 })
    await beoordeel(ctx)
    expect(await oordelen(ctx)).toMatchObject({ D1: 'geldig' })
    expect(await som(ctx)).toBe(36_000)
  })

  test('twee overeenkomsten voor hetzelfde product: die het best past, en anders de eerste', async ({ ctx }) => {
    await maakAfspraken(ctx)
    await maakOvereenkomst(ctx, { overeenkomst: 'ZW-HO-000', jaar: 2024, tariefCent: 3_600 })
    await maakOvereenkomst(ctx, { overeenkomst: 'ZW-HO-002', jaar: 2024, tariefCent: UURTARIEF })
    await maakOvereenkomst(ctx, {
      overeenkomst: 'ZW-HO-003',
      eenheidTarief: '04',
      eenheidDeclaratie: '01',
      jaar: 2024,
      tariefCent: 6_000,
    })
    await lever(
      ctx,
      xml301({ identificatie: 'T1' }),
      xml323(
        { identificatie: 'D1' },
        { referentie: 'R1' },
        { referentie: 'R2', tarief: 3_600 },
        { referentie: 'R3', tarief: 3_601 },
        { referentie: 'R4', tarief: null, volume: 2, bedrag: 7_200 },
        { referentie: 'R5', tarief: null, volume: 2, bedrag: 7_201 },
        { referentie: 'R6', tarief: null, eenheid: '01', volume: 60, bedrag: 6_000 },
      ),
    )
    const regels = (await stand(ctx))['regels'] as { regel: number; overeenkomst: string | null; fout: string | null }[]
    expect(regels.map(({ overeenkomst, fout }) => overeenkomst ?? fout)).toEqual([
      'ZW-HO-001',
      'ZW-HO-000',
      'tarief-wijkt-af',
      'ZW-HO-000',
      'bedrag-onjuist',
      'ZW-HO-003',
    ])
  })

  test('credit neemt debet terug, ook als hij eerder komt; een nieuwe regel telt daarnaast', async ({ ctx }) => {
    await maakAfspraken(ctx)
    await lever(
      ctx,
      xml301({ identificatie: 'T1' }),
      xml323(
        { identificatie: 'D2', nummer: 'D2' },
        { referentie: 'R2', vorige: 'R1', credit: true },
        { referentie: 'R3', volume: 8 },
      ),
    )
    expect(await som(ctx)).toBe(8 * 3540)
    await lever(ctx, xml323({ identificatie: 'D1' }, { referentie: 'R1' }))
    expect(await som(ctx)).toBe(8 * 3540)
    expect(await oordelen(ctx)).toMatchObject({ D1: 'geldig', D2: 'geldig' })
  })

  test('goede en slechte regels: het bericht telt, de slechte regels staan in de lijst', async ({ ctx }) => {
    await maakAfspraken(ctx)
    const verslag = await lever(
      ctx,
      xml301({ identificatie: 'T1' }),
      xml323({ identificatie: 'D1' }, {}, { referentie: 'R2', bsn: '999900007' }, { referentie: 'R3', nummer: 8 }),
    )
    expect(verslag).toMatchObject({ verwerkt: 2, wachtend: 0, aantalAfgekeurd: 0 })
    expect(verslag.afgekeurd).toMatchObject([
      { bestand: '2.xml', code: 'bsn-elfproef', oordeel: 'afgekeurd' },
      { bestand: '2.xml', code: 'onbekende-toewijzing', oordeel: 'wachtend', plaats: 'nummer 3' },
    ])
    expect(await som(ctx)).toBe(35_400)
  })

  test('een totaal dat niet klopt weigert het hele bericht', async ({ ctx }) => {
    await maakAfspraken(ctx)
    const verslag = await lever(ctx, xml301({ identificatie: 'T1' }), xml323({ identificatie: 'D1', totaal: 1 }))
    expect(verslag).toMatchObject({ verwerkt: 1, aantalAfgekeurd: 1, afgekeurd: [{ code: 'totaal-onjuist' }] })
    expect(await oordelen(ctx)).toEqual({ T1: 'geldig' })
  })
})

describe('antwoorden van de ontvanger', () => {
  test.for([
    [302, xml301({ identificatie: 'X' }), [xml305({ identificatie: 'S1' })], { S1: 'wachtend onbekende-toewijzing' }],
    [306, xml305({ identificatie: 'X' }), [xml301({ identificatie: 'T1' })], { T1: 'geldig' }],
  ] as const)(
    'een %s met een fout: het bericht telt als nooit verzonden',
    async ([soort, heen, rest, verwacht], { ctx }) => {
      await maakAfspraken(ctx)
      await lever(ctx, heen, ...rest)
      expect(await oordelen(ctx)).toMatchObject({ X: 'geldig' })
      await lever(ctx, xmlRetour(soort, { identificatie: 'X', codes: ['9019'] }))
      expect(await oordelen(ctx)).toMatchObject({ X: 'afgekeurd retour-afgekeurd', RET1: 'geldig', ...verwacht })
      expect((await stand(ctx))['toewijzingen']).toHaveLength(soort === 302 ? 0 : 1)
    },
  )

  test('een retour zonder fout verandert niets; van twee antwoorden geldt het laatste', async ({ ctx }) => {
    await maakAfspraken(ctx)
    await lever(ctx, xml301({ identificatie: 'X' }), xmlRetour(302, { identificatie: 'X' }))
    expect(await oordelen(ctx)).toEqual({ RET1: 'geldig', X: 'geldig' })
    await lever(
      ctx,
      xmlRetour(302, {
        identificatie: 'X',
        identificatieRetour: 'RET0',
        dagtekeningRetour: '2024-02-04',
        codes: ['9019'],
      }),
    )
    expect(await oordelen(ctx)).toMatchObject({ X: 'geldig' })
    await lever(
      ctx,
      xmlRetour(302, {
        identificatie: 'X',
        identificatieRetour: 'RET2',
        dagtekeningRetour: '2024-02-06',
        codes: ['9019'],
      }),
    )
    expect(await oordelen(ctx)).toMatchObject({ X: 'afgekeurd retour-afgekeurd' })
  })

  test('een antwoord op een onbekend bericht wacht', async ({ ctx }) => {
    await maakAfspraken(ctx)
    await lever(ctx, xmlRetour(308, { identificatie: 'X', codes: ['9019'] }), xml325({ declaratie: 'Y' }))
    expect(await oordelen(ctx)).toEqual({
      ANT1: 'wachtend onbekend-heenbericht',
      RET1: 'wachtend onbekend-heenbericht',
    })
    await lever(
      ctx,
      xml301({ identificatie: 'T' }),
      xml305({ identificatie: 'S' }),
      xml307({ identificatie: 'X' }),
      xml323({ identificatie: 'Y' }),
    )
    expect(await oordelen(ctx)).toMatchObject({
      ANT1: 'geldig',
      RET1: 'geldig',
      X: 'afgekeurd retour-afgekeurd',
      Y: 'geldig',
    })
  })

  test('een 325 wijst de genoemde regels af en kent de andere toe', async ({ ctx }) => {
    await maakAfspraken(ctx)
    await lever(
      ctx,
      xml301({ identificatie: 'T1' }),
      xml323({ identificatie: 'D1' }, { referentie: 'R1' }, { referentie: 'R2', volume: 8 }),
    )
    expect(await som(ctx)).toBe(18 * 3540)
    await lever(ctx, xml325({ declaratie: 'D1', ingediend: 18 * 3540 }, { referentie: 'R2', volume: 8 }))
    expect(await som(ctx)).toBe(10 * 3540)
    expect((await stand(ctx))['regels']).toMatchObject([
      { regel: 1, oordeel: 'geldig', toegekend: true },
      { regel: 2, oordeel: 'geldig', toegekend: false },
    ])
  })

  test('een 325 die alles afwijst: de declaratie telt nergens', async ({ ctx }) => {
    await maakAfspraken(ctx)
    await lever(
      ctx,
      xml301({ identificatie: 'T1' }),
      xml323({ identificatie: 'D1' }),
      xml325({ declaratie: 'D1', geheel: true, ingediend: 35_400 }),
    )
    expect(await oordelen(ctx)).toMatchObject({ D1: 'afgekeurd retour-afgekeurd' })
    expect(await som(ctx)).toBe(0)
  })
})

describe('versies en signalen', () => {
  const signalen = async (ctx: Context) =>
    Object.fromEntries(
      (
        await sql<{ identificatie: string; signaal: string }>`select identificatie, signaal from bericht
          where regio_id = ${ctx.regioId} and signaal is not null`.execute(ctx.db)
      ).rows.map(({ identificatie, signaal }) => [identificatie, signaal]),
    )

  test('het hoogste moment van toewijzen geldt, niet de dagtekening', async ({ ctx }) => {
    await maakAfspraken(ctx)
    await lever(
      ctx,
      xml301(
        { identificatie: 'T2', dagtekening: '2024-02-01' },
        { moment: '2024-01-20 10:00:01', ingangsdatum: '2024-02-01', einddatum: '2024-12-31' },
      ),
      xml301({ identificatie: 'T1', dagtekening: '2024-03-01' }, { moment: '2024-01-20 10:00:00' }),
      xml301(
        { identificatie: 'T3', dagtekening: '2024-04-01' },
        { moment: '2024-01-20 10:00:01', ingangsdatum: '2024-02-01', einddatum: '2024-12-31' },
      ),
    )
    expect(await toewijzing(ctx)).toMatchObject([
      { ingangsdatum: '2024-02-01', referentiedatum: '2024-02-01', toegewezenOp: '2024-01-20' },
    ])
    expect(await signalen(ctx)).toEqual({})
  })

  test('ref: de ingangsdatum, of de dag van toewijzen van de eerste versie met deze ingangsdatum', async ({ ctx }) => {
    await maakAfspraken(ctx)
    await lever(
      ctx,
      xml301({ identificatie: 'T1' }, { moment: '2024-01-18 09:00:00' }),
      xml301({ identificatie: 'T2' }, { moment: '2024-03-01 09:00:00', einddatum: '2025-06-30', reden: '05' }),
    )
    expect(await toewijzing(ctx)).toMatchObject([{ einddatum: '2025-06-30', referentiedatum: '2024-01-18' }])
  })

  test('twee versies van een moment: de gevulde reden geldt, en beide krijgen een signaal', async ({ ctx }) => {
    await maakAfspraken(ctx)
    const ingetrokken = { einddatum: '2024-01-15', reden: '13' }
    await lever(
      ctx,
      xml301({ identificatie: 'T2', dagtekening: '2024-03-01' }, { einddatum: '2024-01-15' }),
      xml301({ identificatie: 'T1', dagtekening: '2024-02-01' }, ingetrokken),
    )
    expect(await toewijzing(ctx)).toMatchObject([{ redenWijziging: '13', ingetrokken: true }])
    expect(await signalen(ctx)).toEqual({ T1: 'twee-versies', T2: 'twee-versies' })
  })

  test('een start voor de ingangsdatum, op een ingetrokken toewijzing, of zonder tussenliggende stop telt met een signaal', async ({
    ctx,
  }) => {
    await maakAfspraken(ctx)
    await lever(
      ctx,
      xml301(
        { identificatie: 'T1' },
        { nummer: 1 },
        { nummer: 2, einddatum: '2024-01-15', reden: '13' },
        { nummer: 3 },
      ),
      xml305({ identificatie: 'S1' }, { nummer: 1, begindatum: '2024-01-14' }),
      xml305({ identificatie: 'S2' }, { nummer: 2 }),
      xml305({ identificatie: 'S3' }, { nummer: 3, begindatum: '2024-01-16' }),
      xml305({ identificatie: 'S4' }, { nummer: 3, begindatum: '2024-01-30' }),
    )
    expect(await signalen(ctx)).toEqual({ S1: 'start-voor-ingang', S2: 'start-ingetrokken', S4: 'twee-starts' })
    await lever(ctx, xml307({ identificatie: 'P3' }, { nummer: 3, begindatum: '2024-01-16', einddatum: '2024-01-20' }))
    expect(await signalen(ctx)).toEqual({ S1: 'start-voor-ingang', S2: 'start-ingetrokken' })
    expect(await toewijzing(ctx)).toMatchObject([
      { nummer: 1 },
      { nummer: 2 },
      { nummer: 3, gestartOp: '2024-01-16', gestoptOp: null },
    ])
  })
})

test('een aspecifieke toewijzing vraagt de categorie, een generieke alleen een overeenkomst', async ({ ctx }) => {
  await maakAfspraken(ctx)
  await lever(
    ctx,
    xml301({ identificatie: 'A' }, { nummer: 1, code: null }),
    xml301({ identificatie: 'B' }, { nummer: 2, categorie: '07', code: null }),
    xml301({ identificatie: 'C' }, { nummer: 3, categorie: null }),
    xml301({ identificatie: 'D', agb: ANDERE_AGB }, { nummer: 4, categorie: null }),
  )
  expect(await oordelen(ctx)).toEqual({
    A: 'geldig',
    B: 'wachtend product-niet-in-contract',
    C: 'geldig',
    D: 'wachtend product-niet-in-contract',
  })
})

test('opnieuw beoordelen verandert niets en zet geen rekenopdracht klaar', async ({ ctx }) => {
  await maakAfspraken(ctx)
  await lever(ctx, xml301({ identificatie: 'T1' }), xml305({ identificatie: 'S1', bsn: BSN.truus }))
  const voor = await stand(ctx)
  await zetKlaar(ctx)
  expect(await beoordeel(ctx)).toEqual({ beoordeeld: 2, gewijzigd: 0 })
  expect(await stand(ctx)).toEqual(voor)
})
