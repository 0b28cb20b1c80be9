import type { Actiewerk, Gesprekwerk } from '../../domain/act/gesprek/vandaag-gesprekken.ts'
import type { Actor } from '../../platform/context.ts'
import { routes } from '../routes.ts'
import { datum } from '../ui/notatie.ts'
import type { Werkpunt } from './werkpunt.ts'

type Deel = 'verslag' | 'rapportage' | 'gehouden'

const woorden: Record<Gesprekwerk['wat'], { actie: string; deel?: Deel; tekst: (werk: Gesprekwerk) => string }> = {
  voorbereiden: { actie: 'Voorbereiden', tekst: ({ datum: dag }) => `Gesprek op ${datum(dag)}.` },
  vastleggen: { actie: 'Vastleggen', deel: 'gehouden', tekst: () => 'Was het gesprek er? Leg vast wie erbij was.' },
  delen: {
    actie: 'Verslag delen',
    deel: 'verslag',
    tekst: ({ datum: dag }) => `Het verslag van ${datum(dag)} is nog niet gedeeld.`,
  },
  verwerken: { actie: 'Verwerken', deel: 'verslag', tekst: () => 'De aanbieder heeft een opmerking bij het verslag.' },
  definitief: {
    actie: 'Definitief maken',
    deel: 'verslag',
    tekst: () => 'Niemand hoeft nog te reageren op het verslag.',
  },
  antwoorden: { actie: 'Antwoorden', tekst: ({ datum: dag }) => `U bent uitgenodigd voor ${datum(dag)}.` },
  rapporteren: {
    actie: 'Invullen',
    deel: 'rapportage',
    tekst: ({ datum: dag }) => `Rapportage voor het gesprek van ${datum(dag)}.`,
  },
  reageren: { actie: 'Lezen', deel: 'verslag', tekst: () => 'Het verslag is gedeeld. Wie niet reageert, stemt in.' },
}

/** What of a meeting waits for an act: answering, preparing, minutes, reacting. */
export function gesprekPunten(werk: Gesprekwerk[]): Werkpunt[] {
  return werk.map((een) => {
    const { actie, deel, tekst } = woorden[een.wat]
    return {
      id: `gesprek-${een.wat}-${een.gesprekId}`,
      vanMij: een.vanMij,
      datum: een.op,
      sinds: een.datum,
      titel: een.titel,
      href: routes.gesprek(een.gesprekId, deel),
      tekst: tekst(een),
      actie,
    }
  })
}

/** Actions of one's own, and those that wait for one's acceptance. */
export function actiePunten(actor: Actor, werk: Actiewerk[]): Werkpunt[] {
  return werk.map(({ id, tekst, met, eigenaar, einddatum, accepteren }) => ({
    id: `actie-${id}-${accepteren ? 'accepteren' : 'doen'}`,
    vanMij: true,
    datum: accepteren ? null : einddatum,
    ...(accepteren && { sinds: einddatum }),
    titel: tekst,
    href: routes.actie(id),
    tekst: accepteren
      ? `${eigenaar} meldt deze actie gereed.`
      : [
          met !== null && actor.agb === null ? `Actie bij ${met}`.replace(/\.?$/, '.') : 'Actie uit een gesprek.',
          actor.agb === null ? '' : `${eigenaar}.`,
        ]
          .join(' ')
          .trim(),
    actie: accepteren ? 'Accepteren' : 'Bekijken',
  }))
}
