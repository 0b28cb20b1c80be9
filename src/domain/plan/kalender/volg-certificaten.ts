import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { gegevenDag } from './berekening.ts'
import { volgBron, type Gevolgd, type Sluiting, type Weg } from './volg-bron.ts'

type Rij = { id: string; naam: string; geldigTot: Temporal.PlainDate; aanbiederId: string }

// A certificate that expired longer ago is a finding, not a date.
const TERUG = { years: 1 }

/** The last day of every quality certificate that no other takes over from (CTR-13): by then the aanbieder delivers the new one. */
export async function volgCertificaten(ctx: Context): Promise<void> {
  const { rows } = await sql<Rij>`select c.id, c.naam, c.geldig_tot, c.aanbieder_id from certificaat c
    where c.regio_id = ${ctx.regioId} and c.geldig_tot >= ${ctx.today.subtract(TERUG)}
      and not exists (select from certificaat n where n.regio_id = c.regio_id and n.aanbieder_id = c.aanbieder_id
        and lower(n.naam) = lower(c.naam) and n.geldig_tot > c.geldig_tot
        and (n.geldig_van <= ${ctx.today} or n.geldig_van <= c.geldig_tot + 1))`.execute(ctx.db)
  await volgBron(ctx, 'certificaat', rows.map(alsTermijn), (weg) => sluit(ctx, weg))
}

function alsTermijn({ id, naam, geldigTot, aanbiederId }: Rij): Gevolgd {
  return {
    bronId: id,
    sleutel: 'geldig tot',
    titel: `Nieuw certificaat ${naam} aanleveren`,
    aard: 'uiterlijk',
    code: null,
    startgebeurtenis: 'laatste dag van het certificaat',
    startdatum: geldigTot,
    berekend: gegevenDag(geldigTot, { regel: 'Laatste dag van het certificaat', bron: null, versie: null }),
    wie: { kant: 'aanbieder' },
    aanbiederId,
    overeenkomstId: null,
    gevolg: 'Daarna is het certificaat verlopen en komt er een bevinding.',
  }
}

// Gone because another took over: done today. Gone because it was taken away: it asks nothing.
async function sluit(ctx: Context, weg: readonly Weg[]): Promise<Sluiting[]> {
  const { rows } = await sql<{ id: string }>`select id from certificaat
    where regio_id = ${ctx.regioId} and id = any(${weg.map(({ bronId }) => bronId)}::uuid[])`.execute(ctx.db)
  const er = new Set(rows.map(({ id }) => id))
  const grens = ctx.today.subtract(TERUG)
  return weg.map(({ id, bronId, einddatum }) =>
    !er.has(bronId)
      ? { id, op: null, reden: 'Het certificaat staat er niet meer.' }
      : Temporal.PlainDate.compare(einddatum, grens) < 0
        ? { id, op: null, reden: 'Het certificaat is langer dan een jaar verlopen.' }
        : { id, op: ctx.today, reden: 'Er is een nieuw certificaat.' },
  )
}
