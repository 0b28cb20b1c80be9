// All tests: what `check` does, then the slow proofs (walks through the whole program, browser, kill -9).
import { run } from './run.mjs'

const started = Date.now()
await import('./check.mjs')
// three workers, because a test with a browser waits for it, or for the next code of an app, more than it works
await run('slow tests', 'vitest', 'run', '--project', 'heel', '--project', 'traag', '--maxWorkers=3')
console.log(`all tests passed in ${Math.round((Date.now() - started) / 1000)} s`)
