const RAND = /^[ \t\n\r]+|[ \t\n\r]+$/g

/** Spaces inside stay: no value that has them is valid for the types that collapse. */
export function collapse(tekst: string): string {
  return tekst.replace(RAND, '')
}
