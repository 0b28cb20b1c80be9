import type { ReactNode } from 'react'
import { veldnaam } from './namen.ts'

/** Any content of a regelset part, readable: nested lists of names and values. Sources stand with what they belong to. */
export function Inhoud({ waarde }: { waarde: unknown }): ReactNode {
  if (waarde === null || waarde === undefined) return <span className="ov-stil">nog niet ingevuld</span>
  if (typeof waarde === 'boolean') return waarde ? 'ja' : 'nee'
  if (typeof waarde === 'number') return String(waarde).replace('.', ',')
  if (typeof waarde === 'string') return waarde
  if (Array.isArray(waarde)) {
    const delen: unknown[] = waarde
    if (delen.length === 0) return <span className="ov-stil">geen</span>
    if (delen.every((deel) => typeof deel !== 'object')) return delen.map(String).join(', ')
    return (
      <ol className="ov-regellijst">
        {delen.map((deel, i) => (
          <li key={i}>
            <Inhoud waarde={deel} />
          </li>
        ))}
      </ol>
    )
  }
  return (
    <dl className="ov-regels">
      {Object.entries(waarde as Record<string, unknown>).map(([naam, deel]) => (
        <div key={naam}>
          <dt>{veldnaam(naam)}</dt>
          <dd>
            <Inhoud waarde={deel} />
          </dd>
        </div>
      ))}
    </dl>
  )
}
