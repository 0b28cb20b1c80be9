type Waarde = string | number | boolean | null

// Anything else is quoted. NULL and the empty string would otherwise mean something else.
const ONSCHULDIG = /^[\w.:+-]+$/

/**
 * One PostgreSQL array literal per column, for `insert … select from unnest(…)`: about as fast as COPY, which row-level security
 * forbids.
 */
export class Kolommen {
  rijen = 0
  readonly #teksten: string[] = []

  /** Adds a row; every row has its values in the same order. */
  voegToe(...waarden: Waarde[]) {
    const komma = this.rijen++ === 0 ? '' : ','
    for (let kolom = 0; kolom < waarden.length; kolom++) {
      this.#teksten[kolom] = (this.#teksten[kolom] ?? '') + komma + element(waarden[kolom]!)
    }
  }

  /** The literal of each column; `aantal` for when there are no rows. */
  literals(aantal = this.#teksten.length): string[] {
    return Array.from({ length: aantal }, (_, kolom) => `{${this.#teksten[kolom] ?? ''}}`)
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
  if (typeof waarde !== 'string') {
    return String(waarde)
  }
  return ONSCHULDIG.test(waarde) && waarde.toUpperCase() !== 'NULL' ? waarde : `"${waarde.replace(/["\\]/g, '\\$&')}"`
}
