import { looptijdVan, type Planregels } from '../../../domain/act/verbeterplan/planregels.ts'
import { aantal } from '../../ui/notatie.ts'
import { Onderdeel } from '../../ui/onderdeel.tsx'
import { Tabel } from '../../ui/tabel.tsx'
import { Bron, Termijnen } from '../inhoud.tsx'

/** Part "verbeterplan": the form as an aanbieder meets it, by what it is judged, and its terms. How it fits the ladder is said in words. */
export function Planformulier({ regels }: { regels: Planregels }) {
  const { vragen, wie, wanneer, criteria, zaak } = regels
  const punten = [
    ...vragen.map((vraag) => ({ ...vraag, kern: vraag.code === regels.kern })),
    { ...wie, code: 'wie', verplicht: true, kern: false },
    { ...wanneer, code: 'wanneer', verplicht: true, kern: false },
  ]
  return (
    <>
      <p>{regels.inleiding}</p>
      <Onderdeel
        niveau={3}
        titel="Wat de aanbieder per punt invult"
        conclusie={`Een plan heeft hoogstens ${aantal(regels.hoogstensPunten, 'punt', 'punten')}.`}
      >
        <Tabel
          bijschrift="Velden van het formulier"
          klikbaar={false}
          rijen={punten}
          sleutel={({ code }) => code}
          kolommen={[
            { naam: 'naam', kop: 'Veld', cel: ({ naam }) => naam },
            { naam: 'hulp', kop: 'Uitleg erbij', telefoon: 'breed', cel: ({ hulp }) => hulp || '–' },
            {
              naam: 'verplicht',
              kop: 'Invullen',
              heel: true,
              cel: ({ verplicht, kern }) =>
                `${verplicht ? 'verplicht' : 'niet verplicht'}${kern ? ', benoemt het punt' : ''}`,
            },
          ]}
        />
      </Onderdeel>
      <Onderdeel niveau={3} titel="Waarop een plan wordt beoordeeld">
        <Tabel
          bijschrift="Criteria"
          klikbaar={false}
          rijen={criteria}
          sleutel={({ tekst }) => tekst}
          kolommen={[
            { naam: 'tekst', kop: 'Criterium', cel: ({ tekst }) => tekst },
            { naam: 'bron', kop: 'Bron', telefoon: 'breed', cel: ({ bron }) => <Bron bron={bron} /> },
          ]}
        />
      </Onderdeel>
      <Onderdeel niveau={3} titel="Termijnen">
        <Termijnen
          naam="termijnen"
          rijen={(['indienen', 'beoordelen', 'aanvullen', 'eindoordeel'] as const).map((wat) =>
            looptijdVan(regels, wat),
          )}
        />
      </Onderdeel>
      <Onderdeel niveau={3} titel="Realisatie">
        <p>
          {regels.realisatie.tekst}{' '}
          <small>
            {regels.realisatie.document}, {regels.realisatie.paragraaf}.
          </small>
        </p>
      </Onderdeel>
      <Onderdeel niveau={3} titel="Bij een escalatie">
        <p>
          {zaak
            ? 'Een plan dat in een escalatie is gevraagd, hoort bij die zaak. Indienen, oordeel en realisatie komen vanzelf als stuk in het dossier van de zaak.'
            : 'Een plan staat op zichzelf en verandert niets aan een escalatie.'}
        </p>
      </Onderdeel>
    </>
  )
}
