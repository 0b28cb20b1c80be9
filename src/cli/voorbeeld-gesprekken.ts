import { listEscalaties } from '../domain/act/escalatie/queries.ts'
import { annuleerGesprek } from '../domain/act/gesprek/annuleer-gesprek.ts'
import type { Actieact } from '../domain/act/gesprek/actiestand.ts'
import { bewaarRapportage } from '../domain/act/gesprek/bewaar-rapportage.ts'
import { deelVerslag } from '../domain/act/gesprek/deel-verslag.ts'
import type { Antwoord, Gespreksinvoer, Wijze } from '../domain/act/gesprek/gesprek.ts'
import { legActieVast } from '../domain/act/gesprek/leg-actie-vast.ts'
import { legAntwoordVast } from '../domain/act/gesprek/leg-antwoord-vast.ts'
import { legBesluitVast } from '../domain/act/gesprek/leg-besluit-vast.ts'
import { listContactpersonenVan } from '../domain/act/gesprek/list-contactpersonen-van.ts'
import { listGesprekken } from '../domain/act/gesprek/list-gesprekken.ts'
import { maakVerslagDefinitief } from '../domain/act/gesprek/maak-verslag-definitief.ts'
import { meldGehouden } from '../domain/act/gesprek/meld-gehouden.ts'
import { meldVoorbereid } from '../domain/act/gesprek/meld-voorbereid.ts'
import { nodigDeelnemersUit } from '../domain/act/gesprek/nodig-deelnemers-uit.ts'
import { planGesprek } from '../domain/act/gesprek/plan-gesprek.ts'
import { listReacties } from '../domain/act/gesprek/list-verslag.ts'
import { findGesprek, listAgendapunten, listDeelnemers } from '../domain/act/gesprek/queries.ts'
import { reageerOpVerslag } from '../domain/act/gesprek/reageer-op-verslag.ts'
import { schrijfVerslagtekst } from '../domain/act/gesprek/schrijf-verslagtekst.ts'
import { verplaatsGesprek } from '../domain/act/gesprek/verplaats-gesprek.ts'
import { verwerkReactie } from '../domain/act/gesprek/verwerk-reactie.ts'
import { vraagRapportage } from '../domain/act/gesprek/vraag-rapportage.ts'
import { zetActie } from '../domain/act/gesprek/zet-actie.ts'
import { legKlasseVast } from '../domain/plan/risico/leg-klasse-vast.ts'
import type { Klasse } from '../domain/plan/risico/klasse.ts'
import type { Context } from '../platform/context.ts'
import { inTransaction } from '../platform/transaction.ts'
import { binnen, type Daad, type Register } from './voorbeeld-register.ts'

type Beurt = Daad &
  (
    | { doe: 'uitnodigen' | 'rapportage vragen' | 'voorbereiden' | 'delen' | 'definitief' }
    | { doe: 'rapportage'; delen: Record<string, string>; indienen: boolean }
    | { doe: 'antwoord'; van: string; antwoord: Antwoord; toelichting?: string }
    | { doe: 'verplaatsen'; naar: string; reden: string }
    | { doe: 'houden'; afwezig?: string[] }
    | { doe: 'schrijven'; teksten: Record<string, string> }
    | { doe: 'actie'; tekst: string; door: string; collega?: boolean; einddatum: string }
    | { doe: 'actie zetten'; tekst: string; act: Exclude<Actieact, 'wijzigen'>; woorden: string }
    | { doe: 'besluit'; tekst: string }
    | { doe: 'reageren'; soort: 'akkoord' | 'opmerking'; tekst: string }
    | { doe: 'verwerken'; tekst: string }
    | { doe: 'annuleren'; reden: string }
  )

/** One meeting, from planning on, act by act. With an aanbieder (AGB code), a gemeente (code), or among ourselves. */
export type Voorbeeldgesprek = Daad & {
  soort: string
  agb?: string
  gemeente?: string
  titel?: string
  datum: string
  plaats: string
  wijze?: Wijze
  /** The title of the running case of this aanbieder that it is held for. */
  zaak?: string
  /** People of the region who come as well. */
  met?: string[]
  beurten: Beurt[]
}

/** gesprekken.json: classes and meetings. Days as YYYY-MM-DD. */
export type Voorbeeldgesprekken = {
  klassen: (Daad & { agb: string; klasse: Klasse; geldigVanaf: string; reden: string })[]
  gesprekken: Voorbeeldgesprek[]
}

const dag = (iso: string) => Temporal.PlainDate.from(iso)
const TIJD = { begintijd: '10:00', eindtijd: '11:30' }

/** Whether the demonstration region has its meetings: they are the last that is made, as a whole. */
export async function heeftGesprekken(ctx: Context): Promise<boolean> {
  // the command line itself sees no meetings
  const lezer = { ...ctx, actor: { ...ctx.actor, rollen: [{ rol: 'contractmanager', agb: null }] } }
  return (await listGesprekken(lezer, {}, { sorteer: 'datum', richting: 'op', pagina: 1 })).totaal > 0
}

/** Meetings of the demonstration region in every state, with minutes, actions and classes. Made once, as a whole. */
export function vulGesprekkenAan(
  ctx: Context,
  { klassen, gesprekken }: Voorbeeldgesprekken,
  register: Register,
): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const hier = binnen(ctx, register, '15:30')
    if (await heeftGesprekken(ctx)) return
    for (const { agb, klasse, geldigVanaf, reden, ...daad } of klassen) {
      await legKlasseVast(hier.als(daad), hier.aanbiederId(agb), { klasse, geldigVanaf: dag(geldigVanaf), reden })
    }
    for (const gesprek of gesprekken) await speelGesprek(gesprek, hier)
  })
}

async function speelGesprek(gesprek: Voorbeeldgesprek, register: Register) {
  const { soort, agb, gemeente = '', titel = '', datum, plaats, wijze = 'fysiek', zaak, met = [], beurten } = gesprek
  const wie = register.als(gesprek)
  const aanbiederId = agb === undefined ? '' : register.aanbiederId(agb)
  const contactpersonen = aanbiederId === '' ? [] : await listContactpersonenVan(wie, aanbiederId)
  const invoer: Gespreksinvoer = {
    soort,
    titel,
    aanbiederId,
    escalatieId: zaak === undefined ? '' : await zaakId(wie, aanbiederId, zaak),
    gemeenteCode: gemeente,
    overeenkomstIds: [],
    contactpersoonIds: contactpersonen.map(({ id }) => id),
    gebruikerIds: met.map(register.persoonId),
    datum: dag(datum),
    ...TIJD,
    plaats,
    wijze,
  }
  const id = await planGesprek(wie, invoer)
  const acties = new Map<string, string>()
  for (const beurt of beurten) await doe(register, invoer, id, beurt, acties)
}

async function zaakId(ctx: Context, aanbiederId: string, titel: string): Promise<string> {
  const filter = { stand: 'lopend', aanbiederId } as const
  const { rijen } = await listEscalaties(ctx, filter, { sorteer: 'geopend', richting: 'op', pagina: null })
  const zaak = rijen.find((een) => een.titel === titel)
  if (!zaak) throw new Error(`The demonstration has no running case “${titel}” of this aanbieder`)
  return zaak.id
}

async function doe(register: Register, invoer: Gespreksinvoer, id: string, beurt: Beurt, acties: Map<string, string>) {
  const wie = register.als(beurt)
  switch (beurt.doe) {
    case 'uitnodigen':
      return nodigDeelnemersUit(wie, id)
    case 'rapportage vragen':
      return vraagRapportage(wie, id)
    case 'rapportage': {
      const delen = Object.entries(beurt.delen).map(([code, tekst]) => ({ code, tekst, versie: 0 }))
      return bewaarRapportage(wie, id, delen, beurt.indienen)
    }
    case 'voorbereiden':
      return meldVoorbereid(wie, id)
    case 'antwoord': {
      const deelnemer = (await listDeelnemers(wie, id)).find(({ naam }) => naam === beurt.van)!
      return legAntwoordVast(wie, id, deelnemer.id, { antwoord: beurt.antwoord, toelichting: beurt.toelichting ?? '' })
    }
    case 'verplaatsen': {
      const { versie } = await findGesprek(wie, id)
      const { plaats, wijze } = invoer
      return verplaatsGesprek(wie, id, versie, { ...TIJD, plaats, wijze, datum: dag(beurt.naar), reden: beurt.reden })
    }
    case 'houden': {
      const aanwezig = (await listDeelnemers(wie, id)).filter(({ naam }) => !beurt.afwezig?.includes(naam))
      return meldGehouden(
        wie,
        id,
        aanwezig.map((deelnemer) => deelnemer.id),
      )
    }
    case 'schrijven':
      for (const punt of await listAgendapunten(wie, id)) {
        const tekst = Object.entries(beurt.teksten).find(([titel]) => punt.titel.startsWith(titel))?.[1]
        if (tekst) await schrijfVerslagtekst(wie, id, punt.id, { tekst, versie: 0 })
      }
      return
    case 'actie':
      acties.set(beurt.tekst, await legActieVast(wie, id, actie(register, beurt)))
      return
    case 'actie zetten':
      return zetActie(wie, acties.get(beurt.tekst)!, beurt.act, beurt.woorden)
    case 'besluit':
      await legBesluitVast(wie, id, { tekst: beurt.tekst, agendapuntId: '', taak: '' })
      return
    case 'delen':
      return deelVerslag(wie, id)
    case 'reageren':
      return reageerOpVerslag(wie, id, { soort: beurt.soort, tekst: beurt.tekst })
    case 'verwerken': {
      const open = (await listReacties(wie, id)).find(({ verwerking }) => verwerking === null)!
      return verwerkReactie(wie, id, open.id, beurt.tekst)
    }
    case 'definitief':
      return maakVerslagDefinitief(wie, id)
    case 'annuleren':
      return annuleerGesprek(wie, id, beurt.reden)
  }
}

type Actiebeurt = Extract<Beurt, { doe: 'actie' }>

function actie({ persoonId }: Register, { tekst, door, collega = false, einddatum }: Actiebeurt) {
  return {
    tekst,
    kant: collega ? ('regio' as const) : ('aanbieder' as const),
    eigenaarId: collega ? persoonId(door) : '',
    eigenaar: collega ? '' : door,
    einddatum: dag(einddatum),
    agendapuntId: '' as const,
    niveau: 'tactisch' as const,
  }
}
