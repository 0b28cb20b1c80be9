import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { recordEvent } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import type { Vorm } from './bestandsvorm.ts'
import type { Richting } from './documentsoorten.ts'

export type Bestand = { vorm: Vorm; bytes: Uint8Array }

export type NieuwDocument = {
  soort: string
  titel: string
  richting: Richting
  /** Null: of the region as a whole */
  aanbieder: { id: string; agb: string } | null
  overeenkomstId?: string | null
  /** The related object, and which document of it: of each there is one (DOC-01). */
  onderwerp?: { type: string; id: string; sleutel: string }
  voorAanbieder: boolean
  versie: Versie
}

export type Versie = {
  datum: Temporal.PlainDate
  auteur: string
  kenmerk?: string
  toelichting?: string
  bestanden: readonly Bestand[]
}

/**
 * Puts a document in the file with its first version, in the running transaction; null when that object has this document already. Who
 * calls has authorised.
 */
export async function bewaarDocument(ctx: Context, nieuw: NieuwDocument): Promise<string | null> {
  const { soort, titel, richting, aanbieder, overeenkomstId = null, onderwerp, voorAanbieder, versie } = nieuw
  const { rows } = await sql<{
    id: string
  }>`insert into document (regio_id, soort, titel, richting, aanbieder_id, agb, overeenkomst_id,
      onderwerp, onderwerp_id, sleutel, voor_aanbieder, versie, datum, auteur, toegevoegd_op)
    values (${ctx.regioId}, ${soort}, ${titel}, ${richting}, ${aanbieder?.id ?? null}, ${aanbieder?.agb ?? null}, ${overeenkomstId},
      ${onderwerp?.type ?? null}, ${onderwerp?.id ?? null}, ${onderwerp?.sleutel ?? null}, ${voorAanbieder}, 1, ${versie.datum},
      ${versie.auteur}, ${ctx.now})
    on conflict (regio_id, onderwerp, onderwerp_id, sleutel) where sleutel is not null do nothing returning id`.execute(
    ctx.db,
  )
  const id = rows[0]?.id
  if (id === undefined) return null
  await bewaarVersie(ctx, id, 1, versie)
  await recordEvent(ctx, {
    soort: 'document:toegevoegd',
    onderwerp: { type: 'document', id },
    gegevens: {
      soort,
      titel,
      richting,
      aanbiederId: aanbieder?.id ?? null,
      overeenkomstId,
      versie: 1,
      bestanden: vingers(versie),
    },
  })
  return id
}

/** Adds a version to a document that is locked; nothing of an earlier one changes. */
export async function bewaarVolgende(ctx: Context, id: string, nr: number, versie: Versie): Promise<void> {
  await bewaarVersie(ctx, id, nr, versie)
  await sql`update document set versie = ${nr}, datum = ${versie.datum}, auteur = ${versie.auteur}
    where regio_id = ${ctx.regioId} and id = ${id}`.execute(ctx.db)
  await recordEvent(ctx, {
    soort: 'document:bijgewerkt',
    onderwerp: { type: 'document', id },
    gegevens: { versie: nr, bestanden: vingers(versie) },
  })
}

async function bewaarVersie(ctx: Context, id: string, nr: number, versie: Versie) {
  const { datum, auteur, kenmerk = '', toelichting = '', bestanden } = versie
  await sql`insert into documentversie (regio_id, document_id, nr, datum, auteur, kenmerk, toelichting, toegevoegd_op, toegevoegd_door)
    values (${ctx.regioId}, ${id}, ${nr}, ${datum}, ${auteur}, ${kenmerk}, ${toelichting}, ${ctx.now}, ${ctx.actor.naam})`.execute(
    ctx.db,
  )
  for (const { vorm, bytes } of bestanden) {
    await sql`insert into documentbestand (regio_id, document_id, nr, vorm, omvang, sha256, inhoud)
      values (${ctx.regioId}, ${id}, ${nr}, ${vorm}, ${bytes.length}, ${vinger(bytes)}, ${Buffer.from(bytes)})`.execute(
      ctx.db,
    )
  }
}

const vinger = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()
const vingers = ({ bestanden }: Versie) =>
  Object.fromEntries(bestanden.map(({ vorm, bytes }) => [vorm, vinger(bytes).toString('hex')]))
