import { beantwoordUitnodiging } from '../domain/act/overlegtafel/beantwoord-uitnodiging.ts'
import { houdOverlegtafel } from '../domain/act/overlegtafel/houd-overlegtafel.ts'
import { koppelTerug } from '../domain/act/overlegtafel/koppel-terug.ts'
import { legTafelbesluitVast } from '../domain/act/overlegtafel/leg-tafelbesluit-vast.ts'
import { listDeelnemers } from '../domain/act/overlegtafel/list-deelnemers.ts'
import { planOverlegtafel } from '../domain/act/overlegtafel/plan-overlegtafel.ts'
import { findOverlegtafel, listOverlegtafels } from '../domain/act/overlegtafel/queries.ts'
import { laatOverlegtafelVervallen, sluitOverlegtafel } from '../domain/act/overlegtafel/sluit-overlegtafel.ts'
import { sluitUit } from '../domain/act/overlegtafel/sluit-uit.ts'
import { stelOverlegtafelSamen } from '../domain/act/overlegtafel/stel-overlegtafel-samen.ts'
import { toetsOverlegtafel } from '../domain/act/overlegtafel/toets-overlegtafel.ts'
import { verstuurUitnodigingen } from '../domain/act/overlegtafel/verstuur-uitnodigingen.ts'
import type { ToetsInvoer } from '../domain/act/overlegtafel/invoer.ts'
import { voegContactpersoonToe } from '../domain/plan/aanbieder/bewaar-contactpersoon.ts'
import type { Context } from '../platform/context.ts'
import { inTransaction } from '../platform/transaction.ts'
import { binnen, type Register } from './voorbeeld-register.ts'

/** tafels.json: days as YYYY-MM-DD, aanbieders by AGB code. Who is neither absent nor cancelled was there. */
export type Voorbeeldtafel = {
  titel: string
  categorieen: string[]
  thema: string
  gepland: string
  datum: string
  begintijd: string
  plaats: string
  samengesteld?: string
  uitgenodigd?: string
  komt?: Record<string, string>
  afwezig: string[]
  afgemeld: Record<string, string>
  besluiten: string[]
  terugkoppeling: { datum: string; tekst: string } | null
  toets: (ToetsInvoer & { datum: string }) | null
  gesloten: string | null
  /** It did not go ahead. */
  vervallen?: { datum: string; reden: string }
  /** Decided after the table: not invited for a while */
  uitsluiting?: { agb: string; datum: string; tot: string; motivering: string }
}

export type Voorbeeldtafels = {
  tafels: Voorbeeldtafel[]
  contacten: { agb: string; naam: string; functie: string; email: string }[]
}

const dag = (tekst: string) => Temporal.PlainDate.from(tekst)

/** Adds the tables of the demonstration region, each act on its day; all of them or none, and not when there are any. */
export function vulTafelsAan(ctx: Context, { tafels, contacten }: Voorbeeldtafels, register: Register): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const { totaal } = await listOverlegtafels(ctx, {}, { sorteer: 'datum', richting: 'op', pagina: 1 })
    if (totaal > 0) return
    for (const { agb, ...contact } of contacten) {
      await voegContactpersoonToe(ctx, register.aanbiederId(agb), { ...contact, telefoon: '' })
    }
    for (const tafel of tafels) await vulTafelAan(ctx, tafel, register)
  })
}

async function vulTafelAan(ctx: Context, tafel: Voorbeeldtafel, register: Register) {
  const wie = register.met('contractmanager')
  const op = (datum: string) => binnen(ctx, register).als({ op: datum, wie })
  const { titel, categorieen, thema, begintijd, plaats } = tafel
  const afspraak = { datum: dag(tafel.datum), begintijd, wijze: 'fysiek' as const, plaats, subregioId: null }
  const id = await planOverlegtafel(op(tafel.gepland), { titel, categorieen, thema, ...afspraak })
  const versie = async () => (await findOverlegtafel(ctx, id)).versie
  const samengesteld = tafel.samengesteld ?? tafel.uitgenodigd
  if (samengesteld !== undefined) await speelTafel(ctx, tafel, id, { samengesteld, versie, op, register })
  if (tafel.vervallen) await laatOverlegtafelVervallen(op(tafel.vervallen.datum), id, { reden: tafel.vervallen.reden })
}

type Tafelspel = {
  samengesteld: string
  versie: () => Promise<number>
  op: (datum: string) => Context
  register: Register
}

async function speelTafel(
  ctx: Context,
  tafel: Voorbeeldtafel,
  id: string,
  { samengesteld, versie, op, register }: Tafelspel,
) {
  await stelOverlegtafelSamen(op(samengesteld), id, await versie())
  if (tafel.uitgenodigd === undefined) return
  await verstuurUitnodigingen(op(tafel.uitgenodigd), id, await versie())

  const deelnemers = await listDeelnemers(ctx, id)
  const is = (agb: string) =>
    deelnemers.find(({ aanbiederId }) => aanbiederId === register.aanbiederId(agb))?.aanbiederId
  const weken = op(dag(tafel.uitgenodigd).add({ days: 10 }).toString())
  for (const [agb, afgevaardigde] of Object.entries(tafel.komt ?? {})) {
    const wie = is(agb)
    if (wie) await beantwoordUitnodiging(weken, id, wie, { antwoord: 'komt', afgevaardigde })
  }
  for (const [agb, reden] of Object.entries(tafel.afgemeld)) {
    const wie = is(agb)
    if (wie) await beantwoordUitnodiging(weken, id, wie, { antwoord: 'afgemeld', reden })
  }
  if (tafel.vervallen || Temporal.PlainDate.compare(dag(tafel.datum), ctx.today) > 0) return

  const weg = new Set(tafel.afwezig.map(is))
  const afgemeld = new Set(Object.keys(tafel.afgemeld).map(is))
  const standen = deelnemers.map(({ aanbiederId }) => ({
    aanbiederId,
    aanwezigheid: weg.has(aanbiederId)
      ? ('afwezig' as const)
      : afgemeld.has(aanbiederId)
        ? ('afgemeld' as const)
        : ('aanwezig' as const),
    toelichting: '',
  }))
  await houdOverlegtafel(op(tafel.datum), id, standen)
  for (const tekst of tafel.besluiten) await legTafelbesluitVast(op(tafel.datum), id, { tekst })
  const { terugkoppeling, toets, gesloten, uitsluiting } = tafel
  if (terugkoppeling) {
    await koppelTerug(
      op(terugkoppeling.datum),
      id,
      { tekst: terugkoppeling.tekst, belanghebbenden: [] },
      await versie(),
    )
  }
  if (toets) {
    const { datum, ...oordeel } = toets
    await toetsOverlegtafel(op(datum), id, oordeel)
  }
  if (uitsluiting) {
    const { agb, datum, tot, motivering } = uitsluiting
    await sluitUit(op(datum), register.aanbiederId(agb), { tot: dag(tot), motivering })
  }
  if (gesloten) await sluitOverlegtafel(op(gesloten), id)
}
