/** The site a passkey belongs to: `https://overlap.regio.nl`. */
export type Site = { url: string }

/** The name under which devices know it. */
export function rpId({ url }: Site): string {
  return new URL(url).hostname
}
