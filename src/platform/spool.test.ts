import { mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { spool } from './spool.ts'

let map: string
beforeAll(() => (map = mkdtempSync(join(tmpdir(), 'overlap-spool-'))))
afterAll(() => rmSync(map, { recursive: true, force: true }))

async function* stroom(...delen: (string | Uint8Array)[]) {
  for (const deel of delen) yield await Promise.resolve(Buffer.from(deel))
}

const lees = async (bron: AsyncIterable<Uint8Array>) => {
  const delen: Uint8Array[] = []
  for await (const deel of bron) delen.push(deel)
  return Buffer.concat(delen)
}

/** The files of ours that are open without a name, with what is really on the disk. */
function openBestanden(): Buffer[] {
  return readdirSync('/proc/self/fd').flatMap((fd) => {
    try {
      return readlinkSync(`/proc/self/fd/${fd}`).startsWith(map) ? [readFileSync(`/proc/self/fd/${fd}`)] : []
    } catch {
      return []
    }
  })
}

describe('een bestand opzij zetten', () => {
  test('het is daarna vaker te lezen, geheel of voor een deel, en tegelijk', async () => {
    const groot = Buffer.from('0123456789'.repeat(100_000))
    await using opzij = await spool(map, stroom('', 'begin', groot, 'eind'))
    expect([opzij.omvang, opzij.teGroot]).toEqual([1_000_009, false])
    const verwacht = Buffer.concat([Buffer.from('begin'), groot, Buffer.from('eind')])
    for await (const deel of opzij.lees()) {
      expect(deel.length).toBeGreaterThan(0)
      break
    }
    const [een, twee] = await Promise.all([lees(opzij.lees()), lees(opzij.lees())])
    expect([een.equals(verwacht), twee.equals(verwacht)]).toEqual([true, true])
  })

  test('op de schijf heeft het geen naam en is er niets van te lezen; daarna is het weg', async () => {
    const inhoud = '<bsn>999900006</bsn>'.repeat(1_000)
    const opzij = await spool(join(map, 'diep'), stroom(inhoud))
    expect(readdirSync(join(map, 'diep'))).toEqual([])
    expect(statSync(join(map, 'diep')).mode & 0o777).toBe(0o700)
    if (process.platform === 'linux') {
      const [bestand] = openBestanden()
      expect(bestand).toHaveLength(inhoud.length)
      expect(bestand!.includes('999900006')).toBe(false)
      expect(bestand!.includes('bsn')).toBe(false)
    }
    expect((await lees(opzij.lees())).toString()).toBe(inhoud)
    await opzij[Symbol.asyncDispose]()
    if (process.platform === 'linux') expect(openBestanden()).toEqual([])
  })

  test('wat te groot is, wordt niet verder opgeslagen en de bron wordt losgelaten', async () => {
    let gegeven = 0
    let losgelaten = false
    async function* eindeloos() {
      try {
        for (;;) {
          gegeven++
          yield await Promise.resolve(Buffer.alloc(1_000))
        }
      } finally {
        losgelaten = true
      }
    }
    await using opzij = await spool(map, eindeloos(), 10_000)
    expect([opzij.teGroot, gegeven, losgelaten]).toEqual([true, 11, true])
  })

  test('breekt de bron af, dan blijft er niets achter', async () => {
    async function* kapot() {
      yield await Promise.resolve(Buffer.from('x'))
      throw new Error('de verbinding is weg')
    }
    await expect(spool(map, kapot())).rejects.toThrow('de verbinding is weg')
    if (process.platform === 'linux') expect(openBestanden()).toEqual([])
  })
})
