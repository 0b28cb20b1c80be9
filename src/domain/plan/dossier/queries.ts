import { sql, type RawBuilder } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { notFound } from '../../../platform/errors.ts'
import { PAGINA, TELGRENS, type Lijst } from '../../begrippen/lijst.ts'
import { mag } from '../../rechten.ts'
import { zicht } from '../../rechten/zicht.ts'
import type { Vorm } from './bestandsvorm.ts'
import type { Richting } from './documentsoorten.ts'
import { verborgenSoorten } from './leesbare-soorten.ts'

export type DocumentInLijst = {
  id: string
  soort: string
  titel: string
  richting: Richting
  aanbiederId: string | null
  aanbieder: string | null
  overeenkomstId: string | null
  overeenkomst: string | null
  onderwerp: string | null
  onderwerpId: string | null
  voorAanbieder: boolean
  versie: number
  datum: Temporal.PlainDate
  auteur: string
  kenmerk: string
  vormen: Vorm[]
}

export type Dossierfilter = {
  aanbiederId?: string | undefined
  overeenkomstId?: string | undefined
  soort?: string | undefined
  richting?: Richting | undefined
}

/** One page of a file, newest first (DOC-01); the count stops at TELGRENS + 1. */
export async function listDossier(
  ctx: Context,
  filter: Dossierfilter,
  pagina: number,
): Promise<Lijst<DocumentInLijst>> {
  const waar = voorwaarden(ctx, filter)
  const { rows: telling } = await sql<{ totaal: number }>`select count(*) as totaal
    from (select from document d where ${waar} limit ${TELGRENS + 1}) as t`.execute(ctx.db)
  const { rows: rijen } = await sql<DocumentInLijst>`${selectDocument} where ${waar}
    order by d.datum desc, d.id desc limit ${PAGINA} offset ${(pagina - 1) * PAGINA}`.execute(ctx.db)
  return { rijen, totaal: telling[0]!.totaal }
}

/** One document. Throws 404 when it is not there, or not for this person. */
export async function findDocument(ctx: Context, id: string): Promise<DocumentInLijst> {
  const { rows } = await sql<DocumentInLijst>`${selectDocument} where ${voorwaarden(ctx, {})} and d.id = ${id}`.execute(
    ctx.db,
  )
  if (!rows[0]) throw notFound('Dit document')
  return rows[0]
}

/** Documents that were made of an object, oldest first. */
export async function listDocumentenVan(
  ctx: Context,
  onderwerp: string,
  onderwerpId: string,
): Promise<DocumentInLijst[]> {
  const { rows } =
    await sql<DocumentInLijst>`${selectDocument} where ${voorwaarden(ctx, {})} and d.onderwerp = ${onderwerp}
    and d.onderwerp_id = ${onderwerpId} order by d.datum, d.id`.execute(ctx.db)
  return rows
}

/** Locks a document within the scope. Throws 404. */
export async function lockDocument(ctx: Context, id: string) {
  const { rows } = await sql<{
    soort: string
    onderwerp: string | null
    versie: number
  }>`select d.soort, d.onderwerp, d.versie
    from document d where ${voorwaarden(ctx, {})} and d.id = ${id} for update`.execute(ctx.db)
  if (!rows[0]) throw notFound('Dit document')
  return rows[0]
}

export type Documentversie = {
  nr: number
  datum: Temporal.PlainDate
  auteur: string
  kenmerk: string
  toelichting: string
  toegevoegdOp: Temporal.Instant
  toegevoegdDoor: string
  bestanden: { vorm: Vorm; omvang: number; sha256: string }[]
}

/** All versions of a document that was found, newest first. */
export async function listDocumentversies(ctx: Context, id: string): Promise<Documentversie[]> {
  const { rows } =
    await sql<Documentversie>`select v.nr, v.datum, v.auteur, v.kenmerk, v.toelichting, v.toegevoegd_op, v.toegevoegd_door,
      (select json_agg(json_build_object('vorm', b.vorm, 'omvang', b.omvang, 'sha256', encode(b.sha256, 'hex')) order by b.vorm desc)
        from documentbestand b where b.regio_id = v.regio_id and b.document_id = v.document_id and b.nr = v.nr) as bestanden
    from documentversie v where v.regio_id = ${ctx.regioId} and v.document_id = ${id} order by v.nr desc`.execute(
      ctx.db,
    )
  return rows
}

/** The bytes of one form of a version. Throws 404 when it is not there, or not for this person. */
export async function findBestand(ctx: Context, id: string, nr: number, vorm: Vorm) {
  const { rows } = await sql<{
    titel: string
    datum: Temporal.PlainDate
    inhoud: Buffer
  }>`select d.titel, v.datum, b.inhoud
    from document d
    join documentversie v on v.regio_id = d.regio_id and v.document_id = d.id and v.nr = ${nr}
    join documentbestand b on b.regio_id = v.regio_id and b.document_id = v.document_id and b.nr = v.nr and b.vorm = ${vorm}
    where ${voorwaarden(ctx, {})} and d.id = ${id}`.execute(ctx.db)
  if (!rows[0]) throw notFound('Dit bestand')
  return rows[0]
}

const selectDocument = sql`select d.id, d.soort, d.titel, d.richting, d.aanbieder_id, a.naam as aanbieder, d.overeenkomst_id, o.nummer as overeenkomst, d.onderwerp,
    d.onderwerp_id, d.voor_aanbieder, d.versie, d.datum, d.auteur, v.kenmerk,
    array(select b.vorm from documentbestand b where b.regio_id = d.regio_id and b.document_id = d.id and b.nr = d.versie
      order by b.vorm desc) as vormen
  from document d
  join documentversie v on v.regio_id = d.regio_id and v.document_id = d.id and v.nr = d.versie
  left join aanbieder a on a.regio_id = d.regio_id and a.id = d.aanbieder_id
  left join overeenkomst o on o.regio_id = d.regio_id and o.id = d.overeenkomst_id`

function voorwaarden(ctx: Context, { aanbiederId, overeenkomstId, soort, richting }: Dossierfilter) {
  const delen: RawBuilder<unknown>[] = [zicht(ctx).document('d')]
  const verborgen = verborgenSoorten(ctx.actor)
  if (verborgen.length > 0) delen.push(sql`d.soort <> all(${verborgen}::text[])`)
  // A meeting is for who sees it: minutes do not show more than the meeting does.
  if (mag(ctx.actor, 'gesprek:lezen')) {
    delen.push(sql`(d.onderwerp is distinct from 'gesprek' or exists (select from gesprek g
      where g.id = case when d.onderwerp = 'gesprek' then d.onderwerp_id::uuid end and ${zicht(ctx, 'gesprek:lezen').gesprek('g')}))`)
  } else delen.push(sql`d.onderwerp is distinct from 'gesprek'`)
  if (aanbiederId) delen.push(sql`d.aanbieder_id = ${aanbiederId}`)
  if (overeenkomstId) delen.push(sql`d.overeenkomst_id = ${overeenkomstId}`)
  if (soort) delen.push(sql`d.soort = ${soort}`)
  if (richting) delen.push(sql`d.richting = ${richting}`)
  return sql.join(delen, sql` and `)
}
