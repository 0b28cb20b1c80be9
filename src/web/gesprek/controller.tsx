import { Hono } from 'hono'
import type { AppEnv } from '../../app-env.ts'
import { findEscalatieVan, type EscalatieMetStand } from '../../domain/act/escalatie/queries.ts'
import { Gespreksinvoer } from '../../domain/act/gesprek/gesprek.ts'
import { standen } from '../../domain/act/gesprek/gespreksstand.ts'
import { leesGespreksregels } from '../../domain/act/gesprek/lees-gespreksregels.ts'
import { listContactpersonenVan } from '../../domain/act/gesprek/list-contactpersonen-van.ts'
import { listGesprekken, type GesprekInLijst } from '../../domain/act/gesprek/list-gesprekken.ts'
import { listGezien, listOpdrachtgevers, type GezienInLijst } from '../../domain/act/gesprek/list-gezien.ts'
import { planGesprek } from '../../domain/act/gesprek/plan-gesprek.ts'
import { planVolgensRegel } from '../../domain/act/gesprek/plan-volgens-regel.ts'
import { stelPlanningVoor } from '../../domain/act/gesprek/stel-planning-voor.ts'
import { gezienstand } from '../../domain/act/gesprek/te-weinig-gezien.ts'
import { listAanbiedernamen } from '../../domain/check/bevinding/queries.ts'
import { findAanbieder } from '../../domain/plan/aanbieder/queries.ts'
import { listGemeenten } from '../../domain/plan/inrichting/queries.ts'
import { listAlleOvereenkomsten } from '../../domain/plan/overeenkomst/list-overeenkomsten.ts'
import { authorize, leesMet } from '../../domain/rechten.ts'
import type { Context } from '../../platform/context.ts'
import { notFound, Weigering } from '../../platform/errors.ts'
import { inReadTransaction } from '../../platform/transaction.ts'
import { dagveld } from '../invoer.ts'
import { fieldErrors, tekst } from '../form.ts'
import { findGekozen } from '../aanbiederkeuze.ts'
import { UUID } from '../lijst.ts'
import { metUitvoer } from '../met-uitvoer.ts'
import { render } from '../render-page.tsx'
import { routes } from '../routes.ts'
import type { Veldfout } from '../ui/foutenlijst.tsx'
import { geefUitvoer, type Uitvoerkolom } from '../uitvoer.ts'
import { leesWeergaven } from '../weergave/weergaven.tsx'
import { listCollegas } from './collegas.ts'
import { GesprekkenPage } from './gesprekken-page.tsx'
import { GezienPage, gezienwoorden } from './gezien-page.tsx'
import { gespreksquery, leesFilter, leesGezienkeuze, leesJaar, leesKeuze } from './keuze.ts'
import { NieuwGesprekPage, type Keuzes } from './nieuw-page.tsx'
import { PlannenPage } from './plannen-page.tsx'
import { termijnVan } from './woorden.ts'

export const gesprekkenController = new Hono<AppEnv>()

gesprekkenController.get('/gesprekken', async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'gesprek:lezen')
  const keuze = leesKeuze(c.req.query())
  const lijst = await listGesprekken(ctx, leesFilter(ctx, keuze), keuze)
  const { soorten } = (await leesGespreksregels(ctx)).regels
  const aanbieder = await findGekozen(ctx, keuze)
  const weergaven = await leesWeergaven(ctx, 'gesprekken', gespreksquery(keuze))
  return render(c, <GesprekkenPage {...{ raam, ctx, keuze, lijst, soorten, aanbieder, weergaven }} />)
})

metUitvoer(gesprekkenController, '/gesprekken', 'gesprek:lezen', async (ctx, c) => {
  const keuze = leesKeuze(c.req.query())
  const { rijen } = await listGesprekken(ctx, leesFilter(ctx, keuze), { ...keuze, pagina: null })
  return { kolommen: uitvoer(ctx.today), rijen }
})

for (const soort of ['xlsx', 'csv'] as const) {
  gesprekkenController.get(`/gesprekken/gezien.${soort}`, async (c) => {
    const { ctx } = c.var
    await authorize(ctx, 'gesprek:plannen')
    const keuze = leesGezienkeuze(c.req.query(), ctx.today)
    const { rijen } = await leesGezien(ctx, keuze, null)
    return geefUitvoer({ soort, naam: `gezien-${String(keuze.jaar)}`, kolommen: gezienuitvoer(ctx, keuze.jaar), rijen })
  })
}

gesprekkenController.get('/gesprekken/gezien', async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'gesprek:plannen')
  const keuze = leesGezienkeuze(c.req.query(), ctx.today)
  const regels = await leesGespreksregels(ctx)
  const lijst = await leesGezien(ctx, keuze, keuze.pagina)
  const opdrachtgevers = await listOpdrachtgevers(ctx, keuze.jaar)
  return render(c, <GezienPage {...{ raam, ctx, keuze, lijst, regels, opdrachtgevers }} />)
})

gesprekkenController.get('/gesprekken/plannen', async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'gesprek:plannen')
  const { jaar, van } = leesPlankeuze(ctx, c.req.query())
  const voorstellen = await stelPlanningVoor(
    ctx,
    await leesGespreksregels(ctx),
    jaar,
    van === 'mij' ? ctx.actor.id : undefined,
  )
  const gedaan = /^[0-9]{1,4}$/.test(c.req.query('gedaan') ?? '') ? Number(c.req.query('gedaan')) : undefined
  return render(c, <PlannenPage {...{ raam, ctx, jaar, van, voorstellen, gedaan }} />)
})

gesprekkenController.post('/gesprekken/plannen', async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'gesprek:plannen')
  const { jaar, van } = leesPlankeuze(ctx, c.req.query())
  const velden = await c.req.parseBody({ all: true })
  const gekozen = [velden['voorstel'] ?? []].flat().flatMap((een) => {
    const [aanbiederId = '', dag = ''] = typeof een === 'string' ? een.split(' ') : []
    return UUID.test(aanbiederId) && /^20\d\d-\d\d-\d\d$/.test(dag)
      ? [{ aanbiederId, datum: Temporal.PlainDate.from(dag) }]
      : []
  })
  if (gekozen.length === 0) {
    const voorstellen = await inReadTransaction(ctx, async (ctx) =>
      stelPlanningVoor(ctx, await leesGespreksregels(ctx), jaar, van === 'mij' ? ctx.actor.id : undefined),
    )
    return render(
      c,
      <PlannenPage {...{ raam, ctx, jaar, van, voorstellen }} fout="Kies ten minste één gesprek." />,
      422,
    )
  }
  const gedaan = await planVolgensRegel(ctx, gekozen)
  return c.redirect(routes.gesprekkenPlannen({ jaar, van, gedaan }), 303)
})

gesprekkenController.get('/gesprekken/nieuw', async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'gesprek:plannen')
  const query = c.req.query()
  return render(c, <NieuwGesprekPage raam={raam} keuzes={await leesKeuzes(ctx, query)} />)
})

gesprekkenController.post('/gesprekken/nieuw', async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'gesprek:plannen')
  const { overeenkomstIds = [], contactpersonen = [], collegas = [], ...velden } = await c.req.parseBody({ all: true })
  const waarden = velden as Record<string, string>
  const gekozen = [overeenkomstIds, contactpersonen, collegas].flat().filter((een) => typeof een === 'string')
  const opnieuw = async (fouten: Veldfout[]) => {
    const keuzes = await inReadTransaction(ctx, (ctx) => leesKeuzes(ctx, waarden))
    return render(c, <NieuwGesprekPage {...{ raam, keuzes, waarden, gekozen, fouten }} />, 422)
  }
  const datum = dagveld.safeParse(waarden['datum'])
  const invoer = Gespreksinvoer.safeParse({
    ...waarden,
    datum: datum.data,
    overeenkomstIds: [overeenkomstIds].flat(),
    contactpersoonIds: [contactpersonen].flat(),
    gebruikerIds: [collegas].flat(),
  })
  if (!invoer.success) return opnieuw(fieldErrors(invoer.error))
  try {
    return c.redirect(`${routes.gesprek(await planGesprek(ctx, invoer.data))}?gedaan=gepland`, 303)
  } catch (error) {
    if (!(error instanceof Weigering) || error.status !== 422) throw error
    return opnieuw([{ veld: error.code, melding: error.message }])
  }
})

async function leesKeuzes(ctx: Context, query: Record<string, string>): Promise<Keuzes> {
  await authorize(ctx, 'gesprek:plannen')
  const zaak = await leesZaakVan(ctx, tekst(query['escalatieId']) || tekst(query['escalatie']))
  // a meeting for a case is with its aanbieder
  const soorten = (await leesGespreksregels(ctx)).regels.soorten.filter(
    ({ partij }) => zaak === null || partij === 'aanbieder',
  )
  const soort = soorten.find(({ code }) => code === query['soort']) ?? soorten[0]!
  const gevraagd = zaak?.aanbiederId ?? (tekst(query['aanbiederId']) || tekst(query['aanbieder']))
  const aanbieder = soort.partij === 'aanbieder' && UUID.test(gevraagd) ? await findAanbieder(ctx, gevraagd) : null
  const alle = aanbieder
    ? await listAlleOvereenkomsten(ctx, { aanbiederId: aanbieder.id }, { sorteer: 'nummer', richting: 'op', pagina: 1 })
    : []
  const loopt = alle.filter(
    ({ begindatum, looptTot }) =>
      Temporal.PlainDate.compare(begindatum, ctx.today) <= 0 && Temporal.PlainDate.compare(looptTot, ctx.today) >= 0,
  )
  return {
    soorten,
    soort,
    zaak,
    aanbieders: soort.partij === 'aanbieder' ? await listAanbiedernamen(ctx) : [],
    aanbiederId: aanbieder?.id ?? '',
    gemeenten: soort.partij === 'opdrachtgever' ? await listGemeenten(ctx) : [],
    overeenkomsten: loopt,
    contactpersonen: aanbieder ? await listContactpersonenVan(ctx, aanbieder.id) : [],
    collegas: (await listCollegas(ctx)).filter(({ id }) => id !== (aanbieder?.contractmanagerId ?? ctx.actor.id)),
  }
}

async function leesZaakVan(ctx: Context, id: string): Promise<EscalatieMetStand | null> {
  if (!UUID.test(id)) return null
  const zaak = await leesMet(ctx, 'escalatie:lezen', () => findEscalatieVan(ctx, id), null)
  if (!zaak) throw notFound('Deze escalatie')
  return zaak
}

async function leesGezien(ctx: Context, keuze: ReturnType<typeof leesGezienkeuze>, pagina: number | null) {
  const filter = { jaar: keuze.jaar, teWeinig: !keuze.alle, vanMij: keuze.van === 'mij' ? ctx.actor.id : undefined }
  return listGezien(ctx, await leesGespreksregels(ctx), filter, { ...keuze, pagina })
}

function leesPlankeuze(ctx: Context, query: Record<string, string>) {
  const van: 'mij' | '' = query['van'] === 'mij' ? 'mij' : ''
  return { jaar: leesJaar(query['jaar'], ctx.today), van }
}

function uitvoer(vandaag: Temporal.PlainDate): Uitvoerkolom<GesprekInLijst>[] {
  return [
    { kop: 'Datum', soort: 'datum', waarde: ({ datum }) => datum },
    { kop: 'Van', waarde: ({ begintijd }) => begintijd },
    { kop: 'Titel', waarde: ({ titel }) => titel },
    { kop: 'Met', waarde: ({ met }) => met },
    { kop: 'Soort', waarde: ({ soort }) => soort },
    { kop: 'Leidt', waarde: ({ eigenaar }) => eigenaar },
    { kop: 'Stand', waarde: ({ stand }) => standen[stand] },
    { kop: 'Termijn', waarde: (rij) => termijnVan(rij, vandaag).tekst },
  ]
}

function gezienuitvoer(ctx: Context, jaar: number): Uitvoerkolom<GezienInLijst>[] {
  return [
    { kop: 'Aanbieder', waarde: ({ naam }) => naam },
    { kop: 'Contractmanager', waarde: ({ contractmanager }) => contractmanager },
    { kop: 'Klasse', soort: 'getal', waarde: ({ klasse }) => klasse },
    { kop: 'Nodig', soort: 'getal', waarde: ({ nodig }) => nodig },
    { kop: 'Gehouden', soort: 'getal', waarde: ({ gehouden }) => gehouden },
    { kop: 'Gepland', soort: 'getal', waarde: ({ gepland }) => gepland },
    { kop: 'Laatste', soort: 'datum', waarde: ({ laatste }) => laatste },
    { kop: 'Volgende', soort: 'datum', waarde: ({ volgende }) => volgende },
    { kop: 'Stand', waarde: (rij) => gezienwoorden[gezienstand(rij, jaar, ctx.today)] },
  ]
}
