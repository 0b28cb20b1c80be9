/** What was agreed in the demonstration region for the Jeugdwet. Every name is invented; the codes of gemeenten are not given out. */

export const gemeenten = [
  { code: '9901', naam: 'Dijkmeer', gewicht: 38 },
  { code: '9902', naam: 'Zilverhaven', gewicht: 22 },
  { code: '9903', naam: 'Rietkoog', gewicht: 13 },
  { code: '9904', naam: 'Sluishoven', gewicht: 12 },
  { code: '9905', naam: 'Kluutveen', gewicht: 9 },
  { code: '9906', naam: 'Lageplaat', gewicht: 6 },
] as const

/** `eenheden`: of the tariff and of a claim (WJ756). `tarief` in cents, per year. `dagen`: how long care usually lasts. */
export type Product = {
  code: string
  naam: string
  eenheden: readonly [string, string]
  tarief: Readonly<Record<2025 | 2026, number>>
  volume: readonly [number, number]
  frequentie: string
  dagen: readonly [number, number]
}

const product = (
  code: string,
  naam: string,
  eenheden: Product['eenheden'],
  tarieven: readonly [number, number],
  volume: Product['volume'],
  dagen: Product['dagen'],
): Product => ({
  code,
  naam,
  eenheden,
  tarief: { 2025: tarieven[0], 2026: tarieven[1] },
  volume,
  frequentie: eenheden[0] === '14' ? '1' : '2',
  dagen,
})

/** Categories and codes of the national list for the Jeugdwet. */
export const percelen = {
  ambulant: {
    letters: 'JA',
    onderwerp: 'Ambulante jeugdhulp',
    producten: [
      product('45A04', 'Ambulante jeugdhulp regulier', ['04', '04'], [8640, 8985], [2, 6], [120, 330]),
      product('45A05', 'Ambulante jeugdhulp specialistisch', ['04', '01'], [10980, 11418], [2, 5], [150, 420]),
      product('45A06', 'Diagnostiek', ['04', '04'], [11400, 11856], [2, 4], [30, 90]),
    ],
  },
  dag: {
    letters: 'JD',
    onderwerp: 'Dagbehandeling',
    producten: [product('41A03', 'Dagbehandeling regulier', ['16', '16'], [7450, 7748], [3, 8], [120, 300])],
  },
  verblijf: {
    letters: 'JV',
    onderwerp: 'Verblijf en gezinshuizen',
    producten: [
      product('43A10', 'Gezinshuis met behandeling', ['14', '14'], [21450, 22308], [1, 1], [240, 600]),
      product('44A06', 'Verblijf zonder behandeling', ['14', '14'], [17890, 18606], [1, 1], [120, 420]),
    ],
  },
  pleegzorg: {
    letters: 'JP',
    onderwerp: 'Pleegzorg',
    producten: [product('44A07', 'Pleegzorg', ['14', '14'], [5280, 5491], [1, 1], [300, 640])],
  },
  crisis: {
    letters: 'JC',
    onderwerp: 'Crisishulp',
    producten: [
      product('46A01', 'Crisishulp ambulant', ['04', '04'], [12960, 13478], [3, 6], [20, 42]),
      product('46A03', 'Crisisverblijf', ['14', '14'], [33420, 34757], [1, 1], [14, 42]),
    ],
  },
} as const satisfies Record<string, { letters: string; onderwerp: string; producten: readonly Product[] }>

export type Perceel = keyof typeof percelen

export type Aanbieder = {
  agb: string
  kvk: string
  naam: string
  rechtsvorm: string
  plaats: string
  grootteklasse: 'groot' | 'middelgroot' | 'klein' | 'zzp'
  medewerkers: number
  percelen: readonly Perceel[]
  gemeenten: readonly string[]
  /** How many toewijzingen, and how they go. */
  toewijzingen: number
  laatPromille: number
  /** Ceiling in percents of what is claimed. */
  plafondProcent: number
}

const alle = gemeenten.map(({ code }) => code)
const REGELS: readonly [
  naam: string,
  rechtsvorm: string,
  plaats: string,
  grootte: Aanbieder['grootteklasse'],
  medewerkers: number,
  percelen: readonly Perceel[],
  gemeenten: readonly string[],
  toewijzingen: number,
  laatPromille: number,
  plafondProcent: number,
][] = [
  [
    'Stichting Jeugdhulp De Zeedistel',
    'stichting',
    'Dijkmeer',
    'groot',
    412,
    ['ambulant', 'dag', 'verblijf'],
    alle,
    58,
    90,
    118,
  ],
  ['Stichting Pleegzorg Het Nest', 'stichting', 'Dijkmeer', 'groot', 168, ['pleegzorg', 'ambulant'], alle, 36, 60, 109],
  ['Jeugd-ggz De Vuurtoren B.V.', 'b.v.', 'Zilverhaven', 'groot', 231, ['ambulant', 'dag'], alle, 46, 310, 96],
  [
    'Stichting Gezinshuizen Polderwind',
    'stichting',
    'Rietkoog',
    'groot',
    122,
    ['verblijf', 'pleegzorg'],
    alle,
    22,
    80,
    104,
  ],
  ['Spoedhulp De Baken Jeugd', 'stichting', 'Dijkmeer', 'groot', 94, ['crisis', 'ambulant'], alle, 34, 20, 91],
  [
    'Coöperatie Jeugdkracht U.A.',
    'coöperatie',
    'Dijkmeer',
    'middelgroot',
    76,
    ['ambulant'],
    ['9901', '9902', '9903'],
    26,
    120,
    121,
  ],
  [
    'Kind & Koers Begeleiding B.V.',
    'b.v.',
    'Zilverhaven',
    'middelgroot',
    71,
    ['ambulant', 'dag'],
    ['9902', '9904'],
    24,
    150,
    112,
  ],
  [
    'Behandelcentrum De Zwaluwen B.V.',
    'b.v.',
    'Dijkmeer',
    'middelgroot',
    64,
    ['ambulant', 'dag'],
    ['9901', '9902'],
    24,
    90,
    99,
  ],
  [
    'Stichting Buitenkans Jeugd',
    'stichting',
    'Sluishoven',
    'middelgroot',
    58,
    ['ambulant', 'dag'],
    ['9903', '9904', '9905'],
    20,
    200,
    126,
  ],
  ['Ambulant Jeugdteam Ruimzicht B.V.', 'b.v.', 'Dijkmeer', 'middelgroot', 52, ['ambulant'], ['9901'], 22, 140, 107],
  [
    'Praktijk Rimpeling Jeugd & Gezin B.V.',
    'b.v.',
    'Rietkoog',
    'middelgroot',
    44,
    ['ambulant'],
    ['9901', '9903'],
    18,
    110,
    131,
  ],
  [
    'Stichting Stap voor Stap Jeugdhulp',
    'stichting',
    'Kluutveen',
    'middelgroot',
    39,
    ['ambulant'],
    ['9905', '9906'],
    16,
    260,
    114,
  ],
  [
    'Logeerhuis De Wilgentak',
    'stichting',
    'Sluishoven',
    'middelgroot',
    33,
    ['verblijf', 'ambulant'],
    ['9901', '9904'],
    14,
    70,
    108,
  ],
  ['Gezinshuis Aan de Kreek V.O.F.', 'v.o.f.', 'Kluutveen', 'klein', 9, ['verblijf'], ['9901', '9905'], 6, 0, 116],
  [
    'Opvoedpoli Noorderlicht B.V.',
    'b.v.',
    'Zilverhaven',
    'middelgroot',
    31,
    ['ambulant'],
    ['9901', '9902'],
    14,
    130,
    88,
  ],
  ['Jeugdzorg Sterrenpad B.V.', 'b.v.', 'Dijkmeer', 'klein', 27, ['ambulant'], ['9901', '9902'], 13, 180, 119],
  ['Dyade Kindertherapie B.V.', 'b.v.', 'Zilverhaven', 'klein', 19, ['ambulant'], ['9902'], 11, 90, 111],
  [
    'Stichting Paardencoaching De Vrije Teugel',
    'stichting',
    'Rietkoog',
    'klein',
    14,
    ['ambulant', 'dag'],
    ['9903', '9904'],
    10,
    100,
    137,
  ],
  ['Zorgboerderij De Korenschoof', 'b.v.', 'Rietkoog', 'klein', 22, ['dag', 'ambulant'], ['9903', '9905'], 11, 60, 113],
  ['Het Kompas Jeugdcoaching B.V.', 'b.v.', 'Sluishoven', 'klein', 17, ['ambulant'], ['9904'], 10, 140, 117],
  ['Leertuin Jeugd B.V.', 'b.v.', 'Dijkmeer', 'klein', 24, ['ambulant'], ['9901'], 12, 230, 84],
  ['Kinderpraktijk Zonnedauw', 'b.v.', 'Lageplaat', 'klein', 8, ['ambulant'], ['9906'], 7, 80, 124],
  ['Thuis in Gedrag B.V.', 'b.v.', 'Dijkmeer', 'klein', 29, ['ambulant'], ['9901', '9904'], 12, 120, 110],
  ['Stichting Meerwaarde voor Jeugd', 'stichting', 'Kluutveen', 'klein', 21, ['ambulant'], ['9905'], 9, 170, 115],
  [
    'Samenspel Gezinsbegeleiding B.V.',
    'b.v.',
    'Zilverhaven',
    'klein',
    26,
    ['ambulant'],
    ['9902', '9903'],
    12,
    110,
    105,
  ],
  [
    'Jongerenhuis De Overzet B.V.',
    'b.v.',
    'Zilverhaven',
    'klein',
    18,
    ['verblijf', 'ambulant'],
    ['9901', '9902'],
    8,
    50,
    120,
  ],
  ['Femke Olieman Kindercoaching', 'eenmanszaak', 'Dijkmeer', 'zzp', 0, ['ambulant'], ['9901'], 5, 0, 133],
  ['Praktijk Hidde Wolters', 'eenmanszaak', 'Lageplaat', 'zzp', 0, ['ambulant'], ['9906'], 4, 0, 128],
  ['Mirthe Zandleven Gezinscoach', 'eenmanszaak', 'Sluishoven', 'zzp', 0, ['ambulant'], ['9904'], 4, 250, 142],
  ['Jeugdatelier Kleurrijk', 'eenmanszaak', 'Rietkoog', 'zzp', 0, ['ambulant'], ['9903'], 4, 0, 130],
  ['Traumacentrum Jeugd De Luwte B.V.', 'b.v.', 'Dijkmeer', 'middelgroot', 36, ['ambulant'], alle, 18, 280, 93],
  [
    'Autismepraktijk De Brug B.V.',
    'b.v.',
    'Zilverhaven',
    'klein',
    23,
    ['ambulant'],
    ['9901', '9902', '9903'],
    13,
    160,
    122,
  ],
]

export const aanbieders: readonly Aanbieder[] = REGELS.map(
  ([naam, rechtsvorm, plaats, grootteklasse, medewerkers, percelen, gemeenten, toewijzingen, laat, plafond], plek) => ({
    agb: String(98_995_010 + plek * 7),
    kvk: String(99_335_100 + plek * 17),
    naam,
    rechtsvorm,
    plaats,
    grootteklasse,
    medewerkers,
    percelen,
    gemeenten,
    toewijzingen,
    laatPromille: laat,
    plafondProcent: plafond,
  }),
)

export type Overeenkomst = {
  nummer: string
  perceel: Perceel
  aanbieder: Aanbieder
  einddatum: string
  verlengingen: number
}

/** One overeenkomst per aanbieder and perceel; verblijf and crisis were agreed for two years, the others for three. */
export const overeenkomsten: readonly Overeenkomst[] = (Object.keys(percelen) as Perceel[]).flatMap((perceel) =>
  aanbieders
    .filter((aanbieder) => aanbieder.percelen.includes(perceel))
    .map((aanbieder, plek) => ({
      nummer: `${percelen[perceel].letters}-${String(plek + 1).padStart(2, '0')}`,
      perceel,
      aanbieder,
      einddatum: perceel === 'verblijf' || perceel === 'crisis' ? '2026-12-31' : '2027-12-31',
      verlengingen: 2,
    })),
)
