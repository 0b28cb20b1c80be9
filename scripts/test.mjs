// All tests: what `check` does, then the slow proofs (differential, kill -9, browser).
import { run } from './run.mjs'

const started = Date.now()
await import('./check.mjs')
await run('whole program', 'vitest', 'run', '--project', 'heel')
await run('slow tests', 'vitest', 'run', '--project', 'traag')
console.log(`all tests passed in ${Math.round((Date.now() - started) / 1000)} s`)
