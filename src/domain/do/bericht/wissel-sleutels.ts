import { sql } from 'kysely'
import { recordEvent } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { authorize } from '../../rechten.ts'
import type { Wet } from './bericht.ts'
import { lockBeoordeling, lockOpslag } from './lock-berichten.ts'
import { leesOpslagstand, type Sleutelstand } from './opslagstand.ts'
import { wisselDeel, type Wisselbaar } from './wissel-deel.ts'
import { wisselKenmerken } from './wissel-kenmerken.ts'

const PER_KEER = 5_000
const WETTEN: readonly Wet[] = ['wmo', 'jw']

/** `perKeer` rows go in one transaction; `opVoortgang` hears of each. */
export type Wisselopties = { perKeer?: number; opVoortgang?: (gewisseld: number) => void }

/** `hervat`: a change that was begun before was finished. `apart`: the folder in which the old keys are now. */
export type Wissel = { hervat: boolean; clienten: number; berichten: number; apart: string }

/**
 * Gives every pseudonym and digest of the region a new key: HMAC(new key, what the old keys made), in batches. Reading goes on
 * meanwhile. A change that was killed is finished first; only then does the next call begin another. Throws Stop when a key is
 * missing.
 */
export async function wisselSleutels(ctx: Context, opties: Wisselopties = {}): Promise<Wissel> {
  const { hervat, stand } = await begin(ctx)
  const telling = { clienten: 0, berichten: 0 }
  for (const wet of WETTEN) {
    for (const tabel of ['client', 'bericht', 'vernietigd_bericht'] as const) {
      const n = await wisselTabel(ctx, wet, tabel, stand[wet].versie, opties)
      if (tabel !== 'vernietigd_bericht') telling[tabel === 'client' ? 'clienten' : 'berichten'] += n
    }
  }
  await sluit(ctx, stand)
  const apart = WETTEN.map((wet) => ctx.sleutels.zetApart(ctx.regioId, wet, stand[wet].versie))[0]!
  return { hervat, ...telling, apart }
}

/** From here on new pseudonyms are made under the new key. Numbers that hide a BSN change at once: messages are matched by them. */
function begin(ctx: Context): Promise<{ hervat: boolean; stand: Sleutelstand }> {
  return inTransaction(ctx, async (ctx) => {
    await authorize(ctx, 'inrichting:wijzigen')
    await lockOpslag(ctx, 'alleen')
    await lockBeoordeling(ctx)
    const { sleutels: stand } = await leesOpslagstand(ctx)
    if (WETTEN.some((wet) => stand[wet].oudste < stand[wet].versie)) return { hervat: true, stand }
    for (const wet of WETTEN) {
      const oudste = stand[wet].versie
      const versie = oudste + 1
      ctx.sleutels.maakVolgende(ctx.regioId, wet, versie)
      await sql`insert into sleutelstand (regio_id, wet, versie, oudste, begonnen_op, begonnen_door)
        values (${ctx.regioId}, ${wet}, ${versie}, ${oudste}, ${ctx.now}, ${ctx.actor.naam})
        on conflict (regio_id, wet) do update set versie = excluded.versie, oudste = excluded.oudste,
          begonnen_op = excluded.begonnen_op, begonnen_door = excluded.begonnen_door, klaar_op = null`.execute(ctx.db)
      await wisselKenmerken(ctx, wet, versie)
      stand[wet] = { versie, oudste }
    }
    await recordEvent(ctx, {
      soort: 'sleutel:wissel-begonnen',
      onderwerp: { type: 'regio', id: ctx.regioId },
      gegevens: { wmo: stand.wmo.versie, jw: stand.jw.versie },
    })
    return { hervat: false, stand }
  })
}

async function wisselTabel(
  ctx: Context,
  wet: Wet,
  tabel: Wisselbaar,
  versie: number,
  { perKeer = PER_KEER, opVoortgang }: Wisselopties,
): Promise<number> {
  for (let totaal = 0, vanaf: string | null = null; ;) {
    const deel: { gewisseld: number; laatste: string | null } = await inTransaction(ctx, async (ctx) => {
      await lockOpslag(ctx, 'alleen')
      // who judges changes the same rows, in another order
      if (tabel === 'bericht') await lockBeoordeling(ctx)
      return wisselDeel(ctx, { wet, tabel, versie, vanaf, perKeer })
    })
    totaal += deel.gewisseld
    opVoortgang?.(deel.gewisseld)
    if (deel.laatste === null) return totaal
    vanaf = deel.laatste
  }
}

function sluit(ctx: Context, stand: Sleutelstand): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    await lockOpslag(ctx, 'alleen')
    const { numAffectedRows } = await sql`update sleutelstand s set oudste = versie, klaar_op = ${ctx.now}
      where s.regio_id = ${ctx.regioId} and s.oudste < s.versie and not exists (select from client c where c.regio_id = s.regio_id
        and c.wet = s.wet and c.sleutelversie < s.versie)
        and not exists (select from bericht b where b.regio_id = s.regio_id and b.wet = s.wet and b.sleutelversie < s.versie)`.execute(
      ctx.db,
    )
    if (!numAffectedRows) return
    await recordEvent(ctx, {
      soort: 'sleutel:gewisseld',
      onderwerp: { type: 'regio', id: ctx.regioId },
      gegevens: { wmo: stand.wmo.versie, jw: stand.jw.versie },
    })
  })
}
