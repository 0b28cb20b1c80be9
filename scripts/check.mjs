// Everything that must hold before a commit, fastest first; stops at the first that fails.
import { run } from './run.mjs'

const started = Date.now()
run('format', 'prettier', '--check', '.')
run('types', 'tsc', '--noEmit')
run('lint', 'eslint', '.')
run('generated files', 'node', '--import', 'tsx', 'scripts/schema.ts', '--controle')
run('fast tests', 'vitest', 'run', '--project', 'snel')
console.log(`check passed in ${Math.round((Date.now() - started) / 1000)} s`)
