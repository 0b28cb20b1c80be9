import { sql } from 'kysely'
import { expect } from 'vitest'
import { als, test } from '../../../../test/regio.ts'
import { maakTafelaanbieder, maakUitgenodigd, planTafel, versieVan } from '../../../../test/tafels.ts'
import type { Context } from '../../../platform/context.ts'
import { maakGebruiker } from '../../plan/inrichting/maak-gebruiker.ts'
import { listTermijnen } from '../../plan/kalender/list-termijnen.ts'
import { beantwoordUitnodiging } from './beantwoord-uitnodiging.ts'
import { houdOverlegtafel } from './houd-overlegtafel.ts'
import { koppelTerug } from './koppel-terug.ts'
import { laatOverlegtafelVervallen } from './sluit-overlegtafel.ts'
import { toetsOverlegtafel } from './toets-overlegtafel.ts'
import { volgOverlegtafels } from './volg-overlegtafels.ts'
import { volgTafeljaar } from './volg-tafeljaar.ts'
import { verplaatsOverlegtafel } from './wijzig-overlegtafel.ts'

const dag = (iso: string) => Temporal.PlainDate.from(iso)
const manager = (ctx: Context) => als(ctx, 'contractmanager')
const op = (ctx: Context, iso: string): Context => ({
  ...ctx,
  today: dag(iso),
  now: Temporal.Instant.from(`${iso}T09:00:00Z`),
})

/** Terms with their state; those only an aanbieder sees by themselves. */
async function termijnen({ db, regioId }: Context, bron: string, spiegel = false) {
  const { rows } = await sql<{
    regel: string
  }>`select einddatum || ' ' || case when spiegel then 'deelname' else sleutel end || ' ' ||
      case when gesloten_op is null then 'open' when gehaald_op is null then 'vervallen' else 'gedaan ' || gehaald_op end as regel
    from termijn where regio_id = ${regioId} and bron = ${bron} and spiegel = ${spiegel} order by einddatum, sleutel, gepland_op`.execute(
    db,
  )
  return rows.map(({ regel }) => regel)
}

test('CAT-05, TAF-15: een tafel staat er voor de regio één keer in, en voor elke genodigde; daarna de terugkoppeling', async ({
  ctx,
}) => {
  const [een, twee] = [await maakTafelaanbieder(ctx, 1), await maakTafelaanbieder(ctx, 2)]
  const id = await maakUitgenodigd(manager(ctx))
  expect(await termijnen(ctx, 'overlegtafel')).toEqual(['2026-12-10 tafel open'])
  expect(await termijnen(ctx, 'overlegtafel', true)).toEqual(['2026-12-10 deelname open', '2026-12-10 deelname open'])
  const inLijst = async (wie: Context) =>
    (await listTermijnen(wie, {}, { pagina: null, hoogstens: 50 })).rijen.filter(({ bron }) => bron === 'overlegtafel')
  expect(await inLijst(manager(ctx))).toHaveLength(1)
  await maakGebruiker(ctx, { naam: 'Aart', functie: '', rol: 'aanbieder', agb: '98990001', voorbeeld: false })
  expect((await inLijst(als(ctx, 'aanbieder', '98990001'))).map(({ aanbiederId }) => aanbiederId)).toEqual([een])

  // who cancels has no day any more
  await beantwoordUitnodiging(manager(ctx), id, twee, { antwoord: 'afgemeld', reden: 'Vakantie' })
  expect(await termijnen(ctx, 'overlegtafel', true)).toEqual([
    '2026-12-10 deelname open',
    '2026-12-10 deelname vervallen',
  ])
  // moved: everybody is asked again
  await verplaatsOverlegtafel(
    manager(ctx),
    id,
    { datum: dag('2026-12-15'), begintijd: '10:00', wijze: 'fysiek', plaats: '' },
    await versieVan(ctx, id),
  )
  expect(await termijnen(ctx, 'overlegtafel')).toEqual(['2026-12-15 tafel open'])
  expect((await termijnen(ctx, 'overlegtafel', true)).filter((regel) => regel.endsWith('open'))).toEqual([
    '2026-12-15 deelname open',
    '2026-12-15 deelname open',
  ])
  const toen = op(manager(ctx), '2026-12-15')
  await houdOverlegtafel(
    toen,
    id,
    [een, twee].map((aanbiederId) => ({ aanbiederId, aanwezigheid: 'aanwezig' as const, toelichting: '' })),
  )
  expect(await termijnen(ctx, 'overlegtafel')).toEqual([
    '2026-12-15 tafel gedaan 2026-12-15',
    '2026-12-29 terugkoppeling open',
  ])
  await koppelTerug(
    op(manager(ctx), '2026-12-21'),
    id,
    { tekst: 'Besproken.', belanghebbenden: [] },
    await versieVan(ctx, id),
  )
  expect((await termijnen(ctx, 'overlegtafel'))[1]).toBe('2026-12-29 terugkoppeling gedaan 2026-12-21')
  const voor = await termijnen(ctx, 'overlegtafel')
  await volgOverlegtafels(op(ctx, '2026-12-22'))
  expect(await termijnen(ctx, 'overlegtafel')).toEqual(voor)
})

test('STM-08: een tafel die vervalt, vraagt aan geen van beide kanten meer iets', async ({ ctx }) => {
  await maakTafelaanbieder(ctx, 1)
  const id = await maakUitgenodigd(manager(ctx))
  await laatOverlegtafelVervallen(manager(ctx), id, { reden: 'Te weinig aanmeldingen' })
  expect(await termijnen(ctx, 'overlegtafel')).toEqual(['2026-12-10 tafel vervallen'])
  expect(await termijnen(ctx, 'overlegtafel', true)).toEqual(['2026-12-10 deelname vervallen'])
})

test('TAF-02, TAF-16: per product de tafel van dit jaar, en de dag waarop haar werking weer is getoetst', async ({
  ctx,
}) => {
  const een = await maakTafelaanbieder(ctx, 1)
  await volgTafeljaar(ctx)
  expect(await termijnen(ctx, 'overlegtafel-jaar')).toEqual(['2026-12-31 2026 open'])
  const id = await planTafel(manager(ctx))
  await volgTafeljaar(ctx)
  expect(await termijnen(ctx, 'overlegtafel-jaar')).toEqual(['2026-12-31 2026 gedaan 2026-11-22'])
  await laatOverlegtafelVervallen(manager(ctx), id, { reden: 'Ziek' })
  await volgTafeljaar(ctx)
  expect((await termijnen(ctx, 'overlegtafel-jaar')).at(-1)).toBe('2026-12-31 2026 open')

  const tweede = await maakUitgenodigd(manager(ctx))
  const toen = op(manager(ctx), '2026-12-10')
  await houdOverlegtafel(toen, tweede, [{ aanbiederId: een, aanwezigheid: 'aanwezig', toelichting: '' }])
  await volgTafeljaar(op(ctx, '2026-12-10'))
  expect(await termijnen(ctx, 'overlegtafel-toets')).toEqual(['2027-12-10 na 2026-12-10 open'])
  await toetsOverlegtafel(op(manager(ctx), '2027-06-01'), tweede, {
    besprokenMet: 'Alle deelnemers',
    afspiegeling: true,
    oordeel: 'Goed.',
    aanpassing: '',
  })
  await volgTafeljaar(op(ctx, '2027-06-01'))
  expect(await termijnen(ctx, 'overlegtafel-toets')).toEqual([
    '2027-12-10 na 2026-12-10 gedaan 2027-06-01',
    '2028-06-01 na 2027-06-01 open',
  ])
})
