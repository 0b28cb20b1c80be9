/** How often a table about a product must be held: `aantal` times per `perJaren` calendar years. */
export type Frequentie = { aantal: number; perJaren: number }

/**
 * TAF-02: the products with too few held tables in the calendar year (or years) that ends with `jaar`. `gehouden`: per product the days of
 * its held tables; a table about several products counts for each of them. Keeps the order of `producten`.
 */
export function zonderTafel<Product extends { code: string }>(
  producten: readonly Product[],
  gehouden: ReadonlyMap<string, readonly Temporal.PlainDate[]>,
  jaar: number,
  { aantal, perJaren }: Frequentie,
): Product[] {
  return producten.filter(({ code }) => {
    const dagen = gehouden.get(code) ?? []
    return dagen.filter((dag) => dag.year <= jaar && dag.year > jaar - perJaren).length < aantal
  })
}
