import { recordEvent } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import { conflict, forbidden, invalid } from '../../../platform/errors.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { authorize, mag } from '../../rechten.ts'
import { actiestanden, mogelijkeActieacten, type Actieact } from './actiestand.ts'
import { lockActie, type Actie } from './list-acties.ts'
import { volgGesprekken } from './volg-gesprekken.ts'

const gebeurtenis: Record<Exclude<Actieact, 'wijzigen'>, string> = {
  beginnen: 'actie:begonnen',
  'gereed melden': 'actie:gereed gemeld',
  accepteren: 'actie:geaccepteerd',
  teruggeven: 'actie:teruggegeven',
  'laten vervallen': 'actie:vervallen',
}

/**
 * Brings an action a step further (STM-03): its owner begins and reports it ready, contract management accepts it, gives it back or
 * lets it lapse. Throws 403 for who is not the owner, 409 when the step does not fit, 422 without the words it needs.
 */
export function zetActie(
  ctx: Context,
  actieId: string,
  act: Exclude<Actieact, 'wijzigen'>,
  woorden: string,
): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const eigenstap = act === 'beginnen' || act === 'gereed melden'
    await authorize(ctx, eigenstap ? 'actie:afronden' : 'actie:aanvaarden')
    const actie = await lockActie(ctx, actieId)
    if (eigenstap && !isEigen(ctx, actie)) throw forbidden('actie:afronden')
    if (!mogelijkeActieacten(actie.stand).includes(act)) {
      throw conflict(`Dit kan niet meer: de actie staat op "${actiestanden[actie.stand].toLowerCase()}".`)
    }
    if ((act === 'teruggeven' || act === 'laten vervallen') && woorden === '') {
      throw invalid('Schrijf op waarom.', 'woorden')
    }
    await ctx.db
      .updateTable('actie')
      .set(velden(ctx, act, woorden))
      .where('regioId', '=', ctx.regioId)
      .where('id', '=', actieId)
      .execute()
    await volgGesprekken(ctx, actie.gesprekId)
    await recordEvent(ctx, {
      soort: gebeurtenis[act],
      onderwerp: { type: 'actie', id: actieId },
      gegevens: { tekst: actie.tekst, ...(woorden !== '' && { toelichting: woorden }) },
    })
  })
}

/** Of the person himself, of the aanbieder whose account this is, or for who keeps the minutes: any of the region. */
export function isEigen(ctx: Context, { kant, eigenaarId }: Pick<Actie, 'kant' | 'eigenaarId'>): boolean {
  if (ctx.actor.agb !== null) return kant === 'aanbieder'
  return eigenaarId === ctx.actor.id || mag(ctx.actor, 'actie:aanvaarden')
}

function velden(ctx: Context, act: Exclude<Actieact, 'wijzigen'>, woorden: string) {
  switch (act) {
    case 'beginnen':
      return { begonnenOp: ctx.now }
    case 'gereed melden':
      return { gereedOp: ctx.now, gereedDoor: ctx.actor.naam, gereedToelichting: woorden }
    case 'accepteren':
      return { geaccepteerdOp: ctx.now, geaccepteerdDoor: ctx.actor.naam }
    case 'teruggeven':
      return { gereedOp: null, gereedDoor: null, gereedToelichting: woorden, begonnenOp: ctx.now }
    case 'laten vervallen':
      return { vervallenOp: ctx.now, vervallenDoor: ctx.actor.naam, vervallenReden: woorden }
  }
}
