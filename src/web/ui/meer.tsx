import { KnopFormulier } from './knop.tsx'

export type MeerItem =
  { label: string; href: string } | { label: string; actie: string; csrf: string; velden?: Record<string, string> }

/** The acts that are not the most important one. A `<details>`, so it opens without script. */
export function Meer({ items, label = 'Meer' }: { items: MeerItem[]; label?: string }) {
  if (items.length === 0) return null
  return (
    <details className="ov-meer" data-menu>
      <summary className="ams-button ams-button--secondary">{label}</summary>
      <ul className="ov-meer-lijst">
        {items.map((item) => (
          <li key={item.label}>
            {'href' in item ? (
              <a href={item.href}>{item.label}</a>
            ) : (
              <KnopFormulier soort="tekst" actie={item.actie} csrf={item.csrf} velden={item.velden ?? {}}>
                {item.label}
              </KnopFormulier>
            )}
          </li>
        ))}
      </ul>
    </details>
  )
}
