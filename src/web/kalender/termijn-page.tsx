import type { Herinnering, Termijn } from '../../domain/plan/kalender/find-termijn.ts'
import { mag } from '../../domain/rechten.ts'
import type { Context } from '../../platform/context.ts'
import { routes } from '../routes.ts'
import { Datumveld } from '../ui/datumveld.tsx'
import { Feiten } from '../ui/feiten.tsx'
import { Foutenlijst, type Veldfout } from '../ui/foutenlijst.tsx'
import { Formulier } from '../ui/formulier.tsx'
import { Knop } from '../ui/knop.tsx'
import { Melding } from '../ui/melding.tsx'
import { datum, hoofdletter, momentKort, opsomming, relatief, teLaat, woord } from '../ui/notatie.ts'
import { Onderdeel } from '../ui/onderdeel.tsx'
import { Pagina, type Raam } from '../ui/pagina.tsx'
import { Tekstveld } from '../ui/tekstveld.tsx'
import { Waarom } from '../ui/waarom.tsx'
import { bronlink, bronnaam } from './bron.ts'
import { regelInWoorden, rekenstappen } from './rekenstappen.ts'
import { Termijnstand, wieTekst } from './stand.tsx'

type Props = {
  raam: Raam
  ctx: Context
  termijn: Termijn
  herinneringen: Herinnering[]
  /** Findings it led to, as far as this person may read them */
  bevindingen: { id: string; titel: string; geslotenOp: Temporal.Instant | null }[]
  gedaan?: string | undefined
  waarden?: Record<string, string>
  fouten?: Veldfout[]
}

const meldingen: Record<string, string> = {
  uitgesteld: 'De herinnering is uitgesteld. De termijn zelf blijft staan.',
  toegevoegd: 'De termijn staat in de kalender.',
  gedaan: 'De termijn is afgerond.',
  vervallen: 'De termijn is vervallen.',
}

/** One term: until when, who acts, what follows, how it was counted, who was reminded. */
export function TermijnPage(props: Props) {
  const { raam, ctx, termijn, bevindingen, gedaan, fouten = [] } = props
  const melding = gedaan === undefined ? undefined : meldingen[gedaan]
  const { titel, aard, einddatum, startgebeurtenis, berekening, gevolg, geslotenOp } = termijn
  const link = bronlink(ctx.actor, termijn)
  const open = geslotenOp === null
  return (
    <Pagina
      raam={raam}
      kruimels={[{ label: 'Kalender', href: routes.kalender() }]}
      titel={titel}
      lead={<Lead {...props} />}
      actie={link && <Knop href={link.href}>{link.actie}</Knop>}
      melding={melding && <Melding soort="gedaan">{melding}</Melding>}
      fouten={fouten.length > 0}
    >
      <Foutenlijst fouten={fouten} />
      <Feiten feiten={feiten(props)} />
      <Onderdeel titel="Zo is geteld">
        <Waarom
          open
          bij={titel}
          regel={regelInWoorden(berekening, startgebeurtenis)}
          bron={
            berekening.bron
              ? `${berekening.bron.document}, ${berekening.bron.paragraaf}. ${berekening.bron.tekst}`
              : undefined
          }
          berekening={rekenstappen(berekening, startgebeurtenis)}
          versie={berekening.versie ?? undefined}
          gegevens={`De laatste dag hoort er helemaal bij: de termijn loopt tot en met ${datum(einddatum)}, 23.59 uur.`}
        />
      </Onderdeel>
      {gevolg !== '' && open && (
        <Onderdeel titel={aard === 'moment' ? 'Wat er dan gebeurt' : 'Als er niets gebeurt'}>
          <p>{gevolg}</p>
        </Onderdeel>
      )}
      {bevindingen.length > 0 && (
        <Onderdeel titel="Wat het werd">
          <ul className="ov-lijst">
            {bevindingen.map(({ id, titel, geslotenOp }) => (
              <li key={id}>
                <a href={routes.bevinding(id)}>Bevinding: {titel}</a>
                <div className="ov-klein">{geslotenOp ? 'gesloten' : 'open'}</div>
              </li>
            ))}
          </ul>
        </Onderdeel>
      )}
      <EigenTermijn {...props} />
      <Herinneringen {...props} />
    </Pagina>
  )
}

function Lead({ ctx, termijn }: Props) {
  const { stand, einddatum, aard, gehaaldOp, geslotenReden } = termijn
  const dag = datum(einddatum)
  const wie = hoofdletter(wieTekst(termijn))
  if (stand === 'vervallen') return <b>Deze termijn vraagt niets meer. {geslotenReden}</b>
  if (stand === 'gehaald') {
    return aard === 'moment' ? (
      <b>Dit was op {dag}.</b>
    ) : (
      <b>
        Gedaan op {datum(gehaaldOp ?? einddatum)}; dat kon tot en met {dag}.
      </b>
    )
  }
  if (stand === 'verstreken') {
    return (
      <>
        <b>
          De laatste dag was {dag}, {teLaat(einddatum, ctx.today)}.
        </b>{' '}
        {wie} moest handelen.
      </>
    )
  }
  return (
    <>
      <b>
        {aard === 'moment' ? 'Op' : 'Uiterlijk'} {dag}
      </b>
      , {relatief(einddatum, ctx.today)}. {aard === 'uiterlijk' && `${wie} moet handelen.`}
    </>
  )
}

function feiten({ ctx, termijn }: Props) {
  const { einddatum, aard, aanbiederId, aanbieder, overeenkomstId, overeenkomst, persoonlijk, rol, personen, bron } =
    termijn
  return [
    { label: aard === 'moment' ? 'Dag' : 'Laatste dag', waarde: datum(einddatum), groot: true },
    {
      label: aard === 'moment' ? 'Voor wie' : 'Wie moet handelen',
      waarde: hoofdletter(wieTekst(termijn)),
      ...(!persoonlijk && personen.length > 0 && rol !== null && { toelichting: rol }),
    },
    { label: 'Stand', waarde: <Termijnstand termijn={termijn} vandaag={ctx.today} /> },
    {
      label: 'Gaat over',
      waarde: aanbiederId === null ? bronnaam(bron) : <a href={routes.aanbieder(aanbiederId)}>{aanbieder}</a>,
      ...(overeenkomstId !== null && {
        toelichting: <a href={routes.overeenkomst(overeenkomstId)}>{overeenkomst}</a>,
      }),
    },
  ]
}

// A term of an act is closed by that act; one that somebody put in is closed here.
function EigenTermijn({ raam, ctx, termijn, waarden = {}, fouten = [] }: Props) {
  const { id, bron, geslotenOp, geplandOp, geplandDoor, aard } = termijn
  if (bron !== 'hand') return null
  const veld = (naam: string) => ({ naam, fout: fouten.find((een) => een.veld === naam)?.melding })
  return (
    <Onderdeel
      titel="Vastgelegd"
      conclusie={`Op ${datum(geplandOp.toZonedDateTimeISO('Europe/Amsterdam').toPlainDate())} door ${geplandDoor ?? 'iemand van de regio'}.`}
    >
      {geslotenOp === null && mag(ctx.actor, 'termijn:vastleggen') && (
        <>
          {aard === 'uiterlijk' && (
            <Formulier actie={routes.termijnSluiten(id, 'gedaan')} csrf={raam.csrf} knop="Gedaan melden">
              <Datumveld {...veld('op')} waarde={waarden['op'] ?? datum(ctx.today)} label="Gedaan op" />
            </Formulier>
          )}
          <details className="ov-vouw" open={fouten.some((een) => een.veld === 'vervalreden')}>
            <summary>Laten vervallen</summary>
            <Formulier
              actie={routes.termijnSluiten(id, 'vervallen')}
              csrf={raam.csrf}
              knop="Laten vervallen"
              soort="tweede"
            >
              <Tekstveld {...veld('vervalreden')} waarde={waarden['vervalreden']} label="Reden" />
            </Formulier>
          </details>
        </>
      )}
    </Onderdeel>
  )
}

function Herinneringen({ raam, ctx, termijn, herinneringen, waarden = {}, fouten = [] }: Props) {
  const { id, volgendeHerinneringOp, geslotenOp, uitgesteldTot, uitstelReden, uitgesteldDoor } = termijn
  const volgende = volgendeHerinneringOp?.toZonedDateTimeISO('Europe/Amsterdam').toPlainDate()
  const veld = (naam: string) => ({
    naam,
    waarde: waarden[naam],
    fout: fouten.find((een) => een.veld === naam)?.melding,
  })
  return (
    <Onderdeel
      titel="Herinneringen"
      conclusie={
        geslotenOp !== null
          ? `Aan deze termijn wordt niet meer herinnerd.`
          : volgende
            ? `De volgende herinnering gaat ${Temporal.PlainDate.compare(volgende, ctx.today) > 0 ? `uit op ${datum(volgende)}` : 'vandaag uit'}.`
            : 'Er komt geen herinnering meer: het hoogste aantal is bereikt of elke dag ervoor is voorbij.'
      }
    >
      {uitgesteldTot && (
        <p>
          Uitgesteld tot {datum(uitgesteldTot)} door {uitgesteldDoor}: {uitstelReden}
        </p>
      )}
      {herinneringen.length > 0 && (
        <ul className="ov-lijst">
          {herinneringen.map(({ nummer, gemaaktOp, namen, gemaild }) => (
            <li key={nummer}>
              <b>{momentKort(gemaaktOp)}</b> <span className="ov-stil">{woord(nummer)}e keer</span>
              <div>
                {opsomming(namen)}, in het programma{gemaild ? ' en per mail' : ''}
              </div>
            </li>
          ))}
        </ul>
      )}
      {geslotenOp === null && mag(ctx.actor, 'termijn:uitstellen') && (
        <details className="ov-vouw" open={fouten.some(({ veld }) => veld === 'tot' || veld === 'reden')}>
          <summary>Herinnering uitstellen</summary>
          <Formulier actie={routes.termijnUitstellen(id)} csrf={raam.csrf} knop="Uitstellen" soort="tweede">
            <Datumveld {...veld('tot')} label="Tot welke dag" />
            <Tekstveld {...veld('reden')} label="Reden" hulp="De termijn zelf schuift niet." />
          </Formulier>
        </details>
      )}
    </Onderdeel>
  )
}
