import type { VerdeeldeTaak } from '../../domain/plan/bezetting/lees-taken.ts'
import { metLetter } from '../../domain/plan/bezetting/rasci.ts'
import type { Belegging, Letter } from '../../domain/plan/bezetting/taken.ts'
import { rollen } from '../../domain/rechten.ts'
import { routes } from '../routes.ts'
import { FilterZin } from '../ui/filter-zin.tsx'
import { aantal, hoofdletter, opsomming } from '../ui/notatie.ts'
import { Onderdeel } from '../ui/onderdeel.tsx'
import { Pagina, type Raam } from '../ui/pagina.tsx'
import { Tabel, type Kolom } from '../ui/tabel.tsx'
import { Vragen } from '../ui/vragen.tsx'
import { Waarom } from '../ui/waarom.tsx'

export type TaakInLijst = VerdeeldeTaak & { ontbreekt: string[]; mandaten: number }

type Props = {
  raam: Raam
  taken: TaakInLijst[]
  belegging: Belegging[]
  gemeente: string | null
  gemeenten: { code: string; naam: string }[]
}

/** The RASCI matrix as it holds today, and what is missing in it (ROL-12). */
export function TakenPage({ raam, taken, belegging, gemeente, gemeenten }: Props) {
  const mist = taken.filter(({ ontbreekt }) => ontbreekt.length > 0)
  return (
    <Pagina
      raam={raam}
      titel="Taken en mandaat"
      lead={
        mist.length === 0 ? (
          <>
            <b>Alle {aantal(taken.length, 'taak is', 'taken zijn')} verdeeld.</b> Bij elke taak beslist één rol, en
            minstens één voert haar uit.
          </>
        ) : (
          <>
            <b>Bij {aantal(mist.length, 'taak', 'taken')} ontbreekt nog iets.</b> Bij elke taak beslist één rol, en
            minstens één voert haar uit.
          </>
        )
      }
      acties={
        <>
          <a href={routes.mandaten()}>Mandaatregister</a>
          <a href={routes.waarnemingen()}>Waarnemingen</a>
        </>
      }
    >
      <FilterZin
        actie={routes.taken()}
        delen={[
          'Toon de verdeling in',
          {
            naam: 'gemeente',
            label: 'Gemeente',
            waarde: gemeente ?? '',
            opties: [
              { waarde: '', label: 'de hele regio' },
              ...gemeenten.map(({ code, naam }) => ({ waarde: code, label: naam })),
            ],
          },
        ]}
      />
      {belegging.length > 0 && (
        <Vragen
          vragen={belegging.map(({ afspraak, naam, bij, rollen: van, bron }) => ({
            vraag: `${naam} (${afspraak})`,
            antwoord: `Ligt bij ${bij}`,
            toelichting: `${hoofdletter(opsomming(van.map((rol) => rollen[rol].toLowerCase())))}. ${bron.document}.`,
          }))}
        />
      )}
      {(['besluit', 'uitvoering'] as const).map((soort) => (
        <Onderdeel key={soort} titel={soort === 'besluit' ? 'Besluiten en maatregelen' : 'Werk'}>
          <Tabel
            bijschrift={soort === 'besluit' ? 'Wie beslist, en wie doet er mee' : 'Wie doet het werk'}
            rijen={taken.filter((taak) => taak.soort === soort)}
            sleutel={({ code }) => code}
            kolommen={kolommen(gemeente)}
          />
        </Onderdeel>
      ))}
      <Waarom
        bij="de taakverdeling"
        regel="Elke taak heeft precies één rol die beslist en minstens één die haar uitvoert. Noemt het mandaatregister voor een besluit een andere rol, dan beslist die."
        bron="Presentatie Ketenbureau i-Sociaal Domein, 2 april 2026: RASCI en mandaat. De verdeling waar de bron zwijgt is een keuze, en te wijzigen."
      />
    </Pagina>
  )
}

function kolommen(gemeente: string | null): Kolom<TaakInLijst>[] {
  const rollenkolom = (letter: Letter, kop: string): Kolom<TaakInLijst> => ({
    naam: letter,
    kop,
    telefoon: 'breed',
    cel: ({ verdeling }) =>
      metLetter(verdeling, letter)
        .map((rol) => rollen[rol])
        .join(', ') || <span className="ov-stil">–</span>,
  })
  return [
    {
      naam: 'taak',
      kop: 'Taak',
      cel: ({ code, naam, vierOgen, afspraak }) => (
        <>
          <a href={routes.taak(code, { gemeente })}>{naam}</a>
          {vierOgen && <span className="ov-klein ov-stil"> vier ogen</span>}
          {afspraak && <span className="ov-klein ov-stil"> {afspraak}</span>}
        </>
      ),
    },
    rollenkolom('A', 'Beslist'),
    rollenkolom('R', 'Doet'),
    rollenkolom('C', 'Geraadpleegd'),
    rollenkolom('N', 'Doet dit niet'),
    {
      naam: 'mandaat',
      kop: 'Mandaat',
      telefoon: 'breed',
      cel: ({ mandaten, ontbreekt }) => (
        <>
          {mandaten > 0 && aantal(mandaten, 'mandaat', 'mandaten')}
          {mandaten === 0 && ontbreekt.length === 0 && <span className="ov-stil">–</span>}
          {ontbreekt.map((zin) => (
            <span key={zin} className="ov-klein ov-mist">
              {zin}
            </span>
          ))}
        </>
      ),
    },
  ]
}
