const LEEG = Buffer.alloc(0)

/** Bytes that come in pieces, read by count: holds no more than what was asked for plus the last piece. */
export class Bytestroom {
  readonly #bron: AsyncIterator<Uint8Array>
  #stukken: Buffer[] = []
  #buffer: Buffer = LEEG
  #plek = 0
  #wachtend = 0
  #gelezen = 0
  #op = false

  constructor(bron: AsyncIterable<Uint8Array>) {
    this.#bron = bron[Symbol.asyncIterator]()
  }

  /** How many bytes were taken or skipped. */
  get positie(): number {
    return this.#gelezen
  }

  get beschikbaar(): number {
    return this.#buffer.length - this.#plek + this.#wachtend
  }

  /** Reads until `aantal` bytes are there; false when the source ends before. */
  async heeft(aantal: number): Promise<boolean> {
    while (this.beschikbaar < aantal && !this.#op) {
      const volgende = await this.#bron.next()
      if (volgende.done === true) {
        this.#op = true
      } else if (volgende.value.length > 0) {
        const { value } = volgende
        this.#stukken.push(Buffer.from(value.buffer, value.byteOffset, value.byteLength))
        this.#wachtend += value.length
      }
    }
    return this.beschikbaar >= aantal
  }

  /** What is there, without taking it: valid until the next call. */
  kijk(): Buffer {
    if (this.#stukken.length > 0) {
      this.#buffer = Buffer.concat([this.#buffer.subarray(this.#plek), ...this.#stukken])
      this.#plek = 0
      this.#stukken = []
      this.#wachtend = 0
    }
    return this.#plek === 0 ? this.#buffer : this.#buffer.subarray(this.#plek)
  }

  /** Takes bytes that are there. */
  neem(aantal: number): Buffer {
    const deel = this.kijk().subarray(0, aantal)
    this.#plek += aantal
    this.#gelezen += aantal
    return deel
  }

  /** Takes bytes without keeping them; false when the source ends before. */
  async slaOver(aantal: number): Promise<boolean> {
    let rest = aantal
    while (rest > 0) {
      if (!(await this.heeft(1))) {
        return false
      }
      const nu = Math.min(rest, this.beschikbaar)
      this.neem(nu)
      rest -= nu
    }
    return true
  }

  async sluit(): Promise<void> {
    if (!this.#op) {
      this.#op = true
      await this.#bron.return?.()
    }
  }
}
