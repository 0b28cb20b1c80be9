import { Breadcrumb } from '@amsterdam/design-system-react'
import type { ReactNode } from 'react'
import { Document } from './document.tsx'
import { Kopbalk } from './kopbalk.tsx'
import { Logo } from './logo.tsx'
import { Onderbalk, Rail, type MenuGroep, type MenuItem } from './menu.tsx'
import { Sessiebalk, type Sessieloop } from './sessiebalk.tsx'

export type { MenuGroep, MenuItem }

/** Everything around a page that is the same on every page of one person. */
export type Raam = {
  vandaag: MenuItem
  /** In order; empty groups are not drawn; the one named "Beheer" stands at the bottom */
  groepen: MenuGroep[]
  regio: string
  /** The regelset of this region has no KPI's: no page speaks of them */
  zonderKpis?: boolean
  /** The handbook at the right page */
  help: string
  /** Search is a POST, so that a client never stands in a URL; a phone GETs it, to see an empty search form */
  zoeken: string
  persoon: {
    naam: string
    rol: string
    afmelden: string
    items?: MenuItem[]
    /** For whom the person works now, and for whom he can */
    werktVoor?: { actie: string; nu: string; andere: { waarde: string; naam: string }[] }
  }
  csrf: string
  /** When the session ends; left out where there is none */
  sessie?: Sessieloop
  /** Footer line of every page */
  voet?: ReactNode
  /** "/" goes to search; somebody may switch it off */
  sneltoetsen?: boolean
  /** Height of rows in tables and lists, a choice per person */
  rijhoogte?: 'compact' | 'ruim'
}

type Props = {
  raam: Raam
  titel: string
  /** When the tab needs other words than the heading */
  titelInTab?: string
  /** One sentence with the conclusion in `<b>` */
  lead?: ReactNode
  kruimels?: { label: string; href: string }[]
  /** The one filled button */
  actie?: ReactNode
  /** What stands beside it: outlines, Meer */
  acties?: ReactNode
  melding?: ReactNode
  /** There are errors in the form: the tab says so first */
  fouten?: boolean
  /** Seconds; without script the page loads itself again */
  ververs?: number | undefined
  children?: ReactNode
}

/** A page with rail, search, title, lead and acts. */
export function Pagina(props: Props) {
  const { raam, titel, titelInTab = titel, lead, kruimels = [], actie, acties, melding, children } = props
  return (
    <Document
      titel={`${props.fouten ? 'Fout: ' : ''}${titelInTab} · ${raam.regio} · Overlap`}
      sneltoetsen={raam.sneltoetsen ?? true}
      ruim={raam.rijhoogte === 'ruim'}
      ververs={props.ververs}
    >
      <div className="ov-raam">
        <a className="ov-merk" href={raam.vandaag.href}>
          <Logo />
          <span>Overlap</span>
        </a>
        <Kopbalk raam={raam} />
        <Rail vandaag={raam.vandaag} groepen={raam.groepen} />
        <div className="ov-inhoud">
          <main id="inhoud" tabIndex={-1}>
            {kruimels.length > 0 && (
              <Breadcrumb accessibleNameId="kruimels">
                {kruimels.map(({ label, href }) => (
                  <Breadcrumb.Link key={href} href={href}>
                    {label}
                  </Breadcrumb.Link>
                ))}
              </Breadcrumb>
            )}
            <div className="ov-titel">
              <div>
                <h1>{titel}</h1>
                {lead !== undefined && (
                  <p className="ov-lead" id="lead">
                    {lead}
                  </p>
                )}
              </div>
              {(actie !== undefined || acties !== undefined) && (
                <div className="ov-acties">
                  {actie}
                  {acties}
                </div>
              )}
            </div>
            {melding}
            {children}
          </main>
          {raam.voet !== undefined && <footer className="ov-voet">{raam.voet}</footer>}
          {raam.sessie && <Sessiebalk loop={raam.sessie} csrf={raam.csrf} />}
        </div>
        <Onderbalk vandaag={raam.vandaag} groepen={raam.groepen} />
      </div>
    </Document>
  )
}
