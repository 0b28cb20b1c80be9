import type { Zaakstand } from '../verbeterplan/volg-zaak.ts'
import { deelVan, hoogte } from './ladder.ts'
import type { Geopend } from './lees-zaak.ts'
import { werkelijkEinde } from './termijnen.ts'
import type { Zaak } from './zaak.ts'

/** What a verbeterplan needs to know of a case that was just written. */
export function voorPlan({ rij, zaak: oud, ladder, feiten }: Geopend, nieuw: Zaak): Zaakstand {
  const { soort } = deelVan(ladder, 'toestanden', nieuw.toestand!)
  const stap = nieuw.stappen.length > oud.stappen.length ? nieuw.stappen.at(-1)! : null
  const termijnen = nieuw.termijnen.flatMap((termijn, i) => {
    if (termijn.klaar !== null) return []
    const einddatum = werkelijkEinde(termijn, nieuw.schorsingen, feiten.kalender)
    return [[termijn.code, { start: termijn.start, einddatum, nieuw: i >= oud.termijnen.length }] as const]
  })
  return {
    id: rij.id,
    titel: rij.titel,
    aanbiederId: rij.aanbiederId,
    agb: rij.agb,
    overeenkomstId: rij.overeenkomstId,
    toestand: nieuw.toestand!,
    voorstel: soort === 'voorstel' || nieuw.open !== null,
    hoger: soort !== 'einde' && hoogte(ladder, nieuw.toestand) > hoogte(ladder, oud.toestand),
    termijnen: new Map(termijnen),
    stap: stap && { motivering: stap.motivering, velden: stap.velden },
  }
}
