import type { Bericht, Toewijzingbericht, Startbericht, Stopbericht } from './bericht.ts'
import { toetsDeclaratie } from './declaratieregels.ts'
import type { Berichtfout } from './fout.ts'
import { bsnOnjuist, regelfout } from './regelfout.ts'

/** `fout` refuses the whole message; each of `prestatiefouten` one line of a 323 (plaats.volgnummer). */
export type Toets = { fout: Berichtfout | null; prestatiefouten: Berichtfout[] }

/**
 * The rules that one message alone decides. A client that is null failed the elfproef. Nothing here looks at another message,
 * at a contract or at the clock, so the outcome never changes.
 */
export function toetsBericht(bericht: Bericht<unknown>): Toets {
  switch (bericht.soort) {
    case '301':
      return heel(toetsBsn(bericht) ?? toetsToewijzing(bericht))
    case '305':
      return heel(toetsBsn(bericht) ?? toetsLevering(bericht))
    case '307':
      return heel(toetsBsn(bericht) ?? toetsLevering(bericht) ?? toetsStop(bericht))
    case '323':
      return toetsDeclaratie(bericht)
    case '325':
      return heel(bericht.antwoord?.prestaties.some(({ client }) => client === null) === true ? bsnOnjuist() : null)
    case '302':
    case '306':
    case '308':
      return heel(null)
  }
}

/** A kept date with a year before 1 or after 9999 is allowed by the schema, but it is no date anybody meant. */
export function onmogelijkeDatum({
  vreemdeDatum,
}: {
  vreemdeDatum: { element: string; volgnummer: number | null } | null
}): Berichtfout | null {
  if (vreemdeDatum === null) {
    return null
  }
  const { element, volgnummer } = vreemdeDatum
  const melding = `Het jaartal van ${element} kan niet kloppen. Vraag de afzender de datums te controleren.`
  return regelfout('datum-onlogisch', element, melding, volgnummer ?? undefined)
}

function heel(fout: Berichtfout | null): Toets {
  return { fout, prestatiefouten: [] }
}

function toetsBsn({ client }: { client: unknown }): Berichtfout | null {
  return client === null ? bsnOnjuist() : null
}

function toetsToewijzing({ producten }: Toewijzingbericht<unknown>): Berichtfout | null {
  const plek = producten.findIndex(({ ingangsdatum, einddatum }) => einddatum !== null && einddatum < ingangsdatum)
  return plek === -1 ? null : datumOnlogisch('de Einddatum ligt voor de Ingangsdatum', 'Einddatum', plek)
}

function toetsLevering(bericht: Startbericht<unknown> | Stopbericht<unknown>): Berichtfout | null {
  for (const [plek, { begindatum, statusAanlevering }] of bericht.producten.entries()) {
    // OP033x2 and CS058: only 1 (first delivery) and 3 (remove) may be used.
    if (statusAanlevering !== '1' && statusAanlevering !== '3') {
      const melding = `StatusAanlevering mag alleen 1 (eerste aanlevering) of 3 (verwijderen) zijn (product ${String(plek + 1)}). Vraag de afzender het bericht te herstellen.`
      return regelfout('statusaanlevering-verboden', 'StatusAanlevering', melding, plek + 1)
    }
    // TR134.
    if (begindatum > bericht.dagtekening) {
      return datumOnlogisch('de Begindatum ligt na de Dagtekening van het bericht', 'Begindatum', plek)
    }
  }
  return null
}

/** TR018. */
function toetsStop({ producten }: Stopbericht<unknown>): Berichtfout | null {
  const plek = producten.findIndex(({ begindatum, einddatum }) => einddatum < begindatum)
  return plek === -1 ? null : datumOnlogisch('de Einddatum ligt voor de Begindatum', 'Einddatum', plek)
}

function datumOnlogisch(wat: string, element: string, plek: number): Berichtfout {
  const melding = `Een datum kan niet kloppen: ${wat} (product ${String(plek + 1)}). Vraag de afzender de datums te controleren.`
  return regelfout('datum-onlogisch', element, melding, plek + 1)
}
