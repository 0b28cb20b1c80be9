/** Volume × tariff in cents, exact. Whole numbers only; bigint because 8 × 8 digits outgrow a safe number. */
export function volumeMaalTarief(volume: number | bigint, tariefCent: number | bigint): bigint {
  return BigInt(volume) * BigInt(tariefCent)
}

/** Cents for minutes under an hourly tariff, half a cent up (iWmo IV081: the rounded minute tariff is not used). */
export function uurtariefMaalMinuten(uurtariefCent: number | bigint, minuten: number | bigint): bigint {
  return deelHalfOmhoog(volumeMaalTarief(minuten, uurtariefCent), 60n)
}

/** teller/noemer to the nearest whole number, halves up. Both must be zero or more, noemer above zero. */
export function deelHalfOmhoog(teller: bigint, noemer: bigint): bigint {
  if (teller < 0n || noemer <= 0n) {
    throw new RangeError('Delen kan alleen met een teller vanaf nul en een noemer boven nul')
  }
  return (2n * teller + noemer) / (2n * noemer)
}
