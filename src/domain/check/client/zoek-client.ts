import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { invalid, notFound } from '../../../platform/errors.ts'
import { onthulBsn, type Bsn } from '../../begrippen/bsn.ts'
import type { Wet } from '../../do/bericht/bericht.ts'
import { leesOpslagstand } from '../../do/bericht/opslagstand.ts'

/** A client as people know it: by label. The same person is another client under another law. */
export type Client = { id: string; label: string; wet: Wet }

/** Throws 422 when this is no label, 404 when nobody has it. */
export async function findClient({ db, regioId }: Context, label: string): Promise<Client> {
  const gevraagd = label.trim().toUpperCase()
  if (!/^C-[0-9A-Z]{5}-[0-9A-Z]{5}$/.test(gevraagd)) {
    throw invalid('Vul een label in zoals het bij een casus staat, bijvoorbeeld C-7KQ2M-9XD4T.')
  }
  const { rows } =
    await sql<Client>`select id, label, wet from client where regio_id = ${regioId} and label = ${gevraagd}`.execute(db)
  if (!rows[0]) throw notFound('Een cliënt met dit label')
  return rows[0]
}

/** The clients of this BSN, at most one per law. The digits go into the keyed hash and nowhere else. */
export async function listClientenVan(ctx: Context, bsn: Bsn): Promise<Client[]> {
  const { sleutels: stand } = await leesOpslagstand(ctx)
  const gevonden: Client[] = []
  for (const wet of ['wmo', 'jw'] as const) {
    const { versie, oudste } = stand[wet]
    const sleutel = ctx.sleutels.vind(ctx.regioId, wet, versie)
    const eerste = sleutel
      .hmac()
      .update(`bsn ${onthulBsn(bsn)}`)
      .digest()
    const { rows } =
      await sql<Client>`select id, label, wet from client where regio_id = ${ctx.regioId} and wet = ${wet}
      and (sleutelversie, pseudoniem) in ((${versie}::int, ${sleutel.verder(eerste, 1, versie)}::bytea),
        (${oudste}::int, ${sleutel.verder(eerste, 1, oudste)}::bytea))`.execute(ctx.db)
    gevonden.push(...rows)
  }
  return gevonden
}
