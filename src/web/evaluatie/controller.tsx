import { Hono } from 'hono'
import type { AppEnv } from '../../app-env.ts'
import {
  listGrof,
  listInlezingen,
  listJaren,
  listPerGemeente,
  type Bron,
  type Gemeentestand,
  type Grofstand,
  zietIngelezen,
} from '../../domain/do/evaluatie/list-ingelezen.ts'
import type { Getoond } from '../../domain/begrippen/getoond-aantal.ts'
import { authorize, mag } from '../../domain/rechten.ts'
import { leesBlad } from '../logboek/blad.ts'
import { render } from '../render-page.tsx'
import { routes } from '../routes.ts'
import { getoond } from '../ui/getoond.tsx'
import { geefUitvoer, type Uitvoerkolom } from '../uitvoer.ts'
import { EvaluatiesPage, TEKST } from './evaluaties-page.tsx'

export const evaluatieController = new Hono<AppEnv>()

for (const bron of ['evaluaties', 'cto'] as const) {
  evaluatieController.get(routes.evaluaties(bron), async (c) => {
    const { ctx, raam } = c.var
    await authorize(ctx, 'evaluatie:lezen')
    const jaren = await listJaren(ctx, bron)
    const jaar = kiesJaar(c.req.query('jaar'), jaren, ctx.today.year)
    const blad = leesBlad(c.req.query('pagina'))
    return render(
      c,
      <EvaluatiesPage
        {...{ raam, bron, jaar, jaren, blad }}
        magInlezen={mag(ctx.actor, bron === 'cto' ? 'cto:inlezen' : 'evaluatie:inlezen')}
        {...(zietIngelezen(ctx.actor, bron)
          ? { gemeenten: await listPerGemeente(ctx, bron, jaar) }
          : { grof: await listGrof(ctx, bron, jaar) })}
        inlezingen={await listInlezingen(ctx, bron, blad)}
      />,
    )
  })

  for (const soort of ['xlsx', 'csv'] as const) {
    evaluatieController.get(routes.evaluatiesUitvoer(bron, soort), async (c) => {
      const { ctx } = c.var
      const jaar = kiesJaar(c.req.query('jaar'), await listJaren(ctx, bron), ctx.today.year)
      const naam = `${bron}-${String(jaar)}`
      if (!zietIngelezen(ctx.actor, bron)) {
        return geefUitvoer({ soort, naam, kolommen: groveKolommen(bron, jaar), rijen: await listGrof(ctx, bron, jaar) })
      }
      const rijen = await listPerGemeente(ctx, bron, jaar)
      return geefUitvoer({ soort, naam, kolommen: kolommen(bron, jaar), rijen })
    })
  }
}

function groveKolommen(bron: Bron, jaar: number): Uitvoerkolom<Grofstand>[] {
  return [
    { kop: 'Jaar', waarde: () => String(jaar) },
    { kop: 'Gemeente', waarde: ({ naam }) => naam },
    { kop: 'Code', waarde: ({ code }) => code },
    { kop: 'Subregio', waarde: ({ subregio }) => subregio },
    {
      kop: bron === 'cto' ? 'Cliënten met een antwoord' : 'Cliënten met een evaluatie',
      waarde: ({ aantal }) => plat(aantal),
    },
    { kop: 'Wacht op toewijzing', waarde: ({ wachtend }) => plat(wachtend) },
  ]
}

// a spreadsheet searches on plain spaces
const plat = (aantal: Getoond) => getoond(aantal).replaceAll('\u00a0', ' ')

/** The year that was asked for, else the last one there is. */
function kiesJaar(gevraagd: string | undefined, jaren: number[], ditJaar: number): number {
  return jaren.find((jaar) => String(jaar) === gevraagd) ?? jaren[0] ?? ditJaar
}

function kolommen(bron: Bron, jaar: number): Uitvoerkolom<Gemeentestand>[] {
  const { goed, rest } = TEKST[bron]
  return [
    { kop: 'Jaar', waarde: () => String(jaar) },
    { kop: 'Gemeente', waarde: ({ naam }) => naam },
    { kop: 'Code', waarde: ({ code }) => code },
    { kop: 'Subregio', waarde: ({ subregio }) => subregio },
    { kop: bron === 'cto' ? 'Antwoorden' : 'Evaluaties', soort: 'getal', waarde: ({ aantal }) => aantal },
    { kop: goed, soort: 'getal', waarde: (g) => g.goed },
    { kop: rest, soort: 'getal', waarde: (g) => g.aantal - g.goed },
    { kop: 'Wacht op toewijzing', soort: 'getal', waarde: ({ wachtend }) => wachtend },
    { kop: 'Eerste', soort: 'datum', waarde: ({ eerste }) => eerste },
    { kop: 'Laatste', soort: 'datum', waarde: ({ laatste }) => laatste },
  ]
}
