import type { Stuksoort } from '../../domain/act/escalatie/ladder.ts'
import { geeftStuk } from '../../domain/act/escalatie/uit-gesprek.ts'
import type { Zaakgesprek } from '../../domain/act/gesprek/list-gesprekken-van.ts'
import { routes } from '../routes.ts'
import { Datumveld } from '../ui/datumveld.tsx'
import type { Veldfout } from '../ui/foutenlijst.tsx'
import { Keuze } from '../ui/keuze.tsx'
import { datum } from '../ui/notatie.ts'
import { Vouw } from '../ui/vouw.tsx'
import { dag, een, Velden, type Keuzelijsten, type Waarden } from './velden.tsx'

type Props = {
  soort: Stuksoort
  /** The field with the day of the record */
  dagnaam: string
  gesprekken: readonly Zaakgesprek[]
  waarden: Waarden
  fouten: readonly Veldfout[]
  keuzes: Keuzelijsten
  vandaag: Temporal.PlainDate
}

/** What a record asks: the minutes of a meeting of this case, or to write it here. */
export function Stukvelden({ soort, dagnaam, gesprekken, waarden, fouten, keuzes, vandaag }: Props) {
  const voor = `stuk.${soort.code}.`
  const fout = (veld: string) => fouten.find((een) => een.veld === veld)?.melding
  const klaar = gesprekken.filter((gesprek) => geeftStuk(soort, gesprek) === 'ja')
  const wacht = gesprekken.filter(
    (gesprek) => geeftStuk(soort, gesprek) === 'nog niet' && gesprek.stand !== 'geannuleerd',
  )
  const velden = (
    <>
      <Velden voor={voor} velden={soort.velden} waarden={waarden} fouten={fouten} keuzes={keuzes} />
      <Datumveld
        naam={dagnaam}
        label="Van welke dag"
        waarde={een(waarden[dagnaam]) ?? dag(vandaag)}
        fout={fout(dagnaam)}
      />
    </>
  )
  const gekozen = een(waarden[`${voor}gesprek`]) ?? klaar[0]?.id ?? ''
  return (
    <>
      {wacht.map(({ id, titel, gehouden }) => (
        <p key={id} className="ov-hulp">
          Is{gehouden ? ' het verslag van ' : ' '}
          <a href={routes.gesprek(id, gehouden ? 'verslag' : undefined)}>{titel}</a>
          {gehouden ? ' definitief' : ' gehouden'}, dan kunt u het hier kiezen.
        </p>
      ))}
      {klaar.length === 0 ? (
        velden
      ) : (
        <>
          <Keuze
            naam={`${voor}gesprek`}
            label="Waar staat het?"
            soort="rondjes"
            opties={[
              ...klaar.map(({ id, titel, datum: dag, definitief }) => ({
                waarde: id,
                label: `In het ${definitief ? 'definitieve ' : ''}verslag van ${datum(dag)}: ${titel}`,
              })),
              { waarde: '', label: 'Ik schrijf het hieronder zelf' },
            ]}
            waarde={gekozen}
            fout={fout(`${voor}gesprek`)}
          />
          <Vouw
            titel="Zelf schrijven of aanvullen"
            open={gekozen === '' || fouten.some(({ veld }) => veld.startsWith(voor))}
          >
            <p className="ov-hulp">Wat u leeg laat, komt uit het gekozen verslag.</p>
            {velden}
          </Vouw>
        </>
      )}
    </>
  )
}
