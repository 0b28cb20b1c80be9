import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { leesRegels } from '../overeenkomst/lees-regels.ts'
import { berekenMet, gegevenDag, type Berekend } from './berekening.ts'
import { volgBron, type Gevolgd, type Sluiting, type Weg } from './volg-bron.ts'

type Rij = {
  id: string
  nummer: string
  aanbiederId: string | null
  looptTot: Temporal.PlainDate
  verlengd: number
  open: boolean
}

// A decision that was not taken in time cannot be taken any more: it stays to be seen for a month, and then only the end is left.
const NOG_TE_ZIEN = { days: 31 }

/** The last day to decide on the next extension (CTR-10), and the end of every overeenkomst that runs. */
export async function volgOvereenkomsten(ctx: Context): Promise<void> {
  const { rows } =
    await sql<Rij>`select id, nummer, aanbieder_id, loopt_tot, verlengd, niet_verlengd_op is null and verlengd < verlengingen as open
    from overeenkomst where regio_id = ${ctx.regioId} and loopt_tot >= ${ctx.today}`.execute(ctx.db)
  const beslisdag = await maakBeslisdag(ctx)
  const grens = ctx.today.subtract(NOG_TE_ZIEN)
  const verlengingen = rows
    .flatMap((rij) => (rij.open ? [verlenging(rij, beslisdag(rij.looptTot))] : []))
    .filter(({ berekend }) => Temporal.PlainDate.compare(berekend.einddatum, grens) >= 0)
  await volgBron(ctx, 'verlenging', verlengingen, (weg) => sluitVerlengingen(ctx, weg))
  await volgBron(
    ctx,
    'einde',
    rows.map((rij) => einde(rij, rij.open && kanNog(beslisdag(rij.looptTot), ctx))),
    (weg) => Promise.resolve(sluitEinden(ctx, weg)),
  )
}

// Many end on the same day, and then the last day to decide is the same too.
async function maakBeslisdag(ctx: Context) {
  const { opzegtermijn, kalender, bronnen } = await leesRegels(ctx)
  const versie = `verlenging, versie ${bronnen.verlenging.versie}`
  const bekend = new Map<string, Berekend & { code: string; startgebeurtenis: string }>()
  return (looptTot: Temporal.PlainDate) => {
    const gevonden = bekend.get(looptTot.toString())
    if (gevonden) return gevonden
    const { code, naam, bron, startgebeurtenis } = opzegtermijn
    const nieuw = {
      code,
      startgebeurtenis,
      ...berekenMet(opzegtermijn, looptTot, kalender, { regel: naam, bron, versie }),
    }
    bekend.set(looptTot.toString(), nieuw)
    return nieuw
  }
}

function verlenging(
  { id, nummer, aanbiederId, looptTot, verlengd }: Rij,
  { code, startgebeurtenis, ...berekend }: Berekend & { code: string; startgebeurtenis: string },
): Gevolgd {
  return {
    bronId: id,
    sleutel: `optie ${verlengd + 1}`,
    titel: `Verlengen of niet: ${nummer}`,
    aard: 'uiterlijk',
    code,
    startgebeurtenis,
    startdatum: looptTot,
    berekend,
    wie: { kant: 'regio', rol: 'contracteigenaar' },
    aanbiederId,
    overeenkomstId: id,
    gevolg: 'Zonder besluit eindigt de overeenkomst vanzelf op haar laatste dag.',
  }
}

function kanNog({ einddatum }: Berekend, { today }: Context): boolean {
  return Temporal.PlainDate.compare(einddatum, today) >= 0
}

function einde({ id, nummer, aanbiederId, looptTot }: Rij, verlengbaar: boolean): Gevolgd {
  return {
    bronId: id,
    sleutel: 'einde',
    titel: `Overeenkomst ${nummer} eindigt`,
    aard: 'moment',
    code: null,
    startgebeurtenis: 'laatste dag van de lopende overeenkomst',
    startdatum: looptTot,
    berekend: gegevenDag(looptTot, {
      regel: 'Laatste dag met de verlengingen die zijn gebruikt',
      bron: null,
      versie: null,
    }),
    wie: { kant: 'regio', rol: 'contractmanager' },
    aanbiederId,
    overeenkomstId: id,
    gevolg: verlengbaar
      ? 'Verlengen kan nog: zie de laatste dag om daarover te beslissen.'
      : 'De ondersteuning moet dan zijn overgedragen of afgerond.',
  }
}

// Decided: on the day of the last decision. Not there any more, or ended without one: it asks nothing now.
async function sluitVerlengingen(ctx: Context, weg: readonly Weg[]): Promise<Sluiting[]> {
  const { rows } = await sql<{ id: string; besloten: Temporal.PlainDate | null }>`
    select w.id, (select max(b.besluitdatum) from overeenkomst o
        join verlengingsbesluit b on b.regio_id = o.regio_id and b.overeenkomst_id = o.id and b.besluit <> 'intrekken'
        where o.regio_id = ${ctx.regioId} and o.id = w.bron_id::uuid and b.optie = w.optie
          and (o.verlengd >= w.optie or o.niet_verlengd_op is not null)) as besloten
    from unnest(${weg.map(({ id }) => id)}::uuid[], ${weg.map(({ bronId }) => bronId)}::text[],
      ${weg.map(({ sleutel }) => Number(sleutel.replace('optie ', '')))}::int[]) as w (id, bron_id, optie)`.execute(
    ctx.db,
  )
  return rows.map(({ id, besloten }) => ({
    id,
    op: besloten,
    reden: besloten ? 'Er is besloten.' : 'Over deze verlenging is niet meer te besluiten.',
  }))
}

function sluitEinden(ctx: Context, weg: readonly Weg[]): Sluiting[] {
  return weg.map(({ id, einddatum }) =>
    Temporal.PlainDate.compare(einddatum, ctx.today) < 0
      ? { id, op: einddatum, reden: 'De overeenkomst is geëindigd.' }
      : { id, op: null, reden: 'De overeenkomst is er niet meer.' },
  )
}
