/**
 * A paragraph of a template with its words filled in; null when nothing is left of it. A sentence that asks a word which is empty is left
 * out. A word that is filled in is not looked into for other words.
 */
export function vulAlinea(alinea: string, woorden: Readonly<Record<string, string>>): string | null {
  const zinnen = alinea.split(/(?<=[.?])\s+(?=[A-Z{])/)
  const gevuld = zinnen
    .filter((zin) => woordenIn(zin).every((woord) => (woorden[woord] ?? '') !== ''))
    .map((zin) => zin.replace(/\{([^{}]+)\}/g, (_, woord: string) => woorden[woord]!))
  return gevuld.length === 0 ? null : gevuld.join(' ').replace(/([.?!])\./g, '$1')
}

/** The words that a text of a template asks. */
export function woordenIn(tekst: string): string[] {
  return [...tekst.matchAll(/\{([^{}]+)\}/g)].map(([, woord]) => woord!)
}
