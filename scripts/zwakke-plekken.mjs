// How long a known weakness of a part may stay (docs/veiligheid/overzicht.md, ASVS V15.1.1): a build with one that is over its term fails.
// Of high and critical weight there is no term: BIO2 8.08.01 says a week, and a build with one is not given out at all.
export const DAGEN = { critical: 0, high: 0, moderate: 30, low: 90, info: 90 }

/**
 * What fails the build of `vandaag` ("2026-11-26"). `vulnerabilities` is that of `npm audit --json`; `gezien` the ledger: advisory → day it
 * was first seen here. One that is not in the ledger fails too, so that its term begins with somebody who looked at it.
 */
export function teLang(vulnerabilities, gezien, vandaag) {
  const meldingen = new Map()
  for (const { via = [] } of Object.values(vulnerabilities)) {
    for (const een of via) if (typeof een === 'object') meldingen.set(nummerVan(een), een)
  }
  return [...meldingen].toSorted().flatMap(([nummer, { name, severity, title }]) => {
    const wat = `${severity}: ${name} ${nummer} ${title ?? ''}`.trim()
    // an unknown word is taken as the heaviest
    const dagen = Object.hasOwn(DAGEN, severity) ? DAGEN[severity] : 0
    if (dagen === 0) return [wat]
    if (!Object.hasOwn(gezien, nummer))
      return [`${wat}: not in scripts/zwakke-plekken.json; write down the day it was seen`]
    const oud = (Date.parse(vandaag) - Date.parse(gezien[nummer])) / 86_400_000
    return oud > dagen || !(oud >= 0) ? [`${wat}: seen ${gezien[nummer]}, at most ${dagen} days`] : []
  })
}

const nummerVan = ({ url, source }) => /GHSA(-[a-z0-9]{4}){3}/i.exec(url ?? '')?.[0] ?? String(source)
