import { geefMandaat } from '../domain/plan/bezetting/geef-mandaat.ts'
import { listMandaten } from '../domain/plan/bezetting/queries.ts'
import { regelWaarneming } from '../domain/plan/bezetting/regel-waarneming.ts'
import { stelPlafondVoor } from '../domain/plan/overeenkomst/stel-plafond-voor.ts'
import type { Rol } from '../domain/rechten.ts'
import { findOvereenkomst } from '../domain/plan/overeenkomst/queries.ts'
import type { Context } from '../platform/context.ts'
import { inTransaction } from '../platform/transaction.ts'
import { binnen, type Register } from './voorbeeld-register.ts'

/** bezetting.json: mandates, a proposal that waits and a substitution. Days as YYYY-MM-DD or counted from today, amounts in cents. */
export type Bezetting = {
  grond: string
  geldigVanaf: string
  mandaten: { taak: string; rol: Rol; hoogsteCent?: number }[]
  plafondvoorstellen: { nummer: string; wie: string; cent: number; motivering: string }[]
  waarnemingen: { van: string; door: string; overDagen: [begin: number, eind: number]; reden: string }[]
}

/** Gives these pages of the demonstration region something to show; all of it or nothing, and once. */
export function vulBezettingAan(ctx: Context, bezetting: Bezetting, register: Register): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    if ((await listMandaten(ctx)).length > 0) return
    const { grond, geldigVanaf, mandaten, plafondvoorstellen, waarnemingen } = bezetting
    const basis = { gemeente: null, hoogsteMaanden: null, geldigTot: null }
    for (const { taak, rol, hoogsteCent = null } of mandaten) {
      const vanaf = Temporal.PlainDate.from(geldigVanaf)
      await geefMandaat(ctx, { ...basis, taak, rol, hoogsteCent, grond, geldigVanaf: vanaf })
    }
    const vandaag = ctx.today.toString()
    const als = (wie: string): Context => ({ ...binnen(ctx, register).als({ op: vandaag, wie }), now: ctx.now })
    for (const { nummer, wie, ...voorstel } of plafondvoorstellen) {
      const overeenkomstId = register.overeenkomstId(nummer)
      // a demonstration of another day can lie after the end
      const { looptTot } = await findOvereenkomst(ctx, overeenkomstId)
      const jaar = Math.min(ctx.today.year, looptTot.year)
      await stelPlafondVoor(als(wie), { ...voorstel, overeenkomstId, jaar })
    }
    for (const { van, door, overDagen, reden } of waarnemingen) {
      await regelWaarneming(als(van), {
        gebruikerId: register.persoonId(van),
        waarnemerId: register.persoonId(door),
        begindatum: ctx.today.add({ days: overDagen[0] }),
        einddatum: ctx.today.add({ days: overDagen[1] }),
        reden,
      })
    }
  })
}
