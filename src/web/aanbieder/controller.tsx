import { Hono } from 'hono'
import type { AppEnv } from '../../app-env.ts'
import { somGetoond } from '../../domain/begrippen/getoond-aantal.ts'
import { hoeveelGesprekken } from '../../domain/act/gesprek/hoeveel-gesprekken.ts'
import { leesGespreksregels } from '../../domain/act/gesprek/lees-gespreksregels.ts'
import { listActies } from '../../domain/act/gesprek/list-acties.ts'
import { listGesprekken } from '../../domain/act/gesprek/list-gesprekken.ts'
import { listPlannenVan } from '../../domain/act/verbeterplan/queries.ts'
import { listDefinities } from '../../domain/check/kpi/definities.ts'
import { listGlobaleStuurindicatoren } from '../../domain/check/kpi/list-globale-stuurindicatoren.ts'
import { listKpiTrend, type KpiPunt } from '../../domain/check/kpi/list-kpi-trend.ts'
import { listStuurindicatoren } from '../../domain/check/kpi/list-stuurindicatoren.ts'
import { findKernpartner } from '../../domain/plan/aanbieder/find-kernpartner.ts'
import { leesCertificaatregels } from '../../domain/plan/aanbieder/lees-certificaatregels.ts'
import { listCertificaten } from '../../domain/plan/aanbieder/list-certificaten.ts'
import { listContactpersonen } from '../../domain/plan/aanbieder/list-contactpersonen.ts'
import { listOmvang } from '../../domain/plan/aanbieder/list-omvang.ts'
import { leesOmvangregels } from '../../domain/plan/aanbieder/omvangregels.ts'
import { bekijkAanbieders, leesAanbiedersIn } from '../../domain/plan/aanbieder/lees-aanbieders-in.ts'
import { listAanbiedercijfers } from '../../domain/plan/aanbieder/list-aanbiedercijfers.ts'
import { listAanbieders, listAlleAanbieders } from '../../domain/plan/aanbieder/list-aanbieders.ts'
import {
  ContactpersoonInvoer,
  verwijderContactpersoon,
  voegContactpersoonToe,
  wijzigContactpersoon,
} from '../../domain/plan/aanbieder/bewaar-contactpersoon.ts'
import {
  findAanbieder,
  listBevindingenVan,
  listGeldPerJaar,
  listPlaatsen,
  type Aanbieder,
} from '../../domain/plan/aanbieder/queries.ts'
import { listGebeurtenissen } from '../../domain/plan/aanbieder/tijdlijn.ts'
import { CONTRACTROLLEN, wijzigContractmanager } from '../../domain/plan/aanbieder/wijzig-contractmanager.ts'
import { isOpen, leesKleinzicht } from '../../domain/plan/inrichting/kleine-aantallen.ts'
import { listGebruikers, listGemeenten, listSubregios } from '../../domain/plan/inrichting/queries.ts'
import { listKlassen } from '../../domain/plan/risico/list-klassen.ts'
import { leesRegels } from '../../domain/plan/overeenkomst/lees-regels.ts'
import { listAlleOvereenkomsten } from '../../domain/plan/overeenkomst/list-overeenkomsten.ts'
import { authorize, leesMet, type Recht } from '../../domain/rechten.ts'
import type { Context } from '../../platform/context.ts'
import { Weigering } from '../../platform/errors.ts'
import { inReadTransaction, together } from '../../platform/transaction.ts'
import { maakCsvInlezen } from '../csv/maak-csv-inlezen.tsx'
import { AanbiederDossierPage } from '../dossier/kaart-pages.tsx'
import { leesDossierlijst } from '../dossier/lijst.ts'
import { fieldErrors } from '../form.ts'
import { UUID } from '../lijst.ts'
import { metUitvoer } from '../met-uitvoer.ts'
import { render } from '../render-page.tsx'
import { routes } from '../routes.ts'
import type { Raam } from '../ui/pagina.tsx'
import { leesWeergaven } from '../weergave/weergaven.tsx'
import { AanbiederGesprekkenPage } from './gesprekken-page.tsx'
import { AanbiedersPage } from './aanbieders-page.tsx'
import { ContactpersoonPage } from './contactpersoon-page.tsx'
import { ContractmanagerPage } from './contractmanager-page.tsx'
import {
  AanbiederBevindingenPage,
  AanbiederGebeurtenissenPage,
  AanbiederKpisPage,
  AanbiederOvereenkomstenPage,
} from './deel-pages.tsx'
import { AanbiederGegevensPage } from './gegevens-page.tsx'
import type { Kaartgegevens } from './kaart.tsx'
import { aanbiederfilter, aanbiederQuery, leesAanbiederkeuze, type Aanbiederkeuze } from './keuze.ts'
import { AanbiederOverzichtPage } from './overzicht-page.tsx'
import { aanbiederuitvoer } from './uitvoer.ts'

const ID = '/aanbieders/:id{[0-9a-f-]{36}}'
const OP_KAART = 6
const ALLES = 200

export const aanbiederController = new Hono<AppEnv>()

aanbiederController.get('/aanbieders', async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'aanbieder:lezen')
  const keuze = leesAanbiederkeuze(c.req.query())
  const kpiJaar = ctx.today.year - 1
  const [{ lijst, cijfers }, plaatsen, weergaven] = await together(
    ctx,
    () => leesLijst(ctx, keuze, kpiJaar),
    () => listPlaatsen(ctx),
    () => leesWeergaven(ctx, 'aanbieders', aanbiederQuery(keuze)),
  )
  return render(c, <AanbiedersPage {...{ raam, ctx, keuze, lijst, cijfers, kpiJaar, plaatsen, weergaven }} />)
})

async function leesLijst(ctx: Context, keuze: Aanbiederkeuze, kpiJaar: number) {
  const lijst = await listAanbieders(ctx, aanbiederfilter(keuze, ctx.actor.id), keuze)
  return { lijst, cijfers: await listAanbiedercijfers(ctx, await leesKleinzicht(ctx), lijst.rijen, kpiJaar) }
}

metUitvoer(aanbiederController, '/aanbieders', 'aanbieder:lezen', async (ctx, c) => {
  const keuze = leesAanbiederkeuze(c.req.query())
  const rijen = await listAlleAanbieders(ctx, aanbiederfilter(keuze, ctx.actor.id), keuze)
  const cijfers = await listAanbiedercijfers(ctx, await leesKleinzicht(ctx), rijen, ctx.today.year - 1)
  const kolommen = aanbiederuitvoer(ctx, cijfers)
  return { kolommen, rijen }
})

maakCsvInlezen(aanbiederController, {
  pad: routes.aanbiedersInlezen(),
  soort: 'aanbieders',
  recht: 'aanbieder:inlezen',
  terug: { label: 'Aanbieders', href: routes.aanbieders() },
  bekijk: bekijkAanbieders,
  leesIn: leesAanbiedersIn,
})

aanbiederController.get('/aanbieders/contractmanager', async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'aanbieder:wijzigen')
  const keuze = leesAanbiederkeuze(c.req.query())
  const gedaan = /^[0-9]{1,6}$/.test(c.req.query('gedaan') ?? '') ? Number(c.req.query('gedaan')) : undefined
  return render(c, <ContractmanagerPage {...{ raam, keuze, gedaan }} {...await leesKeuzelijst(ctx, keuze)} />)
})

aanbiederController.post('/aanbieders/contractmanager', async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'aanbieder:wijzigen')
  const keuze = leesAanbiederkeuze(c.req.query())
  const velden = await c.req.parseBody({ all: true })
  const gekozen = [velden['aanbieder'] ?? []]
    .flat()
    .filter((id): id is string => typeof id === 'string' && UUID.test(id))
  try {
    if (gekozen.length === 0) {
      throw new Weigering(422, 'ongeldig', 'Kies ten minste één aanbieder.')
    }
    const { gewijzigd } = await wijzigContractmanager(ctx, {
      aanbiederIds: gekozen,
      ...leesPersoon('contractmanagerId', velden['contractmanagerId']),
      ...leesPersoon('achtervangerId', velden['achtervangerId']),
    })
    return c.redirect(routes.aanbiedersContractmanager({ ...c.req.query(), gedaan: gewijzigd }), 303)
  } catch (error) {
    const fout = alsInvoerfout(error)
    const lijst = await inReadTransaction(ctx, (ctx) => leesKeuzelijst(ctx, keuze))
    return render(c, <ContractmanagerPage {...{ raam, keuze, gekozen, fout }} {...lijst} />, 422)
  }
})

aanbiederController.get(ID, async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'aanbieder:lezen')
  const id = c.req.param('id')
  const aanbieder = await findAanbieder(ctx, id)
  const [
    kaart,
    kpis,
    overeenkomsten,
    regels,
    contactpersonen,
    bevindingen,
    certificaten,
    certificaatregels,
    gebeurtenissen,
  ] = await together(
    ctx,
    () => leesOmlijsting(ctx, raam, aanbieder),
    () => leesKpis(ctx),
    () => leesMet(ctx, 'overeenkomst:lezen', () => leesOvereenkomsten(ctx, id), []),
    () => leesRegels(ctx),
    () => listContactpersonen(ctx, id),
    () => leesMet(ctx, 'bevinding:lezen', () => listBevindingenVan(ctx, id, 5), []),
    () => listCertificaten(ctx, id),
    () => leesCertificaatregels(ctx),
    () => listGebeurtenissen(ctx, aanbieder, OP_KAART, 1),
  )
  return render(
    c,
    <AanbiederOverzichtPage
      {...{ ...kaart, ...kpis, overeenkomsten, regels, contactpersonen, bevindingen }}
      {...{ certificaten, certificaatregels, gebeurtenissen }}
    />,
  )
})

aanbiederController.get(`${ID}/overeenkomsten`, async (c) => {
  const kaart = await leesKaart(c.var.ctx, c.var.raam, c.req.param('id'), 'overeenkomst:lezen')
  await authorize(c.var.ctx, 'overeenkomst:lezen')
  const overeenkomsten = await leesOvereenkomsten(c.var.ctx, kaart.aanbieder.id)
  return render(c, <AanbiederOvereenkomstenPage {...kaart} overeenkomsten={overeenkomsten} />)
})

aanbiederController.get(`${ID}/kpis`, async (c) => {
  const kaart = await leesKaart(c.var.ctx, c.var.raam, c.req.param('id'), 'kpi:lezen')
  const stuurjaren = await leesStuurjaren(c.var.ctx, kaart.aanbieder)
  return render(c, <AanbiederKpisPage {...kaart} {...await leesKpis(c.var.ctx)} stuurjaren={stuurjaren} />)
})

aanbiederController.get(`${ID}/bevindingen`, async (c) => {
  const kaart = await leesKaart(c.var.ctx, c.var.raam, c.req.param('id'), 'bevinding:lezen')
  await authorize(c.var.ctx, 'bevinding:lezen')
  return render(
    c,
    <AanbiederBevindingenPage
      {...kaart}
      bevindingen={await listBevindingenVan(c.var.ctx, kaart.aanbieder.id, ALLES)}
      plannen={await leesMet(
        c.var.ctx,
        'verbeterplan:lezen',
        () => listPlannenVan(c.var.ctx, { aanbiederId: kaart.aanbieder.id }),
        [],
      )}
    />,
  )
})

aanbiederController.get(`${ID}/gesprekken`, async (c) => {
  const { ctx } = c.var
  const kaart = await leesKaart(ctx, c.var.raam, c.req.param('id'), 'gesprek:lezen')
  const aanbiederId = kaart.aanbieder.id
  const { regels, frequenties } = await leesGespreksregels(ctx)
  const gesprekken = await leesMet(
    ctx,
    'gesprek:lezen',
    async () => (await listGesprekken(ctx, { aanbiederId }, { sorteer: 'datum', richting: 'af', pagina: 1 })).rijen,
    [],
  )
  const acties = await leesMet(
    ctx,
    'actie:lezen',
    async () =>
      (await listActies(ctx, { aanbiederId, stand: 'lopend' }, { sorteer: 'einddatum', richting: 'op', pagina: 1 }))
        .rijen,
    [],
  )
  const versies = await leesMet(ctx, 'klasse:lezen', () => listKlassen(ctx, aanbiederId), null)
  const klasse = versies?.find(({ geldigVanaf }) => Temporal.PlainDate.compare(geldigVanaf, ctx.today) <= 0) ?? null
  const nodig = hoeveelGesprekken(regels.minimum, klasse?.klasse ?? null, frequenties)
  return render(
    c,
    <AanbiederGesprekkenPage
      {...{ ...kaart, soorten: regels.soorten, gesprekken, acties, klasse, nodig }}
      metKlasse={versies !== null}
    />,
  )
})

aanbiederController.get(`${ID}/gebeurtenissen`, async (c) => {
  const kaart = await leesKaart(c.var.ctx, c.var.raam, c.req.param('id'))
  return render(
    c,
    <AanbiederGebeurtenissenPage
      {...kaart}
      gebeurtenissen={await listGebeurtenissen(c.var.ctx, kaart.aanbieder, ALLES)}
    />,
  )
})

aanbiederController.get(`${ID}/gegevens`, async (c) => {
  const gegevens = await leesGegevens(c.var.ctx, c.var.raam, c.req.param('id'))
  return render(c, <AanbiederGegevensPage {...gegevens} gedaan={c.req.query('gedaan')} />)
})

aanbiederController.post(`${ID}/gegevens`, async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'aanbieder:wijzigen')
  const id = c.req.param('id')
  const velden = await c.req.parseBody()
  try {
    await wijzigContractmanager(ctx, {
      aanbiederIds: [id],
      ...leesPersoon('contractmanagerId', velden['contractmanagerId']),
      ...leesPersoon('achtervangerId', velden['achtervangerId']),
    })
  } catch (error) {
    const fout = alsInvoerfout(error)
    const gegevens = await inReadTransaction(ctx, (ctx) => leesGegevens(ctx, raam, id))
    return render(c, <AanbiederGegevensPage {...gegevens} fout={fout} />, 422)
  }
  return c.redirect(`${routes.aanbieder(id, 'gegevens')}?gedaan=contractmanager`, 303)
})

aanbiederController.get(`${ID}/contactpersonen`, async (c) => {
  await authorize(c.var.ctx, 'aanbieder:wijzigen')
  return render(c, <ContactpersoonPage raam={c.var.raam} {...await leesKeuzes(c.var.ctx, c.req.param('id'))} />)
})

aanbiederController.get(`${ID}/contactpersonen/:persoon{[0-9a-f-]{36}}`, async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'aanbieder:wijzigen')
  const keuzes = await leesKeuzes(ctx, c.req.param('id'))
  const persoon = (await listContactpersonen(ctx, keuzes.aanbieder.id)).find(({ id }) => id === c.req.param('persoon'))
  if (!persoon) {
    return c.notFound()
  }
  const { id, overeenkomsten, gemeenten, ...waarden } = persoon
  const gekozen = [...overeenkomsten.map((een) => een.id), ...gemeenten.map(({ code }) => code)]
  return render(c, <ContactpersoonPage {...{ raam, id, waarden, gekozen }} {...keuzes} />)
})

for (const pad of [`${ID}/contactpersonen`, `${ID}/contactpersonen/:persoon{[0-9a-f-]{36}}`] as const) {
  aanbiederController.post(pad, async (c) => {
    const { ctx, raam } = c.var
    await authorize(ctx, 'aanbieder:wijzigen')
    const aanbiederId = c.req.param('id')
    const persoonId = c.req.param('persoon')
    const { overeenkomstIds = [], gemeenteCodes = [], ...velden } = await c.req.parseBody({ all: true })
    const waarden = velden as Record<string, string>
    const invoer = ContactpersoonInvoer.safeParse({
      ...waarden,
      overeenkomstIds: [overeenkomstIds].flat(),
      gemeenteCodes: [gemeenteCodes].flat(),
    })
    if (!invoer.success) {
      const keuzes = await inReadTransaction(ctx, (ctx) => leesKeuzes(ctx, aanbiederId))
      const fouten = fieldErrors(invoer.error)
      const gekozen = [overeenkomstIds, gemeenteCodes].flat().filter((een) => typeof een === 'string')
      return render(c, <ContactpersoonPage {...{ raam, waarden, fouten, gekozen }} {...keuzes} id={persoonId} />, 422)
    }
    await (persoonId
      ? wijzigContactpersoon(ctx, aanbiederId, persoonId, invoer.data)
      : voegContactpersoonToe(ctx, aanbiederId, invoer.data))
    return c.redirect(`${routes.aanbieder(aanbiederId, 'gegevens')}?gedaan=contactpersoon`, 303)
  })
}

aanbiederController.post(`${ID}/contactpersonen/:persoon{[0-9a-f-]{36}}/verwijderen`, async (c) => {
  await verwijderContactpersoon(c.var.ctx, c.req.param('id'), c.req.param('persoon'))
  return c.redirect(`${routes.aanbieder(c.req.param('id'), 'gegevens')}?gedaan=verwijderd`, 303)
})

/** What stands around every part; `deel` is the right the part itself asks, refused before anything is read. */
aanbiederController.get(`${ID}/dossier`, async (c) => {
  const { ctx, raam } = c.var
  const kaart = await leesKaart(ctx, raam, c.req.param('id'), 'document:lezen')
  await authorize(ctx, 'document:lezen')
  return render(
    c,
    <AanbiederDossierPage
      {...kaart}
      {...await leesDossierlijst(ctx, 'aanbieders', kaart.aanbieder.id, c.req.query())}
    />,
  )
})

async function leesKaart(
  ctx: Context,
  raam: Raam,
  id: string,
  deel: Recht = 'aanbieder:lezen',
): Promise<Kaartgegevens & { punten: KpiPunt[] }> {
  await authorize(ctx, deel)
  await authorize(ctx, 'aanbieder:lezen')
  return leesOmlijsting(ctx, raam, await findAanbieder(ctx, id))
}

async function leesOmlijsting(ctx: Context, raam: Raam, aanbieder: Aanbieder) {
  const { id } = aanbieder
  const klein = await leesKleinzicht(ctx)
  const [cijfers, punten, kernpartner] = await together(
    ctx,
    () => listAanbiedercijfers(ctx, klein, [aanbieder], ctx.today.year - 1),
    () => leesMet<KpiPunt[], KpiPunt[]>(ctx, 'kpi:lezen', () => listKpiTrend(ctx, klein, id), []),
    () => findKernpartner(ctx, id),
  )
  const clienten = raam.zonderKpis ? await leesClienten(ctx, aanbieder) : telClienten(punten)
  return { raam, ctx, aanbieder, cijfers: cijfers.get(id)!, punten, kernpartner, clienten }
}

/** Clients with care this year, each once; nothing for who may not read figures. */
function leesClienten(ctx: Context, aanbieder: Aanbieder): Promise<Kaartgegevens['clienten']> {
  const jaar = ctx.today.year
  const lees = async () => {
    const nu = (await listOmvang(ctx, aanbieder)).find((een) => een.jaar === jaar)
    return { jaar, aantal: nu?.clienten ?? 0, uniek: true }
  }
  return leesMet<Kaartgegevens['clienten'], Kaartgegevens['clienten']>(ctx, 'kpi:lezen', lees, null)
}

/** Clients in care in the newest year, each counted once per subregio (the three KPI's count the same ones). */
function telClienten(punten: KpiPunt[]): Kaartgegevens['clienten'] {
  const jaar = Math.max(...punten.map((punt) => punt.jaar))
  const eerste = punten.filter((punt) => punt.jaar === jaar && punt.kpi === 'start-zorg')
  return eerste.length === 0 ? null : { jaar, aantal: somGetoond(eerste.map(({ clientenInZorg }) => clientenInZorg)) }
}

async function leesKpis(ctx: Context) {
  const [definities, subregios] = await Promise.all([listDefinities(ctx, ctx.today), listSubregios(ctx)])
  return { definities, subregios }
}

async function leesStuurjaren(ctx: Context, { id, agb }: Aanbieder) {
  const klein = await leesKleinzicht(ctx)
  if (klein === null || isOpen(klein, { agb })) return listStuurindicatoren(ctx, id)
  return { minimum: klein.minimum, jaren: await listGlobaleStuurindicatoren(ctx, klein, id) }
}

function leesOvereenkomsten(ctx: Context, aanbiederId: string) {
  return listAlleOvereenkomsten(ctx, { aanbiederId }, { sorteer: 'looptTot', richting: 'af', pagina: 1 })
}

async function leesGegevens(ctx: Context, raam: Raam, id: string) {
  const kaart = await leesKaart(ctx, raam, id)
  return {
    ...kaart,
    contactpersonen: await listContactpersonen(ctx, id),
    geld: await leesMet(ctx, 'budget:lezen', () => listGeldPerJaar(ctx, kaart.aanbieder), null),
    certificaten: await listCertificaten(ctx, id),
    certificaatregels: await leesCertificaatregels(ctx),
    omvang: await listOmvang(ctx, kaart.aanbieder),
    omvangregels: await leesOmvangregels(ctx),
    personen: await listGebruikers(ctx, CONTRACTROLLEN),
  }
}

/** What a contactpersoon can be there for. */
async function leesKeuzes(ctx: Context, id: string) {
  await authorize(ctx, 'aanbieder:wijzigen')
  return {
    aanbieder: await findAanbieder(ctx, id),
    overeenkomsten: await leesOvereenkomsten(ctx, id),
    gemeenten: await listGemeenten(ctx),
  }
}

async function leesKeuzelijst(ctx: Context, keuze: Aanbiederkeuze) {
  await authorize(ctx, 'aanbieder:wijzigen')
  return {
    lijst: await listAanbieders(ctx, aanbiederfilter(keuze, ctx.actor.id), keuze),
    personen: await listGebruikers(ctx, CONTRACTROLLEN),
  }
}

/** A person from a form: an id, '' for nobody, anything else leaves it as it is. */
function leesPersoon<Veld extends 'contractmanagerId' | 'achtervangerId'>(
  veld: Veld,
  waarde: unknown,
): { [V in Veld]?: string | null } {
  if (waarde === '') {
    return { [veld]: null } as { [V in Veld]?: string | null }
  }
  return (typeof waarde === 'string' && UUID.test(waarde) ? { [veld]: waarde } : {}) as { [V in Veld]?: string | null }
}

/** The sentence of a refusal that belongs beside the form; anything else goes on. */
function alsInvoerfout(error: unknown): string {
  if (error instanceof Weigering && error.status === 422) {
    return error.message
  }
  throw error
}
