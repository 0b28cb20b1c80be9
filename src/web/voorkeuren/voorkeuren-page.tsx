import type { Voorkeuren } from '../../domain/plan/inrichting/wijzig-voorkeuren.ts'
import { routes } from '../routes.ts'
import { Formulier } from '../ui/formulier.tsx'
import { Keuze } from '../ui/keuze.tsx'
import { Melding } from '../ui/melding.tsx'
import { Onderdeel } from '../ui/onderdeel.tsx'
import { Pagina, type Raam } from '../ui/pagina.tsx'
import { Tabel } from '../ui/tabel.tsx'
import { Vinkje } from '../ui/vinkje.tsx'

type Props = { raam: Raam; voorkeuren: Voorkeuren; gedaan: boolean; fout?: string | undefined }

const VOORBEELD = ['Stichting Veenlicht', 'Zorgbureau De Windkoker B.V.', 'Praktijk Lentevogel']

/** How the program looks and listens for one person. */
export function VoorkeurenPage({ raam, voorkeuren, gedaan, fout }: Props) {
  return (
    <Pagina
      raam={raam}
      titel="Voorkeuren"
      lead="Zo werkt Overlap voor u. Het geldt meteen op elke pagina, en alleen voor u."
      fouten={fout !== undefined}
      melding={gedaan && <Melding soort="gedaan">Uw voorkeuren zijn bewaard.</Melding>}
    >
      <div className="ov-proef">
        <Formulier actie={routes.voorkeuren()} csrf={raam.csrf} knop="Bewaren">
          <Keuze
            naam="rijhoogte"
            label="Hoogte van rijen"
            soort="rondjes"
            waarde={voorkeuren.rijhoogte}
            fout={fout}
            opties={[
              { waarde: 'compact', label: 'Compact', hulp: 'Meer rijen op het scherm.' },
              { waarde: 'ruim', label: 'Ruim', hulp: 'Meer wit: prettig op een groot scherm en om aan te wijzen.' },
            ]}
          />
          <Vinkje
            naam="sneltoetsen"
            label="Sneltoetsen van één teken"
            hulp="Met / gaat u naar het zoekveld. Zet dit uit als u met uw stem of met hulpmiddelen werkt."
            aan={voorkeuren.sneltoetsen}
          />
        </Formulier>
        <Onderdeel titel="Voorbeeld">
          <Tabel
            bijschrift="Voorbeeld van de hoogte van rijen"
            smal
            plat
            klikbaar={false}
            rijen={VOORBEELD.map((naam, i) => ({ naam, aantal: 3 - i }))}
            sleutel={({ naam }) => naam}
            kolommen={[
              { naam: 'naam', kop: 'Aanbieder', cel: ({ naam }) => naam },
              { naam: 'aantal', kop: 'Overeenkomsten', rechts: true, cel: ({ aantal }) => aantal },
            ]}
          />
        </Onderdeel>
      </div>
    </Pagina>
  )
}
