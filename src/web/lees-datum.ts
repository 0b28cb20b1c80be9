const MAANDEN = ['jan', 'feb', 'mrt', 'apr', 'mei', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec']

// \s also takes the no-break spaces of our own notation, which a form is filled with.
/** A day as people type it (1-1-2027, 01/01/2027, 13 nov 2026, 13 november 2026, 2027-01-01); undefined when there is no such day. */
export function leesDatum(tekst: string): Temporal.PlainDate | undefined {
  const delen = /^(\d{1,2})[-/.\s]+(\d{1,2}|[a-z]+\.?)[-/.\s]+(\d{4})$/i.exec(tekst)
  const iso = delen ? `${delen[3]!}-${maandnummer(delen[2]!)}-${delen[1]!.padStart(2, '0')}` : tekst
  if (!/^\d{4}-\d{2}-\d{2}$/.test(iso)) return undefined
  try {
    return Temporal.PlainDate.from(iso, { overflow: 'reject' })
  } catch {
    return undefined
  }
}

function maandnummer(maand: string): string {
  if (/^\d/.test(maand)) return maand.padStart(2, '0')
  // "maart" is written "mrt" when short
  const kort = maand
    .toLowerCase()
    .replace(/^maa.*/, 'mrt')
    .slice(0, 3)
  return String(MAANDEN.indexOf(kort) + 1).padStart(2, '0')
}
