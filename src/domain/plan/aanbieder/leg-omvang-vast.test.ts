import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { leesGebeurtenissen, maakAanbieder, maakOvereenkomst } from '../../../../test/afspraken.ts'
import { xml301, xml305 } from '../../../../test/builders-bericht.ts'
import { lever } from '../../../../test/inlezen.ts'
import { als, test } from '../../../../test/regio.ts'
import { bekijkAanbieders, leesAanbiedersIn } from './lees-aanbieders-in.ts'
import { legOmvangVast, OmvangInvoer } from './leg-omvang-vast.ts'
import { listOmvang } from './list-omvang.ts'
import { findAanbieder } from './queries.ts'

const csv = (medewerkers: number, naam = 'Stichting Veenlicht') =>
  Buffer.from(
    `agb;kvk;naam;rechtsvorm;plaats;grootteklasse;medewerkers;contractVan\n98990101;99331200;${naam};stichting;Purmerend;groot;${medewerkers};2024-01-01\n`,
  )
const eigen = { id: '', agb: '98990101' }

describe('CTR-08: omvang per jaar', () => {
  test('een bestand geeft het aantal van dit jaar; met de hand gaat voor, ook als het bestand opnieuw komt', async ({
    ctx,
  }) => {
    const id = await maakAanbieder(ctx)
    expect(await listOmvang(ctx, { ...eigen, id })).toMatchObject([{ jaar: 2026, medewerkers: 343, bron: 'bestand' }])
    await leesAanbiedersIn(ctx, csv(344))
    expect(await listOmvang(ctx, { ...eigen, id })).toMatchObject([{ medewerkers: 344, bron: 'bestand' }])

    await legOmvangVast(als(ctx, 'contractmanager'), id, {
      jaar: 2026,
      medewerkers: 350,
      toelichting: 'Opgave van de aanbieder',
    })
    expect((await findAanbieder(ctx, id)).medewerkers).toBe(350)
    const voorbeeld = await bekijkAanbieders(ctx, csv(343, 'Veenlicht'))
    expect(voorbeeld.rijen).toMatchObject([
      {
        oordeel: 'gewijzigd',
        wijzigingen: [{ veld: 'naam' }],
        melding: 'Het aantal medewerkers over 2026 is met de hand vastgelegd en blijft 350.',
      },
    ])
    await leesAanbiedersIn(ctx, csv(343, 'Veenlicht'))
    expect(await findAanbieder(ctx, id)).toMatchObject({ naam: 'Veenlicht', medewerkers: 350 })
    expect(await listOmvang(ctx, { ...eigen, id })).toMatchObject([
      {
        medewerkers: 350,
        bron: 'hand',
        toelichting: 'Opgave van de aanbieder',
        vastgelegdDoor: 'Test contractmanager',
      },
    ])
    expect(await leesAanbiedersIn(ctx, csv(343, 'Veenlicht'))).toMatchObject({ uitkomst: 'dubbel' })
  })

  test('een eerder jaar laat het aantal van nu staan; oud en nieuw staan in het logboek', async ({ ctx }) => {
    const id = await maakAanbieder(ctx)
    await legOmvangVast(ctx, id, { jaar: 2025, medewerkers: 300, toelichting: 'Jaarverslag 2025' })
    await legOmvangVast(ctx, id, { jaar: 2025, medewerkers: 310, toelichting: 'Jaarverslag 2025, verbeterd' })
    expect((await findAanbieder(ctx, id)).medewerkers).toBe(343)
    expect((await listOmvang(ctx, { ...eigen, id })).map(({ jaar, medewerkers }) => [jaar, medewerkers])).toEqual([
      [2026, 343],
      [2025, 310],
    ])
    expect(await leesGebeurtenissen(ctx, 'omvang:vastgelegd')).toMatchObject([
      { wijzigingen: [{ veld: 'medewerkers', bij: '2025', oud: null, nieuw: '300' }] },
      { wijzigingen: [{ veld: 'medewerkers', bij: '2025', oud: '300', nieuw: '310' }] },
    ])
  })

  test('een jaar dat nog komt kan niet, en wie het niet mag krijgt 403', async ({ ctx }) => {
    const id = await maakAanbieder(ctx)
    const invoer = { jaar: 2027, medewerkers: 1, toelichting: 'x' }
    await expect(legOmvangVast(ctx, id, invoer)).rejects.toMatchObject({ status: 422, code: 'jaar' })
    await expect(legOmvangVast(als(ctx, 'aanbieder', '98990101'), id, { ...invoer, jaar: 2026 })).rejects.toMatchObject(
      { status: 403 },
    )
    for (const [anders, veld] of [
      [{ medewerkers: '12,5' }, 'medewerkers'],
      [{ jaar: 'vorig' }, 'jaar'],
      [{ toelichting: '' }, 'toelichting'],
    ] as const) {
      const fout = OmvangInvoer.safeParse({ jaar: '2026', medewerkers: '3', toelichting: 'x', ...anders }).error
      expect(fout?.issues[0]?.path).toEqual([veld])
    }
  })

  test('cliënten en declaraties komen uit de berichten, alleen van de Wmo; zonder gegevens is er geen nul', async ({
    ctx,
  }) => {
    const id = await maakAanbieder(ctx)
    expect(await listOmvang(ctx, { ...eigen, id })).toMatchObject([{ clienten: null, gedeclareerdCent: null }])
    const wmo = await maakOvereenkomst(ctx)
    const jeugd = await maakOvereenkomst(ctx, {
      overeenkomst: 'JW-1',
      productcategorie: '45',
      productcode: '45A48',
      product: 'Jeugdhulp',
    })
    await sql`insert into declaratie_maand (regio_id, agb, maand, overeenkomst_id, regels, bedrag_cent)
      values (${ctx.regioId}, '98990101', '2026-02-01', ${wmo}, 1, 1000), (${ctx.regioId}, '98990101', '2026-02-01', ${jeugd}, 1, 500)`.execute(
      ctx.db,
    )
    await lever(ctx, xml301({ identificatie: 'T1' }), xml305({ identificatie: 'S1' }))
    expect(await listOmvang(ctx, { ...eigen, id })).toMatchObject([
      { jaar: 2026, clienten: 1, gedeclareerdCent: 1000 },
      { jaar: 2025, medewerkers: null, clienten: 1, gedeclareerdCent: null },
      { jaar: 2024, clienten: 1 },
    ])
    // S44: it is no sum of what is shown, so who does not work with cases reads only that they are few
    expect(await listOmvang(als(ctx, 'beleid'), { ...eigen, id })).toMatchObject([
      { clienten: { onder: 10 } },
      { clienten: { onder: 10 } },
      { clienten: { onder: 10 } },
    ])
    expect((await listOmvang(als(ctx, 'contractmanager'), { ...eigen, id }))[0]).toMatchObject({ clienten: 1 })
  })
})
