import type { ReactNode } from 'react'
import { routes } from '../routes.ts'
import { Knop } from '../ui/knop.tsx'
import { Kolommen, Zijdeel } from '../ui/kolommen.tsx'
import { LegeStaat } from '../ui/lege-staat.tsx'
import { datumLang, hoofdletter, moment } from '../ui/notatie.ts'
import { Pagina, type Raam } from '../ui/pagina.tsx'
import { Tijdlijn, type Gebeurtenis } from '../ui/tijdlijn.tsx'
import { Werklijst } from '../ui/werklijst.tsx'
import { leadzin } from './leadzin.ts'
import { groepeer, metHoofdknop, type Werkpunt } from './werkpunt.ts'

type Props = {
  raam: Raam
  vandaag: Temporal.PlainDate
  punten: Werkpunt[]
  magInlezen: boolean
  /** null: this person is not told what others did */
  veranderd: { sinds: Temporal.Instant; eersteKeer: boolean; gebeurtenissen: Gebeurtenis[] } | null
}

/** What needs me, grouped by when; then my team's; beside it what changed since I was last here. */
export function VandaagPage({ raam, vandaag, punten, magInlezen, veranderd }: Props) {
  const mij = groepeer(
    punten.filter(({ vanMij }) => vanMij),
    vandaag,
  )
  const team = groepeer(
    punten.filter(({ vanMij }) => !vanMij),
    vandaag,
  ).flatMap(({ items }) => items)
  const leeg = mij.every(({ items }) => items.length === 0)
  const { conclusie, rest } = leadzin(mij)
  return (
    <Pagina
      raam={raam}
      titel="Vandaag"
      lead={
        <>
          {hoofdletter(datumLang(vandaag))}. <b>{conclusie}</b> {rest}
        </>
      }
    >
      <MetZij veranderd={veranderd}>
        {leeg ? (
          <LegeStaat
            titel="Er ligt niets voor u klaar."
            actie={
              magInlezen && (
                <Knop soort="tweede" href={routes.berichtenInlezen()}>
                  Bestanden inlezen
                </Knop>
              )
            }
          >
            Hier staat wat van u is: bevindingen bij uw aanbieders, overeenkomsten waarover u moet beslissen en
            berichten die op u wachten.
          </LegeStaat>
        ) : (
          <Werklijst groepen={metHoofdknop(mij)} />
        )}
        {team.length > 0 && <Werklijst groepen={[{ titel: leeg ? 'In de regio' : 'Van mijn team', items: team }]} />}
      </MetZij>
    </Pagina>
  )
}

function MetZij({ veranderd, children }: { veranderd: Props['veranderd']; children: ReactNode }) {
  if (!veranderd) return children
  const { sinds, eersteKeer, gebeurtenissen } = veranderd
  return (
    <Kolommen
      zijLabel="Wat er veranderde"
      zij={
        <Zijdeel titel={eersteKeer ? 'De laatste week' : 'Sinds uw vorige bezoek'}>
          <p className="ov-klein">{eersteKeer ? `sinds ${moment(sinds)}` : moment(sinds)}</p>
          {gebeurtenissen.length === 0 ? (
            <p className="ov-klein">Er is niets veranderd.</p>
          ) : (
            <Tijdlijn gebeurtenissen={gebeurtenissen} />
          )}
        </Zijdeel>
      }
    >
      {children}
    </Kolommen>
  )
}
