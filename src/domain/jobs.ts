import { makeEnqueue } from '../platform/jobs.ts'

/** Everything that happens later. Payloads hold ids and the region only: the worker opens its transaction as that region. */
export type Jobs = {
  'beoordeel-berichten': { regioId: string }
  'bereken-kpis': { regioId: string }
  'controleer-overeenkomsten': { regioId: string }
  'schrijf-anker': Record<string, never>
  'verzegel-inzage': Record<string, never>
}

export const enqueue = makeEnqueue<Jobs>()
