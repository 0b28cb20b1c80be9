import type { Hono } from 'hono'
import type { AppEnv } from '../../app-env.ts'
import type { CsvSoort, CsvUitkomst, CsvVoorbeeld } from '../../domain/begrippen/csv.ts'
import { authorize, type Recht } from '../../domain/rechten.ts'
import type { Context } from '../../platform/context.ts'
import { leesKleinFormulier } from '../csrf.ts'
import { render } from '../render-page.tsx'
import { metQuery } from '../routes.ts'
import { scanUpload } from '../scan-upload.ts'
import { CsvPage } from './csv-page.tsx'
import { CsvVoorbeeldPage } from './csv-voorbeeld-page.tsx'

export type CsvInlezing = {
  pad: string
  soort: CsvSoort
  recht: Recht
  terug: { label: string; href: string }
  bekijk: (ctx: Context, bytes: Uint8Array) => Promise<CsvVoorbeeld>
  leesIn: (ctx: Context, bytes: Uint8Array) => Promise<CsvUitkomst>
}

// Larger files are chosen again: a page that holds them would be too heavy.
const MEEGEVEN = 1_000_000

/**
 * Pages to take in one kind of CSV: choose a file, see what every row would do, confirm. Nothing is kept in between: the file goes
 * along in the form of the preview, or is chosen again.
 */
export function maakCsvInlezen(controller: Hono<AppEnv>, inlezing: CsvInlezing) {
  controller.get(inlezing.pad, async (c) => {
    await authorize(c.var.ctx, inlezing.recht)
    const { nieuw, gewijzigd, ongewijzigd } = c.req.query()
    const gedaan =
      nieuw === undefined
        ? undefined
        : { nieuw: telling(nieuw), gewijzigd: telling(gewijzigd), ongewijzigd: telling(ongewijzigd) }
    return render(c, <CsvPage raam={c.var.raam} inlezing={inlezing} gedaan={gedaan} />)
  })

  controller.post(inlezing.pad, async (c) => {
    const { ctx, raam } = c.var
    await authorize(ctx, inlezing.recht)
    const { velden, bestanden, scanfout } = await leesKleinFormulier(c)
    const bestand = bestanden['bestand']
    const meegegeven = Buffer.from(velden['inhoud'] ?? '', 'base64')
    const bytes = bestand && bestand.length > 0 ? bestand : meegegeven
    // what the preview gave along comes back from outside
    const fout = scanfout ?? (bytes === meegegeven && bytes.length > 0 ? await scanUpload(c, bytes) : null)
    if (fout !== null) {
      const status = fout.code === 'niet-gescand' ? 503 : 422
      return render(c, <CsvPage raam={raam} inlezing={inlezing} fout={fout.melding} />, status)
    }
    if (bytes.length === 0 && !bestand) {
      return render(c, <CsvPage raam={raam} inlezing={inlezing} fout="Kies een bestand" />, 422)
    }
    const bevestigd = velden['stap'] === 'bevestigen'
    const uitkomst = bevestigd ? await inlezing.leesIn(ctx, bytes) : undefined
    if (uitkomst && uitkomst.uitkomst !== 'afgekeurd') {
      const { nieuw, gewijzigd, ongewijzigd } = uitkomst
      return c.redirect(metQuery(inlezing.pad, { nieuw, gewijzigd, ongewijzigd }), 303)
    }
    const voorbeeld = uitkomst ? { ...uitkomst, rijen: [], meer: 0 } : await inlezing.bekijk(ctx, bytes)
    const inhoud = bytes.length <= MEEGEVEN ? Buffer.from(bytes).toString('base64') : undefined
    const status = voorbeeld.uitkomst === 'afgekeurd' ? 422 : 200
    return render(c, <CsvVoorbeeldPage raam={raam} inlezing={inlezing} voorbeeld={voorbeeld} inhoud={inhoud} />, status)
  })
}

function telling(waarde: string | undefined): number {
  return /^[0-9]{1,9}$/.test(waarde ?? '') ? Number(waarde) : 0
}
