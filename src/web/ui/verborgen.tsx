/** Name of the hidden field that every POST form carries. */
export const CSRF_VELD = 'csrf'

/** The hidden fields of a form that posts. */
export function Verborgen({ csrf, velden = {} }: { csrf: string; velden?: Record<string, string> | undefined }) {
  return (
    <>
      <input type="hidden" name={CSRF_VELD} value={csrf} />
      {Object.entries(velden).map(([naam, waarde]) => (
        <input key={naam} type="hidden" name={naam} value={waarde} />
      ))}
    </>
  )
}
