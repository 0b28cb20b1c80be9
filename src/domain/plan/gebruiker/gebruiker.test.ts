import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { leesGebeurtenissen, maakAanbieder, maakPersoon } from '../../../../test/afspraken.ts'
import { leesMails, leesSoorten, maakAccount, namens, rol, telSessies } from '../../../../test/accounts.ts'
import { als, maakProefregio, proefregio, test } from '../../../../test/regio.ts'
import { freshDatabase } from '../../../../test/test.ts'
import type { Context } from '../../../platform/context.ts'
import { findSessie } from '../../../platform/sessie.ts'
import { maakRegio } from '../inrichting/maak-regio.ts'
import { beeindigSessiesVan } from './beeindig-sessies-van.ts'
import { bekijkToegang, controleperiode, listToegang, listToegangscontroles } from './bekijk-toegang.ts'
import { geefRol } from './geef-rol.ts'
import { listGebruikersPagina } from './list-gebruikers.ts'
import { herstelToegang, nodigOpnieuwUit, nodigUit } from './nodig-uit.ts'
import { listRollen } from './queries.ts'
import { schakelIn, schakelUit } from './schakel-uit.ts'
import { trekRolIn } from './trek-rol-in.ts'

const tess = { naam: 'Tess Molenaar', email: 'tess@regio.example', functie: 'backoffice' }
const perMail = { mail: true }
const zonder = { mail: false }

/** A functioneel beheerder who is a person, with his context. */
async function maakBeheerder(ctx: Context, naam = 'Joris Blom') {
  const id = await maakPersoon(ctx, naam, 'functioneel beheerder')
  return namens(ctx, id, naam, ['functioneel beheerder'])
}

describe('uitnodigen', () => {
  test('ROL-08: naam, adres en rol, met een mail in de rij en een regel in het logboek zonder adres', async ({
    ctx,
  }) => {
    const joris = await maakBeheerder(ctx)
    const begin = rol(ctx, 'backoffice', { gemeenten: ['0439'], einddatum: ctx.today.add({ months: 6 }) })
    const { gebruikerId } = await nodigUit(joris, tess, [begin], perMail)
    expect(await leesMails(ctx, gebruikerId)).toEqual(['uitnodiging'])
    expect(await listRollen(ctx, gebruikerId)).toMatchObject([
      { rol: 'backoffice', gemeentenamen: ['Purmerend'], stand: 'nu', toegekendDoor: 'Joris Blom' },
    ])
    const { rows } = await sql<{ alles: string }>`select string_agg(waarden, ' ') as alles from audit_waarden`.execute(
      ctx.db,
    )
    expect(rows[0]!.alles).toContain('Tess Molenaar')
    expect(rows[0]!.alles).not.toContain('tess@regio.example')
    await expect(nodigUit(joris, { ...tess, naam: 'Iemand anders' }, [begin], perMail)).rejects.toMatchObject({
      status: 422,
      code: 'bestaat',
    })
    await expect(nodigUit(joris, { ...tess, email: 'a@b.example' }, [begin], perMail)).rejects.toMatchObject({
      status: 422,
    })
    await expect(nodigUit(joris, { naam: 'X', email: 'x@b.example', functie: '' }, [], perMail)).rejects.toMatchObject({
      status: 422,
    })
  })

  test('ORG-04: in een regio van elf gemeenten heeft elke gemeente haar eigen mensen, ieder met zijn functie', async ({
    db,
    sleutels,
  }) => {
    const gemeenten = Array.from({ length: 11 }, (_, i) => ({ code: `09${String(i + 10)}`, naam: `Gemeente ${i + 1}` }))
    const regio = { ...proefregio, naam: 'Elf gemeenten', subregios: [{ naam: 'De regio', gemeenten }] }
    const beheer = await maakProefregio(db, sleutels, 'Om in te beginnen')
    const ctx = { ...beheer, regioId: (await maakRegio(beheer, regio)).regioId }
    const joris = await maakBeheerder(ctx)
    const functies = [
      'bestuur',
      'manager sociaal domein',
      'beleid',
      'lokaal team',
      'backoffice',
      'toezichthouder',
      'relatiemanager',
    ] as const
    const verwacht = gemeenten.flatMap(({ naam }) => functies.map((functie) => `${naam}: ${functie}`))
    const ids: string[] = []
    for (const { code, naam } of gemeenten) {
      for (const functie of functies) {
        const persoon = {
          naam: `${functie} van ${naam}`,
          email: `${functie.replaceAll(' ', '')}@${code}.example`,
          functie,
        }
        ids.push((await nodigUit(joris, persoon, [rol(ctx, functie, { gemeenten: [code] })], zonder)).gebruikerId)
      }
    }
    const gegeven = await Promise.all(ids.map((id) => listRollen(ctx, id)))
    expect(gegeven.flat().map(({ rol, gemeentenamen }) => `${String(gemeentenamen)}: ${rol}`)).toEqual(verwacht)
    expect(verwacht).toHaveLength(77)
  })

  test('ROL-09: een aanbieder die hier staat, met een van de vijf rollen', async ({ ctx }) => {
    await maakAanbieder(ctx)
    const joris = await maakBeheerder(ctx)
    const geef = (agb: string, email: string) =>
      nodigUit(joris, { naam: email, email, functie: '' }, [rol(ctx, 'aanbieder rvm', { agb })], zonder)
    expect(await geef('98990101', 'a@x.example')).toMatchObject({})
    await expect(geef('98990108', 'b@x.example')).rejects.toThrow(/staat niet in Overlap/)
    await expect(
      nodigUit(
        joris,
        { naam: 'Y', email: 'y@x.example', functie: '' },
        [rol(ctx, 'rvm', { gemeenten: ['0363'] })],
        zonder,
      ),
    ).rejects.toThrow(/gemeenten van deze regio/)
  })

  test('wie het niet mag, nodigt niemand uit: geen ander, en geen beheerder voor een deel van de regio', async ({
    ctx,
  }) => {
    const keuze = [rol(ctx, 'backoffice')]
    for (const wie of ['contractmanager', 'privacyfunctionaris', 'directie', 'aanbieder'] as const) {
      await expect(
        nodigUit(als(ctx, wie, wie === 'aanbieder' ? '98990101' : null), tess, keuze, zonder),
      ).rejects.toMatchObject({ status: 403 })
    }
  })

  test('ASVS V6.4.4: opnieuw uitnodigen kan tot het account er is; daarna alleen toegang herstellen, met hoe iemand is herkend', async ({
    ctx,
  }) => {
    const joris = await maakBeheerder(ctx)
    const { gebruikerId } = await nodigUit(joris, tess, [rol(ctx, 'backoffice')], perMail)
    await nodigOpnieuwUit(joris, gebruikerId, perMail)
    const noor = await maakAccount(ctx, 'Noor Haddad')
    await expect(nodigOpnieuwUit(joris, noor.id, perMail)).rejects.toMatchObject({ status: 409 })
    await herstelToegang(joris, noor.id, { reden: 'Telefoon gestolen', herkend: 'teruggebeld' }, perMail)
    expect(await leesMails(ctx, noor.id)).toEqual(['toegang-hersteld'])
    expect(await telSessies(ctx, noor.id)).toBe(0)
    const { rows } = await sql`select from account where gebruiker_id = ${noor.id}`.execute(ctx.db)
    expect(rows).toHaveLength(0)
    expect(await leesGebeurtenissen(ctx, 'toegang:hersteld')).toEqual([
      { reden: 'Telefoon gestolen', herkend: 'teruggebeld op een nummer dat al bekend was' },
    ])
    const lijst = await listGebruikersPagina(
      ctx,
      { stand: 'uitgenodigd' },
      { sorteer: 'naam', richting: 'op', pagina: 1 },
    )
    expect(lijst.rijen.map(({ naam }) => naam)).toEqual(['Noor Haddad', 'Tess Molenaar'])
  })
})

describe('rollen', () => {
  test('S27, Z6: elke wijziging van rechten beëindigt meteen alle sessies, ook buiten het programma om', async ({
    ctx,
  }) => {
    const joris = await maakBeheerder(ctx)
    const noor = await maakAccount(ctx, 'Noor Haddad')
    const ziet = () => findSessie(ctx.db, noor.sessie, { now: ctx.now, today: ctx.today, voorbeeld: false })
    expect((await ziet())?.rollen.map(({ rol }) => rol)).toEqual(['contractmanager'])
    await geefRol(joris, noor.id, rol(ctx, 'beleid'))
    expect(await ziet()).toBeUndefined()

    const sven = await maakAccount(ctx, 'Sven Postma')
    await sql`update roltoewijzing set einddatum = ${ctx.today} where gebruiker_id = ${sven.id}`.execute(ctx.db)
    expect(await telSessies(ctx, sven.id)).toBe(0)
  })

  test('een ingetrokken rol geldt dezelfde dag niet meer en blijft te zien', async ({ ctx }) => {
    const joris = await maakBeheerder(ctx)
    const noor = await maakAccount(ctx, 'Noor Haddad', [rol(ctx, 'contractmanager'), rol(ctx, 'beleid')])
    const [eerste] = await listRollen(ctx, noor.id)
    await trekRolIn(joris, noor.id, eerste!.id)
    await expect(trekRolIn(joris, noor.id, eerste!.id)).rejects.toMatchObject({ status: 404 })
    expect((await listRollen(ctx, noor.id)).map(({ stand, ingetrokkenDoor }) => [stand, ingetrokkenDoor])).toEqual([
      ['nu', null],
      ['voorbij', 'Joris Blom'],
    ])
    expect((await listToegang(ctx, 'alle')).filter(({ naam }) => naam === 'Noor Haddad')).toHaveLength(1)
    // and may be given again
    await geefRol(joris, noor.id, rol(ctx, eerste!.rol as 'contractmanager'))
  })

  test('niemand wijzigt zijn eigen rechten, ook niet met de rechten daarvoor', async ({ ctx }) => {
    const joris = await maakBeheerder(ctx)
    const zelf = joris.actor.id
    const [eigen] = await listRollen(ctx, zelf)
    const pogingen = [
      geefRol(joris, zelf, rol(ctx, 'contractmanager')),
      trekRolIn(joris, zelf, eigen!.id),
      schakelUit(joris, zelf, 'x'),
      herstelToegang(joris, zelf, { reden: 'x', herkend: 'in persoon' }, zonder),
    ]
    for (const poging of pogingen) await expect(poging).rejects.toMatchObject({ status: 403, code: 'eigen-rechten' })
    expect(await beeindigSessiesVan(joris, zelf)).toBe(0)
  })

  test('ROL-21: de database weigert een mens aan twee kanten', async ({ ctx }) => {
    const { gebruikerId } = await nodigUit(ctx, tess, [rol(ctx, 'backoffice')], zonder)
    const voegToe = (agb: string | null, naam: string, vanaf: string) =>
      sql`insert into roltoewijzing (regio_id, gebruiker_id, rol, agb, begindatum)
        values (${ctx.regioId}, ${gebruikerId}, ${naam}, ${agb}, ${vanaf})`.execute(ctx.db)
    await voegToe(null, 'beleid', '2027-01-01')
    await expect(voegToe('98990101', 'aanbieder', '2028-01-01')).rejects.toThrow(/roltoewijzing_een_kant/)
  })
})

describe('uitschakelen', () => {
  test('S27, ASVS V7.4.2: meteen overal afgemeld, en links werken niet meer', async ({ ctx }) => {
    const joris = await maakBeheerder(ctx)
    const noor = await maakAccount(ctx, 'Noor Haddad')
    const { gebruikerId } = await nodigUit(joris, tess, [rol(ctx, 'backoffice')], zonder)
    await schakelUit(joris, noor.id, 'Uit dienst')
    await schakelUit(joris, gebruikerId, 'Toch niet')
    expect(await telSessies(ctx, noor.id)).toBe(0)
    const { rows } = await sql`select from eenmalige_link where gebruikt_op is null and ingetrokken_op is null`.execute(
      ctx.db,
    )
    expect(rows).toHaveLength(0)
    await expect(schakelUit(joris, noor.id, 'nog eens')).rejects.toMatchObject({ status: 409 })
    await schakelIn(joris, noor.id, 'Terug')
    await expect(schakelIn(joris, noor.id, 'nog eens')).rejects.toMatchObject({ status: 409 })
    expect(await leesSoorten(ctx, noor.id)).toEqual(
      expect.arrayContaining(['gebruiker:uitgeschakeld', 'gebruiker:ingeschakeld']) as string[],
    )
  })

  test('de laatste functioneel beheerder blijft', async ({ ctx }) => {
    const joris = await maakBeheerder(ctx)
    const [eigen] = await listRollen(ctx, joris.actor.id)
    await expect(schakelUit(ctx, joris.actor.id, 'x')).rejects.toThrow(/laatste functioneel beheerder/)
    await expect(trekRolIn(ctx, joris.actor.id, eigen!.id)).rejects.toThrow(/laatste functioneel beheerder/)
    // one whose role begins later, or who is switched off, does not count
    const straks = await nodigUit(
      ctx,
      tess,
      [rol(ctx, 'functioneel beheerder', { begindatum: ctx.today.add({ days: 1 }) })],
      zonder,
    )
    await expect(schakelUit(ctx, joris.actor.id, 'x')).rejects.toThrow(/laatste/)
    await geefRol(ctx, straks.gebruikerId, rol(ctx, 'functioneel beheerder', { einddatum: ctx.today }))
    await schakelUit(ctx, joris.actor.id, 'x')
    await expect(schakelUit(ctx, straks.gebruikerId, 'x')).rejects.toThrow(/laatste/)
  })

  test('van twee die elkaar tegelijk uitschakelen, blijft er een', async () => {
    await using fresh = await freshDatabase()
    const geen = { maak: () => undefined } as unknown as Context['sleutels']
    const ctx = await maakProefregio(fresh.db, geen)
    const [joris, els] = [await maakBeheerder(ctx), await maakBeheerder(ctx, 'Els Bakker')]
    const uitkomsten = await Promise.allSettled([
      schakelUit(joris, els.actor.id, 'x'),
      schakelUit(els, joris.actor.id, 'x'),
    ])
    expect(uitkomsten.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })
})

describe('toegang bekijken', () => {
  test('S7: wie wat mag sinds wanneer, en wie dat bekeek', async ({ ctx }) => {
    const joris = await maakBeheerder(ctx)
    await maakAccount(ctx, 'Noor Haddad')
    expect((await listToegang(ctx, 'alle')).map(({ naam, rol }) => [naam, rol])).toEqual([
      ['Joris Blom', 'functioneel beheerder'],
      ['Noor Haddad', 'contractmanager'],
    ])
    expect(await listToegang(ctx, 'bijzonder')).toHaveLength(1)
    await expect(bekijkToegang(joris, { soort: 'alle', aantal: 1, opmerking: '' })).rejects.toMatchObject({
      status: 422,
    })
    await bekijkToegang(joris, { soort: 'bijzonder', aantal: 1, opmerking: 'Klopt.' })
    expect(await listToegangscontroles(ctx, 5)).toMatchObject([
      { soort: 'bijzonder', periode: '2026-K4', bekekenDoor: 'Joris Blom', aantal: 1, opmerking: 'Klopt.' },
    ])
    expect(await leesGebeurtenissen(ctx, 'toegang:bekeken')).toMatchObject([
      { rollen: ['Joris Blom: functioneel beheerder'] },
    ])
  })

  test.for([
    ['2026-01-01', '2026-K1'],
    ['2026-03-31', '2026-K1'],
    ['2026-04-01', '2026-K2'],
    ['2026-12-31', '2026-K4'],
  ] as const)('S7: %s valt in %s', ([dag, periode]) => {
    expect(controleperiode('bijzonder', Temporal.PlainDate.from(dag))).toBe(periode)
    expect(controleperiode('alle', Temporal.PlainDate.from(dag))).toBe('2026')
  })
})
