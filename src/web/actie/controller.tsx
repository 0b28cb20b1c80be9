import { Hono } from 'hono'
import type { AppEnv } from '../../app-env.ts'
import { actiestanden } from '../../domain/act/gesprek/actiestand.ts'
import { kanten } from '../../domain/act/gesprek/actie-invoer.ts'
import { wijzigActie } from '../../domain/act/gesprek/leg-actie-vast.ts'
import { findActie, listActies, type Actie } from '../../domain/act/gesprek/list-acties.ts'
import { nummerAgenda } from '../../domain/act/gesprek/nummer-agenda.ts'
import { listAgendapunten } from '../../domain/act/gesprek/queries.ts'
import { isEigen, zetActie } from '../../domain/act/gesprek/zet-actie.ts'
import { vrijeTekst } from '../../domain/begrippen/vrije-tekst.ts'
import { authorize } from '../../domain/rechten.ts'
import type { Context } from '../../platform/context.ts'
import { Weigering } from '../../platform/errors.ts'
import { inReadTransaction } from '../../platform/transaction.ts'
import { fieldErrors, tekst } from '../form.ts'
import { aanbiederfilter, findGekozen, leesAanbiederkeuze } from '../aanbiederkeuze.ts'
import { leesBladzijde, leesWoord } from '../lijst.ts'
import { metUitvoer } from '../met-uitvoer.ts'
import { render } from '../render-page.tsx'
import { routes } from '../routes.ts'
import type { Veldfout } from '../ui/foutenlijst.tsx'
import { type Uitvoerkolom } from '../uitvoer.ts'
import { leesWeergaven } from '../weergave/weergaven.tsx'
import { listCollegas } from '../gesprek/collegas.ts'
import { leesActie, met } from '../gesprek/verslag-controller.tsx'
import { ActiePage, ActieWijzigenPage } from './actie-page.tsx'
import { actiequery, ActiesPage, STANDAARD, type Actiekeuze } from './acties-page.tsx'

const ID = '/acties/:id{[0-9a-f-]{36}}'
const ACTEN = ['beginnen', 'gereed melden', 'accepteren', 'teruggeven', 'laten vervallen'] as const

export const actieController = new Hono<AppEnv>()

actieController.get('/acties', async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'actie:lezen')
  const keuze = leesKeuze(c.req.query())
  const lijst = await listActies(ctx, leesFilter(ctx, keuze), keuze)
  const aanbieder = await findGekozen(ctx, keuze)
  const weergaven = await leesWeergaven(ctx, 'acties', actiequery(keuze))
  return render(c, <ActiesPage {...{ raam, ctx, keuze, lijst, aanbieder, weergaven }} />)
})

metUitvoer(actieController, '/acties', 'actie:lezen', async (ctx, c) => {
  const keuze = leesKeuze(c.req.query())
  const { rijen } = await listActies(ctx, leesFilter(ctx, keuze), { ...keuze, pagina: null })
  return { kolommen: uitvoer, rijen }
})

actieController.get(ID, async (c) => {
  const { ctx, raam } = c.var
  const gegevens = await lees(ctx, c.req.param('id'))
  return render(c, <ActiePage {...{ raam, ctx }} {...gegevens} gedaan={c.req.query('gedaan')} />)
})

actieController.post(`${ID}/stappen`, async (c) => {
  const { ctx, raam } = c.var
  const id = c.req.param('id')
  const waarden = await c.req.parseBody<Record<string, string>>()
  const act = leesWoord(waarden['act'], ACTEN)
  const eigenstap = act === 'beginnen' || act === 'gereed melden'
  await authorize(ctx, act === undefined || eigenstap ? 'actie:afronden' : 'actie:aanvaarden')
  const veld = eigenstap ? 'woorden' : 'reden'
  const opnieuw = async (fouten: Veldfout[]) => {
    const gegevens = await inReadTransaction(ctx, (ctx) => lees(ctx, id))
    return render(c, <ActiePage {...{ raam, ctx, waarden, fouten }} {...gegevens} />, 422)
  }
  const woorden = vrijeTekst(2000).safeParse(tekst(waarden[veld]))
  if (act === undefined) return opnieuw([{ veld, melding: 'Kies wat er met de actie gebeurt.' }])
  if (!woorden.success) return opnieuw([{ veld, melding: woorden.error.issues[0]!.message }])
  try {
    await zetActie(ctx, id, act, woorden.data)
  } catch (error) {
    if (!(error instanceof Weigering) || error.status !== 422) throw error
    return opnieuw([{ veld, melding: error.message }])
  }
  return c.redirect(`${routes.actie(id)}?gedaan=gedaan`, 303)
})

actieController.get(`${ID}/wijzigen`, async (c) => {
  const { ctx, raam } = c.var
  return render(c, <ActieWijzigenPage {...{ raam, ctx }} {...await leesWijzigen(ctx, c.req.param('id'))} />)
})

actieController.post(`${ID}/wijzigen`, async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'gesprek:wijzigen')
  const id = c.req.param('id')
  const waarden = await c.req.parseBody<Record<string, string>>()
  const opnieuw = async (fouten: Veldfout[], status: 409 | 422 = 422, versie?: string) => {
    const gegevens = await inReadTransaction(ctx, (ctx) => leesWijzigen(ctx, id))
    const ingevuld = versie === undefined ? waarden : { ...waarden, versie: String(gegevens.actie.versie) }
    return render(c, <ActieWijzigenPage {...{ raam, ctx, fouten }} waarden={ingevuld} {...gegevens} />, status)
  }
  const invoer = leesActie(waarden)
  if (!invoer.success) return opnieuw(met('actie-', fieldErrors(invoer.error)))
  try {
    await wijzigActie(ctx, id, /^\d{1,9}$/.test(waarden['versie'] ?? '') ? Number(waarden['versie']) : 0, invoer.data)
  } catch (error) {
    if (!(error instanceof Weigering) || (error.status !== 422 && error.code !== 'bewerkt')) throw error
    if (error.code === 'bewerkt') return opnieuw([{ veld: 'actie-tekst', melding: error.message }], 409, 'nu')
    return opnieuw([{ veld: `actie-${error.code}`, melding: error.message }])
  }
  return c.redirect(`${routes.actie(id)}?gedaan=gedaan`, 303)
})

async function lees(ctx: Context, id: string) {
  await authorize(ctx, 'actie:lezen')
  const actie = await findActie(ctx, id)
  return { actie, eigen: isEigen(ctx, actie) }
}

async function leesWijzigen(ctx: Context, id: string) {
  await authorize(ctx, 'gesprek:wijzigen')
  const actie = await findActie(ctx, id)
  const punten = nummerAgenda(await listAgendapunten(ctx, actie.gesprekId))
  return {
    actie,
    collegas: await listCollegas(ctx),
    punten: punten.map((punt) => ({ waarde: punt.id, label: `${punt.nummer} ${punt.titel}` })),
  }
}

function leesKeuze(query: Record<string, string>): Actiekeuze {
  return {
    ...leesBladzijde(query, ['einddatum', 'aanbieder', 'eigenaar', 'tekst'], STANDAARD),
    stand: leesWoord(query['stand'], ['te laat', 'gereed', 'afgerond', 'alle']) ?? 'lopend',
    kant: leesWoord(query['kant'], ['regio', 'aanbieder']) ?? '',
    ...leesAanbiederkeuze(query),
  }
}

function leesFilter(ctx: Context, keuze: Actiekeuze) {
  const { stand, kant } = keuze
  return {
    stand: stand === 'alle' ? undefined : stand,
    kant: kant || undefined,
    ...aanbiederfilter(ctx, keuze),
  }
}

const uitvoer: Uitvoerkolom<Actie>[] = [
  { kop: 'Actie', waarde: ({ tekst: wat }) => wat },
  { kop: 'Aanbieder', waarde: ({ aanbieder }) => aanbieder },
  { kop: 'Wie', waarde: ({ eigenaar }) => eigenaar },
  { kop: 'Kant', waarde: ({ kant }) => kanten[kant] },
  { kop: 'Klaar op', soort: 'datum', waarde: ({ einddatum }) => einddatum },
  { kop: 'Stand', waarde: ({ stand }) => actiestanden[stand] },
  { kop: 'Uit gesprek', waarde: ({ gesprek }) => gesprek },
  { kop: 'Van', soort: 'datum', waarde: ({ gesprekDatum }) => gesprekDatum },
]
