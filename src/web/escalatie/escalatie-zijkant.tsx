import { deelVan, type Stuksoort } from '../../domain/act/escalatie/ladder.ts'
import { waarde } from '../../domain/act/escalatie/maak-brief.ts'
import { isGeschorst } from '../../domain/act/escalatie/termijnen.ts'
import { gesprekssoortVoor } from '../../domain/act/escalatie/uit-gesprek.ts'
import { standen } from '../../domain/act/gesprek/gespreksstand.ts'
import { mag } from '../../domain/rechten.ts'
import { routes } from '../routes.ts'
import { Zijdeel } from '../ui/kolommen.tsx'
import { datum, relatief } from '../ui/notatie.ts'
import { Vouw } from '../ui/vouw.tsx'
import { WatNu } from '../ui/wat-nu.tsx'
import { wijze } from './brief-page.tsx'
import type { Escalatieprops } from './escalatiekader.ts'
import { loopt } from './loopt.ts'
import { Paar } from '../ui/paar.tsx'
import { Plannenlijst } from '../verbeterplan/plannen-lijst.tsx'
import { Rekenwijze } from './rekenwijze.tsx'

/** Beside the case: running terms, letters and records. */
export function Zijkant(props: Escalatieprops) {
  const { ctx, geopend, dossier } = props
  const { rij, ladder, zaak } = geopend
  const lopend = loopt(ladder, dossier, ctx.today)
  return (
    <>
      <WatNu
        titel="Lopende termijnen"
        leeg="Er loopt geen termijn."
        items={lopend.map((termijn) => {
          const soort = deelVan(ladder, 'termijnen', termijn.code)
          const teLaat = Temporal.PlainDate.compare(termijn.werkelijkEinde, ctx.today) < 0
          return {
            wanneer: datum(termijn.werkelijkEinde),
            relatief: relatief(termijn.werkelijkEinde, ctx.today),
            teLaat,
            wat: (
              <>
                {soort.naam} <span className="ov-stil">({soort.wie === 'aanbieder' ? 'aanbieder' : 'regio'})</span>
                {teLaat && <div className="ov-klein">{soort.gevolg}</div>}
              </>
            ),
            waarom: <Rekenwijze termijn={termijn} soort={soort} schorsingen={zaak.schorsingen} />,
          }
        })}
      />
      {isGeschorst(zaak.schorsingen, ctx.today) && <p className="ov-klein">Het bezwaar schort de maatregel op.</p>}
      {props.plannen.length > 0 && (
        <Zijdeel titel="Verbeterplan">
          <Plannenlijst plannen={props.plannen} />
        </Zijdeel>
      )}
      <Gesprekken {...props} />
      <Zijdeel titel="Brieven">
        {dossier.brieven.length === 0 ? (
          <p className="ov-klein">Er is nog geen brief verstuurd.</p>
        ) : (
          <ul className="ov-lijst">
            {dossier.brieven.map((brief) => (
              <li key={brief.nr}>
                <a href={routes.escalatiebrief(rij.id, brief.nr)}>{brief.naam}</a>
                <div className="ov-klein">
                  {wijze(brief.wijze)} · {datum(brief.verzonden)}
                </div>
              </li>
            ))}
          </ul>
        )}
      </Zijdeel>
      <Zijdeel titel="Stukken">
        {dossier.stukken.length === 0 ? (
          <p className="ov-klein">Er is nog geen stuk.</p>
        ) : (
          <ul className="ov-lijst">
            {dossier.stukken.toReversed().map((stuk) => {
              const soort = deelVan(ladder, 'stukken', stuk.soort)
              return (
                <li key={stuk.id}>
                  <Vouw titel={soort.naam}>
                    <Inhoud soort={soort} velden={stuk.velden} />
                    {props.gesprekken.some(({ id }) => id === stuk.gesprekId) && (
                      <p>
                        <a href={routes.gesprek(stuk.gesprekId!, 'verslag')}>Verslag van het gesprek</a>
                      </p>
                    )}
                  </Vouw>
                  <div className="ov-klein">
                    {datum(stuk.datum)} · {stuk.partij === 'aanbieder' ? 'aanbieder' : stuk.vastgelegdDoor}
                  </div>
                </li>
              )
            })}
          </ul>
        )}
      </Zijdeel>
    </>
  )
}

/** The meetings of this case, and planning one: it fills its agenda from the case. */
function Gesprekken({ ctx, geopend: { rij, ladder }, dossier, mogelijk, gesprekken }: Escalatieprops) {
  const plannen = dossier.kop.geslotenOp === null && mag(ctx.actor, 'gesprek:plannen')
  if (gesprekken.length === 0 && !plannen) return null
  const gevraagd = mogelijk.flatMap(({ ontbrekendeStukken }) => ontbrekendeStukken)
  return (
    <Zijdeel titel="Gesprekken">
      {gesprekken.length > 0 && (
        <ul className="ov-lijst">
          {gesprekken.map(({ id, titel, datum: dag, stand }) => (
            <li key={id}>
              <a href={routes.gesprek(id)}>{titel}</a>
              <div className="ov-klein">
                {datum(dag)} · {standen[stand].toLowerCase()}
              </div>
            </li>
          ))}
        </ul>
      )}
      {plannen && (
        <p>
          <a href={routes.gesprekPlannen({ escalatie: rij.id, soort: gesprekssoortVoor(ladder, gevraagd) })}>
            Gesprek plannen
          </a>
        </p>
      )}
    </Zijdeel>
  )
}

function Inhoud({ soort, velden }: { soort: Stuksoort; velden: Readonly<Record<string, string>> }) {
  return (
    <dl className="ov-paren">
      {soort.velden
        .filter(({ code }) => velden[code])
        .map((veld) => (
          <Paar key={veld.code} naam={veld.naam}>
            {waarde(veld, velden[veld.code]!)}
          </Paar>
        ))}
    </dl>
  )
}
