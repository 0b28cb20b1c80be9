import { isDeepStrictEqual } from 'node:util'
import { sql } from 'kysely'
import { recordEvent } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import { invalid, notFound } from '../../../platform/errors.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { authorize } from '../../rechten.ts'
import { listVersies } from './lees-regelset.ts'
import { lockRegelset } from './lock-regelset.ts'
import { eigenDelen } from './regelset.ts'

export type NieuwRegelsetdeel = {
  deel: string
  inhoud: unknown
  geldigVanaf: Temporal.PlainDate
  bron: string
  reden: string
}

/**
 * Adds a version of a part; older versions never change (ORG-01). The room that owns the part has checked `inhoud`, parts of this
 * room are checked here. Throws 404 for an unknown part, 422 when the content is wrong, nothing differs or the reason is missing.
 */
export function bewaarRegelsetdeel(ctx: Context, nieuw: NieuwRegelsetdeel): Promise<{ id: string; versie: number }> {
  return inTransaction(ctx, async (ctx) => {
    await authorize(ctx, 'inrichting:wijzigen')
    await lockRegelset(ctx)
    const vorige = (await listVersies(ctx, nieuw.deel))[0]
    if (!vorige) {
      throw notFound('Dit deel van de regelset')
    }
    keur(nieuw, vorige)

    const versie = vorige.versie + 1
    const { rows } = await sql<{ id: string }>`insert into regelsetdeel
        (regio_id, deel, versie, geldig_vanaf, bron, inhoud, reden, vastgelegd_op, vastgelegd_door)
      values (${ctx.regioId}, ${nieuw.deel}, ${versie}, ${nieuw.geldigVanaf}, ${nieuw.bron.trim()},
        ${JSON.stringify(nieuw.inhoud)}::jsonb, ${nieuw.reden.trim()}, ${ctx.now}, ${ctx.actor.naam})
      returning id`.execute(ctx.db)
    const id = rows[0]!.id
    await recordEvent(ctx, {
      soort: 'regelsetdeel:gewijzigd',
      onderwerp: { type: 'regelsetdeel', id: nieuw.deel },
      gegevens: {
        oud: { versie: vorige.versie, inhoud: vorige.inhoud },
        nieuw: { versie, inhoud: nieuw.inhoud, geldigVanaf: nieuw.geldigVanaf.toString() },
        reden: nieuw.reden.trim(),
      },
    })
    return { id, versie }
  })
}

function keur(
  { deel, inhoud, geldigVanaf, bron, reden }: NieuwRegelsetdeel,
  vorige: { inhoud: unknown; geldigVanaf: Temporal.PlainDate },
) {
  if (reden.trim() === '') {
    throw invalid('Vul de reden van de wijziging in.')
  }
  if (bron.trim() === '') {
    throw invalid('Noem de bron van de wijziging.')
  }
  const gelezen = deel in eigenDelen ? eigenDelen[deel as keyof typeof eigenDelen].safeParse(inhoud) : undefined
  if (gelezen && !gelezen.success) {
    throw invalid(gelezen.error.issues.map(({ message }) => `${message}.`).join(' '))
  }
  if (isDeepStrictEqual(inhoud, vorige.inhoud) && geldigVanaf.equals(vorige.geldigVanaf)) {
    throw invalid('Er is niets gewijzigd. Pas de inhoud of de ingangsdatum aan.')
  }
  // The highest version that has begun applies: one that begins earlier than its predecessor would erase it.
  if (Temporal.PlainDate.compare(geldigVanaf, vorige.geldigVanaf) < 0) {
    throw invalid('De nieuwe versie kan niet eerder ingaan dan de vorige. Kies een latere datum.')
  }
}
