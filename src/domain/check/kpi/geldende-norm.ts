import { isDeepStrictEqual } from 'node:util'
import type { KpiDefinitie } from './kpi-definitie.ts'

/** What an aanbieder is judged by; who changes only the status or a round in which was heard, changes no norm. */
export type Maatstaf = Pick<
  KpiDefinitie,
  'norm' | 'schaal' | 'minimumClienten' | 'minimumWaarnemingen' | 'termijnDagen' | 'methode'
>

export type Normversie = Maatstaf & { id: string; versie: number; geldigVanaf: Temporal.PlainDate }

export type Kennis = {
  /** The first day on which a version had reached this aanbieder, by the id of the version. */
  verteldOp: ReadonlyMap<string, Temporal.PlainDate>
  /** The first day of its first overeenkomst; null when it has none. */
  partijSinds: Temporal.PlainDate | null
}

/** Does a version ask something else of an aanbieder than another? */
export function isGewijzigd(vorige: Maatstaf, nieuw: Maatstaf): boolean {
  return !isDeepStrictEqual(maatstaf(vorige), maatstaf(nieuw))
}

/**
 * LIF-15: the version of a norm that holds against one aanbieder on a day. A changed norm holds from its effective date, and only
 * when it was told before; told later, from the day after it was told [D]; never told, the norm before it stays. What was in force
 * when it became a party was agreed with its overeenkomst [D]. `versies` are those of one KPI, oldest first; undefined when none has begun.
 * Source: bijlage 19, "Dit wordt tijdig met de zorgaanbieders gecommuniceerd".
 */
export function geldendeNorm<Versie extends Normversie>(
  versies: readonly Versie[],
  dag: Temporal.PlainDate,
  { verteldOp, partijSinds }: Kennis,
): Versie | undefined {
  const begonnen = versies.filter(({ geldigVanaf }) => Temporal.PlainDate.compare(geldigVanaf, dag) <= 0)
  const wist = ({ id, geldigVanaf }: Versie) => {
    const verteld = verteldOp.get(id)
    const voorDieDag = verteld !== undefined && Temporal.PlainDate.compare(verteld, dag) < 0
    return voorDieDag || (partijSinds !== null && Temporal.PlainDate.compare(geldigVanaf, partijSinds) <= 0)
  }
  return begonnen
    .slice(1)
    .reduce<Versie | undefined>(
      (nu, versie) => (nu && isGewijzigd(nu, versie) && !wist(versie) ? nu : versie),
      begonnen[0],
    )
}

function maatstaf({ norm, schaal, minimumClienten, minimumWaarnemingen, termijnDagen, methode }: Maatstaf): Maatstaf {
  return { norm, schaal, minimumClienten, minimumWaarnemingen, termijnDagen, methode }
}
