import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import type { Bericht, Uitkomst } from '../../../platform/mail.ts'
import { datumzin } from '../../begrippen/datumzin.ts'
import { maakAgendabijlage } from './agendabijlage.ts'
import { maakGespreksmail, type Berichtsoort } from './gespreksmail.ts'
import type { Post } from '../../plan/account/verstuur-mail.ts'
import { verstuurEens } from '../../plan/account/verstuur-eens.ts'

/**
 * Makes and sends one mail about a meeting. What became of it is recorded; when the server may take it later this throws, and the
 * queue tries again. A mail that was sent is never sent again.
 */
export async function verstuurGespreksbericht(ctx: Context, berichtId: string, post: Post): Promise<void> {
  await verstuurEens(
    ctx,
    post,
    (ctx) => bereidVoor(ctx, berichtId, post?.url ?? ''),
    (ctx, uitkomst) => legVast(ctx, berichtId, uitkomst),
  )
}

type Rij = {
  soort: Berichtsoort
  telaat: boolean
  gesprekId: string
  titel: string
  datum: Temporal.PlainDate
  begintijd: string
  eindtijd: string
  plaats: string
  volgnummer: number
  annuleringReden: string | null
  verplaatsing: string | null
  rapportageUiterlijk: Temporal.PlainDate | null
  reactieUiterlijk: Temporal.PlainDate | null
  naam: string
  email: string
  eigenaar: string
  eigenaarEmail: string | null
  regio: string
}

async function bereidVoor(ctx: Context, berichtId: string, url: string): Promise<Bericht | undefined> {
  const { rows } =
    await sql<Rij>`select b.soort, b.uiterlijk_op <= ${ctx.now} as telaat, g.id as gesprek_id, g.titel, g.datum,
      g.begintijd, g.eindtijd, g.plaats, g.volgnummer, g.annulering_reden, g.rapportage_uiterlijk, g.reactie_uiterlijk, d.naam,
      coalesce(u.email, d.email) as email, e.naam as eigenaar, e.email as eigenaar_email, r.naam as regio,
      (select v.reden from gesprek_verplaatsing v where v.regio_id = g.regio_id and v.gesprek_id = g.id
        order by v.verplaatst_op desc limit 1) as verplaatsing
    from gesprek_bericht b
    join gesprek g on g.regio_id = b.regio_id and g.id = b.gesprek_id
    join deelnemer d on d.regio_id = b.regio_id and d.id = b.deelnemer_id
    join gebruiker e on e.regio_id = g.regio_id and e.id = g.eigenaar_id
    left join gebruiker u on u.regio_id = d.regio_id and u.id = d.gebruiker_id
    join regio r on r.id = b.regio_id
    where b.regio_id = ${ctx.regioId} and b.id = ${berichtId} and b.verzonden_op is null and b.mislukt_op is null
    for update of b`.execute(ctx.db)
  const rij = rows[0]
  if (!rij) return undefined
  if (rij.telaat || rij.email === '') {
    await legVast(ctx, berichtId, { soort: 'blijvend', fout: rij.telaat ? 'te laat' : 'geen adres' })
    return undefined
  }
  const dag = (datum: Temporal.PlainDate | null) => (datum ? datumzin(datum) : '')
  const klok = (tijd: string) => tijd.replace(':', '.')
  const pagina = `${url}/gesprekken/${rij.gesprekId}`
  const mail = maakGespreksmail(rij.soort, {
    naam: rij.naam,
    regio: rij.regio,
    titel: rij.titel,
    wanneer: `${dag(rij.datum)} van ${klok(rij.begintijd)} tot ${klok(rij.eindtijd)} uur`,
    waar: rij.plaats === '' ? '' : `, ${rij.plaats}`,
    eigenaar: rij.eigenaar,
    reden: rij.annuleringReden ?? rij.verplaatsing ?? '',
    rapportageUiterlijk: dag(rij.rapportageUiterlijk),
    reactieUiterlijk: dag(rij.reactieUiterlijk),
    url: pagina,
  })
  return { ...mail, aan: rij.email, kenmerk: berichtId, agenda: agendaVan(ctx, rij, pagina) }
}

// Only what changes somebody's calendar has an appointment with it.
function agendaVan(ctx: Context, rij: Rij, pagina: string) {
  if (!['uitnodiging', 'verplaatst', 'geannuleerd'].includes(rij.soort)) return undefined
  return maakAgendabijlage({
    ...rij,
    id: rij.gesprekId,
    omschrijving: pagina,
    nu: ctx.now,
    organisator: rij.eigenaarEmail === null ? null : { naam: rij.eigenaar, email: rij.eigenaarEmail },
    genodigde: { naam: rij.naam, email: rij.email },
    geannuleerd: rij.soort === 'geannuleerd',
  })
}

async function legVast(ctx: Context, berichtId: string, uitkomst: Uitkomst) {
  const fout = uitkomst.soort === 'verzonden' ? null : uitkomst.fout
  await sql`update gesprek_bericht set pogingen = pogingen + 1, laatste_fout = ${fout},
      verzonden_op = case when ${uitkomst.soort === 'verzonden'} then ${ctx.now}::timestamptz end,
      mislukt_op = case when ${uitkomst.soort === 'blijvend'} then ${ctx.now}::timestamptz end
    where regio_id = ${ctx.regioId} and id = ${berichtId}`.execute(ctx.db)
}
