import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { notFound } from '../../../platform/errors.ts'
import { listRolbundels } from '../organisatie/list-rolbundels.ts'

export type Rolstand = 'nu' | 'straks' | 'voorbij'

export type RolVan = {
  id: string
  rol: string
  agb: string | null
  aanbieder: string | null
  gemeenten: string[] | null
  /** Names in the order of `gemeenten`. */
  gemeentenamen: string[] | null
  wet: 'wmo' | 'jw' | null
  categorieen: string[] | null
  begindatum: Temporal.PlainDate
  einddatum: Temporal.PlainDate | null
  toegekendDoor: string | null
  ingetrokkenOp: Temporal.Instant | null
  ingetrokkenDoor: string | null
  stand: Rolstand
}

/** The roles of a person: those in force first, then what is to come, then what is past. */
export async function listRollen(ctx: Context, gebruikerId: string): Promise<RolVan[]> {
  const { rows } = await sql<RolVan>`select r.id, r.rol, r.agb, a.naam as aanbieder, r.gemeenten,
      (select array_agg(g.naam order by array_position(r.gemeenten, g.code)) from gemeente g
        where g.regio_id = r.regio_id and g.code = any(r.gemeenten)) as gemeentenamen,
      r.wet, r.categorieen, r.begindatum, r.einddatum, r.toegekend_door, r.ingetrokken_op, r.ingetrokken_door, s.stand
    from roltoewijzing r
    left join aanbieder a on a.regio_id = r.regio_id and a.agb = r.agb
    cross join lateral (select case when r.ingetrokken_op is not null or r.einddatum < ${ctx.today} then 'voorbij'
      when r.begindatum > ${ctx.today} then 'straks' else 'nu' end as stand) s
    where r.regio_id = ${ctx.regioId} and r.gebruiker_id = ${gebruikerId}
    order by s.stand, r.begindatum, r.id`.execute(ctx.db)
  return rows
}

export type Gebruiker = {
  id: string
  naam: string
  email: string | null
  functie: string
  voorbeeld: boolean
  uitgeschakeldOp: Temporal.Instant | null
  laatstAangemeldOp: Temporal.Instant | null
  /** Signs in with password and second factor. */
  account: boolean
  sleutels: number
  sessies: number
  uitnodigingTot: Temporal.Instant | null
}

/** One person. Throws 404. */
export async function findGebruiker(ctx: Context, id: string): Promise<Gebruiker> {
  const { rows } = await sql<Gebruiker>`select g.id, g.naam, g.email, g.functie, g.voorbeeld, g.uitgeschakeld_op,
      g.laatst_aangemeld_op, a.gebruiker_id is not null as account,
      (select count(*)::int from toegangssleutel t where t.regio_id = g.regio_id and t.gebruiker_id = g.id) as sleutels,
      (select count(*)::int from sessie s where s.regio_id = g.regio_id and s.gebruiker_id = g.id and s.beeindigd_op is null
        and s.verloopt_op > ${ctx.now}) as sessies,
      (select max(l.geldig_tot) from eenmalige_link l where l.regio_id = g.regio_id and l.gebruiker_id = g.id
        and l.soort = 'uitnodiging' and l.gebruikt_op is null and l.ingetrokken_op is null) as uitnodiging_tot
    from gebruiker g left join account a on a.regio_id = g.regio_id and a.gebruiker_id = g.id
    where g.regio_id = ${ctx.regioId} and g.id = ${id}`.execute(ctx.db)
  if (!rows[0]) throw notFound('Deze gebruiker')
  return rows[0]
}

export type Mailstand = {
  id: string
  soort: string
  gevraagdOp: Temporal.Instant
  verzondenOp: Temporal.Instant | null
  mislukt: boolean
  fout: string | null
  pogingen: number
}

/** The last mails to a person, the newest first. */
export async function listMails(ctx: Context, gebruikerId: string, aantal: number): Promise<Mailstand[]> {
  const { rows } = await sql<Mailstand>`select id, soort, gevraagd_op, verzonden_op, mislukt_op is not null as mislukt,
      laatste_fout as fout, pogingen
    from mail where regio_id = ${ctx.regioId} and gebruiker_id = ${gebruikerId}
    order by gevraagd_op desc, id desc limit ${aantal}`.execute(ctx.db)
  return rows
}

/** What a role can be limited to here, and the bundles of roles that go with the function model. */
export async function listGrenskeuzes(ctx: Context) {
  const gemeenten = await sql<{ code: string; naam: string }>`select code, naam from gemeente
    where regio_id = ${ctx.regioId} order by naam collate "nl-x-icu"`.execute(ctx.db)
  const categorieen = await sql<{ categorie: string }>`select distinct categorie from product
    where regio_id = ${ctx.regioId} order by categorie`.execute(ctx.db)
  const aanbieders = await sql<{ agb: string; naam: string }>`select agb, naam from aanbieder
    where regio_id = ${ctx.regioId} order by naam collate "nl-x-icu", agb`.execute(ctx.db)
  return {
    gemeenten: gemeenten.rows,
    categorieen: categorieen.rows.map(({ categorie }) => categorie),
    aanbieders: aanbieders.rows,
    rolbundels: await listRolbundels(ctx),
  }
}

/** The id of who has this e-mail address. */
export async function findGebruikerOpEmail(ctx: Context, email: string): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`select id from gebruiker
    where regio_id = ${ctx.regioId} and email = ${email}`.execute(ctx.db)
  return rows[0]?.id
}

/** How many people can manage people now. */
export async function countBeheerders(ctx: Context): Promise<number> {
  const { rows } = await sql<{
    aantal: number
  }>`select count(distinct r.gebruiker_id)::int as aantal from roltoewijzing r
    join gebruiker g on g.regio_id = r.regio_id and g.id = r.gebruiker_id and g.uitgeschakeld_op is null
    where r.regio_id = ${ctx.regioId} and r.rol = 'functioneel beheerder' and r.ingetrokken_op is null
      and r.begindatum <= ${ctx.today} and (r.einddatum is null or r.einddatum >= ${ctx.today})`.execute(ctx.db)
  return rows[0]!.aantal
}
