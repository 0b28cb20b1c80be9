import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Stop } from './errors.ts'

export type Wet = 'wmo' | 'jw'

/** The secret key of one domain (regio × wet). It never leaves this object. */
export type Sleutel = { versie: number; hmac: () => ReturnType<typeof createHmac> }

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
  /** The newest key; throws Stop when it is missing. */
  vind: (regioId: string, wet: Wet) => Sleutel
  /** The vault of a region, with a key of its own; the first use makes it. */
  kluis: (regioId: string) => Kluis
}

const LENGTE = 32
const [KENMERK, NONCE, ZEGEL] = [4, 12, 16]

/** Keys as files `<regio>-<wet>-<version>.sleutel`, 32 random bytes, mode 0600, in a folder 0700. Throws Stop when one is missing. */
export function openSleutels(map: string): Sleutels {
  const bekend = new Map<string, Sleutel>()
  const bestand = (regioId: string, wet: Wet | 'toegang', versie: number) =>
    join(map, `${regioId}-${wet}-${versie}.sleutel`)

  function maak(regioId: string) {
    mkdirSync(map, { recursive: true, mode: 0o700 })
    chmodSync(map, 0o700)
    for (const doel of ['wmo', 'jw', 'toegang'] as const) {
      const pad = bestand(regioId, doel, 1)
      // 'wx': a key that is there is never overwritten, for without it nobody can be recognised again
      if (!existsSync(pad)) writeFileSync(pad, randomBytes(LENGTE), { flag: 'wx', mode: 0o600 })
    }
  }

  function vind(regioId: string, wet: Wet): Sleutel {
    const naam = `${regioId}-${wet}`
    const gevonden = bekend.get(naam)
    if (gevonden) return gevonden
    const versies = versiesVan(naam)
    const versie = Math.max(...versies)
    if (versies.length === 0) {
      throw new Stop(
        `De sleutel voor de pseudoniemen van deze regio (${wet}) ontbreekt in de map met sleutels. Zet de map terug uit de reservekopie, of wijs hem aan met OVERLAP_SLEUTELS. Er wordt geen nieuwe sleutel gemaakt: cliënten zouden dan niet meer herkend worden.`,
      )
    }
    const inhoud = readFileSync(bestand(regioId, wet, versie))
    if (inhoud.length !== LENGTE)
      throw new Stop(
        `De sleutel voor de pseudoniemen van deze regio (${wet}) is beschadigd. Zet hem terug uit de reservekopie.`,
      )
    const sleutel = { versie, hmac: () => createHmac('sha256', inhoud) }
    bekend.set(naam, sleutel)
    return sleutel
  }

  function versiesVan(naam: string): number[] {
    return (existsSync(map) ? readdirSync(map) : [])
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

  return { maak, vind, kluis: (regioId) => maakKluis(() => leesToegang(regioId)) }
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
