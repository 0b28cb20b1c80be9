import { Hono, type Context as HonoContext } from 'hono'
import { z } from 'zod'
import type { AppEnv } from '../../app-env.ts'
import { beginLadderconcept, beginpunten, type Beginpunt } from '../../domain/act/escalatie/begin-ladderconcept.ts'
import { bewaarLadder, controleerConcept, verwerpLadderconcept } from '../../domain/act/escalatie/bewaar-ladder.ts'
import { findLadderconcept, type Ladderconcept } from '../../domain/act/escalatie/ladderconcept.ts'
import { ladderdelen, nieuweCode, zoekDeel, type Ladderdeel } from '../../domain/act/escalatie/ladderdelen.ts'
import { wijzigLadderconcept } from '../../domain/act/escalatie/wijzig-ladderconcept.ts'
import { Bron } from '../../domain/begrippen/bron.ts'
import { listTaken } from '../../domain/plan/bezetting/lees-taken.ts'
import { leesGespreksregels } from '../../domain/act/gesprek/lees-gespreksregels.ts'
import { authorize } from '../../domain/rechten.ts'
import type { Context } from '../../platform/context.ts'
import { notFound, Weigering } from '../../platform/errors.ts'
import { inReadTransaction } from '../../platform/transaction.ts'
import { dagveld, fieldErrors } from '../form.ts'
import { render } from '../render-page.tsx'
import { routes } from '../routes.ts'
import type { Veldfout } from '../ui/foutenlijst.tsx'
import type { Optie } from '../ui/keuze.tsx'
import { BeginPage } from './begin-page.tsx'
import { ConceptPage } from './concept-page.tsx'
import { LadderdeelPage, LadderkopPage } from './deel-page.tsx'
import { alsWaarden, leesDeel, type Waarden } from './deelvorm.ts'

const BASIS = '/inrichting/escalatieladder/concept'
const DEEL = ':deel{[a-z]{4,12}}'
const CODE = ':code{[a-zA-Z0-9.-]{1,80}}'

/** Composing a ladder: a draft, part by part, until it is right and applies. */
export const ladderController = new Hono<AppEnv>()

ladderController.get(BASIS, async (c) => {
  const { ctx } = c.var
  await authorize(ctx, 'inrichting:wijzigen')
  return toonConcept(c, ctx, { gedaan: c.req.query('gedaan') })
})

ladderController.post(BASIS, async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'inrichting:wijzigen')
  const { van = '' } = await c.req.parseBody<Record<string, string>>()
  if (!Object.hasOwn(beginpunten, van)) {
    return render(c, <BeginPage raam={raam} fouten={[{ veld: 'van', melding: 'Kies waar u mee begint.' }]} />, 422)
  }
  await beginLadderconcept(ctx, van as Beginpunt)
  return c.redirect(`${routes.ladderconcept()}?gedaan=begonnen`, 303)
})

const Ingang = z.object({
  geldigVanaf: dagveld('Vul een dag in.'),
  reden: z.string().trim().min(1, 'Schrijf op waarom de ladder verandert.').max(500, 'Gebruik hooguit 500 tekens.'),
})

ladderController.post(`${BASIS}/bewaren`, async (c) => {
  const { ctx } = c.var
  await authorize(ctx, 'inrichting:wijzigen')
  const waarden = await c.req.parseBody<Record<string, string>>()
  const opnieuw = (fouten: Veldfout[]) => inReadTransaction(ctx, (ctx) => toonConcept(c, ctx, { waarden, fouten }, 422))
  const invoer = Ingang.safeParse({ geldigVanaf: waarden['geldigVanaf'] ?? '', reden: waarden['reden'] ?? '' })
  if (!invoer.success) return opnieuw(fieldErrors(invoer.error))
  try {
    await bewaarLadder(ctx, gezien(waarden), invoer.data)
  } catch (error) {
    if (error instanceof Weigering && error.status === 422)
      return opnieuw([{ veld: 'geldigVanaf', melding: error.message }])
    throw error
  }
  return c.redirect(`${routes.regelsetdeel('escalatieladder')}?gedaan=gewijzigd`, 303)
})

ladderController.post(`${BASIS}/verwerpen`, async (c) => {
  const { ctx } = c.var
  await authorize(ctx, 'inrichting:wijzigen')
  await verwerpLadderconcept(ctx, gezien(await c.req.parseBody<Record<string, string>>()))
  return c.redirect(`${routes.ladderconcept()}?gedaan=verworpen`, 303)
})

ladderController.get(`${BASIS}/kop`, async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'inrichting:wijzigen')
  const { ladder, versie } = await eisConcept(ctx)
  const { document, paragraaf, tekst } = ladder.bron
  const waarden = { naam: ladder.naam, 'bron.document': document, 'bron.paragraaf': paragraaf, 'bron.tekst': tekst }
  return render(c, <LadderkopPage {...{ raam, versie, waarden }} />)
})

ladderController.post(`${BASIS}/kop`, async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'inrichting:wijzigen')
  const waarden = await c.req.parseBody<Record<string, string>>()
  const t = (naam: string) => (waarden[naam] ?? '').trim()
  const invoer = z.object({ naam: z.string().min(1, 'Vul dit in.'), bron: Bron }).safeParse({
    naam: t('naam'),
    bron: { document: t('bron.document'), paragraaf: t('bron.paragraaf'), tekst: t('bron.tekst') },
  })
  if (!invoer.success) {
    const fouten = fieldErrors(invoer.error).map(({ veld }) => ({ veld, melding: 'Vul dit in.' }))
    return render(c, <LadderkopPage {...{ raam, versie: gezien(waarden), waarden, fouten }} />, 422)
  }
  await wijzigLadderconcept(ctx, gezien(waarden), { soort: 'kop', ...invoer.data })
  return c.redirect(`${routes.ladderconcept()}?gedaan=bewaard`, 303)
})

ladderController.get(`${BASIS}/${DEEL}`, async (c) => {
  await authorize(c.var.ctx, 'inrichting:wijzigen')
  return toonDeel(c, c.var.ctx, { deel: deelsoort(c.req.param('deel')) })
})

ladderController.post(`${BASIS}/${DEEL}`, (c) => bewaarDeel(c, deelsoort(c.req.param('deel'))))

ladderController.get(`${BASIS}/${DEEL}/${CODE}`, async (c) => {
  await authorize(c.var.ctx, 'inrichting:wijzigen')
  return toonDeel(c, c.var.ctx, { deel: deelsoort(c.req.param('deel')), code: c.req.param('code') })
})

ladderController.post(`${BASIS}/${DEEL}/${CODE}`, (c) =>
  bewaarDeel(c, deelsoort(c.req.param('deel')), c.req.param('code')),
)

ladderController.post(`${BASIS}/${DEEL}/${CODE}/verwijderen`, async (c) => {
  const { ctx } = c.var
  await authorize(ctx, 'inrichting:wijzigen')
  const waarden = await c.req.parseBody<Record<string, string>>()
  const deel = deelsoort(c.req.param('deel'))
  await wijzigLadderconcept(ctx, gezien(waarden), { soort: 'verwijder', deel, code: c.req.param('code') })
  return c.redirect(`${routes.ladderconcept()}?gedaan=verwijderd`, 303)
})

ladderController.post(`${BASIS}/${DEEL}/${CODE}/verplaatsen`, async (c) => {
  const { ctx } = c.var
  await authorize(ctx, 'inrichting:wijzigen')
  const waarden = await c.req.parseBody<Record<string, string>>()
  const deel = deelsoort(c.req.param('deel'))
  const richting = waarden['richting'] === 'omlaag' ? 'omlaag' : 'omhoog'
  await wijzigLadderconcept(ctx, gezien(waarden), { soort: 'verplaats', deel, code: c.req.param('code'), richting })
  return c.redirect(`${routes.ladderconcept()}?gedaan=bewaard`, 303)
})

type Opnieuw = { gedaan?: string | undefined; waarden?: Record<string, string>; fouten?: Veldfout[] }

async function toonConcept(c: HonoContext<AppEnv>, ctx: Context, over: Opnieuw, status: 200 | 422 = 200) {
  const { raam } = c.var
  const concept = await findLadderconcept(ctx)
  if (!concept) return render(c, <BeginPage raam={raam} gedaan={over.gedaan} />)
  const ladderfouten = await controleerConcept(ctx, concept.ladder)
  return render(c, <ConceptPage {...{ raam, concept, ladderfouten, vandaag: ctx.today, ...over }} />, status)
}

async function eisConcept(ctx: Context): Promise<Ladderconcept> {
  const concept = await findLadderconcept(ctx)
  if (!concept) throw notFound('Dit concept')
  return concept
}

type Deelvraag = { deel: Ladderdeel; code?: string | undefined; waarden?: Waarden; fouten?: Veldfout[] }

async function toonDeel(c: HonoContext<AppEnv>, ctx: Context, vraag: Deelvraag, status: 200 | 422 = 200) {
  const { deel, code, fouten = [] } = vraag
  const { ladder, versie } = await eisConcept(ctx)
  const bestaand = code === undefined ? undefined : zoekDeel(ladder, deel, code)
  if (code !== undefined && !bestaand) throw notFound('Dit onderdeel van de ladder')
  const waarden = vraag.waarden ?? (bestaand ? alsWaarden(deel, bestaand) : LEEG[deel])
  const taken = (await listTaken(ctx, null, ctx.today)).map(({ code, naam }) => ({ waarde: code, label: naam }))
  return render(
    c,
    <LadderdeelPage
      raam={c.var.raam}
      {...{ ladder, versie, deel, code, taken, waarden, fouten }}
      gesprekken={deel === 'stukken' ? await gespreksoorten(ctx, [waarden['uitGesprek.soorten'] ?? []].flat()) : []}
    />,
    status,
  )
}

// The kinds of meeting of the region, and those the ladder names that it no longer has: saving takes none away unseen.
async function gespreksoorten(ctx: Context, gekozen: string[]): Promise<Optie[]> {
  const {
    regels: { soorten },
  } = await leesGespreksregels(ctx)
  const bekend = soorten.map(({ code, naam }) => ({ waarde: code, label: naam }))
  const onbekend = gekozen.filter((code) => !soorten.some((soort) => soort.code === code))
  return [...bekend, ...onbekend.map((code) => ({ waarde: code, label: code }))]
}

async function bewaarDeel(c: HonoContext<AppEnv>, deel: Ladderdeel, code?: string) {
  const { ctx } = c.var
  await authorize(ctx, 'inrichting:wijzigen')
  const waarden = await c.req.parseBody<{ all: true }, Waarden>({ all: true })
  const { ladder } = await inReadTransaction(ctx, eisConcept)
  if (code !== undefined && !zoekDeel(ladder, deel, code)) throw notFound('Dit onderdeel van de ladder')
  const gelezen = leesDeel(deel, code ?? nieuweCode(ladder, deel, [waarden['naam'] ?? ''].flat()[0] ?? ''), waarden)
  if ('fouten' in gelezen) {
    return inReadTransaction(ctx, (ctx) => toonDeel(c, ctx, { deel, code, waarden, fouten: gelezen.fouten }, 422))
  }
  await wijzigLadderconcept(ctx, gezien(waarden), { soort: 'zet', deel, nieuw: gelezen.nieuw })
  return c.redirect(`${routes.ladderconcept()}?gedaan=bewaard`, 303)
}

// What a new part begins with, so that a choice that is nearly always the same is made.
const LEEG: Record<Ladderdeel, Waarden> = {
  stappen: {},
  toestanden: { soort: 'actief' },
  overgangen: { naarsoort: 'toestanden', wie: 'opdrachtgever', motivering: 'ja' },
  termijnen: { wie: 'aanbieder', looptijd: 'geteld', 'looptijd.eenheid': 'werkdagen' },
  stukken: { van: 'opdrachtgever' },
  maatregelen: { effect: 'geen' },
  brieven: {},
}

function deelsoort(woord: string): Ladderdeel {
  const deel = ladderdelen.find((een) => een === woord)
  if (!deel) throw notFound('Dit onderdeel van de ladder')
  return deel
}

/** The version of the draft that somebody looked at. */
function gezien(waarden: Waarden): number {
  const tekst = [waarden['gezien'] ?? ''].flat()[0] ?? ''
  return /^\d{1,9}$/.test(tekst) ? Number(tekst) : 0
}
