import { describe, expect } from 'vitest'
import { telsleutel } from '../../../platform/beurten.ts'
import { geefPogingTerug, neemPoging, wisPogingen } from '../../../platform/mislukkingen.ts'
import { test } from '../../../../test/test.ts'
import { wachtregel, wachtregels, wachttijd } from './wachttijd.ts'

describe('wachttijd na mislukte pogingen', () => {
  test.for([
    [0, 0],
    [4, 0],
    [5, 30],
    [6, 60],
    [9, 480],
    [10, 900],
    [99, 900],
    [100, 86_400],
    [5_000, 86_400],
  ] as const)('U12: na %i keer mis op een account wacht een onbekend toestel %i seconden', ([aantal, seconden]) => {
    expect(wachttijd(wachtregels.account, aantal)).toBe(seconden)
  })

  test('een bekend toestel wacht nooit langer dan een kwartier', () => {
    expect(wachttijd(wachtregels['bekend toestel'], 100_000)).toBe(900)
    expect(wachttijd(wachtregels.adres, 29)).toBe(0)
  })

  test('de database telt en wacht volgens dezelfde regel', async ({ db }) => {
    const sleutel = telsleutel('proef', 'a')
    const begin = Temporal.Instant.from('2026-11-22T10:00:00Z')
    const poging = (na: number) => neemPoging(db, sleutel, wachtregel(wachtregels.account), begin.add({ seconds: na }))
    for (let keer = 1; keer <= 5; keer++) expect(await poging(keer)).toEqual({ wacht: 0, aantal: keer })
    expect(await poging(6)).toEqual({ wacht: 29, aantal: 5 })
    expect(await poging(34)).toEqual({ wacht: 1, aantal: 5 })
    expect(await poging(35)).toEqual({ wacht: 0, aantal: 6 })
    expect(await poging(36)).toMatchObject({ wacht: 59 })
    await geefPogingTerug(db, [sleutel])
    expect(await poging(65)).toMatchObject({ wacht: 0, aantal: 6 })
    expect(await poging(40 * 86_400)).toEqual({ wacht: 0, aantal: 1 })
    await wisPogingen(db, [sleutel])
    expect(await poging(40 * 86_400 + 1)).toEqual({ wacht: 0, aantal: 1 })
    // the clock was put back a day
    for (let keer = 0; keer < 8; keer++) await poging(50 * 86_400)
    expect((await poging(49 * 86_400)).wacht).toBe(0)
  })
})
