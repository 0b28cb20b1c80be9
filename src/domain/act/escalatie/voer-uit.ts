import { deelVan, hoogte, type Ladder, type Overgang } from './ladder.ts'
import { startTermijn } from './termijnen.ts'
import { stukTelt } from './toets-waarborg.ts'
import type { Brief, Feiten, OpenStap, Schorsing, Termijnstand, Zaak, Zet } from './zaak.ts'

/** Where a step leads: the state that was chosen, the only one, the same, or the one the case came from. */
function bestemming({ naar }: Overgang, zaak: Zaak, doel: string | undefined): string {
  if (naar === 'zelfde') return zaak.toestand!
  if (naar === 'vorige') return zaak.vorige!
  return doel ?? naar[0]!
}

/** The case after a step: where it stands, which terms and measures began and ended, what is suspended. */
export function voerUit(ladder: Ladder, zaak: Zaak, open: OpenStap, brief: Brief | null, feiten: Feiten): Zaak {
  const { zet, besloten: besluit } = open
  const overgang = deelVan(ladder, 'overgangen', zet.overgang)
  const naar = bestemming(overgang, zaak, zet.doel)
  const datum = brief?.verzonden ?? zet.datum
  const dag = ingangsdatum(zet, datum)
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
        // what an aanbieder does is no decision of the region
        beslotenDoor: zet.partij === 'aanbieder' ? null : (besluit?.door ?? null),
      },
    ],
    stukken: zaak.stukken,
    brieven: brief ? [...zaak.brieven, brief] : zaak.brieven,
    termijnen,
    maatregelen: [
      ...zaak.maatregelen.map((maatregel) =>
        maatregel.einde === null && eindigt(ladder, maatregel.soort, overgang, naar)
          ? { ...maatregel, einde: later(dag, maatregel.begin) }
          : maatregel,
      ),
      ...zet.maatregelen.map(({ soort, velden }) => ({ soort, velden, begin: dag, einde: null })),
    ],
    schorsingen: schors(zaak, overgang, termijnen, datum, vertrek?.soort === 'bezwaar' && overgang.naar !== 'zelfde'),
  }
}

// ESA-13, DOC-02: a stop begins and ends on the day its letter says, never before that letter was sent.
function ingangsdatum({ velden }: Zet, datum: Temporal.PlainDate): Temporal.PlainDate {
  return velden['ingang'] ? later(Temporal.PlainDate.from(velden['ingang']), datum) : datum
}

const later = (een: Temporal.PlainDate, ander: Temporal.PlainDate) =>
  Temporal.PlainDate.compare(een, ander) > 0 ? een : ander

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
