import { Hono } from 'hono'
import type { AppEnv } from '../../app-env.ts'
import { leesAfzender } from '../../domain/plan/huisstijl/huisstijl.ts'
import { authorize } from '../../domain/rechten.ts'
import { maakDocx } from '../../platform/document/maak-docx.ts'
import { maakPdf } from '../../platform/document/maak-pdf.ts'
import { forbidden, notFound } from '../../platform/errors.ts'
import { geefBestand } from '../geef-bestand.ts'
import { leesPakket } from './gesprek-controller.tsx'
import { leesKader } from './lees-kader.ts'
import { maakUitnodigingstuk, maakVoorbereidingstuk } from './stukken.ts'

const ID = '/gesprekken/:id{[0-9a-f-]{36}}'

export const gespreksstukkenController = new Hono<AppEnv>()

for (const vorm of ['pdf', 'docx'] as const) {
  const maak = vorm === 'pdf' ? maakPdf : maakDocx

  gespreksstukkenController.get(`${ID}/uitnodiging.${vorm}`, async (c) => {
    const { ctx, raam } = c.var
    await authorize(ctx, 'gesprek:lezen')
    const kader = await leesKader(ctx, raam, c.req.param('id'))
    const stuk = maakUitnodigingstuk(kader, (await leesAfzender(ctx, kader.gesprek.gemeenteCode)).afzender)
    return geefBestand({ naam: stuk.titel, vorm, inhoud: await maak(stuk) })
  })

  gespreksstukkenController.get(`${ID}/voorbereiding.${vorm}`, async (c) => {
    const { ctx, raam } = c.var
    await authorize(ctx, 'gesprek:lezen')
    // what the region knows of an aanbieder goes with it; an aanbieder has its own pages
    if (ctx.actor.agb !== null) throw forbidden('gesprek:wijzigen')
    const kader = await leesKader(ctx, raam, c.req.param('id'))
    if (kader.gesprek.aanbiederId === null) throw notFound('Deze voorbereiding')
    const stuk = maakVoorbereidingstuk(kader, await leesPakket(ctx, kader), (await leesAfzender(ctx, null)).afzender)
    return geefBestand({ naam: stuk.titel, vorm, inhoud: await maak(stuk) })
  })
}
