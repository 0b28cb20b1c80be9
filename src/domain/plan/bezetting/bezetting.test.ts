import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { leesGebeurtenissen, maakAanbieder, maakOvereenkomst, maakPersoon } from '../../../../test/afspraken.ts'
import { test } from '../../../../test/regio.ts'
import type { Context, Rolhouder } from '../../../platform/context.ts'
import { findSessie, startSessie } from '../../../platform/sessie.ts'
import type { Rol } from '../../rechten.ts'
import { wijzigContractmanager } from '../aanbieder/wijzig-contractmanager.ts'
import { besluitOverPlafond, trekPlafondvoorstelIn } from '../overeenkomst/besluit-over-plafond.ts'
import { listPlafondvoorstellen } from '../overeenkomst/list-plafondvoorstellen.ts'
import { stelPlafondVoor } from '../overeenkomst/stel-plafond-voor.ts'
import { wijsFunctieToe } from '../overeenkomst/wijs-functie-toe.ts'
import { beeindigWaarneming } from './beeindig-waarneming.ts'
import { draagOver, verdeelOpnieuw } from './draag-over.ts'
import { geefMandaat, type NieuwMandaat } from './geef-mandaat.ts'
import { findTaak } from './lees-taken.ts'
import { listVerdeling, perPersoon, verdelingsgebrek } from './list-verdeling.ts'
import { listMandaten } from './queries.ts'
import { regelWaarneming } from './regel-waarneming.ts'
import { trekMandaatIn } from './trek-mandaat-in.ts'
import { wijzigRasci } from './wijzig-rasci.ts'

const dag = (tekst: string) => Temporal.PlainDate.from(tekst)

async function als(ctx: Context, naam: string, rol: Rol, grens: Partial<Rolhouder> = {}): Promise<Context> {
  const id = await maakPersoon(ctx, naam, rol)
  return { ...ctx, actor: { soort: 'gebruiker', id, naam, rollen: [{ rol, agb: null, ...grens }], agb: null } }
}

const mandaat: NieuwMandaat = {
  taak: 'budget-wijzigen',
  rol: 'contractmanager',
  gemeente: null,
  grond: 'Mandaatbesluit 2026, artikel 4',
  hoogsteCent: 5_000_000,
  hoogsteMaanden: null,
  geldigVanaf: dag('2026-01-01'),
  geldigTot: null,
}

async function plafond(ctx: Context, overeenkomstId: string) {
  const { rows } = await sql<{ cent: number }>`select cent from plafond where regio_id = ${ctx.regioId}
    and overeenkomst_id = ${overeenkomstId} and jaar = 2026`.execute(ctx.db)
  return rows[0]?.cent
}

async function maakVoorstel(ctx: Context, cent = 4_000_000) {
  await maakAanbieder(ctx)
  const overeenkomstId = await maakOvereenkomst(ctx)
  const voorsteller = await als(ctx, 'Vera Voorstel', 'contractmanager')
  const invoer = { overeenkomstId, jaar: 2026, cent, motivering: 'Meer cliënten dan verwacht.' }
  return { overeenkomstId, voorsteller, id: await stelPlafondVoor(voorsteller, invoer), invoer }
}

const akkoord = { besluit: 'goedgekeurd', reden: 'Past binnen de begroting.' } as const

describe('budget wijzigen', () => {
  test('ROL-01, ROL-13: alleen de contracteigenaar besluit; een ander hoort welke rol het mag', async ({ ctx }) => {
    const { overeenkomstId, id } = await maakVoorstel(ctx)
    await expect(besluitOverPlafond(await als(ctx, 'Ben Buur', 'contractmanager'), id, akkoord)).rejects.toMatchObject({
      status: 403,
      code: 'geen-mandaat',
      message: expect.stringContaining('contracteigenaar') as string,
    })
    await besluitOverPlafond(await als(ctx, 'Ella Eigenaar', 'contracteigenaar'), id, akkoord)
    expect(await plafond(ctx, overeenkomstId)).toBe(4_000_000)
    const [gebeurtenis] = await leesGebeurtenissen(ctx, 'budget:goedgekeurd')
    expect(gebeurtenis).toMatchObject({ oudCent: 41_000_000, nieuwCent: 4_000_000, als: 'contracteigenaar' })
    await expect(
      besluitOverPlafond(await als(ctx, 'Eva Eigenaar', 'contracteigenaar'), id, akkoord),
    ).rejects.toMatchObject({ status: 409 })
  })

  test('ROL-13: met mandaat tot een bedrag mag de contractmanager tot dat bedrag; daarboven niet', async ({ ctx }) => {
    const mandaatId = await geefMandaat(ctx, mandaat)
    const { overeenkomstId, voorsteller, id } = await maakVoorstel(ctx, 5_000_000)
    const collega = await als(ctx, 'Ben Buur', 'contractmanager')
    await besluitOverPlafond(collega, id, akkoord)
    expect(await listPlafondvoorstellen(ctx, { overeenkomstId })).toMatchObject([
      { besluit: 'goedgekeurd', beslotenAls: 'contractmanager', grond: mandaat.grond },
    ])
    const hoger = await stelPlafondVoor(voorsteller, {
      overeenkomstId,
      jaar: 2026,
      cent: 5_000_001,
      motivering: 'Nog meer.',
    })
    await expect(besluitOverPlafond(collega, hoger, akkoord)).rejects.toThrow(/contracteigenaar/)
    await trekMandaatIn(ctx, mandaatId, 'Nieuw mandaatbesluit')
    await trekPlafondvoorstelIn(voorsteller, hoger)
    const lager = await stelPlafondVoor(voorsteller, {
      overeenkomstId,
      jaar: 2026,
      cent: 100,
      motivering: 'Toch minder.',
    })
    await expect(besluitOverPlafond(collega, lager, akkoord)).rejects.toThrow(/contracteigenaar/)
    await expect(trekMandaatIn(ctx, mandaatId, 'nog eens')).rejects.toMatchObject({ status: 409 })
  })

  test('ROL-13: het mandaat moet gelden in elke gemeente van de overeenkomst', async ({ ctx }) => {
    await geefMandaat(ctx, { ...mandaat, rol: 'directie', gemeente: '0439' })
    const { id } = await maakVoorstel(ctx)
    // the overeenkomst is also valid in Edam-Volendam, where the matrix gives the A to the contracteigenaar
    await expect(besluitOverPlafond(await als(ctx, 'Dirk Directie', 'directie'), id, akkoord)).rejects.toThrow(
      /contracteigenaar/,
    )
    await expect(besluitOverPlafond(await als(ctx, 'Ella Eigenaar', 'contracteigenaar'), id, akkoord)).rejects.toThrow(
      /directie/,
    )
    await geefMandaat(ctx, { ...mandaat, rol: 'directie', gemeente: '0385' })
    await besluitOverPlafond(await als(ctx, 'Dora Directie', 'directie'), id, akkoord)
  })

  test('ROL-01: vier ogen: wie voorstelt besluit niet, ook niet als waarnemer of voor wie hij waarneemt', async ({
    ctx,
  }) => {
    await geefMandaat(ctx, { ...mandaat, hoogsteCent: null })
    const { voorsteller, id } = await maakVoorstel(ctx)
    await expect(besluitOverPlafond(voorsteller, id, akkoord)).rejects.toMatchObject({ status: 403, code: 'vier-ogen' })
    const waarnemer = await als(ctx, 'Wim Waarnemer', 'contractmanager')
    const waarneming = await regelWaarneming(voorsteller, {
      gebruikerId: voorsteller.actor.id,
      waarnemerId: waarnemer.actor.id,
      begindatum: ctx.today,
      einddatum: ctx.today.add({ days: 7 }),
      reden: 'Vakantie',
    })
    await expect(besluitOverPlafond(waarnemer, id, akkoord)).rejects.toMatchObject({ code: 'vier-ogen' })
    await beeindigWaarneming(voorsteller, waarneming)
    await besluitOverPlafond(waarnemer, id, akkoord)
  })

  test('FIN-14: één voorstel per jaar tegelijk, met een motivering, binnen de looptijd', async ({ ctx }) => {
    const { voorsteller, invoer, id } = await maakVoorstel(ctx)
    const opnieuw = (anders: Partial<typeof invoer>) => stelPlafondVoor(voorsteller, { ...invoer, ...anders })
    await expect(sql`savepoint s`.execute(ctx.db).then(() => opnieuw({ cent: 1 }))).rejects.toMatchObject({
      status: 409,
    })
    await sql`rollback to savepoint s`.execute(ctx.db)
    await expect(opnieuw({ jaar: 2031 })).rejects.toThrow(/2024 tot en met 2027/)
    await expect(opnieuw({ jaar: 2025, motivering: ' ' })).rejects.toThrow(/Leg uit/)
    await expect(
      besluitOverPlafond(await als(ctx, 'Ella Eigenaar', 'contracteigenaar'), id, { ...akkoord, reden: '' }),
    ).rejects.toThrow(/reden/)
    const ander = await als(ctx, 'Ben Buur', 'contractmanager')
    await expect(trekPlafondvoorstelIn(ander, id)).rejects.toMatchObject({ status: 404 })
    await trekPlafondvoorstelIn(voorsteller, id)
    await opnieuw({ cent: 1 })
  })

  test('FIN-14: een voorstel over een budget dat intussen wijzigde wordt niet uitgevoerd', async ({ ctx }) => {
    const { overeenkomstId, id } = await maakVoorstel(ctx)
    await sql`update plafond set cent = 7 where regio_id = ${ctx.regioId} and overeenkomst_id = ${overeenkomstId} and jaar = 2026`.execute(
      ctx.db,
    )
    await expect(
      besluitOverPlafond(await als(ctx, 'Ella Eigenaar', 'contracteigenaar'), id, akkoord),
    ).rejects.toMatchObject({ status: 409 })
  })
})

describe('register en taakverdeling', () => {
  test('ROL-12: een nieuwe verdeling geldt vanaf haar dag, voor de regio of één gemeente, en wist niets', async ({
    ctx,
  }) => {
    const verdeling = [
      { rol: 'directie', letter: 'A' },
      { rol: 'contractmanager', letter: 'R' },
    ] as const
    const nieuw = { taak: 'boete', verdeling: [...verdeling], geldigVanaf: dag('2027-01-01'), reden: 'Besluit college' }
    await wijzigRasci(ctx, { ...nieuw, gemeente: null })
    await wijzigRasci(ctx, { ...nieuw, gemeente: '0439', verdeling: [...verdeling, { rol: 'beleid', letter: 'C' }] })
    const beslist = async (gemeente: string | null, datum: string) =>
      (await findTaak(ctx, 'boete', gemeente, dag(datum))).verdeling.map(({ rol, letter }) => letter + rol).join(' ')
    expect(await beslist(null, '2026-12-31')).toContain('Acontracteigenaar')
    expect(await beslist(null, '2027-01-01')).toBe('Adirectie Rcontractmanager')
    expect(await beslist('0479', '2027-01-01')).toBe('Adirectie Rcontractmanager')
    expect(await beslist('0439', '2027-01-01')).toBe('Adirectie Rcontractmanager Cbeleid')
    await expect(wijzigRasci(ctx, { ...nieuw, gemeente: null })).rejects.toThrow(/niets gewijzigd/)
    await expect(wijzigRasci(ctx, { ...nieuw, gemeente: '0479', verdeling: [] })).rejects.toThrow(/Niemand beslist/)
    await expect(wijzigRasci(ctx, { ...nieuw, gemeente: null, geldigVanaf: dag('2026-11-21') })).rejects.toThrow(
      /terugwerken/,
    )
    await expect(wijzigRasci(ctx, { ...nieuw, gemeente: null, taak: 'bestaat-niet' })).rejects.toMatchObject({
      status: 404,
    })
  })

  test('ROL-13, ROL-15: het register weigert wat niet kan', async ({ ctx }) => {
    await expect(geefMandaat(ctx, { ...mandaat, rol: 'aanbieder' })).rejects.toThrow(/kant van de opdrachtgever/)
    await expect(geefMandaat(ctx, { ...mandaat, taak: 'evaluatie-vaststellen', hoogsteCent: null })).rejects.toThrow(
      /uitdrukkelijk niet/,
    )
    await expect(geefMandaat(ctx, { ...mandaat, taak: 'steekproef' })).rejects.toThrow(/geen grens in euro/)
    await expect(geefMandaat(ctx, { ...mandaat, geldigTot: dag('2025-12-31') })).rejects.toThrow(/voor de eerste/)
    await expect(geefMandaat(ctx, { ...mandaat, gemeente: '0363' })).rejects.toMatchObject({ status: 404 })
    expect(await listMandaten(ctx)).toEqual([])
    const gewoon = await als(ctx, 'Ben Buur', 'contractmanager')
    await expect(geefMandaat(gewoon, mandaat)).rejects.toMatchObject({ status: 403 })
  })
})

describe('waarnemen', () => {
  test('ROL-01: een waarnemer heeft de rollen van de ander van de eerste tot en met de laatste dag', async ({
    ctx,
  }) => {
    const eigenaar = await als(ctx, 'Ella Eigenaar', 'contracteigenaar')
    const collega = await als(ctx, 'Ben Buur', 'contractmanager')
    const invoer = {
      gebruikerId: eigenaar.actor.id,
      waarnemerId: collega.actor.id,
      begindatum: dag('2026-12-01'),
      einddatum: dag('2026-12-10'),
      reden: 'Verlof',
    }
    const id = await regelWaarneming(eigenaar, invoer)
    const rollen = async (datum: string) => {
      const token = await startSessie(ctx, collega.actor.id, { wijze: 'wachtwoord en code', toestel: 'test' })
      return (await findSessie(ctx.db, token, { now: ctx.now, today: dag(datum), voorbeeld: true }))!.rollen.map(
        ({ rol }) => rol,
      )
    }
    expect(await rollen('2026-11-30')).toEqual(['contractmanager'])
    expect(await rollen('2026-12-01')).toEqual(['contracteigenaar', 'contractmanager'])
    expect(await rollen('2026-12-10')).toEqual(['contracteigenaar', 'contractmanager'])
    expect(await rollen('2026-12-11')).toEqual(['contractmanager'])
    await expect(
      regelWaarneming(eigenaar, { ...invoer, begindatum: dag('2026-12-10'), einddatum: dag('2026-12-20') }),
    ).rejects.toMatchObject({ status: 409 })
    await expect(regelWaarneming(collega, invoer)).rejects.toMatchObject({ status: 403 })
    // what somebody holds as a substitute is not passed on
    const derde = await als(ctx, 'Dries Derde', 'beleid')
    await regelWaarneming(collega, { ...invoer, gebruikerId: collega.actor.id, waarnemerId: derde.actor.id })
    const token = await startSessie(ctx, derde.actor.id, { wijze: 'wachtwoord en code', toestel: 'test' })
    expect(
      (await findSessie(ctx.db, token, { now: ctx.now, today: dag('2026-12-05'), voorbeeld: true }))!.rollen.map(
        ({ rol }) => rol,
      ),
    ).toEqual(['beleid', 'contractmanager'])

    await beeindigWaarneming(eigenaar, id)
    expect(await rollen('2026-12-05')).toEqual(['contractmanager'])
  })

  test.for([
    [{ waarnemerId: 'zelf' }, /ander/],
    [{ reden: '' }, /reden/],
    [{ begindatum: dag('2026-11-21') }, /verleden/],
    [{ einddatum: dag('2026-11-30') }, /voor de eerste/],
    [{ einddatum: dag('2028-01-01') }, /hoogstens een jaar/],
  ] as const)('ROL-01: waarneming weigert %j', async ([anders, melding], { ctx }) => {
    const zelf = await als(ctx, 'Ella Eigenaar', 'contracteigenaar')
    const collega = await als(ctx, 'Ben Buur', 'contractmanager')
    const invoer = {
      gebruikerId: zelf.actor.id,
      waarnemerId: 'waarnemerId' in anders ? zelf.actor.id : collega.actor.id,
      begindatum: 'begindatum' in anders ? anders.begindatum : dag('2026-12-01'),
      einddatum: 'einddatum' in anders ? anders.einddatum : dag('2026-12-10'),
      reden: 'reden' in anders ? anders.reden : 'Verlof',
    }
    await expect(regelWaarneming(zelf, invoer)).rejects.toThrow(melding)
  })
})

describe('werk overdragen', () => {
  test.each([
    [
      'manager naar achtervanger',
      { contractmanagerId: 'a', achtervangerId: 'b' },
      null,
      { manager: 'b', achtervanger: null },
    ],
    [
      'manager naar een derde',
      { contractmanagerId: 'a', achtervangerId: 'b' },
      'c',
      { manager: 'c', achtervanger: 'b' },
    ],
    [
      'manager naar wie achtervanger is',
      { contractmanagerId: 'a', achtervangerId: 'b' },
      'b',
      { manager: 'b', achtervanger: null },
    ],
    [
      'achtervanger naar niemand',
      { contractmanagerId: 'b', achtervangerId: 'a' },
      null,
      { manager: 'b', achtervanger: null },
    ],
    [
      'achtervanger naar een derde',
      { contractmanagerId: 'b', achtervangerId: 'a' },
      'c',
      { manager: 'b', achtervanger: 'c' },
    ],
    [
      'achtervanger naar wie manager is',
      { contractmanagerId: 'b', achtervangerId: 'a' },
      'b',
      { manager: 'b', achtervanger: null },
    ],
  ])('ROL-06, ROL-07: %s', (_, nu, naar, straks) => {
    expect(verdeelOpnieuw(nu, 'a', naar)).toEqual(straks)
  })

  test('ROL-06, ROL-07, PLN-05: al het open werk gaat in één keer naar de achtervanger; wat mist staat op het overzicht', async ({
    ctx,
  }) => {
    const een = await maakAanbieder(ctx)
    const overeenkomstId = await maakOvereenkomst(ctx)
    const anna = await als(ctx, 'Anna Beheer', 'contractmanager')
    const bas = await als(ctx, 'Bas Achter', 'contractmanager')
    await wijzigContractmanager(ctx, { aanbiederIds: [een], contractmanagerId: anna.actor.id })
    await expect(draagOver(anna, { vanId: anna.actor.id, naarId: null, reden: 'Andere baan' })).rejects.toThrow(
      /geen achtervanger/,
    )
    await wijzigContractmanager(ctx, { aanbiederIds: [een], achtervangerId: bas.actor.id })
    await wijsFunctieToe(ctx, { overeenkomstId, functie: 'contractmanager', gebruikerId: anna.actor.id })
    await wijsFunctieToe(ctx, { overeenkomstId, functie: 'rvm', gebruikerId: anna.actor.id })
    expect((await listVerdeling(ctx)).map(verdelingsgebrek)).toEqual([null])

    expect(await draagOver(anna, { vanId: anna.actor.id, naarId: null, reden: 'Andere baan' })).toEqual({
      aanbieders: 1,
      functies: 1,
      zonderAchtervanger: 1,
    })
    const verdeling = await listVerdeling(ctx)
    expect(verdeling).toMatchObject([{ contractmanager: 'Bas Achter', achtervanger: null }])
    expect(verdeling.map(verdelingsgebrek)).toEqual(['geen achtervanger'])
    expect(perPersoon(verdeling)).toMatchObject([{ naam: 'Bas Achter', beheert: 1, achtervanger: 0 }])
    const { rows } = await sql<{ functie: string; naam: string }>`select f.functie, g.naam from overeenkomst_functie f
      join gebruiker g on g.id = f.gebruiker_id where f.regio_id = ${ctx.regioId} order by 1`.execute(ctx.db)
    expect(rows).toEqual([
      { functie: 'contractmanager', naam: 'Bas Achter' },
      { functie: 'rvm', naam: 'Anna Beheer' },
    ])
    expect(await leesGebeurtenissen(ctx, 'werk:overgedragen')).toMatchObject([{ van: 'Anna Beheer', aanbieders: 1 }])
  })
})
