type Looptijd = { begindatum: Temporal.PlainDate; looptTot: Temporal.PlainDate }
type Product = { tarieven: readonly { van: Temporal.PlainDate }[] }

/**
 * This year and the next, as far as the overeenkomst runs then, in which a product has no tariff (CTR-03): claims over such a year wait.
 * Later years are not asked for yet. Without products there is nothing to miss.
 */
export function jarenZonderTarief(
  { begindatum, looptTot }: Looptijd,
  producten: readonly Product[],
  vandaag: Temporal.PlainDate,
): number[] {
  return [vandaag.year, vandaag.year + 1].filter(
    (jaar) =>
      jaar >= begindatum.year &&
      jaar <= looptTot.year &&
      producten.some(({ tarieven }) => !tarieven.some(({ van }) => van.year === jaar)),
  )
}
