import { besluitOverStap } from '../domain/act/escalatie/besluit-over-stap.ts'
import type { Grond } from '../domain/act/escalatie/gronden.ts'
import { leesZaak } from '../domain/act/escalatie/lees-zaak.ts'
import { openEscalatie } from '../domain/act/escalatie/open-escalatie.ts'
import { listEscalaties } from '../domain/act/escalatie/queries.ts'
import { verzendBrief } from '../domain/act/escalatie/verzend-brief.ts'
import type { Verzending } from '../domain/act/escalatie/zaak.ts'
import { zetStap, type Stapinvoer } from '../domain/act/escalatie/zet-stap.ts'
import { legBevindingVast } from '../domain/check/bevinding/leg-bevinding-vast.ts'
import type { Rol } from '../domain/rechten.ts'
import type { Context } from '../platform/context.ts'
import { inReadTransaction, inTransaction } from '../platform/transaction.ts'

type Velden = Record<string, string>
type Stap = {
  stap: string
  grond?: Grond
  motivering?: string
  velden?: Velden
  stukken?: Record<string, Velden>
  maatregelen?: Record<string, Velden>
}
type Beurt = { op: string; wie: string } & (
  | ({ doe: 'open' } & Stap)
  | ({ doe: 'zet' } & Stap)
  | { doe: 'besluit'; akkoord: boolean; reden: string }
  | { doe: 'verstuur'; wijze: Verzending['wijze']; kenmerk: string }
)
/** db/voorbeeldregio/escalaties.json: cases, act by act, as people did them. Days as YYYY-MM-DD, amounts in cents. */
export type Voorbeeldzaak = { agb: string; titel: string; bevinding?: string; beurten: Beurt[] }

type Register = {
  personen: ReadonlyMap<string, { id: string; rol: Rol }>
  aanbieders: ReadonlyMap<string, string>
}

/** Plays the cases of the demonstration region through the same use cases as real ones. Done once, in one transaction. */
export async function vulEscalatiesAan(ctx: Context, zaken: Voorbeeldzaak[], register: Register): Promise<void> {
  const bekend = await inReadTransaction(ctx, (ctx) =>
    listEscalaties(ctx, {}, { sorteer: 'geopend', richting: 'op', pagina: 1 }),
  )
  if (bekend.totaal > 0) return
  await inTransaction(ctx, async (ctx) => {
    for (const zaak of zaken) await speelZaak(ctx, zaak, register)
  })
}

async function speelZaak(ctx: Context, { agb, titel, bevinding, beurten }: Voorbeeldzaak, register: Register) {
  const aanbiederId = register.aanbieders.get(agb)!
  let id = ''
  for (const beurt of beurten) {
    const als = alsPersoon(ctx, beurt, register)
    const gezien = id === '' ? 0 : (await leesZaak(als, id)).rij.versie
    if (beurt.doe === 'open') {
      const bevindingId = bevinding
        ? await legBevindingVast(als, { aanbiederId, titel: bevinding, toelichting: '' })
        : undefined
      id = await openEscalatie(als, {
        aanbiederId,
        titel,
        zet: stap(beurt, als.today),
        ...(bevindingId && { bevindingId }),
      })
    } else if (beurt.doe === 'zet') await zetStap(als, id, gezien, stap(beurt, als.today))
    else if (beurt.doe === 'besluit') await besluitOverStap(als, id, gezien, beurt)
    else await verzendBrief(als, id, gezien, { datum: als.today, wijze: beurt.wijze, kenmerk: beurt.kenmerk })
  }
}

function stap(
  { stap, grond, motivering = '', velden = {}, stukken = {}, maatregelen = {} }: Stap,
  datum: Temporal.PlainDate,
): Stapinvoer {
  return {
    overgang: stap,
    grond,
    motivering,
    datum,
    velden,
    stukken: Object.entries(stukken).map(([soort, velden]) => ({ soort, velden, datum })),
    maatregelen: Object.entries(maatregelen).map(([soort, velden]) => ({ soort, velden })),
  }
}

function alsPersoon(ctx: Context, { op, wie }: Beurt, { personen }: Register): Context {
  const { id, rol } = personen.get(wie)!
  const today = Temporal.PlainDate.from(op)
  const now = today.toZonedDateTime({ timeZone: 'Europe/Amsterdam', plainTime: '10:00' }).toInstant()
  return { ...ctx, today, now, actor: { soort: 'gebruiker', id, naam: wie, rollen: [{ rol, agb: null }], agb: null } }
}
