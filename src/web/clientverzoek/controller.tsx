import { Hono, type Context as HonoContext } from 'hono'
import type { AppEnv } from '../../app-env.ts'
import { leesClient, telClient } from '../../domain/check/client/lees-client.ts'
import { listVerwijderingen, verwijderClient } from '../../domain/check/client/verwijder-client.ts'
import { findClient, type Client } from '../../domain/check/client/zoek-client.ts'
import { beginInzage } from '../../domain/check/inzage/begin-inzage.ts'
import { zet } from '../../domain/check/inzage/bepaal-taak.ts'
import { authorize } from '../../domain/rechten.ts'
import type { Context } from '../../platform/context.ts'
import { Weigering } from '../../platform/errors.ts'
import { toonClienten } from '../../platform/inzage.ts'
import { inReadTransaction } from '../../platform/transaction.ts'
import { tekst } from '../form.ts'
import { render } from '../render-page.tsx'
import { routes } from '../routes.ts'
import type { Veldfout } from '../ui/foutenlijst.tsx'
import { ClientverzoekPage } from './clientverzoek-page.tsx'

export const clientverzoekController = new Hono<AppEnv>()

type Formulier = Record<string, string>
type C = HonoContext<AppEnv>

clientverzoekController.get(routes.clientverzoek(), async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'client:lezen')
  return render(c, <ClientverzoekPage raam={raam} verwijderingen={await listVerwijderingen(ctx)} />)
})

// A label stands in no address, so what was found is the answer to the form.
clientverzoekController.post(routes.clientverzoek(), async (c) => {
  const { ctx } = c.var
  await begin(ctx)
  const waarden = await c.req.parseBody<Formulier>()
  const client = await zoek(c, waarden)
  return client instanceof Response ? client : toon(c, client, { waarden })
})

clientverzoekController.post(routes.clientverzoek('uitvoer'), async (c) => {
  const { ctx } = c.var
  await begin(ctx)
  const waarden = await c.req.parseBody<Formulier>()
  const client = await zoek(c, waarden)
  if (client instanceof Response) return client
  const reden = tekst(waarden['reden-uitvoer']).trim()
  if (reden === '' || reden.length > 2000) {
    return toon(c, client, { waarden, fouten: [{ veld: 'reden-uitvoer', melding: REDEN }] })
  }
  const uitvoer = await leesClient(ctx, client, reden)
  toonClienten(ctx, [client.id])
  c.header('content-type', 'application/json; charset=utf-8')
  c.header('content-disposition', `attachment; filename="inzage-${ctx.today.toString()}.json"`)
  return c.body(`${JSON.stringify(uitvoer, null, 2)}\n`)
})

clientverzoekController.post(routes.clientverzoek('verwijderen'), async (c) => {
  const { ctx, raam } = c.var
  await begin(ctx, 'client:verwijderen')
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
  return render(c, <ClientverzoekPage {...{ raam, verwijderingen }} gedaan={`${client.label} is verwijderd.`} />)
})

/** Looking at all about one client is recorded as any other look, also when it is refused. */
async function begin(ctx: Context, recht: 'client:lezen' | 'client:verwijderen' = 'client:lezen') {
  beginInzage(ctx, 'client:op-verzoek')
  zet(ctx, { soort: 'inzage', id: null })
  await authorize(ctx, recht)
}

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
    return render(c, <ClientverzoekPage {...{ raam, verwijderingen, waarden, fouten }} />, 422)
  }
}

async function toon(c: C, client: Client, { waarden, fouten = [] }: { waarden: Formulier; fouten?: Veldfout[] }) {
  const { ctx, raam } = c.var
  toonClienten(ctx, [client.id])
  const { geteld, verwijderingen } = await inReadTransaction(ctx, async (ctx) => ({
    geteld: await telClient(ctx, client),
    verwijderingen: await listVerwijderingen(ctx),
  }))
  const pagina = <ClientverzoekPage {...{ raam, verwijderingen, waarden, fouten }} gevonden={{ client, geteld }} />
  return render(c, pagina, fouten.length > 0 ? 422 : 200)
}
