import { sql, type RawBuilder } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { prepared } from '../../../platform/prepared.ts'
import { rekenstappen, zetUitJson } from './lees-zaak.ts'
import type { Termijnstand, Velden, Zet } from './zaak.ts'

export type Zaakkop = {
  aanbieder: string
  overeenkomst: string | null
  subregio: string | null
  bevindingId: string | null
  bevinding: string | null
  geopendOp: Temporal.Instant
  geopendDoor: string
  geslotenOp: Temporal.Instant | null
  ladderVersie: number
}
export type GezetteStapRegel = {
  nr: number
  overgang: string
  van: string | null
  naar: string
  datum: Temporal.PlainDate
  grond: string | null
  motivering: string
  velden: Velden
  partij: Zet['partij']
  door: string
  beslotenDoor: string | null
  beslotenAls: string | null
  mandaatGrond: string | null
}
export type StukRegel = {
  id: string
  soort: string
  datum: Temporal.PlainDate
  velden: Velden
  partij: Zet['partij']
  vastgelegdDoor: string
  gesprekId: string | null
}
export type TermijnRegel = Termijnstand & { werkelijkEinde: Temporal.PlainDate }
export type BriefRegel = {
  nr: number
  soort: string
  naam: string
  onderwerp: string
  alineas: string[]
  verzonden: Temporal.PlainDate
  wijze: string
  kenmerk: string
  ontvangen: Temporal.PlainDate
  verzondenDoor: string
}
export type VoorstelRegel = {
  overgang: string
  zet: Zet
  stand: 'voorgesteld' | 'besloten' | 'gezet' | 'afgewezen' | 'ingetrokken'
  voorgesteldOp: Temporal.Instant
  voorgesteldDoor: string
  beslotenOp: Temporal.Instant | null
  beslotenDoor: string | null
  beslotenAls: string | null
  mandaatGrond: string | null
  reden: string | null
}
export type Zaakdossier = {
  kop: Zaakkop
  stappen: GezetteStapRegel[]
  stukken: StukRegel[]
  termijnen: TermijnRegel[]
  brieven: BriefRegel[]
  voorstellen: VoorstelRegel[]
}

/** Everything a case page tells. For an aanbieder's account reasons stay out: the letters tell them. */
export async function findDossier(ctx: Context, id: string): Promise<Zaakdossier> {
  const van = sql`where x.regio_id = ${ctx.regioId} and x.escalatie_id = ${id}`
  // the same for every case, so that its plan is kept
  const vraag = <Rij>(een: RawBuilder<Rij>) => prepared(een).execute(ctx.db)
  const naam = (kolom: string) =>
    sql`(select g.naam from gebruiker g where g.regio_id = x.regio_id and g.id = ${sql.ref(`x.${kolom}`)})`
  const binnen = ctx.actor.agb === null
  const [kop, stappen, stukken, termijnen, brieven, voorstellen] = await Promise.all([
    vraag(sql<Zaakkop>`select a.naam as aanbieder, o.nummer as overeenkomst, s.naam as subregio, e.bevinding_id,
        (select b.titel from bevinding b where b.regio_id = e.regio_id and b.id = e.bevinding_id) as bevinding,
        e.geopend_op, e.geopend_door, e.gesloten_op, r.versie as ladder_versie
      from escalatie e join aanbieder a on a.regio_id = e.regio_id and a.id = e.aanbieder_id
      join regelsetdeel r on r.regio_id = e.regio_id and r.id = e.regelsetdeel_id
      left join overeenkomst o on o.regio_id = e.regio_id and o.id = e.overeenkomst_id
      left join subregio s on s.regio_id = e.regio_id and s.id = e.subregio_id
      where e.regio_id = ${ctx.regioId} and e.id = ${id}`),
    vraag(sql<GezetteStapRegel>`select x.nr, x.overgang, x.van, x.naar, x.datum, x.grond, ${binnen ? sql`x.motivering` : sql`''`} as motivering,
        x.velden, x.partij, ${naam('door')} as door, ${naam('besloten_door')} as besloten_door, x.besloten_als, x.mandaat_grond
      from escalatie_stap x ${van} order by x.nr`),
    vraag(sql<StukRegel>`select x.id, x.soort, x.datum, x.velden, x.partij, x.vastgelegd_door, x.gesprek_id from escalatie_stuk x ${van}
      and (${binnen}::bool or x.voor_aanbieder) order by x.id`),
    vraag(sql<TermijnRegel>`select x.code, x.start, x.einddatum, x.werkelijk_einde, x.afgesproken, x.stappen, x.klaar
      from escalatie_termijn x ${van} order by x.nr`),
    vraag(sql<BriefRegel>`select x.nr, x.soort, x.naam, coalesce(nullif(x.onderwerp, ''), x.naam) as onderwerp, x.alineas, x.verzonden, x.wijze, x.kenmerk, x.ontvangen, x.verzonden_door
      from escalatie_brief x ${van} order by x.nr desc`),
    vraag(sql<VoorstelRegel>`select x.overgang, x.zet, x.stand, x.voorgesteld_op, ${naam('voorgesteld_door')} as voorgesteld_door, x.besloten_op,
        ${naam('besloten_door')} as besloten_door, x.besloten_als, x.mandaat_grond, x.reden
      from escalatie_voorstel x ${van} and ${binnen}::bool order by x.id`),
  ])
  return {
    kop: kop.rows[0]!,
    stappen: stappen.rows,
    stukken: stukken.rows,
    termijnen: termijnen.rows.map((termijn) => ({ ...termijn, stappen: rekenstappen(termijn.stappen) })),
    brieven: brieven.rows,
    voorstellen: voorstellen.rows.map((voorstel) => ({ ...voorstel, zet: zetUitJson(voorstel.zet) })),
  }
}
