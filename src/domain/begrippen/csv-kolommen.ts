import { bevatBsn } from './bsn.ts'
import type { Celfout, Kolom } from './csv-vorm.ts'

/** Exactly `cijfers` digits, as text. */
export function cijfercode(noemer: string, cijfers: number): Kolom<string> {
  const patroon = new RegExp(`^[0-9]{${cijfers}}$`)
  return {
    noemer,
    lees: (cel) =>
      patroon.test(cel)
        ? cel
        : { fout: `moet uit ${cijfers} cijfers bestaan. Controleer of voorloopnullen zijn weggevallen.` },
  }
}

/** A text of `min` to `max` characters that holds no number that could be a BSN. */
export function tekst(noemer: string, { min = 1, max }: { min?: number; max: number }): Kolom<string> {
  return {
    noemer,
    lees: (cel) => {
      if (cel.length < min) {
        return { fout: 'ontbreekt. Vul deze cel in.' }
      }
      if (cel.length > max) {
        return { fout: `mag niet langer zijn dan ${max} tekens.` }
      }
      return bevatBsn(cel)
        ? { fout: 'bevat een getal van negen cijfers dat een burgerservicenummer kan zijn. Haal dat getal weg.' }
        : cel
    },
  }
}

/** A text that fits `patroon`; `uitleg` ends the sentence "het nummer …". */
export function patroon(noemer: string, vorm: RegExp, uitleg: string): Kolom<string> {
  return { noemer, lees: (cel) => (vorm.test(cel) ? cel : { fout: uitleg }) }
}

/** One of a few words. */
export function keuze<const T extends string>(noemer: string, waarden: readonly T[]): Kolom<T> {
  const lijst = `${waarden.slice(0, -1).join(', ')} of ${waarden.at(-1) ?? ''}`
  return { noemer, lees: (cel) => waarden.find((waarde) => waarde === cel) ?? { fout: `moet zijn: ${lijst}.` } }
}

/** A whole number from `min` to `max`, digits only. */
export function geheel(noemer: string, min: number, max: number): Kolom<number> {
  const fout = { fout: `moet een geheel getal zijn van ${min} tot en met ${max}.` }
  return {
    noemer,
    lees: (cel) => {
      const getal = /^[0-9]{1,15}$/.test(cel) ? Number(cel) : NaN
      return getal >= min && getal <= max ? getal : fout
    },
  }
}

const bekendeDagen = new Set<string>()

/** An existing day as YYYY-MM-DD between 1900 and 2100, kept as text: texts of this form compare as days do. */
export function dag(noemer: string): Kolom<string> {
  return {
    noemer,
    lees: (cel) => (isDag(cel) ? cel : { fout: 'moet een bestaande datum zijn, geschreven als 2026-11-22.' }),
  }
}

/** Empty, or as `kolom` says. */
export function facultatief<T>(kolom: Kolom<T>): Kolom<T | null> {
  return { ...kolom, lees: (cel): T | null | Celfout => (cel === '' ? null : kolom.lees(cel)) }
}

function isDag(cel: string): boolean {
  if (!/^(19|20)[0-9]{2}-[0-9]{2}-[0-9]{2}$/.test(cel)) {
    return false
  }
  if (!bekendeDagen.has(cel)) {
    const [jaar, maand, dag] = cel.split('-').map(Number) as [number, number, number]
    if (maand < 1 || maand > 12 || dag < 1 || dag > new Temporal.PlainYearMonth(jaar, maand).daysInMonth) {
      return false
    }
    // Two centuries of days at most: the set cannot grow without end.
    bekendeDagen.add(cel)
  }
  return true
}
