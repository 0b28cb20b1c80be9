import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { inReadTransaction } from '../../../platform/transaction.ts'
import { zicht } from '../../rechten/zicht.ts'
import { berichtcodes, meldingVan } from './meldingen.ts'

/** One reason why a file, a message or a line of it does not count (yet). Never holds a value of the message. */
export type Weigering = {
  bestand: string
  code: string
  melding: string
  plaats: string | null
  soort: string | null
  afzender: string | null
  identificatie: string | null
  /** wachtend may still come right by itself, aangehouden when a person accepts it. */
  oordeel: 'wachtend' | 'aangehouden' | 'afgekeurd'
}

type Rij = Omit<Weigering, 'melding'> & { id: number; melding: string | null }

// Files, not lines: one file gives at most as many lines as a message holds.
const PER_BLADZIJDE = 500

/** Everything of a round that was refused or waits, in the order of the files; read in parts while it is walked through. */
export async function* listWeigeringen(ctx: Context, rondeId: string): AsyncGenerator<Weigering> {
  for (let vanaf: number | null = 0; vanaf !== null;) {
    const { rijen, volgende } = await inReadTransaction(ctx, (ctx) => listDeel(ctx, rondeId, vanaf!))
    vanaf = volgende
    for (const { id: _, melding, ...weigering } of rijen) {
      yield { ...weigering, melding: melding ?? meldingVan(weigering.code, weigering.oordeel) }
    }
  }
}

async function listDeel(ctx: Context, rondeId: string, vanaf: number) {
  const mijn = zicht(ctx)
  const { rows: ids } = await sql<{ id: number }>`
    select id from inleesbestand where regio_id = ${ctx.regioId} and ronde_id = ${rondeId} and id > ${vanaf}
      and (code is not null or bericht_id is null)
    union select f.id from bericht_aandacht a
      join inleesbestand f on f.regio_id = a.regio_id and f.ronde_id = ${rondeId} and f.bericht_id = a.bericht_id
    where ${mijn.vanBericht('a')} and (a.oordeel <> 'geldig' or a.regelfouten > 0) and f.id > ${vanaf}
    order by id limit ${PER_BLADZIJDE}`.execute(ctx.db)
  const gekozen = ids.map(({ id }) => id)
  const { rows: rijen } = await sql<Rij>`
    with bestand as (
      select f.*, b.oordeel, b.code as berichtcode, b.plaats as berichtplaats
      from inleesbestand f left join bericht b on ${mijn.bericht('b')} and b.id = f.bericht_id
      where f.regio_id = ${ctx.regioId} and f.ronde_id = ${rondeId} and f.id = any(${gekozen}::bigint[])
    ), reden as (
      select id, 0 as regel, code, melding, plaats, case uitkomst when 'afgekeurd' then uitkomst else 'wachtend' end as oordeel
      from bestand where code is not null
      union all
      select b.id, f.volgnr, f.code, f.melding, f.plaats, case b.uitkomst when 'afgekeurd' then 'afgekeurd' else 'wachtend' end
      from bestand b join inleesfout f on f.regio_id = b.regio_id and f.ronde_id = b.ronde_id and f.bestand_id = b.id
      union all
      select id, 0, berichtcode, null, berichtplaats, oordeel from bestand
      where oordeel <> 'geldig' and (soort not like '%323' or berichtcode = any(${berichtcodes}::text[]))
      union all
      select b.id, r.regel, r.fout, null, 'nummer ' || r.regel, r.oordeel
      from bestand b join declaratie_regel r on ${mijn.regel('r')} and r.bericht_id = b.bericht_id
      where r.oordeel <> 'geldig' and r.fout <> all(${berichtcodes}::text[])
      union all
      select b.id, r.regel, r.code, r.melding, r.plaats, 'afgekeurd'
      from bestand b join declaratie_regel_fout r on ${mijn.vanBericht('r')} and r.bericht_id = b.bericht_id
    )
    select b.id, b.naam as bestand, r.code, r.melding, r.plaats, b.soort, b.afzender, b.identificatie, r.oordeel
    from reden r join bestand b on b.id = r.id
    order by b.id, r.regel, r.code`.execute(ctx.db)
  return { rijen, volgende: ids.length === PER_BLADZIJDE ? gekozen.at(-1)! : null }
}
