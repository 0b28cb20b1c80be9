import { Betekenis } from '../ui/betekenis.tsx'
import { Gegevens } from '../ui/gegevens.tsx'
import { Kolommen } from '../ui/kolommen.tsx'
import { Onderdeel } from '../ui/onderdeel.tsx'
import { Tijdlijn } from '../ui/tijdlijn.tsx'
import { Vragen } from '../ui/vragen.tsx'
import { WatNu } from '../ui/wat-nu.tsx'
import { Werklijst } from '../ui/werklijst.tsx'
import { Uitleg } from './uitleg.tsx'

/** Work list, timeline, questions, side column. */
export function Werk() {
  return (
    <Kolommen
      zij={
        <>
          <WatNu
            items={[
              {
                wanneer: 'vr 20 nov',
                relatief: '3 dagen te laat',
                teLaat: true,
                wat: 'Verslag delen',
                href: '#verslag',
                waarom: <Uitleg />,
              },
              { wanneer: 'di 1 dec', relatief: 'over 8 dagen', wat: 'Besluit over verlenging van ZW-HO-003' },
            ]}
          />
          <WatNu titel="U wacht op anderen" items={[]} />
          <Onderdeel titel="Gegevens">
            <Gegevens
              rijen={[
                { naam: 'KvK', waarde: '99331234' },
                { naam: 'AGB', waarde: '98990115' },
                { naam: 'Vorm', waarde: 'b.v.' },
              ]}
            />
          </Onderdeel>
        </>
      }
    >
      <Werklijst
        groepen={[
          {
            titel: 'Te laat',
            items: [
              {
                id: '1',
                wanneer: 'vr 20 nov',
                relatief: '1 werkdag te laat',
                teLaat: true,
                titel: 'Verslag delen met Thuisbij Poldervaart B.V.',
                href: '#w1',
                tekst: 'Het verslag gaat binnen vijf werkdagen naar de aanbieder.',
                actie: { label: 'Verslag openen', href: '#w1', hoofd: true },
              },
            ],
          },
          {
            titel: 'Deze week',
            noot: 'tot en met vr 27 nov',
            items: [
              {
                id: '2',
                wanneer: 'wo 25 nov',
                relatief: 'over 2 dagen',
                titel: 'Vraag van wijkteam Waterland beantwoorden',
                href: '#w2',
                tekst: (
                  <>
                    <Betekenis soort="gewenst">Gewenst</Betekenis>: huishoudelijke hulp na 18.00 uur.
                  </>
                ),
                actie: { label: 'Beantwoorden', href: '#w2' },
              },
            ],
          },
        ]}
      />
      <Onderdeel titel="Wat er gebeurde">
        <Tijdlijn
          alles={{ label: 'Alle 63 gebeurtenissen', href: '#alles' }}
          gebeurtenissen={[
            {
              moment: 'ma 9 nov 2026',
              datetime: '2026-11-09',
              tekst: (
                <>
                  <b>Escalatiegesprek</b> over start zorg.
                </>
              ),
            },
            {
              moment: 'di 13 okt 2026',
              soort: 'gewenst',
              tekst: (
                <>
                  <b>Signaal</b> van toegang Zaanstad.
                </>
              ),
            },
            {
              moment: 'wo 1 apr 2026',
              soort: 'geleverd',
              tekst: (
                <>
                  <b>KPI’s 2025 vastgesteld</b>: start zorg 59,4%.
                </>
              ),
            },
            {
              moment: 'wo 17 dec 2025',
              soort: 'gecontracteerd',
              tekst: (
                <>
                  <b>Tarieven 2026</b> vastgesteld.
                </>
              ),
            },
          ]}
        />
      </Onderdeel>
      <Onderdeel titel="Vragen en antwoorden">
        <Vragen
          vragen={[
            { vraag: 'Met wie', antwoord: <a href="#a">De Weidse Blik B.V.</a>, toelichting: 'KvK 99331234' },
            { vraag: 'Tot wanneer', antwoord: 'do 31 dec 2026 · over 38 dagen', toelichting: 'vanaf 1 jan 2024' },
            { vraag: 'Hoeveel ruimte', antwoord: '€ 75.939 van € 709.000' },
          ]}
        />
      </Onderdeel>
    </Kolommen>
  )
}
