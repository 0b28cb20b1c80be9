import { describe, expect, test as los } from 'vitest'
import { maakAanbieder } from '../../../../test/afspraken.ts'
import { ladderVan } from '../../../../test/escalatie.ts'
import { test } from '../../../../test/regio.ts'
import { invoerVan } from '../../../../test/zaakstap.ts'
import type { Context } from '../../../platform/context.ts'
import { legBevindingVast } from '../../check/bevinding/leg-bevinding-vast.ts'
import { deelVerslag } from '../gesprek/deel-verslag.ts'
import { legBesluitVast } from '../gesprek/leg-besluit-vast.ts'
import { listGesprekkenVan } from '../gesprek/list-gesprekken-van.ts'
import { maakVerslagDefinitief } from '../gesprek/maak-verslag-definitief.ts'
import { meldGehouden } from '../gesprek/meld-gehouden.ts'
import { nodigDeelnemersUit } from '../gesprek/nodig-deelnemers-uit.ts'
import { maakProef } from '../gesprek/proefgesprek.testhulp.ts'
import { planGesprek } from '../gesprek/plan-gesprek.ts'
import { findGesprek, listAgendapunten, listDeelnemers } from '../gesprek/queries.ts'
import { reageerOpVerslag } from '../gesprek/reageer-op-verslag.ts'
import { werkGesprekkenBij } from '../gesprek/werk-gesprekken-bij.ts'
import { findDossier } from './find-dossier.ts'
import { deelVan } from './ladder.ts'
import { leesZaak } from './lees-zaak.ts'
import { legStukVast } from './leg-stuk-vast.ts'
import { openEscalatie } from './open-escalatie.ts'
import { findEscalatieVan } from './queries.ts'
import { trekStapIn } from './trek-stap-in.ts'
import { dagVanUitnodiging, geeftStuk, gesprekssoortVoor, verslagtekst } from './uit-gesprek.ts'
import { zetStap } from './zet-stap.ts'

const SYSTEEM = {
  soort: 'systeem' as const,
  id: 'systeem',
  naam: 'systeem',
  rollen: [{ rol: 'systeem (wachtrij)' as const, agb: null }],
  agb: null,
}
const ladder = ladderVan('zaanstreek-waterland')
const soort = (code: string) => deelVan(ladder, 'stukken', code)

describe('welk verslag welk stuk geeft', () => {
  los.each([
    ['gespreksnotitie', 'escalatiegesprek', true, false, 'ja'],
    ['gespreksnotitie', 'escalatiegesprek', false, false, 'nog niet'],
    ['verslag', 'escalatiegesprek', true, false, 'nog niet'],
    ['verslag', 'escalatiegesprek', true, true, 'ja'],
    ['verslag', 'contractmanagementgesprek', true, true, null],
    ['zienswijze', 'escalatiegesprek', true, true, null],
  ] as const)(
    'ESA-02, ESA-03: %s uit een %s (gehouden %s, definitief %s): %s',
    (code, gesprek, gehouden, definitief, uit) => {
      expect(geeftStuk(soort(code), { soort: gesprek, gehouden, definitief })).toBe(uit)
    },
  )

  los('ESB-13: een directiegesprek geeft alleen een gesprek op directieniveau', () => {
    const directie = deelVan(ladderVan('flevoland'), 'stukken', 'directiegesprek')
    expect(geeftStuk(directie, { soort: 'directiegesprek', gehouden: true, definitief: true })).toBe('ja')
    expect(geeftStuk(directie, { soort: 'escalatiegesprek', gehouden: true, definitief: true })).toBeNull()
    expect(gesprekssoortVoor(ladderVan('flevoland'), [directie])).toBe('directiegesprek')
    expect(gesprekssoortVoor(ladder, [])).toBe('escalatiegesprek')
  })

  los('ESB-03: alleen een uitnodiging van voor of op de dag van het gesprek is er een', () => {
    const datum = Temporal.PlainDate.from('2026-11-22')
    const op = (moment: string) => Temporal.Instant.from(moment)
    expect(dagVanUitnodiging({ datum, uitgenodigdOp: op('2026-11-21T23:30:00Z') })?.toString()).toBe('2026-11-22')
    // told when the minutes were shared
    expect(dagVanUitnodiging({ datum, uitgenodigdOp: op('2026-11-22T23:30:00Z') })).toBeNull()
    expect(dagVanUitnodiging({ datum, uitgenodigdOp: null })).toBeNull()
  })

  los('GES-16: de tekst is wat per punt is besproken, besloten en afgesproken; een leeg punt blijft weg', () => {
    expect(
      verslagtekst({
        punten: [
          { nummer: '1', titel: 'Opening', niveau: null, tekst: ' ' },
          { nummer: '2', titel: 'Aanleiding', niveau: null, tekst: 'De start is te laat. ' },
        ],
        besluiten: [{ tekst: 'Er komt een plan.', maatregel: null, als: null }],
        acties: [{ tekst: 'Stuurt het plan', wie: 'Aart', kant: 'aanbieder', einddatum: '1 apr 2027' }],
      }),
    ).toBe(
      'Aanleiding: De start is te laat.\nBesluit: Er komt een plan.\nActie: Stuurt het plan (Aart, uiterlijk 1 apr 2027)',
    )
  })
})

async function opent(manager: Context, aanbiederId: string, bevindingId?: string) {
  const stuk = { soort: 'aanleiding', datum: manager.today, velden: { omschrijving: 'Start te laat.' } }
  const zet = invoerVan(ladder, 'A1', manager, { stukken: [stuk] })
  return openEscalatie(manager, { aanbiederId, titel: 'Start te laat', zet, ...(bevindingId && { bevindingId }) })
}

const gesprekOver = ({ today }: Context, aanbiederId: string, escalatieId: string) => ({
  soort: 'escalatiegesprek',
  titel: '',
  aanbiederId,
  escalatieId,
  gemeenteCode: '',
  overeenkomstIds: [],
  contactpersoonIds: [],
  gebruikerIds: [],
  datum: today,
  begintijd: '10:00',
  eindtijd: '11:00',
  plaats: '',
  wijze: 'fysiek' as const,
})
const versie = async (ctx: Context, id: string) => (await leesZaak(ctx, id)).rij.versie
const titels = async (ctx: Context, id: string) => (await listAgendapunten(ctx, id)).map(({ titel }) => titel)
const uit = (gesprek: string, wat: string, velden = {}) => ({
  soort: wat,
  datum: Temporal.PlainDate.from('2020-01-01'),
  velden,
  gesprek,
})

describe('een gesprek bij een escalatie', () => {
  test('GES-06, ESA-02: de agenda gaat over de zaak, niet over wat er verder openstaat', async ({ ctx }) => {
    const { manager, aanbiederId } = await maakProef(ctx)
    const bevinding = (titel: string) => legBevindingVast(manager, { aanbiederId, titel, toelichting: '' })
    const bevindingId = await bevinding('Start zorg onvoldoende')
    await bevinding('Certificaat verlopen')
    const met = await planGesprek(
      manager,
      gesprekOver(manager, aanbiederId, await opent(manager, aanbiederId, bevindingId)),
    )
    expect(await titels(manager, met)).toContain('Start zorg onvoldoende')
    expect(await titels(manager, met)).not.toContain('Certificaat verlopen')
    // by hand: the case itself is what they talk about
    const zonder = await planGesprek(manager, gesprekOver(manager, aanbiederId, await opent(manager, aanbiederId)))
    expect((await titels(manager, zonder)).filter((titel) => titel.endsWith(': Start te laat'))).toHaveLength(1)
    expect(await titels(manager, zonder)).not.toContain('Start zorg onvoldoende')
    // what comes up at night is for the next meeting that is about no case
    const gewoon = await planGesprek(manager, { ...gesprekOver(manager, aanbiederId, ''), soort: 'extra-gesprek' })
    await bevinding('Rapportage ontbreekt')
    await werkGesprekkenBij({ ...ctx, actor: SYSTEEM })
    expect(await titels(manager, gewoon)).toContain('Rapportage ontbreekt')
    expect(await titels(manager, met)).not.toContain('Rapportage ontbreekt')
  })

  test('ESA-02, ESA-03, A4, A5: het verslag van het gesprek is het stuk dat de stap vraagt, niet eerder dan het er is', async ({
    ctx,
  }) => {
    const { manager, zorg, aanbiederId, contactpersoonId } = await maakProef(ctx)
    const id = await opent(manager, aanbiederId)
    const gesprekId = await planGesprek(manager, {
      ...gesprekOver(manager, aanbiederId, id),
      contactpersoonIds: [contactpersoonId],
    })
    const zet = async (code: string, stuk: string, velden = {}) =>
      zetStap(
        manager,
        id,
        await versie(manager, id),
        invoerVan(ladder, code, manager, { stukken: [uit(gesprekId, stuk, velden)] }),
      )
    await expect(zet('A4', 'gespreksnotitie')).rejects.toThrow(/Dit gesprek is nog niet gehouden/)
    await nodigDeelnemersUit(manager, gesprekId)
    await meldGehouden(
      manager,
      gesprekId,
      (await listDeelnemers(manager, gesprekId)).map((een) => een.id),
    )
    await legBesluitVast(manager, gesprekId, {
      tekst: 'Er komt een verbeterplan.',
      agendapuntId: '',
      taak: '',
    })
    await zet('A4', 'gespreksnotitie')
    await expect(zet('A5', 'verslag')).rejects.toThrow(/nog niet definitief/)
    await deelVerslag(manager, gesprekId)
    await reageerOpVerslag(zorg, gesprekId, { soort: 'akkoord', tekst: '' })
    await maakVerslagDefinitief(manager, gesprekId)
    await zet('A5', 'verslag')

    const { stukken } = await findDossier(manager, id)
    expect(stukken.find((een) => een.soort === 'gespreksnotitie')).toMatchObject({
      gesprekId,
      datum: (await findGesprek(manager, gesprekId)).datum,
      velden: {
        aanwezig: expect.stringContaining('Noor Bakker') as string,
        notities: 'Besluit: Er komt een verbeterplan.',
      },
    })
    // what was typed goes before what the minutes say
    await trekStapIn(manager, id, await versie(manager, id), 'Andere tekst.')
    await legStukVast(
      manager,
      id,
      await versie(manager, id),
      uit(gesprekId, 'verslag', { afspraken: 'Plan op 1 april.' }),
    )
    expect((await findDossier(manager, id)).stukken.at(-1)).toMatchObject({
      gesprekId,
      velden: { afspraken: 'Plan op 1 april.' },
    })

    // both ways, for both sides
    expect(await listGesprekkenVan(zorg, id)).toMatchObject([{ id: gesprekId, definitief: true }])
    expect(await findEscalatieVan(zorg, (await findGesprek(zorg, gesprekId)).escalatieId!)).toMatchObject({
      id,
    })
  })

  test('ESA-02: een gesprek hoort bij een lopende zaak van dezelfde aanbieder, en zijn verslag bij geen andere zaak', async ({
    ctx,
  }) => {
    const { manager, aanbiederId } = await maakProef(ctx)
    const anderId = await maakAanbieder(ctx, { naam: 'Ander B.V.', agb: '98990199' })
    const [id, tweede] = [await opent(manager, aanbiederId), await opent(manager, aanbiederId)]
    await expect(planGesprek(manager, gesprekOver(manager, anderId, id))).rejects.toMatchObject({ status: 422 })
    const gesprekId = await planGesprek(manager, gesprekOver(manager, aanbiederId, id))
    await expect(
      legStukVast(manager, tweede, await versie(manager, tweede), uit(gesprekId, 'verslag')),
    ).rejects.toThrow(/hoort niet bij dit stuk/)
    await zetStap(manager, id, await versie(manager, id), invoerVan(ladder, 'A22', manager, { stukken: [] }))
    await expect(planGesprek(manager, gesprekOver(manager, aanbiederId, id))).rejects.toMatchObject({ status: 409 })
  })
})
