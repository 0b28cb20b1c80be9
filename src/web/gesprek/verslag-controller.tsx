import { Hono, type Context as HonoContext } from 'hono'
import type { AppEnv } from '../../app-env.ts'
import { Actieinvoer } from '../../domain/act/gesprek/actie-invoer.ts'
import { deelVerslag } from '../../domain/act/gesprek/deel-verslag.ts'
import { findVorige } from '../../domain/act/gesprek/find-vorige.ts'
import { past } from '../../domain/act/gesprek/gespreksacten.ts'
import { legActieVast } from '../../domain/act/gesprek/leg-actie-vast.ts'
import { Besluitinvoer, haalBesluitWeg, legBesluitVast } from '../../domain/act/gesprek/leg-besluit-vast.ts'
import { listActies } from '../../domain/act/gesprek/list-acties.ts'
import { listRapportage } from '../../domain/act/gesprek/list-rapportage.ts'
import { listBesluiten, listVerslagteksten, listVerslagversies } from '../../domain/act/gesprek/list-verslag.ts'
import { maakVerslagDefinitief } from '../../domain/act/gesprek/maak-verslag-definitief.ts'
import { Reactieinvoer, reageerOpVerslag } from '../../domain/act/gesprek/reageer-op-verslag.ts'
import { schrijfVerslagtekst } from '../../domain/act/gesprek/schrijf-verslagtekst.ts'
import { stelVerslagOp } from '../../domain/act/gesprek/stel-verslag-op.ts'
import { leesVersie } from '../../domain/act/gesprek/verslag.ts'
import { verwerkReactie } from '../../domain/act/gesprek/verwerk-reactie.ts'
import { vrijeTekst } from '../../domain/begrippen/vrije-tekst.ts'
import { listTaken } from '../../domain/plan/bezetting/lees-taken.ts'
import { authorize, mag } from '../../domain/rechten.ts'
import type { Context } from '../../platform/context.ts'
import { Weigering } from '../../platform/errors.ts'
import { inReadTransaction } from '../../platform/transaction.ts'
import { fieldErrors, tekst } from '../form.ts'
import { dagveld } from '../invoer.ts'
import { UUID } from '../lijst.ts'
import { render } from '../render-page.tsx'
import { routes } from '../routes.ts'
import type { Veldfout } from '../ui/foutenlijst.tsx'
import type { Raam } from '../ui/pagina.tsx'
import { listCollegas } from './collegas.ts'
import { leesKader, type Kader } from './lees-kader.ts'
import { VerslagPage, type Bewaard } from './verslag-page.tsx'
import type { Schrijfgegevens } from './verslag-schrijven.tsx'

const ID = '/gesprekken/:id{[0-9a-f-]{36}}'
const DEEL = ':deel{[0-9a-f-]{36}}'

export const verslagController = new Hono<AppEnv>()

verslagController.get(`${ID}/verslag`, async (c) => {
  const { ctx, raam } = c.var
  const actie = c.req.query('actie') ?? ''
  const gegevens = await lees(ctx, raam, c.req.param('id'), UUID.test(actie) ? { nieuweActie: actie } : {})
  return render(c, <VerslagPage {...gegevens} gedaan={c.req.query('gedaan')} />)
})

verslagController.post(`${ID}/verslag/punten/${DEEL}`, async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'gesprek:wijzigen')
  const [id, punt] = [c.req.param('id'), c.req.param('deel')]
  const waarden = await c.req.parseBody<Record<string, string>>()
  const veld = `tekst-${punt}`
  const gelezen = vrijeTekst(20_000).safeParse(tekst(waarden[veld]))
  if (!gelezen.success) return opnieuw(c, id, waarden, [{ veld, melding: gelezen.error.issues[0]!.message }])
  const versie = /^\d{1,9}$/.test(waarden['versie'] ?? '') ? Number(waarden['versie']) : 0
  try {
    await schrijfVerslagtekst(ctx, id, punt, { tekst: gelezen.data, versie })
  } catch (error) {
    if (!(error instanceof Weigering) || error.code !== 'bewerkt') throw error
    const botsing = { puntId: punt, tekst: gelezen.data, melding: error.message }
    const gegevens = await inReadTransaction(ctx, (ctx) => lees(ctx, raam, id, { botsing }))
    return render(c, <VerslagPage {...gegevens} fouten={[{ veld, melding: error.message }]} />, 409)
  }
  return c.redirect(`${routes.gesprek(id, 'verslag')}#punt-${punt}`, 303)
})

verslagController.post(`${ID}/verslag/besluiten`, async (c) => {
  await authorize(c.var.ctx, 'gesprek:wijzigen')
  const id = c.req.param('id')
  const waarden = await c.req.parseBody<Record<string, string>>()
  const invoer = Besluitinvoer.safeParse(zonderVoor(waarden, 'besluit-'))
  if (!invoer.success) return opnieuw(c, id, waarden, met('besluit-', fieldErrors(invoer.error)))
  try {
    await legBesluitVast(c.var.ctx, id, invoer.data)
  } catch (error) {
    // without mandate the words stay in the form, so that somebody else can write them down
    if (!(error instanceof Weigering) || (error.code !== 'geen-mandaat' && error.code !== 'vier-ogen')) throw error
    return opnieuw(c, id, waarden, [{ veld: 'besluit-taak', melding: error.message }], 403)
  }
  return c.redirect(`${routes.gesprek(id, 'verslag')}?gedaan=besluit#besluiten`, 303)
})

verslagController.post(`${ID}/verslag/besluiten/${DEEL}/weghalen`, async (c) => {
  await authorize(c.var.ctx, 'gesprek:wijzigen')
  await haalBesluitWeg(c.var.ctx, c.req.param('id'), c.req.param('deel'))
  return c.redirect(`${routes.gesprek(c.req.param('id'), 'verslag')}#besluiten`, 303)
})

verslagController.post(`${ID}/verslag/acties`, async (c) => {
  await authorize(c.var.ctx, 'gesprek:wijzigen')
  const id = c.req.param('id')
  const waarden = await c.req.parseBody<Record<string, string>>()
  const invoer = leesActie(waarden)
  if (!invoer.success) return opnieuw(c, id, waarden, met('actie-', fieldErrors(invoer.error)))
  try {
    const actie = await legActieVast(c.var.ctx, id, invoer.data)
    return c.redirect(`${routes.gesprek(id, 'verslag')}?gedaan=actie&actie=${actie}#acties`, 303)
  } catch (error) {
    if (!(error instanceof Weigering) || error.status !== 422) throw error
    return opnieuw(c, id, waarden, [{ veld: `actie-${error.code}`, melding: error.message }])
  }
})

verslagController.post(`${ID}/verslag/delen`, async (c) => {
  await authorize(c.var.ctx, 'gesprek:vaststellen')
  await deelVerslag(c.var.ctx, c.req.param('id'))
  return c.redirect(`${routes.gesprek(c.req.param('id'), 'verslag')}?gedaan=gedeeld`, 303)
})

verslagController.post(`${ID}/verslag/definitief`, async (c) => {
  await authorize(c.var.ctx, 'gesprek:vaststellen')
  await maakVerslagDefinitief(c.var.ctx, c.req.param('id'))
  return c.redirect(`${routes.gesprek(c.req.param('id'), 'verslag')}?gedaan=definitief`, 303)
})

verslagController.post(`${ID}/verslag/reacties`, async (c) => {
  await authorize(c.var.ctx, 'gesprek:reageren')
  const id = c.req.param('id')
  const waarden = await c.req.parseBody<Record<string, string>>()
  const invoer = Reactieinvoer.safeParse(waarden)
  if (!invoer.success) return opnieuw(c, id, waarden, fieldErrors(invoer.error))
  await reageerOpVerslag(c.var.ctx, id, invoer.data)
  return c.redirect(`${routes.gesprek(id, 'verslag')}?gedaan=gereageerd`, 303)
})

verslagController.post(`${ID}/verslag/reacties/${DEEL}/verwerken`, async (c) => {
  await authorize(c.var.ctx, 'gesprek:wijzigen')
  const [id, reactie] = [c.req.param('id'), c.req.param('deel')]
  const waarden = await c.req.parseBody<Record<string, string>>()
  const veld = `verwerking-${reactie}`
  const gelezen = vrijeTekst(2000).safeParse(tekst(waarden[veld]))
  const fout = gelezen.success
    ? gelezen.data === ''
      ? 'Schrijf op wat er met de opmerking is gedaan'
      : null
    : gelezen.error.issues[0]!.message
  if (fout !== null) return opnieuw(c, id, waarden, [{ veld, melding: fout }])
  await verwerkReactie(c.var.ctx, id, reactie, gelezen.data!)
  return c.redirect(`${routes.gesprek(id, 'verslag')}?gedaan=verwerkt`, 303)
})

/** An action from the fields of a form. */
export function leesActie(waarden: Record<string, string>) {
  const velden = zonderVoor(waarden, 'actie-')
  return Actieinvoer.safeParse({
    ...velden,
    // without an aanbieder there is only one side
    kant: velden['kant'] ?? 'regio',
    einddatum: dagveld.safeParse(velden['einddatum']).data,
  })
}

function zonderVoor(waarden: Record<string, string>, voor: string): Record<string, string> {
  return Object.fromEntries(
    Object.entries(waarden).flatMap(([naam, waarde]) =>
      naam.startsWith(voor) ? [[naam.slice(voor.length), waarde]] : [],
    ),
  )
}

export function met(voor: string, fouten: Veldfout[]): Veldfout[] {
  return fouten.map(({ veld, melding }) => ({ veld: voor + veld, melding }))
}

async function opnieuw(
  c: HonoContext<AppEnv>,
  id: string,
  waarden: Record<string, string>,
  fouten: Veldfout[],
  status: 403 | 422 = 422,
) {
  const { ctx, raam } = c.var
  const gegevens = await inReadTransaction(ctx, (ctx) => lees(ctx, raam, id, {}))
  return render(c, <VerslagPage {...gegevens} waarden={waarden} fouten={fouten} />, status)
}

async function lees(ctx: Context, raam: Raam, id: string, meer: Pick<Schrijfgegevens, 'botsing' | 'nieuweActie'>) {
  await authorize(ctx, 'gesprek:lezen')
  const kader = await leesKader(ctx, raam, id)
  return { kader, bewaard: await leesBewaard(ctx, kader), schrijven: await leesSchrijven(ctx, kader, meer) }
}

/** Final before shared before what is being written; the last is the region's own. */
async function leesBewaard(ctx: Context, { gesprek }: Kader): Promise<Bewaard | null> {
  const versies = await listVerslagversies(ctx, gesprek.id)
  const versie = versies.find(({ soort }) => soort === 'definitief') ?? versies[0]
  if (versie) {
    return { soort: versie.soort, ...leesVersie(versie), sha256: versie.sha256.toString('hex'), op: versie.gemaaktOp }
  }
  if (ctx.actor.agb !== null || !gesprek.verslagBegonnenOp) return null
  return { soort: 'nu', verslag: await stelVerslagOp(ctx, gesprek), klopt: true, sha256: '', op: ctx.now }
}

async function leesSchrijven(
  ctx: Context,
  { gesprek, reacties }: Kader,
  meer: Pick<Schrijfgegevens, 'botsing' | 'nieuweActie'>,
): Promise<Schrijfgegevens | null> {
  const open = gesprek.gedeeldOp === null || reacties.some(({ soort }) => soort === 'opmerking')
  if (
    ctx.actor.agb !== null ||
    !mag(ctx.actor, 'gesprek:wijzigen') ||
    !past('verslag schrijven', gesprek.stand) ||
    !open
  )
    return null
  const perDatum = { sorteer: 'einddatum', richting: 'op', pagina: null } as const
  const eerder = gesprek.aanbiederId
    ? (await listActies(ctx, { stand: 'lopend', aanbiederId: gesprek.aanbiederId }, perDatum)).rijen
    : []
  return {
    teksten: await listVerslagteksten(ctx, gesprek.id),
    besluiten: await listBesluiten(ctx, gesprek.id),
    acties: (await listActies(ctx, { gesprekId: gesprek.id }, perDatum)).rijen,
    eerdereActies: eerder.filter(({ gesprekId }) => gesprekId !== gesprek.id),
    rapportage: await listRapportage(ctx, gesprek.id),
    vorige: await findVorige(ctx, gesprek),
    collegas: await listCollegas(ctx),
    maatregelen: (await listTaken(ctx, gesprek.gemeenteCode, ctx.today)).filter(({ maatregel }) => maatregel),
    ...meer,
  }
}
