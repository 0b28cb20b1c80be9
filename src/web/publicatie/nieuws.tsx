import { Hono } from 'hono'
import { findRegioVanSlug, listNieuws } from '../../domain/act/publicatie/publicaties.ts'
import type { Actor, Context } from '../../platform/context.ts'
import { inReadTransaction } from '../../platform/transaction.ts'
import type { Webgereedschap } from '../app.tsx'
import { render } from '../render-page.tsx'
import { KalePagina } from '../ui/kale-pagina.tsx'
import { datum } from '../ui/notatie.ts'
import { Opgemaakt } from './opgemaakt.tsx'

/** The news of a region, for everybody, without signing in (COM-01): only what was published for everybody on the website. */
export function makeNieuws({ db, clock, sleutels }: Pick<Webgereedschap, 'db' | 'clock' | 'sleutels'>) {
  const app = new Hono()
  app.get('/nieuws/:slug{[a-z0-9-]{1,200}}', async (c) => {
    const regio = await findRegioVanSlug(db, c.req.param('slug'))
    if (!regio) return c.notFound()
    const lezer: Actor = { soort: 'systeem', id: 'nieuws', naam: 'nieuws', rollen: [], agb: null }
    const ctx: Context = { db, regioId: regio.id, actor: lezer, now: clock.now(), today: clock.today(), sleutels }
    const nieuws = await inReadTransaction(ctx, listNieuws)
    return render(
      c,
      <KalePagina
        titel="Nieuws voor aanbieders"
        regio={regio.naam}
        lead={`Wat de contractmanagers van ${regio.naam} bekendmaken.`}
      >
        {nieuws.length === 0 ? (
          <p>Er is nu geen nieuws.</p>
        ) : (
          nieuws.map(({ id, titel, tekst, datum: dag }) => (
            <article key={id} className="ov-nieuws" aria-labelledby={`n-${id}`}>
              <h2 id={`n-${id}`}>{titel}</h2>
              <p className="ov-klein">
                <time dateTime={dag.toString()}>{datum(dag)}</time>
              </p>
              <Opgemaakt tekst={tekst} niveau={3} />
            </article>
          ))
        )}
      </KalePagina>,
    )
  })
  return app
}
