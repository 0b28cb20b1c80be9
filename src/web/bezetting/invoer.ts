import { z } from 'zod'
import { Verdeling, type Letter } from '../../domain/plan/bezetting/taken.ts'
import { rollen, type Rol } from '../../domain/rechten.ts'
import { bedragveld, dagveld, leegOf } from '../invoer.ts'

/** Roles on the side of the opdrachtgever, and the aanbieder as a whole: who tasks are divided among. */
export const taakrollen = (Object.keys(rollen) as Rol[]).filter(
  (rol) => !rol.includes('(') && (!rol.startsWith('aanbieder') || rol === 'aanbieder'),
)

/** What one role can have in a task; two letters where both are said. */
export const combinaties = ['A', 'R', 'AR', 'S', 'C', 'I', 'N', 'CN', 'IN'] as const

const reden = z.string().trim().min(1, 'Schrijf op waarom.').max(2000, 'Gebruik hooguit 2000 tekens.')

export const RasciInvoer = z.object({ gemeente: z.string().max(4), geldigVanaf: dagveld, reden })

/** The division of the form: a field per role with its letters. */
export function leesVerdeling(waarden: Record<string, string>): Verdeling {
  const verdeling = taakrollen.flatMap((rol) =>
    Array.from(combinaties.find((een) => een === waarden[`rol-${rol}`]) ?? '').map((letter) => ({
      rol,
      letter: letter as Letter,
    })),
  )
  const volgorde = 'ARSCIN'
  return Verdeling.parse(verdeling.toSorted((a, b) => volgorde.indexOf(a.letter) - volgorde.indexOf(b.letter)))
}

export const MandaatInvoer = z.object({
  taak: z.string().min(1, 'Kies een taak of maatregel.'),
  rol: z.enum(taakrollen as [Rol, ...Rol[]], 'Kies een rol.'),
  gemeente: z.string().max(4),
  grond: z.string().trim().min(1, 'Noem het besluit of artikel.').max(500, 'Gebruik hooguit 500 tekens.'),
  hoogsteBedrag: leegOf(bedragveld),
  hoogsteMaanden: leegOf(
    z
      .string()
      .trim()
      .regex(/^[1-9]\d{0,2}$/, 'Vul een heel aantal maanden in, bijvoorbeeld 12.')
      .transform(Number),
  ),
  geldigVanaf: dagveld,
  geldigTot: leegOf(dagveld),
})

export const WaarnemingInvoer = z.object({
  gebruikerId: z.uuid('Kies voor wie wordt waargenomen.'),
  waarnemerId: z.uuid('Kies wie waarneemt.'),
  begindatum: dagveld,
  einddatum: dagveld,
  reden,
})

export const OverdrachtInvoer = z.object({
  vanId: z.uuid('Kies wiens werk wordt overgedragen.'),
  naarId: z.union([z.uuid(), z.literal('')], 'Kies wie het overneemt.'),
  reden,
})
