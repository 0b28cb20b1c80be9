import { Hono } from 'hono'
import type { AppEnv } from '../../app-env.ts'
import { listCategorieen } from '../../domain/act/brief/list-categorieen.ts'
import { findSjabloon, leesSjablonen } from '../../domain/act/brief/lees-sjablonen.ts'
import { maakStuk } from '../../domain/act/brief/maak-stuk.ts'
import { NORMBRIEF } from '../../domain/act/brief/normen-van-brief.ts'
import { leesAfzender } from '../../domain/plan/huisstijl/huisstijl.ts'
import { findBrief, findOntvanger, listBrieven, standen, type Briefstand } from '../../domain/act/brief/queries.ts'
import { stelBriefOp, toetsInvoer } from '../../domain/act/brief/stel-brief-op.ts'
import { listTeVertellen, type Normwijzigingsversie } from '../../domain/check/kpi/list-mededelingen.ts'
import { findAanbieder } from '../../domain/plan/aanbieder/queries.ts'
import { listGemeenten } from '../../domain/plan/inrichting/queries.ts'
import { authorize } from '../../domain/rechten.ts'
import type { Context } from '../../platform/context.ts'
import { maakDocx } from '../../platform/document/maak-docx.ts'
import { maakPdf } from '../../platform/document/maak-pdf.ts'
import { Weigering } from '../../platform/errors.ts'
import { inReadTransaction } from '../../platform/transaction.ts'
import { tekst } from '../form.ts'
import { geefBestand } from '../geef-bestand.ts'
import { leesDatum } from '../lees-datum.ts'
import { datumZonderDag, leesWoord, UUID } from '../lijst.ts'
import { kpiNamen, waardeTekst } from '../kpi/uitkomst-tekst.ts'
import { render } from '../render-page.tsx'
import { routes } from '../routes.ts'
import type { Veldfout } from '../ui/foutenlijst.tsx'
import { BriefPage } from './brief-page.tsx'
import { BrievenPage } from './brieven-page.tsx'
import { leesBrief, leesOntvangerpagina } from './lees-brief.ts'
import { OntvangerPage } from './ontvanger-page.tsx'
import { BriefOpstellenPage, SjabloonKiezenPage, type Waarden } from './opstellen-page.tsx'

const ID = '/brieven/:id{[0-9a-f-]{36}}'
const ONTVANGER = `${ID}/ontvangers/:ontvanger{[0-9a-f-]{36}}` as const

export const briefController = new Hono<AppEnv>()

briefController.get('/brieven', async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'brief:lezen')
  const stand = leesWoord(c.req.query('stand'), Object.keys(standen) as Briefstand[])
  const pagina = /^[1-9][0-9]{0,3}$/.test(c.req.query('pagina') ?? '') ? Number(c.req.query('pagina')) : 1
  const lijst = await listBrieven(ctx, stand, pagina)
  return render(c, <BrievenPage {...{ raam, ctx, pagina, lijst }} stand={stand ?? ''} />)
})

briefController.get('/brieven/nieuw', async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'brief:opstellen')
  const { sjabloon = '', norm = '' } = c.req.query()
  const aanbieder = await leesAanbieder(ctx, c.req.query('aanbieder'))
  const { sjablonen } = await leesSjablonen(ctx)
  // from the page of a changed norm: the letter that tells it
  const gekozen = sjabloon || (norm && sjablonen.find(({ soort }) => soort === NORMBRIEF)?.code)
  if (!gekozen) return render(c, <SjabloonKiezenPage {...{ raam, sjablonen, aanbieder }} />)
  const keuzes = await leesKeuzes(ctx, gekozen)
  return render(c, <BriefOpstellenPage {...{ raam, aanbieder }} {...keuzes} waarden={vooraf(keuzes.normen, norm)} />)
})

briefController.post('/brieven/nieuw', async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'brief:opstellen')
  const waarden = await c.req.parseBody<{ all: true }, Record<string, string | string[]>>({ all: true })
  const { sjabloon: code = '', aanbieder: van } = c.req.query()
  const keuzes = await inReadTransaction(ctx, async (ctx) => {
    await authorize(ctx, 'brief:opstellen')
    return { aanbieder: await leesAanbieder(ctx, van), ...(await leesKeuzes(ctx, code)) }
  })
  const { sjabloon, aanbieder, gemeenten, categorieen } = keuzes
  const opnieuw = (fouten: Veldfout[]) =>
    render(c, <BriefOpstellenPage raam={raam} {...keuzes} waarden={waarden} fouten={fouten} />, 422)

  const velden = Object.fromEntries(
    sjabloon.velden.map(({ code: veld, soort }) => {
      const waarde = tekst(waarden[`veld-${veld}`])
      return [
        veld,
        soort === 'datum' && waarde.trim() !== '' ? (leesDatum(waarde.trim())?.toString() ?? waarde) : waarde,
      ]
    }),
  )
  const onderwerp = tekst(waarden['onderwerp'])
  const fouten = toetsInvoer(sjabloon, { onderwerp, velden }, ctx.today)
  if (fouten.length > 0) {
    return opnieuw(fouten.map(({ veld, melding }) => ({ veld: veld === 'onderwerp' ? veld : `veld-${veld}`, melding })))
  }
  const wie = tekst(waarden['wie'])
  const categorie = categorieen.find((een) => een.code === waarden['categorie'])
  const gemeente = gemeenten.find((een) => een.code === waarden['gemeente'])
  try {
    const id = await stelBriefOp(ctx, {
      sjabloon: sjabloon.code,
      onderwerp,
      gemeente: tekst(waarden['afzender']) || null,
      velden,
      normen: [waarden['normen'] ?? []].flat().filter((id) => UUID.test(id)),
      selectie: aanbieder
        ? { aanbiederId: aanbieder.id }
        : {
            categorie: categorie?.code,
            gemeente: gemeente?.code,
            contractmanager: wie === 'mij' ? ctx.actor.id : undefined,
          },
      selectietekst: aanbieder
        ? aanbieder.naam
        : [
            wie === 'mij' ? `aanbieders van ${ctx.actor.naam}` : 'alle aanbieders',
            categorie ? `met ${categorie.naam.toLowerCase()}` : '',
            gemeente ? `in ${gemeente.naam}` : '',
          ]
            .filter(Boolean)
            .join(' '),
    })
    return c.redirect(routes.brief(id, undefined, { gedaan: 'opgesteld' }), 303)
  } catch (error) {
    if (error instanceof Weigering && error.status === 422)
      return opnieuw([{ veld: aanbieder ? 'onderwerp' : 'wie', melding: error.message }])
    throw error
  }
})

briefController.get(ID, async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'brief:lezen')
  return render(
    c,
    <BriefPage
      {...{ raam, ctx }}
      {...await leesBrief(ctx, c.req.param('id'))}
      gedaan={c.req.query('gedaan')}
      mail={c.var.mail}
    />,
  )
})

briefController.get(ONTVANGER, async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'brief:lezen')
  const gegevens = await leesOntvangerpagina(ctx, c.req.param('id'), c.req.param('ontvanger'))
  return render(c, <OntvangerPage {...{ raam, ctx }} {...gegevens} />)
})

for (const vorm of ['pdf', 'docx'] as const) {
  briefController.get(`${ONTVANGER}/voorbeeld.${vorm}`, async (c) => {
    const { ctx } = c.var
    await authorize(ctx, 'brief:lezen')
    const brief = await findBrief(ctx, c.req.param('id'))
    const ontvanger = await findOntvanger(ctx, brief.id, c.req.param('ontvanger'))
    const stuk = await maakStuk(ctx, brief, ontvanger, ontvanger.nummer, await leesAfzender(ctx, brief.gemeente))
    const inhoud = await (vorm === 'pdf' ? maakPdf(stuk) : maakDocx(stuk))
    return geefBestand({ naam: `Voorbeeld ${brief.onderwerp} ${ontvanger.aanbieder}`, vorm, inhoud })
  })
}

async function leesAanbieder(ctx: Context, id = '') {
  return UUID.test(id) ? findAanbieder(ctx, id) : null
}

async function leesKeuzes(ctx: Context, code: string) {
  const { sjabloon } = await findSjabloon(ctx, code)
  return {
    sjabloon,
    gemeenten: await listGemeenten(ctx),
    categorieen: await listCategorieen(ctx),
    normen: sjabloon.soort === NORMBRIEF ? await listTeVertellen(ctx) : [],
  }
}

/** What stands in the letter when it begins at a changed norm. */
function vooraf(normen: readonly Normwijzigingsversie[], norm: string): Waarden {
  const gekozen = normen.find(({ nieuw }) => nieuw.id === norm)
  if (!gekozen) return {}
  const { nieuw, vorige } = gekozen
  return {
    normen: norm,
    onderwerp: `Gewijzigde norm voor ${kpiNamen[nieuw.code].toLowerCase()}`,
    'veld-wijziging': `De norm voor ${kpiNamen[nieuw.code].toLowerCase()} wordt ${waardeTekst(nieuw.code, nieuw.norm)}. De norm was ${waardeTekst(vorige.code, vorige.norm)}.`,
    'veld-ingang': datumZonderDag(nieuw.geldigVanaf),
  }
}
