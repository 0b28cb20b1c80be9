import type { Declaratiebericht, Prestatie } from './bericht.ts'
import type { Berichtfout } from './fout.ts'
import { bsnOnjuist, regelfout } from './regelfout.ts'
import type { Toets } from './regels.ts'

const MINUUT = '01'
const EURO = '83'

/**
 * A 323: errors of period and total refuse the message, other errors only their line. Whether lines have a start or stop message
 * is never looked at (OP364), nor whether a ProductPeriode follows the delivery (IV089).
 */
export function toetsDeclaratie(bericht: Declaratiebericht<unknown>): Toets {
  const fout = toetsPeriode(bericht) ?? toetsTotaal(bericht)
  if (fout !== null) {
    return { fout, prestatiefouten: [] }
  }
  const referenties = new Set<string>()
  const prestatiefouten: Berichtfout[] = []
  for (const prestatie of bericht.prestaties) {
    const regel = toetsPrestatie(prestatie, bericht.periodeEinde) ?? toetsReferentie(prestatie, referenties)
    referenties.add(prestatie.referentie)
    if (regel !== null) {
      prestatiefouten.push(regel)
    }
  }
  return { fout: null, prestatiefouten }
}

/** CS340: exactly one calendar month. */
function toetsPeriode({ periodeBegin, periodeEinde }: Declaratiebericht<unknown>): Berichtfout | null {
  const eersteDag = periodeBegin.endsWith('-01')
  if (eersteDag && zelfdeMaand(periodeBegin, periodeEinde) && isLaatsteDag(periodeEinde)) {
    return null
  }
  return regelfout(
    'declaratieperiode-onjuist',
    'DeclaratiePeriode',
    'De DeclaratiePeriode is niet precies een kalendermaand. Vraag de afzender per maand te declareren.',
  )
}

/** TR358: sum of debit lines minus credit lines, over all lines, also those refused below. */
function toetsTotaal({ prestaties, totaalCent }: Declaratiebericht<unknown>): Berichtfout | null {
  const som = prestaties.reduce(
    (tot, { bedragCent, debetCredit }) => tot + (debetCredit === 'C' ? -bedragCent : bedragCent),
    0,
  )
  if (som === totaalCent) {
    return null
  }
  return regelfout(
    'totaal-onjuist',
    'TotaalIngediendBedrag',
    'Het TotaalIngediendBedrag is niet gelijk aan de som van de prestaties (debet min credit). Vraag de afzender de declaratie opnieuw te maken.',
  )
}

function toetsPrestatie(prestatie: Prestatie<unknown>, declaratieEinde: string): Berichtfout | null {
  const { client, volgnummer, periodeBegin, periodeEinde } = prestatie
  if (client === null) {
    return bsnOnjuist(volgnummer)
  }
  // CS337 and TR319: within one month, and not later than the month that is declared.
  if (!zelfdeMaand(periodeBegin, periodeEinde) || periodeBegin > periodeEinde || periodeEinde > declaratieEinde) {
    const melding = `De ProductPeriode van prestatie ${String(volgnummer)} valt niet binnen een kalendermaand tot en met de DeclaratiePeriode. Vraag de afzender deze prestatie opnieuw in te dienen.`
    return regelfout('declaratieperiode-onjuist', 'ProductPeriode', melding, volgnummer)
  }
  if (bedragKlopt(prestatie)) {
    return null
  }
  const melding = `Het IngediendBedrag van prestatie ${String(volgnummer)} is niet het volume maal het tarief. Vraag de afzender deze prestatie opnieuw in te dienen.`
  return regelfout('bedrag-onjuist', 'IngediendBedrag', melding, volgnummer)
}

/** TR346, CS339. Minutes are judged against the hourly tariff of the contract (IV081), and without a tariff there is nothing to judge. */
function bedragKlopt({ eenheid, volume, tariefCent, bedragCent }: Prestatie<unknown>): boolean {
  if (eenheid === EURO) {
    return volume === bedragCent
  }
  return eenheid === MINUUT || tariefCent === null || volume * tariefCent === bedragCent
}

/** TR314, as far as one message can tell: the first line with a reference holds. */
function toetsReferentie(
  { referentie, volgnummer }: Prestatie<unknown>,
  gezien: ReadonlySet<string>,
): Berichtfout | null {
  if (!gezien.has(referentie)) {
    return null
  }
  const melding = `Het ReferentieNummer van prestatie ${String(volgnummer)} komt al eerder voor in dit bericht. Vraag de afzender deze prestatie met een nieuw nummer in te dienen.`
  return regelfout('dubbele-referentie', 'ReferentieNummer', melding, volgnummer)
}

function zelfdeMaand(een: string, ander: string): boolean {
  return een.slice(0, 7) === ander.slice(0, 7)
}

function isLaatsteDag(datum: string): boolean {
  const dag = Temporal.PlainDate.from(datum)
  return dag.day === dag.daysInMonth
}
