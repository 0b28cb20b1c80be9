export type Belanghebbende = { naam: string; email: string }

/**
 * The others who get the feedback (TAF-15), as people type them: one a line, "adres" or "Naam <adres>". Gives the lines that are no address
 * as `fouten`; an address that stands there twice counts once.
 */
export function leesBelanghebbenden(tekst: string): { belanghebbenden: Belanghebbende[]; fouten: string[] } {
  const belanghebbenden = new Map<string, Belanghebbende>()
  const fouten: string[] = []
  for (const regel of tekst.split(/\r?\n/).map((een) => een.trim())) {
    if (regel === '') continue
    const delen = /^(?:([^<>]{1,200}?)\s*<([^<>\s@]+@[^<>\s@]+)>|([^<>\s@,;]+@[^<>\s@,;]+))$/.exec(regel)
    const email = (delen?.[2] ?? delen?.[3])?.toLowerCase()
    if (email === undefined || email.length > 254) fouten.push(regel)
    else if (!belanghebbenden.has(email)) belanghebbenden.set(email, { naam: delen?.[1] ?? email, email })
  }
  return { belanghebbenden: [...belanghebbenden.values()], fouten }
}
