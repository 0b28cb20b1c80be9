import type { MiddlewareHandler } from 'hono'

const CSP =
  "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

/** Security headers on every answer, refusals too. Pages are never cached: they hold what only this person may see. */
export const beveiligingskoppen: MiddlewareHandler = async (c, next) => {
  await next()
  const koppen = c.res.headers
  koppen.set('Content-Security-Policy', CSP)
  koppen.set('X-Content-Type-Options', 'nosniff')
  koppen.set('X-Frame-Options', 'DENY')
  koppen.set('Referrer-Policy', 'same-origin')
  koppen.set('Cross-Origin-Opener-Policy', 'same-origin')
  koppen.set('Cross-Origin-Resource-Policy', 'same-origin')
  koppen.set('Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()')
  if (!koppen.has('Cache-Control')) koppen.set('Cache-Control', 'no-store')
}
