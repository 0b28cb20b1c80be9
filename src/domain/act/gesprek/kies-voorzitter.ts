import type { Gesprekssoort } from './gespreksregels.ts'

/**
 * Who leads a meeting: the contractmanager of the aanbieder, else who plans it. Where the regelset fixes that the contractmanager is
 * chair (ROL-20, SDFL), the first of these two who has that role, and nobody when neither has: it is no choice of a form.
 */
export function kiesVoorzitter(
  { voorzitter }: Pick<Gesprekssoort, 'voorzitter'>,
  { contractmanagerId, plannerId }: { contractmanagerId: string | null; plannerId: string },
  contractmanagers: ReadonlySet<string>,
): string | undefined {
  if (voorzitter === undefined) return contractmanagerId ?? plannerId
  return [contractmanagerId, plannerId].find((id) => id !== null && contractmanagers.has(id)) ?? undefined
}
