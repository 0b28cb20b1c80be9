import type { Actor, Context } from '../platform/context.ts'
import { forbidden } from '../platform/errors.ts'

export const rollen = {
  contracteigenaar: 'Contracteigenaar',
  contractmanager: 'Contractmanager',
  contractbeheerder: 'Contractbeheerder',
  'lokaal team': 'Medewerker lokaal team',
  backoffice: 'Backoffice',
  toezichthouder: 'Toezichthouder',
  beleid: 'Opdrachtgever of beleid',
  'functioneel beheerder': 'Functioneel beheerder',
  aanbieder: 'Aanbieder',
  // The command line of the server: whoever can start it already holds the database and the keys.
  'beheer (opdrachtregel)': 'Beheer (opdrachtregel)',
  // The queue, for what follows from somebody's act.
  'systeem (wachtrij)': 'Systeem (wachtrij)',
} as const

export type Rol = keyof typeof rollen

const binnen = [
  'contracteigenaar',
  'contractmanager',
  'contractbeheerder',
  'lokaal team',
  'backoffice',
  'toezichthouder',
  'beleid',
  'functioneel beheerder',
  'beheer (opdrachtregel)',
] as const satisfies Rol[]

/** The authorisation matrix: right -> roles. Which rows somebody sees is settled by the queries and by row-level security. */
export const rechten = {
  'aanbieder:lezen': [...binnen, 'aanbieder'],
  'aanbieder:wijzigen': ['contractmanager', 'contractbeheerder', 'beheer (opdrachtregel)'],
  'aanbieder:inlezen': ['contractbeheerder', 'functioneel beheerder', 'beheer (opdrachtregel)'],
  'overeenkomst:lezen': [...binnen, 'aanbieder'],
  'overeenkomst:inlezen': ['contractbeheerder', 'functioneel beheerder', 'beheer (opdrachtregel)'],
  // ROL-01: only the contracteigenaar renews; the matrix of 2.3 for who keeps the data.
  'overeenkomst:verlengen': ['contracteigenaar'],
  'overeenkomst:wijzigen': ['contractmanager', 'contractbeheerder', 'beheer (opdrachtregel)'],
  'overeenkomst:toewijzen': ['contractmanager', 'contractbeheerder', 'beheer (opdrachtregel)'],
  'bericht:lezen': [
    'contractmanager',
    'contractbeheerder',
    'backoffice',
    'functioneel beheerder',
    'beheer (opdrachtregel)',
  ],
  'bericht:inlezen': ['contractbeheerder', 'backoffice', 'beheer (opdrachtregel)'],
  'bericht:aanvaarden': ['contractbeheerder', 'backoffice'],
  // ROL-17: only the lokaal team establishes results; the backoffice reads in what the lokaal team established.
  'evaluatie:inlezen': ['lokaal team', 'backoffice', 'beheer (opdrachtregel)'],
  'cto:inlezen': ['contractbeheerder', 'backoffice', 'beheer (opdrachtregel)'],
  'casus:lezen': ['contractmanager', 'toezichthouder', 'aanbieder'],
  'kpi:lezen': [...binnen, 'aanbieder'],
  'kpi:berekenen': ['contractmanager', 'contractbeheerder', 'beheer (opdrachtregel)', 'systeem (wachtrij)'],
  // ROL-19: only the contract management team publishes; vaststellen is its act.
  'kpi:vaststellen': ['contractmanager'],
  'bevinding:lezen': [...binnen, 'aanbieder'],
  'bevinding:vastleggen': ['contractmanager', 'toezichthouder'],
  'bevinding:beoordelen': ['contractmanager'],
  'inrichting:lezen': binnen,
  'inrichting:wijzigen': ['functioneel beheerder', 'beheer (opdrachtregel)'],
  'audit:lezen': ['functioneel beheerder', 'beheer (opdrachtregel)'],
} as const satisfies Record<string, readonly Rol[]>

export type Recht = keyof typeof rechten

/** Whether the actor holds a role that has this right. */
export function mag(actor: Pick<Actor, 'rollen'>, recht: Recht): boolean {
  const toegestaan: readonly string[] = rechten[recht]
  return actor.rollen.some(({ rol }) => toegestaan.includes(rol))
}

/** Throws 403 when the actor may not do this. */
export function authorize(ctx: Context, recht: Recht) {
  if (!mag(ctx.actor, recht)) {
    throw forbidden(recht)
  }
}
