import type { Bewaarsoort } from './bewaarsoort.ts'
import type { Soortcode } from './bewaartermijn.ts'
import { accounts } from './soort/accounts.ts'
import { bevindingen } from './soort/bevindingen.ts'
import { clienten } from './soort/clienten.ts'
import { evaluaties } from './soort/evaluaties.ts'
import { kpis } from './soort/kpis.ts'
import { leveringen } from './soort/leveringen.ts'
import { aanmeldingen, logwaarden } from './soort/logwaarden.ts'
import { overeenkomsten } from './soort/overeenkomsten.ts'
import { weigeringen } from './soort/weigeringen.ts'

export const soorten: Record<Soortcode, Bewaarsoort> = {
  overeenkomsten,
  clienten,
  evaluaties,
  kpis,
  bevindingen,
  leveringen,
  accounts,
  logwaarden,
  aanmeldingen,
  weigeringen,
}
