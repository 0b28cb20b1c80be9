// All tests: what `check` does, then the slow proofs (differential, kill -9, browser).
import { run } from './run.mjs'

const started = Date.now()
await import('./check.mjs')
// three, because the ones with a browser wait for it, or for the next code of an app, more than they work
await run('whole program', 'vitest', 'run', '--project', 'heel', '--maxWorkers=3')
await run('slow tests', 'vitest', 'run', '--project', 'traag')
console.log(`all tests passed in ${Math.round((Date.now() - started) / 1000)} s`)
