import { leesDocumentsoorten, richtingen, type Richting } from '../../domain/plan/dossier/documentsoorten.ts'
import { verborgenSoorten } from '../../domain/plan/dossier/leesbare-soorten.ts'
import { listDossier } from '../../domain/plan/dossier/queries.ts'
import type { Context } from '../../platform/context.ts'
import { leesWoord } from '../lijst.ts'

export type Plek = 'aanbieders' | 'overeenkomsten'
export type Dossierkeuze = { soort: string; richting: Richting | ''; pagina: number }

/** One page of a file with the kinds this person can choose from. */
export async function leesDossierlijst(ctx: Context, plek: Plek, id: string, query: Record<string, string>) {
  const keuze: Dossierkeuze = {
    soort: /^[A-Z][0-9]{2}$/.test(query['soort'] ?? '') ? query['soort']! : '',
    richting: leesWoord(query['richting'], Object.keys(richtingen) as Richting[]) ?? '',
    pagina: /^[1-9][0-9]{0,3}$/.test(query['pagina'] ?? '') ? Number(query['pagina']) : 1,
  }
  const filter = {
    soort: keuze.soort || undefined,
    richting: keuze.richting || undefined,
    ...(plek === 'aanbieders' ? { aanbiederId: id } : { overeenkomstId: id }),
  }
  const verborgen = verborgenSoorten(ctx.actor)
  const soorten = (await leesDocumentsoorten(ctx)).filter(({ code }) => !verborgen.includes(code))
  return { keuze, soorten, lijst: await listDossier(ctx, filter, keuze.pagina) }
}
