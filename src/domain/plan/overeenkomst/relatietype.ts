/** ORG-11: what holds for inkoop holds for subsidie too. */
export const relatietypen = { inkoop: 'Inkoop', subsidie: 'Subsidie' } as const

export type Relatietype = keyof typeof relatietypen

export const relatietypeCodes = Object.keys(relatietypen) as [Relatietype, ...Relatietype[]]
