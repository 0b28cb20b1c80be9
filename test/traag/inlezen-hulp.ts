import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { Context } from '../../src/platform/context.ts'
import { openSleutels } from '../../src/platform/sleutels.ts'
import { maakProefregio } from '../regio.ts'
import { freshDatabase } from '../test.ts'
import { BEGONNEN } from './inlezen-begin.ts'

/** A region in a database of its own, with its keys in a folder of its own. */
export async function verseRegio() {
  const fresh = await freshDatabase({ max: 6 })
  const map = mkdtempSync(join(tmpdir(), 'overlap-inlezen-'))
  const ctx = await maakProefregio(fresh.db, openSleutels(map))
  const opruimen = async () => {
    await fresh.drop()
    rmSync(map, { recursive: true, force: true })
  }
  return { ...fresh, ctx, map, [Symbol.asyncDispose]: opruimen }
}

/** Runs `werk` in one transaction as the region. */
export function inRegio<T>(ctx: Context, werk: (ctx: Context) => Promise<T>): Promise<T> {
  return ctx.db.transaction().execute(async (db) => {
    await sql`select set_config('overlap.regio_id', ${ctx.regioId}, true)`.execute(db)
    return werk({ ...ctx, db })
  })
}

export type Kindverslag = {
  verwerkt: number
  dubbel: number
  wachtend: number
  aantalAfgekeurd: number
  codes: string[]
}

/** Reads files in a child process; `begonnen` when it starts to read, `stop` kills it like a crash. */
export function startKind(url: string, map: string, regioId: string, paden: readonly string[]) {
  const kind: ChildProcess = spawn(
    process.execPath,
    ['--import', 'tsx', join(import.meta.dirname, 'inlezen-kind.ts'), url, map, regioId, ...paden],
    { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, TZ: 'UTC' } },
  )
  let uit = ''
  let fout = ''
  kind.stdout!.on('data', (deel: Buffer) => (uit += deel.toString()))
  const begonnen = new Promise<void>((resolve) => {
    kind.stderr!.on('data', (deel: Buffer) => {
      fout += deel.toString()
      if (fout.includes(BEGONNEN)) resolve()
    })
    kind.on('close', () => resolve())
  })
  const klaar = new Promise<{ verslag: Kindverslag | null; uit: string; fout: string }>((resolve, reject) => {
    kind.on('error', reject)
    kind.on('close', (code, signaal) => {
      if (code === 0) {
        resolve({ verslag: JSON.parse(uit) as Kindverslag, uit, fout })
      } else if (signaal === 'SIGKILL') {
        resolve({ verslag: null, uit, fout })
      } else {
        reject(new Error(`The child ended with ${code}: ${fout}`))
      }
    })
  })
  return { begonnen, klaar, stop: () => kind.kill('SIGKILL') }
}

/** Rows that refer to nothing, where foreign keys are declared but not enforced (db/migrations/003-do.sql). */
export async function telWezen(ctx: Context): Promise<Record<string, number>> {
  const { rows: sleutels } = await sql<{ tabel: string; kolommen: string[]; naar: string; doel: string[] }>`
    select c.conrelid::regclass::text as tabel, c.confrelid::regclass::text as naar,
      array(select attname::text from pg_attribute a join unnest(c.conkey) with ordinality k (nr, plek) on a.attnum = k.nr
        where a.attrelid = c.conrelid order by k.plek) as kolommen,
      array(select attname::text from pg_attribute a join unnest(c.confkey) with ordinality k (nr, plek) on a.attnum = k.nr
        where a.attrelid = c.confrelid order by k.plek) as doel
    from pg_constraint c where c.contype = 'f' and not c.conenforced and c.connamespace = 'public'::regnamespace`.execute(
    ctx.db,
  )
  if (sleutels.length === 0) {
    throw new Error('No foreign key was looked at')
  }
  const wezen: Record<string, number> = {}
  for (const { tabel, kolommen, naar, doel } of sleutels) {
    const gelijk = kolommen.map((kolom, i) => sql`d.${sql.ref(doel[i]!)} = t.${sql.ref(kolom)}`)
    const gevuld = kolommen.map((kolom) => sql`t.${sql.ref(kolom)} is not null`)
    const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.table(tabel)} t
      where ${sql.join(gevuld, sql` and `)} and not exists (select from ${sql.table(naar)} d where ${sql.join(gelijk, sql` and `)})`.execute(
      ctx.db,
    )
    wezen[`${tabel} -> ${naar}`] = rows[0]!.n
  }
  return wezen
}
