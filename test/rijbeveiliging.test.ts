import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { namens } from '../src/domain/act/gesprek/proefgesprek.testhulp.ts'
import { rollen, vanAanbieder, zonderUitnodiging, type Rol } from '../src/domain/rechten.ts'
import type { Context } from '../src/platform/context.ts'
import { asRegion } from '../src/platform/transaction.ts'
import { alsPersoon, maakAanbieder, maakOvereenkomst } from './afspraken.ts'
import { maakGesprek } from './gesprek.ts'
import { als, test } from './regio.ts'

const TABELLEN = [
  'gesprek',
  'gesprek_overeenkomst',
  'gesprek_verplaatsing',
  'deelnemer',
  'gesprek_bericht',
  'agendapunt',
  'verslagtekst',
  'gesprek_besluit',
  'rapportagedeel',
  'verslagversie',
  'verslagreactie',
  'actie',
]

/** Of each table the aanbieders whose meeting somebody sees, past every query of the program: with row-level security alone. */
async function ziet(ctx: Context, persoon: Context): Promise<Record<string, string[]>> {
  return namens(ctx, persoon, async ({ db }) => {
    const gezien: Record<string, string[]> = {}
    for (const tabel of TABELLEN) {
      const kolom = sql.ref(tabel === 'gesprek' ? 'id' : 'gesprek_id')
      const { rows } = await sql<{ id: string }>`select distinct ${kolom} as id from ${sql.table(tabel)}`.execute(db)
      if (rows.length > 0) gezien[tabel] = rows.map(({ id }) => id).toSorted()
    }
    return gezien
  })
}

const overal = (...ids: string[]) => Object.fromEntries(TABELLEN.map((tabel) => [tabel, ids.toSorted()]))

/** Two aanbieders, one in Purmerend and one in Zaanstad, each with a meeting and all that hangs below it. */
async function maakTwee(ctx: Context) {
  const manager = await alsPersoon(ctx, 'Marloes de Wit', 'contractmanager')
  const ids: string[] = []
  for (const [i, gemeenten] of ['0439', '0479'].entries()) {
    const [agb, naam] = [`9899010${String(i)}`, `Aanbieder ${String(i)}`]
    const aanbiederId = await maakAanbieder(ctx, { agb, kvk: `9933120${String(i)}`, naam })
    await maakOvereenkomst(ctx, { overeenkomst: `ZW-${String(i)}`, agb, gemeenten })
    await maakGesprek(ctx, { aanbiederId, agb, naam, eigenaarId: manager.actor.id })
    ids.push(aanbiederId)
  }
  const [purmerend, zaanstad] = ids as [string, string]
  return { manager, purmerend, zaanstad }
}

const met = (persoon: Context, grens: object): Context => ({
  ...persoon,
  actor: { ...persoon.actor, rollen: persoon.actor.rollen.map((rol) => ({ ...rol, ...grens })) },
})

describe('ROL-20: een gesprek lezen op uitnodiging, in de database zelf', () => {
  test('de database kent dezelfde rollen als het programma die zonder uitnodiging lezen', async ({ ctx }) => {
    const mensen = (Object.keys(rollen) as Rol[]).filter((rol) => !rol.includes('(') && !vanAanbieder(rol))
    const { rows } = await sql<{ rol: string; mag: boolean }>`select rol, leest_ongevraagd(rol) as mag
      from unnest(${mensen}::text[]) as rol`.execute(ctx.db)
    const verwacht = mensen.filter((rol) => zonderUitnodiging({ rollen: [{ rol, agb: null }] }).length > 0)
    expect(rows.filter(({ mag }) => mag).map(({ rol }) => rol)).toEqual(verwacht)
    expect(verwacht.length).toBeGreaterThan(3)
  })

  test('wie niet is uitgenodigd ziet geen rij, wie dat is alleen die van dat gesprek', async ({ ctx }) => {
    const { purmerend, zaanstad } = await maakTwee(ctx)
    for (const rol of ['rvm', 'lokaal team', 'toezichthouder', 'beleid', 'budgethouder'] as const) {
      const persoon = await alsPersoon(ctx, `Iemand ${rol}`, rol)
      expect([rol, await ziet(ctx, persoon)]).toEqual([rol, {}])
      await sql`insert into deelnemer (regio_id, gesprek_id, hoedanigheid, gebruiker_id, naam)
        values (${ctx.regioId}, ${purmerend}, 'gast', ${persoon.actor.id}, 'Gast')`.execute(ctx.db)
      expect([rol, await ziet(ctx, persoon)]).toEqual([rol, overal(purmerend)])
      // what such a person may not see he cannot touch either
      await namens(ctx, persoon, async ({ db }) => {
        const { numAffectedRows } = await sql`update gesprek set plaats = 'Elders' where id = ${zaanstad}`.execute(db)
        expect(numAffectedRows).toBe(0n)
      })
    }
    // roles that have nothing to do with meetings
    for (const rol of ['backoffice', 'functioneel beheerder', 'raad'] as const) {
      expect([rol, await ziet(ctx, als(ctx, rol))]).toEqual([rol, {}])
    }
  })

  test('een actie is ook van wie haar doet', async ({ ctx }) => {
    const { zaanstad } = await maakTwee(ctx)
    const persoon = await alsPersoon(ctx, 'Joke Visser', 'beleid')
    await sql`update actie set kant = 'regio', eigenaar_id = ${persoon.actor.id} where id = ${zaanstad}`.execute(ctx.db)
    expect(await ziet(ctx, persoon)).toEqual({ actie: [zaanstad] })
  })

  test('zonder uitnodiging ziet contractmanagement alles, of wat binnen zijn gemeenten ligt', async ({ ctx }) => {
    const { manager, purmerend, zaanstad } = await maakTwee(ctx)
    expect(await ziet(ctx, manager)).toEqual(overal(purmerend, zaanstad))
    // the scope of the right holds as well (008): set wide here, so that only the invitation is left
    const inPurmerend = met(await alsPersoon(ctx, 'Sven Postma', 'contractmanager'), { gemeenten: ['0439'] })
    const gezien = await namens(ctx, inPurmerend, async ({ db }) => {
      await sql`select set_config('overlap.bereik', '', true)`.execute(db)
      return (await sql<{ id: string }>`select id from gesprek`.execute(db)).rows.map(({ id }) => id)
    })
    expect(gezien).toEqual([purmerend])
  })

  test('wat namens de regio gebeurt ziet alles, en daarna weer niets', async ({ ctx }) => {
    const { purmerend, zaanstad } = await maakTwee(ctx)
    const persoon = await alsPersoon(ctx, 'Iemand', 'beleid')
    await namens(ctx, persoon, async (ctx) => {
      const tel = async () =>
        (await sql`select from gesprek where id in (${purmerend}, ${zaanstad})`.execute(ctx.db)).rows.length
      expect([await tel(), await asRegion(ctx, tel), await tel()]).toEqual([0, 2, 0])
    })
  })
})
