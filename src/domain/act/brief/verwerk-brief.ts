import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import type { Afzender } from '../../../platform/document/document.ts'
import { maakDocx } from '../../../platform/document/maak-docx.ts'
import { maakPdf } from '../../../platform/document/maak-pdf.ts'
import type { Bericht, Uitkomst } from '../../../platform/mail.ts'
import type { Post } from '../../plan/account/verstuur-mail.ts'
import { bewaarDocument } from '../../plan/dossier/bewaar-document.ts'
import { findBestand } from '../../plan/dossier/lees-bestand.ts'
import { geefNummer } from '../../plan/huisstijl/geef-nummer.ts'
import { leesAfzender } from '../../plan/huisstijl/huisstijl.ts'
import { maakBriefmail } from './briefmail.ts'
import { maakStuk } from './maak-stuk.ts'
import { noteerUitBrief } from './normen-van-brief.ts'
import { findBrief, findOntvanger, type Brief, type Ontvanger } from './queries.ts'
import { verstuurEens } from '../../plan/account/verstuur-eens.ts'

// As long as one attempt may take; after a kill another begins then.
const BEURT = { minutes: 10 }

/**
 * Makes the letter of one addressee, once: number, PDF and .docx in the file. Then mails it; by post it waits for its proof. What became of
 * it is recorded. When the server may take it later this throws, and the queue tries again. What was sent is never sent again; a mail of
 * which the answer of the server was lost has the same Message-ID.
 */
export async function verwerkBrief(ctx: Context, ontvangerId: string, post: Post): Promise<void> {
  await verstuurEens(
    ctx,
    post,
    (ctx) => bereidVoor(ctx, ontvangerId),
    (ctx, uitkomst) => legVast(ctx, ontvangerId, uitkomst),
  )
}

async function bereidVoor(ctx: Context, id: string): Promise<Bericht | undefined> {
  const { rows } = await sql<{
    briefId: string
    bezig: boolean
  }>`select o.brief_id, coalesce(o.bezig_tot > ${ctx.now}, false) as bezig
    from brief_ontvanger o join brief b on b.regio_id = o.regio_id and b.id = o.brief_id
    where o.regio_id = ${ctx.regioId} and o.id = ${id} and b.stand = 'verzonden' and o.verzonden_op is null and o.mislukt_op is null
    for update of o`.execute(ctx.db)
  const [rij] = rows
  if (!rij) return undefined
  if (rij.bezig) throw new Error('another is sending this letter')
  const brief = await findBrief(ctx, rij.briefId)
  const ontvanger = await findOntvanger(ctx, rij.briefId, id)
  const afzender = await leesAfzender(ctx, brief.gemeente)
  const stuk = ontvanger.documentId === null ? await archiveer(ctx, brief, ontvanger, afzender) : null
  if (brief.wijze === 'post') return undefined
  if (!/^[^@\s]+@[^@\s]+$/.test(ontvanger.email)) {
    await legVast(ctx, id, { soort: 'blijvend', fout: 'geen e-mailadres van een contactpersoon' })
    return undefined
  }
  await sql`update brief_ontvanger set bezig_tot = ${ctx.now.add(BEURT)} where regio_id = ${ctx.regioId} and id = ${id}`.execute(
    ctx.db,
  )
  const { inhoud, kenmerk } = stuk ?? (await findBestand(ctx, ontvanger.documentId!, 'pdf'))
  return {
    ...maakBriefmail({ tav: ontvanger.tav, onderwerp: brief.onderwerp, afzender: afzender.afzender.naam, kenmerk }),
    aan: ontvanger.email,
    kenmerk: id,
    bijlagen: [{ naam: `${kenmerk}.pdf`, type: 'application/pdf', inhoud }],
  }
}

/** Numbers, makes and keeps the letter; gives the PDF as it was made. */
async function archiveer(ctx: Context, brief: Brief, ontvanger: Ontvanger, van: { afzender: Afzender; reeks: string }) {
  const nummer = await geefNummer(ctx, van.reeks)
  const stuk = await maakStuk(ctx, brief, ontvanger, nummer, van)
  const pdf = await maakPdf(stuk)
  const documentId = await bewaarDocument(ctx, {
    soort: brief.soort,
    titel: brief.onderwerp,
    richting: 'uit',
    aanbieder: { id: ontvanger.aanbiederId, agb: ontvanger.agb },
    onderwerp: { type: 'brief', id: ontvanger.id, sleutel: 'brief' },
    voorAanbieder: true,
    versie: {
      datum: ctx.today,
      auteur: van.afzender.naam,
      kenmerk: nummer,
      bestanden: [
        { vorm: 'pdf', bytes: pdf },
        { vorm: 'docx', bytes: await maakDocx(stuk) },
      ],
    },
  })
  await sql`update brief_ontvanger set nummer = ${nummer}, document_id = ${documentId}
    where regio_id = ${ctx.regioId} and id = ${ontvanger.id}`.execute(ctx.db)
  return { inhoud: Buffer.from(pdf), kenmerk: nummer }
}

async function legVast(ctx: Context, id: string, uitkomst: Uitkomst) {
  const fout = uitkomst.soort === 'verzonden' ? null : uitkomst.fout
  const verzonden = uitkomst.soort === 'verzonden'
  // TRM-06: mail is received on the day it was sent
  await sql`update brief_ontvanger set pogingen = pogingen + 1, laatste_fout = ${fout}, bezig_tot = null,
      verzonden_op = case when ${verzonden} then ${ctx.now}::timestamptz end,
      verzonden_datum = case when ${verzonden} then ${ctx.today}::date end,
      ontvangen_datum = case when ${verzonden} then ${ctx.today}::date end,
      mislukt_op = case when ${uitkomst.soort === 'blijvend'} then ${ctx.now}::timestamptz end
    where regio_id = ${ctx.regioId} and id = ${id}`.execute(ctx.db)
  if (verzonden) await noteer(ctx, id)
}

async function noteer(ctx: Context, id: string) {
  const { rows } = await sql<{ briefId: string }>`select brief_id from brief_ontvanger
    where regio_id = ${ctx.regioId} and id = ${id}`.execute(ctx.db)
  const { briefId } = rows[0]!
  await noteerUitBrief(ctx, await findBrief(ctx, briefId), await findOntvanger(ctx, briefId, id), ctx.today)
}
