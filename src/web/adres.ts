import { BlockList, isIP } from 'node:net'
import type { Context } from 'hono'

/** The network address behind a request, as far as it can be trusted. */
export type Adreslezer = (c: Context) => string

/**
 * The address of the connection; behind a proxy that is ours (`proxys`: addresses or networks) what that proxy says, read from the
 * right: the first that is not a proxy itself. What a browser writes there itself stands further to the left and is not believed.
 */
export function makeAdreslezer(proxys: readonly string[]): Adreslezer {
  const eigen = new BlockList()
  for (const proxy of proxys) {
    const [adres = '', lengte] = proxy.split('/')
    const soort = isIP(adres) === 6 ? 'ipv6' : 'ipv4'
    if (lengte === undefined) eigen.addAddress(adres, soort)
    else eigen.addSubnet(adres, Number(lengte), soort)
  }
  const isEigen = (adres: string) => isIP(adres) !== 0 && eigen.check(adres, isIP(adres) === 6 ? 'ipv6' : 'ipv4')
  return (c) => {
    const verbinding = kort(verbindingVan(c))
    if (!isEigen(verbinding)) return verbinding
    const keten = (c.req.header('x-forwarded-for') ?? '').split(',').map((deel) => kort(deel.trim()))
    for (const adres of keten.toReversed()) {
      if (isIP(adres) === 0) return verbinding
      if (!isEigen(adres)) return adres
    }
    return verbinding
  }
}

/** What is counted as one visitor: an IPv4 address, or the /64 that a provider gives to one IPv6 connection. */
export function telbaar(adres: string): string {
  if (isIP(adres) !== 6) return adres
  const [voor = '', na] = adres.split('::')
  const begin = voor.split(':').filter((deel) => deel !== '')
  const eind = (na ?? '').split(':').filter((deel) => deel !== '')
  const midden = na === undefined ? [] : Array<string>(Math.max(0, 8 - begin.length - eind.length)).fill('0')
  return [...begin, ...midden, ...eind]
    .slice(0, 4)
    .map((deel) => Number.parseInt(deel, 16).toString(16))
    .join(':')
}

// Without a server (tests) there is no connection.
function verbindingVan(c: Context): string {
  const { incoming } = (c.env ?? {}) as { incoming?: { socket?: { remoteAddress?: string } } }
  return incoming?.socket?.remoteAddress ?? ''
}

// IPv4 that arrives on an IPv6 socket
function kort(adres: string): string {
  return adres.replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, '')
}
