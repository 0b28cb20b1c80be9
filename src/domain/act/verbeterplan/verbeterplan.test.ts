import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { maakAanbieder, maakPersoon } from '../../../../test/afspraken.ts'
import { ladderVan } from '../../../../test/escalatie.ts'
import { proefregio, test as base } from '../../../../test/regio.ts'
import { dag, indieninvoer, oordeelinvoer, puntinvoer } from '../../../../test/verbeterplan.ts'
import type { Context } from '../../../platform/context.ts'
import { narrow } from '../../../platform/transaction.ts'
import { beoordeelBevinding } from '../../check/bevinding/beoordeel-bevinding.ts'
import { legBevindingVast } from '../../check/bevinding/leg-bevinding-vast.ts'
import { listBesluiten } from '../../check/bevinding/queries.ts'
import { maakGebruiker } from '../../plan/inrichting/maak-gebruiker.ts'
import { maakRegio } from '../../plan/inrichting/maak-regio.ts'
import type { Rol } from '../../rechten.ts'
import { besluitOverStap } from '../escalatie/besluit-over-stap.ts'
import { findDossier } from '../escalatie/find-dossier.ts'
import { leesZaak } from '../escalatie/lees-zaak.ts'
import { openEscalatie } from '../escalatie/open-escalatie.ts'
import { verzendBrief } from '../escalatie/verzend-brief.ts'
import { zetStap } from '../escalatie/zet-stap.ts'
import { beoordeelPlan } from './beoordeel-plan.ts'
import { beoordeelRealisatie } from './beoordeel-realisatie.ts'
import { bewaarConcept, findConcept } from './concept.ts'
import { dienPlanIn } from './dien-plan-in.ts'
import { leesPlan } from './lees-plan.ts'
import { meldRealisatie } from './meld-realisatie.ts'
import { listPlannen, listPlannenVan } from './queries.ts'
import { sluitPlan } from './sluit-plan.ts'
import { verzetTermijn } from './verzet-termijn.ts'
import { vraagPlan, type Vraag } from './vraag-plan.ts'
import { invoerVan } from '../../../../test/zaakstap.ts'

const AGB = '98990101'

type Mensen = Record<'manager' | 'eigenaar' | 'beheerder' | 'toezicht' | 'aanbieder', Context>

async function als(ctx: Context, naam: string, rol: Rol, agb: string | null = null): Promise<Context> {
  const id =
    agb === null
      ? await maakPersoon(ctx, naam, rol)
      : await maakGebruiker(ctx, { naam, functie: 'test', rol, agb, voorbeeld: true })
  return { ...ctx, actor: { soort: 'gebruiker', id, naam, rollen: [{ rol, agb }], agb } }
}

async function maakMensen(ctx: Context): Promise<Mensen> {
  return {
    manager: await als(ctx, 'Marloes Manager', 'contractmanager'),
    eigenaar: await als(ctx, 'Ella Eigenaar', 'contracteigenaar'),
    beheerder: await als(ctx, 'Bea Beheer', 'contractbeheerder'),
    toezicht: await als(ctx, 'Tom Toezicht', 'toezichthouder'),
    aanbieder: await als(ctx, 'Aart Aanbieder', 'aanbieder', AGB),
  }
}

const test = base.extend<{ mensen: Mensen; aanbiederId: string }>({
  aanbiederId: async ({ ctx }, use) => {
    await use(await maakAanbieder(ctx))
  },
  mensen: async ({ ctx }, use) => {
    await use(await maakMensen(ctx))
  },
})

const later = (ctx: Context, iso: string): Context => {
  const today = dag(iso)
  return { ...ctx, today, now: today.toZonedDateTime({ timeZone: 'Europe/Amsterdam', plainTime: '10:00' }).toInstant() }
}

function vraag(ctx: Context, aanbiederId: string, eigen: Partial<Vraag> = {}): Promise<string> {
  return vraagPlan(ctx, {
    aanbiederId,
    overeenkomstId: null,
    bevindingId: null,
    gesprekId: null,
    titel: 'Ondersteuning begint te laat',
    aanleiding: 'Vier keer te laat begonnen.',
    startdatum: ctx.today,
    uiterlijk: ctx.today.add({ days: 14 }),
    realisatieUiterlijk: null,
    ...eigen,
  })
}

/** Acts as somebody, in the scope of that person, and gives the transaction back as it was. */
async function doe<T>(ctx: Context, wie: Context, werk: (wie: Context) => Promise<T>): Promise<T> {
  await narrow(wie)
  try {
    return await werk(wie)
  } finally {
    await narrow(ctx).catch(() => undefined)
  }
}

const versie = async (ctx: Context, id: string) => (await leesPlan(ctx, id)).rij.versie
const stand = async (ctx: Context, id: string) => (await leesPlan(ctx, id)).rij.stand
const geweigerd = (status: number, zin: RegExp) => ({ status, message: expect.stringMatching(zin) as string })

async function dienIn(ctx: Context, wie: Context, id: string, punten = [puntinvoer(null), puntinvoer(null)]) {
  await doe(ctx, wie, async (wie) =>
    dienPlanIn(wie, id, await versie(wie, id), indieninvoer(punten, { ontvangen: wie.today })),
  )
}
async function beoordeel(ctx: Context, wie: Context, id: string, per = {}, meer = {}) {
  const { plan } = await leesPlan(ctx, id)
  const dagen = { uiterlijk: wie.today.add({ days: 7 }), realisatieUiterlijk: wie.today.add({ days: 60 }) }
  await beoordeelPlan(wie, id, await versie(ctx, id), oordeelinvoer(plan, per, { ...dagen, ...meer }))
}
async function meld(ctx: Context, wie: Context, id: string, ...nummers: number[]) {
  await doe(ctx, wie, async (wie) =>
    meldRealisatie(
      wie,
      id,
      await versie(wie, id),
      nummers.map((nr) => ({ nr, tekst: 'Gedaan.', bewijs: 'Rooster' })),
    ),
  )
}

async function termijnen(ctx: Context, id: string) {
  const { rows } = await sql<{
    sleutel: string
    kant: string
    einddatum: Temporal.PlainDate
    stand: string
    rol: string | null
  }>`select sleutel,
      kant, einddatum, stand, rol from termijn where regio_id = ${ctx.regioId} and bron = 'verbeterplan' and bron_id = ${id}
    order by gepland_op, id`.execute(ctx.db)
  return rows.map((rij) => `${rij.sleutel} ${rij.kant} ${rij.einddatum.toString()} ${rij.stand}`)
}
async function gebeurtenissen(ctx: Context, id: string) {
  const { rows } = await sql<{ soort: string }>`select soort from audit_regel where regio_id = ${ctx.regioId}
    and onderwerp_id = ${id} order by volgnr`.execute(ctx.db)
  return rows.map(({ soort }) => soort)
}

describe('een plan vragen', () => {
  test('GES-07, MTR-02, TRM-01: uit een bevinding, met mandaat, met een termijn bij de aanbieder', async ({
    ctx,
    mensen,
    aanbiederId,
  }) => {
    const { manager } = mensen
    const bevindingId = await legBevindingVast(manager, { aanbiederId, titel: 'Te laat', toelichting: '' })
    const id = await vraag(manager, aanbiederId, { bevindingId })
    expect((await leesPlan(ctx, id)).rij).toMatchObject({
      nummer: expect.stringMatching(/^VP-2026-001$/) as string,
      stand: 'gevraagd',
      bevindingId,
      gevraagdDoor: 'Marloes Manager',
      besloten: { als: 'contractmanager' },
    })
    expect((await listBesluiten(ctx, bevindingId))[0]).toMatchObject({
      besluit: 'plan vragen',
      reden: 'Vier keer te laat begonnen.',
    })
    expect((await listPlannenVan(ctx, { bevindingId })).map((plan) => plan.id)).toEqual([id])
    expect(await termijnen(ctx, id)).toEqual([`indienen aanbieder ${ctx.today.add({ days: 14 }).toString()} loopt`])
    await expect(vraag(manager, aanbiederId, { bevindingId })).rejects.toMatchObject(
      geweigerd(409, /loopt al een verbeterplan: VP-2026-001/),
    )
    await beoordeelBevinding(manager, bevindingId, { besluit: 'sluiten', reden: 'Klaar.' })
    await expect(vraag(manager, aanbiederId, { bevindingId })).rejects.toMatchObject(geweigerd(409, /al gesloten/))
    expect(await gebeurtenissen(ctx, id)).toEqual(['verbeterplan:gevraagd'])
  })

  test('ROL-13: wie geen recht of geen mandaat heeft vraagt geen plan; wat niet bestaat is 404', async ({
    ctx,
    mensen,
    aanbiederId,
  }) => {
    await expect(vraag(mensen.beheerder, aanbiederId)).rejects.toMatchObject({ status: 403 })
    await expect(vraag(mensen.toezicht, aanbiederId)).rejects.toMatchObject({ status: 403 })
    await expect(vraag(mensen.aanbieder, aanbiederId)).rejects.toMatchObject({ status: 403 })
    await narrow(ctx)
    const geen = '01a00000-0000-7000-8000-000000000000'
    for (const meer of [{ bevindingId: geen }, { gesprekId: geen }, { overeenkomstId: geen }]) {
      await expect(vraag(mensen.manager, aanbiederId, meer)).rejects.toMatchObject({ status: 404 })
    }
    await expect(vraag(mensen.manager, aanbiederId, { uiterlijk: dag('2020-01-01') })).rejects.toMatchObject({
      status: 422,
    })
  })
})

describe('van vragen tot gerealiseerd', () => {
  test('ESA-09 tot ESA-20, TRM-01: twee versies, elk oordeel met reden, realisatie per punt, en elke stap in de kalender', async ({
    ctx,
    mensen,
    aanbiederId,
  }) => {
    const { manager, aanbieder } = mensen
    const id = await vraag(manager, aanbiederId)
    await dienIn(ctx, aanbieder, id)
    expect(await stand(ctx, id)).toBe('ingediend')
    await beoordeel(ctx, manager, id, { 2: 'aanvullen' })
    await dienIn(ctx, aanbieder, id, [puntinvoer(2, { maatregel: 'Beter' })])
    await beoordeel(ctx, manager, id)
    expect(await stand(ctx, id)).toBe('uitvoering')
    await meld(ctx, aanbieder, id, 1)
    await meld(ctx, aanbieder, id, 2)
    const punten = [1, 2].map((nr) => ({ nr, oordeel: 'gerealiseerd' as const, reden: 'Gezien in de cijfers.' }))
    await beoordeelRealisatie(manager, id, await versie(ctx, id), { punten, realisatieUiterlijk: null })
    await sluitPlan(manager, id, await versie(ctx, id), { einde: 'gerealiseerd', reden: 'Alles werkt.' })

    const { plan, rij } = await leesPlan(ctx, id)
    expect([rij.stand, rij.geslotenReden, plan.ronde]).toEqual(['gerealiseerd', 'Alles werkt.', 2])
    expect(plan.oordelen.map(({ fase, ronde, nr, oordeel }) => [fase, ronde, nr, oordeel].join(' '))).toEqual([
      'plan 1 1 akkoord',
      'plan 1 2 aanvullen',
      'plan 1  aanvullen',
      'plan 2 2 akkoord',
      'plan 2  akkoord',
      'realisatie 2 1 gerealiseerd',
      'realisatie 2 2 gerealiseerd',
      'realisatie 2  gerealiseerd',
    ])
    const vandaag = ctx.today
    const over = (days: number) => vandaag.add({ days }).toString()
    const lijst = await termijnen(ctx, id)
    expect(lijst.every((regel) => regel.endsWith('gehaald'))).toBe(true)
    expect(lijst.map((regel) => regel.split(' ').slice(0, 2).join(' ')).toSorted()).toEqual(
      [
        'aanvullen aanbieder',
        'beoordelen regio',
        'beoordelen regio',
        'eindoordeel regio',
        'indienen aanbieder',
        'punt-1 aanbieder',
        'punt-2 aanbieder',
        'realisatie aanbieder',
      ].toSorted(),
    )
    expect(lijst).toContain(`aanvullen aanbieder ${over(7)} gehaald`)
    expect(await gebeurtenissen(ctx, id)).toEqual([
      'verbeterplan:gevraagd',
      'verbeterplan:ingediend',
      'verbeterplan:beoordeeld',
      'verbeterplan:ingediend',
      'verbeterplan:beoordeeld',
      'realisatie:gemeld',
      'realisatie:gemeld',
      'realisatie:beoordeeld',
      'verbeterplan:afgesloten',
    ])
    const rijen = await sql<{
      punten: number
      gereed: number
      eerste: unknown
    }>`select punten, punten_gerealiseerd as gereed, eerste_dag as eerste
      from verbeterplan where id = ${id}`.execute(ctx.db)
    expect(rijen.rows[0]).toEqual({ punten: 2, gereed: 2, eerste: null })
  })

  test('ESA-17, ESA-15 (iv): niet ingediend en niet gemeld, na de laatste dag', async ({
    ctx,
    mensen,
    aanbiederId,
  }) => {
    const { manager, aanbieder } = mensen
    const id = await vraag(manager, aanbiederId, { uiterlijk: ctx.today.add({ days: 1 }) })
    const sluit = (wie: Context, einde: 'niet ingediend' | 'niet gerealiseerd') => async () =>
      sluitPlan(wie, id, await versie(ctx, id), { einde, reden: 'De dag is voorbij.' })
    await expect(sluit(manager, 'niet ingediend')()).rejects.toMatchObject(geweigerd(422, /loopt nog/))
    const morgen = later(manager, ctx.today.add({ days: 2 }).toString())
    await sluit(morgen, 'niet ingediend')()
    expect(await stand(ctx, id)).toBe('niet ingediend')
    expect(await termijnen(ctx, id)).toEqual([`indienen aanbieder ${ctx.today.add({ days: 1 }).toString()} vervallen`])
    await expect(dienIn(ctx, aanbieder, id)).rejects.toMatchObject(geweigerd(409, /kan niet meer/))
  })

  test('ESA-10: de termijn verzetten verplaatst haar in de kalender', async ({ ctx, mensen, aanbiederId }) => {
    const id = await vraag(mensen.manager, aanbiederId)
    const naar = ctx.today.add({ days: 21 })
    await verzetTermijn(mensen.manager, id, 1, { naar, reden: 'Vakantie.' })
    expect(await termijnen(ctx, id)).toEqual([`indienen aanbieder ${naar.toString()} loopt`])
    expect((await leesPlan(ctx, id)).plan.verzettingen).toMatchObject([
      { soort: 'plan', naar, reden: 'Vakantie.', door: 'Marloes Manager' },
    ])
    await expect(verzetTermijn(mensen.manager, id, 1, { naar, reden: 'x' })).rejects.toMatchObject(
      geweigerd(409, /Iemand anders/),
    )
  })
})

describe('twee kanten', () => {
  test('ROL-09, ROL-21: elke kant heeft een eigen concept, dat de ander niet ziet; een collega overschrijft men niet ongezien', async ({
    ctx,
    mensen,
    aanbiederId,
  }) => {
    const { manager, aanbieder, beheerder } = mensen
    const id = await vraag(manager, aanbiederId)
    await doe(ctx, aanbieder, (wie) => bewaarConcept(wie, id, 'plan', 0, { 'punten.0.wie': 'Nog niet af' }))
    await doe(ctx, aanbieder, async (wie) => {
      expect(await findConcept(wie, id, 'plan')).toMatchObject({ versie: 1, gewijzigdDoor: 'Aart Aanbieder' })
      await expect(bewaarConcept(wie, id, 'plan', 0, {})).rejects.toMatchObject(geweigerd(409, /collega/))
      await bewaarConcept(wie, id, 'plan', 1, { 'punten.0.wie': 'Bijna' })
    })
    expect(await findConcept(manager, id, 'plan')).toBeUndefined()
    // not even by asking the table
    expect(
      (await sql`select from verbeterplan_concept where verbeterplan_id = ${id}`.execute(ctx.db)).rows,
    ).toHaveLength(0)
    await bewaarConcept(beheerder, id, 'plan', 0, { 'punten.0.wie': 'Namens' })
    await doe(ctx, aanbieder, async (wie) => {
      expect((await findConcept(wie, id, 'plan'))!.inhoud).toEqual({ 'punten.0.wie': 'Bijna' })
      await expect(bewaarConcept(wie, id, 'oordeel', 0, {})).rejects.toMatchObject({ status: 403 })
    })
    await dienIn(ctx, aanbieder, id)
    await doe(ctx, aanbieder, async (wie) => expect(await findConcept(wie, id, 'plan')).toBeUndefined())
    await expect(bewaarConcept(beheerder, id, 'plan', 1, {})).rejects.toMatchObject(
      geweigerd(409, /vraagt dit niet meer/),
    )
  })

  test('ROL-21: een plan van een ander bestaat niet; een beheerder dient namens de aanbieder in, met de dag van ontvangst', async ({
    ctx,
    mensen,
    aanbiederId,
  }) => {
    const ander = await maakAanbieder(ctx, { agb: '98990108', kvk: '99331217', naam: 'Dijk & Doen' })
    const id = await vraag(mensen.manager, ander)
    await doe(ctx, mensen.aanbieder, async (wie) => {
      await expect(leesPlan(wie, id)).rejects.toMatchObject({ status: 404 })
      expect((await listPlannen(wie, {}, { sorteer: 'gevraagd', richting: 'af', pagina: 1 })).totaal).toBe(0)
    })
    expect(aanbiederId).not.toBe(ander)
    const invoer = indieninvoer([puntinvoer(null)], { ontvangen: ctx.today.subtract({ days: 2 }) })
    await dienPlanIn(mensen.beheerder, id, 1, invoer)
    expect((await leesPlan(ctx, id)).plan.indieningen).toMatchObject([
      { partij: 'opdrachtgever', door: 'Bea Beheer', ontvangen: ctx.today.subtract({ days: 2 }) },
    ])
    await expect(beoordeel(ctx, mensen.beheerder, id)).rejects.toMatchObject({ status: 403 })
  })

  test('twee mensen tegelijk: wie een oude versie zag, overschrijft niets', async ({ ctx, mensen, aanbiederId }) => {
    const id = await vraag(mensen.manager, aanbiederId)
    await dienIn(ctx, mensen.aanbieder, id)
    const { plan } = await leesPlan(ctx, id)
    await beoordeelPlan(mensen.manager, id, 2, oordeelinvoer(plan, { 1: 'aanvullen' }, { uiterlijk: ctx.today }))
    await expect(beoordeelPlan(mensen.manager, id, 2, oordeelinvoer(plan))).rejects.toMatchObject(
      geweigerd(409, /Iemand anders heeft dit plan/),
    )
    expect((await leesPlan(ctx, id)).plan.oordelen).toHaveLength(3)
  })
})

const zw = ladderVan('zaanstreek-waterland')

/** A case at the letter of step 1, which asks the plan. */
async function totPlan(ctx: Context, { manager, beheerder }: Mensen, aanbiederId: string) {
  const zaakId = await openEscalatie(manager, { aanbiederId, titel: 'Start te laat', zet: invoerVan(zw, 'A1', ctx) })
  await zet(manager, zaakId, 'A4')
  await zet(manager, zaakId, 'A5')
  await stuur(beheerder, zaakId)
  return { zaakId, id: (await listPlannenVan(ctx, { escalatieId: zaakId }))[0]!.id }
}
const zaakversie = async (ctx: Context, id: string) => (await leesZaak(ctx, id)).rij.versie
const zet = async (ctx: Context, id: string, code: string, eigen = {}, ladder = zw) =>
  zetStap(ctx, id, await zaakversie(ctx, id), invoerVan(ladder, code, ctx, eigen))
const stuur = async (ctx: Context, id: string) =>
  verzendBrief(ctx, id, await zaakversie(ctx, id), { datum: ctx.today, wijze: 'aangetekend', kenmerk: '3S-1' })
const toestand = async (ctx: Context, id: string) => (await leesZaak(ctx, id)).zaak.toestand

describe('een plan binnen een escalatie is hetzelfde plan', () => {
  test('ESA-05, ESA-09, ESA-12, ESA-16, ESA-20: gevraagd met de brief, en wat met het plan gebeurt staat in de zaak', async ({
    ctx,
    mensen,
    aanbiederId,
  }) => {
    const { manager, aanbieder } = mensen
    const { zaakId, id } = await totPlan(ctx, mensen, aanbiederId)
    const { rij } = await leesPlan(ctx, id)
    const { termijnen: terms } = (await leesZaak(ctx, zaakId)).zaak
    expect(rij).toMatchObject({ escalatieId: zaakId, stand: 'gevraagd', titel: 'Start te laat', besloten: null })
    expect(rij.uiterlijk.equals(terms.find(({ code }) => code === 'verbeterplan')!.einddatum)).toBe(true)
    expect(rij.realisatieUiterlijk!.equals(terms.find(({ code }) => code === 'realisatie')!.einddatum)).toBe(true)

    await dienIn(ctx, aanbieder, id)
    expect(await toestand(ctx, zaakId)).toBe('S2.beoordelen')
    await beoordeel(ctx, manager, id, { 1: 'aanvullen' })
    expect(await toestand(ctx, zaakId)).toBe('S2.beoordelen')
    await dienIn(ctx, aanbieder, id, [puntinvoer(1, { maatregel: 'Beter' })])
    await beoordeel(ctx, manager, id)
    expect(await toestand(ctx, zaakId)).toBe('S2.uitvoering')
    await meld(ctx, aanbieder, id, 1, 2)
    expect(await toestand(ctx, zaakId)).toBe('S2.eindbeoordeling')

    // the case cannot be closed as restored while points wait for a judgement
    const slot = { velden: { geleerd: 'Eerder bellen.' }, stukken: [] }
    await expect(zet(manager, zaakId, 'A16', { ...slot, stukken: [] })).rejects.toMatchObject({ status: 422 })
    const punten = [1, 2].map((nr) => ({ nr, oordeel: 'gerealiseerd' as const, reden: 'Gezien.' }))
    await beoordeelRealisatie(manager, id, await versie(ctx, id), { punten, realisatieUiterlijk: null })
    await sluitPlan(manager, id, await versie(ctx, id), { einde: 'gerealiseerd', reden: 'Alles werkt.' })
    await zet(manager, zaakId, 'A16', slot)
    expect(await toestand(ctx, zaakId)).toBe('GESLOTEN.opgelost')

    const { stukken, stappen } = await findDossier(ctx, zaakId)
    expect(stappen.map(({ overgang }) => overgang)).toEqual(['A1', 'A4', 'A5', 'A8', 'A11', 'A13', 'A16'])
    expect(stukken.map(({ soort }) => soort)).toEqual([
      'aanleiding',
      'gespreksnotitie',
      'verslag',
      'verbeterplan',
      'verbeterplan',
      'beoordeling',
      'realisatierapportage',
      'beoordeling',
    ])
    expect(stukken.at(-1)!.velden['oordeel']).toMatch(/Gerealiseerd: Alles werkt\.\n1\. Gerealiseerd: Gezien\./)
    expect(stukken[3]).toMatchObject({ partij: 'aanbieder', vastgelegdDoor: 'Aart Aanbieder' })
  })

  test('ESA-10: verzet de brief de termijn, dan het plan ook; het plan zelf doet dat dan niet', async ({
    ctx,
    mensen,
    aanbiederId,
  }) => {
    const { zaakId, id } = await totPlan(ctx, mensen, aanbiederId)
    await expect(verzetTermijn(mensen.manager, id, 1, { naar: ctx.today, reden: 'x' })).rejects.toMatchObject(
      geweigerd(409, /brief van de escalatie/),
    )
    const plandatum = ctx.today.add({ days: 40 }).toString()
    await zet(mensen.manager, zaakId, 'A9', { velden: { ...invoerVan(zw, 'A9', ctx).velden, plandatum } })
    await stuur(mensen.beheerder, zaakId)
    const { plan } = await leesPlan(ctx, id)
    expect(plan.verzettingen).toMatchObject([{ soort: 'plan', naar: dag(plandatum), reden: 'Omdat het moet.' }])
    expect(await termijnen(ctx, id)).toEqual([`indienen aanbieder ${plan.uiterlijk.toString()} loopt`])
  })

  test('ESA-15 (i): afgewezen ligt in de zaak, waarop stap 3 kan rusten', async ({ ctx, mensen, aanbiederId }) => {
    const { zaakId, id } = await totPlan(ctx, mensen, aanbiederId)
    await dienIn(ctx, mensen.aanbieder, id)
    await beoordeel(ctx, mensen.manager, id, { 1: 'afgewezen' }, { geheel: 'afgewezen' })
    expect([await toestand(ctx, zaakId), await stand(ctx, id)]).toEqual(['S2.beoordelen', 'afgewezen'])
    await zet(mensen.manager, zaakId, 'A12', { stukken: [] })
    await besluitOverStap(mensen.eigenaar, zaakId, await zaakversie(ctx, zaakId), { akkoord: true, reden: '' })
    expect(await toestand(ctx, zaakId)).toBe('S3.verzuim')
  })

  test('ESA-15 (iv), A10: niet opgeleverd sluit het plan, met de motivering van de stap', async ({
    ctx,
    mensen,
    aanbiederId,
  }) => {
    const { zaakId, id } = await totPlan(ctx, mensen, aanbiederId)
    const na = (wie: Context) => later(wie, '2027-06-01')
    await zet(na(mensen.manager), zaakId, 'A10', { motivering: 'Er kwam geen plan.' })
    expect(await stand(ctx, id)).toBe('gevraagd')
    await besluitOverStap(na(mensen.eigenaar), zaakId, await zaakversie(ctx, zaakId), { akkoord: true, reden: '' })
    expect((await leesPlan(ctx, id)).rij).toMatchObject({
      stand: 'niet ingediend',
      geslotenReden: 'Er kwam geen plan.',
    })
  })

  test('ESA-09: een plan dat te laat komt ligt in de zaak en zet geen stap', async ({ ctx, mensen, aanbiederId }) => {
    const { zaakId, id } = await totPlan(ctx, mensen, aanbiederId)
    await dienIn(ctx, later(mensen.aanbieder, '2027-06-01'), id)
    expect([await toestand(ctx, zaakId), await stand(ctx, id)]).toEqual(['S2.wacht-op-plan', 'ingediend'])
    expect((await findDossier(ctx, zaakId)).stukken.at(-1)!.soort).toBe('verbeterplan')
  })

  test('ESA-12: wat het plan geeft, wordt in de zaak niet nog eens getypt', async ({ ctx, mensen, aanbiederId }) => {
    const { zaakId, id } = await totPlan(ctx, mensen, aanbiederId)
    await expect(zet(mensen.manager, zaakId, 'A8')).rejects.toMatchObject(
      geweigerd(409, /hoort bij verbeterplan VP-2026-001/),
    )
    await dienIn(ctx, mensen.aanbieder, id)
    await expect(zet(mensen.manager, zaakId, 'A11')).rejects.toMatchObject(geweigerd(409, /Leg het daar vast/))
    await expect(sluitPlan(mensen.manager, id, 2, { einde: 'ingetrokken', reden: 'x' })).rejects.toMatchObject(
      geweigerd(409, /Besluit daar/),
    )
  })
})

test('ESB-06, AMB-38: in Flevoland met de kennisgeving van trede 2, en hersteld met het oordeel van het plan', async ({
  ctx: begin,
}) => {
  const { regioId } = await maakRegio(begin, { ...proefregio, naam: 'Flevoland', regelset: 'flevoland' })
  const ctx = { ...begin, regioId }
  await narrow(ctx)
  const aanbiederId = await maakAanbieder(ctx)
  const mensen = await maakMensen(ctx)
  const fl = ladderVan('flevoland')
  const { manager, beheerder, aanbieder } = mensen
  const zaakId = await openEscalatie(manager, { aanbiederId, titel: 'Kwaliteit', zet: invoerVan(fl, 'B1', ctx) })
  const overslaan = { soort: 'overslaan', datum: ctx.today, velden: { reden: 'Ernst.' } }
  const b3 = invoerVan(fl, 'B3', ctx, { doel: 'TREDE-2.voorstel' })
  await zetStap(manager, zaakId, await zaakversie(ctx, zaakId), { ...b3, stukken: [...b3.stukken, overslaan] })
  expect(await listPlannenVan(ctx, { escalatieId: zaakId })).toEqual([])
  await zet(manager, zaakId, 'B20-2', {}, fl)
  await stuur(beheerder, zaakId)
  const id = (await listPlannenVan(ctx, { escalatieId: zaakId }))[0]!.id

  const punt = puntinvoer(null, { velden: { tekortkoming: 'Te laat', oplossing: 'Planner', resultaat: 'Zes weken' } })
  await dienIn(ctx, aanbieder, id, [punt])
  await beoordeel(ctx, manager, id)
  await meld(ctx, aanbieder, id, 1)
  const punten = [{ nr: 1, oordeel: 'gerealiseerd' as const, reden: 'Gezien.' }]
  await beoordeelRealisatie(manager, id, await versie(ctx, id), { punten, realisatieUiterlijk: null })
  await sluitPlan(manager, id, await versie(ctx, id), { einde: 'gerealiseerd', reden: 'Hersteld.' })
  await zet(manager, zaakId, 'B6', { velden: { geleerd: 'Eerder bellen.' }, stukken: [] }, fl)
  expect(await toestand(ctx, zaakId)).toBe('GESLOTEN.hersteld')
  expect((await findDossier(ctx, zaakId)).stukken.map(({ soort }) => soort)).toContain('herstelbeoordeling')
  // the term of the ladder still ran: no second plan came of it
  expect(await listPlannenVan(ctx, { escalatieId: zaakId })).toHaveLength(1)
})
