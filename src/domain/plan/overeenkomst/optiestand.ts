import type { Overeenkomstregels } from './lees-regels.ts'
import { verlengingsopties, type Verlengingsoptie } from './verlenging.ts'
import { verlengstand, type Besluitsoort } from './verlengstand.ts'

type Looptijd = { einddatum: Temporal.PlainDate; verlengingen: number; verlengingMaanden: number }
type Genomen = { besluit: Besluitsoort; besluitdatum: Temporal.PlainDate }

/**
 * verlengd and niet verlengd: decided; open: to be decided now; verstreken: nobody decided in time; later: after the option before
 * it; vervallen: the option before it was declined or lapsed.
 */
export type Optiestand = 'verlengd' | 'niet verlengd' | 'open' | 'verstreken' | 'later' | 'vervallen'

export type OptieMetStand<B extends Genomen> = Verlengingsoptie & { stand: Optiestand; genomen: B | null }

/** Every extension of an overeenkomst with where it stands on a day (CTR-10). */
export function optiestanden<B extends Genomen>(
  overeenkomst: Looptijd,
  besluiten: readonly B[],
  vandaag: Temporal.PlainDate,
  { opzegtermijn, kalender }: Pick<Overeenkomstregels, 'opzegtermijn' | 'kalender'>,
): OptieMetStand<B>[] {
  const { geldend } = verlengstand(besluiten)
  let voorbij = false
  return verlengingsopties(overeenkomst, opzegtermijn, kalender).map((optie, i) => {
    const genomen = geldend[i] ?? null
    const stand = genomen
      ? besloten(genomen)
      : voorbij
        ? 'vervallen'
        : i > geldend.length
          ? 'later'
          : nu(optie, vandaag)
    voorbij ||= stand === 'niet verlengd' || stand === 'verstreken'
    return { ...optie, stand, genomen }
  })
}

function besloten({ besluit }: Genomen): Optiestand {
  return besluit === 'verlengen' ? 'verlengd' : 'niet verlengd'
}

function nu({ uiterlijkBeslissen }: Verlengingsoptie, vandaag: Temporal.PlainDate): Optiestand {
  return Temporal.PlainDate.compare(vandaag, uiterlijkBeslissen) > 0 ? 'verstreken' : 'open'
}
