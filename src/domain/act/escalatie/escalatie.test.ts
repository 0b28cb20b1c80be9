import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { maakAanbieder, maakOvereenkomst, maakPersoon } from '../../../../test/afspraken.ts'
import { gevuld, ladderVan } from '../../../../test/escalatie.ts'
import { proefregio, test as base } from '../../../../test/regio.ts'
import { indieninvoer, puntinvoer } from '../../../../test/verbeterplan.ts'
import type { Context } from '../../../platform/context.ts'
import { narrow } from '../../../platform/transaction.ts'
import { legBevindingVast } from '../../check/bevinding/leg-bevinding-vast.ts'
import { listBesluiten } from '../../check/bevinding/queries.ts'
import { maakGebruiker } from '../../plan/inrichting/maak-gebruiker.ts'
import { maakRegio } from '../../plan/inrichting/maak-regio.ts'
import { regelWaarneming } from '../../plan/bezetting/regel-waarneming.ts'
import type { Rol } from '../../rechten.ts'
import { dienPlanIn as dienIn } from '../verbeterplan/dien-plan-in.ts'
import { listPlannenVan } from '../verbeterplan/queries.ts'
import { besluitOverStap } from './besluit-over-stap.ts'
import { controleerClientenstops } from './controleer-clientenstops.ts'
import { deelVan, type Ladder } from './ladder.ts'
import { leesZaak } from './lees-zaak.ts'
import { legStukVast } from './leg-stuk-vast.ts'
import { listClientenstops, magToewijzen } from './mag-toewijzen.ts'
import { openEscalatie } from './open-escalatie.ts'
import { listEscalaties } from './queries.ts'
import { findDossier } from './find-dossier.ts'
import { veldenVan } from './toets.ts'
import { trekStapIn } from './trek-stap-in.ts'
import { verzendBrief } from './verzend-brief.ts'
import { zetStap, type Stapinvoer } from './zet-stap.ts'

const AGB = '98990101'

async function als(ctx: Context, naam: string, rol: Rol, agb: string | null = null): Promise<Context> {
  const id =
    agb === null
      ? await maakPersoon(ctx, naam, rol)
      : await maakGebruiker(ctx, { naam, functie: 'test', rol, agb, voorbeeld: true })
  return { ...ctx, actor: { soort: 'gebruiker', id, naam, rollen: [{ rol, agb }], agb } }
}

type Mensen = {
  manager: Context
  collega: Context
  eigenaar: Context
  directie: Context
  beheerder: Context
  aanbieder: Context
}

async function maakMensen(ctx: Context): Promise<Mensen> {
  return {
    manager: await als(ctx, 'Marloes Manager', 'contractmanager'),
    collega: await als(ctx, 'Ferit Manager', 'contractmanager'),
    eigenaar: await als(ctx, 'Ella Eigenaar', 'contracteigenaar'),
    directie: await als(ctx, 'Dirk Directie', 'directie'),
    beheerder: await als(ctx, 'Bea Beheer', 'contractbeheerder'),
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

/** A step with everything it asks, on the day of the test. */
function invoer(ladder: Ladder, code: string, { today }: Context, eigen: Partial<Stapinvoer> = {}): Stapinvoer {
  const overgang = deelVan(ladder, 'overgangen', code)
  const soort = overgang.maatregelen.minstens > 0 ? overgang.maatregelen.start[0] : undefined
  return {
    overgang: code,
    grond: overgang.gronden[0]?.grond,
    motivering: 'Omdat het moet.',
    datum: today,
    velden: gevuld(veldenVan(ladder, overgang), today),
    stukken: overgang.stukken.map((stuk) => ({
      soort: stuk,
      datum: today,
      velden: gevuld(deelVan(ladder, 'stukken', stuk).velden, today),
    })),
    maatregelen: soort ? [{ soort, velden: gevuld(deelVan(ladder, 'maatregelen', soort).velden, today) }] : [],
    ...eigen,
  }
}

const zwLadder = ladderVan('zaanstreek-waterland')
const flLadder = ladderVan('flevoland')

function open(ctx: Context, ladder: Ladder, aanbiederId: string, meer: object = {}): Promise<string> {
  const zet = invoer(ladder, ladder === zwLadder ? 'A1' : 'B1', ctx)
  return openEscalatie(ctx, { aanbiederId, titel: 'Start te laat', zet, ...meer })
}

const versie = async (ctx: Context, id: string) => (await leesZaak(ctx, id)).rij.versie
async function zet(ctx: Context, ladder: Ladder, id: string, code: string, eigen: Partial<Stapinvoer> = {}) {
  return zetStap(ctx, id, await versie(ctx, id), invoer(ladder, code, ctx, eigen))
}
async function stuur(ctx: Context, id: string, eigen: object = {}) {
  const verzending = { datum: ctx.today, wijze: 'aangetekend' as const, kenmerk: '3S-4471', ...eigen }
  return verzendBrief(ctx, id, await versie(ctx, id), verzending)
}
const toestand = async (ctx: Context, id: string) => (await leesZaak(ctx, id)).zaak.toestand
const geweigerd = (status: number, zin: RegExp) => ({ status, message: expect.stringMatching(zin) as string })
async function gebeurtenissen(ctx: Context, id: string) {
  const { rows } = await sql<{ soort: string }>`select soort from audit_regel where regio_id = ${ctx.regioId}
    and onderwerp_id = ${id} order by volgnr`.execute(ctx.db)
  return rows.map(({ soort }) => soort)
}

describe('een zaak in Zaanstreek-Waterland', () => {
  test('ESA-02…ESA-05: van bevinding tot verzonden brief, met termijnen, logboek en weg terug', async ({
    ctx,
    mensen,
    aanbiederId,
  }) => {
    const { manager, beheerder } = mensen
    const bevindingId = await legBevindingVast(manager, {
      aanbiederId,
      titel: 'Start zorg onvoldoende',
      toelichting: '',
    })
    const id = await open(manager, zwLadder, aanbiederId, { bevindingId })
    expect((await listBesluiten(ctx, bevindingId)).map(({ besluit }) => besluit)).toEqual(['escaleren'])
    expect(
      (await listEscalaties(ctx, { bevindingId }, { sorteer: 'geopend', richting: 'af', pagina: 1 })).rijen,
    ).toMatchObject([
      { id, nummer: 'E-2026-001', standnaam: 'Gesprek gepland', stap: '1', aanbieder: 'Stichting Veenlicht' },
    ])
    await zet(manager, zwLadder, id, 'A4')
    expect(await zet(manager, zwLadder, id, 'A5')).toEqual({ gezet: false })
    expect(await toestand(ctx, id)).toBe('S1.verslag')
    await stuur(beheerder, id)
    expect(await toestand(ctx, id)).toBe('S2.wacht-op-plan')

    const { termijnen, brieven, stappen, kop } = await findDossier(ctx, id)
    // sent by registered mail on Sunday 22 November, so received on Monday; the letter names 22 December twice
    expect(brieven).toMatchObject([{ naam: 'Brief stap 1', kenmerk: '3S-4471', verzondenDoor: 'Bea Beheer' }])
    expect([brieven[0]!.ontvangen.toString(), brieven[0]!.alineas.join(' ')]).toEqual([
      '2026-11-23',
      expect.stringMatching(/uiterlijk op 22 december 2026 uw verbeterplan/),
    ])
    expect(
      termijnen.map(({ code, werkelijkEinde, klaar }) => [code, werkelijkEinde.toString(), klaar?.toString()]),
    ).toEqual([
      ['gesprek', '2026-12-22', '2026-11-22'],
      ['verslag', '2026-11-27', '2026-11-22'],
      ['verbeterplan', '2026-12-22', undefined],
      ['realisatie', '2026-12-22', undefined],
    ])
    expect(stappen.map(({ overgang, beslotenDoor }) => [overgang, beslotenDoor])).toEqual([
      ['A1', 'Marloes Manager'],
      ['A4', 'Marloes Manager'],
      ['A5', 'Marloes Manager'],
    ])
    expect(kop).toMatchObject({ bevinding: 'Start zorg onvoldoende', geopendDoor: 'Marloes Manager' })
    expect(await gebeurtenissen(ctx, id)).toEqual([
      'escalatie:geopend',
      'stap:gezet',
      'stap:voorbereid',
      'brief:verzonden',
    ])
  })

  test('AMB-33: een bevinding die al een lopende zaak heeft, of gesloten is, opent er geen tweede', async ({
    mensen,
    aanbiederId,
  }) => {
    const { manager } = mensen
    const bevindingId = await legBevindingVast(manager, { aanbiederId, titel: 'x', toelichting: '' })
    await open(manager, zwLadder, aanbiederId, { bevindingId })
    await expect(open(manager, zwLadder, aanbiederId, { bevindingId })).rejects.toMatchObject(
      geweigerd(409, /loopt al een escalatie: E-2026-001/),
    )
  })

  test('ROL-13: zonder recht of mandaat gebeurt er niets, en de melding zegt wie het mag', async ({
    ctx,
    mensen,
    aanbiederId,
  }) => {
    await expect(open(mensen.eigenaar, zwLadder, aanbiederId)).rejects.toMatchObject({ status: 403 })
    const id = await open(mensen.manager, zwLadder, aanbiederId)
    await expect(zet(mensen.beheerder, zwLadder, id, 'A4')).rejects.toMatchObject({ status: 403 })
    await zet(mensen.manager, zwLadder, id, 'A4')
    await zet(mensen.manager, zwLadder, id, 'A6')
    await expect(
      besluitOverStap(mensen.collega, id, await versie(ctx, id), { akkoord: true, reden: '' }),
    ).rejects.toMatchObject(geweigerd(403, /contracteigenaar/))
    expect(await toestand(ctx, id)).toBe('S1.verslag')
  })

  test('ROL-13, ESA-08: stap 3 wordt voorgesteld en door een ander met mandaat besloten; als wie staat erbij', async ({
    ctx,
    mensen,
    aanbiederId,
  }) => {
    const id = await open(mensen.manager, zwLadder, aanbiederId)
    await zet(mensen.manager, zwLadder, id, 'A4')
    expect(await zet(mensen.manager, zwLadder, id, 'A6')).toEqual({ gezet: false })
    await besluitOverStap(mensen.eigenaar, id, await versie(ctx, id), { akkoord: true, reden: '' })
    expect(await toestand(ctx, id)).toBe('S3.verzuim')
    expect((await findDossier(ctx, id)).stappen.at(-1)).toMatchObject({
      door: 'Marloes Manager',
      beslotenDoor: 'Ella Eigenaar',
      beslotenAls: 'contracteigenaar',
    })
  })

  test('ROL-13: wie waarneemt voor wie voorstelde, besluit niet', async ({ ctx, mensen, aanbiederId }) => {
    const id = await open(mensen.manager, zwLadder, aanbiederId)
    await zet(mensen.manager, zwLadder, id, 'A4')
    await zet(mensen.manager, zwLadder, id, 'A6')
    await regelWaarneming(mensen.manager, {
      gebruikerId: mensen.manager.actor.id,
      waarnemerId: mensen.eigenaar.actor.id,
      begindatum: ctx.today,
      einddatum: ctx.today.add({ days: 7 }),
      reden: 'Vakantie',
    })
    await expect(
      besluitOverStap(mensen.eigenaar, id, await versie(ctx, id), { akkoord: true, reden: '' }),
    ).rejects.toMatchObject({ status: 403, code: 'vier-ogen' })
  })

  test('A23: afwijzen vraagt een reden, en het voorstel blijft met die reden te lezen', async ({
    ctx,
    mensen,
    aanbiederId,
  }) => {
    const id = await open(mensen.manager, zwLadder, aanbiederId)
    await zet(mensen.manager, zwLadder, id, 'A4')
    await zet(mensen.manager, zwLadder, id, 'A6')
    const besluit = async (reden: string) =>
      besluitOverStap(mensen.eigenaar, id, await versie(ctx, id), { akkoord: false, reden })
    await expect(besluit(' ')).rejects.toMatchObject(geweigerd(422, /waarom u het voorstel afwijst/))
    await besluit('Eerst een plan vragen.')
    expect([await toestand(ctx, id), (await findDossier(ctx, id)).voorstellen]).toMatchObject([
      'S1.verslag',
      [{ stand: 'afgewezen', reden: 'Eerst een plan vragen.', beslotenDoor: 'Ella Eigenaar' }],
    ])
  })

  test('wie op een oude stand iets doet, hoort dat een ander eerder was', async ({ ctx, mensen, aanbiederId }) => {
    const id = await open(mensen.manager, zwLadder, aanbiederId)
    const gezien = await versie(ctx, id)
    await zetStap(mensen.manager, id, gezien, invoer(zwLadder, 'A4', ctx))
    await expect(zetStap(mensen.collega, id, gezien, invoer(zwLadder, 'A4', ctx))).rejects.toMatchObject(
      geweigerd(409, /Iemand anders heeft intussen/),
    )
  })

  test('een voorbereide stap is in te trekken; een besluit van een ander alleen door die ander', async ({
    ctx,
    mensen,
    aanbiederId,
  }) => {
    const id = await open(mensen.manager, zwLadder, aanbiederId)
    await zet(mensen.manager, zwLadder, id, 'A4')
    await zet(mensen.manager, zwLadder, id, 'A5')
    await expect(trekStapIn(mensen.manager, id, await versie(ctx, id), '')).rejects.toMatchObject(
      geweigerd(422, /waarom u de stap intrekt/),
    )
    await trekStapIn(mensen.manager, id, await versie(ctx, id), 'De brief klopt niet.')
    await zet(mensen.manager, zwLadder, id, 'A6')
    await besluitOverStap(mensen.eigenaar, id, await versie(ctx, id), { akkoord: true, reden: '' })
    await zet(mensen.manager, zwLadder, id, 'A20')
    await besluitOverStap(mensen.eigenaar, id, await versie(ctx, id), { akkoord: true, reden: '' })
    await expect(trekStapIn(mensen.manager, id, await versie(ctx, id), 'Toch niet.')).rejects.toMatchObject({
      status: 403,
      code: 'besluit-van-ander',
    })
    expect((await findDossier(ctx, id)).voorstellen.map(({ stand }) => stand)).toEqual([
      'ingetrokken',
      'gezet',
      'besloten',
    ])
  })

  test('wat ontbreekt staat in de weigering, en er is niets bewaard', async ({ ctx, mensen, aanbiederId }) => {
    const id = await open(mensen.manager, zwLadder, aanbiederId)
    await zet(mensen.manager, zwLadder, id, 'A4')
    await expect(zet(mensen.manager, zwLadder, id, 'A5', { stukken: [], velden: {} })).rejects.toMatchObject({
      status: 422,
      gebreken: expect.arrayContaining([expect.objectContaining({ soort: 'veld:plandatum' })]) as unknown[],
    })
    expect((await findDossier(ctx, id)).stukken.map(({ soort }) => soort)).toEqual(['aanleiding', 'gespreksnotitie'])
  })

  test('ESA-13, STM-10: tijdens een cliëntenstop is het antwoord op "mag ik toewijzen" nee, binnen haar bereik', async ({
    ctx,
    mensen,
    aanbiederId,
  }) => {
    const id = await tot(mensen, aanbiederId, ['A4', 'A5'])
    const maatregelen = [{ soort: 'clientenstop', velden: { gemeenten: '0439', producten: '01A03' } }]
    await zet(mensen.manager, zwLadder, id, 'A18-aan', { maatregelen })
    expect(await listClientenstops(ctx)).toEqual([])
    await stuur(mensen.beheerder, id)
    const stops = await listClientenstops(ctx, aanbiederId)
    expect(stops).toMatchObject([{ aanbieder: 'Stichting Veenlicht', gemeenten: ['0439'], producten: ['01A03'] }])
    expect([
      magToewijzen(stops, '0439', '01A03'),
      magToewijzen(stops, '0479', '01A03'),
      magToewijzen(stops, '0439', '02A05'),
      magToewijzen([], '0439', '01A03'),
    ]).toEqual([false, true, true, true])
    await zet(mensen.manager, zwLadder, id, 'A18-uit')
    await stuur(mensen.beheerder, id)
    expect(await listClientenstops(ctx)).toEqual([])
  })

  test('ESA-13: een 301 van tijdens de stop wordt één bevinding, een van ervoor niet', async ({
    ctx,
    mensen,
    aanbiederId,
  }) => {
    const id = await tot(mensen, aanbiederId, ['A4', 'A5'])
    await zet(mensen.manager, zwLadder, id, 'A18-aan', {
      maatregelen: [{ soort: 'clientenstop', velden: { gemeenten: '0439' } }],
    })
    await stuur(mensen.beheerder, id)
    const toewijzing = (nummer: number, op: string, gemeente: string) =>
      sql`with c as (insert into client (regio_id, wet, label, sleutelversie, pseudoniem)
        values (${ctx.regioId}, 'wmo', ${`label-00${String(nummer)}`}, 1, ${Buffer.from(String(nummer).padStart(32, '0'))}) returning id)
      insert into toewijzing (regio_id, wet, gemeente, nummer, client_id, agb, categorie, code, ingangsdatum, ingetrokken, toegewezen_op, referentiedatum)
      select ${ctx.regioId}, 'wmo', ${gemeente}, ${nummer}::int, c.id, ${AGB}, '01', '01A03', ${op}::date, false, ${op}::date, ${op}::date from c`.execute(
        ctx.db,
      )
    await toewijzing(1, '2026-11-21', '0439')
    await toewijzing(2, '2026-11-23', '0479')
    expect(await controleerClientenstops(ctx)).toBe(0)
    await toewijzing(3, '2026-11-22', '0439')
    await toewijzing(4, '2026-11-24', '0439')
    expect(await controleerClientenstops(ctx)).toBe(1)
    expect(await controleerClientenstops(ctx)).toBe(0)
    const { rows } = await sql<{
      toelichting: string
    }>`select toelichting from bevinding where bron = 'clientenstop'`.execute(ctx.db)
    expect(rows[0]!.toelichting).toContain('zijn er 2 toewijzingen verstuurd')
  })

  test('ORG-09, AMB-56: de gemeenten van de overeenkomst tellen: wie elders werkt, ziet de zaak niet', async ({
    ctx,
    mensen,
    aanbiederId,
  }) => {
    const overeenkomstId = await maakOvereenkomst(ctx)
    const id = await open(mensen.manager, zwLadder, aanbiederId, { overeenkomstId })
    expect((await findDossier(ctx, id)).kop.overeenkomst).toBe('ZW-HO-001')
    const buurman: Context = {
      ...mensen.collega,
      actor: { ...mensen.collega.actor, rollen: [{ rol: 'contractmanager', agb: null, gemeenten: ['0479'] }] },
    }
    await narrow(buurman)
    await expect(zet(buurman, zwLadder, id, 'A4')).rejects.toMatchObject({ status: 404 })
    await narrow(ctx)
  })
})

async function tot({ manager, beheerder }: Mensen, aanbiederId: string, codes: string[]): Promise<string> {
  const id = await open(manager, zwLadder, aanbiederId)
  for (const code of codes) {
    const { gezet } = await zet(manager, zwLadder, id, code)
    if (!gezet) await stuur(beheerder, id)
  }
  return id
}

/** Hands in the plan that the case asked for. */
async function dienPlanIn(wie: Context, escalatieId: string) {
  await narrow(wie)
  const plan = (await listPlannenVan(wie, { escalatieId }))[0]!
  await dienIn(wie, plan.id, 1, indieninvoer([puntinvoer(null)]))
}

describe('de kant van de aanbieder', () => {
  test('ROL-09, ESA-09: levert het plan op tijd in en zet daarmee zelf de stap; ziet zijn zaak zonder afwegingen', async ({
    ctx,
    mensen,
    aanbiederId,
  }) => {
    const id = await tot(mensen, aanbiederId, ['A4', 'A5'])
    await dienPlanIn(mensen.aanbieder, id)
    await narrow(mensen.aanbieder)
    const dossier = await findDossier(mensen.aanbieder, id)
    expect(dossier.stukken.map(({ soort }) => soort)).toEqual(['verslag', 'verbeterplan'])
    expect(new Set(dossier.stappen.map(({ motivering }) => motivering))).toEqual(new Set(['']))
    expect(dossier.voorstellen).toEqual([])
    expect(dossier.brieven).toHaveLength(1)
    await narrow(ctx)
    expect(await toestand(ctx, id)).toBe('S2.beoordelen')
    expect((await findDossier(ctx, id)).stukken.at(-1)).toMatchObject({
      soort: 'verbeterplan',
      partij: 'aanbieder',
      vastgelegdDoor: 'Aart Aanbieder',
    })
  })

  test('ROL-09: wat geen stap is, of wat wacht op een open stap, wordt bewaard en verandert niets', async ({
    ctx,
    mensen,
    aanbiederId,
  }) => {
    const id = await tot(mensen, aanbiederId, ['A4', 'A5'])
    await zet(mensen.manager, zwLadder, id, 'A9')
    await narrow(mensen.aanbieder)
    const stuk = (soort: string, velden: Record<string, string>) => ({ soort, datum: ctx.today, velden })
    const leg = async (een: ReturnType<typeof stuk>) =>
      legStukVast(mensen.aanbieder, id, await versie(mensen.aanbieder, id), een)
    expect(await leg(stuk('zienswijze', { tekst: 'Wij zijn het niet eens.' }))).toEqual({ stap: null })
    await expect(leg(stuk('verbeterplan', { plan: 'x' }))).rejects.toMatchObject(
      geweigerd(409, /hoort bij verbeterplan VP-2026-001/),
    )
    await dienPlanIn(mensen.aanbieder, id)
    await narrow(mensen.aanbieder)
    await expect(leg(stuk('verslag', { afspraken: 'x' }))).rejects.toMatchObject(
      geweigerd(422, /komt van de gemeente of regio/),
    )
    await expect(leg(stuk('zienswijze', { tekst: ' ' }))).rejects.toMatchObject({ status: 422 })
    await narrow(ctx)
    expect(await toestand(ctx, id)).toBe('S2.wacht-op-plan')
  })

  test('ROL-21: een zaak van een ander is er niet', async ({ ctx, mensen }) => {
    const ander = await maakAanbieder(ctx, { agb: '98990108', kvk: '99331217', naam: 'Dijk & Doen' })
    const id = await open(mensen.manager, zwLadder, ander)
    await narrow(mensen.aanbieder)
    await expect(leesZaak(mensen.aanbieder, id)).rejects.toMatchObject({ status: 404 })
    expect((await listEscalaties(mensen.aanbieder, {}, { sorteer: 'geopend', richting: 'af', pagina: 1 })).totaal).toBe(
      0,
    )
    await narrow(ctx)
  })
})

describe('een zaak in Flevoland', () => {
  const flevoland = test.extend<{ fl: Context; flMensen: Mensen; flAanbieder: string }>({
    fl: async ({ ctx }, use) => {
      const { regioId } = await maakRegio(ctx, { ...proefregio, naam: 'Flevoland', regelset: 'flevoland' })
      await use({ ...ctx, regioId })
    },
    flAanbieder: async ({ fl }, use) => {
      await use(await maakAanbieder(fl))
    },
    flMensen: async ({ fl }, use) => {
      await use(await maakMensen(fl))
    },
  })

  flevoland(
    'ESB-03, ESB-07, ESB-12, ESB-13: onderzoek, ingebrekestelling, bezwaar van de aanbieder, directiegesprek',
    async ({ fl: ctx, flMensen, flAanbieder }) => {
      const { manager, eigenaar, beheerder, directie, aanbieder } = flMensen
      const id = await open(manager, flLadder, flAanbieder)
      const overslaan = { soort: 'overslaan', datum: ctx.today, velden: { reden: 'Ernst.' } }
      const b3 = invoer(flLadder, 'B3', ctx, { doel: 'TREDE-3.voorstel' })
      await zetStap(manager, id, await versie(ctx, id), { ...b3, stukken: [...b3.stukken, overslaan] })
      const noodzaak = { noodzaak: 'geen', noodzaakreden: 'Geen gevaar.' }
      const b8 = invoer(flLadder, 'B8', ctx)
      await zetStap(manager, id, await versie(ctx, id), { ...b8, velden: { ...b8.velden, ...noodzaak } })
      await besluitOverStap(eigenaar, id, await versie(ctx, id), { akkoord: true, reden: '' })
      await stuur(beheerder, id)
      expect(await toestand(ctx, id)).toBe('TREDE-3.actief')

      await narrow(aanbieder)
      const bezwaar = { soort: 'bezwaar', datum: ctx.today, velden: { gronden: 'Wij herstellen al.' } }
      expect(await legStukVast(aanbieder, id, await versie(aanbieder, id), bezwaar)).toEqual({ stap: 'B12-3' })
      await narrow(ctx)
      const { termijnen } = await findDossier(ctx, id)
      // objection on Sunday 22 November: ten working days is Friday 4 December; until then the recovery term stands still for 12 days
      expect(
        termijnen.map(({ code, werkelijkEinde, klaar }) => [code, werkelijkEinde.toString(), klaar !== null]),
      ).toEqual([
        ['herstel', '2026-12-22', false],
        ['bezwaar', '2026-11-30', true],
        ['directiegesprek', '2026-12-04', false],
      ])

      await zet(manager, flLadder, id, 'B14-3', { doel: 'TREDE-3.actief' })
      await expect(
        besluitOverStap(eigenaar, id, await versie(ctx, id), { akkoord: true, reden: '' }),
      ).rejects.toMatchObject(geweigerd(403, /directie/))
      await besluitOverStap(directie, id, await versie(ctx, id), { akkoord: true, reden: '' })
      expect(await toestand(ctx, id)).toBe('TREDE-3.actief')
      expect((await findDossier(ctx, id)).stappen.at(-1)).toMatchObject({ beslotenAls: 'directie' })
    },
  )

  flevoland(
    'FRM-11, AMB-40: de grens van de boete komt uit de declaraties van het vorige jaar',
    async ({ fl: ctx, flMensen, flAanbieder }) => {
      const overeenkomstId = await maakOvereenkomst(ctx)
      const omzet = async () => (await leesZaak(ctx, id)).feiten.omzetCent
      const id = await open(flMensen.manager, flLadder, flAanbieder)
      expect(await omzet()).toBeNull()
      await sql`insert into declaratie_maand (regio_id, agb, maand, overeenkomst_id, regels, bedrag_cent) values
      (${ctx.regioId}, ${AGB}, '2025-03-01', ${overeenkomstId}, 1, 100000000), (${ctx.regioId}, ${AGB}, '2025-12-01', ${overeenkomstId}, 1, 23456789),
      (${ctx.regioId}, ${AGB}, '2026-01-01', ${overeenkomstId}, 1, 99)`.execute(ctx.db)
      expect(await omzet()).toBe(123456789)
    },
  )
})
