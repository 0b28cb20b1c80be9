import { mag, rollen, type Recht, type Rol } from '../domain/rechten.ts'
import type { Context } from '../platform/context.ts'
import type { Sessie } from '../platform/sessie.ts'
import { routes } from './routes.ts'
import type { Partij } from './werkt-voor/partij.ts'
import type { MenuGroep, Raam } from './ui/pagina.tsx'

/** `kpi`: a room about KPI's, not there where the regelset has none. */
type Regel = { label: string; href: string; recht: Recht; kpi?: boolean }

// The menu is the house: Plan, Do, Check, Act, Beheer. An item appears when its room has something to do.
const huis: { naam: string; regels: Regel[] }[] = [
  {
    naam: 'Plan',
    regels: [
      { label: 'Aanbieders', href: routes.aanbieders(), recht: 'aanbieder:lezen' },
      { label: 'Overeenkomsten', href: routes.overeenkomsten(), recht: 'overeenkomst:lezen' },
      { label: 'Contactpersonen', href: routes.contactpersonen(), recht: 'aanbieder:lezen' },
      { label: 'Kalender', href: routes.kalender(), recht: 'termijn:lezen' },
      { label: 'Verdeling', href: routes.verdeling(), recht: 'mandaat:lezen' },
    ],
  },
  {
    naam: 'Do',
    regels: [
      { label: 'Berichten', href: routes.berichten(), recht: 'bericht:lezen' },
      { label: 'Evaluaties', href: routes.evaluaties(), recht: 'evaluatie:lezen', kpi: true },
    ],
  },
  {
    naam: 'Check',
    regels: [
      { label: 'KPI’s', href: routes.kpis(), recht: 'kpi:lezen', kpi: true },
      { label: 'Bevindingen', href: routes.bevindingen(), recht: 'bevinding:lezen' },
    ],
  },
  {
    naam: 'Act',
    regels: [
      { label: 'Gesprekken', href: routes.gesprekken(), recht: 'gesprek:lezen' },
      { label: 'Acties', href: routes.acties(), recht: 'actie:lezen' },
      { label: 'Overlegtafels', href: routes.overlegtafels(), recht: 'overlegtafel:lezen' },
      { label: 'Verbeterplannen', href: routes.verbeterplannen(), recht: 'verbeterplan:lezen' },
      { label: 'Escalaties', href: routes.escalaties(), recht: 'escalatie:lezen' },
      { label: 'Brieven', href: routes.brieven(), recht: 'brief:lezen' },
      { label: 'Publicaties', href: routes.publicaties(), recht: 'publicatie:lezen' },
    ],
  },
  {
    naam: 'Beheer',
    regels: [
      { label: 'Inrichting', href: routes.inrichting(), recht: 'inrichting:lezen' },
      { label: 'Organisatie', href: routes.organisatie(), recht: 'organisatie:lezen' },
      { label: 'Huisstijl en sjablonen', href: routes.huisstijlen(), recht: 'inrichting:lezen' },
      { label: 'Rechten', href: routes.rechten(), recht: 'inrichting:lezen' },
      { label: 'Taken en mandaat', href: routes.taken(), recht: 'mandaat:lezen' },
      { label: 'Gebruikers', href: routes.gebruikers(), recht: 'gebruiker:lezen' },
      { label: 'Bewaren', href: routes.bewaren(), recht: 'bewaren:lezen' },
      { label: 'Verzoek van cliënt', href: routes.clientverzoek(), recht: 'client:lezen' },
      { label: 'Logboek', href: routes.logboek(), recht: 'audit:lezen' },
      { label: 'Inzage in casussen', href: routes.inzagen(), recht: 'inzage:lezen' },
    ],
  },
]

// Pages that stand in the room of another.
const kamer: Record<string, string> = { cto: 'evaluaties', briefsjablonen: 'huisstijl' }

const hulp: Record<string, string> = {
  aanbieders: 'aanbieders',
  overeenkomsten: 'overeenkomsten',
  contactpersonen: 'contactpersonen',
  berichten: 'berichten',
  evaluaties: 'evaluaties',
  kpis: 'kpis',
  bevindingen: 'bevindingen',
  overlegtafels: 'overlegtafels',
  gesprekken: 'gesprekken',
  acties: 'gesprekken',
  escalaties: 'escalaties',
  verbeterplannen: 'verbeterplannen',
  inrichting: 'inrichting',
  organisatie: 'organisatie',
  documenten: 'dossier',
  brieven: 'brieven',
  publicaties: 'brieven',
  huisstijl: 'brieven',
  logboek: 'inrichting',
  gebruikers: 'gebruikers',
  account: 'aanmelden',
  toewijzingen: 'kpis',
  kalender: 'kalender',
  verdeling: 'taken-en-mandaat',
  taken: 'taken-en-mandaat',
  mandaten: 'taken-en-mandaat',
  waarnemingen: 'taken-en-mandaat',
  budgetvoorstellen: 'taken-en-mandaat',
  voorkeuren: 'voorkeuren',
  rechten: 'rollen',
  inzage: 'inzage',
  bewaren: 'bewaren',
  clientverzoek: 'bewaren',
}

/** How long a session lasts without anything happening, and when this one was seen last. */
type Loop = { voorbeeld: boolean; kpis: boolean; stil: Temporal.Duration; gezienOp: Temporal.Instant }

/** The frame of a page for this person: only rooms with something to read, and the place where he is. */
export function makeRaam(
  ctx: Context,
  sessie: Sessie,
  partijen: Partij[],
  pad: string,
  { voorbeeld, kpis, stil, gezienOp }: Loop,
): Raam {
  const deel = pad.split('/')[1]?.replace(/\..*$/, '') ?? ''
  const eerste = kamer[deel] ?? deel
  const groepen: MenuGroep[] = huis.map(({ naam, regels }) => ({
    naam,
    items: regels
      .filter(({ recht, kpi = false }) => mag(ctx.actor, recht) && (kpis || !kpi))
      .map(({ label, href }) => ({ label, href, actief: href === `/${eerste}` })),
  }))
  return {
    vandaag: { label: 'Vandaag', href: routes.vandaag(), actief: eerste === '' },
    groepen,
    regio: sessie.regioNaam,
    ...(!kpis && { zonderKpis: true }),
    help: routes.handleiding(hulp[eerste]),
    zoeken: routes.zoeken(),
    persoon: {
      naam: sessie.naam,
      rol: ctx.actor.rollen.map(({ rol }) => rollen[rol as Rol]).join(', '),
      afmelden: routes.afmelden(),
      items: [
        { label: 'Voorkeuren', href: routes.voorkeuren(), actief: eerste === 'voorkeuren' },
        { label: 'Mijn account', href: routes.account(), actief: eerste === 'account' },
      ],
      ...(partijen.length > 0 && { werktVoor: maakKeuze(partijen, ctx.actor.agb) }),
    },
    csrf: sessie.csrf,
    sneltoetsen: sessie.sneltoetsen,
    rijhoogte: sessie.rijhoogte,
    sessie: {
      stilTot: gezienOp.add(stil),
      uiterlijk: sessie.verlooptOp,
      nu: ctx.now,
      stand: routes.sessie(),
      verlengen: routes.sessie('verlengen'),
      aanmelden: routes.aanmelden(),
    },
    ...(voorbeeld && { voet: 'Voorbeeldregio: alle personen, aanbieders en cliënten zijn verzonnen.' }),
  }
}

function maakKeuze(partijen: Partij[], nu: string | null): NonNullable<Raam['persoon']['werktVoor']> {
  return {
    actie: routes.werktVoor(),
    nu: partijen.find(({ agb }) => agb === nu)?.naam ?? '',
    andere: partijen.flatMap(({ agb, naam }) => (agb === nu ? [] : [{ waarde: agb ?? 'regio', naam }])),
  }
}
