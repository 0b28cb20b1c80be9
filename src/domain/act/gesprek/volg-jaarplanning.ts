import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import type { Bron } from '../../begrippen/bron.ts'
import { findRegelset } from '../../plan/inrichting/lees-regelset.ts'
import { berekenMet } from '../../plan/kalender/berekening.ts'
import { lockKalender, volgBron, type Gevolgd, type Sluiting, type Weg } from '../../plan/kalender/volg-bron.ts'
import { leesGespreksregels, type Regels } from './lees-gespreksregels.ts'
import { listGezien } from './list-gezien.ts'
import { nogTePlannen } from './te-weinig-gezien.ts'

const EINDE_JAAR = { eenheid: 'vaste datum', maand: 12, dag: 31 } as const
// A year that fell short stays to be seen for a month.
const NOG_TE_ZIEN = { days: 31 }

/**
 * Which meetings a year still asks: every aanbieder that is seen too little (GES-01, CLS-11), and every opdrachtgever with too few
 * consultations (PLN-07), until 31 December. Enough planned is enough; a meeting that is cancelled brings the term back.
 */
export function volgJaarplanning(ctx: Context): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    await lockKalender(ctx)
    if ((await findRegelset(ctx, 'gesprekken', ctx.today)) === null) return
    const regels = await leesGespreksregels(ctx)
    const jaren = [...new Set([ctx.today.subtract(NOG_TE_ZIEN).year, ctx.today.year])]
    const [gesprekken, overleggen]: [Gevolgd[], Gevolgd[]] = [[], []]
    for (const jaar of jaren) {
      gesprekken.push(...(await teWeinigGezien(ctx, regels, jaar)))
      overleggen.push(...(await teWeinigOverleg(ctx, regels, jaar)))
    }
    await volgBron(ctx, 'gesprek-jaar', gesprekken, (weg) => Promise.resolve(sluit(ctx, weg)))
    await volgBron(ctx, 'opdrachtgever-jaar', overleggen, (weg) => Promise.resolve(sluit(ctx, weg)))
  })
}

async function teWeinigGezien(ctx: Context, regels: Regels, jaar: number): Promise<Gevolgd[]> {
  const { rijen } = await listGezien(
    ctx,
    regels,
    { jaar, teWeinig: true },
    { sorteer: 'naam', richting: 'op', pagina: null },
  )
  return rijen.map((rij) => ({
    ...jaartermijn(jaar, regels, rij.nodig, regels.regels.minimum.bron),
    bronId: rij.id,
    titel: `Gesprek plannen: ${inTotaal(nogTePlannen(rij) || rij.nodig - rij.gehouden)} in ${String(jaar)}`,
    aanbiederId: rij.id,
    gevolg: 'De aanbieder is dit jaar dan te weinig gezien.',
  }))
}

async function teWeinigOverleg(ctx: Context, regels: Regels, jaar: number): Promise<Gevolgd[]> {
  const frequentie = regels.frequenties.find(({ code }) => code === 'opdrachtgeversoverleg')
  const soort = regels.regels.soorten.find(({ partij }) => partij === 'opdrachtgever')
  if (!frequentie || !soort) return []
  const nodig = Math.ceil(frequentie.aantal / frequentie.perJaren)
  return (await telOverleggen(ctx, jaar)).flatMap((rij) => {
    const over = nodig - rij.aantal
    return over <= 0
      ? []
      : [
          {
            ...jaartermijn(jaar, regels, nodig, frequentie.bron),
            bronId: rij.code,
            titel: `${soort.naam} met ${rij.naam} plannen: ${inTotaal(over)} in ${String(jaar)}`.slice(0, 200),
            aanbiederId: null,
            gevolg: 'De opdrachtgever is dit jaar dan te weinig gesproken.',
          },
        ]
  })
}

// Counted for the region and not for who looks: in a year that is over only what was held.
async function telOverleggen(ctx: Context, jaar: number): Promise<{ code: string; naam: string; aantal: number }[]> {
  const voorbij = jaar < ctx.today.year
  const { rows } = await sql<{
    code: string
    naam: string
    aantal: number
  }>`select m.code, m.naam, count(g.id)::int as aantal
    from gemeente m left join gesprek g on g.regio_id = m.regio_id and g.gemeente_code = m.code and g.geannuleerd_op is null
      and g.datum between ${new Temporal.PlainDate(jaar, 1, 1)} and ${new Temporal.PlainDate(jaar, 12, 31)}
      ${voorbij ? sql`and g.gehouden_op is not null` : sql``}
    where m.regio_id = ${ctx.regioId} group by m.code, m.naam, m.volgorde order by m.volgorde, m.code`.execute(ctx.db)
  return rows
}

function jaartermijn(jaar: number, { termijnen }: Regels, nodig: number, bron: Bron) {
  const startdatum = new Temporal.PlainDate(jaar, 1, 1)
  return {
    sleutel: String(jaar),
    aard: 'uiterlijk' as const,
    code: null,
    startgebeurtenis: 'begin van het kalenderjaar',
    startdatum,
    berekend: berekenMet(EINDE_JAAR, startdatum, termijnen.kalender, {
      regel: `${String(nodig)} keer per kalenderjaar`,
      bron,
      versie: null,
    }),
    wie: { kant: 'regio', rol: 'contractmanager' } as const,
    overeenkomstId: null,
  }
}

function inTotaal(aantal: number): string {
  return aantal === 1 ? 'nog één' : `nog ${String(aantal)}`
}

function sluit(ctx: Context, weg: readonly Weg[]): Sluiting[] {
  return weg.map(({ id, sleutel }) =>
    Number(sleutel) === ctx.today.year
      ? { id, op: ctx.today, reden: 'Er zijn er genoeg gehouden of gepland.' }
      : { id, op: null, reden: 'Het jaar is voorbij.' },
  )
}
