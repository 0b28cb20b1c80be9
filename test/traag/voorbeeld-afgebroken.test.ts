import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import pg from 'pg'
import { expect, test } from 'vitest'
import { laadVoorbeeld } from '../../src/cli/voorbeeld.ts'
import { freshDatabase } from '../test.ts'
import { makeVoorbeelddiensten, telVoorbeeld } from '../voorbeeld.ts'

const JEUGD = 'voorbeeldregio-jeugd'
// What a second start writes down again by itself: that it read the files, and what it did to the ones it had.
const OPNIEUW = /: (audit_|inleesbestand|inleesronde|afspraak_wijziging)/

/** Loads in a child and kills that so many milliseconds after it said something like this; whether it was killed. */
async function dood(url: string, map: string, bij: string, na: number): Promise<boolean> {
  const kind = spawn(
    process.execPath,
    ['--import', 'tsx', join(import.meta.dirname, 'voorbeeld-kind.ts'), url, map, JEUGD],
    { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, TZ: 'UTC' } },
  )
  let uitvoer = ''
  let fout = ''
  kind.stderr.on('data', (deel: Buffer) => (fout += deel.toString()))
  await new Promise<void>((resolve) => {
    kind.stdout.on('data', (deel: Buffer) => {
      uitvoer += deel.toString()
      if (uitvoer.includes(bij)) resolve()
    })
    kind.on('close', () => resolve())
  })
  await setTimeout(na)
  kind.kill('SIGKILL')
  const [code, signaal] = await new Promise<[number | null, string | null]>((resolve) => {
    if (kind.exitCode !== null || kind.signalCode !== null) resolve([kind.exitCode, kind.signalCode])
    kind.on('close', (code, signaal) => resolve([code, signaal]))
  })
  if (signaal !== 'SIGKILL' && code !== 0) throw new Error(fout)
  return signaal === 'SIGKILL'
}

async function laadMet(keren: [bij: string, na: number][]) {
  await using fresh = await freshDatabase()
  const map = mkdtempSync(join(tmpdir(), 'overlap-voorbeeld-'))
  const beheer = new pg.Client(fresh.beheerUrl)
  try {
    let gedood = 0
    for (const [bij, na] of keren) if (await dood(fresh.appUrl, map, bij, na)) gedood++
    await laadVoorbeeld(makeVoorbeelddiensten(fresh, map), JEUGD, () => undefined)
    await beheer.connect()
    const geteld = Object.entries(await telVoorbeeld(beheer)).filter(([naam]) => !OPNIEUW.test(naam))
    return { gedood, geteld: Object.fromEntries(geteld) }
  } finally {
    await beheer.end()
    rmSync(map, { recursive: true, force: true })
  }
}

test('kill -9 tijdens het klaarzetten van een voorbeeldregio: de volgende start maakt haar af, en niets staat er twee keer', async () => {
  const heel = await laadMet([])
  expect(Object.keys(heel.geteld).length).toBeGreaterThan(40)
  const afgebroken = await laadMet([
    ['wordt klaargezet', 0],
    ['verwerkt', 100],
    ['verwerkt', 900],
    ['verwerkt', 3500],
  ])
  expect(afgebroken.gedood).toBeGreaterThan(2)
  expect(afgebroken.geteld).toEqual(heel.geteld)
})
