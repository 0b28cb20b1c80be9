import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { datumzin } from '../../begrippen/datumzin.ts'
import { gegevenDag } from '../../plan/kalender/berekening.ts'
import { volgBron, type Gevolgd, type Sluiting, type Weg } from '../../plan/kalender/volg-bron.ts'

type Rij = {
  id: string
  aanbiederId: string | null
  tekst: string
  kant: 'regio' | 'aanbieder'
  eigenaarId: string | null
  einddatum: Temporal.PlainDate
  vastgelegd: Temporal.PlainDate
  gesprek: Temporal.PlainDate
}

/**
 * The last day of every action that is not ready yet (GES-16, STM-03); of the aanbieder once the minutes were shared. What was agreed
 * stands below the term and not in its title, for a mail says that and when, never what (besluit 025). In the caller's transaction.
 */
export async function volgActies(ctx: Context, gesprekId?: string): Promise<void> {
  const van = gesprekId === undefined ? sql`` : sql`and t.gesprek_id = ${gesprekId}`
  const { rows } =
    await sql<Rij>`select t.id, t.aanbieder_id, t.tekst, t.kant, t.eigenaar_id, t.einddatum, g.datum as gesprek,
      (t.vastgelegd_op at time zone 'Europe/Amsterdam')::date as vastgelegd
    from actie t join gesprek g on g.regio_id = t.regio_id and g.id = t.gesprek_id
    where t.regio_id = ${ctx.regioId} and t.geaccepteerd_op is null and t.vervallen_op is null and t.gereed_op is null
      and (t.kant = 'regio' or t.gedeeld_op is not null) ${van} order by t.id`.execute(ctx.db)
  let binnen: string[] | undefined
  if (gesprekId !== undefined) {
    const { rows: alle } = await sql<{ id: string }>`select t.id from actie t
      where t.regio_id = ${ctx.regioId} and t.gesprek_id = ${gesprekId}`.execute(ctx.db)
    binnen = alle.map(({ id }) => id)
    if (binnen.length === 0) return
  }
  await volgBron(ctx, 'actie', rows.map(alsTermijn), (weg) => sluit(ctx, weg), binnen)
}

function alsTermijn({ id, aanbiederId, tekst, kant, eigenaarId, einddatum, vastgelegd, gesprek }: Rij): Gevolgd {
  return {
    bronId: id,
    sleutel: 'actie',
    titel: `Actie afronden, afgesproken op ${datumzin(gesprek)}`,
    aard: 'uiterlijk',
    code: null,
    startgebeurtenis: 'de afspraak in het gesprek',
    startdatum: vastgelegd,
    berekend: gegevenDag(einddatum, { regel: 'Afgesproken in het gesprek', bron: null, versie: null }),
    wie: kant === 'aanbieder' ? { kant } : { kant, rol: 'contractmanager', gebruikerId: eigenaarId },
    aanbiederId,
    overeenkomstId: null,
    gevolg: tekst,
    bijVerstrijken: 'maak-termijnbevinding',
  }
}

async function sluit(ctx: Context, weg: readonly Weg[]): Promise<Sluiting[]> {
  const { rows } = await sql<{ id: string; gereed: Temporal.PlainDate | null }>`select w.id,
      (t.gereed_op at time zone 'Europe/Amsterdam')::date as gereed
    from unnest(${weg.map(({ id }) => id)}::uuid[], ${weg.map(({ bronId }) => bronId)}::uuid[]) as w (id, actie_id)
    left join actie t on t.regio_id = ${ctx.regioId} and t.id = w.actie_id and t.vervallen_op is null`.execute(ctx.db)
  return rows.map(({ id, gereed }) => ({
    id,
    op: gereed,
    reden: gereed ? 'Gereed gemeld.' : 'De actie is vervallen.',
  }))
}
