import { tijd } from './notatie.ts'
import { Verborgen } from './verborgen.tsx'

export type Sessieloop = {
  nu: Temporal.Instant
  /** When it ends if nothing happens, and when it ends anyhow */
  stilTot: Temporal.Instant
  uiterlijk: Temporal.Instant
  /** Where the script asks how long it still lasts, where it is extended, where one signs in again */
  stand: string
  verlengen: string
  aanmelden: string
}

/**
 * Says when the session ends, and extends it. Without script a quiet line below the page, whose answer opens in a new tab so that
 * nothing typed is lost; with script out of sight until a few minutes before the end (web/client/sessie.js).
 */
export function Sessiebalk({ loop, csrf }: { loop: Sessieloop; csrf: string }) {
  const { nu, stilTot, uiterlijk } = loop
  const vast = Temporal.Instant.compare(uiterlijk, stilTot) <= 0
  return (
    <form
      className="ov-sessie"
      method="post"
      action={loop.verlengen}
      target="_blank"
      data-sessie={loop.stand}
      data-stil={seconden(nu, stilTot)}
      data-rest={seconden(nu, uiterlijk)}
    >
      <Verborgen csrf={csrf} />
      <p data-sessie-tekst>
        {vast
          ? `Uw sessie eindigt om ${tijd(uiterlijk)}. Sla uw werk op en meld u daarna opnieuw aan.`
          : `Zonder handeling eindigt uw sessie om ${tijd(stilTot)}.`}
      </p>
      <button type="submit" className="ams-button ams-button--secondary ov-knop-klein" hidden={vast}>
        Sessie verlengen
      </button>
      <a href={loop.aanmelden} target="_blank" hidden={!vast} data-sessie-aanmelden>
        Aanmelden in een nieuw tabblad
      </a>
    </form>
  )
}

function seconden(nu: Temporal.Instant, tot: Temporal.Instant): number {
  return Math.max(0, Math.floor(nu.until(tot).total('seconds')))
}
