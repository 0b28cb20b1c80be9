import { sql } from 'kysely'
import { describe, expect, test as los } from 'vitest'
import { alsPersoon, leesGebeurtenissen, maakAanbieder } from '../../../../test/afspraken.ts'
import { speel, volledigeZet, zw } from '../../../../test/escalatie.ts'
import { als, test } from '../../../../test/regio.ts'
import type { Context } from '../../../platform/context.ts'
import { beginLadderconcept, beginpunten, leesMeegeleverd } from './begin-ladderconcept.ts'
import { bewaarLadder, controleerConcept, verwerpLadderconcept } from './bewaar-ladder.ts'
import { controleerLadder } from './controleer-ladder.ts'
import { deelVan } from './ladder.ts'
import { findLadderconcept } from './ladderconcept.ts'
import { gebruiktDoor, metDeelVerplaatst, nieuweCode, zetDeel, zonderDeel } from './ladderdelen.ts'
import { leesLadder, leesLadderVan } from './lees-ladder.ts'
import { leesZaak } from './lees-zaak.ts'
import { openEscalatie } from './open-escalatie.ts'
import { wijzigLadderconcept } from './wijzig-ladderconcept.ts'
import { nieuweZaak } from './zaak.ts'

const beheer = (ctx: Context) => als(ctx, 'functioneel beheerder')
const versie = async (ctx: Context) => (await findLadderconcept(ctx))!.versie
const morgen = (ctx: Context) => ({ geldigVanaf: ctx.today.add({ days: 1 }), reden: 'Nieuw contract' })

describe('MTR-01: de algemene ladder van Zaanstad', () => {
  los(
    'loopt van informatie over contractafspraken, via extra gesprekken en een verbeterplan, tot boete of ontbinding',
    async () => {
      const ladder = await leesMeegeleverd('zaanstad')
      expect(controleerLadder(ladder, zw.taken)).toEqual([])
      expect(ladder.stappen.map(({ naam }) => naam)).toEqual([
        'Informatie over contractafspraken',
        'Extra gesprekken',
        'Verbeterplan volgen',
        'Ingebrekestelling',
        'Boete of ontbinding',
      ])
      expect(ladder.maatregelen.map(({ code }) => code)).toEqual(['boete', 'ontbinding'])
      // the whole way, each step with all it asks
      const eind = speel(ladder, [
        ['Z1', '2026-11-02'],
        ['Z1-brief', '2026-11-03'],
        ['Z2', '2026-12-07'],
        ['Z2-gesprek', '2026-12-08'],
        ['Z3', '2026-12-09'],
        ['Z3-plan', '2026-12-16'],
        ['Z3-dag', '2026-12-17'],
        ['Z4', '2027-02-01', { grond: 'resultaat-onvoldoende' }],
        ['Z5', '2027-04-01'],
        ['Z7', '2027-05-03'],
      ])
      expect(eind.toestand).toBe('GESLOTEN.afgerond')
      expect(eind.maatregelen.map(({ soort }) => soort)).toEqual(['boete'])
    },
  )
})

describe('delen van een ladder', () => {
  const { ladder } = zw
  los('een nieuw deel krijgt een code van zijn naam die nog vrij is', () => {
    expect(nieuweCode(ladder, 'stukken', 'Réactie van de aanbieder!')).toBe('reactie-van-de-aanbieder')
    expect(nieuweCode(ladder, 'stukken', 'Aanleiding')).toBe('aanleiding-2')
    expect(nieuweCode(ladder, 'stukken', '!!')).toBe('stukken')
  })
  los('vervangen, weghalen en verplaatsen laten de rest zoals zij was', () => {
    const stap = { ...ladder.stappen[0]!, naam: 'Anders' }
    expect(zetDeel(ladder, 'stappen', stap).stappen.map(({ naam }) => naam)[0]).toBe('Anders')
    expect(zetDeel(ladder, 'stappen', { ...stap, code: '4' }).stappen.map(({ code }) => code)).toEqual([
      '1',
      '2',
      '3',
      '4',
    ])
    expect(zonderDeel(ladder, 'brieven', 'D25').brieven).toHaveLength(ladder.brieven.length - 1)
    const codes = (l: typeof ladder) => l.stappen.map(({ code }) => code)
    expect(codes(metDeelVerplaatst(ladder, 'stappen', '2', 'omhoog'))).toEqual(['2', '1', '3'])
    expect(codes(metDeelVerplaatst(ladder, 'stappen', '1', 'omhoog'))).toEqual(['1', '2', '3'])
    expect(codes(metDeelVerplaatst(ladder, 'stappen', '3', 'omlaag'))).toEqual(['1', '2', '3'])
  })
  los('waar een deel wordt gebruikt, is te zien voordat het weg gaat', () => {
    expect(gebruiktDoor(ladder, 'brieven', 'D25')).toEqual(['Verslag en brief sturen'])
    expect(gebruiktDoor(ladder, 'termijnen', 'verbeterplan')).toContain('Naar stap 3: geen plan ontvangen')
    expect(gebruiktDoor(ladder, 'stappen', '2')).toContain('Cliëntenstop')
  })
})

describe('MTR-04: een regio stelt haar eigen ladder samen', () => {
  test.for(Object.keys(beginpunten) as (keyof typeof beginpunten)[])(
    'begonnen bij %s klopt zij meteen; hooguit mist de regio een taak',
    async (van, { ctx }) => {
      await beginLadderconcept(beheer(ctx), van)
      // a task of another region is one that nobody here can have a mandate for, and the check says so
      const fouten = await controleerConcept(ctx, (await findLadderconcept(ctx))!.ladder)
      expect(fouten.filter(({ zin }) => !/staat niet in de taakverdeling/.test(zin))).toEqual([])
      expect(fouten.length > 0).toBe(van === 'flevoland')
      await expect(beginLadderconcept(beheer(ctx), 'eigen')).rejects.toMatchObject({ status: 409 })
    },
  )

  test('wijzigen stukje bij beetje; een ladder die niet klopt, wordt niet bewaard en zegt waar', async ({ ctx }) => {
    const fb = beheer(ctx)
    await beginLadderconcept(fb, 'eigen')
    await wijzigLadderconcept(fb, 1, { soort: 'verwijder', deel: 'brieven', code: 'D25' })
    const fouten = await controleerConcept(ctx, (await findLadderconcept(ctx))!.ladder)
    expect(fouten).toEqual([{ deel: 'overgangen', waar: 'A5', zin: 'De brief D25 ontbreekt.' }])
    await expect(bewaarLadder(fb, await versie(ctx), morgen(ctx))).rejects.toMatchObject({ status: 409 })
    // somebody who looked at an older version looks again
    await expect(
      wijzigLadderconcept(fb, 1, { soort: 'verwijder', deel: 'brieven', code: 'D37' }),
    ).rejects.toMatchObject({ status: 409 })
    const brief = deelVan(zw.ladder, 'brieven', 'D25')
    await wijzigLadderconcept(fb, 2, { soort: 'zet', deel: 'brieven', nieuw: { ...brief, naam: 'Onze brief' } })
    await expect(bewaarLadder(fb, 3, { ...morgen(ctx), reden: ' ' })).rejects.toMatchObject({ status: 422 })
    await expect(
      bewaarLadder(fb, 3, { ...morgen(ctx), geldigVanaf: ctx.today.subtract({ days: 1 }) }),
    ).rejects.toMatchObject({ status: 422 })
    expect(await bewaarLadder(fb, 3, morgen(ctx))).toEqual({ versie: 2 })
    expect(await findLadderconcept(ctx)).toBeNull()
    expect((await leesLadder(ctx)).versie).toBe(1)
    const later = { ...ctx, today: ctx.today.add({ days: 1 }) }
    const { versie: nieuw, ladder } = await leesLadder(later)
    expect([nieuw, deelVan(ladder, 'brieven', 'D25').naam]).toEqual([2, 'Onze brief'])
    expect(await leesGebeurtenissen(ctx, 'ladderconcept:gewijzigd')).toMatchObject([
      { deel: 'brieven', oud: { code: 'D25' }, nieuw: null },
      { deel: 'brieven', oud: null, nieuw: { naam: 'Onze brief' } },
    ])
    expect(await leesGebeurtenissen(ctx, 'regelsetdeel:gewijzigd')).toHaveLength(1)
  })

  test('MTR-04: uit welk gesprek een stuk komt, is te wijzigen; een veld dat het vult moet bestaan', async ({
    ctx,
  }) => {
    const fb = beheer(ctx)
    await beginLadderconcept(fb, 'eigen')
    const verslag = deelVan(zw.ladder, 'stukken', 'verslag')
    expect(verslag.uitGesprek).not.toBeNull()
    const zonder = { ...verslag, uitGesprek: null }
    await wijzigLadderconcept(fb, 1, { soort: 'zet', deel: 'stukken', nieuw: zonder })
    expect(deelVan((await findLadderconcept(ctx))!.ladder, 'stukken', 'verslag')).toEqual(zonder)
    const fout = { ...verslag.uitGesprek!, velden: { tekst: 'bestaat-niet' } }
    await wijzigLadderconcept(fb, 2, { soort: 'zet', deel: 'stukken', nieuw: { ...verslag, uitGesprek: fout } })
    expect(await controleerConcept(ctx, (await findLadderconcept(ctx))!.ladder)).toMatchObject([
      { deel: 'stukken', waar: 'verslag' },
    ])
  })

  test('MTR-04: een zaak die loopt houdt de ladder waarmee zij begon', async ({ ctx }) => {
    const manager = await alsPersoon(ctx, 'Marloes', 'contractmanager')
    const aanbiederId = await maakAanbieder(ctx)
    const open = (c: Context) =>
      openEscalatie(c, { aanbiederId, titel: 'Te laat', zet: volledigeZet(zw.ladder, nieuweZaak, 'A1', c.today) })
    const oud = await open(manager)
    const fb = beheer(ctx)
    await beginLadderconcept(fb, 'eigen')
    const stap = { ...zw.ladder.stappen[0]!, naam: 'Eerst praten' }
    await wijzigLadderconcept(fb, 1, { soort: 'zet', deel: 'stappen', nieuw: stap })
    await bewaarLadder(fb, 2, { geldigVanaf: ctx.today, reden: 'Andere woorden' })
    const naam = async (id: string) => (await leesZaak(ctx, id)).ladder.stappen[0]!.naam
    expect(await naam(oud)).toBe('Signalering en gesprek')
    expect(await naam(await open(manager))).toBe('Eerst praten')
    const { rows } = await sql<{ id: string }>`select regelsetdeel_id as id from escalatie where id = ${oud}`.execute(
      ctx.db,
    )
    expect((await leesLadderVan(ctx, rows[0]!.id)).stappen[0]!.naam).toBe('Signalering en gesprek')
  })

  test('alleen wie de inrichting mag wijzigen; weggooien kan, en het laatste van een soort blijft', async ({ ctx }) => {
    await expect(beginLadderconcept(als(ctx, 'contractmanager'), 'eigen')).rejects.toMatchObject({ status: 403 })
    const fb = beheer(ctx)
    await expect(verwerpLadderconcept(fb, 1)).rejects.toMatchObject({ status: 404 })
    await beginLadderconcept(fb, 'eigen')
    await wijzigLadderconcept(fb, 1, { soort: 'verwijder', deel: 'stappen', code: '1' })
    await wijzigLadderconcept(fb, 2, { soort: 'verwijder', deel: 'stappen', code: '2' })
    await expect(wijzigLadderconcept(fb, 3, { soort: 'verwijder', deel: 'stappen', code: '3' })).rejects.toMatchObject({
      status: 409,
    })
    await expect(wijzigLadderconcept(fb, 3, { soort: 'verwijder', deel: 'stappen', code: '9' })).rejects.toMatchObject({
      status: 404,
    })
    await verwerpLadderconcept(fb, 3)
    expect(await findLadderconcept(ctx)).toBeNull()
    expect(await leesGebeurtenissen(ctx, 'ladderconcept:verworpen')).toHaveLength(1)
  })
})
