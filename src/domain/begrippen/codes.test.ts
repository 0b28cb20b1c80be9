import { expect, test } from 'vitest'
import { AgbCode } from './agb-code.ts'
import { KvkNummer } from './kvk-nummer.ts'

test.each(['98990101', '00000001'])('%s mag als AGB-code en als KvK-nummer, met de nullen vooraan', (tekst) => {
  expect(AgbCode.parse(tekst)).toBe(tekst)
  expect(KvkNummer.parse(tekst)).toBe(tekst)
})

test.each(['9899010', '989901011', '9899010a', '', ' 98990101', '98990101\n'])(
  '%j mag niet, en de melding zegt wat wel mag',
  (waarde) => {
    expect(AgbCode.safeParse(waarde).error?.issues[0]?.message).toBe('Een AGB-code bestaat uit 8 cijfers')
    expect(KvkNummer.safeParse(waarde).error?.issues[0]?.message).toBe('Een KvK-nummer bestaat uit 8 cijfers')
  },
)
