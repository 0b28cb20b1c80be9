import { datumzin } from '../../begrippen/datumzin.ts'
import type { Overeenkomstregels } from './lees-regels.ts'
import { verlengingsopties } from './verlenging.ts'
import { verlengstand, type Besluitsoort } from './verlengstand.ts'

type Looptijd = {
  begindatum: Temporal.PlainDate
  einddatum: Temporal.PlainDate
  verlengingen: number
  verlengingMaanden: number
}
type Genomen = {
  besluit: Besluitsoort
  besluitdatum: Temporal.PlainDate
  vanaf: Temporal.PlainDate
  vastgelegdOp: Temporal.Instant
}
type Regels = Pick<Overeenkomstregels, 'opzegtermijn' | 'kalender'>

/** The option a decision is about, with its term. */
export type Besluitoptie = {
  optie: number
  vanaf: Temporal.PlainDate
  tot: Temporal.PlainDate
}

/** Why a decision cannot be taken and what can be done; `veld` when it is the date that is wrong. */
export type Besluitweigering = { weigering: string; veld?: 'besluitdatum' }

const ANDERS = 'Langer doorgaan kan alleen met een nieuwe overeenkomst.'

const na = (a: Temporal.PlainDate, b: Temporal.PlainDate) => Temporal.PlainDate.compare(a, b) > 0

/**
 * Whether to extend or not may be decided (CTR-10): one option at a time, in order, up to the last day on which the aanbieder must
 * know. What counts is the day of the decision, so one that was taken in time can still be recorded later. Model contract article
 * 1.3: told too late, or not at all, the overeenkomst ends by itself; there is no other way to extend.
 */
export function keurBesluit(
  overeenkomst: Looptijd,
  genomen: readonly Genomen[],
  besluitdatum: Temporal.PlainDate,
  vandaag: Temporal.PlainDate,
  { opzegtermijn, kalender }: Regels,
): Besluitoptie | Besluitweigering {
  const { begindatum } = overeenkomst
  const { verlengd, nietVerlengdOp, geldend } = verlengstand(genomen)
  if (nietVerlengdOp) {
    return { weigering: `Op ${datumzin(nietVerlengdOp)} is besloten niet te verlengen. Trek dat besluit eerst in.` }
  }
  const opties = verlengingsopties(overeenkomst, opzegtermijn, kalender)
  const optie = opties[verlengd]
  if (!optie) {
    const laatste = opties.at(-1)
    return {
      weigering: laatste
        ? `Alle verlengingen zijn gebruikt; de laatste loopt tot en met ${datumzin(laatste.metVerlengingTotEnMet)}. ${ANDERS}`
        : `Bij deze overeenkomst zijn geen verlengingen afgesproken. ${ANDERS}`,
    }
  }
  const vorige = geldend.at(-1)
  if (na(besluitdatum, vandaag)) {
    return {
      veld: 'besluitdatum',
      weigering: 'Een besluit kan niet na vandaag zijn genomen. Vul de dag van het besluit in.',
    }
  }
  if (na(begindatum, besluitdatum)) {
    return {
      veld: 'besluitdatum',
      weigering: `De overeenkomst ging in op ${datumzin(begindatum)}; dit besluit kan niet eerder zijn genomen.`,
    }
  }
  if (vorige && na(vorige.besluitdatum, besluitdatum)) {
    return {
      veld: 'besluitdatum',
      weigering: `Het vorige besluit is van ${datumzin(vorige.besluitdatum)}; dit besluit kan niet eerder zijn genomen.`,
    }
  }
  if (na(besluitdatum, optie.uiterlijkBeslissen)) {
    return {
      veld: 'besluitdatum',
      weigering:
        `Na ${datumzin(optie.uiterlijkBeslissen)} kan over deze verlenging niet meer worden besloten: de overeenkomst eindigt vanzelf op ` +
        `${datumzin(optie.zonderVerlengingTotEnMet)}. Is het besluit eerder genomen en aan de aanbieder gemeld, vul dan die dag in. ${ANDERS}`,
    }
  }
  return {
    optie: optie.optie,
    vanaf: optie.zonderVerlengingTotEnMet.add({ days: 1 }),
    tot: optie.metVerlengingTotEnMet,
  }
}

/**
 * The decision that can be withdrawn: the last that stands, as long as the extended term, or the end, has not come yet. On the day it
 * was recorded it always can, for whoever records what was decided years ago makes a slip too.
 */
export function keurIntrekken<B extends Genomen>(
  genomen: readonly B[],
  vandaag: Temporal.PlainDate,
): B | Besluitweigering {
  const laatste = verlengstand(genomen).geldend.at(-1)
  if (!laatste) {
    return { weigering: 'Er is geen besluit dat kan worden ingetrokken.' }
  }
  const vastgelegd = laatste.vastgelegdOp.toZonedDateTimeISO('Europe/Amsterdam').toPlainDate()
  if (!na(laatste.vanaf, vandaag) && na(vandaag, vastgelegd)) {
    return {
      weigering:
        laatste.besluit === 'verlengen'
          ? `De verlengde termijn loopt al sinds ${datumzin(laatste.vanaf)}. Dit besluit kan niet meer worden ingetrokken.`
          : `De overeenkomst is geëindigd op ${datumzin(laatste.vanaf.subtract({ days: 1 }))}. Dit besluit kan niet meer worden ingetrokken.`,
    }
  }
  return laatste
}
