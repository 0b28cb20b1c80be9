import { mag, rollen, type Recht, type Rol } from '../domain/rechten.ts'
import type { Context } from '../platform/context.ts'
import type { Sessie } from '../platform/sessie.ts'
import { routes } from './routes.ts'
import type { MenuGroep, Raam } from './ui/pagina.tsx'

type Regel = { label: string; href: string; recht: Recht }

// The menu is the house: Plan, Do, Check, Act, Beheer. An item appears when its room has something to do.
const huis: { naam: string; regels: Regel[] }[] = [
  {
    naam: 'Plan',
    regels: [
      { label: 'Aanbieders', href: routes.aanbieders(), recht: 'aanbieder:lezen' },
      { label: 'Overeenkomsten', href: routes.overeenkomsten(), recht: 'overeenkomst:lezen' },
    ],
  },
  { naam: 'Do', regels: [{ label: 'Berichten', href: routes.berichten(), recht: 'bericht:lezen' }] },
  {
    naam: 'Check',
    regels: [
      { label: 'KPI’s', href: routes.kpis(), recht: 'kpi:lezen' },
      { label: 'Bevindingen', href: routes.bevindingen(), recht: 'bevinding:lezen' },
    ],
  },
  {
    naam: 'Beheer',
    regels: [
      { label: 'Inrichting', href: routes.inrichting(), recht: 'inrichting:lezen' },
      { label: 'Logboek', href: routes.logboek(), recht: 'audit:lezen' },
      { label: 'Inzage in casussen', href: routes.inzagen(), recht: 'inzage:lezen' },
    ],
  },
]

const hulp: Record<string, string> = {
  aanbieders: 'aanbieders',
  overeenkomsten: 'overeenkomsten',
  berichten: 'berichten',
  kpis: 'kpis',
  bevindingen: 'bevindingen',
  inrichting: 'inrichting',
  toewijzingen: 'kpis',
  inzage: 'inzage',
}

/** The frame of a page for this person: only rooms with something to read, and the place where he is. */
export function makeRaam(ctx: Context, sessie: Sessie, pad: string, voorbeeld: boolean): Raam {
  const eerste = pad.split('/')[1]?.replace(/\..*$/, '') ?? ''
  const groepen: MenuGroep[] = huis.map(({ naam, regels }) => ({
    naam,
    items: regels
      .filter(({ recht }) => mag(ctx.actor, recht))
      .map(({ label, href }) => ({ label, href, actief: href === `/${eerste}` })),
  }))
  return {
    vandaag: { label: 'Vandaag', href: routes.vandaag(), actief: eerste === '' },
    groepen,
    regio: sessie.regioNaam,
    help: routes.handleiding(hulp[eerste]),
    zoeken: routes.zoeken(),
    persoon: {
      naam: sessie.naam,
      rol: sessie.rollen.map(({ rol }) => rollen[rol as Rol]).join(', '),
      afmelden: routes.afmelden(),
    },
    csrf: sessie.csrf,
    ...(voorbeeld && { voet: 'Voorbeeldregio: alle personen, aanbieders en cliënten zijn verzonnen.' }),
  }
}
