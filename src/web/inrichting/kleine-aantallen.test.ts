import { describe, expect } from 'vitest'
import { test } from '../../../test/regio.ts'
import { makeTestApp } from '../../../test/web.ts'
import { leesKleinzicht } from '../../domain/plan/inrichting/kleine-aantallen.ts'
import { als } from '../../../test/regio.ts'

const goed = {
  minimumClienten: '15',
  geldigVanaf: '22-11-2026',
  bron: 'Besluit van het dagelijks bestuur',
  reden: 'Kleine gemeenten.',
}

describe('de ondergrens voor kleine aantallen', () => {
  test('S44: de functioneel beheerder wijzigt hem met een bron en een reden; hij geldt meteen', async ({ ctx }) => {
    const { get, post } = await makeTestApp({ ctx, rol: 'functioneel beheerder' })
    expect(await (await get('/inrichting/kleine-aantallen')).text()).toContain('Tonen vanaf hoeveel cliënten')
    expect((await leesKleinzicht(als(ctx, 'beleid')))?.minimum).toBe(10)
    expect((await post('/inrichting/kleine-aantallen/versies', goed)).status).toBe(303)
    expect((await leesKleinzicht(als(ctx, 'beleid')))?.minimum).toBe(15)
  })

  test.for([
    ['te klein om iemand te beschermen', { minimumClienten: '2' }, 'Kies minstens 3'],
    ['geen getal', { minimumClienten: 'tien' }, 'Vul een heel getal in'],
    ['zonder bron', { bron: '' }, 'Schrijf op waar dit is besloten.'],
    ['eerder dan wat geldt', { geldigVanaf: '1-1-2001' }, 'kan niet eerder ingaan'],
  ] as const)('S44: %s kan niet', async ([, velden, melding], { ctx }) => {
    const { post } = await makeTestApp({ ctx, rol: 'functioneel beheerder' })
    const antwoord = await post('/inrichting/kleine-aantallen/versies', { ...goed, ...velden })
    expect(antwoord.status).toBe(422)
    expect(await antwoord.text()).toContain(melding)
  })

  test('S44: niemand anders wijzigt hem', async ({ ctx }) => {
    for (const rol of ['beleid', 'contractmanager', 'privacyfunctionaris'] as const) {
      const { get, post } = await makeTestApp({ ctx, rol })
      expect(await (await get('/inrichting/kleine-aantallen')).text(), rol).not.toContain('Tonen vanaf hoeveel')
      expect((await post('/inrichting/kleine-aantallen/versies', goed)).status, rol).toBe(403)
    }
  })
})
