import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { alsPersoon, leesGebeurtenissen } from '../../../../test/afspraken.ts'
import { test } from '../../../../test/regio.ts'
import { draagWerkOver } from './draag-werk-over.ts'
import { legActieVast } from './leg-actie-vast.ts'
import { nodigDeelnemersUit } from './nodig-deelnemers-uit.ts'
import { invoer, maakProef, plan } from './proefgesprek.testhulp.ts'
import { planGesprek } from './plan-gesprek.ts'
import { findGesprek, listDeelnemers } from './queries.ts'

const actie = (eigenaarId: string) => ({
  tekst: 'Wachtlijst opvragen',
  kant: 'regio' as const,
  eigenaarId,
  eigenaar: '',
  einddatum: Temporal.PlainDate.from('2027-01-29'),
  agendapuntId: '' as const,
  niveau: '' as const,
})

describe('ROL-07: al het open werk gaat in één keer over', () => {
  test('ROL-07, ROL-20: acties en gesprekken gaan naar de achtervanger; wie voorzit, wisselt mee', async ({ ctx }) => {
    const proef = await maakProef(ctx)
    const { manager, aanbiederId } = proef
    const bas = await alsPersoon(ctx, 'Bas Achter', 'contractmanager')
    await sql`update aanbieder set achtervanger_id = ${bas.actor.id} where id = ${aanbiederId}`.execute(ctx.db)
    const gesprekId = await plan(proef, { gebruikerIds: [bas.actor.id] })
    const intern = await planGesprek(manager, {
      ...invoer(proef),
      soort: 'intern-overleg',
      aanbiederId: '',
      contactpersoonIds: [],
    })
    await legActieVast(manager, gesprekId, actie(manager.actor.id))
    await legActieVast(manager, intern, actie(manager.actor.id))

    const uitkomst = await draagWerkOver(manager, { vanId: manager.actor.id, naarId: null, reden: 'Andere baan' })
    // the internal meeting and its action have no aanbieder, and so no back-up
    expect(uitkomst).toMatchObject({ aanbieders: 1, acties: 1, gesprekken: 1, blijft: 2 })
    expect((await findGesprek(bas, gesprekId)).eigenaar).toBe('Bas Achter')
    expect((await listDeelnemers(bas, gesprekId)).map(({ naam, hoedanigheid }) => [naam, hoedanigheid])).toEqual([
      ['Bas Achter', 'voorzitter'],
      ['Noor Bakker', 'aanbieder'],
    ])
    expect(await leesGebeurtenissen(ctx, 'gesprekken:overgedragen')).toMatchObject([
      { reden: 'Andere baan', gesprekken: [gesprekId] },
    ])

    expect(await draagWerkOver(bas, { vanId: manager.actor.id, naarId: bas.actor.id, reden: 'De rest' })).toMatchObject(
      {
        acties: 1,
        gesprekken: 1,
        blijft: 0,
      },
    )
    const { rows } = await sql<{ eigenaar: string; versie: number }>`select eigenaar, versie from actie`.execute(ctx.db)
    expect(rows).toEqual([
      { eigenaar: 'Bas Achter', versie: 2 },
      { eigenaar: 'Bas Achter', versie: 2 },
    ])
  })

  test('ROL-07: wat af is, blijft van wie het deed; wie was uitgenodigd, blijft als gast', async ({ ctx }) => {
    const proef = await maakProef(ctx)
    const { manager } = proef
    const bas = await alsPersoon(ctx, 'Bas Achter', 'contractmanager')
    const [gepland, gehouden, klaar] = [await plan(proef), await plan(proef), await plan(proef)]
    const actieId = await legActieVast(manager, gepland, actie(manager.actor.id))
    await sql`update actie set gereed_op = now(), gereed_door = 'x', geaccepteerd_op = now(), geaccepteerd_door = 'x' where id = ${actieId}`.execute(
      ctx.db,
    )
    await sql`update gebruiker set email = 'marloes@regio.example' where id = ${manager.actor.id}`.execute(ctx.db)
    await nodigDeelnemersUit(manager, gepland)
    await sql`update gesprek set gehouden_op = now() where id in (${gehouden}, ${klaar})`.execute(ctx.db)
    await sql`update gesprek set verslag_begonnen_op = now(), gedeeld_op = now(), definitief_op = now() where id = ${klaar}`.execute(
      ctx.db,
    )

    expect(await draagWerkOver(manager, { vanId: manager.actor.id, naarId: bas.actor.id, reden: 'Weg' })).toMatchObject(
      {
        acties: 0,
        gesprekken: 2,
        blijft: 0,
      },
    )
    const wie = async (id: string) =>
      (await listDeelnemers(bas, id))
        .filter(({ hoedanigheid }) => hoedanigheid !== 'aanbieder')
        .map(({ naam, hoedanigheid }) => `${naam}: ${hoedanigheid}`)
    expect(await wie(gepland)).toEqual(['Bas Achter: voorzitter', 'Marloes de Wit: gast'])
    // who led it then, led it
    expect(await wie(gehouden)).toEqual(['Marloes de Wit: voorzitter'])
    expect((await findGesprek(bas, gehouden)).eigenaar).toBe('Bas Achter')
    expect((await findGesprek(bas, klaar)).eigenaar).toBe('Marloes de Wit')
  })

  test('ROL-20: waar de voorzitter vastligt, neemt alleen een contractmanager over', async ({ ctx }) => {
    const proef = await maakProef(ctx)
    await sql`insert into regelsetdeel (regio_id, deel, versie, geldig_vanaf, bron, inhoud, vastgelegd_door)
      select regio_id, deel, 2, geldig_vanaf, bron, jsonb_set(inhoud, '{soorten,0,voorzitter}', '"contractmanager"'), 'proef'
      from regelsetdeel where regio_id = ${ctx.regioId} and deel = 'gesprekken'`.execute(ctx.db)
    const id = await plan(proef)
    const beheerder = proef.beheerder.actor.id
    const overdracht = { vanId: proef.manager.actor.id, naarId: beheerder, reden: 'Weg' }
    const uitkomst = await draagWerkOver(proef.manager, overdracht).catch((error: unknown) => error)
    expect(uitkomst).toMatchObject({ gesprekken: 0, blijft: 1 })
    expect((await findGesprek(proef.manager, id)).eigenaar).toBe('Marloes de Wit')
  })
})
