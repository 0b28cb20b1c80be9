import { Afbreekbaar } from '../ui/afbreekbaar.tsx'
import { Betekenis } from '../ui/betekenis.tsx'
import { Bladeren } from '../ui/bladeren.tsx'
import { CijfersAlsTabel } from '../ui/cijfers-als-tabel.tsx'
import { FilterZin } from '../ui/filter-zin.tsx'
import { procent, vanTotaal } from '../ui/notatie.ts'
import { Onderdeel } from '../ui/onderdeel.tsx'
import { Oordeel } from '../ui/oordeel.tsx'
import { Sparkline } from '../ui/sparkline.tsx'
import { Tabel } from '../ui/tabel.tsx'
import { Uitputting } from '../ui/uitputting.tsx'
import { Uitvoer } from '../ui/uitvoer.tsx'
import { WeergaveBewaren, Weergaven } from '../weergave/weergaven.tsx'
import { aanbieders, golf, maanden } from './stijl-data.ts'

// nothing, under, just at and over the ceiling
const RUIM: [naam: string, deel: number][] = [
  ['Praktijk Lentevogel', 0],
  ['Oostzaan/Waterland/Landsmeer', 0.5],
  ['Stichting Veenlicht', 1],
  ['Begeleiding Zeedijkzicht B.V.', 2.4],
]

const weergaven = [
  { id: 'w1', naam: 'Mijn kleine aanbieders', keuze: { grootte: 'klein', van: 'mij' } },
  { id: 'w2', naam: 'Zonder contractmanager', keuze: { van: 'geen' } },
]
const bewaard = { lijst: 'aanbieders', keuze: { van: 'geen' }, weergaven, gezocht: false } as const
const nieuw = { lijst: 'aanbieders', keuze: { plaats: 'Purmerend' }, weergaven, gezocht: true } as const

/** Filter, table with and without rows, paging. */
export function Lijst({ csrf }: { csrf: string }) {
  return (
    <Onderdeel
      titel="Lijst"
      conclusie="Filter als zin, tabel met vaste kop, bladeren met aantallen. Een rij is een koppeling."
    >
      <Weergaven stand={bewaard} />
      <FilterZin
        actie="#lijst"
        verborgen={{ sorteer: 'naam' }}
        einde={
          <>
            <WeergaveBewaren stand={nieuw} csrf={csrf} />
            <Uitvoer xlsx="#xlsx" csv="#csv" />
          </>
        }
        delen={[
          'Toon',
          {
            naam: 'wie',
            label: 'Van wie',
            waarde: '',
            opties: [
              { waarde: '', label: 'alle aanbieders' },
              { waarde: 'mij', label: 'mijn aanbieders' },
            ],
          },
          'met',
          {
            naam: 'oordeel',
            label: 'Oordeel',
            waarde: 'mis',
            opties: [
              { waarde: '', label: 'elk oordeel' },
              { waarde: 'mis', label: 'een onvoldoende' },
            ],
          },
          'en in de naam',
          { soort: 'tekst', naam: 'q', label: 'Naam', waarde: '', plaats: 'een woord' },
        ]}
      />
      <Tabel
        bijschrift="Aanbieders"
        sleutel={({ id }) => id}
        sortering={{ kolom: 'naam', richting: 'op', href: () => '#lijst' }}
        rijen={[...aanbieders]}
        kolommen={[
          {
            naam: 'naam',
            kop: 'Aanbieder',
            sorteerbaar: true,
            cel: ({ id, naam, soort }) => (
              <>
                <a href={`#${id}`}>{naam}</a>
                <small>{soort}</small>
              </>
            ),
          },
          { naam: 'verloop', kop: 'Per maand', cel: ({ id }) => <Sparkline waarden={id === '4' ? golf : maanden} /> },
          {
            naam: 'uitputting',
            kop: <Betekenis soort="geleverd">gedeclareerd</Betekenis>,
            label: 'Gedeclareerd',
            cel: ({ deel }) => <Uitputting deel={deel} tekst={procent((100 * deel).toFixed(1))} />,
          },
          {
            naam: 'waarde',
            kop: 'Start zorg',
            rechts: true,
            sorteerbaar: true,
            cel: ({ waarde }) => (waarde === null ? '–' : procent(waarde)),
          },
          { naam: 'aantal', kop: 'Aantal', rechts: true, heel: true, cel: ({ n }) => vanTotaal(n[0], n[1]) },
          {
            naam: 'oordeel',
            kop: 'Oordeel',
            cel: ({ waarde }) => (
              <Oordeel oordeel={waarde === null ? 'niet meetbaar' : waarde < '80' ? 'onvoldoende' : 'goed'} />
            ),
          },
        ]}
      />
      <Bladeren
        pagina={3}
        paginas={7}
        van={101}
        tot={150}
        totaal={1312}
        wat="overeenkomsten"
        href={(pagina) => `#p${pagina}`}
      />
      <Onderdeel niveau={3} titel="Eerste en laatste bladzijde, en meer dan geteld">
        <Bladeren
          pagina={1}
          paginas={3}
          van={1}
          tot={50}
          totaal={131}
          wat="berichten"
          href={(pagina) => `#b${pagina}`}
        />
        <Bladeren
          pagina={20}
          paginas={20}
          van={951}
          tot={1000}
          totaal={1000}
          meer
          wat="bevindingen"
          href={(pagina) => `#c${pagina}`}
        />
      </Onderdeel>
      <Onderdeel niveau={3} titel="Ruime rijen" conclusie="Een keuze per persoon, onder Voorkeuren.">
        <div data-rijen="ruim">
          <Tabel
            bijschrift="Met een bijschrift dat te zien is"
            bijschriftTonen
            klikbaar={false}
            plat
            sleutel={([naam]) => naam}
            rijen={RUIM}
            kolommen={[
              { naam: 'naam', kop: 'Aanbieder', cel: ([naam]) => <Afbreekbaar tekst={naam} /> },
              {
                naam: 'deel',
                kop: 'Van het plafond',
                rechts: true,
                cel: ([, deel]) => <Uitputting deel={deel} tekst={procent((100 * deel).toFixed(1))} />,
              },
            ]}
          />
        </div>
      </Onderdeel>
      <Onderdeel niveau={3} titel="Zonder uitkomst">
        <Tabel bijschrift="Leeg" sleutel={String} rijen={[]} kolommen={[]} />
      </Onderdeel>
      <Onderdeel niveau={3} titel="Smal">
        <CijfersAlsTabel
          bijschrift="Redenen"
          koppen={['Reden', 'Aantal']}
          rechts={[1]}
          rijen={[
            ['Voortzetting', 11],
            ['Ingetrokken voor de uiterste dag', 0],
          ]}
        />
      </Onderdeel>
    </Onderdeel>
  )
}
