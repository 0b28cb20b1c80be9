import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Rol } from '../src/domain/rechten.ts'
import { openSleutels } from '../src/platform/sleutels.ts'
import { bewaakInzage } from './bewaak-inzage.ts'
import { BSN } from './builders-bericht.ts'
import { maakVerzoek, routetabel } from './routes.ts'
import { freshDatabase, type FreshDatabase } from './test.ts'
import { maakProgramma, maakWereld, type Verzoek, type Wereld } from './wereld.ts'

const root = join(import.meta.dirname, '..')

// It gives a new client its label, and shows it to nobody.
// finds a client for who asks what is known about him; the page that shows it says so (web/clientverzoek)
const ZOEKT_LABELS = 'src/domain/check/client/zoek-client.ts'
const MAAKT_LABELS = 'src/domain/do/bericht/clienten.ts'

const ROLLEN = [
  'contractmanager',
  'backoffice',
  'privacyfunctionaris',
  'functioneel beheerder',
  'aanbieder',
] as const satisfies Rol[]

const VEENLICHT = {
  agb: '98990101',
  kvk: '99331200',
  naam: 'Stichting Veenlicht',
  overeenkomst: 'ZW-HO-001',
  nummer: 1001,
  bsn: BSN.jan,
  gemeente: '0439',
}
const DIJK = { ...VEENLICHT, agb: '98990108', kvk: '99331217', naam: 'Dijk & Doen', overeenkomst: 'ZW-HO-002' }

let fresh: FreshDatabase
let beheer: pg.Client
let map: string
let wereld: Wereld
let programma: ReturnType<typeof maakProgramma>

// A region with a thing behind every kind of address; every request commits.
beforeAll(async () => {
  map = mkdtempSync(join(tmpdir(), 'overlap-sleutels-'))
  fresh = await freshDatabase()
  beheer = new pg.Client(fresh.beheerUrl)
  await beheer.connect()
  wereld = await maakWereld(fresh.db, openSleutels(map), 'Proefregio', [
    VEENLICHT,
    { ...DIJK, nummer: 2001, bsn: BSN.truus, gemeente: '0479' },
  ])
  programma = maakProgramma(wereld.ctx)
}, 60_000)

afterAll(async () => {
  await beheer.end()
  await fresh.drop()
  rmSync(map, { recursive: true })
})

describe('elke plaats die een cliënt laat zien', () => {
  test('S50: SQL die het label van een cliënt leest, zegt ook dat die cliënt wordt getoond', () => {
    // only domain and platform speak SQL (test/architecture.test.ts)
    const bestanden = readdirSync(join(root, 'src/domain'), { recursive: true, withFileTypes: true })
      .filter((bestand) => bestand.isFile() && /\.tsx?$/.test(bestand.name) && !/\.test\.tsx?$/.test(bestand.name))
      .map((bestand) => join(bestand.parentPath, bestand.name))
      .map((bestand) => ({ naam: relative(root, bestand), tekst: readFileSync(bestand, 'utf8') }))
    const leest = bestanden.filter(
      ({ tekst }) => /\b(from|join|into) client\b|'client( as \w+)?'\)/.test(tekst) && /\blabel\b/.test(tekst),
    )
    // a guard that saw nothing guards nothing
    expect(leest.length).toBeGreaterThan(5)
    const zonder = leest.filter(({ tekst }) => !tekst.includes('toonClienten('))
    expect(zonder.map(({ naam }) => naam)).toEqual([ZOEKT_LABELS, MAAKT_LABELS])
  })

  test(
    'S50: elke pagina en uitvoer van het programma, door wie samen alles mogen zien',
    { timeout: 120_000 },
    async () => {
      const toont: Record<string, string[]> = {}
      let gevraagd = 0
      for (const rol of ROLLEN) {
        const persoon = wereld.personen[rol]
        const label: Verzoek = { methode: 'POST', pad: '/zoeken', velden: { zoek: wereld.eigen.label } }
        const routes = Object.keys(routetabel).filter((naam) => !/afmelden|aanmelden/.test(naam))
        for (const naam of [...routes, 'zoeken op een label']) {
          const plek = { zaak: wereld.eigen, wereld, persoon }
          await routetabel[naam]?.vooraf?.(beheer, plek)
          const verzoek = naam in routetabel ? maakVerzoek(naam, plek) : label
          const voor = await telInzagen()
          // throws when a label is shown of which no line was written
          const antwoord = await bewaakInzage(
            wereld.ctx,
            await programma.vraag(persoon, verzoek),
            Object.values(verzoek.velden ?? {}).join(' '),
          ).catch((error: unknown) => {
            throw new Error(`${rol}: ${naam}`, { cause: error })
          })
          gevraagd++
          if ((await telInzagen()) > voor && antwoord.status === 200) (toont[naam] ??= []).push(rol)
        }
      }
      // a walk that asked nothing guards nothing
      expect(gevraagd).toBeGreaterThan(ROLLEN.length * 150)
      expect(toont).toEqual({
        'GET /kpis/:id': ['contractmanager', 'aanbieder'],
        'GET /kpis/:id/gevallen.xlsx': ['contractmanager', 'aanbieder'],
        'GET /kpis/:id/gevallen.csv': ['contractmanager', 'aanbieder'],
        'GET /toewijzingen/:id': ['contractmanager', 'aanbieder'],
        'GET /berichten/:id': ['backoffice'],
        'zoeken op een label': ['contractmanager', 'aanbieder'],
        'GET /inzage': ['privacyfunctionaris'],
        'GET /inzage.xlsx': ['privacyfunctionaris'],
        'GET /inzage.csv': ['privacyfunctionaris'],
        'GET /inzage/:id': ['privacyfunctionaris'],
        'POST /clientverzoek': ['privacyfunctionaris'],
        'POST /clientverzoek/uitvoer': ['privacyfunctionaris'],
        'POST /inzage/client': ['privacyfunctionaris'],
        'POST /inzage/client.xlsx': ['privacyfunctionaris'],
        'POST /inzage/client.csv': ['privacyfunctionaris'],
      })
    },
  )
})

async function telInzagen(): Promise<number> {
  const { rows } = await beheer.query<{ n: string }>(`select count(*) as n from inzage where status = 'Ok'`)
  return Number(rows[0]!.n)
}
