import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import Pdf from 'pdfkit'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { geheugen } from '../meten.ts'
import { beantwoord } from './antwoord.ts'

export type Pdfvraag = { url: string; aantal: number; onderwerp: string; bericht: string }
export type Pdfantwoord = { ms: number; cpu: number; hoogste: number }

/** Only what nobody can leave out: one page with the same words in a font every reader has, and its bytes in a table without an index. */
beantwoord(async ({ url, aantal, onderwerp, bericht }: Pdfvraag): Promise<Pdfantwoord> => {
  const verbinding = new pg.Client(url)
  await verbinding.connect()
  await verbinding.query(
    'drop table if exists vloer_pdf; create table vloer_pdf (nr int not null, inhoud bytea not null)',
  )
  await verbinding.query('alter table vloer_pdf alter column inhoud set storage external')
  const cpu = process.cpuUsage()
  const begin = performance.now()
  await pipeline(Readable.from(rijen()), verbinding.query(copyFrom('copy vloer_pdf from stdin')))
  const ms = performance.now() - begin
  const { user, system } = process.cpuUsage(cpu)
  await verbinding.end()
  return { ms, cpu: (user + system) / 1000, hoogste: geheugen(process.pid).hoogste }

  async function* rijen() {
    for (let nr = 1; nr <= aantal; nr++) {
      const doc = new Pdf({ size: 'A4' })
      doc.fontSize(15).text(onderwerp).fontSize(10.5).text(`Brief ${nr}\n\n${bericht}`)
      doc.end()
      yield `${nr}\t\\\\x${(await buffer(doc)).toString('hex')}\n`
    }
  }
})
