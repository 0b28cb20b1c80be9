import { z } from 'zod'
import { dag, gemeente, tekst } from './invoer.ts'

export const DienstverleningInvoer = z.object({
  dienstverlener: gemeente,
  gemeente,
  reikwijdte: tekst(2000, 'Beschrijf wat de centrumgemeente doet'),
  begindatum: dag,
  einddatum: dag.nullable(),
  vindplaats: tekst(300, 'Noem waar het document is te vinden'),
})
export type DienstverleningInvoer = z.output<typeof DienstverleningInvoer>

export type Dienstverlening = {
  id: string
  dienstverlener: string
  dienstverlenerNaam: string
  gemeente: string
  gemeenteNaam: string
  reikwijdte: string
  begindatum: Temporal.PlainDate
  einddatum: Temporal.PlainDate | null
  vindplaats: string
  versie: number
  vastgelegdOp: Temporal.Instant
  vastgelegdDoor: string
  beeindigdOp: Temporal.Instant | null
  beeindigingReden: string | null
}

type Looptijd = Pick<Dienstverlening, 'id' | 'begindatum' | 'einddatum'>

const voor = (a: Temporal.PlainDate, b: Temporal.PlainDate) => Temporal.PlainDate.compare(a, b) < 0

export type Dekking<T> =
  | { stand: 'geen' }
  /** Nothing runs; the first that will. */
  | { stand: 'begint nog'; laatste: T; vanaf: Temporal.PlainDate; tot: Temporal.PlainDate | null }
  | { stand: 'verlopen'; laatste: T; tot: Temporal.PlainDate }
  /** Without a gap until `tot`; null is without an end. `laatste` is the one that ends then. */
  | { stand: 'loopt' | 'loopt af'; laatste: T; tot: Temporal.PlainDate | null }

/**
 * How long one partner is served without a gap, by agreements that follow each other (ORG-06): one takes over when it begins at the
 * latest on the day after. "Loopt af": the end comes within the months of the regelset and nothing takes over.
 */
export function bepaalDekking<T extends Looptijd>(
  overeenkomsten: readonly T[],
  vandaag: Temporal.PlainDate,
  waarschuwMaanden: number,
): Dekking<T> {
  const opBegin = overeenkomsten.toSorted((a, b) => Temporal.PlainDate.compare(a.begindatum, b.begindatum))
  const nietVoorbij = opBegin.filter(({ einddatum }) => einddatum === null || !voor(einddatum, vandaag))
  const eerste = nietVoorbij[0]
  if (!eerste) {
    const laatste = opBegin.toSorted((a, b) => Temporal.PlainDate.compare(b.einddatum!, a.einddatum!))[0]
    return laatste ? { stand: 'verlopen', laatste, tot: laatste.einddatum! } : { stand: 'geen' }
  }
  let laatste = eerste
  for (const een of nietVoorbij) {
    const sluitAan = laatste.einddatum !== null && !voor(laatste.einddatum.add({ days: 1 }), een.begindatum)
    const langer = een.einddatum === null || (laatste.einddatum !== null && voor(laatste.einddatum, een.einddatum))
    if (sluitAan && langer) laatste = een
  }
  const tot = laatste.einddatum
  if (voor(vandaag, eerste.begindatum)) return { stand: 'begint nog', laatste, vanaf: eerste.begindatum, tot }
  const bijna = tot !== null && voor(tot, vandaag.add({ months: waarschuwMaanden }))
  return { stand: bijna ? 'loopt af' : 'loopt', laatste, tot }
}

/**
 * The agreements between the same two that end without another that takes over: it begins at the latest on the day after, or has begun
 * since (ORG-06).
 */
export function zonderVervolg<T extends Looptijd>(overeenkomsten: readonly T[], vandaag: Temporal.PlainDate): T[] {
  return overeenkomsten.filter(({ einddatum }) => {
    if (einddatum === null) return false
    const uiterlijk = voor(einddatum, vandaag) ? vandaag : einddatum.add({ days: 1 })
    return !overeenkomsten.some((een) => voor(einddatum, een.begindatum) && !voor(uiterlijk, een.begindatum))
  })
}

/** Why this cannot be recorded; undefined when it can. `andere`: those between the same two gemeenten, without this one. */
export function keurDienstverlening(
  { dienstverlener, gemeente, begindatum, einddatum }: DienstverleningInvoer,
  andere: readonly Looptijd[],
): { veld: string; melding: string } | undefined {
  if (dienstverlener === gemeente) {
    return { veld: 'gemeente', melding: 'Een gemeente sluit geen overeenkomst met zichzelf. Kies een andere partner.' }
  }
  if (einddatum && voor(einddatum, begindatum)) {
    return { veld: 'einddatum', melding: 'De laatste dag ligt voor de eerste. Kies een latere laatste dag.' }
  }
  const tegelijk = andere.some(
    (een) => !(een.einddatum && voor(een.einddatum, begindatum)) && !(einddatum && voor(einddatum, een.begindatum)),
  )
  return tegelijk
    ? {
        veld: 'begindatum',
        melding:
          'In deze tijd loopt er al een overeenkomst met deze gemeente. Laat de nieuwe later beginnen, of beëindig de oude.',
      }
    : undefined
}
