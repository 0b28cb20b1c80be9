import type { Berichtfout } from '../fout.ts'
import type { Bytestroom } from './bytestroom.ts'
import { zoekDescriptor } from './descriptor.ts'
import { CENTRAAL, EINDE, EINDE_ZIP64, leesCentraleKop, leesLokaleKop, LOKAAL, type LokaleKop } from './koppen.ts'
import { meldingen } from './meldingen.ts'
import { beoordeelNaam } from './naam.ts'
import { beoordeelMaten, pakUit } from './uitpakken.ts'

export type Inhoud = { bytes: Buffer } | { fout: Berichtfout }

/** What stands in a zip, from front to back. `offset` tells a file in the table of contents at the end which one it was. */
export type Deel =
  | { soort: 'bestand'; offset: number; naam: string; inhoud: Inhoud }
  | { soort: 'bijzonder'; offset: number }
  | { soort: 'einde'; fout: Berichtfout | 'afgebroken' | null }

/** Reads part by part; the last one is always the end. */
export async function* leesDelen(stroom: Bytestroom, maxBestanden: number): AsyncGenerator<Deel, void> {
  let bestanden = 0
  for (;;) {
    const offset = stroom.positie
    const teken = (await stroom.heeft(4)) ? stroom.kijk().readUInt32LE(0) : null
    if (teken === LOKAAL) {
      const kop = await leesLokaleKop(stroom)
      const inhoud = kop === null ? null : await leesBestand(stroom, kop)
      if (kop === null || inhoud === null) {
        yield { soort: 'einde', fout: 'afgebroken' }
        return
      }
      if (inhoud !== 'sla over') {
        bestanden++
        if (bestanden > maxBestanden) {
          yield { soort: 'einde', fout: meldingen.teVeel }
          return
        }
        yield { soort: 'bestand', offset, naam: kop.naam, inhoud }
      }
    } else if (teken === CENTRAAL) {
      const kop = await leesCentraleKop(stroom)
      if (kop === null) {
        yield { soort: 'einde', fout: 'afgebroken' }
        return
      }
      if (kop.bijzonder) {
        yield { soort: 'bijzonder', offset: kop.offset }
      }
    } else {
      const leeg = stroom.positie + stroom.beschikbaar === 0
      yield { soort: 'einde', fout: leeg ? meldingen.leeg : slot(teken, offset, bestanden) }
      return
    }
  }
}

/** Reads past one file; null when the zip ends in it or what follows cannot be found. */
async function leesBestand(stroom: Bytestroom, kop: LokaleKop): Promise<Inhoud | 'sla over' | null> {
  const oordeel = beoordeelNaam(kop.naam)
  const vooraf = oordeel === 'lees' && kop.versleuteld ? meldingen.versleuteld : oordeel
  if (kop.descriptor) {
    const gevonden = await zoekDescriptor(stroom, kop)
    if (gevonden === null) {
      return null
    }
    return vooraf === 'lees' ? pakUit(gevonden.data, gevonden.maten) : alsFout(vooraf)
  }
  const fout = vooraf === 'lees' ? beoordeelMaten(kop) : vooraf
  if (fout !== null) {
    return (await stroom.slaOver(kop.ingepakt)) ? alsFout(fout) : null
  }
  return (await stroom.heeft(kop.ingepakt)) ? pakUit(stroom.neem(kop.ingepakt), kop) : null
}

function alsFout(oordeel: Berichtfout | 'sla over'): { fout: Berichtfout } | 'sla over' {
  return oordeel === 'sla over' ? oordeel : { fout: oordeel }
}

/** What comes after the table of contents: null when it is as it should be. */
function slot(teken: number | null, offset: number, bestanden: number): Berichtfout | 'afgebroken' | null {
  if (teken === EINDE || teken === EINDE_ZIP64) {
    return bestanden === 0 ? meldingen.leeg : null
  }
  return offset === 0 ? meldingen.geenZip : 'afgebroken'
}
