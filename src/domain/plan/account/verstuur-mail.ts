import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import type { Bericht, Mailer, Uitkomst } from '../../../platform/mail.ts'
import { listDagbericht } from '../kalender/list-dagbericht.ts'
import { geefLinkUit, padVanLink } from './geef-link-uit.ts'
import { maakMail, type Mailsoort } from './mailtekst.ts'
import { findRegionaam } from './queries.ts'
import { verstuurEens } from './verstuur-eens.ts'

/** What sending needs: undefined when no mail server is set. */
export type Post = { mailer: Mailer; url: string } | undefined

/**
 * Makes and sends one mail of the queue. What became of it is recorded; when the server may take it later this throws, and the queue
 * tries again. A mail that was sent is never sent again; one of which the answer of the server was lost has the same Message-ID.
 */
export async function verstuurMail(ctx: Context, mailId: string, post: Post): Promise<void> {
  await verstuurEens(
    ctx,
    post,
    (ctx) => bereidVoor(ctx, mailId, post?.url ?? ''),
    (ctx, uitkomst) => legVast(ctx, mailId, uitkomst),
  )
}

type Rij = {
  soort: Mailsoort
  linkId: string | null
  telaat: boolean
  naam: string
  email: string
  door: string | null
  reden: string | null
}

async function bereidVoor(ctx: Context, mailId: string, url: string): Promise<Bericht | undefined> {
  const { rows } = await sql<Rij>`select m.soort, m.link_id, m.uiterlijk_op <= ${ctx.now} as telaat, g.naam, g.email,
      l.gevraagd_door as door, l.reden
    from mail m join gebruiker g on g.regio_id = m.regio_id and g.id = m.gebruiker_id and g.email is not null
    left join eenmalige_link l on l.regio_id = m.regio_id and l.id = m.link_id
    where m.regio_id = ${ctx.regioId} and m.id = ${mailId} and m.verzonden_op is null and m.mislukt_op is null
    for update of m`.execute(ctx.db)
  const rij = rows[0]
  if (!rij) return undefined
  const link = rij.linkId === null || rij.telaat ? undefined : await geefLinkUit(ctx, rij.linkId)
  if (rij.telaat || (rij.linkId !== null && !link)) {
    await legVast(ctx, mailId, { soort: 'blijvend', fout: rij.telaat ? 'te laat' : 'de link geldt niet meer' })
    return undefined
  }
  const dagregels = rij.soort === 'herinnering' ? await listDagbericht(ctx, mailId) : undefined
  if (dagregels?.length === 0) {
    await legVast(ctx, mailId, { soort: 'blijvend', fout: 'niets meer om aan te herinneren' })
    return undefined
  }
  const tekst = maakMail(rij.soort, {
    naam: rij.naam,
    regio: await findRegionaam(ctx),
    url,
    link: link && url + padVanLink(link),
    geldigTot: link?.geldigTot,
    door: rij.door ?? '',
    reden: rij.reden,
    ...(dagregels && { dagregels }),
  })
  return { ...tekst, aan: rij.email, kenmerk: mailId }
}

async function legVast(ctx: Context, mailId: string, uitkomst: Uitkomst) {
  const fout = uitkomst.soort === 'verzonden' ? null : uitkomst.fout
  await sql`update mail set pogingen = pogingen + 1, laatste_poging_op = ${ctx.now}, laatste_fout = ${fout},
      verzonden_op = case when ${uitkomst.soort === 'verzonden'} then ${ctx.now}::timestamptz end,
      mislukt_op = case when ${uitkomst.soort === 'blijvend'} then ${ctx.now}::timestamptz end
    where regio_id = ${ctx.regioId} and id = ${mailId}`.execute(ctx.db)
}
