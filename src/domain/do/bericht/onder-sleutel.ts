import type { Context } from '../../../platform/context.ts'
import type { Sleutel } from '../../../platform/sleutels.ts'
import type { Wet } from './bericht.ts'
import type { Gelezen } from './gelezen.ts'
import { isVerhuld, verhuldVerder } from './lezer/kenmerk.ts'
import type { Sleutelstand } from './opslagstand.ts'

/**
 * What was read, as it is stored: digests and hidden numbers are made with the first key, and taken on to the one in use. Without a
 * change of keys it is what was read.
 */
export function onderSleutel(ctx: Context, groep: readonly Gelezen[], stand: Sleutelstand): readonly Gelezen[] {
  if (stand.wmo.versie === 1 && stand.jw.versie === 1) return groep
  return groep.map((gelezen) => {
    const wet = 'goed' in gelezen ? gelezen.goed.bericht.wet : gelezen.kop.wet
    if (wet === undefined || stand[wet].versie === 1) return gelezen
    const sleutel = ctx.sleutels.vind(ctx.regioId, wet, stand[wet].versie)
    if ('fout' in gelezen) return { ...gelezen, kop: metKenmerken(gelezen.kop, sleutel, stand[wet].versie) }
    return { ...gelezen, goed: goedOnder(gelezen.goed, sleutel, stand, wet) }
  })
}

type Goed = Extract<Gelezen, { goed: unknown }>['goed']

function goedOnder(goed: Goed, sleutel: Sleutel, stand: Sleutelstand, wet: Wet): Goed {
  const { versie, oudste } = stand[wet]
  return {
    ...goed,
    bericht: metKenmerken(goed.bericht, sleutel, versie),
    inhoudHmac: sleutel.verder(goed.inhoudHmac, 1, versie),
    sleutelversie: versie,
    ...(oudste < versie && { eerdereHmac: sleutel.verder(goed.inhoudHmac, 1, oudste) }),
  }
}

/** The same with every hidden number in it taken on. */
function metKenmerken<T>(deel: T, sleutel: Sleutel, versie: number): T {
  if (typeof deel === 'string') return (isVerhuld(deel) ? verhuldVerder(deel, sleutel, 1, versie) : deel) as T
  if (Array.isArray(deel)) return deel.map((een: unknown) => metKenmerken(een, sleutel, versie)) as T
  if (typeof deel !== 'object' || deel === null) return deel
  return Object.fromEntries(Object.entries(deel).map(([naam, een]) => [naam, metKenmerken(een, sleutel, versie)])) as T
}
