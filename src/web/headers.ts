import type { MiddlewareHandler } from 'hono'

const CSP =
  "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

// S20: at least a year, subdomains too. A browser heeds it over https only.
const HSTS = 'max-age=63072000; includeSubDomains'

/**
 * Security headers on every answer, refusals too (S19–S22). Pages are never cached: they hold what only this person may see. The
 * demonstration runs on http on this machine and asks no https.
 */
export const maakBeveiligingskoppen =
  (voorbeeld: boolean): MiddlewareHandler =>
  async (c, next) => {
    await next()
    const koppen = c.res.headers
    if (!voorbeeld) koppen.set('Strict-Transport-Security', HSTS)
    koppen.set('Content-Security-Policy', CSP)
    koppen.set('X-Content-Type-Options', 'nosniff')
    koppen.set('X-Frame-Options', 'DENY')
    koppen.set('Referrer-Policy', 'same-origin')
    koppen.set('Cross-Origin-Opener-Policy', 'same-origin')
    koppen.set('Cross-Origin-Resource-Policy', 'same-origin')
    koppen.set('Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()')
    if (!koppen.has('Cache-Control')) koppen.set('Cache-Control', 'no-store')
  }
