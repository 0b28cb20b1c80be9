import type { Maand } from '../../domain/plan/kalender/list-termijnen.ts'
import { routes } from '../routes.ts'
import { klassen } from '../ui/klassen.ts'
import { dagMaand, datumLang, maandnaam } from '../ui/notatie.ts'
import { Vorm } from '../ui/vormen.tsx'

type Props = {
  jaar: number
  maand: number
  vandaag: Temporal.PlainDate
  inhoud: Maand
  /** Names of holidays by ISO date. */
  feestdagen: ReadonlyMap<string, string>
  lijst: string
}

const DAGEN = ['maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag', 'zondag']
/** Terms that stand in the box of a day; of the others their number does. */
export const PER_DAG = 4

/** A month as a calendar: a week a row, holidays named; on a phone only the days on which something ends. */
export function Maandblad({ jaar, maand, vandaag, inhoud, feestdagen, lijst }: Props) {
  const { termijnen, perDag } = inhoud
  const per = Map.groupBy(termijnen, ({ einddatum }) => einddatum.toString())
  return (
    <>
      <table className="ov-maand">
        <caption>{`${maandnaam(maand)} ${jaar}`}</caption>
        <thead>
          <tr>
            {DAGEN.map((naam) => (
              <th key={naam} scope="col" abbr={naam}>
                {naam.slice(0, 2)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weken(jaar, maand).map((week) => (
            <tr key={week[0]!.toString()}>
              {week.map((dag) => {
                const sleutel = dag.toString()
                const opDag = per.get(sleutel) ?? []
                const meer = (perDag.get(sleutel) ?? 0) - opDag.length
                const feestdag = feestdagen.get(sleutel)
                return (
                  <td
                    key={sleutel}
                    aria-current={dag.equals(vandaag) ? 'date' : undefined}
                    className={klassen(
                      dag.month !== maand && 'ov-maand-buiten',
                      (dag.dayOfWeek > 5 || feestdag !== undefined) && 'ov-maand-vrij',
                      opDag.length === 0 && 'ov-maand-leeg',
                    )}
                  >
                    <time dateTime={sleutel}>
                      <span aria-hidden="true">{dag.day === 1 ? dagMaand(dag) : dag.day}</span>
                      <span className="ams-visually-hidden">{datumLang(dag)}</span>
                    </time>
                    {feestdag !== undefined && <span className="ov-maand-feest">{feestdag}</span>}
                    {opDag.length > 0 && (
                      <ul>
                        {opDag.map((termijn) => (
                          <li key={termijn.id} className={klassen(termijn.stand === 'verstreken' && 'ov-mis')}>
                            {termijn.stand === 'verstreken' && (
                              <>
                                <Vorm naam="mis" /> <span className="ams-visually-hidden">verstreken: </span>
                              </>
                            )}
                            {termijn.stand === 'gehaald' && (
                              <>
                                <Vorm naam="goed" /> <span className="ams-visually-hidden">gedaan: </span>
                              </>
                            )}
                            <a href={routes.termijn(termijn.id)}>{termijn.titel}</a>
                            {termijn.aanbieder !== null && <span className="ov-klein"> {termijn.aanbieder}</span>}
                          </li>
                        ))}
                        {meer > 0 && (
                          <li>
                            <a href={lijst}>en nog {meer}</a>
                          </li>
                        )}
                      </ul>
                    )}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {termijnen.length === 0 && <p className="ov-stil">In deze maand eindigt niets in deze keuze.</p>}
    </>
  )
}

/** The weeks that a month touches, Monday first. */
function weken(jaar: number, maand: number): Temporal.PlainDate[][] {
  const eerste = new Temporal.PlainDate(jaar, maand, 1)
  const begin = eerste.subtract({ days: eerste.dayOfWeek - 1 })
  const aantalWeken = Math.ceil((eerste.dayOfWeek - 1 + eerste.daysInMonth) / 7)
  return Array.from({ length: aantalWeken }, (_, week) =>
    Array.from({ length: 7 }, (_, dag) => begin.add({ days: 7 * week + dag })),
  )
}
