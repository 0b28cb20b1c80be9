import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { alsPersoon, leesGebeurtenissen, maakAanbieder, maakOvereenkomst } from '../../../../test/afspraken.ts'
import { als, test } from '../../../../test/regio.ts'
import { legBevindingVast } from '../../check/bevinding/leg-bevinding-vast.ts'
import { beoordeelBevinding } from '../../check/bevinding/beoordeel-bevinding.ts'
import { legKlasseVast } from '../../plan/risico/leg-klasse-vast.ts'
import { findKlasse, listKlassen } from '../../plan/risico/list-klassen.ts'
import { annuleerGesprek } from './annuleer-gesprek.ts'
import { haalPuntWeg, neemPuntMee, voegPuntToe } from './bewaar-agendapunt.ts'
import { bewaarRapportage } from './bewaar-rapportage.ts'
import { deelVerslag } from './deel-verslag.ts'
import { gespreksstand } from './gespreksstand.ts'
import { legActieVast, wijzigActie } from './leg-actie-vast.ts'
import { legAntwoordVast } from './leg-antwoord-vast.ts'
import { haalBesluitWeg, legBesluitVast } from './leg-besluit-vast.ts'
import { leesGespreksregels } from './lees-gespreksregels.ts'
import { findActie, listActies } from './list-acties.ts'
import { listGesprekken } from './list-gesprekken.ts'
import { listGezien, listOpdrachtgevers } from './list-gezien.ts'
import { listRapportage } from './list-rapportage.ts'
import { listVerplaatsingen } from './list-verplaatsingen.ts'
import { listBesluiten, listVerslagteksten, listVerslagversies } from './list-verslag.ts'
import { maakVerslagDefinitief } from './maak-verslag-definitief.ts'
import { meldGehouden } from './meld-gehouden.ts'
import { meldVoorbereid } from './meld-voorbereid.ts'
import { nodigDeelnemersUit } from './nodig-deelnemers-uit.ts'
import { planVolgensRegel } from './plan-volgens-regel.ts'
import { planGesprek } from './plan-gesprek.ts'
import { dag, invoer, maakProef, namens, op, plan, telBerichten, type Proef } from './proefgesprek.testhulp.ts'
import { findGesprek, listAgendapunten, listDeelnemers, listGesprekOvereenkomsten } from './queries.ts'
import { reageerOpVerslag } from './reageer-op-verslag.ts'
import { schrijfVerslagtekst } from './schrijf-verslagtekst.ts'
import { stelPlanningVoor } from './stel-planning-voor.ts'
import { gezienstand } from './te-weinig-gezien.ts'
import { verplaatsGesprek } from './verplaats-gesprek.ts'
import { leesVersie } from './verslag.ts'
import { verwerkReactie } from './verwerk-reactie.ts'
import { vraagRapportage } from './vraag-rapportage.ts'
import { listActiewerk, listGesprekwerk } from './vandaag-gesprekken.ts'
import { werkAgendaBij } from './werk-agenda-bij.ts'
import { haalDeelnemerWeg } from './wijzig-deelnemers.ts'
import { werkGesprekkenBij } from './werk-gesprekken-bij.ts'
import { zetActie } from './zet-actie.ts'

const alles = { sorteer: 'datum', richting: 'op', pagina: 1 } as const
const perNaam = { sorteer: 'naam', richting: 'op', pagina: 1 } as const
const actie = (anders = {}) => ({
  tekst: 'Stuurt de lijst van wachtenden per product',
  kant: 'aanbieder' as const,
  eigenaarId: '',
  eigenaar: 'Noor Bakker',
  einddatum: dag('2027-01-15'),
  agendapuntId: '' as const,
  niveau: '' as const,
  ...anders,
})

/** Held on 16 December, with everybody there. */
async function houd(proef: Proef, gesprekId: string) {
  const manager = op(proef.manager, '2026-12-16', '12:00')
  const wie = await listDeelnemers(manager, gesprekId)
  await meldGehouden(
    manager,
    gesprekId,
    wie.map(({ id }) => id),
  )
  return manager
}

/** Held, written and shared on the 18th. */
async function deel(proef: Proef, anders: Parameters<typeof plan>[1] = {}) {
  const gesprekId = await plan(proef, anders)
  const manager = await houd(proef, gesprekId)
  const [punt] = await listAgendapunten(manager, gesprekId)
  await schrijfVerslagtekst(manager, gesprekId, punt!.id, { tekst: 'Agenda vastgesteld.', versie: 0 })
  const actieId = await legActieVast(manager, gesprekId, actie())
  await deelVerslag(op(proef.manager, '2026-12-18'), gesprekId)
  return { gesprekId, punt: punt!, actieId, manager: op(proef.manager, '2026-12-18') }
}

const systeem = (ctx: Parameters<typeof op>[0], datum: string) => ({
  ...op(ctx, datum),
  actor: {
    soort: 'systeem' as const,
    id: 'systeem',
    naam: 'systeem',
    rollen: [{ rol: 'systeem (wachtrij)', agb: null }],
    agb: null,
  },
})

describe('plannen', () => {
  test('GES-05, GES-06: een gesprek krijgt zijn agenda uit de regelset, met wat er openstaat', async ({ ctx }) => {
    const proef = await maakProef(ctx)
    await legBevindingVast(proef.manager, {
      aanbiederId: proef.aanbiederId,
      titel: 'Rapportage ontbreekt',
      toelichting: '',
    })
    const dicht = await legBevindingVast(proef.manager, {
      aanbiederId: proef.aanbiederId,
      titel: 'Opgelost',
      toelichting: '',
    })
    await beoordeelBevinding(proef.manager, dicht, { besluit: 'sluiten', reden: 'Klaar.' })
    const id = await plan(proef)
    const gesprek = await findGesprek(proef.manager, id)
    expect(gesprek).toMatchObject({
      titel: 'Contractmanagementgesprek Stichting Veenlicht',
      stand: 'gepland',
      teltMee: true,
      eigenaar: 'Marloes de Wit',
    })
    const titels = (await listAgendapunten(proef.manager, id)).map(({ titel }) => titel)
    expect(titels).toContain('Rapportage ontbreekt')
    expect(titels).not.toContain('Opgelost')
    expect(titels).toContain('Governance en zelfevaluatie')
    expect((await listDeelnemers(proef.manager, id)).map(({ naam, hoedanigheid }) => [naam, hoedanigheid])).toEqual([
      ['Marloes de Wit', 'voorzitter'],
      ['Noor Bakker', 'aanbieder'],
    ])
  })

  test('CLS-12: één gesprek gaat over alle overeenkomsten die lopen', async ({ ctx }) => {
    const proef = await maakProef(ctx)
    await maakOvereenkomst(ctx, {
      overeenkomst: 'ZW-BG-009',
      productcategorie: '02',
      productcode: '02A05',
      product: 'Begeleiding',
    })
    const afgelopen = await maakOvereenkomst(ctx, {
      overeenkomst: 'ZW-OUD',
      begindatum: '2020-01-01',
      einddatum: '2021-12-31',
      verlengingen: 0,
      jaar: 2021,
    })
    const id = await plan(proef)
    expect((await listGesprekOvereenkomsten(proef.manager, id)).map(({ nummer }) => nummer)).toEqual([
      'ZW-BG-009',
      'ZW-HO-001',
    ])
    const alleen = await plan(proef, { overeenkomstIds: [afgelopen] })
    expect((await listGesprekOvereenkomsten(proef.manager, alleen)).map(({ nummer }) => nummer)).toEqual(['ZW-OUD'])
    const ander = await maakAanbieder(ctx, { agb: '98990108', kvk: '99331217', naam: 'Dijk' })
    await expect(
      plan(proef, { aanbiederId: ander, contactpersoonIds: [], overeenkomstIds: [afgelopen] }),
    ).rejects.toThrow(/overeenkomsten bestaat niet/)
  })

  test('PLN-07, ORG-16: met een gemeente, of onder elkaar; en met wie hoort bij de soort', async ({ ctx }) => {
    const proef = await maakProef(ctx)
    const zonder = { aanbiederId: '' as const, contactpersoonIds: [] }
    await expect(plan(proef, { soort: 'opdrachtgeversoverleg', ...zonder })).rejects.toThrow(/welke gemeente/)
    await expect(plan(proef, zonder)).rejects.toThrow(/welke aanbieder/)
    await expect(plan(proef, { soort: 'toString' })).rejects.toThrow(/uit de lijst/)
    await plan(proef, { soort: 'opdrachtgeversoverleg', gemeenteCode: '0479', ...zonder })
    await plan(proef, { soort: 'intern-overleg', ...zonder })
    expect((await listOpdrachtgevers(proef.manager, 2026)).filter(({ gepland }) => gepland > 0)).toEqual([
      { code: '0479', naam: 'Zaanstad', gehouden: 0, gepland: 1 },
    ])
    expect((await listOpdrachtgevers(proef.manager, 2027)).every(({ gepland }) => gepland === 0)).toBe(true)
  })

  test.for(['rvm', 'toezichthouder', 'aanbieder', 'directie', 'beleid'] as const)(
    'ROL-20: een %s plant geen gesprekken',
    async (rol, { ctx }) => {
      const proef = await maakProef(ctx)
      await expect(planGesprek(als(ctx, rol), invoer(proef))).rejects.toThrow(/mag dit niet/)
    },
  )

  test('ROL-20: waar de voorzitter vastligt, is dat altijd de contractmanager, wie er ook plant', async ({ ctx }) => {
    const proef = await maakProef(ctx)
    // the rule of SDFL in this region
    await sql`insert into regelsetdeel (regio_id, deel, versie, geldig_vanaf, bron, inhoud, vastgelegd_door)
      select regio_id, deel, 2, geldig_vanaf, bron, jsonb_set(inhoud, '{soorten,0,voorzitter}', '"contractmanager"'), 'proef'
      from regelsetdeel where regio_id = ${ctx.regioId} and deel = 'gesprekken'`.execute(ctx.db)
    const voorzitters = async (id: string) =>
      (await listDeelnemers(proef.manager, id))
        .filter(({ hoedanigheid }) => hoedanigheid === 'voorzitter')
        .map(({ naam }) => naam)
    const id = await planGesprek(proef.beheerder, invoer(proef, { gebruikerIds: [proef.beheerder.actor.id] }))
    expect(await voorzitters(id)).toEqual(['Marloes de Wit'])
    const [leidt] = await listDeelnemers(proef.manager, id)
    await expect(haalDeelnemerWeg(proef.beheerder, id, leidt!.id)).rejects.toThrow(/blijft op de lijst/)
    // not in the database either
    await sql`savepoint a`.execute(ctx.db)
    await expect(
      sql`update deelnemer set hoedanigheid = 'voorzitter' where gesprek_id = ${id} and hoedanigheid <> 'voorzitter'`.execute(
        ctx.db,
      ),
    ).rejects.toThrow(/deelnemer_voorzitter/)
    await sql`rollback to savepoint a`.execute(ctx.db)

    await sql`update aanbieder set contractmanager_id = null where id = ${proef.aanbiederId}`.execute(ctx.db)
    await expect(planGesprek(proef.beheerder, invoer(proef))).rejects.toMatchObject({
      status: 422,
      code: 'aanbiederId',
    })
    expect(await voorzitters(await planGesprek(proef.manager, invoer(proef)))).toEqual(['Marloes de Wit'])
  })

  test('ROL-13: een ordegesprek plant alleen wie daar mandaat voor heeft', async ({ ctx }) => {
    const proef = await maakProef(ctx)
    await expect(planGesprek(proef.beheerder, invoer(proef, { soort: 'ordegesprek' }))).rejects.toThrow(
      /geen mandaat|heeft niemand mandaat/,
    )
  })
})

describe('wie te weinig gezien is', () => {
  test('GES-01: op 31 december staat wie geen gesprek had in de lijst, en wie er een had niet', async ({ ctx }) => {
    const proef = await maakProef(ctx)
    const zien = async (wie: Proef['manager'], teWeinig = true) =>
      (await listGezien(wie, await leesGespreksregels(wie), { jaar: 2026, teWeinig }, perNaam)).rijen
    expect((await zien(proef.manager)).map(({ naam, nodig }) => [naam, nodig])).toEqual([['Stichting Veenlicht', 1]])
    const id = await plan(proef)
    expect(await zien(proef.manager)).toEqual([])
    expect((await zien(op(proef.manager, '2026-12-31'))).map(({ gepland }) => gepland)).toEqual([1])
    await houd(proef, id)
    expect(await zien(op(proef.manager, '2026-12-31'))).toEqual([])
    expect((await zien(proef.manager, false))[0]).toMatchObject({ gehouden: 1, gepland: 0, laatste: dag('2026-12-16') })
  })

  test('CLS-11, AMB-07: per klasse telt het aantal van de regelset, en SQL zegt hetzelfde als de regel', async ({
    ctx,
  }) => {
    const proef = await maakProef(ctx)
    const zw = await leesGespreksregels(proef.manager)
    const minimum = { ...zw.regels.minimum, wijze: 'klasse' as const, laagste: 2, klassen: [{ klasse: 1, aantal: 4 }] }
    const regels = { ...zw, regels: { ...zw.regels, minimum } }
    for (const klasse of [null, 3, 1, 5] as const) {
      if (klasse !== null)
        await legKlasseVast(proef.manager, proef.aanbiederId, { klasse, geldigVanaf: ctx.today, reden: 'Omdat.' })
      for (const vandaag of ['2026-11-22', '2026-12-31'])
        for (const teWeinig of [true, false]) {
          const wie = op(proef.manager, vandaag)
          const { rijen } = await listGezien(wie, regels, { jaar: 2026, teWeinig }, perNaam)
          const { rijen: iedereen } = await listGezien(wie, regels, { jaar: 2026 }, perNaam)
          expect(iedereen[0]?.nodig).toBe(klasse === 1 ? 4 : 2)
          const verwacht = iedereen.filter(
            (rij) => !teWeinig || ['plannen', 'te weinig'].includes(gezienstand(rij, 2026, wie.today)),
          )
          expect(rijen).toEqual(verwacht)
        }
    }
  })

  test('CAT-05: het programma stelt dagen voor, en plant ze in één keer', async ({ ctx }) => {
    const proef = await maakProef(ctx)
    const voorstel = await stelPlanningVoor(proef.manager, await leesGespreksregels(proef.manager), 2027)
    expect(voorstel.map(({ datums }) => datums.map(String))).toEqual([['2027-06-28']])
    expect(
      await planVolgensRegel(proef.manager, [{ aanbiederId: proef.aanbiederId, datum: voorstel[0]!.datums[0]! }]),
    ).toBe(1)
    expect(await stelPlanningVoor(proef.manager, await leesGespreksregels(proef.manager), 2027)).toEqual([])
    const { rijen } = await listGesprekken(proef.manager, { jaar: 2027 }, alles)
    expect(rijen.map(({ met, soort }) => [met, soort])).toEqual([['Stichting Veenlicht', 'contractmanagementgesprek']])
  })

  test('CLS-01, CLS-08: de klasse blijft met haar reden te lezen, en gaat niet terug in de tijd', async ({ ctx }) => {
    const proef = await maakProef(ctx)
    const zet = (klasse: 1 | 2 | 3, geldigVanaf: string) =>
      legKlasseVast(proef.manager, proef.aanbiederId, { klasse, geldigVanaf: dag(geldigVanaf), reden: 'Omvang.' })
    await zet(2, '2026-01-01')
    await zet(1, '2027-01-01')
    expect((await listKlassen(proef.manager, proef.aanbiederId)).map(({ klasse }) => klasse)).toEqual([1, 2])
    expect(await findKlasse(proef.manager, proef.aanbiederId, dag('2026-12-31'))).toBe(2)
    expect(await findKlasse(proef.manager, proef.aanbiederId, dag('2025-12-31'))).toBeNull()
    await expect(zet(3, '2026-06-01')).rejects.toThrow(/latere ingangsdatum/)
    await expect(zet(1, '2027-02-01')).rejects.toThrow(/al/)
    await expect(
      legKlasseVast(proef.beheerder, proef.aanbiederId, { klasse: 3, geldigVanaf: dag('2027-03-01'), reden: 'x' }),
    ).rejects.toThrow(/mag dit niet/)
    expect(await leesGebeurtenissen(ctx, 'klasse:vastgelegd')).toHaveLength(2)
  })
})

describe('uitnodigen, verplaatsen en annuleren', () => {
  test('GES-10, COM-01: wie een adres heeft krijgt een uitnodiging, één keer; antwoorden staan bij de deelnemer', async ({
    ctx,
  }) => {
    const proef = await maakProef(ctx)
    const id = await plan(proef)
    await namens(ctx, proef.zorg, async (zorg) => {
      await expect(findGesprek(zorg, id)).rejects.toThrow(/bestaat niet/)
    })
    expect(await nodigDeelnemersUit(proef.manager, id)).toBe(1)
    expect(await nodigDeelnemersUit(proef.manager, id)).toBe(0)
    const noor = (await listDeelnemers(proef.manager, id)).find(({ naam }) => naam === 'Noor Bakker')!
    await namens(ctx, proef.zorg, async (zorg) => {
      expect((await findGesprek(zorg, id)).titel).toContain('Veenlicht')
      await legAntwoordVast(zorg, id, noor.id, { antwoord: 'ja', toelichting: 'Met de controller.' })
      const voorzitter = (await listDeelnemers(zorg, id)).find(({ hoedanigheid }) => hoedanigheid === 'voorzitter')!
      await expect(legAntwoordVast(zorg, id, voorzitter.id, { antwoord: 'nee', toelichting: '' })).rejects.toThrow(
        /bestaat niet/,
      )
    })
    expect((await listDeelnemers(proef.manager, id)).find((een) => een.id === noor.id)).toMatchObject({
      antwoord: 'ja',
      antwoordDoor: 'Noor Bakker',
      bericht: 'onderweg',
    })
  })

  test('STM-02, CAT-05: bij verplaatsen gaan agenda, deelnemers en rapportage mee, en antwoorden worden opnieuw gevraagd', async ({
    ctx,
  }) => {
    const proef = await maakProef(ctx)
    const id = await plan(proef, { datum: dag('2027-01-20') })
    await voegPuntToe(proef.manager, id, null, { titel: 'Eigen punt', toelichting: '', niveau: '' })
    await nodigDeelnemersUit(proef.manager, id)
    await vraagRapportage(proef.manager, id)
    expect((await findGesprek(proef.manager, id)).rapportageUiterlijk?.toString()).toBe('2027-01-06')
    const [, noor] = await listDeelnemers(proef.manager, id)
    await legAntwoordVast(proef.manager, id, noor!.id, { antwoord: 'ja', toelichting: '' })
    const voor = (await listAgendapunten(proef.manager, id)).length
    const naar = {
      datum: dag('2027-02-17'),
      begintijd: '13:00',
      eindtijd: '14:00',
      plaats: 'Online',
      wijze: 'digitaal' as const,
      reden: 'Ziekte.',
    }
    await verplaatsGesprek(proef.manager, id, 1, naar)
    const gesprek = await findGesprek(proef.manager, id)
    expect(gesprek).toMatchObject({ stand: 'rapportage gevraagd', begintijd: '13:00', volgnummer: 1, versie: 2 })
    expect(gesprek.rapportageUiterlijk?.toString()).toBe('2027-02-03')
    expect((await listAgendapunten(proef.manager, id)).length).toBe(voor)
    expect((await listDeelnemers(proef.manager, id)).map(({ antwoord }) => antwoord)).toEqual([null, null])
    expect((await listVerplaatsingen(proef.manager, id)).map(({ reden }) => reden)).toEqual(['Ziekte.'])
    expect(await telBerichten(ctx, id)).toEqual(['uitnodiging', 'rapportage gevraagd', 'verplaatst'])
    // a colleague who still sees the old day
    await expect(verplaatsGesprek(proef.beheerder, id, 1, naar)).rejects.toThrow(/net gewijzigd/)
  })

  test('GES-05, STM-02: wat iemand op de agenda zette of meeneemt, staat één keer op de volgende agenda', async ({
    ctx,
  }) => {
    const proef = await maakProef(ctx)
    const eerste = await plan(proef)
    await voegPuntToe(proef.manager, eerste, null, {
      titel: 'Wachtlijst dagbesteding',
      toelichting: '',
      niveau: 'tactisch',
    })
    const sroi = (await listAgendapunten(proef.manager, eerste)).find(({ titel }) => titel.startsWith('Social'))!
    await annuleerGesprek(proef.manager, eerste, 'Aanbieder is ziek.')
    await expect(neemPuntMee(proef.manager, eerste, sroi.id, true)).rejects.toThrow(/geannuleerd/)
    const tweede = await plan(proef, { datum: dag('2026-12-10') })
    const meegenomen = (await listAgendapunten(proef.manager, tweede)).filter(({ bron }) => bron === 'meegenomen')
    expect(meegenomen.map(({ titel }) => titel)).toEqual(['Wachtlijst dagbesteding'])
    await neemPuntMee(proef.manager, tweede, meegenomen[0]!.id, true)
    const derde = await plan(proef, { datum: dag('2027-03-10') })
    const vierde = await plan(proef, { datum: dag('2027-06-10') })
    const bij = async (id: string) =>
      (await listAgendapunten(proef.manager, id)).filter(({ bron }) => bron === 'meegenomen').length
    expect([await bij(derde), await bij(vierde)]).toEqual([1, 0])
    // another aanbieder's meeting does not get it
    const ander = await maakAanbieder(ctx, { agb: '98990108', kvk: '99331217', naam: 'Dijk' })
    expect(await bij(await plan(proef, { aanbiederId: ander, contactpersoonIds: [] }))).toBe(0)
  })

  test('GES-06: wat er daarna bij komt, komt er één keer op; wat iemand weghaalde komt niet terug', async ({ ctx }) => {
    const proef = await maakProef(ctx)
    const id = await plan(proef)
    const later = await plan(proef, { datum: dag('2027-05-10') })
    const bevinding = (titel: string) =>
      legBevindingVast(proef.manager, { aanbiederId: proef.aanbiederId, titel, toelichting: '' })
    await bevinding('Een')
    expect(await werkAgendaBij(proef.manager, id)).toBe(1)
    const een = (await listAgendapunten(proef.manager, id)).find(({ titel }) => titel === 'Een')!
    await haalPuntWeg(proef.manager, id, een.id)
    await bevinding('Twee')
    // at night: the next meeting only
    expect(await werkGesprekkenBij(systeem(ctx, '2026-11-23'))).toEqual({ agendas: 1, definitief: 0 })
    expect(await werkGesprekkenBij(systeem(ctx, '2026-11-24'))).toEqual({ agendas: 0, definitief: 0 })
    const titels = async (gesprekId: string) =>
      (await listAgendapunten(proef.manager, gesprekId))
        .filter(({ bron }) => bron === 'bevinding')
        .map(({ titel }) => titel)
    expect([await titels(id), await titels(later)]).toEqual([['Twee'], []])
  })
})

describe('rapportage vooraf', () => {
  test('GES-03: de aanbieder vult vier delen in, bewaart een concept, en dient pas in als alles er staat', async ({
    ctx,
  }) => {
    const proef = await maakProef(ctx)
    const id = await plan(proef, { datum: dag('2027-01-20') })
    await vraagRapportage(proef.manager, id)
    await expect(vraagRapportage(proef.manager, id)).rejects.toThrow(/al gevraagd/)
    const deel = (code: string, versie = 0, tekst = 'Geen.') => ({ code, tekst, versie })
    await namens(ctx, proef.zorg, async (zorg) => {
      await bewaarRapportage(zorg, id, [deel('clientaantallen'), deel('klachten'), deel('calamiteiten')], false)
      await expect(bewaarRapportage(zorg, id, [deel('klachten', 1, 'Drie.')], true)).rejects.toThrow(
        /Vul nog in: geldigheid kwaliteitscertificaat/,
      )
      await expect(
        bewaarRapportage(zorg, id, [deel('klachten', 0, 'Over een oude versie heen.')], false),
      ).rejects.toThrow(/collega/)
      await expect(bewaarRapportage(zorg, id, [deel('onbekend')], false)).rejects.toThrow(/bestaat niet/)
    })
    // the draft is the aanbieder's own
    expect(await listRapportage(proef.manager, id)).toEqual([])
    await expect(bewaarRapportage(proef.manager, id, [], true)).rejects.toThrow(/mag dit niet/)
    await namens(ctx, proef.zorg, async (zorg) => {
      const versies = Object.fromEntries((await listRapportage(zorg, id)).map(({ code, versie }) => [code, versie]))
      await bewaarRapportage(
        zorg,
        id,
        [
          deel('klachten', versies['klachten'], 'Twee, beide afgehandeld.'),
          deel('kwaliteitscertificaat', 0, 'HKZ tot 2028.'),
        ],
        true,
      )
      await expect(bewaarRapportage(zorg, id, [deel('klachten', 2, 'Toch drie.')], false)).rejects.toThrow(
        /al aangeleverd/,
      )
    })
    expect((await listRapportage(proef.manager, id)).map(({ code, tekst }) => [code, tekst])).toContainEqual([
      'klachten',
      'Twee, beide afgehandeld.',
    ])
    expect((await findGesprek(proef.manager, id)).rapportageIngediendDoor).toBe('Noor Bakker')
  })

  test('GES-03: bij een kort gesprek hoort geen rapportage', async ({ ctx }) => {
    const proef = await maakProef(ctx)
    const id = await plan(proef, { soort: 'extra-gesprek' })
    await expect(vraagRapportage(proef.manager, id)).rejects.toThrow(/geen rapportage/)
  })
})

describe('verslag', () => {
  test('GES-16, GES-17: schrijven, delen, zwijgen is instemmen, definitief', async ({ ctx }) => {
    const proef = await maakProef(ctx)
    const { gesprekId, actieId } = await deel(proef)
    const gedeeld = await findGesprek(proef.manager, gesprekId)
    expect(gedeeld.stand).toBe('verslag gedeeld')
    expect([gedeeld.verslagUiterlijk?.toString(), gedeeld.reactieUiterlijk?.toString()]).toEqual([
      '2026-12-23',
      '2026-12-28',
    ])
    await expect(maakVerslagDefinitief(op(proef.manager, '2026-12-28'), gesprekId)).rejects.toThrow(/nog reageren/)
    expect(await werkGesprekkenBij(systeem(ctx, '2026-12-28'))).toEqual({ agendas: 0, definitief: 0 })
    expect(await werkGesprekkenBij(systeem(ctx, '2026-12-29'))).toEqual({ agendas: 0, definitief: 1 })
    const [eerste, laatste] = await listVerslagversies(proef.manager, gesprekId)
    expect([eerste!.soort, laatste!.soort]).toEqual(['gedeeld', 'definitief'])
    const { verslag, klopt } = leesVersie(laatste!)
    expect(klopt).toBe(true)
    expect(verslag).toMatchObject({
      naam: 'Contractmanagementgesprek',
      aanwezig: ['Marloes de Wit, contractmanager, voorzitter', 'Noor Bakker, directeur'],
      acties: [{ wie: 'Noor Bakker', einddatum: '2027-01-15' }],
    })
    expect(verslag.punten[0]).toMatchObject({ nummer: '1', tekst: 'Agenda vastgesteld.' })
    expect((await findActie(proef.manager, actieId)).stand).toBe('open')
    await expect(schrijfVerslagtekst(proef.manager, gesprekId, actieId, { tekst: 'x', versie: 0 })).rejects.toThrow(
      /definitief/,
    )
  })

  test('GES-17: wat bewaard is verandert niet, ook niet voor wie de database kent', async ({ ctx }) => {
    const proef = await maakProef(ctx)
    const { gesprekId } = await deel(proef)
    await sql`savepoint proef`.execute(ctx.db)
    await expect(
      sql`update verslagversie set inhoud = '{}' where gesprek_id = ${gesprekId}`.execute(ctx.db),
    ).rejects.toThrow(/permission denied/)
    await sql`rollback to savepoint proef`.execute(ctx.db)
    const [versie] = await listVerslagversies(proef.manager, gesprekId)
    expect(leesVersie({ ...versie!, inhoud: versie!.inhoud.replace('Agenda', 'Notulen') }).klopt).toBe(false)
  })

  test('GES-17: een opmerking houdt het verslag tegen tot vaststaat wat ermee is gedaan', async ({ ctx }) => {
    const proef = await maakProef(ctx)
    const { gesprekId, punt, manager } = await deel(proef)
    await expect(
      schrijfVerslagtekst(manager, gesprekId, punt.id, { tekst: 'Stilletjes anders.', versie: 1 }),
    ).rejects.toThrow(/om een opmerking te verwerken/)
    const later = op(proef.zorg, '2026-12-28', '23:59')
    await namens(ctx, later, async (zorg) => {
      // the aanbieder reads the version that was shared, not what is being written
      expect(await listVerslagteksten(zorg, gesprekId)).toEqual([])
      expect((await listVerslagversies(zorg, gesprekId)).map(({ soort }) => soort)).toEqual(['gedeeld'])
      await reageerOpVerslag(zorg, gesprekId, { soort: 'opmerking', tekst: 'Punt 1 klopt niet.' })
    })
    await expect(
      namens(ctx, op(proef.zorg, '2026-12-29', '00:00'), (zorg) =>
        reageerOpVerslag(zorg, gesprekId, { soort: 'akkoord', tekst: '' }),
      ),
    ).rejects.toThrow(/tot en met 28 december 2026/)
    expect(await werkGesprekkenBij(systeem(ctx, '2027-01-15'))).toEqual({ agendas: 0, definitief: 0 })
    const straks = op(proef.manager, '2027-01-04')
    await expect(maakVerslagDefinitief(straks, gesprekId)).rejects.toThrow(/opmerking/)
    await schrijfVerslagtekst(straks, gesprekId, punt.id, {
      tekst: 'Agenda vastgesteld, met één punt erbij.',
      versie: 1,
    })
    const { rows } = await sql<{ id: string }>`select id from verslagreactie where gesprek_id = ${gesprekId}`.execute(
      ctx.db,
    )
    await verwerkReactie(straks, gesprekId, rows[0]!.id, 'Aangepast.')
    await expect(verwerkReactie(straks, gesprekId, rows[0]!.id, 'Nog eens.')).rejects.toThrow(/al vastgelegd/)
    await maakVerslagDefinitief(straks, gesprekId)
    const { verslag } = leesVersie((await listVerslagversies(straks, gesprekId)).at(-1)!)
    expect(verslag.punten[0]!.tekst).toBe('Agenda vastgesteld, met één punt erbij.')
    expect(verslag.reacties).toMatchObject([
      { tekst: 'Punt 1 klopt niet.', verwerking: 'Aangepast.', door: 'Noor Bakker' },
    ])
  })

  test('GES-16: twee mensen typen tegelijk, en niemand raakt een woord kwijt', async ({ ctx }) => {
    const proef = await maakProef(ctx)
    const gesprekId = await plan(proef)
    const [een, twee] = await listAgendapunten(proef.manager, gesprekId)
    await schrijfVerslagtekst(proef.manager, gesprekId, een!.id, { tekst: 'Van Marloes.', versie: 0 })
    // another item: both are kept
    await schrijfVerslagtekst(proef.beheerder, gesprekId, twee!.id, { tekst: 'Van Sven.', versie: 0 })
    // the same item: refused with who was first, and nothing is written
    await expect(
      schrijfVerslagtekst(proef.beheerder, gesprekId, een!.id, { tekst: 'Ook van Sven.', versie: 0 }),
    ).rejects.toMatchObject({
      status: 409,
      code: 'bewerkt',
      message: expect.stringContaining('Marloes de Wit') as string,
    })
    await schrijfVerslagtekst(proef.beheerder, gesprekId, een!.id, { tekst: 'Van Marloes. Ook van Sven.', versie: 1 })
    // saved twice by the same hand: no conflict
    await schrijfVerslagtekst(proef.beheerder, gesprekId, een!.id, { tekst: 'Van Marloes. Ook van Sven.', versie: 1 })
    expect((await listVerslagteksten(proef.manager, gesprekId)).map(({ tekst }) => tekst).toSorted()).toEqual([
      'Van Marloes. Ook van Sven.',
      'Van Sven.',
    ])
    expect((await leesGebeurtenissen(ctx, 'verslag:geschreven')).map(({ nieuw }) => nieuw)).toHaveLength(3)
  })

  test('GES-16, ROL-13: een besluit over een maatregel vraagt mandaat; een gewoon besluit niet', async ({ ctx }) => {
    const proef = await maakProef(ctx)
    const gesprekId = await plan(proef)
    const gewoon = await legBesluitVast(proef.beheerder, gesprekId, {
      tekst: 'Het gesprek is voortaan in maart.',
      agendapuntId: '',
      taak: '',
    })
    await expect(
      legBesluitVast(proef.beheerder, gesprekId, { tekst: 'Cliëntenstop.', agendapuntId: '', taak: 'clientenstop' }),
    ).rejects.toThrow(/mandaat/)
    await haalBesluitWeg(proef.beheerder, gesprekId, gewoon)
    expect(await listBesluiten(proef.manager, gesprekId)).toEqual([])
    expect(await leesGebeurtenissen(ctx, 'besluit:weggehaald')).toMatchObject([
      { tekst: 'Het gesprek is voortaan in maart.' },
    ])
  })

  test('STM-02: delen kan niet voor het gesprek er was, en een gesprek dat nog komt is niet gehouden', async ({
    ctx,
  }) => {
    const proef = await maakProef(ctx)
    const gesprekId = await plan(proef)
    await expect(deelVerslag(proef.manager, gesprekId)).rejects.toThrow(/Leg eerst vast dat het gesprek is gehouden/)
    const [voorzitter] = await listDeelnemers(proef.manager, gesprekId)
    await expect(meldGehouden(proef.manager, gesprekId, [voorzitter!.id])).rejects.toThrow(/nog niet geweest/)
    await expect(meldGehouden(op(proef.manager, '2026-12-16'), gesprekId, [])).rejects.toThrow(/wie er bij/)
    await houd(proef, gesprekId)
    await expect(deelVerslag(op(proef.manager, '2026-12-16'), gesprekId)).rejects.toThrow(/Schrijf eerst/)
    await expect(deelVerslag(proef.beheerder, gesprekId)).rejects.toThrow(/mag dit niet/)
    await expect(annuleerGesprek(proef.manager, gesprekId, 'x')).rejects.toThrow(/al gehouden/)
  })

  test('GES-10: zonder wie erbij hoort te zijn wordt het overig overleg, dat niet meetelt; en dat doet een mens', async ({
    ctx,
  }) => {
    const proef = await maakProef(ctx)
    // the rule of SDFL in this region
    await sql`insert into regelsetdeel (regio_id, deel, versie, geldig_vanaf, bron, inhoud, vastgelegd_door)
      select regio_id, deel, 2, geldig_vanaf, bron, jsonb_set(inhoud, '{soorten,0,aanwezig}', '["voorzitter", "contractbeheer", "aanbieder"]'), 'proef'
      from regelsetdeel where regio_id = ${ctx.regioId} and deel = 'gesprekken'`.execute(ctx.db)
    const { gesprekId } = await deel(proef)
    expect(await werkGesprekkenBij(systeem(ctx, '2027-01-15'))).toEqual({ agendas: 0, definitief: 0 })
    await maakVerslagDefinitief(op(proef.manager, '2027-01-15'), gesprekId)
    const { verslag } = leesVersie((await listVerslagversies(proef.manager, gesprekId)).at(-1)!)
    expect(verslag.naam).toBe('Overig overleg')
    expect((await findGesprek(proef.manager, gesprekId)).teltMee).toBe(false)
    const met = await plan(proef, { gebruikerIds: [proef.beheerder.actor.id], datum: dag('2026-12-15') })
    expect((await listDeelnemers(proef.manager, met)).map(({ hoedanigheid }) => hoedanigheid)).toEqual([
      'voorzitter',
      'contractbeheer',
      'aanbieder',
    ])
  })

  test('STM-02: de stand in de database is die van de regel', async ({ ctx }) => {
    const proef = await maakProef(ctx)
    const gezien = new Set<string>()
    const kijk = async (id: string) => {
      const gesprek = await findGesprek(proef.manager, id)
      expect(gesprek.stand).toBe(gespreksstand(gesprek))
      gezien.add(gesprek.stand)
    }
    const id = await plan(proef)
    await kijk(id)
    await vraagRapportage(proef.manager, id)
    await kijk(id)
    await meldVoorbereid(proef.manager, id)
    await kijk(id)
    const manager = await houd(proef, id)
    await kijk(id)
    await schrijfVerslagtekst(manager, id, (await listAgendapunten(manager, id))[0]!.id, { tekst: 'x', versie: 0 })
    await kijk(id)
    await deelVerslag(manager, id)
    await kijk(id)
    await maakVerslagDefinitief(op(proef.manager, '2027-02-01'), id)
    await kijk(id)
    const ander = await plan(proef)
    await annuleerGesprek(proef.manager, ander, 'x')
    await kijk(ander)
    expect(gezien.size).toBe(8)
  })
})

describe('acties', () => {
  test('STM-03, GES-16: van open tot geaccepteerd, door wie het aangaat', async ({ ctx }) => {
    const proef = await maakProef(ctx)
    const { gesprekId, actieId, manager } = await deel(proef)
    const intern = await legActieVast(
      op(proef.manager, '2026-12-16'),
      await plan(proef),
      actie({ kant: 'regio', eigenaarId: proef.beheerder.actor.id, eigenaar: '' }),
    )
    const zorg = op(proef.zorg, '2026-12-20')
    await namens(ctx, zorg, async (zorg) => {
      // its own and shared only
      expect(
        (await listActies(zorg, {}, { sorteer: 'einddatum', richting: 'op', pagina: 1 })).rijen.map(({ id }) => id),
      ).toEqual([actieId])
      await expect(zetActie(zorg, intern, 'beginnen', '')).rejects.toThrow(/bestaat niet/)
      await zetActie(zorg, actieId, 'beginnen', '')
      await zetActie(zorg, actieId, 'gereed melden', 'Gestuurd op 20 december.')
      await expect(zetActie(zorg, actieId, 'accepteren', '')).rejects.toThrow(/mag dit niet/)
    })
    expect((await listActiewerk(manager)).map(({ id, accepteren }) => [id, accepteren])).toEqual([[actieId, true]])
    await expect(zetActie(manager, actieId, 'teruggeven', '')).rejects.toThrow(/waarom/)
    await zetActie(manager, actieId, 'teruggeven', 'De lijst is niet per product.')
    expect(await findActie(manager, actieId)).toMatchObject({
      stand: 'in uitvoering',
      gereedToelichting: 'De lijst is niet per product.',
    })
    await zetActie(manager, actieId, 'gereed melden', 'Namens de aanbieder ontvangen.')
    await zetActie(manager, actieId, 'accepteren', '')
    await expect(zetActie(manager, actieId, 'laten vervallen', 'x')).rejects.toThrow(/kan niet meer/)
    expect(await leesGebeurtenissen(ctx, 'actie:geaccepteerd')).toHaveLength(1)
    expect((await findGesprek(manager, gesprekId)).stand).toBe('verslag gedeeld')
    const collega = await alsPersoon(ctx, 'Toezicht', 'toezichthouder')
    await expect(zetActie(collega, intern, 'beginnen', '')).rejects.toThrow(/bestaat niet/)
  })

  test('GES-16: een actie wijzigen over die van een ander heen kan niet', async ({ ctx }) => {
    const proef = await maakProef(ctx)
    const gesprekId = await plan(proef)
    const id = await legActieVast(proef.manager, gesprekId, actie())
    await wijzigActie(proef.beheerder, id, 1, actie({ tekst: 'Stuurt de lijst per week' }))
    await expect(wijzigActie(proef.manager, id, 1, actie({ tekst: 'Anders' }))).rejects.toMatchObject({
      code: 'bewerkt',
    })
    expect((await findActie(proef.manager, id)).tekst).toBe('Stuurt de lijst per week')
    await expect(
      legActieVast(proef.manager, gesprekId, actie({ kant: 'regio', eigenaarId: proef.zorg.actor.id, eigenaar: '' })),
    ).rejects.toThrow(/collega bestaat niet/)
  })
})

describe('wie wat ziet', () => {
  test('ROL-20: wie op uitnodiging leest, ziet het gesprek pas dan', async ({ ctx }) => {
    const proef = await maakProef(ctx)
    const beleid = await alsPersoon(ctx, 'Beleid', 'beleid')
    const id = await plan(proef)
    const met = await plan(proef, { gebruikerIds: [beleid.actor.id], datum: dag('2026-12-17') })
    const directie = await alsPersoon(ctx, 'Directie', 'directie')
    const ziet = async (wie: typeof beleid) => (await listGesprekken(wie, {}, alles)).rijen.map((rij) => rij.id)
    expect(await ziet(beleid)).toEqual([met])
    expect(await ziet(directie)).toEqual([id, met])
    await expect(findGesprek(beleid, id)).rejects.toThrow(/bestaat niet/)
    await nodigDeelnemersUit(proef.manager, met)
    expect((await listGesprekwerk(beleid)).map(({ wat }) => wat)).toEqual(['antwoorden'])
  })

  test('ROL-21: een aanbieder ziet niets van een gesprek van een ander', async ({ ctx }) => {
    const proef = await maakProef(ctx)
    const ander = await maakAanbieder(ctx, { agb: '98990108', kvk: '99331217', naam: 'Dijk' })
    const { gesprekId } = await deel(proef, { aanbiederId: ander, contactpersoonIds: [] })
    await namens(ctx, op(proef.zorg, '2026-12-20'), async (zorg) => {
      expect((await listGesprekken(zorg, {}, alles)).totaal).toBe(0)
      expect(await listVerslagversies(zorg, gesprekId)).toEqual([])
      expect(await listDeelnemers(zorg, gesprekId)).toEqual([])
      expect((await listActies(zorg, {}, { sorteer: 'einddatum', richting: 'op', pagina: 1 })).totaal).toBe(0)
      // row-level security says the same without the conditions of the queries
      for (const tabel of [
        'gesprek',
        'agendapunt',
        'deelnemer',
        'verslagversie',
        'verslagtekst',
        'actie',
        'gesprek_bericht',
      ]) {
        const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(tabel)}`.execute(zorg.db)
        expect([tabel, rows[0]!.n]).toEqual([tabel, 0])
      }
    })
  })

  test('GES-17: op Vandaag staat wat er van iemand gevraagd wordt', async ({ ctx }) => {
    const proef = await maakProef(ctx)
    const { gesprekId } = await deel(proef)
    const straks = await plan(proef, { datum: dag('2027-01-20') })
    await vraagRapportage(proef.manager, straks)
    await nodigDeelnemersUit(proef.manager, straks)
    const wat = async (wie: typeof proef.manager) =>
      (await listGesprekwerk(wie)).map((een) => [een.wat, een.op?.toString()])
    expect(await namens(ctx, op(proef.zorg, '2026-12-20'), wat)).toEqual([
      ['reageren', '2026-12-28'],
      ['rapporteren', '2027-01-06'],
      ['antwoorden', '2027-01-20'],
    ])
    expect(await wat(op(proef.manager, '2026-12-20'))).toEqual([])
    expect(await wat(op(proef.manager, '2027-01-05'))).toEqual([
      ['definitief', '2026-12-28'],
      ['voorbereiden', '2027-01-20'],
    ])
    expect((await findGesprek(proef.manager, gesprekId)).stand).toBe('verslag gedeeld')
  })
})
