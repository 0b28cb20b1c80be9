/** Easter Sunday in the Gregorian calendar (anonymous computus, Meeus/Jones/Butcher). */
export function eerstePaasdag(jaar: number): Temporal.PlainDate {
  const deel = (teller: number, noemer: number) => Math.floor(teller / noemer)
  const gulden = jaar % 19
  const eeuw = deel(jaar, 100)
  const epacta = (19 * gulden + eeuw - deel(eeuw, 4) - deel(eeuw - deel(eeuw + 8, 25) + 1, 3) + 15) % 30
  const totZondag = (32 + 2 * (eeuw % 4) + 2 * deel(jaar % 100, 4) - epacta - (jaar % 4)) % 7
  const correctie = deel(gulden + 11 * epacta + 22 * totZondag, 451)
  const dagen = epacta + totZondag - 7 * correctie + 114
  return new Temporal.PlainDate(jaar, deel(dagen, 31), (dagen % 31) + 1)
}
