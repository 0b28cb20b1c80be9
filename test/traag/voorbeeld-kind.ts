// Loads a demonstration region in a process of its own, so that a test can kill it.
import { laadVoorbeeld, type Voorbeeld } from '../../src/cli/voorbeeld.ts'
import { createDb, createPool } from '../../src/platform/database.ts'
import { makeVoorbeelddiensten } from '../voorbeeld.ts'

const [url, map, voorbeeld] = process.argv.slice(2) as [string, string, Voorbeeld]
const pool = createPool(url)
await laadVoorbeeld(makeVoorbeelddiensten({ db: createDb(pool), pool, eigenaarUrl: url }, map), voorbeeld, (regel) =>
  console.log(regel),
)
await pool.end()
