import { sql } from 'kysely'
import { leesAanbiedersIn } from '../src/domain/plan/aanbieder/lees-aanbieders-in.ts'
import { maakGebruiker } from '../src/domain/plan/inrichting/maak-gebruiker.ts'
import { leesOvereenkomstenIn } from '../src/domain/plan/overeenkomst/lees-overeenkomsten-in.ts'
import type { Rol } from '../src/domain/rechten.ts'
import type { Context } from '../src/platform/context.ts'

const aanbieder = {
  agb: '98990101',
  kvk: '99331200',
  naam: 'Stichting Veenlicht',
  rechtsvorm: 'stichting',
  plaats: 'Purmerend',
  grootteklasse: 'groot',
  medewerkers: 343,
  contractVan: '2024-01-01',
}

const overeenkomst = {
  overeenkomst: 'ZW-HO-001',
  agb: aanbieder.agb,
  onderwerp: 'Huishoudelijke ondersteuning',
  begindatum: '2024-01-01',
  einddatum: '2027-12-31',
  verlengingen: 2,
  verlengingMaanden: 12,
  gemeenten: '0439,0385',
  productcategorie: '01',
  productcode: '01A03',
  product: 'Huishoudelijke ondersteuning basis',
  eenheidTarief: '04',
  eenheidDeclaratie: '04',
  jaar: 2026,
  tariefCent: 3759,
  plafondCent: 41_000_000 as number | '',
}

/** An aanbieder by way of the CSV reader; gives its id. */
export async function maakAanbieder(ctx: Context, gegevens: Partial<typeof aanbieder> = {}): Promise<string> {
  const alles = { ...aanbieder, ...gegevens }
  await leesAanbiedersIn(ctx, csv(alles))
  const { rows } = await sql<{
    id: string
  }>`select id from aanbieder where regio_id = ${ctx.regioId} and agb = ${alles.agb}`.execute(ctx.db)
  return rows[0]!.id
}

/** An overeenkomst by way of the CSV reader; gives its id. */
export async function maakOvereenkomst(ctx: Context, gegevens: Partial<typeof overeenkomst> = {}): Promise<string> {
  const alles = { ...overeenkomst, ...gegevens }
  const { fouten } = await leesOvereenkomstenIn(ctx, csv(alles))
  if (fouten.length > 0) {
    throw new Error(JSON.stringify(fouten))
  }
  const { rows } = await sql<{ id: string }>`select id from overeenkomst
    where regio_id = ${ctx.regioId} and nummer = ${alles.overeenkomst}`.execute(ctx.db)
  return rows[0]!.id
}

export function maakPersoon(ctx: Context, naam: string, rol: Rol = 'contractmanager'): Promise<string> {
  return maakGebruiker(ctx, { naam, functie: '', rol, voorbeeld: false })
}

function csv(rij: Record<string, string | number>) {
  return Buffer.from(`${Object.keys(rij).join(';')}\n${Object.values(rij).join(';')}\n`)
}

/** What changed according to the audit trail, oldest first. */
export async function leesGebeurtenissen(ctx: Context, soort: string) {
  const { rows } = await sql<{
    waarden: string
  }>`select w.waarden from audit_regel r join audit_waarden w using (regio_id, volgnr)
    where r.regio_id = ${ctx.regioId} and r.soort = ${soort} order by r.volgnr`.execute(ctx.db)
  return rows.map(({ waarden }) => JSON.parse(waarden) as Record<string, unknown>)
}

/** The same context as a person with this role, who stands in the region's register of users. */
export async function alsPersoon(ctx: Context, naam: string, rol: Rol): Promise<Context> {
  const id = await maakPersoon(ctx, naam, rol)
  return { ...ctx, actor: { soort: 'gebruiker', id, naam, rollen: [{ rol, agb: null }], agb: null } }
}
