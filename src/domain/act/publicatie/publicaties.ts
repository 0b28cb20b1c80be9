import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { PAGINA, TELGRENS, type Lijst } from '../../begrippen/lijst.ts'
import { zicht } from '../../rechten/zicht.ts'

export const doelgroepen = {
  iedereen: 'iedereen',
  aanbieders: 'alle aanbieders',
  selectie: 'een keuze van aanbieders',
} as const
export const kanalen = {
  website: 'website',
  mail: 'e-mail',
  post: 'post',
  bijeenkomst: 'bijeenkomst',
  anders: 'anders',
} as const
export type Doelgroep = keyof typeof doelgroepen
export type Kanaal = keyof typeof kanalen

export type Publicatie = {
  id: string
  titel: string
  tekst: string
  doelgroep: Doelgroep
  doelgroepTekst: string
  kanaal: Kanaal
  datum: Temporal.PlainDate
  briefId: string | null
  vastgelegdDoor: string
  ingetrokkenOp: Temporal.Instant | null
}

/** What was told, newest first (COM-01); an aanbieder what was for everybody or for all aanbieders. */
export async function listPublicaties(ctx: Context, pagina: number): Promise<Lijst<Publicatie>> {
  const waar = zicht(ctx).publicatie('p')
  const { rows: aantal } = await sql<{ totaal: number }>`select count(*) as totaal
    from (select from publicatie p where ${waar} limit ${TELGRENS + 1}) as t`.execute(ctx.db)
  const { rows } =
    await sql<Publicatie>`select p.id, p.titel, p.tekst, p.doelgroep, p.doelgroep_tekst, p.kanaal, p.datum, p.brief_id,
      p.vastgelegd_door, p.ingetrokken_op
    from publicatie p where ${waar} order by p.datum desc, p.id desc limit ${PAGINA} offset ${(pagina - 1) * PAGINA}`.execute(
      ctx.db,
    )
  return { rijen: rows, totaal: aantal[0]!.totaal }
}

/** What stands on the page that everybody can read: for everybody, on the website, begun and not withdrawn. */
export async function listNieuws(ctx: Context): Promise<Pick<Publicatie, 'id' | 'titel' | 'tekst' | 'datum'>[]> {
  const { rows } = await sql<Publicatie>`select p.id, p.titel, p.tekst, p.datum from publicatie p
    where p.regio_id = ${ctx.regioId} and p.doelgroep = 'iedereen' and p.kanaal = 'website' and p.ingetrokken_op is null
      and p.datum <= ${ctx.today} order by p.datum desc, p.id desc limit 100`.execute(ctx.db)
  return rows
}

/** A region by the name in an address, before anybody signed in; undefined when there is none. */
export async function findRegioVanSlug(
  db: Context['db'],
  slug: string,
): Promise<{ id: string; naam: string } | undefined> {
  const { rows } = await sql<{ id: string; naam: string }>`select id, naam from regio_van_slug(${slug})`.execute(db)
  return rows[0]
}

/** The name of the running region in an address. */
export async function findSlug(ctx: Context): Promise<string> {
  const { rows } = await sql<{ slug: string }>`select slug from regio where id = ${ctx.regioId}`.execute(ctx.db)
  return rows[0]!.slug
}
