import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { doeIndiening, type Indieninvoer, type Puntinvoer } from '../src/domain/act/verbeterplan/doe-indiening.ts'
import { doeOordeel, type Oordeelinvoer } from '../src/domain/act/verbeterplan/doe-oordeel.ts'
import { doeMelding } from '../src/domain/act/verbeterplan/doe-realisatie.ts'
import {
  nieuwPlan,
  puntenVan,
  type Plan,
  type Planoordeel,
  type Uitkomst,
  type Wie,
} from '../src/domain/act/verbeterplan/plan.ts'
import { Planregels } from '../src/domain/act/verbeterplan/planregels.ts'

/** The form as a regelset ships it. */
export function planregels(regelset: 'zaanstreek-waterland' | 'flevoland'): Planregels {
  const tekst = readFileSync(join(import.meta.dirname, `../db/regelsets/${regelset}.json`), 'utf8')
  const { delen } = JSON.parse(tekst) as { delen: { deel: string; inhoud: unknown }[] }
  return Planregels.parse(delen.find(({ deel }) => deel === 'verbeterplan')!.inhoud)
}

export const zwPlan = planregels('zaanstreek-waterland')
export const dag = (iso: string) => Temporal.PlainDate.from(iso)

/** Somebody of a side, at ten o'clock on a day. */
export function iemand(partij: Wie['partij'], iso = '2026-11-09'): Wie {
  const vandaag = dag(iso)
  const op = vandaag.toZonedDateTime({ timeZone: 'Europe/Amsterdam', plainTime: '10:00' }).toInstant()
  return { partij, naam: partij === 'aanbieder' ? 'Aart Aanbieder' : 'Marloes Manager', op, vandaag }
}

export function puntinvoer(nr: number | null, eigen: Partial<Puntinvoer> & { maatregel?: string } = {}): Puntinvoer {
  const { maatregel = `Maatregel ${nr ?? 'nieuw'}`, ...meer } = eigen
  const velden = { oorzaak: 'Vacatures.', maatregel, resultaat: 'Start binnen zes weken.' }
  return { nr, velden, wie: 'Teamleider planning', einddatum: dag('2027-01-15'), ...meer }
}

export function indieninvoer(punten: readonly Puntinvoer[], eigen: Partial<Indieninvoer> = {}): Indieninvoer {
  return { toelichting: '', ontvangen: dag('2026-11-09'), punten, ...eigen }
}

/** A judgement of every point that asks one; by default everything is agreed. */
export function oordeelinvoer(
  plan: Plan,
  per: Record<number, Planoordeel> = {},
  eigen: Partial<Oordeelinvoer> = {},
): Oordeelinvoer {
  const punten = puntenVan(plan)
    .filter(({ akkoordIn }) => akkoordIn === null)
    .map(({ nr }) => ({ nr, oordeel: per[nr] ?? ('akkoord' as const), reden: `Reden bij punt ${nr}` }))
  const geheel = punten.every(({ oordeel }) => oordeel === 'akkoord') ? ('akkoord' as const) : ('aanvullen' as const)
  return {
    punten,
    geheel,
    reden: 'Reden bij het geheel',
    uiterlijk: dag('2026-11-20'),
    realisatieUiterlijk: dag('2027-02-01'),
    ...eigen,
  }
}

/** What came out; throws with what stood in the way. */
export function uit(uitkomst: Uitkomst): Plan {
  if ('gebreken' in uitkomst) throw new Error(uitkomst.gebreken.map(({ zin }) => zin).join(' '))
  return uitkomst.plan
}

export const gevraagd = () => nieuwPlan(dag('2026-11-23'), dag('2027-02-01'))

/** A plan of two points that was handed in, agreed, and reported. */
export const ingediend = () =>
  uit(doeIndiening(gevraagd(), indieninvoer([puntinvoer(null), puntinvoer(null)]), iemand('aanbieder'), zwPlan))
export const akkoord = () => uit(doeOordeel(ingediend(), oordeelinvoer(ingediend()), iemand('opdrachtgever')))
export const gemeld = (...nummers: number[]) =>
  uit(
    doeMelding(
      akkoord(),
      nummers.map((nr) => ({ nr, tekst: 'Gedaan.', bewijs: 'Rooster' })),
      iemand('aanbieder'),
    ),
  )
