/**
 * The address of a vindplaats (CTR-01) when it is one that can safely be a link: a whole https address without name or password in
 * it. Anything else, such as an archive number, is shown as the text it is.
 */
export function vindplaatsLink(vindplaats: string): string | null {
  if (!/^https:\/\//i.test(vindplaats) || /\s/.test(vindplaats) || !URL.canParse(vindplaats)) {
    return null
  }
  const { username, password, hostname, href } = new URL(vindplaats)
  return username === '' && password === '' && hostname !== '' ? href : null
}
