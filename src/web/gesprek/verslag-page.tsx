import { mag } from '../../domain/rechten.ts'
import { past } from '../../domain/act/gesprek/gespreksacten.ts'
import { kanNogReageren } from '../../domain/act/gesprek/termijnen.ts'
import type { Verslag } from '../../domain/act/gesprek/verslag.ts'
import { routes } from '../routes.ts'
import { Formulier } from '../ui/formulier.tsx'
import { Foutenlijst, type Veldfout } from '../ui/foutenlijst.tsx'
import { Keuze } from '../ui/keuze.tsx'
import { LegeStaat } from '../ui/lege-staat.tsx'
import { Melding } from '../ui/melding.tsx'
import { datum, moment } from '../ui/notatie.ts'
import { Onderdeel } from '../ui/onderdeel.tsx'
import { Tekstveld } from '../ui/tekstveld.tsx'
import { Gesprekkaart } from './kader.tsx'
import type { Kader } from './lees-kader.ts'
import { VerslagDocument } from './verslag-document.tsx'
import { VerslagSchrijven, type Schrijfgegevens } from './verslag-schrijven.tsx'

export type Bewaard = {
  soort: 'gedeeld' | 'definitief' | 'nu'
  verslag: Verslag
  klopt: boolean
  sha256: string
  op: Temporal.Instant
}

type Props = {
  kader: Kader
  /** The version people read: final, else shared, else as it is now; none for who sees nothing yet. */
  bewaard: Bewaard | null
  /** For who writes it. */
  schrijven: Schrijfgegevens | null
  waarden?: Record<string, string>
  fouten?: Veldfout[]
  gedaan?: string | undefined
}

const meldingen: Record<string, string> = {
  bewaard: 'Bewaard.',
  besluit: 'Het besluit is vastgelegd.',
  actie: 'De actie is vastgelegd.',
  gedeeld: 'Het verslag is gedeeld. De aanbieder krijgt bericht.',
  gereageerd: 'Uw reactie is vastgelegd.',
  verwerkt: 'Vastgelegd wat er met de opmerking is gedaan.',
  definitief: 'Het verslag is definitief.',
  gehouden: 'Vastgelegd wie erbij was.',
  meegenomen: 'Het punt gaat mee naar het volgende gesprek.',
}

/** The minutes: writing while people talk, reading what was shared, reacting. */
export function VerslagPage({ kader, bewaard, schrijven, waarden = {}, fouten = [], gedaan }: Props) {
  const melding = gedaan === undefined ? undefined : meldingen[gedaan]
  return (
    <Gesprekkaart
      kader={kader}
      deel="verslag"
      fouten={fouten.length > 0}
      melding={melding && <Melding soort="gedaan">{melding}</Melding>}
    >
      <Foutenlijst fouten={fouten} />
      <Reacties {...{ kader, waarden, fouten }} />
      {schrijven && <VerslagSchrijven {...{ kader, waarden, fouten }} {...schrijven} />}
      {!schrijven && !bewaard && (
        <LegeStaat titel="Nog geen verslag">Hier staat het verslag zodra het is gedeeld.</LegeStaat>
      )}
      {bewaard && (!schrijven || bewaard.soort !== 'nu') && (
        <>
          {!bewaard.klopt && (
            <Melding soort="fout" titel="Dit verslag is na het bewaren veranderd.">
              Meld dit aan de functioneel beheerder.
            </Melding>
          )}
          <VerslagDocument verslag={bewaard.verslag} />
          {bewaard.soort !== 'nu' && (
            <p className="ov-klein">
              {bewaard.soort === 'definitief' ? 'Definitief' : 'Zoals gedeeld'} op {moment(bewaard.op)}. Controlegetal
              (SHA-256): <code className="ov-hash">{bewaard.sha256}</code>
            </p>
          )}
        </>
      )}
    </Gesprekkaart>
  )
}

function Reacties({ kader, waarden, fouten }: { kader: Kader; waarden: Record<string, string>; fouten: Veldfout[] }) {
  const { raam, ctx, gesprek, reacties } = kader
  if (!gesprek.gedeeldOp || gesprek.definitiefOp) return null
  const fout = (veld: string) => fouten.find((een) => een.veld === veld)?.melding
  const uiterlijk = gesprek.reactieUiterlijk
  const magReageren =
    ctx.actor.agb !== null &&
    mag(ctx.actor, 'gesprek:reageren') &&
    past('reageren', gesprek.stand) &&
    kanNogReageren(ctx.now, uiterlijk)
  const verwerken = ctx.actor.agb === null && mag(ctx.actor, 'gesprek:wijzigen')
  return (
    <>
      {magReageren && (
        <Onderdeel
          titel="Uw reactie"
          conclusie={
            uiterlijk
              ? `Tot en met ${datum(uiterlijk)}. Reageert u niet, dan gaan wij ervan uit dat u instemt.`
              : undefined
          }
        >
          <Formulier actie={routes.gesprek(gesprek.id, 'verslag/reacties')} csrf={raam.csrf} knop="Reageren">
            <Keuze
              naam="soort"
              label="Klopt dit verslag?"
              soort="rondjes"
              opties={[
                { waarde: 'akkoord', label: 'Ja, akkoord' },
                { waarde: 'opmerking', label: 'Nee, er moet iets anders' },
              ]}
              waarde={waarden['soort']}
              fout={fout('soort')}
            />
            <Tekstveld
              naam="tekst"
              label="Opmerking"
              facultatief
              hulp="Noem het punt en wat er volgens u moet staan."
              regels={4}
              waarde={waarden['tekst']}
              fout={fout('tekst')}
            />
          </Formulier>
        </Onderdeel>
      )}
      {reacties.length > 0 && (
        <Onderdeel titel="Reacties op het verslag">
          <ul className="ov-lijst">
            {reacties.map((r) => (
              <li key={r.id}>
                <b>{r.soort === 'akkoord' ? 'Akkoord' : 'Opmerking'}</b> van {r.gegevenDoor}, {moment(r.gegevenOp)}
                {r.tekst !== '' && <p className="ov-tekst">{r.tekst}</p>}
                {r.verwerking !== null && <p className="ov-klein">Wat ermee is gedaan: {r.verwerking}</p>}
                {verwerken && r.soort === 'opmerking' && r.verwerking === null && (
                  <Formulier
                    actie={routes.reactieVerwerken(gesprek.id, r.id)}
                    csrf={raam.csrf}
                    knop="Vastleggen"
                    soort="tweede"
                  >
                    <Tekstveld
                      naam={`verwerking-${r.id}`}
                      label="Wat is ermee gedaan?"
                      hulp="Pas zo nodig het verslag hieronder aan. Dit staat in het definitieve verslag."
                      regels={2}
                      waarde={waarden[`verwerking-${r.id}`]}
                      fout={fout(`verwerking-${r.id}`)}
                    />
                  </Formulier>
                )}
              </li>
            ))}
          </ul>
        </Onderdeel>
      )}
    </>
  )
}
