import { Hono } from 'hono'
import type { AppEnv } from '../../app-env.ts'
import { leesSjablonen } from '../../domain/act/brief/lees-sjablonen.ts'
import { leesDocumentsoorten } from '../../domain/plan/dossier/documentsoorten.ts'
import { listHuisstijlen } from '../../domain/plan/huisstijl/huisstijl.ts'
import { Huisstijlinvoer, wijzigHuisstijl } from '../../domain/plan/huisstijl/wijzig-huisstijl.ts'
import { listGemeenten } from '../../domain/plan/inrichting/queries.ts'
import { authorize } from '../../domain/rechten.ts'
import type { Context } from '../../platform/context.ts'
import { notFound, Weigering } from '../../platform/errors.ts'
import { inReadTransaction } from '../../platform/transaction.ts'
import { leesKleinFormulier } from '../csrf.ts'
import { fieldErrors, tekst } from '../form.ts'
import { weigerBsn } from '../geen-bsn.ts'
import { render } from '../render-page.tsx'
import { routes } from '../routes.ts'
import type { Veldfout } from '../ui/foutenlijst.tsx'
import { HuisstijlenPage, HuisstijlPage } from './huisstijl-pages.tsx'

const WIE = '/huisstijl/:wie{(?:regio|[0-9]{4})}'

export const huisstijlController = new Hono<AppEnv>()

huisstijlController.get('/huisstijl', async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'inrichting:lezen')
  const { sjablonen, versie } = await leesSjablonen(ctx)
  const soorten = await leesDocumentsoorten(ctx)
  return render(
    c,
    <HuisstijlenPage
      {...{ raam, ctx, sjablonen, versie, soorten }}
      stijlen={await listHuisstijlen(ctx)}
      gemeenten={await listGemeenten(ctx)}
      gedaan={c.req.query('gedaan')}
    />,
  )
})

huisstijlController.get(WIE, async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'inrichting:wijzigen')
  return render(c, <HuisstijlPage raam={raam} {...await leesStijl(ctx, c.req.param('wie'))} />)
})

huisstijlController.post(WIE, async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'inrichting:wijzigen')
  const wie = c.req.param('wie')
  const { velden, bestanden, scanfout } = await leesKleinFormulier(c)
  weigerBsn(velden)
  const opnieuw = async (fouten: Veldfout[], status: 409 | 422 | 503 = 422) => {
    const gegevens = await inReadTransaction(ctx, (ctx) => leesStijl(ctx, wie))
    return render(c, <HuisstijlPage raam={raam} {...gegevens} waarden={velden} fouten={fouten} />, status)
  }
  if (scanfout)
    return opnieuw([{ veld: 'logo', melding: scanfout.melding }], scanfout.code === 'niet-gescand' ? 503 : 422)
  const invoer = Huisstijlinvoer.safeParse({
    naam: tekst(velden['naam']),
    adres: tekst(velden['adres']),
    voettekst: tekst(velden['voettekst']),
    reeks: tekst(velden['reeks']),
  })
  if (!invoer.success) return opnieuw(fieldErrors(invoer.error))
  const gekozen = bestanden['logo']
  const logo = gekozen && gekozen.length > 0 ? gekozen : velden['geenLogo'] === 'ja' ? null : undefined
  try {
    await wijzigHuisstijl(ctx, wie === 'regio' ? null : wie, invoer.data, logo)
  } catch (error) {
    if (error instanceof Weigering && error.status === 422) return opnieuw([{ veld: 'logo', melding: error.message }])
    if (error instanceof Weigering && error.status === 409)
      return opnieuw([{ veld: 'reeks', melding: error.message }], 409)
    throw error
  }
  return c.redirect(`${routes.huisstijlen()}?gedaan=huisstijl`, 303)
})

// Shown as a picture only: content that people sent is never run (img-src; a policy of its own for the file itself).
huisstijlController.get(`${WIE}/logo`, async (c) => {
  const { ctx } = c.var
  await authorize(ctx, 'inrichting:lezen')
  const wie = c.req.param('wie')
  const stijl = (await listHuisstijlen(ctx)).find(({ gemeente }) => (gemeente ?? 'regio') === wie)
  if (!stijl?.logo) return c.notFound()
  return c.body(new Uint8Array(stijl.logo), 200, {
    'content-type': stijl.logoVorm === 'svg' ? 'image/svg+xml' : 'image/png',
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  })
})

async function leesStijl(ctx: Context, wie: string) {
  await authorize(ctx, 'inrichting:wijzigen')
  const gemeente = wie === 'regio' ? null : (await listGemeenten(ctx)).find(({ code }) => code === wie)
  if (gemeente === undefined) throw notFound('Deze gemeente')
  const stijl = (await listHuisstijlen(ctx)).find((een) => een.gemeente === (gemeente?.code ?? null))
  return { wie, gemeente: gemeente?.naam ?? null, stijl }
}
