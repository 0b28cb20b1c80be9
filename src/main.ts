import { parseArgs } from 'node:util'
import { auditControleren } from './cli/audit-controleren.ts'
import { cijfers } from './cli/cijfers.ts'
import { clientUitvoer, clientVerwijderen } from './cli/client.ts'
import { dbMigreren, dbOpnieuw } from './cli/db.ts'
import { gebruikerHerstellen, gebruikerUitnodigen } from './cli/gebruiker.ts'
import { inlezen } from './cli/inlezen.ts'
import { inzageUitvoeren } from './cli/inzage-uitvoeren.ts'
import { regioAanmaken } from './cli/regio-aanmaken.ts'
import { regioLijst } from './cli/regio-lijst.ts'
import { sleutelsWisselen } from './cli/sleutels-wisselen.ts'
import { start } from './cli/start.ts'
import { openDiensten, type Diensten } from './diensten.ts'
import { readEnv } from './platform/env.ts'
import { Stop, Weigering } from './platform/errors.ts'

const UITLEG = `Overlap, contractmanagement voor het sociaal domein

  overlap start [--poort 3000] [--alleen web|werk]
  overlap inlezen <bestand|map|zip>... [--regio NAAM] [--json]
  overlap cijfers [--jaar 2025] [--regio NAAM] [--json]
  overlap regio aanmaken --bestand regio.json
  overlap regio lijst
  overlap gebruiker uitnodigen --naam NAAM --email ADRES --rol ROL [--agb AGB] [--regio NAAM]
  overlap gebruiker herstellen --email ADRES --reden REDEN [--regio NAAM]
  overlap client uitvoer --pseudoniem LABEL|--bsn-bestand BESTAND --reden REDEN [--bestand UITVOER] [--regio NAAM]
  overlap client verwijderen --pseudoniem LABEL|--bsn-bestand BESTAND --reden REDEN --ja [--regio NAAM]
  overlap sleutels wisselen --ja [--regio NAAM]
  overlap audit controleren [--anker BESTAND] [--regio NAAM]
  overlap inzage uitvoeren --van 2026-11-01 --tot 2026-11-30 [--regio NAAM]
  overlap db migreren
  overlap db opnieuw --ja`

const { values: opties, positionals } = leesArgumenten()
type Opties = typeof opties

type Opdracht = (diensten: Diensten, opties: Opties, rest: string[]) => Promise<number>

const opdrachten: Partial<Record<string, Opdracht>> = {
  inlezen: (diensten, opties, rest) => inlezen(diensten, rest, opties),
  cijfers: (diensten, opties) => cijfers(diensten, opties),
  'regio aanmaken': (diensten, opties) => regioAanmaken(diensten, opties.bestand),
  'regio lijst': (diensten) => regioLijst(diensten),
  'gebruiker uitnodigen': (diensten, opties) => gebruikerUitnodigen(diensten, env(), opties),
  'gebruiker herstellen': (diensten, opties) => gebruikerHerstellen(diensten, env(), opties),
  'client uitvoer': (diensten, opties) => clientUitvoer(diensten, opties),
  'client verwijderen': (diensten, opties) => clientVerwijderen(diensten, opties),
  'sleutels wisselen': (diensten, opties) => sleutelsWisselen(diensten, opties),
  'audit controleren': (diensten, opties) => auditControleren(diensten, opties),
  'inzage uitvoeren': (diensten, opties) => inzageUitvoeren(diensten, opties),
  'db migreren': () => dbMigreren(),
  start: (diensten, opties) => start(diensten, env(), opties, stopSein),
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
    if (naam === 'db opnieuw') return dbOpnieuw(env(), opties.ja ?? false)
    const opdracht = Object.hasOwn(opdrachten, naam) ? opdrachten[naam] : undefined
    if (!opdracht) throw new Stop(`De opdracht "${naam.trim()}" bestaat niet. Zie: overlap --help`)
    const diensten = await openDiensten(env())
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
        van: { type: 'string' },
        tot: { type: 'string' },
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
