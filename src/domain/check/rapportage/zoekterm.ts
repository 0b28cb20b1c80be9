/** What somebody typed, as the queries use it. */
export type Zoekterm = {
  tekst: string
  /** A `like` pattern per word, for text in zoekvorm; all of them must occur */
  patronen: string[]
  /** Pattern of what starts with the whole text */
  begin: string
  /** First and one-past-last label of the clients meant, when the text looks like a label */
  label: { vanaf: string; tot: string } | null
}

const MINSTENS = 2
const LANGST = 100

/** Reads a search text; null when there is too little to look for. */
export function leesZoekterm(invoer: string): Zoekterm | null {
  const tekst = invoer.trim().replace(/\s+/g, ' ').slice(0, LANGST)
  if (tekst.length < MINSTENS) return null
  const vorm = zoekvorm(tekst)
  return {
    tekst,
    patronen: vorm.split(' ').map((woord) => `%${letterlijk(woord)}%`),
    begin: `${letterlijk(vorm)}%`,
    label: leesLabel(tekst),
  }
}

/** As the database's zoekvorm: lower case, without accents. */
function zoekvorm(tekst: string): string {
  return tekst
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
}

function letterlijk(tekst: string): string {
  return tekst.replace(/[\\%_]/g, '\\$&')
}

/** Labels are read aloud and typed over: case, spaces and dashes do not matter, and O, I and L are read as the figures they look like. */
function leesLabel(tekst: string): Zoekterm['label'] {
  const tekens = tekst.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1')
  const metC = /^c\s*-/i.test(tekst) || (tekens.length === 11 && tekens.startsWith('C'))
  const code = metC ? tekens.slice(1) : tekens
  // Without "C-" in front a whole word could be a label by accident: then it must hold a figure.
  if (
    !/^[0-9A-HJKMNP-TV-Z]+$/.test(code) ||
    code.length < (metC ? 3 : 8) ||
    (!metC && !/\d/.test(tekst)) ||
    code.length > 10 ||
    /^\d+$/.test(code)
  )
    return null
  const vanaf = `C-${code.slice(0, 5)}${code.length > 5 ? `-${code.slice(5)}` : ''}`
  return { vanaf, tot: `${vanaf}~` }
}
