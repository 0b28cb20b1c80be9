import { buffer } from 'node:stream/consumers'
import { ZipFile } from 'yazl'

/** A zip of files by name, as any other program makes it. */
export function maakZip(bestanden: Record<string, string | Buffer>): Promise<Buffer> {
  const zip = new ZipFile()
  for (const [naam, inhoud] of Object.entries(bestanden)) zip.addBuffer(Buffer.from(inhoud), naam)
  zip.end()
  return buffer(zip.outputStream)
}
