import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { doeBesluit, takenVan, doeVerzending, doeStap } from '../src/domain/act/escalatie/doe.ts'
import { deelVan, Ladder, type Overgang, type Veld } from '../src/domain/act/escalatie/ladder.ts'
import { veldenVan } from '../src/domain/act/escalatie/toets.ts'
import { stukTelt } from '../src/domain/act/escalatie/toets-waarborg.ts'
import { nieuweZaak, type Feiten, type Velden, type Zaak, type Zet } from '../src/domain/act/escalatie/zaak.ts'
import { Kalender } from '../src/domain/begrippen/werkdagen.ts'

type Bestand = { delen: { deel: string; inhoud: unknown }[] }

function lees(naam: string) {
  const tekst = readFileSync(join(import.meta.dirname, `../db/regelsets/${naam}.json`), 'utf8')
  const { delen } = JSON.parse(tekst) as Bestand
  const inhoud = (deel: string) => delen.find((een) => een.deel === deel)?.inhoud
  const { taken } = inhoud('taken') as { taken: { code: string; verdeling: { rol: string; letter: string }[] }[] }
  return {
    ladder: Ladder.parse(inhoud('escalatieladder')),
    taken: new Set(taken.map(({ code }) => code)),
    verdeling: taken.map(({ code, verdeling }) => ({
      taak: code,
      beslist: verdeling.find(({ letter }) => letter === 'A')!.rol,
    })),
    kalender: Kalender.parse(inhoud('feestdagen')),
  }
}

export const zw = lees('zaanstreek-waterland')
export const flevoland = lees('flevoland')
export const kalender = zw.kalender

export const dag = (iso: string) => Temporal.PlainDate.from(iso)
export const op = (datum: Temporal.PlainDate, omzetCent: number | null = 100_000_000): Feiten => ({
  vandaag: datum,
  kalender,
  omzetCent,
})

/** Everything a step asks, filled in, so that only time and mandate can be against it. */
export function volledigeZet(
  ladder: Ladder,
  zaak: Zaak,
  code: string,
  datum: Temporal.PlainDate,
  eigen: Partial<Zet> = {},
): Zet {
  const overgang = deelVan(ladder, 'overgangen', code)
  const soort = overgang.maatregelen.start[0]
  return {
    overgang: code,
    doel: typeof overgang.naar === 'string' || overgang.naar.length === 1 ? undefined : overgang.naar[0],
    grond: overgang.gronden[0]?.grond,
    motivering: 'Omdat het moet.',
    datum,
    velden: gevuld(veldenVan(ladder, overgang), datum),
    stukken: ontbrekend(ladder, zaak, overgang).map((stuk) => nieuwStuk(ladder, stuk, datum)),
    maatregelen:
      overgang.maatregelen.minstens > 0 && soort !== undefined
        ? [{ soort, velden: gevuld(deelVan(ladder, 'maatregelen', soort).velden, datum) }]
        : [],
    partij: overgang.wie === 'aanbieder' ? 'aanbieder' : 'opdrachtgever',
    door: 'manager',
    ...eigen,
  }
}

export function nieuwStuk(ladder: Ladder, soort: string, datum: Temporal.PlainDate) {
  return { soort, datum, velden: gevuld(deelVan(ladder, 'stukken', soort).velden, datum) }
}

function ontbrekend(ladder: Ladder, zaak: Zaak, { stukken, waarborgen, code }: Overgang): string[] {
  const uit = waarborgen.flatMap((een) =>
    een.waarborg === 'bewijs' ? ['F1'] : een.waarborg === 'overslaan-gemotiveerd' ? [een.stuk] : [],
  )
  const zonder = code === 'B11-4' && zaak.brieven.length === 0 ? ['verzuim-zonder-ingebrekestelling'] : []
  return [...stukken, ...uit, ...zonder].filter((soort) => !stukTelt(ladder, zaak, soort))
}

export function gevuld(velden: readonly Veld[], datum: Temporal.PlainDate): Velden {
  return Object.fromEntries(
    velden.map(({ code, soort, opties = [] }) => [
      code,
      soort === 'datum'
        ? // a stop holds at once unless a test says later
          (code === 'ingang' ? datum : datum.add({ days: 30 })).toString()
        : soort === 'bedrag'
          ? '100000'
          : soort === 'keuze'
            ? opties.at(-1)!.code
            : 'tekst',
    ]),
  )
}

export type Beurt = string | [code: string, op: string, eigen?: Partial<Zet>]

/** Plays steps one after the other with all they ask, through proposal, decision and letter; throws on the first refusal. */
export function speel(ladder: Ladder, beurten: readonly Beurt[], begin: Zaak = nieuweZaak): Zaak {
  return beurten.reduce<Zaak>((zaak, beurt) => {
    const [code, iso, eigen] = typeof beurt === 'string' ? ([beurt, undefined, undefined] as const) : beurt
    const datum = iso ? dag(iso) : (zaak.stappen.at(-1)?.datum ?? dag('2026-11-02'))
    return doorloop(ladder, zaak, volledigeZet(ladder, zaak, code, datum, eigen), op(datum))
  }, begin)
}

export function doorloop(ladder: Ladder, zaak: Zaak, zet: Zet, feiten: Feiten): Zaak {
  const taken = new Set(takenVan(ladder, zet))
  let uit = doeStap(ladder, zaak, zet, taken, feiten)
  if ('zaak' in uit && uit.zaak.open?.stand === 'voorgesteld') {
    uit = doeBesluit(ladder, uit.zaak, { akkoord: true, reden: '', door: 'eigenaar', datum: zet.datum }, taken, feiten)
  }
  if ('zaak' in uit && uit.zaak.open?.stand === 'besloten') {
    uit = doeVerzending(ladder, uit.zaak, { datum: zet.datum, wijze: 'aangetekend', kenmerk: '3S-1' }, feiten)
  }
  if ('gebreken' in uit) throw new Error(`${zet.overgang}: ${uit.gebreken.map(({ zin }) => zin).join(' ')}`)
  return uit.zaak
}

/** The ladder as a regelset ships it. */
export function ladderVan(regelset: 'zaanstreek-waterland' | 'flevoland'): Ladder {
  return regelset === 'flevoland' ? flevoland.ladder : zw.ladder
}
