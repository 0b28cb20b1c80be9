import { Ladder } from './ladder.ts'

/** The kinds of part a ladder is made of, as people edit them. */
export const ladderdelen = [
  'stappen',
  'toestanden',
  'overgangen',
  'termijnen',
  'stukken',
  'maatregelen',
  'brieven',
] as const
export type Ladderdeel = (typeof ladderdelen)[number]
export type DeelVan<D extends Ladderdeel> = Ladder[D][number]

/** The schema of one part of this kind. */
export function deelschema(deel: Ladderdeel) {
  return Ladder.shape[deel].element
}

/** The part with this code; undefined when a draft has none. */
export function zoekDeel<D extends Ladderdeel>(ladder: Ladder, deel: D, code: string): DeelVan<D> | undefined {
  return (ladder[deel] as DeelVan<D>[]).find((een) => een.code === code)
}

/** The ladder with this part: in place of the one with the same code, else as the last. */
export function zetDeel(ladder: Ladder, deel: Ladderdeel, nieuw: DeelVan<Ladderdeel>): Ladder {
  const lijst = ladder[deel] as DeelVan<Ladderdeel>[]
  const bekend = lijst.some(({ code }) => code === nieuw.code)
  return {
    ...ladder,
    [deel]: bekend ? lijst.map((een) => (een.code === nieuw.code ? nieuw : een)) : [...lijst, nieuw],
  }
}

export function zonderDeel(ladder: Ladder, deel: Ladderdeel, code: string): Ladder {
  return { ...ladder, [deel]: (ladder[deel] as DeelVan<Ladderdeel>[]).filter((een) => een.code !== code) }
}

/** The ladder with this part one place up or down; the order of the rungs is how high they stand. */
export function metDeelVerplaatst(
  ladder: Ladder,
  deel: Ladderdeel,
  code: string,
  richting: 'omhoog' | 'omlaag',
): Ladder {
  const lijst = [...(ladder[deel] as DeelVan<Ladderdeel>[])]
  const van = lijst.findIndex((een) => een.code === code)
  const naar = richting === 'omhoog' ? van - 1 : van + 1
  if (van < 0 || naar < 0 || naar >= lijst.length) return ladder
  const [een] = lijst.splice(van, 1)
  lijst.splice(naar, 0, een!)
  return { ...ladder, [deel]: lijst }
}

/** A code for a new part, from its name: "Extra gesprek" becomes "extra-gesprek", and "extra-gesprek-2" when that is taken. */
export function nieuweCode(ladder: Ladder, deel: Ladderdeel, naam: string): string {
  const kaal =
    naam
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 40) || deel
  const codes = new Set((ladder[deel] as { code: string }[]).map(({ code }) => code))
  for (let n = 1; ; n++) {
    const code = n === 1 ? kaal : `${kaal}-${String(n)}`
    if (!codes.has(code)) return code
  }
}

/** Where a part is used, by name: what would miss it when it went. */
export function gebruiktDoor(ladder: Ladder, deel: Ladderdeel, code: string): string[] {
  const inWaarborg = (waarborgen: readonly Record<string, unknown>[]) =>
    waarborgen.some((een) => Object.entries(een).some(([soort, waarde]) => soort !== 'waarborg' && waarde === code))
  const overgang = (o: Ladder['overgangen'][number]): boolean => {
    const waarborgen = inWaarborg([...o.waarborgen, ...o.gronden.flatMap((grond) => grond.waarborgen)])
    switch (deel) {
      case 'toestanden':
        return o.van.includes(code) || (typeof o.naar !== 'string' && o.naar.includes(code))
      case 'termijnen':
        return (
          waarborgen ||
          o.klaar.includes(code) ||
          o.termijnen.some(({ termijn }) => termijn === code) ||
          o.schorst?.tot === code ||
          (o.schorst?.termijnen.includes(code) ?? false)
        )
      case 'stukken':
        return waarborgen || o.stukken.includes(code) || o.termijnen.some(({ stuk }) => stuk === code)
      case 'maatregelen':
        return o.maatregelen.start.includes(code) || o.maatregelen.einde.includes(code)
      case 'brieven':
        return waarborgen || o.brief === code
      case 'stappen':
        return waarborgen
      case 'overgangen':
        return waarborgen
    }
  }
  return [
    ...ladder.overgangen.filter(overgang).map(({ naam }) => naam),
    ...(deel === 'stappen'
      ? [...ladder.toestanden, ...ladder.maatregelen].filter(({ stap }) => stap === code).map(({ naam }) => naam)
      : []),
    ...ladder.maatregelen.filter(({ waarborgen }) => inWaarborg(waarborgen)).map(({ naam }) => naam),
  ]
}
