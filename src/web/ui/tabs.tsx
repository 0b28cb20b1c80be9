export type Tab = { label: string; href: string; aantal?: number; actief?: boolean }

/** The parts of one thing; each is a page with its own URL. */
export function Tabs({ label, tabs }: { label: string; tabs: Tab[] }) {
  return (
    <nav aria-label={label}>
      <ul className="ov-tabs">
        {tabs.map((tab) => (
          <li key={tab.href}>
            <a href={tab.href} aria-current={tab.actief ? 'page' : undefined}>
              {tab.aantal === undefined ? tab.label : `${tab.label}\u00a0${tab.aantal}`}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
