import { describe, expect, test } from 'vitest'
import { leesZoekterm } from './zoekterm.ts'

describe('zoekterm', () => {
  test('elk woord moet voorkomen; tekens met een eigen betekenis worden letterlijk gezocht', () => {
    expect(leesZoekterm('  de   Weidse ')?.patronen).toEqual(['%de%', '%weidse%'])
    expect(leesZoekterm('100%_\\')?.patronen).toEqual(['%100\\%\\_\\\\%'])
    expect(leesZoekterm('Coöperatie')?.begin).toBe('cooperatie%')
    expect(leesZoekterm('a')).toBeNull()
    expect(leesZoekterm(' ')).toBeNull()
  })

  test.each([
    ['C-7KQ2M-9XD4T', 'C-7KQ2M-9XD4T'],
    ['c-7kq2m 9xd4t', 'C-7KQ2M-9XD4T'],
    ['7kq2m9xd4t', 'C-7KQ2M-9XD4T'],
    ['C7KQ2M9XD4T', 'C-7KQ2M-9XD4T'],
    ['c-7kq', 'C-7KQ'],
    ['c-7kq2m9', 'C-7KQ2M-9'],
    ['C-OIL2M', 'C-0112M'],
  ])('%s is een cliëntlabel', (invoer, vanaf) => {
    expect(leesZoekterm(invoer)?.label).toEqual({ vanaf, tot: `${vanaf}~` })
  })

  test.each(['zorg', 'veenlicht', '98990101', 'c-7', 'ZW-HO-001', 'Thuisbij Poldervaart', '123456782', '7kq2m9xd4tx'])(
    '%s is geen cliëntlabel',
    (invoer) => {
      expect(leesZoekterm(invoer)?.label).toBeNull()
    },
  )
})
