import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { describe, expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')
const lees = (pad: string) => readFileSync(join(root, pad), 'utf8')

// How many requirements of level 1 and 2 each chapter of ASVS 5.0.0 has, and a digest of their numbers: so a number that was typed
// wrong shows also where the standard itself (../shared, not ours to commit) is not at hand.
const AANTALLEN = [27, 11, 19, 10, 9, 35, 18, 7, 7, 29, 14, 9, 13, 9, 13, 16, 7]
const NUMMERS = 'e59a5850847c4015'

type Rij = { nr: string; vraagt: string; geldt: string; waarom: string; hoofdstuk: number }

/** The rows of the tables in docs/veiligheid/asvs.md; the heading above a table says how many it has. */
function leesAsvs(tekst: string): { rijen: Rij[]; koppen: number[]; nogNiet: number; geldt: number[] } {
  const rijen: Rij[] = []
  const koppen: number[] = []
  for (const regel of tekst.split('\n')) {
    const kop = /^## V(\d+) .*\((\d+)\)$/.exec(regel)
    if (kop) koppen[Number(kop[1]) - 1] = Number(kop[2])
    if (!/^\| *\d/.test(regel)) continue
    const [nr = '', vraagt = '', geldt = '', waarom = '', ...meer] = regel
      .replace(/^\||\|$/g, '')
      .split('|')
      .map((cel) => cel.trim())
    if (meer.length > 0) throw new Error(`${nr}: more than four cells`)
    rijen.push({ nr, vraagt, geldt, waarom, hoofdstuk: koppen.length })
  }
  const geldt = /^Geldt: ja \*\*(\d+)\*\*, deels \*\*(\d+)\*\*, nee \*\*(\d+)\*\*/m.exec(tekst)?.slice(1) ?? []
  return { rijen, koppen, nogNiet: Number(/^Nog niet: \*\*(\d+)\*\*/m.exec(tekst)?.[1]), geldt: geldt.map(Number) }
}

/** What is wrong with a row by itself: a cell without words, a word that is no answer, or an answer without a ground. */
function foutenVan({ nr, vraagt, geldt, waarom }: Rij): string[] {
  const gegrond = /`[^`]+\.test\.tsx?` “/.test(waarom) || /bekeken: `/.test(waarom) || /nog niet: .{20}/.test(waarom)
  return [
    ...(vraagt.length < 5 ? ['zegt niet wat er gevraagd wordt'] : []),
    ...(['ja', 'deels', 'nee'].includes(geldt) ? [] : ['zegt niet of het geldt']),
    ...(waarom.replaceAll(/[^\p{L}]/gu, '').length < 10 ? ['zegt niet waarom niet of waaruit het blijkt'] : []),
    ...(geldt === 'nee' && waarom.includes('nog niet:') ? ['geldt niet en is er nog niet'] : []),
    ...(geldt !== 'nee' && !gegrond ? ['heeft geen test, niets bekeken en geen "nog niet"'] : []),
  ].map((fout) => `${nr} ${fout}`)
}

const bekendeTitels = new Map<string, string[]>()

/** Titles of tests and groups in a file, as they are written there. */
function titelsVan(pad: string): string[] {
  const bekend = bekendeTitels.get(pad)
  if (bekend) return bekend
  const patroon = /(?:\b(?:test|los|describe)(?:\.\w+)*\(|\)\(|\b(?:test|los)\(\n)\s*(['"`])((?:\\.|(?!\1)[^\n])*)\1/g
  const titels = [...lees(pad).matchAll(patroon)].map(([, , titel]) => titel!)
  bekendeTitels.set(pad, titels)
  return titels
}

/** What a document refers to that is not there: a file, or a title that no test of the file has. A test is never named without one. */
function dodeVerwijzingen(tekst: string): string[] {
  return [...tekst.matchAll(/`([^`\s]+)`(?: “([^”]*)”)?/g)].flatMap(([, pad = '', titel]) => {
    if (!/^\.?\w[\w.-]*\/[\w./-]+$/.test(pad)) return []
    if (!existsSync(join(root, pad))) return [`${pad} bestaat niet`]
    if (!/\.test\.tsx?$/.test(pad)) return []
    if (titel === undefined || titel.length < 4) return [`${pad} zonder titel`]
    return titelsVan(pad).some((een) => een.includes(titel)) ? [] : [`${pad} heeft geen test “${titel}”`]
  })
}

const nummers = (rijen: readonly Rij[]) => rijen.map(({ nr }) => nr)
const samenvatting = (lijst: readonly string[]) =>
  createHash('sha256').update(lijst.join(' ')).digest('hex').slice(0, 16)

describe('docs/veiligheid/asvs.md', () => {
  const { rijen, koppen, nogNiet, geldt } = leesAsvs(lees('docs/veiligheid/asvs.md'))

  test('elke eis staat er één keer, op volgorde, in haar eigen hoofdstuk', () => {
    expect(rijen).toHaveLength(253)
    expect(koppen).toEqual(AANTALLEN)
    expect(AANTALLEN.map((_, i) => rijen.filter(({ hoofdstuk }) => hoofdstuk === i + 1).length)).toEqual(AANTALLEN)
    expect(rijen.filter(({ nr, hoofdstuk }) => nr.split('.')[0] !== String(hoofdstuk)).map(({ nr }) => nr)).toEqual([])
    const orde = (nr: string) => nr.split('.').map(Number)
    const gesorteerd = nummers(rijen).toSorted((a, b) => {
      const [x, y] = [orde(a), orde(b)]
      return x[0]! - y[0]! || x[1]! - y[1]! || x[2]! - y[2]!
    })
    expect(nummers(rijen)).toEqual(gesorteerd)
    expect(nummers(rijen).filter((nr, i, alle) => alle.indexOf(nr) !== i)).toEqual([])
    expect(samenvatting(nummers(rijen))).toBe(NUMMERS)
  })

  const norm = join(process.env['OVERLAP_SHARED'] ?? join(root, '../shared'), 'normen/asvs-5.0.0.csv')
  test('de nummers zijn die van de standaard, en geen zin is overgenomen', ({ skip }) => {
    if (!existsSync(norm)) {
      console.log(
        'asvs.md: NOT held against the standard itself, which is not at hand; its numbers are, by their digest',
      )
      skip()
    }
    const standaard = [...readFileSync(norm, 'utf8').matchAll(/^V[^\n]*?,V(\d+\.\d+\.\d+),(.*),([12])\r?$/gm)]
    expect(nummers(rijen)).toEqual(standaard.map(([, nr]) => nr))
    const zinnen = new Map(standaard.map(([, nr, zin]) => [nr!, zin!.toLowerCase()]))
    const over = rijen.filter(({ nr, vraagt }) => deelt(vraagt.toLowerCase(), zinnen.get(nr)!))
    expect(over.map(({ nr }) => nr)).toEqual([])
  })

  test('geen cel is leeg, en elk antwoord heeft een grond', () => {
    expect(rijen.flatMap(foutenVan)).toEqual([])
  })

  test('het aantal “nog niet” wijzigt alleen met opzet', () => {
    expect(rijen.filter(({ waarom }) => waarom.includes('nog niet:'))).toHaveLength(nogNiet)
    expect(['ja', 'deels', 'nee'].map((woord) => rijen.filter((rij) => rij.geldt === woord).length)).toEqual(geldt)
  })

  test('de bewaking ziet wat er mis kan zijn', () => {
    const goed = { nr: '1.1.1', vraagt: 'iets vragen', geldt: 'ja', waarom: 'bekeken: `src/main.ts`', hoofdstuk: 1 }
    expect(foutenVan(goed)).toEqual([])
    for (const mis of [
      { vraagt: '' },
      { geldt: '' },
      { geldt: 'misschien' },
      { waarom: '' },
      { waarom: 'dat is gewoon zo' },
      { waarom: 'nog niet:' },
      { geldt: 'nee', waarom: 'nog niet: dat komt later een keer' },
    ]) {
      expect(foutenVan({ ...goed, ...mis }).length, JSON.stringify(mis)).toBeGreaterThan(0)
    }
    const hier = 'test/veiligheid.test.ts'
    expect(
      dodeVerwijzingen(`\`${hier}\` “de bewaking ziet wat er mis kan zijn”, \`src/main.ts\`, \`__Host-\``),
    ).toEqual([])
    for (const mis of [`\`${hier}\` “bestaat hier niet”`, `\`${hier}\``, `\`${hier}\` “”`, '`src/er-is-niets.ts`']) {
      expect(dodeVerwijzingen(mis), mis).toHaveLength(1)
    }
  })
})

/** Whether two texts have six words in a row in common. */
function deelt(tekst: string, zin: string): boolean {
  const woorden = tekst.split(/\s+/)
  return woorden.some((_, i) => i + 6 <= woorden.length && zin.includes(woorden.slice(i, i + 6).join(' ')))
}

describe('verwijzingen in de documenten over veiligheid en privacy', () => {
  const documenten = ['docs/veiligheid', 'docs/privacy'].flatMap((map) =>
    readdirSync(join(root, map))
      .filter((naam) => naam.endsWith('.md'))
      .map((naam) => `${map}/${naam}`),
  )

  test('de bewaking zag ze allemaal', () => {
    expect(documenten.length).toBeGreaterThanOrEqual(7)
  })

  test.each(documenten)('%s noemt geen bestand of test die er niet is', (pad) => {
    expect(dodeVerwijzingen(lees(pad))).toEqual([])
  })
})

// what writes an element for React, with React's own word for it
const isToHtml = (naam: string) => ['src/web/to-html.ts', 'src/web/html-names.ts'].includes(naam)

describe('de broncode', () => {
  const bestanden = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
    .filter((een) => een.isFile() && /\.(tsx?|js)$/.test(een.name) && !/\.(test|testhulp)\.tsx?$/.test(een.name))
    .map((een) => relative(root, join(een.parentPath, een.name)))
    .map((naam) => ({ naam, tekst: lees(naam) }))
  const met = (patroon: RegExp, behalve: (naam: string) => boolean = () => false) =>
    bestanden.filter(({ naam, tekst }) => patroon.test(tekst) && !behalve(naam)).map(({ naam }) => naam)

  test('is helemaal gezien', () => {
    expect(bestanden.length).toBeGreaterThan(400)
    expect(bestanden.filter(({ naam }) => naam.endsWith('.js')).length).toBeGreaterThan(5)
  })

  test('ASVS V1.2.5, V1.3.2, V3.2.2: de broncode maakt geen script, opdracht of opmaak uit tekst', () => {
    expect(met(/\beval\s*\(|\bnew Function\b|from 'node:vm'|\bsetTimeout\(\s*['"`]/)).toEqual([])
    // the embedded database is started with fixed words, one by one
    expect(met(/from 'node:child_process'/, (naam) => naam.startsWith('src/platform/postgres/'))).toEqual([])
    expect(met(/\bexec(File)?(Sync)?\b[^\n]*child_process|shell: true/)).toEqual([])
    expect(met(/\.(inner|outer)HTML\b|insertAdjacentHTML|document\.write|createContextualFragment/)).toEqual([])
    // the handbook comes with the program, and HTML in it is dropped
    expect(met(/dangerouslySetInnerHTML/, isToHtml)).toEqual(['src/web/handleiding/handleiding-page.tsx'])
  })

  test('ASVS V1.3.6, V13.2.4: het programma haalt zelf niets van een adres dat iemand invoert', () => {
    const isScript = (naam: string) => naam.startsWith('src/web/client/')
    expect(met(/(?<![.\w])fetch\(|from 'undici'|XMLHttpRequest/, isScript)).toEqual([])
    expect(met(/from 'node:(http|https|http2|tls|dgram|dns)(\/promises)?'/)).toEqual([])
    // what does go out: to the virus scanner, the identity provider and the mail server of the settings
    expect(met(/import \{[^}]*\b(connect|createConnection|Socket)\b[^}]*\} from 'node:net'/)).toEqual([
      'src/platform/virusscanner.ts',
    ])
    expect(met(/from '(openid-client|jose)'/)).toEqual(['src/platform/oidc.ts'])
    expect(met(/from 'nodemailer'/)).toEqual(['src/platform/mail.ts'])
  })

  test('ASVS V14.3.3: de browser bewaart niets behalve welk filter de aandacht had', () => {
    expect(met(/localStorage|sessionStorage|indexedDB|document\.cookie|caches\.open/)).toEqual([
      'src/web/client/filter.js',
    ])
  })

  test('ASVS V11.4.1, V11.5.1: de broncode gebruikt geen zwakke samenvatting, versleuteling of toevalsbron', () => {
    const soorten = bestanden.flatMap(({ tekst }) =>
      [...tekst.matchAll(/create(?:Hash|Hmac|Cipheriv|Decipheriv)\('([^']+)'/g)].map(([, soort]) => soort!),
    )
    expect([...new Set(soorten)].sort()).toEqual(['aes-256-gcm', 'sha256'])
    expect(soorten.length).toBeGreaterThan(8)
    // aes-256-ctr: what stands aside while it is scanned, under a key that only this process has in memory
    expect(met(/create(Hash|Hmac|Cipheriv|Decipheriv)\((?!')/)).toEqual(['src/platform/spool.ts'])
    // a port on this machine, for Windows
    expect(met(/Math\.random/)).toEqual(['src/platform/postgres/server.ts'])
  })
})
