import { Hono } from 'hono'
import type { AppEnv } from '../../app-env.ts'
import { TELGRENS } from '../../domain/begrippen/lijst.ts'
import { countLogregels, findKeten, listLogkeuzes, listLogregels } from '../../domain/check/rapportage/logboek.ts'
import { listOnderwerpnamen } from '../../domain/check/rapportage/onderwerpen.ts'
import { authorize } from '../../domain/rechten.ts'
import { controleerAudit } from '../../platform/audit-controle.ts'
import type { Context } from '../../platform/context.ts'
import { render } from '../render-page.tsx'
import { routes } from '../routes.ts'
import { leesBlad } from './blad.ts'
import { LogboekPage, type Keten } from './logboek-page.tsx'
import { leesPeriode } from './periode.ts'

// Checking takes about a second per fifty thousand records: longer chains are checked when asked.
const VANZELF = 20_000

export const logboekController = new Hono<AppEnv>()

logboekController.get(routes.logboek(), async (c) => {
  const { ctx, raam } = c.var
  authorize(ctx, 'audit:lezen')
  const vraag = (naam: string) => c.req.query(naam) ?? ''
  const keuze = {
    onderwerp: vraag('onderwerp'),
    persoon: vraag('persoon'),
    periode: vraag('periode'),
    volgorde: vraag('volgorde'),
  }
  const filter = {
    onderwerp: keuze.onderwerp || undefined,
    persoon: keuze.persoon || undefined,
    ...leesPeriode(keuze.periode, ctx.today),
  }
  const blad = leesBlad(c.req.query('pagina'))
  const regels = await listLogregels(ctx, filter, { ...blad, oudsteEerst: keuze.volgorde === 'oud' })
  return render(
    c,
    <LogboekPage
      raam={raam}
      keuze={keuze}
      keuzes={await listLogkeuzes(ctx)}
      regels={regels}
      namen={await listOnderwerpnamen(ctx, regels)}
      geteld={await countLogregels(ctx, filter, TELGRENS + 1)}
      blad={blad}
      keten={await leesKeten(ctx, vraag('keten') === 'controleren')}
    />,
  )
})

async function leesKeten(ctx: Context, gevraagd: boolean): Promise<Keten> {
  const { lengte, kop } = (await findKeten(ctx)) ?? { lengte: 0, kop: '' }
  const gecontroleerd = gevraagd || lengte <= VANZELF
  const fout = gecontroleerd ? (await controleerAudit(ctx)).fout : undefined
  return { lengte, kop, gecontroleerd, fout }
}
