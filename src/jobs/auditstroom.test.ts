import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished } from 'vitest'
import { test } from '../../test/regio.ts'
import type { Diensten } from '../diensten.ts'
import { makeClock } from '../platform/clock.ts'
import { recordEvent } from '../platform/audit.ts'
import { leesAudit } from '../platform/audit-uitvoer.ts'
import type { Context } from '../platform/context.ts'
import { makeAuditstroom } from './auditstroom.ts'

function maakDiensten({ db, sleutels, today }: Context): Diensten {
  const map = mkdtempSync(join(tmpdir(), 'overlap-auditstroom-'))
  onTestFinished(() => rmSync(map, { recursive: true, force: true }))
  return { db, sleutels, map, clock: makeClock(today) } as Diensten
}

const leg = (ctx: Context, soort: string) =>
  recordEvent(ctx, {
    soort,
    onderwerp: { type: 'aanbieder', id: 'a\nb' },
    gegevens: { naam: 'De Geheime Naam', was: 'Vroeger' },
  })

type Regel = { nummer: number; gebeurtenis: string; regioId: string }

describe('het logboek als JSON per regel', () => {
  test('ASVS V16.2.4: elke regel op volgorde, met wie en waarover, zonder namen en waarden; verder na een nummer', async ({
    ctx,
  }) => {
    const persoon = { ...ctx, actor: { ...ctx.actor, id: 'persoon-7', naam: 'Roos van Dam' } }
    await leg(persoon, 'aanbieder:gewijzigd')
    const lees = async (vraag: Parameters<typeof leesAudit>[2]) => Array.fromAsync(leesAudit(ctx, 'Proefregio', vraag))
    const alle = await lees({})
    expect(alle.map(({ nummer }) => nummer)).toEqual(alle.map((_, i) => i + 1))
    const laatste = alle.at(-1)!
    expect(JSON.parse(laatste.json)).toEqual({
      logboek: 'handelingen',
      tijdstip: ctx.now.toString(),
      regio: 'Proefregio',
      regioId: ctx.regioId,
      nummer: alle.length,
      gebeurtenis: 'aanbieder:gewijzigd',
      actor: 'persoon-7',
      onderwerp: { type: 'aanbieder', id: 'a\nb' },
      hash: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
    })
    // one line, whatever stands in it (ASVS V16.4.1)
    expect(laatste.json).not.toContain('\n')
    expect(alle.map(({ json }) => json).join()).not.toMatch(/Geheime|Vroeger|Roos/)
    expect(await lees({ na: alle.length - 1 })).toEqual([laatste])
    expect(await lees({ vanaf: ctx.now.add({ seconds: 1 }) })).toEqual([])
    expect(await lees({ voor: ctx.now })).toEqual([])
  })

  test('meer dan een vracht komt helemaal en één keer', async ({ ctx }) => {
    for (let keer = 0; keer < 1_005; keer++) await leg(ctx, 'aanbieder:gewijzigd')
    const nummers: number[] = []
    for await (const { nummer } of leesAudit(ctx, 'Proefregio', {})) nummers.push(nummer)
    expect(nummers).toEqual(nummers.map((_, i) => i + 1))
    expect(nummers.length).toBeGreaterThanOrEqual(1_005)
  })

  test('ASVS V16.4.3: de stroom schrijft alles één keer, ook na een nieuwe start, en elke regio', async ({ ctx }) => {
    const diensten = maakDiensten(ctx)
    const uit: string[] = []
    const schrijf = (regel: string) => uit.push(regel)
    const hier = () => uit.map((regel) => JSON.parse(regel) as Regel).filter(({ regioId }) => regioId === ctx.regioId)
    await makeAuditstroom(diensten, schrijf)()
    const eerst = hier().length
    expect(eerst).toBeGreaterThan(0)
    await leg(ctx, 'aanbieder:gewijzigd')
    // another start of the program
    await makeAuditstroom(diensten, schrijf)()
    await makeAuditstroom(diensten, schrijf)()
    expect(hier().map(({ nummer }) => nummer)).toEqual(Array.from({ length: eerst + 1 }, (_, i) => i + 1))
    expect(hier().at(-1)?.gebeurtenis).toBe('aanbieder:gewijzigd')
  })

  test('een stand die niet te lezen is, wordt niet stil overgeslagen', async ({ ctx }) => {
    const diensten = maakDiensten(ctx)
    writeFileSync(join(diensten.map, 'auditstroom.json'), '{"x":"y"}')
    await expect(makeAuditstroom(diensten, () => undefined)()).rejects.toThrow()
  })
})
