import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { clienttabellen } from '../src/domain/check/client/clienttabellen.ts'

// Tables that lead to a client by a column, and are still not part of what is handed out about one, each with its reason.
const niet: Record<string, string> = {
  bericht_aandacht: 'repeats the judgement of bericht',
  declaratie: 'totals of a whole claim, of many clients',
  declaratie_antwoord: 'the same',
  declaratie_regel_fout: 'a line that was refused, of which no client is known',
}
const WEGEN = [/^  (client_id|toewijzing_id|bericht_id) /m, /^  gemeente [\s\S]*^  nummer /m]

test('S46: elke tabel die bij een cliënt komt, staat in de uitvoer of zegt waarom niet', () => {
  const schema = readFileSync(join(import.meta.dirname, '../db/schema.sql'), 'utf8')
  const tabellen = [...schema.matchAll(/^create table (\w+) \(\n([\s\S]*?)\n\);/gm)].map(([, naam, kolommen]) => ({
    naam: naam!,
    kolommen: kolommen!,
  }))
  const leidt = tabellen.filter(({ kolommen }) => WEGEN.some((weg) => weg.test(kolommen))).map(({ naam }) => naam)
  expect(leidt.length).toBeGreaterThan(12)
  expect(leidt.filter((naam) => naam in clienttabellen === naam in niet)).toEqual([])
  const bestaat = tabellen.map(({ naam }) => naam)
  expect([...Object.keys(clienttabellen), ...Object.keys(niet)].filter((naam) => !bestaat.includes(naam))).toEqual([])
  // its own row, and the message itself
  expect(Object.keys(clienttabellen).filter((naam) => !leidt.includes(naam))).toEqual(['client', 'bericht'])
})
