// Everything that must hold before a commit; stops at the first that fails.
import { run, runBeside } from './run.mjs'

const started = Date.now()
await runBeside(
  [
    ['format', 'prettier', '--check', '.'],
    ['types', 'tsc', '--noEmit'],
    ['generated files', 'node', '--import', 'tsx', 'scripts/schema.ts', '--controle'],
  ],
  [['lint', 'eslint', '.']],
)
await run('fast tests', 'vitest', 'run', '--project', 'snel')
console.log(`check passed in ${Math.round((Date.now() - started) / 1000)} s`)
