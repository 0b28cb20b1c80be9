import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { expect, test } from 'vitest'
import { haaltElfproef } from '../../src/domain/begrippen/bsn.ts'
import { createDb, createPool } from '../../src/platform/database.ts'
import { migrate } from '../../src/platform/migrate.ts'
import { startPostgres } from '../../src/platform/postgres/start-postgres.ts'
import { openSleutels } from '../../src/platform/sleutels.ts'
import { xml301, xml305, xml307, xml323, xml325, xmlRetour } from '../builders-bericht.ts'
import { maakAfspraken } from '../inlezen.ts'
import { maakProefregio } from '../regio.ts'
import { gedeeld } from './bericht-gedeeld.ts'
import { inRegio, startKind } from './inlezen-hulp.ts'

const BSN = '999932172'
const ANDERE_BSN = '999940004'
const FOUTE_BSN = '999932173'
const KANARIES = [
  BSN,
  ANDERE_BSN,
  FOUTE_BSN,
  'Kanariezanger',
  '1899-02-13',
  'Vogelkooistraat',
  '7411QZ',
  'Tjilpstad',
  'Pietje Kwetter',
]

/** Names numbers that senders make up: they may look like a BSN. Everywhere else nine digits that pass the elfproef are a leak. */
const VAN_DE_AFZENDER = new Set([
  'bericht.identificatie',
  'inleesbestand.identificatie',
  'toewijzing_versie.identificatie',
  'retour.heen_identificatie',
  'declaratie.declaratienummer',
  'declaratie_antwoord.declaratie_identificatie',
  'declaratie_antwoord_regel.referentie',
  'declaratie_regel.referentie',
  'declaratie_regel.vorige_referentie',
])

test(
  'na het inlezen staat niets wat een client noemt in de database, op schijf, in de wachtrij of in de uitvoer',
  { timeout: 300_000 },
  async () => {
    const map = mkdtempSync(join(tmpdir(), 'overlap-privacy-'))
    const sleutels = join(map, 'sleutels')
    // pages are written whole and uncompressed, so that what is looked for can be found
    const server = await startPostgres({ map: join(map, 'server'), settings: { wal_compression: 'off' } })
    try {
      await migrate(server.url('eigenaar'))
      const pool = createPool(server.url('app'))
      const ctx = await maakProefregio(createDb(pool), openSleutels(sleutels))
      await inRegio(ctx, maakAfspraken)
      const eigen = schrijf(map, kanariebestanden())
      const echte =
        gedeeld === null
          ? []
          : ['WMO301-2024', 'WMO323-2024'].map((naam) => join(gedeeld!, `proefregio/berichten/${naam}.zip`))
      const { verslag, uit, fout } = await startKind(server.url('app'), sleutels, ctx.regioId, [...eigen, ...echte])
        .klaar
      expect(verslag!.verwerkt).toBeGreaterThanOrEqual(6)
      expect(verslag!.aantalAfgekeurd).toBeGreaterThanOrEqual(6)
      expect(vind(Buffer.from(uit + fout)), 'uitvoer').toEqual([])

      const beheer = new pg.Client(server.url('beheer'))
      await beheer.connect()
      const { tekst, tabellen } = await dump(beheer)
      expect(tabellen).toBeGreaterThan(40)
      expect(tekst).toContain('T1')
      expect(vind(Buffer.from(tekst)), 'tabellen').toEqual([])
      expect(await vindBsns(beheer)).toEqual([])
      await beheer.query('checkpoint')
      await beheer.end()
      await pool.end()
    } finally {
      await server.stop()
    }
    let bestanden = 0
    for (const pad of listBestanden(join(map, 'server'))) {
      bestanden++
      expect(vind(readFileSync(pad)), pad).toEqual([])
    }
    expect(bestanden).toBeGreaterThan(100)
    rmSync(map, { recursive: true })
  },
)

/** Every kind of message and every way to be refused, each with somebody in it. */
function kanariebestanden(): Record<string, string | Buffer> {
  const wie = { bsn: BSN }
  const stuk = xml301({ identificatie: 'X1', ...wie }, { nummer: 5 })
  const berichten = {
    't1.xml': xml301({ identificatie: 'T1', ...wie }),
    's1.xml': xml305({ identificatie: 'S1', ...wie }),
    'p1.xml': xml307({ identificatie: 'P1', ...wie }),
    'd1.xml': xml323({ identificatie: 'D1' }, { bsn: BSN }, { bsn: FOUTE_BSN, referentie: 'R2' }),
    'a1.xml': xml325({ declaratie: 'D1', ingediend: 35_400 }, { bsn: BSN }),
    'r1.xml': xmlRetour(302, { identificatie: 'T1' }),
    'wacht.xml': xml305({ identificatie: 'S2', bsn: ANDERE_BSN }, { nummer: 77 }),
    [`${BSN}.xml`]: xml305({ identificatie: 'S3', bsn: ANDERE_BSN }),
    'elfproef.xml': xml301({ identificatie: 'X2', bsn: FOUTE_BSN }),
    'kapot.xml': stuk.slice(0, -40),
    'schema.xml': stuk.replace('<m:Geslacht>2<', `<m:Geslacht>${BSN}<`),
    'doctype.xml': stuk.replace('<m:Bericht', `<!DOCTYPE x [<!ENTITY a "${BSN}">]><m:Bericht`),
    'latin.xml': Buffer.from(stuk.replace('Proefpersoon', 'Kanariezanger é'), 'latin1'),
    'kop.xml': stuk.replace('<b:Identificatie>X1<', `<b:Identificatie>${BSN}${BSN}<`),
    'evaluaties.csv': `gemeentecode;toewijzingNummer;datum;soort;resultaat;reden\n0439;${BSN}x;1899-02-13;Pietje Kwetter;behaald;Kanariezanger\n`,
  }
  return Object.fromEntries(Object.entries(berichten).map(([naam, inhoud]) => [naam, metKanarie(inhoud)]))
}

function metKanarie(inhoud: string | Buffer): string | Buffer {
  return typeof inhoud !== 'string'
    ? inhoud
    : inhoud
        .replaceAll('Proefpersoon', 'Kanariezanger')
        .replaceAll('1951-04-08', '1899-02-13')
        .replaceAll(
          '<m:Soort>01</m:Soort>',
          '<m:Soort>01</m:Soort><m:Adres><b:Huis><b:Huisnummer>168</b:Huisnummer></b:Huis><b:Postcode>7411QZ</b:Postcode><b:Straatnaam>Vogelkooistraat</b:Straatnaam><b:Plaatsnaam>Tjilpstad</b:Plaatsnaam></m:Adres>',
        )
}

function schrijf(map: string, bestanden: Record<string, string | Buffer>): string[] {
  return Object.entries(bestanden).map(([naam, inhoud]) => {
    writeFileSync(join(map, naam), inhoud)
    return join(map, naam)
  })
}

/** The forms in which a text can hide: as it is, in hex, in base64 at each of three places, and two bytes a letter. */
const vormen = KANARIES.flatMap((kanarie) => {
  const bytes = Buffer.from(kanarie)
  const base64 = [0, 1, 2].map((verschuiving) => {
    const tekst = Buffer.concat([Buffer.alloc(verschuiving), bytes])
      .toString('base64')
      .replace(/=+$/, '')
    return tekst.slice(Math.ceil((verschuiving * 8) / 6), -1)
  })
  const teksten = [kanarie, bytes.toString('hex'), bytes.toString('hex').toUpperCase(), ...base64]
  return [
    ...teksten.map((tekst) => ({ kanarie, vorm: Buffer.from(tekst) })),
    { kanarie, vorm: Buffer.from(kanarie, 'utf16le') },
  ]
})

function vind(inhoud: Buffer): string[] {
  return [...new Set(vormen.filter(({ vorm }) => inhoud.includes(vorm)).map(({ kanarie }) => kanarie))]
}

/** Every table of the program and of its queue, as text. */
async function dump(beheer: pg.Client) {
  const { rows } = await beheer.query<{
    tabel: string
  }>(`select quote_ident(n.nspname) || '.' || quote_ident(c.relname) as tabel
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname in ('public', 'graphile_worker')`)
  let tekst = ''
  for (const { tabel } of rows) {
    const inhoud = await beheer.query<{ rij: string }>(`select t::text as rij from ${tabel} t`)
    tekst += `${tabel}\n${inhoud.rows.map(({ rij }) => rij).join('\n')}\n`
  }
  return { tekst, tabellen: rows.length }
}

async function vindBsns(beheer: pg.Client): Promise<string[]> {
  const { rows: kolommen } = await beheer.query<{
    tabel: string
    kolom: string
  }>(`select table_name as tabel, column_name as kolom
    from information_schema.columns where table_schema = 'public' and data_type in ('text', 'jsonb', 'json', 'ARRAY', 'character varying')`)
  const gevonden: string[] = []
  for (const { tabel, kolom } of kolommen.filter(({ tabel, kolom }) => !VAN_DE_AFZENDER.has(`${tabel}.${kolom}`))) {
    const { rows } = await beheer.query<{ waarde: string }>(
      `select ${kolom}::text as waarde from ${tabel} where ${kolom}::text ~ '(^|[^0-9])[0-9]{9}([^0-9]|$)'`,
    )
    const bsns = rows.flatMap(({ waarde }) => waarde.match(/(?<!\d)\d{9}(?!\d)/g) ?? []).filter(haaltElfproef)
    gevonden.push(...bsns.map(() => `${tabel}.${kolom}`))
  }
  return [...new Set(gevonden)]
}

function listBestanden(map: string): string[] {
  return readdirSync(map, { recursive: true, encoding: 'utf8' })
    .map((naam) => join(map, naam))
    .filter((pad) => statSync(pad, { throwIfNoEntry: false })?.isFile() === true)
}

test('de proef vindt een kanarie in elke vorm', () => {
  for (const vorm of [
    BSN,
    Buffer.from(BSN).toString('hex'),
    Buffer.from(`xx${BSN}yy`).toString('base64'),
    Buffer.from(`x${BSN}yy`).toString('base64'),
  ]) {
    expect(vind(Buffer.from(`ervoor ${vorm} erna`))).toContain(BSN)
  }
  expect(haaltElfproef(BSN) && haaltElfproef(ANDERE_BSN) && !haaltElfproef(FOUTE_BSN)).toBe(true)
})
