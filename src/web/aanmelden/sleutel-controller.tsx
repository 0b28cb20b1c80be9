import type { AuthenticationResponseJSON } from '@simplewebauthn/server'
import type { Hono } from 'hono'
import type { AppEnv } from '../../app-env.ts'
import { leesToken } from '../../domain/plan/account/token.ts'
import {
  meldAanMetToegangssleutel,
  vraagToegangssleutel,
} from '../../domain/plan/account/meld-aan-met-toegangssleutel.ts'
import { listRegios } from '../../domain/plan/inrichting/list-regios.ts'
import { notFound, Weigering } from '../../platform/errors.ts'
import { routes } from '../routes.ts'
import type { Aanmeldgereedschap } from './controller.tsx'
import { leesMee } from './meegenomen.tsx'

/** Signing in with a passkey: the browser asks for a question, the device answers it. */
export function voegToegangssleutelToe(app: Hono<AppEnv>, gereedschap: Aanmeldgereedschap) {
  const { db, url, voorbeeld, cookies, anoniem, herkomst, binnen, sessieduur } = gereedschap
  if (url === undefined || voorbeeld) return

  app.post(routes.aanmeldenToegangssleutel('vraag'), async (c) => {
    const regioId = (await c.req.parseBody())['regio']
    const regio = (await listRegios(db)).find(({ id }) => id === regioId)
    if (!regio) throw notFound('Deze regio')
    const { token, vraag } = await vraagToegangssleutel(anoniem(regio.id), { url })
    cookies.aanmelding.zet(c, token)
    return c.json(vraag)
  })

  app.post(routes.aanmeldenToegangssleutel(), async (c) => {
    const velden = await c.req.parseBody()
    const token = leesToken(cookies.aanmelding.lees(c))
    const antwoord = leesAntwoord(velden['antwoord']) as AuthenticationResponseJSON | undefined
    const sessie =
      token &&
      antwoord &&
      (await meldAanMetToegangssleutel(anoniem(token.regioId), { url }, token.hash, {
        antwoord,
        herkomst: herkomst(c),
        duur: sessieduur,
      }))
    if (!sessie) {
      throw new Weigering(
        403,
        'toegangssleutel',
        'Deze toegangssleutel is hier niet bekend. Meld u aan met uw wachtwoord en een code.',
      )
    }
    return binnen(c, sessie, leesMee(velden))
  })
}

/** What the device answered, as JSON from a hidden field; its content is judged by the library. */
export function leesAntwoord(tekst: unknown): unknown {
  if (typeof tekst !== 'string' || tekst.length > 20_000) return undefined
  try {
    const antwoord = JSON.parse(tekst) as { id?: unknown } | null
    return typeof antwoord?.id === 'string' ? antwoord : undefined
  } catch {
    return undefined
  }
}
