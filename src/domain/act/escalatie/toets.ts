import { datumzin } from '../../begrippen/datumzin.ts'
import { gronden } from './gronden.ts'
import { deelVan, type Ladder, type Overgang, type Veld } from './ladder.ts'
import { stukTelt, toetsWaarborg } from './toets-waarborg.ts'
import type { Feiten, Gebrek, Velden, Zaak, Zet } from './zaak.ts'

/** Everything that stands in the way of this step, in sentences; empty: it is sound but for the mandate (`doe.ts`). */
export function toetsZet(ladder: Ladder, zaak: Zaak, gegeven: Zet, feiten: Feiten): Gebrek[] {
  const overgang = ladder.overgangen.find(({ code }) => code === gegeven.overgang)
  if (!overgang || !past(overgang, zaak.toestand)) {
    return [gebrek('toestand', `"${overgang?.naam ?? 'Deze stap'}" kan niet vanuit waar de zaak nu staat.`, true)]
  }
  const zet = { ...gegeven, doel: gegeven.doel ?? enigDoel(overgang) }
  if (zaak.open) return [gebrek('open', 'Er staat al een stap open. Rond die eerst af, of trek haar in.', true)]
  const daarna = metStukken(ladder, zaak, zet)
  return [
    ...toetsPartij(overgang, zet),
    ...toetsDoel(overgang, zet),
    ...toetsDatum(zaak, zet, feiten),
    ...(overgang.motivering && leeg(zet.motivering) ? [gebrek('motivering', 'Schrijf op waarom.')] : []),
    ...toetsGrond(ladder, overgang, daarna, zet, feiten),
    ...toetsVelden(veldenVan(ladder, overgang), zet.velden, zet.datum),
    ...toetsStukken(ladder, overgang, daarna, zet),
    ...overgang.waarborgen.flatMap(
      (waarborg) => toetsWaarborg(waarborg, { ladder, zaak: daarna, zet, velden: zet.velden, feiten }) ?? [],
    ),
    ...toetsMaatregelen(ladder, overgang, daarna, zet, feiten),
  ]
}

/** Whether a step starts where the case is; without a state it must open one. */
export function past(overgang: Overgang, toestand: string | null): boolean {
  return toestand === null ? overgang.van.length === 0 : overgang.van.includes(toestand)
}

function enigDoel({ naar }: Overgang): string | undefined {
  return typeof naar !== 'string' && naar.length === 1 ? naar[0] : undefined
}

/** What is to be filled in with a step: its own fields and those of its letter, each once. */
export function veldenVan(ladder: Ladder, overgang: Overgang): Veld[] {
  const brief = overgang.brief === null ? [] : deelVan(ladder, 'brieven', overgang.brief).velden
  return [...overgang.velden, ...brief.filter(({ code }) => !overgang.velden.some((veld) => veld.code === code))]
}

/** The case with the records that come with this step. */
export function metStukken(ladder: Ladder, zaak: Zaak, zet: Pick<Zet, 'stukken'>): Zaak {
  const bekend = zet.stukken.filter(({ soort }) => ladder.stukken.some(({ code }) => code === soort))
  return { ...zaak, stukken: [...zaak.stukken, ...bekend.map((stuk) => ({ ...stuk, beurt: zaak.beurt }))] }
}

function toetsPartij(overgang: Overgang, { partij }: Zet): Gebrek[] {
  if (overgang.wie === 'beide' || overgang.wie === partij) return []
  return [gebrek('partij', partij === 'aanbieder' ? 'Dit doet de gemeente of regio.' : 'Dit doet de aanbieder.', true)]
}

function toetsDoel({ naar }: Overgang, { doel }: Zet): Gebrek[] {
  const mogelijk = typeof naar === 'string' ? [] : naar
  if (doel === undefined) return mogelijk.length > 1 ? [gebrek('doel', 'Kies waar de zaak heen gaat.')] : []
  return mogelijk.includes(doel) ? [] : [gebrek('doel', 'Deze stap gaat daar niet heen. Kies een andere bestemming.')]
}

function toetsDatum(zaak: Zaak, { datum }: Zet, { vandaag }: Feiten): Gebrek[] {
  if (Temporal.PlainDate.compare(datum, vandaag) > 0) {
    return [gebrek('datum', 'De dag van de stap ligt in de toekomst.')]
  }
  const vorige = zaak.stappen.at(-1)?.datum
  return vorige && Temporal.PlainDate.compare(datum, vorige) < 0
    ? [gebrek('datum', `De stap kan niet voor de vorige liggen, die van ${datumzin(vorige)} is.`)]
    : []
}

function toetsGrond(ladder: Ladder, overgang: Overgang, zaak: Zaak, zet: Zet, feiten: Feiten): Gebrek[] {
  if (overgang.gronden.length === 0) return []
  const gekozen = overgang.gronden.find(({ grond }) => grond === zet.grond)
  if (!gekozen) {
    const namen = overgang.gronden.map(({ grond }) => gronden[grond].toLowerCase()).join('; ')
    return [gebrek('grond', `Kies de grond. Het kan zijn: ${namen}.`)]
  }
  const blik = { ladder, zaak, zet, velden: zet.velden, feiten }
  return gekozen.waarborgen.flatMap((waarborg) => toetsWaarborg(waarborg, blik) ?? [])
}

/** Mandatory fields that are empty, and fields that are not what they should be. */
export function toetsVelden(velden: readonly Veld[], waarden: Velden, vanaf: Temporal.PlainDate): Gebrek[] {
  return velden.flatMap(({ code, naam, soort, verplicht, opties = [] }) => {
    const waarde = waarden[code] ?? ''
    if (leeg(waarde)) return verplicht ? [gebrek(`veld:${code}`, `Vul in: ${naam.toLowerCase()}.`)] : []
    if (soort === 'datum') {
      if (!isDatum(waarde)) return [gebrek(`veld:${code}`, `${naam}: dit is geen datum.`)]
      return Temporal.PlainDate.compare(Temporal.PlainDate.from(waarde), vanaf) < 0
        ? [gebrek(`veld:${code}`, `${naam} ligt voor de dag van de stap.`)]
        : []
    }
    if (soort === 'bedrag' && !/^(0|[1-9]\d{0,14})$/.test(waarde)) {
      return [gebrek(`veld:${code}`, `${naam}: dit is geen bedrag.`)]
    }
    return soort === 'keuze' && !opties.some((optie) => optie.code === waarde)
      ? [gebrek(`veld:${code}`, `${naam}: kies een van de mogelijkheden.`)]
      : []
  })
}

function toetsStukken(ladder: Ladder, overgang: Overgang, zaak: Zaak, zet: Zet): Gebrek[] {
  const ontbreekt = overgang.stukken
    .filter((soort) => !stukTelt(ladder, zaak, soort))
    .map((soort) => gebrek(`stuk:${soort}`, `Er ontbreekt: ${deelVan(ladder, 'stukken', soort).naam.toLowerCase()}.`))
  return [...ontbreekt, ...zet.stukken.flatMap((stuk) => toetsStuk(ladder, stuk, zet.partij, zet.datum))]
}

/** What is wrong with a record by itself: unknown, of the other party, in the future of the step, or with an empty field. */
export function toetsStuk(
  ladder: Ladder,
  { soort, datum, velden }: Zet['stukken'][number],
  partij: Zet['partij'],
  uiterlijk: Temporal.PlainDate,
): Gebrek[] {
  const kent = ladder.stukken.find(({ code }) => code === soort)
  if (!kent) return [gebrek(`stuk:${soort}`, 'Dit stuk hoort niet bij deze ladder.')]
  if (partij === 'aanbieder' && kent.van === 'opdrachtgever') {
    return [gebrek(`stuk:${soort}`, `${kent.naam} komt van de gemeente of regio.`)]
  }
  const later = Temporal.PlainDate.compare(datum, uiterlijk) > 0
  return [
    ...(later ? [gebrek(`stuk:${soort}`, `${kent.naam} is van na de dag van de stap.`)] : []),
    ...toetsVelden(kent.velden, velden, Temporal.PlainDate.from('1990-01-01')).map((fout) => ({
      ...fout,
      soort: `stuk:${soort}:${fout.soort}`,
      zin: `${kent.naam}: ${fout.zin}`,
    })),
  ]
}

function toetsMaatregelen(ladder: Ladder, { maatregelen }: Overgang, zaak: Zaak, zet: Zet, feiten: Feiten): Gebrek[] {
  const { start, minstens, einde } = maatregelen
  const lopend = new Set(zaak.maatregelen.filter((maatregel) => maatregel.einde === null).map(({ soort }) => soort))
  const namen = (codes: readonly string[]) =>
    codes.map((code) => deelVan(ladder, 'maatregelen', code).naam.toLowerCase())
  const teWeinig = new Set(zet.maatregelen.map(({ soort }) => soort)).size < minstens
  return [
    ...(teWeinig ? [gebrek('maatregel', `Kies ten minste één maatregel: ${namen(start).join('; ')}.`)] : []),
    ...einde
      .filter((code) => !lopend.has(code))
      .map((code) => gebrek('maatregel', `Er loopt geen ${namen([code])[0]}.`, true)),
    ...zet.maatregelen.flatMap(({ soort, velden }) => {
      if (!start.includes(soort)) return [gebrek('maatregel', 'Deze maatregel hoort niet bij deze stap.')]
      const { naam, velden: eigen, waarborgen } = deelVan(ladder, 'maatregelen', soort)
      const dubbel = lopend.has(soort) ? [gebrek('maatregel', `${naam} loopt al.`, true)] : []
      const blik = { ladder, zaak, zet, velden, feiten }
      return [
        ...dubbel,
        ...toetsVelden(eigen, velden, zet.datum).map((fout) => ({
          ...fout,
          soort: `maatregel:${soort}:${fout.soort}`,
        })),
        ...waarborgen.flatMap((waarborg) => toetsWaarborg(waarborg, blik) ?? []),
      ]
    }),
  ]
}

function isDatum(tekst: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(tekst)) return false
  try {
    return Temporal.PlainDate.from(tekst, { overflow: 'reject' }).year > 1990
  } catch {
    return false
  }
}

const leeg = (tekst: string) => tekst.trim() === ''
const gebrek = (soort: string, zin: string, wacht = false): Gebrek => ({ soort, zin, wacht })
