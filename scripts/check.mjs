// Everything that must hold before a commit; stops at the first that fails.
import { runBeside } from './run.mjs'

const started = Date.now()
await runBeside(
  [
    ['format', 'prettier', '--check', '.'],
    ['types', 'tsc', '--noEmit'],
    ['generated files', 'node', '--import', 'tsx', 'scripts/schema.ts', '--controle'],
    ['fast tests', 'vitest', 'run', '--project', 'snel'],
  ],
  // as long as the first three, and a part of the fourth
  [['lint', 'eslint', '.']],
)
console.log(`check passed in ${Math.round((Date.now() - started) / 1000)} s`)
