import { Stop } from '../errors.ts'

const LOKAAL = /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?|)$/i

/**
 * A database server elsewhere is reached over TLS with its certificate and name checked, or not at all (ASVS V12.3.1, V12.3.2). Throws
 * Stop for an address without sslmode=verify-full; `zonder`: the operator named the exception (OVERLAP_DATABASE_ZONDER_TLS).
 */
export function eisVersleuteld(naam: string, adres: string, zonder: boolean): void {
  if (zonder || !URL.canParse(adres)) return
  const { hostname, searchParams } = new URL(adres)
  // as the driver reads it: the last one of a name counts, and a host in the query goes before the one in front of it
  const laatste = (naam: string) => searchParams.getAll(naam).at(-1)
  const host = laatste('host') ?? decodeURIComponent(hostname)
  if (host.startsWith('/') || LOKAAL.test(host) || laatste('sslmode') === 'verify-full') return
  throw new Stop(
    `De databaseserver in ${naam} staat op een andere machine. Zet sslmode=verify-full in het adres, zodat de verbinding versleuteld is en ` +
      'het certificaat wordt nagegaan. Is dat netwerk op een andere manier beschermd, zet dan OVERLAP_DATABASE_ZONDER_TLS=1.',
  )
}
