import { bereikVan } from '../platform/bereik.ts'
import type { Actor, Context, Rolhouder } from '../platform/context.ts'
import { forbidden, Weigering } from '../platform/errors.ts'
import { narrowTo, within } from '../platform/transaction.ts'

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
  'manager sociaal domein': 'Manager sociaal domein of toegang',
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

/** The columns of the table below: those of the permission matrix (2.3, with RVM and lokaal team apart), the added ones, and two without a person. */
export const kolommen = [
  'contracteigenaar',
  'contractmanager',
  'contractbeheerder',
  'rvm',
  'lokaal team',
  'backoffice',
  'aanbieder',
  'toezichthouder',
  'beleid',
  'budgethouder',
  'directie',
  'functioneel beheerder',
  'privacyfunctionaris',
  'beheer (opdrachtregel)',
  'systeem (wachtrij)',
] as const satisfies Rol[]

export type Kolom = (typeof kolommen)[number]

const [eig, man, beh, rvm, lok, bac, aan, toe, bel, bud, dir, fun, pri, opd, rij] = kolommen
const ___ = null

/**
 * The authorisation matrix: who may what. Which rows somebody sees of it is settled by the queries (rechten/zicht.ts) and by
 * row-level security. rechten/matrix.ts says which cell of the specification a right stands for.
 */
// prettier-ignore
export const rechten = {
  'aanbieder:lezen':        [eig, man, beh, rvm, lok, bac, aan, toe, bel, bud, dir, fun, ___, opd, ___],
  'aanbieder:wijzigen':     [___, man, beh, ___, ___, ___, ___, ___, ___, ___, ___, ___, ___, opd, ___],
  'aanbieder:inlezen':      [___, ___, beh, ___, ___, ___, ___, ___, ___, ___, ___, ___, ___, opd, ___],
  'overeenkomst:lezen':     [eig, man, beh, rvm, lok, bac, aan, toe, bel, bud, dir, fun, ___, opd, ___],
  'overeenkomst:inlezen':   [___, ___, beh, ___, ___, ___, ___, ___, ___, ___, ___, ___, ___, opd, ___],
  // ROL-01: only the contracteigenaar renews.
  'overeenkomst:verlengen': [eig, ___, ___, ___, ___, ___, ___, ___, ___, ___, ___, ___, ___, ___, ___],
  'overeenkomst:wijzigen':  [___, man, beh, ___, ___, ___, ___, ___, ___, ___, ___, ___, ___, opd, ___],
  'overeenkomst:toewijzen': [___, man, beh, ___, ___, ___, ___, ___, ___, ___, ___, ___, ___, opd, ___],
  'budget:lezen':           [eig, man, beh, ___, ___, ___, aan, ___, bel, bud, dir, ___, ___, opd, ___],
  // FIN-14: the ceiling of a year is proposed by one and decided by another who has the mandate for the amount.
  'budget:voorstellen':     [___, man, beh, ___, ___, ___, ___, ___, ___, ___, ___, ___, ___, ___, ___],
  'budget:besluiten':       [eig, man, ___, ___, ___, ___, ___, ___, bel, bud, dir, ___, ___, ___, ___],
  // Besluit 022: who acts for the region puts a reminder off, never a term; an aanbieder reads what it must do itself.
  'termijn:lezen':          [eig, man, beh, rvm, lok, ___, aan, toe, bel, bud, dir, fun, ___, opd, ___],
  'termijn:uitstellen':     [eig, man, beh, rvm, ___, ___, ___, ___, ___, ___, ___, fun, ___, ___, ___],
  // Besluit 030: a date of one's own, and closing it; a term of an act is closed by that act.
  'termijn:vastleggen':     [eig, man, beh, rvm, ___, ___, ___, ___, ___, ___, ___, ___, ___, ___, ___],
  'mandaat:lezen':          [eig, man, beh, rvm, lok, bac, ___, toe, bel, bud, dir, fun, ___, opd, ___],
  'mandaat:wijzigen':       [___, ___, ___, ___, ___, ___, ___, ___, ___, ___, ___, fun, ___, opd, ___],
  'waarneming:eigen':       [eig, man, beh, rvm, lok, bac, ___, toe, bel, bud, dir, fun, ___, opd, ___],
  'werk:overdragen':        [eig, man, beh, ___, ___, ___, ___, ___, ___, ___, ___, ___, ___, opd, ___],
  'bericht:lezen':          [___, ___, beh, ___, ___, bac, ___, ___, ___, ___, ___, ___, ___, opd, ___],
  'bericht:inlezen':        [___, ___, beh, ___, ___, bac, ___, ___, ___, ___, ___, ___, ___, opd, ___],
  'bericht:aanvaarden':     [___, ___, beh, ___, ___, bac, ___, ___, ___, ___, ___, ___, ___, ___, ___],
  'cto:inlezen':            [___, ___, beh, ___, ___, bac, ___, ___, ___, ___, ___, ___, ___, opd, ___],
  // What was read in, in counts: no case and no client.
  'evaluatie:lezen':        [___, man, beh, ___, lok, bac, ___, ___, ___, ___, ___, fun, ___, opd, ___],
  // ROL-17: only the lokaal team establishes results; the backoffice reads in what the lokaal team established.
  'evaluatie:inlezen':      [___, ___, ___, ___, lok, bac, ___, ___, ___, ___, ___, ___, ___, opd, ___],
  'casus:lezen':            [___, man, ___, ___, ___, ___, aan, toe, ___, ___, ___, ___, ___, ___, ___],
  'kpi:lezen':              [eig, man, beh, ___, ___, ___, aan, toe, bel, bud, dir, ___, ___, opd, ___],
  'kpi:berekenen':          [___, ___, beh, ___, ___, ___, ___, ___, ___, ___, ___, ___, ___, opd, rij],
  // ROL-19: only the contract management team publishes; vaststellen is its act.
  'kpi:vaststellen':        [___, man, ___, ___, ___, ___, ___, ___, ___, ___, ___, ___, ___, ___, ___],
  'bevinding:lezen':        [eig, man, beh, rvm, lok, ___, aan, toe, bel, bud, dir, ___, ___, opd, ___],
  'bevinding:vastleggen':   [___, man, ___, ___, ___, ___, ___, toe, ___, ___, ___, ___, ___, ___, ___],
  'bevinding:beoordelen':   [___, man, ___, ___, ___, ___, ___, ___, ___, ___, ___, ___, ___, ___, ___],
  'overlegtafel:lezen':     [eig, man, beh, rvm, lok, ___, aan, toe, bel, bud, dir, ___, ___, opd, ___],
  // ROL-18: only the contracting side organises, composes and excludes.
  'overlegtafel:organiseren': [___, man, ___, ___, ___, ___, ___, ___, ___, ___, ___, ___, ___, ___, ___],
  'overlegtafel:bijwerken': [___, man, beh, ___, ___, ___, ___, ___, ___, ___, ___, ___, ___, ___, ___],
  'overlegtafel:antwoorden': [___, ___, ___, ___, ___, ___, aan, ___, ___, ___, ___, ___, ___, ___, ___],
  // CLS-01: by hand, with its history; what a class proposes comes later.
  'klasse:lezen':           [eig, man, beh, ___, ___, ___, aan, ___, bel, bud, dir, ___, ___, ___, ___],
  'klasse:vastleggen':      [___, man, ___, ___, ___, ___, ___, ___, ___, ___, ___, ___, ___, ___, ___],
  // Who reads a meeting only when invited is settled by zicht(ctx).gesprek (opUitnodiging below). At night the queue puts new findings
  // on agendas (GES-06) and makes minutes final on which nobody reacted (GES-17).
  'gesprek:lezen':          [eig, man, beh, rvm, lok, ___, aan, toe, bel, bud, dir, ___, ___, ___, rij],
  'gesprek:plannen':        [___, man, beh, ___, ___, ___, ___, ___, ___, ___, ___, ___, ___, ___, ___],
  'gesprek:wijzigen':       [___, man, beh, ___, ___, ___, ___, ___, ___, ___, ___, ___, ___, ___, rij],
  'gesprek:vaststellen':    [___, man, ___, ___, ___, ___, ___, ___, ___, ___, ___, ___, ___, ___, rij],
  // GES-03, GES-17: the report beforehand, the answer to an invitation and the reaction on the minutes are the aanbieder's.
  'gesprek:reageren':       [___, ___, ___, ___, ___, ___, aan, ___, ___, ___, ___, ___, ___, ___, ___],
  'actie:lezen':            [eig, man, beh, rvm, lok, ___, aan, toe, bel, bud, dir, ___, ___, ___, ___],
  'actie:afronden':         [eig, man, beh, rvm, lok, ___, aan, toe, bel, bud, dir, ___, ___, ___, ___],
  'actie:aanvaarden':       [___, man, beh, ___, ___, ___, ___, ___, ___, ___, ___, ___, ___, ___, ___],
  'escalatie:lezen':        [eig, man, beh, rvm, lok, ___, aan, toe, bel, bud, dir, ___, ___, ___, ___],
  // Opens, proposes, takes steps that ask no second person; what it may decide is a mandate (besluit 018, 023).
  'escalatie:stap-zetten':  [___, man, ___, ___, ___, ___, ___, ___, ___, ___, ___, ___, ___, ___, ___],
  'escalatie:besluiten':    [eig, man, ___, ___, ___, ___, ___, ___, ___, ___, dir, ___, ___, ___, ___],
  'escalatie:versturen':    [___, man, beh, ___, ___, ___, ___, ___, ___, ___, ___, ___, ___, ___, ___],
  // ESB-12, ESA-09: hands in, reacts and objects in its own case.
  'escalatie:reageren':     [___, ___, ___, ___, ___, ___, aan, ___, ___, ___, ___, ___, ___, ___, ___],
  'verbeterplan:lezen':     [eig, man, beh, rvm, lok, ___, aan, toe, bel, bud, dir, ___, ___, ___, ___],
  // GES-07, ROL-13: asks with the mandate for it, judges each point with a reason.
  'verbeterplan:vragen':    [___, man, ___, ___, ___, ___, ___, ___, ___, ___, ___, ___, ___, ___, ___],
  'verbeterplan:beoordelen': [___, man, ___, ___, ___, ___, ___, ___, ___, ___, ___, ___, ___, ___, ___],
  // ESA-09, ESA-16: writes, hands in and reports; the region for an aanbieder that sends it another way.
  'verbeterplan:indienen':  [___, man, beh, ___, ___, ___, aan, ___, ___, ___, ___, ___, ___, ___, ___],
  // DOC-01: which kinds of document somebody reads follows from his other rights (plan/dossier/leesbare-soorten.ts).
  'document:lezen':         [eig, man, beh, rvm, lok, ___, aan, toe, bel, bud, dir, ___, ___, ___, ___],
  'document:toevoegen':     [___, man, beh, ___, ___, ___, ___, ___, ___, ___, ___, ___, ___, ___, ___],
  // COM-02: one writes and sends, another approves where the register asks two people (besluit 028).
  'brief:lezen':            [eig, man, beh, ___, ___, ___, ___, ___, bel, ___, dir, ___, ___, ___, ___],
  'brief:opstellen':        [___, man, beh, ___, ___, ___, ___, ___, ___, ___, ___, ___, ___, ___, ___],
  'brief:goedkeuren':       [eig, man, ___, ___, ___, ___, ___, ___, ___, ___, dir, ___, ___, ___, ___],
  'publicatie:lezen':       [eig, man, beh, rvm, lok, bac, aan, toe, bel, bud, dir, fun, ___, ___, ___],
  'publicatie:plaatsen':    [___, man, beh, ___, ___, ___, ___, ___, ___, ___, ___, ___, ___, ___, ___],
  'inrichting:lezen':       [eig, man, beh, rvm, lok, bac, ___, toe, bel, bud, dir, fun, pri, opd, ___],
  'inrichting:wijzigen':    [___, ___, ___, ___, ___, ___, ___, ___, ___, ___, ___, fun, ___, opd, ___],
  // Besluit 026: who chooses how contract management is organised, and who keeps what was agreed about it with gemeenten.
  'organisatie:lezen':      [eig, man, beh, rvm, lok, bac, ___, toe, bel, bud, dir, fun, pri, opd, ___],
  'organisatie:wijzigen':   [___, ___, ___, ___, ___, ___, ___, ___, ___, ___, dir, fun, ___, opd, ___],
  'organisatie:bijhouden':  [___, man, beh, ___, ___, ___, ___, ___, ___, ___, dir, fun, ___, opd, ___],
  // ROL-11: the opdrachtgever decides on the assignment; contract management can only advise.
  'opdracht:geven':         [___, ___, ___, ___, ___, ___, ___, ___, bel, ___, ___, ___, ___, ___, ___],
  'opdracht:adviseren':     [___, man, beh, ___, ___, ___, ___, ___, ___, ___, ___, ___, ___, ___, ___],
  'gebruiker:lezen':        [___, ___, ___, ___, ___, ___, ___, ___, ___, ___, ___, fun, pri, opd, ___],
  'gebruiker:wijzigen':     [___, ___, ___, ___, ___, ___, ___, ___, ___, ___, ___, fun, ___, opd, ___],
  // Retention (besluit 019): one prepares, another decides, the privacyfunctionaris reads along.
  'bewaren:lezen':          [eig, ___, beh, ___, ___, ___, ___, ___, ___, ___, ___, ___, pri, ___, ___],
  'bewaren:voorbereiden':   [___, ___, beh, ___, ___, ___, ___, ___, ___, ___, ___, ___, ___, ___, ___],
  'bewaren:besluiten':      [eig, ___, ___, ___, ___, ___, ___, ___, ___, ___, ___, ___, ___, ___, ___],
  // Seeing and removing all about one client on request (S46).
  'client:lezen':           [___, ___, ___, ___, ___, ___, ___, ___, ___, ___, ___, ___, pri, opd, ___],
  'client:verwijderen':     [___, ___, ___, ___, ___, ___, ___, ___, ___, ___, ___, ___, pri, opd, ___],
  'audit:lezen':            [___, ___, ___, ___, ___, ___, ___, ___, ___, ___, ___, fun, pri, opd, ___],
  // S51: who looked at a case is for who watches over it, not for who manages the program.
  'inzage:lezen':           [___, ___, ___, ___, ___, ___, ___, ___, ___, ___, ___, ___, pri, opd, ___],
  'inzage:verzegelen':      [___, ___, ___, ___, ___, ___, ___, ___, ___, ___, ___, ___, ___, opd, rij],
} as const satisfies Record<string, readonly (Kolom | null)[]>

export type Recht = keyof typeof rechten

const meelezen = [
  'aanbieder:lezen',
  'overeenkomst:lezen',
  'budget:lezen',
  'kpi:lezen',
  'bevinding:lezen',
  'overlegtafel:lezen',
  'escalatie:lezen',
  'verbeterplan:lezen',
  'klasse:lezen',
  'gesprek:lezen',
  'actie:lezen',
  'actie:afronden',
  'inrichting:lezen',
  'organisatie:lezen',
  'mandaat:lezen',
  'waarneming:eigen',
  'termijn:lezen',
  'document:lezen',
  'brief:lezen',
  'publicatie:lezen',
] as const satisfies Recht[]

/** Which column a role follows, and with `alleen` how much of it (besluit 016). A role that is a column follows itself. */
export const volgt: Record<Exclude<Rol, Kolom>, { kolom: Kolom; alleen?: readonly Recht[] }> = {
  // ORG-12: all relations of one category, so nothing that is about the whole region, and no cases.
  categoriemanager: {
    kolom: 'contractmanager',
    alleen: [
      'aanbieder:lezen',
      'aanbieder:wijzigen',
      'overeenkomst:lezen',
      'overeenkomst:toewijzen',
      'budget:lezen',
      'kpi:lezen',
      'bevinding:lezen',
      'bevinding:vastleggen',
      'bevinding:beoordelen',
      'klasse:lezen',
      'gesprek:lezen',
      'gesprek:plannen',
      'gesprek:wijzigen',
      'gesprek:vaststellen',
      'actie:lezen',
      'actie:afronden',
      'actie:aanvaarden',
      'escalatie:lezen',
      'verbeterplan:lezen',
      'verbeterplan:vragen',
      'verbeterplan:beoordelen',
      'verbeterplan:indienen',
      'inrichting:lezen',
      'organisatie:lezen',
      'mandaat:lezen',
      'waarneming:eigen',
      'termijn:lezen',
      'termijn:uitstellen',
      'document:lezen',
      'document:toevoegen',
      'publicatie:lezen',
      'termijn:vastleggen',
    ],
  },
  // ORG-04: as beleid, without its decisions about ceilings.
  relatiemanager: { kolom: 'beleid', alleen: meelezen },
  'manager sociaal domein': { kolom: 'beleid', alleen: meelezen },
  programmamanager: { kolom: 'beleid' },
  inkoopadviseur: { kolom: 'beleid', alleen: ['aanbieder:lezen', 'overeenkomst:lezen', 'budget:lezen', 'kpi:lezen'] },
  bestuur: { kolom: 'beleid', alleen: ['kpi:lezen'] },
  raad: { kolom: 'beleid', alleen: ['kpi:lezen'] },
  // ROL-08: a source of signals only; there is no page for signals yet.
  ervaringsdeskundige: { kolom: 'beleid', alleen: [] },
  'aanbieder directie': { kolom: 'aanbieder' },
  // As on the other side: what was delivered and how it was judged, not the money.
  'aanbieder rvm': {
    kolom: 'aanbieder',
    alleen: [
      'aanbieder:lezen',
      'overeenkomst:lezen',
      'casus:lezen',
      'kpi:lezen',
      'bevinding:lezen',
      'escalatie:lezen',
      'verbeterplan:lezen',
      'overlegtafel:lezen',
      'termijn:lezen',
      'gesprek:lezen',
      'actie:lezen',
      'actie:afronden',
      'document:lezen',
      'publicatie:lezen',
    ],
  },
  'aanbieder implementatie': {
    kolom: 'aanbieder',
    alleen: [
      'aanbieder:lezen',
      'overeenkomst:lezen',
      'gesprek:lezen',
      'actie:lezen',
      'actie:afronden',
      'termijn:lezen',
      'publicatie:lezen',
    ],
  },
  'aanbieder administratie': {
    kolom: 'aanbieder',
    alleen: ['aanbieder:lezen', 'overeenkomst:lezen', 'budget:lezen', 'termijn:lezen', 'publicatie:lezen'],
  },
}

/** The columns that read a meeting only when invited (matrix, "Gesprek en verslag"). */
const opUitnodiging: ReadonlySet<string> = new Set<Kolom>([rvm, lok, toe, bel, bud])

/** The roles of the actor that show every meeting within their scope, whether invited or not. */
export function zonderUitnodiging(actor: Pick<Actor, 'rollen'>): Rolhouder[] {
  return houdersVan(actor, 'gesprek:lezen').filter(
    ({ rol }) => !opUitnodiging.has(Object.hasOwn(volgt, rol) ? volgt[rol as keyof typeof volgt].kolom : rol),
  )
}

/** Whether a role is one of an aanbieder's own people. */
export function vanAanbieder(rol: string): boolean {
  return rol === 'aanbieder' || (Object.hasOwn(volgt, rol) && volgt[rol as keyof typeof volgt].kolom === 'aanbieder')
}

/** Whether a role gives a right, whatever its scope; an unknown role gives none. */
export function geeft(rol: string, recht: Recht): boolean {
  const { kolom, alleen } = Object.hasOwn(volgt, rol) ? volgt[rol as keyof typeof volgt] : { kolom: rol }
  return (rechten[recht] as readonly (string | null)[]).includes(kolom) && (alleen?.includes(recht) ?? true)
}

/** Acts whose outcome is about the whole region: a role limited to a gemeente, law or category does not give them. */
export const heelRegio: ReadonlySet<Recht> = new Set<Recht>([
  'aanbieder:inlezen',
  'overeenkomst:inlezen',
  'bericht:inlezen',
  'bericht:aanvaarden',
  'cto:inlezen',
  'kpi:berekenen',
  'kpi:vaststellen',
  'overlegtafel:organiseren',
  'overlegtafel:bijwerken',
  // a letter is one text for all its addressees
  'brief:lezen',
  'brief:opstellen',
  'brief:goedkeuren',
  'publicatie:plaatsen',
  'inrichting:wijzigen',
  'organisatie:wijzigen',
  'organisatie:bijhouden',
  'opdracht:geven',
  'opdracht:adviseren',
  'gebruiker:lezen',
  'gebruiker:wijzigen',
  'audit:lezen',
  'inzage:lezen',
  'bewaren:lezen',
  'bewaren:voorbereiden',
  'bewaren:besluiten',
  'client:lezen',
  'client:verwijderen',
  'mandaat:wijzigen',
  'werk:overdragen',
])

/** Whether the actor holds a role that has this right (over the whole region, where the right asks that). */
export function mag(actor: Pick<Actor, 'rollen'>, recht: Recht): boolean {
  const houders = houdersVan(actor, recht)
  return houders.length > 0 && !(heelRegio.has(recht) && bereikVan(houders) !== null)
}

/** The roles of the actor that give this right. */
export function houdersVan(actor: Pick<Actor, 'rollen'>, recht: Recht): Rolhouder[] {
  return actor.rollen.filter(({ rol }) => geeft(rol, recht))
}

/**
 * Throws 403 when the actor may not do this. Narrows the running transaction to the scope of the roles that give the right: who
 * is contractmanager in one gemeente and reads along in another acts in the first only.
 */
export async function authorize(ctx: Context, recht: Recht): Promise<void> {
  const houders = houdersVan(ctx.actor, recht)
  if (houders.length === 0) {
    throw forbidden(recht)
  }
  if (heelRegio.has(recht) && bereikVan(houders) !== null) {
    throw new Weigering(
      403,
      'geen-heel-bereik',
      `Dit gaat over de hele regio, en uw rol geldt maar voor een deel ervan (${recht}). Vraag het aan iemand met die rol voor de hele regio.`,
      { recht },
    )
  }
  await narrowTo(ctx, houders)
}

/**
 * The same person, for what follows from his act and is about the whole region whatever his scope, such as the judgement of
 * messages: with the role of the queue.
 */
export function voorDeRegio(ctx: Context): Context {
  return { ...ctx, actor: { ...ctx.actor, rollen: [{ rol: 'systeem (wachtrij)', agb: null }], agb: null } }
}

/** What `lees` gives in the scope of this right; `anders` without it. The scope the transaction had returns afterwards. */
export async function leesMet<T, A>(ctx: Context, recht: Recht, lees: () => Promise<T>, anders: A): Promise<T | A> {
  if (!mag(ctx.actor, recht)) return anders
  return within(ctx, houdersVan(ctx.actor, recht), lees)
}
