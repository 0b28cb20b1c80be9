import type { Knoop } from './knoop.ts'

const LEEG: readonly Knoop[] = []

/** Why a child may not come now: another must come first, or none with this name may come any more. */
export type Weigering = { ontbreekt: string | null }

/** Where in the description the reader is: which element is open, which of its children comes next. All groups are sequences. */
export class Schemaloop {
  knoop: Knoop | null = null
  #kinderen = LEEG
  #plek = 0
  /** Whether the (repeatable) child at #plek was there already. */
  #gezien = false
  readonly #stapel: { knoop: Knoop | null; plek: number; gezien: boolean }[] = []

  /** The child with this name that may come now. */
  volgende(sleutel: number): Knoop | Weigering {
    for (let i = this.#plek; i < this.#kinderen.length; i++) {
      const kind = this.#kinderen[i]!
      if (kind.sleutel === sleutel) {
        this.#gezien = kind.herhaalt
        this.#plek = kind.herhaalt ? i : i + 1
        return kind
      }
      if (kind.verplicht && !(this.#gezien && i === this.#plek)) {
        return { ontbreekt: kind.naam }
      }
    }
    return { ontbreekt: null }
  }

  betreed(kind: Knoop): void {
    this.#stapel.push({ knoop: this.knoop, plek: this.#plek, gezien: this.#gezien })
    this.knoop = kind
    this.#kinderen = kind.kinderen
    this.#plek = 0
    this.#gezien = false
  }

  /** The first child that must still come in the open element. */
  ontbreekt(): Knoop | undefined {
    return this.#kinderen.find((kind, i) => i >= this.#plek && kind.verplicht && !(this.#gezien && i === this.#plek))
  }

  verlaat(): void {
    const { knoop, plek, gezien } = this.#stapel.pop()!
    this.knoop = knoop
    this.#kinderen = knoop?.kinderen ?? LEEG
    this.#plek = plek
    this.#gezien = gezien
  }
}
