/** Somebody who can get a mail. `gebonden`: to an overeenkomst that is concerned; `vrij`: to none, so there for all of them. */
export type Ontvanger = { naam: string; email: string; gebonden: boolean; vrij: boolean }

/**
 * CTR-04: who at an aanbieder gets a mail about a subject. Who is there for an overeenkomst that is concerned; else who is there for all of
 * them; else everybody there is, rather than nobody. An address gets one mail.
 */
export function kiesOntvangers<O extends Ontvanger>(mensen: readonly O[]): O[] {
  const metAdres = mensen.filter(({ email }) => /^[^@\s]+@[^@\s]+$/.test(email))
  const gebonden = metAdres.filter((een) => een.gebonden)
  const vrij = metAdres.filter((een) => een.vrij)
  const gekozen = gebonden.length > 0 ? gebonden : vrij.length > 0 ? vrij : metAdres
  return gekozen.filter(
    ({ email }, i) => gekozen.findIndex((een) => een.email.toLowerCase() === email.toLowerCase()) === i,
  )
}
