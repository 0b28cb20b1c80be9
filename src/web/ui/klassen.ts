/** Joins class names and leaves out what is false; undefined when nothing is left, so that no empty attribute is sent. */
export function klassen(...namen: (string | false | undefined)[]): string | undefined {
  return namen.filter(Boolean).join(' ') || undefined
}
