import { Hono } from 'hono'
import type { AppEnv } from '../../app-env.ts'
import { annuleerGesprek } from '../../domain/act/gesprek/annuleer-gesprek.ts'
import { haalPuntWeg, neemPuntMee, voegPuntToe } from '../../domain/act/gesprek/bewaar-agendapunt.ts'
import { bewaarRapportage } from '../../domain/act/gesprek/bewaar-rapportage.ts'
import { findVorige } from '../../domain/act/gesprek/find-vorige.ts'
import { Annulering, Punt, Verplaatsing } from '../../domain/act/gesprek/gesprek.ts'
import { Antwoordinvoer, legAntwoordVast } from '../../domain/act/gesprek/leg-antwoord-vast.ts'
import { leesRegelsVan } from '../../domain/act/gesprek/lees-gespreksregels.ts'
import { listActies } from '../../domain/act/gesprek/list-acties.ts'
import { listContactpersonenVan } from '../../domain/act/gesprek/list-contactpersonen-van.ts'
import { listRapportage } from '../../domain/act/gesprek/list-rapportage.ts'
import { meldGehouden } from '../../domain/act/gesprek/meld-gehouden.ts'
import { meldVoorbereid } from '../../domain/act/gesprek/meld-voorbereid.ts'
import { nodigDeelnemersUit } from '../../domain/act/gesprek/nodig-deelnemers-uit.ts'
import { findGesprek } from '../../domain/act/gesprek/queries.ts'
import { listPlannenVan } from '../../domain/act/verbeterplan/queries.ts'
import { verplaatsGesprek } from '../../domain/act/gesprek/verplaats-gesprek.ts'
import { vraagRapportage } from '../../domain/act/gesprek/vraag-rapportage.ts'
import { werkAgendaBij } from '../../domain/act/gesprek/werk-agenda-bij.ts'
import { haalDeelnemerWeg, voegDeelnemerToe } from '../../domain/act/gesprek/wijzig-deelnemers.ts'
import { vrijeTekst } from '../../domain/begrippen/vrije-tekst.ts'
import { listBevindingen, listBevindingenVan } from '../../domain/check/bevinding/queries.ts'
import { listDefinities } from '../../domain/check/kpi/definities.ts'
import { listKpiTrend } from '../../domain/check/kpi/list-kpi-trend.ts'
import { listCertificaten } from '../../domain/plan/aanbieder/list-certificaten.ts'
import { findAanbieder, listGeldPerJaar } from '../../domain/plan/aanbieder/queries.ts'
import { leesKleinzicht } from '../../domain/plan/inrichting/kleine-aantallen.ts'
import { listSubregios } from '../../domain/plan/inrichting/queries.ts'
import { findKlasse } from '../../domain/plan/risico/list-klassen.ts'
import { findEscalatieVan, listEscalaties } from '../../domain/act/escalatie/queries.ts'
import { listTermijnen } from '../../domain/plan/kalender/list-termijnen.ts'
import { authorize, leesMet, mag } from '../../domain/rechten.ts'
import type { Context } from '../../platform/context.ts'
import { forbidden, notFound, Weigering } from '../../platform/errors.ts'
import { inReadTransaction } from '../../platform/transaction.ts'
import { fieldErrors, tekst } from '../form.ts'
import { dagveld } from '../invoer.ts'
import { UUID } from '../lijst.ts'
import { render } from '../render-page.tsx'
import { routes } from '../routes.ts'
import type { Veldfout } from '../ui/foutenlijst.tsx'
import type { Raam } from '../ui/pagina.tsx'
import { listCollegas } from './collegas.ts'
import { GesprekPage } from './gesprek-page.tsx'
import { leesKader, type Kader } from './lees-kader.ts'
import { RapportagePage } from './rapportage-page.tsx'
import { AgendaPage, AnnulerenPage, GehoudenPage, VerplaatsenPage } from './stap-pages.tsx'
import { VoorbereidingPage, type Pakket } from './voorbereiding-page.tsx'

const ID = '/gesprekken/:id{[0-9a-f-]{36}}'
const DEEL = ':deel{[0-9a-f-]{36}}'

// As many as fit on the page that goes to the meeting.
const TERMIJNEN = 15

export const gesprekController = new Hono<AppEnv>()

gesprekController.get(ID, async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'gesprek:lezen')
  const kader = await leesKader(ctx, raam, c.req.param('id'))
  const schrijft = mag(ctx.actor, 'gesprek:wijzigen')
  const collegas = schrijft ? await listCollegas(ctx) : []
  const contactpersonen =
    schrijft && kader.gesprek.aanbiederId ? await listContactpersonenVan(ctx, kader.gesprek.aanbiederId) : []
  const { id, aanbiederId } = kader.gesprek
  const plannen =
    aanbiederId === null
      ? []
      : await leesMet(ctx, 'verbeterplan:lezen', () => listPlannenVan(ctx, { gesprek: { id, aanbiederId } }), [])
  const { escalatieId } = kader.gesprek
  const zaak =
    escalatieId === null ? null : await leesMet(ctx, 'escalatie:lezen', () => findEscalatieVan(ctx, escalatieId), null)
  const bevindingen = await leesMet(ctx, 'bevinding:lezen', () => listBevindingenVan(ctx, { gesprekId: id }), [])
  return render(
    c,
    <GesprekPage
      {...{ kader, collegas, contactpersonen, plannen, zaak, bevindingen }}
      gedaan={c.req.query('gedaan')}
    />,
  )
})

gesprekController.get(`${ID}/voorbereiding`, async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'gesprek:lezen')
  // what the region knows of an aanbieder goes with it; an aanbieder has its own pages
  if (ctx.actor.agb !== null) throw forbidden('gesprek:wijzigen')
  const kader = await leesKader(ctx, raam, c.req.param('id'))
  if (kader.gesprek.aanbiederId === null) throw notFound('Deze voorbereiding')
  return render(c, <VoorbereidingPage kader={kader} pakket={await leesPakket(ctx, kader)} />)
})

gesprekController.get(`${ID}/rapportage`, async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'gesprek:lezen')
  return render(
    c,
    <RapportagePage {...await leesRapportage(ctx, raam, c.req.param('id'))} gedaan={c.req.query('gedaan')} />,
  )
})

gesprekController.post(`${ID}/rapportage`, async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'gesprek:reageren')
  const id = c.req.param('id')
  const waarden = await c.req.parseBody<Record<string, string>>()
  const opnieuw = async (fouten: Veldfout[], status: 409 | 422) => {
    const gegevens = await inReadTransaction(ctx, (ctx) => leesRapportage(ctx, raam, id))
    return render(c, <RapportagePage {...gegevens} waarden={waarden} fouten={fouten} />, status)
  }
  const delen = await inReadTransaction(ctx, async (ctx) => {
    await authorize(ctx, 'gesprek:reageren')
    return (await leesRegelsVan(ctx, (await findGesprek(ctx, id)).regelsetdeelId)).regels.rapportage.delen
  })
  const gelezen = delen.map(({ code }) => ({
    code,
    tekst: vrijeTekst(8000).safeParse(tekst(waarden[code])),
    versie: getal(waarden[`versie-${code}`]),
  }))
  const fouten = gelezen.flatMap(({ code, tekst: t }) =>
    t.success ? [] : [{ veld: code, melding: t.error.issues[0]!.message }],
  )
  if (fouten.length > 0) return opnieuw(fouten, 422)
  const indienen = waarden['stap'] !== 'bewaren'
  try {
    await bewaarRapportage(
      ctx,
      id,
      gelezen.map(({ code, tekst: t, versie }) => ({ code, tekst: t.data!, versie })),
      indienen,
    )
  } catch (error) {
    if (!(error instanceof Weigering) || (error.status !== 409 && error.status !== 422)) throw error
    const leeg = delen.find(({ code }) => tekst(waarden[code]).trim() === '')?.code ?? delen[0]!.code
    return opnieuw([{ veld: leeg, melding: error.message }], error.status)
  }
  return c.redirect(`${routes.gesprek(id, 'rapportage')}?gedaan=${indienen ? 'ingediend' : 'bewaard'}`, 303)
})

// What needs no more than a button.
const knoppen = {
  uitnodigen: { recht: 'gesprek:wijzigen', gedaan: 'uitgenodigd', doe: nodigDeelnemersUit },
  'rapportage/vragen': { recht: 'gesprek:wijzigen', gedaan: 'gevraagd', doe: vraagRapportage },
  voorbereid: { recht: 'gesprek:wijzigen', gedaan: 'voorbereid', doe: meldVoorbereid },
  'agenda/bijwerken': { recht: 'gesprek:wijzigen', gedaan: 'bijgewerkt', doe: werkAgendaBij },
} as const

for (const [deel, { recht, gedaan, doe }] of Object.entries(knoppen)) {
  gesprekController.post(`${ID}/${deel}`, async (c) => {
    await authorize(c.var.ctx, recht)
    await doe(c.var.ctx, c.req.param('id'))
    return c.redirect(`${routes.gesprek(c.req.param('id'))}?gedaan=${gedaan}`, 303)
  })
}

const paginas = {
  verplaatsen: VerplaatsenPage,
  annuleren: AnnulerenPage,
  gehouden: GehoudenPage,
  agenda: AgendaPage,
} as const

for (const [deel, Stap] of Object.entries(paginas)) {
  gesprekController.get(`${ID}/${deel}`, async (c) => {
    const { ctx, raam } = c.var
    await authorize(ctx, deel === 'annuleren' ? 'gesprek:plannen' : 'gesprek:wijzigen')
    return render(c, <Stap kader={await leesKader(ctx, raam, c.req.param('id'))} />)
  })
}

gesprekController.post(`${ID}/verplaatsen`, async (c) => {
  const { ctx } = c.var
  await authorize(ctx, 'gesprek:wijzigen')
  const id = c.req.param('id')
  const waarden = await c.req.parseBody<Record<string, string>>()
  const invoer = Verplaatsing.safeParse({ ...waarden, datum: dagveld.safeParse(waarden['datum']).data })
  if (!invoer.success)
    return toonStap(c.var, id, (kader) =>
      render(c, <VerplaatsenPage {...{ kader, waarden }} fouten={fieldErrors(invoer.error)} />, 422),
    )
  await verplaatsGesprek(ctx, id, getal(waarden['versie']), invoer.data)
  return c.redirect(`${routes.gesprek(id)}?gedaan=verplaatst`, 303)
})

gesprekController.post(`${ID}/annuleren`, async (c) => {
  const { ctx } = c.var
  await authorize(ctx, 'gesprek:plannen')
  const id = c.req.param('id')
  const waarden = await c.req.parseBody<Record<string, string>>()
  const invoer = Annulering.safeParse(waarden)
  if (!invoer.success)
    return toonStap(c.var, id, (kader) =>
      render(c, <AnnulerenPage {...{ kader, waarden }} fouten={fieldErrors(invoer.error)} />, 422),
    )
  await annuleerGesprek(ctx, id, invoer.data.reden)
  return c.redirect(`${routes.gesprek(id)}?gedaan=geannuleerd`, 303)
})

gesprekController.post(`${ID}/gehouden`, async (c) => {
  const { ctx } = c.var
  await authorize(ctx, 'gesprek:wijzigen')
  const id = c.req.param('id')
  const velden = await c.req.parseBody({ all: true })
  const aanwezig = [velden['aanwezig'] ?? []]
    .flat()
    .filter((een) => typeof een === 'string' && UUID.test(een)) as string[]
  try {
    await meldGehouden(ctx, id, aanwezig)
  } catch (error) {
    if (!(error instanceof Weigering) || error.status !== 422) throw error
    return toonStap(c.var, id, (kader) =>
      render(c, <GehoudenPage kader={kader} fouten={[{ veld: error.code, melding: error.message }]} />, 422),
    )
  }
  return c.redirect(`${routes.gesprek(id, 'verslag')}?gedaan=gehouden`, 303)
})

gesprekController.post(`${ID}/agenda`, async (c) => {
  const { ctx } = c.var
  await authorize(ctx, 'gesprek:wijzigen')
  const id = c.req.param('id')
  const waarden = await c.req.parseBody<Record<string, string>>()
  const invoer = Punt.safeParse(waarden)
  if (!invoer.success)
    return toonStap(c.var, id, (kader) =>
      render(c, <AgendaPage {...{ kader, waarden }} fouten={fieldErrors(invoer.error)} />, 422),
    )
  const onder = tekst(waarden['onderId'])
  await voegPuntToe(ctx, id, UUID.test(onder) ? onder : null, invoer.data)
  return c.redirect(routes.gesprek(id, 'agenda'), 303)
})

gesprekController.post(`${ID}/agenda/${DEEL}/weghalen`, async (c) => {
  await authorize(c.var.ctx, 'gesprek:wijzigen')
  await haalPuntWeg(c.var.ctx, c.req.param('id'), c.req.param('deel'))
  return c.redirect(routes.gesprek(c.req.param('id'), 'agenda'), 303)
})

gesprekController.post(`${ID}/agenda/${DEEL}/meenemen`, async (c) => {
  await authorize(c.var.ctx, 'gesprek:wijzigen')
  const { mee } = await c.req.parseBody<Record<string, string>>()
  const [id, punt] = [c.req.param('id'), c.req.param('deel')]
  await neemPuntMee(c.var.ctx, id, punt, mee !== 'nee')
  return c.redirect(`${routes.gesprek(id, 'verslag')}#punt-${punt}`, 303)
})

gesprekController.post(`${ID}/deelnemers`, async (c) => {
  await authorize(c.var.ctx, 'gesprek:wijzigen')
  const velden = await c.req.parseBody<Record<string, string>>()
  const ids = (naam: string) => [tekst(velden[naam])].filter((een) => UUID.test(een))
  await voegDeelnemerToe(c.var.ctx, c.req.param('id'), {
    gebruikerIds: ids('collegas'),
    contactpersoonIds: ids('contactpersonen'),
  })
  return c.redirect(`${routes.gesprek(c.req.param('id'))}?gedaan=deelnemers`, 303)
})

gesprekController.post(`${ID}/deelnemers/${DEEL}/weghalen`, async (c) => {
  await authorize(c.var.ctx, 'gesprek:wijzigen')
  await haalDeelnemerWeg(c.var.ctx, c.req.param('id'), c.req.param('deel'))
  return c.redirect(`${routes.gesprek(c.req.param('id'))}?gedaan=deelnemers`, 303)
})

gesprekController.post(`${ID}/deelnemers/${DEEL}/antwoord`, async (c) => {
  await authorize(c.var.ctx, c.var.ctx.actor.agb === null ? 'gesprek:lezen' : 'gesprek:reageren')
  const invoer = Antwoordinvoer.safeParse(await c.req.parseBody())
  if (!invoer.success) throw new Weigering(422, 'antwoord', 'Kies of deze persoon komt.')
  await legAntwoordVast(c.var.ctx, c.req.param('id'), c.req.param('deel'), invoer.data)
  return c.redirect(`${routes.gesprek(c.req.param('id'))}?gedaan=antwoord`, 303)
})

function toonStap({ ctx, raam }: { ctx: Context; raam: Raam }, id: string, toon: (kader: Kader) => Promise<Response>) {
  return inReadTransaction(ctx, async (ctx) => {
    await authorize(ctx, 'gesprek:wijzigen')
    return toon(await leesKader(ctx, raam, id))
  })
}

async function leesRapportage(ctx: Context, raam: Raam, id: string) {
  await authorize(ctx, 'gesprek:lezen')
  return { kader: await leesKader(ctx, raam, id), delen: await listRapportage(ctx, id) }
}

export async function leesPakket(ctx: Context, { gesprek }: Kader): Promise<Pakket> {
  const aanbiederId = gesprek.aanbiederId!
  const perDatum = { sorteer: 'einddatum', richting: 'op', pagina: null } as const
  return {
    acties: (await listActies(ctx, { stand: 'lopend', aanbiederId }, perDatum)).rijen,
    rapportage: await listRapportage(ctx, gesprek.id),
    vorige: await findVorige(ctx, gesprek),
    klasse: await leesMet(ctx, 'klasse:lezen', () => findKlasse(ctx, aanbiederId, ctx.today), null),
    kpi: await leesMet(
      ctx,
      'kpi:lezen',
      async () => ({
        punten: await listKpiTrend(ctx, await leesKleinzicht(ctx), aanbiederId),
        definities: await listDefinities(ctx, ctx.today),
        subregios: await listSubregios(ctx),
      }),
      null,
    ),
    bevindingen: await leesMet(
      ctx,
      'bevinding:lezen',
      async () =>
        (await listBevindingen(ctx, { stand: 'open', aanbiederId }, { sorteer: 'ontstaan', richting: 'op', pagina: 1 }))
          .rijen,
      null,
    ),
    geld: await leesMet(
      ctx,
      'budget:lezen',
      async () => listGeldPerJaar(ctx, await findAanbieder(ctx, aanbiederId)),
      null,
    ),
    certificaten: await leesMet(ctx, 'aanbieder:lezen', () => listCertificaten(ctx, aanbiederId), []),
    termijnen: await leesMet(
      ctx,
      'termijn:lezen',
      async () =>
        (await listTermijnen(ctx, { aanbiederId, stand: 'open' }, { pagina: null, hoogstens: TERMIJNEN })).rijen,
      [],
    ),
    escalaties: await leesMet(
      ctx,
      'escalatie:lezen',
      async () =>
        (await listEscalaties(ctx, { stand: 'lopend', aanbiederId }, { sorteer: 'termijn', richting: 'op', pagina: 1 }))
          .rijen,
      [],
    ),
  }
}

function getal(waarde: unknown): number {
  return typeof waarde === 'string' && /^\d{1,9}$/.test(waarde) ? Number(waarde) : 0
}
