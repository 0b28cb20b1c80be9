import type { Rol } from '../domain/rechten.ts'
import type { Context } from '../platform/context.ts'

/** A person of a demonstration region (personen.json). */
export type Persoon = {
  naam: string
  rol: Rol
  agb?: string
  gemeenten?: string[]
  categorieen?: string[]
  functie: string
}

/** Who does something, and on which day (YYYY-MM-DD); `namens` an aanbieder by AGB code, for who is no user of the region. */
export type Daad = { op: string; wie: string; namens?: string }

/** Who and what there is in a demonstration region, by the names its files use. An unknown name throws. */
export type Register = {
  als: (daad: Daad, tijd?: string) => Context
  persoonId: (naam: string) => string
  /** The first person with this role. */
  met: (rol: Rol) => string
  aanbiederId: (agb: string) => string
  overeenkomstId: (nummer: string) => string
}

type Inhoud = {
  personen: readonly Persoon[]
  ids: ReadonlyMap<string, string>
  aanbieders: readonly { agb: string; id: string }[]
  overeenkomsten: readonly { nummer: string; id: string }[]
}

/** `ctx` is of the region; whoever acts through it acts on the day of the deed, not today. */
export function maakRegister(ctx: Context, { personen, ids, aanbieders, overeenkomsten }: Inhoud): Register {
  const opAgb = new Map(aanbieders.map(({ agb, id }) => [agb, id]))
  const opNummer = new Map(overeenkomsten.map(({ nummer, id }) => [nummer, id]))
  const vind = <Waarde>(waarde: Waarde | undefined, wat: string): Waarde => {
    if (waarde === undefined) throw new Error(`the demonstration region has no ${wat}`)
    return waarde
  }
  return {
    als({ op, wie, namens }, tijd = '10:00') {
      const today = Temporal.PlainDate.from(op)
      const now = today.toZonedDateTime({ timeZone: 'Europe/Amsterdam', plainTime: tijd }).toInstant()
      const persoon = personen.find(({ naam }) => naam === wie)
      const agb = namens ?? persoon?.agb ?? null
      const rol = persoon?.rol ?? vind(namens && ('aanbieder directie' as const), wie)
      const actor = { soort: 'gebruiker' as const, id: ids.get(wie) ?? ctx.regioId, naam: wie, agb }
      return { ...ctx, today, now, actor: { ...actor, rollen: [{ rol, agb }] } }
    },
    persoonId: (naam) => vind(ids.get(naam), naam),
    met: (rol) => vind(personen.find((persoon) => persoon.rol === rol)?.naam, rol),
    aanbiederId: (agb) => vind(opAgb.get(agb), agb),
    overeenkomstId: (nummer) => vind(opNummer.get(nummer), nummer),
  }
}

/** The same register for within a transaction: whoever acts, acts in it. */
export function binnen(ctx: Context, register: Register, tijd?: string): Register {
  return {
    ...register,
    als(daad, eigenTijd = tijd) {
      const { today, now, actor } = register.als(daad, eigenTijd)
      return { ...ctx, today, now, actor }
    },
  }
}
