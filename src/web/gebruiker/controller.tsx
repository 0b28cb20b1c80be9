import { Hono, type Context as HonoContext } from 'hono'
import type { AppEnv } from '../../app-env.ts'
import { listSessies } from '../../domain/plan/account/queries.ts'
import {
  bekijkToegang,
  controlesoorten,
  listToegang,
  listToegangscontroles,
  type Controlesoort,
} from '../../domain/plan/gebruiker/bekijk-toegang.ts'
import { beeindigSessiesVan } from '../../domain/plan/gebruiker/beeindig-sessies-van.ts'
import { geefRolbundel } from '../../domain/plan/gebruiker/geef-rolbundel.ts'
import { geefRol } from '../../domain/plan/gebruiker/geef-rol.ts'
import { listAlleGebruikers, listGebruikersPagina } from '../../domain/plan/gebruiker/list-gebruikers.ts'
import { leesHerkenning } from '../../domain/plan/gebruiker/herkenning.ts'
import { herstelToegang, nodigOpnieuwUit, nodigUit, Persoon } from '../../domain/plan/gebruiker/nodig-uit.ts'
import {
  countBeheerders,
  findGebruiker,
  listGrenskeuzes,
  listMails,
  listRollen,
} from '../../domain/plan/gebruiker/queries.ts'
import { schakelIn, schakelUit } from '../../domain/plan/gebruiker/schakel-uit.ts'
import { trekRolIn } from '../../domain/plan/gebruiker/trek-rol-in.ts'
import { authorize, mag } from '../../domain/rechten.ts'
import type { Context } from '../../platform/context.ts'
import { conflict, invalid, Weigering } from '../../platform/errors.ts'
import { inReadTransaction } from '../../platform/transaction.ts'
import type { Webgereedschap } from '../app.tsx'
import { fieldErrors, tekst } from '../form.ts'
import { leesWoord } from '../lijst.ts'
import { metUitvoer } from '../met-uitvoer.ts'
import { render } from '../render-page.tsx'
import { routes } from '../routes.ts'
import type { Veldfout } from '../ui/foutenlijst.tsx'
import { GebruikerPage } from './gebruiker-page.tsx'
import { GebruikersPage } from './gebruikers-page.tsx'
import { leesGebruikerkeuze } from './keuze.ts'
import { RolGevenPage, UitnodigenPage } from './rol-pages.tsx'
import { leesRol, type Rolwaarden } from './rolvelden.tsx'
import { ToegangPage } from './toegang-page.tsx'
import { gebruikeruitvoer, toegangsuitvoer } from './uitvoer.ts'

const ID = ':id{[0-9a-f-]{36}}'
const MAILS = 5
const CONTROLES = 12

const meldingen: Partial<Record<string, string>> = {
  uitgenodigd: 'De uitnodiging wordt verstuurd.',
  rol: 'De rol is gegeven. De persoon is overal afgemeld.',
  bundel:
    'De rollen van de bundel die nog ontbraken, zijn gegeven. Wat deze persoon al had, is niet veranderd. De persoon is overal afgemeld.',
  ingetrokken: 'De rol is ingetrokken. De persoon is overal afgemeld.',
  uitgeschakeld: 'Het account is uitgeschakeld.',
  ingeschakeld: 'Het account is weer ingeschakeld.',
  sessies: 'Alle sessies zijn beëindigd.',
  hersteld: 'Wachtwoord en tweede factor zijn verwijderd. De persoon krijgt een mail met een link.',
}

/** Beheer: the people of the region and what they may. */
export function makeGebruikers({ mail, sessieduur }: Webgereedschap) {
  const app = new Hono<AppEnv>()

  app.get('/gebruikers', async (c) => {
    const { ctx, raam } = c.var
    await authorize(ctx, 'gebruiker:lezen')
    const keuze = leesGebruikerkeuze(c.req.query())
    const lijst = await listGebruikersPagina(ctx, keuze, keuze)
    return render(c, <GebruikersPage {...{ raam, ctx, keuze, lijst }} beheerders={await countBeheerders(ctx)} />)
  })

  metUitvoer(app, '/gebruikers', 'gebruiker:lezen', async (ctx, c) => {
    const keuze = leesGebruikerkeuze(c.req.query())
    const rijen = await listAlleGebruikers(ctx, keuze, keuze)
    return { kolommen: gebruikeruitvoer, rijen }
  })

  metUitvoer(app, '/gebruikers/toegang', 'gebruiker:lezen', async (ctx, c) => {
    const rijen = await listToegang(ctx, leesSoort(c))
    return { kolommen: toegangsuitvoer, rijen }
  })

  app.get(routes.toegang(), async (c) => {
    await authorize(c.var.ctx, 'gebruiker:lezen')
    const melding =
      c.req.query('gedaan') === 'bekeken'
        ? ({ soort: 'gedaan', tekst: 'Vastgelegd dat u de lijst hebt bekeken.' } as const)
        : undefined
    return toonToegang(c, c.var.ctx, leesSoort(c), melding)
  })
  app.post(routes.toegang(), async (c) => {
    const { ctx } = c.var
    const velden = await c.req.parseBody()
    const soort = leesWoord(tekst(velden['soort']), controlesoorten) ?? 'bijzonder'
    try {
      await bekijkToegang(ctx, {
        soort,
        aantal: Number(velden['aantal']),
        opmerking: tekst(velden['opmerking']).trim().slice(0, 2000),
      })
    } catch (error) {
      if (!(error instanceof Weigering) || error.status !== 422) throw error
      return inReadTransaction(ctx, (ctx) => toonToegang(c, ctx, soort, { soort: 'fout', tekst: error.message }))
    }
    return c.redirect(routes.toegang({ soort, gedaan: 'bekeken' }), 303)
  })

  async function toonToegang(
    c: HonoContext<AppEnv>,
    ctx: Context,
    soort: Controlesoort,
    melding?: { soort: 'gedaan' | 'fout'; tekst: string },
  ) {
    const toegang = await listToegang(ctx, soort)
    const controles = await listToegangscontroles(ctx, CONTROLES)
    return render(
      c,
      <ToegangPage raam={c.var.raam} {...{ ctx, soort, toegang, controles, melding }} />,
      melding?.soort === 'fout' ? 422 : 200,
    )
  }

  app.get(routes.gebruikerUitnodigen(), async (c) => {
    await authorize(c.var.ctx, 'gebruiker:wijzigen')
    return render(
      c,
      <UitnodigenPage
        raam={c.var.raam}
        mail={mail}
        vandaag={c.var.ctx.today}
        keuzes={await listGrenskeuzes(c.var.ctx)}
      />,
    )
  })
  app.post(routes.gebruikerUitnodigen(), async (c) => {
    const { ctx, raam } = c.var
    await authorize(ctx, 'gebruiker:wijzigen')
    eisMail()
    const waarden = await leesVelden(c)
    const opnieuw = async (fouten: Veldfout[]) => {
      const keuzes = await inReadTransaction(ctx, listGrenskeuzes)
      return render(c, <UitnodigenPage {...{ raam, mail, keuzes, waarden, fouten }} vandaag={ctx.today} />, 422)
    }
    const persoon = Persoon.safeParse(waarden)
    const { rolbundels } = await inReadTransaction(ctx, listGrenskeuzes)
    const rol = leesRol(waarden, ctx.today, rolbundels)
    if (!persoon.success || 'fouten' in rol) {
      return opnieuw([...(persoon.success ? [] : fieldErrors(persoon.error)), ...('fouten' in rol ? rol.fouten : [])])
    }
    try {
      const { gebruikerId } = await nodigUit(
        ctx,
        persoon.data,
        rol.rollen.map((een) => ({ ...rol.grens, rol: een })),
        { mail },
      )
      return c.redirect(`${routes.gebruiker(gebruikerId)}?gedaan=uitgenodigd`, 303)
    } catch (error) {
      if (!(error instanceof Weigering) || error.status !== 422) throw error
      return opnieuw([{ veld: error.code === 'bestaat' ? 'naam' : 'rol', melding: error.message }])
    }
  })

  app.get(`/gebruikers/${ID}`, async (c) => {
    await authorize(c.var.ctx, 'gebruiker:lezen')
    const gedaan = meldingen[c.req.query('gedaan') ?? '']
    return toonGebruiker(
      c,
      c.var.ctx,
      c.req.param('id'),
      gedaan === undefined ? undefined : { soort: 'gedaan', tekst: gedaan },
    )
  })

  async function toonGebruiker(
    c: HonoContext<AppEnv>,
    ctx: Context,
    id: string,
    melding?: { soort: 'gedaan' | 'fout'; tekst: string },
    status: 200 | 409 | 422 = 200,
  ) {
    const zelf = id === ctx.actor.id
    const wijzigen = mag(ctx.actor, 'gebruiker:wijzigen') && !zelf
    const gebruiker = await findGebruiker(ctx, id)
    return render(
      c,
      <GebruikerPage
        raam={c.var.raam}
        {...{ gebruiker, wijzigen, zelf, mail, melding }}
        rollen={await listRollen(ctx, id)}
        sessies={await listSessies(ctx, id, sessieduur.stil)}
        mails={await listMails(ctx, id, MAILS)}
      />,
      status,
    )
  }

  app.get(`/gebruikers/${ID}/rollen`, async (c) => {
    const { ctx, raam } = c.var
    await authorize(ctx, 'gebruiker:wijzigen')
    const gebruiker = await findGebruiker(ctx, c.req.param('id'))
    return render(c, <RolGevenPage {...{ raam, gebruiker }} vandaag={ctx.today} keuzes={await listGrenskeuzes(ctx)} />)
  })
  app.post(`/gebruikers/${ID}/rollen`, async (c) => {
    const { ctx, raam } = c.var
    const id = c.req.param('id')
    await authorize(ctx, 'gebruiker:wijzigen')
    const waarden = await leesVelden(c)
    const opnieuw = (fouten: Veldfout[]) =>
      inReadTransaction(ctx, async (ctx) => {
        const gebruiker = await findGebruiker(ctx, id)
        return render(
          c,
          <RolGevenPage
            {...{ raam, gebruiker, waarden, fouten }}
            vandaag={ctx.today}
            keuzes={await listGrenskeuzes(ctx)}
          />,
          422,
        )
      })
    const { rolbundels } = await inReadTransaction(ctx, listGrenskeuzes)
    const rol = leesRol(waarden, ctx.today, rolbundels)
    if ('fouten' in rol) return opnieuw(rol.fouten)
    try {
      await (rol.bundel
        ? geefRolbundel(ctx, id, rol.rollen, rol.grens)
        : geefRol(ctx, id, { ...rol.grens, rol: rol.rollen[0]! }))
    } catch (error) {
      if (!(error instanceof Weigering) || error.status !== 422) throw error
      return opnieuw([{ veld: 'rol', melding: error.message }])
    }
    return c.redirect(`${routes.gebruiker(id)}?gedaan=${rol.bundel ? 'bundel' : 'rol'}`, 303)
  })

  // One act each; a refusal stands above the page of the person.
  const handel = (
    deel: string,
    gedaan: string,
    werk: (ctx: Context, id: string, c: HonoContext<AppEnv>) => Promise<unknown>,
  ) =>
    app.post(`/gebruikers/${ID}/${deel}`, async (c) => {
      const { ctx } = c.var
      const id = c.req.param('id')
      try {
        await werk(ctx, id, c)
      } catch (error) {
        if (!(error instanceof Weigering) || (error.status !== 409 && error.status !== 422)) throw error
        const { status, message } = error
        return inReadTransaction(ctx, (ctx) => toonGebruiker(c, ctx, id, { soort: 'fout', tekst: message }, status))
      }
      return c.redirect(`${routes.gebruiker(id)}?gedaan=${gedaan}`, 303)
    })
  handel('rollen/:rolId/intrekken', 'ingetrokken', (ctx, id, c) => trekRolIn(ctx, id, c.req.param('rolId')!))
  handel('uitschakelen', 'uitgeschakeld', async (ctx, id, c) =>
    schakelUit(ctx, id, await leesReden(c, 'reden-uitschakelen')),
  )
  handel('inschakelen', 'ingeschakeld', async (ctx, id, c) =>
    schakelIn(ctx, id, await leesReden(c, 'reden-inschakelen')),
  )
  handel('sessies-beeindigen', 'sessies', (ctx, id) => beeindigSessiesVan(ctx, id))
  handel('opnieuw-uitnodigen', 'uitgenodigd', async (ctx, id) => {
    await authorize(ctx, 'gebruiker:wijzigen')
    eisMail()
    return nodigOpnieuwUit(ctx, id, { mail })
  })
  handel('toegang-herstellen', 'hersteld', async (ctx, id, c) => {
    await authorize(ctx, 'gebruiker:wijzigen')
    eisMail()
    const reden = await leesReden(c, 'reden-herstellen')
    const herkend = leesHerkenning(tekst((await c.req.parseBody())['herkend']))
    if (!herkend) throw invalid('Kies hoe u deze persoon hebt herkend.')
    return herstelToegang(ctx, id, { reden, herkend }, { mail })
  })

  function eisMail() {
    if (!mail) {
      throw conflict('Er is geen mailserver ingesteld. Maak de link met de opdracht: overlap gebruiker uitnodigen.')
    }
  }
  return app
}

async function leesReden(c: HonoContext, veld: string): Promise<string> {
  const reden = (await c.req.parseBody())[veld]
  const gelezen = tekst(reden).trim()
  if (gelezen === '') throw invalid('Vul een reden in.')
  return gelezen.slice(0, 500)
}

async function leesVelden(c: HonoContext): Promise<Rolwaarden> {
  const velden = await c.req.parseBody({ all: true })
  return Object.fromEntries(
    Object.entries(velden).map(([naam, waarde]) => [
      naam,
      Array.isArray(waarde)
        ? waarde.filter((een) => typeof een === 'string')
        : typeof waarde === 'string'
          ? waarde
          : '',
    ]),
  )
}

function leesSoort(c: HonoContext): Controlesoort {
  return leesWoord(c.req.query('soort'), controlesoorten) ?? 'bijzonder'
}
