import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { maakAanbieder, maakPersoon } from '../../../../test/afspraken.ts'
import { test as base } from '../../../../test/regio.ts'
import type { Context } from '../../../platform/context.ts'
import type { Bericht, Uitkomst } from '../../../platform/mail.ts'
import { voegContactpersoonToe } from '../../plan/aanbieder/bewaar-contactpersoon.ts'
import { leesPlan } from './lees-plan.ts'
import { listPlanberichten } from './list-planberichten.ts'
import { sluitPlan } from './sluit-plan.ts'
import { verstuurPlanbericht } from './verstuur-planbericht.ts'
import { vraagPlan } from './vraag-plan.ts'

const test = base.extend<{ manager: Context; aanbiederId: string }>({
  aanbiederId: async ({ ctx }, use) => {
    const id = await maakAanbieder(ctx)
    for (const [naam, email] of [
      ['Ada Vos', 'a.vos@veenlicht.example'],
      ['Ben Kok', 'B.Kok@veenlicht.example'],
      ['Ben Kok, secretariaat', 'b.kok@veenlicht.example'],
      ['Zonder adres', ''],
    ] as const) {
      await voegContactpersoonToe(ctx, id, { naam, functie: 'bestuurder', email, telefoon: '' })
    }
    await use(id)
  },
  manager: async ({ ctx }, use) => {
    const id = await maakPersoon(ctx, 'Marloes', 'contractmanager')
    const rollen = [{ rol: 'contractmanager' as const, agb: null }]
    await use({ ...ctx, actor: { soort: 'gebruiker', id, naam: 'Marloes', rollen, agb: null } })
  },
})

const vraag = (ctx: Context, aanbiederId: string) =>
  vraagPlan(ctx, {
    aanbiederId,
    overeenkomstId: null,
    bevindingId: null,
    gesprekId: null,
    titel: 'Ondersteuning begint te laat',
    aanleiding: 'Vier keer te laat begonnen.',
    startdatum: ctx.today,
    uiterlijk: ctx.today.add({ days: 14 }),
    realisatieUiterlijk: null,
  })

function speel(...antwoorden: Uitkomst[]) {
  const uit: Bericht[] = []
  const verstuur = (bericht: Bericht): Promise<Uitkomst> => {
    const antwoord = antwoorden.shift() ?? { soort: 'verzonden' }
    if (antwoord.soort === 'verzonden') uit.push(bericht)
    return Promise.resolve(antwoord)
  }
  return { uit, post: { mailer: { verstuur, stop: () => undefined }, url: 'https://overlap.example' } }
}
const trekIn = async (ctx: Context, id: string) =>
  sluitPlan(ctx, id, (await leesPlan(ctx, id)).rij.versie, { einde: 'ingetrokken', reden: 'Opgelost in het gesprek.' })
const jobs = async (ctx: Context) => {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from verbeterplan_bericht
    where regio_id = ${ctx.regioId} and verzonden_op is null and mislukt_op is null`.execute(ctx.db)
  return rows[0]!.n
}

describe('wie een verbeterplan wordt gevraagd, hoort dat', () => {
  test('ESA-05, CTR-04: elke contactpersoon met een adres krijgt één mail, zonder wat er misging', async ({
    manager,
    aanbiederId,
  }) => {
    const id = await vraag(manager, aanbiederId)
    const berichten = await listPlanberichten(manager, id)
    expect(berichten.map(({ naam }) => naam)).toEqual(['Ada Vos', 'Ben Kok'])
    const { uit, post } = speel()
    for (const bericht of berichten) await verstuurPlanbericht(manager, bericht.id, post)
    // once: the queue may ask again
    for (const bericht of berichten) await verstuurPlanbericht(manager, bericht.id, post)
    expect(uit.map(({ aan }) => aan)).toEqual(['a.vos@veenlicht.example', 'B.Kok@veenlicht.example'])
    expect(uit[0]!.onderwerp).toBe('Verbeterplan gevraagd (VP-2026-001)')
    expect(uit[0]!.tekst).toContain(`https://overlap.example/verbeterplannen/${id}`)
    expect(uit[0]!.tekst).toContain('6 december 2026')
    expect(JSON.stringify(uit)).not.toContain('te laat begonnen')
  })

  test('ESA-05: ingetrokken: wie de vraag kreeg hoort het, wat nog niet weg was gaat niet meer', async ({
    manager,
    aanbiederId,
  }) => {
    const id = await vraag(manager, aanbiederId)
    const [ada] = await listPlanberichten(manager, id)
    const { uit, post } = speel()
    await verstuurPlanbericht(manager, ada!.id, post)
    await trekIn(manager, id)
    for (const { id: bericht } of await listPlanberichten(manager, id))
      await verstuurPlanbericht(manager, bericht, post)
    expect(uit.map(({ aan, onderwerp }) => [aan, onderwerp])).toEqual([
      ['a.vos@veenlicht.example', 'Verbeterplan gevraagd (VP-2026-001)'],
      ['a.vos@veenlicht.example', 'Verbeterplan niet meer nodig (VP-2026-001)'],
    ])
    expect(JSON.stringify(uit)).not.toContain('Opgelost')
    const standen = (await listPlanberichten(manager, id)).map(({ naam, soort, fout }) => [naam, soort, fout])
    expect(standen).toContainEqual(['Ben Kok', 'gevraagd', 'het plan is ingetrokken'])
  })

  test('een server die nog niet wil: de wachtrij probeert het opnieuw; zonder server staat dat er', async ({
    manager,
    aanbiederId,
  }) => {
    const id = await vraag(manager, aanbiederId)
    const [ada, ben] = await listPlanberichten(manager, id)
    const { uit, post } = speel({ soort: 'voorlopig', fout: '450' })
    await expect(verstuurPlanbericht(manager, ada!.id, post)).rejects.toThrow('not accepted yet')
    await verstuurPlanbericht(manager, ada!.id, post)
    expect(uit).toHaveLength(1)
    await verstuurPlanbericht(manager, ben!.id, undefined)
    expect((await listPlanberichten(manager, id))[1]).toMatchObject({ fout: 'geen mailserver ingesteld' })
    expect(await jobs(manager)).toBe(0)
  })

  test('een plan dat al verder is, wordt niet meer gevraagd; een aanbieder ziet niet wie er mail kreeg', async ({
    ctx,
    manager,
    aanbiederId,
  }) => {
    const id = await vraag(manager, aanbiederId)
    await sql`update verbeterplan set stand = 'ingediend', ronde = 1, punten = 1 where id = ${id}`.execute(ctx.db)
    const { uit, post } = speel()
    for (const bericht of await listPlanberichten(manager, id)) await verstuurPlanbericht(manager, bericht.id, post)
    expect(uit).toEqual([])
    const rollen = [{ rol: 'aanbieder' as const, agb: '98990101' }]
    const aanbieder = { ...manager, actor: { ...manager.actor, rollen, agb: '98990101' } }
    expect(await listPlanberichten(aanbieder, id)).toEqual([])
  })
})
