import type { Geopend } from '../../domain/act/verbeterplan/lees-plan.ts'
import { planoordelen, puntenVan, type Plan, type Punt } from '../../domain/act/verbeterplan/plan.ts'
import type { Planregels } from '../../domain/act/verbeterplan/planregels.ts'
import { kort } from '../../domain/act/verbeterplan/plantermijnen.ts'
import { routes } from '../routes.ts'
import { Datumveld } from '../ui/datumveld.tsx'
import { Formulier } from '../ui/formulier.tsx'
import { Keuze } from '../ui/keuze.tsx'
import { Knop } from '../ui/knop.tsx'
import { aantal, dagVanMoment, datum, punt } from '../ui/notatie.ts'
import { Onderdeel } from '../ui/onderdeel.tsx'
import type { Raam } from '../ui/pagina.tsx'
import { Tekstveld } from '../ui/tekstveld.tsx'
import { Vouw } from '../ui/vouw.tsx'
import { Planformulier, type Formulierstand } from './kader.tsx'
import { Puntinhoud } from './punt.tsx'

type Props = { raam: Raam; geopend: Geopend; stand: Formulierstand }

/** Judging a version: what the aanbieder wrote at the left, the judgement with its reason at the right, then the whole (ESA-11). */
export function BeoordelenPage({ raam, geopend: { rij, plan, regels }, stand }: Props) {
  const { waarden, fouten, verborgen } = stand
  const fout = (veld: string) => fouten.find((een) => een.veld === veld)?.melding
  const nieuw = puntenVan(plan).filter(({ akkoordIn }) => akkoordIn === null)
  const al = puntenVan(plan).length - nieuw.length
  return (
    <Planformulier
      raam={raam}
      rij={rij}
      titel="Verbeterplan beoordelen"
      lead={
        <>
          {rij.titel}, {rij.aanbieder}
          {punt(rij.aanbieder)} <b>{aantal(nieuw.length, 'punt', 'punten')}</b> te beoordelen in versie {plan.ronde}
          {al > 0 && `; ${aantal(al, 'punt was', 'punten waren')} al akkoord`}. Elk oordeel krijgt een reden, en de
          aanbieder leest die.
        </>
      }
      stand={stand}
    >
      <Onderdeel titel="Wat er is gevraagd">
        <p className="ov-tekst">{rij.aanleiding}</p>
        {plan.indieningen.at(-1)!.toelichting !== '' && (
          <p className="ov-tekst">
            <b>Toelichting van de aanbieder:</b> {plan.indieningen.at(-1)!.toelichting}
          </p>
        )}
        <Vouw titel="Waaraan wordt getoetst" open>
          <ul className="ov-lijst">
            {regels.criteria.map(({ tekst, bron }) => (
              <li key={tekst}>
                {tekst}{' '}
                <span className="ov-klein">
                  {bron.document}, {bron.paragraaf}
                </span>
              </li>
            ))}
          </ul>
        </Vouw>
      </Onderdeel>
      <div className="ov-breedformulier">
        <Formulier
          actie={routes.verbeterplan(rij.id, 'beoordelen')}
          csrf={raam.csrf}
          knop="Oordeel geven"
          knoppen={
            <Knop soort="tweede" naam="stap" waarde="bewaren">
              Concept bewaren
            </Knop>
          }
          verborgen={verborgen}
          terug={{ label: 'Terug', href: routes.verbeterplan(rij.id) }}
        >
          {puntenVan(plan).map((punt) => (
            <section key={punt.nr} className="ov-naast" aria-labelledby={`kop-${punt.nr}`}>
              <div>
                <h2 id={`kop-${punt.nr}`}>
                  {punt.nr}. {kort(punt, regels)}
                </h2>
                <Puntinhoud punt={punt} regels={regels} />
                <Vorige {...{ plan, punt, regels }} />
              </div>
              <div>
                {punt.akkoordIn === null ? (
                  <>
                    <Keuze
                      naam={`punten.${punt.nr}.oordeel`}
                      label={`Oordeel over punt ${punt.nr}`}
                      soort="rondjes"
                      opties={Object.entries(planoordelen).map(([waarde, label]) => ({ waarde, label }))}
                      waarde={waarden[`punten.${punt.nr}.oordeel`]}
                      fout={fout(`punten.${punt.nr}.oordeel`)}
                    />
                    <Tekstveld
                      naam={`punten.${punt.nr}.reden`}
                      label={`Reden bij punt ${punt.nr}`}
                      regels={3}
                      waarde={waarden[`punten.${punt.nr}.reden`]}
                      fout={fout(`punten.${punt.nr}.reden`)}
                    />
                  </>
                ) : (
                  <p className="ov-klein">Akkoord sinds versie {punt.akkoordIn}. Dit punt blijft zoals het is.</p>
                )}
              </div>
            </section>
          ))}
          <Onderdeel titel="Het hele plan" conclusie="Akkoord kan alleen als elk punt akkoord is.">
            <Keuze
              naam="geheel"
              label="Oordeel over het hele plan"
              soort="rondjes"
              opties={[
                {
                  waarde: 'akkoord',
                  label: 'Akkoord',
                  hulp: 'De aanbieder voert het plan uit. Elk punt krijgt een termijn in de kalender.',
                },
                {
                  waarde: 'aanvullen',
                  label: 'Aanvullen',
                  hulp: 'De aanbieder past aan wat is teruggegeven. Wat akkoord is, blijft staan.',
                },
                {
                  waarde: 'afgewezen',
                  label: 'Afgewezen',
                  hulp:
                    rij.escalatieId === null
                      ? 'Het plan is hiermee gesloten. Een escalatie kan hierop rusten.'
                      : 'Het plan is hiermee gesloten. De escalatie kan hierop naar de volgende stap.',
                },
              ]}
              waarde={waarden['geheel']}
              fout={fout('geheel')}
            />
            <Tekstveld
              naam="reden"
              label="Reden bij het hele plan"
              regels={3}
              waarde={waarden['reden']}
              fout={fout('reden')}
            />
            <Datumveld
              naam="realisatieUiterlijk"
              label="Bij akkoord: alles gerealiseerd op"
              hulp="Daarna beoordeelt u per punt of het is gerealiseerd."
              waarde={waarden['realisatieUiterlijk']}
              fout={fout('realisatieUiterlijk')}
            />
            <Datumveld
              naam="uiterlijk"
              label="Bij aanvullen: opnieuw indienen uiterlijk op"
              waarde={waarden['uiterlijk']}
              fout={fout('uiterlijk')}
            />
          </Onderdeel>
          {rij.escalatieId !== null && (
            <p className="ov-klein">
              Dit plan hoort bij een escalatie. Uw oordeel komt daar vanzelf te liggen; bij akkoord gaat de zaak naar de
              uitvoering.
            </p>
          )}
        </Formulier>
      </div>
    </Planformulier>
  )
}

/** The same point as it was in the version before, and why it came back. */
function Vorige({ plan, punt, regels }: { plan: Plan; punt: Punt; regels: Planregels }) {
  if (punt.akkoordIn !== null) return null
  const vorige = plan.indieningen.findLast(
    ({ ronde, punten }) => ronde < plan.ronde && punten.some(({ nr }) => nr === punt.nr),
  )
  const was = vorige?.punten.find(({ nr }) => nr === punt.nr)
  if (!vorige || !was) return null
  const oordeel = plan.oordelen.findLast(
    (een) => een.fase === 'plan' && een.ronde === vorige.ronde && een.nr === punt.nr,
  )
  return (
    <Vouw titel={`Versie ${vorige.ronde} van dit punt`} open>
      <Puntinhoud punt={was} regels={regels} />
      {oordeel?.fase === 'plan' && (
        <p className="ov-tekst">
          <b>{planoordelen[oordeel.oordeel]}:</b> {oordeel.reden}{' '}
          <span className="ov-stil">
            {oordeel.door}, {datum(dagVanMoment(oordeel.op))}
          </span>
        </p>
      )}
    </Vouw>
  )
}
