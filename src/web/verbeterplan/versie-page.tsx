import type { Geopend } from '../../domain/act/verbeterplan/lees-plan.ts'
import { planoordelen, type Indiening } from '../../domain/act/verbeterplan/plan.ts'
import { kort } from '../../domain/act/verbeterplan/plantermijnen.ts'
import { routes } from '../routes.ts'
import { aantal, dagVanMoment, datum } from '../ui/notatie.ts'
import { Onderdeel } from '../ui/onderdeel.tsx'
import { Pagina, type Raam } from '../ui/pagina.tsx'
import { Puntinhoud } from './punt.tsx'

type Props = { raam: Raam; geopend: Geopend; indiening: Indiening }

/** One version as it was handed in, with the judgement that was given of it. */
export function VersiePage({ raam, geopend: { rij, plan, regels }, indiening }: Props) {
  const { ronde, punten, ontvangen, door, partij, toelichting } = indiening
  const oordeelVan = (nr: number | null, in_: number) =>
    plan.oordelen.findLast((een) => een.fase === 'plan' && een.ronde === in_ && een.nr === nr)
  const geheel = oordeelVan(null, ronde)
  return (
    <Pagina
      raam={raam}
      kruimels={[
        { label: 'Verbeterplannen', href: routes.verbeterplannen() },
        { label: rij.nummer, href: routes.verbeterplan(rij.id) },
      ]}
      titel={`Versie ${ronde}: ${rij.titel}`}
      titelInTab={`${rij.nummer} versie ${ronde}`}
      lead={
        <>
          <b>{aantal(punten.length, 'punt', 'punten')}</b>, ontvangen op {datum(ontvangen)} van {door}
          {partij === 'opdrachtgever' && ', namens de aanbieder'}.{' '}
          {geheel?.fase === 'plan' ? `${planoordelen[geheel.oordeel]}: ${geheel.reden}` : 'Nog niet beoordeeld.'}
        </>
      }
    >
      {toelichting !== '' && (
        <Onderdeel titel="Toelichting">
          <p className="ov-tekst">{toelichting}</p>
        </Onderdeel>
      )}
      <Onderdeel titel="Punten">
        {punten.map((punt) => {
          const oordeel = oordeelVan(punt.nr, punt.akkoordIn ?? ronde)
          return (
            <article key={punt.nr} className="ov-planblok">
              <h3>
                {punt.nr}. {kort(punt, regels)}
              </h3>
              <Puntinhoud punt={punt} regels={regels} />
              <p className="ov-tekst">
                {oordeel?.fase === 'plan' ? (
                  <>
                    <b>{planoordelen[oordeel.oordeel]}</b>
                    {punt.akkoordIn !== null && ` (versie ${punt.akkoordIn})`}: {oordeel.reden}{' '}
                    <span className="ov-stil">
                      {oordeel.door}, {datum(dagVanMoment(oordeel.op))}
                    </span>
                  </>
                ) : (
                  <span className="ov-stil">Nog niet beoordeeld.</span>
                )}
              </p>
            </article>
          )
        })}
      </Onderdeel>
    </Pagina>
  )
}
