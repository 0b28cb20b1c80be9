import { past } from '../../domain/act/gesprek/gespreksacten.ts'
import type { Rapportagedeel } from '../../domain/act/gesprek/list-rapportage.ts'
import { ontbrekendeDelen } from '../../domain/act/gesprek/rapportage.ts'
import { mag } from '../../domain/rechten.ts'
import { routes } from '../routes.ts'
import { Formulier } from '../ui/formulier.tsx'
import { Foutenlijst, type Veldfout } from '../ui/foutenlijst.tsx'
import { Knop } from '../ui/knop.tsx'
import { LegeStaat } from '../ui/lege-staat.tsx'
import { Melding } from '../ui/melding.tsx'
import { datum, moment, woord } from '../ui/notatie.ts'
import { Onderdeel } from '../ui/onderdeel.tsx'
import { Tekstveld } from '../ui/tekstveld.tsx'
import { Gesprekkaart } from './kader.tsx'
import type { Kader } from './lees-kader.ts'

type Props = {
  kader: Kader
  delen: Rapportagedeel[]
  waarden?: Record<string, string>
  fouten?: Veldfout[]
  gedaan?: string | undefined
}

/** The report before the meeting: the aanbieder fills it in, the region reads what was handed in (GES-03). */
export function RapportagePage({ kader, delen, waarden = {}, fouten = [], gedaan }: Props) {
  const { ctx, gesprek } = kader
  const invullen =
    ctx.actor.agb !== null &&
    mag(ctx.actor, 'gesprek:reageren') &&
    gesprek.rapportageIngediendOp === null &&
    past('rapportage indienen', gesprek.stand)
  return (
    <Gesprekkaart
      kader={kader}
      deel="rapportage"
      fouten={fouten.length > 0}
      melding={
        gedaan === 'bewaard' ? (
          <Melding soort="gedaan">Het concept is bewaard. De gemeenten zien het pas als u indient.</Melding>
        ) : (
          gedaan === 'ingediend' && <Melding soort="gedaan">De rapportage is aangeleverd.</Melding>
        )
      }
    >
      <Foutenlijst fouten={fouten} />
      {invullen ? <Invullen {...{ kader, delen, waarden, fouten }} /> : <Lezen kader={kader} delen={delen} />}
    </Gesprekkaart>
  )
}

function Invullen({ kader, delen, waarden, fouten }: Required<Omit<Props, 'gedaan'>>) {
  const { raam, gesprek, regels } = kader
  const bewaard = new Map(delen.map((deel) => [deel.code, deel]))
  const vragen = regels.regels.rapportage.delen
  const mist = ontbrekendeDelen(vragen, Object.fromEntries(delen.map(({ code, tekst }) => [code, tekst])))
  return (
    <Onderdeel
      titel="Rapportage invullen"
      conclusie={
        <>
          {gesprek.rapportageUiterlijk && `Uiterlijk ${datum(gesprek.rapportageUiterlijk)}. `}
          {mist.length === 0
            ? 'Alle delen zijn ingevuld.'
            : `Nog ${woord(mist.length)} van de ${woord(vragen.length)} delen.`}{' '}
          Noem geen cliënten bij naam.
        </>
      }
    >
      <Formulier
        actie={routes.gesprek(gesprek.id, 'rapportage')}
        csrf={raam.csrf}
        knop="Indienen"
        knoppen={
          <Knop soort="tweede" naam="stap" waarde="bewaren">
            Concept bewaren
          </Knop>
        }
        verborgen={Object.fromEntries(
          vragen.map(({ code }) => [`versie-${code}`, String(bewaard.get(code)?.versie ?? 0)]),
        )}
      >
        {vragen.map(({ code, naam, vraag }) => (
          <Tekstveld
            key={code}
            naam={code}
            label={naam}
            hulp={vraag}
            regels={5}
            waarde={waarden[code] ?? bewaard.get(code)?.tekst}
            fout={fouten.find(({ veld }) => veld === code)?.melding}
          />
        ))}
      </Formulier>
    </Onderdeel>
  )
}

function Lezen({ kader: { gesprek, regels }, delen }: { kader: Kader; delen: Rapportagedeel[] }) {
  if (gesprek.rapportageIngediendOp === null) {
    return (
      <LegeStaat titel="Nog niet aangeleverd">
        {gesprek.rapportageUiterlijk
          ? `De aanbieder levert de rapportage uiterlijk ${datum(gesprek.rapportageUiterlijk)} aan, in vier delen.`
          : 'Hier staat de rapportage zodra de aanbieder haar aanlevert.'}
      </LegeStaat>
    )
  }
  return (
    <Onderdeel
      titel="Rapportage"
      noot={`aangeleverd ${moment(gesprek.rapportageIngediendOp)} door ${gesprek.rapportageIngediendDoor ?? ''}`}
    >
      <Rapportagetekst regels={regels} delen={delen} />
    </Onderdeel>
  )
}

/** The parts as they were handed in. */
export function Rapportagetekst({ regels, delen }: { regels: Kader['regels']; delen: Rapportagedeel[] }) {
  return regels.regels.rapportage.delen.map(({ code, naam }) => (
    <Onderdeel key={code} titel={naam} niveau={3}>
      <p className="ov-tekst">{delen.find((deel) => deel.code === code)?.tekst}</p>
    </Onderdeel>
  ))
}
