import { describe, expect } from 'vitest'
import { freshDatabase, test } from '../../test/test.ts'
import { neemBeurt, ruimBeurtenOp, telsleutel } from './beurten.ts'
import { neemPoging } from './mislukkingen.ts'

const begin = Temporal.Instant.from('2026-11-22T10:00:00Z')
const na = (seconden: number) => begin.add({ seconds: seconden })
const grens = { aantal: 3, seconden: 60 }

describe('beurten', () => {
  test('U12: zoveel achter elkaar, en daarna komt er telkens een bij', async ({ db }) => {
    const neem = (moment: number, wie = 'a') => neemBeurt(db, telsleutel('proef', wie), grens, na(moment))
    expect([await neem(0), await neem(0), await neem(0)]).toEqual([0, 0, 0])
    expect(await neem(0)).toBe(20)
    expect(await neem(19)).toBe(1)
    // a refusal takes nothing
    expect(await neem(20)).toBe(0)
    expect(await neem(20)).toBe(20)
    expect(await neem(20, 'b')).toBe(0)
    expect([await neem(500), await neem(500), await neem(500), await neem(500)]).toEqual([0, 0, 0, 20])
    // the clock was put back a day
    expect(await neem(-86_400)).toBe(0)
  })

  test('U12: processen die samen tellen, geven geen beurt te veel', async () => {
    await using fresh = await freshDatabase({ max: 20 })
    const sleutel = telsleutel('proef', 'samen')
    const beurten = await Promise.all(Array.from({ length: 60 }, () => neemBeurt(fresh.db, sleutel, grens, begin)))
    expect(beurten.filter((wacht) => wacht === 0)).toHaveLength(3)
    const regel = { wachttijden: [0, 0, 0, 0, 30], vergeet: 3600 }
    const pogingen = await Promise.all(Array.from({ length: 60 }, () => neemPoging(fresh.db, sleutel, regel, begin)))
    expect(pogingen.filter(({ wacht }) => wacht === 0)).toHaveLength(5)
  })

  test('wat niets meer zegt, wordt weggegooid', async ({ db }) => {
    await neemBeurt(db, telsleutel('oud'), grens, begin)
    await neemBeurt(db, telsleutel('nieuw'), grens, na(86_400))
    await ruimBeurtenOp(db, na(86_500))
    expect(await db.selectFrom('beurt').select('sleutel').execute()).toEqual([{ sleutel: telsleutel('nieuw') }])
  })
})
