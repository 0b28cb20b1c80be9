import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import type { Bericht, Uitkomst } from '../../../platform/mail.ts'
import type { Post } from '../../plan/account/verstuur-mail.ts'
import { findRegionaam } from '../../plan/account/queries.ts'
import { maakTafelmail, type Berichtsoort } from './tafelmail.ts'
import { verstuurEens } from '../../plan/account/verstuur-eens.ts'

type Rij = {
  soort: Berichtsoort
  naam: string
  email: string
  aanbieder: string | null
  overlegtafelId: string | null
  titel: string
  datum: Temporal.PlainDate
  begintijd: string
  wijze: 'fysiek' | 'online'
  plaats: string
  vervallenReden: string | null
  terugkoppeling: string | null
  besluiten: string[]
  tot: Temporal.PlainDate | null
  opgehevenVanaf: Temporal.PlainDate | null
  motivering: string
  opheffingReden: string | null
}

/**
 * Makes and sends one mail about a table. What became of it is recorded; when the server may take it later this throws, and the queue
 * tries again. What was sent is never sent again.
 */
export async function verstuurTafelbericht(ctx: Context, berichtId: string, post: Post): Promise<void> {
  await verstuurEens(
    ctx,
    post,
    (ctx) => bereidVoor(ctx, berichtId, post?.url ?? ''),
    (ctx, uitkomst) => legVast(ctx, berichtId, uitkomst),
  )
}

async function bereidVoor(ctx: Context, berichtId: string, url: string): Promise<Bericht | undefined> {
  const { rows } = await sql<Rij>`
    select b.soort, b.naam, b.email, a.naam as aanbieder, b.overlegtafel_id, o.titel, o.datum, o.begintijd, o.wijze, o.plaats,
      o.vervallen_reden, o.terugkoppeling, u.tot, u.opgeheven_vanaf, u.motivering, u.opheffing_reden,
      array(select d.tekst from overlegtafel_besluit d where d.regio_id = b.regio_id and d.overlegtafel_id = b.overlegtafel_id
        order by d.vastgelegd_op, d.id) as besluiten
    from overlegtafel_bericht b
    left join aanbieder a on a.regio_id = b.regio_id and a.id = b.aanbieder_id
    left join overlegtafel o on o.regio_id = b.regio_id and o.id = b.overlegtafel_id
    left join overlegtafel_uitsluiting u on u.regio_id = b.regio_id and u.id = b.uitsluiting_id
    where b.regio_id = ${ctx.regioId} and b.id = ${berichtId} and b.verzonden_op is null and b.mislukt_op is null
    for update of b`.execute(ctx.db)
  const [rij] = rows
  if (!rij) return undefined
  // an invitation that comes after the table only confuses
  const vraagt = rij.soort === 'uitnodiging' || rij.soort === 'wijziging'
  if (vraagt && Temporal.PlainDate.compare(rij.datum, ctx.today) < 0) {
    await legVast(ctx, berichtId, { soort: 'blijvend', fout: 'te laat' })
    return undefined
  }
  const { naam, aanbieder, overlegtafelId, tot, opgehevenVanaf, motivering, opheffingReden } = rij
  const wie = {
    naam,
    aanbieder,
    regio: await findRegionaam(ctx),
    url,
    link: `${url}/overlegtafels/${overlegtafelId ?? ''}`,
  }
  const inhoud =
    overlegtafelId === null
      ? maakTafelmail(rij.soort, {
          ...wie,
          uitsluiting: {
            tot: tot && dag(tot),
            vanaf: opgehevenVanaf ? dag(opgehevenVanaf) : '',
            motivering,
            opheffingReden,
          },
        })
      : maakTafelmail(rij.soort, { ...wie, tafel: { ...rij, dag: dag(rij.datum) } })
  return { ...inhoud, aan: rij.email, kenmerk: berichtId }
}

async function legVast(ctx: Context, berichtId: string, uitkomst: Uitkomst) {
  const fout = uitkomst.soort === 'verzonden' ? null : uitkomst.fout
  await sql`update overlegtafel_bericht set pogingen = pogingen + 1, laatste_fout = ${fout},
      verzonden_op = case when ${uitkomst.soort === 'verzonden'} then ${ctx.now}::timestamptz end,
      mislukt_op = case when ${uitkomst.soort === 'blijvend'} then ${ctx.now}::timestamptz end
    where regio_id = ${ctx.regioId} and id = ${berichtId}`.execute(ctx.db)
}

function dag(datum: Temporal.PlainDate): string {
  return datum.toLocaleString('nl-NL', { dateStyle: 'full' })
}
