export type Hoedanigheid = 'voorzitter' | 'contractbeheer' | 'aanbieder' | 'gast'

export const hoedanigheden: Record<Hoedanigheid, string> = {
  voorzitter: 'Contractmanager, voorzitter',
  contractbeheer: 'Vertegenwoordiger contractbeheer',
  aanbieder: 'Aanbieder',
  gast: 'Gast',
}

/** Who of those that must be there was not (GES-10); empty when the minutes can be made final under this name. */
export function ontbreekt(
  vereist: readonly Hoedanigheid[],
  aanwezig: readonly { hoedanigheid: Hoedanigheid; aanwezig: boolean | null }[],
): Hoedanigheid[] {
  return vereist.filter((wie) => !aanwezig.some((een) => een.hoedanigheid === wie && een.aanwezig === true))
}

/** Under what name the minutes become final: that of the meeting, or "overig overleg" when somebody missed who must be there. */
export function naamVanVerslag(naam: string, mist: readonly Hoedanigheid[]): string {
  return mist.length === 0 ? naam : 'Overig overleg'
}
