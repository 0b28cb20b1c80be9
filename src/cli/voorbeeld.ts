import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeContext, OPDRACHTREGEL, PROJECT, SYSTEEM, type Diensten } from '../diensten.ts'
import { beoordeelBevinding } from '../domain/check/bevinding/beoordeel-bevinding.ts'
import { controleerCertificaten } from '../domain/check/bevinding/controleer-certificaten.ts'
import { controleerOvereenkomsten } from '../domain/check/bevinding/controleer-overeenkomsten.ts'
import { listBevindingen } from '../domain/check/bevinding/queries.ts'
import { berekenKpis } from '../domain/check/kpi/bereken-kpis.ts'
import { listVastgesteldeJaren } from '../domain/check/kpi/list-vastgestelde-jaren.ts'
import { stelKpisVast } from '../domain/check/kpi/stel-kpis-vast.ts'
import { leesIn } from '../domain/do/bericht/lees-in.ts'
import { voegContactpersoonToe } from '../domain/plan/aanbieder/bewaar-contactpersoon.ts'
import { listAlleAanbieders } from '../domain/plan/aanbieder/list-aanbieders.ts'
import { listContactpersonen } from '../domain/plan/aanbieder/list-contactpersonen.ts'
import { wijzigContractmanager } from '../domain/plan/aanbieder/wijzig-contractmanager.ts'
import { listRegios, type Regio } from '../domain/plan/inrichting/list-regios.ts'
import { maakGebruiker } from '../domain/plan/inrichting/maak-gebruiker.ts'
import { maakRegio } from '../domain/plan/inrichting/maak-regio.ts'
import { listAlleOvereenkomsten } from '../domain/plan/overeenkomst/list-overeenkomsten.ts'
import { wijsFunctieToe } from '../domain/plan/overeenkomst/wijs-functie-toe.ts'
import type { Context } from '../platform/context.ts'
import { volg } from '../jobs/tasks.ts'
import { inReadTransaction, inTransaction } from '../platform/transaction.ts'
import { listBestanden, openStukken } from './stukken.ts'
import { vulAfsprakenAan, type Afspraken } from './voorbeeld-afspraken.ts'
import { vulBevindingenAan, type Voorbeeldbevinding } from './voorbeeld-bevindingen.ts'
import { vulBezettingAan, type Bezetting } from './voorbeeld-bezetting.ts'
import { vulBrievenAan, type Voorbeeldbrieven } from './voorbeeld-brieven.ts'
import { vulEscalatiesAan, type Voorbeeldzaak } from './voorbeeld-escalaties.ts'
import { heeftGesprekken, vulGesprekkenAan, type Voorbeeldgesprekken } from './voorbeeld-gesprekken.ts'
import { vulPlannenAan, type Voorbeeldplan } from './voorbeeld-plannen.ts'
import { binnen, maakRegister, type Persoon, type Register } from './voorbeeld-register.ts'
import { vulOrganisatieAan, type Voorbeeldorganisatie } from './voorbeeld-organisatie.ts'
import { vulTafelsAan, type Voorbeeldtafels } from './voorbeeld-tafels.ts'

/** The folders of the demonstration regions below db/, the first one first. */
export const VOORBEELDEN = ['voorbeeldregio', 'voorbeeldregio-jeugd'] as const
export type Voorbeeld = (typeof VOORBEELDEN)[number]

/** The files that are read in as they would come in a real region; which there are, differs. */
const BESTANDEN = ['aanbieders.csv', 'overeenkomsten.csv', 'evaluaties.csv', 'cto.csv', 'berichten']

type Personen = {
  gebruikers: Persoon[]
  /** Roles start here, so that what was done earlier was done within a role. */
  rollenVanaf: string
  verdeling: { contractmanager: string; achtervanger: string; agb: string[] }[]
  /** Aanbieders whose overeenkomsten are left without functions, so that there is something to find. */
  zonderFuncties: string[]
  contacten: { agb: string; naam: string; functie: string; email: string; telefoon: string }[]
  /** Measuring years that were established, and of how many results below the norm is written down what was decided. */
  vaststellen: { jaar: number; datum: string; bespreken: number | null; sluiten: boolean }[]
}

/** Whether this is one of the demonstration regions that come with the program. */
export function isMeegeleverd({ naam, voorbeeld }: Regio): boolean {
  return voorbeeld && VOORBEELDEN.some((map) => regiobestand(map).naam === naam)
}

/**
 * Loads every demonstration region once, through the same use cases as a real one; a start that was killed is taken up again. They are
 * made in their order and filled at the same time: one reads messages while the other writes down act by act.
 */
export async function laadVoorbeelden(diensten: Diensten, meld: (regel: string) => void): Promise<void> {
  const begonnen: Begonnen[] = []
  for (const map of VOORBEELDEN) begonnen.push(...(await begin(diensten, map)))
  await Promise.all(begonnen.map((een) => vul(diensten, een, meld)))
}

/** Loads one demonstration region. */
export async function laadVoorbeeld(diensten: Diensten, map: Voorbeeld, meld: (regel: string) => void): Promise<void> {
  for (const een of await begin(diensten, map)) await vul(diensten, een, meld)
}

type Begonnen = { map: Voorbeeld; naam: string; ctx: Context; personen: Personen; ids: Map<string, string> }

/** The region with its people; nothing when it is there as a whole. */
async function begin(diensten: Diensten, map: Voorbeeld): Promise<Begonnen[]> {
  const bestand = regiobestand(map)
  const bekend = (await listRegios(diensten.db)).find(({ naam, voorbeeld }) => voorbeeld && naam === bestand.naam)
  const regioId =
    bekend?.id ?? (await maakRegio(makeContext(diensten, '', OPDRACHTREGEL), bestand, { voorbeeld: true })).regioId
  const ctx = makeContext(diensten, regioId, OPDRACHTREGEL)
  if (await inReadTransaction(ctx, heeftGesprekken)) return []
  const personen = leesJson(map, 'personen.json') as Personen
  const ids = new Map<string, string>()
  for (const persoon of personen.gebruikers) {
    const toen = { ...ctx, today: Temporal.PlainDate.from(personen.rollenVanaf) }
    ids.set(persoon.naam, await maakGebruiker(toen, { ...persoon, voorbeeld: true }))
  }
  return [{ map, naam: bestand.naam, ctx, personen, ids }]
}

/** The meetings are the last step: until they are there, every step is done again and changes nothing twice. */
async function vul(
  diensten: Diensten,
  { map, naam, ctx, personen, ids }: Begonnen,
  meld: (regel: string) => void,
): Promise<void> {
  const { regioId } = ctx
  meld(`${naam} wordt klaargezet: de berichten worden ingelezen.`)
  await leesBestanden(diensten, ctx, map, (regel) => meld(`${naam}: ${regel}`))
  const { aanbieders, overeenkomsten } = await inReadTransaction(ctx, async (ctx) => ({
    aanbieders: await listAlleAanbieders(ctx, {}, { sorteer: 'naam', richting: 'op', pagina: 1 }),
    overeenkomsten: await listAlleOvereenkomsten(ctx, {}, { sorteer: 'nummer', richting: 'op', pagina: 1 }),
  }))
  const register = maakRegister(ctx, { personen: personen.gebruikers, ids, aanbieders, overeenkomsten })
  // one commit instead of a hundred
  await inTransaction(ctx, (ctx) => verdeel(ctx, personen, register, overeenkomsten))
  await vulBezettingAan(ctx, leesJson(map, 'bezetting.json') as Bezetting, register)
  await vulOrganisatieAan(ctx, leesJson(map, 'organisatie.json') as Voorbeeldorganisatie, register)
  await inTransaction(ctx, (ctx) =>
    vulAfsprakenAan(ctx, leesJson(map, 'afspraken.json') as Afspraken, binnen(ctx, register)),
  )
  await vulTafelsAan(ctx, leesJson(map, 'tafels.json') as Voorbeeldtafels, register)
  await vulEscalatiesAan(ctx, leesJson(map, 'escalaties.json') as Voorbeeldzaak[], register)
  await vulBevindingenAan(ctx, leesJson(map, 'bevindingen.json') as Voorbeeldbevinding[], register)
  const systeem = makeContext(diensten, regioId, SYSTEEM)
  await controleerOvereenkomsten(systeem)
  await controleerCertificaten(systeem)
  await stelVast(ctx, personen, register)
  await vulBrievenAan(ctx, systeem, leesJson(map, 'brieven.json') as Voorbeeldbrieven, register)
  await vulGesprekkenAan(ctx, leesJson(map, 'gesprekken.json') as Voorbeeldgesprekken, register)
  if (existsSync(join(PROJECT, 'db', map, 'verbeterplannen.json'))) {
    await vulPlannenAan(ctx, leesJson(map, 'verbeterplannen.json') as Voorbeeldplan[], register)
  }
  await volg(systeem)
  meld(`${naam} is klaar.`)
}

async function leesBestanden(diensten: Diensten, { regioId }: Context, map: Voorbeeld, meld: (regel: string) => void) {
  const pad = join(PROJECT, 'db', map)
  const er = BESTANDEN.filter((naam) => existsSync(join(pad, naam))).map((naam) => join(pad, naam))
  const { bestanden, omvang } = listBestanden(er)
  const { verwerkt, dubbel } = await leesIn(
    // files of the program itself, not sent by anybody
    { ...diensten, regioId, actor: OPDRACHTREGEL, scanner: undefined },
    'voorbeeld',
    openStukken(bestanden, pad),
    { omvang },
  )
  meld(`${verwerkt} bestanden en berichten verwerkt, ${dubbel} dubbel.`)
}

/** Who manages whom; the overeenkomsten of all but a few get their functions. */
async function verdeel(
  ctx: Context,
  { verdeling, contacten, zonderFuncties }: Personen,
  register: Register,
  overeenkomsten: readonly { id: string; agb: string }[],
) {
  for (const { contractmanager, achtervanger, agb } of verdeling) {
    await wijzigContractmanager(ctx, {
      aanbiederIds: agb.map(register.aanbiederId),
      contractmanagerId: register.persoonId(contractmanager),
      achtervangerId: register.persoonId(achtervanger),
    })
  }
  for (const { agb, ...contact } of contacten) {
    const aanbiederId = register.aanbiederId(agb)
    const bekend = await inReadTransaction(ctx, (ctx) => listContactpersonen(ctx, aanbiederId))
    if (!bekend.some(({ naam }) => naam === contact.naam)) await voegContactpersoonToe(ctx, aanbiederId, contact)
  }
  for (const { id: overeenkomstId, agb } of overeenkomsten) {
    if (zonderFuncties.includes(agb)) continue
    for (const functie of ['contracteigenaar', 'rvm'] as const) {
      await wijsFunctieToe(ctx, { overeenkomstId, functie, gebruikerId: register.persoonId(register.met(functie)) })
    }
  }
}

/** The full years are established on the day it was done, by the contract manager, with what was decided about what was found. */
async function stelVast(ctx: Context, { vaststellen }: Personen, register: Register) {
  if (vaststellen.length === 0) return
  await berekenKpis(ctx, {})
  const gedaan = await listVastgesteldeJaren(ctx)
  for (const { jaar, datum, bespreken, sluiten } of vaststellen) {
    if (gedaan.includes(jaar)) continue
    await inTransaction(ctx, async (ctx) => {
      const toen = binnen(ctx, register).als({ op: datum, wie: register.met('contractmanager') }, '10:30')
      await stelKpisVast(toen, jaar, 'Besproken in het contractmanagementteam.')
      await besluit({ ...toen, now: toen.now.add({ hours: 24 * 40 }) }, jaar, bespreken, sluiten)
    })
  }
}

async function besluit(ctx: Context, jaar: number, bespreken: number | null, sluiten: boolean) {
  const { rijen } = await listBevindingen(
    ctx,
    { jaar, stand: 'open' },
    { sorteer: 'titel', richting: 'op', pagina: null },
  )
  for (const { id } of rijen.slice(0, bespreken ?? rijen.length)) {
    await beoordeelBevinding(ctx, id, { besluit: 'bespreken', reden: 'Komt op de agenda van het jaarlijkse gesprek.' })
    if (sluiten) {
      const reden = 'Besproken; de aanbieder heeft laten zien wat er verbetert.'
      await beoordeelBevinding(ctx, id, { besluit: 'sluiten', reden })
    }
  }
}

function regiobestand(map: Voorbeeld) {
  return leesJson(map, 'regio.json') as { naam: string }
}

function leesJson(map: Voorbeeld, naam: string): unknown {
  return JSON.parse(readFileSync(join(PROJECT, 'db', map, naam), 'utf8'))
}
