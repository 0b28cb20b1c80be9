import type { Meetpunt } from '../ui/trend-punt.tsx'

/** Invented data for the style page: nobody and nothing here exists. */
export const aanbieders = [
  {
    id: '1',
    naam: 'De Weidse Blik Huishoudelijke Hulp B.V.',
    soort: '1 overeenkomst',
    deel: 0.892,
    waarde: '59.4',
    n: [22, 37],
  },
  {
    id: '2',
    naam: 'Stichting Veenlicht Thuiszorg',
    soort: '3 overeenkomsten',
    deel: 0.961,
    waarde: '93.6',
    n: [89, 95],
  },
  { id: '3', naam: 'Begeleiding Zeedijkzicht B.V.', soort: '1 overeenkomst', deel: 1.157, waarde: null, n: [3, 9] },
  {
    id: '4',
    naam: 'Coöperatieve Vereniging voor Dagbesteding, Begeleiding en Huishoudelijke Ondersteuning Noord-Holland-Noord U.A.',
    soort: '2 overeenkomsten',
    deel: 0.298,
    waarde: '84.0',
    n: [37, 44],
  },
] as const

export const maanden = [12, 15, 14, 18, 22, 21, 25, 24, 28, 30, 29, 33]
export const golf = [2, 14, 20, 6, 2, 1, 12, 22, 9, 2, 1, 1]

const punt = (label: string, waarde: number, n: number, oordeel: Meetpunt['oordeel'], voorlopig = false): Meetpunt => ({
  label,
  waarde,
  tekst: waarde > 10 ? `${waarde.toFixed(1).replace('.', ',')}%` : waarde.toFixed(2).replace('.', ','),
  n: `n\u00a0${n}`,
  ...(oordeel && { oordeel }),
  voorlopig,
})
const geen = (label: string, n?: number): Meetpunt =>
  n === undefined
    ? { label, waarde: null, reden: 'geen meting' }
    : { label, waarde: null, reden: 'te weinig', n: `n\u00a0${n}` }

export const subregios = ['Purmerend/Edam-Volendam', 'Oostzaan/Waterland/Landsmeer', 'Zaanstad/Wormerland']

export const trend = [
  {
    titel: 'Start zorg',
    toelichting: 'binnen 6 weken',
    norm: { waarde: 80, tekst: '80%' },
    cellen: [
      [
        punt('2024', 85.1, 47, 'voldoende'),
        punt('2025', 59.4, 37, 'onvoldoende'),
        punt('2026', 78.1, 32, 'onvoldoende', true),
      ],
      [
        punt('2024', 82.3, 17, 'voldoende'),
        punt('2025', 68.7, 16, 'onvoldoende'),
        punt('2026', 76.9, 13, 'onvoldoende', true),
      ],
      [
        punt('2024', 74.5, 51, 'onvoldoende'),
        punt('2025', 84, 44, 'voldoende'),
        punt('2026', 69.6, 33, 'onvoldoende', true),
      ],
    ],
  },
  {
    titel: 'Resultaat behaald',
    toelichting: 'bij einde beschikking',
    norm: { waarde: 65, tekst: '65%' },
    cellen: [
      [geen('2024', 8), punt('2025', 70, 20, 'voldoende'), punt('2026', 73.9, 23, 'voldoende', true)],
      [geen('2024', 3), geen('2025', 3), geen('2026', 9)],
      [geen('2024', 6), punt('2025', 71.4, 21, 'voldoende'), punt('2026', 64.8, 37, 'niet behaald', true)],
    ],
  },
  {
    titel: 'Cliënttevredenheid',
    toelichting: 'rapportcijfer',
    norm: { waarde: 8.5, tekst: '8,5' },
    cellen: [
      [punt('2024', 8.24, 17, 'onvoldoende'), geen('2025'), punt('2026', 8.09, 37, 'onvoldoende', true)],
      null,
      [geen('2024'), geen('2025'), geen('2026')],
    ],
  },
]

export const verdeling = [
  {
    naam: 'Purmerend/Edam-Volendam',
    waarden: [
      { waarde: 59.4, label: 'De Weidse Blik 59,4%' },
      ...[63.6, 69.2, 75.8, 80.3, 82.3, 89.4, 90, 93, 93.6, 95.2, 100, 100].map((waarde) => ({ waarde })),
    ],
  },
  {
    naam: 'Oostzaan/Waterland/Landsmeer',
    waarden: [
      { waarde: 68.7, label: 'De Weidse Blik 68,7%' },
      ...[70, 72.2, 78.2, 81.3, 90.4, 90.9, 90.9, 95.2, 100, 100].map((waarde) => ({ waarde })),
    ],
  },
  {
    naam: 'Zaanstad/Wormerland',
    waarden: [
      { waarde: 30, label: 'De Laatkomer 30,0% · n\u00a010' },
      ...[83.3, 84, 84, 85.7, 88.8, 89.9, 90.4, 90.9, 92.8, 95, 100, 100].map((waarde) => ({ waarde })),
    ],
  },
]

export const dagen = [
  -26, -5, -3, 0, 4, 4, 4, 4, 6, 7, 7, 9, 11, 13, 13, 18, 22, 23, 33, 33, 35, 37, 44, 51, 66, 69, 73, 77, 81, 84, 87,
  89, 94,
]
// A wave of 600 cases, so that columns replace the dots.
export const veleDagen = Array.from({ length: 600 }, (_, i) => ((i * 37) % 61) + ((i * 13) % 29) - 12)

export const cumulatief = [61, 122, 186, 252, 317, 381, 445, 508, 571, 633].map((duizend) => duizend * 100_000 + 6_100)
