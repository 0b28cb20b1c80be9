import type { Zaakdossier } from '../../domain/act/escalatie/find-dossier.ts'
import type { Geopend } from '../../domain/act/escalatie/lees-zaak.ts'
import type { Brieftekst } from '../../domain/act/escalatie/maak-brief.ts'
import type { Zaakgesprek } from '../../domain/act/gesprek/list-gesprekken-van.ts'
import type { PlanInLijst } from '../../domain/act/verbeterplan/queries.ts'
import type { Zaakplan } from '../../domain/act/verbeterplan/uit-plan.ts'
import type { Mogelijk } from '../../domain/act/escalatie/vooruitzicht.ts'
import type { Context } from '../../platform/context.ts'
import type { Veldfout } from '../ui/foutenlijst.tsx'
import type { Raam } from '../ui/pagina.tsx'
import type { Waarden } from './velden.tsx'

export type Escalatiegegevens = {
  geopend: Geopend
  dossier: Zaakdossier
  /** The plan that runs in this case: what it gives is not typed here */
  plan: Zaakplan | null
  plannen: PlanInLijst[]
  /** Meetings held for this case */
  gesprekken: Zaakgesprek[]
  mogelijk: Mogelijk[]
  wieMag: ReadonlyMap<string, string>
  /** What the gemeenten and products of a measure are called, by code */
  namen: ReadonlyMap<string, string>
  brief: Brieftekst | null
}

/** What every part of the page of a case is given. */
export type Escalatieprops = Escalatiegegevens & {
  raam: Raam
  ctx: Context
  gedaan?: string | undefined
  waarden?: Waarden
  fouten?: Veldfout[]
}
