import { Hono, type Context as HonoContext } from 'hono'
import type { AppEnv } from '../../app-env.ts'
import { leesClient, telClient } from '../../domain/check/client/lees-client.ts'
import { listVerwijderingen, verwijderClient } from '../../domain/check/client/verwijder-client.ts'
import { findClient, type Client } from '../../domain/check/client/zoek-client.ts'
import { authorize } from '../../domain/rechten.ts'
import { Weigering } from '../../platform/errors.ts'
import { inReadTransaction } from '../../platform/transaction.ts'
import { tekst } from '../form.ts'
import { render } from '../render-page.tsx'
import { routes } from '../routes.ts'
import type { Veldfout } from '../ui/foutenlijst.tsx'
import { InzagePage } from './inzage-page.tsx'

export const inzageController = new Hono<AppEnv>()

type Formulier = Record<string, string>
type C = HonoContext<AppEnv>

inzageController.get(routes.inzage(), async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'client:lezen')
  return render(c, <InzagePage raam={raam} verwijderingen={await listVerwijderingen(ctx)} />)
})

// A label stands in no address, so what was found is the answer to the form.
inzageController.post(routes.inzage(), async (c) => {
  const { ctx } = c.var
  await authorize(ctx, 'client:lezen')
  const waarden = await c.req.parseBody<Formulier>()
  const client = await zoek(c, waarden)
  return client instanceof Response ? client : toon(c, client, { waarden })
})

inzageController.post(routes.inzage('uitvoer'), async (c) => {
  const { ctx } = c.var
  await authorize(ctx, 'client:lezen')
  const waarden = await c.req.parseBody<Formulier>()
  const client = await zoek(c, waarden)
  if (client instanceof Response) return client
  const reden = tekst(waarden['reden-uitvoer']).trim()
  if (reden === '' || reden.length > 2000) {
    return toon(c, client, { waarden, fouten: [{ veld: 'reden-uitvoer', melding: REDEN }] })
  }
  const uitvoer = await leesClient(ctx, client, reden)
  c.header('content-type', 'application/json; charset=utf-8')
  c.header('content-disposition', `attachment; filename="inzage-${ctx.today.toString()}.json"`)
  return c.body(`${JSON.stringify(uitvoer, null, 2)}\n`)
})

inzageController.post(routes.inzage('verwijderen'), async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'client:verwijderen')
  const waarden = await c.req.parseBody<Formulier>()
  const client = await zoek(c, waarden)
  if (client instanceof Response) return client
  const reden = tekst(waarden['reden-verwijderen']).trim()
  const fouten = [
    ...(reden === '' || reden.length > 2000 ? [{ veld: 'reden-verwijderen', melding: REDEN }] : []),
    ...(tekst(waarden['bevestiging']).trim().toUpperCase() === client.label
      ? []
      : [{ veld: 'bevestiging', melding: `Typ ${client.label} over om te bevestigen.` }]),
  ]
  if (fouten.length > 0) return toon(c, client, { waarden, fouten })
  await verwijderClient(ctx, client, reden)
  const verwijderingen = await inReadTransaction(ctx, listVerwijderingen)
  return render(c, <InzagePage {...{ raam, verwijderingen }} gedaan={`${client.label} is verwijderd.`} />)
})

const REDEN = 'Schrijf in hooguit 2000 tekens op waarom.'

/** The client of the form, or the page that says why not. */
async function zoek(c: C, waarden: Formulier): Promise<Client | Response> {
  const { ctx, raam } = c.var
  try {
    return await inReadTransaction(ctx, (ctx) => findClient(ctx, tekst(waarden['label'])))
  } catch (error) {
    if (!(error instanceof Weigering) || ![404, 422].includes(error.status)) throw error
    const verwijderingen = await inReadTransaction(ctx, listVerwijderingen)
    const fouten = [{ veld: 'label', melding: error.message }]
    return render(c, <InzagePage {...{ raam, verwijderingen, waarden, fouten }} />, 422)
  }
}

async function toon(c: C, client: Client, { waarden, fouten = [] }: { waarden: Formulier; fouten?: Veldfout[] }) {
  const { ctx, raam } = c.var
  const { geteld, verwijderingen } = await inReadTransaction(ctx, async (ctx) => ({
    geteld: await telClient(ctx, client),
    verwijderingen: await listVerwijderingen(ctx),
  }))
  const pagina = <InzagePage {...{ raam, verwijderingen, waarden, fouten }} gevonden={{ client, geteld }} />
  return render(c, pagina, fouten.length > 0 ? 422 : 200)
}
