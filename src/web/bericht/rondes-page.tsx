import type { Lijst, Bladzijde } from '../../domain/begrippen/lijst.ts'
import type { Ronde, Rondefilter } from '../../domain/do/bericht/rondes.ts'
import { bladstand, hoeveelVooraan, volgordeInUrl } from '../lijst.ts'
import { routes } from '../routes.ts'
import { Bladeren } from '../ui/bladeren.tsx'
import { FilterZin } from '../ui/filter-zin.tsx'
import { LegeStaat } from '../ui/lege-staat.tsx'
import { Pagina, type Raam } from '../ui/pagina.tsx'
import { Uitvoer } from '../ui/uitvoer.tsx'
import { WeergaveBewaren, Weergaven, type Weergavestand } from '../weergave/weergaven.tsx'
import { RondeTabel } from './ronde-delen.tsx'

export type Rondekeuze = Bladzijde<'gestart' | 'door'> & { stand: Rondefilter['stand']; van: 'mij' | undefined }

export const RONDES = { sorteer: 'gestart', richting: 'af' } as const

type Props = { raam: Raam; nu: Temporal.Instant; keuze: Rondekeuze; lijst: Lijst<Ronde>; weergaven: Weergavestand }

const STANDEN = {
  '': '',
  mis: ' waarvan bestanden zijn afgekeurd of wachten',
  open: ' die niet zijn afgemaakt',
} as const

/** The choice as it stands in a URL; the default order is left out. */
export function rondeQuery(keuze: Rondekeuze) {
  return { stand: keuze.stand, van: keuze.van, ...volgordeInUrl(keuze, RONDES) }
}

/** All deliveries of one choice. */
export function RondesPage({ raam, nu, keuze, lijst, weergaven }: Props) {
  const query = rondeQuery(keuze)
  return (
    <Pagina
      raam={raam}
      titel="Leveringen"
      lead={
        <>
          <b>{hoeveelVooraan(lijst.totaal, 'levering', 'leveringen')}</b>
          {STANDEN[keuze.stand ?? '']}. Een levering is één keer bestanden inlezen.
        </>
      }
      kruimels={[{ label: 'Berichten', href: routes.berichten() }]}
    >
      <Weergaven stand={weergaven} />
      <FilterZin
        actie={routes.inleesrondes()}
        delen={[
          'Toon',
          {
            naam: 'stand',
            label: 'Stand',
            waarde: keuze.stand ?? '',
            opties: [
              { waarde: '', label: 'alle leveringen' },
              { waarde: 'mis', label: 'leveringen met afgekeurde of wachtende bestanden' },
              { waarde: 'open', label: 'leveringen die niet zijn afgemaakt' },
            ],
          },
          'van',
          {
            naam: 'van',
            label: 'Ingelezen door',
            waarde: keuze.van ?? '',
            opties: [
              { waarde: '', label: 'iedereen' },
              { waarde: 'mij', label: 'mij' },
            ],
          },
        ]}
        verborgen={volgordeInUrl(keuze, RONDES)}
        einde={
          <>
            <WeergaveBewaren stand={weergaven} csrf={raam.csrf} />
            <Uitvoer xlsx={routes.inleesrondesUitvoer('xlsx', query)} csv={routes.inleesrondesUitvoer('csv', query)} />
          </>
        }
      />
      <RondeTabel
        rondes={lijst.rijen}
        nu={nu}
        sortering={{
          kolom: keuze.sorteer,
          richting: keuze.richting,
          href: (sorteer, richting) => routes.inleesrondes({ ...query, sorteer, richting }),
        }}
        leeg={
          <LegeStaat titel="Geen leveringen in deze keuze">
            Hier staat elke keer dat bestanden zijn ingelezen, met wat er van de bestanden is geworden.
          </LegeStaat>
        }
      />
      <Bladeren
        {...bladstand(keuze.pagina, lijst)}
        wat="leveringen"
        href={(pagina) => routes.inleesrondes({ ...query, pagina })}
      />
    </Pagina>
  )
}
