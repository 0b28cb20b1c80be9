import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { Kalender } from '../../begrippen/werkdagen.ts'
import { findRegelset, leesRegelsetdelen } from '../../plan/inrichting/lees-regelset.ts'
import { leesInhoud } from '../../plan/inrichting/regelset-inhoud.ts'
import { Frequenties } from '../../plan/inrichting/regelset.ts'
import { berekenMet } from '../../plan/kalender/berekening.ts'
import { lockKalender, volgBron, type Gevolgd, type Sluiting, type Weg } from '../../plan/kalender/volg-bron.ts'
import { listTafelproducten } from './list-tafelproducten.ts'
import { listToetstermijnen } from './list-toetsen.ts'
import { Tafelregels } from './regels.ts'
import { zonderTafel } from './zonder-tafel.ts'

const EINDE_JAAR = { eenheid: 'vaste datum', maand: 12, dag: 31 } as const
const wij = { wie: { kant: 'regio', rol: 'contractmanager' }, aanbiederId: null, overeenkomstId: null } as const

/**
 * What tables still ask in this year: a table about every product that has none held or planned (TAF-02), and the day before which its
 * effectiveness must be tested again (TAF-16). A region without tables in its regelset has neither.
 */
export function volgTafeljaar(ctx: Context): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    await lockKalender(ctx)
    if ((await findRegelset(ctx, 'overlegtafel', ctx.today)) === null) return
    const delen = await leesRegelsetdelen(ctx, ['overlegtafel', 'frequenties', 'feestdagen'], ctx.today)
    const regels = leesInhoud(Tafelregels, delen.overlegtafel.inhoud)
    const kalender = leesInhoud(Kalender, delen.feestdagen.inhoud)
    const frequentie = leesInhoud(Frequenties, delen.frequenties.inhoud).frequenties.find(
      ({ code }) => code === 'overlegtafel',
    )
    const jaar = ctx.today.year
    const zonder = frequentie ? zonderTafel(await listTafelproducten(ctx), await listDagen(ctx), jaar, frequentie) : []
    const startdatum = new Temporal.PlainDate(jaar, 1, 1)
    const perJaar = zonder.map(({ code, naam }): Gevolgd => ({
      ...wij,
      bronId: code,
      sleutel: String(jaar),
      titel: `Overlegtafel plannen: ${naam}`.slice(0, 200),
      aard: 'uiterlijk',
      code: null,
      startgebeurtenis: 'begin van het kalenderjaar',
      startdatum,
      berekend: berekenMet(EINDE_JAAR, startdatum, kalender, {
        regel: frequentie!.naam,
        bron: frequentie!.bron,
        versie: `frequenties, versie ${String(delen.frequenties.versie)}`,
      }),
      gevolg: 'Over dit product is er dit jaar dan geen overlegtafel geweest.',
    }))
    await volgBron(ctx, 'overlegtafel-jaar', perJaar, (weg) => Promise.resolve(sluitJaar(ctx, weg)))

    const looptijd = {
      eenheid: 'maanden',
      lengte: regels.toetsMaanden,
      richting: 'vooruit',
      doorrollen: 'niet',
    } as const
    const bron = regels.bronnen.find(({ paragraaf }) => /effectiviteit/i.test(paragraaf)) ?? null
    const toetsen = (await listToetstermijnen(ctx, regels)).map(({ code, naam, vanaf }): Gevolgd => ({
      ...wij,
      bronId: code,
      sleutel: `na ${vanaf.toString()}`,
      titel: `Toetsen of de overlegtafel werkt: ${naam}`.slice(0, 200),
      aard: 'uiterlijk',
      code: null,
      startgebeurtenis: 'de laatste toets, of de eerste tafel over dit product',
      startdatum: vanaf,
      berekend: berekenMet(looptijd, vanaf, kalender, {
        regel: 'Effectiviteit toetsen',
        bron,
        versie: `overlegtafel, versie ${String(delen.overlegtafel.versie)}`,
      }),
      gevolg: 'Of de samenstelling nog past, is dan te lang niet besproken.',
    }))
    await volgBron(ctx, 'overlegtafel-toets', toetsen, (weg) => sluitToets(ctx, weg))
  })
}

// Held or planned: a product with a day ahead asks nothing more.
async function listDagen(ctx: Context): Promise<Map<string, Temporal.PlainDate[]>> {
  const { rows } = await sql<{ categorie: string; dagen: Temporal.PlainDate[] }>`
    select p.categorie, array_agg(o.datum) as dagen from overlegtafel_product p
    join overlegtafel o on o.regio_id = p.regio_id and o.id = p.overlegtafel_id
    where p.regio_id = ${ctx.regioId} and o.vervallen_op is null and (o.gehouden_op is not null or o.datum >= ${ctx.today})
    group by p.categorie`.execute(ctx.db)
  return new Map(rows.map(({ categorie, dagen }) => [categorie, dagen]))
}

function sluitJaar(ctx: Context, weg: readonly Weg[]): Sluiting[] {
  return weg.map(({ id, sleutel }) =>
    Number(sleutel) === ctx.today.year
      ? { id, op: ctx.today, reden: 'De overlegtafel is gepland of gehouden.' }
      : { id, op: null, reden: 'Het jaar is voorbij.' },
  )
}

async function sluitToets(ctx: Context, weg: readonly Weg[]): Promise<Sluiting[]> {
  const { rows } = await sql<{ categorie: string; op: Temporal.PlainDate }>`select p.categorie, max(t.datum) as op
    from overlegtafel_toets t join overlegtafel_product p on p.regio_id = t.regio_id and p.overlegtafel_id = t.overlegtafel_id
    where t.regio_id = ${ctx.regioId} and p.categorie = any(${weg.map(({ bronId }) => bronId)}::text[]) group by p.categorie`.execute(
    ctx.db,
  )
  const laatste = new Map(rows.map(({ categorie, op }) => [categorie, op]))
  return weg.map(({ id, bronId, sleutel }) => {
    const op = laatste.get(bronId)
    return op && sleutel < `na ${op.toString()}`
      ? { id, op, reden: 'De toets is vastgelegd.' }
      : { id, op: null, reden: 'Dit wordt niet meer gevraagd.' }
  })
}
