import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { notFound } from '../../../platform/errors.ts'
import { prepared } from '../../../platform/prepared.ts'

export type Regio = {
  id: string
  naam: string
  regelset: string
  contractfaseVanaf: Temporal.PlainDate
  voorbeeld: boolean
}

export type Gemeente = { code: string; naam: string; subregioId: string; subregio: string }

export type Subregio = { id: string; naam: string; gemeenten: { code: string; naam: string }[] }

/** The region of the context. */
export async function findRegio(ctx: Context): Promise<Regio> {
  const { rows } = await sql<Regio>`select id, naam, regelset, contractfase_vanaf, voorbeeld
    from regio where id = ${ctx.regioId}`.execute(ctx.db)
  if (!rows[0]) {
    throw notFound('Deze regio')
  }
  return rows[0]
}

/** Gemeenten in the order of the region, each with its subregio. */
export async function listGemeenten(ctx: Context): Promise<Gemeente[]> {
  const { rows } = await prepared(sql<Gemeente>`select g.code, g.naam, g.subregio_id, s.naam as subregio
    from gemeente g join subregio s on s.regio_id = g.regio_id and s.id = g.subregio_id
    where g.regio_id = ${ctx.regioId} order by s.volgorde, g.volgorde, g.code`).execute(ctx.db)
  return rows
}

/** Subregio's in their own order, with their gemeenten. */
export async function listSubregios(ctx: Context): Promise<Subregio[]> {
  const gemeenten = await listGemeenten(ctx)
  const ids = [...new Set(gemeenten.map(({ subregioId }) => subregioId))]
  return ids.map((id) => {
    const eigen = gemeenten.filter(({ subregioId }) => subregioId === id)
    return { id, naam: eigen[0]!.subregio, gemeenten: eigen.map(({ code, naam }) => ({ code, naam })) }
  })
}

/** People of the region who can be given work, by name. */
export async function listGebruikers(
  ctx: Context,
  rollen: readonly string[],
): Promise<{ id: string; naam: string; functie: string }[]> {
  const { rows } = await sql<{
    id: string
    naam: string
    functie: string
  }>`select g.id, g.naam, g.functie from gebruiker g
    where g.regio_id = ${ctx.regioId} and g.uitgeschakeld_op is null and exists (select from roltoewijzing r
      where r.regio_id = g.regio_id and r.gebruiker_id = g.id and r.rol = any(${rollen}::text[])
        and r.begindatum <= ${ctx.today} and (r.einddatum is null or r.einddatum >= ${ctx.today})
        and r.ingetrokken_op is null)
    order by g.naam collate "nl-x-icu", g.id`.execute(ctx.db)
  return rows
}
