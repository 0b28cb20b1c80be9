import { makeContext, OPDRACHTREGEL, type Diensten } from '../diensten.ts'
import { leesIn } from '../domain/do/bericht/lees-in.ts'
import { Stop } from '../platform/errors.ts'
import { kiesRegio } from './regio.ts'
import { listBestanden, openStukken } from './stukken.ts'

type Opties = { regio?: string | undefined; json?: boolean | undefined }

/** Reads files, folders and zips into a region, in any order. Exit 0 also when some were refused. */
export async function inlezen(diensten: Diensten, paden: string[], opties: Opties): Promise<number> {
  if (paden.length === 0) {
    throw new Stop('Zeg wat er ingelezen moet worden: een of meer bestanden, mappen of zipbestanden.')
  }
  const regio = await kiesRegio(diensten.db, opties.regio)
  const { bestanden, omvang } = listBestanden(paden)
  const { actor } = makeContext(diensten, regio.id, OPDRACHTREGEL)
  const verslag = await leesIn({ ...diensten, regioId: regio.id, actor }, 'opdrachtregel', openStukken(bestanden), {
    omvang,
  })
  const { verwerkt, dubbel, wachtend } = verslag

  if (opties.json) {
    // written piece by piece: a run can refuse more than fits in memory
    process.stdout.write(`{"verwerkt":${verwerkt},"dubbel":${dubbel},"wachtend":${wachtend},"afgekeurd":[`)
    let komma = ''
    for await (const { bestand, code, melding } of verslag.afgekeurd) {
      process.stdout.write(`${komma}${JSON.stringify({ bestand, code, melding })}`)
      komma = ','
    }
    process.stdout.write(']}\n')
    return 0
  }
  let regels = 0
  for await (const { bestand, code, melding } of verslag.afgekeurd) {
    console.log(`${bestand}: ${melding} (${code})`)
    regels++
  }
  console.log(
    `${verwerkt} verwerkt, ${dubbel} dubbel, ${wachtend} wachtend. ${regels} keer een reden om te kijken${regels > 0 ? ', zie hierboven' : ''}.`,
  )
  return 0
}
