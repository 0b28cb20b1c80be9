import type { Context as HonoContext, Hono } from 'hono'
import type { AppEnv } from '../app-env.ts'
import { authorize, type Recht } from '../domain/rechten.ts'
import type { Context } from '../platform/context.ts'
import { geefUitvoer, type Uitvoer } from './uitvoer.ts'

type Inhoud<R> = Pick<Uitvoer<R>, 'kolommen' | 'rijen'>

/** A list as Excel and CSV, at its own path with that ending, for who may read it. The file is named after the list and the day. */
export function metUitvoer<R>(
  app: Hono<AppEnv>,
  pad: `/${string}`,
  recht: Recht,
  lees: (ctx: Context, c: HonoContext<AppEnv>) => Inhoud<R> | Promise<Inhoud<R>>,
) {
  const naam = pad.slice(pad.lastIndexOf('/') + 1)
  for (const soort of ['xlsx', 'csv'] as const) {
    app.get(`${pad}.${soort}`, async (c) => {
      const { ctx } = c.var
      await authorize(ctx, recht)
      return geefUitvoer({ soort, naam: `${naam}-${ctx.today.toString()}`, ...(await lees(ctx, c)) })
    })
  }
}
