/** iWmo/iJw units as people say them after a tariff; an unknown code is shown as it is. */
const eenheden: Record<string, string> = {
  '01': 'minuut',
  '04': 'uur',
  '14': 'etmaal',
  '16': 'dagdeel',
  '82': 'stuk',
  '83': 'euro',
  '84': 'stuk',
}

export function eenheid(code: string): string {
  return eenheden[code] ?? `eenheid ${code}`
}
