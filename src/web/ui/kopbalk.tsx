import { KnopFormulier } from './knop.tsx'
import type { Raam } from './pagina.tsx'
import { Verborgen } from './verborgen.tsx'

/** Top bar: search over everything, region, handbook, person. */
export function Kopbalk({ raam }: { raam: Raam }) {
  const { zoeken, csrf, regio, help, persoon } = raam
  return (
    <header className="ov-kop">
      <form className="ov-zoek" role="search" action={zoeken} method="post">
        <Verborgen csrf={csrf} />
        <label className="ams-visually-hidden" htmlFor="zoek">
          Zoeken in alles
        </label>
        <input
          id="zoek"
          name="zoek"
          type="search"
          placeholder="Zoek aanbieder, overeenkomst of cliëntnummer"
          autoComplete="off"
          required
          data-zoek
        />
        {raam.sneltoetsen !== false && <kbd aria-hidden="true">/</kbd>}
      </form>
      <div className="ov-kop-rechts">
        <a className="ov-smal" href={zoeken}>
          Zoek
        </a>
        <span className="ov-breed">{regio}</span>
        <a href={help}>Handboek</a>
        <details className="ov-meer ov-persoon" data-menu>
          <summary>
            <span className="ov-breed">{persoon.naam}</span>
            <span className="ov-smal">Menu</span>
          </summary>
          <div className="ov-meer-lijst">
            <p className="ov-klein">
              {persoon.naam} · {persoon.rol}
              <br />
              {persoon.werktVoor ? `U werkt nu voor ${persoon.werktVoor.nu}` : regio}
            </p>
            <ul>
              {persoon.werktVoor?.andere.map(({ waarde, naam }) => (
                <li key={waarde}>
                  <KnopFormulier soort="tekst" actie={persoon.werktVoor!.actie} csrf={csrf} velden={{ voor: waarde }}>
                    Werken voor {naam}
                  </KnopFormulier>
                </li>
              ))}
              {persoon.items?.map((item) => (
                <li key={item.href}>
                  <a href={item.href} aria-current={item.actief ? 'page' : undefined}>
                    {item.label}
                  </a>
                </li>
              ))}
              <li>
                <KnopFormulier soort="tekst" actie={persoon.afmelden} csrf={csrf}>
                  Afmelden
                </KnopFormulier>
              </li>
            </ul>
          </div>
        </details>
      </div>
    </header>
  )
}
