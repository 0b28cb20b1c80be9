// Words for the codes of the national code lists (WJ756, WMO757, WMO002/JZ002, WMO588, JZ588).

const EENHEID: Record<string, [string, string]> = {
  '01': ['minuut', 'minuten'],
  '04': ['uur', 'uur'],
  '14': ['etmaal', 'etmalen'],
  '16': ['dagdeel', 'dagdelen'],
  '82': ['stuk', 'stuks'],
  '83': ['euro', 'euro'],
  '84': ['stuk', 'stuks'],
}

const FREQUENTIE: Record<string, string> = {
  '1': 'per dag',
  '2': 'per week',
  '4': 'per maand',
  '6': 'in de hele periode',
}

const WIJZIGING: Record<string, string> = {
  '01': 'vervallen',
  '02': 'overleden',
  '03': 'contractwijziging',
  '04': 'verlenging',
  '05': 'verkorting',
  '06': 'ander domein',
  '07': 'verhuizing',
  '08': 'andere leveringsvorm',
  '09': 'andere aanbieder',
  '10': 'andere bekostiging',
  '11': 'herindeling',
  '12': 'op initiatief van de aanbieder',
  '13': 'verwijderd',
  '14': 'administratieve correctie',
}

const BEEINDIGING = {
  wmo: {
    '02': 'overlijden',
    '19': 'volgens plan',
    '20': 'tijdelijk beëindigd',
    '21': 'eenzijdig door de cliënt',
    '22': 'eenzijdig door de aanbieder',
    '23': 'in overeenstemming voortijdig',
    '31': 'verhuizing naar een andere gemeente',
    '36': 'op initiatief van de gemeente',
    '37': 'wijzigingsverzoek',
    '38': 'andere aanbieder',
    '39': 'ander domein',
  },
  jw: {
    '02': 'overlijden',
    '20': 'tijdelijk beëindigd',
    '31': 'volgens plan',
    '32': 'voortijdig door de cliënt',
    '33': 'voortijdig door de aanbieder',
    '34': 'in overeenstemming voortijdig',
    '35': 'externe omstandigheden',
    '36': 'op initiatief van de gemeente',
    '37': 'wijzigingsverzoek',
    '38': 'andere aanbieder',
    '39': 'ander domein',
  },
} as const satisfies Record<string, Record<string, string>>

/** "4 uur", "120 minuten": `volume` in the unit of the code. */
export function hoeveelheid(volume: number, eenheid: string, getal: (n: number) => string): string {
  const [een, meer] = EENHEID[eenheid] ?? [`eenheid ${eenheid}`, `eenheden ${eenheid}`]
  return `${getal(volume)}\u00a0${volume === 1 ? een : meer}`
}

/** "per week" */
export function frequentieNaam(code: string): string {
  return FREQUENTIE[code] ?? ''
}

export function redenWijzigingNaam(code: string): string {
  return WIJZIGING[code] ?? `reden ${code}`
}

export function redenBeeindigingNaam(wet: 'wmo' | 'jw', code: string): string {
  const lijst: Record<string, string> = BEEINDIGING[wet]
  return lijst[code] ?? `reden ${code}`
}
