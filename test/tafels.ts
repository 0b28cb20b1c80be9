import { sql } from 'kysely'
import { planOverlegtafel } from '../src/domain/act/overlegtafel/plan-overlegtafel.ts'
import { findOverlegtafel } from '../src/domain/act/overlegtafel/queries.ts'
import { stelOverlegtafelSamen } from '../src/domain/act/overlegtafel/stel-overlegtafel-samen.ts'
import { verstuurUitnodigingen } from '../src/domain/act/overlegtafel/verstuur-uitnodigingen.ts'
import type { TafelInvoer } from '../src/domain/act/overlegtafel/invoer.ts'
import { voegContactpersoonToe } from '../src/domain/plan/aanbieder/bewaar-contactpersoon.ts'
import type { Context } from '../src/platform/context.ts'
import { maakAanbieder, maakOvereenkomst } from './afspraken.ts'

// The first gemeente of each subregio of the trial region.
export const PURMEREND = '0439'
export const OOSTZAAN = '0431'
export const ZAANSTAD = '0479'

type Gegevens = {
  naam?: string
  gemeenten?: string
  medewerkers?: number
  categorie?: string
  tot?: string
  contact?: boolean
}

/** The n-th aanbieder with an overeenkomst, and a contactpersoon unless told otherwise; gives its id. As the command line. */
export async function maakTafelaanbieder(ctx: Context, n: number, gegevens: Gegevens = {}): Promise<string> {
  const {
    naam = `Aanbieder ${n}`,
    gemeenten = PURMEREND,
    medewerkers = 20,
    categorie = '02',
    contact = true,
  } = gegevens
  const agb = String(98_990_000 + n)
  const id = await maakAanbieder(ctx, { agb, kvk: String(99_000_000 + n), naam, medewerkers, grootteklasse: 'klein' })
  await maakOvereenkomst(ctx, {
    overeenkomst: `ZW-${n}`,
    agb,
    gemeenten,
    einddatum: gegevens.tot ?? '2027-12-31',
    productcategorie: categorie,
    productcode: `${categorie}A03`,
    product: 'Begeleiding basis',
    plafondCent: '',
  })
  if (contact) {
    const email = `contact${n}@zorg.example`
    await voegContactpersoonToe(ctx, id, { naam: `Contact ${n}`, functie: '', email, telefoon: '' })
  }
  return id
}

/** So many clients in care at an aanbieder in a gemeente, since 2025. */
export async function maakClienten(ctx: Context, n: number, gemeente: string, aantal: number, categorie = '02') {
  await sql`with c as (insert into client (regio_id, wet, pseudoniem, sleutelversie, label)
      select ${ctx.regioId}, 'wmo', uuid_send(gen_random_uuid()), 1, 'L' || left(gen_random_uuid()::text, 12)
      from generate_series(1, ${aantal}::int) returning id)
    insert into toewijzing (regio_id, wet, gemeente, nummer, client_id, agb, categorie, code, ingangsdatum, ingetrokken, toegewezen_op,
      referentiedatum, gestart_op)
    select ${ctx.regioId}, 'wmo', ${gemeente}, (random() * 2000000000)::int, id, ${String(98_990_000 + n)}, ${categorie}, '02A03',
      '2025-01-01', false, '2025-01-01', '2025-01-01', '2025-01-01' from c`.execute(ctx.db)
}

export const tafelinvoer: TafelInvoer = {
  titel: 'Begeleiding',
  categorieen: ['02'],
  thema: '',
  subregioId: null,
  datum: Temporal.PlainDate.from('2026-12-10'),
  begintijd: '13:30',
  wijze: 'fysiek',
  plaats: 'Stadhuis Purmerend',
}

export function planTafel(ctx: Context, anders: Partial<TafelInvoer> = {}): Promise<string> {
  return planOverlegtafel(ctx, { ...tafelinvoer, ...anders })
}

export async function versieVan(ctx: Context, id: string): Promise<number> {
  return (await findOverlegtafel(ctx, id)).versie
}

/** A table that was composed and invited to; gives its id. As a contractmanager. */
export async function maakUitgenodigd(ctx: Context, anders: Partial<TafelInvoer> = {}): Promise<string> {
  const id = await planTafel(ctx, anders)
  await stelOverlegtafelSamen(ctx, id, await versieVan(ctx, id))
  await verstuurUitnodigingen(ctx, id, await versieVan(ctx, id))
  return id
}
