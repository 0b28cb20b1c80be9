import type { Hmac } from 'node:crypto'
import { haaltElfproef } from '../../../begrippen/bsn.ts'
import type { Berichtsoort, Wet } from '../bericht.ts'
import { leegItem } from './item.ts'
import { houdtBsn, verhuld } from './kenmerk.ts'
import { BSN, CLIENT, DATUM, GETAL, ITEM, KENMERK, LIJST, NIETS, SLUIT, TEKST, type Knoop } from './knoop.ts'

export type Velden = Record<string, unknown>

export type Opties<P> = {
  /** Called for every BSN that passes the elfproef; the BSN goes nowhere else. */
  pseudoniem: (bsn: string, wet: Wet) => P
  /** Makes the HMAC that gets the canonical form of the whole message. */
  hmac: (wet: Wet) => Hmac
}

const HMAC_DEEL = 65_536
// Strings up to this length are copied by V8 when cut out; a longer one would keep the text of the whole message in memory.
const ZELFSTANDIG = 12

/** What is gathered from a message while it is read: kept fields, pseudonyms, and the HMAC of everything. */
export class Verzameling<P> {
  readonly soort: Berichtsoort
  readonly wet: Wet
  /** Kept fields that stand once in a message. */
  readonly velden: Velden = {}
  readonly items: Velden[] = []
  /** Where each item starts, as the reader counts (line or offset). */
  readonly itemPlekken: number[] = []
  /** null when the BSN fails the elfproef. */
  client: P | null = null
  /** The first kept date with a year before 1 or after 9999: the schema allows it, no calendar here does. */
  vreemdeDatum: { element: string; volgnummer: number | null } | null = null
  readonly #pseudoniem: (bsn: string, wet: Wet) => P
  readonly #hmac: (wet: Wet) => Hmac
  readonly #mac: Hmac
  /** Of the client being read; only to find it in the numbers its lines are known by. */
  #bsn = ''
  #vorm: string
  #item: Velden | null = null
  #clientRetourcodes: string[] = []

  constructor(soort: Berichtsoort, wet: Wet, { pseudoniem, hmac }: Opties<P>) {
    this.soort = soort
    this.wet = wet
    this.#pseudoniem = pseudoniem
    this.#hmac = hmac
    this.#mac = hmac(wet)
    this.#vorm = wet + soort
  }

  /** The item being read, from 1; null outside one. */
  get volgnummer(): number | null {
    return this.#item === null ? null : this.items.length + 1
  }

  open(knoop: Knoop, plek: number): void {
    this.#vorm += knoop.opening
    if (knoop.begint === ITEM) {
      this.#item = leegItem(this.soort, this.items.length + 1, this.client, this.#clientRetourcodes)
      this.itemPlekken.push(plek)
    } else if (knoop.begint === CLIENT) {
      this.client = null
      this.#clientRetourcodes = []
    }
  }

  /** The normalised value of an element; closes it. */
  waarde(knoop: Knoop, waarde: string): void {
    this.#vorm += knoop.opening + waarde + SLUIT
    if (knoop.actie !== NIETS) {
      this.#houd(knoop, waarde)
    }
  }

  sluit(knoop: Knoop): void {
    this.#vorm += SLUIT
    if (knoop.begint === ITEM && this.#item !== null) {
      this.items.push(this.#item)
      this.#item = null
      if (this.#vorm.length > HMAC_DEEL) {
        this.#mac.update(this.#vorm)
        this.#vorm = ''
      }
    }
  }

  /** The HMAC of the whole message; only once, at its end. */
  inhoudHmac(): Buffer {
    return this.#mac.update(this.#vorm).digest()
  }

  #houd({ naam, actie, niveau, veld }: Knoop, waarde: string): void {
    const doel = niveau === ITEM ? (this.#item ?? this.velden) : this.velden
    switch (actie) {
      case BSN:
        this.#bsn = waarde
        this.client = haaltElfproef(waarde) ? this.#pseudoniem(waarde, this.wet) : null
        break
      case GETAL:
        doel[veld] = Number(waarde)
        break
      case TEKST:
        doel[veld] = zelfstandig(waarde)
        break
      case KENMERK:
        doel[veld] = houdtBsn(waarde, niveau === ITEM ? this.#bsn : null)
          ? verhuld(waarde, this.#hmac(this.wet))
          : zelfstandig(waarde)
        break
      case DATUM:
        doel[veld] = waarde
        if (waarde.length !== 10) {
          this.vreemdeDatum ??= { element: naam, volgnummer: this.volgnummer }
        }
        break
      case LIJST:
        if (niveau === CLIENT) {
          this.#clientRetourcodes.push(waarde)
        } else {
          ;((doel[veld] ??= []) as string[]).push(waarde)
        }
    }
  }
}

function zelfstandig(tekst: string): string {
  return tekst.length > ZELFSTANDIG ? Buffer.from(tekst).toString() : tekst
}
