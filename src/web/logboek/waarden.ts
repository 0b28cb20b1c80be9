import { datum } from '../ui/notatie.ts'

export type Waarde = { naam: string; oud?: string; nieuw: string }

/** "naam: A → B" */
export function waardezin({ naam, oud, nieuw }: Waarde): string {
  return `${naam}: ${overgang({ oud, nieuw })}`
}

/** "A → B", or only what is there now */
export function overgang({ oud, nieuw }: { oud?: string | undefined; nieuw: string }): string {
  return oud === undefined ? nieuw : `${oud} → ${nieuw}`
}

/** Old and new values of an audit record as lines to read. `tekst` is the JSON that was recorded. */
export function leesWaarden(tekst: string): Waarde[] {
  const gegevens = JSON.parse(tekst) as unknown
  return isObject(gegevens) ? vanObject(gegevens) : [{ naam: 'waarde', nieuw: toon(gegevens) }]
}

function vanObject(gegevens: Record<string, unknown>): Waarde[] {
  // The label of a client stands with who exported or removed it; showing it here would be one more look at a client (S50).
  const { oud, nieuw, wijzigingen, label: _label, ...overige } = gegevens
  // An import says with "nieuw" how many were new: that is a count and no new value.
  const telling = nieuw !== undefined && !('oud' in gegevens) && !isObject(nieuw)
  return [
    ...(telling ? [{ naam: 'nieuw', nieuw: toon(nieuw) }] : vergelijking(oud, nieuw)),
    ...lijst(wijzigingen),
    ...Object.entries(overige).map(([naam, waarde]) => ({ naam, nieuw: toon(waarde) })),
  ]
}

/** `{ oud: { naam: 'A' }, nieuw: { naam: 'B' } }`: a line for each field that differs. */
function vergelijking(oud: unknown, nieuw: unknown): Waarde[] {
  if (oud === undefined && nieuw === undefined) return []
  if (!isObject(nieuw) || !(isObject(oud) || oud === null || oud === undefined)) {
    return [{ naam: 'waarde', oud: toon(oud), nieuw: toon(nieuw) }]
  }
  const voor = oud ?? {}
  return [...new Set([...Object.keys(voor), ...Object.keys(nieuw)])]
    .map((naam) => ({ naam, oud: toon(voor[naam]), nieuw: toon(nieuw[naam]) }))
    .filter((waarde) => waarde.oud !== waarde.nieuw)
}

/** `[{ veld: 'naam', oud: 'A', nieuw: 'B' }]`, as an import records what it changed. */
function lijst(wijzigingen: unknown): Waarde[] {
  if (wijzigingen === undefined) return []
  if (!Array.isArray(wijzigingen)) return [{ naam: 'wijzigingen', nieuw: toon(wijzigingen) }]
  return wijzigingen.map((wijziging: unknown) =>
    isObject(wijziging) && typeof wijziging['veld'] === 'string'
      ? { naam: wijziging['veld'], oud: toon(wijziging['oud']), nieuw: toon(wijziging['nieuw']) }
      : { naam: 'wijziging', nieuw: toon(wijziging) },
  )
}

function toon(waarde: unknown): string {
  if (waarde === undefined || waarde === null || waarde === '') return '–'
  if (typeof waarde === 'boolean') return waarde ? 'ja' : 'nee'
  if (Array.isArray(waarde) && waarde.every((deel) => !isObject(deel))) return waarde.map(toon).join(', ')
  // things with names of their own: each in words, one after another
  if (Array.isArray(waarde)) return waarde.map(toon).join('; ')
  if (isObject(waarde))
    return Object.entries(waarde)
      .map(([naam, deel]) => `${naam} ${toon(deel)}`)
      .join(', ')
  return typeof waarde === 'string' ? metDatum(waarde) : JSON.stringify(waarde)
}

function metDatum(tekst: string): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(tekst) ? datum(Temporal.PlainDate.from(tekst)) : tekst
}

function isObject(waarde: unknown): waarde is Record<string, unknown> {
  return typeof waarde === 'object' && waarde !== null && !Array.isArray(waarde)
}
