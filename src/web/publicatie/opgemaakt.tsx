import { alsBlokken } from '../../domain/act/brief/maak-briefdocument.ts'

/** Text as people type it, with its headings and lists; never markup of theirs. */
export function Opgemaakt({ tekst, niveau }: { tekst: string; niveau: 2 | 3 }) {
  const Kop = `h${niveau}` as const
  return (
    <div className="ov-proza">
      {alsBlokken(tekst).map((blok, i) => {
        if (blok.soort === 'kop') return <Kop key={i}>{blok.tekst}</Kop>
        if (blok.soort === 'lijst') {
          return (
            <ul key={i}>
              {blok.punten.map((punt, nr) => (
                <li key={nr}>{punt}</li>
              ))}
            </ul>
          )
        }
        return blok.soort === 'alinea' ? (
          <p key={i} className="ov-tekst">
            {blok.tekst}
          </p>
        ) : null
      })}
    </div>
  )
}
