import { Hono } from 'hono'
import { expect, test } from 'vitest'
import type { AppEnv } from '../app-env.ts'
import type { Clock } from '../platform/clock.ts'
import type { Context, Db } from '../platform/context.ts'
import { makeInzage, toonClienten, type Inzage } from '../platform/inzage.ts'
import type { Log } from '../platform/log.ts'
import { vastleggenInzage } from './inzage-vastleggen.tsx'
import { render } from './render-page.tsx'

const NU = Temporal.Instant.from('2026-03-02T10:00:00Z')
const EEN = '00000000-0000-4000-8000-000000000001'
const TWEE = '00000000-0000-4000-8000-000000000002'

type Regel = Pick<Inzage, 'span' | 'fout'> & { clienten: string[] }
type Opties = { wacht?: Promise<undefined>; mislukt?: Error; tijdens?: (ctx: Context) => void }

/** One page that shows one client; `tijdens` runs while it is drawn. */
function maakPagina({ wacht, mislukt, tijdens }: Opties = {}) {
  const regels: Regel[] = []
  const app = new Hono<AppEnv>()
  app.use(
    vastleggenInzage({
      db: undefined as unknown as Db,
      clock: { now: () => NU } as Clock,
      log: { error: () => undefined } as unknown as Log,
      legVast: async (_db, { inzage }) => {
        const { span, fout, clienten } = inzage!
        await wacht
        if (mislukt) throw mislukt
        regels.push({ span, fout, clienten: [...clienten] })
      },
    }),
  )
  app.onError((_fout, c) => c.text('mislukt', 500))
  app.get('/', (c) => {
    const ctx = { inzage: makeInzage(NU) } as Context
    ctx.inzage!.poging = { name: 'casus bekijken', activiteit: 'toezicht', rol: 'contractmanager' }
    c.set('ctx', ctx)
    toonClienten(ctx, [EEN])
    const Pagina = () => {
      tijdens?.(ctx)
      return <p>zorg van een cliënt</p>
    }
    return render(c, <Pagina />)
  })
  return { vraag: () => app.request('/'), regels }
}

test('S48: het antwoord wacht tot vastligt wat het toont, ook als het eerder klaar is', async () => {
  const { promise: wacht, resolve: ligtVast } = Promise.withResolvers<undefined>()
  const getekend = Promise.withResolvers<undefined>()
  const { vraag, regels } = maakPagina({ wacht, tijdens: () => getekend.resolve(undefined) })
  let antwoord: Response | undefined
  const bezig = Promise.resolve(vraag()).then((kwam) => (antwoord = kwam))
  await getekend.promise
  for (let i = 0; i < 20; i++) await new Promise(setImmediate)
  expect(antwoord).toBeUndefined()
  ligtVast(undefined)
  expect(await (await bezig).text()).toContain('zorg van een cliënt')
  expect(regels).toMatchObject([{ clienten: [EEN], fout: undefined }])
})

test('S48: wat niet kan worden vastgelegd, wordt niet getoond, hoe vroeg het ook mislukt', async () => {
  const { vraag } = maakPagina({ mislukt: new Error('the log is full') })
  const antwoord = await vraag()
  expect(antwoord.status).toBe(503)
  expect(await antwoord.text()).not.toContain('zorg van een cliënt')
})

test('S48: een cliënt die pas bij het tekenen blijkt, komt er als vervolg bij', async () => {
  const { vraag, regels } = maakPagina({ tijdens: (ctx) => toonClienten(ctx, [TWEE]) })
  expect((await vraag()).status).toBe(200)
  expect(regels.map(({ clienten }) => clienten)).toEqual([[EEN], [EEN, TWEE]])
  expect(regels[1]!.span).toMatchObject({ traceId: regels[0]!.span.traceId, parentSpanId: regels[0]!.span.spanId })
})

test('S50: mislukt het tekenen, dan staat dat er na wat al vastlag', async () => {
  const { vraag, regels } = maakPagina({
    tijdens: () => {
      throw new Error('cannot be drawn')
    },
  })
  expect((await vraag()).status).toBe(500)
  expect(regels.map(({ fout }) => fout)).toEqual([undefined, 'status 500'])
  expect(regels[1]!.span.spanId).not.toBe(regels[0]!.span.spanId)
})
