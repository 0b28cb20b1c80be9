import { listWeergaven, type Weergave } from '../../domain/plan/inrichting/bewaar-weergave.ts'
import { kiesWoorden, type Weergavekeuze, type Weergavelijst } from '../../domain/plan/inrichting/weergave.ts'
import type { Context } from '../../platform/context.ts'
import { metQuery, routes } from '../routes.ts'
import { Knop, KnopFormulier } from '../ui/knop.tsx'
import { Tekstveld } from '../ui/tekstveld.tsx'
import { Verborgen } from '../ui/verborgen.tsx'

export const lijstpaden: Record<Weergavelijst, string> = {
  aanbieders: routes.aanbieders(),
  overeenkomsten: routes.overeenkomsten(),
  berichten: routes.berichten(),
  leveringen: routes.inleesrondes(),
  kpis: routes.kpis(),
  bevindingen: routes.bevindingen(),
  overlegtafels: routes.overlegtafels(),
  verbeterplannen: routes.verbeterplannen(),
  escalaties: routes.escalaties(),
  gesprekken: routes.gesprekken(),
  acties: routes.acties(),
  logboek: routes.logboek(),
}

/** The choice in a list as it is now, and the ones that were kept. */
export type Weergavestand = { lijst: Weergavelijst; keuze: Weergavekeuze; weergaven: Weergave[]; gezocht: boolean }

/** What a list needs to show and keep views; `query` is the choice as it stands in its URL. */
export async function leesWeergaven(
  ctx: Context,
  lijst: Weergavelijst,
  query: Record<string, string | number | undefined | null>,
): Promise<Weergavestand> {
  const woorden = Object.fromEntries(Object.entries(query).map(([naam, waarde]) => [naam, String(waarde ?? '')]))
  return {
    lijst,
    keuze: kiesWoorden(lijst, woorden),
    weergaven: await listWeergaven(ctx, lijst),
    gezocht: Boolean(woorden['zoek']),
  }
}

function isNu({ keuze }: Pick<Weergave, 'keuze'>, stand: Weergavestand): boolean {
  return !stand.gezocht && metQuery('', keuze) === metQuery('', stand.keuze)
}

/** The views somebody kept, above the list; nothing when there are none. */
export function Weergaven({ stand }: { stand: Weergavestand }) {
  const { lijst, weergaven } = stand
  if (weergaven.length === 0) return null
  return (
    <nav className="ov-weergaven" aria-label="Uw weergaven">
      <span>Uw weergaven</span>
      <ul>
        {weergaven.map((weergave) => (
          <li key={weergave.id}>
            <a
              href={metQuery(lijstpaden[lijst], weergave.keuze)}
              aria-current={isNu(weergave, stand) ? 'true' : undefined}
            >
              {weergave.naam}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** Keeps the choice of now under a name, or takes the view away that shows it. Nothing when there is no choice. */
export function WeergaveBewaren({ stand, csrf }: { stand: Weergavestand; csrf: string }) {
  const { lijst, keuze, weergaven, gezocht } = stand
  if (Object.keys(keuze).length === 0) return null
  const nu = weergaven.find((weergave) => isNu(weergave, stand))
  return (
    <details className="ov-meer ov-weergave" data-menu>
      <summary>{nu ? 'Weergave verwijderen' : 'Weergave bewaren'}</summary>
      <div className="ov-meer-lijst">
        {nu ? (
          <>
            <p>“{nu.naam}” verdwijnt uit uw weergaven. In de lijst zelf verandert niets.</p>
            <KnopFormulier klein soort="tweede" actie={routes.weergaveVerwijderen(nu.id)} csrf={csrf}>
              Verwijderen
            </KnopFormulier>
          </>
        ) : (
          <form method="post" action={routes.weergaven()}>
            <Verborgen csrf={csrf} velden={{ lijst, keuze: new URLSearchParams(keuze).toString() }} />
            <Tekstveld
              naam="naam"
              label="Naam van de weergave"
              hulp={`Alleen u ziet deze. Noem geen cliënt.${gezocht ? ' Het woord waarop u zocht, gaat niet mee.' : ''}`}
            />
            <Knop klein soort="tweede">
              Bewaren
            </Knop>
          </form>
        )}
      </div>
    </details>
  )
}
