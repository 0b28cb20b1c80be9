import { Hono } from 'hono'
import type { AppEnv } from '../../app-env.ts'
import { Overeenkomstgegevens } from '../../domain/plan/overeenkomst/gegevens.ts'
import { listProducten } from '../../domain/plan/overeenkomst/list-producten.ts'
import { listWijzigingenSinds } from '../../domain/plan/overeenkomst/list-wijzigingen-sinds.ts'
import { findOvereenkomst } from '../../domain/plan/overeenkomst/queries.ts'
import { wijzigOvereenkomst } from '../../domain/plan/overeenkomst/wijzig-overeenkomst.ts'
import { authorize } from '../../domain/rechten.ts'
import type { Context } from '../../platform/context.ts'
import { Weigering } from '../../platform/errors.ts'
import { inReadTransaction } from '../../platform/transaction.ts'
import { fieldErrors } from '../form.ts'
import { render } from '../render-page.tsx'
import { routes } from '../routes.ts'
import type { Veldfout } from '../ui/foutenlijst.tsx'
import { OvereenkomstGegevensPage, vormveld } from './gegevens-page.tsx'

const PAD = '/overeenkomsten/:id{[0-9a-f-]{36}}/gegevens'

export const overeenkomstgegevensController = new Hono<AppEnv>()

overeenkomstgegevensController.get(PAD, async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'overeenkomst:wijzigen')
  return render(c, <OvereenkomstGegevensPage raam={raam} {...await leesGegevens(ctx, c.req.param('id'))} />)
})

overeenkomstgegevensController.post(PAD, async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'overeenkomst:wijzigen')
  const id = c.req.param('id')
  const waarden = await c.req.parseBody<Record<string, string>>()
  const versie = /^[0-9]{1,9}$/.test(waarden['versie'] ?? '') ? Number(waarden['versie']) : -1
  const opnieuw = async (fouten: Veldfout[]) => {
    const gegevens = await inReadTransaction(ctx, (ctx) => leesGegevens(ctx, id))
    return render(c, <OvereenkomstGegevensPage {...{ raam, waarden, fouten }} {...gegevens} />, 422)
  }
  const invoer = Overeenkomstgegevens.safeParse({ ...waarden, bekostigingsvormen: leesVormen(waarden) })
  if (!invoer.success) {
    return opnieuw(
      fieldErrors(invoer.error).map(({ veld, melding }) => ({
        veld: veld.replace(/^bekostigingsvormen\./, vormveld('')),
        melding,
      })),
    )
  }
  try {
    const { gewijzigd } = await wijzigOvereenkomst(ctx, id, invoer.data, versie)
    return c.redirect(`${routes.overeenkomst(id)}?gedaan=${gewijzigd ? 'gewijzigd' : 'ongewijzigd'}`, 303)
  } catch (error) {
    if (error instanceof Weigering && error.status === 422) {
      return opnieuw([{ veld: error.code, melding: error.message }])
    }
    if (!(error instanceof Weigering) || error.status !== 409) throw error
    const gegevens = await inReadTransaction(ctx, async (ctx) => ({
      ...(await leesGegevens(ctx, id)),
      tussentijds: await listWijzigingenSinds(ctx, id, versie),
    }))
    return render(c, <OvereenkomstGegevensPage {...{ raam, waarden }} {...gegevens} />, 409)
  }
})

async function leesGegevens(ctx: Context, id: string) {
  await authorize(ctx, 'overeenkomst:wijzigen')
  return { overeenkomst: await findOvereenkomst(ctx, id), producten: await listProducten(ctx, id) }
}

function leesVormen(waarden: Record<string, string>): Record<string, string> {
  const begin = vormveld('')
  return Object.fromEntries(
    Object.entries(waarden).flatMap(([naam, waarde]) =>
      naam.startsWith(begin) ? [[naam.slice(begin.length), waarde]] : [],
    ),
  )
}
