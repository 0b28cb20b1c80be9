import { sql } from 'kysely'
import type { Context } from '../../../../platform/context.ts'
import { lockBeoordeling } from '../../../do/bericht/lock-berichten.ts'
import type { Bewaarsoort } from '../bewaarsoort.ts'
import { inDossier } from '../in-dossier.ts'
import { wis, wisLogwaarden } from '../wis.ts'

/**
 * Agreements, 10 years after they end (Selectielijst 2020, 16.1). One that messages still stand on waits for them: without it
 * they would be judged as if nothing was agreed. So does one with an open finding, one with documents, and one that a meeting, a plan or
 * an escalation was about: these are proposed first (besluit 027). Its terms in the calendar go along.
 */
export const overeenkomsten: Bewaarsoort = {
  woorden: ['overeenkomst', 'overeenkomsten'],
  rijp: ({ regioId }, grens) => sql`select o.id::text as id, o.loopt_tot as einde from overeenkomst o
    where o.regio_id = ${regioId} and o.loopt_tot <= ${grens}
      and not exists (select from toewijzing t where t.regio_id = o.regio_id and t.agb = o.agb
        and t.referentiedatum between o.begindatum and o.loopt_tot)
      and not exists (select from declaratie_regel r where r.regio_id = o.regio_id and r.agb = o.agb and r.overeenkomst_id = o.id)
      and not exists (select from bevinding b where b.regio_id = o.regio_id and b.overeenkomst_id = o.id
        and (b.gesloten_op is null or ${inDossier}))
      and not exists (select from document d where d.regio_id = o.regio_id and d.overeenkomst_id = o.id)
      and not exists (select from escalatie e where e.regio_id = o.regio_id and e.overeenkomst_id = o.id)
      and not exists (select from verbeterplan v where v.regio_id = o.regio_id and v.overeenkomst_id = o.id)
      and not exists (select from gesprek_overeenkomst g where g.regio_id = o.regio_id and g.overeenkomst_id = o.id)`,
  inhoud: (ctx) => ({
    tarieven: sql`(select count(*) from tarief t join overeenkomst_product p on p.regio_id = t.regio_id and p.id = t.overeenkomst_product_id
      where p.regio_id = ${ctx.regioId} and p.overeenkomst_id::text in (select id from rijp))`,
    besluiten: sql`(${aantal(ctx, 'verlengingsbesluit')} + ${aantal(ctx, 'plafondvoorstel')})`,
    bevindingen: aantal(ctx, 'bevinding'),
  }),
  perKeer: 100,
  lock: lockBeoordeling,
  async wis(ctx, ids) {
    const van = sql`x.overeenkomst_id = any(${ids}::uuid[])`
    const product = sql`x.overeenkomst_product_id in (select p.id from overeenkomst_product p
      where p.regio_id = ${ctx.regioId} and p.overeenkomst_id = any(${ids}::uuid[]))`
    const gevonden = await sql<{
      id: string
    }>`select id from bevinding x where x.regio_id = ${ctx.regioId} and ${van}`.execute(ctx.db)
    const bevindingen = gevonden.rows.map(({ id }) => id)
    await wis(ctx, 'bevinding_besluit', sql`x.bevinding_id = any(${bevindingen}::uuid[])`)
    await wis(ctx, 'bevinding', sql`x.id = any(${bevindingen}::uuid[])`)
    const tarieven = await wis(ctx, 'tarief', product)
    let besluiten = 0
    for (const tabel of ['plafondvoorstel', 'verlengingsbesluit']) besluiten += await wis(ctx, tabel, van)
    for (const tabel of HANGT_ERAAN) await wis(ctx, tabel, van)
    const aantallen = {
      overeenkomsten: await wis(ctx, 'overeenkomst', sql`x.id = any(${ids}::uuid[])`),
      tarieven,
      besluiten,
      bevindingen: bevindingen.length,
      logwaarden:
        (await wisLogwaarden(ctx, 'overeenkomst', ids)) + (await wisLogwaarden(ctx, 'bevinding', bevindingen)),
    }
    return { aantallen }
  },
}

const HANGT_ERAAN = [
  'overeenkomst_product',
  'overeenkomst_functie',
  'overeenkomst_gemeente',
  'contactpersoon_overeenkomst',
  'plafond',
  'declaratie_maand',
  'declaratie_maand_gewist',
]

const aantal = ({ regioId }: Context, tabel: string) =>
  sql`(select count(*) from ${sql.table(tabel)} x where x.regio_id = ${regioId} and x.overeenkomst_id::text in (select id from rijp))`
