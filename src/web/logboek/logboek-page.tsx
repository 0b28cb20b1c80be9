import type { Logregel } from '../../domain/check/rapportage/logboek.ts'
import { routes } from '../routes.ts'
import { Bladeren } from '../ui/bladeren.tsx'
import { FilterZin } from '../ui/filter-zin.tsx'
import { Gegevens } from '../ui/gegevens.tsx'
import { Kolommen, Zijdeel } from '../ui/kolommen.tsx'
import { aantal, getal, moment } from '../ui/notatie.ts'
import { Oordeel } from '../ui/oordeel.tsx'
import { Pagina, type Raam } from '../ui/pagina.tsx'
import { Tabel, type Kolom } from '../ui/tabel.tsx'
import { Uitvoer } from '../ui/uitvoer.tsx'
import { Vouw } from '../ui/vouw.tsx'
import { Waarom } from '../ui/waarom.tsx'
import type { Blad } from './blad.ts'
import { bladstand, hoeveel } from '../lijst.ts'
import { gebeurtenisNaam, onderwerpNaam } from './gebeurtenis.ts'
import { onderwerpHref } from './onderwerp-href.ts'
import { periodes } from './periode.ts'
import { leesWaarden, overgang, waardezin } from './waarden.ts'

// So few values are shown at once, more are folded.
const DIRECT = 2

export type Keten = {
  lengte: number
  kop: string
  gecontroleerd: boolean
  fout: { volgnr: number; fout: string } | undefined
}

type Props = {
  raam: Raam
  keuze: Record<'onderwerp' | 'persoon' | 'periode' | 'volgorde', string>
  keuzes: { onderwerpen: string[]; personen: { id: string; naam: string }[] }
  regels: Logregel[]
  namen: Map<string, string>
  geteld: number
  blad: Blad
  keten: Keten
}

/** Who did what to which subject, with old and new values, and whether the chain is whole. */
export function LogboekPage({ raam, keuze, keuzes, regels, namen, geteld, blad, keten }: Props) {
  const zin = hoeveel(geteld, 'handeling', 'handelingen')
  return (
    <Pagina
      raam={raam}
      titel="Logboek"
      lead={
        <>
          Wie wat deed, wanneer en waarmee: <b>{zin}</b>
          {keuze.onderwerp || keuze.persoon || keuze.periode ? ' in deze keuze' : ''}. {ketenzin(keten)}
        </>
      }
    >
      <Kolommen zij={<KetenDeel keten={keten} />} zijLabel="De keten">
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
                { waarde: 'systeem', label: 'systeem (wachtrij)' },
              ],
            },
            'over',
            { naam: 'periode', label: 'Periode', waarde: keuze.periode, opties: periodes },
          ]}
          verborgen={{ volgorde: keuze.volgorde }}
          einde={<Uitvoer xlsx={routes.logboekUitvoer('xlsx', keuze)} csv={routes.logboekUitvoer('csv', keuze)} />}
        />
        <Tabel
          bijschrift="Handelingen"
          kolommen={kolommen(namen)}
          rijen={regels}
          sleutel={({ volgnr }) => String(volgnr)}
          klikbaar={false}
          sortering={{
            kolom: 'volgnr',
            richting: keuze.volgorde === 'oud' ? 'op' : 'af',
            href: (_, richting) => routes.logboek({ ...keuze, volgorde: richting === 'op' ? 'oud' : '' }),
          }}
        />
        <Bladeren
          {...bladstand(blad.pagina, { rijen: regels, totaal: geteld })}
          wat="handelingen"
          href={(pagina) => routes.logboek({ ...keuze, pagina })}
        />
      </Kolommen>
    </Pagina>
  )
}

function kolommen(namen: Map<string, string>): Kolom<Logregel>[] {
  return [
    { naam: 'volgnr', kop: 'Nr.', heel: true, sorteerbaar: true, cel: (regel) => getal(regel.volgnr) },
    { naam: 'tijdstip', kop: 'Wanneer', heel: true, cel: (regel) => moment(regel.tijdstip) },
    { naam: 'wie', kop: 'Wie', cel: (regel) => regel.actorNaam },
    {
      naam: 'wat',
      kop: 'Wat',
      telefoon: 'breed',
      cel: (regel) => (
        <>
          {gebeurtenisNaam(regel.soort)}{' '}
          <Onderwerp regel={regel} naam={namen.get(`${regel.onderwerpType} ${regel.onderwerpId}`)} />
        </>
      ),
    },
    { naam: 'waarden', kop: 'Waarden', telefoon: 'breed', cel: (regel) => <Waarden regel={regel} /> },
  ]
}

function Onderwerp({ regel, naam }: { regel: Logregel; naam: string | undefined }) {
  if (regel.onderwerpType === 'regio') return null
  const href = onderwerpHref(regel.onderwerpType, regel.onderwerpId)
  const tekst = naam ?? onderwerpNaam(regel.onderwerpType)
  return <span className="ov-klein">{href ? <a href={href}>{tekst}</a> : tekst}</span>
}

function Waarden({ regel }: { regel: Logregel }) {
  if (regel.waarden === null) return <span className="ov-stil">vernietigd</span>
  const waarden = leesWaarden(regel.waarden)
  if (waarden.length === 0) return <span className="ov-stil">geen</span>
  if (waarden.length <= DIRECT) return <small>{waarden.map(waardezin).join('; ')}</small>
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
  return (
    <Zijdeel titel="De keten">
      <p>
        {fout ? (
          <Oordeel oordeel="onvoldoende" tekst={`gebroken bij nummer ${getal(fout.volgnr)}`} />
        ) : gecontroleerd ? (
          <Oordeel oordeel="voldoende" tekst="heel" />
        ) : (
          <a href={routes.logboek({ keten: 'controleren' })}>Keten controleren</a>
        )}
      </p>
      {fout && (
        <p className="ov-klein">
          Regel {getal(fout.volgnr)} {fout.fout}. Laat de beheerder het uitzoeken met{' '}
          <code>overlap audit controleren</code> en het laatste anker.
        </p>
      )}
      <Gegevens
        rijen={[
          { naam: 'Lengte', waarde: aantal(lengte, 'regel', 'regels') },
          { naam: 'Kop', waarde: <code>{kop.slice(0, 16)}</code> },
        ]}
      />
      <Waarom
        bij="de keten"
        regel="Elke regel draagt een controlegetal over zichzelf en over de regel ervoor. Wie een regel wijzigt, weghaalt of tussenvoegt, breekt de keten."
        gegevens="De waarden staan apart: ze kunnen worden vernietigd zonder dat de keten breekt."
        bron="docs/besluiten/003"
      />
    </Zijdeel>
  )
}
