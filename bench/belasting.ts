import { Agent, request } from 'node:http'

export type Antwoord = { ms: number; status: number; bytes: number; inhoud: Buffer; codering: string }
export type Doel = { poort: number; cookie: string }

/** One request to 127.0.0.1; the time runs until the last byte. `bytes` is the body as it was sent. */
export function vraag({ poort, cookie }: Doel, pad: string, agent?: Agent): Promise<Antwoord> {
  const begin = performance.now()
  return new Promise((resolve, reject) => {
    const verzoek = request(
      { host: '127.0.0.1', port: poort, path: pad, agent, headers: { cookie, 'accept-encoding': 'gzip, deflate, br' } },
      (antwoord) => {
        const delen: Buffer[] = []
        antwoord.on('data', (deel: Buffer) => delen.push(deel))
        antwoord.on('error', reject)
        antwoord.on('end', () => {
          const inhoud = Buffer.concat(delen)
          const codering = antwoord.headers['content-encoding'] ?? ''
          resolve({
            ms: performance.now() - begin,
            status: antwoord.statusCode ?? 0,
            bytes: inhoud.length,
            inhoud,
            codering,
          })
        })
      },
    )
    verzoek.on('error', reject)
    verzoek.end()
  })
}

export type Belasting = { tijden: number[]; ms: number; bytes: number }

/** Asks `paden` in turn over so many connections that stay open, until `aantal` requests or `maxMs` is reached. Anything but 200 throws. */
export async function belast(
  doel: Doel,
  paden: string[],
  verbindingen: number,
  aantal: number,
  maxMs: number,
): Promise<Belasting> {
  const agent = new Agent({ keepAlive: true, maxSockets: verbindingen })
  const tijden: number[] = []
  let bytes = 0
  let volgende = 0
  const begin = performance.now()
  async function vraagSteeds() {
    while (volgende < aantal && performance.now() - begin < maxMs) {
      const pad = paden[volgende++ % paden.length]!
      const antwoord = await vraag(doel, pad, agent)
      if (antwoord.status !== 200) throw new Error(`${pad} answered ${antwoord.status}`)
      tijden.push(antwoord.ms)
      bytes += antwoord.bytes
    }
  }
  try {
    await Promise.all(Array.from({ length: verbindingen }, vraagSteeds))
  } finally {
    agent.destroy()
  }
  return { tijden, ms: performance.now() - begin, bytes }
}
