import pg from 'pg'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { vanAanbieder } from '../src/domain/rechten.ts'
import { openSleutels } from '../src/platform/sleutels.ts'
import { BSN } from './builders-bericht.ts'
import { maakVerzoek, routetabel } from './routes.ts'
import { freshDatabase } from './test.ts'
import { maakPersoon, maakProgramma, maakWereld, mensenrollen, type Persoon, type Wereld } from './wereld.ts'

const VEENLICHT = {
  agb: '98990101',
  kvk: '99331200',
  naam: 'Stichting Veenlicht',
  overeenkomst: 'ZW-HO-001',
  nummer: 1001,
  bsn: BSN.jan,
  gemeente: '0439',
}
const DIJK = {
  agb: '98990108',
  kvk: '99331217',
  naam: 'Dijk & Doen',
  overeenkomst: 'ZW-HO-002',
  nummer: 2001,
  bsn: BSN.truus,
  gemeente: '0479',
}

/** Two regions with everything in them, somebody of every role, and every route to ask. One database, filled once; every request commits. */
export async function maakRoutewereld() {
  const map = mkdtempSync(join(tmpdir(), 'overlap-sleutels-'))
  const fresh = await freshDatabase()
  const beheer = new pg.Client(fresh.beheerUrl)
  await beheer.connect()
  const sleutels = openSleutels(map)
  const wereld = await maakWereld(fresh.db, sleutels, 'Proefregio', [VEENLICHT, DIJK])
  const elders = await maakWereld(fresh.db, sleutels, 'Elders', [VEENLICHT, DIJK])
  const vanDijk: Persoon[] = []
  for (const rol of mensenrollen.filter(vanAanbieder))
    vanDijk.push(await maakPersoon(wereld.ctx, rol, { agb: DIJK.agb }))
  const programma = maakProgramma(wereld.ctx)
  return {
    wereld,
    elders,
    vanDijk,
    programma,
    async vraag(naam: string, persoon: Persoon | null, van: Wereld = wereld, zaak = van.eigen) {
      const plek = { zaak, wereld: van, persoon }
      await routetabel[naam]!.vooraf?.(beheer, plek)
      return programma.vraag(persoon, maakVerzoek(naam, plek))
    },
    async sluit() {
      await beheer.end()
      await fresh.drop()
      rmSync(map, { recursive: true })
    },
  }
}
