import { inWerking, leesCel, letters, type Letter, type Matrixrij } from '../../domain/rechten/matrix.ts'
import type { Kolom } from '../../domain/rechten.ts'

/** What one column may do with one object, in words; a circle marks what has no page yet. */
export function CelWoorden({ rij, kolom }: { rij: Matrixrij; kolom: Kolom }) {
  const { letters: tekens, noot } = leesCel(rij, kolom)
  return (
    <>
      {tekens.map((letter) => (
        <Woord key={letter} letter={letter} nu={inWerking(rij, kolom, letter)} metTeken={rij.rechten !== undefined} />
      ))}
      {noot !== '' && <small>{noot}</small>}
    </>
  )
}

function Woord({ letter, nu, metTeken }: { letter: Letter; nu: boolean; metTeken: boolean }) {
  if (nu) return <span className="ov-mag">{letters[letter]}</span>
  // of a row without any page the row itself says so
  if (!metTeken) return <span className="ov-mag ov-mag-later">{letters[letter]}</span>
  return (
    <span className="ov-mag ov-mag-later">
      {letters[letter]}
      <span className="ov-mag-rondje" aria-hidden="true" />
      <span className="ams-visually-hidden"> (nog geen pagina)</span>
    </span>
  )
}
