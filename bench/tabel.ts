import type { Ijking } from './ijking.ts'

/** One line of the result. `gehaald` is null when the measurement has no target, or was skipped (`doel` then says why). */
export type Regel = { wat: string; waarde: string; doel: string; gehaald: boolean | null }

/** A measurement with its lines, what it was done on, and details for whoever wants to know more (Markdown). */
export type Meting = { naam: string; titel: string; invoer: string; ijking: Ijking; regels: Regel[]; bijlage: string[] }

export function regel(wat: string, waarde: string, doel = '', gehaald: boolean | null = null): Regel {
  return { wat, waarde, doel, gehaald }
}

export function overgeslagen(wat: string, reden: string): Regel {
  return regel(wat, 'skipped', reden)
}

/** Whole, with one decimal below 100, two below 10. */
export function getal(n: number): string {
  if (!Number.isFinite(n)) return '?'
  return n >= 100 ? Math.round(n).toLocaleString('en-GB') : n.toFixed(n >= 10 ? 1 : 2)
}

export function tabel(kop: string[], rijen: string[][]): string {
  return [kop, kop.map(() => '---'), ...rijen].map((rij) => `| ${rij.join(' | ')} |`).join('\n')
}

/** One measurement as Markdown. */
export function toonMeting({ titel, invoer, ijking, regels, bijlage }: Meting): string {
  const oordeel = { true: 'yes', false: '**no**', null: '' }
  return [
    `## ${titel}`,
    `${invoer} Calibration at that moment: CPU loop ${getal(ijking.cpu)} ms, query ${getal(ijking.query)} ms.`,
    tabel(
      ['what', 'measured', 'target', 'met'],
      regels.map(({ wat, waarde, doel, gehaald }) => [wat, waarde, doel, oordeel[`${gehaald}`]]),
    ),
    ...bijlage,
  ].join('\n\n')
}
