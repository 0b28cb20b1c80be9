/** RFC 9116, mandatory for gemeenten since 25 May 2023 (S23): how to report a weakness. Valid for half a year from today. */
export function securityTxt(vandaag: Temporal.PlainDate, contact: string): string {
  const geldigTot = vandaag.add({ months: 6 }).toZonedDateTime('UTC').toInstant().toString()
  return [`Contact: ${contact}`, `Expires: ${geldigTot}`, 'Preferred-Languages: nl, en', ''].join('\r\n')
}
