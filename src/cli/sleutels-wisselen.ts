import { makeContext, OPDRACHTREGEL, type Diensten } from '../diensten.ts'
import { wisselSleutels } from '../domain/do/bericht/wissel-sleutels.ts'
import { Stop } from '../platform/errors.ts'
import { kiesRegio } from './regio.ts'

/** Gives the pseudonyms of a region a new key, or finishes a change that was broken off. Only with --ja: back is not possible. */
export async function sleutelsWisselen(diensten: Diensten, opties: { regio?: string; ja?: boolean }): Promise<number> {
  const regio = await kiesRegio(diensten.db, opties.regio)
  if (!opties.ja) {
    throw new Stop(
      `Dit geeft de pseudoniemen van ${regio.naam} een nieuwe sleutel. De oude sleutels blijven nodig. Maak eerst een reservekopie van de map met sleutels, en voeg dan --ja toe.`,
    )
  }
  const { hervat, clienten, berichten, apart } = await wisselSleutels(makeContext(diensten, regio.id, OPDRACHTREGEL))
  console.log(
    `${hervat ? 'Een eerder begonnen wissel is afgemaakt' : 'De sleutels zijn gewisseld'}: ${clienten} cliënten en ${berichten} berichten kregen een nieuwe sleutel.`,
  )
  console.log(
    `De oude sleutels staan in ${apart}. Ze blijven nodig. Zie docs/handleiding/bewaren.md over waar u ze bewaart.`,
  )
  return 0
}
