import { Hono } from 'hono'
import type { AppEnv } from '../../app-env.ts'
import {
  CertificaatInvoer,
  verwijderCertificaat,
  voegCertificaatToe,
  wijzigCertificaat,
} from '../../domain/plan/aanbieder/bewaar-certificaat.ts'
import { listCertificaten } from '../../domain/plan/aanbieder/list-certificaten.ts'
import { findAanbieder } from '../../domain/plan/aanbieder/queries.ts'
import { authorize } from '../../domain/rechten.ts'
import { inReadTransaction } from '../../platform/transaction.ts'
import { dagveld, fieldErrors } from '../form.ts'
import { datumZonderDag } from '../lijst.ts'
import { render } from '../render-page.tsx'
import { routes } from '../routes.ts'
import { z } from 'zod'
import { CertificaatPage } from './certificaat-page.tsx'

const PAD = '/aanbieders/:id{[0-9a-f-]{36}}/certificaten'
const EEN = `${PAD}/:certificaat{[0-9a-f-]{36}}` as const

const Formulierinvoer = z
  .looseObject({
    geldigVan: dagveld('Vul de eerste dag in'),
    geldigTot: dagveld('Vul de laatste dag in'),
  })
  .pipe(CertificaatInvoer)

export const certificaatController = new Hono<AppEnv>()

certificaatController.get(PAD, async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'aanbieder:wijzigen')
  return render(c, <CertificaatPage raam={raam} aanbieder={await findAanbieder(ctx, c.req.param('id'))} />)
})

certificaatController.get(EEN, async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'aanbieder:wijzigen')
  const aanbieder = await findAanbieder(ctx, c.req.param('id'))
  const certificaat = (await listCertificaten(ctx, aanbieder.id)).find(({ id }) => id === c.req.param('certificaat'))
  if (!certificaat) {
    return c.notFound()
  }
  const { id, geldigVan, geldigTot, ...overig } = certificaat
  const waarden = { ...overig, geldigVan: datumZonderDag(geldigVan), geldigTot: datumZonderDag(geldigTot) }
  return render(c, <CertificaatPage {...{ raam, aanbieder, id, waarden }} />)
})

for (const pad of [PAD, EEN] as const) {
  certificaatController.post(pad, async (c) => {
    const { ctx, raam } = c.var
    await authorize(ctx, 'aanbieder:wijzigen')
    const aanbiederId = c.req.param('id')
    const certificaatId = c.req.param('certificaat')
    const waarden = await c.req.parseBody<Record<string, string>>()
    const invoer = Formulierinvoer.safeParse(waarden)
    if (!invoer.success) {
      const aanbieder = await inReadTransaction(ctx, async (ctx) => {
        await authorize(ctx, 'aanbieder:wijzigen')
        return findAanbieder(ctx, aanbiederId)
      })
      const fouten = fieldErrors(invoer.error)
      return render(c, <CertificaatPage {...{ raam, aanbieder, waarden, fouten }} id={certificaatId} />, 422)
    }
    await (certificaatId
      ? wijzigCertificaat(ctx, aanbiederId, certificaatId, invoer.data)
      : voegCertificaatToe(ctx, aanbiederId, invoer.data))
    return c.redirect(`${routes.aanbieder(aanbiederId, 'gegevens')}?gedaan=certificaat#certificaten`, 303)
  })
}

certificaatController.post(`${EEN}/verwijderen`, async (c) => {
  await verwijderCertificaat(c.var.ctx, c.req.param('id'), c.req.param('certificaat'))
  return c.redirect(`${routes.aanbieder(c.req.param('id'), 'gegevens')}?gedaan=certificaat-weg#certificaten`, 303)
})
