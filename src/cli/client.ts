import { readFileSync, writeFileSync } from 'node:fs'
import { makeContext, OPDRACHTREGEL, type Diensten } from '../diensten.ts'
import { parseBsn } from '../domain/begrippen/bsn.ts'
import { leesClient } from '../domain/check/client/lees-client.ts'
import { verwijderClient } from '../domain/check/client/verwijder-client.ts'
import { findClient, listClientenVan, type Client } from '../domain/check/client/zoek-client.ts'
import type { Context } from '../platform/context.ts'
import { Stop } from '../platform/errors.ts'
import { inReadTransaction } from '../platform/transaction.ts'
import { kiesRegio } from './regio.ts'

type Opties = {
  regio?: string
  pseudoniem?: string
  'bsn-bestand'?: string
  bestand?: string
  reden?: string
  ja?: boolean
}

/** Writes all about one client as JSON, to a file that only this account reads, or to the screen. */
export async function clientUitvoer(diensten: Diensten, opties: Opties): Promise<number> {
  const reden = eisReden(opties)
  const { ctx, clienten } = await kies(diensten, opties)
  const uitvoer = []
  for (const client of clienten) uitvoer.push(await leesClient(ctx, client, reden))
  const json = `${JSON.stringify(uitvoer, null, 2)}\n`
  if (opties.bestand === undefined) {
    process.stdout.write(json)
  } else {
    writeFileSync(opties.bestand, json, { mode: 0o600, flag: 'wx' })
    console.log(`De gegevens van ${labels(clienten)} staan in ${opties.bestand}.`)
  }
  return 0
}

/** Removes all about one client. Only with --ja: back is not possible. */
export async function clientVerwijderen(diensten: Diensten, opties: Opties): Promise<number> {
  const reden = eisReden(opties)
  const { ctx, clienten } = await kies(diensten, opties)
  if (!opties.ja) {
    throw new Stop(
      `Dit verwijdert alles over ${labels(clienten)}, en is niet terug te draaien. Voer eerst uit met: overlap client uitvoer. Voeg --ja toe als u het wilt.`,
    )
  }
  for (const client of clienten) {
    const { berichten = 0, toewijzingen = 0, regels = 0 } = await verwijderClient(ctx, client, reden)
    console.log(
      `${client.label} is verwijderd: ${toewijzingen} toewijzingen, ${regels} regels uit berichten en ${berichten} hele berichten.`,
    )
  }
  return 0
}

const labels = (clienten: Client[]) => clienten.map(({ label, wet }) => `${label} (${wet})`).join(' en ')

function eisReden({ reden = '' }: Opties): string {
  if (reden.trim() === '') throw new Stop('Zeg waarom met --reden. De reden komt in het logboek; noem er niemand in.')
  return reden
}

async function kies(diensten: Diensten, opties: Opties): Promise<{ ctx: Context; clienten: Client[] }> {
  const { pseudoniem, 'bsn-bestand': bestand } = opties
  if ((pseudoniem === undefined) === (bestand === undefined)) {
    throw new Stop(
      'Zeg om wie het gaat: met --pseudoniem en het label, of met --bsn-bestand en een bestand waar het burgerservicenummer in staat (- is wat u intypt).',
    )
  }
  const { id } = await kiesRegio(diensten.db, opties.regio)
  const ctx = makeContext(diensten, id, OPDRACHTREGEL)
  const clienten = await inReadTransaction(ctx, async (ctx) =>
    pseudoniem === undefined ? listClientenVan(ctx, leesBsn(bestand!)) : [await findClient(ctx, pseudoniem)],
  )
  if (clienten.length === 0) throw new Stop('Over deze persoon staat niets in deze regio.')
  return { ctx, clienten }
}

/** From a file or what is typed, never from an argument: those stand in the list of processes and the history of the shell. */
function leesBsn(bestand: string) {
  let tekst: string
  try {
    tekst = readFileSync(bestand === '-' ? 0 : bestand, 'utf8').trim()
  } catch {
    throw new Stop('Het bestand met het burgerservicenummer is niet te lezen.')
  }
  const bsn = parseBsn(/^\d{8}$/.test(tekst) ? `0${tekst}` : tekst)
  if (!bsn)
    throw new Stop('In het bestand staat geen geldig burgerservicenummer. Er hoort alleen het nummer in te staan.')
  return bsn
}
