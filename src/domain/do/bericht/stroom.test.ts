import { expect, test } from 'vitest'
import { gluur, verzamel } from './stroom.ts'

async function* stroom(...delen: string[]) {
  for (const deel of delen) {
    yield await Promise.resolve(Buffer.from(deel))
  }
}

test('gluren laat de stroom heel, en telt elke byte een keer', async () => {
  for (const delen of [['abc', 'def', 'ghi'], ['abcdefghi'], ['a', '', 'b', 'cdefghi']]) {
    let gelezen = 0
    const { begin, geheel } = await gluur(stroom(...delen), 4, (aantal) => (gelezen += aantal))
    expect(begin.toString()).toBe('abcd')
    expect((await verzamel(geheel, 100))?.toString()).toBe('abcdefghi')
    expect(gelezen).toBe(9)
  }
})

test('een kortere stroom geeft wat er is', async () => {
  const { begin, geheel } = await gluur(stroom('ab'), 4, () => undefined)
  expect([begin.toString(), (await verzamel(geheel, 100))?.toString()]).toEqual(['ab', 'ab'])
})

test('wat te groot is wordt uitgelezen maar niet onthouden', async () => {
  expect(await verzamel(stroom('abc', 'def', 'ghi'), 8)).toBeNull()
  expect((await verzamel(stroom('abc', 'def', 'ghi'), 9))?.length).toBe(9)
})

test('wie stopt met lezen, laat ook de bron los', async () => {
  let losgelaten = false
  async function* bron() {
    try {
      for (;;) {
        yield await Promise.resolve(Buffer.from('abcd'))
      }
    } finally {
      losgelaten = true
    }
  }
  const { geheel } = await gluur(bron(), 2, () => undefined)
  for await (const deel of geheel) {
    expect(deel.length).toBe(4)
    break
  }
  expect(losgelaten).toBe(true)
})
