/**
 * Citizen service numbers that pass the elfproef, from 900000000 up (the range that is not given out): the same number for the
 * same key in every run. `zaad` shifts the whole series.
 */
export function maakBsnReeks(zaad: number): (sleutel: string) => string {
  const bekend = new Map<string, string>()
  let kop = 90_000_000 + (zaad % 1000) * 1000
  return (sleutel) => {
    let bsn = bekend.get(sleutel)
    while (bsn === undefined) {
      bsn = metControlecijfer(String(kop++))
    }
    bekend.set(sleutel, bsn)
    return bsn
  }
}

function metControlecijfer(acht: string): string | undefined {
  let som = 0
  for (let i = 0; i < 8; i++) {
    som += Number(acht[i]) * (9 - i)
  }
  const cijfer = som % 11
  return cijfer === 10 ? undefined : acht + String(cijfer)
}
