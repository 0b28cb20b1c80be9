import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { zonderVervolg, type Dienstverlening } from '../organisatie/dienstverlening.ts'
import { listDienstverlening, listMaatregelen } from '../organisatie/queries.ts'
import { maatregelstand } from '../organisatie/maatregel.ts'
import { gegevenDag } from './berekening.ts'
import { volgBron, type Gevolgd, type Sluiting, type Weg } from './volg-bron.ts'

// What ended longer ago asks nothing of anybody any more.
const TERUG = { years: 1 }

/** The end of what a centrumgemeente does for each partner (ORG-06), and the last day of every measure that is open (ORG-08). */
export async function volgOrganisatie(ctx: Context): Promise<void> {
  await volgBron(ctx, 'dienstverlening', await leesEinden(ctx), (weg) => sluitEinden(ctx, weg))
  await volgBron(ctx, 'modelmaatregel', await leesMaatregelen(ctx), (weg) => sluitMaatregelen(ctx, weg))
}

async function leesEinden(ctx: Context): Promise<Gevolgd[]> {
  const paren = Map.groupBy(
    await listDienstverlening(ctx),
    ({ dienstverlener, gemeente }) => `${dienstverlener} ${gemeente}`,
  )
  const grens = ctx.today.subtract(TERUG)
  return [...paren.values()]
    .flatMap((overeenkomsten) => zonderVervolg(overeenkomsten, ctx.today))
    .filter(({ einddatum }) => Temporal.PlainDate.compare(einddatum!, grens) >= 0)
    .map((overeenkomst) => einde(overeenkomst, overeenkomst.einddatum!))
}

function einde({ id, gemeenteNaam }: Dienstverlening, tot: Temporal.PlainDate): Gevolgd {
  return {
    bronId: id,
    sleutel: 'einde',
    titel: `Dienstverleningsovereenkomst met ${gemeenteNaam} vernieuwen`,
    aard: 'uiterlijk',
    code: null,
    startgebeurtenis: 'laatste dag van de dienstverleningsovereenkomst',
    startdatum: tot,
    berekend: gegevenDag(tot, { regel: 'Laatste dag van de dienstverleningsovereenkomst', bron: null, versie: null }),
    wie: { kant: 'regio', rol: 'contractbeheerder' },
    aanbiederId: null,
    overeenkomstId: null,
    gevolg: `Daarna voert de centrumgemeente voor ${gemeenteNaam} uit zonder overeenkomst.`,
  }
}

async function leesMaatregelen(ctx: Context): Promise<Gevolgd[]> {
  return (await listMaatregelen(ctx))
    .filter((maatregel) => ['loopt', 'te laat'].includes(maatregelstand(maatregel, ctx.today)))
    .map(({ id, maatregel, nadeel, eigenaarId, uiterlijk }) => ({
      bronId: id,
      sleutel: 'uiterlijk',
      titel: `Maatregel uitvoeren: ${maatregel}`.slice(0, 200),
      aard: 'uiterlijk',
      code: null,
      startgebeurtenis: 'laatste dag van de maatregel',
      startdatum: uiterlijk,
      berekend: gegevenDag(uiterlijk, { regel: 'Afgesproken bij de maatregel', bron: null, versie: null }),
      wie: { kant: 'regio', rol: 'functioneel beheerder', gebruikerId: eigenaarId },
      aanbiederId: null,
      overeenkomstId: null,
      gevolg: `Dan blijft dit nadeel bestaan: ${nadeel}`,
    }))
}

// Another took over: done today. Gone for another reason: it asks nothing.
async function sluitEinden(ctx: Context, weg: readonly Weg[]): Promise<Sluiting[]> {
  const alle = await listDienstverlening(ctx)
  return weg.map(({ id, bronId }) => {
    const deze = alle.find((een) => een.id === bronId)
    if (!deze?.einddatum) return { id, op: null, reden: 'De overeenkomst heeft geen laatste dag meer.' }
    const zelfde = alle.filter((een) => een.dienstverlener === deze.dienstverlener && een.gemeente === deze.gemeente)
    return zonderVervolg(zelfde, ctx.today).some((een) => een.id === bronId)
      ? { id, op: null, reden: 'De overeenkomst is langer dan een jaar voorbij.' }
      : { id, op: ctx.today, reden: 'Er is een nieuwe overeenkomst.' }
  })
}

async function sluitMaatregelen(ctx: Context, weg: readonly Weg[]): Promise<Sluiting[]> {
  const { rows } = await sql<{
    id: string
    gereedOp: Temporal.PlainDate | null
  }>`select id, gereed_op from modelmaatregel
    where regio_id = ${ctx.regioId} and id = any(${weg.map(({ bronId }) => bronId)}::uuid[])`.execute(ctx.db)
  const gereed = new Map(rows.map(({ id, gereedOp }) => [id, gereedOp]))
  return weg.map(({ id, bronId }) => {
    const op = gereed.get(bronId) ?? null
    return { id, op, reden: op ? 'De maatregel is uitgevoerd.' : 'De maatregel is vervallen.' }
  })
}
