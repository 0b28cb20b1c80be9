import { sql, type RawBuilder } from 'kysely'
import type { Bewaarsoort } from '../bewaarsoort.ts'

/** What signing in leaves in the audit trail (Selectielijst 2020, 19.1.24: login data). */
const AANMELDEN = sql`r.soort in ('sessie:gestart', 'sessie:beeindigd', 'aanmelding:mislukt', 'aanmelding:afgeremd')`

/** Old and new values of the audit trail. The chain itself stays: it says who did what and when (decision 003). */
export const logwaarden = waarden(['waarde van het logboek', 'waarden van het logboek'], sql`not (${AANMELDEN})`)

/** Values of signing in and out. */
export const aanmeldingen = waarden(['vermelding van een aanmelding', 'vermeldingen van aanmeldingen'], AANMELDEN)

function waarden(woorden: [string, string], welke: RawBuilder<unknown>): Bewaarsoort {
  return {
    woorden,
    rijp: (
      { regioId },
      grens,
    ) => sql`select r.volgnr::text as id, (r.tijdstip at time zone 'Europe/Amsterdam')::date as einde
      from audit_regel r join audit_waarden w on w.regio_id = r.regio_id and w.volgnr = r.volgnr
      where r.regio_id = ${regioId} and ${welke}
        and r.tijdstip < ${grens.add({ days: 1 })}::date::timestamp at time zone 'Europe/Amsterdam'`,
    inhoud: () => ({}),
    perKeer: 10_000,
    async wis(ctx, ids) {
      const { rows } = await sql<{ n: number }>`select audit_waarden_vernietigen(${ids}::bigint[]) as n`.execute(ctx.db)
      return { aantallen: { logwaarden: rows[0]!.n } }
    },
  }
}
