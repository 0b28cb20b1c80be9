import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import type { Document } from '../../../platform/document/document.ts'
import { maakDocx } from '../../../platform/document/maak-docx.ts'
import { maakPdf } from '../../../platform/document/maak-pdf.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { bewaarDocument, type NieuwDocument } from '../../plan/dossier/bewaar-document.ts'
import { leesAfzender } from '../../plan/huisstijl/huisstijl.ts'
import { leesVersie } from '../gesprek/verslag.ts'
import { alsBlokken, maakBriefdocument } from './maak-briefdocument.ts'
import { maakVerslagdocument, verslagtitel } from './maak-verslagdocument.ts'

/**
 * Puts letters of escalations that were sent and minutes that became final in the file, as PDF and .docx; each once, from the text as it was
 * kept. What is there already is passed over, so that it goes on where it stopped. Gives how many.
 */
export async function archiveerStukken(ctx: Context): Promise<number> {
  let aantal = 0
  for (const { escalatieId, nr } of await inTransaction(ctx, listBrieven)) {
    aantal += await inTransaction(ctx, (ctx) => archiveerBrief(ctx, escalatieId, nr))
  }
  for (const { gesprekId } of await inTransaction(ctx, listVerslagen)) {
    aantal += await inTransaction(ctx, (ctx) => archiveerVerslag(ctx, gesprekId))
  }
  return aantal
}

async function listBrieven(ctx: Context) {
  const { rows } = await sql<{ escalatieId: string; nr: number }>`select b.escalatie_id, b.nr from escalatie_brief b
    where b.regio_id = ${ctx.regioId} and not exists (select from document d where d.regio_id = b.regio_id and d.onderwerp = 'escalatie'
      and d.onderwerp_id = b.escalatie_id::text and d.sleutel = 'brief-' || b.nr)
    order by b.vastgelegd_op, b.nr`.execute(ctx.db)
  return rows
}

type Brief = {
  soort: string
  naam: string
  onderwerp: string
  alineas: string[]
  verzonden: Temporal.PlainDate
  wijze: 'digitaal' | 'post' | 'aangetekend'
  kenmerk: string
  vastgelegdOp: Temporal.Instant
  nummer: string
  overeenkomstId: string | null
  aanbiederId: string
  agb: string
  aanbieder: string
  plaats: string
}

async function archiveerBrief(ctx: Context, escalatieId: string, nr: number): Promise<number> {
  const { rows } =
    await sql<Brief>`select b.soort, b.naam, coalesce(nullif(b.onderwerp, ''), b.naam) as onderwerp, b.alineas, b.verzonden, b.wijze, b.kenmerk, b.vastgelegd_op, e.nummer,
      e.overeenkomst_id, a.id as aanbieder_id, a.agb, a.naam as aanbieder, a.plaats
    from escalatie_brief b
    join escalatie e on e.regio_id = b.regio_id and e.id = b.escalatie_id
    join aanbieder a on a.regio_id = e.regio_id and a.id = e.aanbieder_id
    where b.regio_id = ${ctx.regioId} and b.escalatie_id = ${escalatieId} and b.nr = ${nr}`.execute(ctx.db)
  const brief = rows[0]!
  const { afzender } = await leesAfzender(ctx, null)
  const wijze = { digitaal: 'Digitaal', post: 'Per post', aangetekend: 'Aangetekend' }[brief.wijze]
  const kenmerk = `${brief.nummer}-${String(nr)}`
  const stuk = maakBriefdocument({
    titel: brief.onderwerp,
    afzender,
    aanbieder: brief.aanbieder,
    tav: '',
    plaats: brief.plaats,
    datum: brief.verzonden,
    kenmerk,
    verzending: [wijze, brief.kenmerk].filter(Boolean).join(', '),
    blokken: brief.alineas.flatMap(alsBlokken),
    gemaaktOp: brief.vastgelegdOp,
  })
  return bewaar(ctx, stuk, {
    // a ladder has letters of its own beside the catalogue; they are of the kind of its first step
    soort: /^D[0-9]{2}/.exec(brief.soort)?.[0] ?? 'D25',
    titel: brief.naam,
    richting: 'uit',
    aanbieder: { id: brief.aanbiederId, agb: brief.agb },
    overeenkomstId: brief.overeenkomstId,
    onderwerp: { type: 'escalatie', id: escalatieId, sleutel: `brief-${String(nr)}` },
    voorAanbieder: true,
    versie: { datum: brief.verzonden, auteur: afzender.naam, kenmerk },
  })
}

async function listVerslagen(ctx: Context) {
  const { rows } = await sql<{ gesprekId: string }>`select v.gesprek_id from verslagversie v
    where v.regio_id = ${ctx.regioId} and v.soort = 'definitief' and not exists (select from document d where d.regio_id = v.regio_id
      and d.onderwerp = 'gesprek' and d.onderwerp_id = v.gesprek_id::text and d.sleutel = 'verslag')
    order by v.gemaakt_op, v.id`.execute(ctx.db)
  return rows
}

type Verslagrij = {
  inhoud: string
  sha256: Buffer
  gemaaktOp: Temporal.Instant
  datum: Temporal.PlainDate
  aanbiederId: string | null
  agb: string | null
}

async function archiveerVerslag(ctx: Context, gesprekId: string): Promise<number> {
  const { rows } = await sql<Verslagrij>`select v.inhoud, v.sha256, v.gemaakt_op, g.datum, a.id as aanbieder_id, a.agb
    from verslagversie v
    join gesprek g on g.regio_id = v.regio_id and g.id = v.gesprek_id
    left join aanbieder a on a.regio_id = g.regio_id and a.id = g.aanbieder_id
    where v.regio_id = ${ctx.regioId} and v.gesprek_id = ${gesprekId} and v.soort = 'definitief' order by v.gemaakt_op desc limit 1`.execute(
    ctx.db,
  )
  const { aanbiederId, agb, datum, gemaaktOp, ...bewaard } = rows[0]!
  const { verslag, klopt } = leesVersie(bewaard)
  if (!klopt) throw new Error(`minutes of meeting ${gesprekId} are not what was kept`)
  const { afzender } = await leesAfzender(ctx, null)
  return bewaar(ctx, maakVerslagdocument(verslag, afzender, gemaaktOp), {
    soort: 'D24',
    titel: verslagtitel(verslag).slice(0, 200),
    richting: 'uit',
    aanbieder: aanbiederId === null ? null : { id: aanbiederId, agb: agb! },
    onderwerp: { type: 'gesprek', id: gesprekId, sleutel: 'verslag' },
    voorAanbieder: aanbiederId !== null,
    versie: { datum, auteur: afzender.naam },
  })
}

type Zonder = Omit<NieuwDocument, 'versie'> & { versie: Omit<NieuwDocument['versie'], 'bestanden'> }

async function bewaar(ctx: Context, stuk: Document, nieuw: Zonder): Promise<number> {
  const bestanden = [
    { vorm: 'pdf' as const, bytes: await maakPdf(stuk) },
    { vorm: 'docx' as const, bytes: await maakDocx(stuk) },
  ]
  const id = await bewaarDocument(ctx, { ...nieuw, versie: { ...nieuw.versie, bestanden } })
  return id === null ? 0 : 1
}
