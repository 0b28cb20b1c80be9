import { deelVan, hoogte, type Ladder, type Overgang } from './ladder.ts'
import { ontvangstdatum, startTermijn } from './termijnen.ts'
import { metStukken, toetsZet } from './toets.ts'
import { stukTelt } from './toets-waarborg.ts'
import type { Brief, Feiten, Gebrek, OpenStap, Schorsing, Termijnstand, Verzending, Zaak, Zet } from './zaak.ts'

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

/** Where a step leads: the state that was chosen, the only one, the same, or the one the case came from. */
function bestemming({ naar }: Overgang, zaak: Zaak, doel: string | undefined): string {
  if (naar === 'zelfde') return zaak.toestand!
  if (naar === 'vorige') return zaak.vorige!
  return doel ?? naar[0]!
}

function voerUit(ladder: Ladder, zaak: Zaak, open: OpenStap, brief: Brief | null, feiten: Feiten): Zaak {
  const { zet, besloten: besluit } = open
  const overgang = deelVan(ladder, 'overgangen', zet.overgang)
  const naar = bestemming(overgang, zaak, zet.doel)
  const datum = brief?.verzonden ?? zet.datum
  const aankomst = deelVan(ladder, 'toestanden', naar)
  const vertrek = zaak.toestand === null ? null : deelVan(ladder, 'toestanden', zaak.toestand)
  const nieuw = nieuweTermijnen(ladder, zaak, overgang, zet, datum, brief, feiten)
  const termijnen = [...sluit(zaak.termijnen, overgang, nieuw, datum, aankomst.soort === 'einde'), ...nieuw]
  return {
    toestand: naar,
    vorige: aankomst.soort !== 'voorstel' ? null : vertrek?.soort === 'voorstel' ? zaak.vorige : zaak.toestand,
    beurt: overgang.naar === 'zelfde' ? zaak.beurt : zaak.beurt + 1,
    open: null,
    stappen: [
      ...zaak.stappen,
      {
        overgang: overgang.code,
        van: zaak.toestand,
        naar,
        datum,
        grond: zet.grond ?? null,
        motivering: zet.motivering,
        velden: zet.velden,
        partij: zet.partij,
        door: zet.door,
        beslotenDoor: besluit?.door ?? null,
      },
    ],
    stukken: zaak.stukken,
    brieven: brief ? [...zaak.brieven, brief] : zaak.brieven,
    termijnen,
    maatregelen: [
      ...zaak.maatregelen.map((maatregel) =>
        maatregel.einde === null && eindigt(ladder, maatregel.soort, overgang, naar)
          ? { ...maatregel, einde: datum }
          : maatregel,
      ),
      ...zet.maatregelen.map(({ soort, velden }) => ({ soort, velden, begin: datum, einde: null })),
    ],
    schorsingen: schors(zaak, overgang, termijnen, datum, vertrek?.soort === 'bezwaar' && overgang.naar !== 'zelfde'),
  }
}

function nieuweTermijnen(
  ladder: Ladder,
  zaak: Zaak,
  overgang: Overgang,
  zet: Zet,
  datum: Temporal.PlainDate,
  brief: Brief | null,
  { kalender }: Feiten,
): Termijnstand[] {
  return overgang.termijnen.flatMap(({ termijn: code, vanaf, stuk, veld }) => {
    const termijn = deelVan(ladder, 'termijnen', code)
    const gevuld = veld === undefined ? undefined : zet.velden[veld]
    const afgesproken = gevuld ? Temporal.PlainDate.from(gevuld) : undefined
    // An agreed term without a day is not set: its field is optional.
    if (termijn.looptijd === null && !afgesproken) return []
    const start =
      vanaf === 'ontvangst' ? brief!.ontvangen : vanaf === 'stuk' ? stukTelt(ladder, zaak, stuk!)?.datum : datum
    return [startTermijn(termijn, start ?? datum, afgesproken, kalender)]
  })
}

// A term ends with the step that answers it, when it starts anew, and with the case.
function sluit(
  termijnen: readonly Termijnstand[],
  { klaar }: Overgang,
  nieuw: readonly Termijnstand[],
  datum: Temporal.PlainDate,
  einde: boolean,
): Termijnstand[] {
  return termijnen.map((termijn) =>
    termijn.klaar === null && (einde || klaar.includes(termijn.code) || nieuw.some(({ code }) => code === termijn.code))
      ? { ...termijn, klaar: datum }
      : termijn,
  )
}

// A measure ends with its own end, with the case, and when the case comes down below its rung. One that ends the agreement stays.
function eindigt(ladder: Ladder, soort: string, { maatregelen }: Overgang, naar: string): boolean {
  if (maatregelen.einde.includes(soort)) return true
  const { stap, effect } = deelVan(ladder, 'maatregelen', soort)
  const toestand = deelVan(ladder, 'toestanden', naar)
  if (toestand.soort === 'einde') return effect !== 'overeenkomst'
  const rang = ladder.stappen.findIndex(({ code }) => code === stap) + 1
  return toestand.soort === 'actief' && hoogte(ladder, naar) < rang
}

// ESB-14, -15, AMB-44: a timely objection suspends, unless the measure was needed for safety or against fraud.
function schors(
  zaak: Zaak,
  { schorst }: Overgang,
  termijnen: readonly Termijnstand[],
  datum: Temporal.PlainDate,
  afgehandeld: boolean,
): Schorsing[] {
  const eerdere = zaak.schorsingen.map((schorsing) =>
    afgehandeld && schorsing.tot === null ? { ...schorsing, tot: datum } : schorsing,
  )
  if (!schorst) return eerdere
  const maatregel = zaak.stappen.findLast(({ velden }) => velden[schorst.veld] !== undefined)
  if (schorst.nietBij.includes(maatregel?.velden[schorst.veld] ?? '')) return eerdere
  const tot = termijnen.findLast(({ code }) => code === schorst.tot)!
  return [...eerdere, { vanaf: tot.start, uiterlijk: tot.einddatum, tot: null, termijnen: schorst.termijnen }]
}

const geweigerd = (soort: string, zin: string): Uitkomst => ({ gebreken: [{ soort, zin, wacht: true }] })
