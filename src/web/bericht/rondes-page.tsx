import type { Ronde } from '../../domain/do/bericht/rondes.ts'
import { routes } from '../routes.ts'
import { LegeStaat } from '../ui/lege-staat.tsx'
import { Onderdeel } from '../ui/onderdeel.tsx'
import { Pagina, type Raam } from '../ui/pagina.tsx'
import type { Blad } from '../logboek/blad.ts'
import { RondeTabel } from './ronde-delen.tsx'

/** All deliveries. `rondes` holds one more than a page when there are older ones. */
export function RondesPage({
  raam,
  rondes,
  nu,
  blad,
}: {
  raam: Raam
  rondes: Ronde[]
  nu: Temporal.Instant
  blad: Blad
}) {
  return (
    <Pagina
      raam={raam}
      titel="Leveringen"
      lead="Elke keer dat bestanden zijn ingelezen, de laatste eerst."
      kruimels={[{ label: 'Berichten', href: routes.berichten() }]}
    >
      <Onderdeel>
        {rondes.length === 0 ? (
          <LegeStaat titel="Er is nog niets ingelezen." />
        ) : (
          <RondeTabel rondes={rondes.slice(0, blad.limit)} nu={nu} />
        )}
        <p className="ov-bladeren">
          {blad.pagina > 1 && <a href={routes.inleesrondes({ pagina: blad.pagina - 1 })}>Nieuwere leveringen</a>}{' '}
          {rondes.length > blad.limit && (
            <a href={routes.inleesrondes({ pagina: blad.pagina + 1 })}>Oudere leveringen</a>
          )}
        </p>
      </Onderdeel>
    </Pagina>
  )
}
