import { faseVan } from '../../domain/act/overlegtafel/toestand.ts'
import type { TafelInLijst } from '../../domain/act/overlegtafel/queries.ts'
import { mag } from '../../domain/rechten.ts'
import type { Actor } from '../../platform/context.ts'
import { routes } from '../routes.ts'
import { onderwerpzin } from '../overlegtafel/woorden.ts'
import type { Werkpunt } from './werkpunt.ts'

/** What open tables ask: of an aanbieder its answer; of the region to bring them further, each by the day of the table. */
export function tafelPunten(actor: Actor, tafels: readonly TafelInLijst[], vandaag: Temporal.PlainDate): Werkpunt[] {
  return tafels.flatMap((tafel): Werkpunt[] => {
    const stap = actor.agb === null ? stapVan(actor, tafel, vandaag) : antwoordVan(tafel, vandaag)
    if (!stap) return []
    const { deel, actie, wat } = stap
    const open = faseVan(tafel) === 'gehouden'
    return [
      {
        id: `tafel-${tafel.id}`,
        titel: `${wat}: ${tafel.titel}`,
        href: routes.overlegtafel(tafel.id, deel),
        tekst: `Overlegtafel over ${onderwerpzin(tafel)}`,
        vanMij: true,
        datum: open ? null : tafel.datum,
        ...(open && { sinds: tafel.datum }),
        actie,
      },
    ]
  })
}

type Stap = { deel?: Parameters<typeof routes.overlegtafel>[1]; actie: string; wat: string }

function antwoordVan(
  { eigen, datum, vervallenOp, gehoudenOp }: TafelInLijst,
  vandaag: Temporal.PlainDate,
): Stap | null {
  if (!eigen || eigen.antwoord || vervallenOp || gehoudenOp || Temporal.PlainDate.compare(datum, vandaag) < 0)
    return null
  return { deel: 'antwoord', actie: 'Beantwoorden', wat: 'Uitnodiging' }
}

function stapVan(actor: Actor, tafel: TafelInLijst, vandaag: Temporal.PlainDate): Stap | null {
  const organiseert = mag(actor, 'overlegtafel:organiseren')
  switch (faseVan(tafel)) {
    case 'gepland':
      return organiseert ? { actie: 'Samenstellen', wat: 'Tafel samenstellen' } : null
    case 'samengesteld':
      return organiseert ? { deel: 'samenstelling', actie: 'Uitnodigen', wat: 'Uitnodigingen versturen' } : null
    case 'uitgenodigd':
      if (Temporal.PlainDate.compare(tafel.datum, vandaag) > 0) return null
      return { deel: 'aanwezigheid', actie: 'Vastleggen', wat: 'Aanwezigheid vastleggen' }
    case 'gehouden':
      return { deel: 'terugkoppeling', actie: 'Versturen', wat: 'Terugkoppeling versturen' }
    default:
      return null
  }
}
