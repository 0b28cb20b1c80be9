import { Hono } from 'hono'
import type { AppEnv } from '../../app-env.ts'
import { BesluitInvoer, BevindingInvoer, bronnen, type Bron } from '../../domain/check/bevinding/bevinding.ts'
import { beoordeelBevinding } from '../../domain/check/bevinding/beoordeel-bevinding.ts'
import { legBevindingVast } from '../../domain/check/bevinding/leg-bevinding-vast.ts'
import {
  findBevinding,
  listAanbiedernamen,
  listBesluiten,
  listBevindingen,
  type Bevinding,
} from '../../domain/check/bevinding/queries.ts'
import { findUitkomst, listJaarwaarden } from '../../domain/check/kpi/find-uitkomst.ts'
import { isOpen, leesKleinzicht } from '../../domain/plan/inrichting/kleine-aantallen.ts'
import { findGesprek } from '../../domain/act/gesprek/queries.ts'
import { listBesproken } from '../../domain/act/gesprek/list-besproken.ts'
import { findTermijn } from '../../domain/plan/kalender/find-termijn.ts'
import { listEscalatiesVan } from '../../domain/act/escalatie/queries.ts'
import { leesCertificaatregels } from '../../domain/plan/aanbieder/lees-certificaatregels.ts'
import { listPlannenVan } from '../../domain/act/verbeterplan/queries.ts'
import { authorize, leesMet } from '../../domain/rechten.ts'
import type { Context } from '../../platform/context.ts'
import { Weigering } from '../../platform/errors.ts'
import { inReadTransaction } from '../../platform/transaction.ts'
import { fieldErrors } from '../form.ts'
import { aanbiederfilter, findGekozen, leesAanbiederkeuze } from '../aanbiederkeuze.ts'
import { leesBladzijde, leesWoord, UUID } from '../lijst.ts'
import { metUitvoer } from '../met-uitvoer.ts'
import { render } from '../render-page.tsx'
import { routes } from '../routes.ts'
import { leesWeergaven } from '../weergave/weergaven.tsx'
import { BevindingPage, type Herkomst } from './bevinding-page.tsx'
import { BevindingenPage, bevindingQuery, STANDAARD, type Keuze } from './bevindingen-page.tsx'
import { bevindinguitvoer } from './bevinding-uitvoer.ts'
import { NieuweBevindingPage } from './nieuwe-bevinding-page.tsx'

const ID = '/bevindingen/:id{[0-9a-f-]{36}}'

export const bevindingController = new Hono<AppEnv>()

bevindingController.get('/bevindingen', async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'bevinding:lezen')
  const keuze = leesKeuze(c.req.query())
  const lijst = await listBevindingen(ctx, leesFilter(ctx, keuze), keuze)
  const aanbieder = await findGekozen(ctx, keuze)
  const weergaven = await leesWeergaven(ctx, 'bevindingen', bevindingQuery(keuze))
  return render(c, <BevindingenPage {...{ raam, ctx, keuze, lijst, aanbieder, weergaven }} />)
})

metUitvoer(bevindingController, '/bevindingen', 'bevinding:lezen', async (ctx, c) => {
  const keuze = leesKeuze(c.req.query())
  const { rijen } = await listBevindingen(ctx, leesFilter(ctx, keuze), { ...keuze, pagina: null })
  return { kolommen: bevindinguitvoer, rijen }
})

bevindingController.get('/bevindingen/nieuw', async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'bevinding:vastleggen')
  const { aanbieder = '', gesprek = '' } = c.req.query()
  const gegevens = await leesNieuw(ctx, gesprek)
  const waarden = { aanbiederId: gegevens.gesprek?.aanbiederId ?? aanbieder, gesprekId: gegevens.gesprek?.id ?? '' }
  return render(c, <NieuweBevindingPage raam={raam} {...gegevens} waarden={waarden} />)
})

bevindingController.post('/bevindingen/nieuw', async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'bevinding:vastleggen')
  const waarden = await c.req.parseBody<Record<string, string>>()
  const { gesprekId = '', ...rest } = waarden
  const invoer = BevindingInvoer.safeParse(gesprekId === '' ? rest : waarden)
  if (!invoer.success) {
    const gegevens = await inReadTransaction(ctx, (ctx) => leesNieuw(ctx, gesprekId))
    const fouten = fieldErrors(invoer.error)
    return render(c, <NieuweBevindingPage raam={raam} {...gegevens} {...{ waarden, fouten }} />, 422)
  }
  return c.redirect(`${routes.bevinding(await legBevindingVast(ctx, invoer.data))}?gedaan=vastgelegd`, 303)
})

bevindingController.get(ID, async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'bevinding:lezen')
  const gegevens = await leesBevinding(ctx, c.req.param('id'))
  return render(c, <BevindingPage raam={raam} ctx={ctx} {...gegevens} gedaan={c.req.query('gedaan')} />)
})

bevindingController.post(`${ID}/besluiten`, async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'bevinding:beoordelen')
  const waarden = await c.req.parseBody<Record<string, string>>()
  const invoer = BesluitInvoer.safeParse(waarden)
  if (!invoer.success) {
    const gegevens = await inReadTransaction(ctx, (ctx) => leesBevinding(ctx, c.req.param('id')))
    return render(
      c,
      <BevindingPage raam={raam} ctx={ctx} {...gegevens} waarden={waarden} fouten={fieldErrors(invoer.error)} />,
      422,
    )
  }
  await beoordeelBevinding(ctx, c.req.param('id'), invoer.data)
  return c.redirect(`${routes.bevinding(c.req.param('id'))}?gedaan=besloten`, 303)
})

/** What the form of a new finding needs; from a meeting the aanbieder is known. */
async function leesNieuw(ctx: Context, gesprekId: string) {
  const gesprek = UUID.test(gesprekId)
    ? await leesMet(ctx, 'gesprek:lezen', () => findGesprek(ctx, gesprekId).catch(alsNietTeZien), undefined)
    : undefined
  return { gesprek, aanbieders: gesprek ? [] : await listAanbiedernamen(ctx) }
}

async function leesBevinding(ctx: Context, id: string) {
  const bevinding = await findBevinding(ctx, id)
  return {
    bevinding,
    besluiten: await listBesluiten(ctx, id),
    gesprekken: await leesMet(ctx, 'gesprek:lezen', () => listBesproken(ctx, id), []),
    herkomst: await leesHerkomst(ctx, bevinding),
    escalaties: await leesMet(ctx, 'escalatie:lezen', () => listEscalatiesVan(ctx, id), []),
    plannen: await leesMet(ctx, 'verbeterplan:lezen', () => listPlannenVan(ctx, { bevindingId: id }), []),
    uitkomst: await leesMet(ctx, 'kpi:lezen', () => leesUitkomst(ctx, bevinding.kpiUitkomstId), undefined),
    regel: bevinding.bron === 'certificaat' ? await leesCertificaatbron(ctx) : undefined,
  }
}

async function leesCertificaatbron(ctx: Context) {
  const { waarschuwing } = await leesCertificaatregels(ctx)
  return waarschuwing && `${waarschuwing.bron.document}, ${waarschuwing.bron.paragraaf}`
}

/** What it came from, as far as this person may open that. */
async function leesHerkomst(ctx: Context, { termijnId, gesprekId }: Bevinding): Promise<Herkomst> {
  if (termijnId !== null) {
    const termijn = await leesMet(
      ctx,
      'termijn:lezen',
      () => findTermijn(ctx, termijnId).catch(alsNietTeZien),
      undefined,
    )
    return termijn && { soort: 'termijn', id: termijnId, naam: termijn.titel, dag: termijn.einddatum }
  }
  if (gesprekId === null) return undefined
  const gesprek = await leesMet(ctx, 'gesprek:lezen', () => findGesprek(ctx, gesprekId).catch(alsNietTeZien), undefined)
  return gesprek && { soort: 'gesprek', id: gesprekId, naam: gesprek.titel, dag: gesprek.datum }
}

// Who may see the finding by one of his roles need not see its figure by another.
function alsNietTeZien(fout: unknown): undefined {
  if (fout instanceof Weigering && fout.status === 404) return undefined
  throw fout
}

/** The figure a finding came from; without cases to see only while it stands, as on the page of the figure itself. */
async function leesUitkomst(ctx: Context, id: string | null) {
  if (id === null) return undefined
  const klein = await leesKleinzicht(ctx)
  const uitkomst = await findUitkomst(ctx, klein, id).catch(alsNietTeZien)
  if (!uitkomst) return undefined
  if (isOpen(klein, uitkomst)) return uitkomst
  return (await listJaarwaarden(ctx, klein, uitkomst)).some((jaar) => jaar.id === id) ? uitkomst : undefined
}

function leesKeuze(query: Record<string, string>): Keuze {
  const { bron = '', jaar = '' } = query
  return {
    ...leesBladzijde(query, ['ontstaan', 'titel', 'aanbieder'], STANDAARD),
    stand: leesWoord(query['stand'], ['nieuw', 'gesloten', 'alle']) ?? 'open',
    bron: Object.hasOwn(bronnen, bron) ? (bron as Bron) : '',
    jaar: /^\d{4}$/.test(jaar) ? jaar : '',
    ...leesAanbiederkeuze(query),
  }
}

function leesFilter(ctx: Context, keuze: Keuze) {
  const { stand, bron, jaar } = keuze
  return {
    stand: stand === 'alle' ? undefined : stand,
    bron: bron || undefined,
    jaar: jaar ? Number(jaar) : undefined,
    ...aanbiederfilter(ctx, keuze),
  }
}
