export type Geplaatst = { id: string; onderId: string | null; volgorde: number }

/** The items in reading order with their number: 3, 3.1, 3.1.1. An item whose parent was taken away stands at the top level, last. */
export function nummerAgenda<Punt extends Geplaatst>(
  punten: readonly Punt[],
): (Punt & { nummer: string; diepte: number })[] {
  const bekend = new Set(punten.map(({ id }) => id))
  const kinderen = new Map<string | null, Punt[]>()
  for (const punt of punten) {
    const onder = punt.onderId !== null && bekend.has(punt.onderId) ? punt.onderId : null
    kinderen.set(onder, [...(kinderen.get(onder) ?? []), punt])
  }
  const wees = ({ onderId }: Punt) => (onderId !== null && !bekend.has(onderId) ? 1 : 0)
  const loop = (onder: string | null, voor: string, diepte: number): (Punt & { nummer: string; diepte: number })[] =>
    (kinderen.get(onder) ?? [])
      .toSorted((a, b) => wees(a) - wees(b) || a.volgorde - b.volgorde || (a.id < b.id ? -1 : 1))
      .flatMap((punt, i) => {
        const nummer = `${voor}${i + 1}`
        return [{ ...punt, nummer, diepte }, ...loop(punt.id, `${nummer}.`, diepte + 1)]
      })
  return loop(null, '', 1)
}
