import { randomBytes } from 'node:crypto'
import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'

const JAAR = 365 * 24 * 60 * 60

export type Koekje = {
  lees: (c: Context) => string | undefined
  zet: (c: Context, token: string) => void
  wis: (c: Context) => void
}

/** In demonstration mode (http on 127.0.0.1) plain cookies; elsewhere `__Host-`, which browsers only take over https. */
function maakKoekje(naam: string, voorbeeld: boolean, maxAge?: number): Koekje {
  const heel = voorbeeld ? naam : `__Host-${naam}`
  const opties = { path: '/', httpOnly: true, secure: !voorbeeld, sameSite: 'Lax' } as const
  return {
    lees: (c) => getCookie(c, heel),
    zet: (c, token) => setCookie(c, heel, token, maxAge === undefined ? opties : { ...opties, maxAge }),
    wis: (c) => void deleteCookie(c, heel, opties),
  }
}

/** The session; the half sign-in that leads to it; and what knows this device again, which opens nothing by itself. */
export function makeCookies(voorbeeld: boolean) {
  const toestel = maakKoekje('overlap-toestel', voorbeeld, JAAR)
  return {
    sessie: maakKoekje('overlap', voorbeeld),
    aanmelding: maakKoekje('overlap-aanmelden', voorbeeld),
    /** A sign-in that is under way at the organisation. */
    organisatie: maakKoekje('overlap-organisatie', voorbeeld),
    /** The token of this device; a new one when there is none. */
    toestel: (c: Context): string => {
      const bekend = toestel.lees(c)
      const token = bekend !== undefined && /^[\w-]{43}$/.test(bekend) ? bekend : randomBytes(32).toString('base64url')
      toestel.zet(c, token)
      return token
    },
    /** The same, without giving one to a browser that only asks. */
    leesToestel: (c: Context): string => toestel.lees(c) ?? '',
  }
}

export type Cookies = ReturnType<typeof makeCookies>
