import type { Vondst, Zoekgroep, Zoeksoort } from '../../domain/check/rapportage/zoek.ts'
import { routes } from '../routes.ts'
import type { Inzagereden } from '../../domain/check/inzage/inzage.ts'
import { Redenkeuze } from '../inzage/redenkeuze.tsx'
import { KnopFormulier } from '../ui/knop.tsx'
import { Formulier } from '../ui/formulier.tsx'
import { Keuze } from '../ui/keuze.tsx'
import { LegeStaat } from '../ui/lege-staat.tsx'
import { aantal, getal, hoofdletter, opsomming } from '../ui/notatie.ts'
import { Onderdeel } from '../ui/onderdeel.tsx'
import { Pagina, type Raam } from '../ui/pagina.tsx'
import { Tekstveld } from '../ui/tekstveld.tsx'

type Uitkomst = {
  groepen: Zoekgroep[]
  soort: Zoeksoort | undefined
  pagina: number
  /** What a client may be looked up for: asked first, when the text can be a label */
  redenen?: Inzagereden[]
}

type Props = {
  raam: Raam
  /** What this person may look for */
  soorten: readonly Zoeksoort[]
  term?: string
  fout?: string
  uitkomst?: Uitkomst
}

/** Of each kind when all are looked for, and on a page of one kind. */
export const PER_SOORT = 10
export const VAN_EEN_SOORT = 100

const NAMEN: Record<Zoeksoort, [string, string]> = {
  aanbieder: ['aanbieder', 'aanbieders'],
  overeenkomst: ['overeenkomst', 'overeenkomsten'],
  client: ['toewijzing van een cliënt', 'toewijzingen van cliënten'],
  bericht: ['bericht', 'berichten'],
  bevinding: ['bevinding', 'bevindingen'],
  product: ['product', 'producten'],
  gemeente: ['gemeente', 'gemeenten'],
}

/** Search over everything. The text travels in the body of a POST only: never in a URL, a referrer or the log. */
export function ZoekPage({ raam, soorten, term = '', fout, uitkomst }: Props) {
  const clienten = soorten.includes('client')
  return (
    <Pagina
      raam={raam}
      titel="Zoeken"
      lead={
        !uitkomst ? (
          'In alles wat u mag zien. Wat u zoekt, komt in geen adres en in geen logboek.'
        ) : uitkomst.redenen && uitkomst.groepen.length === 0 ? (
          'Zeg eerst waarvoor u een cliënt zoekt.'
        ) : (
          <Gevonden {...uitkomst} />
        )
      }
      fouten={fout !== undefined}
    >
      <Formulier actie={routes.zoeken()} csrf={raam.csrf} knop="Zoeken">
        <Tekstveld
          naam="zoek"
          label="Waar zoekt u naar?"
          hulp={`Naam, AGB-code, KvK-nummer of plaats van een aanbieder, nummer of onderwerp van een overeenkomst, een product, een gemeente of een bevinding${soorten.includes('bericht') ? ', de identificatie van een bericht' : ''}${clienten ? ', of het label van een cliënt (C-…)' : ''}.`}
          waarde={term}
          fout={fout}
        />
        <Keuze
          naam="soort"
          label="Waarin?"
          leeg="Alles"
          waarde={uitkomst?.soort}
          opties={soorten.map((waarde) => ({ waarde, label: hoofdletter(NAMEN[waarde][1]) }))}
        />
        {uitkomst?.redenen && (
          <Redenkeuze
            redenen={uitkomst.redenen}
            hulp="Zoekt u een cliënt? Wie cliënten bekijkt, wordt vastgelegd. Uw keuze geldt tot u zich afmeldt."
          />
        )}
      </Formulier>
      {uitkomst?.groepen.map((groep) => (
        <Groep key={groep.soort} groep={groep} term={term} csrf={raam.csrf} {...uitkomst} />
      ))}
      {uitkomst?.groepen.length === 0 && !uitkomst.redenen && (
        <LegeStaat titel="Niets gevonden">
          Zoek met een deel van het woord, of met een nummer. Wat u niet mag zien, wordt ook niet gevonden.
        </LegeStaat>
      )}
    </Pagina>
  )
}

function Gevonden({ groepen, pagina }: Uitkomst) {
  const [eerste] = groepen
  if (!eerste) return 'Er is niets gevonden.'
  const voor = (pagina - 1) * VAN_EEN_SOORT
  if (voor > 0) {
    return (
      <>
        {hoofdletter(NAMEN[eerste.soort][1])} {getal(voor + 1)} tot en met <b>{getal(voor + eerste.vondsten.length)}</b>
        .
      </>
    )
  }
  const delen = groepen.map(({ soort, vondsten, meer }) =>
    meer ? `meer dan ${getal(vondsten.length)} ${NAMEN[soort][1]}` : aantal(vondsten.length, ...NAMEN[soort]),
  )
  return (
    <>
      Gevonden: <b>{opsomming(delen)}</b>.
    </>
  )
}

function Groep({
  groep,
  term,
  csrf,
  soort: gekozen,
  pagina,
}: Uitkomst & { groep: Zoekgroep; term: string; csrf: string }) {
  const { soort, vondsten, meer } = groep
  const naam = NAMEN[soort][1]
  const knop = (tekst: string, naar: number) => (
    <KnopFormulier
      soort="tweede"
      klein
      actie={routes.zoeken()}
      csrf={csrf}
      velden={{ zoek: term, soort, ...(naar > 1 && { pagina: String(naar) }) }}
    >
      {tekst}
    </KnopFormulier>
  )
  return (
    <Onderdeel titel={hoofdletter(naam)}>
      <ul className="ov-lijst">
        {vondsten.map((vondst) => (
          <li key={vondst.id}>
            <Titel vondst={vondst} />
            <div className="ov-klein">{vondst.toelichting}</div>
          </li>
        ))}
      </ul>
      {meer && !gekozen && knop(`Meer ${naam}`, 1)}
      {gekozen && (meer || pagina > 1) && (
        <div className="ov-acties">
          {pagina > 1 && knop(`Vorige ${getal(VAN_EEN_SOORT)}`, pagina - 1)}
          {meer && knop(`Volgende ${getal(VAN_EEN_SOORT)}`, pagina + 1)}
        </div>
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
    case 'bericht':
      return routes.bericht(Number(id))
    case 'bevinding':
      return routes.bevinding(id)
    case 'product':
      return undefined
    case 'gemeente':
      return routes.overeenkomsten({ gemeente: id })
  }
}
