import { routes } from '../routes.ts'
import { Kolommen, Zijdeel } from '../ui/kolommen.tsx'
import { Pagina, type Raam } from '../ui/pagina.tsx'
import type { Handleidingpagina } from './lees-handleiding.ts'

type Props = { raam: Raam; pagina: Handleidingpagina; alle: Handleidingpagina[] }

/** One page of the handbook, with the others beside it. */
export function HandleidingPage({ raam, pagina, alle }: Props) {
  return (
    <Pagina
      raam={raam}
      titel={pagina.titel}
      titelInTab={pagina.naam === '' ? pagina.titel : `${pagina.titel} · Handboek`}
      lead={pagina.lead}
      kruimels={pagina.naam === '' ? [] : [{ label: 'Handboek', href: routes.handleiding() }]}
    >
      <Kolommen zijLabel="Handboek" zij={<Inhoud pagina={pagina} alle={alle} />}>
        {/* Our own files, without HTML: see lees-handleiding.ts. */}
        <div className="ov-proza" dangerouslySetInnerHTML={{ __html: pagina.html }} />
      </Kolommen>
    </Pagina>
  )
}

function Inhoud({ pagina, alle }: Omit<Props, 'raam'>) {
  return (
    <Zijdeel titel="Handboek">
      <nav aria-label="Bladzijden van het handboek">
        <ul className="ov-lijst">
          {alle.map(({ naam, titel }) => (
            <li key={naam}>
              <a href={routes.handleiding(naam)} aria-current={naam === pagina.naam ? 'page' : undefined}>
                {naam === '' ? 'Overzicht' : titel}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </Zijdeel>
  )
}
