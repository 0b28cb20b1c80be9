// Changes the keys of a region, or carries out a destruction, in a process of its own, so that a test can kill it.
import { soorten } from '../../src/domain/check/bewaren/soorten.ts'
import { voerVernietigingUit } from '../../src/domain/check/bewaren/voer-vernietiging-uit.ts'
import { wisselSleutels } from '../../src/domain/do/bericht/wissel-sleutels.ts'
import { makeClock } from '../../src/platform/clock.ts'
import { createDb, createPool } from '../../src/platform/database.ts'
import { openSleutels } from '../../src/platform/sleutels.ts'
import { BEGONNEN } from './inlezen-begin.ts'

const [url, sleutels, regioId, wat, vandaag] = process.argv.slice(2)
const pool = createPool(url!)
const clock = makeClock(Temporal.PlainDate.from(vandaag!))
const rollen = [{ rol: 'beheer (opdrachtregel)', agb: null }]
const ctx = {
  db: createDb(pool),
  regioId: regioId!,
  actor: { soort: 'opdrachtregel' as const, id: 'opdrachtregel', naam: 'beheer (opdrachtregel)', rollen, agb: null },
  now: clock.now(),
  today: clock.today(),
  sleutels: openSleutels(sleutels!),
}
// so small that a kill falls between two batches
soorten.clienten.perKeer = 40
soorten['gesprekken-zonder-overeenkomst'].perKeer = 5
console.error(BEGONNEN)
if (wat === 'wissel') console.log(JSON.stringify(await wisselSleutels(ctx, { perKeer: 20 })))
else await voerVernietigingUit(ctx, wat!)
await pool.end()
