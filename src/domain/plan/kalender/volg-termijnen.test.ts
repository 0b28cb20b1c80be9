import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { alsPersoon, maakAanbieder, maakOvereenkomst } from '../../../../test/afspraken.ts'
import { als, test } from '../../../../test/regio.ts'
import type { Context } from '../../../platform/context.ts'
import { volgVaststelling } from '../../check/kpi/volg-vaststelling.ts'
import { verwijderCertificaat, voegCertificaatToe } from '../aanbieder/bewaar-certificaat.ts'
import { beeindigWaarneming } from '../bezetting/beeindig-waarneming.ts'
import { draagOver } from '../bezetting/draag-over.ts'
import { geefMandaat } from '../bezetting/geef-mandaat.ts'
import { regelWaarneming } from '../bezetting/regel-waarneming.ts'
import { besluitOverVerlenging } from '../overeenkomst/besluit-over-verlenging.ts'
import { trekVerlengingsbesluitIn } from '../overeenkomst/trek-verlengingsbesluit-in.ts'
import { listTermijnen } from './list-termijnen.ts'
import { leesEigen } from './van-persoon.sql.ts'
import { planTermijn } from './plan-termijn.ts'
import { volgTermijnen } from './volg-termijnen.ts'

const dag = (iso: string) => Temporal.PlainDate.from(iso)

async function kalender(ctx: Context, bron?: string) {
  const { rijen } = await listTermijnen(ctx, {}, { pagina: null, hoogstens: 200 })
  return rijen
    .filter((rij) => bron === undefined || rij.bron === bron)
    .map(
      ({ titel, einddatum, stand, gehaaldOp }) =>
        `${einddatum.toString()} ${titel}: ${stand}${gehaaldOp ? ` op ${gehaaldOp.toString()}` : ''}`,
    )
}

describe('besluit 022: de kalender volgt wat elders is vastgelegd', () => {
  test('CTR-10: de laatste dag om te beslissen en het einde komen erin; een besluit maakt de termijn af en zet de volgende', async ({
    ctx,
  }) => {
    await maakAanbieder(ctx)
    const id = await maakOvereenkomst(ctx, { einddatum: '2027-12-31' })
    await volgTermijnen(ctx)
    expect(await kalender(ctx)).toEqual([
      '2027-06-30 Verlengen of niet: ZW-HO-001: loopt',
      '2027-12-31 Overeenkomst ZW-HO-001 eindigt: loopt',
    ])
    const eigenaar = als(ctx, 'contracteigenaar')
    const ruud = await alsPersoon(ctx, 'Ruud', 'contracteigenaar')
    await besluitOverVerlenging({ ...eigenaar, actor: ruud.actor }, id, {
      besluit: 'verlengen',
      besluitdatum: dag('2026-11-20'),
      reden: 'Bevalt.',
      gezien: 0,
    })
    await volgTermijnen(ctx)
    expect(await kalender(ctx)).toEqual([
      '2027-06-30 Verlengen of niet: ZW-HO-001: gehaald op 2026-11-20',
      '2028-06-30 Verlengen of niet: ZW-HO-001: loopt',
      '2028-12-31 Overeenkomst ZW-HO-001 eindigt: loopt',
    ])
    await trekVerlengingsbesluitIn({ ...eigenaar, actor: ruud.actor }, id, { reden: 'Toch niet.', gezien: 1 })
    await volgTermijnen(ctx)
    expect(await kalender(ctx, 'verlenging')).toEqual([
      '2027-06-30 Verlengen of niet: ZW-HO-001: gehaald op 2026-11-20',
      '2027-06-30 Verlengen of niet: ZW-HO-001: loopt',
      '2028-06-30 Verlengen of niet: ZW-HO-001: vervallen',
    ])
  })

  test('opnieuw volgen verandert niets; een verschoven einde verschuift dezelfde termijn en begint opnieuw met herinneren', async ({
    ctx,
  }) => {
    await maakAanbieder(ctx)
    const id = await maakOvereenkomst(ctx)
    await volgTermijnen(ctx)
    const lees = async () =>
      (
        await sql<object>`select id, einddatum, herinneringen, gewijzigd_op, volgende_herinnering_op from termijn where bron = 'einde'`.execute(
          ctx.db,
        )
      ).rows
    const eerst = await lees()
    await sql`update termijn set herinneringen = 2`.execute(ctx.db)
    await volgTermijnen({ ...ctx, now: ctx.now.add({ hours: 1 }) })
    expect(await lees()).toMatchObject([{ ...eerst[0], herinneringen: 2 }])
    await sql`update overeenkomst set einddatum = '2028-03-31' where id = ${id}`.execute(ctx.db)
    await volgTermijnen(ctx)
    expect(await lees()).toMatchObject([
      { id: (eerst[0] as { id: string }).id, einddatum: dag('2028-03-31'), herinneringen: 0 },
    ])
  })

  test('CTR-13: een certificaat dat eindigt is een termijn van de aanbieder, tot er een nieuw is', async ({ ctx }) => {
    const aanbiederId = await maakAanbieder(ctx)
    const hkz = { naam: 'HKZ', instelling: '', nummer: '' }
    const oud = { ...hkz, geldigVan: dag('2024-01-01'), geldigTot: dag('2026-12-31') }
    await voegCertificaatToe(ctx, aanbiederId, oud)
    const iso = await voegCertificaatToe(ctx, aanbiederId, { ...oud, naam: 'ISO' })
    await volgTermijnen(ctx)
    expect(await kalender(ctx, 'certificaat')).toHaveLength(2)
    await voegCertificaatToe(ctx, aanbiederId, { ...hkz, geldigVan: dag('2027-01-01'), geldigTot: dag('2029-12-31') })
    await verwijderCertificaat(ctx, aanbiederId, iso)
    await volgTermijnen(ctx)
    expect(await kalender(ctx, 'certificaat')).toEqual([
      '2026-12-31 Nieuw certificaat HKZ aanleveren: gehaald op 2026-11-22',
      '2026-12-31 Nieuw certificaat ISO aanleveren: vervallen',
      '2029-12-31 Nieuw certificaat HKZ aanleveren: loopt',
    ])
  })

  test('ROL-13: mandaten en waarnemingen die vanzelf eindigen staan erin', async ({ ctx }) => {
    const beheer = als(ctx, 'functioneel beheerder')
    await geefMandaat(beheer, {
      taak: 'verbeterplan',
      rol: 'contractmanager',
      gemeente: null,
      grond: 'Mandaatbesluit',
      hoogsteCent: null,
      hoogsteMaanden: null,
      geldigVanaf: ctx.today,
      geldigTot: dag('2026-12-31'),
    })
    const noor = await alsPersoon(ctx, 'Noor', 'contractmanager')
    const bas = await alsPersoon(ctx, 'Bas', 'contractmanager')
    const waarneming = await regelWaarneming(noor, {
      gebruikerId: noor.actor.id,
      waarnemerId: bas.actor.id,
      begindatum: ctx.today,
      einddatum: dag('2026-12-04'),
      reden: 'Vakantie',
    })
    await volgTermijnen(ctx)
    expect(await kalender(ctx)).toEqual([
      '2026-12-04 Waarneming van Noor door Bas eindigt: loopt',
      expect.stringMatching(/^2026-12-31 Mandaat van contractmanager eindigt: .+: loopt$/) as string,
    ])
    await beeindigWaarneming(noor, waarneming)
    await volgTermijnen(ctx)
    const straks = { ...ctx, today: dag('2027-01-01') }
    await volgTermijnen(straks)
    expect(await kalender(ctx)).toEqual([
      '2026-12-04 Waarneming van Noor door Bas eindigt: vervallen',
      expect.stringMatching(/: gehaald op 2026-12-31$/) as string,
    ])
  })

  test('KPI-03: vaststellen uiterlijk op 1 april van elk jaar van de contractfase, tot het is gedaan', async ({
    ctx,
  }) => {
    const noor = await alsPersoon(ctx, 'Noor', 'contractmanager')
    await volgVaststelling(ctx)
    expect(await kalender(ctx)).toEqual([
      '2025-04-01 KPI’s over 2024 vaststellen: verstreken',
      '2026-04-01 KPI’s over 2025 vaststellen: verstreken',
      '2027-04-01 KPI’s over 2026 vaststellen: loopt',
    ])
    await sql`with b as (insert into kpi_berekening (regio_id, jaar, periode_van, periode_tot, peildatum, voorlopig, berekend_op, berekend_door, invoer, vingerafdruk)
        values (${ctx.regioId}, 2024, '2024-01-01', '2024-12-31', '2025-03-01', false, ${ctx.now}, 'x', '{}', '\\x00') returning id)
      insert into kpi_vaststelling (regio_id, berekening_id, jaar, vastgesteld_op, vastgesteld_door)
      select ${ctx.regioId}, b.id, 2024, '2025-03-31T22:30:00Z', ${noor.actor.id} from b`.execute(ctx.db)
    await volgVaststelling(ctx)
    // half past midnight in Amsterdam on 1 April: still in time
    expect((await kalender(ctx))[0]).toBe('2025-04-01 KPI’s over 2024 vaststellen: gehaald op 2025-04-01')
  })
})

test('ROL-07: bij overdragen gaan open termijnen van de persoon zelf mee; die van een functie volgen vanzelf', async ({
  ctx,
}) => {
  const noor = await alsPersoon(ctx, 'Noor', 'contractmanager')
  const bas = await alsPersoon(ctx, 'Bas', 'contractmanager')
  const aanbiederId = await maakAanbieder(ctx)
  await sql`update aanbieder set contractmanager_id = ${noor.actor.id}`.execute(ctx.db)
  const basis = {
    bron: 'proef',
    titel: 'Bellen',
    regel: { datum: dag('2027-01-29') },
    startdatum: ctx.today,
    over: { aanbiederId },
  }
  await planTermijn(ctx, {
    ...basis,
    bronId: '1',
    wie: { kant: 'regio', rol: 'contractmanager', gebruikerId: noor.actor.id },
  })
  await planTermijn(ctx, { ...basis, bronId: '2', wie: { kant: 'regio', rol: 'contractmanager' } })
  await draagOver(ctx, { vanId: noor.actor.id, naarId: bas.actor.id, reden: 'Andere functie' })
  const { rijen } = await listTermijnen(ctx, { eigen: await leesEigen(ctx, bas.actor.id) }, { pagina: 1 })
  expect(rijen.map(({ bronId, personen }) => [bronId, personen])).toEqual([
    ['1', ['Bas']],
    ['2', ['Bas']],
  ])
  expect((await listTermijnen(ctx, { eigen: await leesEigen(ctx, noor.actor.id) }, { pagina: 1 })).rijen).toEqual([])
})
