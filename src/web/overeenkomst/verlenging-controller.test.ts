import { describe, expect } from 'vitest'
import { maakAanbieder, maakOvereenkomst, maakPersoon } from '../../../test/afspraken.ts'
import { als, test as base } from '../../../test/regio.ts'
import { makeTestApp } from '../../../test/web.ts'
import { wijsFunctieToe } from '../../domain/plan/overeenkomst/wijs-functie-toe.ts'
import { narrow } from '../../platform/transaction.ts'

const lees = async (antwoord: Response | Promise<Response>) => (await (await antwoord).text()).replaceAll('\u00a0', ' ')

// Ends on 31 December 2027, twice twelve months: the last day to decide is 30 June 2027. Today is 22 November 2026.
const test = base.extend<{ id: string; pad: string }>({
  id: async ({ ctx }, use) => {
    await maakAanbieder(ctx)
    await use(await maakOvereenkomst(ctx))
  },
  pad: async ({ id }, use) => {
    await use(`/overeenkomsten/${id}/verlenging`)
  },
})
const goed = { besluit: 'verlengen', besluitdatum: '20 nov 2026', reden: 'Zij doen wat is afgesproken.', gezien: '0' }

describe('CTR-10: verlengen op de pagina', () => {
  test('de contracteigenaar besluit; daarna staan einde, besluit en reden er', async ({ ctx, id, pad }) => {
    const { get, post } = await makeTestApp({ ctx, rol: 'contracteigenaar', naam: 'Ruud Hoekstra' })
    expect(await lees(get(`/overeenkomsten/${id}`))).toContain(
      `href="${pad}" class="ams-button ams-button--primary">Verlengen of niet`,
    )
    const voor = await lees(get(pad))
    expect(voor).toContain('Er zijn twee verlengingen mogelijk. Besluit uiterlijk wo 30 jun 2027, over 220 dagen.')
    expect(voor).toContain('De overeenkomst loopt dan tot en met zo 31 dec 2028.')
    expect(voor).toContain('De overeenkomst eindigt dan op vr 31 dec 2027; de verlengingen daarna vervallen.')

    // the day the form is filled with can be sent as it is
    const dag = /name="besluitdatum"[^>]*value="([^"]+)"/.exec(await (await get(pad)).text())![1]!
    expect((await post(pad, { ...goed, besluitdatum: dag, reden: '' })).status).toBe(422)
    expect(await lees(post(pad, { ...goed, besluitdatum: dag, reden: '' }))).not.toContain('Vul een bestaande datum in')

    const antwoord = await post(pad, goed)
    expect([antwoord.status, antwoord.headers.get('location')]).toEqual([303, `${pad}?gedaan=verlengen`])
    const na = await lees(get(`${pad}?gedaan=verlengen`))
    expect(na).toContain('De overeenkomst is verlengd.')
    expect(na).toContain('<b>Verlengd</b> tot en met zo 31 dec 2028')
    expect(na).toContain(
      'Verlenging 1: verlengd tot en met zo 31 dec 2028</b>, door Ruud Hoekstra: Zij doen wat is afgesproken.',
    )
    expect(na).toContain('vastgelegd op zo 22 nov 2026')
    expect(na).toContain('Voor 2027 is nog niet van elk product een tarief bekend.')
    expect(await lees(get('/overeenkomsten?fase=verlengd'))).toContain('31 dec 2028')
    expect(await lees(get(`/overeenkomsten/${id}`))).toContain('nog 1 keer 12 maanden mogelijk')
  })

  test('niet verlengen staat in kop, overzicht en lijst van opties', async ({ ctx, id, pad }) => {
    const { get, post } = await makeTestApp({ ctx, rol: 'contracteigenaar' })
    await post(pad, { ...goed, besluit: 'niet verlengen' })
    const html = await lees(get(pad))
    expect(html).toContain('Er is besloten niet te verlengen: de overeenkomst eindigt op vr 31 dec 2027.')
    expect(html).toContain('Er is besloten niet te verlengen.</p>')
    expect(html).toContain('vervallen</span>')
    expect(html).not.toContain('Besluiten over verlengen')
    expect(await lees(get(`/overeenkomsten/${id}`))).toContain('<b>Wordt niet verlengd</b>')
    expect((await post(`${pad}/intrekken`, { redenIntrekken: 'Toch wel.', gezien: '1' })).status).toBe(303)
    const na = await lees(get(pad))
    expect(na).toContain('Verlenging 1: besluit ingetrokken')
    expect(na).toContain('Er zijn twee verlengingen mogelijk.')
  })

  test.for<[Record<string, string>, string]>([
    [{ besluit: '' }, 'Kies verlengen of niet verlengen'],
    [{ besluitdatum: '' }, 'Vul de datum van het besluit in'],
    [{ besluitdatum: '31 nov 2026' }, 'Vul een bestaande datum in'],
    [{ besluitdatum: '23-11-2026' }, 'Een besluit kan niet na vandaag zijn genomen.'],
    [{ reden: ' ' }, 'Schrijf op waarom u dit besluit'],
  ])('een fout staat bij het veld, en wat is getypt blijft staan: %j', async ([anders, melding], { ctx, pad }) => {
    const { get, post } = await makeTestApp({ ctx, rol: 'contracteigenaar' })
    const antwoord = await post(pad, { ...goed, reden: 'Een lang verhaal.', ...anders })
    expect(antwoord.status).toBe(422)
    const html = await lees(antwoord)
    expect(html).toContain(melding)
    expect(html).toContain('Eén veld klopt nog niet')
    expect(html).toMatch(/<title>Fout: /)
    if (!anders['reden']) expect(html).toContain('Een lang verhaal.')
    expect(await lees(get(pad))).not.toContain('Wat er is besloten')
  })

  test('een tekst met een burgerservicenummer wordt geweigerd en niet herhaald', async ({ ctx, pad }) => {
    const { post } = await makeTestApp({ ctx, rol: 'contracteigenaar' })
    const antwoord = await post(pad, { ...goed, reden: 'cliënt 999990019' })
    expect(antwoord.status).toBe(422)
    const html = await lees(antwoord)
    expect(html).toContain('burgerservicenummer')
    expect(html).not.toContain('999990019')
  })

  test('na de laatste beslisdag staat er waarom en wat nog kan; een besluit van toen is nog vast te leggen', async ({
    ctx,
  }) => {
    const laat = await maakOvereenkomst(ctx, { overeenkomst: 'ZW-2', einddatum: '2026-12-31', agb: '98990101' })
    const pad = `/overeenkomsten/${laat}/verlenging`
    const { get, post } = await makeTestApp({ ctx, rol: 'contracteigenaar' })
    const html = await lees(get(pad))
    expect(html).toContain(
      'De laatste dag om te besluiten was di 30 jun 2026, 145 dagen geleden. De overeenkomst eindigt vanzelf op do 31 dec 2026.',
    )
    expect(html).toContain('Wat nog kan')
    const nu = await post(pad, { ...goed, reden: 'Toch door.' })
    expect(nu.status).toBe(422)
    const fout = await lees(nu)
    expect(fout).toContain('Na 30 juni 2026 kan over deze verlenging niet meer worden besloten')
    expect(fout).toContain('Langer doorgaan kan alleen met een nieuwe overeenkomst.')
    expect(fout).toContain('Toch door.')
    expect((await post(pad, { ...goed, besluitdatum: '12-5-2026' })).status).toBe(303)
    expect(await lees(get(pad))).toContain('<b>Verlengd</b> tot en met vr 31 dec 2027')
  })

  test('wie intussen te laat is, leest wat er is besloten en houdt wat hij typte', async ({ ctx, pad }) => {
    const een = await makeTestApp({ ctx, rol: 'contracteigenaar', naam: 'Ruud Hoekstra' })
    const twee = await makeTestApp({ ctx, rol: 'contracteigenaar', naam: 'Imke Smit' })
    await een.post(pad, goed)
    const antwoord = await twee.post(pad, { ...goed, besluit: 'niet verlengen', reden: 'Ik zie het anders.' })
    expect(antwoord.status).toBe(409)
    const html = await lees(antwoord)
    expect(html).toContain(
      'Intussen is er al een besluit vastgelegd: verlengen tot en met 31 december 2028, door Ruud Hoekstra op 20 november 2026. Bekijk dat eerst.',
    )
    expect(html).toContain('Ik zie het anders.')
    expect(html).toContain('name="gezien" value="1"')
    expect(html).toContain('Verlenging 2 van 2')
    expect(html).not.toContain('U schreef')
    await een.post(pad, { ...goed, gezien: '1' })
    const laatste = await lees(twee.post(pad, { ...goed, gezien: '1', reden: 'Ik zie het nog anders.' }))
    expect(laatste).toContain('U schreef: “Ik zie het nog anders.”')
  })
})

describe('ROL-01: wie besluit', () => {
  test('een contractmanager leest wie besluit en krijgt 403', async ({ ctx, id, pad }) => {
    const { get, post } = await makeTestApp({ ctx, rol: 'contractmanager' })
    expect(await lees(get(pad))).toContain(
      'Alleen de contracteigenaar besluit; voor deze overeenkomst is er nog geen aangewezen.',
    )
    await wijsFunctieToe(ctx, {
      overeenkomstId: id,
      functie: 'contracteigenaar',
      gebruikerId: await maakPersoon(ctx, 'Ruud Hoekstra', 'contracteigenaar'),
    })
    const html = await lees(get(pad))
    expect(html).toContain('Alleen de contracteigenaar besluit: Ruud Hoekstra.')
    expect(html).not.toContain('Besluit vastleggen')
    expect((await post(pad, goed)).status).toBe(403)
    expect((await post(`${pad}/intrekken`, { redenIntrekken: 'x', gezien: '0' })).status).toBe(403)
  })

  test('een aanbieder ziet het besluit over zijn overeenkomst, niet de reden; een vreemde ziet niets', async ({
    ctx,
    pad,
  }) => {
    await (await makeTestApp({ ctx, rol: 'contracteigenaar' })).post(pad, goed)
    const eigen = await makeTestApp({ ctx, rol: 'aanbieder', agb: '98990101' })
    const html = await lees(eigen.get(pad))
    expect(html).toContain('Verlenging 1: verlengd tot en met zo 31 dec 2028')
    expect(html).not.toContain('Zij doen wat is afgesproken')
    expect(html).not.toContain('Alleen de contracteigenaar besluit')
    const vreemd = await makeTestApp({ ctx, rol: 'aanbieder', agb: '98990999' })
    await narrow(als(ctx, 'aanbieder', '98990999'))
    expect((await vreemd.get(pad)).status).toBe(404)
  })
})
