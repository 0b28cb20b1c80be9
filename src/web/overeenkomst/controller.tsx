import { Hono } from 'hono'
import type { AppEnv } from '../../app-env.ts'
import { contactpersonenVoor } from '../../domain/plan/aanbieder/contactpersonen-voor.ts'
import { listContactpersonen } from '../../domain/plan/aanbieder/list-contactpersonen.ts'
import { leesRegelset } from '../../domain/plan/inrichting/lees-regelset.ts'
import { listGebruikers, listGemeenten } from '../../domain/plan/inrichting/queries.ts'
import { Rollen } from '../../domain/plan/inrichting/regelset.ts'
import { functies as soorten, ontbrekendeFuncties } from '../../domain/plan/overeenkomst/functies.ts'
import { leesRegels } from '../../domain/plan/overeenkomst/lees-regels.ts'
import { leesRuimte } from '../../domain/plan/overeenkomst/lees-ruimte.ts'
import { bekijkOvereenkomsten, leesOvereenkomstenIn } from '../../domain/plan/overeenkomst/lees-overeenkomsten-in.ts'
import { listAlleOvereenkomsten, listOvereenkomsten } from '../../domain/plan/overeenkomst/list-overeenkomsten.ts'
import { listProducten } from '../../domain/plan/overeenkomst/list-producten.ts'
import {
  findOvereenkomst,
  listFuncties,
  listGemeentenVan,
  listJaren,
  type Overeenkomst,
} from '../../domain/plan/overeenkomst/queries.ts'
import { trekFunctieIn, wijsFunctieToe } from '../../domain/plan/overeenkomst/wijs-functie-toe.ts'
import { authorize, leesMet, mag, rollen, vanAanbieder } from '../../domain/rechten.ts'
import type { Context } from '../../platform/context.ts'
import { Weigering } from '../../platform/errors.ts'
import { inReadTransaction, together } from '../../platform/transaction.ts'
import { maakCsvInlezen } from '../csv/maak-csv-inlezen.tsx'
import { OvereenkomstDossierPage } from '../dossier/kaart-pages.tsx'
import { leesDossierlijst } from '../dossier/lijst.ts'
import { leesWoord, UUID } from '../lijst.ts'
import { metUitvoer } from '../met-uitvoer.ts'
import { render } from '../render-page.tsx'
import { routes } from '../routes.ts'
import type { Raam } from '../ui/pagina.tsx'
import { leesWeergaven } from '../weergave/weergaven.tsx'
import { OvereenkomstGeldPage, OvereenkomstProductenPage } from './deel-pages.tsx'
import { OvereenkomstFunctiesPage } from './functies-page.tsx'
import { leesOvereenkomstkeuze, overeenkomstfilter, overeenkomstQuery } from './keuze.ts'
import { OvereenkomstenPage } from './overeenkomsten-page.tsx'
import { OvereenkomstOverzichtPage } from './overzicht-page.tsx'
import { overeenkomstuitvoer } from './uitvoer.ts'

const ID = '/overeenkomsten/:id{[0-9a-f-]{36}}'

export const overeenkomstController = new Hono<AppEnv>()

overeenkomstController.get('/overeenkomsten', async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'overeenkomst:lezen')
  const keuze = leesOvereenkomstkeuze(c.req.query())
  const [lijst, gemeenten, weergaven] = await together(
    ctx,
    () => listOvereenkomsten(ctx, overeenkomstfilter(keuze, ctx.actor.id), keuze),
    () => listGemeenten(ctx),
    () => leesWeergaven(ctx, 'overeenkomsten', overeenkomstQuery(keuze)),
  )
  return render(c, <OvereenkomstenPage {...{ raam, ctx, keuze, lijst, gemeenten, weergaven }} />)
})

metUitvoer(overeenkomstController, '/overeenkomsten', 'overeenkomst:lezen', async (ctx, c) => {
  const keuze = leesOvereenkomstkeuze(c.req.query())
  const rijen = await listAlleOvereenkomsten(ctx, overeenkomstfilter(keuze, ctx.actor.id), keuze)
  return { kolommen: overeenkomstuitvoer(ctx.today, mag(ctx.actor, 'budget:lezen')), rijen }
})

maakCsvInlezen(overeenkomstController, {
  pad: routes.overeenkomstenInlezen(),
  soort: 'overeenkomsten',
  recht: 'overeenkomst:inlezen',
  terug: { label: 'Overeenkomsten', href: routes.overeenkomsten() },
  bekijk: bekijkOvereenkomsten,
  leesIn: leesOvereenkomstenIn,
})

overeenkomstController.get(ID, async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'overeenkomst:lezen')
  const overeenkomst = await findOvereenkomst(ctx, c.req.param('id'))
  const { id, aanbiederId } = overeenkomst
  const [geld, gemeenten, producten, contactpersonen, regels, bezetting] = await together(
    ctx,
    () => leesGeld(ctx, overeenkomst),
    () => listGemeentenVan(ctx, id),
    () => listProducten(ctx, id),
    () =>
      leesMet(
        ctx,
        'aanbieder:lezen',
        async () => (aanbiederId ? contactpersonenVoor(await listContactpersonen(ctx, aanbiederId), id) : []),
        [],
      ),
    () => leesRegels(ctx),
    () => leesBezetting(ctx, id),
  )
  return render(
    c,
    <OvereenkomstOverzichtPage
      {...{ raam, ctx, overeenkomst, gemeenten, producten, contactpersonen, regels }}
      {...geld}
      {...bezetting}
      gedaan={c.req.query('gedaan')}
    />,
  )
})

overeenkomstController.get(`${ID}/producten`, async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'overeenkomst:lezen')
  const overeenkomst = await findOvereenkomst(ctx, c.req.param('id'))
  return render(
    c,
    <OvereenkomstProductenPage
      {...{ raam, ctx, overeenkomst }}
      producten={await listProducten(ctx, overeenkomst.id)}
    />,
  )
})

overeenkomstController.get(`${ID}/geld`, async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'overeenkomst:lezen')
  await authorize(ctx, 'budget:lezen')
  const overeenkomst = await findOvereenkomst(ctx, c.req.param('id'))
  return render(
    c,
    <OvereenkomstGeldPage
      {...{ raam, ctx, overeenkomst }}
      jaren={await listJaren(ctx, overeenkomst.id)}
      regels={await leesRegels(ctx)}
    />,
  )
})

overeenkomstController.get(`${ID}/dossier`, async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'overeenkomst:lezen')
  const overeenkomst = await findOvereenkomst(ctx, c.req.param('id'))
  await authorize(ctx, 'document:lezen')
  const lijst = await leesDossierlijst(ctx, 'overeenkomsten', overeenkomst.id, c.req.query())
  return render(c, <OvereenkomstDossierPage {...{ raam, ctx, overeenkomst }} {...lijst} />)
})

overeenkomstController.get(`${ID}/functies`, async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'overeenkomst:lezen')
  return render(
    c,
    <OvereenkomstFunctiesPage {...await leesFuncties(ctx, raam, c.req.param('id'))} gedaan={c.req.query('gedaan')} />,
  )
})

overeenkomstController.post(`${ID}/functies`, async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'overeenkomst:toewijzen')
  const id = c.req.param('id')
  const waarden = await c.req.parseBody<Record<string, string>>()
  try {
    await wijsFunctieToe(ctx, { overeenkomstId: id, ...leesFunctie(waarden) })
  } catch (error) {
    if (!(error instanceof Weigering) || error.status !== 422) throw error
    const gegevens = await inReadTransaction(ctx, (ctx) => leesFuncties(ctx, raam, id))
    return render(c, <OvereenkomstFunctiesPage {...gegevens} waarden={waarden} fout={error.message} />, 422)
  }
  return c.redirect(`${routes.overeenkomst(id, 'functies')}?gedaan=toegewezen`, 303)
})

overeenkomstController.post(`${ID}/functies/intrekken`, async (c) => {
  const id = c.req.param('id')
  await trekFunctieIn(c.var.ctx, {
    overeenkomstId: id,
    ...leesFunctie(await c.req.parseBody<Record<string, string>>()),
  })
  return c.redirect(`${routes.overeenkomst(id, 'functies')}?gedaan=ingetrokken`, 303)
})

function leesFunctie({ functie: soort, gebruikerId = '' }: Record<string, string>) {
  const functie = leesWoord(soort, soorten)
  if (!functie || !UUID.test(gebruikerId)) {
    throw new Weigering(422, 'ongeldig', 'Kies een functie en een persoon.')
  }
  return { functie, gebruikerId }
}

/** Years and room of an overeenkomst, for who may read the budget. */
function leesGeld(ctx: Context, overeenkomst: Overeenkomst) {
  if (!overeenkomst.metGeld) return Promise.resolve({ jaren: null, ruimte: null })
  return leesMet(
    ctx,
    'budget:lezen',
    async () => {
      const jaren = await listJaren(ctx, overeenkomst.id)
      const ditJaar = jaren.find(({ jaar }) => jaar === ctx.today.year)
      return { jaren, ruimte: ditJaar ? await leesRuimte(ctx, overeenkomst, ditJaar) : null }
    },
    { jaren: null, ruimte: null },
  )
}

async function leesBezetting(ctx: Context, overeenkomstId: string) {
  const functies = await listFuncties(ctx, overeenkomstId)
  const regels = Rollen.parse((await leesRegelset(ctx, 'rollen', ctx.today)).inhoud)
  return { functies, ontbrekend: ontbrekendeFuncties(regels, functies) }
}

async function leesFuncties(ctx: Context, raam: Raam, id: string) {
  const overeenkomst = await findOvereenkomst(ctx, id)
  const personen = await listGebruikers(
    ctx,
    Object.keys(rollen).filter((rol) => !vanAanbieder(rol)),
  )
  return { raam, ctx, overeenkomst, personen, ...(await leesBezetting(ctx, id)) }
}
