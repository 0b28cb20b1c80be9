import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import type { Goed } from './bewaren/berichten.ts'
import type { Gelezen } from './gelezen.ts'

const VERNIETIGD = {
  code: 'vernietigd',
  melding:
    'Dit bericht is eerder ingelezen en daarna vernietigd of verwijderd. Het komt niet terug: lever het niet opnieuw.',
}

/** The batch, with messages that were destroyed before as refused files: the same zip again brings nothing back. */
export async function weerVernietigde(ctx: Context, groep: readonly Gelezen[]): Promise<readonly Gelezen[]> {
  const hmacs = groep.flatMap((gelezen) => ('goed' in gelezen ? [`\\x${gelezen.goed.inhoudHmac.toString('hex')}`] : []))
  const { rows } = await sql<{ hmac: string }>`select encode(v.inhoud_hmac, 'hex') as hmac
    from (values ('wmo'), ('jw')) as w (wet) cross join unnest(${hmacs}::bytea[]) as h (hmac)
    join vernietigd_bericht v on v.regio_id = ${ctx.regioId} and v.wet = w.wet and v.inhoud_hmac = h.hmac`.execute(
    ctx.db,
  )
  const bekend = new Set(rows.map(({ hmac }) => hmac))
  return groep.map((gelezen) =>
    'goed' in gelezen && hmacsVan(gelezen.goed).some((hmac) => bekend.has(hmac))
      ? { plek: gelezen.plek, naam: gelezen.naam, fout: VERNIETIGD, kop: gelezen.goed.bericht }
      : gelezen,
  )
}

function hmacsVan({ inhoudHmac, eerdereHmac }: Goed): string[] {
  return [inhoudHmac, ...(eerdereHmac ? [eerdereHmac] : [])].map((hmac) => hmac.toString('hex'))
}
