import { gemeenten, overeenkomsten, percelen, type Aanbieder, type Overeenkomst, type Product } from './afspraken.ts'
import { testBsns, type Kans } from './kans.ts'

/** A person who does not exist: names of rivers and trees, a number of the range for tests. */
export type Jeugdige = {
  bsn: string
  geboren: string
  geslacht: '1' | '2'
  achternaam: string
  voornaam: string
  gemeente: string
}

/** One toewijzing and what became of it. Days as YYYY-MM-DD. */
export type Casus = {
  nummer: number
  jeugdige: Jeugdige
  aanbieder: Aanbieder
  overeenkomst: Overeenkomst
  categorie: string
  product: Product
  volume: number
  toegewezen: string
  ingang: string
  einde: string
  gestart: string | null
  gestopt: string | null
  reden: string
}

const ACHTERNAMEN = [
  'Ambel',
  'Berkel',
  'Dommel',
  'Eem',
  'Geul',
  'Hunze',
  'Iep',
  'Linge',
  'Mark',
  'Olm',
  'Populier',
  'Regge',
  'Roer',
  'Tjonger',
  'Vecht',
  'Vlier',
  'Wilg',
  'Zwalm',
]
const VOORNAMEN = [
  'Adem',
  'Bo',
  'Casper',
  'Dilara',
  'Elin',
  'Fenna',
  'Guus',
  'Hanna',
  'Imran',
  'Jip',
  'Kaat',
  'Luuk',
  'Mees',
  'Noa',
  'Otis',
  'Pien',
  'Quin',
  'Roos',
  'Sami',
  'Tess',
  'Umut',
  'Vera',
  'Wout',
  'Yara',
  'Zoë',
]
const VANDAAG = '2026-11-20'

/** Every toewijzing of 2025 and 2026, in the order in which they were made. */
export function maakCasussen(kans: Kans): Casus[] {
  const bsns = testBsns()
  const bekend: Jeugdige[] = []
  const los = overeenkomsten.flatMap((overeenkomst) =>
    Array.from({ length: aantal(overeenkomst) }, () => maakCasus(kans, overeenkomst, kiesJeugdige)),
  )
  return los
    .toSorted((a, b) => (a.toegewezen < b.toegewezen ? -1 : a.toegewezen > b.toegewezen ? 1 : 0))
    .map((casus, plek) => ({ ...casus, nummer: 5001 + plek }))

  function kiesJeugdige(gemeente: string): Jeugdige {
    const hier = bekend.filter((een) => een.gemeente === gemeente)
    // one in six has had care before, somewhere in the region
    if (hier.length > 3 && kans.opDuizend(160)) return kans.een(hier)
    const jeugdige: Jeugdige = {
      bsn: bsns.next().value as string,
      geboren: dag(`${String(kans.tussen(2008, 2020))}-01-01`, kans.tussen(0, 364)),
      geslacht: kans.een(['1', '2']),
      achternaam: kans.een(ACHTERNAMEN),
      voornaam: kans.een(VOORNAMEN),
      gemeente,
    }
    bekend.push(jeugdige)
    return jeugdige
  }
}

/** Most of what an aanbieder does is its first perceel. */
function aantal({ aanbieder, perceel }: Overeenkomst): number {
  const eerste = aanbieder.percelen[0] === perceel
  const rest = aanbieder.percelen.length - 1
  return rest === 0 ? aanbieder.toewijzingen : Math.round(aanbieder.toewijzingen * (eerste ? 0.6 : 0.4 / rest))
}

function maakCasus(kans: Kans, overeenkomst: Overeenkomst, kies: (gemeente: string) => Jeugdige): Casus {
  const { aanbieder, perceel } = overeenkomst
  const product = kans.een(percelen[perceel].producten)
  const gemeente = kans.gewogen(
    gemeenten.filter(({ code }) => aanbieder.gemeenten.includes(code)).map(({ code, gewicht }) => [code, gewicht]),
  )
  const toegewezen = dag('2025-01-02', kans.tussen(0, 670))
  const ingang = dag(toegewezen, perceel === 'crisis' ? 0 : kans.tussen(0, 21))
  const einde = dag(ingang, kans.tussen(...product.dagen))
  const gestart = begin(kans, aanbieder, perceel === 'crisis', ingang)
  const { gestopt, reden } = slot(kans, gestart, einde)
  return {
    nummer: 0,
    jeugdige: kies(gemeente),
    aanbieder,
    overeenkomst,
    categorie: product.code.slice(0, 2),
    product,
    volume: kans.tussen(...product.volume),
    toegewezen,
    ingang,
    einde,
    gestart,
    gestopt,
    reden,
  }
}

function begin(kans: Kans, { laatPromille }: Aanbieder, crisis: boolean, ingang: string): string | null {
  const wacht = crisis ? kans.tussen(0, 2) : kans.opDuizend(laatPromille) ? kans.tussen(45, 110) : kans.tussen(2, 38)
  const gestart = dag(ingang, wacht)
  return gestart > VANDAAG || kans.opDuizend(25) ? null : gestart
}

function slot(kans: Kans, gestart: string | null, einde: string): { gestopt: string | null; reden: string } {
  const reden = kans.gewogen([
    ['31', 74],
    ['32', 8],
    ['33', 4],
    ['34', 7],
    ['38', 4],
    ['39', 3],
  ] as const)
  if (gestart === null) return { gestopt: null, reden }
  const bedoeld = reden === '31' ? einde : dag(einde, -kans.tussen(10, 80))
  const gestopt = bedoeld < gestart ? dag(gestart, 7) : bedoeld
  return { gestopt: gestopt > VANDAAG || gestopt > einde ? null : gestopt, reden }
}

/** So many days after this day. */
export function dag(iso: string, dagen: number): string {
  return Temporal.PlainDate.from(iso).add({ days: dagen }).toString()
}
