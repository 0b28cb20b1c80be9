import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { zicht } from '../../rechten/zicht.ts'
import { geldtOp } from './list-uitgesloten.ts'
import type { Tafelregels } from './regels.ts'
import { telGemisteTafels, type Deelname, type Gemist } from './tel-gemiste-tafels.ts'

export type Uitsluiting = {
  id: string
  vanaf: Temporal.PlainDate
  tot: Temporal.PlainDate | null
  motivering: string
  door: string
}

/** How one aanbieder takes part in tables, and whether it is invited. */
export type Aanbiederdeelname = Gemist & {
  aanbiederId: string
  aanbieder: string
  uitgenodigd: number
  /** From which day missed tables count: the last reinstatement, or the start of the contract */
  vanaf: Temporal.PlainDate | null
  deelnames: (Deelname & { overlegtafelId: string; titel: string })[]
  uitsluiting: Uitsluiting | null
}

type Rij = Pick<Aanbiederdeelname, 'aanbiederId' | 'aanbieder'> & {
  contractVan: Temporal.PlainDate | null
  hersteld: Temporal.PlainDate | null
  deelnames: { overlegtafelId: string; titel: string; datum: string; aanwezigheid: Deelname['aanwezigheid'] }[] | null
  uitsluiting: { id: string; vanaf: string; tot: string | null; motivering: string; door: string } | null
}

/** Every aanbieder that was ever invited to a table that was held, or is not invited now; by name, or one of them. FRM-20 per aanbieder. */
export async function listDeelname(
  ctx: Context,
  { aanleiding }: Pick<Tafelregels, 'aanleiding'>,
  aanbiederId: string | null = null,
): Promise<Aanbiederdeelname[]> {
  const { rows } = await sql<Rij>`
    select a.id as aanbieder_id, a.naam as aanbieder, a.contract_van,
      (select max(least(u.opgeheven_vanaf, u.tot + 1)) from overlegtafel_uitsluiting u where u.regio_id = a.regio_id
        and u.aanbieder_id = a.id and least(u.opgeheven_vanaf, u.tot + 1) <= ${ctx.today}) as hersteld,
      (select json_agg(json_build_object('overlegtafelId', o.id, 'titel', o.titel, 'datum', o.datum, 'aanwezigheid', w.aanwezigheid)
          order by o.datum desc, o.id)
        from overlegtafel_deelname d
        join overlegtafel o on o.regio_id = d.regio_id and o.id = d.overlegtafel_id and o.gehouden_op is not null
        join lateral (select w.aanwezigheid from overlegtafel_aanwezigheid w where w.regio_id = d.regio_id
          and w.overlegtafel_id = d.overlegtafel_id and w.aanbieder_id = d.aanbieder_id order by w.vastgelegd_op desc, w.id desc limit 1) w on true
        where d.regio_id = a.regio_id and d.aanbieder_id = a.id and d.ingetrokken_op is null) as deelnames,
      (select json_build_object('id', u.id, 'vanaf', u.vanaf, 'tot', u.tot, 'motivering', u.motivering, 'door', u.besloten_door)
        from overlegtafel_uitsluiting u where u.regio_id = a.regio_id and u.aanbieder_id = a.id and ${geldtOp(ctx.today)}) as uitsluiting
    from aanbieder a
    where ${zicht(ctx).aanbieder('a')} and ${aanbiederId === null ? sql`true` : sql`a.id = ${aanbiederId}`}
      and (exists (select from overlegtafel_aanwezigheid w where w.regio_id = a.regio_id and w.aanbieder_id = a.id)
        or exists (select from overlegtafel_uitsluiting u where u.regio_id = a.regio_id and u.aanbieder_id = a.id))
    order by a.naam collate "nl-x-icu", a.id`.execute(ctx.db)
  return rows.map(({ contractVan, hersteld, uitsluiting, ...rij }) => {
    const dag = (iso: string) => Temporal.PlainDate.from(iso)
    const deelnames = (rij.deelnames ?? []).map((een) => ({ ...een, datum: dag(een.datum) }))
    const vanaf = hersteld ?? contractVan
    return {
      ...rij,
      ...telGemisteTafels(deelnames, vanaf, aanleiding),
      uitgenodigd: deelnames.length,
      vanaf,
      deelnames,
      uitsluiting: uitsluiting && {
        ...uitsluiting,
        vanaf: dag(uitsluiting.vanaf),
        tot: uitsluiting.tot === null ? null : dag(uitsluiting.tot),
      },
    }
  })
}
