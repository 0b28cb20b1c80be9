import { isMinstens, kapAf, leesDecimaal } from '../../begrippen/percentage.ts'
import { isIndicatief, type KpiDefinitie } from './kpi-definitie.ts'

/** What was counted for one aanbieder, subregio and year. */
export type Telling = {
  /** |C|: distinct clients with delivered care in the period. */
  clientenInZorg: number
  /** |R| respondents, |E| evaluated clients or |T| toewijzingen. */
  n: number
  /** Sum of grades × 10, clients behaald, or toewijzingen tijdig. */
  teller: number
  /** False only when there was no survey at all in this year (KPI 1). */
  heeftMeting: boolean
}

export type Reden = 'te weinig clienten' | 'geen meting' | 'onvoldoende respons'

/** Measured, not measurable and not supplied are three different answers. */
export type Uitkomst =
  | { soort: 'waarde'; waarde: string; oordeel: string; reden: null; normGehaald: boolean }
  | {
      soort: 'niet meetbaar'
      waarde: null
      oordeel: null
      reden: 'te weinig clienten' | 'onvoldoende respons'
      normGehaald: null
    }
  | { soort: 'niet aangeleverd'; waarde: null; oordeel: null; reden: 'geen meting'; normGehaald: null }

type Maatstaf = Pick<
  KpiDefinitie,
  'eenheid' | 'decimalen' | 'norm' | 'schaal' | 'minimumClienten' | 'minimumWaarnemingen'
>

/** Judges one result (FRM-01, FRM-02, FRM-03): compared exactly, shown cut off (AMB-52). */
export function beoordeel(maatstaf: Maatstaf, telling: Telling): Uitkomst {
  const reden = redenZonderOordeel(maatstaf, telling)
  if (reden !== null) {
    return reden === 'geen meting'
      ? { soort: 'niet aangeleverd', waarde: null, oordeel: null, reden, normGehaald: null }
      : { soort: 'niet meetbaar', waarde: null, oordeel: null, reden, normGehaald: null }
  }
  const { teller, noemer } = breukVan(maatstaf, telling)
  const haalt = (grens: string) => isMinstens(teller, noemer, leesDecimaal(grens))
  const klasse = maatstaf.schaal.findLast(({ ondergrens }) => haalt(ondergrens))

  if (!klasse) {
    throw new RangeError('De waarde ligt onder de laagste klasse van de schaal')
  }
  return {
    soort: 'waarde',
    waarde: kapAf(teller, noemer, maatstaf.decimalen),
    oordeel: klasse.oordeel,
    reden: null,
    normGehaald: haalt(maatstaf.norm),
  }
}

export type Gevolg = 'geen' | 'waarschuwing' | 'bevinding' | 'indicatieve bevinding'

/**
 * What establishing this outcome brings about: only a result below the norm has a consequence. A provisional figure warns,
 * a nulmeting does not count (AMB-18), and while the method is voorlopig the bevinding is indicative (AMB-22).
 */
export function gevolgVanVaststellen(
  definitie: Pick<KpiDefinitie, 'status'>,
  { normGehaald }: Uitkomst,
  { voorlopig, nulmeting }: { voorlopig: boolean; nulmeting: boolean },
): Gevolg {
  if (normGehaald !== false || nulmeting) {
    return 'geen'
  }
  if (voorlopig) {
    return 'waarschuwing'
  }
  return isIndicatief(definitie) ? 'indicatieve bevinding' : 'bevinding'
}

// The order is agreed: the first reason that applies is the one people see.
function redenZonderOordeel(maatstaf: Maatstaf, telling: Telling): Reden | null {
  if (telling.clientenInZorg < maatstaf.minimumClienten) {
    return 'te weinig clienten'
  }
  if (!telling.heeftMeting) {
    return 'geen meting'
  }
  return telling.n < maatstaf.minimumWaarnemingen ? 'onvoldoende respons' : null
}

// Grades come as tenths, so their mean is teller / 10n; a share is 100 × teller / n percent.
function breukVan({ eenheid }: Maatstaf, { teller, n }: Telling): { teller: bigint; noemer: bigint } {
  return eenheid === 'cijfer'
    ? { teller: BigInt(teller), noemer: 10n * BigInt(n) }
    : { teller: 100n * BigInt(teller), noemer: BigInt(n) }
}
