import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { maakAanbieder, maakOvereenkomst } from '../../test/afspraken.ts'
import { BSN, xml301, xml305 } from '../../test/builders-bericht.ts'
import { lever } from '../../test/inlezen.ts'
import { als, test } from '../../test/regio.ts'
import type { Context, Rolhouder } from '../platform/context.ts'
import { narrow } from '../platform/transaction.ts'
import { leesEvaluatiesIn } from './do/evaluatie/lees-evaluaties-in.ts'
import { authorize, leesMet, mag, type Recht, type Rol } from './rechten.ts'

type Grens = Omit<Rolhouder, 'rol' | 'agb'>

function met(ctx: Context, ...rollen: [Rol, Grens][]): Context {
  const houders = rollen.map(([rol, grens]) => ({ rol, agb: null, ...grens }))
  return { ...ctx, actor: { ...ctx.actor, rollen: houders, agb: null } }
}

// Purmerend buys household help from one aanbieder, Zaanstad guidance from another.
async function maakTweeGemeenten(ctx: Context) {
  await maakAanbieder(ctx, { agb: '98990101', kvk: '99331200', naam: 'Veenlicht' })
  await maakAanbieder(ctx, { agb: '98990108', kvk: '99331217', naam: 'Dijk & Doen' })
  const basis = { jaar: 2024, tariefCent: 3540 }
  await maakOvereenkomst(ctx, { ...basis, overeenkomst: 'PUR-01', agb: '98990101', gemeenten: '0439' })
  const begeleiding = { productcategorie: '02', productcode: '02A05', product: 'Begeleiding' }
  await maakOvereenkomst(ctx, {
    ...basis,
    ...begeleiding,
    overeenkomst: 'ZAA-02',
    agb: '98990108',
    gemeenten: '0479',
  })
  const zaanstad = { gemeente: '0479', agb: '98990108' }
  const product = { nummer: 2002, categorie: '02', code: '02A05' }
  await lever(
    ctx,
    xml301({ identificatie: 'P301' }),
    xml305({ identificatie: 'P305' }),
    xml301({ ...zaanstad, identificatie: 'Z301', bsn: BSN.truus }, product),
    xml305({ ...zaanstad, identificatie: 'Z305', bsn: BSN.truus }, product),
  )
  await leesEvaluatiesIn(ctx, evaluaties('0439;1001', '0479;2002'))
}

function evaluaties(...rijen: string[]) {
  const staart = ';2025-06-01;einde-beschikking;behaald;'
  return Buffer.from(
    `gemeentecode;toewijzingNummer;datum;soort;resultaat;reden\n${rijen.map((rij) => rij + staart).join('\n')}\n`,
  )
}

const kolommen: Record<string, string> = {
  overeenkomst: 'nummer',
  aanbieder: 'naam',
  overeenkomst_gemeente: 'gemeente_code',
  overeenkomst_product: `'x'`,
  tarief: `'x'`,
  plafond: `'x'`,
  bericht: 'identificatie',
  toewijzing: 'nummer::text',
  toewijzing_versie: 'nummer::text',
  start_melding: 'nummer::text',
  client: `'x'`,
  evaluatie: 'nummer::text',
}

async function ziet(ctx: Context, recht: Recht) {
  await authorize(ctx, recht)
  const gezien: Record<string, string[]> = {}
  for (const [tabel, kolom] of Object.entries(kolommen)) {
    const { rows } = await sql<{ wat: string }>`select ${sql.raw(kolom)} as wat from ${sql.table(tabel)}
      where regio_id = ${ctx.regioId} order by 1`.execute(ctx.db)
    gezien[tabel] = rows.map(({ wat }) => wat)
  }
  return gezien
}

const purmerend = {
  overeenkomst: ['PUR-01'],
  aanbieder: ['Veenlicht'],
  overeenkomst_gemeente: ['0439'],
  overeenkomst_product: ['x'],
  tarief: ['x'],
  plafond: ['x'],
  bericht: ['P301', 'P305'],
  toewijzing: ['1001'],
  toewijzing_versie: ['1001'],
  start_melding: ['1001'],
  client: ['x'],
  evaluatie: ['1001'],
}
const niets = Object.fromEntries(Object.keys(kolommen).map((tabel) => [tabel, []]))

describe('bereik van een rol', () => {
  test('ORG-09, ROL-02: een rol voor één gemeente ziet alleen wat bij die gemeente hoort', async ({ ctx }) => {
    await maakTweeGemeenten(ctx)
    expect((await ziet(met(ctx, ['contractmanager', {}]), 'overeenkomst:lezen'))['overeenkomst']).toEqual([
      'PUR-01',
      'ZAA-02',
    ])
    expect(await ziet(met(ctx, ['contractmanager', { gemeenten: ['0439'] }]), 'overeenkomst:lezen')).toEqual(purmerend)
    expect(await ziet(met(ctx, ['contractmanager', { gemeenten: ['0852'] }]), 'overeenkomst:lezen')).toEqual(niets)
  })

  test('ORG-09, ORG-12: een rol voor één categorie of wet ziet alleen wat daarbij hoort', async ({ ctx }) => {
    await maakTweeGemeenten(ctx)
    const begeleiding = await ziet(met(ctx, ['contractmanager', { categorieen: ['02'] }]), 'overeenkomst:lezen')
    expect(begeleiding).toMatchObject({ overeenkomst: ['ZAA-02'], aanbieder: ['Dijk & Doen'], toewijzing: ['2002'] })
    const jeugd = await ziet(met(ctx, ['contractmanager', { wet: 'jw' }]), 'overeenkomst:lezen')
    expect(jeugd).toMatchObject({ overeenkomst: [], aanbieder: [], toewijzing: [], bericht: [], client: [] })
    const beide = met(ctx, ['contractmanager', { gemeenten: ['0439'], categorieen: ['02'] }])
    expect(await ziet(beide, 'overeenkomst:lezen')).toMatchObject({ overeenkomst: [], toewijzing: [], client: [] })
  })

  test('ROL-02: wie in de ene gemeente mag wijzigen en in de andere meeleest, wijzigt alleen in de ene', async ({
    ctx,
  }) => {
    await maakTweeGemeenten(ctx)
    const dubbel = met(ctx, ['contractmanager', { gemeenten: ['0439'] }], ['beleid', { gemeenten: ['0479'] }])
    expect(await ziet(dubbel, 'overeenkomst:lezen')).toMatchObject({ overeenkomst: ['PUR-01', 'ZAA-02'] })
    expect(await ziet(dubbel, 'aanbieder:wijzigen')).toMatchObject({ aanbieder: ['Veenlicht'] })
    // the scope widens again for a right that both roles give
    expect(await ziet(dubbel, 'overeenkomst:lezen')).toMatchObject({ aanbieder: ['Dijk & Doen', 'Veenlicht'] })
    // Zaanstad with category 01 is nobody's: two limits together are not their product
    const gescheiden = met(
      ctx,
      ['contractmanager', { gemeenten: ['0439'], categorieen: ['02'] }],
      ['beleid', { gemeenten: ['0479'], categorieen: ['01'] }],
    )
    expect(await ziet(gescheiden, 'overeenkomst:lezen')).toMatchObject({ overeenkomst: [], toewijzing: [] })
  })

  test('ROL-19: wat over de hele regio gaat, mag een rol met een grens niet', async ({ ctx }) => {
    const begrensd = met(ctx, ['contractmanager', { gemeenten: ['0439'] }])
    expect(mag(begrensd.actor, 'kpi:vaststellen')).toBe(false)
    expect(mag(als(ctx, 'contractmanager').actor, 'kpi:vaststellen')).toBe(true)
    await expect(authorize(begrensd, 'kpi:vaststellen')).rejects.toThrow(/hele regio/)
    await expect(authorize(met(ctx), 'overeenkomst:lezen')).rejects.toThrow(/geen|mag dit niet/)
  })

  test('ROL-17: een lokaal team stelt alleen voor de eigen gemeente vast', async ({ ctx }) => {
    await maakTweeGemeenten(ctx)
    const team = met(ctx, ['lokaal team', { gemeenten: ['0439'] }])
    const mis = await leesEvaluatiesIn(team, evaluaties('0439;1002', '0479;2003'))
    expect(mis).toMatchObject({ uitkomst: 'afgekeurd', fouten: [{ code: 'buiten-bereik', rij: 3 }] })
    expect(await leesEvaluatiesIn(team, evaluaties('0439;1002'))).toMatchObject({ uitkomst: 'verwerkt', nieuw: 1 })
  })

  test('ROL-02: een recht geldt in het bereik van de rol die het geeft, en voor er een is gevraagd is er niets te zien', async ({
    ctx,
  }) => {
    await maakTweeGemeenten(ctx)
    // the council reads results of the whole region; that opens no overeenkomsten of it
    const dubbel = met(ctx, ['contractmanager', { gemeenten: ['0439'] }], ['raad', {}])
    await narrow(dubbel)
    expect((await sql`select from overeenkomst`.execute(ctx.db)).rows).toEqual([])
    expect(await ziet(dubbel, 'overeenkomst:lezen')).toMatchObject({ overeenkomst: ['PUR-01'] })
    const nummers = async () => (await sql<{ nummer: string }>`select nummer from overeenkomst`.execute(ctx.db)).rows
    expect(await leesMet(dubbel, 'kpi:lezen', nummers, [])).toHaveLength(2)
    expect(await nummers()).toEqual([{ nummer: 'PUR-01' }])
    expect(await leesMet(dubbel, 'bericht:lezen', nummers, null)).toBeNull()
  })

  test('ROL-02: buiten het bereik schrijven weigert ook de database', async ({ ctx }) => {
    await authorize(met(ctx, ['lokaal team', { gemeenten: ['0439'] }]), 'evaluatie:inlezen')
    const schrijf = (gemeente: string) =>
      sql`insert into evaluatie (regio_id, gemeente, nummer, datum, soort, resultaat, volgnr,
        ingelezen_op, ingelezen_door) values (${ctx.regioId}, ${gemeente}, 1, '2025-01-01', 'tussentijds', 'behaald', 1, now(), 'x')`.execute(
        ctx.db,
      )
    await schrijf('0439')
    await expect(schrijf('0479')).rejects.toThrow(/row-level security/)
  })
})
