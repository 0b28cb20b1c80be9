import { describe, expect } from 'vitest'
import { test } from '../../test/regio.ts'
import { createApp } from '../app.ts'
import { makeClock } from '../platform/clock.ts'
import type { Context, Db } from '../platform/context.ts'
import { makeLog } from '../platform/log.ts'

/** The program on a database that fails with this error; `regels` is what it logs, as the log would write it. */
function maakApp({ sleutels }: Context, fout: Error) {
  const weiger = () => {
    throw fout
  }
  const stuk = new Proxy<object>({}, { get: weiger }) as Db
  const regels: { err?: unknown; method?: string; route?: string }[] = []
  const log = Object.assign(makeLog('silent'), { error: (regel: object) => void regels.push(regel) })
  return { app: createApp({ db: stuk, sleutels, clock: makeClock(), log, voorbeeld: false }), regels }
}

describe('een fout van ons', () => {
  test('ASVS V16.5.1, V16.3.4: wie vraagt leest een zin zonder bijzonderheden; de beheerder vindt de plaats', async ({
    ctx,
  }) => {
    const fout = Object.assign(new Error('select * from geheim where bsn = kanarie'), { detail: 'Key (kanarie)' })
    const { app, regels } = maakApp(ctx, fout)
    const antwoord = await app.request('/aanmelden?zoek=kanarie')
    const tekst = await antwoord.text()
    expect(antwoord.status).toBe(500)
    expect(tekst).toContain('Er ging iets mis aan onze kant')
    expect(tekst).not.toMatch(/kanarie|select \*|app\.tsx|node_modules|Error/)
    expect(antwoord.headers.get('cache-control')).toBe('no-store')
    expect(antwoord.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(regels).toMatchObject([{ err: fout, method: 'GET' }])
    expect(JSON.stringify(regels.map(({ method, route }) => [method, route]))).not.toContain('kanarie')
  })

  test('ASVS V16.4.1, V16.2.5: in het logboek van het programma staat van een fout de naam, de code en de plaats', ({
    ctx: _,
  }) => {
    const log = makeLog('silent')
    const serializers = (log as unknown as Record<symbol, { err: (fout: unknown) => unknown } | undefined>)[
      Object.getOwnPropertySymbols(log).find((een) => een.description === 'pino.serializers')!
    ]!
    const fout = Object.assign(new Error('kanarie\n{"level":30,"msg":"nagemaakt"}'), {
      code: '23505',
      detail: 'Key (bsn)=(kanarie)',
      parameters: ['kanarie'],
    })
    const tekst = JSON.stringify(serializers.err(fout))
    expect(tekst).toContain('23505')
    expect(tekst).toContain('fout.test.ts')
    expect(tekst).not.toMatch(/kanarie|nagemaakt/)
  })
})
