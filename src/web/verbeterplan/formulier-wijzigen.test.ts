import { expect } from 'vitest'
import { test } from '../../../test/regio.ts'
import { makeTestApp } from '../../../test/web.ts'
import { leesPlanregels } from '../../domain/act/verbeterplan/lees-planregels.ts'
import { findNieuwsteFormulier } from '../../domain/act/verbeterplan/wijzig-formulier.ts'
import { alsFormulierwaarden } from './formuliervorm.ts'

const PAD = '/inrichting/verbeterplan/wijzigen'
const lees = async (antwoord: Response | Promise<Response>) =>
  (await (await antwoord).text()).replaceAll('\u00a0', ' ').replaceAll('<!-- -->', '')
const besluit = { geldigVanaf: '1-1-2027', bron: 'Besluit van het overleg', reden: 'Evaluatie' }

test('PLN-04: van de inrichting naar een nieuwe versie, die vanaf haar dag geldt', async ({ ctx }) => {
  const { get, post } = await makeTestApp({ ctx, rol: 'functioneel beheerder' })
  expect(await lees(get('/inrichting/verbeterplan'))).toContain(`href="${PAD}"`)
  expect(await lees(get(PAD))).toContain('U wijzigt <b>versie 1</b>')
  const { regels } = await findNieuwsteFormulier(ctx)
  const waarden = {
    ...alsFormulierwaarden(regels),
    ...besluit,
    gezien: '1',
    'vragen.1.plaats': '',
    'vragen.9.naam': 'Wat kost het?',
    'vragen.9.plaats': '1',
  }
  const antwoord = await post(PAD, waarden)
  expect([antwoord.status, antwoord.headers.get('location')]).toEqual([
    303,
    '/inrichting/verbeterplan?gedaan=gewijzigd',
  ])
  const nieuw = await findNieuwsteFormulier(ctx)
  expect(nieuw.versie).toBe(2)
  expect(nieuw.regels.vragen.map(({ code }) => code)).toEqual(['wat-kost-het', 'oorzaak', 'resultaat', 'maatregel'])
  // plans that are asked today still get the form that applies today
  expect((await leesPlanregels(ctx)).versie).toBe(1)
  expect((await leesPlanregels({ ...ctx, today: Temporal.PlainDate.from('2027-01-01') })).versie).toBe(2)
})

test('PLN-04: wat niet klopt staat bij zijn veld en niets gaat verloren; wie een oude versie zag, hoort dat', async ({
  ctx,
}) => {
  const { post } = await makeTestApp({ ctx, rol: 'functioneel beheerder' })
  const { regels } = await findNieuwsteFormulier(ctx)
  const waarden = { ...alsFormulierwaarden(regels), ...besluit, gezien: '1' }
  const fout = await post(PAD, { ...waarden, criteria: '', 'vragen.9.naam': 'Oorzaak', geldigVanaf: '1-1-2020' })
  expect(fout.status).toBe(422)
  const html = await lees(fout)
  for (const zin of ['vooraf waaraan wordt getoetst', 'staat er al', 'terugwerkende kracht', 'Evaluatie'])
    expect(html).toContain(zin)
  const niets = await lees(post(PAD, { ...waarden, geldigVanaf: '', reden: '', criteria: '' }))
  expect(niets).toContain('Schrijf op waarom het formulier verandert')
  expect(niets).toContain('vooraf waaraan wordt getoetst')
  expect((await post(PAD, { ...waarden, naam: 'Herstelplan' })).status).toBe(303)
  const botsing = await post(PAD, { ...waarden, naam: 'Nog iets anders' })
  expect(botsing.status).toBe(409)
  const daarna = await lees(botsing)
  expect(daarna).toContain('Iemand anders wijzigde het formulier intussen')
  expect(daarna).toContain('Nog iets anders')
})

test('ROL-13: wie de inrichting niet wijzigt, wijzigt het formulier niet', async ({ ctx }) => {
  const { get, post } = await makeTestApp({ ctx, rol: 'contractmanager' })
  expect((await get(PAD)).status).toBe(403)
  expect((await post(PAD, besluit)).status).toBe(403)
  expect(await lees(get('/verbeterplannen/formulier'))).not.toContain(PAD)
})
