import type { Inzagereden } from '../../domain/check/inzage/inzage.ts'
import { routes } from '../routes.ts'
import { Formulier } from '../ui/formulier.tsx'
import { Foutenlijst } from '../ui/foutenlijst.tsx'
import { Pagina, type Raam } from '../ui/pagina.tsx'
import { Redenkeuze } from './redenkeuze.tsx'

type Props = { raam: Raam; redenen: Inzagereden[]; terug: string; fout?: string }

/** Asked once in a session, when it is not clear from the work why somebody opens a case. */
export function RedenPage({ raam, redenen, terug, fout }: Props) {
  return (
    <Pagina
      raam={raam}
      titel="Waarvoor bekijkt u casussen?"
      lead="Een casus gaat over één cliënt. Daarom wordt vastgelegd wie hem bekijkt, en waarvoor. Uw keuze geldt tot u zich afmeldt."
      fouten={fout !== undefined}
    >
      <Foutenlijst fouten={fout === undefined ? [] : [{ veld: 'reden', melding: fout }]} />
      <Formulier actie={routes.inzageReden()} csrf={raam.csrf} knop="Verder naar de casus" verborgen={{ terug }}>
        <Redenkeuze
          redenen={redenen}
          hulp="Opent u een casus vanuit een resultaat, een bevinding of een bericht, dan wordt dat als reden vastgelegd en vragen wij niets."
          fout={fout}
        />
      </Formulier>
    </Pagina>
  )
}
