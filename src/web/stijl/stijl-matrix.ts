import type { MatrixCel } from '../ui/matrix-cel.tsx'

const cel = (
  tekst: string,
  n: number,
  oordeel: 'onvoldoende' | 'voldoende' | 'goed',
  tint: 0 | 1 | 2 | 3 = 0,
): MatrixCel => ({
  soort: 'waarde',
  tekst,
  n: `n\u00a0${n}`,
  oordeel,
  tint,
  href: '#matrix',
})
const weinig = (n: number): MatrixCel => ({ soort: 'niet meetbaar', tekst: 'te weinig', n: `n\u00a0${n}` })
const leeg: MatrixCel = { soort: 'niet aangeleverd' }

/** Invented measurements: one of each kind of cell. */
export const matrix = [
  {
    naam: 'Zorgbureau De Windkoker B.V.',
    href: '#1',
    cellen: [
      cel('75,8%', 29, 'onvoldoende', 1),
      cel('100,0%', 12, 'goed'),
      cel('88,8%', 36, 'voldoende'),
      cel('57,1%', 14, 'onvoldoende', 2),
      weinig(8),
      cel('69,2%', 13, 'voldoende'),
      cel('8,47', 19, 'onvoldoende', 1),
      cel('8,30', 12, 'onvoldoende', 2),
      cel('8,24', 23, 'onvoldoende', 2),
    ],
  },
  {
    naam: 'De Weidse Blik Huishoudelijke Hulp B.V.',
    href: '#2',
    cellen: [
      cel('59,4%', 37, 'onvoldoende', 3),
      cel('68,7%', 16, 'onvoldoende', 2),
      cel('84,0%', 44, 'voldoende'),
      cel('70,0%', 20, 'voldoende'),
      weinig(3),
      cel('71,4%', 21, 'voldoende'),
      leeg,
      leeg,
      leeg,
    ],
  },
  {
    naam: 'Coöperatieve Vereniging voor Dagbesteding en Huishoudelijke Ondersteuning U.A.',
    href: '#3',
    cellen: [null, cel('90,4%', 21, 'goed'), null, null, cel('81,2%', 16, 'goed'), null, null, leeg, null],
  },
  {
    naam: 'Thuiszorg De Laatkomer B.V.',
    href: '#4',
    cellen: [
      weinig(9),
      null,
      cel('30,0%', 10, 'onvoldoende', 3),
      weinig(6),
      null,
      weinig(7),
      weinig(9),
      null,
      weinig(6),
    ],
  },
] satisfies { naam: string; href: string; cellen: (MatrixCel | null)[] }[]
