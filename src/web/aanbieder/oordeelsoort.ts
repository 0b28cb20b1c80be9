import type { Oordeelsoort } from '../ui/oordeel.tsx'

type Uitkomst = { oordeel: string | null; reden: string | null; afgeschermd?: unknown }

/** The judgement of a KPI as it is drawn: a value, not measurable, or not supplied. */
export function oordeelsoort({ oordeel, reden, afgeschermd }: Uitkomst): Oordeelsoort {
  if (oordeel !== null) {
    return oordeel as Oordeelsoort
  }
  if (afgeschermd && reden === null) return 'afgeschermd'
  return reden === 'geen meting' ? 'niet aangeleverd' : 'niet meetbaar'
}

/** Why there is no figure, in words. */
export function redenInWoorden(reden: string | null): string {
  return reden === 'te weinig clienten' ? 'te weinig cliënten' : (reden ?? '')
}
