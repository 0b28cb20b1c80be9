import { makeContext, OPDRACHTREGEL, type Diensten } from '../diensten.ts'
import { geefLinkUit, padVanLink } from '../domain/plan/account/geef-link-uit.ts'
import { findGebruikerOpEmail } from '../domain/plan/gebruiker/queries.ts'
import { herkenningen, leesHerkenning } from '../domain/plan/gebruiker/herkenning.ts'
import { herstelToegang, nodigUit, Persoon } from '../domain/plan/gebruiker/nodig-uit.ts'
import { gegevenRollen, type Rolkeuze } from '../domain/plan/gebruiker/rolgrens.ts'
import type { Context } from '../platform/context.ts'
import type { Env } from '../platform/env.ts'
import { Stop } from '../platform/errors.ts'
import { inReadTransaction, inTransaction } from '../platform/transaction.ts'
import { kiesRegio } from './regio.ts'

type Opties = {
  regio?: string
  naam?: string
  email?: string
  rol?: string
  agb?: string
  functie?: string
  reden?: string
  herkend?: string
}

/** Adds a person and mails the invitation; without a mail server the link is printed, on this terminal only. */
export async function gebruikerUitnodigen(diensten: Diensten, env: Env, opties: Opties): Promise<number> {
  const persoon = Persoon.safeParse({ naam: opties.naam ?? '', email: opties.email ?? '', functie: opties.functie })
  if (!persoon.success) {
    const velden = persoon.error.issues.map(({ path, message }) => `--${path.map(String).join('')}: ${message}.`)
    throw new Stop(`Zeg wie u uitnodigt. ${velden.join(' ')}`)
  }
  const rol = gegevenRollen.find((naam) => naam === opties.rol)
  if (!rol) throw new Stop(`Kies een rol met --rol: ${gegevenRollen.join(', ')}.`)
  const ctx = await maakCtx(diensten, opties.regio)
  const keuze: Rolkeuze = {
    rol,
    agb: opties.agb ?? null,
    gemeenten: null,
    wet: null,
    categorieen: null,
    begindatum: ctx.today,
    einddatum: null,
  }
  const { linkId } = await nodigUit(ctx, persoon.data, [keuze], { mail: diensten.post !== undefined })
  return zegLink(diensten, env, ctx, linkId)
}

/** For a beheerder who cannot get in any more and has no colleague: removes password and second factor, and gives a new link. */
export async function gebruikerHerstellen(diensten: Diensten, env: Env, opties: Opties): Promise<number> {
  const reden = opties.reden?.trim() ?? ''
  if (reden === '') throw new Stop('Zeg waarom met --reden. De reden komt in het logboek en in de mail.')
  const herkend = leesHerkenning(opties.herkend ?? '')
  if (!herkend) {
    const keuzes = Object.entries(herkenningen).map(([naam, uitleg]) => `"${naam}" (${uitleg})`)
    throw new Stop(`Zeg met --herkend hoe u deze persoon herkende: ${keuzes.join(', ')}.`)
  }
  const ctx = await maakCtx(diensten, opties.regio)
  const id = await inReadTransaction(ctx, (ctx) => findGebruikerOpEmail(ctx, (opties.email ?? '').trim().toLowerCase()))
  if (id === undefined)
    throw new Stop('Zeg met --email wiens toegang u herstelt. Dit adres is niet bekend in deze regio.')
  return zegLink(
    diensten,
    env,
    ctx,
    await herstelToegang(ctx, id, { reden, herkend }, { mail: diensten.post !== undefined }),
  )
}

async function maakCtx(diensten: Diensten, regio: string | undefined): Promise<Context> {
  const { id } = await kiesRegio(diensten.db, regio)
  return makeContext(diensten, id, OPDRACHTREGEL)
}

async function zegLink(diensten: Diensten, env: Env, ctx: Context, linkId: string): Promise<number> {
  if (diensten.post) {
    console.log(
      'De uitnodiging staat klaar en wordt per mail verstuurd zodra Overlap draait. De link werkt zeven dagen.',
    )
    return 0
  }
  const link = await inTransaction(ctx, (ctx) => geefLinkUit(ctx, linkId))
  if (!link) throw new Stop('De uitnodiging is niet gemaakt. Probeer het opnieuw.')
  console.log(
    'Er is geen mailserver ingesteld. Geef deze link zelf aan de persoon; hij werkt één keer, zeven dagen lang:',
  )
  console.log(`${env.OVERLAP_URL ?? 'http://localhost:3000'}${padVanLink(link)}`)
  return 0
}
