/** FRM-11: the highest fine, so many percent of the regional turnover, down to the cent. Amounts in cents. */
export function boetegrens(omzetCent: number, procent: number): number {
  return Number((BigInt(omzetCent) * BigInt(procent)) / 100n)
}
