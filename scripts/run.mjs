import { spawn } from 'node:child_process'
import { delimiter, join } from 'node:path'

const project = join(import.meta.dirname, '..')
const bin = join(project, 'node_modules', '.bin')
const env = { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH}` }
const shell = process.platform === 'win32'
const running = new Set()

/** Runs a tool of this project on the Node of this project and shows what it says; ends the process when it fails. */
export async function run(name, command, ...args) {
  console.log(`\n— ${name}`)
  await end(name, spawn(command, args, { cwd: project, stdio: 'inherit', shell, env }))
}

/** Runs rows of tools beside each other, the tools of a row after each other; what a tool says is shown when it is done. */
export async function runBeside(...rows) {
  await Promise.all(
    rows.map(async (row) => {
      for (const [name, command, ...args] of row) {
        const child = spawn(command, args, { cwd: project, stdio: ['ignore', 'pipe', 'pipe'], shell, env })
        const said = []
        for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => said.push(chunk))
        await end(name, child, () => console.log(`\n— ${name}\n${Buffer.concat(said).toString()}`))
      }
    }),
  )
}

async function end(name, child, show = () => {}) {
  const started = Date.now()
  running.add(child)
  const status = await new Promise((resolve) => {
    child.on('error', (error) => {
      console.error(error.message)
      resolve(1)
    })
    child.on('close', resolve)
  })
  running.delete(child)
  show()
  if (status !== 0) {
    console.error(`\n${name} failed`)
    for (const other of running) other.kill()
    process.exit(1)
  }
  console.log(`  ${name}: ${((Date.now() - started) / 1000).toFixed(1)} s`)
}
