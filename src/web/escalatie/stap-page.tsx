import type { Geopend } from '../../domain/act/escalatie/lees-zaak.ts'
import { deelVan, type Overgang } from '../../domain/act/escalatie/ladder.ts'
import { stukTelt } from '../../domain/act/escalatie/toets-waarborg.ts'
import type { Zaakgesprek } from '../../domain/act/gesprek/list-gesprekken-van.ts'
import type { Mogelijk } from '../../domain/act/escalatie/vooruitzicht.ts'
import { routes } from '../routes.ts'
import { Formulier } from '../ui/formulier.tsx'
import { Foutenlijst, type Veldfout } from '../ui/foutenlijst.tsx'
import { Melding } from '../ui/melding.tsx'
import { opsomming } from '../ui/notatie.ts'
import { Pagina, type Raam } from '../ui/pagina.tsx'
import { Stapvelden } from './stapvelden.tsx'
import type { Keuzelijsten, Waarden } from './velden.tsx'

type Props = {
  raam: Raam
  geopend: Geopend
  overgang: Overgang
  mogelijk: Mogelijk
  wie: string
  keuzes: Keuzelijsten
  gesprekken: Zaakgesprek[]
  waarden?: Waarden
  fouten?: Veldfout[]
}

/** The form of one step. It says first what happens with it: done at once, decided by another, or carried out by its letter. */
export function StapPage({
  raam,
  geopend,
  overgang,
  mogelijk,
  wie,
  keuzes,
  gesprekken,
  waarden = {},
  fouten = [],
}: Props) {
  const { rij, ladder, zaak, feiten } = geopend
  const aanwezig = new Set(ladder.stukken.map(({ code }) => code).filter((soort) => stukTelt(ladder, zaak, soort)))
  return (
    <Pagina
      raam={raam}
      fouten={fouten.length > 0}
      kruimels={[
        { label: 'Escalaties', href: routes.escalaties() },
        { label: rij.nummer, href: routes.escalatie(rij.id) },
      ]}
      titel={overgang.naam}
      lead={<Gang {...{ geopend, overgang, wie }} />}
    >
      <Foutenlijst fouten={fouten} />
      {mogelijk.belet.length > 0 && fouten.length === 0 && (
        <Melding titel="Dit kan nu nog niet.">{mogelijk.belet.join(' ')}</Melding>
      )}
      <Bewijs {...{ geopend, overgang }} />
      <Formulier
        actie={routes.escalatiestap(rij.id, overgang.code)}
        csrf={raam.csrf}
        knop={overgang.voorstel ? 'Voorstel doen' : overgang.naam}
        verborgen={{ gezien: String(rij.versie) }}
        terug={{ label: 'Terug', href: routes.escalatie(rij.id) }}
      >
        <Stapvelden {...{ ladder, overgang, aanwezig, waarden, fouten, keuzes, gesprekken }} vandaag={feiten.vandaag} />
      </Formulier>
    </Pagina>
  )
}

/** ESB-17: where the evidence is recorded that a step towards the heaviest rungs asks, while there is none that counts. */
function Bewijs({ geopend: { rij, ladder, zaak }, overgang }: Pick<Props, 'geopend' | 'overgang'>) {
  const waarborgen = [
    ...overgang.waarborgen,
    ...overgang.maatregelen.start.flatMap((soort) => deelVan(ladder, 'maatregelen', soort).waarborgen),
  ]
  const soorten = ladder.stukken.filter(({ bewijs }) => bewijs)
  const ligt = zaak.stukken.some(({ soort }) => soorten.some(({ code }) => code === soort))
  const vastgesteld = waarborgen.some(({ waarborg }) => waarborg === 'bewijs-vastgesteld')
  if (soorten.length === 0 || !waarborgen.some(({ waarborg }) => waarborg.startsWith('bewijs'))) return null
  if (ligt && !vastgesteld) return null
  const eerst = waarborgen.flatMap((een) => (een.waarborg === 'bewijs' ? (een.stappen ?? []) : []))
  return (
    <Melding titel={ligt ? 'Er ligt bewijs.' : 'Er ligt nog geen bewijs.'}>
      {ligt
        ? 'Voor ontbinden staat daarin wie het heeft vastgesteld. '
        : `${eerst.length > 0 ? `Voor ${opsomming(eerst.map((stap) => deelVan(ladder, 'stappen', stap).naam.toLowerCase()))}` : 'Voor deze stap'} is één bewijsstuk dat is beoordeeld, genoeg. `}
      Leg het vast bij de zaak als:
      <ul className="ov-lijst">
        {soorten.map(({ code, naam }) => (
          <li key={code}>
            <a href={routes.escalatiestuk(rij.id, code)}>{naam}</a>
          </li>
        ))}
      </ul>
    </Melding>
  )
}

function Gang({ geopend: { ladder }, overgang, wie }: { geopend: Geopend; overgang: Overgang; wie: string }) {
  const brief = overgang.brief === null ? null : deelVan(ladder, 'brieven', overgang.brief)
  return (
    <>
      {overgang.voorstel ? (
        <>
          U <b>stelt dit voor</b>; {wie.startsWith('niemand') ? wie : `de ${wie} besluit, niet u`}.
        </>
      ) : brief ? (
        'U maakt de brief klaar.'
      ) : (
        <>
          Deze stap gaat <b>meteen in</b>.
        </>
      )}
      {brief && (
        <>
          {' '}
          De stap gaat in als de brief is verstuurd: <b>{brief.naam.toLowerCase()}</b>
          {brief.aangetekend && ', aangetekend'}.
        </>
      )}
    </>
  )
}
