import { belet } from './planacten.ts'
import { puntenVan, type Gebrek, type Plan, type Punt, type Uitkomst, type Wie } from './plan.ts'
import type { Planregels } from './planregels.ts'
import { planoordeelVan } from './puntstand.ts'

/** A point as somebody filled it in; its day is not there when it was none. `nr` of a point that is new is null. */
export type Puntinvoer = {
  nr: number | null
  velden: Readonly<Record<string, string>>
  wie: string
  einddatum: Temporal.PlainDate | null
}

export type Indieninvoer = { toelichting: string; ontvangen: Temporal.PlainDate; punten: readonly Puntinvoer[] }

/**
 * Hands in a version of the plan (ESA-09, ESB-06). A point that was agreed stays as it is and stays agreed; what was to be added to or
 * was refused is handed in changed, or left out. Fields are named `punten.<place>.<field>`.
 */
export function doeIndiening(plan: Plan, invoer: Indieninvoer, wie: Wie, regels: Planregels): Uitkomst {
  const stop = belet('indienen', plan, wie)
  if (stop) return stop
  const vast = vastePunten(plan)
  const nieuw = invoer.punten.filter(({ nr }) => !vast.some((punt) => punt.nr === nr))
  const gebreken = [
    ...toetsAantal(vast.length + nieuw.length, regels),
    ...toetsDag(plan, invoer, wie),
    ...toetsPunten(plan, invoer, vast, regels),
  ]
  if (gebreken.length > 0) return { gebreken }

  const bekend = new Set(plan.indieningen.flatMap(({ punten }) => punten.map(({ nr }) => nr)))
  let volgende = Math.max(0, ...bekend)
  const punten: Punt[] = [
    ...vast,
    ...nieuw.map(({ nr, velden, wie: door, einddatum }) => ({
      nr: nr !== null && bekend.has(nr) ? nr : ++volgende,
      velden,
      wie: door,
      einddatum: einddatum!,
      akkoordIn: null,
    })),
  ].toSorted((a, b) => a.nr - b.nr)
  const ronde = plan.ronde + 1
  const { toelichting, ontvangen } = invoer
  return {
    plan: {
      ...plan,
      stand: 'ingediend',
      ronde,
      indieningen: [
        ...plan.indieningen,
        { ronde, toelichting, ontvangen, partij: wie.partij, door: wie.naam, op: wie.op, punten },
      ],
    },
  }
}

/** Points of the last version that were agreed: they go on as they are. */
export function vastePunten(plan: Plan): Punt[] {
  return puntenVan(plan)
    .filter(({ nr }) => planoordeelVan(plan, nr) === 'akkoord')
    .map((punt) => ({ ...punt, akkoordIn: punt.akkoordIn ?? plan.ronde }))
}

function toetsAantal(aantal: number, { hoogstensPunten }: Planregels): Gebrek[] {
  if (aantal === 0) return [{ veld: 'punten.0', zin: 'Een verbeterplan heeft ten minste één punt.' }]
  return aantal > hoogstensPunten
    ? [{ veld: 'punten.0', zin: `Een verbeterplan heeft hooguit ${hoogstensPunten} punten. Voeg punten samen.` }]
    : []
}

// What an aanbieder hands in is received today; the region writes down when it came.
function toetsDag(plan: Plan, { ontvangen }: Indieninvoer, { vandaag }: Wie): Gebrek[] {
  if (Temporal.PlainDate.compare(ontvangen, vandaag) > 0) {
    return [{ veld: 'ontvangen', zin: 'De dag van ontvangst ligt in de toekomst.' }]
  }
  const vorige = plan.indieningen.at(-1)?.ontvangen
  return vorige && Temporal.PlainDate.compare(ontvangen, vorige) < 0
    ? [{ veld: 'ontvangen', zin: 'De dag van ontvangst ligt voor die van de vorige versie.' }]
    : []
}

function toetsPunten(
  plan: Plan,
  { punten }: Indieninvoer,
  vast: readonly Punt[],
  { vragen, wie: doet, wanneer }: Planregels,
): Gebrek[] {
  const oud = new Map(puntenVan(plan).map((punt) => [punt.nr, punt]))
  return punten.flatMap((punt, i): Gebrek[] => {
    if (vast.some(({ nr }) => nr === punt.nr)) return []
    const bij = (veld: string, zin: string) => ({ veld: `punten.${i}.${veld}`, zin: `Punt ${i + 1}: ${zin}` })
    const leeg = [
      ...vragen
        .filter(({ code, verplicht }) => verplicht && (punt.velden[code] ?? '').trim() === '')
        .map(({ code, naam }) => bij(code, `vul in: ${naam.toLowerCase()}.`)),
      ...(punt.wie.trim() === '' ? [bij('wie', `vul in: ${doet.naam.toLowerCase()}.`)] : []),
      ...(punt.einddatum === null ? [bij('wanneer', `vul in: ${wanneer.naam.toLowerCase()}.`)] : []),
    ]
    if (leeg.length > 0) return leeg
    const eerder = punt.nr === null ? undefined : oud.get(punt.nr)
    return eerder && isGelijk(eerder, punt)
      ? [bij(vragen[0]!.code, 'dit is hetzelfde als wat is teruggegeven. Pas het aan, of haal het punt weg.')]
      : []
  })
}

function isGelijk(oud: Punt, nieuw: Puntinvoer): boolean {
  const codes = new Set([...Object.keys(oud.velden), ...Object.keys(nieuw.velden)])
  return (
    oud.wie === nieuw.wie.trim() &&
    nieuw.einddatum !== null &&
    oud.einddatum.equals(nieuw.einddatum) &&
    [...codes].every((code) => (oud.velden[code] ?? '').trim() === (nieuw.velden[code] ?? '').trim())
  )
}
