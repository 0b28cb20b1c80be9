import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { makeContext, SYSTEEM, type Diensten } from '../diensten.ts'
import { listRegios } from '../domain/plan/inrichting/list-regios.ts'
import { leesAudit } from '../platform/audit-uitvoer.ts'

const ELKE = 10_000
const Stand = z.record(z.string(), z.number().int().nonnegative())

/**
 * Writes what is new in the audit trail of every region to `schrijf`, one JSON object a line, for the system that gathers logs. Up to
 * where is kept in `<map>/auditstroom.json`: after a restart it goes on there. What was written just before a crash is written again,
 * never left out; region and number say that it is the same.
 */
export function makeAuditstroom(diensten: Diensten, schrijf: (regel: string) => void) {
  const bestand = join(diensten.map, 'auditstroom.json')
  return async function ronde(): Promise<void> {
    const stand = leesStand(bestand)
    for (const { id, naam } of await listRegios(diensten.db)) {
      const eerst = stand[id] ?? 0
      let tot = eerst
      for await (const { nummer, json } of leesAudit(makeContext(diensten, id, SYSTEEM), naam, { na: eerst })) {
        schrijf(json)
        tot = nummer
      }
      if (tot === eerst) continue
      stand[id] = tot
      // a whole file or none: written aside, then put in place
      mkdirSync(diensten.map, { recursive: true })
      writeFileSync(`${bestand}.nieuw`, JSON.stringify(stand), { mode: 0o600 })
      renameSync(`${bestand}.nieuw`, bestand)
    }
  }
}

/** Writes every ten seconds until it is stopped, and once more then. */
export function startAuditstroom(diensten: Diensten, schrijf: (regel: string) => void) {
  const ronde = makeAuditstroom(diensten, schrijf)
  const veilig = () =>
    ronde().catch((error: unknown) => {
      diensten.log.error({ err: error }, 'audit stream failed')
    })
  let bezig = veilig()
  const klok = setInterval(() => void (bezig = bezig.then(veilig)), ELKE)
  return {
    stop: async () => {
      clearInterval(klok)
      await bezig
      await veilig()
    },
  }
}

function leesStand(bestand: string): Record<string, number> {
  let tekst: string
  try {
    tekst = readFileSync(bestand, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {}
    throw error
  }
  return Stand.parse(JSON.parse(tekst))
}
