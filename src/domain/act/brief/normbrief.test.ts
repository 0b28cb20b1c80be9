import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { maakAanbieder } from '../../../../test/afspraken.ts'
import { als, test } from '../../../../test/regio.ts'
import type { Context } from '../../../platform/context.ts'
import { voegContactpersoonToe } from '../../plan/aanbieder/bewaar-contactpersoon.ts'
import { maakGebruiker } from '../../plan/inrichting/maak-gebruiker.ts'
import type { Rol } from '../../rechten.ts'
import { listIngelicht, listNormwijzigingen } from '../../check/kpi/list-mededelingen.ts'
import { wijzigNorm } from '../../check/kpi/wijzig-norm.ts'
import { trekMededelingIn, vertelNorm } from '../publicatie/vertel-norm.ts'
import { keurBrief, legBriefVoor } from './keur-brief.ts'
import { legVerzendingVast } from './leg-verzending-vast.ts'
import { listOntvangers } from './queries.ts'
import { stelBriefOp } from './stel-brief-op.ts'
import { verstuurBrief } from './verstuur-brief.ts'
import { verwerkBrief } from './verwerk-brief.ts'

const dag = (iso: string) => Temporal.PlainDate.from(iso)

async function persoon(ctx: Context, naam: string, rol: Rol): Promise<Context> {
  const id = await maakGebruiker(ctx, { naam, functie: 'test', rol, voorbeeld: true })
  return { ...ctx, actor: { soort: 'gebruiker', id, naam, rollen: [{ rol, agb: null }], agb: null } }
}

/** Two aanbieders, and a norm for start zorg that goes from 80 to 90 at new year. */
async function maak(ctx: Context) {
  const ids: string[] = []
  for (const nr of [1, 2]) {
    const id = await maakAanbieder(ctx, {
      agb: `9899010${String(nr)}`,
      kvk: `9933120${String(nr)}`,
      naam: `Zorg ${String(nr)}`,
    })
    await voegContactpersoonToe(ctx, id, {
      naam: `Contact ${String(nr)}`,
      functie: 'directeur',
      email: `c${String(nr)}@zorg.example`,
      telefoon: '',
    })
    ids.push(id)
  }
  await wijzigNorm(als(ctx, 'functioneel beheerder'), 'start-zorg', {
    wijziging: { norm: '90' },
    geldigVanaf: dag('2027-01-01'),
    bron: 'Besluit',
    reden: 'Evaluatie',
  })
  const [norm] = await listNormwijzigingen(ctx)
  return { ids, norm: norm!, manager: await persoon(ctx, 'Manager', 'contractmanager') }
}

const brief = (norm: string, meer: { aanbiederId?: string } = {}) => ({
  sjabloon: 'gewijzigde-afspraken',
  onderwerp: 'Norm',
  gemeente: null,
  velden: { wijziging: 'De norm wordt 90%.', ingang: '2027-01-01', reden: 'Evaluatie.' },
  selectie: meer,
  selectietekst: 'alle aanbieders',
  normen: [norm],
})

async function verstuur(ctx: Context, manager: Context, id: string) {
  await legBriefVoor(manager, id, 1)
  await keurBrief(await persoon(ctx, 'Eigenaar', 'contracteigenaar'), id, 2, { goed: true, reden: '' })
  await verstuurBrief(manager, id, 3)
}

const stand = async (ctx: Context, norm: Parameters<typeof listIngelicht>[1]) =>
  (await listIngelicht(ctx, norm)).map((een) => [een.aanbieder, een.stand, een.vanaf?.toString() ?? null])

describe('LIF-15: wat is verteld, volgt uit de brief', () => {
  test('LIF-15, COM-01: wie de mail kreeg, weet het; wie hem niet kreeg, niet; een concept zegt nog niets', async ({
    ctx,
  }) => {
    const { norm, manager } = await maak(ctx)
    const id = await stelBriefOp(manager, brief(norm.nieuw.id))
    expect(await stand(manager, norm)).toEqual([
      ['Zorg 1', 'niet', null],
      ['Zorg 2', 'niet', null],
    ])
    await verstuur(ctx, manager, id)
    const [een, twee] = await listOntvangers(manager, id)
    const post = (soort: 'verzonden' | 'blijvend') => ({
      mailer: {
        verstuur: () =>
          Promise.resolve(soort === 'verzonden' ? { soort } : { soort: 'blijvend' as const, fout: '550' }),
        stop: () => undefined,
      },
      url: '',
    })
    await verwerkBrief(als(ctx, 'systeem (wachtrij)'), een!.id, post('verzonden'))
    await verwerkBrief(als(ctx, 'systeem (wachtrij)'), twee!.id, post('blijvend'))
    expect(await stand(manager, norm)).toEqual([
      ['Zorg 1', 'verteld', '2027-01-01'],
      ['Zorg 2', 'niet', null],
    ])
    expect((await listIngelicht(manager, norm))[0]!.berichten[0]!.documentId).not.toBeNull()
  })

  test('LIF-15, TRM-06: per post telt de dag van ontvangst, niet die van verzending', async ({ ctx }) => {
    const { ids, norm, manager } = await maak(ctx)
    const id = await stelBriefOp(manager, brief(norm.nieuw.id, { aanbiederId: ids[0]! }))
    await sql`update brief set wijze = 'post' where id = ${id}`.execute(ctx.db)
    await verstuur(ctx, manager, id)
    const [ontvanger] = await listOntvangers(manager, id)
    await verwerkBrief(als(ctx, 'systeem (wachtrij)'), ontvanger!.id, undefined)
    // New Year's Eve is a Thursday: received on Monday the fourth
    const later = { ...manager, today: dag('2027-01-05') }
    await legVerzendingVast(later, id, ontvanger!.id, { datum: dag('2026-12-31'), nummer: '', ontvangen: null })
    expect((await stand(later, norm))[0]).toEqual(['Zorg 1', 'laat', '2027-01-05'])
  })

  test('LIF-15: alleen de brief over gewijzigde afspraken deelt een norm mee, en alleen een gewijzigde', async ({
    ctx,
  }) => {
    const { norm, manager } = await maak(ctx)
    const informatie = { ...brief(norm.nieuw.id), sjabloon: 'informatiebrief', velden: { bericht: 'Dicht.' } }
    await expect(stelBriefOp(manager, informatie)).rejects.toThrow(/kan die norm niet mededelen/)
    await expect(stelBriefOp(manager, brief(norm.vorige.id))).rejects.toThrow(/kan die norm niet mededelen/)
  })
})

describe('LIF-15: met de hand vastgelegd', () => {
  const invoer = (aanbieders: string[], datum = '2026-11-20') => ({
    aanbieders,
    kanaal: 'bijeenkomst' as const,
    datum: dag(datum),
    toelichting: 'Verslag van de bijeenkomst.',
  })

  test('LIF-15, COM-01: staat bij de norm en bij wat is verteld, en laat opnieuw beoordelen', async ({ ctx }) => {
    const { ids, norm, manager } = await maak(ctx)
    await vertelNorm(manager, 'start-zorg', 2, invoer([ids[1]!]))
    expect((await stand(manager, norm))[1]).toEqual(['Zorg 2', 'verteld', '2027-01-01'])
    const { rows } = await sql`select kanaal, datum::text, doelgroep_tekst from publicatie`.execute(ctx.db)
    expect(rows).toEqual([{ kanaal: 'bijeenkomst', datum: '2026-11-20', doelgroepTekst: 'Zorg 2' }])
    const jobs = await sql<{ n: number }>`select count(*)::int as n from audit_regel
      where regio_id = ${ctx.regioId} and soort = 'norm:verteld'`.execute(ctx.db)
    expect(jobs.rows[0]!.n).toBe(1)
  })

  test('LIF-15: niet in de toekomst, niet over een versie die geen norm wijzigt, en niet door wie dat niet mag', async ({
    ctx,
  }) => {
    const { ids, manager } = await maak(ctx)
    await expect(vertelNorm(manager, 'start-zorg', 2, invoer(ids, '2027-01-01'))).rejects.toThrow(/toekomst/)
    await expect(vertelNorm(manager, 'start-zorg', 1, invoer(ids))).rejects.toThrow(/gewijzigde norm/)
    const beheerder = als(ctx, 'functioneel beheerder')
    await expect(vertelNorm(beheerder, 'start-zorg', 2, invoer(ids))).rejects.toThrow(/mag dit niet/)
  })

  test('LIF-15: een vergissing wordt ingetrokken en blijft staan; een brief is zelf het bewijs', async ({ ctx }) => {
    const { ids, norm, manager } = await maak(ctx)
    await vertelNorm(manager, 'start-zorg', 2, invoer([ids[0]!]))
    const id = async () => (await listIngelicht(manager, norm))[0]!.berichten[0]!.id
    await trekMededelingIn(manager, 'start-zorg', 2, await id())
    expect((await stand(manager, norm))[0]).toEqual(['Zorg 1', 'niet', null])
    await expect(trekMededelingIn(manager, 'start-zorg', 2, await id())).rejects.toThrow(/al ingetrokken/)
    const nogeens = await stelBriefOp(manager, brief(norm.nieuw.id, { aanbiederId: ids[0]! }))
    await verstuur(ctx, manager, nogeens)
    const [ontvanger] = await listOntvangers(manager, nogeens)
    const mailer = { verstuur: () => Promise.resolve({ soort: 'verzonden' as const }), stop: () => undefined }
    await verwerkBrief(als(ctx, 'systeem (wachtrij)'), ontvanger!.id, { mailer, url: '' })
    const van = (await listIngelicht(manager, norm))[0]!.berichten.find(({ documentId }) => documentId !== null)!
    await expect(trekMededelingIn(manager, 'start-zorg', 2, van.id)).rejects.toThrow(/volgt uit een verzonden brief/)
  })
})
