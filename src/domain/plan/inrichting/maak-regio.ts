import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { recordEvent } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import { conflict, invalid } from '../../../platform/errors.ts'
import { inTransaction, narrow } from '../../../platform/transaction.ts'
import { authorize } from '../../rechten.ts'
import { Regiobestand, regiofouten } from './regio-bestand.ts'
import { Contractfase, eigenDelen, Regelset, type Regelsetdeel } from './regelset.ts'

const REGELSETS = join(import.meta.dirname, '../../../../db/regelsets')

/**
 * Makes a region from regio.json: its keys, subregio's, gemeenten and its own copy of the regelset. Throws 422 when the file is
 * wrong and 409 when the name exists. `ctx.regioId` is not used: the new region gets an id of its own.
 */
export async function maakRegio(
  buiten: Omit<Context, 'regioId'>,
  invoer: unknown,
  { voorbeeld = false }: { voorbeeld?: boolean } = {},
): Promise<{ regioId: string; naam: string }> {
  const gelezen = Regiobestand.safeParse(invoer)
  if (!gelezen.success) {
    throw invalid(regiofouten(gelezen.error))
  }
  const regio = gelezen.data
  const regelset = await leesRegelsetbestand(regio.regelset)
  const regioId = randomUUID()

  return inTransaction({ ...buiten, regioId }, async (ctx) => {
    await authorize(ctx, 'inrichting:wijzigen')
    // A running transaction (a test, the demonstration region) is joined: it goes on as the new region.
    await narrow(ctx)
    const contractfaseVanaf = regio.contractfaseVanaf ?? standaardContractfase(regelset)
    const { rows } = await sql`insert into regio (id, naam, regelset, contractfase_vanaf, voorbeeld)
      values (${regioId}, ${regio.naam}, ${regio.regelset}, ${contractfaseVanaf}, ${voorbeeld})
      on conflict (naam) do nothing returning id`.execute(ctx.db)
    if (rows.length === 0) {
      throw conflict(`Er is al een regio met de naam ${regio.naam}. Kies een andere naam.`)
    }
    ctx.sleutels.maak(regioId)
    await insertSubregios(ctx, regio.subregios)
    await insertRegelset(ctx, regelset)
    await recordEvent(ctx, {
      soort: 'regio:aangemaakt',
      onderwerp: { type: 'regio', id: regioId },
      gegevens: { ...regio, contractfaseVanaf },
    })
    return { regioId, naam: regio.naam }
  })
}

/** A shipped regelset, checked. Throws 422 when there is none of that name. */
export async function leesRegelsetbestand(code: string) {
  const tekst = await readFile(join(REGELSETS, `${code}.json`), 'utf8').catch(() => {
    throw invalid(`De regelset ${code} bestaat niet. Kies een regelset uit de map db/regelsets.`)
  })
  const regelset = Regelset.parse(JSON.parse(tekst))
  for (const { deel, inhoud } of regelset.delen) {
    if (deel in eigenDelen) {
      eigenDelen[deel as keyof typeof eigenDelen].parse(inhoud)
    }
  }
  return regelset
}

function standaardContractfase({ delen }: Regelset): string {
  return Contractfase.parse(delen.find(({ deel }) => deel === 'contractfase')?.inhoud).contractfaseVanaf
}

async function insertSubregios(ctx: Context, subregios: Regiobestand['subregios']) {
  for (const [volgorde, { naam, gemeenten }] of subregios.entries()) {
    await sql`with nieuw as (
        insert into subregio (regio_id, naam, volgorde) values (${ctx.regioId}, ${naam}, ${volgorde}) returning id)
      insert into gemeente (regio_id, code, naam, subregio_id, volgorde)
      select ${ctx.regioId}, g.code, g.naam, nieuw.id, g.volgorde
      from nieuw, unnest(${gemeenten.map(({ code }) => code)}::text[], ${gemeenten.map(({ naam }) => naam)}::text[])
        with ordinality as g (code, naam, volgorde)`.execute(ctx.db)
  }
}

/** Stores these parts as versions of the region. */
export async function insertRegelset(ctx: Context, { delen }: { delen: Regelsetdeel[] }) {
  for (const { deel, versie, geldigVanaf, bron, inhoud } of delen) {
    await sql`insert into regelsetdeel (regio_id, deel, versie, geldig_vanaf, bron, inhoud, vastgelegd_op, vastgelegd_door)
      values (${ctx.regioId}, ${deel}, ${versie}, ${geldigVanaf}, ${bron},
        ${JSON.stringify(inhoud)}::jsonb, ${ctx.now}, ${ctx.actor.naam})`.execute(ctx.db)
  }
}
