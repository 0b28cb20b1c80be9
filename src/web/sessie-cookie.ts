import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'

/** In demonstration mode (http on 127.0.0.1) a plain cookie; elsewhere `__Host-`, which browsers only take over https. */
export function makeSessieCookie(voorbeeld: boolean) {
  const naam = voorbeeld ? 'overlap' : '__Host-overlap'
  const opties = { path: '/', httpOnly: true, secure: !voorbeeld, sameSite: 'Lax' } as const
  return {
    lees: (c: Context) => getCookie(c, naam),
    zet: (c: Context, token: string) => setCookie(c, naam, token, opties),
    wis: (c: Context) => deleteCookie(c, naam, opties),
  }
}

export type SessieCookie = ReturnType<typeof makeSessieCookie>
