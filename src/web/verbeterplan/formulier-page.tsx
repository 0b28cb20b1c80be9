import type { Formulier } from '../../domain/act/verbeterplan/lees-planregels.ts'
import { routes } from '../routes.ts'
import { Knop } from '../ui/knop.tsx'
import { aantal, datum } from '../ui/notatie.ts'
import { Onderdeel } from '../ui/onderdeel.tsx'
import { Pagina, type Raam } from '../ui/pagina.tsx'
import { Tabel } from '../ui/tabel.tsx'

/** The form of the region: what every point must say, by what it is judged, and its terms (PLN-04). */
export function FormulierPage({
  raam,
  formulier: { regels, versie, geldigVanaf },
  inrichting,
  wijzigen,
}: {
  raam: Raam
  formulier: Formulier
  inrichting: boolean
  wijzigen: boolean
}) {
  const vragen = [
    ...regels.vragen,
    { code: 'wie', ...regels.wie, verplicht: true },
    { code: 'wanneer', ...regels.wanneer, verplicht: true },
  ]
  return (
    <Pagina
      raam={raam}
      kruimels={[{ label: 'Verbeterplannen', href: routes.verbeterplannen() }]}
      titel="Formulier verbeterplan"
      acties={
        wijzigen && (
          <Knop soort="tweede" href={routes.planformulierWijzigen()}>
            Formulier wijzigen
          </Knop>
        )
      }
      lead={
        <>
          <b>{aantal(vragen.length, 'vraag', 'vragen')} per punt</b>, ten hoogste {regels.hoogstensPunten} punten.
          Versie {versie}, geldig vanaf {datum(geldigVanaf)}. Een plan houdt het formulier waarmee het is gevraagd.
        </>
      }
    >
      <Onderdeel titel="Per punt" conclusie={regels.inleiding}>
        <Tabel
          bijschrift="Vragen per punt"
          rijen={vragen}
          sleutel={({ code }) => code}
          klikbaar={false}
          kolommen={[
            { naam: 'naam', kop: 'Vraag', cel: ({ naam }) => <b>{naam}</b> },
            { naam: 'hulp', kop: 'Uitleg', cel: ({ hulp }) => hulp },
            { naam: 'verplicht', kop: 'Verplicht', cel: ({ verplicht }) => (verplicht ? 'ja' : 'nee') },
          ]}
        />
      </Onderdeel>
      <Onderdeel titel="Waaraan wordt getoetst">
        <Tabel
          bijschrift="Criteria voor de beoordeling"
          rijen={[...regels.criteria]}
          sleutel={({ tekst }) => tekst}
          klikbaar={false}
          kolommen={[
            { naam: 'tekst', kop: 'Criterium', cel: ({ tekst }) => tekst },
            { naam: 'bron', kop: 'Bron', cel: ({ bron }) => `${bron.document}, ${bron.paragraaf}` },
          ]}
        />
      </Onderdeel>
      <Onderdeel titel="Termijnen">
        <Tabel
          bijschrift="Termijnen van een verbeterplan"
          rijen={[...regels.termijnen]}
          sleutel={({ code }) => code}
          klikbaar={false}
          kolommen={[
            { naam: 'naam', kop: 'Termijn', cel: ({ naam }) => naam },
            {
              naam: 'lengte',
              kop: 'Hoe lang',
              heel: true,
              cel: (termijn) =>
                termijn.eenheid === 'vaste datum' ? 'vaste datum' : `${termijn.lengte} ${termijn.eenheid}`,
            },
            { naam: 'vanaf', kop: 'Vanaf', cel: ({ startgebeurtenis }) => startgebeurtenis },
            { naam: 'bron', kop: 'Bron', telefoon: 'weg', cel: ({ bron }) => `${bron.document}. ${bron.tekst}` },
          ]}
        />
      </Onderdeel>
      <p className="ov-klein">
        Bron: {regels.bron.document}, {regels.bron.paragraaf}. {regels.bron.tekst}{' '}
        {inrichting && <a href={routes.regelsetdeel('verbeterplan')}>Alle versies in de inrichting</a>}
      </p>
    </Pagina>
  )
}
