import { deelVan, type Ladder } from './ladder.ts'
import { ontvangstdatum } from './termijnen.ts'
import { metStukken, toetsZet } from './toets.ts'
import { voerUit } from './voer-uit.ts'
import type { Brief, Feiten, Gebrek, OpenStap, Verzending, Zaak, Zet } from './zaak.ts'

/** Either the case as it became, or why not. `gezet`: the step was carried out; otherwise it waits for a decision or a letter. */
export type Uitkomst = { zaak: Zaak; gezet: boolean } | { gebreken: Gebrek[] }

/** Tasks of the mandate register that a step asks for: its own, and those of the measures it starts and ends. */
export function takenVan(
  ladder: Ladder,
  { overgang: code, maatregelen }: Pick<Zet, 'overgang' | 'maatregelen'>,
): string[] {
  const overgang = deelVan(ladder, 'overgangen', code)
  const soorten = [...maatregelen.map(({ soort }) => soort), ...overgang.maatregelen.einde]
  return [
    ...new Set([
      ...(overgang.mandaat === null ? [] : [overgang.mandaat]),
      ...soorten.map((soort) => deelVan(ladder, 'maatregelen', soort).taak),
    ]),
  ]
}

/** Takes a step as far as it goes: proposed, decided and waiting for its letter, or done. `bevoegd`: tasks the actor has mandate for. */
export function doeStap(ladder: Ladder, zaak: Zaak, zet: Zet, bevoegd: ReadonlySet<string>, feiten: Feiten): Uitkomst {
  const gebreken = toetsZet(ladder, zaak, zet, feiten)
  if (gebreken.length > 0) return { gebreken }
  // Records are facts, whatever becomes of the step.
  const met = metStukken(ladder, zaak, zet)
  const kaal = { ...zet, stukken: [] }
  if (deelVan(ladder, 'overgangen', zet.overgang).voorstel) {
    return { zaak: { ...met, open: { zet: kaal, stand: 'voorgesteld', besloten: null } }, gezet: false }
  }
  return besloten(ladder, met, kaal, { door: zet.door }, bevoegd, feiten)
}

/**
 * Decides on what was proposed. Nobody decides on his own proposal. Refused, the case stays where it was (A23), or goes back to
 * where it stood before a state that itself is a proposal (B22).
 */
export function doeBesluit(
  ladder: Ladder,
  zaak: Zaak,
  besluit: { akkoord: boolean; reden: string; door: string; datum: Temporal.PlainDate },
  bevoegd: ReadonlySet<string>,
  feiten: Feiten,
): Uitkomst {
  const { open } = zaak
  if (open?.stand !== 'voorgesteld') return geweigerd('open', 'Er ligt geen voorstel om over te besluiten.')
  if (open.zet.door === besluit.door) {
    return geweigerd('vierOgen', 'Wie een stap voorstelt, besluit er niet over. Vraag een ander met mandaat.')
  }
  const dicht: Zaak = { ...zaak, open: null }
  const zonder = mandaatGebrek(ladder, open.zet, bevoegd)
  if (zonder) return { gebreken: [zonder] }
  if (!besluit.akkoord) return wijsAf(ladder, dicht, open, besluit, feiten)
  const zet = { ...open.zet, datum: besluit.datum }
  const gebreken = toetsZet(ladder, dicht, zet, feiten)
  return gebreken.length > 0 ? { gebreken } : besloten(ladder, dicht, zet, { door: besluit.door }, bevoegd, feiten)
}

function wijsAf(
  ladder: Ladder,
  zaak: Zaak,
  open: OpenStap,
  { reden, door, datum }: { reden: string; door: string; datum: Temporal.PlainDate },
  feiten: Feiten,
): Uitkomst {
  if (reden.trim() === '') return geweigerd('motivering', 'Schrijf op waarom u het voorstel afwijst.')
  const terug = ladder.overgangen.find(({ van, naar }) => naar === 'vorige' && van.includes(zaak.toestand!))
  if (!terug) return { zaak, gezet: false }
  const zet: Zet = { ...open.zet, overgang: terug.code, doel: undefined, grond: undefined, motivering: reden }
  const leeg = { ...zet, velden: {}, maatregelen: [], datum }
  return {
    zaak: voerUit(ladder, zaak, { zet: leeg, stand: 'besloten', besloten: { door } }, null, feiten),
    gezet: true,
  }
}

/** The letter of a decided step was sent: that carries it out, and its terms begin. */
export function doeVerzending(ladder: Ladder, zaak: Zaak, verzending: Verzending, feiten: Feiten): Uitkomst {
  const { open } = zaak
  if (open?.stand !== 'besloten') return geweigerd('open', 'Er wacht geen brief op verzending.')
  const overgang = deelVan(ladder, 'overgangen', open.zet.overgang)
  const brief = deelVan(ladder, 'brieven', overgang.brief!)
  const { datum, wijze, kenmerk, ontvangen } = verzending
  if (brief.aangetekend && (wijze !== 'aangetekend' || kenmerk.trim() === '')) {
    return geweigerd('brief', `${brief.naam} gaat aangetekend. Vul het nummer van de aangetekende brief in.`)
  }
  if (Temporal.PlainDate.compare(datum, feiten.vandaag) > 0) {
    return geweigerd('datum', 'De dag van verzending ligt in de toekomst.')
  }
  if (Temporal.PlainDate.compare(datum, open.zet.datum) < 0) {
    return geweigerd('datum', 'De brief kan niet zijn verstuurd voordat het besluit er was.')
  }
  if (ontvangen && Temporal.PlainDate.compare(ontvangen, datum) < 0) {
    return geweigerd('datum', 'De brief kan niet zijn ontvangen voordat hij was verstuurd.')
  }
  const verzonden: Brief = {
    soort: brief.code,
    verzonden: datum,
    ontvangen: ontvangstdatum(verzending, feiten.kalender),
  }
  const achterhaald = overgang.termijnen.find(
    ({ veld }) => veld !== undefined && (open.zet.velden[veld] ?? '9') < verzonden.ontvangen.toString(),
  )
  if (achterhaald) {
    const { naam } = deelVan(ladder, 'termijnen', achterhaald.termijn)
    return geweigerd(
      'brief',
      `De dag voor "${naam}" ligt voor de ontvangst van de brief. Trek de stap in en maak de brief opnieuw.`,
    )
  }
  return { zaak: voerUit(ladder, { ...zaak, open: null }, open, verzonden, feiten), gezet: true }
}

/** Takes back a step that was not carried out yet. */
export function doeIntrekking(zaak: Zaak): Uitkomst {
  return zaak.open ? { zaak: { ...zaak, open: null }, gezet: false } : geweigerd('open', 'Er staat geen stap open.')
}

function besloten(
  ladder: Ladder,
  zaak: Zaak,
  zet: Zet,
  besluit: { door: string },
  bevoegd: ReadonlySet<string>,
  feiten: Feiten,
): Uitkomst {
  const zonder = mandaatGebrek(ladder, zet, bevoegd)
  if (zonder) return { gebreken: [zonder] }
  const open: OpenStap = { zet, stand: 'besloten', besloten: besluit }
  if (deelVan(ladder, 'overgangen', zet.overgang).brief !== null) return { zaak: { ...zaak, open }, gezet: false }
  return { zaak: voerUit(ladder, zaak, open, null, feiten), gezet: true }
}

// ROL-13: no measure without the matching mandate.
function mandaatGebrek(ladder: Ladder, zet: Zet, bevoegd: ReadonlySet<string>): Gebrek | null {
  const mist = takenVan(ladder, zet).filter((taak) => !bevoegd.has(taak))
  if (mist.length === 0) return null
  return { soort: 'mandaat', zin: `U heeft hiervoor geen mandaat (${mist.join(', ')}).`, wacht: true }
}

const geweigerd = (soort: string, zin: string): Uitkomst => ({ gebreken: [{ soort, zin, wacht: true }] })
