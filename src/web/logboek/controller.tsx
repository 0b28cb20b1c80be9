import { Hono } from 'hono'
import type { AppEnv } from '../../app-env.ts'
import { TELGRENS, type Richting } from '../../domain/begrippen/lijst.ts'
import {
  countLogregels,
  findKeten,
  listLogkeuzes,
  listLogregels,
  type Logfilter,
  type Logregel,
} from '../../domain/check/rapportage/logboek.ts'
import { countGeweigerd, listGeweigerd } from '../../domain/check/rapportage/geweigerd.ts'
import { listOnderwerpnamen } from '../../domain/check/rapportage/onderwerpen.ts'
import { authorize } from '../../domain/rechten.ts'
import { controleerAudit } from '../../platform/audit-controle.ts'
import type { Context } from '../../platform/context.ts'
import { leesBladzijde } from '../lijst.ts'
import { metUitvoer } from '../met-uitvoer.ts'
import { render } from '../render-page.tsx'
import { routes } from '../routes.ts'
import { moment } from '../ui/notatie.ts'
import { type Uitvoerkolom } from '../uitvoer.ts'
import { leesWeergaven } from '../weergave/weergaven.tsx'
import { leesBlad } from './blad.ts'
import { logboekQuery, LogboekPage, STANDAARD, type Keten, type Keuze } from './logboek-page.tsx'
import { GeweigerdPage } from './geweigerd-page.tsx'
import { gebeurtenisNaam, onderwerpNaam } from './gebeurtenis.ts'
import { leesPeriode } from './periode.ts'
import { leesWaarden, waardezin } from './waarden.ts'

// Checking takes about a second per fifty thousand records: longer chains are checked when asked.
const VANZELF = 20_000
const PER_KEER = 1000

export const logboekController = new Hono<AppEnv>()

logboekController.get(routes.logboek(), async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'audit:lezen')
  const keuze = leesKeuze(c.req.query())
  const filter = filterVan(keuze, ctx)
  const blad = leesBlad(c.req.query('pagina'))
  const regels = await listLogregels(ctx, filter, { ...blad, richting: keuze.richting })
  return render(
    c,
    <LogboekPage
      raam={raam}
      actor={ctx.actor}
      keuze={keuze}
      keuzes={await listLogkeuzes(ctx)}
      regels={regels}
      namen={await listOnderwerpnamen(ctx, regels)}
      geteld={await countLogregels(ctx, filter, TELGRENS + 1)}
      blad={blad}
      weergaven={await leesWeergaven(ctx, 'logboek', logboekQuery(keuze))}
      keten={await leesKeten(ctx, c.req.query('keten') === 'controleren')}
    />,
  )
})

logboekController.get(routes.geweigerd(), async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'audit:lezen')
  const blad = leesBlad(c.req.query('pagina'))
  const rijen = await listGeweigerd(ctx, blad)
  const geteld = await countGeweigerd(ctx, TELGRENS + 1)
  return render(c, <GeweigerdPage {...{ raam, rijen, geteld, blad }} />)
})

metUitvoer(logboekController, '/logboek', 'audit:lezen', (ctx, c) => {
  const keuze = leesKeuze(c.req.query())
  return { kolommen: KOLOMMEN, rijen: alleRegels(ctx, filterVan(keuze, ctx), keuze.richting) }
})

const KOLOMMEN: Uitvoerkolom<Logregel>[] = [
  { kop: 'Nummer', soort: 'getal', waarde: (regel) => regel.volgnr },
  { kop: 'Wanneer', waarde: (regel) => moment(regel.tijdstip) },
  { kop: 'Wie', waarde: (regel) => regel.actorNaam },
  { kop: 'Wat', waarde: (regel) => gebeurtenisNaam(regel.soort) },
  { kop: 'Onderwerp', waarde: (regel) => onderwerpNaam(regel.onderwerpType) },
  { kop: 'Kenmerk van het onderwerp', waarde: (regel) => regel.onderwerpId },
  {
    kop: 'Waarden',
    waarde: (regel) => (regel.waarden === null ? 'vernietigd' : leesWaarden(regel.waarden).map(waardezin).join('; ')),
  },
]

async function* alleRegels(ctx: Context, filter: Logfilter, richting: Richting): AsyncGenerator<Logregel> {
  for (let offset = 0; ; offset += PER_KEER) {
    const regels = await listLogregels(ctx, filter, { richting, offset, limit: PER_KEER })
    yield* regels
    if (regels.length < PER_KEER) return
  }
}

function leesKeuze(query: Record<string, string>): Keuze {
  const { onderwerp = '', persoon = '', periode = '' } = query
  return { onderwerp, persoon, periode, ...leesBladzijde(query, ['tijdstip'], STANDAARD) }
}

function filterVan({ onderwerp, persoon, periode }: Keuze, { today }: Context): Logfilter {
  return { onderwerp: onderwerp || undefined, persoon: persoon || undefined, ...leesPeriode(periode, today) }
}

async function leesKeten(ctx: Context, gevraagd: boolean): Promise<Keten> {
  const { lengte, kop } = (await findKeten(ctx)) ?? { lengte: 0, kop: '' }
  const gecontroleerd = gevraagd || lengte <= VANZELF
  const fout = gecontroleerd ? (await controleerAudit(ctx)).fout : undefined
  return { lengte, kop, gecontroleerd, fout }
}
