import { Hono } from 'hono'
import type { AppEnv } from '../../app-env.ts'
import { beginInzage } from '../../domain/check/inzage/begin-inzage.ts'
import { zet } from '../../domain/check/inzage/bepaal-taak.ts'
import { telBerichtAandacht } from '../../domain/check/rapportage/vandaag-beheer.ts'
import type { Berichtsoort } from '../../domain/do/bericht/bericht.ts'
import { aanvaardBericht } from '../../domain/do/bericht/aanvaard-bericht.ts'
import { listBerichtregels } from '../../domain/do/bericht/list-berichtregels.ts'
import {
  berichtvolgordes,
  findBericht,
  listBerichten,
  telBerichten,
  uitkomsten,
  type BerichtInLijst,
  type Berichtfilter,
  type Berichtvolgorde,
} from '../../domain/do/bericht/queries.ts'
import {
  bestandsuitkomsten,
  findRonde,
  listInleesbestanden,
  listRondes,
  rondestanden,
  rondevolgordes,
  telInleesbestanden,
} from '../../domain/do/bericht/rondes.ts'
import { listWeigeringen } from '../../domain/do/bericht/weigeringenlijst.ts'
import { listKeuzes } from '../../domain/check/rapportage/keuzes.ts'
import { authorize, mag } from '../../domain/rechten.ts'
import type { Context } from '../../platform/context.ts'
import { forbidden, notFound } from '../../platform/errors.ts'
import { inReadTransaction } from '../../platform/transaction.ts'
import { leesBladzijde, leesWoord } from '../lijst.ts'
import { leesBlad } from '../logboek/blad.ts'
import { metUitvoer } from '../met-uitvoer.ts'
import { render } from '../render-page.tsx'
import { routes } from '../routes.ts'
import { geefUitvoer } from '../uitvoer.ts'
import { leesWeergaven } from '../weergave/weergaven.tsx'
import { BerichtPage, REGELS } from './bericht-page.tsx'
import { BerichtenPage, inUrl, STANDAARD, type Keuze } from './berichten-page.tsx'
import { inlezenController } from './inlezen-controller.tsx'
import { magIetsInlezen } from './inlezen-page.tsx'
import { RondePage } from './ronde-page.tsx'
import { rondeQuery, RONDES, RondesPage, type Rondekeuze } from './rondes-page.tsx'
import { berichtkolommen, rondekolommen, weigeringkolommen } from './uitvoer-kolommen.ts'
import { soortnamen } from './woorden.tsx'

const LAATSTE = 5
const PER_KEER = 1000

export const berichtController = new Hono<AppEnv>()

berichtController.route('/', inlezenController)

berichtController.get(routes.berichten(), async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'bericht:lezen')
  const keuze = leesKeuze(c.req.query())
  const blad = leesBlad(c.req.query('pagina'))
  return render(
    c,
    <BerichtenPage
      raam={raam}
      nu={ctx.now}
      magInlezen={magIetsInlezen(ctx.actor)}
      aandacht={await telBerichtAandacht(ctx)}
      rondes={(await listRondes(ctx, {}, { ...RONDES, pagina: 1 }, LAATSTE)).rijen}
      keuze={keuze}
      {...await listKeuzes(ctx)}
      berichten={await listBerichten(ctx, filterVan(keuze), { ...keuze, ...blad })}
      geteld={await telBerichten(ctx, filterVan(keuze))}
      blad={blad}
      weergaven={await leesWeergaven(ctx, 'berichten', inUrl(keuze))}
    />,
  )
})

metUitvoer(berichtController, '/berichten', 'bericht:lezen', (ctx, c) => {
  const keuze = leesKeuze(c.req.query())
  return { kolommen: berichtkolommen, rijen: alleBerichten(ctx, filterVan(keuze), keuze) }
})

for (const soort of ['xlsx', 'csv'] as const) {
  berichtController.get(routes.inleesrondesUitvoer(soort), async (c) => {
    const { ctx } = c.var
    await authorize(ctx, 'bericht:lezen')
    const keuze = leesRondekeuze(c.req.query())
    const { rijen } = await listRondes(ctx, rondefilter(ctx, keuze), { ...keuze, pagina: null })
    return geefUitvoer({
      soort,
      naam: `leveringen-${ctx.today.toString()}`,
      kolommen: rondekolommen(ctx.now),
      rijen,
    })
  })

  berichtController.get(
    `/berichten/rondes/:id{[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}}/afgekeurd.${soort}`,
    async (c) => {
      const { ctx } = c.var
      await authorize(ctx, 'bericht:lezen')
      const ronde = await findRonde(ctx, c.req.param('id'))
      return geefUitvoer({
        soort,
        naam: `afgekeurd-${ronde.gestartOp.toZonedDateTimeISO('Europe/Amsterdam').toPlainDate().toString()}`,
        kolommen: weigeringkolommen,
        rijen: listWeigeringen(ctx, ronde.id),
      })
    },
  )
}

berichtController.get(routes.inleesrondes(), async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'bericht:lezen')
  const keuze = leesRondekeuze(c.req.query())
  const lijst = await listRondes(ctx, rondefilter(ctx, keuze), keuze)
  const weergaven = await leesWeergaven(ctx, 'leveringen', rondeQuery(keuze))
  return render(c, <RondesPage raam={raam} nu={ctx.now} {...{ keuze, lijst, weergaven }} />)
})

berichtController.get('/berichten/rondes/:id{[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}}', async (c) => {
  const { ctx, raam } = c.var
  const magBerichten = mag(ctx.actor, 'bericht:lezen')
  if (magBerichten) await authorize(ctx, 'bericht:lezen')
  else if (!magIetsInlezen(ctx.actor)) throw forbidden('bericht:lezen')
  const ronde = await findRonde(ctx, c.req.param('id'))
  // Who may only read in (the lokaal team) sees its own deliveries.
  if (!magBerichten && ronde.gestartDoor !== ctx.actor.naam) throw notFound('Deze levering')
  const uitkomst = bestandsuitkomsten.find((kandidaat) => kandidaat === c.req.query('uitkomst'))
  const blad = leesBlad(c.req.query('pagina'))
  return render(
    c,
    <RondePage
      raam={raam}
      ronde={ronde}
      nu={ctx.now}
      magInlezen={magIetsInlezen(ctx.actor)}
      magBerichten={magBerichten}
      uitkomst={uitkomst ?? ''}
      bestanden={await listInleesbestanden(ctx, ronde.id, uitkomst, blad)}
      geteld={await telInleesbestanden(ctx, ronde.id, uitkomst)}
      blad={blad}
    />,
  )
})

berichtController.get('/berichten/:id{[0-9]{1,15}}', async (c) => {
  const { ctx, raam } = c.var
  zegWaarvoor(ctx, c.req.param('id'))
  await authorize(ctx, 'bericht:lezen')
  const bericht = await findBericht(ctx, Number(c.req.param('id')))
  const regels = await listBerichtregels(ctx, bericht, REGELS)
  return render(
    c,
    <BerichtPage
      raam={raam}
      bericht={bericht}
      regels={regels}
      magAanvaarden={mag(ctx.actor, 'bericht:aanvaarden')}
      gedaan={c.req.query('gedaan') === 'aanvaard'}
    />,
  )
})

berichtController.post('/berichten/:id{[0-9]{1,15}}/aanvaarden', async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'bericht:aanvaarden')
  const id = Number(c.req.param('id'))
  const velden = await c.req.parseBody()
  const tekst = (naam: string) => (typeof velden[naam] === 'string' ? velden[naam].trim() : '')
  const invoer = { regel: /^\d{1,9}$/.test(tekst('regel')) ? tekst('regel') : '0', reden: tekst('reden') }
  const fout =
    invoer.reden === ''
      ? 'Schrijf op waarom u dit aanvaardt.'
      : invoer.reden.length > 1000
        ? 'Gebruik hooguit 1000 tekens.'
        : undefined
  if (fout !== undefined) {
    zegWaarvoor(ctx, c.req.param('id'))
    return inReadTransaction(ctx, async (ctx) => {
      const bericht = await findBericht(ctx, id)
      const regels = await listBerichtregels(ctx, bericht, REGELS)
      return render(
        c,
        <BerichtPage
          raam={raam}
          bericht={bericht}
          regels={regels}
          magAanvaarden
          gedaan={false}
          invoer={invoer}
          fout={fout}
        />,
        422,
      )
    })
  }
  await aanvaardBericht(ctx, id, Number(invoer.regel), invoer.reden)
  return c.redirect(routes.bericht(id, { gedaan: 'aanvaard' }), 303)
})

/** The lines of a message are about clients: they are looked at to deal with that message. */
function zegWaarvoor(ctx: Context, berichtId: string) {
  beginInzage(ctx, 'bericht:getoond')
  zet(ctx, { soort: 'bericht', id: berichtId })
}

function leesKeuze(vraag: Record<string, string>): Keuze {
  const { soort = '', uitkomst = '', aanbieder = '', gemeente = '' } = vraag
  const { sorteer, richting } = leesBladzijde(vraag, berichtvolgordes, STANDAARD)
  return { soort, uitkomst, aanbieder, gemeente, sorteer, richting }
}

function leesRondekeuze(vraag: Record<string, string>): Rondekeuze {
  return {
    ...leesBladzijde(vraag, rondevolgordes, RONDES),
    stand: leesWoord(vraag['stand'], rondestanden),
    van: leesWoord(vraag['van'], ['mij']),
  }
}

function rondefilter(ctx: Context, { stand, van }: Rondekeuze) {
  return { stand, door: van === 'mij' ? ctx.actor.naam : undefined }
}

/** Words that mean nothing filter nothing. */
function filterVan({ soort, uitkomst, aanbieder, gemeente }: Keuze): Berichtfilter {
  return {
    soort: soort in soortnamen ? (soort as Berichtsoort) : undefined,
    uitkomst: uitkomsten.find((kandidaat) => kandidaat === uitkomst),
    agb: aanbieder === '' ? undefined : aanbieder,
    gemeente: gemeente === '' ? undefined : gemeente,
  }
}

async function* alleBerichten(
  ctx: Context,
  filter: Berichtfilter,
  { sorteer, richting }: Berichtvolgorde,
): AsyncGenerator<BerichtInLijst> {
  for (let offset = 0; ; offset += PER_KEER) {
    const rijen = await listBerichten(ctx, filter, { sorteer, richting, offset, limit: PER_KEER })
    yield* rijen
    if (rijen.length < PER_KEER) return
  }
}
