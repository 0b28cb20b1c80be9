import { inTeLeveren } from '../../domain/act/escalatie/in-te-leveren.ts'
import type { Mogelijk } from '../../domain/act/escalatie/vooruitzicht.ts'
import type { Zaakplan } from '../../domain/act/verbeterplan/uit-plan.ts'
import { mag } from '../../domain/rechten.ts'
import { routes } from '../routes.ts'
import { aantal, hoofdletter } from '../ui/notatie.ts'
import { Onderdeel } from '../ui/onderdeel.tsx'
import { Tabel } from '../ui/tabel.tsx'
import type { Escalatieprops } from './escalatiekader.ts'
import { wieBesluit } from './ladder.tsx'

/** Every step from here: those that can be taken first, then those that cannot yet and why. */
export function WatKan({ ctx, geopend: { rij, zaak }, mogelijk: alles, wieMag, plan }: Escalatieprops) {
  const zet = mag(ctx.actor, 'escalatie:stap-zetten')
  if (zaak.open) {
    return (
      <Onderdeel
        titel="Wat nu kan"
        conclusie="Eerst de stap die open staat. Daarna staat hier wat er verder kan, en wat nog niet."
      />
    )
  }
  // To end what does not run, or start what runs, is no step that anybody looks for.
  const lopend = new Set(zaak.maatregelen.flatMap(({ soort, einde }) => (einde === null ? [soort] : [])))
  const mogelijk = alles.filter(({ overgang: { maatregelen } }) => {
    const { start, einde } = maatregelen
    return einde.every((soort) => lopend.has(soort)) && !(start.length > 0 && start.every((soort) => lopend.has(soort)))
  })
  const kan = mogelijk.filter(({ belet }) => belet.length === 0).length
  return (
    <Onderdeel
      titel="Wat nu kan"
      conclusie={
        kan === 0
          ? 'Er kan nu geen stap worden gezet.'
          : `${hoofdletter(aantal(kan, 'stap', 'stappen'))} ${kan === 1 ? 'kan' : 'kunnen'} nu${kan < mogelijk.length ? '; de rest staat erbij met wat eraan ontbreekt' : ''}.`
      }
    >
      <Tabel
        bijschrift="Mogelijke stappen"
        rijen={mogelijk}
        sleutel={({ overgang }) => overgang.code}
        klikbaar={false}
        kolommen={[
          {
            naam: 'stap',
            kop: 'Stap',
            cel: (een) => {
              const { overgang, belet } = een
              if (plan && uitPlan(plan, een)) {
                return (
                  <>
                    {overgang.naam}: <a href={routes.verbeterplan(plan.id)}>in verbeterplan {plan.nummer}</a>
                  </>
                )
              }
              return zet && belet.length === 0 ? (
                <a href={routes.escalatiestap(rij.id, overgang.code)}>{overgang.naam}</a>
              ) : (
                overgang.naam
              )
            },
          },
          {
            naam: 'wie',
            kop: 'Door wie',
            cel: (een) => `${wieBesluit(een, wieMag)}${een.overgang.voorstel ? ', op voorstel' : ''}`,
          },
          {
            naam: 'nodig',
            kop: 'Nodig',
            cel: ({ belet, nodig }) =>
              belet.length > 0 ? (
                <>
                  <b>Nog niet.</b> {belet.join(' ')}
                </>
              ) : nodig.length > 0 ? (
                nodig.join(', ')
              ) : (
                'niets meer'
              ),
          },
          {
            naam: 'regel',
            kop: 'Regel',
            heel: true,
            telefoon: 'weg',
            cel: ({ overgang }) => <span className="ov-stil">{overgang.regel.split(',')[0]}</span>,
          },
        ]}
      />
    </Onderdeel>
  )
}

/** What an aanbieder can hand in now. */
export function Indienen({ ctx, geopend: { rij, ladder, zaak }, plan }: Escalatieprops) {
  const kan = inTeLeveren(ladder, zaak).filter(({ code }) => !plan?.soorten.has(code))
  if ((kan.length === 0 && !plan) || !mag(ctx.actor, 'escalatie:reageren')) return null
  return (
    <Onderdeel titel="Wat u kunt doen" conclusie="Wat u indient, is die dag ontvangen. De regio ziet het meteen.">
      <ul className="ov-lijst">
        {plan && (
          <li>
            <a href={routes.verbeterplan(plan.id)}>Verbeterplan {plan.nummer} openen</a>
            <div className="ov-klein">Daar schrijft u het plan en meldt u wat is gerealiseerd.</div>
          </li>
        )}
        {kan.map(({ code, naam, uitleg }) => (
          <li key={code}>
            <a href={routes.escalatiestuk(rij.id, code)}>{naam} indienen</a>
            {uitleg && <div className="ov-klein">{uitleg}</div>}
          </li>
        ))}
      </ul>
    </Onderdeel>
  )
}

/** A step whose record comes from the plan: it is taken there. */
export function uitPlan(plan: Zaakplan | null, { overgang }: Mogelijk): boolean {
  return plan !== null && overgang.stukken.some((soort) => plan.soorten.has(soort))
}
