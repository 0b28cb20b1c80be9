#!/usr/bin/env node
// Runs the program on the Node that npm installed with it, whatever Node this machine has.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const wanted = 26

/** The Node binary that npm brought in for this platform, or undefined. */
function findNode() {
  const packages = {
    linux: `node-linux-${process.arch}`,
    darwin: `node-bin-darwin-${process.arch}`,
    win32: `node-win-${process.arch}`,
  }
  const folder = join(root, 'node_modules', packages[process.platform] ?? '-')
  const file = join(folder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  return existsSync(file) ? file : undefined
}

function stop(message) {
  console.error(message)
  process.exit(2)
}

if (!existsSync(join(root, 'node_modules', 'tsx'))) {
  stop(`Overlap is nog niet geïnstalleerd. Voer eerst "npm ci" uit in de map van Overlap.`)
}

if (Number(process.versions.node.split('.')[0]) >= wanted) {
  // React chooses its slow build unless this says production before it is imported; what the operator set is kept beside it.
  process.env.OVERLAP_NODE_ENV ??= process.env.NODE_ENV ?? ''
  process.env.NODE_ENV = 'production'
  process.env.TSX_TSCONFIG_PATH ??= join(root, 'tsconfig.json')
  const { register } = await import('tsx/esm/api')
  register()
  await import('../src/main.ts')
} else {
  const node = findNode()
  if (!node)
    stop(`Overlap heeft Node ${wanted} nodig; deze machine heeft ${process.versions.node}. Voer "npm ci" opnieuw uit.`)
  // The ipc channel tells the program when this process is killed, so that it never outlives it.
  const child = spawn(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => process.exit(signal ? 128 : (code ?? 1)))
}
