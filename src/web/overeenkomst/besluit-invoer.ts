import { z } from 'zod'
import { Besluitreden } from '../../domain/plan/overeenkomst/besluit-over-verlenging.ts'
import { dagveld } from '../form.ts'

/** How many decisions stood on the page; anything strange is none. */
const gezien = z.coerce.number().int().min(0).max(1000).catch(0)

/** The form that decides about an extension. */
export const Besluitformulierinvoer = z.object({
  besluit: z.enum(['verlengen', 'niet verlengen'], 'Kies verlengen of niet verlengen'),
  besluitdatum: dagveld('Vul de datum van het besluit in'),
  reden: Besluitreden,
  gezien,
})

/** The form that withdraws the last decision. */
export const Intrekinvoer = z.object({ redenIntrekken: Besluitreden, gezien })
