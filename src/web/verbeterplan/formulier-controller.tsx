import { Hono, type Context as HonoContext } from 'hono'
import type { AppEnv } from '../../app-env.ts'
import { beoordeelPlan } from '../../domain/act/verbeterplan/beoordeel-plan.ts'
import { beoordeelRealisatie } from '../../domain/act/verbeterplan/beoordeel-realisatie.ts'
import { bewaarConcept, findConcept, type Concept, type Conceptsoort } from '../../domain/act/verbeterplan/concept.ts'
import { dienPlanIn } from '../../domain/act/verbeterplan/dien-plan-in.ts'
import { eindes } from '../../domain/act/verbeterplan/doe-afsluiting.ts'
import { Planweigering } from '../../domain/act/verbeterplan/eis-plan.ts'
import { leesKalender } from '../../domain/act/verbeterplan/lees-planregels.ts'
import { leesPlan, type Geopend } from '../../domain/act/verbeterplan/lees-plan.ts'
import { meldRealisatie } from '../../domain/act/verbeterplan/meld-realisatie.ts'
import {
  planoordelen,
  puntenVan,
  realisatieoordelen,
  type Planoordeel,
  type Realisatieoordeel,
} from '../../domain/act/verbeterplan/plan.ts'
import { kan, planacten, type Planact } from '../../domain/act/verbeterplan/planacten.ts'
import { looptijdVan } from '../../domain/act/verbeterplan/planregels.ts'
import { sluitPlan } from '../../domain/act/verbeterplan/sluit-plan.ts'
import { verzetTermijn } from '../../domain/act/verbeterplan/verzet-termijn.ts'
import { berekenTermijn } from '../../domain/begrippen/termijn.ts'
import { authorize, type Recht } from '../../domain/rechten.ts'
import type { Context } from '../../platform/context.ts'
import { conflict, Weigering } from '../../platform/errors.ts'
import { inReadTransaction } from '../../platform/transaction.ts'
import { datumZonderDag } from '../lijst.ts'
import { render } from '../render-page.tsx'
import { routes } from '../routes.ts'
import type { Veldfout } from '../ui/foutenlijst.tsx'
import type { Raam } from '../ui/pagina.tsx'
import { AfsluitenPage, VerzettenPage } from './beslis-pages.tsx'
import { BeoordelenPage } from './beoordelen-page.tsx'
import { IndienenPage } from './indienen-page.tsx'
import type { Formulierstand } from './kader.tsx'
import {
  aantalPunten,
  alsFouten,
  beginwaarden,
  leesLos,
  leesMeldingen,
  leesOordelen,
  leesPunten,
  leesToelichting,
  veldenVan,
  zonderPunt,
  type Waarden,
} from './lees-invoer.ts'
import { MeldenPage, RealisatiePage, teBeoordelen, teMelden } from './realisatie-pages.tsx'

const ID = '/verbeterplannen/:id{[0-9a-f-]{36}}'

export const planformulierController = new Hono<AppEnv>()

type Verwerkt = { fouten: Veldfout[]; doe: () => Promise<void> }

/** One form about a plan: whose it is, what it starts with, how it is read and what it does. */
type Deel = {
  recht: Recht
  act: Planact
  concept: Conceptsoort | null
  gedaan: string
  /** Where a refusal stands that is about no field. */
  anders: string
  begin: (ctx: Context, geopend: Geopend) => Waarden | Promise<Waarden>
  verwerk: (ctx: Context, geopend: Geopend, gezien: number, waarden: Waarden) => Verwerkt
  Pagina: (props: { raam: Raam; ctx: Context; geopend: Geopend; stand: Formulierstand }) => React.JSX.Element
}

const delen: Record<'indienen' | 'beoordelen' | 'melden' | 'realisatie' | 'afsluiten' | 'termijn', Deel> = {
  indienen: {
    recht: 'verbeterplan:indienen',
    act: 'indienen',
    concept: 'plan',
    gedaan: 'ingediend',
    anders: 'toelichting',
    begin: (_, { plan }) => beginwaarden(plan),
    verwerk: (ctx, { rij, regels }, gezien, waarden) => {
      const { punten, fouten } = leesPunten(waarden, regels)
      const { toelichting, fouten: meer } = leesToelichting(waarden)
      const { dag, fouten: dagen } = leesLos(waarden, [], ['ontvangen'])
      const invoer = { punten, toelichting, ontvangen: dag['ontvangen'] ?? ctx.today }
      return { fouten: [...fouten, ...meer, ...dagen], doe: () => dienPlanIn(ctx, rij.id, gezien, invoer) }
    },
    Pagina: IndienenPage,
  },
  beoordelen: {
    recht: 'verbeterplan:beoordelen',
    act: 'beoordelen',
    concept: 'oordeel',
    gedaan: 'beoordeeld',
    anders: 'geheel',
    begin: async (ctx, { plan, regels }) => {
      const laatste = puntenVan(plan)
        .map(({ einddatum }) => einddatum)
        .toSorted((a, b) => Temporal.PlainDate.compare(a, b))
        .at(-1)
      const aanvullen = berekenTermijn(looptijdVan(regels, 'aanvullen'), ctx.today, await leesKalender(ctx)).einddatum
      const klaar = plan.realisatieUiterlijk ?? laatste
      return {
        uiterlijk: datumZonderDag(aanvullen),
        ...(klaar && { realisatieUiterlijk: datumZonderDag(klaar) }),
      }
    },
    verwerk: (ctx, { rij, plan }, gezien, waarden) => {
      const nummers = puntenVan(plan)
        .filter(({ akkoordIn }) => akkoordIn === null)
        .map(({ nr }) => nr)
      const soorten = Object.keys(planoordelen) as Planoordeel[]
      const { punten, fouten } = leesOordelen(waarden, nummers, soorten)
      const { tekst, dag, fouten: meer } = leesLos(waarden, ['reden'], ['uiterlijk', 'realisatieUiterlijk'])
      const invoer = {
        punten,
        geheel: soorten.find((soort) => soort === waarden['geheel']) ?? ('' as const),
        reden: tekst['reden']!,
        uiterlijk: dag['uiterlijk'] ?? null,
        realisatieUiterlijk: dag['realisatieUiterlijk'] ?? null,
      }
      // the day that belongs to another outcome does not matter
      const telt = (veld: string) =>
        veld === 'uiterlijk'
          ? invoer.geheel === 'aanvullen'
          : veld === 'realisatieUiterlijk'
            ? invoer.geheel === 'akkoord'
            : true
      return {
        fouten: [...fouten, ...meer.filter(({ veld }) => telt(veld))],
        doe: () => beoordeelPlan(ctx, rij.id, gezien, invoer),
      }
    },
    Pagina: BeoordelenPage,
  },
  melden: {
    recht: 'verbeterplan:indienen',
    act: 'melden',
    concept: 'melding',
    gedaan: 'gemeld',
    anders: 'melden',
    begin: () => ({}),
    verwerk: (ctx, { rij, plan }, gezien, waarden) => {
      const { punten, fouten } = leesMeldingen(
        waarden,
        teMelden(plan).map(({ nr }) => nr),
      )
      return { fouten, doe: () => meldRealisatie(ctx, rij.id, gezien, punten) }
    },
    Pagina: MeldenPage,
  },
  realisatie: {
    recht: 'verbeterplan:beoordelen',
    act: 'realisatie beoordelen',
    concept: 'realisatieoordeel',
    gedaan: 'gerealiseerd',
    anders: 'oordelen',
    begin: () => ({}),
    verwerk: (ctx, { rij, plan }, gezien, waarden) => {
      const soorten = Object.keys(realisatieoordelen) as Realisatieoordeel[]
      const { punten, fouten } = leesOordelen(
        waarden,
        teBeoordelen(plan, ctx.today).map(({ nr }) => nr),
        soorten,
      )
      const { dag, fouten: meer } = leesLos(waarden, [], ['realisatieUiterlijk'])
      // a point without a choice and without a word is left for later
      const gekozen = punten.filter(({ oordeel, reden }) => oordeel !== '' || reden !== '')
      const invoer = { punten: gekozen, realisatieUiterlijk: dag['realisatieUiterlijk'] ?? null }
      return { fouten: [...fouten, ...meer], doe: () => beoordeelRealisatie(ctx, rij.id, gezien, invoer) }
    },
    Pagina: RealisatiePage,
  },
  afsluiten: {
    recht: 'verbeterplan:beoordelen',
    act: 'afsluiten',
    concept: null,
    gedaan: 'gesloten',
    anders: 'einde',
    begin: () => ({}),
    verwerk: (ctx, { rij }, gezien, waarden) => {
      const { tekst, fouten } = leesLos(waarden, ['reden'], [])
      const invoer = {
        einde: eindes.find((einde) => einde === waarden['einde']) ?? ('' as const),
        reden: tekst['reden']!,
      }
      return { fouten, doe: () => sluitPlan(ctx, rij.id, gezien, invoer) }
    },
    Pagina: AfsluitenPage,
  },
  termijn: {
    recht: 'verbeterplan:beoordelen',
    act: 'verzetten',
    concept: null,
    gedaan: 'verzet',
    anders: 'naar',
    begin: () => ({}),
    verwerk: (ctx, { rij }, gezien, waarden) => {
      const { tekst, dag, fouten } = leesLos(waarden, ['reden'], ['naar'])
      return {
        fouten,
        doe: () => verzetTermijn(ctx, rij.id, gezien, { naar: dag['naar'] ?? null, reden: tekst['reden']! }),
      }
    },
    Pagina: VerzettenPage,
  },
}

for (const [naam, deel] of Object.entries(delen) as [keyof typeof delen, Deel][]) {
  planformulierController.get(`${ID}/${naam}`, async (c) => {
    const { ctx, raam } = c.var
    await authorize(ctx, deel.recht)
    const geopend = await leesPlan(ctx, c.req.param('id'))
    const { plan, rij } = geopend
    if (!kan(deel.act, plan.stand)) {
      throw conflict(
        `“${planacten[deel.act].naam}” kan nu niet: open verbeterplan ${rij.nummer} om te zien waar het staat.`,
      )
    }
    const concept = deel.concept === null ? undefined : await findConcept(ctx, rij.id, deel.concept)
    const waarden = concept?.inhoud ?? (await deel.begin(ctx, geopend))
    const stand = maakStand(geopend, concept, waarden, { bewaard: c.req.query('gedaan') === 'bewaard' })
    const { Pagina } = deel
    return render(c, <Pagina {...{ raam, ctx, geopend, stand }} />)
  })

  planformulierController.post(`${ID}/${naam}`, async (c) => {
    const { ctx, raam } = c.var
    await authorize(ctx, deel.recht)
    const id = c.req.param('id')
    const velden = await c.req.parseBody()
    const waarden = veldenVan(velden)
    const lees = () =>
      inReadTransaction(ctx, async (ctx) => {
        await authorize(ctx, deel.recht)
        const geopend = await leesPlan(ctx, id)
        return { geopend, concept: deel.concept === null ? undefined : await findConcept(ctx, id, deel.concept) }
      })
    const opnieuw = async (fouten: Veldfout[], botsing?: string, status: 403 | 409 | 422 = 422) => {
      const { geopend, concept } = await lees()
      const stand = maakStand(geopend, concept, waarden, { fouten, botsing })
      const { Pagina } = deel
      return render(c, <Pagina {...{ raam, ctx, geopend, stand }} />, status)
    }
    const stap = velden['stap']
    const weg = velden['weg']
    if (deel.concept !== null && (stap === 'bewaren' || stap === 'toevoegen' || typeof weg === 'string')) {
      return bewaar(c, id, naam, deel.concept, nieuweInhoud(waarden, stap, weg), opnieuw)
    }
    const { geopend } = await lees()
    const { fouten, doe } = deel.verwerk(ctx, geopend, getal(waarden['gezien']), waarden)
    if (fouten.length > 0) return opnieuw(fouten)
    try {
      await doe()
    } catch (error) {
      if (error instanceof Planweigering && error.status === 422) return opnieuw(alsFouten(error.gebreken, deel.anders))
      if (!(error instanceof Weigering) || !hoortBijFormulier(error)) throw error
      return opnieuw([], error.message, error.status as 403 | 409)
    }
    return c.redirect(`${routes.verbeterplan(id)}?gedaan=${deel.gedaan}`, 303)
  })
}

// A change by another and a missing mandate are told beside what was typed; everything else is a page of its own.
function hoortBijFormulier({ status, code }: Weigering): boolean {
  return status === 409 || code === 'geen-mandaat' || code === 'vier-ogen'
}

function nieuweInhoud(waarden: Waarden, stap: unknown, weg: unknown): Waarden {
  const { gezien: _, conceptgezien: __, ...inhoud } = waarden
  if (stap === 'toevoegen') return { ...inhoud, aantal: String(aantalPunten(waarden) + 1) }
  if (typeof weg === 'string' && /^\d{1,2}$/.test(weg)) return zonderPunt(inhoud, Number(weg))
  return inhoud
}

async function bewaar(
  c: HonoContext<AppEnv>,
  id: string,
  naam: keyof typeof delen,
  soort: Conceptsoort,
  inhoud: Waarden,
  opnieuw: (fouten: Veldfout[], botsing?: string, status?: 403 | 409 | 422) => Promise<Response> | Response,
): Promise<Response> {
  const velden = await c.req.parseBody()
  try {
    await bewaarConcept(c.var.ctx, id, soort, getal(velden['conceptgezien']), inhoud)
  } catch (error) {
    if (!(error instanceof Weigering) || error.status !== 409) throw error
    return opnieuw([], error.message, 409)
  }
  const anker = velden['stap'] === 'toevoegen' ? `#veld-punten.${aantalPunten(inhoud) - 1}` : ''
  return c.redirect(`${routes.verbeterplan(id, naam)}?gedaan=bewaard${anker}`, 303)
}

function maakStand(
  { rij }: Geopend,
  concept: Concept | undefined,
  waarden: Waarden,
  meer: { fouten?: Veldfout[]; botsing?: string | undefined; bewaard?: boolean },
): Formulierstand {
  return {
    waarden,
    concept,
    fouten: meer.fouten ?? [],
    botsing: meer.botsing,
    bewaard: meer.bewaard,
    // as it is now: who sends it again saw what stands above the form
    verborgen: { gezien: String(rij.versie), conceptgezien: String(concept?.versie ?? 0) },
  }
}

function getal(waarde: unknown): number {
  return typeof waarde === 'string' && /^\d{1,9}$/.test(waarde) ? Number(waarde) : 0
}
