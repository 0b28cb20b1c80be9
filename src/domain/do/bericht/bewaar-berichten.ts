import { sql, type RawBuilder } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import type { Wet } from './bericht.ts'
import { insertBestanden } from './bewaren/bestanden.ts'
import { bestandsregels, telRegels } from './bewaren/bestandsregels.ts'
import { bewaarKoppen, vingerafdruk, type Goed } from './bewaren/berichten.ts'
import { insertRegels, selectKop, type Bewaard } from './bewaren/regels.ts'
import { lockOpslag } from './lock-berichten.ts'
import { onderSleutel } from './onder-sleutel.ts'
import { leesOpslagstand } from './opslagstand.ts'
import { weerVernietigde } from './weer-vernietigde.ts'
import { onthoud, zoekClienten, type Clientgeheugen, type Pseudoniem } from './clienten.ts'
import type { Gelezen } from './gelezen.ts'
import { telVoortgang, type Telling } from './inleesronde.ts'

// Later than the pause between two batches: as long as a delivery goes on, it judges at its end; after a kill the queue does.
const UITSTEL = '90 seconds'

/** Stores a batch of files in one transaction; messages that were known already count as dubbel. */
export async function bewaarBerichten(
  ctx: Context,
  rondeId: string,
  gegeven: readonly Gelezen[],
  gelezenBytes: number,
  geheugen: Clientgeheugen,
): Promise<Telling> {
  const { telling, clienten } = await inTransaction(ctx, async (ctx) => {
    await lockOpslag(ctx, 'samen')
    const stand = await leesOpslagstand(ctx)
    if (geheugen.gewist !== stand.gewist) geheugen.clear()
    geheugen.gewist = stand.gewist
    const onder = onderSleutel(ctx, gegeven, stand.sleutels)
    const groep = stand.vernietigd ? await weerVernietigde(ctx, onder) : onder
    // The round ends with an ordinary commit, which takes these along; if the machine stops before, the page says how far it came.
    await sql`set local synchronous_commit = off`.execute(ctx.db)
    const goede = new Map<string, Goed>()
    for (const gelezen of groep) {
      if ('goed' in gelezen && !goede.has(vingerafdruk(gelezen.goed))) {
        goede.set(vingerafdruk(gelezen.goed), gelezen.goed)
      }
    }
    const { ids, nieuw } = await bewaarKoppen(ctx, rondeId, goede)
    // only for what is new: a message that is known makes no client, also not one that was removed since
    const clienten = await zoekClienten(ctx, pseudoniemenVan(nieuw), geheugen, stand.sleutels)
    const regels = bestandsregels(groep, ids, new Set(nieuw.map(({ id }) => id)))
    await bewaarInhoud(ctx, nieuw, clienten, insertBestanden(ctx, rondeId, regels))
    const telling = telRegels(regels)
    await telVoortgang(ctx, rondeId, telling, gelezenBytes)
    if (nieuw.length > 0) {
      await sql`select enqueue_job('beoordeel-berichten', ${JSON.stringify({ regioId: ctx.regioId })}::json,
        ${`beoordeel-berichten:${ctx.regioId}`}, now() + ${UITSTEL}::interval)`.execute(ctx.db)
    }
    return { telling, clienten }
  })
  onthoud(geheugen, clienten)
  return telling
}

/** Everything about these messages but their headers, in one statement: going to and fro costs as much as a small table. */
async function bewaarInhoud(
  ctx: Context,
  nieuw: readonly Bewaard[],
  clienten: ReadonlyMap<Pseudoniem, string>,
  bestanden: RawBuilder<unknown>,
) {
  const inserts = nieuw.length === 0 ? [] : [...insertRegels(ctx, nieuw, clienten), insertWachtrij(ctx, nieuw)]
  const delen = [...inserts, bestanden].map((insert, i) => sql`${sql.raw(`deel_${i}`)} as (${insert})`)
  await sql`with kop as (${selectKop(nieuw)}), ${sql.join(delen)} select`.execute(ctx.db)
}

/** What the next judgement looks at. A range, which may hold messages of another delivery as well. */
function insertWachtrij(ctx: Context, nieuw: readonly Bewaard[]): RawBuilder<unknown> {
  const ids = nieuw.map(({ id }) => id)
  return sql`insert into te_beoordelen (regio_id, van, tot) values (${ctx.regioId}, ${Math.min(...ids)}, ${Math.max(...ids)})`
}

function pseudoniemenVan(berichten: readonly Bewaard[]): Map<Pseudoniem, Wet> {
  const gevonden = new Map<Pseudoniem, Wet>()
  for (const { bericht } of berichten) {
    if ('client' in bericht) {
      gevonden.set(bericht.client, bericht.wet)
    } else if (bericht.soort === '323') {
      for (const { client } of bericht.prestaties) {
        gevonden.set(client, bericht.wet)
      }
    }
  }
  return gevonden
}
