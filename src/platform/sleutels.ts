import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from 'node:crypto'
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { Stop } from './errors.ts'

export type Wet = 'wmo' | 'jw'

/**
 * The secret keys of one domain (regio × wet), the first to the newest. They never leave this object. What is read is made with the
 * first key and taken on by each that came after it, so that a change of keys keeps who is who.
 */
export type Sleutel = {
  /** The newest key */
  versie: number
  /** Under the first key */
  hmac: () => ReturnType<typeof createHmac>
  /** What the keys up to and including `van` made, taken on to that of `tot`: HMAC over HMAC. */
  verder: (waarde: Uint8Array, van: number, tot: number) => Buffer
}

/** Seals what must be read again but not by who has only the database: secrets of a second factor. */
export type Kluis = {
  /** `wie` binds the result to its owner: it opens for nobody else. */
  verzegel: (inhoud: Uint8Array, wie: string) => Buffer
  /** Throws Stop when the key is missing, and an error when the content was changed or belongs to somebody else. */
  ontzegel: (verzegeld: Uint8Array, wie: string) => Buffer
}

/** The folder with keys: beside the database, never in it. */
export type Sleutels = {
  /** Makes the keys of a new region; an existing key is left alone. */
  maak: (regioId: string) => void
  /** All keys of a domain; throws Stop when one is missing, or when there is none as new as `minstens`. */
  vind: (regioId: string, wet: Wet, minstens?: number) => Sleutel
  /** Makes the key of this version; one that is there (a change that was killed) is kept. */
  maakVolgende: (regioId: string, wet: Wet, versie: number) => void
  /** Puts the keys before this version apart; gives the folder they are in. */
  zetApart: (regioId: string, wet: Wet, versie: number) => string
  /** The vault of a region, with a key of its own; the first use makes it. */
  kluis: (regioId: string) => Kluis
}

const LENGTE = 32
const [KENMERK, NONCE, ZEGEL] = [4, 12, 16]

/**
 * Keys as files `<regio>-<wet>-<version>.sleutel`, 32 random bytes, mode 0600, in a folder 0700; keys that were replaced in a folder
 * of their own (`oud`), which may be elsewhere. Throws Stop when one is missing.
 */
export function openSleutels(map: string, oud = join(map, 'oud')): Sleutels {
  const bekend = new Map<string, Sleutel>()
  const naamVan = (regioId: string, wet: Wet | 'toegang', versie: number) => `${regioId}-${wet}-${versie}.sleutel`
  const bestand = (regioId: string, wet: Wet | 'toegang', versie: number) => {
    const naam = naamVan(regioId, wet, versie)
    return existsSync(join(map, naam)) || !existsSync(join(oud, naam)) ? join(map, naam) : join(oud, naam)
  }

  function maak(regioId: string) {
    mkdirSync(map, { recursive: true, mode: 0o700 })
    chmodSync(map, 0o700)
    for (const doel of ['wmo', 'jw', 'toegang'] as const) {
      const pad = bestand(regioId, doel, 1)
      // 'wx': a key that is there is never overwritten, for without it nobody can be recognised again
      if (!existsSync(pad)) writeFileSync(pad, randomBytes(LENGTE), { flag: 'wx', mode: 0o600 })
    }
  }

  function vind(regioId: string, wet: Wet, minstens = 1): Sleutel {
    const naam = `${regioId}-${wet}`
    const gevonden = bekend.get(naam)
    if (gevonden && gevonden.versie >= minstens) return gevonden
    const versie = Math.max(minstens, ...versiesVan(naam))
    // from the second on: in a chain of keys none may be missing
    const keten = Array.from({ length: versie }, (_, i) => lees(regioId, wet, i + 1))
    const sleutel: Sleutel = {
      versie,
      hmac: () => createHmac('sha256', keten[0]!),
      verder: (waarde, van, tot) =>
        keten
          .slice(van, tot)
          .reduce(
            (vorige, sleutel) => createHmac('sha256', sleutel).update('keten ').update(vorige).digest(),
            Buffer.from(waarde),
          ),
    }
    bekend.set(naam, sleutel)
    return sleutel
  }

  function lees(regioId: string, wet: Wet, versie: number): Buffer {
    const pad = bestand(regioId, wet, versie)
    if (!existsSync(pad)) {
      const welke = versie === 1 ? 'De sleutel' : `Sleutel ${versie}`
      throw new Stop(
        `${welke} voor de pseudoniemen van deze regio (${wet}) ontbreekt in de map met sleutels. Zet de map terug uit de reservekopie, of wijs hem aan met OVERLAP_SLEUTELS, en die met oude sleutels met OVERLAP_SLEUTELS_OUD. Er wordt geen nieuwe sleutel gemaakt: cliënten zouden dan niet meer herkend worden.`,
      )
    }
    const inhoud = readFileSync(pad)
    if (inhoud.length !== LENGTE)
      throw new Stop(
        `De sleutel voor de pseudoniemen van deze regio (${wet}) is beschadigd. Zet hem terug uit de reservekopie.`,
      )
    return inhoud
  }

  function maakVolgende(regioId: string, wet: Wet, versie: number) {
    // whoever has not all keys before it makes no new one
    lees(regioId, wet, versie - 1)
    const pad = bestand(regioId, wet, versie)
    if (existsSync(pad) && statSync(pad).size === LENGTE) return
    schrijfVast(pad, randomBytes(LENGTE))
    bekend.delete(`${regioId}-${wet}`)
  }

  function zetApart(regioId: string, wet: Wet, versie: number): string {
    mkdirSync(oud, { recursive: true, mode: 0o700 })
    chmodSync(oud, 0o700)
    for (let oudere = 1; oudere < versie; oudere++) {
      const naam = naamVan(regioId, wet, oudere)
      if (!existsSync(join(map, naam))) continue
      // copied first: a folder elsewhere is another disk
      schrijfVast(join(oud, naam), readFileSync(join(map, naam)))
      rmSync(join(map, naam))
    }
    return oud
  }

  function versiesVan(naam: string): number[] {
    return [map, oud]
      .flatMap((waar) => (existsSync(waar) ? readdirSync(waar) : []))
      .map((f) => new RegExp(`^${naam}-(\\d+)\\.sleutel$`).exec(f)?.[1])
      .filter((v) => v !== undefined)
      .map(Number)
  }

  function leesToegang(regioId: string): Buffer[] {
    const naam = `${regioId}-toegang`
    if (versiesVan(naam).length === 0) maak(regioId)
    return versiesVan(naam)
      .sort((a, b) => b - a)
      .map((versie) => readFileSync(bestand(regioId, 'toegang', versie)))
  }

  return { maak, vind, maakVolgende, zetApart, kluis: (regioId) => maakKluis(() => leesToegang(regioId)) }
}

/** A file that is whole and on disk before it has its name: a key that was used must outlive a crash. */
function schrijfVast(pad: string, inhoud: Uint8Array) {
  const nieuw = `${pad}.nieuw`
  rmSync(nieuw, { force: true })
  const bestand = openSync(nieuw, 'wx', 0o600)
  writeSync(bestand, inhoud)
  fsyncSync(bestand)
  closeSync(bestand)
  renameSync(nieuw, pad)
  const map = openSync(dirname(pad), 'r')
  fsyncSync(map)
  closeSync(map)
}

/** AES-256-GCM under the newest key; the first bytes say which key it was. */
function maakKluis(sleutels: () => Buffer[]): Kluis {
  const kenmerk = (sleutel: Buffer) =>
    createHash('sha256').update('kluis').update(sleutel).digest().subarray(0, KENMERK)
  return {
    verzegel(inhoud, wie) {
      const sleutel = sleutels()[0]!
      const nonce = randomBytes(NONCE)
      const cijfer = createCipheriv('aes-256-gcm', sleutel, nonce).setAAD(Buffer.from(wie))
      const tekst = Buffer.concat([cijfer.update(inhoud), cijfer.final()])
      return Buffer.concat([kenmerk(sleutel), nonce, cijfer.getAuthTag(), tekst])
    },
    ontzegel(verzegeld, wie) {
      const sleutel = sleutels().find((sleutel) => kenmerk(sleutel).equals(verzegeld.subarray(0, KENMERK)))
      if (!sleutel) {
        throw new Stop(
          'De sleutel voor de tweede factor van deze regio ontbreekt in de map met sleutels. Zet de map terug uit de reservekopie, of wijs hem aan met OVERLAP_SLEUTELS.',
        )
      }
      const [nonce, zegel, tekst] = [KENMERK, KENMERK + NONCE, KENMERK + NONCE + ZEGEL].map((van, i, grenzen) =>
        verzegeld.subarray(van, grenzen[i + 1]),
      ) as [Uint8Array, Uint8Array, Uint8Array]
      const cijfer = createDecipheriv('aes-256-gcm', sleutel, nonce).setAAD(Buffer.from(wie)).setAuthTag(zegel)
      return Buffer.concat([cijfer.update(tekst), cijfer.final()])
    },
  }
}
