// Writes db/schema.sql and src/platform/schema.ts from the migrations; with --controle it only compares.
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { format, resolveConfig } from 'prettier'
import { migrate } from '../src/platform/migrate.ts'
import { startTestServer } from '../test/server.ts'
import { dumpSchema } from './schema/dump.ts'
import { renderTypes } from './schema/types.ts'

const root = join(import.meta.dirname, '..')

async function generate(): Promise<Record<string, string>> {
  const server = await startTestServer()
  const name = `run_${process.pid}_schema`
  const beheer = new pg.Client(server.url('beheer', 'postgres'))
  await beheer.connect()
  try {
    await beheer.query(`create database ${name} owner overlap_eigenaar`)
    await migrate(server.url('eigenaar', name))
    const client = new pg.Client(server.url('eigenaar', name))
    await client.connect()
    const [dump, types] = [await dumpSchema(client), await renderTypes(client)]
    await client.end()
    const path = 'src/platform/schema.ts'
    const style = await resolveConfig(join(root, path))
    return { 'db/schema.sql': dump, [path]: await format(types, { ...style, filepath: path }) }
  } finally {
    await beheer.query(`drop database if exists ${name} with (force)`)
    await beheer.end()
    await server.stop()
  }
}

/** The first lines that differ, enough to see what was forgotten. */
function firstDifference(old: string, fresh: string): string {
  const [before, after] = [old.split('\n'), fresh.split('\n')]
  const start = after.findIndex((line, index) => line !== before[index])
  const from = start === -1 ? after.length : start
  const show = (sign: string, lines: string[]) => lines.slice(from, from + 5).map((line) => `  ${sign} ${line}`)
  return [`  line ${from + 1}:`, ...show('-', before), ...show('+', after)].join('\n')
}

const check = process.argv.includes('--controle')
for (const [path, fresh] of Object.entries(await generate())) {
  const file = join(root, path)
  const old = await readFile(file, 'utf8').catch(() => '')
  if (old === fresh) {
    continue
  }
  if (check) {
    console.error(`${path} is niet bijgewerkt; draai "npm run db:schema".\n${firstDifference(old, fresh)}`)
    process.exitCode = 1
  } else {
    await writeFile(file, fresh)
    console.log(`${path} geschreven`)
  }
}
