import type { ReactNode } from 'react'

export type Vraag = { vraag: string; antwoord: ReactNode; toelichting?: ReactNode }

/** Questions with their short answers, in two columns. */
export function Vragen({ vragen }: { vragen: Vraag[] }) {
  return (
    <dl className="ov-vragen">
      {vragen.map(({ vraag, antwoord, toelichting }) => (
        <div key={vraag}>
          <dt>{vraag}</dt>
          <dd>
            <b>{antwoord}</b>
            {toelichting !== undefined && <span className="ov-klein">{toelichting}</span>}
          </dd>
        </div>
      ))}
    </dl>
  )
}
