import { Hono, type Context as HonoContext } from 'hono'
import type { AppEnv } from '../../app-env.ts'
import { besluitOverStap } from '../../domain/act/escalatie/besluit-over-stap.ts'
import { leesBrief } from '../../domain/act/escalatie/lees-brief.ts'
import { leesZaak } from '../../domain/act/escalatie/lees-zaak.ts'
import { legStukVast } from '../../domain/act/escalatie/leg-stuk-vast.ts'
import { findDossier } from '../../domain/act/escalatie/find-dossier.ts'
import { startTermijn } from '../../domain/act/escalatie/termijnen.ts'
import { deelVan, type Overgang } from '../../domain/act/escalatie/ladder.ts'
import { stukTelt } from '../../domain/act/escalatie/toets-waarborg.ts'
import { trekStapIn } from '../../domain/act/escalatie/trek-stap-in.ts'
import { verzendBrief } from '../../domain/act/escalatie/verzend-brief.ts'
import { vooruitzicht } from '../../domain/act/escalatie/vooruitzicht.ts'
import { Stapweigering } from '../../domain/act/escalatie/weiger-stap.ts'
import { leesWieMag } from '../../domain/act/escalatie/wie-mag.ts'
import { zetStap } from '../../domain/act/escalatie/zet-stap.ts'
import type { Verzending } from '../../domain/act/escalatie/zaak.ts'
import { listGesprekkenVan } from '../../domain/act/gesprek/list-gesprekken-van.ts'
import { findZaakplan } from '../../domain/act/verbeterplan/uit-plan.ts'
import { authorize, leesMet } from '../../domain/rechten.ts'
import type { Context } from '../../platform/context.ts'
import { conflict, notFound, Weigering } from '../../platform/errors.ts'
import { inReadTransaction } from '../../platform/transaction.ts'
import { leesDatum } from '../lees-datum.ts'
import { leesWoord } from '../lijst.ts'
import { render } from '../render-page.tsx'
import { routes } from '../routes.ts'
import type { Veldfout } from '../ui/foutenlijst.tsx'
import { BriefPage, VersturenPage } from './brief-page.tsx'
import { EscalatiePage } from './escalatie-page.tsx'
import { wieBesluit } from './ladder.tsx'
import { leesEscalatie, leesKeuzes } from './lees-escalatie.ts'
import { alsFouten, leesGesprek, leesStap, leesVelden } from './lees-invoer.ts'
import { StapPage } from './stap-page.tsx'
import { StukPage } from './stuk-page.tsx'
import { dag, een, type Waarden } from './velden.tsx'

const ID = '/escalaties/:id{[0-9a-f-]{36}}'
const STAP = `${ID}/stappen/:overgang{[A-Za-z0-9-]{1,20}}`
const STUK = `${ID}/stukken/:soort{[A-Za-z0-9-]{1,60}}`

export const escalatiestapController = new Hono<AppEnv>()

const gezien = (waarden: Waarden) => Number(een(waarden['gezien'])) || 0
const leesFormulier = (c: HonoContext<AppEnv>) => c.req.parseBody<{ all: true }, Waarden>({ all: true })

escalatiestapController.get(STAP, async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'escalatie:stap-zetten')
  const gegevens = await leesStapgegevens(ctx, c.req.param('id'), c.req.param('overgang'))
  const plan = await findZaakplan(ctx, c.req.param('id'))
  if (plan && gegevens.overgang.stukken.some((soort) => plan.soorten.has(soort))) {
    return c.redirect(routes.verbeterplan(plan.id), 303)
  }
  return render(c, <StapPage raam={raam} {...gegevens} waarden={voorgevuld(gegevens)} />)
})

escalatiestapController.post(STAP, async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'escalatie:stap-zetten')
  const { id, overgang: code } = c.req.param()
  const waarden = await leesFormulier(c)
  const { geopend, overgang } = await inReadTransaction(ctx, (ctx) => leesStapgegevens(ctx, id, code))
  try {
    const { gezet } = await zetStap(ctx, id, gezien(waarden), leesStap(geopend.ladder, overgang, waarden, ctx.today))
    return c.redirect(
      `${routes.escalatie(id)}?gedaan=${gezet ? 'gezet' : overgang.voorstel ? 'voorgesteld' : 'voorbereid'}`,
      303,
    )
  } catch (error) {
    const fouten = foutenVan(error, 'datum', geopend.ladder)
    const gegevens = await inReadTransaction(ctx, (ctx) => leesStapgegevens(ctx, id, code))
    return render(c, <StapPage raam={raam} {...gegevens} waarden={waarden} fouten={fouten} />, statusVan(error))
  }
})

escalatiestapController.post(`${ID}/besluiten`, async (c) => {
  const { ctx } = c.var
  await authorize(ctx, 'escalatie:besluiten')
  const id = c.req.param('id')
  const waarden = await leesFormulier(c)
  const besluit = leesWoord(een(waarden['besluit']), ['akkoord', 'afwijzen'])
  await inReadTransaction(ctx, (ctx) => leesZaak(ctx, id))
  if (!besluit) return opnieuw(c, id, waarden, [{ veld: 'besluit', melding: 'Kies akkoord of afwijzen.' }], 422)
  const reden = een(waarden['reden']) ?? ''
  if (besluit === 'afwijzen' && reden.trim() === '') {
    return opnieuw(c, id, waarden, [{ veld: 'reden', melding: 'Schrijf op waarom u het voorstel afwijst.' }], 422)
  }
  try {
    await besluitOverStap(ctx, id, gezien(waarden), { akkoord: besluit === 'akkoord', reden })
  } catch (error) {
    return opnieuw(c, id, waarden, foutenVan(error, 'besluit'), statusVan(error))
  }
  return c.redirect(`${routes.escalatie(id)}?gedaan=besloten`, 303)
})

escalatiestapController.post(`${ID}/intrekken`, async (c) => {
  const { ctx } = c.var
  await authorize(ctx, 'escalatie:stap-zetten')
  const id = c.req.param('id')
  const waarden = await leesFormulier(c)
  await inReadTransaction(ctx, (ctx) => leesZaak(ctx, id))
  try {
    await trekStapIn(ctx, id, gezien(waarden), een(waarden['redenIntrekken']) ?? '')
  } catch (error) {
    return opnieuw(c, id, waarden, foutenVan(error, 'redenIntrekken'), statusVan(error))
  }
  return c.redirect(`${routes.escalatie(id)}?gedaan=ingetrokken`, 303)
})

escalatiestapController.get(`${ID}/versturen`, async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'escalatie:versturen')
  return render(c, <VersturenPage raam={raam} {...await leesVersturen(ctx, c.req.param('id'))} />)
})

escalatiestapController.post(`${ID}/versturen`, async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'escalatie:versturen')
  const id = c.req.param('id')
  const waarden = await leesFormulier(c)
  const gegevens = await inReadTransaction(ctx, (ctx) => leesVersturen(ctx, id))
  const tekst = (naam: string) => een(waarden[naam])?.trim() ?? ''
  const datum = leesDatum(tekst('datum'))
  const wijze = leesWoord(tekst('wijze'), ['digitaal', 'post', 'aangetekend'] as const)
  const ontvangen = leesDatum(tekst('ontvangen'))
  const fouten: Veldfout[] = [
    ...(datum ? [] : [{ veld: 'datum', melding: 'Vul een bestaande datum in, bijvoorbeeld 13 nov 2026.' }]),
    ...(wijze ? [] : [{ veld: 'wijze', melding: 'Kies hoe de brief is verstuurd.' }]),
    ...(tekst('ontvangen') === '' || ontvangen
      ? []
      : [{ veld: 'ontvangen', melding: 'Vul een bestaande datum in, of laat dit leeg.' }]),
  ]
  if (!datum || !wijze || fouten.length > 0) {
    return render(c, <VersturenPage raam={raam} {...gegevens} waarden={waarden} fouten={fouten} />, 422)
  }
  const verzending: Verzending = { datum, wijze, kenmerk: tekst('kenmerk'), ontvangen }
  try {
    await verzendBrief(ctx, id, gezien(waarden), verzending)
  } catch (error) {
    const bij = error instanceof Stapweigering && error.gebreken[0]?.soort === 'brief' ? 'kenmerk' : 'datum'
    return render(
      c,
      <VersturenPage raam={raam} {...gegevens} waarden={waarden} fouten={foutenVan(error, bij)} />,
      statusVan(error),
    )
  }
  return c.redirect(`${routes.escalatie(id)}?gedaan=verstuurd`, 303)
})

escalatiestapController.get(`${ID}/brieven/:nr{[0-9]{1,4}}`, async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'escalatie:lezen')
  const { rij } = await leesZaak(ctx, c.req.param('id'))
  const { brieven, kop } = await findDossier(ctx, rij.id)
  const brief = brieven.find(({ nr }) => nr === Number(c.req.param('nr')))
  if (!brief) throw notFound('Deze brief')
  return render(c, <BriefPage raam={raam} zaak={{ ...rij, aanbieder: kop.aanbieder }} brief={brief} />)
})

escalatiestapController.get(STUK, async (c) => {
  const { ctx, raam } = c.var
  await authorizeStuk(ctx)
  const gegevens = await leesStuksoort(ctx, c.req.param('id'), c.req.param('soort'))
  // what the plan of the case gives is written there
  const plan = await findZaakplan(ctx, c.req.param('id'))
  if (plan?.soorten.has(gegevens.soort.code)) return c.redirect(routes.verbeterplan(plan.id), 303)
  return render(c, <StukPage raam={raam} {...gegevens} />)
})

escalatiestapController.post(STUK, async (c) => {
  const { ctx, raam } = c.var
  await authorizeStuk(ctx)
  const { id, soort: code } = c.req.param()
  const waarden = await leesFormulier(c)
  const gegevens = await inReadTransaction(ctx, (ctx) => leesStuksoort(ctx, id, code))
  const { soort, aanbieder, geopend } = gegevens
  const datum = aanbieder ? ctx.today : leesDatum(een(waarden['datum']) ?? '')
  if (!datum) {
    const fouten = [{ veld: 'datum', melding: 'Vul een bestaande datum in, bijvoorbeeld 13 nov 2026.' }]
    return render(c, <StukPage raam={raam} {...gegevens} waarden={waarden} fouten={fouten} />, 422)
  }
  try {
    await legStukVast(ctx, id, gezien(waarden), {
      soort: code,
      datum,
      velden: leesVelden(soort.velden, `stuk.${code}.`, waarden),
      gesprek: leesGesprek(code, waarden),
    })
  } catch (error) {
    const fouten = foutenVan(error, 'datum', geopend.ladder)
    return render(c, <StukPage raam={raam} {...gegevens} waarden={waarden} fouten={fouten} />, statusVan(error))
  }
  return c.redirect(`${routes.escalatie(id)}?gedaan=${aanbieder ? 'ingediend' : 'vastgelegd'}`, 303)
})

function authorizeStuk(ctx: Context): Promise<void> {
  return authorize(ctx, ctx.actor.agb === null ? 'escalatie:stap-zetten' : 'escalatie:reageren')
}

async function leesStapgegevens(ctx: Context, id: string, code: string) {
  const geopend = await leesZaak(ctx, id)
  const { ladder, zaak, feiten } = geopend
  const mogelijk = vooruitzicht(ladder, zaak, feiten).find(({ overgang }) => overgang.code === code)
  if (!mogelijk) {
    if (!ladder.overgangen.some((overgang) => overgang.code === code)) throw notFound('Deze stap')
    throw conflict('Deze stap past niet meer bij waar de zaak nu staat. Open de escalatie opnieuw.')
  }
  const { overgang } = mogelijk
  return {
    geopend,
    overgang,
    mogelijk,
    wie: wieBesluit(mogelijk, await leesWieMag(ctx)).replace('beslist door ', ''),
    keuzes: await leesKeuzes(ctx, geopend),
    gesprekken: await leesMet(ctx, 'gesprek:lezen', () => listGesprekkenVan(ctx, id), []),
  }
}

async function leesVersturen(ctx: Context, id: string) {
  const geopend = await leesZaak(ctx, id)
  const brief = geopend.zaak.open?.stand === 'besloten' ? await leesBrief(ctx, geopend) : null
  if (!brief) throw conflict('Er wacht geen brief op verzending. Open de escalatie opnieuw.')
  const { kop } = await findDossier(ctx, id)
  return { geopend, brief, aanbieder: kop.aanbieder }
}

async function leesStuksoort(ctx: Context, id: string, code: string) {
  const geopend = await leesZaak(ctx, id)
  const aanbieder = ctx.actor.agb !== null
  const soort = geopend.ladder.stukken.find((een) => een.code === code && !(aanbieder && een.van === 'opdrachtgever'))
  if (!soort) throw notFound('Dit stuk')
  const gesprekken = aanbieder ? [] : await leesMet(ctx, 'gesprek:lezen', () => listGesprekkenVan(ctx, id), [])
  return { geopend, soort, aanbieder, gesprekken, keuzes: { gemeenten: [], producten: [] } }
}

/** Days that the ladder itself would choose, so that a person only changes them with a reason. */
function voorgevuld({
  geopend,
  overgang,
}: {
  geopend: Awaited<ReturnType<typeof leesZaak>>
  overgang: Overgang
}): Waarden {
  const { ladder, zaak, feiten } = geopend
  return Object.fromEntries(
    overgang.termijnen.flatMap(({ termijn: code, veld, stuk }) => {
      const termijn = deelVan(ladder, 'termijnen', code)
      if (veld === undefined || termijn.looptijd === null) return []
      const verplicht =
        overgang.brief !== null &&
        deelVan(ladder, 'brieven', overgang.brief).velden.some((een) => een.code === veld && een.verplicht)
      if (!verplicht) return []
      const start = stuk === undefined ? feiten.vandaag : (stukTelt(ladder, zaak, stuk)?.datum ?? feiten.vandaag)
      return [[`veld.${veld}`, dag(startTermijn(termijn, start, undefined, feiten.kalender).einddatum)]]
    }),
  )
}

async function opnieuw(
  c: HonoContext<AppEnv>,
  id: string,
  waarden: Waarden,
  fouten: Veldfout[],
  status: 403 | 409 | 422,
) {
  const { ctx, raam } = c.var
  const gegevens = await inReadTransaction(ctx, (ctx) => leesEscalatie(ctx, id))
  return render(c, <EscalatiePage raam={raam} ctx={ctx} {...gegevens} waarden={waarden} fouten={fouten} />, status)
}

// Refusals of the rules stand beside their field, a mandate and a change by another beside the button; a 404 is a page of its own.
function foutenVan(error: unknown, veld: string, ladder?: Parameters<typeof alsFouten>[1]): Veldfout[] {
  if (error instanceof Stapweigering && ladder) return alsFouten(error.gebreken, ladder)
  if (error instanceof Weigering && (error.status === 422 || error.status === 409 || isMandaat(error))) {
    return [{ veld, melding: error.message }]
  }
  throw error
}

function statusVan(error: unknown): 403 | 409 | 422 {
  if (error instanceof Weigering && (error.status === 409 || error.status === 403)) return error.status
  return 422
}

function isMandaat({ code }: Weigering): boolean {
  return ['geen-mandaat', 'vier-ogen', 'besluit-van-ander'].includes(code)
}
