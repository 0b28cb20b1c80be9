import { collapse } from './witruimte.ts'

const DAGEN = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const DATUM = /^-?([0-9]{4,})-([0-9]{2})-([0-9]{2})$/

/** xs:date without a time zone. */
export function leesDatum(tekst: string): string | null {
  if (tekst.length === 10 && tekst.charCodeAt(4) === 45 && tekst.charCodeAt(7) === 45) {
    const jaar = tweeCijfers(tekst, 0) * 100 + tweeCijfers(tekst, 2)
    if (jaar > 0) {
      return bestaat(jaar, tweeCijfers(tekst, 5), tweeCijfers(tekst, 8)) ? tekst : null
    }
  }
  return leesVreemdeDatum(collapse(tekst))
}

/** NaN, hence no date, when one of the two is no digit. */
function tweeCijfers(tekst: string, plaats: number): number {
  const tiental = tekst.charCodeAt(plaats) - 48
  const eenheid = tekst.charCodeAt(plaats + 1) - 48
  return tiental >= 0 && tiental <= 9 && eenheid >= 0 && eenheid <= 9 ? tiental * 10 + eenheid : Number.NaN
}

function bestaat(jaar: number, maand: number, dag: number): boolean {
  if (!(maand >= 1 && maand <= 12 && dag >= 1)) {
    return false
  }
  const schrikkel = jaar % 4 === 0 && (jaar % 100 !== 0 || jaar % 400 === 0)
  return dag <= (maand === 2 && schrikkel ? 29 : (DAGEN[maand - 1] ?? 0))
}

/** Years before Christ and after 9999 exist in XSD (year 0 does not); libxml2 stops at 32 bits. */
function leesVreemdeDatum(tekst: string): string | null {
  const delen = DATUM.exec(tekst)
  if (delen === null) {
    return null
  }
  const [, jaartal = '', maand, dag] = delen
  const jaar = Number(jaartal)
  if (jaar === 0 || jaar > 2_147_483_647 || (jaartal.length > 4 && jaartal.startsWith('0'))) {
    return null
  }
  return bestaat(jaar, Number(maand), Number(dag)) ? tekst : null
}

const TIJD = /^([01][0-9]|2[0-3]):[0-5][0-9]:([0-5][0-9](?:\.[0-9]+)?)$/
const EINDE_DAG = /^24:00:00(?:\.0+)?$/
const NULLEN = /\.?0+$/

/** xs:time without a time zone; 24:00:00 is the end of the day. Trailing zeros of a fraction mean nothing. */
export function leesTijd(tekst: string): string | null {
  const kaal = collapse(tekst)
  const delen = TIJD.exec(kaal)
  if (delen === null) {
    return EINDE_DAG.test(kaal) ? '24:00:00' : null
  }
  // So many nines that the seconds round to 60 are refused, as libxml2 does.
  if (Number(delen[2]) >= 60) {
    return null
  }
  return kaal.length > 8 ? kaal.replace(NULLEN, '') : kaal
}
