type Waarde = string | number | boolean | null

/**
 * One PostgreSQL array literal per column, for `insert … select from unnest(…)`: about as fast as COPY, which row-level security
 * forbids.
 */
export class Kolommen {
  rijen = 0
  readonly #kolommen: string[][] = []

  /** Adds a row; every row has its values in the same order. */
  voegToe(...waarden: Waarde[]) {
    this.rijen++
    for (let kolom = 0; kolom < waarden.length; kolom++) {
      ;(this.#kolommen[kolom] ??= []).push(element(waarden[kolom]!))
    }
  }

  /** The literal of each column; `aantal` for when there are no rows. */
  literals(aantal = this.#kolommen.length): string[] {
    return Array.from({ length: aantal }, (_, kolom) => `{${this.#kolommen[kolom]?.join(',') ?? ''}}`)
  }
}

/** The literals of rows that are there already. */
export function kolommen(aantal: number, rijen: readonly (readonly Waarde[])[]): string[] {
  const bouw = new Kolommen()
  for (const rij of rijen) {
    bouw.voegToe(...rij)
  }
  return bouw.literals(aantal)
}

function element(waarde: Waarde): string {
  if (waarde === null) {
    return 'NULL'
  }
  return typeof waarde !== 'string' || isOnschuldig(waarde) ? String(waarde) : `"${waarde.replace(/["\\]/g, '\\$&')}"`
}

// Anything else is quoted. A table and a loop: asked for every value, a regular expression takes as long as all the rest.
const onschuldig = new Uint8Array(128)
for (const teken of 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.:+-') {
  onschuldig[teken.charCodeAt(0)] = 1
}

function isOnschuldig(tekst: string): boolean {
  for (let i = 0; i < tekst.length; i++) {
    // past the end of the table is undefined
    if (onschuldig[tekst.charCodeAt(i)] !== 1) {
      return false
    }
  }
  // NULL and the empty string would mean something else
  return tekst.length !== 0 && (tekst.length !== 4 || tekst.toUpperCase() !== 'NULL')
}
