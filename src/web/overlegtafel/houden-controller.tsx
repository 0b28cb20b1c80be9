import { leesTafelbron } from '../../domain/act/overlegtafel/lees-tafelregels.ts'
import { Hono, type Context as HonoContext } from 'hono'
import type { AppEnv } from '../../app-env.ts'
import { beantwoordUitnodiging } from '../../domain/act/overlegtafel/beantwoord-uitnodiging.ts'
import {
  corrigeerAanwezigheid,
  houdOverlegtafel,
  type Aanwezigheidsinvoer,
} from '../../domain/act/overlegtafel/houd-overlegtafel.ts'
import {
  AntwoordInvoer,
  BesluitInvoer,
  Terugkoppeltekst,
  ToetsInvoer,
  Toelichting,
} from '../../domain/act/overlegtafel/invoer.ts'
import { koppelTerug } from '../../domain/act/overlegtafel/koppel-terug.ts'
import { leesBelanghebbenden } from '../../domain/act/overlegtafel/lees-belanghebbenden.ts'
import { legTafelbesluitVast } from '../../domain/act/overlegtafel/leg-tafelbesluit-vast.ts'
import { listDeelnemers } from '../../domain/act/overlegtafel/list-deelnemers.ts'
import { listKandidaten } from '../../domain/act/overlegtafel/list-kandidaten.ts'
import { listUitgesloten } from '../../domain/act/overlegtafel/list-uitgesloten.ts'
import { findOverlegtafel, listTafelbesluiten } from '../../domain/act/overlegtafel/queries.ts'
import { listToetsen, telTerugkoppeling } from '../../domain/act/overlegtafel/list-toetsen.ts'
import { aanwezigheden, type Aanwezigheid } from '../../domain/act/overlegtafel/tel-gemiste-tafels.ts'
import { toetsOverlegtafel } from '../../domain/act/overlegtafel/toets-overlegtafel.ts'
import { vervangDeelnemer } from '../../domain/act/overlegtafel/vervang-deelnemer.ts'
import { authorize, mag } from '../../domain/rechten.ts'
import type { Context } from '../../platform/context.ts'
import { forbidden, notFound } from '../../platform/errors.ts'
import { inReadTransaction } from '../../platform/transaction.ts'
import { fieldErrors, tekst } from '../form.ts'
import { leesWoord, UUID } from '../lijst.ts'
import { render } from '../render-page.tsx'
import { routes } from '../routes.ts'
import type { Veldfout } from '../ui/foutenlijst.tsx'
import { DeelnemersPage } from './deelnemers-page.tsx'
import { AanwezigheidPage, AntwoordPage, TerugkoppelingPage } from './formulier-pages.tsx'
import { TafelPage } from './tafel-page.tsx'
import { alsVeldfout, eisBinnen, leesVersie } from './verzoek.ts'

const ID = '/overlegtafels/:id{[0-9a-f-]{36}}'
type Formulier = Record<string, string>

/** One table after it was composed: answers, attendance, decisions, feedback, review. */
export const houdenController = new Hono<AppEnv>()

houdenController.get(ID, async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'overlegtafel:lezen')
  const gegevens = await leesTafel(ctx, c.req.param('id'))
  return render(c, <TafelPage {...{ raam, ctx, ...gegevens }} gedaan={c.req.query('gedaan')} />)
})

houdenController.get(`${ID}/deelnemers`, async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'overlegtafel:lezen')
  eisBinnen(ctx)
  const tafel = await findOverlegtafel(ctx, c.req.param('id'))
  const deelnemers = await listDeelnemers(ctx, tafel.id)
  const uitgesloten = new Set(await listUitgesloten(ctx, tafel.datum))
  const bron = await leesTafelbron(ctx)
  return render(
    c,
    <DeelnemersPage {...{ raam, ctx, tafel, deelnemers, uitgesloten, bron }} gedaan={c.req.query('gedaan')} />,
  )
})

houdenController.get(`${ID}/antwoord`, async (c) => {
  const { ctx, raam } = c.var
  await magAntwoorden(ctx)
  return render(
    c,
    <AntwoordPage raam={raam} {...await leesDeelnemer(ctx, c.req.param('id'), c.req.query('aanbieder'))} />,
  )
})

houdenController.post(`${ID}/antwoord`, async (c) => {
  const { ctx, raam } = c.var
  await magAntwoorden(ctx)
  const id = c.req.param('id')
  const waarden = await c.req.parseBody<Formulier>()
  const gegevens = await inReadTransaction(ctx, (ctx) => leesDeelnemer(ctx, id, waarden['aanbiederId']))
  const opnieuw = (fouten: Veldfout[]) =>
    render(c, <AntwoordPage raam={raam} {...gegevens} waarden={waarden} fouten={fouten} />, 422)
  const invoer = AntwoordInvoer.safeParse(waarden)
  if (!invoer.success) return opnieuw(fieldErrors(invoer.error))
  try {
    await beantwoordUitnodiging(ctx, id, gegevens.deelnemer.aanbiederId, invoer.data)
  } catch (error) {
    return opnieuw(alsVeldfout(error, 'antwoord'))
  }
  return c.redirect(routes.overlegtafel(id, gegevens.zelf ? undefined : 'deelnemers', { gedaan: 'beantwoord' }), 303)
})

houdenController.post(`${ID}/vervangen`, async (c) => {
  const { ctx } = c.var
  await authorize(ctx, 'overlegtafel:organiseren')
  const id = c.req.param('id')
  const wie = tekst((await c.req.parseBody())['aanbiederId'])
  const door = await vervangDeelnemer(ctx, id, UUID.test(wie) ? wie : id)
  return c.redirect(
    routes.overlegtafel(id, 'deelnemers', { gedaan: door === null ? 'niet-vervangen' : 'vervangen' }),
    303,
  )
})

houdenController.get(`${ID}/aanwezigheid`, async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'overlegtafel:bijwerken')
  return render(
    c,
    <AanwezigheidPage raam={raam} {...await leesAanwezigen(ctx, c.req.param('id'), c.req.query('aanbieder'))} />,
  )
})

houdenController.post(`${ID}/aanwezigheid`, async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'overlegtafel:bijwerken')
  const id = c.req.param('id')
  const waarden = await c.req.parseBody<Formulier>()
  const gegevens = await inReadTransaction(ctx, (ctx) => leesAanwezigen(ctx, id, waarden['aanbiederId']))
  const opnieuw = (fouten: Veldfout[]) =>
    render(c, <AanwezigheidPage raam={raam} {...gegevens} waarden={waarden} fouten={fouten} />, 422)
  const { standen, fouten } = leesStanden(gegevens.deelnemers, waarden)
  if (fouten.length > 0) return opnieuw(fouten)
  try {
    if (gegevens.correctie) await corrigeerAanwezigheid(ctx, id, standen[0]!)
    else await houdOverlegtafel(ctx, id, standen)
  } catch (error) {
    const [eerste] = gegevens.deelnemers
    return opnieuw(
      alsVeldfout(error, `stand-${eerste?.aanbiederId ?? ''}`).map(({ veld, melding }) => ({
        veld: UUID.test(veld)
          ? `toelichting-${veld}`
          : veld === 'toelichting'
            ? `toelichting-${eerste?.aanbiederId ?? ''}`
            : veld,
        melding,
      })),
    )
  }
  const gedaan = gegevens.correctie ? 'gecorrigeerd' : 'gehouden'
  return c.redirect(routes.overlegtafel(id, gegevens.correctie ? 'deelnemers' : undefined, { gedaan }), 303)
})

houdenController.post(`${ID}/besluiten`, async (c) => {
  const { ctx } = c.var
  await authorize(ctx, 'overlegtafel:bijwerken')
  const waarden = await c.req.parseBody<Formulier>()
  const invoer = BesluitInvoer.safeParse(waarden)
  if (!invoer.success) return toonOpnieuw(c, c.req.param('id'), waarden, fieldErrors(invoer.error))
  await legTafelbesluitVast(ctx, c.req.param('id'), invoer.data)
  return c.redirect(routes.overlegtafel(c.req.param('id'), undefined, { gedaan: 'besloten' }), 303)
})

houdenController.get(`${ID}/terugkoppeling`, async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'overlegtafel:bijwerken')
  return render(c, <TerugkoppelingPage raam={raam} {...await leesRelevant(ctx, c.req.param('id'))} />)
})

houdenController.post(`${ID}/terugkoppeling`, async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'overlegtafel:bijwerken')
  const id = c.req.param('id')
  const waarden = await c.req.parseBody<Formulier>()
  const opnieuw = async (fouten: Veldfout[]) => {
    const gegevens = await inReadTransaction(ctx, (ctx) => leesRelevant(ctx, id))
    return render(c, <TerugkoppelingPage raam={raam} {...gegevens} waarden={waarden} fouten={fouten} />, 422)
  }
  const invoer = Terugkoppeltekst.safeParse(waarden)
  const { belanghebbenden, fouten } = leesBelanghebbenden(tekst(waarden['belanghebbenden']))
  const mis = [
    ...(invoer.success ? [] : fieldErrors(invoer.error)),
    ...fouten
      .slice(0, 1)
      .map((regel) => ({ veld: 'belanghebbenden', melding: `“${regel.slice(0, 60)}” is geen e-mailadres` })),
  ]
  if (!invoer.success || mis.length > 0) return opnieuw(mis)
  try {
    await koppelTerug(ctx, id, { tekst: invoer.data.tekst, belanghebbenden }, leesVersie(waarden['versie']))
  } catch (error) {
    return opnieuw(alsVeldfout(error, 'tekst'))
  }
  return c.redirect(routes.overlegtafel(id, undefined, { gedaan: 'teruggekoppeld' }), 303)
})

houdenController.post(`${ID}/toetsen`, async (c) => {
  const { ctx } = c.var
  await authorize(ctx, 'overlegtafel:bijwerken')
  const id = c.req.param('id')
  const waarden = await c.req.parseBody<Formulier>()
  const invoer = ToetsInvoer.safeParse(waarden)
  if (!invoer.success) return toonOpnieuw(c, id, waarden, fieldErrors(invoer.error))
  try {
    await toetsOverlegtafel(ctx, id, invoer.data)
  } catch (error) {
    return toonOpnieuw(c, id, waarden, alsVeldfout(error, 'oordeel'))
  }
  return c.redirect(routes.overlegtafel(id, undefined, { gedaan: 'getoetst' }), 303)
})

/** The page of the table with what was typed and what is wrong with it. */
async function toonOpnieuw(c: HonoContext<AppEnv>, id: string, waarden: Formulier, fouten: Veldfout[]) {
  const { ctx, raam } = c.var
  const gegevens = await inReadTransaction(ctx, (ctx) => leesTafel(ctx, id))
  return render(c, <TafelPage {...{ raam, ctx, ...gegevens, waarden, fouten }} />, 422)
}

async function leesTafel(ctx: Context, id: string) {
  const tafel = await findOverlegtafel(ctx, id)
  return {
    tafel,
    bron: await leesTafelbron(ctx),
    besluiten: await listTafelbesluiten(ctx, id),
    toetsen: await listToetsen(ctx, id),
    deelnemers: await listDeelnemers(ctx, id),
    terug:
      ctx.actor.agb === null
        ? await telTerugkoppeling(ctx, id)
        : { aanbieders: 0, mails: 0, verzonden: 0, mislukt: 0, fout: null },
  }
}

async function magAntwoorden(ctx: Context) {
  const recht = ctx.actor.agb === null ? 'overlegtafel:bijwerken' : 'overlegtafel:antwoorden'
  if (!mag(ctx.actor, recht)) throw forbidden(recht)
  await authorize(ctx, recht)
}

/** An aanbieder answers for itself; somebody of the region for whom he chose. */
async function leesDeelnemer(ctx: Context, id: string, aanbiederId: string | undefined) {
  const tafel = await findOverlegtafel(ctx, id)
  const zelf = ctx.actor.agb !== null
  const deelnemers = await listDeelnemers(ctx, id)
  const deelnemer = zelf ? deelnemers[0] : deelnemers.find((een) => een.aanbiederId === aanbiederId)
  if (!deelnemer) throw notFound('Deze uitnodiging')
  return { tafel, deelnemer, zelf }
}

/** Everybody who was invited; after the table the one whose attendance is corrected. */
async function leesAanwezigen(ctx: Context, id: string, aanbiederId: string | undefined) {
  const tafel = await findOverlegtafel(ctx, id)
  const alle = await listDeelnemers(ctx, id)
  const correctie = tafel.gehoudenOp !== null
  const deelnemers = correctie ? alle.filter((een) => een.aanbiederId === aanbiederId) : alle
  if (deelnemers.length === 0) throw notFound('Deze deelnemer')
  return { tafel, deelnemers, correctie }
}

async function leesRelevant(ctx: Context, id: string) {
  const tafel = await findOverlegtafel(ctx, id)
  return { tafel, relevant: (await listKandidaten(ctx, id)).length }
}

function leesStanden(deelnemers: readonly { aanbiederId: string; aanbieder: string }[], waarden: Formulier) {
  const fouten: Veldfout[] = []
  const standen = deelnemers.flatMap(({ aanbiederId, aanbieder }): Aanwezigheidsinvoer[] => {
    const aanwezigheid = leesWoord(waarden[`stand-${aanbiederId}`], Object.keys(aanwezigheden) as Aanwezigheid[])
    const toelichting = Toelichting.safeParse(waarden[`toelichting-${aanbiederId}`] ?? '')
    if (!aanwezigheid) fouten.push({ veld: `stand-${aanbiederId}`, melding: `Kies of ${aanbieder} aanwezig was` })
    if (!toelichting.success) {
      fouten.push({ veld: `toelichting-${aanbiederId}`, melding: toelichting.error.issues[0]!.message })
    }
    return aanwezigheid && toelichting.success ? [{ aanbiederId, aanwezigheid, toelichting: toelichting.data }] : []
  })
  return { standen, fouten }
}
