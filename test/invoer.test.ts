import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { AgbCode } from '../src/domain/begrippen/agb-code.ts'
import { KvkNummer } from '../src/domain/begrippen/kvk-nummer.ts'
import { vrijeTekst } from '../src/domain/begrippen/vrije-tekst.ts'
import { keurWachtwoord } from '../src/domain/plan/account/wachtwoordregels.ts'
import { Persoon } from '../src/domain/plan/gebruiker/nodig-uit.ts'
import { NormInvoer } from '../src/web/inrichting/norm-invoer.ts'
import { bedragveld, dagveld } from '../src/web/invoer.ts'
import { UUID } from '../src/web/lijst.ts'

const root = join(import.meta.dirname, '..')
const lees = (pad: string) => readFileSync(join(root, pad), 'utf8')
const document = lees('docs/veiligheid/invoer.md')

type Keuring = { safeParse: (waarde: unknown) => { success: boolean } }
const volgens = (schema: Keuring) => (tekst: string) => schema.safeParse(tekst).success

// What the program itself holds against a value of this kind.
const keuringen: Record<string, (tekst: string) => boolean> = {
  'AGB-code': volgens(AgbCode),
  'KvK-nummer': volgens(KvkNummer),
  datum: volgens(dagveld),
  bedrag: volgens(bedragveld),
  norm: volgens(NormInvoer.shape.norm),
  'e-mailadres': volgens(Persoon.shape.email),
  wachtwoord: (tekst) => keurWachtwoord(tekst, []) === undefined,
  'vrije tekst': volgens(vrijeTekst(500)),
  'nummer in een adres': (tekst) => UUID.test(tekst),
}

/** The cells of the rows of the table below this heading of the document. */
function rijenOnder(kop: string): string[][] {
  const deel = document.split(`\n${kop}\n`)[1]?.split(/\n#+ /)[0] ?? ''
  const rijen = deel.split('\n').filter((regel) => regel.startsWith('|'))
  return rijen.slice(2).map((regel) =>
    regel
      .split('|')
      .slice(1, -1)
      .map((cel) => cel.trim()),
  )
}

const kaal = (cel: string) => cel.replace(/^`|`$/g, '')

test('ASVS V2.1.1: elk voorbeeld van een vorm doet wat er staat, en elke vorm heeft er een', () => {
  const rijen = rijenOnder('## De vorm van een gegeven')
  expect(rijen.map(([naam]) => naam)).toEqual(Object.keys(keuringen))
  const uitkomsten = rijen.map(([naam, , goed, fout]) => [
    naam,
    keuringen[naam!]!(kaal(goed!)),
    keuringen[naam!]!(kaal(fout!)),
  ])
  expect(uitkomsten).toEqual(rijen.map(([naam]) => [naam, true, false]))
})

test('ASVS V2.1.2: elke voorwaarde tussen twee gegevens in de database staat beschreven', () => {
  const voorwaarden = lees('db/schema.sql').matchAll(
    /^ {2}constraint (\w+) CHECK \((?=.*\b[a-z_]+ (?:<=?|>=?) [a-z_]+\b)(?!\(*(?:length|char_length))/gm,
  )
  const inDatabase = Array.from(voorwaarden, ([, naam]) => naam!).toSorted()
  expect(inDatabase.length).toBeGreaterThan(15)
  const beschreven = rijenOnder('### In de database').map(([cel]) => /^`(\w+)`/.exec(cel!)?.[1])
  expect(beschreven.toSorted()).toEqual(inDatabase)
})

test('ASVS V2.1.2: elk bestand dat velden van een invoer met elkaar vergelijkt, staat beschreven', () => {
  const vergelijkt = /\.refine\(\s*(?:\(\{|naBegin)|\.superRefine\(/
  const bestanden = ['src/domain', 'src/web'].flatMap((map) =>
    readdirSync(join(root, map), { recursive: true, encoding: 'utf8' }).map(
      (pad) => `${map}/${pad.replaceAll('\\', '/')}`,
    ),
  )
  const inCode = bestanden.filter((pad) => /(?<!\.test)\.tsx?$/.test(pad) && vergelijkt.test(lees(pad))).toSorted()
  expect(inCode.length).toBeGreaterThan(10)
  expect(
    rijenOnder('### In het programma')
      .map(([cel]) => kaal(cel!))
      .toSorted(),
  ).toEqual(inCode)
})
