import type { ReactNode } from 'react'

type Props = {
  /** What is explained, for screen readers: "Start zorg 2025" */
  bij: string
  /** The rule in a sentence */
  regel: ReactNode
  /** Document, paragraph, article */
  bron?: ReactNode
  /** The inputs */
  gegevens?: ReactNode
  /** The calculation step by step; the last step is the outcome */
  berekening?: { stap: ReactNode; uitkomst: ReactNode }[]
  /** Of the rule, and when it was calculated */
  versie?: ReactNode
  /** Link to the cases */
  gevallen?: ReactNode
  open?: boolean
}

/** Stands beside every figure, judgement, term and proposal. Printed open. */
export function Waarom({ bij, regel, bron, gegevens, berekening = [], versie, gevallen, open = false }: Props) {
  return (
    <details className="ov-waarom" open={open}>
      <summary>
        <span>
          Waarom?<span className="ams-visually-hidden"> Uitleg bij {bij}</span>
        </span>
      </summary>
      <div>
        <dl>
          <Deel naam="Regel">{regel}</Deel>
          <Deel naam="Bron">{bron}</Deel>
          <Deel naam="Gegevens">{gegevens}</Deel>
          {berekening.length > 0 && (
            <Deel naam="Berekening">
              <ol className="ov-reken">
                {berekening.map(({ stap, uitkomst }, i) => (
                  <li key={i}>
                    <span>{stap}</span>
                    <span>{uitkomst}</span>
                  </li>
                ))}
              </ol>
            </Deel>
          )}
          <Deel naam="Versie">{versie}</Deel>
          <Deel naam="Gevallen">{gevallen}</Deel>
        </dl>
      </div>
    </details>
  )
}

function Deel({ naam, children }: { naam: string; children?: ReactNode }) {
  if (children === undefined) return null
  return (
    <>
      <dt>{naam}</dt>
      <dd>{children}</dd>
    </>
  )
}
