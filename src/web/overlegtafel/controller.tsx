import { Hono } from 'hono'
import type { AppEnv } from '../../app-env.ts'
import { AfwijkingInvoer, Onderwerp, Plek, Reden } from '../../domain/act/overlegtafel/invoer.ts'
import { leesTafelbron, leesTafelfrequentie, leesTafelregels } from '../../domain/act/overlegtafel/lees-tafelregels.ts'
import { listKandidaten } from '../../domain/act/overlegtafel/list-kandidaten.ts'
import { listGehouden, listTafelproducten } from '../../domain/act/overlegtafel/list-tafelproducten.ts'
import { listTeToetsen } from '../../domain/act/overlegtafel/list-toetsen.ts'
import { planOverlegtafel } from '../../domain/act/overlegtafel/plan-overlegtafel.ts'
import { findOverlegtafel, listOverlegtafels, type Overlegtafel } from '../../domain/act/overlegtafel/queries.ts'
import { laatOverlegtafelVervallen, sluitOverlegtafel } from '../../domain/act/overlegtafel/sluit-overlegtafel.ts'
import { stelOverlegtafelSamen } from '../../domain/act/overlegtafel/stel-overlegtafel-samen.ts'
import { verstuurUitnodigingen } from '../../domain/act/overlegtafel/verstuur-uitnodigingen.ts'
import { wijkAf } from '../../domain/act/overlegtafel/wijk-af.ts'
import { verplaatsOverlegtafel, wijzigOverlegtafel } from '../../domain/act/overlegtafel/wijzig-overlegtafel.ts'
import { zonderTafel } from '../../domain/act/overlegtafel/zonder-tafel.ts'
import { leesKleinzicht } from '../../domain/plan/inrichting/kleine-aantallen.ts'
import { listSubregios } from '../../domain/plan/inrichting/queries.ts'
import { authorize } from '../../domain/rechten.ts'
import type { Context } from '../../platform/context.ts'
import { notFound, Weigering } from '../../platform/errors.ts'
import { inReadTransaction } from '../../platform/transaction.ts'
import { dagveld, fieldErrors } from '../form.ts'
import { leesBladzijde, leesWoord } from '../lijst.ts'
import { metUitvoer } from '../met-uitvoer.ts'
import { render } from '../render-page.tsx'
import { routes } from '../routes.ts'
import { datum } from '../ui/notatie.ts'
import type { Veldfout } from '../ui/foutenlijst.tsx'
import { leesWeergaven } from '../weergave/weergaven.tsx'
import { AfwijkenPage, VervallenPage } from './formulier-pages.tsx'
import { OverlegtafelsPage, STANDAARD, tafelQuery, type Keuze } from './overlegtafels-page.tsx'
import { SamenstellingPage } from './samenstelling-page.tsx'
import { TafelFormPage, type Waarden } from './tafel-form-page.tsx'
import { tafeluitvoer } from './uitvoer-kolommen.ts'
import { alsVeldfout, eisBinnen, leesVersie } from './verzoek.ts'

const ID = '/overlegtafels/:id{[0-9a-f-]{36}}'
const datumveld = { datum: dagveld('Vul de datum in') }
const Tafel = Onderwerp.extend(Plek.shape).extend(datumveld)
const Afspraak = Plek.extend(datumveld)

export const tafelController = new Hono<AppEnv>()

tafelController.get('/overlegtafels', async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'overlegtafel:lezen')
  const keuze = leesKeuze(c.req.query())
  const lijst = await listOverlegtafels(ctx, leesFilter(keuze), keuze)
  const producten = await listTafelproducten(ctx)
  const { zonder, teToetsen } = await leesPlichten(ctx, producten)
  const weergaven = await leesWeergaven(ctx, 'overlegtafels', tafelQuery(keuze))
  const bron = await leesTafelbron(ctx)
  return render(
    c,
    <OverlegtafelsPage {...{ raam, ctx, keuze, lijst, producten, zonder, teToetsen, bron, weergaven }} />,
  )
})

metUitvoer(tafelController, '/overlegtafels', 'overlegtafel:lezen', async (ctx, c) => {
  const keuze = leesKeuze(c.req.query())
  const { rijen } = await listOverlegtafels(ctx, leesFilter(keuze), { ...keuze, pagina: null })
  return { kolommen: tafeluitvoer, rijen }
})

tafelController.get('/overlegtafels/nieuw', async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'overlegtafel:organiseren')
  const waarden = { categorieen: [c.req.query('product') ?? ''], wijze: 'fysiek' }
  return render(c, <TafelFormPage raam={raam} {...await leesKeuzes(ctx)} waarden={waarden} />)
})

tafelController.post('/overlegtafels/nieuw', async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'overlegtafel:organiseren')
  const waarden = leesWaarden(await c.req.parseBody({ all: true }))
  const opnieuw = async (fouten: Veldfout[]) => {
    const keuzes = await inReadTransaction(ctx, (ctx) => leesKeuzes(ctx))
    return render(c, <TafelFormPage raam={raam} {...keuzes} waarden={waarden} fouten={fouten} />, 422)
  }
  const invoer = Tafel.safeParse(waarden)
  if (!invoer.success) return opnieuw(fieldErrors(invoer.error))
  try {
    const id = await planOverlegtafel(ctx, invoer.data)
    return c.redirect(routes.overlegtafel(id, undefined, { gedaan: 'gepland' }), 303)
  } catch (error) {
    return opnieuw(alsVeldfout(error))
  }
})

tafelController.get(`${ID}/wijzigen`, async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'overlegtafel:organiseren')
  const tafel = await findOverlegtafel(ctx, c.req.param('id'))
  return render(
    c,
    <TafelFormPage
      raam={raam}
      {...await leesKeuzes(ctx, tafel)}
      waarden={alsWaarden(tafel)}
      tafel={alsFormulier(tafel)}
    />,
  )
})

tafelController.post(`${ID}/wijzigen`, async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'overlegtafel:organiseren')
  const id = c.req.param('id')
  const waarden = leesWaarden(await c.req.parseBody({ all: true }))
  const tafel = await inReadTransaction(ctx, (ctx) => findOverlegtafel(ctx, id))
  const gezien = leesVersie(waarden['versie'])
  const opnieuw = async (fouten: Veldfout[]) => {
    const keuzes = await inReadTransaction(ctx, (ctx) => leesKeuzes(ctx, tafel))
    const formulier = { ...alsFormulier(tafel), versie: gezien }
    return render(c, <TafelFormPage raam={raam} {...keuzes} waarden={waarden} fouten={fouten} tafel={formulier} />, 422)
  }
  const mis: Veldfout[] = []
  // a composed table keeps its subject; only when and where are asked then
  if (tafel.samengesteldOp) {
    const invoer = Afspraak.safeParse(waarden)
    if (!invoer.success) return opnieuw(fieldErrors(invoer.error))
    await verplaatsOverlegtafel(ctx, id, invoer.data, gezien).catch((error: unknown) =>
      mis.push(...alsVeldfout(error, 'datum')),
    )
  } else {
    const invoer = Tafel.safeParse(waarden)
    if (!invoer.success) return opnieuw(fieldErrors(invoer.error))
    await wijzigOverlegtafel(ctx, id, invoer.data, gezien).catch((error: unknown) => mis.push(...alsVeldfout(error)))
  }
  if (mis.length > 0) return opnieuw(mis)
  return c.redirect(routes.overlegtafel(id, undefined, { gedaan: 'gewijzigd' }), 303)
})

tafelController.get(`${ID}/samenstelling`, async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'overlegtafel:lezen')
  eisBinnen(ctx)
  const tafel = await findOverlegtafel(ctx, c.req.param('id'))
  const kandidaten = await listKandidaten(ctx, tafel.id)
  const { regels } = await leesTafelregels(ctx)
  const subregios = await listSubregios(ctx)
  const gedaan = c.req.query('gedaan')
  const minimum = (await leesKleinzicht(ctx))?.minimum ?? null
  return render(c, <SamenstellingPage {...{ raam, ctx, tafel, kandidaten, regels, subregios, minimum, gedaan }} />)
})

tafelController.post(`${ID}/samenstelling`, async (c) => {
  const { ctx } = c.var
  await authorize(ctx, 'overlegtafel:organiseren')
  const id = c.req.param('id')
  await stelOverlegtafelSamen(ctx, id, leesVersie((await c.req.parseBody())['versie']))
  return c.redirect(routes.overlegtafel(id, 'samenstelling', { gedaan: 'samengesteld' }), 303)
})

tafelController.get(`${ID}/afwijken`, async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'overlegtafel:organiseren')
  return render(
    c,
    <AfwijkenPage raam={raam} {...await leesKandidaat(ctx, c.req.param('id'), c.req.query('aanbieder'))} />,
  )
})

tafelController.post(`${ID}/afwijken`, async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'overlegtafel:organiseren')
  const id = c.req.param('id')
  const waarden = await c.req.parseBody<Record<string, string>>()
  const opnieuw = async (fouten: Veldfout[]) => {
    const gegevens = await inReadTransaction(ctx, (ctx) => leesKandidaat(ctx, id, waarden['aanbiederId']))
    return render(c, <AfwijkenPage raam={raam} {...gegevens} waarden={waarden} fouten={fouten} />, 422)
  }
  const invoer = AfwijkingInvoer.safeParse(waarden)
  if (!invoer.success) return opnieuw(fieldErrors(invoer.error))
  try {
    await wijkAf(ctx, id, invoer.data)
  } catch (error) {
    return opnieuw(alsVeldfout(error, 'motivering'))
  }
  return c.redirect(routes.overlegtafel(id, 'samenstelling', { gedaan: 'afgeweken' }), 303)
})

tafelController.post(`${ID}/uitnodigingen`, async (c) => {
  const { ctx } = c.var
  await authorize(ctx, 'overlegtafel:organiseren')
  const id = c.req.param('id')
  await verstuurUitnodigingen(ctx, id, leesVersie((await c.req.parseBody())['versie']))
  return c.redirect(routes.overlegtafel(id, 'deelnemers', { gedaan: 'uitgenodigd' }), 303)
})

tafelController.post(`${ID}/sluiten`, async (c) => {
  const { ctx } = c.var
  await authorize(ctx, 'overlegtafel:organiseren')
  await sluitOverlegtafel(ctx, c.req.param('id'))
  return c.redirect(routes.overlegtafel(c.req.param('id'), undefined, { gedaan: 'gesloten' }), 303)
})

tafelController.get(`${ID}/vervallen`, async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'overlegtafel:organiseren')
  return render(c, <VervallenPage raam={raam} tafel={await findOverlegtafel(ctx, c.req.param('id'))} />)
})

tafelController.post(`${ID}/vervallen`, async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'overlegtafel:organiseren')
  const id = c.req.param('id')
  const waarden = await c.req.parseBody<Record<string, string>>()
  const invoer = Reden.safeParse(waarden)
  if (!invoer.success) {
    const tafel = await inReadTransaction(ctx, (ctx) => findOverlegtafel(ctx, id))
    return render(c, <VervallenPage {...{ raam, tafel, waarden }} fouten={fieldErrors(invoer.error)} />, 422)
  }
  await laatOverlegtafelVervallen(ctx, id, invoer.data)
  return c.redirect(routes.overlegtafel(id, undefined, { gedaan: 'vervallen' }), 303)
})

async function leesKandidaat(ctx: Context, id: string, aanbiederId: string | undefined) {
  const tafel = await findOverlegtafel(ctx, id)
  const kandidaat = (await listKandidaten(ctx, id)).find((een) => een.aanbiederId === aanbiederId)
  if (!kandidaat) throw notFound('Deze aanbieder')
  return { tafel, kandidaat }
}

/** What must still happen (TAF-02, TAF-16); nothing where the regelset has no tables, so that the list still opens. */
async function leesPlichten(ctx: Context, producten: Awaited<ReturnType<typeof listTafelproducten>>) {
  const niets = { zonder: null, teToetsen: [] }
  if (ctx.actor.agb !== null) return niets
  try {
    const frequentie = await leesTafelfrequentie(ctx)
    const { regels } = await leesTafelregels(ctx)
    return {
      zonder: frequentie && zonderTafel(producten, await listGehouden(ctx), ctx.today.year, frequentie),
      teToetsen: await listTeToetsen(ctx, regels),
    }
  } catch (error) {
    if (error instanceof Weigering && error.status === 404) return niets
    throw error
  }
}

async function leesKeuzes(ctx: Context, tafel?: Overlegtafel) {
  // what a table is about stays a choice, also when it is not contracted any more
  const nu = await listTafelproducten(ctx)
  const eigen = (await listTafelproducten(ctx, { alle: true })).filter(
    ({ code }) => tafel?.categorieen.includes(code) && !nu.some((een) => een.code === code),
  )
  return { producten: [...nu, ...eigen], subregios: await listSubregios(ctx) }
}

function leesWaarden(velden: Record<string, string | File | (string | File)[]>): Waarden {
  const teksten = Object.entries(velden).map(([naam, waarde]): [string, string | string[]] => {
    const delen = [waarde].flat().filter((deel) => typeof deel === 'string')
    return [naam, naam === 'categorieen' ? delen : (delen[0] ?? '')]
  })
  return { categorieen: [], ...Object.fromEntries(teksten) }
}

function alsWaarden(tafel: Overlegtafel): Waarden {
  const { titel, thema, categorieen, begintijd, wijze, plaats } = tafel
  const tijd = begintijd.replace(':', '.')
  return {
    titel,
    thema,
    categorieen,
    subregioId: tafel.subregioId ?? '',
    datum: datum(tafel.datum).slice(3),
    begintijd: tijd,
    wijze,
    plaats,
  }
}

function alsFormulier({ id, titel, versie, samengesteldOp, uitgenodigdOp }: Overlegtafel) {
  return { id, titel, versie, vast: samengesteldOp !== null, uitgenodigd: uitgenodigdOp !== null }
}

function leesKeuze(query: Record<string, string>): Keuze {
  const { product = '', jaar = '' } = query
  return {
    ...leesBladzijde(query, ['datum', 'titel'], STANDAARD),
    stand: leesWoord(query['stand'], ['gesloten', 'vervallen', 'alle']) ?? 'open',
    product: /^\d{2}$/.test(product) ? product : '',
    jaar: /^20\d{2}$/.test(jaar) ? jaar : '',
  }
}

function leesFilter({ stand, product, jaar }: Keuze) {
  return {
    stand: stand === 'alle' ? undefined : stand,
    categorie: product || undefined,
    jaar: jaar ? Number(jaar) : undefined,
  }
}
