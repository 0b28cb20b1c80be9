/** The same row of numbers for the same seed, in every run and on every machine (mulberry32). */
export function maakKans(zaad: number) {
  let stand = zaad >>> 0
  const getal = () => {
    stand = (stand + 0x6d2b79f5) >>> 0
    let t = Math.imul(stand ^ (stand >>> 15), stand | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
  return {
    /** From `van` up to and including `tot`. */
    tussen: (van: number, tot: number) => van + Math.floor(getal() * (tot - van + 1)),
    /** True in so many of a thousand. */
    opDuizend: (aantal: number) => getal() * 1000 < aantal,
    een: <T>(uit: readonly T[]): T => uit[Math.floor(getal() * uit.length)]!,
    gewogen: <T>(uit: readonly (readonly [T, number])[]): T => {
      let rest = getal() * uit.reduce((som, [, gewicht]) => som + gewicht, 0)
      for (const [waarde, gewicht] of uit) {
        rest -= gewicht
        if (rest < 0) return waarde
      }
      return uit.at(-1)![0]
    },
  }
}

export type Kans = ReturnType<typeof maakKans>

/** Citizen service numbers of the range for tests, 999900000 and up, that pass the elfproef. */
export function* testBsns(): Generator<string> {
  for (let kop = 99_990_000; kop < 100_000_000; kop++) {
    const acht = String(kop)
    const som = Array.from(acht, Number).reduce((tot, cijfer, plek) => tot + cijfer * (9 - plek), 0)
    if (som % 11 < 10) yield acht + String(som % 11)
  }
}
