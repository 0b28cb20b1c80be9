import type { ReactNode } from 'react'
import { routes } from '../routes.ts'
import type { Bewaard } from '../terug.ts'
import { KalePagina } from '../ui/kale-pagina.tsx'
import { Knop } from '../ui/knop.tsx'
import { Verborgen } from '../ui/verborgen.tsx'
import { Meegenomen } from './meegenomen.tsx'

type Props = {
  /** Undefined when what was sent cannot be carried on: files, or more than a form holds. */
  bewaard: Bewaard | undefined
}

/** A form was sent when the session was over. What was typed goes along to the sign-in page and back. */
export function SessieVoorbijPage({ bewaard }: Props) {
  return (
    <KalePagina
      titel="Meld u opnieuw aan"
      lead={
        bewaard
          ? 'Uw sessie was voorbij. Er is niets vastgelegd en niets verloren: na het aanmelden verstuurt u hetzelfde formulier nog een keer.'
          : 'Uw sessie was voorbij. Er is niets vastgelegd. Kies na het aanmelden uw bestanden opnieuw.'
      }
    >
      <form method="post" action={routes.aanmelden('verder')} className="ov-formulier">
        {bewaard && <Meegenomen terug="/" bewaard={bewaard} />}
        <div className="ov-verstuur">
          <Knop>Aanmelden</Knop>
        </div>
      </form>
    </KalePagina>
  )
}

type OpnieuwProps = { bewaard: Bewaard; csrf: string; naam: string; regio: string; waarom: ReactNode }

/** Signed in again: the same form, to be sent by a click of the person who is signed in now. */
export function OpnieuwVersturenPage({ bewaard, csrf, naam, regio, waarom }: OpnieuwProps) {
  return (
    <KalePagina
      titel="Formulier opnieuw versturen"
      regio={regio}
      lead={
        <>
          {waarom} Het formulier is <b>nog niet verstuurd</b>. Verstuur het nu als {naam}, of ga verder zonder.
        </>
      }
    >
      <form method="post" action={bewaard.pad} className="ov-formulier">
        <Verborgen csrf={csrf} />
        {bewaard.velden.map(([veld, waarde], i) => (
          <input key={i} type="hidden" name={veld} value={waarde} />
        ))}
        <div className="ov-verstuur">
          <Knop>Opnieuw versturen</Knop>
          <a href={routes.vandaag()}>Verder zonder versturen</a>
        </div>
      </form>
    </KalePagina>
  )
}
