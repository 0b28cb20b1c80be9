import { Hono } from 'hono'
import type { AppEnv } from '../../app-env.ts'
import { controleerLadder } from '../../domain/act/escalatie/controleer-ladder.ts'
import { leesLadder } from '../../domain/act/escalatie/lees-ladder.ts'
import { listClientenstops } from '../../domain/act/escalatie/mag-toewijzen.ts'
import { openEscalatie } from '../../domain/act/escalatie/open-escalatie.ts'
import { listEscalaties } from '../../domain/act/escalatie/queries.ts'
import { Stapweigering } from '../../domain/act/escalatie/weiger-stap.ts'
import { leesWieMag } from '../../domain/act/escalatie/wie-mag.ts'
import { findBevinding, listAanbiedernamen } from '../../domain/check/bevinding/queries.ts'
import { listGemeenten } from '../../domain/plan/inrichting/queries.ts'
import { listOvereenkomstenVan } from '../../domain/act/escalatie/list-overeenkomsten.ts'
import { authorize } from '../../domain/rechten.ts'
import type { Context } from '../../platform/context.ts'
import { invalid, Weigering } from '../../platform/errors.ts'
import { inReadTransaction, together } from '../../platform/transaction.ts'
import { aanbiederfilter, findGekozen, leesAanbiederkeuze } from '../aanbiederkeuze.ts'
import { leesBladzijde, leesWoord, UUID } from '../lijst.ts'
import { metUitvoer } from '../met-uitvoer.ts'
import { render } from '../render-page.tsx'
import { routes } from '../routes.ts'
import type { Veldfout } from '../ui/foutenlijst.tsx'
import { EscalatiePage } from './escalatie-page.tsx'
import { leesWeergaven } from '../weergave/weergaven.tsx'
import { escalatieQuery, EscalatiesPage, STANDAARD, type Keuze } from './escalaties-page.tsx'
import { LadderPage } from './ladder-page.tsx'
import { leesEscalatie, leesKeuzes } from './lees-escalatie.ts'
import { alsFouten, leesStap } from './lees-invoer.ts'
import { NieuweEscalatiePage } from './nieuwe-escalatie-page.tsx'
import { escalatieuitvoer } from './uitvoer.ts'
import { een, type Waarden } from './velden.tsx'

export const escalatieController = new Hono<AppEnv>()

escalatieController.get('/escalaties', async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'escalatie:lezen')
  const keuze = leesKeuze(ctx, c.req.query())
  const [lijst, stops, namen, aanbieder, weergaven] = await together(
    ctx,
    () => listEscalaties(ctx, leesFilter(ctx, keuze), keuze),
    () => listClientenstops(ctx),
    () => listGemeenten(ctx),
    () => findGekozen(ctx, keuze),
    () => leesWeergaven(ctx, 'escalaties', escalatieQuery(keuze)),
  )
  const gemeenten = new Map(namen.map(({ code, naam }) => [code, naam]))
  return render(c, <EscalatiesPage {...{ raam, ctx, keuze, lijst, stops, gemeenten, aanbieder, weergaven }} />)
})

metUitvoer(escalatieController, '/escalaties', 'escalatie:lezen', async (ctx, c) => {
  const keuze = leesKeuze(ctx, c.req.query())
  const { rijen } = await listEscalaties(ctx, leesFilter(ctx, keuze), { ...keuze, pagina: null })
  return { kolommen: escalatieuitvoer, rijen }
})

escalatieController.get('/escalaties/ladder', async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'escalatie:lezen')
  const { ladder, versie } = await leesLadder(ctx)
  // How the region divides its work is not for an aanbieder: without it no task can be checked either.
  const wieMag = ctx.actor.agb === null ? await leesWieMag(ctx) : new Map<string, string>()
  const taken = ctx.actor.agb === null ? new Set(wieMag.keys()) : allesIn(ladder)
  return render(c, <LadderPage {...{ raam, ladder, versie, wieMag }} fouten={controleerLadder(ladder, taken)} />)
})

escalatieController.get('/escalaties/nieuw', async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'escalatie:stap-zetten')
  const { bevinding, aanbieder, stap } = c.req.query()
  const waarden: Waarden = aanbieder ? { aanbiederId: aanbieder } : {}
  const gegevens = await leesOpening(ctx, { bevindingId: bevinding, aanbiederId: aanbieder, stap })
  return render(
    c,
    <NieuweEscalatiePage raam={raam} {...gegevens} waarden={{ ...waarden, titel: gegevens.bevinding?.titel ?? '' }} />,
  )
})

escalatieController.post('/escalaties/nieuw', async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'escalatie:stap-zetten')
  const waarden = await c.req.parseBody<{ all: true }, Waarden>({ all: true })
  const tekst = (naam: string) => een(waarden[naam])?.trim() ?? ''
  const vraag = { bevindingId: tekst('bevindingId'), aanbiederId: tekst('aanbiederId'), stap: tekst('stap') }
  const opnieuw = async (fouten: Veldfout[], status: 409 | 422 = 422) => {
    const gegevens = await inReadTransaction(ctx, (ctx) => leesOpening(ctx, vraag))
    return render(c, <NieuweEscalatiePage raam={raam} {...gegevens} waarden={waarden} fouten={fouten} />, status)
  }
  const { ladder, overgang } = await inReadTransaction(ctx, (ctx) => leesOpening(ctx, vraag))
  if (vraag.bevindingId === '' && !UUID.test(vraag.aanbiederId)) {
    return opnieuw([{ veld: 'aanbiederId', melding: 'Kies een aanbieder.' }])
  }
  const overeenkomstId = tekst('overeenkomstId')
  try {
    const id = await openEscalatie(ctx, {
      aanbiederId: vraag.aanbiederId,
      titel: tekst('titel'),
      zet: leesStap(ladder, overgang, waarden, ctx.today),
      ...(vraag.bevindingId !== '' && { bevindingId: vraag.bevindingId }),
      ...(UUID.test(overeenkomstId) && { overeenkomstId }),
    })
    return c.redirect(`${routes.escalatie(id)}?gedaan=geopend`, 303)
  } catch (error) {
    if (error instanceof Stapweigering) return opnieuw(alsFouten(error.gebreken, ladder))
    if (error instanceof Weigering && error.status === 422) return opnieuw([{ veld: 'titel', melding: error.message }])
    if (error instanceof Weigering && error.status === 409)
      return opnieuw([{ veld: 'titel', melding: error.message }], 409)
    throw error
  }
})

escalatieController.get('/escalaties/:id{[0-9a-f-]{36}}', async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'escalatie:lezen')
  const gegevens = await leesEscalatie(ctx, c.req.param('id'))
  return render(c, <EscalatiePage raam={raam} ctx={ctx} {...gegevens} gedaan={c.req.query('gedaan')} />)
})

type Openingsvraag = { bevindingId?: string | undefined; aanbiederId?: string | undefined; stap?: string | undefined }

async function leesOpening(ctx: Context, { bevindingId = '', aanbiederId = '', stap = '' }: Openingsvraag) {
  const { ladder } = await leesLadder(ctx)
  const openingen = ladder.overgangen.filter(({ van }) => van.length === 0)
  const overgang = openingen.find(({ code }) => code === stap) ?? openingen[0]
  if (!overgang) throw invalid('De ladder van deze regio opent geen zaak.')
  const bevinding = bevindingId === '' ? null : await findBevinding(ctx, bevindingId)
  const aanbieder = bevinding?.aanbiederId ?? aanbiederId
  return {
    ladder,
    openingen,
    overgang,
    bevinding,
    aanbieders: bevinding ? [] : await listAanbiedernamen(ctx),
    overeenkomsten:
      UUID.test(aanbieder) && !bevinding?.overeenkomstId ? await listOvereenkomstenVan(ctx, aanbieder) : [],
    keuzes: await leesKeuzes(ctx, { ladder }),
    vandaag: ctx.today,
  }
}

function allesIn({ overgangen, maatregelen }: Awaited<ReturnType<typeof leesLadder>>['ladder']): Set<string> {
  return new Set([...overgangen.flatMap(({ mandaat }) => mandaat ?? []), ...maatregelen.map(({ taak }) => taak)])
}

function leesKeuze({ actor }: Context, query: Record<string, string>): Keuze {
  return {
    ...leesBladzijde(query, ['termijn', 'hoogte', 'geopend'], STANDAARD),
    // what waits inside the region is not for an aanbieder
    stand:
      leesWoord(query['stand'], actor.agb === null ? ['besluit', 'gesloten', 'alle'] : ['gesloten', 'alle']) ??
      'lopend',
    ...leesAanbiederkeuze(query),
  }
}

function leesFilter(ctx: Context, keuze: Keuze) {
  const { stand } = keuze
  return { stand: stand === 'alle' ? undefined : stand, ...aanbiederfilter(ctx, keuze) }
}
