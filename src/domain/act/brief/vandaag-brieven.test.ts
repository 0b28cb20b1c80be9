import { sql } from 'kysely'
import { expect } from 'vitest'
import { maakAanbieder } from '../../../../test/afspraken.ts'
import { als, test } from '../../../../test/regio.ts'
import type { Context } from '../../../platform/context.ts'
import { maakGebruiker } from '../../plan/inrichting/maak-gebruiker.ts'
import type { Rol } from '../../rechten.ts'
import { keurBrief, legBriefVoor } from './keur-brief.ts'
import { listOntvangers } from './queries.ts'
import { stelBriefOp } from './stel-brief-op.ts'
import { listBriefwerk } from './vandaag-brieven.ts'
import { verstuurBrief } from './verstuur-brief.ts'
import { verwerkBrief } from './verwerk-brief.ts'

async function persoon(ctx: Context, naam: string, rol: Rol): Promise<Context> {
  const id = await maakGebruiker(ctx, { naam, functie: 'test', rol, voorbeeld: true })
  return { ...ctx, actor: { soort: 'gebruiker', id, naam, rollen: [{ rol, agb: null }], agb: null } }
}
const brief = {
  sjabloon: 'gewijzigde-afspraken',
  onderwerp: 'Norm',
  gemeente: null,
  velden: { wijziging: 'De norm wordt 85%.', ingang: '2027-01-01', reden: 'Evaluatie.' },
  selectie: {},
  selectietekst: 'alle aanbieders',
}
const wat = async (ctx: Context) => (await listBriefwerk(ctx)).map(({ wat, vanMij }) => [wat, vanMij])

test('ROL-13, COM-02: een brief wacht op wie hem mag goedkeuren, en daarna op wie hem schreef', async ({ ctx }) => {
  await maakAanbieder(ctx)
  const manager = await persoon(ctx, 'Manager', 'contractmanager')
  const eigenaar = await persoon(ctx, 'Eigenaar', 'contracteigenaar')
  const collega = await persoon(ctx, 'Collega', 'contractmanager')
  const id = await stelBriefOp(manager, brief)
  // a concept waits for nobody but its writer, who is at work on it
  expect(await wat(manager)).toEqual([])
  await legBriefVoor(manager, id, 1)
  expect(await wat(eigenaar)).toEqual([['keuren', true]])
  expect(await wat(manager)).toEqual([['keuren', false]])
  await keurBrief(eigenaar, id, 2, { goed: false, reden: 'Noem de datum.' })
  expect(await wat(manager)).toEqual([['aanpassen', true]])
  await legBriefVoor(manager, id, 3)
  await keurBrief(eigenaar, id, 4, { goed: true, reden: '' })
  expect(await wat(manager)).toEqual([['versturen', true]])
  expect(await wat(collega)).toEqual([['versturen', false]])
  expect(await wat(eigenaar)).toEqual([['versturen', false]])

  await sql`update brief set wijze = 'post' where id = ${id}`.execute(ctx.db)
  await verstuurBrief(manager, id, 5)
  // not made yet: nothing to post
  expect(await wat(manager)).toEqual([])
  const [ontvanger] = await listOntvangers(manager, id)
  await verwerkBrief(als(ctx, 'systeem (wachtrij)'), ontvanger!.id, undefined)
  expect(await wat(manager)).toEqual([['posten', true]])
})

test('COM-02: een mail die mislukte, wacht op wie de brief schreef', async ({ ctx }) => {
  await maakAanbieder(ctx)
  const manager = await persoon(ctx, 'Manager', 'contractmanager')
  const id = await stelBriefOp(manager, {
    ...brief,
    sjabloon: 'informatiebrief',
    velden: { bericht: 'Wij zijn dicht.' },
  })
  await verstuurBrief(manager, id, 1)
  const [ontvanger] = await listOntvangers(manager, id)
  await verwerkBrief(als(ctx, 'systeem (wachtrij)'), ontvanger!.id, undefined)
  expect(await listBriefwerk(manager)).toMatchObject([{ wat: 'opnieuw', aantal: 1, vanMij: true }])
})
