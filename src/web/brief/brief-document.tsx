import type { Blok, Document } from '../../platform/document/document.ts'
import { Tabel } from '../ui/tabel.tsx'

/** A document as a page, in the order and words in which it comes out as PDF. */
export function Briefdocument({ stuk }: { stuk: Document }) {
  const { titel, afzender, geadresseerde, kenmerken, blokken } = stuk
  return (
    <article className="ov-brief" aria-label={titel}>
      <header>
        <b>{afzender.naam}</b>
        {afzender.adres !== '' && <p className="ov-klein ov-tekst">{afzender.adres}</p>}
        <dl>
          {geadresseerde !== null && (
            <>
              <dt>Aan</dt>
              <dd className="ov-tekst">{geadresseerde}</dd>
            </>
          )}
          {kenmerken.map(([naam, waarde]) => (
            <Paar key={naam} naam={naam} waarde={waarde} />
          ))}
          <dt>Onderwerp</dt>
          <dd>{titel}</dd>
        </dl>
      </header>
      {blokken.map((blok, i) => (
        <Deel key={i} blok={blok} />
      ))}
    </article>
  )
}

function Paar({ naam, waarde }: { naam: string; waarde: string }) {
  return (
    <>
      <dt>{naam}</dt>
      <dd>{waarde}</dd>
    </>
  )
}

function Deel({ blok }: { blok: Blok }) {
  switch (blok.soort) {
    case 'kop':
      return blok.niveau === 2 ? <h2>{blok.tekst}</h2> : <h3>{blok.tekst}</h3>
    case 'alinea':
      return <p className="ov-tekst">{blok.tekst}</p>
    case 'lijst': {
      const punten = blok.punten.map((punt, i) => <li key={i}>{punt}</li>)
      return blok.genummerd ? <ol>{punten}</ol> : <ul>{punten}</ul>
    }
    case 'velden':
      return (
        <dl>
          {blok.velden.map(([naam, waarde]) => (
            <Paar key={naam} naam={naam} waarde={waarde} />
          ))}
        </dl>
      )
    case 'tabel':
      return (
        <Tabel
          bijschrift={blok.bijschrift}
          bijschriftTonen
          klikbaar={false}
          rijen={blok.rijen.map((cellen, nr) => ({ cellen, nr }))}
          sleutel={({ nr }) => String(nr)}
          kolommen={blok.koppen.map((kop, i) => ({
            naam: kop,
            kop,
            cel: ({ cellen }: { cellen: readonly string[]; nr: number }) => cellen[i],
          }))}
        />
      )
  }
}
