import { sql } from 'kysely'
import { recordEvent } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import { conflict } from '../../../platform/errors.ts'
import { bewaarPlan } from './bewaar-plan.ts'
import { planEersteTermijnen } from './plan-in-kalender.ts'
import { eindeMetZaak, sluitMetZaak } from './doe-afsluiting.ts'
import { wieIs } from './eis-plan.ts'
import { insertPlan } from './insert-plan.ts'
import { heeftPlanregels, leesPlanregels } from './lees-planregels.ts'
import { leesPlan } from './lees-plan.ts'
import { nieuwPlan } from './plan.ts'

/** What a plan needs to know of the case it belongs to, after a step. */
export type Zaakstand = {
  id: string
  titel: string
  aanbiederId: string
  agb: string
  overeenkomstId: string | null
  toestand: string
  /** A proposal that waits does not hold yet: the plan stays as it is. */
  voorstel: boolean
  /** The case went up the ladder. */
  hoger: boolean
  /** Open terms by code: from when, until when; `nieuw`: begun with this step. */
  termijnen: ReadonlyMap<string, { start: Temporal.PlainDate; einddatum: Temporal.PlainDate; nieuw: boolean }>
  stap: { motivering: string; velden: Readonly<Record<string, string>> } | null
}

/**
 * A plan asked within an escalation is that plan (ESA-05, ESB-06): it begins with the term of the ladder, moves with it (ESA-10), and
 * ends when the case goes on without it. Part of every write of a case, in its transaction. Throws 409 when the case cannot be closed
 * as restored because points still wait for a judgement.
 */
export async function volgZaak(ctx: Context, zaak: Zaakstand): Promise<void> {
  const { rows } = await sql<{
    id: string
  }>`select id from verbeterplan where regio_id = ${ctx.regioId} and escalatie_id = ${zaak.id}
    and gesloten_op is null for update`.execute(ctx.db)
  if (zaak.voorstel) return
  const lopend = rows[0]?.id
  if (lopend !== undefined) await werkBij(ctx, zaak, lopend)
  else await begin(ctx, zaak)
}

async function begin(ctx: Context, zaak: Zaakstand): Promise<void> {
  if (zaak.termijnen.size === 0 || !(await heeftPlanregels(ctx))) return
  const { id: regelsetdeelId, regels } = await leesPlanregels(ctx)
  const band = regels.zaak
  const termijn = band && band.toestanden.includes(zaak.toestand) ? zaak.termijnen.get(band.termijn) : undefined
  if (!band || !termijn?.nieuw) return
  const realisatie = band.realisatie === undefined ? undefined : zaak.termijnen.get(band.realisatie)?.einddatum
  const plan = nieuwPlan(termijn.einddatum, realisatie ?? null)
  const woorden = band.aanleiding.flatMap((veld) => alsZin(zaak.stap?.velden[veld] ?? ''))
  const { titel, aanbiederId, agb, overeenkomstId } = zaak
  const kop = { titel, aanleiding: woorden.join('\n') || titel, aanbiederId, agb, overeenkomstId, regelsetdeelId }
  const los = { subregioId: await findSubregio(ctx, zaak.id), bevindingId: null, gesprekId: null, bevoegd: null }
  const { id, nummer } = await insertPlan(ctx, { ...kop, ...los, escalatieId: zaak.id }, plan)
  await planEersteTermijnen(ctx, { id, nummer, aanbiederId, overeenkomstId }, regels, plan, termijn.start)
  await recordEvent(ctx, {
    soort: 'verbeterplan:gevraagd',
    onderwerp: { type: 'verbeterplan', id },
    gegevens: { nummer, titel, aanbiederId, escalatieId: zaak.id, uiterlijk: plan.uiterlijk.toString() },
  })
}

async function werkBij(ctx: Context, zaak: Zaakstand, id: string): Promise<void> {
  const geopend = await leesPlan(ctx, id)
  const { plan, regels } = geopend
  const band = regels.zaak
  if (!band) return
  const reden = zaak.stap?.motivering.trim() || 'Besloten in de escalatie.'
  if (!band.toestanden.includes(zaak.toestand)) {
    const uit = eindeMetZaak(plan, { hoger: zaak.hoger, hersteld: band.hersteld.includes(zaak.toestand) })
    if (uit === null) return
    if ('belet' in uit) throw conflict(uit.belet)
    await bewaarPlan(ctx, geopend, sluitMetZaak(plan, uit.einde, reden, { ...wieIs(ctx), partij: 'opdrachtgever' }))
    return recordEvent(ctx, {
      soort: 'verbeterplan:afgesloten',
      onderwerp: { type: 'verbeterplan', id },
      gegevens: { einde: uit.einde, reden, escalatieId: zaak.id },
    })
  }
  const naar = zaak.termijnen.get(band.termijn)?.einddatum
  if (plan.stand !== 'gevraagd' || naar === undefined || naar.equals(plan.uiterlijk)) return
  const { naam: door, op } = wieIs(ctx)
  const verzetting = { soort: 'plan' as const, van: plan.uiterlijk, naar, reden, door, op }
  await bewaarPlan(ctx, geopend, { ...plan, uiterlijk: naar, verzettingen: [...plan.verzettingen, verzetting] })
}

// In the letter these words stand within a sentence.
function alsZin(tekst: string): string[] {
  const kaal = tekst.trim()
  return kaal === '' ? [] : [kaal.charAt(0).toUpperCase() + kaal.slice(1)]
}

async function findSubregio(ctx: Context, escalatieId: string): Promise<string | null> {
  const { rows } = await sql<{
    subregioId: string | null
  }>`select subregio_id from escalatie where regio_id = ${ctx.regioId}
    and id = ${escalatieId}`.execute(ctx.db)
  return rows[0]?.subregioId ?? null
}
