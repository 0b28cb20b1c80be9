// A program of its own for database-start.test.ts: starts or joins the server of the folder in its argument, says so, and
// stops when its input ends. It may be killed at any moment.
import { startPostgres } from '../../src/platform/postgres/start-postgres.ts'

const postgres = await startPostgres({ map: process.argv[2] ?? '', sync: false, settings: { fsync: 'off' } })
console.log(JSON.stringify({ started: postgres.started, url: postgres.url('eigenaar') }))
process.stdin.resume().on('end', () => void postgres.stop())
