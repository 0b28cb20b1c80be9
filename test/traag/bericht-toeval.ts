/** Numbers that look random and are the same in every run. */
export type Toeval = {
  /** 0 <= n < grens, whole. */
  onder: (grens: number) => number
  kans: (deel: number) => boolean
  kies: <T>(lijst: readonly T[]) => T
}

export function maakToeval(zaad: number): Toeval {
  let stand = zaad >>> 0
  // mulberry32
  function volgende(): number {
    stand = (stand + 0x6d2b79f5) >>> 0
    let t = Math.imul(stand ^ (stand >>> 15), stand | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
  const onder = (grens: number) => Math.floor(volgende() * grens)
  return {
    onder,
    kans: (deel) => volgende() < deel,
    kies: (lijst) => lijst[onder(lijst.length)]!,
  }
}
