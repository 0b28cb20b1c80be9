export type MenuItem = { label: string; href: string; actief?: boolean }
export type MenuGroep = { naam: string; items: MenuItem[] }

type Props = { vandaag: MenuItem; groepen: MenuGroep[] }

/** The house at the left: Vandaag, the four phases with their rooms, Beheer at the bottom. */
export function Rail({ vandaag, groepen }: Props) {
  return (
    <nav className="ov-rail" aria-label="Hoofdmenu">
      <div>
        <Link item={vandaag} />
        {gevuld(groepen).map((groep) => (
          <div key={groep.naam} className={groep.naam === 'Beheer' ? 'ov-rail-onder' : undefined}>
            <p aria-hidden="true">{groep.naam}</p>
            <Lijst groep={groep} />
          </div>
        ))}
      </div>
    </nav>
  )
}

/** The same menu at the bottom of a phone: a phase opens its rooms above it, also without script. */
export function Onderbalk({ vandaag, groepen }: Props) {
  return (
    <nav className="ov-balk" aria-label="Menu onderaan">
      <Link item={vandaag} />
      {gevuld(groepen).map((groep) => (
        <details
          key={groep.naam}
          name="balk"
          data-menu
          data-hier={groep.items.some((item) => item.actief) ? '' : undefined}
        >
          <summary>{groep.naam}</summary>
          <Lijst groep={groep} />
        </details>
      ))}
    </nav>
  )
}

function Lijst({ groep }: { groep: MenuGroep }) {
  return (
    <ul aria-label={groep.naam}>
      {groep.items.map((item) => (
        <li key={item.href}>
          <Link item={item} />
        </li>
      ))}
    </ul>
  )
}

function Link({ item }: { item: MenuItem }) {
  return (
    <a href={item.href} aria-current={item.actief ? 'page' : undefined}>
      {item.label}
    </a>
  )
}

function gevuld(groepen: MenuGroep[]): MenuGroep[] {
  return groepen.filter((groep) => groep.items.length > 0)
}
