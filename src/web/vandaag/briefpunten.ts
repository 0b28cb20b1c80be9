import type { Briefwerk, Wat } from '../../domain/act/brief/vandaag-brieven.ts'
import { routes } from '../routes.ts'
import { aantal, getal } from '../ui/notatie.ts'
import type { Werkpunt } from './werkpunt.ts'

type Woorden = {
  titel: (werk: Briefwerk) => string
  tekst: (werk: Briefwerk) => string
  actie: string
  /** Of the team: one and more, and in which list they stand */
  team: [string, string]
  stand: 'concept' | 'voorgelegd' | 'goedgekeurd' | 'verzonden'
}

const woorden: Record<Wat, Woorden> = {
  keuren: {
    titel: ({ onderwerp }) => `Brief goedkeuren: ${onderwerp}`,
    tekst: ({ opgesteldDoor, aantal: n }) =>
      `Voorgelegd door ${opgesteldDoor}, aan ${aantal(n, 'aanbieder', 'aanbieders')}.`,
    actie: 'Beoordelen',
    team: ['brief wacht op goedkeuring', 'brieven wachten op goedkeuring'],
    stand: 'voorgelegd',
  },
  versturen: {
    titel: ({ onderwerp }) => `Brief versturen: ${onderwerp}`,
    tekst: ({ aantal: n }) => `Goedgekeurd. De brief gaat naar ${aantal(n, 'aanbieder', 'aanbieders')}.`,
    actie: 'Versturen',
    team: ['goedgekeurde brief is nog niet verstuurd', 'goedgekeurde brieven zijn nog niet verstuurd'],
    stand: 'goedgekeurd',
  },
  posten: {
    titel: ({ onderwerp }) => `Brief op de post doen: ${onderwerp}`,
    tekst: ({ aantal: n }) => `${aantal(n, 'brief ligt', 'brieven liggen')} klaar. Leg vast wanneer u verzendt.`,
    actie: 'Vastleggen',
    team: ['brief ligt klaar voor de post', 'brieven liggen klaar voor de post'],
    stand: 'verzonden',
  },
  opnieuw: {
    titel: ({ onderwerp }) => `Brief niet aangekomen: ${onderwerp}`,
    tekst: ({ aantal: n }) => `Bij ${aantal(n, 'aanbieder', 'aanbieders')} mislukte de verzending.`,
    actie: 'Bekijken',
    team: ['brief kwam niet overal aan', 'brieven kwamen niet overal aan'],
    stand: 'verzonden',
  },
  aanpassen: {
    titel: ({ onderwerp }) => `Brief aanpassen: ${onderwerp}`,
    tekst: ({ reden }) => `Teruggegeven: ${reden}`,
    actie: 'Bekijken',
    team: ['teruggegeven brief wacht op aanpassing', 'teruggegeven brieven wachten op aanpassing'],
    stand: 'concept',
  },
}

/** Letters that wait for me, each; and of the team how many wait for what. */
export function briefPunten(werk: readonly Briefwerk[]): Werkpunt[] {
  const mij = werk
    .filter(({ vanMij }) => vanMij)
    .map((een): Werkpunt => {
      const { titel, tekst, actie } = woorden[een.wat]
      return {
        id: `brief-${een.wat}-${een.id}`,
        vanMij: true,
        datum: null,
        sinds: een.sinds,
        titel: titel(een),
        href: routes.brief(een.id),
        tekst: tekst(een),
        actie,
      }
    })
  const perWat = Map.groupBy(
    werk.filter(({ vanMij }) => !vanMij),
    ({ wat }) => wat,
  )
  const team = [...perWat].map(([wat, rijen]): Werkpunt => {
    const { team, stand } = woorden[wat]
    const getoond = rijen.slice(0, 2).map(({ onderwerp }) => onderwerp)
    const rest = rijen.length - getoond.length
    return {
      id: `brieven-${wat}`,
      vanMij: false,
      datum: null,
      sinds: rijen[0]!.sinds,
      titel: aantal(rijen.length, ...team),
      href: rijen.length === 1 ? routes.brief(rijen[0]!.id) : routes.brieven({ stand }),
      tekst: `${getoond.join('; ')}${rest > 0 ? `; en nog ${getal(rest)}` : ''}.`,
      actie: rijen.length === 1 ? 'Bekijken' : 'Lijst bekijken',
    }
  })
  return [...mij, ...team]
}
