/** How many clients an aanbieder has in a subregio where it is contracted. */
export type Clienten = { subregioId: string; clienten: number }

/**
 * AMB-58: an aanbieder counts for the subregio with most of its clients. With as many in two, or none at all, for the one that comes
 * first in the order of the region. Throws on an empty list: who is nowhere contracted is no candidate.
 */
export function kiesSubregio(aantallen: readonly Clienten[], volgorde: readonly string[]): string {
  const plek = ({ subregioId }: Clienten) => volgorde.indexOf(subregioId)
  const [eerste] = aantallen.toSorted((a, b) => b.clienten - a.clienten || plek(a) - plek(b))
  if (!eerste) throw new Error('an aanbieder without a subregio')
  return eerste.subregioId
}
