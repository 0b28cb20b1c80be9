import { Knop } from '../ui/knop.tsx'
import { Loop } from '../ui/loop.tsx'
import { Meer } from '../ui/meer.tsx'
import { Melding } from '../ui/melding.tsx'
import { vanTotaal } from '../ui/notatie.ts'
import { Onderdeel } from '../ui/onderdeel.tsx'
import { Pagina, type Raam } from '../ui/pagina.tsx'
import { Tabs } from '../ui/tabs.tsx'
import { Vouw, VouwRij } from '../ui/vouw.tsx'
import { Grafieken } from './grafieken.tsx'
import { Eenheden, Kleuren, Knoppen, MeerFeiten } from './knoppen-en-kleuren.tsx'
import { Lijst } from './lijst.tsx'
import { Meldingen, Letter } from './meldingen.tsx'
import { Plannen } from './plannen.tsx'
import { Uitleg } from './uitleg.tsx'
import { Velden } from './velden.tsx'
import { Werk } from './werk.tsx'

/** Every component in every state, with invented data. */
export function StijlPage({ raam }: { raam: Raam }) {
  return (
    <Pagina
      raam={raam}
      titel="Stijl"
      lead={
        <>
          Alle bouwstenen in al hun toestanden, <b>zoals ze op de bladen staan</b>. De gegevens zijn verzonnen.
        </>
      }
      kruimels={[
        { label: 'Beheer', href: '#beheer' },
        { label: 'Inrichting', href: '#inrichting' },
      ]}
      actie={<Knop href="#inhoud">Gesprek plannen</Knop>}
      acties={
        <Meer
          items={[
            { label: 'Signaal vastleggen', href: '#signaal' },
            { label: 'Opnieuw berekenen', actie: '#', csrf: raam.csrf },
            { label: 'Afdrukken', href: '#druk' },
          ]}
        />
      }
      melding={
        <Melding soort="gedaan" titel="Verslag gedeeld.">
          Thuisbij Poldervaart B.V. heeft tot en met ma&nbsp;30&nbsp;nov om te reageren.
        </Melding>
      }
    >
      <Eenheden />
      <Tabs
        label="Onderdelen van deze aanbieder"
        tabs={[
          { label: 'Overzicht', href: '#overzicht', actief: true },
          { label: 'Overeenkomsten', href: '#overeenkomsten', aantal: 3 },
          { label: 'KPI’s', href: '#kpis' },
          { label: 'Gesprekken', href: '#gesprekken', aantal: 6 },
          { label: 'Verplichtingen', href: '#verplichtingen', aantal: 10 },
          { label: 'Dossier', href: '#dossier' },
        ]}
      />
      <MeerFeiten />
      <Loop
        label="Waar de tafel staat"
        stappen={[
          { naam: 'Samengesteld', noot: '12 okt', stand: 'gedaan' },
          { naam: 'Uitgenodigd', noot: 'tot ma 30 nov', stand: 'nu' },
          { naam: 'Gehouden', stand: 'later' },
          { naam: 'Getoetst', noot: 'vervallen', stand: 'weg' },
        ]}
      />
      <Kleuren />
      <Knoppen csrf={raam.csrf} />
      <Onderdeel titel="Waarom?" conclusie="Bij elk cijfer, oordeel en elke termijn. Op papier staat het open.">
        <p>
          <b>59,4%</b> · {vanTotaal(22, 37)}
        </p>
        <Uitleg open />
        <VouwRij>
          <Uitleg />
          <Vouw titel="Ook de 22 gevallen op tijd">Hier staat wat niet meteen gezien hoeft te worden.</Vouw>
        </VouwRij>
      </Onderdeel>
      <Lijst csrf={raam.csrf} />
      <Grafieken />
      <Plannen />
      <Werk />
      <Velden csrf={raam.csrf} />
      <Meldingen />
      <Letter />
    </Pagina>
  )
}
