import { z } from 'zod'
import { bevatBsn } from './bsn.ts'

/** Text that people type: trimmed, lines ended in one way, at most `max` characters, and without a number that may be a BSN. */
export function vrijeTekst(max: number) {
  return z
    .string()
    .transform((tekst) => tekst.replaceAll('\r\n', '\n').trim())
    .pipe(
      z
        .string()
        .max(max, `Gebruik hooguit ${max} tekens`)
        .refine(
          (tekst) => !bevatBsn(tekst),
          'Hier staat een getal van negen cijfers dat een burgerservicenummer kan zijn. Haal dat getal weg',
        ),
    )
}
