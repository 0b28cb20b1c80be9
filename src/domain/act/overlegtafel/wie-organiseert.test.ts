import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test as los } from 'vitest'
import { als, test } from '../../../../test/regio.ts'
import { magRoute, routetabel } from '../../../../test/routes.ts'
import type { Context } from '../../../platform/context.ts'
import { rollen, vanAanbieder, type Rol } from '../../rechten.ts'

// What an aanbieder does itself at a table: answer the invitation. All the rest is of the gemeenten (ROL-18).
const ANTWOORD = { route: 'POST /overlegtafels/:id/antwoord', act: 'beantwoordUitnodiging' }
const MAP = import.meta.dirname
const aanbieders = (Object.keys(rollen) as Rol[]).filter(vanAanbieder)

type Act = (ctx: Context, ...rest: unknown[]) => Promise<unknown>

/** Every act of this room: an exported function that asks a right. */
async function listActs(): Promise<[naam: string, act: Act][]> {
  const bestanden = readdirSync(MAP).filter((naam) => /^[a-z-]+\.ts$/.test(naam))
  const acts: [string, Act][] = []
  for (const bestand of bestanden) {
    const tekst = readFileSync(join(MAP, bestand), 'utf8')
    if (!tekst.includes('authorize(')) continue
    const namen = tekst
      .split(/(?=\nexport )/)
      .filter((deel) => deel.includes('authorize(ctx'))
      .flatMap((deel) => /export (?:async )?function (\w+)\(/.exec(deel)?.[1] ?? [])
    const module = (await import(join(MAP, bestand))) as Record<string, Act>
    acts.push(...namen.map((naam): [string, Act] => [naam, module[naam]!]))
  }
  return acts
}

describe('ROL-18: alleen de gemeenten organiseren overlegtafels, stellen ze samen en sluiten uit', () => {
  los('ROL-18: geen enkele rol van een aanbieder opent een route die iets aan een tafel verandert', () => {
    const routes = Object.keys(routetabel).filter((naam) => naam.startsWith('POST /overlegtafels'))
    expect(routes.length).toBeGreaterThan(12)
    const open = routes.filter((naam) => aanbieders.some((rol) => magRoute(routetabel[naam]!, rol)))
    expect(open).toEqual([ANTWOORD.route])
    // plan, compose, deviate, invite, replace, exclude: of the contractmanager alone
    const samenstellen =
      /\/(nieuw|samenstelling|afwijken|uitnodigingen|vervangen|deelname\/.*|vervallen|sluiten|wijzigen)$/
    for (const naam of routes.filter((naam) => samenstellen.test(naam))) {
      const wie = (Object.keys(rollen) as Rol[]).filter((rol) => magRoute(routetabel[naam]!, rol))
      expect([naam, wie]).toEqual([naam, ['contractmanager']])
    }
  })

  test('ROL-18: elke handeling weigert elke rol van een aanbieder, op het antwoord na', async ({ ctx }) => {
    const acts = await listActs()
    expect(acts.length).toBeGreaterThan(13)
    expect(acts.map(([naam]) => naam)).toContain(ANTWOORD.act)
    for (const [naam, act] of acts) {
      for (const rol of aanbieders) {
        if (naam === ANTWOORD.act) continue
        const door = { ...als(ctx, rol, '98990101') }
        const uitkomst = await act(door, ctx.regioId, {}, {}).then(
          () => 'gedaan',
          (error: unknown) => (error as { status?: number }).status ?? String(error),
        )
        expect([naam, rol, uitkomst]).toEqual([naam, rol, 403])
      }
    }
  })
})
