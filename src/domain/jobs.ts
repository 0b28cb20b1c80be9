import { makeEnqueue } from '../platform/jobs.ts'

/** Everything that happens later. Payloads hold ids and the region only: the worker opens its transaction as that region. */
export type Jobs = {
  'beoordeel-berichten': { regioId: string }
  'bereken-kpis': { regioId: string }
  'controleer-overeenkomsten': { regioId: string }
  'controleer-certificaten': { regioId: string }
  'controleer-clientenstops': { regioId: string }
  'controleer-dagelijks': Record<string, never>
  'verstuur-mail': { regioId: string; mailId: string }
  'zoek-herstelverzoek-uit': { regioId: string; verzoekId: string }
  'ruim-toegang-op': Record<string, never>
  'schrijf-anker': Record<string, never>
}

export const enqueue = makeEnqueue<Jobs>()
