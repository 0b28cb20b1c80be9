import { Weigering } from '../platform/errors.ts'

export const ONLEESBAAR =
  'In dit verzoek staat iets dat Overlap niet kan lezen. Ga terug, verbeter de invoer en probeer het opnieuw.'

/** Throws 400 for the character NUL: no text of people holds it and PostgreSQL cannot store it. */
export function weigerNultekens(waarden: readonly unknown[]) {
  if (waarden.some((waarde) => typeof waarde === 'string' && waarde.includes('\u0000'))) {
    throw new Weigering(400, 'onleesbaar', ONLEESBAAR)
  }
}
