import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { ijk } from './ijking.ts'
import { maakOpstelling, type Opstelling } from './opstelling.ts'
import { type Meting, overgeslagen, type Regel, toonMeting } from './tabel.ts'

const ZAAD = 20261122

type Uitkomst = { invoer: string; regels: Regel[]; bijlage: string[] }
// Loaded when asked for, so that a part that is missing skips its own measurement only.
type Soort = { titel: string; meet: (opstelling: Opstelling, kort: boolean) => Promise<Uitkomst> }

const soorten: Record<string, Soort> = {
  lezen: {
    titel: 'Reading messages (`lezen`)',
    meet: async (opstelling, kort) =>
      (await import('./lezen.ts')).meetLezen(opstelling, { zaad: ZAAD, groot: kort ? 2 : 20, ronden: kort ? 1 : 3 }),
  },
  kpi: {
    titel: 'All KPIs of one year (`kpi`)',
    meet: async (opstelling, kort) =>
      (await import('./kpi.ts')).meetKpi(opstelling, {
        zaad: ZAAD,
        perJaar: kort ? 12_000 : 120_000,
        ronden: kort ? 3 : 5,
      }),
  },
  paginas: {
    titel: 'The busiest pages (`paginas`)',
    meet: async (opstelling, kort) =>
      (await import('./paginas.ts')).meetPaginas(
        opstelling,
        kort
          ? { zaad: ZAAD, klein: 500, groot: 5_000, ronden: 1, aantal: 200, maxMs: 2_000 }
          : { zaad: ZAAD, klein: 5_000, groot: 50_000, ronden: 3, aantal: 600, maxMs: 5_000 },
      ),
  },
  handelen: {
    titel: 'The pages people act from (`handelen`)',
    meet: async (opstelling, kort) =>
      (await import('./handelen.ts')).meetHandelen(opstelling, {
        ...{ zaad: ZAAD, overeenkomsten: 5_000, groot: { termijnen: 20_000, acties: 2_000, zaken: 300 } },
        ...(kort ? { ronden: 1, aantal: 200, maxMs: 2_000 } : { ronden: 3, aantal: 600, maxMs: 5_000 }),
      }),
  },
  brieven: {
    titel: 'A letter to many (`brieven`)',
    meet: async (opstelling, kort) =>
      (await import('./brieven.ts')).meetBrieven(opstelling, { zaad: ZAAD, aantal: 300, ronden: kort ? 1 : 3 }),
  },
  rechten: {
    titel: 'What rights and recording cost (`rechten`)',
    meet: async (opstelling, kort) =>
      (await import('./rechten.ts')).meetRechten(
        opstelling,
        kort
          ? { zaad: ZAAD, overeenkomsten: 500, ronden: 3, aantal: 200, maxMs: 2_000 }
          : { zaad: ZAAD, overeenkomsten: 5_000, ronden: 7, aantal: 400, maxMs: 5_000 },
      ),
  },
  gewicht: {
    titel: 'Page weight (`gewicht`)',
    meet: async (opstelling, kort) =>
      (await import('./gewicht.ts')).meetGewicht(opstelling, { zaad: ZAAD, overeenkomsten: kort ? 500 : 5_000 }),
  },
  start: {
    titel: 'Start and memory (`start`)',
    meet: async (opstelling, kort) =>
      (await import('./start.ts')).meetStart(opstelling, {
        zaad: ZAAD,
        koud: kort ? 1 : 2,
        warm: kort ? 2 : 5,
        mb: kort ? 60 : 1_000,
      }),
  },
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { kort: { type: 'boolean', default: false } },
})
const onbekend = positionals.filter((naam) => !(naam in soorten))
if (onbekend.length > 0) {
  console.error(
    `Unknown: ${onbekend.join(' ')}. Choose from ${Object.keys(soorten).join(' ')}; --kort for a short run.`,
  )
  process.exit(2)
}

const opstelling = await maakOpstelling()
const metingen: Meting[] = []
for (const sein of ['SIGINT', 'SIGTERM'] as const)
  process.once(sein, () => void opstelling.stop().finally(() => process.exit(130)))
try {
  for (const [naam, soort] of Object.entries(soorten).filter(
    ([naam]) => positionals.length === 0 || positionals.includes(naam),
  )) {
    metingen.push(await meet(naam, soort))
    console.log(`\n${toonMeting(metingen.at(-1)!)}`)
  }
} finally {
  await opstelling.stop()
}
schrijf()

async function meet(naam: string, { titel, meet }: Soort): Promise<Meting> {
  const ijkdatabase = await opstelling.nieuweDatabase()
  const ijking = await ijk(ijkdatabase.eigen)
  await ijkdatabase.weg()
  try {
    const meting = await meet(opstelling, values.kort)
    return { naam, titel, ijking, ...meting, invoer: `${waarmee()} ${meting.invoer}` }
  } catch (fout) {
    // one part that is not there, or fails, must not hide the others
    const reden = fout instanceof Error ? (fout.message.split('\n')[0] ?? '') : String(fout)
    return { naam, titel, ijking, invoer: '', regels: [overgeslagen(naam, reden)], bijlage: [] }
  }
}

/** Writes what was measured; parts that were not asked for now keep what an earlier run wrote of them. */
function schrijf() {
  const bestand = join(import.meta.dirname, 'uitkomst.md')
  const eerder = existsSync(bestand) ? leesDelen(readFileSync(bestand, 'utf8')) : new Map<string, string>()
  const nu = new Map(metingen.map((meting) => [meting.titel, toonMeting(meting)]))
  const delen = Object.values(soorten).flatMap(({ titel }) => nu.get(titel) ?? eerder.get(titel) ?? [])
  const tel = (oordeel: string) => `${delen.join('\n')}\n`.split(`| ${oordeel} |\n`).length - 1
  const [ja, nee] = [tel('yes'), tel('**no**')]
  const tekst = [
    '# What was measured',
    `Written by \`npm run bench\`; each part says when. Ratios count; absolute figures only beside the calibration (a fixed loop and a fixed query). ${ja} of ${ja + nee} targets met.`,
    ...delen,
  ]
  writeFileSync(bestand, `${tekst.join('\n\n')}\n`)
}

function leesDelen(tekst: string): Map<string, string> {
  const delen = tekst.split(/^## /m).slice(1)
  return new Map(delen.map((deel) => [deel.slice(0, deel.indexOf('\n')), `## ${deel.trim()}`]))
}

function waarmee(): string {
  const machine = `${cpus().length} × ${cpus()[0]?.model.trim() ?? '?'}, ${Math.round(totalmem() / 2 ** 30)} GB, ${process.platform} ${process.arch}`
  const run = values.kort ? 'a short run (`--kort`)' : 'a full run'
  return `Measured on ${new Date().toISOString().slice(0, 10)} in ${run}, ${machine}, Node ${process.versions.node}, PostgreSQL ${opstelling.versie}.`
}
