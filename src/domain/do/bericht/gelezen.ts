import type { Berichtsoort, Kop } from './bericht.ts'
import type { Goed } from './bewaren/berichten.ts'
import type { Plaats } from './fout.ts'

export type Bekend = Partial<Kop & { soort: Berichtsoort }>

/** One file or zip entry that was read: a message to keep, or why not. `plek` counts the files of the delivery; `naam` is masked. */
export type Gelezen =
  | { plek: number; naam: string; goed: Goed }
  | { plek: number; naam: string; fout: { code: string; melding: string; plaats?: Plaats | undefined }; kop: Bekend }
