import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { isDeepStrictEqual } from 'node:util'
import { bewaarTellingen } from '../src/domain/check/kpi/bewaar-tellingen.ts'
import { listDefinities, type Definitie } from '../src/domain/check/kpi/definities.ts'
import { beoordeel } from '../src/domain/check/kpi/oordeel.ts'
import { schermAf, type Cel } from '../src/domain/check/kpi/scherm-af.ts'
import { listSubregios } from '../src/domain/plan/inrichting/queries.ts'
import type { Context } from '../src/platform/context.ts'

/** Whole numbers from a seed, so that a run that fails can be run again. */
export type Toeval = (van: number, tot: number) => number

export const MINIMUM = 10
export const JAREN = [2024, 2025]
const KPIS = ['clienttevredenheid', 'resultaat-behaald', 'start-zorg'] as const

type Uitkomst = Pick<Cel, 'kpi' | 'clientenInZorg' | 'n' | 'teller' | 'clienten'> & {
  id: string
  /** Days per counted case of start zorg, null without a start. */
  dagen: (number | null)[]
  uitgesloten: Record<string, number>
}

/** All outcomes of one aanbieder, subregio and year. */
export type Plaats = { aanbieder: number; subregioId: string; jaar: number; cellen: Uitkomst[] }

export type KleineRegio = {
  aanbieders: { id: string; agb: string; naam: string }[]
  subregios: { id: string; naam: string }[]
  definities: Map<string, Definitie>
  berekeningen: Map<number, string>
}

/** A region with aanbieders and calculations of two years, of which the first is established; outcomes are put in apart. */
export async function maakKleineRegio(ctx: Context, hoeveel: number): Promise<KleineRegio> {
  const aanbieders = []
  for (let i = 0; i < hoeveel; i++) {
    const [agb, naam] = [`9899010${i.toString()}`, `Aanbieder ${'ABCDEFG'[i]!}`]
    const { rows } = await sql<{ id: string }>`insert into aanbieder (regio_id, agb, kvk, naam, grootteklasse)
      values (${ctx.regioId}, ${agb}, '12345678', ${naam}, 'klein') returning id`.execute(ctx.db)
    aanbieders.push({ id: rows[0]!.id, agb, naam })
  }
  const definities = await listDefinities(ctx, Temporal.PlainDate.from('2025-01-01'))
  const berekeningen = new Map<number, string>()
  for (const jaar of JAREN) {
    const { rows } = await sql<{
      id: string
    }>`insert into kpi_berekening (regio_id, jaar, periode_van, periode_tot, peildatum,
        voorlopig, berekend_op, berekend_door, invoer, vingerafdruk, getoond_minimum, regelsetdelen)
      values (${ctx.regioId}, ${jaar}, make_date(${jaar}, 1, 1), make_date(${jaar}, 12, 31), make_date(${jaar + 1}, 3, 1), false,
        ${ctx.now}, 'test', '{}', '', ${MINIMUM}, ${definities.map(({ id }) => id)}::uuid[]) returning id`.execute(
      ctx.db,
    )
    berekeningen.set(jaar, rows[0]!.id)
  }
  return {
    aanbieders,
    subregios: await listSubregios(ctx),
    definities: new Map(definities.map((definitie) => [definitie.code, definitie])),
    berekeningen,
  }
}

/** Outcomes of every place, many of them about few clients. */
export function verzinPlaatsen(regio: KleineRegio, toeval: Toeval): Plaats[] {
  return JAREN.flatMap((jaar) =>
    regio.aanbieders.flatMap((_, aanbieder) =>
      regio.subregios.map(({ id }) => ({ aanbieder, subregioId: id, jaar, cellen: verzinCellen(toeval) })),
    ),
  )
}

function verzinCellen(toeval: Toeval): Uitkomst[] {
  const clienten = [0, toeval(1, 9), toeval(10, 30), toeval(10, 80), toeval(20, 140)][toeval(0, 4)]!
  return KPIS.map((kpi) => {
    const n = clienten === 0 ? 0 : [0, toeval(0, 12), toeval(0, clienten), clienten][toeval(0, 3)]!
    const rest = [0, toeval(0, Math.min(n, 12)), toeval(0, n)][toeval(0, 2)]!
    const cel = { id: randomUUID(), kpi, clientenInZorg: clienten, n, teller: n - rest }
    return vul({ ...cel, clienten: n >= MINIMUM && toeval(0, 3) === 0 ? achter(cel, toeval) : {} }, toeval)
  })
}

/** Many cases of few clients: the figure has a judgement, and nobody who does not work with cases may see it. */
function achter({ n, teller }: Pick<Uitkomst, 'n' | 'teller'>, toeval: Toeval): Uitkomst['clienten'] {
  const clienten = toeval(1, MINIMUM - 1)
  return { n: clienten, teller: Math.min(clienten, teller), rest: Math.min(clienten, n - teller) }
}

function vul(cel: Omit<Uitkomst, 'dagen' | 'uitgesloten'>, toeval: Toeval): Uitkomst {
  const { kpi, n, teller } = cel
  const dagen = kpi === 'start-zorg' ? [...optijd(teller, toeval), ...mis(n - teller, toeval)] : []
  return {
    ...cel,
    teller: kpi === 'clienttevredenheid' ? 80 * n : teller,
    dagen,
    uitgesloten: { voortzetting: toeval(0, 15) },
  }
}

// some of them at once, the others within six weeks; some too late, the others never
function optijd(hoeveel: number, toeval: Toeval): number[] {
  const meteen = toeval(0, Math.min(hoeveel, 14))
  return Array.from({ length: hoeveel }, (_, i) => (i < meteen ? 0 : toeval(1, 42)))
}
function mis(hoeveel: number, toeval: Toeval): (number | null)[] {
  const nooit = toeval(0, Math.min(hoeveel, 14))
  return Array.from({ length: hoeveel }, (_, i) => (i < nooit ? null : toeval(43, 90)))
}

/** Another region that reads the same for who does not work with cases: every hidden number is another one. */
export function verander(regio: KleineRegio, plaatsen: readonly Plaats[], toeval: Toeval): Plaats[] {
  return plaatsen.map((plaats) => {
    const doel = gezicht(regio, plaats.cellen)
    for (let poging = 0; poging < 300; poging++) {
      const cellen = veranderCellen(plaats.cellen, doel, toeval)
      if (isDeepStrictEqual(gezicht(regio, cellen), doel)) return { ...plaats, cellen }
    }
    return plaats
  })
}

type Gezicht = ReturnType<typeof gezicht>

/** What a place shows: its masked cells, with what pages say of each beside them. */
function gezicht({ definities }: KleineRegio, cellen: readonly Uitkomst[]) {
  const metOordeel = cellen.map((cel) => {
    const definitie = definities.get(cel.kpi)!
    return { ...cel, ...oordeel(definitie, cel), schaal: definitie.schaal }
  })
  return schermAf(metOordeel, MINIMUM).map((getoond, i) => ({
    ...getoond,
    oordeel: getoond.toonOordeel ? metOordeel[i]!.oordeel : null,
    reden: metOordeel[i]!.reden,
    uitgesloten: klein(cellen[i]!.uitgesloten['voortzetting']!),
    ...(getoond.afgeschermd === null && { dagen: groepen(cellen[i]!.dagen) }),
  }))
}

const klein = (aantal: number) => (aantal > 0 && aantal < MINIMUM ? 'klein' : aantal)

function groepen(dagen: (number | null)[]) {
  const tel = (hoort: (dag: number | null) => boolean) => dagen.filter(hoort).length
  const deel = (a: number, b: number) => (klein(a) === 'klein' || klein(b) === 'klein' ? a + b : [a, b])
  return [
    deel(
      tel((dag) => dag !== null && dag <= 0),
      tel((dag) => dag !== null && dag > 0 && dag <= 42),
    ),
    deel(
      tel((dag) => dag !== null && dag > 42),
      tel((dag) => dag === null),
    ),
  ]
}

function oordeel(definitie: Definitie, { clientenInZorg, n, teller }: Uitkomst) {
  return beoordeel(definitie, {
    clientenInZorg,
    n,
    teller,
    heeftMeting: definitie.code !== 'clienttevredenheid' || n > 0,
  })
}

function veranderCellen(cellen: readonly Uitkomst[], doel: Gezicht, toeval: Toeval): Uitkomst[] {
  const oud = cellen[0]!.clientenInZorg
  const getoond = doel[0]!.clientenInZorg
  const clientenInZorg = typeof getoond === 'number' ? oud : 'onder' in getoond ? toeval(1, 9) : toeval(10, 60)
  return cellen.map((cel, i) => {
    const { n: zichtbaar, afgeschermd } = doel[i]!
    const n =
      typeof zichtbaar === 'number'
        ? cel.n
        : zichtbaar === null
          ? toeval(10, 40)
          : 'onder' in zichtbaar
            ? toeval(1, 9)
            : toeval(10, 70)
    const teller = afgeschermd === null ? (cel.kpi === 'clienttevredenheid' ? 0 : cel.teller) : toeval(0, n)
    const clienten = cel.clienten.n === undefined ? {} : achter({ n, teller }, toeval)
    const nieuw = vul({ ...cel, clientenInZorg, n, teller, clienten }, toeval)
    const uitgesloten = cel.uitgesloten['voortzetting']!
    return {
      ...nieuw,
      dagen: afgeschermd === null ? anderDeel(cel, toeval) : nieuw.dagen,
      uitgesloten: { voortzetting: klein(uitgesloten) === 'klein' ? toeval(1, 9) : uitgesloten },
    }
  })
}

/** Of a result that is shown, what may move: the parts of a half that is shown as one. */
function anderDeel({ dagen, teller, n }: Uitkomst, toeval: Toeval): (number | null)[] {
  if (dagen.length === 0) return dagen
  const [vroeg, laat] = groepen(dagen)
  return [
    ...(typeof vroeg === 'number' ? optijd(teller, toeval) : dagen.slice(0, teller)),
    ...(typeof laat === 'number' ? mis(n - teller, toeval) : dagen.slice(teller)),
  ]
}

/** Puts the outcomes with their cases and findings in the database; `ruis` is what stands beside a figure and is never shown. */
export async function schrijfPlaatsen(ctx: Context, regio: KleineRegio, plaatsen: readonly Plaats[], ruis: number) {
  const rijen = plaatsen.flatMap(({ aanbieder, subregioId, jaar, cellen }) =>
    cellen.map((cel) => {
      const definitie = regio.definities.get(cel.kpi)!
      const { waarde, oordeel: woord, reden } = oordeel(definitie, cel)
      return {
        id: cel.id, berekening_id: regio.berekeningen.get(jaar)!, jaar, kpi: cel.kpi, agb: regio.aanbieders[aanbieder]!.agb,
        aanbieder_id: regio.aanbieders[aanbieder]!.id, subregio_id: subregioId, clienten_in_zorg: cel.clientenInZorg, n: cel.n,
        teller: cel.teller, waarde, oordeel: woord, reden, uitgesloten: cel.uitgesloten, regelsetdeel_id: definitie.id,
        kenmerken: { mediaan: '21.0', p90: cel.n >= 100 ? 40 : ruis, nooitGestart: ruis, redenen: { client: ruis }, respons: String(ruis),
          benchmark: { andere: 5, laag: `6${ruis}.0`, midden: `7${ruis}.0`, hoog: `8${ruis}.0` }, dekking: { beeindigd: 40, geevalueerd: ruis },
          voortijdigeUitval: { n: 40, waarde: `${ruis}.0`, voortijdig: ruis, redenen: [], overig: ruis },
          resultaatrealisatie: { n: 40, waarde: `9${ruis}.0`, letterlijk: '0.90', evaluaties: ruis, inZorg: 60, daarvan: ruis, tussentijds: ruis },
          tevredenheidPerClient: { n: 40, waarde: `8.0${ruis}`, antwoorden: 40 + ruis, onderzoeken: [] },
          wachttijd: { n: 40, waarde: `21.${ruis}`, p90: ruis } },
        clienten: cel.clienten, dagen: cel.dagen,
      }
    }),
  ) // prettier-ignore
  await sql`with rij as (select * from jsonb_to_recordset(${JSON.stringify(rijen)}::jsonb) as r (id uuid, berekening_id uuid, jaar int,
      kpi text, agb text, aanbieder_id uuid, subregio_id uuid, clienten_in_zorg int, n int, teller int, waarde text, oordeel text,
      reden text, uitgesloten jsonb, kenmerken jsonb, regelsetdeel_id uuid, clienten jsonb))
    insert into kpi_uitkomst (regio_id, id, berekening_id, jaar, kpi, agb, aanbieder_id, subregio_id, clienten_in_zorg, n, teller,
      waarde, oordeel, reden, uitgesloten, kenmerken, regelsetdeel_id, clienten)
    select ${ctx.regioId}, id, berekening_id, jaar, kpi, agb, aanbieder_id, subregio_id, clienten_in_zorg, n, teller, waarde, oordeel,
      reden, uitgesloten, kenmerken, regelsetdeel_id, clienten from rij`.execute(ctx.db)
  await sql`insert into kpi_gevallen (regio_id, uitkomst_id, agb, client_id, toewijzing_id, uitkomst, referentiedatum, startdatum)
    select ${ctx.regioId}, r.id, r.agb, array_agg(gen_random_uuid()), array_agg(null::uuid),
      array_agg(case when dag is null then 'geen start' when dag::int <= 42 then 'tijdig' else 'te laat' end),
      array_agg(make_date(r.jaar, 3, 1)), array_agg(make_date(r.jaar, 3, 1) + dag::int)
    from jsonb_to_recordset(${JSON.stringify(rijen)}::jsonb) as r (id uuid, agb text, jaar int, dagen jsonb),
      jsonb_array_elements_text(r.dagen) as dag
    group by r.id, r.agb, r.jaar`.execute(ctx.db)
  for (const id of regio.berekeningen.values()) await bewaarTellingen(ctx, id, MINIMUM)
}
