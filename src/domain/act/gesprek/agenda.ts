import type { Niveau, Sjabloon, Vulling } from './gespreksregels.ts'

export type Puntbron = 'sjabloon' | 'bevinding' | 'kpi' | 'meegenomen' | 'hand' | 'escalatie'

/** An item as the agenda gets it. `sleutel` makes it once; `onder` is the key of the item it stands below. */
export type NieuwPunt = {
  sleutel: string
  onder: string | null
  titel: string
  toelichting: string
  niveau: Niveau | null
  bron: Puntbron
  vult: Vulling[]
  bevindingId: string | null
  /** The item of an earlier meeting that is carried over. */
  vanPuntId: string | null
}

export type Agendainhoud = {
  /** A figure per KPI, in words with its counts and norm. */
  kpis: readonly { code: string; naam: string; tekst: string }[]
  /** The case the meeting is held for, where no finding tells what it is about. */
  zaak: { id: string; titel: string } | null
  bevindingen: readonly { id: string; titel: string; toelichting: string; bron: string }[]
  meegenomen: readonly { id: string; titel: string; toelichting: string; niveau: Niveau | null }[]
}

/**
 * The agenda of a meeting: every item of the template in its order (GES-05, GES-12, GES-13), and below the items that say so what
 * there is: figures per KPI where it has a place for them, each open finding (GES-06) and each item carried over; those come last when
 * it has no place.
 */
export function maakAgenda(sjabloon: Sjabloon, inhoud: Agendainhoud): NieuwPunt[] {
  const vast = sjabloon.punten.flatMap(({ onder, ...punt }) => [
    vanSjabloon(punt, null),
    ...onder.map((deel) => vanSjabloon(deel, `sjabloon:${punt.code}`)),
  ])
  const plaats = (vulling: Vulling) => vast.find(({ vult }) => vult.includes(vulling))?.sleutel
  // An insufficient KPI is talked about where its figure stands.
  const plaatsVanBevinding = (bron: string) =>
    (bron === 'kpi' ? plaats('kpis') : undefined) ?? plaats('bevindingen') ?? null
  return [
    ...vast,
    ...(plaats('kpis') === undefined ? [] : inhoud.kpis).map(({ code, naam, tekst }) =>
      los(`kpi:${code}`, plaats('kpis') ?? null, naam, tekst, { bron: 'kpi', niveau: 'tactisch' }),
    ),
    ...(inhoud.zaak === null
      ? []
      : [
          los(`escalatie:${inhoud.zaak.id}`, plaats('bevindingen') ?? null, inhoud.zaak.titel, '', {
            bron: 'escalatie',
            niveau: 'tactisch',
          }),
        ]),
    ...inhoud.bevindingen.map(({ id, titel, toelichting, bron }) =>
      los(`bevinding:${id}`, plaatsVanBevinding(bron), titel, toelichting, {
        bron: 'bevinding',
        niveau: 'tactisch',
        bevindingId: id,
      }),
    ),
    ...inhoud.meegenomen.map(({ id, titel, toelichting, niveau }) =>
      los(`punt:${id}`, plaats('meegenomen') ?? null, titel, toelichting, {
        bron: 'meegenomen',
        niveau,
        vanPuntId: id,
      }),
    ),
  ]
}

/** What of the wanted agenda is not there yet. An item that somebody removed has its key still, so it does not come back. */
export function nieuwePunten(bestaand: ReadonlySet<string>, gewenst: readonly NieuwPunt[]): NieuwPunt[] {
  return gewenst.filter(({ sleutel }) => !bestaand.has(sleutel))
}

type Vast = { code: string; titel: string; niveau?: Niveau | undefined; vult: Vulling[]; toelichting: string }

function vanSjabloon({ code, titel, niveau, vult, toelichting }: Vast, onder: string | null): NieuwPunt {
  return los(`sjabloon:${code}`, onder, titel, toelichting, { bron: 'sjabloon', niveau: niveau ?? null, vult })
}

function los(
  sleutel: string,
  onder: string | null,
  titel: string,
  toelichting: string,
  meer: Pick<NieuwPunt, 'bron' | 'niveau'> & Partial<NieuwPunt>,
): NieuwPunt {
  return { sleutel, onder, titel, toelichting, vult: [], bevindingId: null, vanPuntId: null, ...meer }
}
