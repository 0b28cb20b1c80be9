import { Hono } from 'hono'
import { leesToken } from '../../domain/plan/account/token.ts'
import { renderIcal } from '../../domain/plan/kalender/ical.ts'
import { findAdreshouder } from '../../domain/plan/kalender/kalenderadres.ts'
import { listTermijnen, type TermijnInLijst } from '../../domain/plan/kalender/list-termijnen.ts'
import { leesEigen } from '../../domain/plan/kalender/van-persoon.sql.ts'
import { authorize, mag } from '../../domain/rechten.ts'
import type { Actor, Context } from '../../platform/context.ts'
import { inReadTransaction } from '../../platform/transaction.ts'
import type { Webgereedschap } from '../app.tsx'
import { routes } from '../routes.ts'
import { datum, hoofdletter } from '../ui/notatie.ts'
import { wieTekst } from './stand.tsx'

const VOORUIT = { years: 2 }
const HOOGSTENS = 1_000

/**
 * The own terms for a calendar program, which has no session: the secret in the address says whose. An address that was withdrawn, or
 * whose owner has no right any more, is as one that never was.
 */
export function makeKalenderfeed({
  db,
  clock,
  sleutels,
  url,
}: Pick<Webgereedschap, 'db' | 'clock' | 'sleutels' | 'url'>) {
  const app = new Hono()
  app.get('/kalender/ical/:bestand{[\\w-]{64}\\.ics}', async (c) => {
    const token = leesToken(c.req.param('bestand').slice(0, -'.ics'.length))
    if (!token) return c.notFound()
    const niemand: Actor = { soort: 'systeem', id: 'kalender', naam: 'kalender', rollen: [], agb: null }
    const ctx: Context = {
      db,
      regioId: token.regioId,
      actor: niemand,
      now: clock.now(),
      today: clock.today(),
      sleutels,
    }
    const houder = await findAdreshouder(ctx, token.hash)
    if (!houder || !mag(houder, 'termijn:lezen')) return c.notFound()
    const { gebruikerId: id, naam, rollen, agb } = houder
    const actor: Actor = { soort: 'gebruiker', id, naam, rollen, agb }
    const termijnen = await inReadTransaction({ ...ctx, actor }, async (ctx) => {
      await authorize(ctx, 'termijn:lezen')
      const tot = ctx.today.add(VOORUIT)
      const eigen = agb === null ? await leesEigen(ctx, id) : undefined
      return (await listTermijnen(ctx, { eigen, stand: 'open', tot }, { pagina: null, hoogstens: HOOGSTENS })).rijen
    })
    const basis = url ?? new URL(c.req.url).origin
    const ical = renderIcal(
      'Overlap, termijnen',
      termijnen.map((termijn) => alsGebeurtenis(termijn, basis)),
    )
    return c.body(ical, 200, {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'inline; filename="overlap.ics"',
    })
  })
  return app
}

function alsGebeurtenis(termijn: TermijnInLijst, basis: string) {
  const { id, titel, aanbieder, einddatum, gevolg, stand, gewijzigdOp } = termijn
  const url = basis + routes.termijn(id)
  const regels = [
    stand === 'verstreken' ? `De laatste dag was ${datum(einddatum)}.` : '',
    `Wie moet handelen: ${wieTekst(termijn)}.`,
    gevolg,
    url,
  ]
  return {
    id,
    titel: hoofdletter(
      `${stand === 'verstreken' ? 'verstreken: ' : ''}${titel}${aanbieder === null ? '' : `, ${aanbieder}`}`,
    ),
    datum: einddatum,
    toelichting: regels
      .filter((regel) => regel !== '')
      .join('\n')
      .replaceAll('\u00a0', ' '),
    url,
    gewijzigdOp,
  }
}
