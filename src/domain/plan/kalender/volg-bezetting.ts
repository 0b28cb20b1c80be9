import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { Taken } from '../bezetting/taken.ts'
import { leesRegelset } from '../inrichting/lees-regelset.ts'
import { leesInhoud } from '../inrichting/regelset-inhoud.ts'
import { gegevenDag } from './berekening.ts'
import { volgBron, type Gevolgd, type Sluiting, type Weg } from './volg-bron.ts'

/** The last day of every mandate and substitution that ends by itself. */
export async function volgBezetting(ctx: Context): Promise<void> {
  const sluit = (weg: readonly Weg[]) => Promise.resolve(sluitMomenten(ctx, weg))
  await volgBron(ctx, 'mandaat', await leesMandaten(ctx), sluit)
  await volgBron(ctx, 'waarneming', await leesWaarnemingen(ctx), sluit)
}

async function leesMandaten(ctx: Context): Promise<Gevolgd[]> {
  const { taken } = leesInhoud(Taken, (await leesRegelset(ctx, 'taken', ctx.today)).inhoud)
  const { rows } = await sql<{ id: string; taak: string; rol: string; geldigTot: Temporal.PlainDate }>`
    select id, taak, rol, geldig_tot from mandaat
    where regio_id = ${ctx.regioId} and ingetrokken_op is null and geldig_tot >= ${ctx.today}`.execute(ctx.db)
  return rows.map(({ id, taak, rol, geldigTot }) => ({
    ...moment(geldigTot, 'laatste dag van het mandaat'),
    bronId: id,
    titel: `Mandaat van ${rol} eindigt: ${taken.find(({ code }) => code === taak)?.naam ?? taak}`,
    wie: { kant: 'regio', rol: 'functioneel beheerder' },
    gevolg: 'Daarna besluit weer de rol die de taakverdeling noemt.',
  }))
}

async function leesWaarnemingen(ctx: Context): Promise<Gevolgd[]> {
  const { rows } = await sql<{
    id: string
    gebruikerId: string
    van: string
    door: string
    einddatum: Temporal.PlainDate
  }>`
    select w.id, w.gebruiker_id, g.naam as van, n.naam as door, w.einddatum from waarneming w
    join gebruiker g on g.regio_id = w.regio_id and g.id = w.gebruiker_id
    join gebruiker n on n.regio_id = w.regio_id and n.id = w.waarnemer_id
    where w.regio_id = ${ctx.regioId} and w.beeindigd_op is null and w.einddatum >= ${ctx.today}`.execute(ctx.db)
  return rows.map(({ id, gebruikerId, van, door, einddatum }) => ({
    ...moment(einddatum, 'laatste dag van de waarneming'),
    bronId: id,
    titel: `Waarneming van ${van} door ${door} eindigt`,
    wie: { kant: 'regio', rol: 'contractmanager', gebruikerId },
    gevolg: `Daarna heeft ${door} de rollen van ${van} niet meer.`,
  }))
}

function moment(dag: Temporal.PlainDate, gebeurtenis: string) {
  return {
    sleutel: 'einde',
    aard: 'moment' as const,
    code: null,
    startgebeurtenis: gebeurtenis,
    startdatum: dag,
    berekend: gegevenDag(dag, {
      regel: gebeurtenis.charAt(0).toUpperCase() + gebeurtenis.slice(1),
      bron: null,
      versie: null,
    }),
    aanbiederId: null,
    overeenkomstId: null,
  }
}

function sluitMomenten(ctx: Context, weg: readonly Weg[]): Sluiting[] {
  return weg.map(({ id, einddatum }) =>
    Temporal.PlainDate.compare(einddatum, ctx.today) < 0
      ? { id, op: einddatum, reden: 'De laatste dag is voorbij.' }
      : { id, op: null, reden: 'Eerder ingetrokken of beëindigd.' },
  )
}
