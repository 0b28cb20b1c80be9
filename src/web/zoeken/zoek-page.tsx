import type { Vondst, Zoekgroep, Zoeksoort } from '../../domain/check/rapportage/zoek.ts'
import { routes } from '../routes.ts'
import type { Inzagereden } from '../../domain/check/inzage/inzage.ts'
import { Redenkeuze } from '../inzage/redenkeuze.tsx'
import { KnopFormulier } from '../ui/knop.tsx'
import { Formulier } from '../ui/formulier.tsx'
import { LegeStaat } from '../ui/lege-staat.tsx'
import { aantal, getal, hoofdletter, opsomming } from '../ui/notatie.ts'
import { Onderdeel } from '../ui/onderdeel.tsx'
import { Pagina, type Raam } from '../ui/pagina.tsx'
import { Tekstveld } from '../ui/tekstveld.tsx'

type Uitkomst = {
  groepen: Zoekgroep[]
  soort: Zoeksoort | undefined
  /** What a client may be looked up for: asked first, when the text can be a label */
  redenen?: Inzagereden[]
}

type Props = {
  raam: Raam
  clienten: boolean
  term?: string
  fout?: string
  uitkomst?: Uitkomst
}

const NAMEN: Record<Zoeksoort, [string, string]> = {
  aanbieder: ['aanbieder', 'aanbieders'],
  overeenkomst: ['overeenkomst', 'overeenkomsten'],
  client: ['toewijzing van een cliënt', 'toewijzingen van cliënten'],
  bevinding: ['bevinding', 'bevindingen'],
  product: ['product', 'producten'],
  gemeente: ['gemeente', 'gemeenten'],
}

/** Search over everything. The text travels in the body of a POST only: never in a URL, a referrer or the log. */
export function ZoekPage({ raam, clienten, term = '', fout, uitkomst }: Props) {
  return (
    <Pagina
      raam={raam}
      titel="Zoeken"
      lead={uitkomst && !(uitkomst.redenen && uitkomst.groepen.length === 0) ? <Gevonden {...uitkomst} /> : undefined}
    >
      <Onderdeel>
        <Formulier actie={routes.zoeken()} csrf={raam.csrf} knop="Zoeken">
          <Tekstveld
            naam="zoek"
            label="Waar zoekt u naar?"
            hulp={`Naam, AGB-code, KvK-nummer of plaats van een aanbieder, nummer of onderwerp van een overeenkomst, een product, een gemeente of een bevinding${clienten ? ', of het label van een cliënt (C-…)' : ''}.`}
            waarde={term}
            fout={fout}
          />
          {uitkomst?.redenen && (
            <Redenkeuze
              redenen={uitkomst.redenen}
              hulp="Zoekt u een cliënt? Wie cliënten bekijkt, wordt vastgelegd. Uw keuze geldt tot u zich afmeldt."
            />
          )}
        </Formulier>
      </Onderdeel>
      {uitkomst?.groepen.map((groep) => (
        <Groep key={groep.soort} groep={groep} term={term} csrf={raam.csrf} alleen={uitkomst.soort !== undefined} />
      ))}
      {uitkomst?.groepen.length === 0 && !uitkomst.redenen && (
        <LegeStaat titel="Niets gevonden">
          Zoek met een deel van het woord, of met een nummer. Wat u niet mag zien, wordt ook niet gevonden.
        </LegeStaat>
      )}
    </Pagina>
  )
}

function Gevonden({ groepen }: Uitkomst) {
  if (groepen.length === 0) return 'Er is niets gevonden.'
  const delen = groepen.map(({ soort, vondsten, meer }) =>
    meer ? `meer dan ${getal(vondsten.length)} ${NAMEN[soort][1]}` : aantal(vondsten.length, ...NAMEN[soort]),
  )
  return (
    <>
      Gevonden: <b>{opsomming(delen)}</b>.
    </>
  )
}

function Groep({ groep, term, csrf, alleen }: { groep: Zoekgroep; term: string; csrf: string; alleen: boolean }) {
  const { soort, vondsten, meer } = groep
  const naam = NAMEN[soort][1]
  return (
    <Onderdeel titel={hoofdletter(naam)} noot={meer && alleen ? `de eerste ${getal(vondsten.length)}` : undefined}>
      <ul className="ov-lijst">
        {vondsten.map((vondst) => (
          <li key={vondst.id}>
            <Titel vondst={vondst} />
            <div className="ov-klein">{vondst.toelichting}</div>
          </li>
        ))}
      </ul>
      {meer && !alleen && (
        <KnopFormulier soort="tweede" klein actie={routes.zoeken()} csrf={csrf} velden={{ zoek: term, soort }}>
          Meer {naam}
        </KnopFormulier>
      )}
    </Onderdeel>
  )
}

function Titel({ vondst }: { vondst: Vondst }) {
  const href = hrefVan(vondst)
  return href ? <a href={href}>{vondst.titel}</a> : <b>{vondst.titel}</b>
}

/** A product has no page of its own. */
function hrefVan({ soort, id }: Vondst): string | undefined {
  switch (soort) {
    case 'aanbieder':
      return routes.aanbieder(id)
    case 'overeenkomst':
      return routes.overeenkomst(id)
    case 'client':
      return routes.toewijzing(id)
    case 'bevinding':
      return routes.bevinding(id)
    case 'product':
      return undefined
    case 'gemeente':
      return routes.overeenkomsten({ gemeente: id })
  }
}
