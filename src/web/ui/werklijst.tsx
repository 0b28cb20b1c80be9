import type { ReactNode } from 'react'
import { klassen } from './klassen.ts'
import { Knop } from './knop.tsx'

export type Werk = {
  id: string
  wanneer: string
  relatief?: string
  teLaat?: boolean
  titel: string
  href: string
  tekst?: ReactNode
  actie?: { label: string; href: string; hoofd?: boolean }
}

export type Werkgroep = { titel: string; noot?: string; items: Werk[] }

/** What needs somebody, grouped by when: what, whom it concerns, by when and why, one act. Empty groups are left out. */
export function Werklijst({ groepen }: { groepen: Werkgroep[] }) {
  return groepen
    .filter((groep) => groep.items.length > 0)
    .map((groep) => (
      <section key={groep.titel} className="ov-groep">
        <h2>
          {groep.titel} <span className="ov-klein">{groep.noot ?? groep.items.length}</span>
        </h2>
        <ul className="ov-werk">
          {groep.items.map((item) => (
            <Regel key={item.id} item={item} />
          ))}
        </ul>
      </section>
    ))
}

function Regel({ item }: { item: Werk }) {
  return (
    <li>
      <div className="ov-wanneer">
        <b className={klassen(item.teLaat && 'ov-mis')}>{item.wanneer}</b>
        {item.relatief !== undefined && <span className="ov-klein">{item.relatief}</span>}
      </div>
      <div>
        <h3>
          <a href={item.href}>{item.titel}</a>
        </h3>
        {item.tekst !== undefined && <p>{item.tekst}</p>}
      </div>
      {item.actie && (
        <div>
          <Knop href={item.actie.href} soort={item.actie.hoofd ? 'hoofd' : 'tweede'} klein>
            {item.actie.label}
            <span className="ams-visually-hidden">: {item.titel}</span>
          </Knop>
        </div>
      )}
    </li>
  )
}
