import { makeEnqueue, makeEnqueueAll } from '../platform/jobs.ts'

/** Everything that happens later. Payloads hold ids and the region only: the worker opens its transaction as that region. */
export type Jobs = {
  'beoordeel-berichten': { regioId: string }
  'bereken-kpis': { regioId: string }
  'controleer-overeenkomsten': { regioId: string }
  'controleer-certificaten': { regioId: string }
  'stel-vernietigingen-voor': { regioId: string }
  vernietig: { regioId: string; vernietigingId: string }
  'volg-termijnen': { regioId: string }
  'herinner-aan-termijnen': { regioId: string }
  'herinner-elk-uur': Record<string, never>
  'maak-termijnbevinding': { regioId: string; termijnId: string }
  'controleer-clientenstops': { regioId: string }
  'controleer-dagelijks': Record<string, never>
  'werk-gesprekken-bij': { regioId: string }
  'verstuur-gespreksbericht': { regioId: string; berichtId: string }
  'verwerk-brief': { regioId: string; ontvangerId: string }
  'archiveer-stukken': { regioId: string }
  'verstuur-mail': { regioId: string; mailId: string }
  'zoek-herstelverzoek-uit': { regioId: string; verzoekId: string }
  'verstuur-planbericht': { regioId: string; berichtId: string }
  'verstuur-tafelbericht': { regioId: string; berichtId: string }
  'ruim-toegang-op': Record<string, never>
  'schrijf-anker': Record<string, never>
  'verzegel-inzage': Record<string, never>
}

/** Jobs that a term can name for when it passes: they get its id. */
export type Verstrijktaak = {
  [Naam in keyof Jobs]: Jobs[Naam] extends { regioId: string; termijnId: string } ? Naam : never
}[keyof Jobs]

export const enqueue = makeEnqueue<Jobs>()
export const enqueueAll = makeEnqueueAll<Jobs>()
