import { hoofdletter, woord } from './notatie.ts'
import { veldId } from './veld.tsx'

export type Veldfout = { veld: string; melding: string }

/** What is wrong in the form, at the top; gets the focus when the page opens and leads to each field. */
export function Foutenlijst({ fouten }: { fouten: Veldfout[] }) {
  if (fouten.length === 0) return null
  return (
    <div className="ov-fouten" role="group" aria-labelledby="fouten-kop" tabIndex={-1} autoFocus>
      <h2 id="fouten-kop">
        {fouten.length === 1
          ? 'Eén veld klopt nog niet'
          : `${hoofdletter(woord(fouten.length))} velden kloppen nog niet`}
      </h2>
      <ul>
        {fouten.map(({ veld, melding }) => (
          <li key={veld}>
            <a href={`#${veldId(veld)}`}>{melding}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}
