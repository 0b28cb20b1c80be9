import type { Bewaartermijn } from '../../domain/check/bewaren/bewaartermijn.ts'
import type { Vernietiging } from '../../domain/check/bewaren/queries.ts'
import { mag } from '../../domain/rechten.ts'
import type { Context } from '../../platform/context.ts'
import { deelnamen } from '../inrichting/namen.ts'
import { routes } from '../routes.ts'
import { Datumveld } from '../ui/datumveld.tsx'
import { Feiten } from '../ui/feiten.tsx'
import { Formulier } from '../ui/formulier.tsx'
import { Foutenlijst, type Veldfout } from '../ui/foutenlijst.tsx'
import { Keuze } from '../ui/keuze.tsx'
import { Melding } from '../ui/melding.tsx'
import { datum, hoofdletter, moment } from '../ui/notatie.ts'
import { Onderdeel } from '../ui/onderdeel.tsx'
import { Pagina, type Raam } from '../ui/pagina.tsx'
import { Tekstveld } from '../ui/tekstveld.tsx'
import { Tijdlijn } from '../ui/tijdlijn.tsx'
import { Ververs } from '../ui/ververs.tsx'
import { Waarom } from '../ui/waarom.tsx'
import { hoeveelVan, periodezin, standVan, standzin, telzin } from './woorden.ts'

type Props = {
  raam: Raam
  ctx: Context
  vernietiging: Vernietiging
  termijn: Bewaartermijn | undefined
  gedaan?: string | undefined
  waarden?: Record<string, string>
  fouten?: Veldfout[]
}

const GEDAAN: Record<string, string> = {
  voorgelegd: 'Voorgelegd. Een contracteigenaar besluit.',
  vernietigen: 'Besloten. Het vernietigen gebeurt op de achtergrond; deze pagina laat zien hoe ver het is.',
  uitstellen: 'Uitgesteld. Na die dag komt er een nieuw voorstel.',
}

/** One proposal to destroy: what it is about, who looked at it, what was decided, what is left of it. */
export function VernietigingPage(props: Props) {
  const { raam, vernietiging, termijn, gedaan, fouten = [] } = props
  const { soort, aantal, grond, grens, inhoud, vernietigd, deel, versie } = vernietiging
  const stand = standVan(vernietiging)
  return (
    <Pagina
      raam={raam}
      fouten={fouten.length > 0}
      ververs={stand === 'bezig' ? 5 : undefined}
      kruimels={[{ label: 'Bewaren', href: routes.bewaren() }]}
      titel={hoofdletter(hoeveelVan(soort, aantal))}
      lead={
        <>
          <b>{hoofdletter(standzin(vernietiging))}.</b> {grond}.
        </>
      }
      melding={gedaan && GEDAAN[gedaan] && <Melding soort="gedaan">{GEDAAN[gedaan]}</Melding>}
    >
      <Foutenlijst fouten={fouten} />
      <Ververs id="hoever" actief={stand === 'bezig'} klaar="Het vernietigen is klaar.">
        <Feiten
          feiten={[
            { label: 'Gegevens', waarde: termijn?.naam ?? soort },
            stand === 'vernietigd'
              ? {
                  label: 'Vernietigd',
                  waarde: hoeveelVan(soort, aantal),
                  toelichting: telzin(vernietigd) || 'niets meer',
                }
              : { label: 'Daarbij hoort', waarde: telzin(inhoud) || 'niets anders' },
            { label: 'Laatste dag', waarde: periodezin(vernietiging) },
            { label: 'Mag tot en met', waarde: datum(grens), toelichting: 'wat later eindigde, blijft' },
          ]}
        />
        {stand === 'bezig' && <p>{hoofdletter(standzin(vernietiging))}.</p>}
      </Ververs>
      <Waarom
        bij="dit voorstel"
        regel={`${grond}. Wat op ${datum(grens)} of eerder eindigde, mag worden vernietigd; wat daarna is verlengd of waarover nog iets binnenkwam, blijft.`}
        bron={termijn ? `${termijn.bron.document}, ${termijn.bron.paragraaf}: ${termijn.bron.tekst}` : undefined}
        versie={
          <a href={routes.regelsetdeel(deel)}>
            {deelnamen[deel] ?? deel}, versie {versie}
          </a>
        }
      />
      <Wat {...props} />
      <Onderdeel titel="Wat er gebeurde">
        <Verloop vernietiging={vernietiging} />
      </Onderdeel>
    </Pagina>
  )
}

/** What this person may do now, or who may. */
function Wat({ raam, ctx, vernietiging, waarden = {}, fouten = [] }: Props) {
  const { id, voorgelegdDoorId } = vernietiging
  const stand = standVan(vernietiging)
  const veld = (naam: string) => ({
    naam,
    waarde: waarden[naam],
    fout: fouten.find((een) => een.veld === naam)?.melding,
  })
  if (stand === 'te-bekijken') {
    if (!mag(ctx.actor, 'bewaren:voorbereiden')) return <p className="ov-klein">Een contractbeheerder legt dit voor.</p>
    return (
      <Onderdeel
        titel="Voorleggen"
        conclusie="Kijk na of er een bezwaar, een rechtszaak of een andere reden is om te bewaren."
      >
        <Formulier actie={routes.vernietigingsact(id, 'voorleggen')} csrf={raam.csrf} knop="Voorleggen">
          <Tekstveld
            {...veld('toelichting')}
            label="Wat hebt u nagegaan?"
            hulp="Schrijf geen namen of gegevens op van wat vernietigd wordt: dit blijft staan."
            regels={3}
          />
        </Formulier>
      </Onderdeel>
    )
  }
  if (stand !== 'besluit') return null
  if (!mag(ctx.actor, 'bewaren:besluiten')) return <p className="ov-klein">Hierover besluit een contracteigenaar.</p>
  if (voorgelegdDoorId === ctx.actor.id) {
    return <p className="ov-klein">U legde dit zelf voor; een andere contracteigenaar besluit.</p>
  }
  return (
    <Onderdeel titel="Besluiten" conclusie="Vernietigen is niet terug te draaien.">
      <Formulier actie={routes.vernietigingsact(id, 'besluiten')} csrf={raam.csrf} knop="Besluit vastleggen">
        <Keuze
          {...veld('besluit')}
          label="Wat besluit u?"
          soort="rondjes"
          opties={[
            { waarde: 'vernietigen', label: 'Vernietigen' },
            { waarde: 'uitstellen', label: 'Uitstellen' },
          ]}
        />
        <Tekstveld
          {...veld('reden')}
          label="Reden"
          hulp="Bij uitstellen bijvoorbeeld: er loopt een bezwaar."
          regels={3}
        />
        <Datumveld {...veld('tot')} label="Uitstellen tot en met" hulp="Alleen bij uitstellen. Bijvoorbeeld 1-6-2027" />
      </Formulier>
    </Onderdeel>
  )
}

function Verloop({ vernietiging }: { vernietiging: Vernietiging }) {
  const { voorgesteldOp, voorgelegdOp, voorgelegdDoor, toelichting, beslotenOp, beslotenDoor, besluit, reden } =
    vernietiging
  const { uitgesteldTot, klaarOp, vernietigd } = vernietiging
  return (
    <Tijdlijn
      gebeurtenissen={[
        ...(klaarOp ? [{ moment: moment(klaarOp), tekst: `Vernietigd: ${telzin(vernietigd) || 'niets meer'}.` }] : []),
        ...(beslotenOp
          ? [
              {
                moment: moment(beslotenOp),
                tekst: `${beslotenDoor ?? ''} besloot ${
                  besluit === 'vernietigen' ? 'te vernietigen' : `uit te stellen tot en met ${datum(uitgesteldTot!)}`
                }: ${reden ?? ''}`,
              },
            ]
          : []),
        ...(voorgelegdOp
          ? [{ moment: moment(voorgelegdOp), tekst: `${voorgelegdDoor ?? ''} legde het voor: ${toelichting ?? ''}` }]
          : []),
        { moment: moment(voorgesteldOp), tekst: 'Voorgesteld: de bewaartermijn is voorbij.' },
      ]}
    />
  )
}
