import { sql, type RawBuilder } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { PAGINA, TELGRENS, type Bladzijde, type Lijst } from '../../begrippen/lijst.ts'

export const gebruikersstanden = ['actief', 'uitgenodigd', 'zonder rol', 'uitgeschakeld'] as const
export type Gebruikersstand = (typeof gebruikersstanden)[number]

export type Gebruikerfilter = {
  zoek?: string | undefined
  rol?: string | undefined
  kant?: 'regio' | 'aanbieder' | undefined
  stand?: Gebruikersstand | undefined
}

export type Gebruikerkolom = 'naam' | 'aangemeld'

export type GebruikerInLijst = {
  id: string
  naam: string
  email: string | null
  functie: string
  stand: Gebruikersstand
  laatstAangemeldOp: Temporal.Instant | null
  /** Roles in force, with whom or what they are limited to. */
  rollen: { rol: string; aanbieder: string | null; begrensd: boolean }[]
}

const sorteringen = {
  naam: sql`g.naam collate "nl-x-icu"`,
  aangemeld: sql`g.laatst_aangemeld_op`,
} satisfies Record<Gebruikerkolom, unknown>

/** One page of the people of the region. */
export async function listGebruikersPagina(
  ctx: Context,
  filter: Gebruikerfilter,
  bladzijde: Bladzijde<Gebruikerkolom>,
): Promise<Lijst<GebruikerInLijst>> {
  const waar = voorwaarden(ctx, filter)
  const { rows } = await sql<{ totaal: number }>`select count(*)::int as totaal
    from (select from gebruiker g where ${waar} limit ${TELGRENS + 1}) t`.execute(ctx.db)
  return {
    rijen: await leesPagina(ctx, waar, bladzijde, PAGINA, (bladzijde.pagina - 1) * PAGINA),
    totaal: rows[0]!.totaal,
  }
}

/** All people of a filter, for export. */
export function listAlleGebruikers(ctx: Context, filter: Gebruikerfilter, bladzijde: Bladzijde<Gebruikerkolom>) {
  return leesPagina(ctx, voorwaarden(ctx, filter), bladzijde, null, 0)
}

async function leesPagina(
  ctx: Context,
  waar: RawBuilder<unknown>,
  { sorteer, richting }: Bladzijde<Gebruikerkolom>,
  aantal: number | null,
  vanaf: number,
): Promise<GebruikerInLijst[]> {
  const volgorde = richting === 'af' ? sql`desc nulls last` : sql`asc nulls first`
  const { rows } = await sql<GebruikerInLijst>`select g.id, g.naam, g.email, g.functie, ${stand(ctx)} as stand,
      g.laatst_aangemeld_op,
      (select coalesce(json_agg(json_build_object('rol', r.rol, 'aanbieder', coalesce(a.naam, r.agb),
          'begrensd', r.gemeenten is not null or r.wet is not null or r.categorieen is not null) order by r.rol, r.id), '[]')
        from roltoewijzing r left join aanbieder a on a.regio_id = r.regio_id and a.agb = r.agb
        where r.regio_id = g.regio_id and r.gebruiker_id = g.id and ${geldt(ctx)}) as rollen
    from gebruiker g where ${waar}
    order by ${sorteringen[sorteer]} ${volgorde}, g.id limit ${aantal} offset ${vanaf}`.execute(ctx.db)
  return rows
}

const geldt = (ctx: Context) =>
  sql`r.ingetrokken_op is null and r.begindatum <= ${ctx.today} and (r.einddatum is null or r.einddatum >= ${ctx.today})`

// The first that holds. Who signs in with the account of an organisation was never invited.
const stand = (ctx: Context) => sql`case
  when g.uitgeschakeld_op is not null then 'uitgeschakeld'
  when not exists (select from roltoewijzing r where r.regio_id = g.regio_id and r.gebruiker_id = g.id and ${geldt(ctx)}) then 'zonder rol'
  when exists (select from eenmalige_link l where l.regio_id = g.regio_id and l.gebruiker_id = g.id and l.soort = 'uitnodiging'
    and l.gebruikt_op is null and l.ingetrokken_op is null) then 'uitgenodigd'
  else 'actief' end`

function voorwaarden(ctx: Context, { zoek, rol, kant, stand: gevraagd }: Gebruikerfilter): RawBuilder<unknown> {
  const delen = [sql`g.regio_id = ${ctx.regioId}`]
  if (zoek) {
    const patroon = `%${zoek.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`
    delen.push(sql`(lower(g.naam) like ${patroon} or g.email like ${patroon} or lower(g.functie) like ${patroon})`)
  }
  const metRol = (voorwaarde: RawBuilder<unknown>) =>
    sql`exists (select from roltoewijzing r where r.regio_id = g.regio_id and r.gebruiker_id = g.id and ${geldt(ctx)} and ${voorwaarde})`
  if (rol) delen.push(metRol(sql`r.rol = ${rol}`))
  if (kant) delen.push(metRol(kant === 'aanbieder' ? sql`r.agb is not null` : sql`r.agb is null`))
  if (gevraagd) delen.push(sql`${stand(ctx)} = ${gevraagd}`)
  return sql.join(delen, sql` and `)
}
