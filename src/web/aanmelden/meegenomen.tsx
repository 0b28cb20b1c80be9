import { leesBewaard, veiligTerug, type Bewaard } from '../terug.ts'

/** What goes along through the steps of signing in: where to return to, and a form that met the end of a session. */
export type Meegegeven = { terug: string; bewaard?: Bewaard | undefined }

export function leesMee(velden: Record<string, unknown>): Meegegeven {
  return { terug: veiligTerug(velden['terug']), bewaard: leesBewaard(velden['bewaard']) }
}

/** Hidden fields of every form on the way. */
export function Meegenomen({ terug, bewaard }: Meegegeven) {
  return (
    <>
      {terug !== '/' && <input type="hidden" name="terug" value={terug} />}
      {bewaard && <input type="hidden" name="bewaard" value={JSON.stringify(bewaard)} />}
    </>
  )
}
