import { sql } from 'kysely'
import { recordEvent } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import { invalid, notFound } from '../../../platform/errors.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { enqueue } from '../../jobs.ts'
import { authorize } from '../../rechten.ts'
import { CONTRACTROLLEN } from '../aanbieder/wijzig-contractmanager.ts'
import { listGebruikers } from '../inrichting/queries.ts'
import { draagTermijnenOver } from '../kalender/draag-termijnen-over.ts'

/** `naarId` null: to the back-up of each aanbieder (ROL-07). */
type Overdracht = { vanId: string; naarId: string | null; reden: string }

export type Overgedragen = { aanbieders: number; functies: number; zonderAchtervanger: number }

type Aanbieder = { id: string; naam: string; contractmanagerId: string | null; achtervangerId: string | null }

/**
 * Passes all open work of somebody on with one act (ROL-07): the aanbieders he manages or backs up and his functions in
 * overeenkomsten; open bevindingen and terms follow the aanbieder. Where the receiver was the back-up, that place becomes empty and
 * is counted. Throws 404, and 422 when the receiver cannot hold contracts or an aanbieder has no back-up to pass to.
 */
export function draagOver(ctx: Context, { vanId, naarId, reden }: Overdracht): Promise<Overgedragen> {
  return inTransaction(ctx, async (ctx) => {
    await authorize(ctx, 'werk:overdragen')
    if (reden.trim() === '') throw invalid('Vul de reden in, bijvoorbeeld een andere functie.')
    if (vanId === naarId) throw invalid('Kies een ander dan de persoon zelf.')
    const bevoegd = await listGebruikers(ctx, CONTRACTROLLEN)
    if (naarId !== null && !bevoegd.some(({ id }) => id === naarId)) {
      throw invalid('Kies iemand die contracten mag beheren.')
    }
    const { rows: personen } = await sql<{ naam: string }>`select naam from gebruiker
      where regio_id = ${ctx.regioId} and id = ${vanId} for update`.execute(ctx.db)
    if (!personen[0]) throw notFound('Deze persoon')
    const { rows: aanbieders } =
      await sql<Aanbieder>`select id, naam, contractmanager_id, achtervanger_id from aanbieder
      where regio_id = ${ctx.regioId} and (contractmanager_id = ${vanId} or achtervanger_id = ${vanId})
      order by id for update`.execute(ctx.db)
    keurOntvangers(aanbieders, vanId, naarId)

    const straks = aanbieders.map((aanbieder) => ({ aanbieder, ...verdeelOpnieuw(aanbieder, vanId, naarId) }))
    await sql`update aanbieder a set contractmanager_id = u.manager, achtervanger_id = u.achtervanger
      from unnest(${straks.map(({ aanbieder }) => aanbieder.id)}::uuid[], ${straks.map(({ manager }) => manager)}::uuid[],
        ${straks.map(({ achtervanger }) => achtervanger)}::uuid[]) as u (id, manager, achtervanger)
      where a.regio_id = ${ctx.regioId} and a.id = u.id`.execute(ctx.db)
    const functies = await draagFunctiesOver(ctx, vanId, naarId)
    if (naarId !== null) await draagMaatregelenOver(ctx, vanId, naarId)
    const termijnen = await draagTermijnenOver(ctx, vanId, naarId)
    const uitkomst = {
      aanbieders: aanbieders.length,
      functies,
      zonderAchtervanger: straks.filter(({ achtervanger }) => achtervanger === null).length,
    }
    await recordEvent(ctx, {
      soort: 'werk:overgedragen',
      onderwerp: { type: 'gebruiker', id: vanId },
      gegevens: { van: personen[0].naam, naarId, reden: reden.trim(), ...uitkomst, termijnen },
    })
    for (const { aanbieder, manager, achtervanger } of straks) {
      const wijzigingen = [
        { veld: 'contractmanager', oud: aanbieder.contractmanagerId, nieuw: manager },
        { veld: 'achtervanger', oud: aanbieder.achtervangerId, nieuw: achtervanger },
      ].filter(({ oud, nieuw }) => oud !== nieuw)
      await recordEvent(ctx, {
        soort: 'aanbieder:contractmanager-gewijzigd',
        onderwerp: { type: 'aanbieder', id: aanbieder.id },
        gegevens: { wijzigingen, reden: reden.trim() },
      })
    }
    await enqueue(
      ctx,
      'controleer-overeenkomsten',
      { regioId: ctx.regioId },
      `controleer-overeenkomsten:${ctx.regioId}`,
    )
    return uitkomst
  })
}

// A measure against a disadvantage of a model is of no aanbieder, so without a chosen person it stays (ORG-08).
async function draagMaatregelenOver(ctx: Context, vanId: string, naarId: string): Promise<void> {
  await sql`update modelmaatregel set eigenaar_id = ${naarId} where regio_id = ${ctx.regioId} and eigenaar_id = ${vanId}
    and afloop is null`.execute(ctx.db)
}

/** Who manages and who backs up after the hand-over: the two always differ (ROL-06). */
export function verdeelOpnieuw(
  { contractmanagerId, achtervangerId }: Pick<Aanbieder, 'contractmanagerId' | 'achtervangerId'>,
  vanId: string,
  naarId: string | null,
): { manager: string | null; achtervanger: string | null } {
  const was = contractmanagerId === vanId
  const ontvanger = was ? (naarId ?? achtervangerId) : naarId
  if (was) return { manager: ontvanger, achtervanger: achtervangerId === ontvanger ? null : achtervangerId }
  return { manager: contractmanagerId, achtervanger: ontvanger === contractmanagerId ? null : ontvanger }
}

function keurOntvangers(aanbieders: readonly Aanbieder[], vanId: string, naarId: string | null) {
  if (naarId !== null) return
  const zonder = aanbieders.filter(
    ({ contractmanagerId, achtervangerId }) => contractmanagerId === vanId && achtervangerId === null,
  )
  if (zonder.length === 0) return
  const namen = zonder
    .slice(0, 3)
    .map(({ naam }) => naam)
    .join(', ')
  throw invalid(
    `Er is geen achtervanger bij ${namen}${zonder.length > 3 ? ` en ${zonder.length - 3} andere` : ''}. Kies een persoon die alles overneemt.`,
  )
}

// A function in an overeenkomst goes to the chosen person. Without one, those of contract manager and back-up go to who manages
// the aanbieder from now on; a contracteigenaar or rvm has no back-up and stays until somebody is chosen.
async function draagFunctiesOver(ctx: Context, vanId: string, naarId: string | null): Promise<number> {
  const mee = sql`(${naarId}::uuid is not null or f.functie in ('contractmanager', 'achtervanger'))`
  await sql`insert into overeenkomst_functie (regio_id, overeenkomst_id, functie, gebruiker_id, vanaf)
    select f.regio_id, f.overeenkomst_id, f.functie, coalesce(${naarId}::uuid, a.contractmanager_id), ${ctx.today}
    from overeenkomst_functie f
    join overeenkomst o on o.regio_id = f.regio_id and o.id = f.overeenkomst_id
    left join aanbieder a on a.regio_id = o.regio_id and a.id = o.aanbieder_id
    where f.regio_id = ${ctx.regioId} and f.gebruiker_id = ${vanId} and ${mee}
      and coalesce(${naarId}::uuid, a.contractmanager_id) is not null
      and not exists (select from overeenkomst_functie x where x.regio_id = f.regio_id and x.overeenkomst_id = f.overeenkomst_id
        and x.gebruiker_id = coalesce(${naarId}::uuid, a.contractmanager_id)
        and f.functie in ('contractmanager', 'achtervanger') and x.functie in ('contractmanager', 'achtervanger'))
    on conflict do nothing`.execute(ctx.db)
  const { numAffectedRows } = await sql`delete from overeenkomst_functie f
    where f.regio_id = ${ctx.regioId} and f.gebruiker_id = ${vanId} and ${mee}`.execute(ctx.db)
  return Number(numAffectedRows ?? 0)
}
