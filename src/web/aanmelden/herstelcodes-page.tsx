import type { ReactNode } from 'react'
import { Knop } from '../ui/knop.tsx'
import { KalePagina } from '../ui/kale-pagina.tsx'

type Props = { regio: string; codes: string[]; verder: string }

/** The recovery codes, at the end of an invitation: shown once. */
export function HerstelcodesPage({ regio, codes, verder }: Props) {
  return (
    <KalePagina
      titel="Bewaar uw herstelcodes"
      regio={regio}
      lead={
        <>
          Uw account is klaar. <b>Deze codes ziet u maar één keer.</b> Bent u uw telefoon kwijt, dan meldt u zich met
          een van deze codes aan.
        </>
      }
    >
      <Herstelcodes codes={codes} />
      <div className="ov-acties">
        <Knop href={verder}>Ik heb ze bewaard, verder</Knop>
      </div>
    </KalePagina>
  )
}

/** Ten codes to print or to keep in a password manager. */
export function Herstelcodes({ codes }: { codes: string[] }): ReactNode {
  return (
    <>
      <ul className="ov-codes" aria-label="Herstelcodes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <p className="ov-klein">
        Elke code werkt één keer. Print deze pagina of zet de codes in een wachtwoordkluis, niet in uw mail en niet op
        dezelfde telefoon.
      </p>
    </>
  )
}
