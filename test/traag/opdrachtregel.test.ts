import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ZipFile } from 'yazl'
import { openDiensten } from '../../src/diensten.ts'
import { schrijfAnkers } from '../../src/jobs/tasks.ts'
import { readEnv } from '../../src/platform/env.ts'
import { type Postgres, startPostgres } from '../../src/platform/postgres/start-postgres.ts'
import { listEntries } from './bericht-zipinhoud.ts'
import { startMet, voerUit, type Uitkomst } from './opdracht.ts'

const REGIO = join(import.meta.dirname, '../../db/voorbeeldregio')
const VANDAAG = '2026-11-22'

let map: string
const overlap = (...argumenten: string[]) => voerUit(argumenten, { OVERLAP_MAP: map, OVERLAP_VANDAAG: VANDAAG })

beforeAll(() => {
  map = mkdtempSync(join(tmpdir(), 'overlap-opdracht-'))
})
afterAll(async () => {
  await postgres?.stop()
  rmSync(map, { recursive: true, force: true })
})

/** Exit 2, nothing on stdout, one line for people on stderr. */
function verwachtWeigering({ code, stdout, stderr }: Uitkomst, zin: RegExp | string) {
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
  expect(stderr).toMatch(/^[^\n]+\n$/)
  expect(stderr).not.toMatch(/^\s*at |Error:|undefined/m)
  expect(stderr).toMatch(zin)
}

/** The commands run beside each other, as on a busy server. */
async function verwachtWeigeringen(opdrachten: [Promise<Uitkomst>, RegExp | string][]) {
  for (const [uitkomst, zin] of opdrachten) verwachtWeigering(await uitkomst, zin)
}

function bestand(naam: string, inhoud: string | Buffer): string {
  const pad = join(map, naam)
  writeFileSync(pad, inhoud)
  return pad
}

// The tests follow each other like a morning at the command line: each goes on where the one before it stopped.
describe('voordat er een regio is', () => {
  test('wat niet bestaat, geeft exit 2 en één zin op stderr', async () => {
    await verwachtWeigeringen([
      [overlap('--onbekend'), '--onbekend'],
      [overlap('cijfers', '--jaar'), '--jaar'],
      [overlap('verwijder', 'alles'), 'verwijder alles'],
      [overlap('regio', 'wissen'), 'regio wissen'],
      [overlap('toString'), 'toString'],
      [overlap('inlezen'), 'ingelezen'],
      [overlap('gebruiker', 'uitnodigen', '--naam', 'Joris'), /--email: Vul een e-mailadres in/],
      [
        overlap('gebruiker', 'uitnodigen', '--naam', 'J', '--email', 'j@x.nl', '--rol', 'baas'),
        /functioneel beheerder/,
      ],
      [overlap('gebruiker', 'herstellen', '--email', 'j@x.nl'), '--reden'],
      [overlap('inlezen', join(REGIO, 'cto.csv')), 'nog geen regio'],
      [overlap('cijfers', '--json'), 'nog geen regio'],
      [voerUit(['regio', 'lijst'], { OVERLAP_MAP: map, OVERLAP_VANDAAG: 'morgen' }), 'OVERLAP_VANDAAG'],
    ])
  })

  test('de hulp noemt elke opdracht, en zonder opdracht is dat exit 2', async () => {
    const hulp = await overlap('--help')
    expect(hulp).toMatchObject({ code: 0, stderr: '' })
    for (const opdracht of ['start', 'inlezen', 'cijfers', 'regio aanmaken', 'regio lijst', 'audit controleren']) {
      expect(hulp.stdout).toContain(`overlap ${opdracht}`)
    }
    expect((await overlap()).code).toBe(2)
  })

  test('een fout regiobestand wordt geweigerd en laat niets achter', async () => {
    const goed = JSON.parse(readFileSync(join(REGIO, 'regio.json'), 'utf8')) as Record<string, unknown>
    const aanmaken = (naam: string, inhoud: string) => overlap('regio', 'aanmaken', '--bestand', bestand(naam, inhoud))
    await verwachtWeigeringen([
      [overlap('regio', 'aanmaken'), '--bestand'],
      [overlap('regio', 'aanmaken', '--bestand', join(map, 'weg.json')), 'niet te lezen'],
      [aanmaken('1.json', '{"naam":'), 'geldige JSON'],
      [aanmaken('2.json', JSON.stringify({ ...goed, naam: '' })), 'naam'],
      [aanmaken('3.json', JSON.stringify({ ...goed, regelset: 'nergens' })), 'regelset nergens'],
      [aanmaken('4.json', JSON.stringify({ ...goed, extra: 1 })), 'regiobestand klopt niet'],
    ])
    expect(await overlap('regio', 'lijst')).toEqual({ code: 0, stdout: '', stderr: '' })
  })
})

// From here on the server is kept running, so that a command takes no second to start it.
let postgres: Postgres | undefined

describe('één regio', () => {
  beforeAll(async () => {
    postgres = await startPostgres({ map })
  })

  const verwacht = JSON.parse(readFileSync(join(REGIO, 'verwacht.json'), 'utf8')) as Record<
    'kpi' | 'aanbieders' | 'contracten',
    { jaar?: number }[]
  >
  const zips = ['301', '305', '307', '323'].flatMap((soort) =>
    [2024, 2025, 2026].map((jaar) => join(REGIO, 'berichten', `WMO${soort}-${String(jaar)}.zip`)),
  )
  const csvs = ['aanbieders', 'overeenkomsten', 'evaluaties', 'cto'].map((naam) => join(REGIO, `${naam}.csv`))
  // Everything before what it refers to: results before their messages, those before the agreements.
  const verkeerdom = [csvs[3]!, csvs[2]!, ...zips.toReversed(), csvs[1]!, csvs[0]!]
  const ingepakt = zips.reduce((som, zip) => som + listEntries(readFileSync(zip)).length, 0)

  test('regio aanmaken lukt één keer; dezelfde naam nog eens is exit 2', async () => {
    const aanmaken = () => overlap('regio', 'aanmaken', '--bestand', join(REGIO, 'regio.json'))
    expect(await aanmaken()).toEqual({ code: 0, stdout: 'Regio Proefregio is aangemaakt.\n', stderr: '' })
    verwachtWeigering(await aanmaken(), 'Proefregio')
    expect(await overlap('regio', 'lijst')).toEqual({ code: 0, stdout: 'Proefregio\n', stderr: '' })
  })

  test('FRM-01, FRM-02, FRM-03, FRM-06: in de verkeerde volgorde inlezen geeft precies de verwachte cijfers', async () => {
    const { code, stdout, stderr } = await overlap('inlezen', '--json', ...verkeerdom)
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    const { verwerkt, dubbel } = JSON.parse(stdout) as { verwerkt: number; dubbel: number }
    // exactly these fields in this order, on one line
    expect(stdout).toBe(`{"verwerkt":${verwerkt},"dubbel":${dubbel},"wachtend":0,"afgekeurd":[]}\n`)
    expect(verwerkt + dubbel).toBe(ingepakt + csvs.length)

    const cijfers = await overlap('cijfers', '--json')
    expect({ code: cijfers.code, stderr: cijfers.stderr }).toEqual({ code: 0, stderr: '' })
    const gelezen = JSON.parse(cijfers.stdout) as Record<string, unknown[]>
    expect(Object.keys(gelezen)).toEqual(['kpi', 'aanbieders', 'contracten'])
    expect(gelezen['aanbieders']).toEqual(verwacht.aanbieders)
    expect(gelezen['contracten']).toEqual(verwacht.contracten)
    expect(gelezen['kpi']).toEqual(verwacht.kpi)
    expect(gelezen['kpi']!.map((rij) => Object.keys(rij as object))).toEqual(
      verwacht.kpi.map((rij) => Object.keys(rij)),
    )
  })

  test('--jaar beperkt kpi en contracten, niet de aanbieders', async () => {
    const gelezen = JSON.parse((await overlap('cijfers', '--json', '--jaar', '2025')).stdout) as typeof verwacht
    expect(gelezen).toEqual({
      kpi: verwacht.kpi.filter(({ jaar }) => jaar === 2025),
      aanbieders: verwacht.aanbieders,
      contracten: verwacht.contracten.filter(({ jaar }) => jaar === 2025),
    })
    const regels = (await overlap('cijfers', '--jaar', '2025')).stdout.trim().split('\n')
    expect(regels).toHaveLength(gelezen.kpi.length)
    expect(regels[0]).toMatch(/^2025\t/)
    verwachtWeigering(await overlap('cijfers', '--jaar', "'25"), 'vier cijfers')
  })

  test('alles nog eens inlezen: elk bestand is dubbel en geen cijfer verandert', async () => {
    const voor = (await overlap('cijfers', '--json')).stdout
    const { code, stdout } = await overlap('inlezen', '--json', ...csvs, ...zips)
    expect(code).toBe(0)
    expect(stdout).toBe(`{"verwerkt":0,"dubbel":${ingepakt + csvs.length},"wachtend":0,"afgekeurd":[]}\n`)
    expect((await overlap('cijfers', '--json')).stdout).toBe(voor)
  })

  test('wat geweigerd wordt staat in de lijst, met het pad zoals het gegeven is, en is toch exit 0', async () => {
    const leeg = bestand('leeg.xml', '')
    const zip = new ZipFile()
    zip.addBuffer(Buffer.from('<html/>'), 'map/vreemd.xml')
    zip.end()
    const pakket = bestand('pakket.zip', await buffer(zip.outputStream))
    const { code, stdout, stderr } = await overlap('inlezen', '--json', leeg, pakket)
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    const { afgekeurd } = JSON.parse(stdout) as { afgekeurd: Record<string, string>[] }
    expect(afgekeurd.map((rij) => Object.keys(rij))).toEqual([
      ['bestand', 'code', 'melding'],
      ['bestand', 'code', 'melding'],
    ])
    expect(afgekeurd.map(({ bestand, code }) => ({ bestand, code }))).toEqual([
      { bestand: leeg, code: 'leeg-bestand' },
      { bestand: `${pakket}/map/vreemd.xml`, code: 'onbekende-namespace' },
    ])
    expect(afgekeurd.every(({ melding }) => /^[A-Z].*\.$/.test(melding ?? ''))).toBe(true)

    const gewoon = await overlap('inlezen', leeg)
    expect(gewoon.code).toBe(0)
    expect(gewoon.stdout).toContain(`${leeg}: `)
    expect(gewoon.stdout).toContain('0 verwerkt, 0 dubbel, 0 wachtend.')
    verwachtWeigering(await overlap('inlezen', leeg, join(map, 'weg.xml')), 'weg.xml bestaat niet')
  })
})

describe('het programma erbij', () => {
  test('opdrachten werken terwijl het programma draait op dezelfde map; een bezette poort is exit 2', async () => {
    const programma = await startMet(['--poort', '0'], { OVERLAP_MAP: map, OVERLAP_VANDAAG: VANDAAG })
    try {
      expect(await overlap('regio', 'lijst')).toEqual({ code: 0, stdout: 'Proefregio\n', stderr: '' })
      expect((await overlap('cijfers', '--json', '--jaar', '2024')).code).toBe(0)
      expect((await overlap('inlezen', '--json', join(REGIO, 'aanbieders.csv'))).stdout).toContain('"dubbel":1')
      verwachtWeigering(await overlap('start', '--poort', new URL(programma.url).port), /Poort \d+ is al in gebruik/)
      // the refused start has not taken the database of the running one with it
      expect((await fetch(`${programma.url}/aanmelden`)).status).toBe(200)
    } finally {
      expect(await programma.stop()).toBe(0)
    }
  })

  test('start weigert een verkeerde poort, de voorbeeldregio in productie en naast een echte regio', async () => {
    const start = (env: Record<string, string>, ...meer: string[]) =>
      voerUit(['start', '--poort', '0', ...meer], { OVERLAP_MAP: map, OVERLAP_VANDAAG: VANDAAG, ...env })
    await verwachtWeigeringen([
      [start({}, '--poort', '70000'), 'poort'],
      [start({}, '--alleen', 'alles'), '--alleen'],
      [start({ OVERLAP_VOORBEELD: '1', NODE_ENV: 'production' }), 'NODE_ENV=production'],
      [start({ OVERLAP_VOORBEELD: '1' }), 'andere regio'],
      [start({ OVERLAP_VOORBEELD: 'ja' }), 'OVERLAP_VOORBEELD'],
      // nobody could sign in: what to do about it
      [start({ NODE_ENV: 'production', OVERLAP_URL: 'https://overlap.example' }), 'overlap gebruiker uitnodigen'],
      [start({ OVERLAP_SMTP_HOST: 'mail.example' }), 'OVERLAP_SMTP_VAN en OVERLAP_URL'],
    ])
  })
})

describe('twee regio’s', () => {
  test('zonder --regio is exit 2 en noemt de namen; met een naam is die bedoeld en geen andere', async () => {
    const tweede = JSON.parse(readFileSync(join(REGIO, 'regio.json'), 'utf8')) as Record<string, unknown>
    const pad = bestand('tweede.json', JSON.stringify({ ...tweede, naam: 'Tweede regio' }))
    expect((await overlap('regio', 'aanmaken', '--bestand', pad)).code).toBe(0)
    expect((await overlap('regio', 'lijst')).stdout).toBe('Proefregio\nTweede regio\n')

    await verwachtWeigeringen([
      [overlap('cijfers', '--json'), 'Proefregio, Tweede regio'],
      [overlap('inlezen', join(REGIO, 'cto.csv')), 'Proefregio, Tweede regio'],
      [overlap('cijfers', '--regio', 'proefregio'), '"proefregio" bestaat niet'],
    ])
    const leeg = JSON.parse((await overlap('cijfers', '--json', '--regio', 'Tweede regio')).stdout) as object
    expect(leeg).toEqual({ kpi: [], aanbieders: [], contracten: [] })
    const vol = JSON.parse((await overlap('cijfers', '--json', '--regio', 'Proefregio')).stdout) as { kpi: unknown[] }
    expect(vol.kpi.length).toBeGreaterThan(100)
  })
})

describe('audit controleren', () => {
  const metBeheer = async <T>(werk: (client: pg.Client) => Promise<T>): Promise<T> => {
    const client = new pg.Client(postgres!.url('beheer'))
    await client.connect()
    try {
      return await werk(client)
    } finally {
      await client.end()
    }
  }
  const schrijfAnker = async () => {
    const diensten = await openDiensten(readEnv({ OVERLAP_MAP: map, OVERLAP_VANDAAG: VANDAAG }))
    try {
      return await schrijfAnkers(diensten)
    } finally {
      await diensten.stop()
    }
  }
  let anker: string

  test('een hele keten is exit 0, ook tegen een anker', async () => {
    const { code, stdout, stderr } = await overlap('audit', 'controleren')
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toMatch(/^Proefregio: in orde, \d+ regels\.\nTweede regio: in orde, \d+ regels\.\n$/)
    anker = await schrijfAnker()
    expect((await overlap('audit', 'controleren', '--anker', anker)).code).toBe(0)
    expect((await overlap('audit', 'controleren', '--regio', 'Tweede regio')).stdout).not.toContain('Proefregio')
    await verwachtWeigeringen([
      [overlap('audit', 'controleren', '--anker', join(map, 'weg.json')), 'niet te lezen'],
      [overlap('audit', 'controleren', '--anker', bestand('a.json', '{}')), 'niet te lezen'],
    ])
  })

  test('ASVS V16.2.4: het logboek als JSON per regel, van elke regio of na een nummer', async () => {
    const regels = ({ stdout }: Uitkomst) =>
      stdout
        .trim()
        .split('\n')
        .map((regel) => JSON.parse(regel) as { regio: string; nummer: number; gebeurtenis: string })
    const alle = regels(await overlap('audit', 'uitvoeren'))
    expect(new Set(alle.map(({ regio }) => regio))).toEqual(new Set(['Proefregio', 'Tweede regio']))
    expect(alle.find(({ nummer }) => nummer === 1)?.gebeurtenis).toBe('regio:aangemaakt')
    const rest = regels(await overlap('audit', 'uitvoeren', '--regio', 'Proefregio', '--na', '2'))
    expect(rest.map(({ nummer }) => nummer)).toEqual(
      alle.filter(({ regio, nummer }) => regio === 'Proefregio' && nummer > 2).map(({ nummer }) => nummer),
    )
    expect((await overlap('audit', 'uitvoeren', '--van', '2030-01-01')).stdout).toBe('')
    await verwachtWeigeringen([
      [overlap('audit', 'uitvoeren', '--van', 'gisteren'), 'een dag'],
      [overlap('audit', 'uitvoeren', '--na', 'x', '--regio', 'Proefregio'), 'het nummer'],
      [overlap('audit', 'uitvoeren', '--na', '2'), 'meer regio'],
    ])
  })

  test('wie buiten het programma om een regel wijzigt, wordt gevonden: exit 1 noemt de eerste', async () => {
    const wijzig = (naam: string) =>
      metBeheer(async (client) => {
        const { rows } = await client.query<{ was: string }>(
          `with oud as (select regio_id, actor_naam from audit_regel where volgnr = 3 and regio_id = (select id from regio where naam = 'Proefregio'))
           update audit_regel r set actor_naam = $1 from oud where r.regio_id = oud.regio_id and r.volgnr = 3 returning oud.actor_naam as was`,
          [naam],
        )
        return rows[0]!.was
      })
    const was = await wijzig('iemand anders')
    const { code, stdout } = await overlap('audit', 'controleren')
    expect(code).toBe(1)
    expect(stdout).toMatch(/^Proefregio: gebroken\. Regel 3 .+\.\nTweede regio: in orde/)
    await wijzig(was)
    expect((await overlap('audit', 'controleren')).code).toBe(0)
  })

  test('het eind weghalen is alleen met het anker te zien', async () => {
    await metBeheer((client) =>
      client.query(`
        create temp table laatste as select regio_id, lengte from audit_keten where regio_id = (select id from regio where naam = 'Proefregio');
        delete from audit_waarden w using laatste l where w.regio_id = l.regio_id and w.volgnr = l.lengte;
        delete from audit_regel r using laatste l where r.regio_id = l.regio_id and r.volgnr = l.lengte;
        update audit_keten k set lengte = l.lengte - 1, kop = r.hash from laatste l, audit_regel r
          where k.regio_id = l.regio_id and r.regio_id = l.regio_id and r.volgnr = l.lengte - 1`),
    )
    expect((await overlap('audit', 'controleren')).code).toBe(0)
    const { code, stdout } = await overlap('audit', 'controleren', '--anker', anker)
    expect(code).toBe(1)
    expect(stdout).toMatch(/^Proefregio: gebroken\. Regel \d+ ontbreekt, maar staat in het anker van /)
  })
})
