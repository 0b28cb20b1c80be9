import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { als, test } from '../../../../test/regio.ts'
import type { Context } from '../../../platform/context.ts'
import { leesRegelset } from '../../plan/inrichting/lees-regelset.ts'
import { maakGebruiker } from '../../plan/inrichting/maak-gebruiker.ts'
import { beoordeelBevinding } from './beoordeel-bevinding.ts'
import { controleerOvereenkomsten } from './controleer-overeenkomsten.ts'
import { legBevindingVast } from './leg-bevinding-vast.ts'
import { maakBevindingen } from './maak-bevindingen.ts'
import { findBevinding, listBesluiten, listBevindingen, listBevindingenVan } from './queries.ts'

async function metAanbieder(ctx: Context, agb = '98990101', naam = 'Stichting Proef') {
  const { id } = await ctx.db
    .insertInto('aanbieder')
    .values({ regioId: ctx.regioId, agb, kvk: '99331200', naam, grootteklasse: 'klein' })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { id, agb }
}

async function alsPersoon(ctx: Context, rol: 'contractmanager') {
  const id = await maakGebruiker(als(ctx, 'functioneel beheerder'), {
    naam: `Persoon ${rol}`,
    functie: '',
    rol,
    voorbeeld: false,
  })
  const persoon = als(ctx, rol)
  return { ...persoon, actor: { ...persoon.actor, id } }
}

const alle = { sorteer: 'ontstaan', richting: 'af', pagina: 1 } as const

describe('bevindingen', () => {
  test('dezelfde sleutel maakt één bevinding, wie hem ook weer vindt', async ({ ctx }) => {
    const aanbieder = await metAanbieder(ctx)
    const bevinding = {
      bron: 'kpi' as const,
      sleutel: 'kpi:1',
      titel: 'Start zorg 2025 onder de norm',
      toelichting: '',
      aanbiederId: aanbieder.id,
      agb: aanbieder.agb,
    }
    expect(await maakBevindingen(ctx, [bevinding])).toBe(1)
    expect(await maakBevindingen(ctx, [bevinding, { ...bevinding, sleutel: 'kpi:2' }])).toBe(1)
    expect((await listBevindingen(ctx, { stand: 'open' }, alle)).totaal).toBe(2)
  })

  test('AMB-33: een mens besluit met een reden; sluiten en heropenen kan alleen als het past', async ({ ctx }) => {
    const manager = await alsPersoon(ctx, 'contractmanager')
    const aanbieder = await metAanbieder(ctx)
    const id = await legBevindingVast(manager, {
      aanbiederId: aanbieder.id,
      titel: 'Rapportage ontbreekt',
      toelichting: '',
    })
    await beoordeelBevinding(manager, id, { besluit: 'bespreken', reden: 'Eerst horen.' })
    await beoordeelBevinding(manager, id, { besluit: 'sluiten', reden: 'Alsnog ontvangen.' })
    expect((await findBevinding(ctx, id)).geslotenOp).not.toBeNull()
    await expect(beoordeelBevinding(manager, id, { besluit: 'escaleren', reden: 'x' })).rejects.toThrow(/al gesloten/)
    await beoordeelBevinding(manager, id, { besluit: 'heropenen', reden: 'Toch niet volledig.' })
    expect((await findBevinding(ctx, id)).geslotenOp).toBeNull()
    await expect(beoordeelBevinding(manager, id, { besluit: 'heropenen', reden: 'x' })).rejects.toThrow(
      /nog niet gesloten/,
    )
    expect((await listBesluiten(ctx, id)).map(({ besluit }) => besluit).toSorted()).toEqual([
      'bespreken',
      'heropenen',
      'sluiten',
    ])
    const { rows } = await sql<{
      n: number
    }>`select count(*)::int as n from audit_regel where regio_id = ${ctx.regioId} and onderwerp_id = ${id}`.execute(
      ctx.db,
    )
    expect(rows[0]!.n).toBe(4)
  })

  test.for(['aanbieder', 'backoffice', 'contractbeheerder'] as const)(
    'een %s besluit niet over bevindingen',
    async (rol, { ctx }) => {
      const aanbieder = await metAanbieder(ctx)
      const id = await legBevindingVast(als(ctx, 'toezichthouder'), {
        aanbiederId: aanbieder.id,
        titel: 'x',
        toelichting: '',
      })
      await expect(beoordeelBevinding(als(ctx, rol), id, { besluit: 'sluiten', reden: 'x' })).rejects.toThrow(
        /mag dit niet/,
      )
      await expect(
        legBevindingVast(als(ctx, rol), { aanbiederId: aanbieder.id, titel: 'x', toelichting: '' }),
      ).rejects.toThrow(/mag dit niet/)
    },
  )

  test('ROL-23: een overeenkomst die functies mist, geeft één bevinding; een afgelopen overeenkomst niet', async ({
    ctx,
  }) => {
    const aanbieder = await metAanbieder(ctx)
    const rijen = [
      { nummer: 'ZW-1', einddatum: ctx.today },
      { nummer: 'ZW-2', einddatum: ctx.today.subtract({ days: 1 }) },
      { nummer: 'ZW-3', einddatum: ctx.today.add({ years: 1 }) },
    ].map(({ nummer, einddatum }) => ({
      regioId: ctx.regioId,
      nummer,
      einddatum,
      aanbiederId: aanbieder.id,
      agb: aanbieder.agb,
      onderwerp: 'proef',
      begindatum: Temporal.PlainDate.from('2024-01-01'),
    }))
    const overeenkomsten = await ctx.db.insertInto('overeenkomst').values(rijen).returning(['id', 'nummer']).execute()
    const gebruikerId = await maakGebruiker(ctx, {
      naam: 'Iemand',
      functie: '',
      rol: 'contractmanager',
      voorbeeld: false,
    })
    const derde = overeenkomsten.find(({ nummer }) => nummer === 'ZW-3')!
    await ctx.db
      .insertInto('overeenkomstFunctie')
      .values(
        (['contracteigenaar', 'contractmanager', 'achtervanger', 'rvm'] as const).map((functie) => ({
          regioId: ctx.regioId,
          overeenkomstId: derde.id,
          functie,
          gebruikerId,
          vanaf: ctx.today,
        })),
      )
      .execute()
    expect(await controleerOvereenkomsten(ctx)).toBe(1)
    expect(await controleerOvereenkomsten(ctx)).toBe(0)
    const { rijen: gevonden } = await listBevindingen(ctx, {}, alle)
    expect(gevonden.map(({ titel }) => titel)).toEqual([
      'ZW-1 mist contracteigenaar, contractmanager, vaste achtervanger en realisatie- en verificatiemanager',
    ])
  })

  test('CTR-10, ROL-23: een overeenkomst in haar verlengde termijn loopt nog, en mag dus geen functies missen', async ({
    ctx,
  }) => {
    const aanbieder = await metAanbieder(ctx)
    await ctx.db
      .insertInto('overeenkomst')
      .values({
        regioId: ctx.regioId,
        nummer: 'ZW-1',
        aanbiederId: aanbieder.id,
        agb: aanbieder.agb,
        onderwerp: 'x',
        begindatum: Temporal.PlainDate.from('2024-01-01'),
        einddatum: ctx.today.subtract({ days: 1 }),
        verlengingen: 1,
        verlengingMaanden: 12,
        verlengd: 1,
      })
      .execute()
    expect(await controleerOvereenkomsten(ctx)).toBe(1)
  })

  test('ROL-06, ROL-23: contractmanager en achtervanger van de aanbieder gelden voor zijn overeenkomsten', async ({
    ctx,
  }) => {
    const aanbieder = await metAanbieder(ctx)
    const contractmanagerId = await maakGebruiker(ctx, {
      naam: 'Een',
      functie: '',
      rol: 'contractmanager',
      voorbeeld: false,
    })
    const achtervangerId = await maakGebruiker(ctx, {
      naam: 'Twee',
      functie: '',
      rol: 'contractmanager',
      voorbeeld: false,
    })
    await ctx.db
      .updateTable('aanbieder')
      .set({ contractmanagerId, achtervangerId })
      .where('id', '=', aanbieder.id)
      .execute()
    await ctx.db
      .insertInto('overeenkomst')
      .values({
        regioId: ctx.regioId,
        nummer: 'ZW-1',
        aanbiederId: aanbieder.id,
        agb: aanbieder.agb,
        onderwerp: 'x',
        begindatum: ctx.today,
        einddatum: ctx.today,
      })
      .execute()
    await controleerOvereenkomsten(ctx)
    const { rijen } = await listBevindingen(ctx, {}, alle)
    expect(rijen.map(({ titel }) => titel)).toEqual(['ZW-1 mist contracteigenaar en realisatie- en verificatiemanager'])
  })

  test('een aanbieder ziet alleen zijn eigen bevindingen', async ({ ctx }) => {
    const eigen = await metAanbieder(ctx)
    const ander = await metAanbieder(ctx, '98990108', 'Andere')
    for (const { id } of [eigen, ander])
      await legBevindingVast(als(ctx, 'contractmanager'), { aanbiederId: id, titel: `over ${id}`, toelichting: '' })
    await sql`select set_config('overlap.agb', ${eigen.agb}, true)`.execute(ctx.db)
    expect((await listBevindingen(ctx, {}, alle)).rijen.map(({ aanbiederId }) => aanbiederId)).toEqual([eigen.id])
  })
})

test('GES-06: een bevinding uit een gesprek noemt dat gesprek en zijn aanbieder, over en weer te vinden', async ({
  ctx,
}) => {
  const manager = await alsPersoon(ctx, 'contractmanager')
  const aanbieder = await metAanbieder(ctx)
  const ander = await metAanbieder(ctx, '98990108', 'Dijk & Doen')
  const { id: gesprekId } = await ctx.db
    .insertInto('gesprek')
    .values({
      regioId: ctx.regioId,
      soort: 'contractmanagementgesprek',
      titel: 'Gesprek',
      teltMee: true,
      regelsetdeelId: (await leesRegelset(ctx, 'gesprekken', ctx.today)).id,
      aanbiederId: aanbieder.id,
      agb: aanbieder.agb,
      datum: ctx.today,
      begintijd: '10:00',
      eindtijd: '11:00',
      wijze: 'fysiek',
      eigenaarId: manager.actor.id,
      geplandOp: ctx.now,
      geplandDoor: 'x',
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const invoer = { titel: 'Wachtlijst loopt op', toelichting: '', gesprekId }
  const id = await legBevindingVast(manager, { ...invoer, aanbiederId: aanbieder.id })
  expect(await findBevinding(ctx, id)).toMatchObject({ bron: 'gesprek', gesprekId, aanbiederId: aanbieder.id })
  expect(await listBevindingenVan(ctx, { gesprekId })).toMatchObject([{ id, titel: 'Wachtlijst loopt op' }])
  await expect(legBevindingVast(manager, { ...invoer, aanbiederId: ander.id })).rejects.toMatchObject({ status: 422 })
  const weg = { ...invoer, aanbiederId: aanbieder.id, gesprekId: '00000000-0000-4000-8000-000000000000' }
  await expect(legBevindingVast(manager, weg)).rejects.toMatchObject({ status: 404 })
  // a toezichthouder who was not asked to the meeting does not know of it
  await expect(
    legBevindingVast(als(ctx, 'toezichthouder'), { ...invoer, aanbiederId: aanbieder.id }),
  ).rejects.toMatchObject({ status: 404 })
})
