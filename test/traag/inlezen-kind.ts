// Reads files into a region in a process of its own, so that a test can kill it. Prints what it counted.
import { createReadStream } from 'node:fs'
import { leesIn } from '../../src/domain/do/bericht/lees-in.ts'
import { makeClock } from '../../src/platform/clock.ts'
import { createDb, createPool } from '../../src/platform/database.ts'
import { openSleutels } from '../../src/platform/sleutels.ts'
import { BEGONNEN } from './inlezen-begin.ts'

const [url, sleutels, regioId, ...paden] = process.argv.slice(2)

async function* stukken() {
  console.error(BEGONNEN)
  for (const naam of paden) {
    yield await Promise.resolve({ naam, inhoud: createReadStream(naam) })
  }
}

const pool = createPool(url!)
const rollen = [{ rol: 'beheer (opdrachtregel)', agb: null }]
const { afgekeurd, ...verslag } = await leesIn(
  {
    db: createDb(pool),
    regioId: regioId!,
    actor: { soort: 'opdrachtregel', id: 'opdrachtregel', naam: 'beheer (opdrachtregel)', rollen, agb: null },
    clock: makeClock(Temporal.PlainDate.from('2026-11-22')),
    sleutels: openSleutels(sleutels!),
    scanner: undefined,
  },
  'opdrachtregel',
  stukken(),
)
const codes: string[] = []
for await (const { bestand, code } of afgekeurd) {
  codes.push(`${bestand} ${code}`)
}
console.log(JSON.stringify({ ...verslag, codes }))
await pool.end()
