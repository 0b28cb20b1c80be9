import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { notFound } from '../../../platform/errors.ts'
import { zicht } from '../../rechten/zicht.ts'
import type { Hoedanigheid } from './aanwezigen.ts'
import type { Niveau, Vulling } from './gespreksregels.ts'
import type { Gespreksstand, Momenten } from './gespreksstand.ts'
import type { Antwoord, Wijze } from './gesprek.ts'
import type { Puntbron } from './agenda.ts'

export type Gesprek = Momenten & {
  id: string
  soort: string
  titel: string
  teltMee: boolean
  regelsetdeelId: string
  aanbiederId: string | null
  aanbieder: string | null
  agb: string | null
  gemeenteCode: string | null
  gemeente: string | null
  datum: Temporal.PlainDate
  begintijd: string
  eindtijd: string
  plaats: string
  wijze: Wijze
  eigenaarId: string
  eigenaar: string
  /** The case it is held for. */
  escalatieId: string | null
  volgnummer: number
  versie: number
  stand: Gespreksstand
  geplandOp: Temporal.Instant
  geplandDoor: string
  uitgenodigdOp: Temporal.Instant | null
  rapportageUiterlijk: Temporal.PlainDate | null
  rapportageIngediendOp: Temporal.Instant | null
  rapportageIngediendDoor: string | null
  verslagUiterlijk: Temporal.PlainDate | null
  reactieUiterlijk: Temporal.PlainDate | null
  annuleringReden: string | null
}

const kolommen = sql`g.id, g.soort, g.titel, g.telt_mee, g.regelsetdeel_id, g.aanbieder_id, a.naam as aanbieder, g.agb,
  g.gemeente_code, m.naam as gemeente, g.datum, g.begintijd, g.eindtijd, g.plaats, g.wijze, g.eigenaar_id, e.naam as eigenaar, g.escalatie_id,
  g.volgnummer, g.versie, g.stand, g.gepland_op, g.gepland_door, g.uitgenodigd_op, g.rapportage_gevraagd_op,
  g.rapportage_uiterlijk, g.rapportage_ingediend_op, g.rapportage_ingediend_door, g.voorbereid_op, g.gehouden_op,
  g.verslag_uiterlijk, g.verslag_begonnen_op, g.gedeeld_op, g.reactie_uiterlijk, g.definitief_op, g.geannuleerd_op,
  g.annulering_reden`

/** One meeting; 404 when it is not there or may not be seen. */
export function findGesprek(ctx: Context, id: string): Promise<Gesprek> {
  return lees(ctx, id, sql``)
}

/** The same, and nobody else decides on it until the end of the transaction. */
export function lockGesprek(ctx: Context, id: string): Promise<Gesprek> {
  return lees(ctx, id, sql`for update of g`)
}

async function lees(ctx: Context, id: string, slot: ReturnType<typeof sql>): Promise<Gesprek> {
  const { rows } = await sql<Gesprek>`select ${kolommen}
    from gesprek g
    left join aanbieder a on a.regio_id = g.regio_id and a.id = g.aanbieder_id
    left join gemeente m on m.regio_id = g.regio_id and m.code = g.gemeente_code
    join gebruiker e on e.regio_id = g.regio_id and e.id = g.eigenaar_id
    where ${zicht(ctx).gesprek('g')} and g.id = ${id} ${slot}`.execute(ctx.db)
  if (!rows[0]) throw notFound('Dit gesprek')
  return rows[0]
}

export type Deelnemer = {
  id: string
  hoedanigheid: Hoedanigheid
  gebruikerId: string | null
  contactpersoonId: string | null
  naam: string
  functie: string
  heeftMail: boolean
  antwoord: Antwoord | null
  antwoordToelichting: string
  antwoordOp: Temporal.Instant | null
  antwoordDoor: string | null
  aanwezig: boolean | null
  /** The newest mail to this person. */
  bericht: 'onderweg' | 'verzonden' | 'mislukt' | null
}

/** Who is asked, in the order in which minutes name them. */
export async function listDeelnemers(ctx: Context, gesprekId: string): Promise<Deelnemer[]> {
  const { rows } =
    await sql<Deelnemer>`select d.id, d.hoedanigheid, d.gebruiker_id, d.contactpersoon_id, d.naam, d.functie,
      coalesce(u.email, d.email) <> '' as heeft_mail, d.antwoord, d.antwoord_toelichting, d.antwoord_op, d.antwoord_door, d.aanwezig,
      (select case when b.verzonden_op is not null then 'verzonden' when b.mislukt_op is not null then 'mislukt' else 'onderweg' end
        from gesprek_bericht b where b.regio_id = d.regio_id and b.deelnemer_id = d.id order by b.gevraagd_op desc, b.id desc limit 1) as bericht
    from deelnemer d left join gebruiker u on u.regio_id = d.regio_id and u.id = d.gebruiker_id
    where ${zicht(ctx).vanGesprek('d')} and d.gesprek_id = ${gesprekId}
    order by array_position(array['voorzitter', 'contractbeheer', 'gast', 'aanbieder'], d.hoedanigheid), d.naam, d.id`.execute(
      ctx.db,
    )
  return rows
}

export type Agendapunt = {
  id: string
  sleutel: string
  onderId: string | null
  volgorde: number
  titel: string
  toelichting: string
  niveau: Niveau | null
  bron: Puntbron
  vult: Vulling[]
  bevindingId: string | null
  versie: number
  meenemenOp: Temporal.Instant | null
}

/** The items of an agenda that were not taken away; number them with `nummerAgenda`. */
export async function listAgendapunten(ctx: Context, gesprekId: string): Promise<Agendapunt[]> {
  const { rows } =
    await sql<Agendapunt>`select p.id, p.sleutel, p.onder_id, p.volgorde, p.titel, p.toelichting, p.niveau, p.bron,
      p.vult, p.bevinding_id, p.versie, p.meenemen_op
    from agendapunt p where ${zicht(ctx).vanGesprek('p')} and p.gesprek_id = ${gesprekId} and p.weggehaald_op is null
    order by p.volgorde, p.id`.execute(ctx.db)
  return rows
}

/** The overeenkomsten a meeting is about, as far as this person may see them. */
export async function listGesprekOvereenkomsten(
  ctx: Context,
  gesprekId: string,
): Promise<{ id: string; nummer: string; onderwerp: string }[]> {
  const { rows } = await sql<{ id: string; nummer: string; onderwerp: string }>`select o.id, o.nummer, o.onderwerp
    from gesprek_overeenkomst k join overeenkomst o on o.regio_id = k.regio_id and o.id = k.overeenkomst_id
    where ${zicht(ctx).vanGesprek('k')} and ${zicht(ctx).overeenkomst('o')} and k.gesprek_id = ${gesprekId} order by o.nummer`.execute(
    ctx.db,
  )
  return rows
}
