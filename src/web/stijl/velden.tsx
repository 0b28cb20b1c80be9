import { Bestandveld } from '../ui/bestandveld.tsx'
import { Datumveld } from '../ui/datumveld.tsx'
import { Formulier } from '../ui/formulier.tsx'
import { Foutenlijst } from '../ui/foutenlijst.tsx'
import { Keuze } from '../ui/keuze.tsx'
import { Onderdeel } from '../ui/onderdeel.tsx'
import { Tekstveld } from '../ui/tekstveld.tsx'
import { Vinkje } from '../ui/vinkje.tsx'

/** A form with errors and one without. */
export function Velden({ csrf }: { csrf: string }) {
  return (
    <>
      <Onderdeel titel="Formulier met fouten">
        <Foutenlijst
          fouten={[
            { veld: 'datum', melding: 'De datum bestaat niet: november heeft 30 dagen' },
            { veld: 'eens', melding: 'Kies of de aanbieder het eens is' },
          ]}
        />
        <Formulier actie="#velden" csrf={csrf} knop="Verder naar controle" terug={{ label: 'Terug', href: '#terug' }}>
          <Datumveld
            naam="datum"
            label="Datum van het gesprek"
            waarde="31 nov 2026"
            fout="De datum bestaat niet: november heeft 30 dagen."
          />
          <Keuze
            naam="soort"
            label="Soort gesprek"
            leeg="Kies een soort"
            waarde="jaar"
            opties={[
              { waarde: 'jaar', label: 'Contractmanagementgesprek, jaarlijks' },
              { waarde: 'start', label: 'Startgesprek' },
            ]}
          />
          <Tekstveld
            naam="afspraken"
            label="Afspraken"
            hulp="Eén afspraak per regel, met wie en wanneer."
            regels={3}
            waarde="Planning per wijk, per 1 jan."
          />
          <Keuze
            naam="eens"
            label="Is de aanbieder het eens met de cijfers?"
            soort="rondjes"
            fout="Kies ja, deels of nee."
            opties={[
              { waarde: 'ja', label: 'Ja' },
              { waarde: 'deels', label: 'Deels', hulp: 'met een eigen telling' },
              { waarde: 'nee', label: 'Nee' },
            ]}
          />
        </Formulier>
      </Onderdeel>
      <Onderdeel titel="Formulier zonder fouten">
        <Formulier actie="#velden" csrf={csrf} knop="Inlezen" bestand>
          <Tekstveld naam="termijn" label="Termijn" breedte="kort" cijfers waarde="42" achter="dagen" />
          <Tekstveld naam="mail" label="E-mail" soort="email" breedte="half" facultatief />
          <Tekstveld
            naam="wachtwoord"
            label="Wachtwoord"
            soort="password"
            breedte="half"
            autoComplete="current-password"
          />
          <Keuze
            naam="gemeenten"
            label="Gemeenten"
            soort="vinkjes"
            waarde={['zaanstad']}
            opties={[
              { waarde: 'zaanstad', label: 'Zaanstad' },
              { waarde: 'purmerend', label: 'Purmerend' },
            ]}
          />
          <Vinkje naam="kopie" label="Verslag ook naar de gemeenten" hulp="Alleen naar wie het mag lezen." aan />
          <Bestandveld
            naam="bestanden"
            label="Berichten of lijsten"
            hulp="Sleep bestanden hierheen of kies ze."
            accept=".xml,.zip,.csv"
            meerdere
            uitleg="XML, zip of CSV · het bestand wordt niet bewaard"
          />
        </Formulier>
      </Onderdeel>
    </>
  )
}
