import type { Berichtsoort } from '../../domain/do/bericht/bericht.ts'
import type { Oordeel as Berichtoordeel } from '../../domain/do/bericht/queries.ts'
import type { Bestandsuitkomst } from '../../domain/do/bericht/rondes.ts'
import { Oordeel, type Oordeelsoort } from '../ui/oordeel.tsx'

export const soortnamen: Record<Berichtsoort, string> = {
  '301': 'Toewijzing',
  '302': 'Antwoord op toewijzing',
  '305': 'Start',
  '306': 'Antwoord op start',
  '307': 'Stop',
  '308': 'Antwoord op stop',
  '323': 'Declaratie',
  '325': 'Antwoord op declaratie',
}

const CSV: Record<string, string> = {
  aanbieders: 'Aanbieders (CSV)',
  overeenkomsten: 'Overeenkomsten (CSV)',
  evaluaties: 'Evaluaties (CSV)',
  cto: 'Cliënttevredenheid (CSV)',
}

/** "iWmo 301" */
export function berichtnaam(wet: string, soort: string): string {
  return `${wet === 'jw' ? 'iJw' : 'iWmo'}\u00a0${soort}`
}

/** What kind of file it was: "Toewijzing, iWmo 301". */
export function bestandsoortNaam(soort: string | null): string {
  if (soort === null) return 'onbekend'
  const [, wet, nummer] = /^(wmo|jw)(\d{3})$/.exec(soort) ?? []
  if (wet === undefined || nummer === undefined) return CSV[soort] ?? soort
  return `${soortnamen[nummer as Berichtsoort]}, ${berichtnaam(wet, nummer)}`
}

type Uitkomst = Berichtoordeel | Bestandsuitkomst

const VORM: Record<Uitkomst, Oordeelsoort> = {
  geldig: 'voldoende',
  verwerkt: 'voldoende',
  wachtend: 'loopt',
  aangehouden: 'niet meetbaar',
  afgekeurd: 'onvoldoende',
  dubbel: 'niet aangeleverd',
}

/** What became of a message or file: a shape and a word. null: not judged yet. */
export function UitkomstTeken({ uitkomst }: { uitkomst: Uitkomst | null }) {
  return uitkomst === null ? (
    <Oordeel oordeel="loopt" tekst="nog niet beoordeeld" />
  ) : (
    <Oordeel oordeel={VORM[uitkomst]} tekst={uitkomst} />
  )
}

/** What an outcome means, in a sentence. */
export const uitkomstzin: Record<Uitkomst, string> = {
  geldig: 'Dit bericht telt mee.',
  verwerkt: 'Dit bestand is verwerkt.',
  wachtend:
    'Dit bericht verwijst naar iets dat nog niet bekend is. Het telt nergens mee en wordt opnieuw beoordeeld zodra het kan.',
  aangehouden: 'Dit bericht past niet bij wat bekend is. Het telt nergens mee totdat iemand het aanvaardt.',
  afgekeurd: 'Dit bericht telt niet mee.',
  dubbel: 'Dit is al eerder ingelezen en telt één keer.',
}
