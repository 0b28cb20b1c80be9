import { z } from 'zod'
import { Stop } from './errors.ts'

const dag = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .transform((tekst, ctx) => {
    try {
      return Temporal.PlainDate.from(tekst, { overflow: 'reject' })
    } catch {
      ctx.addIssue({ code: 'custom', message: 'bestaat niet' })
      return z.NEVER
    }
  })

const Env = z.object({
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//)
    .optional(),
  DATABASE_URL_EIGENAAR: z
    .string()
    .regex(/^postgres(ql)?:\/\//)
    .optional(),
  OVERLAP_MAP: z.string().min(1).optional(),
  OVERLAP_SLEUTELS: z.string().min(1).optional(),
  OVERLAP_VANDAAG: dag.optional(),
  OVERLAP_VOORBEELD: z.literal('1').optional(),
  OVERLAP_ADRES: z.string().min(1).optional(),
  OVERLAP_BEVEILIGINGSCONTACT: z
    .string()
    .regex(/^(mailto:[^\s@]+@[^\s@]+|https:\/\/\S+)$/)
    .optional(),
  OVERLAP_LOG: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('warn'),
  NODE_ENV: z.string().optional(),
})

export type Env = z.output<typeof Env>

const uitleg: Record<string, string> = {
  DATABASE_URL: 'moet beginnen met postgres://',
  DATABASE_URL_EIGENAAR: 'moet beginnen met postgres://',
  OVERLAP_MAP: 'moet de naam van een map zijn',
  OVERLAP_SLEUTELS: 'moet de naam van een map zijn',
  OVERLAP_VANDAAG: 'moet een bestaande datum zijn, bijvoorbeeld 2026-11-22',
  OVERLAP_VOORBEELD: 'mag alleen 1 zijn',
  OVERLAP_ADRES: 'moet een netwerkadres zijn, bijvoorbeeld 127.0.0.1',
  OVERLAP_BEVEILIGINGSCONTACT: 'moet beginnen met mailto: of https://',
  OVERLAP_LOG: 'moet fatal, error, warn, info, debug of silent zijn',
}

/** Reads the settings once at start. An empty value counts as not set. Throws Stop with one sentence per wrong setting. */
export function readEnv(source: NodeJS.ProcessEnv): Env {
  // bin/overlap.mjs always runs on production code; what the operator set stands in OVERLAP_NODE_ENV
  const given = { ...source, NODE_ENV: source['OVERLAP_NODE_ENV'] ?? source['NODE_ENV'] }
  const filled = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ''))
  const result = Env.safeParse(filled)
  if (result.success) return result.data
  const names = [...new Set(result.error.issues.map((issue) => String(issue.path[0])))]
  throw new Stop(names.map((name) => `De instelling ${name} ${uitleg[name] ?? 'klopt niet'}.`).join(' '))
}
