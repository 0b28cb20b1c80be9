/**
 * Day on which the six weeks begin (KPI-22, KPI-23, AMB-24): the later of the Ingangsdatum of the winning 301 and the
 * Toewijzingsdatum of the earliest version that had this Ingangsdatum, so that an extension does not reset the clock.
 */
export function refdatum(
  ingangsdatum: Temporal.PlainDate,
  eersteToewijzingsdatum: Temporal.PlainDate,
): Temporal.PlainDate {
  return Temporal.PlainDate.compare(ingangsdatum, eersteToewijzingsdatum) >= 0 ? ingangsdatum : eersteToewijzingsdatum
}

/** Last day care may start. Calendar days; a Sunday or holiday does not move it (TRM-05, AMB-51). */
export function uitersteStartdatum(ref: Temporal.PlainDate, termijnDagen: number): Temporal.PlainDate {
  return ref.add({ days: termijnDagen })
}

/** Did care start in time? A start before the reference date is tijdig; no start is not (FRM-03). */
export function isTijdigGestart(start: Temporal.PlainDate | null, uiterste: Temporal.PlainDate): boolean {
  return start !== null && Temporal.PlainDate.compare(start, uiterste) <= 0
}
