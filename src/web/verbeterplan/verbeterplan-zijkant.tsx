import { isLopend } from '../../domain/act/verbeterplan/plan.ts'
import { regelInWoorden, rekenstappen } from '../kalender/rekenstappen.ts'
import { routes } from '../routes.ts'
import { Zijdeel } from '../ui/kolommen.tsx'
import { aantal, datum, moment, relatief } from '../ui/notatie.ts'
import { Waarom } from '../ui/waarom.tsx'
import { WatNu } from '../ui/wat-nu.tsx'
import type { Kader, Plandeel } from './lees-kader.ts'

/** Beside the plan: running terms, versions, what it is judged by, and what it belongs to. */
export function Zijkant({ ctx, kader: { rij, plan, regels, termijnen, eerste, verbanden, mails } }: Plandeel) {
  const meer = [
    verbanden.bevinding && {
      naam: verbanden.bevinding.naam,
      soort: 'Bevinding',
      href: routes.bevinding(verbanden.bevinding.id),
    },
    verbanden.gesprek && { naam: verbanden.gesprek.naam, soort: 'Gesprek', href: routes.gesprek(verbanden.gesprek.id) },
    verbanden.escalatie && {
      naam: verbanden.escalatie.naam,
      soort: 'Escalatie',
      href: routes.escalatie(verbanden.escalatie.id),
    },
  ].filter((een) => een !== null)
  return (
    <>
      <WatNu
        titel="Lopende termijnen"
        leeg={isLopend(plan.stand) ? 'Er loopt geen termijn die u moet bewaken.' : 'Er loopt geen termijn meer.'}
        items={termijnen.map(({ id, titel, einddatum, kant, gevolg }) => {
          const teLaat = Temporal.PlainDate.compare(einddatum, ctx.today) < 0
          return {
            wanneer: datum(einddatum),
            relatief: relatief(einddatum, ctx.today),
            teLaat,
            wat: (
              <>
                <a href={routes.termijn(id)}>{titel.replace(` (${rij.nummer})`, '')}</a>{' '}
                <span className="ov-stil">({kant})</span>
                {teLaat && gevolg !== '' && <div className="ov-klein">{gevolg}</div>}
              </>
            ),
            waarom: eerste?.id === id && (
              <Waarom
                bij={titel}
                regel={regelInWoorden(eerste.berekening, eerste.startgebeurtenis)}
                bron={
                  eerste.berekening.bron
                    ? `${eerste.berekening.bron.document}, ${eerste.berekening.bron.paragraaf}. ${eerste.berekening.bron.tekst}`
                    : undefined
                }
                berekening={rekenstappen(eerste.berekening, eerste.startgebeurtenis)}
              />
            ),
          }
        })}
      />
      {ctx.actor.agb === null && rij.escalatieId === null && <Mails mails={mails} wacht={plan.stand === 'gevraagd'} />}
      <Zijdeel titel="Versies">
        {plan.indieningen.length === 0 ? (
          <p className="ov-klein">Er is nog geen plan ingediend.</p>
        ) : (
          <ul className="ov-lijst">
            {plan.indieningen.toReversed().map(({ ronde, ontvangen, punten, partij, door }) => (
              <li key={ronde}>
                <a href={routes.planversie(rij.id, ronde)}>Versie {ronde}</a>{' '}
                <span className="ov-stil">{aantal(punten.length, 'punt', 'punten')}</span>
                <div className="ov-klein">
                  {datum(ontvangen)}, {partij === 'aanbieder' ? door : `${door}, namens de aanbieder`}
                </div>
              </li>
            ))}
          </ul>
        )}
      </Zijdeel>
      <Zijdeel titel="Waaraan wordt getoetst">
        <ul className="ov-lijst">
          {regels.criteria.map(({ tekst, bron }) => (
            <li key={tekst}>
              {tekst}
              <div className="ov-klein">{bron.document}</div>
            </li>
          ))}
        </ul>
      </Zijdeel>
      {meer.length > 1 && (
        <Zijdeel titel="Hoort bij">
          <ul className="ov-lijst">
            {meer.map(({ naam, soort, href }) => (
              <li key={href}>
                <a href={href}>{naam}</a>
                <div className="ov-klein">{soort}</div>
              </li>
            ))}
          </ul>
        </Zijdeel>
      )}
    </>
  )
}

const mailwoorden = { gevraagd: 'plan gevraagd', ingetrokken: 'plan ingetrokken' } as const

/** Who at the aanbieder was told by mail, and whether the mail server took it. */
function Mails({ mails, wacht }: { mails: Kader['mails']; wacht: boolean }) {
  if (mails.length === 0 && !wacht) return null
  return (
    <Zijdeel titel="E-mail aan de aanbieder">
      {mails.length === 0 ? (
        <p className="ov-klein">
          Deze aanbieder heeft geen contactpersoon met een e-mailadres. Vertel zelf dat u een plan vraagt.
        </p>
      ) : (
        <ul className="ov-lijst">
          {mails.map(({ id, soort, naam, gevraagdOp, verzondenOp, misluktOp, fout }) => (
            <li key={id}>
              {naam} <span className="ov-stil">{mailwoorden[soort]}</span>
              <div className="ov-klein">
                {verzondenOp
                  ? `aangenomen ${moment(verzondenOp)}`
                  : misluktOp
                    ? `niet verstuurd: ${fout ?? 'onbekende fout'}`
                    : `in de wachtrij sinds ${moment(gevraagdOp)}`}
              </div>
            </li>
          ))}
        </ul>
      )}
    </Zijdeel>
  )
}
