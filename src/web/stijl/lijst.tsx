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
import { aanbieders, golf, maanden } from './stijl-data.ts'

/** Filter, table with and without rows, paging. */
export function Lijst() {
  return (
    <Onderdeel
      titel="Lijst"
      conclusie="Filter als zin, tabel met vaste kop, bladeren met aantallen. Een rij is een koppeling."
    >
      <FilterZin
        actie="#lijst"
        verborgen={{ sorteer: 'naam' }}
        einde={<Uitvoer xlsx="#xlsx" csv="#csv" />}
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
