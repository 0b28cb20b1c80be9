/** For tests: what stands in rendered HTML. Not a parser; our own output is regular enough. */
export function tags(html: string, naam: string): string[] {
  return html.match(new RegExp(`<${naam}(?=[\\s>])[^>]*>`, 'g')) ?? []
}

export function attribuut(tag: string, naam: string): string | undefined {
  return new RegExp(`\\s${naam}="([^"]*)"`).exec(tag)?.[1]
}

export function attributen(html: string, naam: string): string[] {
  return [...html.matchAll(new RegExp(`\\s${naam}="([^"]*)"`, 'g'))].map(([, waarde]) => waarde!)
}
