/** Parts of the report that are still empty, in the order of the regelset; it can be handed in when there are none (GES-03). */
export function ontbrekendeDelen<Deel extends { code: string }>(
  delen: readonly Deel[],
  ingevuld: Readonly<Record<string, string>>,
): Deel[] {
  return delen.filter(({ code }) => (ingevuld[code] ?? '').trim() === '')
}
