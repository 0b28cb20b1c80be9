import { z } from 'zod'

export const bronnen = {
  kpi: 'KPI',
  overeenkomst: 'Overeenkomst',
  certificaat: 'Certificaat',
  clientenstop: 'Cliëntenstop',
  termijn: 'Termijn',
  gesprek: 'Gesprek',
  hand: 'Met de hand',
} as const
export type Bron = keyof typeof bronnen

/** What a person may decide about a finding (AMB-33: nothing starts by itself). */
export const besluiten = {
  bespreken: 'Bespreken in gesprek',
  'plan vragen': 'Verbeterplan vragen',
  escaleren: 'Escaleren',
  sluiten: 'Sluiten',
  heropenen: 'Heropenen',
} as const
export type Besluit = keyof typeof besluiten

/** The decisions that fit now: a closed finding can only be opened again. */
export function mogelijkeBesluiten(gesloten: boolean): Besluit[] {
  return gesloten ? ['heropenen'] : ['bespreken', 'plan vragen', 'escaleren', 'sluiten']
}

export const BesluitInvoer = z.object({
  besluit: z.enum(Object.keys(besluiten) as [Besluit, ...Besluit[]], 'Kies wat er met de bevinding gebeurt.'),
  reden: z.string().trim().min(1, 'Schrijf op waarom u dit besluit.').max(2000, 'Gebruik hooguit 2000 tekens.'),
})
export type BesluitInvoer = z.infer<typeof BesluitInvoer>

export const BevindingInvoer = z.object({
  aanbiederId: z.uuid('Kies een aanbieder.'),
  titel: z
    .string()
    .trim()
    .min(1, 'Schrijf in een zin op wat er niet in orde is.')
    .max(200, 'Gebruik hooguit 200 tekens.'),
  toelichting: z.string().trim().max(4000, 'Gebruik hooguit 4000 tekens.').default(''),
  /** The meeting it came up in; the aanbieder is then that of the meeting. */
  gesprekId: z.uuid().optional(),
})
export type BevindingInvoer = z.infer<typeof BevindingInvoer>

/** A finding to be made. `sleutel` says what it is about: the same key is made once, whatever finds it again. */
export type NieuweBevinding = {
  bron: Bron
  sleutel: string
  titel: string
  toelichting: string
  aanbiederId: string
  agb: string
  overeenkomstId?: string | undefined
  subregioId?: string | undefined
  kpiUitkomstId?: string | undefined
  termijnId?: string | undefined
  /** How many clients stand behind the figure it is about */
  clienten?: number | undefined
  jaar?: number | undefined
  indicatief?: boolean | undefined
}
