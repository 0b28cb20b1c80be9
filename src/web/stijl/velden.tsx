import { Bestandveld } from '../ui/bestandveld.tsx'
import { Datumveld } from '../ui/datumveld.tsx'
import { Formulier } from '../ui/formulier.tsx'
import { Foutenlijst } from '../ui/foutenlijst.tsx'
import { Keuze } from '../ui/keuze.tsx'
import { Onderdeel } from '../ui/onderdeel.tsx'
import { QrCode } from '../ui/qr-code.tsx'
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
            { veld: 'plaats', melding: 'Kies een gemeente' },
            { veld: 'dagen', melding: 'Vul een heel getal in' },
            { veld: 'reden', melding: 'Schrijf op waarom' },
            { veld: 'gelezen', melding: 'Bevestig dat u het las' },
            { veld: 'levering', melding: 'Kies ten minste één bestand' },
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
          <Keuze
            naam="plaats"
            label="Gemeente"
            leeg="Kies een gemeente"
            fout="Kies een gemeente."
            opties={[{ waarde: 'zaanstad', label: 'Zaanstad' }]}
          />
          <Tekstveld
            naam="dagen"
            label="Termijn"
            breedte="kort"
            cijfers
            waarde="veertig"
            achter="dagen"
            fout="Vul een heel getal in."
          />
          <Tekstveld naam="reden" label="Reden" regels={2} fout="Schrijf op waarom." />
          <Vinkje naam="gelezen" label="Ik heb het verslag gelezen" fout="Bevestig dat u het las." />
          <Bestandveld naam="levering" label="Bestanden" meerdere fout="Kies ten minste één bestand." />
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
          <Keuze
            naam="hoogte"
            label="Hoogte van rijen"
            soort="rondjes"
            waarde="ruim"
            opties={[
              { waarde: 'compact', label: 'Compact', hulp: 'Meer rijen op het scherm.' },
              { waarde: 'ruim', label: 'Ruim', hulp: 'Meer wit.' },
            ]}
          />
          <Datumveld naam="dag" label="Datum" />
          <Vinkje naam="kopie" label="Verslag ook naar de gemeenten" hulp="Alleen naar wie het mag lezen." aan />
          <Vinkje naam="aangetekend" label="Aangetekend" />
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
      <Onderdeel titel="QR-code">
        <QrCode tekst="otpauth://totp/voorbeeld" titel="QR-code om te scannen met een app" />
      </Onderdeel>
    </>
  )
}
