import type { Bewaarsoort } from './bewaarsoort.ts'
import type { Soortcode } from './bewaartermijn.ts'
import { accounts } from './soort/accounts.ts'
import { bevindingen } from './soort/bevindingen.ts'
import { brieven } from './soort/brieven.ts'
import { clienten } from './soort/clienten.ts'
import { documenten, documentenZonderOvereenkomst } from './soort/documenten.ts'
import { escalaties, escalatiesZonderOvereenkomst } from './soort/escalaties.ts'
import { evaluaties } from './soort/evaluaties.ts'
import { gesprekken, gesprekkenZonderOvereenkomst } from './soort/gesprekken.ts'
import { inzagen } from './soort/inzagen.ts'
import { kpis } from './soort/kpis.ts'
import { leveringen } from './soort/leveringen.ts'
import { aanmeldingen, logwaarden } from './soort/logwaarden.ts'
import { mails } from './soort/mails.ts'
import { overeenkomsten } from './soort/overeenkomsten.ts'
import { overlegtafels } from './soort/overlegtafels.ts'
import { publicaties } from './soort/publicaties.ts'
import { termijnen } from './soort/termijnen.ts'
import { verbeterplannen, verbeterplannenZonderOvereenkomst } from './soort/verbeterplannen.ts'
import { weigeringen } from './soort/weigeringen.ts'

export const soorten: Record<Soortcode, Bewaarsoort> = {
  overeenkomsten,
  clienten,
  evaluaties,
  kpis,
  bevindingen,
  gesprekken,
  'gesprekken-zonder-overeenkomst': gesprekkenZonderOvereenkomst,
  escalaties,
  'escalaties-zonder-overeenkomst': escalatiesZonderOvereenkomst,
  verbeterplannen,
  'verbeterplannen-zonder-overeenkomst': verbeterplannenZonderOvereenkomst,
  brieven,
  publicaties,
  documenten,
  'documenten-zonder-overeenkomst': documentenZonderOvereenkomst,
  overlegtafels,
  termijnen,
  mails,
  leveringen,
  accounts,
  logwaarden,
  aanmeldingen,
  weigeringen,
  inzagen,
}
