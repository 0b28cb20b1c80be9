import { z } from 'zod'
import { vrijeTekst } from '../../begrippen/vrije-tekst.ts'
import { dag, tekst } from './invoer.ts'
import { modelsoorten, zoekModel, type Modelsoort, type Organisatieregels } from './regels.ts'

export const ModelInvoer = z.object({
  soort: z.enum(modelsoorten),
  model: z.string('Kies een model').regex(/^[a-z0-9-]+$/, 'Kies een model'),
  centrumgemeente: z.union([z.string().regex(/^\d{4}$/), z.literal('')], 'Kies een gemeente'),
  uitvoerder: vrijeTekst(200),
  geldigVanaf: dag,
  besluit: tekst(500, 'Noem het besluit waarin dit is gekozen'),
  reden: tekst(2000, 'Schrijf op waarom voor dit model is gekozen'),
})
export type ModelInvoer = z.output<typeof ModelInvoer>

export type Modelversie = {
  id: string
  soort: Modelsoort
  model: string
  centrumgemeente: string | null
  uitvoerder: string
  geldigVanaf: Temporal.PlainDate
  besluit: string
  reden: string
  vastgelegdOp: Temporal.Instant
  vastgelegdDoor: string
}

/** The version of a kind that holds on a day: the newest that has begun. `versies`: newest first. */
export function kiesModel(versies: readonly Modelversie[], soort: Modelsoort, op: Temporal.PlainDate) {
  return versies.find((een) => een.soort === soort && Temporal.PlainDate.compare(een.geldigVanaf, op) <= 0)
}

export type Modelfout = { veld: 'model' | 'centrumgemeente' | 'uitvoerder' | 'geldigVanaf'; melding: string }

/**
 * Why this model cannot be recorded after `vorige` (the newest of its kind); undefined when it can (ORG-05, ORG-07). Where the
 * regelset prescribes one regional approach, a model inside one gemeente is refused (ORG-03).
 */
export function keurModel(
  regels: Organisatieregels,
  invoer: ModelInvoer,
  { gemeenten, vorige }: { gemeenten: readonly { code: string }[]; vorige: Modelversie | undefined },
): Modelfout | undefined {
  const gekozen = zoekModel(regels, invoer.soort, invoer.model)
  if (!gekozen) return { veld: 'model', melding: 'Kies een model.' }
  const vraagt = 'uitvoerder' in gekozen ? gekozen.uitvoerder : null
  if (regels.aanpak && 'regionaal' in gekozen && !gekozen.regionaal) {
    const { uitvoerder } = regels.aanpak
    return {
      veld: 'model',
      melding: `Hier voert ${uitvoerder} contractmanagement regionaal uit. Kies een regionaal model.`,
    }
  }
  if (vraagt === 'gemeente' && !gemeenten.some(({ code }) => code === invoer.centrumgemeente)) {
    return { veld: 'centrumgemeente', melding: 'Kies welke gemeente centrumgemeente is.' }
  }
  if (vraagt !== 'gemeente' && invoer.centrumgemeente !== '') {
    return { veld: 'centrumgemeente', melding: 'Dit model kent geen centrumgemeente. Laat het veld leeg.' }
  }
  if (vraagt === 'organisatie' && invoer.uitvoerder === '') {
    return { veld: 'uitvoerder', melding: 'Noem de organisatie die voor de gemeenten uitvoert.' }
  }
  if (vraagt !== 'organisatie' && invoer.uitvoerder !== '') {
    return { veld: 'uitvoerder', melding: 'Dit model kent geen gezamenlijke organisatie. Laat het veld leeg.' }
  }
  if (!vorige) return undefined
  if (Temporal.PlainDate.compare(invoer.geldigVanaf, vorige.geldigVanaf) < 0) {
    return {
      veld: 'geldigVanaf',
      melding: 'Er is al een model met een latere ingangsdatum. Kies die dag of een dag erna.',
    }
  }
  const gelijk =
    vorige.model === invoer.model &&
    (vorige.centrumgemeente ?? '') === invoer.centrumgemeente &&
    vorige.uitvoerder === invoer.uitvoerder
  return gelijk ? { veld: 'model', melding: 'Dit model geldt al.' } : undefined
}
