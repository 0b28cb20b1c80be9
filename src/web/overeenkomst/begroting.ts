import { aantalDagen, kalenderjaar } from '../../domain/begrippen/periode.ts'
import { eersteOpenDag } from '../../domain/plan/overeenkomst/lees-ruimte.ts'
import { prognoseCent } from '../../domain/plan/overeenkomst/ruimte.ts'
import type { Overeenkomstjaar } from '../../domain/plan/overeenkomst/queries.ts'

/** What a year looks like so far: months that are fully claimed, and where the year ends if it goes on like this. */
export type Begroting = {
  /** Cents at the end of each fully claimed month. */
  cumulatief: number[]
  prognose: { laag: number; midden: number; hoog: number } | null
}

/**
 * An unfinished month would hide an overrun, so only months before the running one count, up to the last with claims. The forecast
 * is linear (FRM-10); the band runs from the lowest to the highest of those months.
 */
export function begroting({ jaar, perMaandCent }: Overeenkomstjaar, vandaag: Temporal.PlainDate): Begroting {
  const { begindatum, einddatum } = kalenderjaar(jaar)
  const open = eersteOpenDag(jaar, perMaandCent, vandaag)
  const laatste = begindatum.until(open, { largestUnit: 'months' }).months
  const maanden = perMaandCent.slice(0, laatste)
  let som = 0
  const cumulatief = maanden.map((cent) => (som += cent))
  const tot = open.subtract({ days: 1 })
  const midden =
    laatste === 0 || laatste === 12
      ? null
      : prognoseCent(som, aantalDagen({ begindatum, einddatum: tot }), aantalDagen({ begindatum, einddatum }))
  const rest = 12 - laatste
  return {
    cumulatief,
    prognose:
      midden === null
        ? null
        : { laag: som + rest * Math.min(...maanden), midden, hoog: som + rest * Math.max(...maanden) },
  }
}
