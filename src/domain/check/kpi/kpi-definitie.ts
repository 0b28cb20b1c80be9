import { z } from 'zod'
import { Bron } from '../../begrippen/bron.ts'
import { isMinstens, leesDecimaal } from '../../begrippen/percentage.ts'
import { Raadpleging } from './raadpleging.ts'

// Aborts, because the rules below would read the text as a number.
const Decimaal = z
  .string()
  .regex(/^\d{1,6}(\.\d{1,4})?$/, { message: 'Vul een getal in met een punt, bijvoorbeeld 8.5', abort: true })
const Keuze = z.object({ code: z.string().min(1), naam: z.string().min(1) })

export const kpiCodes = ['clienttevredenheid', 'resultaat-behaald', 'start-zorg'] as const

export type Kpicode = (typeof kpiCodes)[number]

/** KPI-07: a definition is proposed, evaluated after a year and then fixed; voorlopig while its method is unknown (KPI-13). */
export const kpiStatussen = ['voorlopig', 'voorgesteld', 'geevalueerd', 'vastgesteld'] as const

export type KpiStatus = (typeof kpiStatussen)[number]

export const statusNaam = {
  voorlopig: 'voorlopig',
  voorgesteld: 'voorgesteld',
  geevalueerd: 'geëvalueerd',
  vastgesteld: 'vastgesteld',
} satisfies Record<KpiStatus, string>

/** What a KPI measures and how it is judged: one versioned part of the regelset. Bounds are decimal texts, read exactly. */
export const KpiDefinitie = z
  .object({
    code: z.enum(kpiCodes),
    nummer: z.int().min(1),
    naam: z.string().min(1),
    omschrijving: z.string().min(1),
    status: z.enum(kpiStatussen),
    /** Laws whose toewijzingen are measured. A regelset from before this choice was about the Wmo. */
    wetten: z
      .array(z.enum(['wmo', 'jw']))
      .min(1)
      .default(['wmo']),
    /** How is asked and scored; null while unknown. */
    methode: z.string().min(1).nullable(),
    /** How goals are made concrete and measurable, with fixed moments to evaluate them (KPI-16); KPI 2 only. */
    doelmethode: z.string().min(1).nullable().default(null),
    /** Questions of the survey, KPI 1 only. */
    vragen: z.array(z.string().min(1)),
    /** cijfer: teller holds tenths; percentage: teller holds cases. */
    eenheid: z.enum(['cijfer', 'percentage']),
    decimalen: z.int().min(0).max(4),
    norm: Decimaal,
    normtekst: z.string().min(1),
    /** Classes from low to high; each runs from its bound (included) to the next one (not included). */
    schaal: z.array(z.object({ oordeel: z.string().min(1), ondergrens: Decimaal })).min(2),
    minimumClienten: z.int().min(1),
    minimumWaarnemingen: z.int().min(1),
    /** Calendar days from the reference date to the last day care may start, KPI 3 only. Never moved to a werkdag. */
    termijnDagen: z.int().min(1).nullable(),
    /** Day in the year after the measuring year on which the figures are read. */
    peildatum: z.object({ maand: z.int().min(1).max(12), dag: z.int().min(1).max(28) }),
    /** Reasons that are asked for and shown, but never deducted. */
    redenen: z.array(Keuze),
    /** Why an observation does not count; codes as in the figures. */
    uitsluitingen: z.array(Keuze),
    /** Is a first measuring period shorter than a calendar year only a nulmeting? (AMB-18) */
    nulmeting: z.boolean(),
    evaluatie: z.object({
      /** A look in between after the first, incomplete year? */
      tussentijds: z.boolean(),
      naVolledigeMeetjaren: z.int().min(1),
      kwartaal: z.int().min(1).max(4),
    }),
    /** Rounds in which aanbieders were heard, oldest first (KPI-08). */
    raadplegingen: z.array(Raadpleging).default([]),
    bronnen: z.array(Bron.extend({ regel: z.string().min(1) })).min(1),
  })
  .superRefine((definitie, ctx) => {
    for (const [pad, message] of fouten(definitie)) {
      ctx.addIssue({ code: 'custom', path: [pad], message })
    }
  })

export type KpiDefinitie = z.infer<typeof KpiDefinitie>

/** Results of a definition that is still voorlopig are only indicative (AMB-22). */
export function isIndicatief({ status }: Pick<KpiDefinitie, 'status'>): boolean {
  return status === 'voorlopig'
}

/** Statuses that may follow (KPI-07): one step at a time, and a fixed definition only changes by a new version. */
export function volgendeStatussen(status: KpiStatus): KpiStatus[] {
  return kpiStatussen.slice(kpiStatussen.indexOf(status) + 1).slice(0, 1)
}

type Onderdelen = Pick<
  KpiDefinitie,
  'code' | 'status' | 'methode' | 'doelmethode' | 'raadplegingen' | 'termijnDagen' | 'norm' | 'schaal'
>

function fouten(definitie: Onderdelen): [keyof Onderdelen, string][] {
  const { code, status, methode, doelmethode, raadplegingen, termijnDagen, norm, schaal } = definitie
  const gevonden: [keyof Onderdelen, string][] = []

  if (methode === null && status !== 'voorlopig') {
    gevonden.push(['methode', 'Vul de methode in, of laat de status op voorlopig staan'])
  }
  if ((status === 'geevalueerd' || status === 'vastgesteld') && raadplegingen.length === 0) {
    gevonden.push(['raadplegingen', 'Leg eerst vast hoe de aanbieders zijn geraadpleegd'])
  }
  if (code !== 'resultaat-behaald' && doelmethode !== null) {
    gevonden.push(['doelmethode', 'Alleen bij resultaat behaald hoort een methode voor doelen'])
  }
  if ((code === 'start-zorg') !== (termijnDagen !== null)) {
    gevonden.push(['termijnDagen', 'Alleen bij start zorg hoort een termijn in dagen'])
  }
  if (schaal.some(({ ondergrens }, plaats) => !ligtBoven(ondergrens, schaal[plaats - 1]?.ondergrens))) {
    gevonden.push(['schaal', 'Begin bij 0 en laat de grenzen van de klassen oplopen'])
  }
  if (!schaal.slice(1).some(({ ondergrens }) => isGelijk(ondergrens, norm))) {
    gevonden.push(['norm', 'De norm moet de ondergrens van een klasse zijn'])
  }
  return gevonden
}

function ligtBoven(grens: string, vorige: string | undefined): boolean {
  return vorige === undefined ? isGelijk(grens, '0') : isMinstensTekst(grens, vorige) && !isGelijk(grens, vorige)
}

function isGelijk(a: string, b: string): boolean {
  return isMinstensTekst(a, b) && isMinstensTekst(b, a)
}

function isMinstensTekst(waarde: string, grens: string): boolean {
  const { teller, noemer } = leesDecimaal(waarde)
  return isMinstens(teller, noemer, leesDecimaal(grens))
}
