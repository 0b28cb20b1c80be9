import { Hono, type Context as HonoContext } from 'hono'
import type { AppEnv } from '../../app-env.ts'
import { findAanbieder } from '../../domain/plan/aanbieder/queries.ts'
import { vormen, type Vorm } from '../../domain/plan/dossier/bestandsvorm.ts'
import { leesDocumentsoorten } from '../../domain/plan/dossier/documentsoorten.ts'
import { verborgenSoorten } from '../../domain/plan/dossier/leesbare-soorten.ts'
import { findBestand, findDocument, listDocumentversies } from '../../domain/plan/dossier/queries.ts'
import {
  Documentinvoer,
  Versieinvoer,
  voegDocumentToe,
  voegVersieToe,
} from '../../domain/plan/dossier/voeg-document-toe.ts'
import { findOvereenkomst } from '../../domain/plan/overeenkomst/queries.ts'
import { authorize } from '../../domain/rechten.ts'
import type { Context } from '../../platform/context.ts'
import { Weigering } from '../../platform/errors.ts'
import { inReadTransaction } from '../../platform/transaction.ts'
import { leesKleinFormulier } from '../csrf.ts'
import { fieldErrors, tekst } from '../form.ts'
import { weigerBsn } from '../geen-bsn.ts'
import { geefBestand } from '../geef-bestand.ts'
import { leesDatum } from '../lees-datum.ts'
import { render } from '../render-page.tsx'
import { routes } from '../routes.ts'
import type { Veldfout } from '../ui/foutenlijst.tsx'
import { DocumentPage } from './document-page.tsx'
import type { Plek } from './lijst.ts'
import { DocumentToevoegenPage, VersieToevoegenPage } from './toevoegen-page.tsx'

const ID = '/documenten/:id{[0-9a-f-]{36}}'

export const dossierController = new Hono<AppEnv>()

for (const plek of ['aanbieders', 'overeenkomsten'] as const) {
  const pad = `/${plek}/:id{[0-9a-f-]{36}}/dossier/nieuw`
  dossierController.get(pad, async (c) => {
    const { ctx, raam } = c.var
    await authorize(ctx, 'document:toevoegen')
    const gegevens = await leesPlek(ctx, plek, c.req.param('id')!)
    return render(c, <DocumentToevoegenPage raam={raam} {...gegevens} />)
  })

  dossierController.post(pad, async (c) => {
    const { ctx, raam } = c.var
    await authorize(ctx, 'document:toevoegen')
    const id = c.req.param('id')!
    const { velden, bestand, fouten: scanfouten, status } = await leesBestandformulier(c)
    const opnieuw = async (fouten: Veldfout[], met: 422 | 503 = 422) => {
      const gegevens = await inReadTransaction(ctx, async (ctx) => {
        await authorize(ctx, 'document:toevoegen')
        return leesPlek(ctx, plek, id)
      })
      return render(c, <DocumentToevoegenPage raam={raam} {...gegevens} waarden={velden} fouten={fouten} />, met)
    }
    const invoer = Documentinvoer.safeParse({
      ...velden,
      soort: tekst(velden['soort']),
      titel: tekst(velden['titel']),
      auteur: tekst(velden['auteur']),
      datum: leesDatum(tekst(velden['datum'])),
      voorAanbieder: velden['voorAanbieder'] === 'ja',
    })
    const fouten = [...(invoer.success ? [] : metDatum(fieldErrors(invoer.error))), ...scanfouten]
    if (!invoer.success || fouten.length > 0) return opnieuw(fouten, status)
    try {
      const waar = plek === 'aanbieders' ? { aanbiederId: id } : { overeenkomstId: id }
      return c.redirect(
        `${routes.document(await voegDocumentToe(ctx, waar, invoer.data, bestand!))}?gedaan=toegevoegd`,
        303,
      )
    } catch (error) {
      if (error instanceof Weigering && error.status === 422)
        return opnieuw([{ veld: veldVan(error), melding: error.message }])
      throw error
    }
  })
}

dossierController.get(ID, async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'document:lezen')
  const document = await findDocument(ctx, c.req.param('id'))
  const soort = (await leesDocumentsoorten(ctx)).find(({ code }) => code === document.soort)
  const versies = await listDocumentversies(ctx, document.id)
  return render(c, <DocumentPage {...{ raam, ctx, document, soort, versies }} gedaan={c.req.query('gedaan')} />)
})

dossierController.get(`${ID}/versies`, async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'document:toevoegen')
  const { id, titel, versie } = await findDocument(ctx, c.req.param('id'))
  return render(c, <VersieToevoegenPage raam={raam} id={id} titel={titel} nr={versie + 1} />)
})

dossierController.post(`${ID}/versies`, async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'document:toevoegen')
  const id = c.req.param('id')
  const { velden, bestand, fouten: scanfouten, status } = await leesBestandformulier(c)
  const opnieuw = async (fouten: Veldfout[], met: 422 | 503 = 422) => {
    const { titel, versie } = await inReadTransaction(ctx, async (ctx) => {
      await authorize(ctx, 'document:toevoegen')
      return findDocument(ctx, id)
    })
    return render(c, <VersieToevoegenPage {...{ raam, id, titel, fouten }} nr={versie + 1} waarden={velden} />, met)
  }
  const invoer = Versieinvoer.safeParse({
    auteur: tekst(velden['auteur']),
    toelichting: tekst(velden['toelichting']),
    datum: leesDatum(tekst(velden['datum'])),
  })
  const fouten = [...(invoer.success ? [] : metDatum(fieldErrors(invoer.error))), ...scanfouten]
  if (!invoer.success || fouten.length > 0) return opnieuw(fouten, status)
  try {
    await voegVersieToe(ctx, id, invoer.data, bestand!)
  } catch (error) {
    if (error instanceof Weigering && error.status === 422)
      return opnieuw([{ veld: veldVan(error), melding: error.message }])
    throw error
  }
  return c.redirect(`${routes.document(id)}?gedaan=versie`, 303)
})

dossierController.get(`${ID}/:bestand{[0-9]{1,6}\\.[a-z]{3,4}}`, async (c) => {
  const { ctx } = c.var
  await authorize(ctx, 'document:lezen')
  const [nr = '', vorm = ''] = c.req.param('bestand').split('.')
  if (!Object.hasOwn(vormen, vorm)) return c.notFound()
  const { titel, datum, inhoud } = await findBestand(ctx, c.req.param('id'), Number(nr), vorm as Vorm)
  return geefBestand({ naam: `${titel} ${datum.toString()}`, vorm: vorm as Vorm, inhoud })
})

async function leesBestandformulier(c: HonoContext<AppEnv>) {
  const { velden, bestanden, scanfout } = await leesKleinFormulier(c)
  weigerBsn(velden)
  const bestand = bestanden['bestand']
  const fouten: Veldfout[] = scanfout
    ? [{ veld: 'bestand', melding: scanfout.melding }]
    : bestand === undefined || bestand.length === 0
      ? [{ veld: 'bestand', melding: 'Kies een bestand' }]
      : []
  const status: 422 | 503 = scanfout?.code === 'niet-gescand' ? 503 : 422
  return { velden, bestand, fouten, status }
}

const metDatum = (fouten: Veldfout[]) =>
  fouten.map((fout) =>
    fout.veld === 'datum' ? { veld: 'datum', melding: 'Vul een bestaande datum in, bijvoorbeeld 13 nov 2026' } : fout,
  )

function veldVan({ message }: Weigering): string {
  if (message.startsWith('De datum')) return 'datum'
  return message.startsWith('Kies een documentsoort') ? 'soort' : 'bestand'
}

// First whether it may be seen at all: what is not there and what is of another asks the same of the database.
async function leesPlek(ctx: Context, plek: Plek, id: string) {
  const waar =
    plek === 'aanbieders'
      ? { naam: (await findAanbieder(ctx, id)).naam, metAanbieder: true }
      : await findOvereenkomst(ctx, id).then(({ nummer, aanbiederId }) => ({
          naam: nummer,
          metAanbieder: aanbiederId !== null,
        }))
  const verborgen = verborgenSoorten(ctx.actor)
  const soorten = (await leesDocumentsoorten(ctx)).filter(({ code }) => !verborgen.includes(code))
  return { plek, id, soorten, ...waar }
}
