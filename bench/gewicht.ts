import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { type Antwoord, vraag } from './belasting.ts'
import type { Opstelling } from './opstelling.ts'
import { PAGINAS } from './paginas.ts'
import { getal, type Regel, regel } from './tabel.ts'
import { maakWebregio } from './webregio.ts'

const HTML_KB = 20
const OVERIG_KB = 80

/** What a first visit downloads, as it is sent: the page, and all that the page and its style sheet ask for. */
export async function meetGewicht(
  opstelling: Opstelling,
  { zaad, overeenkomsten }: { zaad: number; overeenkomsten: number },
) {
  const regio = await maakWebregio(opstelling, overeenkomsten, zaad)
  const paden = PAGINAS.map(({ naam, paden }) => [naam, paden(regio)[0]!] as const)
  const overig = new Map<string, number>()
  const regels: Regel[] = []
  try {
    for (const [naam, pad] of paden) {
      const antwoord = await vraag(regio, pad)
      if (antwoord.status !== 200) {
        regels.push(regel(naam, 'skipped', `${pad} answered ${antwoord.status}`))
        continue
      }
      const kb = antwoord.bytes / 1000
      const codering = antwoord.codering || 'not compressed'
      regels.push(
        regel(
          `${naam}: HTML`,
          `${getal(kb)} KB (${codering}, ${getal(pak(antwoord).length / 1000)} KB unpacked)`,
          `≤ ${HTML_KB} KB`,
          kb <= HTML_KB,
        ),
      )
      await volg(pak(antwoord).toString())
    }
  } finally {
    await regio.stop()
  }
  const som = [...overig.values()].reduce((totaal, bytes) => totaal + bytes, 0) / 1000
  regels.push(regel('everything else together', `${getal(som)} KB`, `≤ ${OVERIG_KB} KB`, som <= OVERIG_KB))
  const lijst = [...overig].map(([pad, bytes]) => `${pad.replace(/^.*\/[\w-]{10}-/, '')} ${getal(bytes / 1000)} KB`)
  return {
    invoer: `A region with ${overeenkomsten} overeenkomsten.`,
    regels,
    bijlage: [`Everything else: ${lijst.join(', ')}.`],
  }

  async function volg(tekst: string) {
    for (const [, pad = ''] of tekst.matchAll(/(?:src=|href=|url\()["']?(\/(?:assets\/[^"')?\s]+|favicon\.svg))/g)) {
      if (overig.has(pad)) continue
      const antwoord = await vraag(regio, pad)
      overig.set(pad, antwoord.bytes)
      if (pad.endsWith('.css')) await volg(pak(antwoord).toString())
    }
  }
}

function pak({ inhoud, codering }: Antwoord): Buffer {
  if (codering === 'br') return brotliDecompressSync(inhoud)
  return codering === 'gzip' ? gunzipSync(inhoud) : inhoud
}
