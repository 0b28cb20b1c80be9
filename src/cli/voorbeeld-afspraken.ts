import { voegContactpersoonToe } from '../domain/plan/aanbieder/bewaar-contactpersoon.ts'
import { voegCertificaatToe } from '../domain/plan/aanbieder/bewaar-certificaat.ts'
import { legOmvangVast } from '../domain/plan/aanbieder/leg-omvang-vast.ts'
import { listCertificaten } from '../domain/plan/aanbieder/list-certificaten.ts'
import { listContactpersonen } from '../domain/plan/aanbieder/list-contactpersonen.ts'
import { listOmvang } from '../domain/plan/aanbieder/list-omvang.ts'
import { findKernpartner } from '../domain/plan/aanbieder/find-kernpartner.ts'
import { wijsKernpartnerAan } from '../domain/plan/aanbieder/wijs-kernpartner-aan.ts'
import type { Bekostigingsvorm } from '../domain/plan/overeenkomst/bekostigingsvorm.ts'
import { besluitOverVerlenging } from '../domain/plan/overeenkomst/besluit-over-verlenging.ts'
import type { Overeenkomstgegevens } from '../domain/plan/overeenkomst/gegevens.ts'
import { listProducten } from '../domain/plan/overeenkomst/list-producten.ts'
import { listVerlengingsbesluiten } from '../domain/plan/overeenkomst/list-verlengingsbesluiten.ts'
import { findOvereenkomst } from '../domain/plan/overeenkomst/queries.ts'
import { trekVerlengingsbesluitIn } from '../domain/plan/overeenkomst/trek-verlengingsbesluit-in.ts'
import { wijzigOvereenkomst } from '../domain/plan/overeenkomst/wijzig-overeenkomst.ts'
import type { Context } from '../platform/context.ts'
import { inReadTransaction } from '../platform/transaction.ts'
import type { Register } from './voorbeeld-register.ts'

/** afspraken.json: what no file gives. Days as YYYY-MM-DD. */
export type Afspraken = {
  kernpartners: { agb: string; aanspreekpunt: string; sinds: string; motivering: string }[]
  certificaten: {
    agb: string
    naam: string
    instelling: string
    nummer: string
    geldigVan: string
    geldigTot: string
  }[]
  omvang: { agb: string; jaar: number; medewerkers: number; toelichting: string }[]
  contacten: {
    agb: string
    naam: string
    functie: string
    email: string
    telefoon: string
    overeenkomsten: string[]
    gemeenten: string[]
  }[]
  gegevens: (Partial<Omit<Overeenkomstgegevens, 'bekostigingsvormen'>> & {
    nummer: string
    bekostiging?: Bekostigingsvorm
  })[]
  verlengingen: {
    nummer: string
    besluit: 'verlengen' | 'niet verlengen' | 'intrekken'
    datum: string
    reden: string
  }[]
}

const dag = (tekst: string) => Temporal.PlainDate.from(tekst)

/** Adds to the demonstration region what people write down themselves, each on its day; what is there already is left alone. */
export async function vulAfsprakenAan(ctx: Context, afspraken: Afspraken, register: Register): Promise<void> {
  const vandaag = ctx.today.toString()
  const beheerder = { ...register.als({ op: vandaag, wie: register.met('contractbeheerder') }), now: ctx.now }
  await vulAanbiedersAan(beheerder, afspraken, register)
  for (const { agb, aanspreekpunt, sinds, motivering } of afspraken.kernpartners) {
    const id = register.aanbiederId(agb)
    if (await inReadTransaction(ctx, (ctx) => findKernpartner(ctx, id))) continue
    const aanspreekpuntId = register.persoonId(aanspreekpunt)
    const manager = register.als({ op: sinds, wie: register.met('contractmanager') })
    await wijsKernpartnerAan(manager, id, { aanspreekpuntId, motivering })
  }
  for (const { nummer, bekostiging, ...gegevens } of afspraken.gegevens) {
    const id = register.overeenkomstId(nummer)
    const { nu, producten } = await inReadTransaction(ctx, async (ctx) => ({
      nu: await findOvereenkomst(ctx, id),
      producten: await listProducten(ctx, id),
    }))
    const bekostigingsvormen = Object.fromEntries(producten.map((product) => [product.id, bekostiging ?? null]))
    await wijzigOvereenkomst(beheerder, id, { ...nu, ...gegevens, bekostigingsvormen }, nu.gegevensVersie)
  }
  for (const [nummer, besluiten] of Map.groupBy(afspraken.verlengingen, ({ nummer }) => nummer)) {
    const id = register.overeenkomstId(nummer)
    const genomen = await inReadTransaction(ctx, (ctx) => listVerlengingsbesluiten(ctx, id))
    for (const [gezien, { besluit, datum, reden }] of besluiten.entries()) {
      if (gezien < genomen.length) continue
      const eigenaar = register.als({ op: datum, wie: register.met('contracteigenaar') })
      await (besluit === 'intrekken'
        ? trekVerlengingsbesluitIn(eigenaar, id, { reden, gezien })
        : besluitOverVerlenging(eigenaar, id, { besluit, besluitdatum: dag(datum), reden, gezien }))
    }
  }
}

async function vulAanbiedersAan(ctx: Context, { certificaten, omvang, contacten }: Afspraken, register: Register) {
  for (const { agb, geldigVan, geldigTot, ...certificaat } of certificaten) {
    const id = register.aanbiederId(agb)
    const bekend = await inReadTransaction(ctx, (ctx) => listCertificaten(ctx, id))
    if (bekend.some(({ nummer }) => nummer === certificaat.nummer)) continue
    await voegCertificaatToe(ctx, id, { ...certificaat, geldigVan: dag(geldigVan), geldigTot: dag(geldigTot) })
  }
  for (const { agb, ...jaaromvang } of omvang) {
    const id = register.aanbiederId(agb)
    const bekend = await inReadTransaction(ctx, (ctx) => listOmvang(ctx, { id, agb }))
    if (bekend.some(({ jaar, bron }) => jaar === jaaromvang.jaar && bron === 'hand')) continue
    await legOmvangVast(ctx, id, jaaromvang)
  }
  for (const { agb, overeenkomsten, gemeenten, ...contact } of contacten) {
    const id = register.aanbiederId(agb)
    const bekend = await inReadTransaction(ctx, (ctx) => listContactpersonen(ctx, id))
    if (bekend.some(({ naam }) => naam === contact.naam)) continue
    const overeenkomstIds = overeenkomsten.map((nummer) => register.overeenkomstId(nummer))
    await voegContactpersoonToe(ctx, id, { ...contact, overeenkomstIds, gemeenteCodes: gemeenten })
  }
}
