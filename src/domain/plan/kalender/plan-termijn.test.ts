import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { alsPersoon, leesGebeurtenissen, maakAanbieder, maakOvereenkomst } from '../../../../test/afspraken.ts'
import { als, test } from '../../../../test/regio.ts'
import type { Context } from '../../../platform/context.ts'
import { asRegion, narrow } from '../../../platform/transaction.ts'
import { findTermijn } from './find-termijn.ts'
import { listTermijnen, listTermijnenVan } from './list-termijnen.ts'
import { leesEigen } from './van-persoon.sql.ts'
import { planTermijn, type NieuweTermijn } from './plan-termijn.ts'
import { vervalTermijn } from './verval-termijn.ts'
import { vervulTermijn } from './vervul-termijn.ts'

const dag = (iso: string) => Temporal.PlainDate.from(iso)
const ID = '019aaaaa-0000-7000-8000-000000000001'

const plan = (meer: Partial<NieuweTermijn> = {}): NieuweTermijn => ({
  bron: 'proef',
  bronId: ID,
  titel: 'Verslag delen',
  regel: { code: 'gespreksverslag' },
  startdatum: dag('2026-12-24'),
  wie: { kant: 'regio', rol: 'contractmanager' },
  ...meer,
})

async function rij(ctx: Context, id: string) {
  const { rows } = await sql<{
    stand: string
    volgende: string | null
    herinneringen: number
    gehaaldOp: Temporal.PlainDate | null
  }>`select stand, (volgende_herinnering_op at time zone 'Europe/Amsterdam')::text as volgende, herinneringen, gehaald_op
    from termijn where id = ${id}`.execute(ctx.db)
  return rows[0]!
}

describe('planTermijn', () => {
  test('TRM-01, TRM-03: de termijn van de regelset wordt geteld en met elke stap en bron bewaard', async ({ ctx }) => {
    const { id, einddatum } = await planTermijn(ctx, plan())
    expect(einddatum.toString()).toBe('2027-01-04')
    const termijn = await findTermijn(ctx, id)
    expect(termijn).toMatchObject({
      titel: 'Verslag delen',
      startgebeurtenis: 'gesprek',
      stand: 'loopt',
      bron: 'proef',
    })
    expect(termijn.berekening).toMatchObject({
      regel: 'Verslag van een gesprek delen',
      looptijd: { eenheid: 'werkdagen', lengte: 5 },
      bron: { paragraaf: 'Escalatieladder, stap 1' },
      versie: 'termijnen, versie 1',
    })
    expect(termijn.berekening.stappen.map(({ soort, datum }) => `${datum.toString()} ${soort}`)).toEqual([
      '2026-12-24 start',
      '2026-12-25 overgeslagen',
      '2026-12-26 overgeslagen',
      '2026-12-27 overgeslagen',
      '2026-12-28 geteld',
      '2026-12-29 geteld',
      '2026-12-30 geteld',
      '2026-12-31 geteld',
      '2027-01-01 overgeslagen',
      '2027-01-02 overgeslagen',
      '2027-01-03 overgeslagen',
      '2027-01-04 geteld',
    ])
    // today is 22 November: four weeks before the end is the first reminder
    expect((await rij(ctx, id)).volgende).toBe('2026-12-07 07:00:00')
    expect(await leesGebeurtenissen(ctx, 'termijn:gepland')).toMatchObject([{ einddatum: '2027-01-04', bronId: ID }])
  })

  test('TRM-01: een afgesproken looptijd en een vaste dag kunnen ook; een onbekende code niet', async ({ ctx }) => {
    const looptijd = { eenheid: 'weken', lengte: 3, richting: 'vooruit', doorrollen: 'volgende werkdag' } as const
    const eigen = await planTermijn(
      ctx,
      plan({ regel: { looptijd, naam: 'Langer plan', bron: null }, sleutel: 'plan' }),
    )
    expect(eigen.einddatum.toString()).toBe('2027-01-14')
    const vast = await planTermijn(ctx, plan({ regel: { datum: dag('2027-02-01') }, sleutel: 'dag' }))
    expect((await findTermijn(ctx, vast.id)).berekening.looptijd).toBeNull()
    await expect(planTermijn(ctx, plan({ regel: { code: 'bestaat-niet' } }))).rejects.toThrow('no term bestaat-niet')
  })

  test('opnieuw plannen verplaatst de open termijn: hetzelfde id, herinneringen opnieuw', async ({ ctx }) => {
    const eerst = await planTermijn(ctx, plan())
    await sql`update termijn set herinneringen = 2, stand = 'verstreken' where id = ${eerst.id}`.execute(ctx.db)
    const later = await planTermijn(ctx, plan({ startdatum: dag('2027-05-04') }))
    expect([later.id, later.einddatum.toString()]).toEqual([eerst.id, '2027-05-13'])
    expect(await rij(ctx, eerst.id)).toMatchObject({
      herinneringen: 0,
      stand: 'loopt',
      volgende: '2027-04-15 07:00:00',
    })
    await vervulTermijn(ctx, 'proef', ID, dag('2026-11-22'))
    expect((await planTermijn(ctx, plan())).id).not.toBe(eerst.id)
  })

  test('vervullen en vervallen sluiten wat open is, een keer, ook na de laatste dag', async ({ ctx }) => {
    const { id } = await planTermijn(ctx, plan())
    const ander = await planTermijn(ctx, plan({ sleutel: 'reactie' }))
    await sql`update termijn set stand = 'verstreken' where id = ${id}`.execute(ctx.db)
    expect(await vervulTermijn(ctx, 'proef', ID, dag('2027-01-10'), 'gespreksverslag')).toBe(1)
    expect(await rij(ctx, id)).toMatchObject({ stand: 'gehaald', gehaaldOp: dag('2027-01-10'), volgende: null })
    expect((await listTermijnenVan(ctx, 'proef', ID)).map((termijn) => termijn.id)).toEqual([ander.id])
    expect(await vervalTermijn(ctx, 'proef', ID, 'Het gesprek gaat niet door.')).toBe(1)
    expect(await vervalTermijn(ctx, 'proef', ID, 'Nog een keer.')).toBe(0)
    expect(await leesGebeurtenissen(ctx, 'termijn:vervallen')).toEqual([{ reden: 'Het gesprek gaat niet door.' }])
  })
})

describe('wie een termijn ziet', () => {
  test('ROL-21: een aanbieder ziet alleen wat zij zelf moet doen, en haar daad kan een termijn van de regio zetten', async ({
    ctx,
  }) => {
    const veen = await maakAanbieder(ctx)
    const dijk = await maakAanbieder(ctx, { agb: '98990108', kvk: '99331217', naam: 'Dijk' })
    const leveren = { regel: { code: 'antwoord-op-verzoek' }, wie: { kant: 'aanbieder' } } as const
    await planTermijn(ctx, plan({ ...leveren, titel: 'Veen levert', over: { aanbiederId: veen }, bronId: '1' }))
    await planTermijn(ctx, plan({ ...leveren, titel: 'Dijk levert', over: { aanbiederId: dijk }, bronId: '2' }))
    await planTermijn(ctx, plan({ titel: 'De regio leest', over: { aanbiederId: veen }, bronId: '3' }))
    const vanVeen = als(ctx, 'aanbieder', '98990101')
    await narrow(vanVeen)
    const ziet = async () => (await listTermijnen(vanVeen, {}, { pagina: 1 })).rijen.map(({ titel }) => titel)
    expect(await ziet()).toEqual(['Veen levert'])
    const { id } = await planTermijn(
      vanVeen,
      plan({ titel: 'Plan beoordelen', over: { aanbiederId: veen }, bronId: '4' }),
    )
    expect(await ziet()).toEqual(['Veen levert'])
    await expect(findTermijn(vanVeen, id)).rejects.toThrow('Deze termijn')
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from termijn`.execute(vanVeen.db)
    expect(rows).toEqual([{ n: 1 }])
    await narrow(ctx)
    expect((await findTermijn(ctx, id)).titel).toBe('Plan beoordelen')
  })

  test('ROL-07: wie moet handelen volgt de functie: contractmanager, contracteigenaar, of de persoon zelf', async ({
    ctx,
  }) => {
    const noor = await alsPersoon(ctx, 'Noor', 'contractmanager')
    const ruud = await alsPersoon(ctx, 'Ruud', 'contracteigenaar')
    const aanbiederId = await maakAanbieder(ctx)
    const overeenkomstId = await maakOvereenkomst(ctx)
    const over = { aanbiederId, overeenkomstId }
    await sql`update aanbieder set contractmanager_id = ${noor.actor.id}`.execute(ctx.db)
    await sql`insert into overeenkomst_functie (regio_id, overeenkomst_id, functie, gebruiker_id, vanaf)
      values (${ctx.regioId}, ${overeenkomstId}, 'contracteigenaar', ${ruud.actor.id}, ${ctx.today})`.execute(ctx.db)
    await planTermijn(ctx, plan({ over, titel: 'van de manager', bronId: '1' }))
    await planTermijn(
      ctx,
      plan({ over, titel: 'van de eigenaar', bronId: '2', wie: { kant: 'regio', rol: 'contracteigenaar' } }),
    )
    await planTermijn(
      ctx,
      plan({
        over,
        titel: 'van Ruud zelf',
        bronId: '3',
        wie: { kant: 'regio', rol: 'contractmanager', gebruikerId: ruud.actor.id },
      }),
    )
    await planTermijn(ctx, plan({ over, titel: 'van de aanbieder', bronId: '4', wie: { kant: 'aanbieder' } }))
    const van = async (wie: Context) =>
      (await listTermijnen(ctx, { eigen: await leesEigen(ctx, wie.actor.id) }, { pagina: 1 })).rijen
        .map(({ titel }) => titel)
        .sort()
    expect(await van(noor)).toEqual(['van de aanbieder', 'van de manager'])
    expect(await van(ruud)).toEqual(['van Ruud zelf', 'van de eigenaar'])
    const alles = await listTermijnen(ctx, { stand: 'open' }, { pagina: 1 })
    expect(Object.fromEntries(alles.rijen.map(({ titel, personen }) => [titel, personen]))).toEqual({
      'van de manager': ['Noor'],
      'van de eigenaar': ['Ruud'],
      'van Ruud zelf': ['Ruud'],
      'van de aanbieder': [],
    })
    // what passed rises to the contracteigenaar
    const later = { ...ctx, today: dag('2027-02-01') }
    const { rijen } = await listTermijnen(
      later,
      { eigen: await leesEigen(later, ruud.actor.id), stand: 'verstreken' },
      { pagina: 1 },
    )
    expect(rijen.map(({ titel }) => titel).sort()).toEqual([
      'van Ruud zelf',
      'van de aanbieder',
      'van de eigenaar',
      'van de manager',
    ])
  })
})

test('ROL-21: binnen een daad van een aanbieder wordt de hele regio even gezien en daarna niet meer, ook genest en na een fout', async ({
  ctx,
}) => {
  await maakAanbieder(ctx, { agb: '98990108', kvk: '99331217', naam: 'Dijk' })
  const vanVeen = als(ctx, 'aanbieder', '98990101')
  await narrow(vanVeen)
  const tel = async () => (await sql`select from aanbieder`.execute(vanVeen.db)).rows.length
  expect(await tel()).toBe(0)
  const gezien: number[] = []
  await asRegion(vanVeen, async () => {
    await asRegion(vanVeen, async () => gezien.push(await tel()))
    gezien.push(await tel())
  })
  await expect(asRegion(vanVeen, () => Promise.reject(new Error('mis')))).rejects.toThrow('mis')
  expect([...gezien, await tel()]).toEqual([1, 1, 0])
})
