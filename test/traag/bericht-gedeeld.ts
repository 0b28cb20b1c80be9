import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const opgegeven = process.env['OVERLAP_SHARED']

/** The shared data beside the project, which is not ours to commit; null when it is not there. */
export const gedeeld: string | null = zoek(opgegeven ?? join(import.meta.dirname, '../../../shared'))

/** Whether somebody said where the data is: then finding nothing is an error. */
export const moetErZijn = opgegeven !== undefined && opgegeven !== ''

function zoek(map: string): string | null {
  return existsSync(join(map, 'istandaarden', 'xsd')) ? map : null
}

export function leesGedeeld(...pad: string[]): Buffer {
  return readFileSync(join(gedeeld ?? '', ...pad))
}

export function listGedeeld(...pad: string[]): string[] {
  const map = join(gedeeld ?? '', ...pad)
  return existsSync(map) ? readdirSync(map).sort() : []
}
