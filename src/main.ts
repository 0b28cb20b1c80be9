import { parseArgs } from 'node:util'
import type { Diensten } from './diensten.ts'
import { readEnv } from './platform/env.ts'
import { Stop, Weigering } from './platform/errors.ts'

const UITLEG = `Overlap, contractmanagement voor het sociaal domein

  overlap start [--poort 3000] [--alleen web|werk]
  overlap inlezen <bestand|map|zip>... [--regio NAAM] [--json]
  overlap cijfers [--jaar 2025] [--regio NAAM] [--json]
  overlap regio aanmaken --bestand regio.json
  overlap regio lijst
  overlap gebruiker uitnodigen --naam NAAM --email ADRES --rol ROL [--agb AGB] [--regio NAAM]
  overlap gebruiker herstellen --email ADRES --reden REDEN --herkend HOE [--regio NAAM]
  overlap client uitvoer --pseudoniem LABEL|--bsn-bestand BESTAND --reden REDEN [--bestand UITVOER] [--regio NAAM]
  overlap client verwijderen --pseudoniem LABEL|--bsn-bestand BESTAND --reden REDEN --ja [--regio NAAM]
  overlap sleutels wisselen --ja [--regio NAAM]
  overlap audit controleren [--anker BESTAND] [--regio NAAM]
  overlap audit uitvoeren [--van 2026-11-01] [--tot 2026-11-30] [--na NUMMER] [--regio NAAM]
  overlap inzage uitvoeren --van 2026-11-01 --tot 2026-11-30 [--regio NAAM]
  overlap db migreren
  overlap db opnieuw --ja`

const { values: opties, positionals } = leesArgumenten()
type Opties = typeof opties

type Opdracht = (diensten: Diensten, opties: Opties, rest: string[]) => Promise<number>

// Each command loads only what it needs: a mistyped one is told so at once.
const opdrachten: Partial<Record<string, () => Promise<Opdracht>>> = {
  inlezen: async () => {
    const { inlezen } = await import('./cli/inlezen.ts')
    return (diensten, opties, rest) => inlezen(diensten, rest, opties)
  },
  cijfers: async () => (await import('./cli/cijfers.ts')).cijfers,
  'regio aanmaken': async () => {
    const { regioAanmaken } = await import('./cli/regio-aanmaken.ts')
    return (diensten, opties) => regioAanmaken(diensten, opties.bestand)
  },
  'regio lijst': async () => (await import('./cli/regio-lijst.ts')).regioLijst,
  'gebruiker uitnodigen': async () => {
    const { gebruikerUitnodigen } = await import('./cli/gebruiker.ts')
    return (diensten, opties) => gebruikerUitnodigen(diensten, env(), opties)
  },
  'gebruiker herstellen': async () => {
    const { gebruikerHerstellen } = await import('./cli/gebruiker.ts')
    return (diensten, opties) => gebruikerHerstellen(diensten, env(), opties)
  },
  'client uitvoer': async () => (await import('./cli/client.ts')).clientUitvoer,
  'client verwijderen': async () => (await import('./cli/client.ts')).clientVerwijderen,
  'sleutels wisselen': async () => (await import('./cli/sleutels-wisselen.ts')).sleutelsWisselen,
  'audit controleren': async () => (await import('./cli/audit-controleren.ts')).auditControleren,
  'audit uitvoeren': async () => (await import('./cli/audit-uitvoeren.ts')).auditUitvoeren,
  'inzage uitvoeren': async () => (await import('./cli/inzage-uitvoeren.ts')).inzageUitvoeren,
  'db migreren': async () => (await import('./cli/db.ts')).dbMigreren,
  start: async () => {
    const { start } = await import('./cli/start.ts')
    return (diensten, opties) => start(diensten, env(), opties, stopSein)
  },
}

const { promise: stopSein, resolve: stopNu } = Promise.withResolvers<void>()
for (const sein of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(sein, () => stopNu())
// the parent that started us on the right Node is gone: do not outlive it
process.once('disconnect', () => stopNu())

process.exitCode = await voerUit()
if (process.connected) process.disconnect?.()

async function voerUit(): Promise<number> {
  try {
    if (opties.help || positionals.length === 0) {
      console.log(UITLEG)
      return positionals.length === 0 && !opties.help ? 2 : 0
    }
    const [een = '', twee = ''] = positionals
    const naam = Object.hasOwn(opdrachten, een) ? een : `${een} ${twee}`
    if (naam === 'db opnieuw') return (await import('./cli/db.ts')).dbOpnieuw(env(), opties.ja ?? false)
    const laad = Object.hasOwn(opdrachten, naam) ? opdrachten[naam] : undefined
    if (!laad) throw new Stop(`De opdracht "${naam.trim()}" bestaat niet. Zie: overlap --help`)
    const ingesteld = env()
    const [opdracht, { openDiensten }] = await Promise.all([laad(), import('./diensten.ts')])
    const diensten = await openDiensten(ingesteld)
    try {
      return await opdracht(diensten, opties, positionals.slice(naam.split(' ').length))
    } finally {
      await diensten.stop()
    }
  } catch (error) {
    console.error(zin(error))
    return 2
  }
}

function env() {
  return readEnv(process.env)
}

/** One clear sentence; a stack only for a fault of ours, and never the values PostgreSQL puts beside it. */
function zin(error: unknown): string {
  if (error instanceof Stop || error instanceof Weigering) return error.message
  if (!(error instanceof Error)) return 'Er ging iets mis.'
  const plaats = process.env['OVERLAP_LOG'] === 'debug' ? `\n${error.stack ?? ''}` : ''
  return `Er ging iets mis aan onze kant: ${error.message.split('\n')[0] ?? ''}${plaats}`
}

function leesArgumenten() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        poort: { type: 'string' },
        alleen: { type: 'string' },
        regio: { type: 'string' },
        jaar: { type: 'string' },
        bestand: { type: 'string' },
        anker: { type: 'string' },
        naam: { type: 'string' },
        email: { type: 'string' },
        rol: { type: 'string' },
        agb: { type: 'string' },
        functie: { type: 'string' },
        reden: { type: 'string' },
        herkend: { type: 'string' },
        van: { type: 'string' },
        tot: { type: 'string' },
        na: { type: 'string' },
        pseudoniem: { type: 'string' },
        'bsn-bestand': { type: 'string' },
        json: { type: 'boolean' },
        ja: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    })
  } catch (error) {
    const vlag = error instanceof Error ? (/'(-[^' ]*)/.exec(error.message)?.[1] ?? '') : ''
    console.error(`De vlag ${vlag} bestaat niet of mist een waarde. Zie: overlap --help`)
    process.exit(2)
  }
}
