import { describe, expect } from 'vitest'
import { maakAanbieder } from '../../../test/afspraken.ts'
import { als, test as base } from '../../../test/regio.ts'
import { makeTestApp } from '../../../test/web.ts'
import type { Context } from '../../platform/context.ts'
import { narrow } from '../../platform/transaction.ts'
import { legBevindingVast } from '../../domain/check/bevinding/leg-bevinding-vast.ts'

const AGB = '98990101'
const test = base.extend<{ aanbiederId: string }>({
  aanbiederId: async ({ ctx }, use) => {
    await use(await maakAanbieder(ctx))
  },
})

type App = Awaited<ReturnType<typeof makeTestApp>>
const lees = async (antwoord: Response | Promise<Response>) => (await (await antwoord).text()).replaceAll('\u00a0', ' ')
const naar = async (antwoord: Response | Promise<Response>) => (await antwoord).headers.get('location')
const status = async (antwoord: Response | Promise<Response>) => (await antwoord).status

/** The hidden fields of a form, as the browser sends them along. */
async function verborgen(app: App, pad: string): Promise<Record<string, string>> {
  const html = await lees(app.get(pad))
  return Object.fromEntries(
    [...html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)]
      .map(([, naam, waarde]) => [naam!, waarde!] as const)
      .filter(([naam]) => naam !== 'csrf'),
  )
}

const punt = (i: number, eigen: Record<string, string> = {}) =>
  Object.fromEntries(
    Object.entries({
      oorzaak: 'Vacatures in de planning.',
      maatregel: `Vaste planner ${i}`,
      resultaat: 'Start binnen zes weken.',
      wie: 'Rachid Vos',
      wanneer: '15 jan 2027',
      ...eigen,
    }).map(([naam, tekst]) => [`punten.${i}.${naam}`, tekst]),
  )

async function vraag(manager: App, aanbiederId: string, velden: Record<string, string> = {}): Promise<string> {
  const antwoord = await manager.post('/verbeterplannen/nieuw', {
    aanbiederId,
    titel: 'Ondersteuning begint te laat',
    aanleiding: 'Vier keer te laat begonnen.',
    uiterlijk: '7 dec 2026',
    ...velden,
  })
  expect(antwoord.status).toBe(303)
  return antwoord.headers.get('location')!.replace('?gedaan=gevraagd', '')
}

async function bij(ctx: Context, werk: (aanbieder: App) => Promise<void>) {
  const aanbieder = await makeTestApp({ ctx, rol: 'aanbieder', agb: AGB, naam: 'Annemiek Bruin' })
  await narrow(als(ctx, 'aanbieder', AGB))
  await werk(aanbieder)
  await narrow(ctx)
}

describe('van vraag tot gesloten', () => {
  test('GES-07, ESA-09, ESA-11, ESA-16: beide kanten, van bevinding tot gerealiseerd, en terug naar de bevinding', async ({
    ctx,
    aanbiederId,
  }) => {
    const manager = await makeTestApp({ ctx, rol: 'contractmanager', naam: 'Marloes de Wit' })
    const wie = { ...als(ctx, 'contractmanager') }
    const bevindingId = await legBevindingVast(
      { ...wie, actor: { ...wie.actor, id: manager.gebruikerId } },
      { aanbiederId, titel: 'Start te laat', toelichting: 'Zes van de tien.' },
    )
    const bevinding = `/bevindingen/${bevindingId}`
    const html = await lees(manager.get(bevinding))
    expect(html).toContain(`/verbeterplannen/nieuw?bevinding=${bevindingId}`)
    // asking a plan is a form of its own, no longer a word in a list
    expect(html).not.toContain('value="plan vragen"')
    const nieuw = await lees(manager.get(`/verbeterplannen/nieuw?bevinding=${bevindingId}`))
    expect(nieuw).toContain('Zes van de tien.')
    expect(nieuw).toContain('Volgens de regels ma 7 dec 2026')
    const pad = await vraag(manager, '', { bevindingId })
    expect(await lees(manager.get(bevinding))).toContain(`href="${pad}"`)
    expect(await lees(manager.get(pad))).toContain(`href="${bevinding}"`)

    await bij(ctx, async (aanbieder) => {
      expect(await lees(aanbieder.get(pad))).toContain('Plan schrijven')
      const velden = await verborgen(aanbieder, `${pad}/indienen`)
      expect(await naar(aanbieder.post(`${pad}/indienen`, { ...velden, ...punt(0), aantal: '2', ...punt(1) }))).toBe(
        `${pad}?gedaan=ingediend`,
      )
      expect(await status(aanbieder.get(`${pad}/beoordelen`))).toBe(403)
      // handed in: nothing is asked any more
      expect(await status(aanbieder.get(`${pad}/indienen`))).toBe(409)
    })

    const oordeel = { 'punten.1.oordeel': 'akkoord', 'punten.1.reden': 'Past bij de ernst.' }
    const tegelijk = await verborgen(manager, `${pad}/beoordelen`)
    const half = await manager.post(`${pad}/beoordelen`, { ...tegelijk, ...oordeel, geheel: 'akkoord', reden: 'Goed.' })
    const fout = await lees(half)
    expect(half.status).toBe(422)
    expect(fout).toContain('Punt 2: kies een oordeel.')
    expect(fout).toContain('Past bij de ernst.')
    expect(fout).toContain('niet elk punt is akkoord')
    const rond = { 'punten.2.oordeel': 'akkoord', 'punten.2.reden': 'Meetbaar.', realisatieUiterlijk: '1-2-2027' }
    expect(
      await naar(
        manager.post(`${pad}/beoordelen`, { ...tegelijk, ...oordeel, ...rond, geheel: 'akkoord', reden: 'Goed.' }),
      ),
    ).toBe(`${pad}?gedaan=beoordeeld`)

    await bij(ctx, async (aanbieder) => {
      const velden = await verborgen(aanbieder, `${pad}/melden`)
      expect(await lees(aanbieder.post(`${pad}/melden`, velden))).toContain('Kies ten minste één punt om te melden.')
      const melding = (nr: number) => ({ [`punten.${nr}.melden`]: 'ja', [`punten.${nr}.tekst`]: 'Er is een planner.' })
      await aanbieder.post(`${pad}/melden`, {
        ...velden,
        ...melding(1),
        ...melding(2),
        'punten.2.bewijs': 'Rooster week 3',
      })
      expect(await lees(aanbieder.get(pad))).toContain('Gerapporteerd.')
    })
    expect(await lees(manager.get(`${pad}/realisatie`))).toContain('Rooster week 3')
    const gezien = await verborgen(manager, `${pad}/realisatie`)
    await manager.post(`${pad}/realisatie`, {
      ...gezien,
      'punten.1.oordeel': 'gerealiseerd',
      'punten.1.reden': 'Gezien.',
      'punten.2.oordeel': 'gerealiseerd',
      'punten.2.reden': 'Rooster klopt.',
    })
    const slot = await verborgen(manager, `${pad}/afsluiten`)
    await manager.post(`${pad}/afsluiten`, { ...slot, einde: 'gerealiseerd', reden: 'Alles werkt.' })
    const klaar = await lees(manager.get(pad))
    for (const reden of ['Past bij de ernst.', 'Meetbaar.', 'Goed.', 'Rooster klopt.', 'Alles werkt.']) {
      expect(klaar).toContain(reden)
    }
    expect(klaar).toContain('Van 2 punten: 2 gerealiseerd.')
    expect(await lees(manager.get(`${pad}/versies/1`))).toContain('Akkoord: Goed.')
    expect(await status(manager.get(`${pad}/versies/2`))).toBe(404)
  })
})

describe('een formulier verliest niets', () => {
  test('PLN-04: een dag die voorbij is, kan niet meer maar moest', async ({ ctx, aanbiederId }) => {
    const manager = await makeTestApp({ ctx, rol: 'contractmanager' })
    const plan = await vraag(manager, aanbiederId)
    expect(await lees(manager.get(plan))).toContain('Dat kan tot en met')
    const later = await makeTestApp({
      ctx: { ...ctx, today: ctx.today.add({ days: 60 }), now: ctx.now.add({ hours: 1440 }) },
      rol: 'contractmanager',
    })
    expect(await lees(later.get(plan))).toMatch(/Dat moest uiterlijk .*dagen geleden\./)
  })

  test('concept bewaren, punt toevoegen en weghalen; de andere kant ziet er niets van', async ({
    ctx,
    aanbiederId,
  }) => {
    const manager = await makeTestApp({ ctx, rol: 'contractmanager' })
    const pad = await vraag(manager, aanbiederId)
    await bij(ctx, async (aanbieder) => {
      const form = `${pad}/indienen`
      const eerst = await verborgen(aanbieder, form)
      expect(await naar(aanbieder.post(form, { ...eerst, ...punt(0), stap: 'toevoegen' }))).toBe(
        `${form}?gedaan=bewaard#veld-punten.1`,
      )
      const twee = await lees(aanbieder.get(form))
      expect(twee).toContain('Vaste planner 0')
      expect(twee).toContain('Nieuw punt 2')
      const met = await verborgen(aanbieder, form)
      await aanbieder.post(form, { ...met, ...punt(0), ...punt(1), weg: '0' })
      const een = await lees(aanbieder.get(form))
      expect(een).not.toContain('Vaste planner 0')
      expect(een).toContain('Vaste planner 1')
      // a colleague kept the draft meanwhile: what was typed stays, and what he kept is not gone
      const oud = await aanbieder.post(form, {
        ...eerst,
        ...punt(0, { maatregel: 'Mijn eigen tekst' }),
        stap: 'bewaren',
      })
      expect(oud.status).toBe(409)
      const botsing = await lees(oud)
      expect(botsing).toContain('Een collega heeft dit concept intussen bewaard.')
      expect(botsing).toContain('Mijn eigen tekst')
      expect(botsing).toContain('<dd>Vaste planner 1</dd>')
      expect(await lees(aanbieder.get(form))).toContain('Vaste planner 1')
    })
    expect(await lees(manager.get(`${pad}/indienen`))).not.toContain('Vaste planner 1')
  })

  test('wie een oude versie zag, krijgt 409 met alles wat hij typte, en kan het daarna alsnog versturen', async ({
    ctx,
    aanbiederId,
  }) => {
    const manager = await makeTestApp({ ctx, rol: 'contractmanager', naam: 'Marloes de Wit' })
    const collega = await makeTestApp({ ctx, rol: 'contractmanager', naam: 'Sven Postma' })
    const pad = await vraag(manager, aanbiederId)
    const termijn = `${pad}/termijn`
    const oud = await verborgen(collega, termijn)
    await manager.post(termijn, { ...(await verborgen(manager, termijn)), naar: '14 dec 2026', reden: 'Ziekte.' })
    const laat = await collega.post(termijn, { ...oud, naar: '21 dec 2026', reden: 'Vakantie van de directeur.' })
    const html = await lees(laat)
    expect(laat.status).toBe(409)
    expect(html).toContain('Iemand anders heeft dit plan intussen bijgewerkt.')
    expect(html).toContain('Vakantie van de directeur.')
    expect(html).toContain('value="21 dec 2026"')
    expect(await lees(manager.get(pad))).not.toContain('21 dec 2026')
    const nu = /name="gezien" value="(\d+)"/.exec(html)![1]!
    expect(
      await naar(
        collega.post(termijn, { ...oud, gezien: nu, naar: '21 dec 2026', reden: 'Vakantie van de directeur.' }),
      ),
    ).toBe(`${pad}?gedaan=verzet`)
  })

  test('fouten staan bij hun veld: een datum die er niet is, een te lange tekst, een getal dat een BSN kan zijn', async ({
    ctx,
    aanbiederId,
  }) => {
    const manager = await makeTestApp({ ctx, rol: 'contractmanager' })
    const pad = await vraag(manager, aanbiederId)
    await bij(ctx, async (aanbieder) => {
      const form = `${pad}/indienen`
      const velden = await verborgen(aanbieder, form)
      const antwoord = await aanbieder.post(form, {
        ...velden,
        ...punt(0, { wanneer: '31 feb 2027', wie: 'x'.repeat(121), oorzaak: 'Te lang. '.repeat(500) }),
      })
      const html = await lees(antwoord)
      expect(antwoord.status).toBe(422)
      expect(html).toContain('Vul een bestaande datum in, bijvoorbeeld 13 nov 2026.')
      expect(html).toContain('Gebruik hooguit 120 tekens.')
      expect(html).toContain('Gebruik hooguit 4000 tekens.')
      expect(html).toContain('31 feb 2027')
      expect(await status(aanbieder.post(form, { ...velden, ...punt(0, { oorzaak: 'Cliënt 999990019' }) }))).toBe(422)
    })
    const leeg = await manager.post('/verbeterplannen/nieuw', { titel: '', aanleiding: '', uiterlijk: '32-1-2027' })
    const html = await lees(leeg)
    expect(leeg.status).toBe(422)
    for (const zin of [
      'Kies een aanbieder.',
      'Schrijf in een zin op waar het over gaat.',
      'Vul een bestaande datum in',
    ]) {
      expect(html).toContain(zin)
    }
  })
})

describe('lijst, formulier en rollen', () => {
  test('telt, filtert, sorteert en voert uit; een titel die op een formule lijkt is gewone tekst', async ({
    ctx,
    aanbiederId,
  }) => {
    const manager = await makeTestApp({ ctx, rol: 'contractmanager' })
    expect(await lees(manager.get('/verbeterplannen'))).toContain('Geen verbeterplannen in deze keuze')
    const pad = await vraag(manager, aanbiederId, { titel: '=1+1' })
    await vraag(manager, aanbiederId)
    await manager.post(`${pad}/afsluiten`, { gezien: '1', einde: 'ingetrokken', reden: 'Vergissing.' })
    expect(await lees(manager.get('/verbeterplannen'))).toContain('<b>1 verbeterplan</b> loopt')
    expect(await lees(manager.get('/verbeterplannen?stand=gesloten'))).toContain('<b>1 verbeterplan</b> is gesloten')
    for (const sorteer of ['termijn', 'gevraagd', 'titel', 'aanbieder']) {
      expect(await lees(manager.get(`/verbeterplannen?stand=alle&sorteer=${sorteer}&richting=af`))).toContain(
        '<b>2 verbeterplannen</b>',
      )
    }
    expect(await lees(manager.get("/verbeterplannen?stand='&sorteer=constructor&aanbieder=1&pagina=-1"))).toContain(
      '<b>1 verbeterplan</b>',
    )
    const csv = await lees(manager.get('/verbeterplannen.csv?stand=alle'))
    expect(csv).toContain("'=1+1")
    expect(csv.trim().split('\r\n')).toHaveLength(3)
    expect(await status(manager.get('/verbeterplannen.xlsx'))).toBe(200)
    expect(await lees(manager.get(`/aanbieders/${aanbiederId}/bevindingen`))).toContain(`href="${pad}"`)
  })

  test('PLN-04: het formulier van de regio staat op een bladzijde, met bron en termijnen', async ({ ctx }) => {
    const manager = await makeTestApp({ ctx, rol: 'contractmanager' })
    const html = await lees(manager.get('/verbeterplannen/formulier'))
    for (const deel of ['5 vragen per punt', 'Oorzaak', 'Wanneer klaar', '2 weken', 'Bijlage 19 Contractmanagement']) {
      expect(html).toContain(deel)
    }
  })

  test('ROL-09, ROL-13: wie leest, handelt niet; wie beheert, dient namens de aanbieder in en oordeelt niet', async ({
    ctx,
    aanbiederId,
  }) => {
    const manager = await makeTestApp({ ctx, rol: 'contractmanager' })
    const beheerder = await makeTestApp({ ctx, rol: 'contractbeheerder' })
    const lezer = await makeTestApp({ ctx, rol: 'toezichthouder' })
    const raad = await makeTestApp({ ctx, rol: 'raad' })
    const pad = await vraag(manager, aanbiederId)
    expect(await status(lezer.get(pad))).toBe(200)
    for (const deel of ['indienen', 'termijn', 'afsluiten']) expect(await status(lezer.get(`${pad}/${deel}`))).toBe(403)
    expect(await status(raad.get('/verbeterplannen'))).toBe(403)
    expect(await status(beheerder.get('/verbeterplannen/nieuw'))).toBe(403)
    const form = await lees(beheerder.get(`${pad}/indienen`))
    expect(form).toContain('Indienen namens de aanbieder')
    await beheerder.post(`${pad}/indienen`, {
      ...(await verborgen(beheerder, `${pad}/indienen`)),
      ...punt(0),
      ontvangen: '20 nov 2026',
    })
    expect(await lees(manager.get(pad))).toContain('namens de aanbieder, ontvangen op vr 20 nov 2026')
    expect(await status(beheerder.get(`${pad}/beoordelen`))).toBe(403)
  })
})
