import { Hono } from 'hono'
import type { AppEnv } from '../../app-env.ts'
import { listGebruikers, listGemeenten } from '../../domain/plan/inrichting/queries.ts'
import { leesOrganisatie } from '../../domain/plan/organisatie/lees-organisatie.ts'
import { leesOrganisatieregels } from '../../domain/plan/organisatie/lees-regels.ts'
import { legMaatregelVast } from '../../domain/plan/organisatie/leg-maatregel-vast.ts'
import { legModelVast } from '../../domain/plan/organisatie/leg-model-vast.ts'
import { MaatregelInvoer } from '../../domain/plan/organisatie/maatregel.ts'
import { ModelInvoer } from '../../domain/plan/organisatie/model.ts'
import { listMaatregelen, listModelversies } from '../../domain/plan/organisatie/queries.ts'
import { modelsoorten, zoekModel } from '../../domain/plan/organisatie/regels.ts'
import { MaatregelAfloop, sluitMaatregel } from '../../domain/plan/organisatie/sluit-maatregel.ts'
import { authorize } from '../../domain/rechten.ts'
import type { Context } from '../../platform/context.ts'
import { notFound } from '../../platform/errors.ts'
import { inReadTransaction } from '../../platform/transaction.ts'
import { taakrollen } from '../bezetting/invoer.ts'
import { fieldErrors } from '../form.ts'
import { leesWoord, UUID } from '../lijst.ts'
import { render } from '../render-page.tsx'
import { routes } from '../routes.ts'
import type { Veldfout } from '../ui/foutenlijst.tsx'
import { MaatregelPage } from './maatregel-page.tsx'
import { MaatregelFormPage, ModelFormPage } from './model-form-page.tsx'
import { ModelPage } from './model-page.tsx'
import { alsFout, metDagen, type Waarden } from './velden.ts'

const SOORT = '/organisatie/model/:soort{positionering|functiemodel}'
const MAATREGEL = '/organisatie/maatregelen/:id{[0-9a-f-]{36}}'
const NIEUW = '/organisatie/maatregelen/nieuw'

const modelvelden = Object.keys(ModelInvoer.shape)
const maatregelvelden = Object.keys(MaatregelInvoer.shape)
const collegarollen = taakrollen.filter((rol) => rol !== 'aanbieder')

/** The models and the measures against their disadvantages. */
export const organisatiemodelController = new Hono<AppEnv>()

organisatiemodelController.get('/organisatie/model', async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'organisatie:lezen')
  return render(
    c,
    <ModelPage {...{ raam, ctx }} organisatie={await leesOrganisatie(ctx)} gedaan={c.req.query('gedaan')} />,
  )
})

organisatiemodelController.get(SOORT, async (c) => {
  const { ctx, raam } = c.var
  const soort = leesWoord(c.req.param('soort'), modelsoorten)!
  return render(c, <ModelFormPage {...{ raam, soort }} vandaag={ctx.today} {...await leesModelkeuzes(ctx)} />)
})

organisatiemodelController.post(SOORT, async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'organisatie:wijzigen')
  const soort = leesWoord(c.req.param('soort'), modelsoorten)!
  const waarden = await c.req.parseBody<Waarden>()
  const opnieuw = async (fouten: Veldfout[]) => {
    const keuzes = await inReadTransaction(ctx, leesModelkeuzes)
    return render(c, <ModelFormPage {...{ raam, soort, waarden, fouten }} vandaag={ctx.today} {...keuzes} />, 422)
  }
  const invoer = ModelInvoer.safeParse({
    centrumgemeente: '',
    uitvoerder: '',
    ...metDagen(waarden, ['geldigVanaf']),
    soort,
  })
  if (!invoer.success) return opnieuw(fieldErrors(invoer.error))
  try {
    await legModelVast(ctx, invoer.data)
  } catch (error) {
    return opnieuw(alsFout(error, modelvelden, 'model'))
  }
  return c.redirect(`${routes.organisatie('model', { gedaan: 'model' })}#${soort}`, 303)
})

organisatiemodelController.get(NIEUW, async (c) => {
  const { ctx, raam } = c.var
  const keuzes = await leesMaatregelkeuzes(ctx)
  const soort = leesWoord(c.req.query('soort'), modelsoorten)
  const nadeel = c.req.query('nadeel')
  const bekend =
    soort &&
    keuzes.modellen.some(
      (versie) =>
        versie.soort === soort &&
        zoekModel(keuzes.regels, soort, versie.model)?.nadelen.some(({ code }) => code === nadeel),
    )
  const waarden: Waarden = { ...(soort && { soort }), ...(bekend && { nadeelCode: nadeel! }) }
  return render(c, <MaatregelFormPage {...{ raam, waarden }} vandaag={ctx.today} {...keuzes} />)
})

organisatiemodelController.post(NIEUW, async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'organisatie:bijhouden')
  const waarden = await c.req.parseBody<Waarden>()
  const opnieuw = async (fouten: Veldfout[]) => {
    const keuzes = await inReadTransaction(ctx, leesMaatregelkeuzes)
    return render(c, <MaatregelFormPage {...{ raam, waarden, fouten }} vandaag={ctx.today} {...keuzes} />, 422)
  }
  const invoer = MaatregelInvoer.safeParse({ nadeelCode: '', nadeel: '', ...metDagen(waarden, ['uiterlijk']) })
  if (!invoer.success) return opnieuw(fieldErrors(invoer.error))
  try {
    await legMaatregelVast(ctx, invoer.data)
  } catch (error) {
    return opnieuw(alsFout(error, maatregelvelden, 'maatregel'))
  }
  return c.redirect(`${routes.organisatie('model', { gedaan: 'maatregel' })}#${invoer.data.soort}`, 303)
})

organisatiemodelController.get(MAATREGEL, async (c) => {
  const { ctx, raam } = c.var
  return render(c, <MaatregelPage {...{ raam, ctx }} {...await leesMaatregel(ctx, c.req.param('id'))} />)
})

organisatiemodelController.post(MAATREGEL, async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'organisatie:bijhouden')
  const id = c.req.param('id')
  const waarden = await c.req.parseBody<Waarden>()
  const opnieuw = async (fouten: Veldfout[]) => {
    const gegevens = await inReadTransaction(ctx, (ctx) => leesMaatregel(ctx, id))
    return render(c, <MaatregelPage {...{ raam, ctx, waarden, fouten }} {...gegevens} />, 422)
  }
  const invoer = MaatregelAfloop.safeParse(waarden)
  if (!invoer.success) return opnieuw(fieldErrors(invoer.error))
  if (!UUID.test(id)) throw notFound('Deze maatregel')
  await sluitMaatregel(ctx, id, invoer.data)
  return c.redirect(`${routes.organisatie('model', { gedaan: 'afgerond' })}#maatregelen`, 303)
})

async function leesModelkeuzes(ctx: Context) {
  await authorize(ctx, 'organisatie:wijzigen')
  return {
    regels: await leesOrganisatieregels(ctx),
    gemeenten: await listGemeenten(ctx),
    modellen: await listModelversies(ctx),
  }
}

async function leesMaatregelkeuzes(ctx: Context) {
  await authorize(ctx, 'organisatie:bijhouden')
  return {
    regels: await leesOrganisatieregels(ctx),
    modellen: await listModelversies(ctx),
    collegas: await listGebruikers(ctx, collegarollen),
  }
}

async function leesMaatregel(ctx: Context, id: string) {
  await authorize(ctx, 'organisatie:lezen')
  const maatregel = (await listMaatregelen(ctx)).find((een) => een.id === id)
  if (!maatregel) throw notFound('Deze maatregel')
  return { maatregel, regels: await leesOrganisatieregels(ctx) }
}
