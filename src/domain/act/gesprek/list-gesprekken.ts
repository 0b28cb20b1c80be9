import { sql, type RawBuilder } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { leesLijst } from '../../begrippen/lees-lijst.sql.ts'
import { isKaal, type Bladzijde, type Lijst } from '../../begrippen/lijst.ts'
import { zicht } from '../../rechten/zicht.ts'
import type { Gespreksstand } from './gespreksstand.ts'

export type Gespreksfilter = {
  /** `komend`: still to be held; `verslag`: held, the minutes are not final yet */
  stand?: 'komend' | 'verslag' | 'definitief' | 'geannuleerd' | undefined
  soort?: string | undefined
  jaar?: number | undefined
  aanbiederId?: string | undefined
  /** Led by this person, or he is asked to it. */
  vanMij?: string | undefined
}
export type Gesprekskolom = 'datum' | 'titel' | 'aanbieder' | 'stand'

export type GesprekInLijst = {
  id: string
  soort: string
  titel: string
  met: string | null
  datum: Temporal.PlainDate
  begintijd: string
  eigenaar: string
  stand: Gespreksstand
  verslagUiterlijk: Temporal.PlainDate | null
  reactieUiterlijk: Temporal.PlainDate | null
  rapportageUiterlijk: Temporal.PlainDate | null
  rapportageIngediendOp: Temporal.Instant | null
}

const sorteringen = {
  datum: sql`g.datum`,
  titel: sql`g.titel collate "nl-x-icu"`,
  aanbieder: sql`coalesce(a.naam, m.naam) collate "nl-x-icu"`,
  stand: sql`g.stand`,
} satisfies Record<Gesprekskolom, unknown>

/** One page of the meetings of a filter, or all of them when `pagina` is null; the count stops at TELGRENS + 1. */
export async function listGesprekken(
  ctx: Context,
  filter: Gespreksfilter,
  { sorteer, richting, pagina }: Omit<Bladzijde<Gesprekskolom>, 'pagina'> & { pagina: number | null },
): Promise<Lijst<GesprekInLijst>> {
  const waar = voorwaarden(ctx, filter)
  const volgorde = richting === 'af' ? sql`desc` : sql`asc`
  const rijen = sql<GesprekInLijst>`
    select g.id, g.soort, g.titel, coalesce(a.naam, m.naam) as met, g.datum, g.begintijd, e.naam as eigenaar, g.stand,
      g.verslag_uiterlijk, g.reactie_uiterlijk, g.rapportage_uiterlijk, g.rapportage_ingediend_op
    from gesprek g
    left join aanbieder a on a.regio_id = g.regio_id and a.id = g.aanbieder_id
    left join gemeente m on m.regio_id = g.regio_id and m.code = g.gemeente_code
    join gebruiker e on e.regio_id = g.regio_id and e.id = g.eigenaar_id
    where ${waar}
    order by ${sorteringen[sorteer]} ${volgorde}, g.id ${volgorde}`
  const kaal = pagina === 1 && isKaal({ ...filter, stand: undefined }, { pagina })
  return leesLijst(ctx, { van: sql`gesprek g where ${waar}`, rijen, pagina, kaal })
}

const standen = {
  komend: sql`g.stand in ('gepland', 'rapportage gevraagd', 'voorbereid')`,
  verslag: sql`g.stand in ('gehouden', 'verslag concept', 'verslag gedeeld')`,
  definitief: sql`g.stand = 'definitief'`,
  geannuleerd: sql`g.stand = 'geannuleerd'`,
}

function voorwaarden(ctx: Context, { stand, soort, jaar, aanbiederId, vanMij }: Gespreksfilter) {
  const delen: RawBuilder<unknown>[] = [zicht(ctx).gesprek('g')]
  if (stand) delen.push(standen[stand])
  if (soort) delen.push(sql`g.soort = ${soort}`)
  if (jaar) delen.push(sql`g.datum between ${`${String(jaar)}-01-01`}::date and ${`${String(jaar)}-12-31`}::date`)
  if (aanbiederId) delen.push(sql`g.aanbieder_id = ${aanbiederId}`)
  if (vanMij) {
    delen.push(sql`(g.eigenaar_id = ${vanMij}::uuid or exists (select from deelnemer d where d.regio_id = g.regio_id
      and d.gesprek_id = g.id and d.gebruiker_id = ${vanMij}::uuid))`)
  }
  return sql.join(delen, sql` and `)
}
