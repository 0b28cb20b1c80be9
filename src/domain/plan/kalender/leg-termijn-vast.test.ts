import { sql } from 'kysely'
import { expect } from 'vitest'
import {
  alsPersoon,
  leesGebeurtenissen,
  maakAanbieder,
  maakOvereenkomst,
  maakPersoon,
} from '../../../../test/afspraken.ts'
import { als, test } from '../../../../test/regio.ts'
import { draagOver } from '../bezetting/draag-over.ts'
import { findTermijn } from './find-termijn.ts'
import { legTermijnVast } from './leg-termijn-vast.ts'
import { listTermijnen } from './list-termijnen.ts'
import { planTermijn } from './plan-termijn.ts'
import { laatTermijnVervallen, meldTermijnGedaan } from './sluit-eigen-termijn.ts'
import type { Termijninvoer } from './termijninvoer.ts'
import { leesEigen } from './van-persoon.sql.ts'

const dag = (iso: string) => Temporal.PlainDate.from(iso)
const basis: Termijninvoer = {
  titel: 'Polis opvragen',
  toelichting: 'De oude loopt af.',
  aard: 'uiterlijk',
  wanneer: { soort: 'dag', datum: dag('2027-03-01') },
  wie: { soort: 'rol', rol: 'contractmanager' },
  aanbiederId: null,
  overeenkomstId: null,
}

test.for([
  ['werkdagen', 5, false, '2026-12-30'],
  // 25 and 26 December are holidays and a weekend follows
  ['kalenderdagen', 3, true, '2026-12-28'],
  ['kalenderdagen', 3, false, '2026-12-25'],
  ['weken', 2, true, '2027-01-05'],
  ['maanden', 2, true, '2027-02-22'],
] as const)(
  'TRM-01, TRM-05: een eigen termijn van %s × %i telt zoals elke andere',
  async ([eenheid, lengte, doorrollen, einde], { ctx }) => {
    const manager = await alsPersoon(ctx, 'Marloes', 'contractmanager')
    const id = await legTermijnVast(manager, {
      ...basis,
      wanneer: { soort: 'geteld', start: dag('2026-12-22'), lengte, eenheid, doorrollen },
    })
    const termijn = await findTermijn(manager, id)
    expect(termijn.einddatum.toString()).toBe(einde)
    expect(termijn).toMatchObject({ bron: 'hand', geplandDoor: 'Marloes', gevolg: 'De oude loopt af.', stand: 'loopt' })
    expect(termijn.berekening.stappen.length).toBeGreaterThan(1)
  },
)

test('CAT-05: een overeenkomst brengt haar aanbieder mee; wie niet bij elkaar hoort, wordt geweigerd', async ({
  ctx,
}) => {
  const manager = await alsPersoon(ctx, 'Marloes', 'contractmanager')
  const aanbiederId = await maakAanbieder(ctx)
  const overeenkomstId = await maakOvereenkomst(ctx)
  const ander = await maakAanbieder(ctx, { agb: '98990108', kvk: '99331217', naam: 'Dijk & Doen' })
  const leg = (anders: Partial<Termijninvoer>) => legTermijnVast(manager, { ...basis, ...anders })
  const id = await leg({ overeenkomstId, wie: { soort: 'aanbieder' } })
  expect(await findTermijn(manager, id)).toMatchObject({ aanbiederId, overeenkomstId, kant: 'aanbieder' })
  const { rows } = await sql<{
    taak: string
  }>`select taak_bij_verstrijken as taak from termijn where id = ${id}`.execute(ctx.db)
  expect(rows).toEqual([{ taak: 'maak-termijnbevinding' }])
  await expect(leg({ overeenkomstId, aanbiederId: ander })).rejects.toMatchObject({ status: 422, code: 'overeenkomst' })
  await expect(leg({ wie: { soort: 'aanbieder' } })).rejects.toMatchObject({ status: 422, code: 'aanbieder' })
  const niemand = '00000000-0000-0000-0000-000000000000'
  await expect(leg({ wie: { soort: 'persoon', gebruikerId: niemand } })).rejects.toMatchObject({ status: 404 })
  await expect(leg({ aanbiederId: niemand })).rejects.toMatchObject({ status: 404 })
  await expect(legTermijnVast(als(ctx, 'beleid'), basis)).rejects.toMatchObject({ status: 403 })
})

test('ROL-07: een termijn van een collega staat bij hem en gaat mee als zijn werk overgaat', async ({ ctx }) => {
  const manager = await alsPersoon(ctx, 'Marloes', 'contractmanager')
  const bas = await maakPersoon(ctx, 'Bas')
  await legTermijnVast(manager, { ...basis, wie: { soort: 'persoon', gebruikerId: bas } })
  const van = async (id: string) =>
    (await listTermijnen(manager, { eigen: await leesEigen(manager, id) }, { pagina: null, hoogstens: 20 })).rijen.map(
      ({ titel }) => titel,
    )
  expect(await van(bas)).toEqual(['Polis opvragen'])
  expect(await van(manager.actor.id)).toEqual([])
  await draagOver(manager, { vanId: bas, naarId: manager.actor.id, reden: 'Andere functie' })
  expect(await van(manager.actor.id)).toEqual(['Polis opvragen'])
})

test('CAT-05: gedaan en vervallen, met dag of reden, één keer; wat bij een act hoort, sluit die act', async ({
  ctx,
}) => {
  const manager = await alsPersoon(ctx, 'Marloes', 'contractmanager')
  const id = await legTermijnVast(manager, basis)
  await expect(meldTermijnGedaan(manager, id, { op: dag('2026-11-23') })).rejects.toMatchObject({
    status: 422,
    code: 'op',
  })
  await meldTermijnGedaan(manager, id, { op: dag('2026-11-20') })
  expect(await findTermijn(manager, id)).toMatchObject({ stand: 'gehaald', gehaaldOp: dag('2026-11-20') })
  await expect(meldTermijnGedaan(manager, id, { op: dag('2026-11-20') })).rejects.toMatchObject({ status: 409 })
  const tweede = await legTermijnVast(manager, basis)
  await expect(laatTermijnVervallen(manager, tweede, { reden: ' ' })).rejects.toMatchObject({ status: 422 })
  await laatTermijnVervallen(manager, tweede, { reden: 'Niet meer nodig' })
  expect(await findTermijn(manager, tweede)).toMatchObject({ stand: 'vervallen', geslotenReden: 'Niet meer nodig' })
  const { id: vanAct } = await planTermijn(ctx, {
    bron: 'proef',
    bronId: '1',
    titel: 'x',
    regel: { datum: dag('2027-01-01') },
    startdatum: ctx.today,
    wie: { kant: 'regio', rol: 'contractmanager' },
  })
  await expect(meldTermijnGedaan(manager, vanAct, { op: ctx.today })).rejects.toMatchObject({ status: 409 })
  await expect(laatTermijnVervallen(als(ctx, 'toezichthouder'), tweede, { reden: 'x' })).rejects.toMatchObject({
    status: 403,
  })
  expect(await leesGebeurtenissen(ctx, 'termijn:vervallen')).toHaveLength(1)
})
