import { describe, expect, test } from 'vitest'
import {
  geeft,
  kolommen,
  mag,
  rechten,
  rollen,
  vanAanbieder,
  volgt,
  type Kolom,
  type Recht,
  type Rol,
} from '../rechten.ts'
import { inWerking, leesCel, letters, mensen, objecten, zonderPagina, type Letter } from './matrix.ts'

// The permission matrix as the specification has it (2.3), row by row and cell by cell.
const bron = `
| Contract master data | R D | R U | C R U | R | R own | R | R | R |
| Contract change | D (initiate+approve) | C U (prepare) | U (process) | R | C (request) | – | R advise | R |
| Budget | D | R U forecast | R | – | R own | – | R | D advise |
| DOP verification / result evaluation | R | R | R | C U D | C (eindverslag) | R | R | – |
| Signal | R | C R U D (assess) | C R | C R | C | C R (forwarded) | C R | C |
| Gesprek, verslag | R | C U D(final) | C U | R (invited) | R, react | R (invited) | R (invited) | R (invited) |
| KPI result | R | U, P (team) | C (calculate) | – | R own | R | R | R |
| Escalation steps 1–2 / treden 1–2 | I | D | U | I | R own, C plan | I | I | I |
| Step 3 / treden 3–7 | D | C (propose) | U (letters) | I | R own, C bezwaar | C (findings) | I | consulted on 4, 6 |
| Directiegesprek | – | prepare | – | – | directie | – | directie D | – |
| Overlegtafel | R | C U | U | R | R, afmelden | R | R | R |
| RIA / classification | D | C U | R | consulted | R own class | consulted | R | R |`

// RVM and lokaal team share a column there and are two here (ROL-17).
const bronkolommen: Kolom[][] = [
  ['contracteigenaar'],
  ['contractmanager'],
  ['contractbeheerder'],
  ['rvm', 'lokaal team'],
  ['aanbieder'],
  ['toezichthouder'],
  ['beleid'],
  ['budgethouder'],
]
const bronrijen: Record<string, string[]> = {
  'Contract master data': ['stamgegevens'],
  'Contract change': ['wijziging'],
  Budget: ['budget'],
  'DOP verification / result evaluation': ['verificatie', 'evaluatie'],
  Signal: ['signaal'],
  'Gesprek, verslag': ['gesprek'],
  'KPI result': ['kpi'],
  'Escalation steps 1–2 / treden 1–2': ['escalatie'],
  'Step 3 / treden 3–7': ['escalatie-hoog'],
  Directiegesprek: ['directiegesprek'],
  Overlegtafel: ['overlegtafel'],
  'RIA / classification': ['classificatie'],
}
// Where besluit 016 reads a cell otherwise than letter by letter.
const anders: Record<string, string> = {
  // ROL-01: the contracteigenaar alone decides about the budget; the budgethouder advises on it
  'budget budgethouder': 'RA',
  // DOP verification is the gemeente's, the final report is about the result
  'verificatie aanbieder': '',
  // ROL-17: the result is established by the lokaal team only
  'evaluatie rvm': 'R',
  // "directie D" is the column directie
  'directiegesprek beleid': '',
  // "afmelden", and saying who comes: taking part (besluit 024)
  'overlegtafel aanbieder': 'RN',
}

function bronletters(cel: string): string {
  const woord: [RegExp, Letter][] = [
    [/consulted|advise/, 'A'],
    [/^prepare$/, 'V'],
    [/^directie$/, 'N'],
  ]
  const uitWoorden = woord.filter(([patroon]) => patroon.test(cel)).map(([, letter]) => letter)
  const uitLetters = [...cel.matchAll(/(?<![A-Za-z])[CRUDPI](?![a-z])/g)].map(([letter]) => letter as Letter)
  return volgorde([...uitLetters, ...uitWoorden])
}

function volgorde(tekens: readonly string[] | string): string {
  return Object.keys(letters)
    .filter((letter) => tekens.includes(letter))
    .join('')
}

const object = (naam: string) => objecten.find((een) => een.object === naam)!
const cel = (naam: string, kolom: Kolom) => volgorde(leesCel(object(naam), kolom).letters)
const heeft = (rol: Rol, recht: Recht) => mag({ rollen: [{ rol, agb: vanAanbieder(rol) ? '98990101' : null }] }, recht)
const wieMag = (recht: Recht) => (Object.keys(rollen) as Rol[]).filter((rol) => heeft(rol, recht))

describe('de matrix', () => {
  const rijen = bron
    .trim()
    .split('\n')
    .map((rij) =>
      rij
        .split('|')
        .slice(1, -1)
        .map((deel) => deel.trim()),
    )

  test.each(rijen.map(([naam, ...cellen]) => [naam!, cellen] as const))(
    'ROL-01, ROL-02, ROL-03, ROL-05, ROL-08, ROL-17: %s staat er zoals de specificatie het zegt',
    (naam, cellen) => {
      expect(cellen).toHaveLength(bronkolommen.length)
      for (const rij of bronrijen[naam]!) {
        for (const [plek, kolommen] of bronkolommen.entries()) {
          for (const kolom of kolommen) {
            const gevraagd = anders[`${rij} ${kolom}`] ?? bronletters(cellen[plek]!)
            // whoever may make, change, decide or publish may read
            const metLezen = /[CUDP]/.test(gevraagd) ? [gevraagd, volgorde(`${gevraagd}R`)] : [gevraagd]
            expect(metLezen, `${rij}: ${kolom}`).toContain(cel(rij, kolom))
          }
        }
      }
    },
  )

  test('elke cel is te lezen, elke rij heeft er een per kolom, en elke letter heeft een woord', () => {
    expect(rijen.map(([naam]) => naam)).toEqual(Object.keys(bronrijen))
    for (const rij of objecten) {
      expect(rij.cellen.split(' | ').length, rij.object).toBe(mensen.length)
      for (const tekst of rij.cellen.split(' | ')) {
        expect(tekst, rij.object).toMatch(/^(–|[CRUDPVANI]+( [a-z].*)?)$/)
      }
    }
    expect(new Set(objecten.map((rij) => rij.object)).size).toBe(objecten.length)
  })

  test('elk recht staat voor precies één letter van één object', () => {
    const waar = objecten.flatMap((rij) => Object.values(rij.rechten ?? {}).flat())
    expect([...waar].sort()).toEqual(Object.keys(rechten).sort())
  })

  test('wat er geldt is nooit meer dan de matrix zegt', () => {
    const meer = objecten.flatMap((rij) =>
      mensen.flatMap((kolom) =>
        (Object.keys(letters) as Letter[])
          .filter((letter) =>
            (rij.rechten?.[letter] ?? []).some((recht) =>
              (rechten[recht] as readonly (string | null)[]).includes(kolom),
            ),
          )
          .filter((letter) => !leesCel(rij, kolom).letters.includes(letter))
          .map((letter) => `${rij.object} ${letter} ${kolom}`),
      ),
    )
    expect(meer).toEqual([])
  })

  // What no page does yet. This list fails as soon as a right (and with it a route, see src/web/app.test.ts) comes for it.
  const nogNiet: Record<string, string> = {
    wijziging: 'alles',
    budget: 'D contracteigenaar, U contractmanager, A budgethouder',
    verificatie: 'alles',
    evaluatie:
      'R contracteigenaar, R contractmanager, R contractbeheerder, R rvm, R lokaal team, U lokaal team, D lokaal team, C aanbieder, R toezichthouder, R beleid, R directie',
    signaal: 'alles',
    kpi: 'U contractmanager, C contractbeheerder',
    'escalatie-hoog': 'A budgethouder',
    directiegesprek: 'N aanbieder',
    classificatie: 'D contracteigenaar, U contractmanager, A rvm, A lokaal team, A toezichthouder',
  }
  test('een cel die nog niet kan, staat in de lijst, en verder geen', () => {
    const mist = Object.fromEntries(
      objecten.flatMap((rij) => {
        const cellen = mensen.flatMap((kolom) => leesCel(rij, kolom).letters.map((letter) => ({ kolom, letter })))
        const open = cellen.filter(({ kolom, letter }) => !inWerking(rij, kolom, letter))
        const tekst = open.map(({ kolom, letter }) => `${letter} ${kolom}`).join(', ')
        return open.length === 0 ? [] : [[rij.object, open.length === cellen.length ? 'alles' : tekst]]
      }),
    )
    expect(mist).toEqual(nogNiet)
    expect(zonderPagina.every((recht) => recht in rechten)).toBe(true)
  })
})

describe('rollen', () => {
  test('ROL-08, ROL-09: elke rol is een kolom of volgt er een, en krijgt nooit meer dan die kolom', () => {
    for (const rol of Object.keys(rollen) as Rol[]) {
      const kolom = kolommen.find((een) => een === rol) ?? volgt[rol as keyof typeof volgt].kolom
      for (const recht of Object.keys(rechten) as Recht[]) {
        if (geeft(rol, recht)) expect((rechten[recht] as readonly (string | null)[]).includes(kolom), rol).toBe(true)
      }
    }
    expect(geeft('bestaat niet', 'aanbieder:lezen')).toBe(false)
    expect(geeft('constructor', 'aanbieder:lezen')).toBe(false)
  })

  test('ROL-08: wie niet bij de kern hoort, heeft alleen wat hier staat', () => {
    const heel = (rol: Rol) => (Object.keys(rechten) as Recht[]).filter((recht) => geeft(rol, recht))
    expect(heel('ervaringsdeskundige')).toEqual([])
    expect(heel('raad')).toEqual(['kpi:lezen'])
    expect(heel('bestuur')).toEqual(['kpi:lezen'])
    expect(heel('inkoopadviseur')).toEqual(['aanbieder:lezen', 'overeenkomst:lezen', 'budget:lezen', 'kpi:lezen'])
    expect(heel('relatiemanager')).toEqual(
      heel('beleid').filter((recht) => recht !== 'budget:besluiten' && recht !== 'opdracht:geven'),
    )
    expect(heel('manager sociaal domein')).toEqual(heel('relatiemanager'))
    expect(heel('privacyfunctionaris')).toEqual([
      'inrichting:lezen',
      'organisatie:lezen',
      'gebruiker:lezen',
      'bewaren:lezen',
      'client:lezen',
      'client:verwijderen',
      'audit:lezen',
      'inzage:lezen',
    ])
  })

  test('ROL-09, ROL-21, GES-03, GES-17, TAF-05: aan de kant van de aanbieder doet alleen wie namens haar spreekt iets, en alleen met het eigene', () => {
    // each of these is bound to the rows of the own aanbieder
    const namens: Recht[] = [
      'overlegtafel:antwoorden',
      'gesprek:reageren',
      'actie:afronden',
      'escalatie:reageren',
      'verbeterplan:indienen',
    ]
    const eigenwerk: Partial<Record<Rol, Recht[]>> = {
      aanbieder: namens,
      'aanbieder directie': namens,
      'aanbieder rvm': ['actie:afronden'],
      'aanbieder implementatie': ['actie:afronden'],
    }
    const kant = (Object.keys(rollen) as Rol[]).filter(vanAanbieder)
    expect(kant).toHaveLength(5)
    for (const rol of kant) {
      const eigen = (Object.keys(rechten) as Recht[]).filter((recht) => geeft(rol, recht))
      expect(
        eigen.filter((recht) => !recht.endsWith(':lezen')),
        rol,
      ).toEqual(eigenwerk[rol] ?? [])
      expect(eigen, rol).not.toContain('inrichting:lezen')
    }
    expect(heeft('aanbieder administratie', 'casus:lezen')).toBe(false)
    expect(heeft('aanbieder implementatie', 'budget:lezen')).toBe(false)
    expect(heeft('aanbieder rvm', 'casus:lezen')).toBe(true)
  })

  test('ROL-17: aanbieder en contractmanager leggen geen evaluaties vast; het lokaal team wel', () => {
    expect(wieMag('evaluatie:inlezen')).toEqual(['lokaal team', 'backoffice', 'beheer (opdrachtregel)'])
  })

  test('ROL-11: de opdracht is van de opdrachtgever; contractmanagement adviseert alleen', () => {
    expect(wieMag('opdracht:geven')).toEqual(['beleid', 'programmamanager'])
    expect(wieMag('opdracht:adviseren')).toEqual(['contractmanager', 'contractbeheerder'])
  })

  test('ROL-18: alleen de contractmanager organiseert overlegtafels; een aanbieder antwoordt', () => {
    expect(wieMag('overlegtafel:organiseren')).toEqual(['contractmanager'])
    expect(wieMag('overlegtafel:bijwerken')).toEqual(['contractmanager', 'contractbeheerder'])
    expect(wieMag('overlegtafel:antwoorden')).toEqual(['aanbieder', 'aanbieder directie'])
  })

  test('ROL-19: alleen de contractmanager stelt vast en publiceert', () => {
    expect(wieMag('kpi:vaststellen')).toEqual(['contractmanager'])
  })

  test('ROL-01: de besluiten in de uitvoering staan alleen bij de contracteigenaar', () => {
    for (const rij of ['stamgegevens', 'wijziging', 'budget', 'escalatie-hoog', 'classificatie']) {
      expect(
        mensen.filter((kolom) => cel(rij, kolom).includes('D')),
        rij,
      ).toEqual(['contracteigenaar'])
    }
  })

  test('casussen lezen alleen contractmanager, toezichthouder en de eigen aanbieder', () => {
    expect(wieMag('casus:lezen')).toEqual([
      'contractmanager',
      'toezichthouder',
      'aanbieder',
      'aanbieder directie',
      'aanbieder rvm',
    ])
  })

  test('S51: wie casussen bekeek, ziet alleen wie daarop toeziet, en wie een casus bekijkt niet', () => {
    expect(wieMag('inzage:lezen')).toEqual(['privacyfunctionaris', 'beheer (opdrachtregel)'])
    expect(wieMag('casus:lezen').filter((rol) => heeft(rol, 'inzage:lezen'))).toEqual([])
  })

  test('wie iets mag maken, wijzigen of besluiten, mag het ook lezen', () => {
    const lezen: Partial<Record<string, Recht>> = {
      cto: 'bericht:lezen',
      waarneming: 'mandaat:lezen',
      werk: 'aanbieder:lezen',
      opdracht: 'organisatie:lezen',
    }
    for (const recht of (Object.keys(rechten) as Recht[]).filter((een) => !een.endsWith(':lezen'))) {
      const noun = recht.split(':')[0]!
      const nodig = lezen[noun] ?? (`${noun}:lezen` as Recht)
      const wie = wieMag(recht).filter((rol) => rol !== 'systeem (wachtrij)' && !heeft(rol, nodig))
      expect(wie, recht).toEqual([])
    }
  })
})
