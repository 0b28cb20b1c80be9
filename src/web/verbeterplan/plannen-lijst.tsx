import type { PlanInLijst } from '../../domain/act/verbeterplan/queries.ts'
import { routes } from '../routes.ts'
import { vanTotaal } from '../ui/notatie.ts'
import { Planoordeel } from './woorden.tsx'

/** Plans that belong to something else, with where they stand. */
export function Plannenlijst({ plannen }: { plannen: PlanInLijst[] }) {
  return (
    <ul className="ov-lijst">
      {plannen.map(({ id, nummer, titel, stand, punten, puntenGerealiseerd }) => (
        <li key={id}>
          <a href={routes.verbeterplan(id)}>
            Verbeterplan {nummer}: {titel}
          </a>
          <div className="ov-klein">
            <Planoordeel stand={stand} />
            {punten > 0 && ` · ${vanTotaal(puntenGerealiseerd, punten)} punten gerealiseerd`}
          </div>
        </li>
      ))}
    </ul>
  )
}
