import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeContext, OPDRACHTREGEL, PROJECT, SYSTEEM, type Diensten } from '../diensten.ts'
import { beoordeelBevinding } from '../domain/check/bevinding/beoordeel-bevinding.ts'
import { controleerCertificaten } from '../domain/check/bevinding/controleer-certificaten.ts'
import { controleerOvereenkomsten } from '../domain/check/bevinding/controleer-overeenkomsten.ts'
import { listBevindingen } from '../domain/check/bevinding/queries.ts'
import { berekenKpis } from '../domain/check/kpi/bereken-kpis.ts'
import { listVastgesteldeJaren } from '../domain/check/kpi/list-vastgestelde-jaren.ts'
import { stelKpisVast } from '../domain/check/kpi/stel-kpis-vast.ts'
import { volgVaststelling } from '../domain/check/kpi/volg-vaststelling.ts'
import { leesIn } from '../domain/do/bericht/lees-in.ts'
import { voegContactpersoonToe } from '../domain/plan/aanbieder/bewaar-contactpersoon.ts'
import { listAlleAanbieders } from '../domain/plan/aanbieder/list-aanbieders.ts'
import { listContactpersonen } from '../domain/plan/aanbieder/list-contactpersonen.ts'
import { wijzigContractmanager } from '../domain/plan/aanbieder/wijzig-contractmanager.ts'
import { geefMandaat } from '../domain/plan/bezetting/geef-mandaat.ts'
import { listMandaten } from '../domain/plan/bezetting/queries.ts'
import { regelWaarneming } from '../domain/plan/bezetting/regel-waarneming.ts'
import { stelPlafondVoor } from '../domain/plan/overeenkomst/stel-plafond-voor.ts'
import { listRegios } from '../domain/plan/inrichting/list-regios.ts'
import { maakGebruiker } from '../domain/plan/inrichting/maak-gebruiker.ts'
import { maakRegio } from '../domain/plan/inrichting/maak-regio.ts'
import { volgTermijnen } from '../domain/plan/kalender/volg-termijnen.ts'
import { listAlleOvereenkomsten } from '../domain/plan/overeenkomst/list-overeenkomsten.ts'
import { wijsFunctieToe } from '../domain/plan/overeenkomst/wijs-functie-toe.ts'
import type { Rol } from '../domain/rechten.ts'
import type { Context } from '../platform/context.ts'
import { inReadTransaction } from '../platform/transaction.ts'
import { listBestanden, openStukken } from './stukken.ts'
import { vulGesprekken } from './voorbeeld-gesprekken.ts'
import { vulAfsprakenAan, type Afspraken } from './voorbeeld-afspraken.ts'
import { vulOrganisatieAan, type Voorbeeldorganisatie } from './voorbeeld-organisatie.ts'
import { vulTafelsAan, type Voorbeeldtafels } from './voorbeeld-tafels.ts'
import { vulEscalatiesAan, type Voorbeeldzaak } from './voorbeeld-escalaties.ts'

// left without functions, so that there is something to find
const ZONDER_FUNCTIES = ['98990199', '98990262']

const MAP = join(PROJECT, 'db', 'voorbeeldregio')

type Personen = {
  gebruikers: {
    naam: string
    rol: Rol
    agb?: string
    gemeenten?: string[]
    categorieen?: string[]
    functie: string
  }[]
  verdeling: { contractmanager: string; achtervanger: string; agb: string[] }[]
  contacten: { agb: string; naam: string; functie: string; email: string; telefoon: string }[]
  vaststellen: { jaar: number; datum: string }[]
}

/** Loads the demonstration region once, through the same use cases as a real one; a start that was killed is taken up again. */
export async function laadVoorbeeld(diensten: Diensten, meld: (regel: string) => void): Promise<void> {
  const bekend = (await listRegios(diensten.db)).find(({ voorbeeld }) => voorbeeld)
  const regioId =
    bekend?.id ??
    (await maakRegio(makeContext(diensten, '', OPDRACHTREGEL), leesJson('regio.json'), { voorbeeld: true })).regioId
  const ctx = makeContext(diensten, regioId, OPDRACHTREGEL)
  const personen = leesJson('personen.json') as Personen
  // establishing is the last step: until it was done, every step before it is done again and changes nothing twice
  if ((await listVastgesteldeJaren(ctx)).length >= personen.vaststellen.length) return

  meld('De voorbeeldregio wordt klaargezet: drie jaar berichten worden ingelezen.')
  const ids = new Map<string, string>()
  for (const persoon of personen.gebruikers) {
    // roles start when the region did, so that what was established earlier was established within a role
    const toen = { ...ctx, today: Temporal.PlainDate.from('2024-01-01') }
    ids.set(persoon.naam, await maakGebruiker(toen, { ...persoon, voorbeeld: true }))
  }
  const { bestanden, omvang } = listBestanden(
    ['aanbieders.csv', 'overeenkomsten.csv', 'evaluaties.csv', 'cto.csv', 'berichten'].map((naam) => join(MAP, naam)),
  )
  await verdeel(ctx, diensten, personen, ids, async () => {
    const verslag = await leesIn(
      // files of the program itself, not sent by anybody
      { ...diensten, regioId, actor: OPDRACHTREGEL, scanner: undefined },
      'voorbeeld',
      openStukken(bestanden, MAP),
      {
        omvang,
      },
    )
    meld(`${verslag.verwerkt} bestanden en berichten verwerkt, ${verslag.dubbel} dubbel.`)
  })
  await stelVast(ctx, personen, ids)
  await volgTermijnen(makeContext(diensten, regioId, SYSTEEM))
  await volgVaststelling(makeContext(diensten, regioId, SYSTEEM))
  await vulGesprekken(ctx, ids)
  meld('De voorbeeldregio is klaar.')
}

/** Who manages whom; the overeenkomsten of all but a few get their functions, so that there is a finding to see. */
async function verdeel(
  ctx: Context,
  diensten: Diensten,
  personen: Personen,
  ids: Map<string, string>,
  lees: () => Promise<void>,
) {
  await lees()
  const id = (naam: string) => ids.get(naam)!
  const { aanbieders, overeenkomsten } = await inReadTransaction(ctx, async (ctx) => ({
    aanbieders: await listAlleAanbieders(ctx, {}, { sorteer: 'naam', richting: 'op', pagina: 1 }),
    overeenkomsten: await listAlleOvereenkomsten(ctx, {}, { sorteer: 'nummer', richting: 'op', pagina: 1 }),
  }))
  for (const { contractmanager, achtervanger, agb } of personen.verdeling) {
    const aanbiederIds = aanbieders.filter((aanbieder) => agb.includes(aanbieder.agb)).map(({ id }) => id)
    await wijzigContractmanager(ctx, {
      aanbiederIds,
      contractmanagerId: id(contractmanager),
      achtervangerId: id(achtervanger),
    })
  }
  for (const { agb, ...contact } of personen.contacten) {
    const aanbiederId = aanbieders.find((aanbieder) => aanbieder.agb === agb)!.id
    const bekend = await inReadTransaction(ctx, (ctx) => listContactpersonen(ctx, aanbiederId))
    if (!bekend.some(({ naam }) => naam === contact.naam)) await voegContactpersoonToe(ctx, aanbiederId, contact)
  }
  for (const { id: overeenkomstId, agb } of overeenkomsten) {
    if (ZONDER_FUNCTIES.includes(agb)) continue
    await wijsFunctieToe(ctx, { overeenkomstId, functie: 'contracteigenaar', gebruikerId: id('Ruud Hoekstra') })
    await wijsFunctieToe(ctx, { overeenkomstId, functie: 'rvm', gebruikerId: id('Farah Oukili') })
  }
  await verdeelMandaat(ctx, id, overeenkomsten)
  await vulOrganisatieAan(ctx, leesJson('organisatie.json') as Voorbeeldorganisatie, id)
  const opAgb = new Map(aanbieders.map((aanbieder) => [aanbieder.agb, aanbieder.id]))
  await vulAfsprakenAan(ctx, leesJson('afspraken.json') as Afspraken, {
    personen: ids,
    aanbieders: opAgb,
    overeenkomsten: new Map(overeenkomsten.map((overeenkomst) => [overeenkomst.nummer, overeenkomst.id])),
  })
  const manager = { id: id('Marloes de Wit'), naam: 'Marloes de Wit' }
  await vulTafelsAan(ctx, leesJson('tafels.json') as Voorbeeldtafels, { manager, aanbieders: opAgb })
  await vulEscalatiesAan(ctx, leesJson('escalaties.json') as Voorbeeldzaak[], {
    personen: new Map(personen.gebruikers.map(({ naam, rol }) => [naam, { id: id(naam), rol }])),
    aanbieders: new Map(aanbieders.map((aanbieder) => [aanbieder.agb, aanbieder.id])),
  })
  await controleerOvereenkomsten(makeContext(diensten, ctx.regioId, SYSTEEM))
  await controleerCertificaten(makeContext(diensten, ctx.regioId, SYSTEEM))
}

/** A few mandates, a substitution and a proposal that waits, so that these pages have something to show. Done once. */
async function verdeelMandaat(
  ctx: Context,
  id: (naam: string) => string,
  overeenkomsten: { id: string; nummer: string }[],
) {
  if ((await inReadTransaction(ctx, (ctx) => listMandaten(ctx))).length > 0) return
  const basis = { gemeente: null, hoogsteCent: null, hoogsteMaanden: null, geldigTot: null }
  const vanaf = Temporal.PlainDate.from('2026-01-01')
  const mandaten: [taak: string, rol: Rol, grens?: number][] = [
    ['budget-wijzigen', 'contractmanager', 5_000_000],
    ['verbeterplan', 'contractmanager'],
    ['steekproef', 'contractmanager'],
    ['clientenstop', 'contractmanager'],
    ['ingebrekestelling', 'contracteigenaar'],
    ['boete', 'directie'],
  ]
  for (const [taak, rol, grens] of mandaten) {
    await geefMandaat(ctx, {
      ...basis,
      taak,
      rol,
      hoogsteCent: grens ?? null,
      grond: 'Mandaatbesluit regio 2026, artikel 3 (verzonnen)',
      geldigVanaf: vanaf,
    })
  }
  const alsPersoon = (naam: string, rol: Rol): Context => ({
    ...ctx,
    actor: { soort: 'gebruiker', id: id(naam), naam, rollen: [{ rol, agb: null }], agb: null },
  })
  const budget = overeenkomsten.find(({ nummer }) => nummer === 'ZW-HO-001') ?? overeenkomsten[0]!
  await stelPlafondVoor(alsPersoon('Marloes de Wit', 'contractmanager'), {
    overeenkomstId: budget.id,
    jaar: ctx.today.year,
    cent: 45_000_000,
    motivering: 'Er zijn meer toewijzingen dan bij de raming is verwacht.',
  })
  await regelWaarneming(alsPersoon('Ruud Hoekstra', 'contracteigenaar'), {
    gebruikerId: id('Ruud Hoekstra'),
    waarnemerId: id('Imke Smit'),
    begindatum: ctx.today.add({ days: 29 }),
    einddatum: ctx.today.add({ days: 42 }),
    reden: 'Vakantie rond de jaarwisseling.',
  })
}

/** The full years are established on the day it was done, by the contract manager. */
/** What was found over the first year has been talked about and closed; over the second year a few are still open. */
async function besluit(ctx: Context, jaar: number) {
  const { rijen } = await inReadTransaction(ctx, (ctx) =>
    listBevindingen(ctx, { jaar, stand: 'open' }, { sorteer: 'titel', richting: 'op', pagina: null }),
  )
  for (const { id } of jaar === 2024 ? rijen : rijen.slice(0, 9)) {
    await beoordeelBevinding(ctx, id, { besluit: 'bespreken', reden: 'Komt op de agenda van het jaarlijkse gesprek.' })
    if (jaar === 2024) {
      await beoordeelBevinding(ctx, id, {
        besluit: 'sluiten',
        reden: 'Besproken; de aanbieder heeft laten zien wat er verbetert.',
      })
    }
  }
}

async function stelVast(ctx: Context, personen: Personen, ids: Map<string, string>) {
  await berekenKpis(ctx, {})
  const naam = 'Marloes de Wit'
  for (const { jaar, datum } of personen.vaststellen) {
    const today = Temporal.PlainDate.from(datum)
    const now = today.toZonedDateTime({ timeZone: 'Europe/Amsterdam', plainTime: '10:30' }).toInstant()
    const actor = {
      soort: 'gebruiker' as const,
      id: ids.get(naam)!,
      naam,
      rollen: [{ rol: 'contractmanager', agb: null }],
      agb: null,
    }
    const toen = { ...ctx, today, now, actor }
    await stelKpisVast(toen, jaar, 'Besproken in het contractmanagementteam.')
    await besluit({ ...toen, now: now.add({ hours: 24 * 40 }) }, jaar)
  }
}

function leesJson(naam: string): unknown {
  return JSON.parse(readFileSync(join(MAP, naam), 'utf8'))
}
