import { Hono, type Context as HonoContext } from 'hono'
import type { AppEnv } from '../../app-env.ts'
import { startRonde } from '../../domain/do/bericht/inleesronde.ts'
import { leesIn, type Stuk } from '../../domain/do/bericht/lees-in.ts'
import { findRonde } from '../../domain/do/bericht/rondes.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Context } from '../../platform/context.ts'
import { conflict, forbidden } from '../../platform/errors.ts'
import { inReadTransaction } from '../../platform/transaction.ts'
import { controleerCsrf } from '../csrf.ts'
import { render } from '../render-page.tsx'
import { routes } from '../routes.ts'
import { InlezenPage, magIetsInlezen } from './inlezen-page.tsx'
import { leesUpload } from './lees-upload.ts'

export const inlezenController = new Hono<AppEnv>()

inlezenController.get(routes.berichtenInlezen(), (c) => {
  const { ctx, raam } = c.var
  eisInlezen(ctx)
  return render(c, <InlezenPage raam={raam} actor={ctx.actor} />)
})

// With script: the delivery is made first, so that the page can show how far the server is while it still sends.
inlezenController.post(routes.inleesrondes(), async (c) => {
  const omvang = Number((await c.req.parseBody())['omvang'])
  const id = await startRonde(c.var.ctx, 'web', Number.isSafeInteger(omvang) && omvang > 0 ? omvang : undefined)
  return c.json({ id, pagina: routes.inleesronde(id) }, 201)
})

inlezenController.post(routes.berichtenInlezen(), async (c) => {
  const { ctx, raam, scanner } = c.var
  eisInlezen(ctx)
  const { velden, bestanden } = leesUpload(c.req.header('content-type') ?? '', bodyVan(c))
  const stroom = bestanden[Symbol.asyncIterator]()
  try {
    // The fields stand before the files: once the first file is there, they are known.
    const eerste = await stroom.next()
    controleerCsrf(c, velden.get('csrf'))
    if (eerste.done) {
      return await render(c, <InlezenPage raam={raam} actor={ctx.actor} fout="Kies een of meer bestanden." />, 422)
    }
    const omvang = Number(c.req.header('content-length'))
    const gemaakt = velden.get('ronde')
    const rondeId =
      gemaakt === undefined
        ? await startRonde(ctx, 'web', omvang > 0 ? omvang : undefined)
        : await eigenRonde(ctx, gemaakt)
    await leesIn({ ...ctx, clock: klok(ctx), scanner }, 'web', vanafEerste(eerste.value, stroom), { rondeId })
    return c.redirect(routes.inleesronde(rondeId), 303)
  } finally {
    await stroom.return?.()
  }
})

function eisInlezen({ actor }: Context) {
  if (!magIetsInlezen(actor)) throw forbidden('bericht:inlezen')
}

/** A delivery that this person made a moment ago and in which nothing was read yet. */
async function eigenRonde(ctx: Context, id: string): Promise<string> {
  const ronde = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)
    ? await inReadTransaction(ctx, (ctx) => findRonde(ctx, id))
    : undefined
  if (ronde?.gestartDoor !== ctx.actor.naam || ronde.klaarOp !== null || ronde.bestanden > 0) {
    throw conflict('Deze levering is al gelezen. Ga terug en kies de bestanden opnieuw.')
  }
  return ronde.id
}

function bodyVan(c: HonoContext): ReadableStream<Uint8Array> {
  return c.req.raw.body ?? new ReadableStream({ start: (controller) => controller.close() })
}

async function* vanafEerste(eerste: Stuk, rest: AsyncIterator<Stuk>): AsyncGenerator<Stuk> {
  yield eerste
  for (let volgende = await rest.next(); !volgende.done; volgende = await rest.next()) yield volgende.value
}

/** The clock of the request, going on: reading in may take minutes. */
function klok({ now, today }: Context): Clock {
  const begin = performance.now()
  return {
    now: () => now.add({ milliseconds: Math.floor(performance.now() - begin) }),
    today: () => today,
  }
}
