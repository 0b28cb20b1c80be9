import { Hono } from 'hono'
import type { AppEnv } from '../../app-env.ts'
import { listGemeenten } from '../../domain/plan/inrichting/queries.ts'
import { beeindigDienstverlening, Beeindiging } from '../../domain/plan/organisatie/beeindig-dienstverlening.ts'
import { DienstverleningInvoer, type Dienstverlening } from '../../domain/plan/organisatie/dienstverlening.ts'
import { kiesHarmonisatie, HarmonisatieInvoer } from '../../domain/plan/organisatie/harmonisatie.ts'
import { leesOrganisatie } from '../../domain/plan/organisatie/lees-organisatie.ts'
import { leesOrganisatieregels } from '../../domain/plan/organisatie/lees-regels.ts'
import { legDienstverleningVast } from '../../domain/plan/organisatie/leg-dienstverlening-vast.ts'
import { legHarmonisatieVast } from '../../domain/plan/organisatie/leg-harmonisatie-vast.ts'
import { legSamenwerkingVast } from '../../domain/plan/organisatie/leg-samenwerking-vast.ts'
import { kiesModel } from '../../domain/plan/organisatie/model.ts'
import { listDienstverlening, listHarmonisatie, listModelversies } from '../../domain/plan/organisatie/queries.ts'
import { SamenwerkingInvoer } from '../../domain/plan/organisatie/samenwerking.ts'
import { authorize } from '../../domain/rechten.ts'
import type { Context } from '../../platform/context.ts'
import { notFound } from '../../platform/errors.ts'
import { inReadTransaction } from '../../platform/transaction.ts'
import { fieldErrors } from '../form.ts'
import { dagveld } from '../invoer.ts'
import { UUID } from '../lijst.ts'
import { render } from '../render-page.tsx'
import { routes } from '../routes.ts'
import type { Veldfout } from '../ui/foutenlijst.tsx'
import { geefUitvoer, type Uitvoerkolom } from '../uitvoer.ts'
import { DienstverleningKaart, NieuweDienstverleningPage } from './dienstverlening-form-page.tsx'
import { DienstverleningPage } from './dienstverlening-page.tsx'
import { HarmonisatieFormPage, HarmonisatiePage } from './harmonisatie-page.tsx'
import { GemeentePage, SamenwerkingPage } from './samenwerking-page.tsx'
import { alsFout, metDagen, type Waarden } from './velden.ts'

const EEN = '/organisatie/dienstverlening/:id{[0-9a-f-]{36}}'
const GEMEENTE = '/organisatie/samenwerking/:gemeente{[0-9]{4}}'

const velden = Object.keys(DienstverleningInvoer.shape)

/** What gemeenten agreed with each other and with contract management. */
export const organisatieafsprakenController = new Hono<AppEnv>()

organisatieafsprakenController.get('/organisatie/dienstverlening', async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'organisatie:lezen')
  return render(
    c,
    <DienstverleningPage {...{ raam, ctx }} organisatie={await leesOrganisatie(ctx)} gedaan={c.req.query('gedaan')} />,
  )
})

for (const soort of ['xlsx', 'csv'] as const) {
  organisatieafsprakenController.get(`/organisatie/dienstverlening.${soort}`, async (c) => {
    const { ctx } = c.var
    await authorize(ctx, 'organisatie:lezen')
    const rijen = await listDienstverlening(ctx)
    return geefUitvoer({ soort, naam: `dienstverlening-${ctx.today.toString()}`, kolommen: uitvoer, rijen })
  })
}

organisatieafsprakenController.get('/organisatie/dienstverlening/nieuw', async (c) => {
  const { ctx, raam } = c.var
  return render(c, <NieuweDienstverleningPage raam={raam} {...await leesNieuw(ctx)} />)
})

organisatieafsprakenController.post('/organisatie/dienstverlening/nieuw', async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'organisatie:bijhouden')
  const waarden = await c.req.parseBody<Waarden>()
  const opnieuw = async (fouten: Veldfout[]) => {
    const gegevens = await inReadTransaction(ctx, leesNieuw)
    return render(c, <NieuweDienstverleningPage {...{ raam, waarden, fouten }} {...gegevens} />, 422)
  }
  const invoer = DienstverleningInvoer.safeParse(metDagen(waarden, ['begindatum'], ['einddatum']))
  if (!invoer.success) return opnieuw(fieldErrors(invoer.error))
  try {
    await legDienstverleningVast(ctx, invoer.data)
  } catch (error) {
    return opnieuw(alsFout(error, velden, 'gemeente'))
  }
  return c.redirect(routes.organisatie('dienstverlening', { gedaan: 'dienstverlening' }), 303)
})

organisatieafsprakenController.get(EEN, async (c) => {
  const { ctx, raam } = c.var
  return render(c, <DienstverleningKaart {...{ raam, ctx }} {...await leesEen(ctx, c.req.param('id'))} />)
})

organisatieafsprakenController.post(EEN, async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'organisatie:bijhouden')
  const id = eisId(c.req.param('id'))
  const waarden = await c.req.parseBody<Waarden>()
  const opnieuw = async (fouten: Veldfout[]) => {
    const gegevens = await inReadTransaction(ctx, (ctx) => leesEen(ctx, id))
    return render(c, <DienstverleningKaart {...{ raam, ctx, waarden, fouten }} {...gegevens} welke="wijzigen" />, 422)
  }
  const invoer = DienstverleningInvoer.safeParse(metDagen(waarden, ['begindatum'], ['einddatum']))
  if (!invoer.success) return opnieuw(fieldErrors(invoer.error))
  try {
    await legDienstverleningVast(ctx, invoer.data, { id, versie: Number(waarden['versie']) })
  } catch (error) {
    return opnieuw(alsFout(error, velden, 'reikwijdte'))
  }
  return c.redirect(routes.organisatie('dienstverlening', { gedaan: 'dienstverlening' }), 303)
})

organisatieafsprakenController.post(`${EEN}/beeindigen`, async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'organisatie:bijhouden')
  const id = eisId(c.req.param('id'))
  const waarden = await c.req.parseBody<Waarden>()
  const eigenNaam = (veld: string) => ({ einddatum: 'laatste', reden: 'einde-reden' })[veld] ?? 'laatste'
  const opnieuw = async (fouten: Veldfout[]) => {
    const gegevens = await inReadTransaction(ctx, (ctx) => leesEen(ctx, id))
    const vertaald = fouten.map(({ veld, melding }) => ({ veld: eigenNaam(veld), melding }))
    return render(
      c,
      <DienstverleningKaart {...{ raam, ctx, waarden }} {...gegevens} fouten={vertaald} welke="beeindigen" />,
      422,
    )
  }
  const invoer = Beeindiging.safeParse({
    versie: waarden['versie'],
    einddatum: dagveld.safeParse(waarden['laatste']).data,
    reden: waarden['einde-reden'],
  })
  if (!invoer.success) return opnieuw(fieldErrors(invoer.error))
  try {
    await beeindigDienstverlening(ctx, id, invoer.data)
  } catch (error) {
    return opnieuw(alsFout(error, ['einddatum', 'reden'], 'einddatum'))
  }
  return c.redirect(routes.organisatie('dienstverlening', { gedaan: 'beeindigd' }), 303)
})

organisatieafsprakenController.get('/organisatie/samenwerking', async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'organisatie:lezen')
  return render(
    c,
    <SamenwerkingPage {...{ raam, ctx }} organisatie={await leesOrganisatie(ctx)} gedaan={c.req.query('gedaan')} />,
  )
})

organisatieafsprakenController.get(GEMEENTE, async (c) => {
  const { ctx, raam } = c.var
  return render(c, <GemeentePage {...{ raam, ctx }} {...await leesGemeente(ctx, c.req.param('gemeente'))} />)
})

organisatieafsprakenController.post(GEMEENTE, async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'organisatie:bijhouden')
  const gemeente = c.req.param('gemeente')
  const waarden = await c.req.parseBody<Waarden>()
  const opnieuw = async (fouten: Veldfout[]) => {
    const gegevens = await inReadTransaction(ctx, (ctx) => leesGemeente(ctx, gemeente))
    return render(c, <GemeentePage {...{ raam, ctx, waarden, fouten }} {...gegevens} />, 422)
  }
  const invoer = SamenwerkingInvoer.safeParse({ vindplaats: '', ...metDagen(waarden, ['geldigVanaf']), gemeente })
  if (!invoer.success) return opnieuw(fieldErrors(invoer.error))
  try {
    await legSamenwerkingVast(ctx, invoer.data)
  } catch (error) {
    return opnieuw(alsFout(error, Object.keys(SamenwerkingInvoer.shape), 'tekst'))
  }
  return c.redirect(routes.organisatie('samenwerking', { gedaan: 'samenwerking' }), 303)
})

organisatieafsprakenController.get('/organisatie/harmonisatie', async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'organisatie:lezen')
  return render(
    c,
    <HarmonisatiePage {...{ raam, ctx }} organisatie={await leesOrganisatie(ctx)} gedaan={c.req.query('gedaan')} />,
  )
})

organisatieafsprakenController.get('/organisatie/harmonisatie/nieuw', async (c) => {
  const { ctx, raam } = c.var
  const keuzes = await leesHarmonisatiekeuzes(ctx)
  const gevraagd = c.req.query('onderwerp') ?? ''
  const nu = kiesHarmonisatie(keuzes.afspraken, gevraagd, ctx.today)
  const bekend = keuzes.vereist.find(({ code }) => code === gevraagd)?.code
  const waarden = {
    ...(bekend !== undefined && { bekend }),
    ...(nu && { tekst: nu.tekst, vindplaats: nu.vindplaats, gemeenten: nu.gemeenten }),
    ...(nu && bekend === undefined && { onderwerp: nu.onderwerp }),
  }
  return render(c, <HarmonisatieFormPage {...{ raam, waarden }} vandaag={ctx.today} {...keuzes} />)
})

organisatieafsprakenController.post('/organisatie/harmonisatie/nieuw', async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'organisatie:bijhouden')
  const alle = await c.req.parseBody({ all: true })
  const waarden = Object.fromEntries(
    Object.entries(alle).map(([naam, waarde]) => [
      naam,
      naam === 'gemeenten'
        ? [waarde].flat().filter((een) => typeof een === 'string')
        : typeof waarde === 'string'
          ? waarde
          : '',
    ]),
  )
  const opnieuw = async (fouten: Veldfout[]) => {
    const keuzes = await inReadTransaction(ctx, leesHarmonisatiekeuzes)
    return render(c, <HarmonisatieFormPage {...{ raam, waarden, fouten }} vandaag={ctx.today} {...keuzes} />, 422)
  }
  const invoer = HarmonisatieInvoer.safeParse({
    gemeenten: [],
    vindplaats: '',
    ...metDagen(waarden, ['geldigVanaf']),
    onderwerp: waarden['bekend'] || waarden['onderwerp'],
  })
  if (!invoer.success) return opnieuw(fieldErrors(invoer.error))
  try {
    await legHarmonisatieVast(ctx, invoer.data)
  } catch (error) {
    return opnieuw(alsFout(error, Object.keys(HarmonisatieInvoer.shape), 'tekst'))
  }
  return c.redirect(routes.organisatie('harmonisatie', { gedaan: 'harmonisatie' }), 303)
})

async function leesNieuw(ctx: Context) {
  await authorize(ctx, 'organisatie:bijhouden')
  const versie = kiesModel(await listModelversies(ctx), 'positionering', ctx.today)
  return { gemeenten: await listGemeenten(ctx), centrum: versie?.centrumgemeente ?? null }
}

async function leesEen(ctx: Context, id: string) {
  await authorize(ctx, 'organisatie:lezen')
  const overeenkomst = (await listDienstverlening(ctx)).find((een) => een.id === id)
  if (!overeenkomst) throw notFound('Deze dienstverleningsovereenkomst')
  return { overeenkomst, gemeenten: await listGemeenten(ctx) }
}

async function leesGemeente(ctx: Context, code: string) {
  await authorize(ctx, 'organisatie:lezen')
  const organisatie = await leesOrganisatie(ctx)
  const gemeente = organisatie.gemeenten.find((een) => een.code === code)
  if (!gemeente) throw notFound('Deze gemeente')
  return { organisatie, gemeente }
}

async function leesHarmonisatiekeuzes(ctx: Context) {
  await authorize(ctx, 'organisatie:bijhouden')
  return {
    vereist: (await leesOrganisatieregels(ctx)).harmonisatie,
    gemeenten: await listGemeenten(ctx),
    afspraken: await listHarmonisatie(ctx),
  }
}

function eisId(id: string): string {
  if (!UUID.test(id)) throw notFound('Deze dienstverleningsovereenkomst')
  return id
}

const uitvoer: Uitvoerkolom<Dienstverlening>[] = [
  { kop: 'Voert uit', waarde: ({ dienstverlenerNaam }) => dienstverlenerNaam },
  { kop: 'Partner', waarde: ({ gemeenteNaam }) => gemeenteNaam },
  { kop: 'Waarvoor', waarde: ({ reikwijdte }) => reikwijdte },
  { kop: 'Eerste dag', soort: 'datum', waarde: ({ begindatum }) => begindatum },
  { kop: 'Laatste dag', soort: 'datum', waarde: ({ einddatum }) => einddatum },
  { kop: 'Document', waarde: ({ vindplaats }) => vindplaats },
  { kop: 'Reden van beëindigen', waarde: ({ beeindigingReden }) => beeindigingReden },
]
