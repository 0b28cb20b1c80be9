import { kalenderjaar, type Periode } from '../../begrippen/periode.ts'
import type { KpiDefinitie } from './kpi-definitie.ts'

/** One measuring year (KPI-04), cut off at the start of the contract phase. */
export type Meetperiode = {
  jaar: number
  begindatum: Temporal.PlainDate
  einddatum: Temporal.PlainDate
  /** A first period shorter than a calendar year: the scale is shown, nothing follows from it (AMB-18). */
  nulmeting: boolean
  /** Only what was sent on or before this day exists for the year. */
  peildatum: Temporal.PlainDate
  /** The reference date of the year has not come yet, so figures are read as of today. */
  voorlopig: boolean
}

type Regels = Pick<KpiDefinitie, 'peildatum' | 'nulmeting'>

/** The measuring period of one year, or null when it lies before the contract phase or has not begun. */
export function meetperiode(
  jaar: number,
  regels: Regels,
  contractfaseVanaf: Temporal.PlainDate,
  vandaag: Temporal.PlainDate,
): Meetperiode | null {
  const { begindatum: nieuwjaar, einddatum } = kalenderjaar(jaar)
  const begindatum = laatste(nieuwjaar, contractfaseVanaf)

  if (isNa(begindatum, einddatum) || isNa(begindatum, vandaag)) {
    return null
  }
  const peildatum = Temporal.PlainDate.from({
    year: jaar + 1,
    month: regels.peildatum.maand,
    day: regels.peildatum.dag,
  })
  const voorlopig = isNa(peildatum, vandaag)
  return {
    jaar,
    begindatum,
    einddatum,
    nulmeting: regels.nulmeting && isNa(begindatum, nieuwjaar),
    peildatum: voorlopig ? vandaag : peildatum,
    voorlopig,
  }
}

/** Every measuring period that has begun, oldest first. */
export function meetperioden(
  regels: Regels,
  contractfaseVanaf: Temporal.PlainDate,
  vandaag: Temporal.PlainDate,
): Meetperiode[] {
  const aantal = Math.max(0, vandaag.year - contractfaseVanaf.year + 1)
  return Array.from({ length: aantal }, (_, plaats) =>
    meetperiode(contractfaseVanaf.year + plaats, regels, contractfaseVanaf, vandaag),
  ).filter((periode) => periode !== null)
}

/**
 * When the scale is evaluated (KPI-26, AMB-26): in a quarter after the first complete measuring years, with a look in
 * between in the same quarter a year earlier when the first year was not complete.
 */
export function evaluatiemomenten(
  { tussentijds, naVolledigeMeetjaren, kwartaal }: KpiDefinitie['evaluatie'],
  contractfaseVanaf: Temporal.PlainDate,
): { tussentijds: Periode | null; algemeen: Periode } {
  const beginVanJaar = kalenderjaar(contractfaseVanaf.year).begindatum
  const eersteJaarVolledig = !isNa(contractfaseVanaf, beginVanJaar)
  const eersteVolledigeJaar = eersteJaarVolledig ? contractfaseVanaf.year : contractfaseVanaf.year + 1

  return {
    tussentijds: tussentijds && !eersteJaarVolledig ? kwartaalVan(contractfaseVanaf.year + 1, kwartaal) : null,
    algemeen: kwartaalVan(eersteVolledigeJaar + naVolledigeMeetjaren, kwartaal),
  }
}

function kwartaalVan(jaar: number, kwartaal: number): Periode {
  const begindatum = new Temporal.PlainDate(jaar, 3 * kwartaal - 2, 1)
  return { begindatum, einddatum: begindatum.add({ months: 3 }).subtract({ days: 1 }) }
}

function isNa(a: Temporal.PlainDate, b: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(a, b) > 0
}

function laatste(a: Temporal.PlainDate, b: Temporal.PlainDate): Temporal.PlainDate {
  return isNa(a, b) ? a : b
}
