import { recordEvent } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import { conflict } from '../../../platform/errors.ts'
import { inTransaction, narrow } from '../../../platform/transaction.ts'
import { planTermijn } from '../../plan/kalender/plan-termijn.ts'
import { authorize, voorDeRegio } from '../../rechten.ts'
import { weigerUitPlan } from '../verbeterplan/uit-plan.ts'
import { bewaarZaak } from './bewaar-zaak.ts'
import { doeStap } from './doe.ts'
import { deelVan } from './ladder.ts'
import { leesZaak, type Geopend } from './lees-zaak.ts'
import { lockZaak } from './lock-zaak.ts'
import { metStukken, past, toetsStuk, toetsZet } from './toets.ts'
import { vulUitGesprekken } from './uit-gesprek.ts'
import { eisUitkomst, Stapweigering } from './weiger-stap.ts'
import type { Stuk, Zet } from './zaak.ts'

/**
 * Puts a record in a case: what was found, or what the aanbieder hands in (ROL-09). A record of the aanbieder that makes a step of its
 * own (a plan, a report, an objection in or after its term) takes that step at once. Gives whether it did. Throws 403, 404, 409, 422.
 */
export function legStukVast(
  ctx: Context,
  id: string,
  gezien: number,
  gegeven: Omit<Stuk, 'beurt'>,
): Promise<{ stap: string | null }> {
  return inTransaction(ctx, async (ctx) => {
    const partij = ctx.actor.agb === null ? 'opdrachtgever' : 'aanbieder'
    // What an aanbieder hands in here is received today.
    const stuk = partij === 'aanbieder' ? { ...gegeven, datum: ctx.today, gesprek: undefined } : gegeven
    await authorize(ctx, partij === 'aanbieder' ? 'escalatie:reageren' : 'escalatie:stap-zetten')
    if (partij === 'aanbieder') return neemAan(ctx, id, gezien, stuk)
    const geopend = await lockZaak(ctx, id, gezien)
    const [gevuld] = await vulUitGesprekken(ctx, id, geopend.ladder, [stuk])
    return bewaarStuk(ctx, geopend, gevuld!, partij)
  })
}

// What an aanbieder hands in touches what it may not see (terms, proposals, the logboek): it must see the case, the rest follows.
async function neemAan(ctx: Context, id: string, gezien: number, stuk: Omit<Stuk, 'beurt'>) {
  await leesZaak(ctx, id)
  const breed = voorDeRegio(ctx)
  await narrow(breed)
  return bewaarStuk(breed, await lockZaak(breed, id, gezien), stuk, 'aanbieder')
}

async function bewaarStuk(ctx: Context, geopend: Geopend, stuk: Omit<Stuk, 'beurt'>, partij: Zet['partij']) {
  const { rij, ladder, zaak, feiten } = geopend
  if (deelVan(ladder, 'toestanden', zaak.toestand!).soort === 'einde') throw conflict('Deze escalatie is gesloten.')
  await weigerUitPlan(ctx, rij.id, [stuk])
  const gebreken = toetsStuk(ladder, stuk, partij, ctx.today)
  if (gebreken.length > 0) throw new Stapweigering(gebreken)

  const zet = partij === 'aanbieder' ? eigenStap(geopend, stuk, ctx.actor.id) : undefined
  const nieuw = zet
    ? eisUitkomst(doeStap(ladder, zaak, zet, new Set(), feiten)).zaak
    : metStukken(ladder, zaak, { stukken: [stuk] })
  await bewaarZaak(ctx, geopend, nieuw, { partij })
  if (partij === 'aanbieder') await meldAanManager(ctx, geopend, stuk)
  await recordEvent(ctx, {
    soort: 'stuk:vastgelegd',
    onderwerp: { type: 'escalatie', id: rij.id },
    gegevens: { stuk: stuk.soort, stap: zet?.overgang ?? null, naar: nieuw.toestand },
  })
  return { stap: zet?.overgang ?? null }
}

// ESA-12: what an aanbieder hands in is reported to the contractmanager: a moment of that day in the calendar, and in the day's mail.
async function meldAanManager(ctx: Context, { rij, ladder }: Geopend, { soort }: Omit<Stuk, 'beurt'>) {
  await planTermijn(ctx, {
    bron: 'escalatie-stuk',
    bronId: rij.id,
    sleutel: soort.slice(0, 80),
    titel: `Ontvangen van de aanbieder: ${deelVan(ladder, 'stukken', soort).naam.toLowerCase()} (${rij.nummer})`.slice(
      0,
      200,
    ),
    regel: { datum: ctx.today },
    startdatum: ctx.today,
    wie: { kant: 'regio', rol: 'contractmanager' },
    over: { aanbiederId: rij.aanbiederId, overeenkomstId: rij.overeenkomstId },
    gevolg: 'Bekijk het stuk bij de escalatie.',
    aard: 'moment',
  })
}

// The step of the aanbieder that this record alone makes. An objection is in time or too late: the guards tell which.
function eigenStap({ ladder, zaak, feiten }: Geopend, stuk: Omit<Stuk, 'beurt'>, door: string): Zet | undefined {
  return ladder.overgangen
    .filter((een) => een.wie !== 'opdrachtgever' && past(een, zaak.toestand) && een.stukken.includes(stuk.soort))
    .map(({ code }): Zet => ({
      overgang: code,
      motivering: '',
      datum: stuk.datum,
      velden: {},
      stukken: [stuk],
      maatregelen: [],
      partij: 'aanbieder',
      door,
    }))
    .find((zet) => toetsZet(ladder, zaak, zet, feiten).length === 0)
}
