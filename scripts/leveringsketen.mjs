// The supply chain: a bill of materials of what the program runs on (CycloneDX), licences that fit the EUPL, and known weaknesses.
// `npm run keten` writes artefacten/sbom.cdx.json and fails on a licence we did not choose or a weakness that is over its
// term (zwakke-plekken.mjs).
import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { teLang } from './zwakke-plekken.mjs'

// Licences that let the program be given on under the EUPL-1.2.
const GOED = new Set([
  'MIT',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'Apache-2.0',
  'EUPL-1.2',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'CC-BY-4.0',
  'Python-2.0',
  'Unlicense',
  'Zlib',
  // named by the EUPL itself as compatible
  'MPL-2.0',
  'MIT-0',
])
// Installed by the design system beside its open parts; a test sees that nothing of them reaches a user.
GOED.add('niet open, niet meegeleverd')

// Packages whose package.json does not say it in one SPDX word, each looked up in the package itself.
const OPGEZOCHT = JSON.parse(readFileSync(new URL('./licenties.json', import.meta.url), 'utf8'))

/** npm answers with an exit code for findings too, so the output decides. */
function npm(...args) {
  try {
    return {
      uit: execFileSync('npm', args, { encoding: 'utf8', maxBuffer: 64 << 20, stdio: ['ignore', 'pipe', 'pipe'] }),
    }
  } catch (error) {
    return { uit: error.stdout ?? '', fout: error.stderr ?? '' }
  }
}

const sbom = JSON.parse(
  npm('sbom', '--sbom-format', 'cyclonedx', '--sbom-type', 'application', '--package-lock-only').uit,
)
const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'))
const inLock = Object.keys(lock.packages).filter((pad) => pad !== '').length
if (sbom.components.length < 50)
  throw new Error(`Only ${sbom.components.length} components: the bill of materials is not complete.`)
mkdirSync('artefacten', { recursive: true })
writeFileSync('artefacten/sbom.cdx.json', `${JSON.stringify(sbom, null, 2)}\n`)
console.log(`bill of materials: ${sbom.components.length} components (${inLock} places in the lock file)`)

const vreemd = sbom.components
  .map(({ name, version, licenses = [] }) => ({
    naam: `${name}@${version}`,
    licentie:
      OPGEZOCHT[name] ??
      licenses.map(({ license, expression }) => expression ?? license?.id ?? license?.name).join(' AND '),
  }))
  .filter(({ licentie }) => !past(licentie))
if (vreemd.length > 0) {
  console.error('Licences that are not on the list:')
  for (const { naam, licentie } of vreemd) console.error(`  ${naam}: ${licentie || 'none'}`)
  process.exitCode = 1
}

/** An SPDX expression of ours: all parts of AND, one of OR. */
function past(licentie) {
  const kaal = licentie.replace(/[()]/g, '')
  return kaal !== '' && kaal.split(' AND ').every((deel) => deel.split(' OR ').some((een) => GOED.has(een.trim())))
}

const { uit, fout } = npm('audit', '--json', '--package-lock-only')
const uitslag = uit === '' ? {} : JSON.parse(uit)
const aantallen = uitslag.metadata?.vulnerabilities
if (!aantallen) {
  // A registry without this service cannot tell; that is no green light, so it is said.
  console.log(
    `known weaknesses: NOT CHECKED, the registry in use does not answer (${(uitslag.message ?? fout ?? '').split('\n')[0].replace(/https?:\/\/\S+/g, 'registry')})`,
  )
} else {
  console.log(`known weaknesses: ${JSON.stringify(aantallen)}`)
  const gezien = JSON.parse(readFileSync(new URL('./zwakke-plekken.json', import.meta.url), 'utf8'))
  const mis = teLang(uitslag.vulnerabilities, gezien, new Date().toISOString().slice(0, 10))
  for (const regel of mis) console.error(`  ${regel}`)
  if (mis.length > 0) process.exitCode = 1
}
