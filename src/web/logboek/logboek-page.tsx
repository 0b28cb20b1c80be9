import type { Bladzijde } from '../../domain/begrippen/lijst.ts'
import type { Logregel } from '../../domain/check/rapportage/logboek.ts'
import type { Actor } from '../../platform/context.ts'
import { routes } from '../routes.ts'
import { Bladeren } from '../ui/bladeren.tsx'
import { Feiten } from '../ui/feiten.tsx'
import { FilterZin } from '../ui/filter-zin.tsx'
import { Gegevens } from '../ui/gegevens.tsx'
import { Knop } from '../ui/knop.tsx'
import { aantal, getal, moment } from '../ui/notatie.ts'
import { Onderdeel } from '../ui/onderdeel.tsx'
import { Oordeel } from '../ui/oordeel.tsx'
import { Pagina, type Raam } from '../ui/pagina.tsx'
import { Tabel, type Kolom } from '../ui/tabel.tsx'
import { Uitvoer } from '../ui/uitvoer.tsx'
import { Vouw, VouwRij } from '../ui/vouw.tsx'
import { Waarom } from '../ui/waarom.tsx'
import { WeergaveBewaren, Weergaven, type Weergavestand } from '../weergave/weergaven.tsx'
import type { Blad } from './blad.ts'
import { bladstand, hoeveel, volgordeInUrl } from '../lijst.ts'
import { gebeurtenisNaam, onderwerpNaam } from './gebeurtenis.ts'
import { onderwerpHref } from './onderwerp-href.ts'
import { periodes } from './periode.ts'
import { leesWaarden, overgang, waardezin } from './waarden.ts'

// So many characters are shown at once, more are folded.
const DIRECT = 120

export type Keten = {
  lengte: number
  kop: string
  gecontroleerd: boolean
  fout: { volgnr: number; fout: string } | undefined
}

export type Keuze = Record<'onderwerp' | 'persoon' | 'periode', string> & Bladzijde<'tijdstip'>

export const STANDAARD = { sorteer: 'tijdstip', richting: 'af' } as const

type Props = {
  raam: Raam
  actor: Actor
  keuze: Keuze
  keuzes: { onderwerpen: string[]; personen: { id: string; naam: string }[] }
  regels: Logregel[]
  namen: Map<string, string>
  geteld: number
  blad: Blad
  keten: Keten
  weergaven: Weergavestand
}

/** The choice as it stands in a URL; the default order is left out. */
export function logboekQuery(keuze: Keuze) {
  const { onderwerp, persoon, periode } = keuze
  return { onderwerp, persoon, periode, ...volgordeInUrl(keuze, STANDAARD) }
}

/** Who did what to which subject, with old and new values, and whether the chain is whole. */
export function LogboekPage({ raam, actor, keuze, keuzes, regels, namen, geteld, blad, keten, weergaven }: Props) {
  const zin = hoeveel(geteld, 'handeling', 'handelingen')
  const { onderwerp, persoon, periode } = keuze
  const query = logboekQuery(keuze)
  return (
    <Pagina
      raam={raam}
      titel="Logboek"
      lead={
        <>
          Wie wat deed, wanneer en waarmee: <b>{zin}</b>
          {onderwerp || persoon || periode ? ' in deze keuze' : ''}. {ketenzin(keten)}
        </>
      }
      acties={
        <Knop soort="tweede" href={routes.geweigerd()}>
          Geweigerd
        </Knop>
      }
    >
      <KetenDeel keten={keten} />
      <Onderdeel titel="Handelingen">
        <Weergaven stand={weergaven} />
        <FilterZin
          actie={routes.logboek()}
          delen={[
            'Toon',
            {
              naam: 'onderwerp',
              label: 'Onderwerp',
              waarde: keuze.onderwerp,
              opties: [
                { waarde: '', label: 'alle onderwerpen' },
                ...keuzes.onderwerpen.map((type) => ({ waarde: type, label: onderwerpNaam(type) })),
              ],
            },
            'van',
            {
              naam: 'persoon',
              label: 'Persoon',
              waarde: keuze.persoon,
              opties: [
                { waarde: '', label: 'iedereen' },
                ...keuzes.personen.map(({ id, naam }) => ({ waarde: id, label: naam })),
                { waarde: 'opdrachtregel', label: 'beheer (opdrachtregel)' },
                { waarde: 'systeem', label: 'Overlap zelf' },
              ],
            },
            'over',
            { naam: 'periode', label: 'Periode', waarde: keuze.periode, opties: periodes },
          ]}
          verborgen={volgordeInUrl(keuze, STANDAARD)}
          einde={
            <>
              <WeergaveBewaren stand={weergaven} csrf={raam.csrf} />
              <Uitvoer xlsx={routes.logboekUitvoer('xlsx', query)} csv={routes.logboekUitvoer('csv', query)} />
            </>
          }
        />
        <Tabel
          bijschrift="Handelingen"
          kolommen={kolommen(actor, namen)}
          rijen={regels}
          sleutel={({ volgnr }) => String(volgnr)}
          klikbaar={false}
          sortering={{
            kolom: keuze.sorteer,
            richting: keuze.richting,
            href: (sorteer, richting) => routes.logboek({ ...query, sorteer, richting }),
          }}
        />
        <Bladeren
          {...bladstand(blad.pagina, { rijen: regels, totaal: geteld })}
          wat="handelingen"
          href={(pagina) => routes.logboek({ ...query, pagina })}
        />
      </Onderdeel>
    </Pagina>
  )
}

function kolommen(actor: Actor, namen: Map<string, string>): Kolom<Logregel>[] {
  return [
    { naam: 'volgnr', kop: 'Nr.', heel: true, cel: (regel) => getal(regel.volgnr) },
    { naam: 'tijdstip', kop: 'Wanneer', heel: true, sorteerbaar: true, cel: (regel) => moment(regel.tijdstip) },
    { naam: 'wie', kop: 'Wie', heel: true, cel: (regel) => regel.actorNaam },
    {
      naam: 'wat',
      kop: 'Wat',
      telefoon: 'breed',
      cel: (regel) => (
        <>
          {gebeurtenisNaam(regel.soort)}{' '}
          <Onderwerp actor={actor} regel={regel} naam={namen.get(`${regel.onderwerpType} ${regel.onderwerpId}`)} />
        </>
      ),
    },
    { naam: 'waarden', kop: 'Waarden', telefoon: 'breed', cel: (regel) => <Waarden regel={regel} /> },
  ]
}

function Onderwerp({ actor, regel, naam }: { actor: Actor; regel: Logregel; naam: string | undefined }) {
  if (regel.onderwerpType === 'regio') return null
  const href = onderwerpHref(actor, regel.onderwerpType, regel.onderwerpId)
  const tekst = naam ?? onderwerpNaam(regel.onderwerpType)
  return <span className="ov-klein">{href ? <a href={href}>{tekst}</a> : tekst}</span>
}

function Waarden({ regel }: { regel: Logregel }) {
  if (regel.waarden === null) return <span className="ov-stil">vernietigd</span>
  const waarden = leesWaarden(regel.waarden)
  if (waarden.length === 0) return <span className="ov-stil">geen</span>
  const zin = waarden.map(waardezin).join('; ')
  if (zin.length <= DIRECT) return <small>{zin}</small>
  return (
    <Vouw titel={aantal(waarden.length, 'waarde', 'waarden')}>
      <Gegevens rijen={waarden.map((waarde) => ({ naam: waarde.naam, waarde: overgang(waarde) }))} />
    </Vouw>
  )
}

function ketenzin({ lengte, gecontroleerd, fout }: Keten) {
  if (fout) return <b className="ov-mis">De keten is gebroken bij nummer {getal(fout.volgnr)}.</b>
  if (lengte === 0) return 'Er is nog niets vastgelegd.'
  return gecontroleerd ? 'De keten is heel.' : 'De keten is nu niet gecontroleerd.'
}

function KetenDeel({ keten }: { keten: Keten }) {
  const { lengte, kop, gecontroleerd, fout } = keten
  const stand = fout ? (
    <Oordeel oordeel="onvoldoende" tekst={`gebroken bij nummer ${getal(fout.volgnr)}`} />
  ) : gecontroleerd ? (
    <Oordeel oordeel="voldoende" tekst="heel" />
  ) : (
    <a href={routes.logboek({ keten: 'controleren' })}>Keten controleren</a>
  )
  return (
    <>
      <Feiten
        feiten={[
          {
            label: 'Keten',
            waarde: stand,
            toelichting: fout
              ? `Regel ${getal(fout.volgnr)} ${fout.fout}. Laat de beheerder het uitzoeken met het laatste anker.`
              : 'elke regel sluit aan op de vorige',
          },
          { label: 'Lengte', waarde: aantal(lengte, 'regel', 'regels'), toelichting: 'sinds het begin van de regio' },
          {
            label: 'Kop',
            waarde: kop.slice(0, 16) || 'geen',
            toelichting: 'controlegetal van de laatste regel, de eerste zestien tekens',
          },
        ]}
      />
      <VouwRij>
        <Waarom
          bij="de keten"
          regel="Elke regel draagt een controlegetal over zichzelf en over de regel ervoor. Wie een regel wijzigt, weghaalt of tussenvoegt, breekt de keten."
          gegevens="De waarden staan apart: ze kunnen worden vernietigd zonder dat de keten breekt."
          bron="docs/besluiten/003"
        />
      </VouwRij>
    </>
  )
}
