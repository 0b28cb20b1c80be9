import { Hono } from 'hono'
import type { AppEnv } from '../../app-env.ts'
import { listOnderwerpnamen } from '../../domain/check/rapportage/onderwerpen.ts'
import { listVeranderingen } from '../../domain/check/rapportage/veranderingen.ts'
import { mag } from '../../domain/rechten.ts'
import type { Context } from '../../platform/context.ts'
import { together } from '../../platform/transaction.ts'
import { render } from '../render-page.tsx'
import { routes } from '../routes.ts'
import { VandaagPage } from './vandaag-page.tsx'
import { gebeurtenissen } from './veranderd.tsx'
import { verzamelPunten } from './verzamel.ts'

const HOOGSTENS = 12

export const vandaagController = new Hono<AppEnv>()

// Everybody has a day: each point on it asks for its own right (verzamel.ts).
vandaagController.get(routes.vandaag(), async (c) => {
  const { ctx, bezoeker, raam } = c.var
  const [punten, veranderd] = await together(
    ctx,
    () => verzamelPunten(ctx),
    () => leesVeranderd(ctx, bezoeker.vorigeBezoekOp),
  )
  return render(
    c,
    <VandaagPage
      raam={raam}
      vandaag={ctx.today}
      punten={punten}
      magInlezen={(['bericht:inlezen', 'evaluatie:inlezen', 'cto:inlezen', 'aanbieder:inlezen'] as const).some(
        (recht) => mag(ctx.actor, recht),
      )}
      veranderd={veranderd}
    />,
  )
})

async function leesVeranderd(ctx: Context, vorigeBezoekOp: Temporal.Instant | null) {
  // The trail is of the region; an aanbieder's account does not see it.
  if (ctx.actor.agb !== null) return null
  const sinds = vorigeBezoekOp ?? ctx.now.subtract({ hours: 7 * 24 })
  const veranderingen = await listVeranderingen(ctx, sinds)
  const namen = await listOnderwerpnamen(ctx, veranderingen)
  return {
    sinds,
    eersteKeer: vorigeBezoekOp === null,
    gebeurtenissen: gebeurtenissen(ctx.actor, veranderingen, namen).slice(0, HOOGSTENS),
  }
}
