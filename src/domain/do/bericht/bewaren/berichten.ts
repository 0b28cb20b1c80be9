import { sql } from 'kysely'
import type { Context } from '../../../../platform/context.ts'
import type { Bericht } from '../bericht.ts'
import type { Pseudoniem } from '../clienten.ts'
import type { Berichtfout } from '../fout.ts'
import { kolommen } from './kolommen.ts'
import type { Bewaard } from './regels.ts'

/** A good message, as it was read. */
export type Goed = {
  bericht: Bericht<Pseudoniem>
  prestatiefouten: readonly Berichtfout[]
  inhoudHmac: Buffer
  /** Which key inhoudHmac was made with; the first when absent */
  sleutelversie?: number
  /** Under the key before it, while the change to this one runs */
  eerdereHmac?: Buffer
}

export type Kopregel = {
  afzender: string
  ontvanger: string
  identificatie: string
  dagtekening: string
}

/**
 * Who sent this message and how it is called. A retourbericht repeats the header of the message it answers, so its real sender is
 * the Ontvanger in it and its own name is IdentificatieRetour (IV028).
 */
export function kopregel(bericht: Bericht<unknown>): Kopregel {
  const { afzender, ontvanger, identificatie, dagtekening } = bericht
  return 'identificatieRetour' in bericht
    ? {
        afzender: ontvanger,
        ontvanger: afzender,
        identificatie: bericht.identificatieRetour,
        dagtekening: bericht.dagtekeningRetour,
      }
    : { afzender, ontvanger, identificatie, dagtekening }
}

/** What makes two deliveries one: kind, sender, identification and content. */
export function vingerafdruk({ bericht, inhoudHmac }: Goed): string {
  return inhoudHmac.toString('hex') + bericht.wet + bericht.soort
}

/**
 * Stores the headers of messages not known yet and queues them to be judged. Gives the id of every message, and which are new. In
 * a fixed order, so that two deliveries of the same messages never wait for each other.
 */
export async function bewaarKoppen(
  ctx: Context,
  rondeId: string,
  gelezen: ReadonlyMap<string, Goed>,
): Promise<{ ids: Map<string, number>; nieuw: Bewaard[] }> {
  const volgorde = [...gelezen].sort(([a], [b]) => (a < b ? -1 : 1))
  const ids = new Map<string, number>()
  // of what is not changed to the newest key yet
  const metEerdere = volgorde.filter(([, goed]) => goed.eerdereHmac)
  for (const { sleutel, id } of await zoekKoppen(ctx, metEerdere, ({ eerdereHmac }) => eerdereHmac!))
    ids.set(sleutel, id)
  const onbekend = volgorde.filter(([sleutel]) => !ids.has(sleutel))
  const rijen = onbekend.map(([, goed]) => {
    const { bericht, inhoudHmac } = goed
    const kop = kopregel(bericht)
    return [
      ...[
        bericht.wet,
        bericht.soort,
        kop.afzender,
        kop.ontvanger,
        kop.identificatie,
        kop.dagtekening,
        bericht.gemeente,
      ],
      ...[bericht.aanbieder, `\\x${inhoudHmac.toString('hex')}`, goed.sleutelversie ?? 1],
    ]
  })
  const [wet, soort, afzender, ontvanger, identificatie, dagtekening, gemeente, agb, hmac, versie] = kolommen(10, rijen)
  const { rows } = await sql<{ id: number; sleutel: string }>`
    with nieuw as (
      insert into bericht (regio_id, wet, soort, afzender, ontvanger, identificatie, dagtekening, gemeente, agb, inhoud_hmac,
        sleutelversie, ronde_id, ingelezen_op)
      select ${ctx.regioId}, u.*, ${rondeId}::uuid, ${ctx.now.toString()}::timestamptz
      from unnest(${wet}::text[], ${soort}::text[], ${afzender}::text[], ${ontvanger}::text[], ${identificatie}::text[],
        ${dagtekening}::date[], ${gemeente}::text[], ${agb}::text[], ${hmac}::bytea[], ${versie}::int[]) as u
      on conflict (regio_id, wet, soort, afzender, identificatie, inhoud_hmac) do nothing
      returning id, wet, soort, inhoud_hmac
    )
    select id, encode(inhoud_hmac, 'hex') || wet || soort as sleutel from nieuw`.execute(ctx.db)
  for (const { id, sleutel } of rows) ids.set(sleutel, id)
  const nieuw = rows.map(({ id, sleutel }) => ({ id, ...gelezen.get(sleutel)! }))
  const bekend = volgorde.filter(([sleutel]) => !ids.has(sleutel))
  for (const { sleutel, id } of await zoekKoppen(ctx, bekend, ({ inhoudHmac }) => inhoudHmac)) {
    ids.set(sleutel, id)
  }
  return { ids, nieuw }
}

// A statement of its own: it also sees what another delivery committed while the insert above waited for it.
async function zoekKoppen(ctx: Context, bekend: readonly [string, Goed][], hmacVan: (goed: Goed) => Buffer) {
  if (bekend.length === 0) return []
  const rijen = bekend.map(([sleutel, goed]) => {
    const { bericht } = goed
    const { afzender, identificatie } = kopregel(bericht)
    return [sleutel, bericht.wet, bericht.soort, afzender, identificatie, `\\x${hmacVan(goed).toString('hex')}`]
  })
  const [sleutel, wet, soort, afzender, identificatie, hmac] = kolommen(6, rijen)
  const { rows } = await sql<{ sleutel: string; id: number }>`select u.sleutel, b.id
    from unnest(${sleutel}::text[], ${wet}::text[], ${soort}::text[], ${afzender}::text[], ${identificatie}::text[],
      ${hmac}::bytea[]) as u (sleutel, wet, soort, afzender, identificatie, hmac)
    join bericht b on b.regio_id = ${ctx.regioId} and b.wet = u.wet and b.soort = u.soort and b.afzender = u.afzender
      and b.identificatie = u.identificatie and b.inhoud_hmac = u.hmac`.execute(ctx.db)
  return rows
}
