import type { Berichtfout } from '../fout.ts'
import { meldingen } from './meldingen.ts'

export type Naamoordeel = 'lees' | 'sla over' | Berichtfout

/** What an entry's name says about it. Nothing is ever written under that name; a name that tries to is refused all the same. */
export function beoordeelNaam(naam: string): Naamoordeel {
  const stappen = naam.replaceAll('\\', '/').split('/')
  if (stappen[0] === '' || stappen.includes('..') || /^[A-Za-z]:/.test(naam) || naam.includes('\u0000')) {
    return meldingen.pad
  }
  const bestand = stappen.at(-1) ?? ''
  // Folders, and what macOS and Windows add by themselves.
  if (bestand === '' || stappen[0] === '__MACOSX' || bestand === '.DS_Store' || bestand === 'Thumbs.db') {
    return 'sla over'
  }
  const extensie = /\.([^.]*)$/.exec(bestand.toLowerCase())?.[1]
  if (extensie === 'zip') {
    return meldingen.genest
  }
  return extensie === 'xml' || extensie === 'csv' ? 'lees' : meldingen.bestandstype
}
