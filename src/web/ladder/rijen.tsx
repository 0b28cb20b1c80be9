import type { ReactNode } from 'react'
import { gronden, type Grond } from '../../domain/act/escalatie/gronden.ts'
import type { Ladder } from '../../domain/act/escalatie/ladder.ts'
import type { Veldfout } from '../ui/foutenlijst.tsx'
import { Keuze, type Optie } from '../ui/keuze.tsx'
import { Tekstveld } from '../ui/tekstveld.tsx'
import { Vinkje } from '../ui/vinkje.tsx'
import { rijnummers, type Waarden } from './deelvorm.ts'
import { parameternamen, waarborgwoorden, type Parameter } from './woorden.ts'

export type Vorm = { ladder: Ladder; waarden: Waarden; fouten: readonly Veldfout[] }

export const optiesVan = (lijst: readonly { code: string; naam: string }[]): Optie[] =>
  lijst.map(({ code, naam }) => ({ waarde: code, label: naam }))

/** What a field is given, by its name. */
export function veldIn({ waarden, fouten }: Pick<Vorm, 'waarden' | 'fouten'>, naam: string) {
  const waarde = waarden[naam]
  return {
    naam,
    waarde: Array.isArray(waarde) ? waarde[0] : waarde,
    fout: fouten.find((een) => een.veld === naam)?.melding,
  }
}

type RijProps = {
  vorm: Pick<Vorm, 'waarden' | 'fouten'>
  groep: string
  titel: string
  uitleg?: string
  /** A row by the start of its names; `nieuw`: the empty one at the end. */
  children: (voor: string, nieuw: boolean) => ReactNode
  /** What a row is called that is filled in. */
  naam: (voor: string) => string
  /** What the empty row adds. */
  nieuw: string
}

/** The rows that are there and one that is empty: saving adds it, and gives the next. */
export function Rijen({ vorm, groep, titel, uitleg, children, naam, nieuw }: RijProps) {
  const bestaand = rijnummers(vorm.waarden, groep).filter((n) => naam(`${groep}.${String(n)}.`) !== '')
  const volgende = (bestaand.at(-1) ?? -1) + 1
  return (
    <fieldset className="ov-rijen">
      <legend>{titel}</legend>
      {uitleg && <p className="ov-hulp">{uitleg}</p>}
      {bestaand.map((n) => {
        const voor = `${groep}.${String(n)}.`
        return (
          <details key={n} className="ov-vouw" open={vorm.fouten.some(({ veld }) => veld.startsWith(voor))}>
            <summary>{naam(voor)}</summary>
            <div className="ov-rij-velden">
              {children(voor, false)}
              <Vinkje naam={`${voor}weg`} label="Weghalen bij het bewaren" aan={vorm.waarden[`${voor}weg`] === 'ja'} />
            </div>
          </details>
        )
      })}
      <details className="ov-vouw">
        <summary>{nieuw}</summary>
        <div className="ov-rij-velden">{children(`${groep}.${String(volgende)}.`, true)}</div>
      </details>
    </fieldset>
  )
}

const veldsoorten = [
  { waarde: 'tekst', label: 'Tekst' },
  { waarde: 'datum', label: 'Datum' },
  { waarde: 'bedrag', label: 'Bedrag' },
  { waarde: 'keuze', label: 'Keuze uit een lijst' },
]

/** The fields that are filled in with a step, a record, a measure or a letter. */
export function Veldrijen({ vorm }: { vorm: Vorm }) {
  return (
    <Rijen
      vorm={vorm}
      groep="velden"
      titel="Velden om in te vullen"
      naam={(voor) => veldIn(vorm, `${voor}naam`).waarde ?? ''}
      nieuw="Veld toevoegen"
    >
      {(voor, nieuw) => (
        <>
          <Tekstveld {...veldIn(vorm, `${voor}naam`)} label="Naam van het veld" facultatief={nieuw} />
          <Keuze {...veldIn(vorm, `${voor}soort`)} label="Soort" opties={veldsoorten} />
          <Vinkje naam={`${voor}verplicht`} label="Verplicht" aan={vorm.waarden[`${voor}verplicht`] === 'ja'} />
          <Tekstveld {...veldIn(vorm, `${voor}hulp`)} label="Hulp onder het veld" facultatief />
          <Tekstveld
            {...veldIn(vorm, `${voor}opties`)}
            label="Keuzes"
            facultatief
            regels={3}
            hulp="Alleen bij een keuze: op elke regel een code, een dubbele punt en de woorden."
          />
          <Tekstveld
            {...veldIn(vorm, `${voor}code`)}
            label="Code"
            facultatief
            breedte="half"
            hulp="Zo heet het veld in de tekst van een brief, tussen accolades. Leeg: van de naam gemaakt."
          />
        </>
      )}
    </Rijen>
  )
}

/** What must hold before a step can be taken; with `metGrond` some only on one of its grounds. */
export function Waarborgrijen({ vorm, metGrond = false }: { vorm: Vorm; metGrond?: boolean }) {
  const { ladder } = vorm
  const keuzes: Partial<Record<Parameter, Optie[]>> = {
    termijn: optiesVan(ladder.termijnen),
    stuk: optiesVan(ladder.stukken),
    zonder: optiesVan(ladder.stukken),
    brief: optiesVan(ladder.brieven),
    overgang: optiesVan(ladder.overgangen),
  }
  const soort = (voor: string) => {
    const waarde = veldIn(vorm, `${voor}waarborg`).waarde ?? ''
    return Object.hasOwn(waarborgwoorden, waarde) ? waarborgwoorden[waarde as keyof typeof waarborgwoorden] : undefined
  }
  return (
    <Rijen
      vorm={vorm}
      groep="waarborgen"
      titel="Voorwaarden"
      uitleg="Zolang een voorwaarde niet is vervuld, kan de stap niet."
      naam={(voor) => {
        const grond = veldIn(vorm, `${voor}bijGrond`).waarde
        const naam = soort(voor)?.naam ?? ''
        return grond && Object.hasOwn(gronden, grond) ? `${naam} (bij: ${gronden[grond as Grond].toLowerCase()})` : naam
      }}
      nieuw="Voorwaarde toevoegen"
    >
      {(voor, nieuw) => {
        const gekozen = soort(voor)
        const delen: Parameter[] = gekozen
          ? [...gekozen.vraagt, ...(gekozen.mag ?? [])]
          : ['termijn', 'stuk', 'brief', 'zonder', 'overgang', 'veld', 'niet', 'procent', 'stappen']
        return (
          <>
            <Keuze
              {...veldIn(vorm, `${voor}waarborg`)}
              label="Voorwaarde"
              facultatief={nieuw}
              leeg="Kies een voorwaarde"
              opties={Object.entries(waarborgwoorden).map(([waarde, { naam, vraagt }]) => ({
                waarde,
                label:
                  vraagt.length === 0
                    ? naam
                    : `${naam} (vraagt: ${vraagt.map((een) => parameternamen[een].toLowerCase()).join(', ')})`,
              }))}
            />
            {delen.map((deel) => {
              const opties = keuzes[deel]
              const basis = { ...veldIn(vorm, `${voor}${deel}`), label: parameternamen[deel], facultatief: true }
              return opties ? (
                <Keuze key={deel} {...basis} leeg="Geen" opties={opties} />
              ) : (
                <Tekstveld key={deel} {...basis} breedte="half" cijfers={deel === 'procent'} />
              )
            })}
            {metGrond && (
              <Keuze
                {...veldIn(vorm, `${voor}bijGrond`)}
                label="Geldt bij"
                facultatief
                leeg="Elke grond"
                opties={Object.entries(gronden).map(([waarde, label]) => ({ waarde, label }))}
              />
            )}
          </>
        )
      }}
    </Rijen>
  )
}

const vanaf = [
  { waarde: 'stap', label: 'De dag van de stap' },
  { waarde: 'ontvangst', label: 'De ontvangst van de brief' },
  { waarde: 'stuk', label: 'De dag van een stuk' },
]

/** The terms that begin with a step. */
export function Termijnrijen({ vorm }: { vorm: Vorm }) {
  const { ladder } = vorm
  return (
    <Rijen
      vorm={vorm}
      groep="termijnen"
      titel="Termijnen die met deze stap beginnen"
      naam={(voor) => {
        const code = veldIn(vorm, `${voor}termijn`).waarde ?? ''
        return ladder.termijnen.find((een) => een.code === code)?.naam ?? code
      }}
      nieuw="Termijn laten beginnen"
    >
      {(voor, nieuw) => (
        <>
          <Keuze
            {...veldIn(vorm, `${voor}termijn`)}
            label="Termijn"
            facultatief={nieuw}
            leeg="Geen"
            opties={optiesVan(ladder.termijnen)}
          />
          <Keuze {...veldIn(vorm, `${voor}vanaf`)} label="Telt vanaf" opties={vanaf} />
          <Keuze
            {...veldIn(vorm, `${voor}stuk`)}
            label="Van welk stuk"
            facultatief
            leeg="Geen"
            opties={optiesVan(ladder.stukken)}
          />
          <Tekstveld
            {...veldIn(vorm, `${voor}veld`)}
            label="Code van een datumveld met de afgesproken dag"
            facultatief
            breedte="half"
            hulp="Die dag gaat voor de berekening."
          />
        </>
      )}
    </Rijen>
  )
}

/** Where something comes from: document, place, and what it says. */
export function Bronvelden({
  vorm,
  voor = 'bron',
  titel = 'Bron',
}: {
  vorm: Pick<Vorm, 'waarden' | 'fouten'>
  voor?: string
  titel?: string
}) {
  return (
    <fieldset className="ov-rijen">
      <legend>{titel}</legend>
      <Tekstveld {...veldIn(vorm, `${voor}.document`)} label="Document" />
      <Tekstveld {...veldIn(vorm, `${voor}.paragraaf`)} label="Paragraaf" />
      <Tekstveld {...veldIn(vorm, `${voor}.tekst`)} label="Wat daar staat, in eigen woorden" regels={2} />
    </fieldset>
  )
}
