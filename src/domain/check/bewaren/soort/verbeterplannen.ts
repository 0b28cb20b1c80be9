import { sql } from 'kysely'
import type { Context } from '../../../../platform/context.ts'
import type { Bewaarsoort } from '../bewaarsoort.ts'
import { dagVan, lockRijen, wis, wisLogwaarden, wisTermijnen } from '../wis.ts'

/**
 * Plans to improve with versions, judgements, reports, drafts and mails. One about an overeenkomst belongs to it (Selectielijst 2020, 16.1);
 * any other is supervision (12.1.5). One that runs has no end, nor one of an escalation that is open: the case rests on it. It goes before the
 * finding, the meeting and the escalation that it came from, which wait for it (besluit 027, 033).
 */
export const verbeterplannen = plannenDie(true, [
  'verbeterplan bij een overeenkomst',
  'verbeterplannen bij overeenkomsten',
])
export const verbeterplannenZonderOvereenkomst = plannenDie(false, [
  'verbeterplan buiten een overeenkomst',
  'verbeterplannen buiten een overeenkomst',
])

function plannenDie(metOvereenkomst: boolean, woorden: [string, string]): Bewaarsoort {
  return {
    woorden,
    rijp: ({ regioId }, grens) => sql`select id, einde from (
        select v.id::text as id, greatest(${dagVan(sql`v.gesloten_op`)}, ${dagVan(sql`e.gesloten_op`)}, o.loopt_tot) as einde
        from verbeterplan v
        left join overeenkomst o on o.regio_id = v.regio_id and o.id = v.overeenkomst_id
        left join escalatie e on e.regio_id = v.regio_id and e.id = v.escalatie_id
        where v.regio_id = ${regioId} and v.gesloten_op < ${grens.add({ days: 1 })}::date::timestamp at time zone 'Europe/Amsterdam'
          and (v.escalatie_id is null or e.gesloten_op is not null)
          and v.overeenkomst_id is ${metOvereenkomst ? sql`not null` : sql`null`}
      ) klaar where einde <= ${grens}`,
    inhoud: (ctx) => ({
      versies: aantal(ctx, 'verbeterplan_indiening'),
      oordelen: aantal(ctx, 'verbeterplan_oordeel'),
      meldingen: aantal(ctx, 'verbeterplan_melding'),
    }),
    perKeer: 200,
    lock: (ctx, ids) => lockRijen(ctx, 'verbeterplan', ids),
    async wis(ctx, ids) {
      const van = sql`x.verbeterplan_id = any(${ids}::uuid[])`
      await wisTermijnen(ctx, ids)
      for (const tabel of [
        'verbeterplan_concept',
        'verbeterplan_bericht',
        'verbeterplan_verzetting',
        'verbeterplan_punt',
      ]) {
        await wis(ctx, tabel, van)
      }
      const versies = await wis(ctx, 'verbeterplan_indiening', van)
      const oordelen = await wis(ctx, 'verbeterplan_oordeel', van)
      const meldingen = await wis(ctx, 'verbeterplan_melding', van)
      const aantallen = {
        verbeterplannen: await wis(ctx, 'verbeterplan', sql`x.id = any(${ids}::uuid[])`),
        versies,
        oordelen,
        meldingen,
        logwaarden: await wisLogwaarden(ctx, 'verbeterplan', ids),
      }
      return { aantallen }
    },
  }
}

const aantal = ({ regioId }: Context, tabel: string) =>
  sql`(select count(*) from ${sql.table(tabel)} x where x.regio_id = ${regioId} and x.verbeterplan_id::text in (select id from rijp))`
