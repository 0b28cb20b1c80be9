import { sql, type RawBuilder } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { notFound } from '../../../platform/errors.ts'
import { prepared } from '../../../platform/prepared.ts'
import { Kalender } from '../../begrippen/werkdagen.ts'
import { leesRegelset } from '../../plan/inrichting/lees-regelset.ts'
import { leesInhoud } from '../../plan/inrichting/regelset-inhoud.ts'
import { zicht } from '../../rechten/zicht.ts'
import type { Ladder } from './ladder.ts'
import { leesLadderVan } from './lees-ladder.ts'
import { leesOmzet } from './lees-omzet.ts'
import type {
  Brief,
  Feiten,
  GezetteStap,
  Maatregel,
  OpenStap,
  Schorsing,
  Stuk,
  Termijnstand,
  Velden,
  Zaak,
  Zet,
} from './zaak.ts'

/** The row of a case. */
export type Zaakrij = {
  id: string
  nummer: string
  aanbiederId: string
  agb: string
  overeenkomstId: string | null
  regelsetdeelId: string
  titel: string
  toestand: string
  vorige: string | null
  beurt: number
  openStand: 'voorgesteld' | 'besloten' | null
  versie: number
}

/** A case with its ladder and what the rules need to know of the world. */
export type Geopend = { rij: Zaakrij; ladder: Ladder; zaak: Zaak; feiten: Feiten; voorstelId: string | null }

/** Reads a case; with `lock` until the end of the transaction. Throws 404. */
export async function leesZaak(ctx: Context, id: string, lock = false): Promise<Geopend> {
  const { rows } =
    await sql<Zaakrij>`select e.id, e.nummer, e.aanbieder_id, e.agb, e.overeenkomst_id, e.regelsetdeel_id, e.titel,
      e.toestand, e.vorige, e.beurt, e.open_stand, e.versie
    from escalatie e where ${zicht(ctx).escalatie('e')} and e.id = ${id} ${lock ? sql`for update` : sql``}`.execute(
      ctx.db,
    )
  const rij = rows[0]
  if (!rij) throw notFound('Deze escalatie')
  const ladder = await leesLadderVan(ctx, rij.regelsetdeelId)
  const [feiten, delen] = await Promise.all([leesFeiten(ctx, rij.agb, ladder), leesDelen(ctx, id)])
  const { voorstel, ...rest } = delen
  return {
    rij,
    ladder,
    feiten,
    voorstelId: voorstel?.id ?? null,
    zaak: {
      toestand: rij.toestand,
      vorige: rij.vorige,
      beurt: rij.beurt,
      open: rij.openStand && openStap(rij.openStand, voorstel),
      ...rest,
    },
  }
}

/** Today, the holidays of the region, and the turnover where the ladder asks for it. */
export async function leesFeiten(ctx: Context, agb: string, ladder: Ladder): Promise<Feiten> {
  const [kalender, omzetCent] = await Promise.all([
    leesRegelset(ctx, 'feestdagen', ctx.today),
    leesOmzet(ctx, agb, ladder),
  ])
  return { vandaag: ctx.today, kalender: leesInhoud(Kalender, kalender.inhoud), omzetCent }
}

type Voorstelrij = { id: string; zet: unknown; beslotenDoor: string | null }

// An aanbieder's account sees that something is open, not what (021-escalatie.sql).
function openStap(stand: OpenStap['stand'], voorstel: Voorstelrij | undefined): OpenStap {
  const zet: Zet = voorstel
    ? zetUitJson(voorstel.zet)
    : {
        overgang: '',
        motivering: '',
        datum: Temporal.PlainDate.from('2000-01-01'),
        velden: {},
        stukken: [],
        maatregelen: [],
        partij: 'opdrachtgever',
        door: '',
      }
  return { zet, stand, besloten: voorstel?.beslotenDoor ? { door: voorstel.beslotenDoor } : null }
}

/** What was kept of a step that waits. */
export function zetUitJson(json: unknown): Zet {
  const { datum, ...rest } = json as Omit<Zet, 'datum'> & { datum: string }
  return { ...rest, datum: Temporal.PlainDate.from(datum) }
}

async function leesDelen(ctx: Context, id: string) {
  const van = sql`where regio_id = ${ctx.regioId} and escalatie_id = ${id}`
  // the same for every case, so that its plan is kept
  const vraag = <Rij>(een: RawBuilder<Rij>) => prepared(een).execute(ctx.db)
  const [stappen, stukken, termijnen, maatregelen, brieven, schorsingen, voorstellen] = await Promise.all([
    vraag(sql<GezetteStap>`select overgang, van, naar, datum, grond, motivering, velden, partij, door::text as door,
      besloten_door::text as besloten_door from escalatie_stap ${van} order by nr`),
    vraag(sql<Stuk>`select soort, datum, velden, beurt from escalatie_stuk ${van} order by id`),
    vraag(
      sql<Termijnstand>`select code, start, einddatum, afgesproken, stappen, klaar from escalatie_termijn ${van} order by nr`,
    ),
    vraag(sql<Maatregel>`select soort, velden, begin, einde from escalatie_maatregel ${van} order by nr`),
    vraag(sql<Brief>`select soort, verzonden, ontvangen from escalatie_brief ${van} order by nr`),
    vraag(sql<Schorsing>`select vanaf, uiterlijk, tot, termijnen from escalatie_schorsing ${van} order by nr`),
    vraag(sql<Voorstelrij>`select id::text as id, zet, besloten_door::text as besloten_door from escalatie_voorstel ${van}
      and stand in ('voorgesteld', 'besloten')`),
  ])
  return {
    stappen: stappen.rows,
    stukken: stukken.rows,
    termijnen: termijnen.rows.map((termijn) => ({ ...termijn, stappen: rekenstappen(termijn.stappen) })),
    maatregelen: maatregelen.rows,
    brieven: brieven.rows,
    schorsingen: schorsingen.rows,
    voorstel: voorstellen.rows[0],
  }
}

/** The steps of a calculation as they were kept, their days as days again. */
export function rekenstappen(json: unknown): Termijnstand['stappen'] {
  return (json as (Velden & { datum: string })[]).map(
    (stap) => ({ ...stap, datum: Temporal.PlainDate.from(stap.datum) }) as unknown as Termijnstand['stappen'][number],
  )
}
