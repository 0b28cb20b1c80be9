import { rollen, type Rol } from '../../rechten.ts'
import type { Belegging, Letter, Taak, Verdeling } from './taken.ts'

/** Roles with this letter, in the order of the division. */
export function metLetter(verdeling: Verdeling, letter: Letter): Rol[] {
  return verdeling.filter((een) => een.letter === letter).map(({ rol }) => rol)
}

/** What is wrong with a division: exactly one A, at least one R, nobody who does and does not (ROL-12 [D], ROL-15). */
export function verdelingsfouten(verdeling: Verdeling): string[] {
  const beslissers = metLetter(verdeling, 'A')
  const fouten: string[] = []
  if (beslissers.length === 0) fouten.push('Niemand beslist: geef precies één rol een A.')
  if (beslissers.length > 1)
    fouten.push(`Meer dan één rol beslist (${beslissers.map((rol) => rollen[rol]).join(', ')}): kies er één.`)
  if (metLetter(verdeling, 'R').length === 0) fouten.push('Niemand voert het uit: geef minstens één rol een R.')
  const nietEnWel = metLetter(verdeling, 'N').filter((rol) =>
    verdeling.some((een) => een.rol === rol && ['A', 'R', 'S'].includes(een.letter)),
  )
  for (const rol of nietEnWel) fouten.push(`${rollen[rol]} doet dit niet (N), en staat er ook als uitvoerder bij.`)
  const dubbel = verdeling.filter(
    (een, i) => verdeling.findIndex(({ rol, letter }) => rol === een.rol && letter === een.letter) < i,
  )
  for (const { rol, letter } of dubbel) fouten.push(`${rollen[rol]} staat twee keer bij ${letter}.`)
  return fouten
}

/**
 * Roles that decide on or do a task that is belegd with others (ROL-16, SDFL: the DOP with the local gemeenten and toegangsteams, the
 * AOC with SDFL). Who helps, is asked or is told may be anybody.
 */
export function beleggingsfouten(
  { afspraak }: Pick<Taak, 'afspraak'>,
  verdeling: Verdeling,
  belegging: readonly Belegging[],
): string[] {
  const eis = belegging.find((een) => een.afspraak === afspraak)
  if (!eis) return []
  const vreemd = [...new Set([...metLetter(verdeling, 'A'), ...metLetter(verdeling, 'R')])].filter(
    (rol) => !eis.rollen.includes(rol),
  )
  return vreemd.map((rol) => `Dit is belegd bij ${eis.bij}: ${rollen[rol]} beslist of doet dit niet.`)
}

/** What a region still lacks: a wrong division, a role that decides or does but that nobody holds, a measure without mandate. */
export function ontbreekt(
  taak: Taak,
  { bezet, gemandateerd }: { bezet: ReadonlySet<string>; gemandateerd: ReadonlySet<string> },
): string[] {
  const onbezet = [...new Set([...metLetter(taak.verdeling, 'A'), ...metLetter(taak.verdeling, 'R')])].filter(
    (rol) => !bezet.has(rol),
  )
  return [
    ...verdelingsfouten(taak.verdeling),
    ...onbezet.map((rol) => `Niemand heeft de rol ${rollen[rol]}.`),
    ...(taak.maatregel && !gemandateerd.has(taak.code) ? ['Het mandaatregister noemt deze maatregel niet.'] : []),
  ]
}
