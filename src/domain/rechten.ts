import { bereikVan } from '../platform/bereik.ts'
import type { Actor, Context } from '../platform/context.ts'
import { forbidden, Weigering } from '../platform/errors.ts'
import { narrowTo } from '../platform/transaction.ts'

export const rollen = {
  contracteigenaar: 'Contracteigenaar',
  contractmanager: 'Contractmanager',
  contractbeheerder: 'Contractbeheerder',
  categoriemanager: 'Categoriemanager',
  rvm: 'Realisatie- en verificatiemanager',
  'lokaal team': 'Medewerker lokaal team',
  backoffice: 'Backoffice',
  toezichthouder: 'Toezichthouder',
  beleid: 'Opdrachtgever of beleid',
  budgethouder: 'Budgethouder of control',
  relatiemanager: 'Relatiemanager',
  inkoopadviseur: 'Inkoopadviseur',
  programmamanager: 'Programmamanager',
  directie: 'Directie',
  bestuur: 'Wethouder of bestuur',
  raad: 'Raad',
  ervaringsdeskundige: 'Ervaringsdeskundige',
  'functioneel beheerder': 'Functioneel beheerder',
  privacyfunctionaris: 'Privacyfunctionaris',
  aanbieder: 'Aanbieder',
  'aanbieder directie': 'Aanbieder: directie of bestuurder',
  'aanbieder rvm': 'Aanbieder: realisatie- en verificatiemanager',
  'aanbieder implementatie': 'Aanbieder: verantwoordelijk medewerker implementatie',
  'aanbieder administratie': 'Aanbieder: administratie',
  // The command line of the server: whoever can start it already holds the database and the keys.
  'beheer (opdrachtregel)': 'Beheer (opdrachtregel)',
  // The queue, for what follows from somebody's act.
  'systeem (wachtrij)': 'Systeem (wachtrij)',
} as const

export type Rol = keyof typeof rollen

const werkers = [
  'contracteigenaar',
  'contractmanager',
  'contractbeheerder',
  'categoriemanager',
  'rvm',
  'lokaal team',
  'backoffice',
  'toezichthouder',
  'beleid',
  'budgethouder',
  'relatiemanager',
  'programmamanager',
  'directie',
  'functioneel beheerder',
  'beheer (opdrachtregel)',
] as const satisfies Rol[]

const aanbieders = [
  'aanbieder',
  'aanbieder directie',
  'aanbieder rvm',
  'aanbieder implementatie',
  'aanbieder administratie',
] as const satisfies Rol[]

// What an aanbieder delivered and how it was judged is for who answers for it, not for its administration (ROL-09).
const inhoudelijk = ['aanbieder', 'aanbieder directie', 'aanbieder rvm'] as const satisfies Rol[]

/** The authorisation matrix: right -> roles. Which rows somebody sees is settled by the queries and by row-level security. */
export const rechten = {
  'aanbieder:lezen': [...werkers, 'inkoopadviseur', ...aanbieders],
  'aanbieder:wijzigen': ['contractmanager', 'contractbeheerder', 'beheer (opdrachtregel)'],
  'aanbieder:inlezen': ['contractbeheerder', 'functioneel beheerder', 'beheer (opdrachtregel)'],
  'overeenkomst:lezen': [...werkers, 'inkoopadviseur', ...aanbieders],
  'overeenkomst:inlezen': ['contractbeheerder', 'functioneel beheerder', 'beheer (opdrachtregel)'],
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
  'casus:lezen': ['contractmanager', 'toezichthouder', ...inhoudelijk],
  'kpi:lezen': [...werkers, 'inkoopadviseur', 'bestuur', 'raad', ...inhoudelijk],
  'kpi:berekenen': ['contractmanager', 'contractbeheerder', 'beheer (opdrachtregel)', 'systeem (wachtrij)'],
  // ROL-19: only the contract management team publishes; vaststellen is its act.
  'kpi:vaststellen': ['contractmanager'],
  'bevinding:lezen': [...werkers, ...inhoudelijk],
  'bevinding:vastleggen': ['contractmanager', 'toezichthouder'],
  'bevinding:beoordelen': ['contractmanager'],
  'inrichting:lezen': [...werkers, 'privacyfunctionaris'],
  'inrichting:wijzigen': ['functioneel beheerder', 'beheer (opdrachtregel)'],
  'audit:lezen': ['functioneel beheerder', 'privacyfunctionaris', 'beheer (opdrachtregel)'],
  // S51: who looked at a case is for who watches over it, not for who manages the program.
  'inzage:lezen': ['privacyfunctionaris', 'beheer (opdrachtregel)'],
  'inzage:verzegelen': ['systeem (wachtrij)', 'beheer (opdrachtregel)'],
} as const satisfies Record<string, readonly Rol[]>

export type Recht = keyof typeof rechten

// Acts whose outcome is about the whole region: a role limited to a gemeente, law or category does not give them.
const heelRegio: ReadonlySet<Recht> = new Set<Recht>([
  'aanbieder:inlezen',
  'overeenkomst:inlezen',
  'bericht:inlezen',
  'bericht:aanvaarden',
  'cto:inlezen',
  'kpi:berekenen',
  'kpi:vaststellen',
  'inrichting:wijzigen',
  'audit:lezen',
  'inzage:lezen',
])

/** Whether the actor holds a role that has this right (over the whole region, where the right asks that). */
export function mag(actor: Pick<Actor, 'rollen'>, recht: Recht): boolean {
  const toegestaan: readonly string[] = rechten[recht]
  const houders = actor.rollen.filter(({ rol }) => toegestaan.includes(rol))
  return houders.length > 0 && !(heelRegio.has(recht) && bereikVan(houders) !== null)
}

/**
 * Throws 403 when the actor may not do this. Narrows the running transaction to the scope of the roles that give the right: who
 * is contractmanager in one gemeente and reads along in another acts in the first only.
 */
export async function authorize(ctx: Context, recht: Recht): Promise<void> {
  const toegestaan: readonly string[] = rechten[recht]
  const houders = ctx.actor.rollen.filter(({ rol }) => toegestaan.includes(rol))
  if (houders.length === 0) {
    throw forbidden(recht)
  }
  if (heelRegio.has(recht) && bereikVan(houders) !== null) {
    throw new Weigering(
      403,
      'geen-heel-bereik',
      `Dit gaat over de hele regio, en uw rol geldt maar voor een deel ervan (${recht}). Vraag het aan iemand met die rol voor de hele regio.`,
    )
  }
  await narrowTo(ctx, houders)
}
