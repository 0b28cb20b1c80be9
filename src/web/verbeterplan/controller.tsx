import { Hono } from 'hono'
import type { AppEnv } from '../../app-env.ts'
import { listOvereenkomstenVan } from '../../domain/act/escalatie/list-overeenkomsten.ts'
import { findGesprek } from '../../domain/act/gesprek/queries.ts'
import { leesKalender, leesPlanregels } from '../../domain/act/verbeterplan/lees-planregels.ts'
import { leesPlan } from '../../domain/act/verbeterplan/lees-plan.ts'
import { looptijdVan } from '../../domain/act/verbeterplan/planregels.ts'
import { listPlannen } from '../../domain/act/verbeterplan/queries.ts'
import { vraagPlan } from '../../domain/act/verbeterplan/vraag-plan.ts'
import { berekenTermijn } from '../../domain/begrippen/termijn.ts'
import { findBevinding, listAanbiedernamen } from '../../domain/check/bevinding/queries.ts'
import { authorize, mag } from '../../domain/rechten.ts'
import type { Context } from '../../platform/context.ts'
import { notFound, Weigering } from '../../platform/errors.ts'
import { inReadTransaction } from '../../platform/transaction.ts'
import { aanbiederfilter, findGekozen, leesAanbiederkeuze } from '../aanbiederkeuze.ts'
import { leesBladzijde, leesWoord, UUID } from '../lijst.ts'
import { metUitvoer } from '../met-uitvoer.ts'
import { render } from '../render-page.tsx'
import { routes } from '../routes.ts'
import type { Veldfout } from '../ui/foutenlijst.tsx'
import { FormulierPage } from './formulier-page.tsx'
import { leesKader } from './lees-kader.ts'
import { leesLos, veldenVan } from './lees-invoer.ts'
import { planuitvoer } from './uitvoer.ts'
import { VerbeterplanPage } from './verbeterplan-page.tsx'
import { leesWeergaven } from '../weergave/weergaven.tsx'
import { planQuery, STANDAARD, VerbeterplannenPage, type Keuze } from './verbeterplannen-page.tsx'
import { VersiePage } from './versie-page.tsx'
import { VragenPage, type Vraaggegevens } from './vragen-page.tsx'

const ID = '/verbeterplannen/:id{[0-9a-f-]{36}}'

export const verbeterplanController = new Hono<AppEnv>()

verbeterplanController.get('/verbeterplannen', async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'verbeterplan:lezen')
  const keuze = leesKeuze(c.req.query())
  const lijst = await listPlannen(ctx, leesFilter(ctx, keuze), keuze)
  const aanbieder = await findGekozen(ctx, keuze)
  const weergaven = await leesWeergaven(ctx, 'verbeterplannen', planQuery(keuze))
  return render(c, <VerbeterplannenPage {...{ raam, ctx, keuze, lijst, aanbieder, weergaven }} />)
})

metUitvoer(verbeterplanController, '/verbeterplannen', 'verbeterplan:lezen', async (ctx, c) => {
  const keuze = leesKeuze(c.req.query())
  const { rijen } = await listPlannen(ctx, leesFilter(ctx, keuze), { ...keuze, pagina: null })
  return { kolommen: planuitvoer, rijen }
})

verbeterplanController.get('/verbeterplannen/formulier', async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'verbeterplan:lezen')
  const formulier = await leesPlanregels(ctx)
  return render(
    c,
    <FormulierPage
      {...{ raam, formulier }}
      inrichting={mag(ctx.actor, 'inrichting:lezen')}
      wijzigen={mag(ctx.actor, 'inrichting:wijzigen')}
    />,
  )
})

verbeterplanController.get('/verbeterplannen/nieuw', async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'verbeterplan:vragen')
  const { bevinding = '', gesprek = '', aanbieder = '' } = c.req.query()
  const gegevens = await leesVraag(ctx, { bevindingId: bevinding, gesprekId: gesprek, aanbiederId: aanbieder })
  const over = gegevens.bevinding
  const waarden = {
    aanbiederId: aanbieder,
    titel: over?.titel ?? '',
    aanleiding: over ? [over.titel, over.toelichting].filter((deel) => deel !== '').join('\n') : '',
  }
  return render(c, <VragenPage raam={raam} {...gegevens} waarden={waarden} />)
})

verbeterplanController.post('/verbeterplannen/nieuw', async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'verbeterplan:vragen')
  const waarden = veldenVan(await c.req.parseBody())
  const waar = (naam: string) => waarden[naam]?.trim() ?? ''
  const vraag = { bevindingId: waar('bevindingId'), gesprekId: waar('gesprekId'), aanbiederId: waar('aanbiederId') }
  const opnieuw = async (fouten: Veldfout[], status: 403 | 409 | 422 = 422) => {
    const gegevens = await inReadTransaction(ctx, async (ctx) => {
      await authorize(ctx, 'verbeterplan:vragen')
      return leesVraag(ctx, vraag)
    })
    return render(c, <VragenPage raam={raam} {...gegevens} waarden={waarden} fouten={fouten} />, status)
  }
  const { start } = await inReadTransaction(ctx, async (ctx) => {
    await authorize(ctx, 'verbeterplan:vragen')
    return leesVraag(ctx, vraag)
  })
  const { tekst, dag, fouten } = leesLos(waarden, ['titel', 'aanleiding'], ['uiterlijk', 'realisatieUiterlijk'])
  const van = vraag.bevindingId !== '' || vraag.gesprekId !== ''
  const leeg: Veldfout[] = [
    ...(van || UUID.test(vraag.aanbiederId) ? [] : [{ veld: 'aanbiederId', melding: 'Kies een aanbieder.' }]),
    ...(tekst['titel'] === '' ? [{ veld: 'titel', melding: 'Schrijf in een zin op waar het over gaat.' }] : []),
    ...(tekst['titel']!.length > 200 ? [{ veld: 'titel', melding: 'Gebruik hooguit 200 tekens.' }] : []),
    ...(tekst['aanleiding'] === ''
      ? [{ veld: 'aanleiding', melding: 'Schrijf op wat er tekortschiet en wat u vraagt.' }]
      : []),
    ...(dag['uiterlijk'] === null ? [{ veld: 'uiterlijk', melding: 'Vul in wanneer het plan er moet zijn.' }] : []),
  ]
  const mis = [...fouten, ...leeg.filter(({ veld }) => !fouten.some((fout) => fout.veld === veld))]
  if (mis.length > 0) return opnieuw(mis)
  const overeenkomstId = waar('overeenkomstId')
  try {
    const aanbiederId = vraag.gesprekId === '' ? vraag.aanbiederId : await aanbiederVanGesprek(ctx, vraag.gesprekId)
    const id = await vraagPlan(ctx, {
      aanbiederId,
      overeenkomstId: UUID.test(overeenkomstId) ? overeenkomstId : null,
      bevindingId: vraag.bevindingId || null,
      gesprekId: vraag.gesprekId || null,
      titel: tekst['titel']!,
      aanleiding: tekst['aanleiding']!,
      startdatum: start,
      uiterlijk: dag['uiterlijk']!,
      realisatieUiterlijk: dag['realisatieUiterlijk'] ?? null,
    })
    return c.redirect(`${routes.verbeterplan(id)}?gedaan=gevraagd`, 303)
  } catch (error) {
    if (
      !(error instanceof Weigering) ||
      (error.status !== 422 && error.status !== 409 && error.code !== 'geen-mandaat')
    )
      throw error
    const veld = ['uiterlijk', 'realisatieUiterlijk'].includes(error.code) ? error.code : 'titel'
    return opnieuw([{ veld, melding: error.message }], error.status as 403 | 409 | 422)
  }
})

verbeterplanController.get(ID, async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'verbeterplan:lezen')
  const kader = await leesKader(ctx, c.req.param('id'))
  return render(c, <VerbeterplanPage {...{ raam, ctx, kader }} gedaan={c.req.query('gedaan')} />)
})

verbeterplanController.get(`${ID}/versies/:ronde{[0-9]{1,4}}`, async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'verbeterplan:lezen')
  const geopend = await leesPlan(ctx, c.req.param('id'))
  const indiening = geopend.plan.indieningen.find(({ ronde }) => ronde === Number(c.req.param('ronde')))
  if (!indiening) throw notFound('Deze versie van het plan')
  return render(c, <VersiePage {...{ raam, geopend, indiening }} />)
})

type Vraag = { bevindingId: string; gesprekId: string; aanbiederId: string }

async function leesVraag(ctx: Context, { bevindingId, gesprekId, aanbiederId }: Vraag): Promise<Vraaggegevens> {
  const formulier = await leesPlanregels(ctx)
  const bevinding = bevindingId === '' ? null : await findBevinding(ctx, bevindingId)
  const gesprek = gesprekId === '' ? null : await findGesprek(ctx, gesprekId)
  // the term of the plan counts from the meeting (ESA-09), else from the request
  const start = gesprek && Temporal.PlainDate.compare(gesprek.datum, ctx.today) <= 0 ? gesprek.datum : ctx.today
  const wie = bevinding?.aanbiederId ?? gesprek?.aanbiederId ?? aanbiederId
  return {
    formulier,
    bevinding,
    gesprek: gesprek && { id: gesprek.id, titel: gesprek.titel, aanbieder: gesprek.aanbieder },
    aanbieders: bevinding || gesprek ? [] : await listAanbiedernamen(ctx),
    overeenkomsten: UUID.test(wie) && !bevinding?.overeenkomstId ? await listOvereenkomstenVan(ctx, wie) : [],
    start,
    termijn: berekenTermijn(looptijdVan(formulier.regels, 'indienen'), start, await leesKalender(ctx)),
  }
}

function aanbiederVanGesprek(ctx: Context, gesprekId: string): Promise<string> {
  return inReadTransaction(ctx, async (ctx) => {
    await authorize(ctx, 'verbeterplan:vragen')
    const { aanbiederId } = await findGesprek(ctx, gesprekId)
    if (aanbiederId === null) throw notFound('De aanbieder van dit gesprek')
    return aanbiederId
  })
}

function leesKeuze(query: Record<string, string>): Keuze {
  return {
    ...leesBladzijde(query, ['termijn', 'gevraagd', 'titel', 'aanbieder'], STANDAARD),
    stand: leesWoord(query['stand'], ['aanbieder', 'regio', 'te laat', 'gesloten', 'alle']) ?? 'lopend',
    ...leesAanbiederkeuze(query),
  }
}

function leesFilter(ctx: Context, keuze: Keuze) {
  const { stand } = keuze
  return { stand: stand === 'alle' ? undefined : stand, ...aanbiederfilter(ctx, keuze) }
}
