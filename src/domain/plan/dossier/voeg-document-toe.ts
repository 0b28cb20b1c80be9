import { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import { invalid, notFound } from '../../../platform/errors.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { vrijeTekst } from '../../begrippen/vrije-tekst.ts'
import { authorize } from '../../rechten.ts'
import { findAanbieder } from '../aanbieder/queries.ts'
import { findOvereenkomst } from '../overeenkomst/queries.ts'
import { vormVan } from './bestandsvorm.ts'
import { bewaarDocument, bewaarVolgende, type Versie } from './bewaar-document.ts'
import { leesDocumentsoorten } from './documentsoorten.ts'
import { verborgenSoorten } from './leesbare-soorten.ts'
import { lockDocument } from './queries.ts'

const tekst = (max: number, leeg: string) => vrijeTekst(max).pipe(z.string().min(1, leeg))
const dag = z.instanceof(Temporal.PlainDate)

export const Documentinvoer = z.object({
  soort: z.string().min(1, 'Kies wat voor document het is'),
  titel: tekst(200, 'Vul een titel in'),
  richting: z.enum(['in', 'uit', 'intern'], 'Kies of het document is ontvangen, verzonden of intern'),
  datum: dag,
  auteur: tekst(200, 'Vul in van wie het document is'),
  voorAanbieder: z.boolean(),
})
export const Versieinvoer = z.object({
  datum: dag,
  auteur: tekst(200, 'Vul in van wie deze versie is'),
  toelichting: vrijeTekst(1000),
})

type Plek = { aanbiederId: string; overeenkomstId?: undefined } | { aanbiederId?: undefined; overeenkomstId: string }

/**
 * Adds what somebody sent to the file of an aanbieder or overeenkomst (DOC-01). The file was scanned; what it is follows from its
 * content. Gives its id. Throws 403, 404, 422.
 */
export function voegDocumentToe(
  ctx: Context,
  plek: Plek,
  invoer: z.infer<typeof Documentinvoer>,
  bytes: Uint8Array,
): Promise<string> {
  return inTransaction(ctx, async (ctx) => {
    await authorize(ctx, 'document:toevoegen')
    const overeenkomst = plek.overeenkomstId === undefined ? null : await findOvereenkomst(ctx, plek.overeenkomstId)
    const aanbiederId = plek.aanbiederId ?? overeenkomst?.aanbiederId
    const aanbieder = aanbiederId == null ? null : await findAanbieder(ctx, aanbiederId)
    const { soort, titel, richting, datum, auteur, voorAanbieder } = invoer
    if (
      !(await leesDocumentsoorten(ctx)).some(({ code }) => code === soort) ||
      verborgenSoorten(ctx.actor).includes(soort)
    ) {
      throw invalid('Kies een documentsoort uit de lijst.')
    }
    if (voorAanbieder && aanbieder === null)
      throw invalid('Deze overeenkomst hoort bij geen aanbieder: niemand leest het document mee.')
    keurDatum(ctx, datum)
    const id = await bewaarDocument(ctx, {
      soort,
      titel,
      richting,
      aanbieder,
      overeenkomstId: overeenkomst?.id ?? null,
      voorAanbieder,
      versie: { datum, auteur, bestanden: [alsBestand(bytes)] },
    })
    return id!
  })
}

/** Adds a version to a document that people keep; what the program archived itself has one. Throws 403, 404, 422. */
export function voegVersieToe(
  ctx: Context,
  documentId: string,
  { datum, auteur, toelichting }: z.infer<typeof Versieinvoer>,
  bytes: Uint8Array,
): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    await authorize(ctx, 'document:toevoegen')
    const document = await lockDocument(ctx, documentId)
    if (verborgenSoorten(ctx.actor).includes(document.soort)) throw notFound('Dit document')
    if (document.onderwerp !== null)
      throw invalid('Dit document is door Overlap gemaakt en vastgelegd. Voeg iets anders toe als nieuw document.')
    keurDatum(ctx, datum)
    const versie: Versie = { datum, auteur, toelichting, bestanden: [alsBestand(bytes)] }
    await bewaarVolgende(ctx, documentId, document.versie + 1, versie)
  })
}

function keurDatum(ctx: Context, datum: Temporal.PlainDate) {
  if (Temporal.PlainDate.compare(datum, ctx.today) > 0)
    throw invalid('De datum van een document ligt niet in de toekomst.')
}

function alsBestand(bytes: Uint8Array) {
  const vorm = vormVan(bytes)
  if (vorm === undefined) {
    throw invalid(
      'Dit bestand kan niet in het dossier. Kies een PDF, een Word-, Excel- of OpenDocument-bestand zonder macro’s, of een afbeelding (PNG of JPEG).',
    )
  }
  return { vorm, bytes }
}
