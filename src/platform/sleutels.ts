import { createHmac, randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Stop } from './errors.ts'

export type Wet = 'wmo' | 'jw'

/** The secret key of one domain (regio × wet). It never leaves this object. */
export type Sleutel = { versie: number; hmac: () => ReturnType<typeof createHmac> }

/** The folder with keys: beside the database, never in it. */
export type Sleutels = {
  /** Makes the keys of a new region; an existing key is left alone. */
  maak: (regioId: string) => void
  /** The newest key; throws Stop when it is missing. */
  vind: (regioId: string, wet: Wet) => Sleutel
}

const LENGTE = 32

/** Keys as files `<regio>-<wet>-<version>.sleutel`, 32 random bytes, mode 0600, in a folder 0700. Throws Stop when one is missing. */
export function openSleutels(map: string): Sleutels {
  const bekend = new Map<string, Sleutel>()
  const bestand = (regioId: string, wet: Wet, versie: number) => join(map, `${regioId}-${wet}-${versie}.sleutel`)

  function maak(regioId: string) {
    mkdirSync(map, { recursive: true, mode: 0o700 })
    chmodSync(map, 0o700)
    for (const wet of ['wmo', 'jw'] as const) {
      const pad = bestand(regioId, wet, 1)
      // 'wx': a key that is there is never overwritten, for without it nobody can be recognised again
      if (!existsSync(pad)) writeFileSync(pad, randomBytes(LENGTE), { flag: 'wx', mode: 0o600 })
    }
  }

  function vind(regioId: string, wet: Wet): Sleutel {
    const naam = `${regioId}-${wet}`
    const gevonden = bekend.get(naam)
    if (gevonden) return gevonden
    const versies = (existsSync(map) ? readdirSync(map) : [])
      .map((f) => new RegExp(`^${naam}-(\\d+)\\.sleutel$`).exec(f)?.[1])
      .filter((v) => v !== undefined)
      .map(Number)
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

  return { maak, vind }
}
