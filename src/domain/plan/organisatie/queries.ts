import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import type { Dienstverlening } from './dienstverlening.ts'
import type { Harmonisatie } from './harmonisatie.ts'
import type { Maatregel } from './maatregel.ts'
import type { Modelversie } from './model.ts'
import type { Advies, Opdracht } from './opdracht.ts'
import type { Samenwerking } from './samenwerking.ts'
import type { Taakgebiedjaar } from './schrijf-taakgebied.ts'

/** Every model that was recorded, of both kinds, newest first. */
export async function listModelversies(ctx: Context): Promise<Modelversie[]> {
  const { rows } =
    await sql<Modelversie>`select m.id, m.soort, m.model, m.centrumgemeente_code as centrumgemeente, m.uitvoerder,
      m.geldig_vanaf, m.besluit, m.reden, m.vastgelegd_op, m.vastgelegd_door
    from organisatiemodel m where m.regio_id = ${ctx.regioId} order by m.geldig_vanaf desc, m.id desc limit 500`.execute(
      ctx.db,
    )
  return rows
}

/** Every measure, those that are open and due first on top. */
export async function listMaatregelen(ctx: Context): Promise<Maatregel[]> {
  const { rows } =
    await sql<Maatregel>`select m.id, m.soort, m.model, m.nadeel_code, m.nadeel, m.maatregel, m.eigenaar_id, g.naam as eigenaar,
      m.uiterlijk, m.vastgelegd_op, m.vastgelegd_door, m.gereed_op, m.vervallen_op, m.afloop, m.gesloten_door
    from modelmaatregel m join gebruiker g on g.regio_id = m.regio_id and g.id = m.eigenaar_id
    where m.regio_id = ${ctx.regioId} order by m.afloop is not null, m.uiterlijk, m.id limit 500`.execute(ctx.db)
  return rows
}

/** Every agreement with a partner, by partner and then the newest first. */
export async function listDienstverlening(ctx: Context): Promise<Dienstverlening[]> {
  const { rows } =
    await sql<Dienstverlening>`select d.id, d.dienstverlener_code as dienstverlener, v.naam as dienstverlener_naam,
      d.gemeente_code as gemeente, p.naam as gemeente_naam, d.reikwijdte, d.begindatum, d.einddatum, d.vindplaats, d.versie,
      d.vastgelegd_op, d.vastgelegd_door, d.beeindigd_op, d.beeindiging_reden
    from dienstverleningsovereenkomst d
    join gemeente v on v.regio_id = d.regio_id and v.code = d.dienstverlener_code
    join gemeente p on p.regio_id = d.regio_id and p.code = d.gemeente_code
    where d.regio_id = ${ctx.regioId} order by p.naam collate "nl-x-icu", d.begindatum desc, d.id desc limit 2000`.execute(
      ctx.db,
    )
  return rows
}

/** Every agreement about working together, newest first. */
export async function listSamenwerking(ctx: Context): Promise<Samenwerking[]> {
  const { rows } =
    await sql<Samenwerking>`select s.id, s.gemeente_code as gemeente, s.met, s.onderwerp, s.tekst, s.vindplaats,
      s.geldig_vanaf, s.vastgelegd_op, s.vastgelegd_door
    from samenwerkingsafspraak s where s.regio_id = ${ctx.regioId} order by s.geldig_vanaf desc, s.id desc limit 5000`.execute(
      ctx.db,
    )
  return rows
}

/** Every version of what is done alike, newest first, each with its gemeenten in the order of the region. */
export async function listHarmonisatie(ctx: Context): Promise<Harmonisatie[]> {
  const { rows } =
    await sql<Harmonisatie>`select h.id, h.onderwerp, h.tekst, h.vindplaats, h.geldig_vanaf, h.vastgelegd_op, h.vastgelegd_door,
      array(select g.gemeente_code from harmonisatieafspraak_gemeente g
        join gemeente e on e.regio_id = g.regio_id and e.code = g.gemeente_code
        join subregio s on s.regio_id = e.regio_id and s.id = e.subregio_id
        where g.regio_id = h.regio_id and g.harmonisatieafspraak_id = h.id order by s.volgorde, e.volgorde, e.code) as gemeenten
    from harmonisatieafspraak h where h.regio_id = ${ctx.regioId} order by h.geldig_vanaf desc, h.id desc limit 1000`.execute(
      ctx.db,
    )
  return rows
}

/** What was planned and reported in a year. */
export async function listTaakgebiedjaren(ctx: Context, jaar: number): Promise<Taakgebiedjaar[]> {
  const { rows } =
    await sql<Taakgebiedjaar>`select id, taakgebied, jaar, plan, uren, verslag, versie, gewijzigd_op, gewijzigd_door
    from taakgebiedjaar where regio_id = ${ctx.regioId} and jaar = ${jaar} order by taakgebied limit 200`.execute(
      ctx.db,
    )
  return rows
}

/** Codes of task areas on which a plan of any year hangs. */
export async function listTaakgebiedcodes(ctx: Context): Promise<Set<string>> {
  const { rows } = await sql<{ taakgebied: string }>`select distinct taakgebied from taakgebiedjaar
    where regio_id = ${ctx.regioId}`.execute(ctx.db)
  return new Set(rows.map(({ taakgebied }) => taakgebied))
}

/** Every assignment of a year, newest first. */
export async function listOpdrachten(ctx: Context, jaar: number): Promise<Opdracht[]> {
  const { rows } = await sql<Opdracht>`select id, jaar, tekst, prioriteiten, gegeven_op, gegeven_door, gegeven_als
    from opdracht where regio_id = ${ctx.regioId} and jaar = ${jaar} order by id desc limit 100`.execute(ctx.db)
  return rows
}

/** What contract management advised on the assignments of a year, newest first. */
export async function listAdviezen(ctx: Context, jaar: number): Promise<Advies[]> {
  const { rows } =
    await sql<Advies>`select a.id, a.opdracht_id, a.tekst, a.gegeven_op, a.gegeven_door from opdracht_advies a
    join opdracht o on o.regio_id = a.regio_id and o.id = a.opdracht_id
    where a.regio_id = ${ctx.regioId} and o.jaar = ${jaar} order by a.id desc limit 100`.execute(ctx.db)
  return rows
}
