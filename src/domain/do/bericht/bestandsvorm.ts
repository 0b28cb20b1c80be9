import { soortCsv } from '../../begrippen/csv-soort.ts'

export type Bestandsvorm = 'zip' | 'csv' | 'bericht'

const ZIP = [0x50, 0x4b]

/** What a file is, by its first bytes and its name. A message is what is neither zip nor CSV: its reader says what is wrong. */
export function bestandsvorm(naam: string, begin: Uint8Array): Bestandsvorm {
  const einde = /\.([^./\\]*)$/.exec(naam)?.[1]?.toLowerCase()
  if (einde === 'zip' || (begin[0] === ZIP[0] && begin[1] === ZIP[1] && begin[2]! < 9 && einde !== 'csv')) {
    return 'zip'
  }
  return einde === 'csv' || (einde !== 'xml' && begin[0] !== 0x3c && soortCsv(begin, '') !== null) ? 'csv' : 'bericht'
}
