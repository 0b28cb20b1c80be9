import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { notFound } from '../../../platform/errors.ts'
import { zicht } from '../../rechten/zicht.ts'

type Wie = {
  eigenaarId: string
  aanbiederId: string | null
  gebruikerIds: readonly string[]
  contactpersoonIds: readonly string[]
}

/**
 * Who is asked to a meeting: who leads it, colleagues (a contractbeheerder stands for contractbeheer, GES-10; others are guests,
 * GES-11), and contactpersonen of the aanbieder; those already there stay. Throws 404 for somebody who is not there.
 */
export async function voegDeelnemersToe(ctx: Context, gesprekId: string, wie: Wie): Promise<void> {
  const intern = [...new Set([wie.eigenaarId, ...wie.gebruikerIds])]
  const { rows: collegas } =
    await sql`insert into deelnemer (regio_id, gesprek_id, hoedanigheid, gebruiker_id, naam, functie)
    select u.regio_id, ${gesprekId}, case when u.id = ${wie.eigenaarId} then 'voorzitter'
        when exists (select from roltoewijzing r where r.regio_id = u.regio_id and r.gebruiker_id = u.id and r.rol = 'contractbeheerder'
          and r.ingetrokken_op is null) then 'contractbeheer' else 'gast' end, u.id, left(u.naam, 120), u.functie
    from gebruiker u where u.regio_id = ${ctx.regioId} and u.id = any(${intern}::uuid[]) and u.uitgeschakeld_op is null
      and not exists (select from roltoewijzing r where r.regio_id = u.regio_id and r.gebruiker_id = u.id and r.agb is not null
        and r.ingetrokken_op is null)
    on conflict (regio_id, gesprek_id, gebruiker_id) do update set naam = excluded.naam returning id`.execute(ctx.db)
  if (collegas.length < intern.length) throw notFound('Een van deze collega’s')
  const gekozen = [...new Set(wie.contactpersoonIds)]
  if (gekozen.length === 0) return
  const { rows: personen } =
    await sql`insert into deelnemer (regio_id, gesprek_id, hoedanigheid, contactpersoon_id, naam, functie, email)
    select c.regio_id, ${gesprekId}, 'aanbieder', c.id, left(c.naam, 120), c.functie, c.email
    from contactpersoon c where ${zicht(ctx).vanAanbieder('c')} and c.aanbieder_id = ${wie.aanbiederId}::uuid
      and c.id = any(${gekozen}::uuid[])
    on conflict (regio_id, gesprek_id, contactpersoon_id) do update set email = excluded.email returning id`.execute(
      ctx.db,
    )
  if (personen.length < gekozen.length) throw notFound('Een van deze contactpersonen')
}
