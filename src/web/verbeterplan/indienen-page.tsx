import { vastePunten } from '../../domain/act/verbeterplan/doe-indiening.ts'
import type { Geopend } from '../../domain/act/verbeterplan/lees-plan.ts'
import { kort } from '../../domain/act/verbeterplan/plantermijnen.ts'
import { planoordelen, puntenVan, type Plan } from '../../domain/act/verbeterplan/plan.ts'
import type { Context } from '../../platform/context.ts'
import { datumZonderDag } from '../lijst.ts'
import { routes } from '../routes.ts'
import { Datumveld } from '../ui/datumveld.tsx'
import { Formulier } from '../ui/formulier.tsx'
import { Knop } from '../ui/knop.tsx'
import { aantal, datum, punt } from '../ui/notatie.ts'
import { Onderdeel } from '../ui/onderdeel.tsx'
import type { Raam } from '../ui/pagina.tsx'
import { Tekstveld } from '../ui/tekstveld.tsx'
import { veldId } from '../ui/veld.tsx'
import { Planformulier, type Formulierstand } from './kader.tsx'
import { aantalPunten } from './lees-invoer.ts'
import { Puntinhoud } from './punt.tsx'

type Props = { raam: Raam; ctx: Context; geopend: Geopend; stand: Formulierstand }

/** The plan, point by point in the form of the regelset; a draft until it is handed in (ESA-09, PLN-04). */
export function IndienenPage({ raam, ctx, geopend: { rij, regels, plan }, stand }: Props) {
  const { waarden, fouten, verborgen } = stand
  const namens = ctx.actor.agb === null
  const n = aantalPunten(waarden)
  const vast = vastePunten(plan)
  const fout = (veld: string) => fouten.find((een) => een.veld === veld)?.melding
  return (
    <Planformulier
      raam={raam}
      rij={rij}
      titel={
        namens
          ? 'Verbeterplan namens de aanbieder indienen'
          : plan.ronde === 0
            ? 'Verbeterplan schrijven'
            : 'Verbeterplan aanpassen'
      }
      lead={
        <>
          {rij.titel + punt(rij.titel)} Uiterlijk <b>{datum(plan.uiterlijk)}</b>. Noem geen cliënten.
        </>
      }
      stand={stand}
    >
      <Onderdeel titel="Wat er is gevraagd">
        <p className="ov-tekst">{rij.aanleiding}</p>
        <p className="ov-proza">{regels.inleiding}</p>
      </Onderdeel>
      {vast.length > 0 && (
        <Onderdeel
          titel="Al akkoord"
          conclusie={`${aantal(vast.length, 'punt blijft', 'punten blijven')} staan zoals ${vast.length === 1 ? 'het is' : 'ze zijn'}.`}
        >
          {vast.map((punt) => (
            <article key={punt.nr} className="ov-planblok">
              <h3>
                {punt.nr}. {kort(punt, regels)}
              </h3>
              <Puntinhoud punt={punt} regels={regels} />
            </article>
          ))}
        </Onderdeel>
      )}
      <Formulier
        actie={routes.verbeterplan(rij.id, 'indienen')}
        csrf={raam.csrf}
        knop={namens ? 'Indienen namens de aanbieder' : 'Indienen'}
        knoppen={
          <Knop soort="tweede" naam="stap" waarde="bewaren">
            Concept bewaren
          </Knop>
        }
        verborgen={{ ...verborgen, aantal: String(n) }}
        terug={{ label: 'Terug', href: routes.verbeterplan(rij.id) }}
      >
        {Array.from({ length: n }, (_, i) => {
          const nr = waarden[`punten.${i}.nr`] ?? ''
          const veld = (naam: string) => ({
            naam: `punten.${i}.${naam}`,
            waarde: waarden[`punten.${i}.${naam}`],
            fout: fout(`punten.${i}.${naam}`),
          })
          return (
            <fieldset key={i} className="ov-veldgroep" id={veldId(`punten.${i}`)}>
              <legend>{nr === '' ? `Nieuw punt ${i + 1}` : `Punt ${nr}`}</legend>
              {nr !== '' && <input type="hidden" name={`punten.${i}.nr`} value={nr} />}
              {nr !== '' && <Teruggegeven plan={plan} nr={Number(nr)} />}
              {i === 0 && fout('punten.0') && <p className="ams-error-message">{fout('punten.0')}</p>}
              {regels.vragen.map(({ code, naam, hulp, verplicht }) => (
                <Tekstveld
                  key={code}
                  {...veld(code)}
                  label={naam}
                  hulp={hulp || undefined}
                  facultatief={!verplicht}
                  regels={3}
                />
              ))}
              <Tekstveld {...veld('wie')} label={regels.wie.naam} hulp={regels.wie.hulp || undefined} breedte="half" />
              <Datumveld
                {...veld('wanneer')}
                label={regels.wanneer.naam}
                hulp={`${regels.wanneer.hulp} Bijvoorbeeld 15 jan 2027.`}
              />
              <p>
                <Knop soort="tekst" naam="weg" waarde={String(i)}>
                  {nr === '' ? `Nieuw punt ${i + 1}` : `Punt ${nr}`} weghalen
                </Knop>
              </p>
            </fieldset>
          )
        })}
        {n === 0 && (
          <p className="ov-proza" id={veldId('punten.0')}>
            {fout('punten.0') ?? 'Er staat geen punt meer open. Voeg er een toe, of dien in wat al akkoord is.'}
          </p>
        )}
        {n + vast.length < regels.hoogstensPunten && (
          <div className="ov-verstuur">
            <Knop soort="tweede" naam="stap" waarde="toevoegen">
              Punt toevoegen
            </Knop>
          </div>
        )}
        <Tekstveld
          naam="toelichting"
          label="Toelichting bij het plan"
          facultatief
          regels={3}
          waarde={waarden['toelichting']}
          fout={fout('toelichting')}
        />
        {namens && (
          <Datumveld
            naam="ontvangen"
            label="Ontvangen op"
            hulp="De dag waarop de aanbieder het plan stuurde."
            waarde={waarden['ontvangen'] ?? datumZonderDag(ctx.today)}
            fout={fout('ontvangen')}
          />
        )}
      </Formulier>
    </Planformulier>
  )
}

/** Why a point came back, beside the fields that are to be changed. */
function Teruggegeven({ plan, nr }: { plan: Plan; nr: number }) {
  const oordeel = plan.oordelen.findLast((een) => een.fase === 'plan' && een.nr === nr)
  if (oordeel?.fase !== 'plan' || !puntenVan(plan).some((punt) => punt.nr === nr)) return null
  return (
    <p className="ov-melding ov-tekst">
      <b>{planoordelen[oordeel.oordeel]}.</b> {oordeel.reden}
    </p>
  )
}
