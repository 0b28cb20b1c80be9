import type { Geopend } from '../../domain/act/verbeterplan/lees-plan.ts'
import { puntenVan, realisatieoordelen, type Plan, type Punt } from '../../domain/act/verbeterplan/plan.ts'
import { dagVan, kort } from '../../domain/act/verbeterplan/plantermijnen.ts'
import { isBeslist, isOpen, puntstand } from '../../domain/act/verbeterplan/puntstand.ts'
import type { Context } from '../../platform/context.ts'
import { routes } from '../routes.ts'
import { Datumveld } from '../ui/datumveld.tsx'
import { Formulier } from '../ui/formulier.tsx'
import { Keuze } from '../ui/keuze.tsx'
import { Knop } from '../ui/knop.tsx'
import { aantal, dagVanMoment, datum, punt, relatief } from '../ui/notatie.ts'
import { Onderdeel } from '../ui/onderdeel.tsx'
import type { Raam } from '../ui/pagina.tsx'
import { Tekstveld } from '../ui/tekstveld.tsx'
import { Vinkje } from '../ui/vinkje.tsx'
import { Planformulier, type Formulierstand } from './kader.tsx'
import { Puntblok, Puntinhoud } from './punt.tsx'
import { Puntoordeel } from './woorden.tsx'

type Props = { raam: Raam; ctx: Context; geopend: Geopend; stand: Formulierstand }

/** Points that somebody of the region can judge now: what was reported, and after the term what was not. */
export function teBeoordelen(plan: Plan, vandaag: Temporal.PlainDate): Punt[] {
  const voorbij = plan.realisatieUiterlijk !== null && Temporal.PlainDate.compare(vandaag, plan.realisatieUiterlijk) > 0
  return puntenVan(plan).filter(({ nr }) => {
    const stand = puntstand(plan, nr)
    return stand === 'gemeld' || (voorbij && isOpen(stand))
  })
}

export function teMelden(plan: Plan): Punt[] {
  return puntenVan(plan).filter(({ nr }) => isOpen(puntstand(plan, nr)))
}

/** The report of the aanbieder, per point: what was realised and how that shows (ESA-16). */
export function MeldenPage({ raam, ctx, geopend: { rij, plan, regels }, stand }: Props) {
  const { waarden, fouten, verborgen } = stand
  const fout = (veld: string) => fouten.find((een) => een.veld === veld)?.melding
  const open = teMelden(plan)
  return (
    <Planformulier
      raam={raam}
      rij={rij}
      titel={ctx.actor.agb === null ? 'Realisatie namens de aanbieder melden' : 'Realisatie melden'}
      lead={
        <>
          {rij.titel + punt(rij.titel)} <b>{aantal(open.length, 'punt', 'punten')}</b> nog te melden, uiterlijk{' '}
          {datum(plan.realisatieUiterlijk!)}. Meld een punt als het klaar is; een melding staat vast. Noem geen
          cliënten.
        </>
      }
      stand={stand}
    >
      <div className="ov-breedformulier">
        <Formulier
          actie={routes.verbeterplan(rij.id, 'melden')}
          csrf={raam.csrf}
          knop="Melden"
          knoppen={
            <Knop soort="tweede" naam="stap" waarde="bewaren">
              Concept bewaren
            </Knop>
          }
          verborgen={verborgen}
          terug={{ label: 'Terug', href: routes.verbeterplan(rij.id) }}
        >
          {open.map((punt, i) => {
            const veld = (naam: string) => ({
              naam: `punten.${punt.nr}.${naam}`,
              waarde: waarden[`punten.${punt.nr}.${naam}`],
              fout: fout(`punten.${punt.nr}.${naam}`),
            })
            const laatste = plan.oordelen.findLast((een) => een.fase === 'realisatie' && een.nr === punt.nr)
            return (
              <section key={punt.nr} className="ov-naast" aria-labelledby={`kop-${punt.nr}`}>
                <div>
                  <h2 id={`kop-${punt.nr}`}>
                    {punt.nr}. {kort(punt, regels)}
                  </h2>
                  <Puntinhoud punt={punt} regels={regels} dag={dagVan(plan, punt)} />
                  {laatste && (
                    <p className="ov-melding ov-tekst">
                      <b>Nog niet gerealiseerd.</b> {laatste.reden}
                    </p>
                  )}
                </div>
                <div>
                  <Vinkje
                    naam={`punten.${punt.nr}.melden`}
                    label={`Punt ${punt.nr} is klaar: nu melden`}
                    aan={waarden[`punten.${punt.nr}.melden`] === 'ja'}
                    fout={i === 0 ? fout('melden') : undefined}
                  />
                  <Tekstveld {...veld('tekst')} label={`Wat is gerealiseerd bij punt ${punt.nr}`} regels={3} />
                  <Tekstveld
                    {...veld('bewijs')}
                    label={`Bewijs bij punt ${punt.nr}`}
                    hulp="Waar dat te zien is: een rooster, een cijfer, een document."
                    facultatief
                    regels={2}
                  />
                </div>
              </section>
            )
          })}
        </Formulier>
      </div>
    </Planformulier>
  )
}

/** Judging the realisation: what was agreed and reported at the left, the judgement with its reason at the right. */
export function RealisatiePage({ raam, ctx, geopend: { rij, plan, regels }, stand }: Props) {
  const { waarden, fouten, verborgen } = stand
  const fout = (veld: string) => fouten.find((een) => een.veld === veld)?.melding
  const nu = teBeoordelen(plan, ctx.today)
  const rest = puntenVan(plan).filter(({ nr }) => !nu.some((punt) => punt.nr === nr))
  return (
    <Planformulier
      raam={raam}
      rij={rij}
      titel="Realisatie beoordelen"
      lead={
        <>
          {rij.titel}, {rij.aanbieder}
          {punt(rij.aanbieder)} <b>{aantal(nu.length, 'punt', 'punten')}</b> te beoordelen. U hoeft niet alles tegelijk
          te doen: laat een punt open dat u later beoordeelt.
        </>
      }
      stand={stand}
    >
      <div className="ov-breedformulier">
        <Formulier
          actie={routes.verbeterplan(rij.id, 'realisatie')}
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
          {nu.map((punt, i) => {
            const gemeld = puntstand(plan, punt.nr) === 'gemeld'
            return (
              <section key={punt.nr} className="ov-naast" aria-labelledby={`kop-${punt.nr}`}>
                <div>
                  <h2 id={`kop-${punt.nr}`}>
                    {punt.nr}. {kort(punt, regels)}
                  </h2>
                  <Puntinhoud punt={punt} regels={regels} dag={dagVan(plan, punt)} />
                  <Meldingen plan={plan} nr={punt.nr} vandaag={ctx.today} />
                </div>
                <div>
                  <Keuze
                    naam={`punten.${punt.nr}.oordeel`}
                    label={`Oordeel over punt ${punt.nr}`}
                    soort="rondjes"
                    facultatief
                    opties={Object.entries(realisatieoordelen)
                      .filter(([waarde]) => gemeld || waarde === 'niet gerealiseerd')
                      .map(([waarde, label]) => ({ waarde, label }))}
                    waarde={waarden[`punten.${punt.nr}.oordeel`]}
                    fout={fout(`punten.${punt.nr}.oordeel`) ?? (i === 0 ? fout('oordelen') : undefined)}
                  />
                  <Tekstveld
                    naam={`punten.${punt.nr}.reden`}
                    label={`Reden bij punt ${punt.nr}`}
                    regels={3}
                    waarde={waarden[`punten.${punt.nr}.reden`]}
                    fout={fout(`punten.${punt.nr}.reden`)}
                  />
                </div>
              </section>
            )
          })}
          <Datumveld
            naam="realisatieUiterlijk"
            label="Bij nog niet gerealiseerd: tijd tot en met"
            waarde={waarden['realisatieUiterlijk']}
            fout={fout('realisatieUiterlijk')}
          />
        </Formulier>
      </div>
      {rest.length > 0 && (
        <Onderdeel titel="De andere punten">
          {rest.map((punt) =>
            isBeslist(puntstand(plan, punt.nr)) ? (
              <Puntblok key={punt.nr} {...{ plan, punt, regels }} />
            ) : (
              <p key={punt.nr} className="ov-planpunt">
                <span>
                  <b>{punt.nr}</b> {kort(punt, regels)}
                </span>
                <Puntoordeel stand={puntstand(plan, punt.nr)} />
              </p>
            ),
          )}
        </Onderdeel>
      )}
    </Planformulier>
  )
}

function Meldingen({ plan, nr, vandaag }: { plan: Plan; nr: number; vandaag: Temporal.PlainDate }) {
  const meldingen = plan.meldingen.filter((een) => een.nr === nr)
  if (meldingen.length === 0) {
    return (
      <p className="ov-melding">
        <b>Niet gemeld.</b> De laatste dag was {datum(plan.realisatieUiterlijk!)},{' '}
        {relatief(plan.realisatieUiterlijk!, vandaag)}.
      </p>
    )
  }
  return meldingen.toReversed().map(({ tekst, bewijs, door, op }, i) => (
    <div key={i} className="ov-melding ov-tekst">
      <b>Gemeld</b> {datum(dagVanMoment(op))} door {door}: {tekst}
      {bewijs !== '' && (
        <div>
          <b>Bewijs:</b> {bewijs}
        </div>
      )}
    </div>
  ))
}
