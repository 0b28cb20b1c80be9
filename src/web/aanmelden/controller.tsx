import { Hono } from 'hono'
import type { AppEnv } from '../../app-env.ts'
import { listVoorbeeldgebruikers } from '../../domain/plan/inrichting/voorbeeldgebruikers.ts'
import type { Context } from '../../platform/context.ts'
import { Weigering } from '../../platform/errors.ts'
import { beeindigSessie, findSessie, startSessie } from '../../platform/sessie.ts'
import type { WebDiensten } from '../app.tsx'
import { controleerCsrf } from '../csrf.ts'
import { render } from '../render-page.tsx'
import { routes } from '../routes.ts'
import type { SessieCookie } from '../sessie-cookie.ts'
import { AanmeldPage } from './aanmeld-page.tsx'

/** Sign-in and sign-out. In demonstration mode one button per role; otherwise there are no accounts yet. */
export function makeAanmelden({ db, clock, sleutels, voorbeeld }: WebDiensten, cookie: SessieCookie) {
  const app = new Hono<AppEnv>()
  const vreemde = { soort: 'systeem' as const, id: 'aanmelden', naam: 'aanmelden', rollen: [], agb: null }
  const anoniem = (regioId: string): Context => ({
    db,
    regioId,
    actor: vreemde,
    now: clock.now(),
    today: clock.today(),
    sleutels,
  })

  app.get(routes.aanmelden(), async (c) => {
    const { regio, gebruikers } = voorbeeld
      ? await listVoorbeeldgebruikers(anoniem)
      : { regio: undefined, gebruikers: [] }
    return render(c, <AanmeldPage voorbeeld={voorbeeld} regio={regio?.naam ?? ''} gebruikers={gebruikers} />)
  })

  app.post(routes.aanmelden(), async (c) => {
    const gekozen = (await c.req.parseBody())['gebruiker']
    const { regio, gebruikers } = voorbeeld
      ? await listVoorbeeldgebruikers(anoniem)
      : { regio: undefined, gebruikers: [] }
    const gebruiker = gebruikers.find(({ id }) => id === gekozen)
    if (!regio || !gebruiker)
      throw new Weigering(403, 'aanmelden', 'Deze aanmelding is niet mogelijk. Ga terug en kies een rol.')
    cookie.zet(c, await startSessie(anoniem(regio.id), gebruiker.id))
    return c.redirect(routes.vandaag(), 303)
  })

  app.post(routes.afmelden(), async (c) => {
    const token = cookie.lees(c)
    const sessie = token ? await findSessie(db, token, clock.now(), clock.today()) : undefined
    if (sessie) {
      c.set('bezoeker', sessie)
      controleerCsrf(c, (await c.req.parseBody())['csrf'])
      const actor = { ...vreemde, soort: 'gebruiker' as const, id: sessie.gebruikerId, naam: sessie.naam }
      await beeindigSessie({ ...anoniem(sessie.regioId), actor }, sessie.sessieId)
    }
    cookie.wis(c)
    return c.redirect(routes.aanmelden(), 303)
  })
  return app
}
