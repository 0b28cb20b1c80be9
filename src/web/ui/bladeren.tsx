import { getal } from './notatie.ts'

type Props = {
  /** 1 is the first */
  pagina: number
  paginas: number
  /** First and last item on this page, and how many there are */
  van: number
  tot: number
  totaal: number
  /** There are more than `totaal`: counting stopped there */
  meer?: boolean
  /** Plural of what is listed: "overeenkomsten" */
  wat: string
  href: (pagina: number) => string
}

/** Where you are in a long list, with counts; nothing when there is one page. */
export function Bladeren({ pagina, paginas, van, tot, totaal, meer = false, wat, href }: Props) {
  if (paginas < 2) return null
  const alle = `${meer ? 'meer dan ' : ''}${getal(totaal)} ${wat}`
  return (
    <nav className="ov-bladeren" aria-label={`Bladeren door ${wat}`}>
      <span className="ov-stil">{`${getal(van)} tot en met ${getal(tot)} van ${alle}`}</span>
      <ol>
        {pagina > 1 && (
          <li>
            <a href={href(pagina - 1)} rel="prev">
              Vorige
            </a>
          </li>
        )}
        {zichtbaar(pagina, paginas).map((nummer, i) => (
          <li key={nummer || `gat${i}`}>
            {nummer === 0 ? (
              '…'
            ) : nummer === pagina ? (
              <b aria-current="page">{nummer}</b>
            ) : (
              <a href={href(nummer)} aria-label={`Pagina ${nummer}`}>
                {nummer}
              </a>
            )}
          </li>
        ))}
        {pagina < paginas && (
          <li>
            <a href={href(pagina + 1)} rel="next">
              Volgende
            </a>
          </li>
        )}
      </ol>
    </nav>
  )
}

/** First, last, and the ones around this one; 0 is a gap. */
function zichtbaar(pagina: number, paginas: number): number[] {
  const nummers = [1, pagina - 1, pagina, pagina + 1, paginas].filter((n) => n >= 1 && n <= paginas)
  const uniek = [...new Set(nummers)]
  return uniek.flatMap((n, i) => (i > 0 && n - uniek[i - 1]! > 1 ? [0, n] : [n]))
}
