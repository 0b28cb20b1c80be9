import type { Ladder } from '../../domain/act/escalatie/ladder.ts'
import type { Ladderdeel } from '../../domain/act/escalatie/ladderdelen.ts'
import type { Waarborg } from '../../domain/act/escalatie/waarborgen.ts'

/** What the kinds of part are called, one and many, and what one is for. */
export const deelwoorden: Record<Ladderdeel, { een: string; veel: string; uitleg: string }> = {
  stappen: {
    een: 'Trede',
    veel: 'Treden',
    uitleg: 'De sporten van de ladder, van licht naar zwaar. De volgorde hier is hoe hoog een trede staat.',
  },
  toestanden: {
    een: 'Toestand',
    veel: 'Toestanden',
    uitleg: 'Waar een zaak kan staan. Elke toestand is te bereiken en heeft een weg naar een einde.',
  },
  overgangen: {
    een: 'Stap',
    veel: 'Stappen',
    uitleg: 'Wat iemand kan doen, waarvandaan, waarheen, en wat daarvoor nodig is.',
  },
  termijnen: { een: 'Termijn', veel: 'Termijnen', uitleg: 'Hoe lang iemand heeft. Zij komen in de kalender.' },
  stukken: { een: 'Stuk', veel: 'Stukken', uitleg: 'Wat er bij een stap moet liggen: een document of een tekst.' },
  maatregelen: {
    een: 'Maatregel',
    veel: 'Maatregelen',
    uitleg: 'Wat kan worden opgelegd, op welke grondslag, door wie.',
  },
  brieven: { een: 'Brief', veel: 'Brieven', uitleg: 'De tekst die met een stap naar de aanbieder gaat.' },
}

export const toestandsoorten: Record<Ladder['toestanden'][number]['soort'], string> = {
  lopend: 'Er wordt aan gewerkt',
  voorstel: 'Voorstel: wacht op een besluit',
  actief: 'De trede geldt',
  bezwaar: 'Er loopt een bezwaar',
  einde: 'Einde van de zaak',
}

export const effecten: Record<Ladder['maatregelen'][number]['effect'], string> = {
  toewijzing: 'Nieuwe toewijzingen',
  betaling: 'Betalingen',
  tarief: 'Tarief of boete',
  overeenkomst: 'De overeenkomst zelf',
  geen: 'Niets hiervan',
}

export const partijen = { opdrachtgever: 'De regio', aanbieder: 'De aanbieder', beide: 'Beide' } as const

export const eenheden = ['werkdagen', 'kalenderdagen', 'weken', 'maanden'] as const

export type Parameter = 'termijn' | 'stuk' | 'brief' | 'zonder' | 'overgang' | 'veld' | 'niet' | 'procent' | 'stappen'

/** Each guard as people read it, and what it must be told. */
export const waarborgwoorden: Record<Waarborg['waarborg'], { naam: string; vraagt: Parameter[]; mag?: Parameter[] }> = {
  'termijn-verstreken': { naam: 'De termijn is voorbij', vraagt: ['termijn'] },
  'op-tijd': { naam: 'Het is gebeurd binnen de termijn', vraagt: ['termijn'], mag: ['stuk'] },
  'te-laat': { naam: 'Het is gebeurd na de termijn', vraagt: ['termijn'], mag: ['stuk'] },
  'stuk-of-verstreken': { naam: 'Het stuk is er, of de termijn is voorbij', vraagt: ['stuk', 'termijn'] },
  'in-verzuim': { naam: 'De aanbieder is in verzuim', vraagt: ['brief', 'termijn', 'zonder'] },
  bewijs: { naam: 'Er is bewijs uit het bewijskader', vraagt: [], mag: ['stappen'] },
  'bewijs-vastgesteld': { naam: 'Het bewijs is vastgesteld door wie dat mag', vraagt: ['veld', 'niet'] },
  'hooguit-van-omzet': { naam: 'Het bedrag is hooguit een deel van de omzet', vraagt: ['veld', 'procent'] },
  'hogere-stap': { naam: 'De trede is hoger dan nu', vraagt: [] },
  'lagere-stap': { naam: 'De trede is lager dan nu', vraagt: [] },
  'overslaan-gemotiveerd': { naam: 'Overgeslagen treden zijn gemotiveerd', vraagt: ['stuk'] },
  'stuk-na-acuut': { naam: 'Het stuk kwam na de spoedstap', vraagt: ['stuk', 'overgang'] },
}

export const parameternamen: Record<Parameter, string> = {
  termijn: 'Termijn',
  stuk: 'Stuk',
  brief: 'Brief van ingebrekestelling',
  zonder: 'Stuk voor verzuim zonder brief',
  overgang: 'Spoedstap',
  veld: 'Code van het veld',
  niet: 'Telt niet bij deze keuze',
  procent: 'Hooguit zoveel procent',
  stappen: 'Alleen naar deze treden (codes)',
}
